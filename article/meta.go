package article

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"golang.org/x/net/html"

	"hearsay/page"
)

// meta is what a page says about itself outside the running text.
type meta struct {
	title, outlet, canonical string
	titleEnds                []string // parts of the window's title that may name the outlet
	published, modified      *Date
	byline                   []string
	credits                  []Credit // found outside the body: byline, tail blocks, meta tags; Span nil
	language                 string   // declared language (html lang, JSON-LD inLanguage, og:locale), "" if none
	warnings                 []string
}

// readMeta reads the head and the blocks of an HTML page. base is the page's URL, "" if unknown;
// captured may be zero. It does not change root.
func readMeta(root *html.Node, base string, captured time.Time) meta {
	h := readHead(root)
	ld := readLinkedData(h.scripts, h.headings)
	m := meta{canonical: h.canonical(base), language: h.language(&ld)}
	address := cmp.Or(base, m.canonical)
	m.outlet = h.chooseOutlet(&ld, address)
	m.title = h.chooseTitle(&ld, m.outlet, h.houseNames(&ld, address)...)
	m.titleEnds = titleEnds(h.title, h.openGraphTitle())
	m.byline = h.chooseByline(&ld, m.outlet)

	dates := dateReader{captured: captured, lang: h.region(m.language)}
	h.readDates(&ld, address, &dates)
	if len(dates.published) == 0 {
		dates.addLastResort(root, address)
	}
	m.published, m.modified = chooseDate(dates.published), chooseDate(dates.modified)
	m.published.doubtChanged(m.modified)
	m.credits = h.readCredits(&ld, &m, address)
	m.warn(ld.broken)
	m.warnCounted(&dates)
	return m
}

func (m *meta) warn(brokenLD bool) {
	if brokenLD {
		m.warnings = append(m.warnings, "a JSON-LD block is no valid JSON; only single fields were read from it")
	}
	m.warnDate()
}

// warnDate says what is doubtful about the date of publication.
func (m *meta) warnDate() {
	d := m.published
	if d == nil || d.Grade != Unclear {
		return
	}
	if slices.ContainsFunc(d.Evidence, func(e DateEvidence) bool { return !e.Agrees && e.Kind != "text" }) {
		m.warnings = append(m.warnings, "places on the page give different dates of publication")
	}
	if first := d.Evidence[0]; d.To.Sub(d.From) > day+time.Hour && !strings.HasSuffix(first.Kind, countedBack) {
		m.warnings = append(m.warnings, "the date "+cut(first.Value, 40)+" can be read in two ways, with the day or the month first")
	}
}

// warnCounted names the words that would date the page if its capture were dated.
func (m *meta) warnCounted(r *dateReader) {
	if m.published == nil && len(r.unresolved) > 0 {
		m.warnings = append(m.warnings, "the page says “"+cut(r.unresolved[0], 100)+"”; without a time of capture that is no date (see --captured)")
	}
}

// canonical returns the address that the page names as its own, absolute. Where the address of the
// page is unknown and rel=canonical and og:url name different houses, og:url is its own and the other
// one the home of its text (see foreignHome).
func (h *head) canonical(base string) string {
	link, own := absolute(base, h.links["canonical"]), absolute(base, h.meta("og:url"))
	if link == "" || base == "" && foreignCanonical(own, link) != "" {
		return own
	}
	return link
}

// foreignHome returns the address of another house that the page names as the home of its text, empty
// if it names none. Address is its own, as far as known.
func (h *head) foreignHome(address string) string {
	if link := absolute(address, h.links["canonical"]); foreignCanonical(address, link) != "" {
		return link
	}
	return ""
}

// language returns the language that the page declares, as declared.
func (h *head) language(ld *linkedData) string {
	return strings.TrimSpace(firstNonEmpty(h.lang, ld.language, h.meta("og:locale", "content-language", "language", "dc.language")))
}

// region returns the declared language with its region, which og:locale often adds: “en” and
// “en_US” are “en-us”. It decides how 3/5/2024 is read.
func (h *head) region(lang string) string {
	lang = strings.ToLower(strings.ReplaceAll(lang, "_", "-"))
	locale := strings.ToLower(strings.ReplaceAll(h.meta("og:locale"), "_", "-"))
	if !strings.Contains(lang, "-") && strings.HasPrefix(locale, lang+"-") {
		return locale
	}
	return lang
}

// recordMeta reads the fields of a JSON or CSV record. A date without a zone keeps its time of day
// and is read as UTC: the records of one collection mostly share a convention. The evidence says so.
func recordMeta(f *page.Fields, url string, captured time.Time) meta {
	m := meta{title: squeeze(f.Title), outlet: squeeze(f.Outlet), language: strings.TrimSpace(f.Language)}
	m.byline = cleanNames(f.Byline, "", false)
	dates := dateReader{captured: captured, lang: m.language}
	if given := strings.TrimSpace(f.Date); given != "" && !dates.add(&dates.published, fromField, "field date", given) && !dates.addCounted(&dates.published, fromField, "field date", given) {
		m.warnings = append(m.warnings, "the date of the record cannot be read: "+cut(given, 100))
	}
	for i, c := range dates.published {
		if c.timed && !c.zoned {
			dates.published[i].kind += " (no time zone, read as UTC)"
		}
		if !c.swapped.IsZero() {
			m.warnings = append(m.warnings, "the date "+cut(c.value, 40)+" can be read in two ways; it is read as day, month, year")
		}
	}
	if v, ok := urlDate(url); ok {
		dates.add(&dates.published, fromURL, "URL", v)
	}
	m.published = chooseDate(dates.published)
	var credits pageCredits
	for _, name := range f.Byline {
		credits.addAll(sourcesIn(cut(name, maxByline), nil), name)
	}
	m.credits = credits.list
	m.warnDate()
	return m
}
