package reuse

// A tying is a tie with the source that has it: x and t.to share a passage.
type tying struct {
	x uint32
	t tie
}

// An aligning is the step in which candidates are aligned, a batch at a time.
type aligning struct {
	*archive
	out     *findings
	tyings  []tying
	gather  *gathering
	waiting []candidate // whose sources have been gathered
	done    int
	all     int
}

// align aligns the candidates, sets down what was found, and notes the ties.
func (a *archive) align(candidates *sequence) (*findings, error) {
	out, err := a.newFindings()
	if err != nil {
		return nil, err
	}
	a.tied = make([]bool, len(a.firsts))
	w := aligning{archive: a, out: out, gather: a.gather(), all: candidates.left}
	for {
		c, ok, err := candidates.next()
		if err != nil {
			return nil, err
		}
		if len(w.waiting) > 0 && (!ok || w.gather.full(c.a, c.b)) {
			if err := w.alignWaiting(); err != nil {
				return nil, err
			}
		}
		if !ok {
			break
		}
		w.gather.add(c.a, c.b)
		w.waiting = append(w.waiting, c)
	}
	a.ties = tiesOf(w.tyings, len(a.firsts))
	if err := a.checkKept(); err != nil {
		return nil, err
	}
	return out, out.rewind()
}

// alignWaiting aligns the candidates that wait.
func (w *aligning) alignWaiting() error {
	b, err := w.gather.load()
	if err != nil {
		return err
	}
	local := make([]candidate, len(w.waiting))
	each(len(local), alone(func(i int) { local[i] = candidate{b.local(w.waiting[i].a), b.local(w.waiting[i].b)} }))
	for _, f := range alignAll(b.sources, local, w.words, w.accept) {
		t := f.tie(min(b.sources[f.x].halves, b.sources[f.y].halves))
		f.x, f.y = b.numbers[f.x], b.numbers[f.y]
		if int(t.words) >= scales[0].tied { // else too weak to make a family
			t.to = f.y
			w.tyings = append(w.tyings, tying{f.x, t})
		}
		w.tied[f.x] = true
		if err := w.out.add(&f); err != nil {
			return err
		}
	}
	w.done += len(w.waiting)
	w.progress("aligning", w.done, w.all)
	w.waiting = w.waiting[:0]
	return nil
}

// tiesOf returns for each of n sources those it is tied to, ascending, as ties does. The tyings are
// sorted.
func tiesOf(tyings []tying, n int) [][]tie {
	degree := make([]uint32, n)
	for _, y := range tyings {
		degree[y.x]++
		degree[y.t.to]++
	}
	all := make([]tie, 2*len(tyings))
	out := make([][]tie, n)
	for i, d := range degree {
		out[i], all = all[:0:d], all[d:]
	}
	for _, y := range tyings {
		t := y.t
		out[y.x] = append(out[y.x], t)
		t.to = y.x
		out[y.t.to] = append(out[y.t.to], t)
	}
	return out
}
