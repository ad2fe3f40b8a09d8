package report

import (
	"strings"

	"hearsay"
	"hearsay/reuse"
	"hearsay/text"
)

const (
	firstStatements = 12  // shown at once
	mostStatements  = 200 // of a story, in all
)

// A statementRow is a statement with its pages and origins.
type statementRow struct {
	Anchor   string
	Href     string // to its rows, from the view that lists it
	Text     string
	Pages    int
	Origins  originCount
	Wordings []wording
	Panel    panel
	tongue
}

// A wording is one form of the words of a statement and the pages that use it.
type wording struct {
	Pieces []mark     // “gone” and “changed” mark what differs from the wording that stands for the statement
	Pages  []pageLink // each leads to the sentence
	tongue
}

func (l *layout) statements(file string, s int) []statementRow {
	st := l.Stories[s]
	rows := make([]statementRow, 0, min(len(st.Statements), mostStatements))
	used := make(map[string]int)
	for _, f := range st.Statements[:min(len(st.Statements), mostStatements)] {
		anchor := l.storyAt[s].anchor + "-st-" + wordOf(f.ID)
		if used[anchor]++; used[anchor] > 1 {
			anchor += "_" + number(used[anchor])
		}
		rows = append(rows, l.statement(file, s, anchor, f))
		rows[len(rows)-1].Href = place{l.storyAt[s].file, anchor}.from(file)
	}
	return rows
}

func (l *layout) statement(file string, s int, anchor string, f hearsay.Statement) statementRow {
	row := statementRow{
		Anchor: anchor, Text: short(f.Text, 600), Origins: newOriginCount(f.Origins),
		Panel: l.panel(file, s, f.Origins), tongue: tongue{Dir: "auto"},
	}
	articles := make(map[int]bool)
	at := make(map[string]int)
	for _, r := range f.Reports {
		a := l.Articles[r.Article]
		exact := a.Doc.Text(r.Span)
		if a.Doc.Text(r.Span) == f.Text {
			row.tongue = languageOf(a)
		}
		articles[r.Article] = true
		link := l.page(file, r.Article)
		link.Href = l.at(file, r.Ref)
		k, seen := at[exact]
		if !seen {
			k = len(row.Wordings)
			at[exact] = k
			row.Wordings = append(row.Wordings, wording{Pieces: differing(f.Text, exact), tongue: languageOf(a)})
		}
		row.Wordings[k].Pages = append(row.Wordings[k].Pages, link)
	}
	row.Pages = len(articles)
	return row
}

// longestCompared is the length in bytes up to which sentences are compared word by word.
const longestCompared = 4000

// differing returns exact with the words marked in which it differs from base: those that only exact
// has as “changed”, those that only base has as “gone”.
func differing(base, exact string) []mark {
	if base == exact || len(base)+len(exact) > longestCompared {
		return []mark{{Text: evidence(exact)}}
	}
	a, b := text.NewDoc(base), text.NewDoc(exact)
	passages, _ := order(reuse.Compare(a, b, reuse.Options{MinWords: 1}).Passages)
	var pieces []mark
	add := func(kind, s string) {
		if s != "" {
			pieces = append(pieces, mark{Kind: kind, Text: evidence(s)})
		}
	}
	atA, atB := 0, 0
	step := func(kind string, toA, toB int) {
		if gone := (text.Span{Start: atA, End: toA}); kind != "" && len(tokens(a, gone)) > 0 {
			if n := len(pieces); n > 0 && !strings.HasSuffix(pieces[n-1].Text, " ") {
				add("", " ")
			}
			add("gone", strings.TrimSpace(a.Text(gone)))
		}
		if here := (text.Span{Start: atB, End: toB}); len(tokens(b, here)) == 0 {
			add("", b.Text(here))
		} else {
			add(kind, b.Text(here))
		}
		atA, atB = toA, toB
	}
	for _, p := range passages {
		for _, e := range p.Edits {
			step("changed", e.A.Start, e.B.Start)
			if e.Op == reuse.Equal {
				step("", e.A.End, e.B.End)
			} else {
				step("changed", e.A.End, e.B.End)
			}
		}
	}
	step("changed", a.Len(), b.Len())
	return pieces
}
