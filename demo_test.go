package hearsay_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hearsay"
	"hearsay/article"
	"hearsay/demo"
	"hearsay/lineage"
	"hearsay/text"
)

// A demoCase is what Hearsay finds in the demonstration corpus, with the names of the gold file.
type demoCase struct {
	*hearsay.Case
	gold  *demo.Gold
	names []string       // of each article
	index map[string]int // of each name
	story map[string]int // index of the story of each name
}

func newDemoCase(t *testing.T) demoCase {
	t.Helper()
	gold, err := demo.ReadGold()
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "pages")
	if err := os.CopyFS(dir, demo.Pages()); err != nil {
		t.Fatal(err)
	}
	collection, err := hearsay.Collect(context.Background(), []string{dir}, hearsay.Options{})
	if err != nil {
		t.Fatal(err)
	}
	d := demoCase{Case: hearsay.Compare(collection, hearsay.Options{}), gold: gold, index: map[string]int{}, story: map[string]int{}}
	for i, a := range d.Articles {
		name := strings.TrimPrefix(strings.TrimPrefix(a.Source.Path, filepath.ToSlash(dir)), "/")
		if a.Source.Record != "" {
			name += "#" + a.Source.Record
		}
		d.names = append(d.names, name)
		d.index[name] = i
	}
	for i, s := range d.Stories {
		for _, m := range s.Members {
			d.story[d.names[m.Article]] = i
		}
	}
	return d
}

// TestDemo compares what Hearsay finds in the demonstration corpus with what is true of it: every
// planted family, edge and origin is found, or abstained on where the pages do not tell; none is wrong.
func TestDemo(t *testing.T) {
	d := newDemoCase(t)
	for _, s := range d.Skipped {
		t.Errorf("skipped %s: %s", s.Source.Path, s.Reason)
	}
	if len(d.Articles) != len(d.gold.Pages) {
		t.Errorf("%d articles, the corpus has %d pages", len(d.Articles), len(d.gold.Pages))
	}
	t.Run("pages", d.checkPages)
	t.Run("families", d.checkFamilies)
	t.Run("stories", d.checkStories)
	t.Run("edges", d.checkEdges)
	t.Run("origins", d.checkOrigins)
	t.Run("statements", d.checkStatements)
}

func (d demoCase) checkPages(t *testing.T) {
	for _, want := range d.gold.Pages {
		i, ok := d.index[want.Page]
		if !ok {
			t.Errorf("%s was not read", want.Page)
			continue
		}
		a := d.Articles[i]
		if fold(a.Title) != fold(want.Title) {
			t.Errorf("%s: title %q, want %q", want.Page, a.Title, want.Title)
		}
		if a.Outlet != "" && fold(a.Outlet) != fold(want.Outlet) {
			t.Errorf("%s: outlet %q, want %q", want.Page, a.Outlet, want.Outlet)
		}
		if a.Language.Code != want.Language {
			t.Errorf("%s: language %q, want %q", want.Page, a.Language.Code, want.Language)
		}
		d.checkDate(t, want, a)
		body := a.Doc.String()
		for _, part := range []string{want.Begins, want.Ends} {
			if !strings.Contains(fold(body), fold(part)) {
				t.Errorf("%s: the body does not hold %q", want.Page, part)
			}
		}
		for _, x := range want.Furniture {
			if strings.Contains(fold(body), fold(x)) && !slices.ContainsFunc(want.Optional, func(o string) bool { return strings.Contains(fold(o), fold(x)) }) {
				t.Errorf("%s: the body holds the furniture %q", want.Page, x)
			}
		}
	}
}

func (d demoCase) checkDate(t *testing.T, want demo.Page, a *article.Article) {
	switch {
	case want.Published == nil && a.Published != nil:
		t.Errorf("%s: published %v, but the page does not tell", want.Page, a.Published.From)
	case want.Published != nil && a.Published == nil:
		t.Errorf("%s: no date, want %s", want.Page, want.Published.Value)
	case want.Published != nil && a.Published.From.Format("2006-01-02") != want.Published.Value[:10]:
		t.Errorf("%s: published %v, want %s", want.Page, a.Published.From, want.Published.Value)
	}
}

func fold(s string) string { return text.Fold(s) }

func (d demoCase) checkFamilies(t *testing.T) {
	family := map[string]int{}
	n := 0
	for _, s := range d.Stories {
		for _, f := range s.Families {
			n++
			for _, i := range f {
				family[d.names[i]] = n
			}
		}
	}
	textOf := map[string]string{}
	for _, p := range d.gold.Pages {
		textOf[p.Page] = p.Text
	}
	for _, set := range d.gold.NearCopies {
		for _, page := range set[1:] {
			if family[page] == 0 || family[page] != family[set[0]] {
				t.Errorf("%s and %s are near-copies and not in one family", set[0], page)
			}
		}
	}
	for a, fa := range family {
		for b, fb := range family {
			if a < b && fa == fb && textOf[a] != textOf[b] {
				t.Errorf("%s and %s are in one family, but come from different texts", a, b)
			}
		}
	}
}

