package report

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"hearsay"
	"hearsay/article"
	"hearsay/internal/draw"
	"hearsay/lineage"
)

// words returns the text of an element with single spaces.
func words(n *html.Node) string { return strings.Join(strings.Fields(content(n)), " ") }

func withClass(n *html.Node, tag, class string) []*html.Node {
	return elements(n, func(m *html.Node) bool { return m.Data == tag && hasClass(m, class) })
}

func byID(t *testing.T, n *html.Node, id string) *html.Node {
	t.Helper()
	found := elements(n, func(m *html.Node) bool { return attr(m, "id") == id })
	if len(found) != 1 {
		t.Fatalf("%d elements have the id %q", len(found), id)
	}
	return found[0]
}

// TestEveryLineOpensItsReasons checks that each line of the picture leads to its reasons, and that what
// the line is called there is what stands there.
func TestEveryLineOpensItsReasons(t *testing.T) {
	c := dam(t)
	v := cases(t)["dam"].view("story", "Engineers open gates")
	lines := withClass(v, "a", "edge")
	if len(lines) != len(c.Stories[0].Lineage.Edges) {
		t.Errorf("%d lines for %d edges", len(lines), len(c.Stories[0].Lineage.Edges))
	}
	for _, line := range lines {
		reasons := byID(t, v, strings.TrimPrefix(attr(line, "href"), "#"))
		_, said, _ := strings.Cut(attr(line, "aria-label"), " ")
		verb := strings.FieldsFunc(said, func(r rune) bool { return r == ':' || r == ',' })[0]
		if !hasClass(reasons, "edge") || !strings.Contains(words(reasons), strings.Fields(verb)[len(strings.Fields(verb))-1]) {
			t.Errorf("%q leads to %q", attr(line, "aria-label"), words(reasons))
		}
		undirected := strings.Contains(attr(line, "aria-label"), "undetermined")
		if heads := withClass(line, "path", "head"); undirected != (len(heads) == 0) {
			t.Errorf("%q has %d arrows", attr(line, "aria-label"), len(heads))
		}
	}
}

func TestTiesWithoutDirectionStandAtBothEnds(t *testing.T) {
	v := cases(t)["dam"].view("story", "Engineers open gates")
	for _, tr := range elements(v, func(n *html.Node) bool { return n.Data == "tr" && strings.Contains(attr(n, "id"), "-n-") }) {
		text := words(tr)
		switch {
		case strings.Contains(text, "Tied to") || strings.HasPrefix(text, "3 Mar 2026, 05:58"):
			for _, want := range []string{"no source of it was found in this collection", "Derived from it: Harbour Daily", "Likely derived from it: Site B", "Shares wording, direction undetermined: kestrel-notes"} {
				if !strings.Contains(text, want) {
					t.Errorf("Nordwire's row does not say %q: %s", want, text)
				}
			}
		case strings.Contains(text, "Radio Sund"):
			if !strings.Contains(text, "nothing ties it to another page of this story") {
				t.Errorf("the row of an untied page says %q", text)
			}
		}
	}
}

// compiledCase is a story of four pages, of which one is made of two others.
func compiledCase(t testing.TB) *hearsay.Case {
	b := newBuilder(t)
	one := b.add("Naru Post", "2026-03-03T06:00", "en", "One", damHomes+"\n\n"+damQuote)
	two := b.add("Losk Daily", "2026-03-03T07:00", "en", "Two", damHomes+"\n\n"+damRail)
	three := b.add("Dellmar News", "2026-03-03T08:00", "en", "Three", damOwn)
	both := b.add("Valley Mix", "2026-03-03T09:00", "en", "Both", damRail+"\n\n"+damOwn+"\n\nNothing else was heard in town.")
	b.share(one, two, damHomes, damHomes)
	b.share(two, both, damRail, damRail)
	b.share(three, both, damOwn, damOwn)
	b.finish()
	st := b.story("One", nil, one, two, three, both)
	b.edge(st, two, both, true, article.Likely)
	b.edge(st, three, both, true, article.Strong)
	return b.c
}

