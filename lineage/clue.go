package lineage

import (
	"cmp"
	"fmt"
	"slices"

	"hearsay/article"
	"hearsay/text"
)

// edge puts a link in words.
func (s *search) edge(l link) Edge {
	if l.tie == nil {
		return s.missingEdge(l)
	}
	e := Edge{From: l.from, To: l.to, Directed: l.directed, Grade: article.Unclear, Further: l.further, Pair: l.tie.pair}
	signs := s.signs(l.tie)
	e.Clues = append(e.Clues, s.sharedClue(l.tie, l.from, l.to))
	for _, g := range signs {
		e.Clues = append(e.Clues, s.signClue(l.tie, g, l.to))
	}
	traces, told := s.traceClues(l.tie, l.to)
	e.Clues = append(e.Clues, traces...)
	if c, ok := s.readingClue(l.tie, l.to, told); ok {
		e.Clues = append(e.Clues, c)
	}
	e.Clues = append(e.Clues, s.doubts(l)...)
	if l.directed {
		e.Grade = s.grade(l)
		if !l.further {
			e.Odds = logOdds(s.chanceOfText(l))
		}
	}
	sortClues(e.Clues)
	return e
}

// missingEdge is the edge from a source that is not in the collection.
func (s *search) missingEdge(l link) Edge {
	id := l.from - len(s.members)
	m := s.missing[id]
	c := m.credits[l.to]
	e := Edge{From: l.from, To: l.to, Directed: true, Grade: article.Likely, Pair: -1, Clues: []Clue{{
		Kind: CreditLine, Weight: creditWeight, Ref: s.creditRef(l.to, c.Credit),
		Text: fmt.Sprintf("%s names %s as the source of its text%s; no page of %s on this story is in the collection.",
			s.labels[l.to], m.name, inWords(c.Credit), m.name),
	}}}
	if t := s.nearestSibling(l.to, id); t != nil {
		other := t.other(l.to)
		if max(t.share(l.to, s.pairs), t.share(other, s.pairs)) >= derivedShare {
			e.Grade = article.Strong
		}
		e.Clues = append(e.Clues, Clue{
			Kind: CommonCredit, Weight: commonCreditWeight, Ref: s.heaviest(t, l.to),
			Text: fmt.Sprintf("%s names %s too, and %s shares %s of its words with it.",
				s.labels[other], m.name, s.labels[l.to], percent(t.share(l.to, s.pairs))),
		})
	}
	return e
}

// sortClues puts clues for the edge before those against it, heavier before lighter.
func sortClues(clues []Clue) {
	slices.SortStableFunc(clues, func(a, b Clue) int {
		if a.Against != b.Against {
			if a.Against {
				return 1
			}
			return -1
		}
		return -cmp.Compare(a.Weight, b.Weight)
	})
}

// sharedClue says how much the two texts share. Its weight grows with the words: it speaks for the
// tie, not for its direction.
func (s *search) sharedClue(t *tie, from, to int) Clue {
	words, quoted := t.matched(to), ""
	if t.unquoted < words {
		quoted = fmt.Sprintf(", %d of them outside quotation marks", t.unquoted)
	}
	return Clue{
		Kind: SharedWording, Ref: s.heaviest(t, to), Weight: round(min(6, float64(words)/10)),
		Text: fmt.Sprintf("%s shares %s of its words with %s: %s in %s%s.", s.labels[to], percent(t.share(to, s.pairs)),
			s.labels[from], count(words, "word"), count(len(t.passages), "passage"), quoted),
	}
}

// heaviest points at the passage of a tie whose matching words carry the most information, in the text of
// a node: many words that stand everywhere show less than a few that stand nowhere else.
func (s *search) heaviest(t *tie, n int) *article.Ref {
	p := s.pairs[t.pair]
	side := t.side(n)
	best, most := -1, 0.0
	for i, passage := range p.Passages {
		if !passage.Formula && (best < 0 || passage.Mass > most) {
			best, most = i, passage.Mass
		}
	}
	if best < 0 {
		return nil
	}
	span := [2]text.Span{p.Passages[best].A, p.Passages[best].B}[side]
	if member := [2]int{p.A, p.B}[side]; member != s.members[n] {
		// The pair is that of an identical text: the same words stand at the same numbers.
		run := runOf(s.articles[member].Doc, span)
		tokens := s.article(n).Doc.Tokens()
		if run.From >= run.To || run.To > len(tokens) {
			return nil
		}
		span = text.Span{Start: tokens[run.From].Span().Start, End: tokens[run.To-1].Span().End}
	}
	return &article.Ref{Article: s.members[n], Span: span}
}

// creditRef points at the words of a credit, if they stand in the body.
func (s *search) creditRef(n int, c *article.Credit) *article.Ref {
	if c == nil || c.Span == nil || c.Span.Start < 0 || c.Span.Empty() || c.Span.End > s.article(n).Doc.Len() {
		return nil
	}
	return &article.Ref{Article: s.members[n], Span: *c.Span}
}

// signClue puts a sign in words, as a clue for or against the edge that leads to a node.
func (s *search) signClue(t *tie, g sign, to int) Clue {
	child, source := g.child, t.other(g.child)
	c := Clue{Kind: g.kind, Weight: g.weight, Against: child != to}
	name, from := s.labels[child], s.labels[source]
	switch g.kind {
	case CreditLine:
		c.Ref = s.creditRef(child, g.credit)
		if g.explicit {
			c.Text = fmt.Sprintf("%s names %s as the source of its text%s.", name, from, inWords(g.credit))
		} else {
			c.Text = fmt.Sprintf("%s attributes a statement to %s%s.", name, from, inWords(g.credit))
		}
	case Canonical:
		c.Text = fmt.Sprintf("%s gives the address of %s as its own: %s.", name, from, oneLine(s.article(child).Canonical))
	case OutgoingLink:
		c.Text = fmt.Sprintf("%s links to the page of %s.", name, from)
	case EarlierDate:
		c.Text = sayEarlier(from, name, s.article(source).Published, s.article(child).Published)
	case Dateline:
		c.Ref = s.creditRef(source, g.credit)
		c.Text = fmt.Sprintf("%s carries the line “%s”; nothing in %s names that source.", from, excerpt(g.credit.Exact), name)
	case Authorship:
		c.Text, c.Ref = s.authorship(source, child)
	case DayShift:
		c.Ref = &article.Ref{Article: s.members[child], Span: g.places[0]}
		c.Text = fmt.Sprintf("%s has “%s” where %s has “%s”, as a text for a later day would.", name,
			excerpt(s.article(child).Doc.Text(g.places[0])), from, excerpt(s.article(source).Doc.Text(g.places[1])))
	case OwnOpening:
		c.Ref = &article.Ref{Article: s.members[child], Span: g.places[0]}
		c.Text = fmt.Sprintf("%s begins with %s of its own before the wording that both share; %s begins with that wording.", name, count(g.words, "word"), from)
	}
	return c
}

// authorship says that the source names its author and its place, and the child neither.
func (s *search) authorship(source, child int) (string, *article.Ref) {
	a := s.article(source)
	place, _ := PlaceLine(a.Doc)
	return fmt.Sprintf("%s names its author (%s) and its place (“%s”); %s names neither.",
		s.labels[source], excerpt(Authors(a)[0]), excerpt(a.Doc.Text(place)), s.labels[child]), &article.Ref{Article: s.members[source], Span: place}
}
