package article

import (
	"strings"
	"unicode/utf8"

	"hearsay/page"
)

// locate turns the places of paragraphs from offsets in the text that the article was read from into
// offsets in the bytes of the page as captured. What cannot be placed there gets -1.
func locate(p *page.Page, paragraphs []Paragraph) {
	for i := range paragraphs {
		q := &paragraphs[i]
		if q.PageStart < 0 {
			continue
		}
		from, to, ok := p.Locate(q.PageStart, q.PageEnd)
		if !ok {
			from, to = -1, -1
		}
		q.PageStart, q.PageEnd = from, to
	}
}

// forget marks all paragraphs as without a place.
func forget(paragraphs []Paragraph) {
	for i := range paragraphs {
		paragraphs[i].PageStart, paragraphs[i].PageEnd = -1, -1
	}
}

// Excerpt returns the words that a byte range of a captured page shows: decoded, character references and
// wrongly decoded characters put right as in Read, without mark-up, white space collapsed. For a paragraph of the
// article of p that has a place, they are the words of the paragraph (they have the same text.Fold);
// that is how a report is checked against its pages.
// It reports false if the range lies outside the page or cannot be decoded.
func Excerpt(p *page.Page, start, end int) (string, bool) {
	s, ok := p.Decode(start, end)
	if !ok || !utf8.ValidString(s) {
		return "", false
	}
	markup := p.Format == page.HTML || p.Fields != nil && p.Fields.HTML != ""
	if markup || p.Format == page.Text {
		plain, _ := decodeReferences(s, markup)
		s = mend(plain.text, markup).text
	}
	if !markup {
		return strings.Join(strings.Fields(s), " "), true
	}
	blocks, _ := markupBlocks(s)
	words := make([]string, len(blocks))
	for i, b := range blocks {
		words[i] = clean(b.text)
	}
	return strings.Join(words, " "), true
}
