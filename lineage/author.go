package lineage

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay/article"
	"hearsay/text"
)

// Authors returns the names of the byline that look like a person's: two to five words, the last not
// in small letters, none of which says that an office or an agency wrote, and not the outlet or a
// credited source.
func Authors(a *article.Article) []string {
	var out []string
	for _, name := range a.Byline {
		words := strings.Fields(text.Fold(name))
		if len(words) < 2 || len(words) > 5 || endsLower(name) || PageOf(a, name) ||
			slices.ContainsFunc(words, func(w string) bool { return officeWords[w] || hasDigit(w) }) ||
			slices.ContainsFunc(a.Credits, func(c article.Credit) bool {
				return c.Kind != article.Photo && SourceKey(c.Agency) == SourceKey(name)
			}) {
			continue
		}
		out = append(out, name)
	}
	return out
}

// endsLower reports whether the last word of a name begins with a small letter: “the editor”.
func endsLower(name string) bool {
	words := strings.Fields(name)
	first, _ := utf8.DecodeRuneInString(words[len(words)-1])
	return unicode.IsLower(first)
}

func hasDigit(s string) bool { return strings.ContainsFunc(s, unicode.IsDigit) }

// officeWords are folded words of bylines that name no person.
var officeWords = wordSet(`the staff desk team editor editors editorial newsroom agency agencies news press
	wire service services reporter reporters correspondent correspondents online web media desk redaktion agence
	agencia agentur redaccion وكالة وكالات تحرير التحرير محرر المحرر مراسل غرفة الأخبار أخبار`)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(text.Fold(words)) {
		set[w] = true
	}
	return set
}

// PlaceLine returns the words of a dateline that names a place and no source: “HARBOURTON — …”,
// “Paris, 3 Jan – …”, “بغداد – …”, at the beginning of one of the first paragraphs, for a standfirst
// may come before it. In scripts with capitals the place must be written in capitals, or be followed
// by a comma and a day or a country; elsewhere it is at most two words.
func PlaceLine(doc *text.Doc) (text.Span, bool) {
	const first = 3
	paragraphs := doc.Paragraphs()
	for _, p := range paragraphs[:min(first, len(paragraphs))] {
		if n := datelineLen(doc.Text(p)); n > 0 {
			return text.Span{Start: p.Start, End: p.Start + n}, true
		}
	}
	return text.Span{}, false
}

// datelineLen returns the length in bytes of the dateline at the beginning of a paragraph, 0 if it
// has none.
func datelineLen(s string) int {
	const longest = 60 // bytes
	head := s[:min(len(s), longest)]
	at := len(head)
	for _, dash := range []string{"—", " – ", " - ", " -- "} {
		if i := strings.Index(head, dash); i > 0 {
			at = min(at, i)
		}
	}
	if at == len(head) || strings.ContainsAny(head[:at], "\n(") {
		return 0
	}
	if namesPlace(head[:at]) {
		return len(strings.TrimRight(head[:at], " "))
	}
	return 0
}

func namesPlace(s string) bool {
	place, day, comma := strings.Cut(s, ",")
	words := strings.Fields(place)
	if len(words) == 0 || len(words) > 3 || slices.ContainsFunc(words, hasDigit) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(place)
	switch {
	case !unicode.IsLetter(first):
		return false
	case !unicode.IsUpper(first):
		return !unicode.IsLower(first) && len(words) <= 2
	}
	next, _ := utf8.DecodeRuneInString(strings.TrimSpace(day))
	return comma && (unicode.IsUpper(next) || unicode.IsDigit(next)) || utf8.RuneCountInString(place) >= 3 && strings.ToUpper(place) == place
}
