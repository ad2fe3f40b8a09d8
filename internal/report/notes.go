package report

import (
	"cmp"
	"slices"

	"hearsay/lineage"
	"hearsay/reuse"
	"hearsay/text"
)

// A noteMark ties words of a pair to a reason; with N 0 there is none.
type noteMark struct {
	N    int
	ID   string // of the words, where the list of reasons leads there
	Href string // to the reason in that list; only where the words of this cell end
}

// A noteView is a reason whose words are marked in the two pages.
type noteView struct {
	N       int
	ID      string // of the reason
	Text    []phrase
	Href    string // to the words here, or in their article where they are not shown here
	Against bool
}

// A noted is a stretch of one of two pages that a reason points at.
type noted struct {
	text.Span
	n int
}

// notes are the reasons of one edge whose words are shown in a pair.
type notes struct {
	anchor string
	views  []noteView
	sides  [2][]noted // by side, sorted
	marked map[int]bool
}

// pointed reports whether a clue points at words that are odd or telling by themselves. The others
// point at a whole passage, which is marked anyway.
func pointed(c lineage.Clue) bool {
	switch c.Kind {
	case lineage.SharedWording, lineage.EarlierDate, lineage.OwnOpening, lineage.CommonCredit:
		return false
	}
	return c.Ref != nil
}

// newNotes gathers what the clues of an edge point at in the pages of p, and where the other page has
// the same words.
func (l *layout) newNotes(file string, story int, anchor string, clues []lineage.Clue, p reuse.Pair) notes {
	n := notes{anchor: anchor, marked: make(map[int]bool)}
	for _, c := range clues {
		if !pointed(c) || c.Ref.Article != p.A && c.Ref.Article != p.B {
			continue
		}
		k := len(n.views) + 1
		side := 0
		if c.Ref.Article == p.B {
			side = 1
		}
		n.sides[side] = append(n.sides[side], noted{c.Ref.Span, k})
		if twin, ok := l.twin(p, side, c.Ref.Span); ok {
			n.sides[1-side] = append(n.sides[1-side], noted{twin, k})
		}
		n.views = append(n.views, noteView{N: k, ID: anchor + "-r" + number(k), Text: l.spoken(file, story, c.Text), Href: l.at(file, *c.Ref), Against: c.Against})
	}
	for side := range n.sides {
		slices.SortStableFunc(n.sides[side], func(a, b noted) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End)) })
	}
	return n
}

// twin returns the words of the other side that match s, if all of s matches in one stretch.
func (l *layout) twin(p reuse.Pair, side int, s text.Span) (text.Span, bool) {
	docs := [2]*text.Doc{l.Articles[p.A].Doc, l.Articles[p.B].Doc}
	for _, g := range p.Passages {
		if !([2]text.Span{g.A, g.B})[side].Overlaps(s) {
			continue
		}
		for _, e := range g.Edits {
			spans := [2]text.Span{e.A, e.B}
			if e.Op != reuse.Equal || !spans[side].Overlaps(s) {
				continue
			}
			here, there := tokens(docs[side], spans[side]), tokens(docs[1-side], spans[1-side])
			from := slices.IndexFunc(here, func(t text.Token) bool { return t.Span().End > s.Start })
			to := from
			for to >= 0 && to < len(here) && here[to].Span().Start < s.End {
				to++
			}
			if from < 0 || to <= from || len(here) != len(there) || !spans[side].Contains(s) {
				continue
			}
			return text.Span{Start: there[from].Span().Start, End: there[to-1].Span().End}, true
		}
	}
	return text.Span{}, false
}

// mark cuts the pieces of a cell where reasons point into it.
func (n *notes) mark(c *cell, side int, d *text.Doc) {
	var out []mark
	for _, m := range c.Pieces {
		at := m.span.Start
		for _, x := range n.sides[side] {
			in := x.Intersect(text.Span{Start: at, End: m.span.End})
			if m.Kind == "moved" || in.Empty() {
				continue
			}
			out = append(out, m.cut(d, text.Span{Start: at, End: in.Start})...)
			at = in.End
			for _, piece := range m.cut(d, in) {
				piece.Note.N = x.n
				if !n.marked[x.n] {
					n.marked[x.n] = true
					piece.Note.ID = n.anchor + "-w" + number(x.n)
					n.views[x.n-1].Href = "#" + piece.Note.ID
				}
				out = append(out, piece)
			}
		}
		if at == m.span.Start {
			out = append(out, m)
			continue
		}
		out = append(out, m.cut(d, text.Span{Start: at, End: m.span.End})...)
	}
	for k, m := range out {
		if m.Note.N > 0 && !slices.ContainsFunc(out[k+1:], func(o mark) bool { return o.Note.N == m.Note.N }) {
			out[k].Note.Href = "#" + n.views[m.Note.N-1].ID
		}
	}
	c.Pieces = out
}

// cut returns the part of m that shows s; nothing if that is empty.
func (m mark) cut(d *text.Doc, s text.Span) []mark {
	if s.Empty() {
		return nil
	}
	m.Text, m.span = evidence(d.Text(s)), s
	return []mark{m}
}
