package article

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Bounds of the search in a flattened text.
const (
	proseLength = 90 // characters from which a line that ends a sentence is running text
	titleReach  = 10 // lines around the title where byline and date stand
)

// flatMeta reads title, outlet, byline and date from the lines of a flattened text; used[i] marks
// lines that are such metadata and not body.
//
// The title is the line above the main text that most speaks for (see findTitle). Byline and date are
// short lines near it. The outlet is who the page names as its owner (see outlet). Nothing is taken
// from the running text.
func flatMeta(lines []string, url string, captured time.Time) (m meta, used []bool) {
	f := flatText{lines: make([]string, len(lines)), used: make([]bool, len(lines))}
	for i, line := range lines {
		f.lines[i] = squeeze(cut(line, maxText))
	}
	f.from, f.to = f.mainText()
	f.prose = f.from
	dates := dateReader{captured: captured, lang: f.language()}
	f.labels(&m, &dates)
	if m.outlet == "" {
		m.outlet = f.outlet()
	}
	f.findTitle(&m)
	f.near(&m, &dates)
	if v, ok := urlDate(url); ok {
		dates.add(&dates.published, fromURL, "URL", v)
	}
	m.published, m.modified = chooseDate(dates.published), chooseDate(dates.modified)
	m.warnDate()
	m.warnCounted(&dates)
	return m, f.used
}

type flatText struct {
	lines []string
	used  []bool
	// The main text is lines[from:to], empty and at the end if there is none.
	from, to int
	prose    int // the same as from: no byline, and no date that is counted back from today, stands below
	title    int // line of the title, -1 if none

	dated []int // lines near the title that were read as a date, in the order in which they were read
}

// mainText returns the stretch of lines in which running text outweighs everything else most. It is
// empty and stands at the end if there is no running text.
func (f *flatText) mainText() (from, to int) {
	weights := make([]int, len(f.lines))
	any := false
	for i, line := range f.lines {
		n := utf8.RuneCountInString(line)
		switch {
		case n < spoken || !endsSentence(line) && !proseLine(line) || phraseReason(line) != "" || ownerNotice(line):
			weights[i] = -90
		case proseLine(line):
			weights[i] = min(n, 600)
			any = true
		default:
			weights[i] = n / 2
			any = true
		}
	}
	if !any {
		return len(f.lines), len(f.lines)
	}
	return heaviest(weights)
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
			if !dates.add(&dates.published, fromText, "text", value) {
				dates.addCounted(&dates.published, fromText, "text", value)
			}
		case "updated", "last updated", "modified":
			if !dates.add(&dates.modified, fromText, "text", value) {
				dates.addCounted(&dates.modified, fromText, "text", value)
			}
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

// near reads byline and date from short lines around the title.
func (f *flatText) near(m *meta, dates *dateReader) {
	from, to := 0, min(len(f.lines), 8)
	switch {
	case f.title < 0 && f.from < len(f.lines):
		from, to = max(0, f.from-titleReach), f.from
	case f.title >= 0:
		// A standfirst, a picture and its caption may stand between the title and the date.
		from, to = max(0, f.title-4), min(len(f.lines), max(f.title+titleReach, min(f.from, f.title+3*titleReach)))
	}
	var credits pageCredits
	for i := max(from, f.title); i < to; i++ {
		f.readNear(i, m, dates, &credits)
	}
	dated := len(dates.published) > 0 // then a date above the title is that of the day, as mastheads have it
	for i := from; i < min(f.title, to); i++ {
		if !dated || f.bylineAt(i) {
			f.readNear(i, m, dates, &credits)
		}
	}
	f.bareByline(m, &credits, from, min(to, max(f.from, f.title+1)))
	m.credits = append(m.credits, credits.list...)
}

// readNear reads line i, which stands near the title, if it is a byline or a date.
func (f *flatText) readNear(i int, m *meta, dates *dateReader, credits *pageCredits) {
	if f.used[i] || i == f.title {
		return
	}
	if f.bylineAt(i) {
		f.takeByline(i, m, credits)
	}
	if f.dateLine(i) && !tells(f.lines[i]) {
		f.used[i] = true
		f.dated = append(f.dated, i)
		f.takeDate(f.lines[i], dates)
		f.creditBesideDate(f.lines[i], credits)
	} else if len(f.lines[i]) < 60 && !f.used[i] && i < f.prose && f.takeCounted(f.lines[i], dates) {
		f.used[i] = true
		f.dated = append(f.dated, i)
	}
}

// tells reports whether a line says something and only ends with a date, as captions do: “The bridge
// after the inspection, 4 March 2024”.
func tells(line string) bool {
	const most = 5 // words before a date, as in “Last updated by the newsroom on”
	first := strings.IndexFunc(line, unicode.IsDigit)
	return first > 0 && len(strings.Fields(line[:first])) > most && !speaksOfUpdate(line)
}

func (f *flatText) takeByline(i int, m *meta, credits *pageCredits) {
	rest, _ := cutBy(withoutKind(f.lines[i]))
	if len(m.byline) == 0 {
		m.byline = bylineNames(rest, m.outlet)
	}
	for _, part := range splitNames(withoutDate(rest)) {
		credits.addAll(sourcesIn(part, nil), f.lines[i])
		if _, agency := cutAgency(trimName(part)); agency != nil {
			credits.add(Credit{Kind: Republication, Agency: agency.name, Exact: f.lines[i]})
		}
	}
	f.used[i] = true
}

// creditBesideDate reads an agency that stands alone beside a date: “9 August 2024, 09:12 | AFP”.
func (f *flatText) creditBesideDate(line string, credits *pageCredits) {
	for part := range strings.FieldsFuncSeq(line, func(r rune) bool { return strings.ContainsRune("|·•", r) }) {
		if a := agencyNamed(strings.TrimSpace(part)); a != nil && !a.photo && !a.outlet {
			credits.add(Credit{Kind: Republication, Agency: a.name, Exact: line})
		}
	}
}

func (f *flatText) takeDate(line string, dates *dateReader) {
	line = ungluedYear(line)
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

// takeCounted reads “3 hours ago” and reports whether the line says so. It must stand near the title and
// above the running text: teasers below it are dated so too.
func (f *flatText) takeCounted(line string, dates *dateReader) bool {
	to := &dates.published
	if speaksOfUpdate(line) {
		to = &dates.modified
	}
	unresolved := len(dates.unresolved)
	return dates.addCounted(to, fromText, "text", line) || len(dates.unresolved) > unresolved
}

// bylineAt reports whether line i is a line “By Jane Doe”.
func (f *flatText) bylineAt(i int) bool {
	line := withoutKind(f.lines[i])
	rest, ok := cutBy(line)
	if line != f.lines[i] {
		rest, ok = line, true
	}
	return ok && len(line) <= 160 && len(strings.Fields(line)) <= 16 && len(cleanNames([]string{withoutDate(rest)}, "", true)) > 0 && !proseLine(line)
}

// dateLine reports whether line i is a date with few words beside it.
func (f *flatText) dateLine(i int) bool {
	line := f.lines[i]
	if len(line) > maxDateBlock || len(strings.Fields(line)) > 18 || proseLine(line) {
		return false
	}
	st, ok := parseDate(ungluedYear(line), "")
	return ok && st.possible(time.Time{})
}
