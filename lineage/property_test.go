package lineage

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hearsay/article"
	"hearsay/reuse"
	"hearsay/text"
)

// randomDrafts invents a story: articles of random paragraphs, dates, credits and links, among them
// identical texts and credits that contradict each other.
func randomDrafts(r *rand.Rand) []draft {
	drafts := make([]draft, 2+r.IntN(14))
	for i := range drafts {
		d := draft{name: fmt.Sprintf("Outlet %c", 'A'+i)}
		if i > 0 && r.IntN(3) == 0 {
			d.body = drafts[r.IntN(i)].body
		} else {
			order := r.Perm(12)[:1+r.IntN(5)]
			d.body = strings.Trim(fmt.Sprint(order), "[]")
		}
		if r.IntN(4) > 0 {
			d.at = fmt.Sprintf("%d %02d:%02d", 3+r.IntN(2), r.IntN(24), r.IntN(60))
			d.grade = []article.Grade{article.Strong, article.Likely, article.Unclear}[r.IntN(3)]
		}
		if r.IntN(2) == 0 {
			d.credits = fmt.Sprintf("republication: Outlet %c", 'A'+r.IntN(len(drafts)+2))
		}
		if r.IntN(4) == 0 {
			d.credits += fmt.Sprintf("|information: Outlet %c", 'A'+r.IntN(len(drafts)+2))
		}
		if r.IntN(4) == 0 {
			d.links = fmt.Sprintf("Outlet %c", 'A'+r.IntN(len(drafts)))
		}
		if r.IntN(8) == 0 {
			d.canonical = fmt.Sprintf("Outlet %c", 'A'+r.IntN(len(drafts)))
		}
		drafts[i] = d
	}
	return drafts
}

// TestProperties checks random stories: what must hold of every lineage, that all tied articles hang
// together, and that neither the order of the collection nor that of the pairs matters.
func TestProperties(t *testing.T) {
	for seed := range uint64(150) {
		r := rand.New(rand.NewPCG(seed, 1))
		drafts := randomDrafts(r)
		articles, st, pairs := tell(t, drafts...)
		l := Find(articles, st, pairs)
		check(t, articles, st, pairs, l)
		checkConnected(t, articles, pairs, l)

		r.Shuffle(len(drafts), func(i, j int) { drafts[i], drafts[j] = drafts[j], drafts[i] })
		articles2, st2, pairs2 := tell(t, drafts...)
		r.Shuffle(len(pairs2), func(i, j int) { pairs2[i], pairs2[j] = pairs2[j], pairs2[i] })
		l2 := Find(articles2, st2, pairs2)
		if diff := cmp.Diff(words(articles, l), words(articles2, l2)); diff != "" {
			t.Fatalf("seed %d: another order gives another lineage:\n%s", seed, diff)
		}
	}
}

// words writes a lineage with all of its clues.
func words(articles []*article.Article, l Lineage) []string {
	lines := strings.Split(draw(articles, l), "\n")
	var out []string
	for i, e := range l.Edges {
		out = append(out, lines[i])
		for _, c := range e.Clues {
			out = append(out, fmt.Sprintf("  %v %.2f %s %s", c.Against, c.Weight, c.Kind, c.Text))
		}
	}
	return out
}

// checkConnected tests that two articles with a pair that ties them are joined by edges.
func checkConnected(t *testing.T, articles []*article.Article, pairs []reuse.Pair, l Lineage) {
	joined := newForest(len(l.Nodes))
	node := map[int]int{}
	for n, member := range l.Nodes {
		if member.Missing == "" {
			node[member.Article] = n
		}
	}
	for _, e := range l.Edges {
		joined.join(e.From, e.To)
	}
	for _, p := range pairs {
		words := SharedRuns(articles, p, p.A).Words(articles[p.A].Doc) // the paragraphs hold no quotations
		if p.Relation == reuse.QuoteOnly || p.Relation == reuse.FormulaOnly || 10*words < 2*len(articles[p.A].Doc.Tokens()) {
			continue
		}
		if joined.root(node[p.A]) != joined.root(node[p.B]) {
			t.Errorf("%s and %s share %d words and are not joined", articles[p.A].Outlet, articles[p.B].Outlet, words)
		}
	}
}

