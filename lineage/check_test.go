package lineage

import (
	"strings"
	"testing"

	"hearsay/article"
	"hearsay/reuse"
	"hearsay/story"
)

// check tests what must hold of every lineage.
func check(t testing.TB, articles []*article.Article, st story.Story, pairs []reuse.Pair, l Lineage) {
	t.Helper()
	for i, m := range st.Members {
		if l.Nodes[i].Article != m.Article {
			t.Errorf("node %d is article %d, want %d", i, l.Nodes[i].Article, m.Article)
		}
	}
	for _, n := range l.Nodes[len(st.Members):] {
		if n.Article != -1 || n.Missing == "" {
			t.Errorf("node %+v is neither an article nor a missing source", n)
		}
	}
	children := make([][]int, len(l.Nodes))
	for i, e := range l.Edges {
		if i > 0 && (l.Edges[i-1].To > e.To || l.Edges[i-1].To == e.To && l.Edges[i-1].From >= e.From) {
			t.Errorf("edge %d is out of order or repeated: %+v", i, e)
		}
		checkEdge(t, articles, pairs, l, e)
		if e.Directed {
			children[e.From] = append(children[e.From], e.To)
		}
	}
	if circular(children) {
		t.Error("the directed edges form a circle")
	}
}

func checkEdge(t testing.TB, articles []*article.Article, pairs []reuse.Pair, l Lineage, e Edge) {
	t.Helper()
	missing := l.Nodes[e.From].Missing != ""
	if l.Nodes[e.To].Missing != "" || missing != (e.Pair == -1) || e.Pair >= len(pairs) || e.From == e.To {
		t.Errorf("edge between the wrong nodes or without a pair: %+v", e)
	}
	if !e.Directed && (e.Grade != article.Unclear || e.From > e.To) {
		t.Errorf("undirected edge is graded %s, from %d to %d", e.Grade, e.From, e.To)
	}
	if (e.Odds != 0) && (!e.Directed || missing) || e.Grade == article.Strong && !missing && e.Odds < 1.38 {
		t.Errorf("the odds do not fit the grade: %+v", e)
	}
	if len(e.Clues) == 0 {
		t.Errorf("edge without clues: %+v", e)
	}
	for i, c := range e.Clues {
		if c.Weight <= 0 || !strings.HasSuffix(c.Text, ".") || strings.ContainsAny(c.Text, "\n%!") && !strings.Contains(c.Text, " %") {
			t.Errorf("clue is not a sentence with a weight: %+v", c)
		}
		if i > 0 {
			if before := e.Clues[i-1]; before.Against && !c.Against || before.Against == c.Against && before.Weight < c.Weight {
				t.Errorf("clues are out of order: %+v", e.Clues)
			}
		}
		if c.Ref != nil {
			if doc := articles[c.Ref.Article].Doc; c.Ref.Span.Start < 0 || c.Ref.Span.Empty() || c.Ref.Span.End > doc.Len() {
				t.Errorf("clue points outside its article: %+v", c)
			}
		}
	}
	if !missing {
		child := articles[l.Nodes[e.To].Article]
		if len(SharedRuns(articles, pairs[e.Pair], l.Nodes[e.To].Article)) == 0 {
			t.Errorf("%s shares nothing in the pair of its edge %+v", child.Outlet, e)
		}
	}
}

// circular reports whether a directed graph has a circle, by depth-first search.
func circular(children [][]int) bool {
	const (
		unseen = iota
		open
		done
	)
	state := make([]int, len(children))
	var visit func(n int) bool
	visit = func(n int) bool {
		state[n] = open
		for _, c := range children[n] {
			if state[c] == open || state[c] == unseen && visit(c) {
				return true
			}
		}
		state[n] = done
		return false
	}
	for n := range children {
		if state[n] == unseen && visit(n) {
			return true
		}
	}
	return false
}
