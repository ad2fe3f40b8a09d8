package report

import (
	"sort"
	"strings"

	"hearsay/reuse"
	"hearsay/text"
)

// passage returns the rows of one passage, one for each paragraph of A that it reaches into.
func (al alignment) passage(p reuse.Passage) []alignedRow {
	w := rowWriter{alignment: al, kind: sharedRow}
	w.begin(p.A.Start, p.B.Start)
	switch {
	case p.Formula:
		w.kind = formulaRow
	case p.Reworded:
		w.kind = rewordedRow
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
		w.row.Left.put("", w.a, text.Span{Start: w.atA, End: a})
		w.atA = a
	}
	if b > w.atB {
		w.row.Right.put("", w.b, text.Span{Start: w.atB, End: b})
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
	if w.kind == rewordedRow {
		kind = ""
		if e.Op == reuse.Equal {
			kind = "same"
		}
	}
	w.row.Left.put(kind, w.a, e.A)
	w.row.Right.put(kind, w.b, e.B)
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
	n := len(c.Pieces)
	if n == 0 {
		return
	}
	first, last := &c.Pieces[0], &c.Pieces[n-1]
	long := len(first.Text)
	first.Text = strings.TrimLeft(first.Text, "\n ")
	first.span.Start += long - len(first.Text)
	long = len(last.Text)
	last.Text = strings.TrimRight(last.Text, "\n ")
	last.span.End -= long - len(last.Text)
}