func (d demoCase) checkStories(t *testing.T) {
	of := map[string]string{}
	for _, p := range d.gold.Pages {
		of[p.Page] = p.Story
	}
	for _, s := range d.gold.Stories {
		for _, part := range s.Parts {
			for _, page := range part.Pages {
				if d.story[page] != d.story[part.Pages[0]] {
					t.Errorf("%s and %s are one story, found as two", part.Pages[0], page)
				}
			}
		}
	}
	for _, s := range d.Stories {
		for _, m := range s.Members {
			if a, b := d.names[s.Members[0].Article], d.names[m.Article]; of[a] != of[b] {
				t.Errorf("%s and %s are different stories, found as one", a, b)
			}
		}
	}
}

// A foundEdge is an edge of a lineage with the names of the gold file; a missing source is named
// “missing: ” and its name.
type foundEdge struct {
	from, to string
	lineage.Edge
}

func (d demoCase) edges() []foundEdge {
	var found []foundEdge
	for _, s := range d.Stories {
		name := func(i int) string {
			if n := s.Lineage.Nodes[i]; n.Article < 0 {
				return "missing: " + n.Missing
			}
			return d.names[s.Lineage.Nodes[i].Article]
		}
		for _, e := range s.Lineage.Edges {
			found = append(found, foundEdge{name(e.From), name(e.To), e})
		}
	}
	return found
}

func (d demoCase) checkEdges(t *testing.T) {
	found := d.edges()
	right := make([]bool, len(found))
	for _, want := range d.gold.Edges {
		ok := false
		for i, e := range found {
			if matches(want, e) {
				ok, right[i] = true, true
			}
		}
		if !ok {
			t.Errorf("not found: %s edge from %s%s to %s (%s)", want.Expect, want.From, want.Missing, want.To, want.Why)
		}
	}
	for i, e := range found {
		if !right[i] {
			t.Errorf("wrong: edge from %s to %s, directed %v, %s: %s", e.from, e.to, e.Directed, e.Grade, clueTexts(e))
		}
	}
	for _, not := range d.gold.NotEdges {
		for _, e := range found {
			if e.from == not.A && e.to == not.B || e.from == not.B && e.to == not.A {
				t.Errorf("wrong: %s and %s are tied: %s", not.A, not.B, not.Why)
			}
		}
	}
}

func clueTexts(e foundEdge) string {
	var texts []string
	for _, c := range e.Clues {
		texts = append(texts, c.Text)
	}
	return strings.Join(texts, " | ")
}

// matches reports whether e is what the gold file expects of want.
func matches(want demo.Edge, e foundEdge) bool {
	same := e.to == want.To && (e.from == want.From || slices.Contains(want.Accept, e.from))
	reversed := e.from == want.To && (e.to == want.From || slices.Contains(want.Accept, e.to))
	switch want.Expect {
	case demo.Directed:
		return e.Directed && same
	case demo.Undetermined:
		return !e.Directed && (same || reversed)
	case demo.MissingNode:
		return e.Directed && e.to == want.To && fold(strings.TrimPrefix(e.from, "missing: ")) == fold(want.Missing)
	case demo.Version:
		return same || !e.Directed && reversed
	}
	return false
}

func (d demoCase) checkOrigins(t *testing.T) {
	for _, s := range d.gold.Stories {
		for _, part := range s.Parts {
			iv := d.Stories[d.story[part.Pages[0]]].Origins
			if !slices.Contains(part.Origins.AtLeast, iv.AtLeast) || !slices.Contains(part.Origins.AtMost, iv.AtMost) {
				t.Errorf("%s (%s): at least %d, at most %d origins; want %v to %v", s.ID, part.Language, iv.AtLeast, iv.AtMost, part.Origins.AtLeast, part.Origins.AtMost)
				for _, g := range iv.Groups {
					var pages []string
					for _, i := range g.Articles {
						pages = append(pages, d.names[i])
					}
					t.Logf("  %s %s: %v", g.Basis, g.Name, pages)
				}
				for _, m := range iv.Merges {
					t.Logf("  %s: %s", m.Rule, m.Reason)
				}
			}
		}
	}
}

func (d demoCase) checkStatements(t *testing.T) {
	for _, want := range d.gold.Statements {
		got, ok := d.findStatement(want)
		if !ok {
			t.Errorf("%s: no statement holds the sentence on %s", want.ID, want.Page)
			continue
		}
		var pages []string
		for _, i := range got.Articles() {
			pages = append(pages, d.names[i])
		}
		for _, r := range want.Reports {
			if !slices.Contains(pages, r.Page) {
				t.Errorf("%s: not found on %s: %q", want.ID, r.Page, r.Exact)
			}
		}
		for _, page := range pages {
			if !slices.ContainsFunc(want.Reports, func(q demo.Quote) bool { return q.Page == page }) {
				t.Errorf("%s: wrongly found on %s", want.ID, page)
			}
		}
		iv := got.Origins
		if !slices.Contains(want.Origins.AtLeast, iv.AtLeast) || !slices.Contains(want.Origins.AtMost, iv.AtMost) {
			t.Errorf("%s: at least %d, at most %d origins; want %v to %v (%s)", want.ID, iv.AtLeast, iv.AtMost, want.Origins.AtLeast, want.Origins.AtMost, want.Origins.Why)
		}
	}
}

func (d demoCase) findStatement(want demo.Statement) (hearsay.Statement, bool) {
	for _, s := range d.Stories {
		for _, x := range s.Statements {
			for _, r := range x.Reports {
				if d.names[r.Article] == want.Page && strings.Contains(fold(want.Text), fold(d.Articles[r.Article].Doc.Text(r.Span))) {
					return x, true
				}
			}
		}
	}
	return hearsay.Statement{}, false
}
