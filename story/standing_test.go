package story

import (
	"math/rand/v2"
	"slices"
	"testing"

	"hearsay/article"
	"hearsay/reuse"
	"hearsay/text"
)

// TestStandingPhrases checks that articles of which all have the same paragraph at their end, and share
// nothing else, are stories of their own, and that wording which is no standing phrase ties them.
func TestStandingPhrases(t *testing.T) {
	const foot = "The Dellmar Courier Holding Company gathers dispatches from eleven provinces; subscribers, libraries and schools receive the almanac, the crossword supplement and the harbour timetable free of charge every quarter."
	var articles []*article.Article
	for _, own := range []string{
		"A ferry rammed the pier of Port Selwick.", "The orchestra opened its season with a cantata.", "Wheat harvests fell by a tenth in Hosk.",
		"Two miners were rescued from a flooded shaft.", "Parliament debated the beekeeping bill until dawn.", "A comet was sighted above Zivo.",
	} {
		articles = append(articles, &article.Article{ID: own[:9], Doc: text.NewDoc(own + "\n\n" + foot)})
	}
	var pairs []reuse.Pair
	for b := 1; b < len(articles); b++ {
		span := func(i int) text.Span {
			d := articles[i].Doc
			return text.Span{Start: d.Len() - len(foot), End: d.Len()}
		}
		pairs = append(pairs, reuse.Pair{A: b - 1, B: b, Relation: reuse.FormulaOnly, Passages: []reuse.Passage{{A: span(b - 1), B: span(b), Words: 30, SameWords: 30, Formula: true}}})
	}
	if got := Find(articles, pairs, Options{}); len(got) != len(articles) {
		t.Errorf("articles that share a standing phrase make %d stories: %q", len(got), groups(articles, got))
	}
	for i := range pairs {
		pairs[i].Relation, pairs[i].Passages[0].Formula = reuse.Partial, false
	}
	if got := Find(articles, pairs, Options{}); len(got) != 1 {
		t.Errorf("articles that share a long passage make %d stories: %q", len(got), groups(articles, got))
	}
}

// TestUnion compares union and passer with a look at every place.
func TestUnion(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	for range 300 {
		var spans []text.Span
		var in [40]bool
		for range rng.IntN(6) {
			s := text.Span{Start: rng.IntN(30)}
			s.End = s.Start + 1 + rng.IntN(9)
			spans = append(spans, s)
			for k := s.Start; k < s.End; k++ {
				in[k] = true
			}
		}
		p := passer(union(slices.Clone(spans)))
		for k := range in {
			if got := p.inside(text.Span{Start: k, End: k + 1}); got != in[k] {
				t.Fatalf("place %d in %v: %v", k, spans, got)
			}
		}
	}
}

// TestQueueKeepsItsSize checks that what merges make void is cleared out: where everything is linked
// with everything, the proposals of all merges together are many times those at the beginning.
func TestQueueKeepsItsSize(t *testing.T) {
	const n = 200
	rng := rand.New(rand.NewPCG(9, 10))
	links := make([][]link, n)
	for i := range n {
		for k := range i {
			s := 0.5 + rng.Float32()/2
			links[i] = append(links[i], link{int32(k), s})
			links[k] = append(links[k], link{int32(i), s})
		}
	}
	for i := range links {
		slices.SortFunc(links[i], byPlace)
	}
	c := newClusters(links, 0.1)
	room, merges := cap(c.queue), 0
	for len(c.queue) > 0 {
		if m := c.queue.pop(); c.valid(m) {
			c.merge(m.a, m.b)
			merges++
		}
	}
	if merges != n-1 || cap(c.queue) != room || room > n*n {
		t.Errorf("%d merges, room for %d proposals at the beginning and %d at the end", merges, room, cap(c.queue))
	}
}