// TestWhichWordsFromWhich checks what is said of a page that is made of two.
func TestWhichWordsFromWhich(t *testing.T) {
	v := write(t, compiledCase(t), Options{}).view("story", "One")
	found := withClass(v, "details", "parts-of")
	if len(found) != 1 {
		t.Fatalf("%d pages are said to be made of several, want 1", len(found))
	}
	text := words(found[0])
	for _, want := range []string{"Losk Daily: 18 words, 18 of them only from here in ¶1", "Dellmar News: 43 words, 43 of them only from here in ¶2", "In none of them: 6 words."} {
		if !strings.Contains(text, want) {
			t.Errorf("it does not say %q: %s", want, text)
		}
	}
	if n := len(withClass(found[0], "svg", "coverage")); n != 2 {
		t.Errorf("%d strips, want one for each", n)
	}
}

// TestFolding checks that a large lineage is drawn in few rows and that every page of it can still be
// reached, by the picture and in the list.
func TestFolding(t *testing.T) {
	c := many(t)
	g := c.Stories[0].Lineage
	f := fold(g, drawOrder(g, c.Articles), c.Stories[0].Families)
	seen := make(map[int]int)
	for r, row := range f.rows {
		for _, n := range row.nodes() {
			seen[n]++
			if f.rowOf[n] != r {
				t.Errorf("node %d is in row %d, not in %d", n, r, f.rowOf[n])
			}
		}
	}
	if len(seen) != len(g.Nodes) || len(f.rows) != 2 {
		t.Errorf("%d nodes in %d rows, want %d in 2: a family, and what hangs on it", len(seen), len(f.rows), len(g.Nodes))
	}
	v := cases(t)["many in one"].view("story", "The gates")
	stacks := withClass(v, "circle", "stacked")
	folds := withClass(v, "details", "fold")
	if len(stacks) != 3 || len(folds) != 2 { // one is in the legend
		t.Fatalf("%d stacked nodes, %d folded rows", len(stacks), len(folds))
	}
	if rows := elements(v, func(n *html.Node) bool { return n.Data == "tr" && strings.Contains(attr(n, "id"), "-n-") }); len(rows) != len(g.Nodes) {
		t.Errorf("the list has %d pages of %d", len(rows), len(g.Nodes))
	}
	for _, d := range folds {
		if n := len(elements(v, func(n *html.Node) bool { return n.Data == "a" && attr(n, "href") == "#"+attr(d, "id") })); n != 1 {
			t.Errorf("%d links open %q", n, attr(d, "id"))
		}
	}
}

func TestFoldingLeavesSmallLineagesAlone(t *testing.T) {
	g := lineage.Lineage{Nodes: make([]lineage.Node, mostSingle)}
	order, family := make([]int, mostSingle), make([]int, mostSingle)
	for n := range g.Nodes {
		g.Nodes[n].Article, order[n], family[n] = n, n, n
	}
	if f := fold(g, order, [][]int{family}); len(f.rows) != mostSingle {
		t.Errorf("%d nodes in %d rows", mostSingle, len(f.rows))
	}
}

// TestFoldingOfPagesAlone checks that pages that nothing ties are one row where there are many, and
// that those which hang on different pages are not put together.
func TestFoldingOfPagesAlone(t *testing.T) {
	var g lineage.Lineage
	var order []int
	for n := range 90 {
		g.Nodes = append(g.Nodes, lineage.Node{Article: n})
		order = append(order, n)
	}
	for n := 2; n < 40; n++ {
		g.Edges = append(g.Edges, lineage.Edge{From: n % 2, To: n, Directed: true, Grade: article.Strong, Pair: -1})
	}
	f := fold(g, order, nil)
	var got []string
	for _, row := range f.rows {
		got = append(got, fmt.Sprint(row.kind, " ", len(row.rest)))
	}
	if want := "[0 0 0 0 2 18 2 18 3 49]"; fmt.Sprint(got) != want {
		t.Errorf("rows %v, want %s", got, want)
	}
}

