package lineage

import (
	"strings"
	"unicode/utf8"

	"hearsay/text"
)

// closing holds for each opening quotation mark those that close it.
var closing = map[rune]string{'“': "”", '„': "“”", '«': "»", '「': "」", '『': "』", '"': "\"", '”': "”"}

// QuotedRuns returns the words of doc that stand inside double quotation marks. A quotation that is
// not closed reaches to the end of its paragraph, as where it goes on in the next one; a mark that
// may close as well as open must have a partner in its paragraph. Where the first angled mark of a
// paragraph is “»”, they point inwards, as in German and Danish, and “«” only closes.
func QuotedRuns(doc *text.Doc) Runs {
	var runs Runs
	for _, p := range doc.Paragraphs() {
		s := doc.Text(p)
		inwards := strings.HasPrefix(s[max(0, strings.IndexAny(s, "«»")):], "»")
		for at := 0; at < len(s); {
			open, size := utf8.DecodeRuneInString(s[at:])
			at += size
			ends, opens := closing[open]
			if inwards && (open == '«' || open == '»') {
				ends, opens = "«»", open == '»'
			}
			if !opens {
				continue
			}
			n := strings.IndexAny(s[at:], ends)
			switch {
			case n < 0 && strings.ContainsRune(ends, open):
				continue // a mark that opens and closes, and has no partner here
			case n < 0:
				n = len(s) - at
			}
			runs = append(runs, runOf(doc, text.Span{Start: p.Start + at, End: p.Start + at + n}))
			at += n
			_, size = utf8.DecodeRuneInString(s[at:])
			at += size
		}
	}
	return tidy(runs)
}

// quoted returns the quoted words of an article, by its index.
func (s *search) quoted(member int) Runs {
	if runs, ok := s.quotations[member]; ok {
		return runs
	}
	runs := QuotedRuns(s.articles[member].Doc)
	s.quotations[member] = runs
	return runs
}
