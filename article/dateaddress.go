package article

import (
	"net/url"
	"regexp"
	"time"

	"github.com/markusmobius/go-dateparser"
	"github.com/markusmobius/go-htmldate"
	"golang.org/x/net/html"
)

// The date in an address: /2024/03/05/, /2024-03-05-, /20240305/.
var urlDatePattern = regexp.MustCompile(`[/=_.-]((?:19|20)\d\d)([/_.-])(0?[1-9]|1[0-2])([/_.-])(0?[1-9]|[12]\d|3[01])(?:[/_.?&-]|$)`)
var urlCompactPattern = regexp.MustCompile(`[/=_-]((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:[/_.?&-]|$)`)

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
	return found.SrcString, true
}
