package lineage

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay/text"
)

// An enclosure is a pair of marks of which the first only opens and the second only closes.
type enclosure struct {
	kind        slipKind
	open, close string
}

var enclosures = [...]enclosure{{openBracket, "(", ")"}, {openBracket, "[", "]"}, {openQuote, "“", "”"}, {openQuote, "«", "»"}}

// unclosed returns the brackets and the quotation marks that are opened in a paragraph and closed
// neither there nor in the next, the last of a paragraph only.
func unclosed(doc *text.Doc) []slip {
	var out []slip
	var count [slipKinds]int
	paragraphs := doc.Paragraphs()
	for k, p := range paragraphs {
		next := ""
		if k+1 < len(paragraphs) {
			next = doc.Text(paragraphs[k+1])
		}
		for _, e := range enclosures {
			at, ok := e.left(doc.Text(p), next)
			if !ok || count[e.kind] > habit {
				continue
			}
			count[e.kind]++
			if i := runOf(doc, text.Span{Start: p.Start + at, End: p.End}); i.From < i.To {
				out = append(out, slip{e.kind, i.From, text.Span{Start: p.Start + at, End: doc.Tokens()[i.From].Span().End}})
			}
		}
	}
	return out
}

// left returns where a paragraph opens what it leaves open. A quotation that goes on in the next
// paragraph is opened again there and is no slip.
func (e enclosure) left(s, next string) (int, bool) {
	at := strings.LastIndex(s, e.open)
	switch {
	case at < 0 || strings.Contains(s[at:], e.close) || strings.Count(s, e.open) != strings.Count(s, e.close)+1:
		return 0, false
	case e.kind == openQuote && (otherQuote(s, at) || startsQuoted(next)):
		return 0, false
	}
	return at, !strings.Contains(next, e.close) || strings.Contains(next, e.open)
}

// otherQuote reports whether the quotation mark at a place may close, as something stands right before it
// or the paragraph quotes as German does, which closes with what English opens with; or whether another
// mark may close what it opens: programs that curl quotation marks mistake those behind figures.
func otherQuote(s string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:at])
	return at > 0 && !unicode.IsSpace(before) && before != '(' || strings.ContainsAny(s, "„‚") || strings.ContainsAny(s[at:], "\"″")
}

func startsQuoted(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("“„”«»「『\"", r)
}
