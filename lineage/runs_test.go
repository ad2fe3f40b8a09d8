package lineage

import (
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hearsay/text"
)

// TestRuns compares the operations on runs with the same on single words.
func TestRuns(t *testing.T) {
	const length = 40
	r := rand.New(rand.NewPCG(1, 1))
	random := func() (Runs, [length]bool) {
		var runs Runs
		var set [length]bool
		for range r.IntN(6) {
			from := r.IntN(length)
			to := min(length, from+r.IntN(8))
			runs = append(runs, Run{from, to})
			for i := from; i < to; i++ {
				set[i] = true
			}
		}
		return tidy(runs), set
	}
	asRuns := func(in func(i int) bool) Runs {
		var runs Runs
		for i := range length {
			if in(i) {
				runs = append(runs, Run{i, i + 1})
			}
		}
		return tidy(runs)
	}
	for range 2000 {
		a, inA := random()
		b, inB := random()
		for name, pair := range map[string][2]Runs{
			"union":   {a.Union(b), asRuns(func(i int) bool { return inA[i] || inB[i] })},
			"without": {tidy(a.Without(b)), asRuns(func(i int) bool { return inA[i] && !inB[i] })},
			"within":  {tidy(a.Within(b)), asRuns(func(i int) bool { return inA[i] && inB[i] })},
		} {
			if len(pair[0])+len(pair[1]) > 0 && !cmp.Equal(pair[0], pair[1]) {
				t.Fatalf("%s of %v and %v: %v, want %v", name, a, b, pair[0], pair[1])
			}
		}
	}
}

func TestRunsWords(t *testing.T) {
	doc := text.NewDoc("one two 3 桥梁关闭 four")
	if got := AllWords(doc).Words(doc); got != 6 {
		t.Errorf("%d words, want 6: four words and numbers, four ideographs", got)
	}
	if got := RunOf(doc, text.Span{Start: 4, End: 9}); !cmp.Equal(got, Runs{{1, 3}}) {
		t.Errorf("RunOf = %v", got)
	}
	if got := (Runs{{2, 99}}).Words(doc); got != 4 {
		t.Errorf("runs beyond the text: %d words", got)
	}
}
