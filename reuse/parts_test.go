package reuse

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hearsay/text"
)

// TestShingles checks the rolling hashes against hashes computed anew, for words and ideographs
// mixed.
func TestShingles(t *testing.T) {
	tokens := text.NewDoc("one two 天地玄黄 three 宇 four five 宙洪荒日月 six seven eight nine").Tokens()
	for _, k := range []int{1, 3, 5, 8} {
		var want []uint64
		for i := range tokens {
			var hash uint64
			weight, end := 0, i
			for ; weight < 2*k && end < len(tokens); end++ {
				hash = hash*radix + tokens[end].Hash
				weight += halvesOf(tokens[end])
			}
			if weight >= 2*k {
				want = append(want, mix(hash))
			}
		}
		if diff := cmp.Diff(want, appendShingles(nil, tokens, k)); diff != "" {
			t.Errorf("k = %d: %s", k, diff)
		}
	}
}

// TestWinnow checks the promise of the archive setting: every stretch of window hashes that two texts
// share has one that both keep.
func TestWinnow(t *testing.T) {
	m := newMill(14)
	for range 2000 {
		window := 1 + m.IntN(6)
		hashes := make([]uint64, m.IntN(40))
		for i := range hashes {
			hashes[i] = m.Uint64N(1 + m.Uint64N(12)) // many are equal
		}
		kept := winnow(nil, hashes, window)
		if !slices.IsSorted(kept) || len(slices.Compact(slices.Clone(kept))) != len(kept) {
			t.Fatalf("%v of %v are not ascending", kept, hashes)
		}
		for i := 0; i+window <= len(hashes); i++ {
			least := slices.Min(hashes[i : i+window])
			if !slices.ContainsFunc(kept, func(at uint32) bool {
				return int(at) >= i && int(at) < i+window && hashes[at] == least
			}) {
				t.Fatalf("%v of %v: none of the least from %d on is kept with window %d", kept, hashes, i, window)
			}
		}
	}
	if kept := winnow(nil, []uint64{3, 1, 2}, 4); !slices.Equal(kept, []uint32{1}) {
		t.Errorf("a short text keeps %v, want its least", kept)
	}
}

func TestSketch(t *testing.T) {
	m := newMill(15)
	s := newSketch(13)
	once, twice := make([]uint64, 500), make([]uint64, 250)
	for i := range once {
		once[i] = m.Uint64()
		s.add(once[i])
	}
	for i := range twice {
		twice[i] = m.Uint64()
		s.add(twice[i])
		s.add(twice[i])
	}
	for _, hash := range twice {
		if !s.repeated(hash) {
			t.Fatalf("%x was added twice", hash)
		}
	}
	wrong := 0
	for _, hash := range once {
		if s.repeated(hash) {
			wrong++
		}
	}
	if wrong > len(once)/4 {
		t.Errorf("%d of %d hashes are held for repeated", wrong, len(once))
	}
}

func TestHeaviestIncreasing(t *testing.T) {
	m := newMill(16)
	for range 500 {
		n := m.IntN(9)
		places := m.Perm(n)
		mass := make([]float64, n)
		for i := range mass {
			mass[i] = float64(1 + m.IntN(9))
		}
		got, last := 0.0, -1
		for i, in := range heaviestIncreasing(places, mass) {
			if in {
				if places[i] <= last {
					t.Fatalf("%v: what stays is not increasing", places)
				}
				last, got = places[i], got+mass[i]
			}
		}
		if want := heaviest(places, mass, -1); got != want {
			t.Fatalf("%v with %v: %v stays, %v could", places, mass, got, want)
		}
	}
}

// heaviest tries all sequences.
func heaviest(places []int, mass []float64, last int) float64 {
	if len(places) == 0 {
		return 0
	}
	best := heaviest(places[1:], mass[1:], last)
	if places[0] > last {
		best = max(best, mass[0]+heaviest(places[1:], mass[1:], places[0]))
	}
	return best
}

// TestFill checks the alignment of short stretches, as changes read.
func TestFill(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{
		{"closed the northern gate at noon", "shut the gate before noon", "[closed the northern|shut the] gate [at|before] noon"},
		{"of the many", "in the few", "[of the many|in the few]"}, // a lone “the” is no match
		{"red green blue", "green", "[red|] green [blue|]"},
		{"one", "two", "[one|two]"},
	} {
		const before, after = "the committee of harbour engineers reported yesterday ", " according to several independent witnesses nearby"
		a, b := text.NewDoc(before+c.a+after), text.NewDoc(before+c.b+after)
		want := fmt.Sprintf("%s%s%s\n", before, c.want, after)
		if got := show(Compare(a, b, Options{}), a, b); got != want {
			t.Errorf("got  %swant %s", got, want)
		}
	}
}
