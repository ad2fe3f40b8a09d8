package origin

import (
	"testing"
	"unicode/utf8"

	"hearsay/article"
	"hearsay/lineage"
	"hearsay/story"
	"hearsay/text"
)

func FuzzDateline(f *testing.F) {
	f.Add("HARBOURTON — The bridge", "Mara Quill")
	f.Add("هاربرتاون – أغلق", "%s")
	f.Fuzz(func(t *testing.T, body, name string) {
		a := &article.Article{Outlet: name, Byline: []string{name}, Doc: text.NewDoc(body)}
		speaksOfItself(a)
		if got := lineage.Authors(a); len(got) > 0 && got[0] != name {
			t.Errorf("Authors made %q of %q", got[0], name)
		}
		for _, b := range append(unnamedBases(a, true), unnamedBases(a, false)...) {
			if b.key == "" || b.reason == "" {
				t.Errorf("unnamed basis without words: %+v", b)
			}
		}
	})
}

// FuzzMention reads what a page says about others: every span lies inside its text, on rune boundaries.
func FuzzMention(f *testing.F) {
	f.Add("The gate stood open, the Losk Ledger’s man wrote.\n\nSource: Losk Ledger", "The Losk Ledger", "Daily A")
	f.Add("LOSK (Agency A) – صدى الوادي", "صدى الوادي", "Agency A")
	f.Add("“", " ", "\xff'")
	f.Fuzz(func(t *testing.T, body, one, two string) {
		articles := []*article.Article{{ID: "1", Outlet: one, Doc: text.NewDoc(body)}, {ID: "2", Outlet: two, Doc: text.NewDoc(body)}}
		st := story.Story{Members: []story.Member{{Article: 0}, {Article: 1}}}
		g := newGround(articles, st, nil, lineage.Lineage{})
		for m, mentions := range g.mentions {
			for _, at := range mentions {
				s := g.article(m).Doc.String()
				if at.span.Start < 0 || at.span.Start >= at.span.End || at.span.End > len(s) ||
					!utf8.RuneStart(s[at.span.Start]) || at.span.End < len(s) && !utf8.RuneStart(s[at.span.End]) {
					t.Errorf("%q names %q at %v", body, at.outlet, at.span)
				}
			}
		}
		ownDateline(articles[0])
		lineage.ClosingLine(articles[0].Doc, &text.Span{End: min(len(articles[0].Doc.String()), 5)})
		if iv := OfStory(articles, st, nil, lineage.Lineage{Nodes: []lineage.Node{{}, {Article: 1}}}); iv.AtLeast < 1 || iv.AtMost > 2 {
			t.Errorf("two pages: %s", iv)
		}
	})
}
