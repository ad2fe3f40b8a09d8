package reuse

import (
	"cmp"
	"math/bits"
	"slices"
	"sync/atomic"
)

// A posting says that a source has a shingle at a token.
type posting struct {
	hash   uint64
	source uint32
	at     uint32
}

// A shingleIndex holds the postings of all shingles that occur more than once in a collection, and few
// others. Buckets divide them by the highest bits of the hash; each is sorted by hash, source and at.
type shingleIndex struct {
	buckets [][]posting
}

const bucketBits = 8

// newShingleIndex reads every source twice: nine of ten shingles of a collection occur once, and marking
// what was seen in a bit set first is far cheaper than sorting them.
func newShingleIndex(sources []source, g grain) shingleIndex {
	tokens := 0
	for i := range sources {
		tokens += len(sources[i].tokens)
	}
	seen := newSketch(bits.Len(uint(8 * tokens)))
	eachShingle(sources, g, func(_ int, hashes []uint64, kept []uint32) {
		for _, at := range kept {
			seen.add(hashes[at])
		}
	})
	parts := make([][]posting, len(sources))
	eachShingle(sources, g, func(i int, hashes []uint64, kept []uint32) {
		parts[i] = seen.repeatedPostings(uint32(i), hashes, kept)
	})
	return shingleIndex{sortIntoBuckets(parts)}
}

// eachShingle calls use for every source, on all processors, with its shingles and the places of
// those to be kept. The slices are valid during the call only.
func eachShingle(sources []source, g grain, use func(i int, hashes []uint64, kept []uint32)) {
	each(len(sources), func() func(int) {
		var hashes []uint64
		var kept []uint32
		return func(i int) {
			hashes = appendShingles(hashes[:0], sources[i].tokens, g.k)
			kept = winnow(kept[:0], hashes, g.window)
			use(i, hashes, kept)
		}
	})
}

// sortIntoBuckets divides and sorts the postings and lets go of parts on the way.
func sortIntoBuckets(parts [][]posting) [][]posting {
	var sizes [1 << bucketBits]int
	for _, part := range parts {
		for _, p := range part {
			sizes[p.hash>>(64-bucketBits)]++
		}
	}
	buckets := make([][]posting, len(sizes))
	for b, size := range sizes {
		buckets[b] = make([]posting, 0, size)
	}
	for i, part := range parts {
		for _, p := range part {
			b := p.hash >> (64 - bucketBits)
			buckets[b] = append(buckets[b], p)
		}
		parts[i] = nil
	}
	each(len(buckets), alone(func(b int) {
		slices.SortFunc(buckets[b], func(p, q posting) int {
			return cmp.Or(cmp.Compare(p.hash, q.hash), cmp.Compare(p.source, q.source), cmp.Compare(p.at, q.at))
		})
	}))
	return buckets
}

// groups calls use with the postings of each shingle of a bucket that stands in at least two
// sources, and with those sources, ascending. The second slice is valid during the call only.
func (x shingleIndex) groups(bucket int, use func(group []posting, sources []uint32)) {
	var sources []uint32
	for rest := x.buckets[bucket]; len(rest) > 0; {
		n := 1
		for n < len(rest) && rest[n].hash == rest[0].hash {
			n++
		}
		group := rest[:n]
		rest = rest[n:]
		if group[0].source == group[n-1].source {
			continue
		}
		sources = appendSources(sources[:0], group)
		use(group, sources)
	}
}

// appendSources appends the sources of the postings of one shingle, ascending, each once.
func appendSources(dst []uint32, group []posting) []uint32 {
	for _, p := range group {
		if len(dst) == 0 || dst[len(dst)-1] != p.source {
			dst = append(dst, p.source)
		}
	}
	return dst
}

// A sketch tells of most hashes that were added once that they were not added twice. Of a hash that
// was, it always says so.
type sketch struct {
	once, twice []uint64 // bit sets by the highest bits of the hash
	shift       int
}

// maxSketchBits bounds the memory of a sketch: two sets of 128 MB.
const maxSketchBits = 30

// newSketch returns a sketch of two sets of 1<<size bits: about eight for a hash are a good measure.
func newSketch(size int) sketch {
	size = min(max(size, 6), maxSketchBits)
	return sketch{make([]uint64, 1<<(size-6)), make([]uint64, 1<<(size-6)), 64 - size}
}

func (s sketch) add(hash uint64) {
	at := hash >> s.shift
	bit := uint64(1) << (at & 63)
	if atomic.LoadUint64(&s.once[at>>6])&bit == 0 && atomic.OrUint64(&s.once[at>>6], bit)&bit == 0 {
		return
	}
	if atomic.LoadUint64(&s.twice[at>>6])&bit == 0 {
		atomic.OrUint64(&s.twice[at>>6], bit)
	}
}

// repeatedPostings returns the postings of a source whose hashes were added twice, or may have been.
// It uses kept as scratch memory.
func (s sketch) repeatedPostings(source uint32, hashes []uint64, kept []uint32) []posting {
	n := 0
	for _, at := range kept {
		if s.repeated(hashes[at]) {
			kept[n] = at
			n++
		}
	}
	out := make([]posting, n)
	for k, at := range kept[:n] {
		out[k] = posting{hashes[at], source, at}
	}
	return out
}

func (s sketch) repeated(hash uint64) bool {
	at := hash >> s.shift
	return s.twice[at>>6]>>(at&63)&1 == 1
}
