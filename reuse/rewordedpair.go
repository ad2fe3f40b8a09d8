package reuse

import "slices"

// A rewriter looks for what was reworded between a long text and one shorter text after the other. It
// belongs to one goroutine; but for the first field it is scratch memory.
type rewriter struct {
	*rewording

	long, short *source
	numbers     [2]uint32 // of these two sources
	longRead    bool      // whether the stems of long are numbered, its traits and marks known
	x, y        gist
	table       skipTable // of long
	skips       []skip    // of short
	touches     []touch
	taken       [2]claims // tokens in passages
	known       []stretch // the passages that are no standing phrases
	marks       [2]marks  // tokens in standing phrases
	traits      traits
	places      [][]int32 // by number of a stem: its places in x
	number      map[stem]uint32
	chains      chainer
	fill        filler
	proof       proof
}

// setLong makes source number n the longer text of what comes next.
func (r *rewriter) setLong(n uint32) {
	r.numbers[0], r.long = n, &r.sources[n]
	r.x.read(r.long, r.words, r.stems)
	r.table.build(&r.x)
	r.taken[0].reset(len(r.long.words))
	r.longRead = false
}

// rewordings returns the reworded passages that source number n, the shorter text of pair f, shares
// with the longer outside of the passages of f; copying tells which of these are no standing phrases.
func (r *rewriter) rewordings(n uint32, f *found, copying []bool) []shared {
	r.numbers[1], r.short = n, &r.sources[n]
	swapped := n == f.x
	if r.takeAll(f.passages, copying, swapped); r.left() < r.demand.beside().same {
		return nil
	}
	r.y.read(r.short, r.words, r.stems)
	if !r.findTouches() {
		return nil
	}
	r.readBoth()
	r.chains.runs = r.appendRuns(r.chains.runs[:0])
	var out []shared
	r.chains.chains(r.y.ids, r.traits.weight, func(chain []run, _ float32) {
		for len(chain) > 0 {
			n := r.unbroken(chain)
			if s, ok := r.passage(chain[:n]); ok {
				r.take(stretchOf(&s), true)
				if swapped {
					s.swap()
				}
				out = append(out, s)
			}
			chain = chain[n:]
		}
	})
	return out
}

// readBoth prepares what is asked of the two texts once they have enough in common.
func (r *rewriter) readBoth() {
	if !r.longRead {
		r.numberLong()
		r.traits.readLong(r)
		r.mark(0)
		r.longRead = true
	}
	r.numberShort()
	r.traits.read(r)
	r.mark(1)
}

// takeAll takes the passages of a pair and no others.
func (r *rewriter) takeAll(passages []shared, copying []bool, swapped bool) {
	r.taken[0].release()
	r.taken[1].reset(len(r.short.words))
	r.known = r.known[:0]
	for i := range passages {
		p := stretchOf(&passages[i])
		if swapped {
			p = stretch{p.y, p.x, p.yEnd, p.xEnd}
		}
		r.take(p, copying[i])
	}
}

// left returns how many half words of the shorter text are in no passage.
func (r *rewriter) left() int {
	n := 0
	for i, w := range r.short.words {
		if !r.taken[1].has(int32(i)) {
			n += int(r.words.halves[w])
		}
	}
	return n
}

// A stretch is what a passage covers, in tokens of the longer and the shorter text.
type stretch struct{ x, y, xEnd, yEnd int32 }

func stretchOf(s *shared) stretch {
	return stretch{s.first().x, s.first().y, s.last().xEnd(), s.last().yEnd()}
}

// take notes what a passage covers; copying tells that it is no standing phrase.
func (r *rewriter) take(p stretch, copying bool) {
	r.taken[0].claim(p.x, p.xEnd)
	r.taken[1].claim(p.y, p.yEnd)
	if copying {
		r.known = append(r.known, p)
	}
}

