package lineage

import (
	"cmp"
	"slices"
	"sort"

	"hearsay/reuse"
	"hearsay/text"
)

// tracing is what the search for traces keeps. Its zero value is ready for use.
type tracing struct {
	alignments map[int]*alignment  // by pair
	slips      map[int][]slip      // by node
	characters map[int][]character // by node
	lexicon    *lexicon
}

// A step is a stretch of an alignment, by word numbers of both sides: words that match one by one, or
// what one text has in place of the other's words, perhaps nothing.
type step struct {
	runs  [2]Run
	equal bool
}

// An alignment holds the steps of a pair twice, sorted by the words of either side.
type alignment [2][]step

// alignment returns the steps of the passages of a pair that are no formulas.
func (s *search) alignment(pair int) *alignment {
	if a := s.tracing.alignments[pair]; a != nil {
		return a
	}
	if s.tracing.alignments == nil {
		s.tracing.alignments = map[int]*alignment{}
	}
	p, a := s.pairs[pair], &alignment{}
	for _, passage := range p.Passages {
		if passage.Formula {
			continue
		}
		for _, e := range passage.Edits {
			k := step{[2]Run{runOf(s.articles[p.A].Doc, e.A), runOf(s.articles[p.B].Doc, e.B)}, e.Op == reuse.Equal}
			if k.equal {
				n := min(k.runs[0].To-k.runs[0].From, k.runs[1].To-k.runs[1].From)
				k.runs[0].To, k.runs[1].To = k.runs[0].From+n, k.runs[1].From+n
			}
			a[0] = append(a[0], k)
		}
	}
	a[1] = slices.Clone(a[0])
	for side := range a {
		slices.SortStableFunc(a[side], func(x, y step) int {
			return cmp.Or(x.runs[side].From-y.runs[side].From, x.runs[side].To-y.runs[side].To)
		})
	}
	s.tracing.alignments[pair] = a
	return a
}

// A spot is what another text has at the place of a word.
type spot struct {
	at    int // the word there, if it is the same
	equal bool
	own   Run // else the stretch with the word, and
	their Run // what stands in its place, perhaps nothing
}

// spot returns what the other node of a tie has at the place of word i of node n. It is not ok where
// the two texts are not aligned there.
func (s *search) spot(t *tie, n, i int) (p spot, ok bool) {
	side := t.side(n)
	steps := s.alignment(t.pair)[side]
	k := sort.Search(len(steps), func(k int) bool { return steps[k].runs[side].From > i }) - 1
	if k < 0 || steps[k].runs[side].To <= i {
		return spot{}, false
	}
	own, their := steps[k].runs[side], steps[k].runs[1-side]
	// Texts that twins stand for have the same words, but nothing holds a foreign pair to that.
	if their.To > len(s.article(t.other(n)).Doc.Tokens()) {
		return spot{}, false
	}
	if steps[k].equal {
		return spot{at: their.From + i - own.From, equal: true}, true
	}
	return spot{own: own, their: their}, true
}

// A look is the work on the traces of one tie.
type look struct {
	*search
	t         *tie
	to, from  int // nodes: the child, whose text the traces stand in, and the other
	doc, twin *text.Doc
	// own are the words of the child that match in the tie, outside quotation marks and credits.
	own Runs
	// pages are the ties of the child with its other texts, and texts those of them with words of their
	// own: copies of one text are one witness to its words, but each of its own to what programs add.
	pages, texts []*tie
}

func (s *search) look(t *tie, to int) *look {
	l := &look{search: s, t: t, to: to, from: t.other(to)}
	l.doc, l.twin = s.article(to).Doc, s.article(l.from).Doc
	l.own = t.runs(to).Without(s.quoted(s.members[to])).Without(s.creditWords(to))
	if n := len(l.doc.Tokens()); len(l.own) > 0 && l.own[len(l.own)-1].To > n {
		l.own = l.own.Within(Runs{{0, n}})
	}
	lex := s.lexicon()
	seen := map[int]bool{lex.texts[to]: true, lex.texts[l.from]: true}
	for _, o := range s.at[to] {
		if o == t || len(l.pages) == maxOthers {
			continue
		}
		l.pages = append(l.pages, o)
		if id := lex.texts[o.other(to)]; !seen[id] {
			seen[id] = true
			l.texts = append(l.texts, o)
		}
	}
	return l
}

// twinOf returns the word of the other node that stands for word i of the child.
func (l *look) twinOf(i int) (int, bool) {
	p, ok := l.spot(l.t, l.to, i)
	return p.at, ok && p.equal
}

// twinGap returns the word of the other node that stands for word i of the child, if the word before
// it stands for the word before as well: then the two texts share the gap between them.
func (l *look) twinGap(i int) (int, bool) { return l.sharedGap(l.t, i) }

func (l *look) sharedGap(t *tie, i int) (int, bool) {
	before, ok := l.spot(t, l.to, i-1)
	p, ok2 := l.spot(t, l.to, i)
	return p.at, ok && ok2 && before.equal && p.equal && before.at == p.at-1
}

// word returns the words of a token.
func word(doc *text.Doc, i int) string { return doc.Text(doc.Tokens()[i].Span()) }

// gap returns what stands between word i and the word before it.
func gap(doc *text.Doc, i int) text.Span {
	tokens := doc.Tokens()
	return text.Span{Start: tokens[i-1].Span().End, End: tokens[i].Span().Start}
}
