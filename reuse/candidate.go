package reuse

import (
	"cmp"
	"slices"
)

// A candidate is a pair of sources that share shingles: a < b.
type candidate struct{ a, b uint32 }

const (
	// allPairs is the largest number of sources of a shingle that are all paired with each other.
	allPairs = 32
	// neighbours is how many of the next sources each is paired with where there are more; besides,
	// all are paired with the first, so that a family of any size stays connected. The cost of a
	// shingle is linear in its sources then.
	neighbours = 2
	// rareSources is the largest number of sources of a shingle that is evidence enough by itself.
	// Of shingles of more sources, a pair must share enough to be a candidate, unless so few pairs
	// share any that all of them can be aligned.
	rareSources = 3
	enough      = 2
	fewPairs    = 1 << 17
)

// candidates returns the pairs of sources worth aligning, sorted.
func candidates(x shingleIndex) []candidate {
	var pairs tally
	for b := range x.buckets {
		x.groups(b, func(_ []posting, sources []uint32) { pairs.addGroup(sources) })
	}
	var out []candidate
	least := uint8(enough)
	if pairs.used <= fewPairs {
		least = 1
	}
	for i, key := range pairs.keys {
		if key != 0 && pairs.evidence[i] >= least {
			out = append(out, candidate{uint32(key >> 32), uint32(key)})
		}
	}
	slices.SortFunc(out, func(p, q candidate) int {
		return cmp.Or(cmp.Compare(p.a, q.a), cmp.Compare(p.b, q.b))
	})
	return out
}

// A tally counts evidence by pair: a hash table with open addressing. A key is a<<32 | b; as a < b,
// none is 0.
type tally struct {
	keys     []uint64
	evidence []uint8
	used     int
}

func (t *tally) addGroup(sources []uint32) {
	n := len(sources)
	if n > allPairs {
		for i := 1; i < n; i++ {
			t.add(sources[0], sources[i], 1)
			for j := i + 1; j <= min(i+neighbours, n-1); j++ {
				t.add(sources[i], sources[j], 1)
			}
		}
		return
	}
	evidence := uint8(1)
	if n <= rareSources {
		evidence = enough
	}
	for i, a := range sources {
		for _, b := range sources[i+1:] {
			t.add(a, b, evidence)
		}
	}
}

func (t *tally) add(a, b uint32, evidence uint8) {
	if 2*t.used >= len(t.keys) {
		t.grow()
	}
	key := uint64(a)<<32 | uint64(b)
	at := t.slot(key)
	if t.keys[at] == 0 {
		t.keys[at] = key
		t.used++
	}
	t.evidence[at] = min(t.evidence[at]+evidence, enough)
}

func (t *tally) slot(key uint64) uint64 {
	mask := uint64(len(t.keys) - 1)
	at := mix(key) & mask
	for t.keys[at] != 0 && t.keys[at] != key {
		at = (at + 1) & mask
	}
	return at
}

func (t *tally) grow() {
	old := *t
	size := max(1<<10, 2*len(old.keys))
	t.keys, t.evidence = make([]uint64, size), make([]uint8, size)
	for i, key := range old.keys {
		if key != 0 {
			at := t.slot(key)
			t.keys[at], t.evidence[at] = key, old.evidence[i]
		}
	}
}
