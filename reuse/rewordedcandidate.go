package reuse

import (
	"math/bits"
	"slices"
)

// folderTokens is the largest collection, in tokens, of which all texts are compared by skip-shingles:
// about ten thousand articles. In a larger one too many texts share a few content words by chance, and
// only pairs that share wording already are looked at.
const folderTokens = 1 << 22

const (
	// skipSources is the largest number of sources of a skip-shingle that makes pairs. What more texts
	// say is a set phrase or a name, or they share longer wording as well.
	skipSources = 8
	// Every other skip-shingle suffices, by its hash. A pair must share enoughSkips of these, which is
	// more than most names make.
	skipSample  = 2
	enoughSkips = 2
)

// likely returns the pairs of sources of a folder that share skip-shingles enough to look for reworded
// passages, sorted; none in a larger collection.
func likely(sources []source, words *vocabulary, stems []stem) []candidate {
	tokens := 0
	for i := range sources {
		tokens += len(sources[i].tokens)
	}
	if tokens > folderTokens {
		return nil
	}
	var shared []candidate // for each skip-shingle
	x := skipIndex(sources, tokens, words, stems)
	for b := range x.buckets {
		x.groups(b, func(_ []posting, in []uint32) {
			if len(in) > skipSources {
				return
			}
			for i, a := range in {
				for _, b := range in[i+1:] {
					shared = append(shared, candidate{a, b})
				}
			}
		})
	}
	slices.SortFunc(shared, compareCandidates)
	return repeated(shared, enoughSkips)
}

// repeated returns the candidates that occur at least n times in a sorted slice, each once, in place.
func repeated(sorted []candidate, n int) []candidate {
	out := sorted[:0]
	for i := 0; i < len(sorted); {
		end := i + 1
		for end < len(sorted) && sorted[end] == sorted[i] {
			end++
		}
		if end-i >= n {
			out = append(out, sorted[i])
		}
		i = end
	}
	return out
}

// skipIndex is the index of the skip-shingles of neighbouring content words.
func skipIndex(sources []source, tokens int, words *vocabulary, stems []stem) shingleIndex {
	seen := newSketch(bits.Len(uint(2 * tokens))) // of which half are content words
	hashes := make([][]uint64, len(sources))
	each(len(sources), func() func(int) {
		var g gist
		var skips []skip
		return func(i int) {
			g.read(&sources[i], words, stems)
			skips = g.appendSkips(skips[:0], 1)
			hashes[i] = make([]uint64, 0, len(skips)/skipSample)
			for _, s := range skips {
				if s.hash%skipSample == 0 {
					seen.add(s.hash)
					hashes[i] = append(hashes[i], s.hash)
				}
			}
		}
	})
	parts := make([][]posting, len(sources))
	each(len(sources), alone(func(i int) {
		for _, hash := range hashes[i] {
			if seen.repeated(hash) {
				parts[i] = append(parts[i], posting{hash: hash, source: uint32(i)})
			}
		}
	}))
	return shingleIndex{sortIntoBuckets(parts)}
}
