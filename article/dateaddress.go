package article

import (
	"net/url"
	"regexp"
	"strings"
	"time"

	"github.com/markusmobius/go-dateparser"
	"github.com/markusmobius/go-htmldate"
	"golang.org/x/net/html"
)

// The date in an address: /2024/03/05/, /2024-03-05-, /20240305/.
var urlDatePattern = regexp.MustCompile(`[/=_.-]((?:19|20)\d\d)([/_.-])(0?[1-9]|1[0-2])([/_.-])(0?[1-9]|[12]\d|3[01])(?:[/_.?&-]|$)`)
var urlCompactPattern = regexp.MustCompile(`[/=_-]((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:[/_.?&-]|$)`)

// The same with the name of the month, as in /2024/mar/12/.
var urlMonthPattern = regexp.MustCompile(`/((?:19|20)\d\d)/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/(0?[1-9]|[12]\d|3[01])(?:/|$)`)

// urlDate returns the date that stands in the path or query of an address, as it is written there.
func urlDate(address string) (string, bool) {
	u, err := url.Parse(cut(address, 2048))
	if err != nil {
		return "", false
	}
	path := u.Path
	if u.RawQuery != "" {
		path += "?" + u.RawQuery
	}
	if m := urlDatePattern.FindStringSubmatch(path); m != nil && m[2] == m[4] {
		return m[1] + m[2] + m[3] + m[4] + m[5], true
	}
	if m := urlCompactPattern.FindStringSubmatch(path); m != nil {
		return m[1] + m[2] + m[3], true
	}
	if m := urlMonthPattern.FindStringSubmatch(path); m != nil {
		return m[3] + " " + m[2] + " " + m[1], true
	}
	return "", false
}

// lastResort asks go-htmldate, which also searches the running text, and returns the words in which
// it found the date. They are read again by parseDate and must name the same day: the library fills
// in a missing day or year, which would be a date that the page does not give. Its clock is set, so
// that the same page always gives the same answer.
func lastResort(root *html.Node, address string, captured time.Time) (words string, ok bool) {
	defer func() {
		if recover() != nil { // a library on hostile input
			words, ok = "", false
		}
	}()
	o := htmldate.Options{UseOriginalDate: true, URL: address, MinDate: earliest, MaxDate: latest}
	clock := latest
	if !captured.IsZero() {
		o.MaxDate, clock = captured.Add(day), captured
	}
	o.DateParserConfig = &dateparser.Configuration{PreferredDateSource: dateparser.Past, StrictParsing: true, CurrentTime: clock}
	found, err := htmldate.FromDocument(root, o)
	if err != nil || found.IsZero() {
		return "", false
	}
	st, ok := parseDate(found.SrcString, "")
	if !ok || civil(st.from) != civil(found.DateTime) && civil(st.swapped) != civil(found.DateTime) {
		return "", false
	}
	return found.SrcString, !partOfAddress(found.SrcString)
}

// partOfAddress reports whether a date stands in words cut out of an address: that of a picture or of
// another article, to which the date belongs.
func partOfAddress(words string) bool {
	return strings.Contains(words, "://") || words != "" && strings.Contains("/_-", words[:1])
}

// addLastResort keeps what the library finds. A day that the page names as that of a change is not taken
// for that of publication: the library takes either.
func (r *dateReader) addLastResort(root *html.Node, address string) {
	words, ok := lastResort(root, address, r.captured)
	if !ok || otherDate(words) {
		return
	}
	st, _ := parseDate(words, r.lang)
	found := dateCandidate{stamp: st, source: fromLibrary, kind: "go-htmldate", value: words}
	if speaksOfUpdate(words) || r.changed(found) {
		r.add(&r.modified, fromLibrary, "go-htmldate", words)
		return
	}
	r.add(&r.published, fromLibrary, "go-htmldate", words)
}
