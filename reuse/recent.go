package reuse

import "slices"

// A recentTable holds the prints of the newest articles: a hash table that never grows. When it is
// full it is frozen, and its prints are sorted part by part into a segment.
type recentTable struct {
	limit  int // prints that it takes
	slots  []uint32
	prints []recentPrint
	base   uint32
}

type recentPrint struct {
	fingerprint
	before uint32 // 1 + the print before it of the same hash, 0 for none
}

func newRecentTable(limit int) *recentTable {
	size := 2
	for size < 2*limit {
		size *= 2
	}
	return &recentTable{limit: limit, slots: make([]uint32, size), prints: make([]recentPrint, 0, limit)}
}

// reset empties the table and keeps its memory.
func (t *recentTable) reset() {
	clear(t.slots)
	t.prints = t.prints[:0]
}

func (t *recentTable) slot(hash uint64) *uint32 {
	mask := uint64(len(t.slots) - 1)
	at := hash & mask
	for t.slots[at] != 0 && t.prints[t.slots[at]-1].hash != hash {
		at = (at + 1) & mask
	}
	return &t.slots[at]
}

// fits reports whether there is room for so many prints.
func (t *recentTable) fits(n int) bool { return len(t.prints)+n <= t.limit }

func (t *recentTable) add(p fingerprint) {
	if len(t.prints) == 0 {
		t.base = p.source
	}
	at := t.slot(p.hash)
	t.prints = append(t.prints, recentPrint{p, *at})
	*at = uint32(len(t.prints))
}

func (t *recentTable) appendMatches(dst []match, hashes []uint64) []match {
	for k, hash := range hashes {
		for i := *t.slot(hash); i != 0; i = t.prints[i-1].before {
			dst = append(dst, match{uint32(k), t.prints[i-1].source})
		}
	}
	return dst
}

// size returns how many bytes the table takes.
func (t *recentTable) size() int64 { return int64(4*len(t.slots)) + int64(cap(t.prints))*24 }

// A freeze sorts a full table into a segment, in bounded steps: first the prints are dealt into parts,
// one for each leaf, then each part is sorted and becomes a leaf.
type freeze struct {
	table   *recentTable
	to      *segment
	dealt   int
	parts   [][]fingerprint
	next    int // leaf
	scratch []byte
}

func newFreeze(t *recentTable) *freeze {
	to := newSegment(len(t.prints), t.base)
	return &freeze{table: t, to: to, parts: make([][]fingerprint, to.leaves())}
}

func (f *freeze) done() bool { return f.next == len(f.parts) }

// step deals some prints or makes a leaf, and returns how many prints it read.
func (f *freeze) step() int {
	const some = bucketPrints << leafBits
	if n := min(len(f.table.prints)-f.dealt, some); n > 0 {
		for _, p := range f.table.prints[f.dealt : f.dealt+n] {
			i := p.hash / f.to.leafSpan()
			f.parts[i] = append(f.parts[i], p.fingerprint)
		}
		f.dealt += n
		return n
	}
	part := f.parts[f.next]
	slices.SortFunc(part, comparePrints)
	f.scratch = f.to.appendLeaf(f.next, thin(part), f.scratch)
	f.parts[f.next] = nil
	f.next++
	return len(part)
}
