package lineage

import (
	"slices"
	"strings"
	"unicode"

	"hearsay/text"
)

// figures returns the figures that both texts have where other texts agree on another one. Nobody says
// which is right: a house may have put in the later figure. A figure written another way, with other
// separators, is the same one.
func (l *look) figures() []trace {
	var out []trace
	seen := map[string]bool{}
	for _, r := range l.suspicious() {
		for i := r.From; i < r.To; i++ {
			if l.doc.Tokens()[i].Kind != text.Number || seen[digits(l.doc, i)] {
				continue
			}
			if x, ok := l.figure(i); ok {
				seen[digits(l.doc, i)] = true
				out = append(out, x)
			}
		}
	}
	return out
}

func (l *look) figure(i int) (trace, bool) {
	x := trace{kind: SharedFigure, tokens: Run{i, i + 1}, span: l.doc.Tokens()[i].Span()}
	x.twin, _ = l.twinOf(i)
	own := digits(l.doc, i)
	var forms tally
	for _, o := range l.texts {
		p, ok := l.spot(o, l.to, i)
		if !ok {
			continue
		}
		j, doc := p.at, l.article(o.other(l.to)).Doc
		if !p.equal {
			if j, ok = replaced(p, i); !ok || !numbers(l.doc, p.own) || !numbers(doc, p.their) || reordered(l.doc, i, doc, j) {
				continue // other words changed as well: “10 miles”, “16 kilometres”
			}
		}
		if their := digits(doc, j); their == own {
			x.holders++
		} else {
			x.others++
			forms.addAs(word(doc, j), their)
		}
	}
	if len(forms.keys) != 1 || !x.outnumbered() {
		return trace{}, false
	}
	x.weigh(figureWeight)
	x.says = "both have the figure “" + excerpt(word(l.doc, i)) + "”"
	x.rest = sayOthers(x, "have "+forms.list()+" there")
	return x, true
}

// digits returns the digits of a word.
func digits(doc *text.Doc, i int) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return r
		}
		return -1
	}, text.FoldWord(cut(word(doc, i))))
}

// reordered reports whether two figures have the same parts in another order, or one stands beside its
// place in the other’s text: then they are parts of a date or a number that the texts write the other
// way round, as happens to texts that run from right to left when they are copied.
func reordered(doc *text.Doc, i int, other *text.Doc, j int) bool {
	return turned(word(doc, i)) == digits(other, j) || turned(word(other, j)) == digits(doc, i) || beside(doc, i, digits(other, j)) || beside(other, j, digits(doc, i))
}

// beside reports whether a figure stands within two words of a word.
func beside(doc *text.Doc, i int, figure string) bool {
	for k := max(0, i-2); k <= min(i+2, len(doc.Tokens())-1); k++ {
		if k != i && digits(doc, k) == figure {
			return true
		}
	}
	return false
}

// turned returns the groups of digits of a figure in reverse order.
func turned(w string) string {
	groups := strings.FieldsFunc(text.FoldWord(cut(w)), func(r rune) bool { return !unicode.IsDigit(r) })
	slices.Reverse(groups)
	return strings.Join(groups, "")
}

// numbers reports whether all words of a run are numbers.
func numbers(doc *text.Doc, r Run) bool {
	for _, k := range doc.Tokens()[r.From:r.To] {
		if k.Kind != text.Number {
			return false
		}
	}
	return true
}