// TestRandomPairs feeds pairs that no alignment would give, with articles that name each other at
// random: nothing may panic, and the result must hold together.
func TestRandomPairs(t *testing.T) {
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 2))
		drafts := randomDrafts(r)
		articles := make([]*article.Article, len(drafts))
		for i, d := range drafts {
			articles[i] = d.article(t)
		}
		var pairs []reuse.Pair
		for a := range articles {
			for b := a + 1; b < len(articles); b++ {
				if r.IntN(2) == 0 {
					pairs = append(pairs, randomPair(r, articles, a, b))
				}
			}
		}
		st := storyOf(articles)
		check(t, articles, st, pairs, Find(articles, st, pairs))
	}
}

func randomPair(r *rand.Rand, articles []*article.Article, a, b int) reuse.Pair {
	relations := []reuse.Relation{reuse.Identical, reuse.NearCopy, reuse.Contained, reuse.Partial, reuse.QuoteOnly, reuse.FormulaOnly}
	p := reuse.Pair{A: a, B: b, Relation: relations[r.IntN(len(relations))], SharedOfA: r.Float64(), SharedOfB: r.Float64()}
	for range 1 + r.IntN(3) {
		x, y := randomSpan(r, articles[a].Doc), randomSpan(r, articles[b].Doc)
		p.Passages = append(p.Passages, reuse.Passage{A: x, B: y, SameWords: 1 + r.IntN(60), Formula: r.IntN(4) == 0,
			Edits: []reuse.Edit{{Op: reuse.Equal, A: x, B: y}}})
	}
	return p
}

func randomSpan(r *rand.Rand, d *text.Doc) text.Span {
	tokens := d.Tokens()
	i := r.IntN(len(tokens))
	j := min(len(tokens)-1, i+r.IntN(60))
	return text.Span{Start: tokens[i].Span().Start, End: tokens[j].Span().End}
}

// TestManyCopies hangs 300 identical copies of a wire: each that names it directly on it.
func TestManyCopies(t *testing.T) {
	drafts := []draft{{name: "Agency X", at: "3 08:00", body: "0 1 2 3 4"}}
	for i := range 300 {
		d := draft{name: fmt.Sprintf("Site %03d", i), at: fmt.Sprintf("%d %02d:%02d", 4+i/100, i%24, i%60), body: "0 1 2 3 4"}
		if i%2 == 0 {
			d.credits = "republication: Agency X"
		}
		drafts = append(drafts, d)
	}
	slices.Reverse(drafts) // the wire is not the text that reuse pairs with all others
	articles, st, pairs := tell(t, drafts...)
	l := Find(articles, st, pairs)
	check(t, articles, st, pairs, l)
	if len(l.Edges) != 300 {
		t.Fatalf("%d edges, want 300", len(l.Edges))
	}
	for _, e := range l.Edges {
		from, to := articles[l.Nodes[e.From].Article], articles[l.Nodes[e.To].Article]
		if !e.Directed || from.Outlet != "Agency X" || (len(to.Credits) > 0) != (e.Grade == article.Strong) {
			t.Errorf("%s > %s %s, directed %v", from.Outlet, to.Outlet, e.Grade, e.Directed)
		}
	}
}

func BenchmarkFind(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 3))
	var drafts []draft
	for i := range 300 {
		d := draft{name: fmt.Sprintf("Site %03d", i), at: fmt.Sprintf("%d %02d:%02d", 3+i/100, i%24, i%60), body: "0 1 2 3 4 5+"}
		d.body += fmt.Sprintf("Line of its own number %d, written by hand %d.", r.IntN(30), r.IntN(30))
		drafts = append(drafts, d)
	}
	articles, st, pairs := tell(b, drafts...)
	for b.Loop() {
		Find(articles, st, pairs)
	}
	b.ReportMetric(float64(len(pairs)), "pairs")
}
