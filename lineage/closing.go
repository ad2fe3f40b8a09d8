package lineage

import (
	"slices"
	"strings"
	"unicode"

	"hearsay/article"
	"hearsay/text"
)

// closingParagraphs is how many paragraphs from the end a line may stand that names the source of a text.
const closingParagraphs = 3

// findClosing takes the lines at the end of a text that name its source, “Source: X” or “(X)”, for
// credits of the text. Of a name that is known for no agency or outlet such a line may as well stand below
// a chart; so it counts only where the story bears it out: a page of X is in it, or, for “Source: X”, a
// second outlet names X in the same way or credits its text to it.
func (s *search) findClosing() {
	outlets := map[string]map[string]bool{} // by key of a source: the outlets that name it
	for n := range s.profiles {
		for _, c := range s.profiles[n].credits {
			if c.Kind == article.Republication || s.closes(n, c) {
				if outlets[c.name.key] == nil {
					outlets[c.name.key] = map[string]bool{}
				}
				outlets[c.name.key][strings.Join(s.profiles[n].keys, "|")] = true
			}
		}
	}
	pages := map[string]bool{} // keys of the sources that the story has pages of
	for n := range s.profiles {
		for _, key := range s.profiles[n].keys {
			pages[key] = true
		}
	}
	for n := range s.profiles {
		p := &s.profiles[n]
		for i, c := range p.credits {
			if s.closes(n, c) && (pages[c.name.key] || len(outlets[c.name.key]) > 1) {
				p.credits[i] = republication(c)
			}
		}
		for _, c := range s.inParentheses(n) {
			if (pages[c.name.key] || len(outlets[c.name.key]) > 0) && !p.is(c.name) && !slices.ContainsFunc(p.credits, func(o credit) bool {
				return o.Kind == article.Republication && o.name.key == c.name.key
			}) {
				p.credits = append(p.credits, c)
			}
		}
	}
}

func republication(c credit) credit {
	as := *c.Credit
	as.Kind = article.Republication
	return credit{&as, c.name}
}

// closes reports whether a credit is all of one of the last paragraphs of a node and names the source of
// information, as far as the line alone tells.
func (s *search) closes(n int, c credit) bool {
	return c.Kind == article.Information && ClosingLine(s.article(n).Doc, c.Span)
}

// ClosingLine reports whether a span is all of one of the last paragraphs of a doc of several, but for
// punctuation.
func ClosingLine(doc *text.Doc, at *text.Span) bool {
	return at != nil && slices.ContainsFunc(lastParagraphs(doc), func(p text.Span) bool {
		return at.Overlaps(p) && strings.TrimFunc(doc.Text(p), isPunct) == strings.TrimFunc(doc.Text(*at), isPunct)
	})
}

// lastParagraphs returns the last paragraphs of a doc of several.
func lastParagraphs(doc *text.Doc) []text.Span {
	paragraphs := doc.Paragraphs()
	if len(paragraphs) < 2 {
		return nil
	}
	return paragraphs[max(1, len(paragraphs)-closingParagraphs):]
}

func isPunct(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) }

// inParentheses returns the names that stand alone and in parentheses at the end of a node, as credits.
func (s *search) inParentheses(n int) []credit {
	const longest = 60 // bytes
	var out []credit
	doc := s.article(n).Doc
	for _, p := range lastParagraphs(doc) {
		line := strings.TrimSpace(doc.Text(p))
		if len(line) > longest || !strings.HasPrefix(line, "(") || !strings.HasSuffix(line, ")") {
			continue
		}
		for name := range strings.SplitSeq(line[1:len(line)-1], ",") {
			at := text.Span{Start: p.Start, End: p.Start + len(doc.Text(p))}
			c := &article.Credit{Kind: article.Republication, Agency: strings.TrimSpace(name), Exact: line, Span: &at}
			if read := (credit{c, nameOf(c.Agency, s.forms)}); read.name.key != "" {
				out = append(out, read)
			}
		}
	}
	return out
}