// TestRaise checks that a source without a time stands above what hangs on it also where that is drawn
// in an earlier row, and that a circle loses no row.
func TestRaise(t *testing.T) {
	g := lineage.Lineage{Nodes: make([]lineage.Node, 4), Edges: []lineage.Edge{{From: 3, To: 1, Directed: true}}}
	f := fold(g, []int{0, 1, 2, 3}, nil)
	f.raise(g, func(n int) bool { return n == 3 })
	got := func() (nodes []int) {
		for _, row := range f.rows {
			nodes = append(nodes, row.node)
		}
		return nodes
	}
	if fmt.Sprint(got()) != "[0 3 1 2]" {
		t.Errorf("rows %v", got())
	}
	g.Edges = []lineage.Edge{{From: 1, To: 0, Directed: true}, {From: 0, To: 1, Directed: true}, {From: 3, To: 2, Directed: true}, {From: 2, To: 1, Directed: true}}
	f = fold(g, []int{0, 1, 2, 3}, nil)
	f.raise(g, func(int) bool { return true })
	if rows := got(); len(rows) != 4 {
		t.Errorf("rows %v of 4 nodes in a circle", rows)
	}
}

func TestUndatedPagesStandWithWhatTheyAreTiedTo(t *testing.T) {
	b := newBuilder(t)
	var members []int
	for _, name := range []string{"A", "B", "C", "D", "E", "F"} {
		members = append(members, b.add(name, "", "en", name, damRail))
	}
	st := b.story("One", nil, members...)
	for _, e := range [][2]int{{0, 3}, {1, 4}, {3, 5}} {
		b.edge(st, members[e[0]], members[e[1]], false, article.Unclear)
	}
	if got := drawOrder(st.Lineage, b.c.Articles); fmt.Sprint(got) != "[0 3 5 1 4 2]" {
		t.Errorf("order %v", got)
	}
}

// TestReasonsUseTheNamesOfTheReport checks that a sentence of a stage, which tells pages of one outlet
// apart by their titles, is shown with the names that the rest of the report has.
func TestReasonsUseTheNamesOfTheReport(t *testing.T) {
	b := newBuilder(t)
	one, two := b.add("Site B", "2026-03-03", "en", "Bridge closed", damRail), b.add("Site B", "2026-03-04", "en", "Bridge <open>", damRail)
	other := b.add("Site C", "2026-03-04", "en", "Three", damRail)
	b.whole(one, two)
	b.finish()
	st := b.story("One", nil, one, two, other)
	labels := lineage.Labels(b.c.Articles, st.Story)
	b.edge(st, one, two, true, article.Likely, lineage.Clue{Kind: lineage.EarlierDate, Text: labels[0] + " was published a day before " + labels[1] + ", not " + labels[2] + "."})
	v := write(t, b.c, Options{}).view("story", "One")
	if text := words(v); !strings.Contains(text, "Site B (1) was published a day before Site B (2), not Site C.") {
		t.Errorf("the reason reads: %s", text)
	}
}

func TestStylesTellGradesApart(t *testing.T) {
	seen := make(map[draw.Style]string)
	for _, e := range []lineage.Edge{{Directed: true, Grade: article.Strong}, {Directed: true, Grade: article.Likely}, {Directed: true, Grade: article.Unclear}, {Grade: article.Unclear}} {
		if before, ok := seen[edgeStyle(e)]; ok {
			t.Errorf("%s is drawn like %s", edgeGrade(e), before)
		}
		seen[edgeStyle(e)] = edgeGrade(e)
	}
}

// FuzzSpoken checks that a sentence of a stage stays the same but for the names of pages, whatever
// these are called.
func FuzzSpoken(f *testing.F) {
	f.Add("Site B", "Bridge", "closed", "Site B (“Bridge”) was first")
	f.Add("a\x000\x00", "b", "\x00", "a\x000\x00 (“b”) \u202E")
	f.Fuzz(func(t *testing.T, outlet, one, two, sentence string) {
		b := newBuilder(t)
		members := []int{b.add(outlet, "", "en", one, damRail), b.add(outlet, "", "en", two, damWind)}
		st := b.story("One", nil, members...)
		labels := lineage.Labels(b.c.Articles, st.Story)
		l := newLayout(b.c, false)
		for _, s := range []string{sentence, labels[0] + sentence + labels[1]} {
			var said, names strings.Builder
			links := 0
			for _, p := range l.spoken(frontPage, 0, s) {
				said.WriteString(p.Text)
				if p.Href != "" {
					links++
				} else {
					names.WriteString(p.Text)
				}
			}
			if links == 0 && said.String() != plain(s) {
				t.Fatalf("%q is spoken as %q", s, said.String())
			}
			if strings.Contains(said.String(), labelMark) || len(names.String()) > len(plain(s)) {
				t.Fatalf("%q is spoken as %q", s, said.String())
			}
		}
	})
}
