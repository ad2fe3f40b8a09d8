package reuse

import "hearsay/text"

// A shingle is a run of words of fixed weight; its hash stands for it. The shingle at token i
// reaches as far as it must to weigh k words, two ideographs counting as one word. Texts that share
// k words in a row share a shingle.

// A grain says which shingles of a text are looked at.
type grain struct {
	k int // words
	// window is how many shingles in a row have one that is kept: the one with the least hash
	// (winnowing, Schleimer, Wilkerson and Aiken 2003). 1 keeps all. Two texts that share
	// k+window-1 words in a row share a kept shingle.
	window int
}

var (
	storyGrain   = grain{k: 5, window: 1}
	archiveGrain = grain{k: 8, window: 4}
	// denseGrain is that of the alignment of two texts once they are known to share something.
	denseGrain = grain{k: 3, window: 1}
)

// maxShingle is the most tokens a shingle has: one of ideographs only.
const maxShingle = 16

// radix is the base of the rolling hash: any odd number with well-mixed bits.
const radix = 0x9e3779b97f4a7c15

var radixPowers = func() (p [maxShingle + 1]uint64) {
	p[0] = 1
	for i := range maxShingle {
		p[i+1] = p[i] * radix
	}
	return p
}()

// appendShingles appends the hash of the shingle of k words at each token that has one. The last
// tokens have none; the others all do. It costs about 3 ns a token.
func appendShingles(dst []uint64, tokens []text.Token, k int) []uint64 {
	var hash uint64
	end, weight := 0, 0
	for i := range tokens {
		for weight < 2*k && end < len(tokens) {
			hash = hash*radix + tokens[end].Hash
			weight += halvesOf(tokens[end])
			end++
		}
		if weight < 2*k {
			break
		}
		dst = append(dst, mix(hash))
		hash -= tokens[i].Hash * radixPowers[end-i-1]
		weight -= halvesOf(tokens[i])
	}
	return dst
}

func halvesOf(t text.Token) int {
	if t.Kind == text.Ideograph {
		return 1
	}
	return 2
}

// mix spreads the bits of x (the finalizer of SplitMix64).
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// winnow appends the places of the least hash in every run of window hashes, ascending, each once.
// Of equal hashes the one that was kept before counts, so that a repeated text keeps few. A text of
// fewer hashes keeps one.
func winnow(dst []uint32, hashes []uint64, window int) []uint32 {
	window = min(window, len(hashes))
	last := -1
	for start := 0; start+window <= len(hashes) && window > 0; start++ {
		least := max(last, start)
		for i := start; i < start+window; i++ {
			if hashes[i] < hashes[least] {
				least = i
			}
		}
		if least != last {
			dst = append(dst, uint32(least))
			last = least
		}
	}
	return dst
}
