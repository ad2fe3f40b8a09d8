package report

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
	"strings"
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
	apartRow   rowKind = "apart"   // what a side has between passages, on its own
	movedRow   rowKind = "moved"   // what a side has here and the other elsewhere
)

// An alignedRow is one row of two pages side by side.
type alignedRow struct {
	Kind       rowKind
	Anchor     string
	Left       cell
	Right      cell
	Changes    int  // edits that are not equal
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
	Kind string // empty, “changed” (other words there), “only” (nothing there), “moved” (elsewhere there)
	Text string
	Href string // of the row that shows where a moved stretch stands
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
		inA, inB = append(inA, movedSpan{p.A, p.href}), append(inB, movedSpan{p.B, p.href})
	}
	left, right := parts(al.a, a, inA), parts(al.b, b, inB)
	if len(left) == 1 && len(right) == 1 && left[0].href == "" && right[0].href == "" {
		return append(rows, alignedRow{Kind: apartRow, a: left[0].Span, b: right[0].Span, Left: apart(al.a, left[0]), Right: apart(al.b, right[0])})
	}
	for _, p := range left {
		rows = append(rows, alignedRow{Kind: p.kind(), a: p.Span, Left: apart(al.a, p)})
	}
	for _, p := range right {
		rows = append(rows, alignedRow{Kind: p.kind(), b: p.Span, Right: apart(al.b, p)})
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
	href string
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
	add := func(p text.Span, href string) {
		if p = trimmed(d, p); !p.Empty() {
			out = append(out, movedSpan{p, href})
		}
	}
	at := s.Start
	for _, m := range moved {
		in := m.Intersect(text.Span{Start: at, End: max(at, s.End)})
		if in.Empty() {
			continue
		}
		in = widened(d, in).Intersect(text.Span{Start: at, End: s.End})
		add(text.Span{Start: at, End: in.Start}, "")
		add(in, m.href)
		at = in.End
	}
	add(text.Span{Start: at, End: max(at, s.End)}, "")
	return out
}

