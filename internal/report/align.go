package report

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
	"unicode"
	"unicode/utf8"

	"hearsay/article"
	"hearsay/reuse"
	"hearsay/text"
)

const (
	// longGap is the number of words above which text that only one page has is folded away.
	longGap = 60
	// widestGap is the number above which only its beginning and its end are shown: the whole stands
	// in the article, one step away, and would else be repeated in every pair.
	widestGap = 200
)

// A rowKind tells what a row of a pair shows.
type rowKind string

const (
	sharedRow  rowKind = "shared"  // the two sides are one passage
	formulaRow rowKind = "formula" // the two sides are one standing phrase
	// rewordedRow shows two sides of which one was worked over: few words stand side by side as they
	// were, so what is the same is marked, not what differs.
	rewordedRow rowKind = "reworded"
	apartRow    rowKind = "apart" // what a side has between passages, on its own
	movedRow    rowKind = "moved" // what a side has here and the other elsewhere
)

// An alignedRow is one row of two pages side by side.
type alignedRow struct {
	Kind       rowKind
	Anchor     string
	Left       cell
	Right      cell
	Formula    bool // what stands elsewhere is a standing phrase
	LeftPlace  link // to the paragraph in the article; its text is the number
	RightPlace link

	a, b text.Span
}

// A cell is one side of a row.
type cell struct {
	Pieces []mark
	Words  int
	Long   bool   // folded away at first
	Cut    bool   // too long to be shown here: Pieces is empty
	Begins string // its first words, where it is long
	Ends   string // its last words, where it is cut
}

// A mark is a stretch of a cell.
type mark struct {
	Kind string // empty, “changed” (other words there), “only” (nothing there), “moved” (elsewhere there), “same” (in a reworded passage)
	Text string
	Href string // of the row that shows where a moved stretch stands
	Note noteMark

	span text.Span // what it shows, where that is one stretch of the text
}

// An alignment lays the passages of two articles out in rows.
type alignment struct {
	a, b   *text.Doc
	breaks []article.Paragraph // of A
	anchor string
	taken  map[string]bool // anchors in use: the same words of A may stand twice in B
}

// rows returns the rows in the order of A, and the passages that stand in another order in B.
func (al alignment) rows(passages []reuse.Passage) (rows, moved []alignedRow) {
	inOrder, others := order(passages)
	var elsewhere []movedPassage
	for _, p := range others {
		of := al.passage(p)
		moved = append(moved, of...)
		elsewhere = append(elsewhere, movedPassage{p, "#" + of[0].Anchor})
	}
	var a, b int
	for _, p := range inOrder {
		rows = al.gap(rows, text.Span{Start: a, End: p.A.Start}, text.Span{Start: b, End: p.B.Start}, elsewhere)
		rows = append(rows, al.passage(p)...)
		a, b = p.A.End, p.B.End
	}
	rows = al.gap(rows, text.Span{Start: a, End: al.a.Len()}, text.Span{Start: b, End: al.b.Len()}, elsewhere)
	return rows, moved
}

// A movedPassage is a passage that stands elsewhere in B, with the link to its row.
type movedPassage struct {
	reuse.Passage
	href string
}

// order separates the passages that follow each other in both texts from the rest.
func order(passages []reuse.Passage) (inOrder, elsewhere []reuse.Passage) {
	sorted := slices.Clone(passages)
	slices.SortStableFunc(sorted, func(p, q reuse.Passage) int { return cmp.Compare(p.A.Start, q.A.Start) })
	a, b := 0, 0
	for _, p := range sorted {
		if p.Moved || p.A.Start < a || p.B.Start < b {
			elsewhere = append(elsewhere, p)
			continue
		}
		inOrder = append(inOrder, p)
		a, b = p.A.End, p.B.End
	}
	return inOrder, elsewhere
}

// gap appends the rows of what stands between two passages. Words that stand elsewhere in the other
// text have rows of their own: they are not missing there.
func (al alignment) gap(rows []alignedRow, a, b text.Span, elsewhere []movedPassage) []alignedRow {
	var inA, inB []movedSpan
	for _, p := range elsewhere {
		inA, inB = append(inA, movedSpan{p.A, p.href, p.Formula}), append(inB, movedSpan{p.B, p.href, p.Formula})
	}
	left, right := parts(al.a, a, inA), parts(al.b, b, inB)
	if len(left) == 1 && len(right) == 1 && left[0].href == "" && right[0].href == "" {
		return append(rows, alignedRow{Kind: apartRow, a: left[0].Span, b: right[0].Span, Left: apart(al.a, left[0]), Right: apart(al.b, right[0])})
	}
	for _, p := range left {
		rows = append(rows, alignedRow{Kind: p.kind(), Formula: p.formula, a: p.Span, Left: apart(al.a, p)})
	}
	for _, p := range right {
		rows = append(rows, alignedRow{Kind: p.kind(), Formula: p.formula, b: p.Span, Right: apart(al.b, p)})
	}
	return rows
}