// A touch is a skip-shingle that both texts have outside of passages, by its first content words.
type touch struct{ x, y int32 }

const (
	// nearSkips is how many content words at most lie between what is close together: about forty words.
	nearSkips = 20
	// enoughTouches is how many touches in a row must each be close to the one before. Four content words in
	// common make as many by themselves, but those may be a name.
	enoughTouches = 4
	// maxTouches bounds the work for texts that are alike all over.
	maxTouches = 1 << 12
)

// findTouches finds the touches in the order of the shorter text. It reports false if there are not enough
// close together.
func (r *rewriter) findTouches() bool {
	r.skips, r.touches = r.y.appendSkips(r.skips[:0], len(skips)), r.touches[:0]
	inRow, most := 0, 0
	for _, s := range r.skips {
		if r.taken[1].has(r.y.at[s.at]) {
			continue
		}
		x := r.table.find(s.hash)
		if x < 0 || r.taken[0].has(r.x.at[x]) {
			continue
		}
		if n := len(r.touches); n > 0 && (s.at-r.touches[n-1].y > nearSkips || max(x-r.touches[n-1].x, r.touches[n-1].x-x) > nearSkips) {
			inRow = 0
		}
		inRow++
		most = max(most, inRow)
		if r.touches = append(r.touches, touch{x, s.at}); len(r.touches) == maxTouches {
			break
		}
	}
	return most >= enoughTouches
}

// numberLong numbers the stems of the longer text from 0 on and notes their places.
func (r *rewriter) numberLong() {
	clear(r.number)
	r.x.ids, r.places = r.x.ids[:0], r.places[:0]
	for x, s := range r.x.stems {
		id, ok := r.number[s]
		if !ok {
			id = uint32(len(r.number))
			r.number[s] = id
			r.places = slices.Grow(r.places, 1)[:id+1]
			r.places[id] = r.places[id][:0]
		}
		r.x.ids = append(r.x.ids, id)
		r.places[id] = append(r.places[id], int32(x))
	}
}

// numberShort numbers the stems of the shorter text alike; all that the longer does not have get the
// next number.
func (r *rewriter) numberShort() {
	r.y.ids = r.y.ids[:0]
	for _, s := range r.y.stems {
		id, ok := r.number[s]
		if !ok {
			id = uint32(len(r.number))
		}
		r.y.ids = append(r.y.ids, id)
	}
}

// appendRuns appends the runs of content words that the texts share close to touches, in the order of their
// places in the shorter text, then the longer: single words mostly. Words that a text has more
// than maxOccurrences times begin none.
func (r *rewriter) appendRuns(runs []run) []run {
	from := 0
	for y := range int32(len(r.y.ids)) {
		id := r.y.ids[y]
		if int(id) == len(r.number) || !r.begins(id) {
			continue
		}
		for from < len(r.touches) && r.touches[from].y < y-nearSkips {
			from++
		}
		for _, x := range r.places[id] {
			if !r.match(x, y) || !nearTouch(r.touches[from:], x, y) || r.match(x-1, y-1) && r.begins(r.y.ids[y-1]) && nearTouch(r.touches[from:], x-1, y-1) {
				continue // taken, far from everything, or part of a run found before
			}
			n := int32(1)
			for r.match(x+n, y+n) {
				n++
			}
			runs = append(runs, run{x, y, n})
			if len(runs) == maxRuns {
				return runs
			}
		}
	}
	return runs
}

// nearTouch reports whether content words x and y are close to a touch; those before y are not too far.
func nearTouch(touches []touch, x, y int32) bool {
	for _, h := range touches {
		if h.y > y+nearSkips {
			return false
		}
		if max(h.x-x, x-h.x) <= nearSkips {
			return true
		}
	}
	return false
}

// begins reports whether the stem is rare enough in both texts to begin a run.
func (r *rewriter) begins(id uint32) bool { return r.traits.most(id) <= maxOccurrences }

