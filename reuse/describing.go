package reuse

import "errors"

// A job is a pair to be described: of two sources, or of a source with a doc that has the same words.
type job struct {
	found
	doc  uint32 // number of the second doc
	copy bool
}

// jobs merges what was found with the copies, in the order of the docs.
type jobs struct {
	archive *archive
	found   *findings
	copies  []copied
	ahead   found // read already
	any     bool  // whether there is one
}

func (a *archive) jobs(found *findings) (*jobs, error) {
	j := &jobs{archive: a, found: found, copies: a.copies}
	var err error
	j.ahead, j.any, err = found.next()
	return j, err
}

// next returns the next job. It reports false at the end.
func (j *jobs) next() (job, bool, error) {
	firsts := j.archive.firsts
	if len(j.copies) > 0 {
		c := j.copies[0]
		if !j.any || c.source < j.ahead.x || c.source == j.ahead.x && c.doc < firsts[j.ahead.y] {
			j.copies = j.copies[1:]
			return job{found: found{x: c.source, y: c.source}, doc: c.doc, copy: true}, true, nil
		}
	}
	if !j.any {
		return job{}, false, nil
	}
	out := job{found: j.ahead, doc: firsts[j.ahead.y]}
	var err error
	j.ahead, j.any, err = j.found.next()
	return out, true, err
}

// describe gives use all pairs in order, until it returns false.
func (a *archive) describe(found *findings, standing *standings, use func(Pair) bool) error {
	jobs, err := a.jobs(found)
	if err != nil {
		return err
	}
	g := a.gather()
	var waiting []job
	done, all := 0, found.left+len(a.copies)
	for {
		j, ok, err := jobs.next()
		if err != nil {
			return err
		}
		if len(waiting) > 0 && (!ok || g.full(j.x, j.y) || len(waiting) == describedAtATime) {
			pairs, err := a.describeBatch(waiting, g, standing)
			if err != nil {
				return err
			}
			for _, p := range pairs {
				if p.B > 0 && !use(p) {
					return nil
				}
			}
			done += len(waiting)
			a.progress("describing", done, all)
			waiting = waiting[:0]
		}
		if !ok {
			return nil
		}
		g.add(j.x, j.y)
		if j.copy {
			g.size += a.cost(j.x)
		}
		waiting = append(waiting, j)
	}
}

// describedAtATime bounds the pairs that wait to be used.
const describedAtATime = 1 << 14

// describeBatch returns the pairs of the jobs. A pair that is none, since the words that two docs have
// in common are too few, has B = 0.
func (a *archive) describeBatch(jobs []job, g *gathering, standing *standings) ([]Pair, error) {
	b, err := g.load()
	if err != nil {
		return nil, err
	}
	s, err := a.spreadOf(jobs, b, standing)
	if err != nil {
		return nil, err
	}
	pairs, errs := make([]Pair, len(jobs)), make([]error, len(jobs))
	each(len(jobs), alone(func(i int) {
		j := &jobs[i]
		if j.copy {
			pairs[i], errs[i] = a.describeCopy(&b.sources[b.local(j.x)], int(j.doc))
			return
		}
		f := found{b.local(j.x), b.local(j.y), j.passages}
		pairs[i] = describePair(b.sources, &f, a.words, s, archiveGrain)
	}))
	return pairs, errors.Join(errs...)
}

func (a *archive) describeCopy(x *source, number int) (Pair, error) {
	whole, ok := x.whole(a.words, a.accept)
	if !ok {
		return Pair{}, nil
	}
	doc, err := a.doc(number)
	if err != nil {
		return Pair{}, err
	}
	if !sameWords(doc.Tokens(), x.tokens) {
		return Pair{}, a.changed(number)
	}
	return x.pairWith(number, doc, whole, a.words), nil
}

// spreadOf returns how widely the shingles of the first sources of the jobs stand.
func (a *archive) spreadOf(jobs []job, b *batch, standing *standings) (spread, error) {
	s := spread{accept: a.accept, offsets: make([]int, len(b.sources)), counts: []counts{}}
	last := -1
	for i := range jobs {
		j := &jobs[i]
		if j.copy || int(j.x) == last {
			continue
		}
		last = int(j.x)
		x := b.local(j.x)
		c, err := standing.of(j.x, len(b.sources[x].tokens))
		if err != nil {
			return spread{}, err
		}
		s.offsets[x] = len(s.counts)
		s.counts = append(s.counts, c...)
	}
	return s, nil
}
