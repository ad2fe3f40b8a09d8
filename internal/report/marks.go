package report

import (
	"cmp"
	"fmt"
	"slices"

	"hearsay/internal/draw"
	"hearsay/text"
)

// mostInNote is how many pages the note beside a paragraph lists.
const mostInNote = 6

// A cover is a passage seen from one of its two articles.
type cover struct {
	text.Span
	pair  int // index into Pairs
	other int // the other article
	there text.Span
}

// covers returns the passages of article i that are no standing phrases, sorted by place.
func (l *layout) covers(i int) []cover {
	var out []cover
	for _, p := range l.pairsOf[i] {
		for _, g := range l.Pairs[p].Passages {
			if g.Formula {
				continue
			}
			c := cover{g.A, p, l.Pairs[p].B, g.B}
			if l.Pairs[p].B == i {
				c = cover{g.B, p, l.Pairs[p].A, g.A}
			}
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(a, b cover) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) })
	return out
}

// A segment is a stretch of text that stands in the same number of other articles throughout.
type segment struct {
	text.Span
	others int
	only   cover // the one cover, if others is 1
}

// segments cuts the bytes from start to end where the set of other articles changes. What follows
// each other with the same number of others, or the same only one, is one segment.
func segments(covers []cover, start, end int) []segment {
	cuts := []int{start, end}
	var inside []cover
	for _, c := range covers {
		if c.Start < end && c.End > start && !c.Empty() {
			inside = append(inside, c)
			cuts = append(cuts, max(start, c.Start), min(end, c.End))
		}
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var out []segment
	active := make(map[int]int) // covers by other article
	byEnd := slices.Clone(inside)
	slices.SortStableFunc(byEnd, func(a, b cover) int { return cmp.Compare(a.End, b.End) })
	opened, closed := 0, 0
	for k := range len(cuts) - 1 {
		for ; closed < len(byEnd) && byEnd[closed].End <= cuts[k]; closed++ {
			if active[byEnd[closed].other]--; active[byEnd[closed].other] == 0 {
				delete(active, byEnd[closed].other)
			}
		}
		for ; opened < len(inside) && inside[opened].Start <= cuts[k]; opened++ {
			active[inside[opened].other]++
		}
		s := segment{Span: text.Span{Start: cuts[k], End: cuts[k+1]}, others: len(active)}
		if len(active) == 1 {
			s.only = holder(inside[:opened], s.Span)
		}
		if n := len(out); n > 0 && out[n-1].others == s.others && (s.others != 1 || out[n-1].only.pair == s.only.pair) {
			out[n-1].End = s.End
			continue
		}
		out = append(out, s)
	}
	return out
}

// holder returns the last cover that holds s.
func holder(covers []cover, s text.Span) cover {
	for k := len(covers) - 1; k >= 0; k-- {
		if covers[k].Contains(s) {
			return covers[k]
		}
	}
	return cover{}
}

// A paragraphView is a paragraph of an article with its marks.
type paragraphView struct {
	Anchor string
	Number int
	Role   string
	Runs   []run
	Note   note
	Page   string // the bytes of the captured page
	Other  string // the name of its language if it is another than the article's
	tongue
}

// A run is a piece of a paragraph that a finding points at, or that lies between two of those.
type run struct {
	Anchor string   // of the finding; empty between findings
	Also   []string // anchors of findings that begin at the same place or inside another
	Pieces []piece
}

// A piece is text that stands in about as many other pages throughout.
type piece struct {
	Text  string
	Href  string // empty if it stands nowhere else
	Level int    // see draw.Level
	Title string

	others int // in how many other pages, at most
}

// A note says which other pages have words of a paragraph.
type note struct {
	Anchor string
	N      int
	Pages  []noteRow
	Left   int
}

// A noteRow is one page of a note.
type noteRow struct {
	pageLink
	Share string // of the paragraph
}

func (l *layout) paragraphViews(file string, i int, covers []cover) []paragraphView {
	var out []paragraphView
	next := 0 // into the targets
	for k, p := range l.paragraphs[i] {
		v := paragraphView{Anchor: l.spanAnchor(i, p.Span), Number: k + 1, Role: p.Role, tongue: languageOf(l.Articles[i])}
		if p.Language != "" {
			v.tongue, v.Other = newTongue(p.Language), languageName(p.Language)
		}
		if p.PageStart >= 0 {
			v.Page = fmt.Sprintf("bytes %s to %s of the captured page", number(p.PageStart), number(p.PageEnd))
		}
		near := within(covers, p.Span)
		v.Note = l.note(file, v.Anchor, p.Span, near)
		for next < len(l.targets[i]) && l.targets[i][next].Start < p.Span.Start {
			next++
		}
		first := next
		for next < len(l.targets[i]) && l.targets[i][next].Start < p.Span.End {
			next++
		}
		v.Runs = l.runs(file, i, p.Span, l.targets[i][first:next], near, v.Note)
		out = append(out, v)
	}
	return out
}

func within(covers []cover, s text.Span) []cover {
	var out []cover
	for _, c := range covers {
		if c.Start >= s.End {
			break
		}
		if c.Overlaps(s) {
			out = append(out, c)
		}
	}
	return out
}

// runs cuts a paragraph at the findings that point into it. Where two overlap, the second has its
// anchor inside the first.
func (l *layout) runs(file string, i int, p text.Span, targets []text.Span, covers []cover, n note) []run {
	var out []run
	at := p.Start
	piecesOf := func(from, to int) []piece { return l.pieces(file, i, text.Span{Start: from, End: to}, covers, n) }
	for _, t := range targets {
		if t == p {
			continue // the anchor of the paragraph serves
		}
		anchor := l.spanAnchor(i, t)
		if t.Start < at && len(out) > 0 {
			out[len(out)-1].Also = append(out[len(out)-1].Also, anchor)
			continue
		}
		if t.Start > at {
			out = append(out, run{Pieces: piecesOf(at, t.Start)})
		}
		end := min(t.End, p.End)
		out = append(out, run{Anchor: anchor, Pieces: piecesOf(t.Start, end)})
		at = end
	}
	if at < p.End {
		out = append(out, run{Pieces: piecesOf(at, p.End)})
	}
	return out
}

func (l *layout) pieces(file string, i int, s text.Span, covers []cover, n note) []piece {
	var out []piece
	for _, g := range segments(covers, s.Start, s.End) {
		p := piece{Text: evidence(l.Articles[i].Doc.Text(g.Span)), others: g.others}
		if g.others > 0 {
			p.Level, p.Href = draw.Level(g.others), "#"+n.Anchor
		}
		if g.others == 1 {
			p.Title = "also in " + l.names[g.only.other]
			if to := l.pairAt[g.only.pair]; to.anchor != "" {
				p.Href = to.from(file)
			}
		}
		// What differs by the number of pages alone, and what is no word, need no mark of its own.
		wordless := len(text.Tokenize(p.Text, nil)) == 0
		if wordless && len(out) == 0 {
			p = piece{Text: p.Text}
		}
		if k := len(out); k > 0 && (out[k-1].Href == p.Href && out[k-1].Level == p.Level || wordless) {
			out[k-1].Text += p.Text
			out[k-1].others = max(out[k-1].others, p.others)
			continue
		}
		out = append(out, p)
	}
	for k, p := range out {
		if p.others > 1 {
			out[k].Title = "also in up to " + number(p.others) + " other pages"
		}
	}
	return out
}

// note lists the pages that have most of a paragraph.
func (l *layout) note(file, anchor string, p text.Span, covers []cover) note {
	spans := make(map[int][]text.Span)
	pairs := make(map[int]int)
	for _, c := range covers {
		spans[c.other] = append(spans[c.other], c.Intersect(p))
		pairs[c.other] = c.pair
	}
	type hit struct{ other, bytes int }
	hits := make([]hit, 0, len(spans))
	for other, s := range spans {
		n := 0
		for _, u := range union(s) {
			n += u.Len()
		}
		hits = append(hits, hit{other, n})
	}
	slices.SortFunc(hits, func(a, b hit) int { return cmp.Or(cmp.Compare(b.bytes, a.bytes), cmp.Compare(a.other, b.other)) })
	n := note{Anchor: anchor + "-also", N: len(hits)}
	for _, h := range hits[:min(mostInNote, len(hits))] {
		row := noteRow{pageLink: l.page(file, h.other), Share: percent(float64(h.bytes) / float64(max(1, p.Len())))}
		if to := l.pairAt[pairs[h.other]].from(file); to != "" {
			row.Href = to
		}
		n.Pages = append(n.Pages, row)
	}
	n.Left = len(hits) - len(n.Pages)
	return n
}