func (al alignment) rowAnchor(a text.Span) string {
	from, to := al.a.CodePoints(a)
	anchor := fmt.Sprintf("%s.%d-%d", al.anchor, from, to)
	for n := 2; al.taken[anchor]; n++ {
		anchor = fmt.Sprintf("%s.%d-%d_%d", al.anchor, from, to, n)
	}
	al.taken[anchor] = true
	return anchor
}

// trimmed narrows s to the words in it and the punctuation that hangs on them; it is empty if there
// are none.
func trimmed(d *text.Doc, s text.Span) text.Span {
	words := tokens(d, s)
	if len(words) == 0 {
		return text.Span{Start: s.Start, End: s.Start}
	}
	in := widened(d, text.Span{Start: words[0].Span().Start, End: words[len(words)-1].Span().End})
	return in.Intersect(s)
}

// tokens returns the tokens of d that lie inside s.
func tokens(d *text.Doc, s text.Span) []text.Token {
	all := d.Tokens()
	from := sort.Search(len(all), func(i int) bool { return all[i].Span().Start >= s.Start })
	to := sort.Search(len(all), func(i int) bool { return all[i].Span().End > s.End })
	return all[from:max(from, to)]
}

// widened adds the punctuation that hangs on the first and the last word of s.
func widened(d *text.Doc, s text.Span) text.Span {
	whole := d.String()
	for s.Start > 0 {
		r, n := utf8.DecodeLastRuneInString(whole[:s.Start])
		if !unicode.IsPunct(r) {
			break
		}
		s.Start -= n
	}
	for s.End < len(whole) {
		r, n := utf8.DecodeRuneInString(whole[s.End:])
		if !unicode.IsPunct(r) {
			break
		}
		s.End += n
	}
	return s
}

// A movedSpan is a part of a gap. Its link leads to the row that shows where the words stand in the
// other text; it is empty if they stand nowhere there.
type movedSpan struct {
	text.Span
	href    string
	formula bool
}

func (m movedSpan) kind() rowKind {
	if m.href != "" {
		return movedRow
	}
	return apartRow
}

// parts cuts s where passages that stand elsewhere begin and end, and leaves out what has no words.
func parts(d *text.Doc, s text.Span, moved []movedSpan) []movedSpan {
	slices.SortStableFunc(moved, func(p, q movedSpan) int { return cmp.Compare(p.Start, q.Start) })
	var out []movedSpan
	add := func(p text.Span, m movedSpan) {
		if m.Span = trimmed(d, p); !m.Empty() {
			out = append(out, m)
		}
	}
	at := s.Start
	for _, m := range moved {
		in := m.Intersect(text.Span{Start: at, End: max(at, s.End)})
		if in.Empty() {
			continue
		}
		in = widened(d, in).Intersect(text.Span{Start: at, End: s.End})
		add(text.Span{Start: at, End: in.Start}, movedSpan{})
		add(in, m)
		at = in.End
	}
	add(text.Span{Start: at, End: max(at, s.End)}, movedSpan{})
	return out
}

// apart is the cell of text that has no passage beside it.
func apart(d *text.Doc, p movedSpan) cell {
	c := cell{Words: len(tokens(d, p.Span))}
	if p.href != "" {
		c.Pieces = []mark{{Kind: "moved", Text: evidence(d.Text(p.Span)), Href: p.href, span: p.Span}}
		return c
	}
	if c.Words > longGap {
		c.Long, c.Begins = true, short(beginning(d.Text(p.Span), 600), 90)
	}
	if c.Words > widestGap {
		c.Cut, c.Ends = true, ending(d, p.Span)
		return c
	}
	c.put("", d, p.Span)
	return c
}

// beginning returns at most n bytes of s, cut before a rune.
func beginning(s string, n int) string {
	for n = min(n, len(s)); n < len(s) && !utf8.RuneStart(s[n]); n-- {
	}
	return s[:n]
}

// ending returns the last words of s.
func ending(d *text.Doc, s text.Span) string {
	words := tokens(d, s)
	from := words[max(0, len(words)-12)].Span().Start
	return plain(d.Text(text.Span{Start: from, End: s.End}))
}

func (c *cell) put(kind string, d *text.Doc, s text.Span) {
	if !s.Empty() {
		c.Pieces = append(c.Pieces, mark{Kind: kind, Text: evidence(d.Text(s)), span: s})
	}
}