// apart is the cell of text that has no passage beside it.
func apart(d *text.Doc, p movedSpan) cell {
	c := cell{Words: len(tokens(d, p.Span))}
	if p.href != "" {
		c.Pieces = []mark{{Kind: "moved", Text: evidence(d.Text(p.Span)), Href: p.href}}
		return c
	}
	if c.Words > longGap {
		c.Long, c.Begins = true, short(beginning(d.Text(p.Span), 600), 90)
	}
	if c.Words > widestGap {
		c.Cut, c.Ends = true, ending(d, p.Span)
		return c
	}
	c.add("", d.Text(p.Span))
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

func (c *cell) add(kind, s string) {
	if s != "" {
		c.Pieces = append(c.Pieces, mark{Kind: kind, Text: evidence(s)})
	}
}

// passage returns the rows of one passage, one for each paragraph of A that it reaches into.
func (al alignment) passage(p reuse.Passage) []alignedRow {
	w := rowWriter{alignment: al, kind: sharedRow}
	w.begin(p.A.Start, p.B.Start)
	if p.Formula {
		w.kind = formulaRow
	}
	for _, e := range p.Edits {
		w.write(e)
	}
	w.flush(p.A.End, p.B.End)
	return w.rows
}

// A rowWriter walks through the edits of a passage and begins a new row at each paragraph of A.
type rowWriter struct {
	alignment
	kind           rowKind
	rows           []alignedRow
	row            alignedRow
	atA, atB       int // what is written of each text
	startA, startB int // where the row begins
}

func (w *rowWriter) write(e reuse.Edit) {
	if end, ok := w.paragraphEnd(w.atA); ok && end <= e.A.Start && !e.A.Empty() {
		// A paragraph of A ended between the last edit and this one.
		w.flush(end, w.atB)
		w.begin(e.A.Start, w.atB)
	}
	w.between(e.A.Start, e.B.Start)
	for e.Op == reuse.Equal {
		end, ok := w.paragraphEnd(e.A.Start)
		if !ok || end >= e.A.End {
			break
		}
		head, rest, ok := w.split(e, end)
		if !ok {
			break
		}
		w.edit(head)
		w.flush(end, head.B.End)
		e = rest
		w.begin(e.A.Start, e.B.Start)
		w.between(e.A.Start, e.B.Start)
	}
	w.edit(e)
}

// begin begins a row at the words that stand at a and b. A quotation mark before a word belongs to
// it, unless the row before has it.
func (w *rowWriter) begin(a, b int) {
	w.startA = max(w.atA, widened(w.a, text.Span{Start: a, End: a}).Start)
	w.startB = max(w.atB, widened(w.b, text.Span{Start: b, End: b}).Start)
	w.atA, w.atB = w.startA, w.startB
}

// paragraphEnd returns the end of the paragraph of A that holds the byte at.
func (w *rowWriter) paragraphEnd(at int) (int, bool) {
	k := sort.Search(len(w.breaks), func(i int) bool { return w.breaks[i].Span.End >= at })
	if k == len(w.breaks) || w.breaks[k].Span.Start > at {
		return 0, false
	}
	return w.breaks[k].Span.End, true
}

// split cuts an equal edit where a paragraph of A ends. Both sides have the same words, so the cut
// in B comes after as many of them.
func (w *rowWriter) split(e reuse.Edit, end int) (head, rest reuse.Edit, ok bool) {
	inA, inB := tokens(w.a, e.A), tokens(w.b, e.B)
	n := sort.Search(len(inA), func(i int) bool { return inA[i].Span().Start >= end })
	if n == 0 || n >= len(inA) || len(inA) != len(inB) {
		return e, e, false
	}
	head, rest = e, e
	head.A.End, head.B.End = inA[n-1].Span().End, inB[n-1].Span().End
	rest.A.Start, rest.B.Start = inA[n].Span().Start, inB[n].Span().Start
	return head, rest, true
}

// between writes what stands between two edits: spaces and punctuation.
func (w *rowWriter) between(a, b int) {
	if a > w.atA {
		w.row.Left.add("", w.a.Text(text.Span{Start: w.atA, End: a}))
		w.atA = a
	}
	if b > w.atB {
		w.row.Right.add("", w.b.Text(text.Span{Start: w.atB, End: b}))
		w.atB = b
	}
}

func (w *rowWriter) edit(e reuse.Edit) {
	kind := ""
	switch e.Op {
	case reuse.Replace:
		kind = "changed"
	case reuse.Insert, reuse.Delete:
		kind = "only"
	}
	if kind != "" {
		w.row.Changes++
	}
	w.row.Left.add(kind, w.a.Text(e.A))
	w.row.Right.add(kind, w.b.Text(e.B))
	w.atA, w.atB = max(w.atA, e.A.End), max(w.atB, e.B.End)
}

// flush ends a row after the bytes a of A and b of B, with the punctuation that hangs on them.
func (w *rowWriter) flush(a, b int) {
	a = max(w.atA, widened(w.a, text.Span{Start: a, End: a}).End)
	b = max(w.atB, widened(w.b, text.Span{Start: b, End: b}).End)
	w.between(a, b)
	w.row.Kind = w.kind
	w.row.a, w.row.b = text.Span{Start: w.startA, End: a}, text.Span{Start: w.startB, End: b}
	w.row.Anchor = w.rowAnchor(w.row.a)
	w.row.Left.Words, w.row.Right.Words = len(tokens(w.a, w.row.a)), len(tokens(w.b, w.row.b))
	w.row.Left.trim()
	w.row.Right.trim()
	w.rows = append(w.rows, w.row)
	w.row = alignedRow{}
	w.startB, w.atA, w.atB = b, a, b
}

// trim removes the line ends at the edges of a cell.
func (c *cell) trim() {
	if n := len(c.Pieces); n > 0 {
		c.Pieces[0].Text = strings.TrimLeft(c.Pieces[0].Text, "\n ")
		c.Pieces[n-1].Text = strings.TrimRight(c.Pieces[n-1].Text, "\n ")
	}
}
