package article

import (
	"fmt"
	"strings"

	"hearsay/page"
	"hearsay/text"
)

// putBack gives the pieces of a body that was read from a repaired text their places in the original,
// and warns of what is shown otherwise than captured.
func (m repaired) putBack(b *body) {
	if len(m.passes) == 0 {
		return
	}
	b.mended = true
	all, n := len(m.passes[0]), 0
	for i := range b.pieces {
		q := &b.pieces[i]
		if q.from < 0 {
			n = all // the text stands in a script: nobody knows which places are its own
			continue
		}
		n += m.places(q.from, q.to)
		q.from, q.to = m.original(q.from, q.to)
	}
	where := ""
	if n == 0 {
		n, where = all, " outside the main text"
	}
	b.warnings = append(b.warnings, fmt.Sprintf("%s wrongly decoded before capture (as in “%s” for “%s”) and shown repaired", charactersWere(min(n, all), where), m.was, m.is))
}

func charactersWere(n int, where string) string {
	if n == 1 {
		return fmt.Sprintf("1 character%s was", where)
	}
	return fmt.Sprintf("%d characters%s were", n, where)
}

// mendNames puts the title, the outlet and the byline right: they may come from scripts that write their
// letters as escapes, or from the fields of a record.
func (a *Article) mendNames() {
	names := []*string{&a.Title, &a.Outlet}
	for i := range a.Byline {
		names = append(names, &a.Byline[i])
	}
	for _, name := range names {
		m := mend(*name, false)
		if len(m.passes) > 0 {
			a.Warnings = append(a.Warnings, fmt.Sprintf("%s wrongly decoded before capture and shown repaired", charactersWere(len(m.passes[0]), fmt.Sprintf(" of “%s”", cutName(*name)))))
			*name = m.text
		}
	}
}

// keepTrue drops the places of paragraphs that Excerpt would show other words for, on a page whose text
// was repaired: a paragraph cut out of its line may lack what made a repair certain.
func (a *Article) keepTrue(p *page.Page) {
	for i := range a.Paragraphs {
		q := &a.Paragraphs[i]
		if q.PageStart < 0 {
			continue
		}
		if words, ok := Excerpt(p, q.PageStart, q.PageEnd); !ok || text.Fold(words) != text.Fold(a.Doc.Text(q.Span)) {
			q.PageStart, q.PageEnd = -1, -1
		}
	}
}

// unrepaired warns of wrongly decoded characters in the text of a record.
func unrepaired(s string) []string {
	m := mend(s, false)
	if len(m.passes) == 0 {
		return nil
	}
	return []string{fmt.Sprintf("%s wrongly decoded before capture (as in “%s” for “%s”); the text is kept as the record gives it: such words do not match",
		charactersWere(len(m.passes[0]), ""), m.was, m.is)}
}

// warnDecoding warns of wrongly decoded characters in a text that is kept byte for byte, and of
// characters that are lost.
func (a *Article) warnDecoding() {
	s := a.Doc.String()
	if a.Verbatim {
		a.Warnings = append(a.Warnings, unrepaired(s)...)
	}
	if n := strings.Count(s, "\uFFFD"); n > 0 {
		a.Warnings = append(a.Warnings, fmt.Sprintf("%s lost in decoding, before capture or when the page was read (shown as U+FFFD)", charactersWere(n, "")))
	}
}
