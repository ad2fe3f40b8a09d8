package article

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Bounds of the search in a flattened text.
const (
	maxHeadLines = 120 // lines before the running text that may be menus
	proseLength  = 90  // characters from which a line that ends a sentence is running text
	titleReach   = 10  // lines around the title where byline and date stand
	// A breadcrumb and a date around a headline tell it from captions and buttons below it.
	breadcrumbReach = 25
)

// flatMeta reads title, outlet, byline and date from the lines of a flattened text; used[i] marks
// lines that are such metadata and not body.
//
// The title is the line that stands twice (once as the title of the window, with the outlet behind
// it), else the line that looks like a headline and stands between a breadcrumb and a date, else the
// last line before the running text that looks like one. Byline and date are short lines near it. The
// outlet may be the first line (see outlet). Nothing is taken from the running text.
func flatMeta(lines []string, url string, captured time.Time) (m meta, used []bool) {
	f := flatText{lines: make([]string, len(lines)), used: make([]bool, len(lines))}
	for i, line := range lines {
		f.lines[i] = squeeze(cut(line, maxText))
	}
	f.prose = f.firstProse()
	dates := dateReader{captured: captured}
	f.labels(&m, &dates)
	f.findTitle(&m)
	if m.outlet == "" {
		m.outlet = f.outlet()
	}
	f.near(&m, &dates)
	if v, ok := urlDate(url); ok {
		dates.add(&dates.published, fromURL, "URL", v)
	}
	m.published, m.modified = chooseDate(dates.published), chooseDate(dates.modified)
	m.warnDate()
	return m, f.used
}

type flatText struct {
	lines []string
	used  []bool
	prose int // first line of running text; len(lines) if there is none
	title int // line of the title, -1 if none
}

// firstProse returns the first line that reads like a paragraph.
func (f *flatText) firstProse() int {
	for i, line := range f.lines {
		if proseLine(line) {
			return i
		}
	}
	return len(f.lines)
}

func proseLine(s string) bool {
	n := utf8.RuneCountInString(s)
	if uncasedWide(s) {
		n *= 2
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, "\"”’»)]」"))
	return n >= proseLength && strings.ContainsRune(".!?…。؟！？۔।:", last) || n >= 200
}

// uncasedWide reports whether s is written in characters that carry a word each.
func uncasedWide(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r >= 0x1100 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Hangul) })
}

// labels reads lines “Title: …”, “Date: …” at the top, which some scrapes write.
func (f *flatText) labels(m *meta, dates *dateReader) {
	for i, line := range f.lines[:min(12, len(f.lines))] {
		label, value, ok := strings.Cut(line, ":")
		if value = strings.TrimSpace(value); !ok || value == "" || len(value) > 400 {
			continue
		}
		f.used[i] = true
		switch strings.ToLower(strings.TrimSpace(label)) {
		case "title", "headline", "titel", "titre", "título", "العنوان", "заголовок":
			m.title = value
			f.title = i
		case "date", "published", "publication date", "datum", "fecha", "التاريخ", "дата", "published on", "posted on":
			dates.add(&dates.published, fromText, "text", value)
		case "updated", "last updated", "modified":
			dates.add(&dates.modified, fromText, "text", value)
		case "author", "authors", "byline":
			m.byline = cleanNames([]string{value}, "", false)
		case "outlet", "publisher", "newspaper", "publication", "site":
			m.outlet = value
		case "url", "link", "canonical":
			m.canonical = absolute("", value)
		case "language", "lang":
			m.language = value
		default:
			f.used[i] = false
		}
	}
}

func (f *flatText) findTitle(m *meta) {
	if m.title != "" {
		return
	}
	f.title = -1
	if i, j, outlet := f.doubledTitle(); i >= 0 {
		f.title = j
		m.title = undouble(f.lines[j])
		if m.outlet == "" {
			m.outlet = outlet
		}
		f.used[i], f.used[j] = true, true
		return
	}
	last := min(f.prose, maxHeadLines, len(f.lines)) - 1
	for i := last; i > max(0, f.prose-breadcrumbReach); i-- {
		if headline(f.lines[i]) && breadcrumb(f.lines[i-1]) && i < last && f.dateLine(i+1) {
			f.takeTitle(i, m)
			f.used[i-1] = true
			return
		}
	}
	for i := last; i >= max(0, f.prose-titleReach); i-- {
		if headline(f.lines[i]) {
			f.takeTitle(f.headlineAbove(i), m)
			return
		}
	}
}

func (f *flatText) takeTitle(i int, m *meta) {
	f.title, f.used[i] = i, true
	m.title = undouble(f.lines[i])
}

// breadcrumb reports whether a line shows the way from the front page to the one at hand: “Home > News
// > Abroad”.
func breadcrumb(s string) bool {
	for _, mark := range [...]string{">", "»", "›", "→", "/", "«", "‹"} {
		parts := strings.Split(s, mark)
		if len(parts) < 3 || len(parts) > 6 || len(s) > 120 {
			continue
		}
		short := func(part string) bool { return strings.TrimSpace(part) != "" && len(strings.Fields(part)) <= 4 }
		if !slices.ContainsFunc(parts, func(part string) bool { return !short(part) }) {
			return !strings.ContainsFunc(s, unicode.IsDigit)
		}
	}
	return false
}

// outlet returns the first line if it is a name that the page also gives as its owner: behind the mark
// of a copyright, or behind “About”.
func (f *flatText) outlet() string {
	if len(f.lines) == 0 || !nameLike(f.lines[0]) || phraseReason(f.lines[0]) != "" {
		return ""
	}
	key := " " + titleKey(f.lines[0]) + " "
	for _, line := range f.lines[1:] {
		if len(line) > maxOwner {
			continue
		}
		label := firstWords(line, 1)
		owner := strings.Contains(line, "©") || strings.Contains(line, "(c)") || ownerLabels[label]
		if owner && strings.Contains(" "+titleKey(line)+" ", key) {
			return f.lines[0]
		}
	}
	return ""
}

