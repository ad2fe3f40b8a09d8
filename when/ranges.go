package when

import (
	"strings"
	"time"

	"hearsay/text"
)

// A Range is a stretch of time between two expressions: “from March 4 to 6”, “between 1914 and 1918”, “May–July 2020”.
type Range struct {
	Span        text.Span
	First, Last int       // the expressions that bound it
	Value       string    // the two values with a slash between, as ISO 8601 writes an interval
	From, To    time.Time // from the beginning of the first to the end of the last
}

// Ranges joins the expressions that Find found in d where the words between them say that the time from one to the other is meant.
// Expressions of a range stay expressions of their own.
func Ranges(d *text.Doc, found []Expression) []Range {
	var out []Range
	for i := 0; i+1 < len(found); i++ {
		a, b := found[i], found[i+1]
		if a.From.IsZero() || b.To.IsZero() || !a.From.Before(b.To) || a.Type == Duration || b.Type == Duration || b.Span.Start-a.Span.End > 16 {
			continue
		}
		start, joined := joins(d.String(), a.Span, d.Text(text.Span{Start: a.Span.End, End: b.Span.Start}))
		if !joined {
			continue
		}
		out = append(out, Range{text.Span{Start: start, End: b.Span.End}, i, i + 1, a.Value + "/" + b.Value, a.From, b.To})
		i++
	}
	return out
}

// rangeWords are what stands between the bounds, and what then has to stand before them; empty for nothing.
var rangeWords = map[string][]string{
	"-": {""}, "–": {""}, "—": {""}, "to": {""}, "through": {""}, "until": {""}, "till": {""}, "and": {"between"},
	"bis": {""}, "bis zum": {""}, "und": {"zwischen"}, "à": {"de", "du"}, "au": {"du", "de"}, "et": {"entre"}, "al": {"del"}, "a": {"de", "desde"}, "hasta": {""},
	"y": {"entre"}, "по": {"с"}, "до": {"с", "от"}, "إلى": {""}, "حتى": {""},
}

// joins reports whether the words between two expressions make a range of them, and where it begins with the word before it.
func joins(s string, first text.Span, between string) (start int, ok bool) {
	befores, ok := rangeWords[strings.ToLower(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(between), " the")))]
	if !ok {
		return 0, false
	}
	before := strings.TrimRight(s[max(0, first.Start-16):first.Start], " ")
	word := before[strings.LastIndexAny(before, " \n")+1:]
	begin := strings.LastIndex(s[:first.Start], word)
	for _, b := range befores {
		if strings.EqualFold(word, b) && b != "" {
			return begin, true
		}
	}
	if strings.EqualFold(word, "from") || strings.EqualFold(word, "vom") || strings.EqualFold(word, "von") {
		return begin, true
	}
	return first.Start, befores[0] == ""
}
