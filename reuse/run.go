package reuse

// A run is a stretch of words that two texts have in common, word for word. x and y are tokens of
// the longer and the shorter text, n is its length in tokens.
type run struct{ x, y, n int32 }

func (r run) xEnd() int32 { return r.x + r.n }
func (r run) yEnd() int32 { return r.y + r.n }

// swapped returns the run as seen from the other text.
func (r run) swapped() run { return run{r.y, r.x, r.n} }

// without returns the run without its first n tokens.
func (r run) without(n int32) run { return run{r.x + n, r.y + n, r.n - n} }

// appendRun appends r to runs, joining it with the last if that ends where r begins.
func appendRun(runs []run, r run) []run {
	if r.n == 0 {
		return runs
	}
	if k := len(runs) - 1; k >= 0 && runs[k].xEnd() == r.x && runs[k].yEnd() == r.y {
		runs[k].n += r.n
		return runs
	}
	return append(runs, r)
}

// The work for one pair is bounded on every text, also on one that repeats a sentence ten thousand
// times.
const (
	// maxOccurrences is how many places of the same shingle are looked at in each of two texts.
	maxOccurrences = 8
	// maxRuns is how many runs of a pair are looked at, and in texts of more than 65,000 words one for
	// each wordsPerRun of the shorter: two editions of a book differ in thousands of places.
	maxRuns     = 1 << 14
	wordsPerRun = 4
)

// A places table finds the places of the shingles of one text.
type places struct {
	hashes  []uint64
	slots   []int32 // open addressing by hash: 1 + first place, 0 where free
	next    []int32 // by place: the next place of the same shingle, 0 at the end
	last    []int32 // by first place: the last place of the list
	count   []uint8 // by first place: how many places the list has
	asked   []uint8 // by first place: how many places of the other text asked for it
	touched []int32 // the first places asked for
	indexed []bool  // by place: whether it is in a list
}

// build makes the table of the shingles of s.
func (p *places) build(s *source) {
	p.hashes = appendShingles(p.hashes[:0], s.tokens, denseGrain.k)
	n := len(p.hashes)
	size := 16
	for size < 2*n {
		size *= 2
	}
	p.slots = cleared(p.slots, size)
	p.next, p.last = cleared(p.next, n), cleared(p.last, n)
	p.count, p.asked = cleared(p.count, n), cleared(p.asked, n)
	p.indexed = cleared(p.indexed, n)
	for at := range int32(n) {
		slot := p.slot(p.hashes[at])
		first := p.slots[slot] - 1
		switch {
		case first < 0:
			p.slots[slot] = at + 1
			first = at
		case p.count[first] == maxOccurrences:
			continue
		default:
			p.next[p.last[first]] = at
		}
		p.last[first] = at
		p.count[first]++
		p.indexed[at] = true
	}
}

func (p *places) slot(hash uint64) uint64 {
	mask := uint64(len(p.slots) - 1)
	slot := hash & mask
	for p.slots[slot] != 0 && p.hashes[p.slots[slot]-1] != hash {
		slot = (slot + 1) & mask
	}
	return slot
}

// cleared returns a slice of n zeros, in the memory of s where that suffices.
func cleared[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	s = s[:n]
	clear(s)
	return s
}

// appendRuns appends the runs that the text of the table, long, shares with short, in the order of
// their places in short, then long. hashes are the shingles of short. Runs are as long as they can
// be; a run of fewer words than a shingle has is not found.
func (p *places) appendRuns(runs []run, long, short []uint32, hashes []uint64) []run {
	first, most := len(runs), max(maxRuns, len(short)/wordsPerRun)
	before := false // whether the shingle before this one was looked up
	for y, hash := range hashes {
		at := p.slots[p.slot(hash)] - 1
		if at < 0 || p.asked[at] == maxOccurrences {
			before = false
			continue
		}
		if p.asked[at] == 0 {
			p.touched = append(p.touched, at)
		}
		p.asked[at]++
		for x := at; ; x = p.next[x] {
			if !(before && x > 0 && p.indexed[x-1] && long[x-1] == short[y-1]) { // else part of a run found before
				n := commonPrefix(long[x:], short[y:])
				runs = append(runs, run{x, int32(y), n})
			}
			if p.next[x] == 0 {
				break
			}
		}
		before = true
		if len(runs)-first >= most {
			break
		}
	}
	for _, at := range p.touched {
		p.asked[at] = 0
	}
	p.touched = p.touched[:0]
	return runs
}

func commonPrefix(a, b []uint32) int32 {
	n := min(len(a), len(b))
	for i := range n {
		if a[i] != b[i] {
			return int32(i)
		}
	}
	return int32(n)
}
