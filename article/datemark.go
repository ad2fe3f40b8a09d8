package article

import (
	"slices"
	"strings"
	"time"
	"unicode"

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
		"oppdatert", "opdateret", "uppdaterad", "päivitetty", "تحدیث", "آخر تحديث", "تحديث", "بروزرسانی", "edited", "revised"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// saysPublished reports whether a label or a class says that a date is that of publication.
func saysPublished(s string) bool {
	s = strings.ToLower(s)
	for _, w := range [...]string{"published", "publié", "publicad", "publication", "publikacj", "publicer", "publisert", "posted", "pubdate", "entry-date", "post-date", "pubblicat", "veröffentlicht", "erschienen", "erstellt",
		"опубликован", "опублікован", "opublikowan", "yayın", "yayim", "gepubliceerd", "geplaatst", "julkaistu", "zveřejněn", "نشر", "انتشار"} {
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

// headline returns the block at which the article begins, by its first h1 that is neither the name of the
// site nor the last step of a breadcrumb. If there is none, as in print views, it is the first lower heading
// that stands in the title element and either is called the title of a post or makes up most of it; then
// the step of the breadcrumb, which stands above the headline; -1 if there is none either.
func (h *head) headline() int {
	lower, step, whole := -1, -1, titleKey(h.title)
	for _, candidate := range h.headings {
		key := titleKey(candidate.text)
		switch {
		case candidate.home || key == "":
		case candidate.trail:
			if candidate.level == 1 && step < 0 {
				step = candidate.block
			}
		case candidate.level == 1:
			return candidate.block
		case lower < 0 && strings.Contains(whole, key) && (candidate.level > 2 || 2*len(key) >= len(whole)):
			lower = candidate.block
		}
	}
	if lower < 0 {
		return step
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
		label := m.attrs + " " + cut(m.value, 60) + " " + h.labelOf(m)
		switch {
		case m.kind == markModified:
			r.add(&r.modified, fromMicrodata, m.kind, m.value)
		case m.kind == markPublished:
			r.add(&r.published, fromMicrodata, m.kind, m.value)
		case !h.nearHeadline(m.at) || len(m.value) > 200:
		case speaksOfUpdate(label):
			h.addVisible(r, &r.modified, m.kind, "", m.value, m.at)
		case m.kind == markText || first:
			if h.addVisible(r, &r.published, m.kind, label, m.value, m.at) && m.kind == markTime {
				first = false
			}
		}
	}
}

// addVisible adds a date that readers see in block at. One that counts back from the capture must stand
// above the running text: teasers of other articles, which stand below it, are dated so too.
func (h *head) addVisible(r *dateReader, to *[]dateCandidate, kind, label, value string, at int) bool {
	source := fromText
	switch {
	case saysPublished(label):
		source, kind = fromLabel, kind+" labelled as published"
	case kind == markTime:
		source = fromTime
	}
	return r.add(to, source, kind, value) || h.aboveText(at) && r.addCounted(to, source, kind, value)
}

// countedReach is how many blocks below the headline a date may stand that counts back.
const countedReach = 8

// aboveText reports whether block at stands close to the headline and above the running text. One
// paragraph may stand between: the standfirst.
func (h *head) aboveText(at int) bool {
	start := h.headline()
	if start < 0 || at < start-2 || at > start+countedReach {
		return false
	}
	paragraphs := 0
	for i := start + 1; i < at && i < len(h.blocks); i++ {
		if h.blocks[i].prose {
			paragraphs++
		}
	}
	return paragraphs <= 1 && !slices.ContainsFunc(h.headings, func(o heading) bool { return o.block > start && o.block <= at })
}

// maxLabel is how long a block can be, in bytes, that labels the date in the next one.
const maxLabel = 24

// labelOf returns the words that tell what a marked date is: those of its block or, if that has none
// but the date, a short block before it.
func (h *head) labelOf(m marked) string {
	if m.at >= len(h.blocks) || m.kind != markTime || len(h.blocks[m.at].text) > maxDateBlock {
		return ""
	}
	own := h.blocks[m.at].text
	if published, _ := splitAtUpdate(own); published != "" {
		return published
	}
	if m.at > 0 && len(h.blocks[m.at-1].text) <= maxLabel {
		return h.blocks[m.at-1].text + " " + own
	}
	return own
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
				h.addVisible(r, &r.published, markText, published, published, i)
				h.addVisible(r, &r.modified, markText, "", changed, i)
			} else {
				h.addVisible(r, &r.modified, markText, "", b.text, i)
			}
			continue
		}
		if !otherDate(b.text) && !crowded(b.text) && h.addVisible(r, &r.published, markText, b.text, b.text, i) {
			return
		}
	}
}

// otherDates are labels of dates that are not those of the page: of a person's stay, of a rule, of an
// edition.
var otherDates = [...]string{"last active", "last seen", "joined", "member since", "effective", "expires", "valid ", "deadline", "version",
	"gültig", "mitglied seit", "stand der", "valable", "inscrit", "válido", "действ", "geçerli", "ساري"}

// otherDate reports whether a line with a date says that it is the date of something else.
func otherDate(s string) bool {
	lower := strings.ToLower(s)
	return slices.ContainsFunc(otherDates[:], func(label string) bool { return strings.Contains(lower, label) })
}

// crowded reports whether a line with a date has so many words beside it that it is about something:
// “Volunteers fill sandbags at the old bridge, 24 April 2023” stands below a picture.
func crowded(s string) bool {
	if _, by := cutBy(s); by || saysPublished(s) {
		return false
	}
	const most = 8 // words, the month and a weekday among them
	n := 0
	for _, t := range dateTokens(s) {
		if t.word {
			n++
		}
	}
	return n >= most
}

// splitAtUpdate cuts “Published 5 March 2024 Updated 6 March 2024” before the second label, and
// “Updated 6 March 2024 Published 5 March 2024” too. Flattened texts glue the label to what is before it.
func splitAtUpdate(s string) (published, changed string) {
	if st, ok := parseDate(s, ""); !ok || !st.possible(time.Time{}) || len(s) > maxDateBlock {
		return "", ""
	}
	before := ' '
	for i, r := range s {
		if i > 0 && unicode.IsLetter(r) && !unicode.IsLetter(before) {
			label := cut(s[i:], 24)
			first := speaksOfUpdate(s[:i])
			if !first && speaksOfUpdate(label) || first && saysPublished(label) {
				_, one := parseDate(s[:i], "")
				_, two := parseDate(s[i:], "")
				switch {
				case one && two && first:
					return s[i:], s[:i]
				case one && !first:
					return s[:i], s[i:]
				}
			}
		}
		before = r
	}
	return "", ""
}
