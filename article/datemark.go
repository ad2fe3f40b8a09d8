package article

import (
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Kinds of marked elements that carry a date.
const (
	markPublished = "microdata datePublished"
	markModified  = "microdata dateModified"
	markTime      = "time element"
	markText      = "text" // an element whose class or id speaks of a date
)

// dateMark tells what an element says by its tag and attributes about a date that it may hold.
func dateMark(n *html.Node, prop, attrs string) string {
	switch {
	case strings.Contains(prop, "datepublished"):
		return markPublished
	case strings.Contains(prop, "datemodified"):
		return markModified
	case n.DataAtom == atom.Time:
		return markTime
	}
	switch n.DataAtom {
	case atom.Html, atom.Body, atom.Article, atom.Main, atom.Section, atom.Ul, atom.Ol, atom.Form, atom.Input, atom.Img:
		return ""
	}
	if dateClass(attrs) {
		return markText
	}
	return ""
}

var dateWords = words(`date dates pubdate published publish publishdate posted timestamp datetime dateline datum fecha data
	datepublished pubtime publishtime posttime postdate entrydate articledate erscheinungsdatum zeit updated update modified`)

// dateClass reports whether one of the words of class and id attributes speaks of a date.
func dateClass(attrs string) bool {
	for w := range strings.FieldsFuncSeq(attrs, func(r rune) bool { return r < 'a' || r > 'z' }) {
		if dateWords[w] {
			return true
		}
	}
	return false
}

// speaksOfUpdate reports whether a label or a class says that a date is that of a change.
func speaksOfUpdate(s string) bool {
	s = strings.ToLower(s)
	for _, w := range [...]string{"updat", "modif", "aktualisier", "geändert", "mis à jour", "maj ", "actualizad", "aggiornat",
		"atualizad", "обновлен", "оновлен", "zaktualiz", "aktualizov", "aktualizac", "güncelle", "bijgewerkt", "gewijzigd",
		"oppdatert", "opdateret", "uppdaterad", "päivitetty", "тحدیث", "آخر تحديث", "تحديث", "بروزرسانی", "edited", "revised"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// Where the date of a page stands, counted in blocks from its headline.
const (
	blocksBefore = 8
	blocksAfter  = 16
)

// headline returns the block at which the article begins, by its first h1 or, if there is none but the
// name of the site, by the first lower heading that is called the title of a post and stands in the
// title element; -1 if there is none.
func (h *head) headline() int {
	lower, whole := -1, titleKey(h.title)
	for _, candidate := range h.headings {
		switch {
		case candidate.level == 1 && !candidate.home:
			return candidate.block
		case candidate.level > 2 && lower < 0 && strings.Contains(whole, titleKey(candidate.text)):
			lower = candidate.block
		}
	}
	return lower
}

func (h *head) nearHeadline(at int) bool {
	start := h.headline()
	if start < 0 {
		return at < 40
	}
	return at >= start-blocksBefore && at <= start+blocksAfter
}

// readMarkedDates takes microdata from anywhere, time elements and dated classes from near the
// headline. Of the time elements the first is the date, others the change or another article's.
func (h *head) readMarkedDates(r *dateReader) {
	first := true
	for _, m := range h.dates {
		if m.aside && m.kind != markPublished && m.kind != markModified {
			continue
		}
		update := speaksOfUpdate(m.attrs) || speaksOfUpdate(cut(m.value, 60))
		switch {
		case m.kind == markModified:
			r.add(&r.modified, fromMicrodata, m.kind, m.value)
		case m.kind == markPublished:
			r.add(&r.published, fromMicrodata, m.kind, m.value)
		case !h.nearHeadline(m.at) || len(m.value) > 200:
		case update:
			r.add(&r.modified, markSource(m.kind), m.kind, m.value)
		case m.kind == markText || first:
			if r.add(&r.published, markSource(m.kind), m.kind, m.value) && m.kind == markTime {
				first = false
			}
		}
	}
}

func markSource(kind string) dateSource {
	if kind == markTime {
		return fromTime
	}
	return fromText
}

// maxDateBlock is how long a block can be, in bytes, that is taken for a line with a date.
const maxDateBlock = 160

// readVisibleDates takes the first date that stands in a short block near the headline, where
// readers see it.
func (h *head) readVisibleDates(r *dateReader) {
	start := h.headline()
	for i, b := range h.blocks {
		if b.aside || b.figure || len(b.text) > maxDateBlock || i == start || !h.nearHeadline(i) || start >= 0 && i < start-2 {
			continue
		}
		if speaksOfUpdate(b.text) {
			if published, changed := splitAtUpdate(b.text); published != "" {
				r.add(&r.published, fromText, "text", published)
				r.add(&r.modified, fromText, "text", changed)
			} else {
				r.add(&r.modified, fromText, "text", b.text)
			}
			continue
		}
		if r.add(&r.published, fromText, "text", b.text) {
			return
		}
	}
}

// splitAtUpdate cuts “Published 5 March 2024 Updated 6 March 2024” before the second label.
func splitAtUpdate(s string) (published, changed string) {
	if st, ok := parseDate(s, ""); !ok || !st.possible(time.Time{}) {
		return "", ""
	}
	for i, r := range s {
		if i > 0 && r != ' ' && s[i-1] == ' ' && !speaksOfUpdate(s[:i]) && speaksOfUpdate(cut(s[i:], 24)) {
			if _, ok := parseDate(s[:i], ""); ok {
				return s[:i], s[i:]
			}
		}
	}
	return "", ""
}
