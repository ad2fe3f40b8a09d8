package reuse

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"hearsay/text"
)

// A plainIndex answers as an Index does, from lists in a map.
type plainIndex struct {
	articles int
	sources  map[uint64][]int
}

func (x *plainIndex) add(doc *text.Doc) []Candidate {
	prints := map[uint64]bool{}
	hashes := appendShingles(nil, doc.Tokens(), archiveGrain.k)
	for _, at := range winnow(nil, hashes, archiveGrain.window) {
		prints[hashes[at]>>(64-printBits)] = true
	}
	found := map[int]Candidate{}
	for hash := range prints {
		all := x.sources[hash]
		n := len(all)
		paired := all
		if n >= 32 {
			paired = []int{all[0], all[n-2], all[n-1]}
		}
		for _, s := range paired {
			c := found[s]
			found[s] = Candidate{s, c.Shared + 1, c.Rare || n < 3}
		}
		x.sources[hash] = append(all, x.articles)
	}
	x.articles++
	return slices.SortedFunc(maps.Values(found), func(a, b Candidate) int { return cmp.Compare(a.Article, b.Article) })
}

// TestIndexEqualsPlainIndex compares an Index with tiny tables, so that segments of many sizes are
// merged all the time, with the plain one, article by article.
func TestIndexEqualsPlainIndex(t *testing.T) {
	candidates := 0
	for name, texts := range collections() {
		for _, limit := range []int{40, 1000, 0} {
			x, plain := Index{limit: limit}, plainIndex{sources: map[uint64][]int{}}
			for round := range 2 { // the second finds all of the first again
				for i, s := range texts {
					doc := text.NewDoc(s)
					want, got := plain.add(doc), x.Add(doc)
					if !slices.Equal(want, got) {
						t.Fatalf("%s, limit %d, round %d, article %d:\n%s", name, limit, round, i, gocmp.Diff(want, got))
					}
					candidates += len(got)
				}
			}
			if x.Len() != 2*len(texts) {
				t.Errorf("%s: %d articles, want %d", name, x.Len(), 2*len(texts))
			}
		}
	}
	if candidates < 50_000 {
		t.Errorf("only %d candidates", candidates)
	}
}

// TestIndexFindsWhatFindAligns checks that an index gives every pair that Find reports in the setting
// for archives, identical texts aside, of which only the first is compared with others.
func TestIndexFindsWhatFindAligns(t *testing.T) {
	docs := milledDocs(40, 400)
	x := Index{limit: 2000}
	given := map[[2]int]bool{}
	for i, d := range docs {
		for _, c := range x.Add(d) {
			given[[2]int{c.Article, i}] = true
		}
	}
	pairs := Find(docs, Options{Archive: true})
	if len(pairs) < 200 {
		t.Fatalf("only %d pairs", len(pairs))
	}
	for _, p := range pairs {
		if !given[[2]int{p.A, p.B}] {
			t.Errorf("the index does not give %d for %d: %s", p.A, p.B, p.Relation)
		}
	}
}

// TestIndexWork checks the promise that nothing the index does for an article depends on its size: the
// prints read to keep it in order are bounded by a multiple of those that the article brings and a
// constant, also where articles are of very different lengths.
func TestIndexWork(t *testing.T) {
	m := newMill(41)
	x := Index{limit: 1 << 12}
	most := 0
	for i := range 3000 {
		doc := docOf(m.article(100))
		switch {
		case i%700 == 500:
			doc = docOf(m.article(30_000)) // longer than the table
		case i%100 == 50:
			doc = docOf(m.article(8000)) // fills most of it
		}
		x.Add(doc)
		// A step overshoots by what it reads at once: a leaf, and twice what is usual in it, or the
		// rest of a table.
		if bound := stepsPerPrint*len(x.prints) + 2*x.recent.limit + 3*bucketPrints<<leafBits; x.lastSteps > bound {
			t.Fatalf("article %d: %d prints were read, %d are the bound", i, x.lastSteps, bound)
		}
		most = max(most, x.lastSteps)
		for level, l := range x.levels {
			if len(l.segments) > 2*fanOut {
				t.Fatalf("article %d: %d segments wait on level %d", i, len(l.segments), level)
			}
		}
	}
	if len(x.levels) < 3 || most == 0 {
		t.Errorf("%d levels, at most %d prints read: the test is too small", len(x.levels), most)
	}
}

// TestIndexOfHotPhrases checks that a phrase of every article costs no more as the index grows.
func TestIndexOfHotPhrases(t *testing.T) {
	m := newMill(42)
	footer := docOf(m.article(60)).String()
	x := Index{limit: 1 << 12}
	for i := range 3000 {
		got := x.Add(text.NewDoc(docOf(m.article(40)).String() + footer))
		if i > 100 && len(got) > 3*len(x.prints) {
			t.Fatalf("article %d has %d candidates", i, len(got))
		}
		if i > 0 && !slices.ContainsFunc(got, func(c Candidate) bool { return c.Article == i-1 }) {
			t.Fatalf("article %d is not tied to the one before", i)
		}
	}
	perArticle := float64(x.Size()) / 3000
	if perArticle > 400 {
		t.Errorf("%.0f bytes an article", perArticle)
	}
}

func TestEmptyIndex(t *testing.T) {
	var x Index
	for _, s := range []string{"", "one word", strings.Repeat("again and again ", 100)} {
		if got := x.Add(text.NewDoc(s)); len(got) > 0 {
			t.Errorf("%q has candidates: %v", s, got)
		}
	}
	if x.Len() != 3 {
		t.Errorf("%d articles", x.Len())
	}
}
