package reuse

import "slices"

// A shared is a passage in tokens: the runs that match, in the order of both texts.
type shared struct {
	runs   []run
	halves int     // matching half words
	mass   float64 // information of the matching words, in nats

	reworded bool // see rewriter
}

// newShared counts what matches in the runs; x are the words of one of the texts.
func newShared(runs []run, x []uint32, words *vocabulary) shared {
	s := shared{runs: runs}
	for _, r := range runs {
		for _, w := range x[r.x:r.xEnd()] {
			s.halves += int(words.halves[w])
			s.mass += float64(words.idf[w])
		}
	}
	return s
}

func (s *shared) first() run { return s.runs[0] }
func (s *shared) last() run  { return s.runs[len(s.runs)-1] }

// swap turns the passage round: what was x is y.
func (s *shared) swap() {
	for i, r := range s.runs {
		s.runs[i] = r.swapped()
	}
}

// An aligner aligns a long text with one shorter text after the other. It belongs to one goroutine.
type aligner struct {
	words  *vocabulary
	accept acceptance
	long   *source
	places places // of the shingles of long
	taken  [2]claims

	hashes []uint64 // of the shingles of the shorter text
	chains chainer
	fill   filler
	extend extender
	runs   []run // of the passage at hand
	parts  []run // of the chain at hand
	major  chainList
	minor  chainList
}

// setLong makes s the longer text of what is aligned next. It costs one pass over s.
func (a *aligner) setLong(s *source) {
	a.long = s
	a.places.build(s)
	a.taken[0].reset(len(s.words))
}

// align returns the passages that short shares with the longer text. x is the longer text. No token
// is in two passages. It costs time linear in short.
//
// All chains that could be passages by themselves reserve the words of their runs before any is
// completed. Else a sentence that changed places with the next would end up inside the passage
// around it, as something left out here and put in there.
func (a *aligner) align(short *source) []shared {
	a.hashes = appendShingles(a.hashes[:0], short.tokens, denseGrain.k)
	a.chains.runs = a.places.appendRuns(a.chains.runs[:0], a.long.words, short.words, a.hashes)
	a.taken[0].release()
	a.taken[1].reset(len(short.words))
	a.major.reset()
	a.minor.reset()
	a.chains.chains(short.words, a.words.weight, func(chain []run, score float32) {
		if !a.accept.chain(chain, score) {
			return
		}
		parts := a.free(chain)
		if s := newShared(parts, a.long.words, a.words); !a.accept.passage(&s, a.long.words, a.words) {
			a.minor.add(chain)
			return
		}
		for _, r := range parts {
			a.taken[0].claim(r.x, r.xEnd())
			a.taken[1].claim(r.y, r.yEnd())
		}
		a.major.add(parts)
	})
	var out []shared
	for chain := range a.major.all() {
		out = a.appendPassages(out, chain, short)
	}
	for chain := range a.minor.all() {
		out = a.appendPassages(out, a.free(chain), short)
	}
	return out
}

// appendPassages completes the passages that the runs of a chain make.
func (a *aligner) appendPassages(out []shared, chain []run, short *source) []shared {
	for len(chain) > 0 {
		n := a.unbroken(chain)
		if s, ok := a.passage(chain[:n], short); ok {
			out = append(out, s)
			a.taken[0].claim(s.first().x, s.last().xEnd())
			a.taken[1].claim(s.first().y, s.last().yEnd())
		}
		chain = chain[n:]
	}
	return out
}

// free returns the parts of the runs of a chain that are not taken and that do not overlap. They are
// valid until the next call.
func (a *aligner) free(chain []run) []run {
	out := a.parts[:0]
	for _, r := range chain {
		if len(out) > 0 {
			before := out[len(out)-1]
			overlap := max(0, before.yEnd()-r.y, before.xEnd()-r.x)
			if overlap >= r.n {
				continue
			}
			r = r.without(overlap)
		}
		for from := int32(0); from < r.n; {
			for from < r.n && (a.taken[0].has(r.x+from) || a.taken[1].has(r.y+from)) {
				from++
			}
			to := from
			for to < r.n && !a.taken[0].has(r.x+to) && !a.taken[1].has(r.y+to) {
				to++
			}
			if to > from {
				out = append(out, run{r.x + from, r.y + from, to - from})
			}
			from = to
		}
	}
	a.parts = out
	return out
}

// unbroken returns how many of the runs belong together: up to a gap that is too wide, or in which
// words are taken.
func (a *aligner) unbroken(runs []run) int {
	for i := 1; i < len(runs); i++ {
		b, r := runs[i-1], runs[i]
		if max(r.x-b.xEnd(), r.y-b.yEnd()) > maxGap ||
			a.taken[0].free(b.xEnd(), 1, maxGap) < r.x-b.xEnd() || a.taken[1].free(b.yEnd(), 1, maxGap) < r.y-b.yEnd() {
			return i
		}
	}
	return len(runs)
}

// passage aligns what lies between the runs and beyond their ends. It reports false if the result is
// no passage.
func (a *aligner) passage(runs []run, short *source) (shared, bool) {
	x, y, weight := a.long.words, short.words, a.words.weight
	if newShared(runs, x, a.words).halves < a.accept.seedHalves {
		return shared{}, false
	}
	first, last := runs[0], runs[len(runs)-1]
	nx, ny := a.taken[0].free(first.x-1, -1, maxReach), a.taken[1].free(first.y-1, -1, maxReach)
	out := a.extend.appendBefore(a.runs[:0], x[first.x-nx:first.x], y[first.y-ny:first.y], first.x-nx, first.y-ny, weight)
	for i, r := range runs {
		if i > 0 {
			b := runs[i-1]
			out = a.fill.appendFill(out, x[b.xEnd():r.x], y[b.yEnd():r.y], b.xEnd(), b.yEnd(), weight)
		}
		out = appendRun(out, r)
	}
	nx, ny = a.taken[0].free(last.xEnd(), 1, maxReach), a.taken[1].free(last.yEnd(), 1, maxReach)
	out = a.extend.appendAfter(out, x[last.xEnd():last.xEnd()+nx], y[last.yEnd():last.yEnd()+ny], last.xEnd(), last.yEnd(), weight)
	a.runs = out
	s := newShared(out, x, a.words)
	if !a.accept.passage(&s, x, a.words) {
		return shared{}, false
	}
	s.runs = slices.Clone(out)
	return s, true
}
