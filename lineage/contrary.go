package lineage

import (
	"fmt"
	"math"
	"strings"

	"hearsay/article"
	"hearsay/text"
)

// contraryClue names the places at which the child of a link reads as third texts do and the parent
// otherwise: it did not have these words from the parent.
func (s *search) contraryClue(l link) (Clue, bool) {
	f := l.tie.fits[l.tie.index(l.to)]
	if f == nil || len(f.contrary) == 0 {
		return Clue{}, false
	}
	const shown = 3
	child, parent := s.article(l.to).Doc, s.article(l.from).Doc
	var examples []string
	for _, c := range f.contrary[:min(shown, len(f.contrary))] {
		examples = append(examples, fmt.Sprintf("%s instead of %s", quotedWords(child, c.child), quotedWords(parent, c.source)))
	}
	if more := len(f.contrary) - shown; more > 0 {
		examples = append(examples, fmt.Sprintf("and %d more", more))
	}
	at := "one place"
	if n := len(f.contrary); n > 1 {
		at = fmt.Sprintf("%d places", n)
	}
	w := s.weightsOf(l.tie).contrary
	return Clue{
		Kind: ContraryReading, Against: true, Weight: round(-w * math.Log1p(float64(len(f.contrary)))),
		Ref: s.refOf(l.to, f.contrary[0].child),
		Text: fmt.Sprintf("At %s %s reads as third texts do and not as %s does, which seldom happens in a text made from that alone: %s.",
			at, s.labels[l.to], s.labels[l.from], strings.Join(examples, ", ")),
	}, true
}

// refOf points at words of a node; nil if there are none.
func (s *search) refOf(n int, r Run) *article.Ref {
	if r.From >= r.To {
		return nil
	}
	return &article.Ref{Article: s.members[n], Span: spanOf(s.article(n).Doc, r)}
}

// spanOf returns the bytes of a run of a doc, which must not be empty.
func spanOf(doc *text.Doc, r Run) text.Span {
	tokens := doc.Tokens()
	return text.Span{Start: tokens[r.From].Span().Start, End: tokens[r.To-1].Span().End}
}

// quotedWords returns the words of a run in quotation marks, “nothing” if there are none.
func quotedWords(doc *text.Doc, r Run) string {
	if r.From >= r.To {
		return "nothing"
	}
	return "“" + excerpt(doc.Text(spanOf(doc, r))) + "”"
}