// match reports whether there are content words x and y, of one stem and in no passage.
func (r *rewriter) match(x, y int32) bool {
	return x >= 0 && y >= 0 && int(x) < len(r.x.ids) && int(y) < len(r.y.ids) && r.x.ids[x] == r.y.ids[y] &&
		!r.taken[0].has(r.x.at[x]) && !r.taken[1].has(r.y.at[y])
}

// unbroken returns how many of the runs belong together: up to a gap in which words are taken.
func (r *rewriter) unbroken(runs []run) int {
	for i := range runs {
		from := runs[max(i-1, 0)]
		if i > 0 {
			from = from.without(from.n - 1)
		}
		to := runs[i]
		if !r.open(from, to) {
			return max(i, 1)
		}
	}
	return len(runs)
}

// open reports whether no word from the first word of one run to the last of another is taken.
func (r *rewriter) open(from, to run) bool {
	return r.taken[0].allFree(r.x.at[from.x], r.x.at[to.xEnd()-1]) && r.taken[1].allFree(r.y.at[from.y], r.y.at[to.yEnd()-1])
}

// tokens returns the words that are the same in what a chain covers, as runs of tokens.
func (r *rewriter) tokens(chain []run) []run {
	var out []run
	x, y, weight := r.long.words, r.short.words, r.words.weight
	for _, c := range chain {
		for k := range c.n {
			a := r.anchor(c.x+k, c.y+k)
			if len(out) > 0 {
				b := out[len(out)-1]
				overlap := max(0, b.xEnd()-a.x, b.yEnd()-a.y)
				if overlap >= a.n {
					continue
				}
				a = a.without(overlap)
				if max(a.x-b.xEnd(), a.y-b.yEnd()) <= maxGap && a.n > 0 {
					out = r.fill.appendFill(out, x[b.xEnd():a.x], y[b.yEnd():a.y], b.xEnd(), b.yEnd(), weight)
				}
			}
			out = appendRun(out, a)
		}
	}
	return slices.Clone(out)
}

// anchor returns the run of tokens around the content words x and y that are the same, none if these
// are different forms of a word.
func (r *rewriter) anchor(x, y int32) run {
	a := run{r.x.at[x], r.y.at[y], 0}
	if !r.same(x, y) {
		return a
	}
	same := func(x, y int32) bool {
		return x >= 0 && y >= 0 && int(x) < len(r.long.words) && int(y) < len(r.short.words) && r.long.words[x] == r.short.words[y] &&
			!r.taken[0].has(x) && !r.taken[1].has(y)
	}
	for same(a.x+a.n, a.y+a.n) {
		a.n++
	}
	for same(a.x-1, a.y-1) {
		a.x, a.y, a.n = a.x-1, a.y-1, a.n+1
	}
	return a
}

// same reports whether content words of one stem are the same word.
func (r *rewriter) same(x, y int32) bool {
	a, b := r.x.at[x], r.y.at[y]
	if r.long.words[a] != r.short.words[b] {
		return false
	}
	return r.words.halves[r.long.words[a]] == 2 || r.long.words[a+1] == r.short.words[b+1]
}

// marks tell of each token of a text whether it stands in a standing phrase; nil if none does.
type marks []bool

func (m marks) has(token int32) bool { return m != nil && m[token] }

// mark sets the marks of one side: what would be a standing phrase, were it a passage of the least
// length.
func (r *rewriter) mark(side int) {
	if r.standing.counts == nil {
		return
	}
	n := r.numbers[side]
	x, m := &r.sources[n], cleared(r.marks[side], len(r.sources[n].tokens))
	counts := r.standing.counts[r.standing.offsets[n]:][:len(m)]
	until := int32(0)
	for at := range int32(len(m)) {
		if counts[at].formula(defaultMinWords) {
			until = max(until, shingleEnd(x, at, r.words, r.grain))
		}
		m[at] = at < until
	}
	r.marks[side] = m
}
