package lineage

import (
	"fmt"
	"slices"

	"hearsay/article"
	"hearsay/text"
)

// crossClue looks for a third text that speaks against a parent. The child has words in common with the
// third that none of its parents has, so the parents are not all that it was made from; and the third
// has words in common with the parent that the child lacks, so it was not made from the child alone.
// Of three texts of which each two share what the third lacks, none is the source of another: one more
// stands behind them, the third itself or a text that nobody put in. If the parent is the true one, what
// child and third have in common beyond it is chance, and that is a word or two.
//
// It costs the wording of the child's ties with as many other texts as maxOthers says.
func (s *search) crossClue(l link) (Clue, bool) {
	doc := s.article(l.to).Doc
	explained := s.explained(l.to).Union(s.creditWords(l.to))
	var most int
	var third int
	var shared Runs
	for _, t := range s.others(l) {
		w := t.other(l.to)
		over := s.tieOf[[2]int{min(w, l.from), max(w, l.from)}]
		if over == nil {
			continue
		}
		beyond := t.runs(l.to).Without(explained)
		back := over.runs(l.from).Without(l.tie.runs(l.from)).Words(s.article(l.from).Doc)
		if n := beyond.Words(doc); n > most && n >= crossWords && back >= crossWords {
			most, third, shared = n, w, beyond
		}
	}
	if most == 0 {
		return Clue{}, false
	}
	longest := slices.MaxFunc(shared, func(a, b Run) int { return (a.To - a.From) - (b.To - b.From) })
	child, parent, other := s.labels[l.to], s.labels[l.from], s.labels[third]
	return Clue{
		Kind: CommonSource, Against: true, Weight: commonSourceWeight,
		Ref: &article.Ref{Article: s.members[l.to], Span: spanOf(doc, longest)},
		Text: fmt.Sprintf("%s has %s in common with %s that %s lacks, and %s has words of %s that %s lacks: one more text may stand behind all three.",
			child, count(most, "word"), other, parent, other, parent, child),
	}, true
}

// openClue looks for a text that may as well be the parent, though nobody can say which of it and the
// child came first: it has all that the child shares with its parent, but for a few words, and more
// of the child besides. Words of the parent that the child has and the other lacks would show that
// the child was not made from the other.
func (s *search) openClue(l link) (Clue, bool) {
	doc := s.article(l.to).Doc
	own := l.tie.runs(l.to).Without(s.creditWords(l.to))
	for _, t := range s.others(l) {
		if toward := t.toward(l.to); toward >= directionNeeded || -toward >= directionNeeded {
			continue
		}
		theirs := t.runs(l.to)
		if own.Without(theirs).Words(doc) >= crossWords || theirs.Without(own).Words(doc) < minReadings {
			continue
		}
		return Clue{
			Kind: AsNear, Against: true, Weight: commonSourceWeight,
			Text: fmt.Sprintf("%s is nearer to the wording of %s than %s, and nothing tells which of the two came first.",
				s.labels[t.other(l.to)], s.labels[l.to], s.labels[l.from]),
		}, true
	}
	return Clue{}, false
}

// others returns the ties of the child of a link with texts that are no parents of it.
func (s *search) others(l link) []*tie {
	var out []*tie
	for _, t := range s.at[l.to] {
		if w := t.other(l.to); w != l.from && !slices.Contains(s.parents[l.to], w) && len(out) < maxOthers {
			out = append(out, t)
		}
	}
	return out
}

// spanOf returns the bytes of a run of a doc, which must not be empty.
func spanOf(doc *text.Doc, r Run) text.Span {
	tokens := doc.Tokens()
	return text.Span{Start: tokens[r.From].Span().Start, End: tokens[r.To-1].Span().End}
}