// maxOwner is how long a line can be, in bytes, that names the owner of a page.
const maxOwner = 160

// ownerLabels begin lines about the owner of a page.
var ownerLabels = foldedWords(`about copyright contact über acerca sobre propos chi over om о про عن حقوق درباره hakkında`)

// doubledTitle finds a line that begins with another one and goes on with a separator and the name of
// the outlet, or stands there twice. It returns both lines and the name.
func (f *flatText) doubledTitle() (whole, title int, outlet string) {
	top := f.lines[:min(len(f.lines), maxHeadLines)]
	first := map[string]int{}
	for i, line := range top {
		if len(line) < 20 || len(line) > 300 || proseLine(line) && i > 3 {
			continue
		}
		for _, sep := range titleSeparators {
			if cutAt := strings.LastIndex(line, sep); cutAt > 0 && first[titleKey(line[:cutAt])] == 0 {
				first[titleKey(line[:cutAt])] = i + 1
			}
		}
	}
	for j, line := range top {
		i := first[titleKey(line)] - 1
		if i < 0 || i == j || len(line) < 12 || !headline(line) {
			continue
		}
		name := strings.TrimLeft(strings.TrimPrefix(top[i], line), " |-–—·:»•/‹«")
		if !nameLike(name) {
			name = ""
		}
		return i, j, name
	}
	return -1, -1, ""
}

// headlineAbove returns the best headline in the lines just above i: a standfirst may stand between
// the headline and the text, and the headline is the upper one if only lines of a byline or a date
// lie between.
func (f *flatText) headlineAbove(i int) int {
	for j := i - 1; j >= max(0, i-3); j-- {
		if f.dateLine(j) || f.bylineAt(j) {
			continue
		}
		if headline(f.lines[j]) && len(strings.Fields(f.lines[j])) >= 5 && len(strings.Fields(f.lines[i])) < 5 {
			return j
		}
		return i
	}
	return i
}

// headline reports whether a line can be a headline: some words, no address, no date alone, no
// sentence as long as a paragraph.
func headline(s string) bool {
	words := len(strings.Fields(s))
	if uncasedWide(s) {
		words = utf8.RuneCountInString(s) / 2
	}
	if words < 3 || words > 40 || len(s) > 400 || strings.Contains(s, "://") || strings.Contains(s, " | ") && words < 8 {
		return false
	}
	if _, ok := cutBy(s); ok && words < 8 {
		return false
	}
	_, dated := parseDate(s, "")
	return !(dated && words < 10) && !strings.HasPrefix(s, "©") && !strings.HasSuffix(s, ":")
}

// near reads byline and date from short lines around the title.
func (f *flatText) near(m *meta, dates *dateReader) {
	from, to := 0, min(len(f.lines), 8)
	if f.title >= 0 {
		from, to = max(0, f.title-4), min(len(f.lines), f.title+titleReach)
	}
	var credits pageCredits
	for i := from; i < to; i++ {
		if f.used[i] || i == f.title {
			continue
		}
		if f.bylineAt(i) {
			f.takeByline(i, m, &credits)
		}
		if f.dateLine(i) {
			f.used[i] = true
			f.takeDate(f.lines[i], dates)
		} else if len(f.lines[i]) < 60 && !f.used[i] && dates.add(&dates.published, fromText, "text", f.lines[i]) {
			f.used[i] = true // “3 hours ago”
		}
	}
	m.credits = append(m.credits, credits.list...)
}

func (f *flatText) takeByline(i int, m *meta, credits *pageCredits) {
	rest, _ := cutBy(f.lines[i])
	if len(m.byline) == 0 {
		m.byline = cleanNames([]string{withoutDate(rest)}, m.outlet, true)
	}
	for _, part := range splitNames(rest) {
		credits.addAll(sourcesIn(part, nil), f.lines[i])
	}
	f.used[i] = true
}

func (f *flatText) takeDate(line string, dates *dateReader) {
	published, changed := splitAtUpdate(line)
	switch {
	case published != "":
		dates.add(&dates.published, fromText, "text", published)
		dates.add(&dates.modified, fromText, "text", changed)
	case speaksOfUpdate(line):
		dates.add(&dates.modified, fromText, "text", line)
	default:
		dates.add(&dates.published, fromText, "text", line)
	}
}

// withoutDate cuts a byline before the first digit: “Jane Doe 5 March 2024”.
func withoutDate(s string) string {
	if i := strings.IndexFunc(s, unicode.IsDigit); i > 0 {
		s = s[:i]
		if j := strings.LastIndexAny(strings.TrimSpace(s), " |,-"); j > 0 && monthOf(strings.Trim(s[j:], " |,-."), "") != 0 {
			s = s[:j]
		}
	}
	return s
}

// bylineAt reports whether line i is a line “By Jane Doe”.
func (f *flatText) bylineAt(i int) bool {
	line := f.lines[i]
	rest, ok := cutBy(line)
	return ok && len(line) <= 160 && len(strings.Fields(line)) <= 16 && len(cleanNames([]string{withoutDate(rest)}, "", true)) > 0 && !proseLine(line)
}

// dateLine reports whether line i is a date with few words beside it.
func (f *flatText) dateLine(i int) bool {
	line := f.lines[i]
	if len(line) > maxDateBlock || len(strings.Fields(line)) > 18 || proseLine(line) {
		return false
	}
	st, ok := parseDate(line, "")
	return ok && st.possible(time.Time{})
}
