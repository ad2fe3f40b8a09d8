package article

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay/text"
)

// chooseTitle chooses the title by vote. A heading other than the name of the site that the title element, og:title or the JSON-LD
// headline contains is the title as readers see it; the longest such heading wins. Without one an
// only h1 is taken if it has words in common with them, then what the head says, without the name of
// the outlet at its end. Where heading and head have the same words, the head has the better
// spelling: headings lose the marks between their parts and are set in capitals.
//
// The rule is measured in eval/ (research: exact .859 on WCXB against .55 to .63 for extraction
// libraries, which take og:title or the title element as it is).
func (h *head) chooseTitle(ld *linkedData, outlet string) string {
	named := h.namedTitles(ld)
	t := h.confirmedHeading(named, outlet)
	if t == "" {
		t = h.onlyHeading(named)
	}
	for i, n := range named {
		named[i] = undouble(stripOutlet(n, outlet))
	}
	if t != "" {
		return bestSpelling(t, named)
	}
	for _, n := range named {
		if n != "" {
			return n
		}
	}
	return ""
}

// bestSpelling returns the heading, or the title of the head that has the same words in a better
// spelling, or else the one that the heading only adds a line above to.
func bestSpelling(heading string, named []string) string {
	a := tight(heading)
	for _, n := range named {
		if b := tight(n); a == b {
			if spelledBetter(n, heading) {
				return n
			}
			return heading
		}
	}
	for _, n := range named {
		if b := tight(n); b != "" && strings.HasSuffix(a, b) && 2*len(b) > len(a) {
			return n
		}
	}
	return heading
}

// spelledBetter reports whether a title of the head should stand for a heading with the same words:
// its words are not run together, it has more marks between its parts, or it has small letters.
func spelledBetter(named, heading string) bool {
	marks := func(s string) int {
		return strings.Count(s, ":") + strings.Count(s, " – ") + strings.Count(s, " — ") + strings.Count(s, " - ") + strings.Count(s, " / ")
	}
	return titleKey(named) != titleKey(heading) || marks(named) > marks(heading) || strings.Contains(heading, " : ") && !strings.Contains(named, " : ") ||
		strings.ToUpper(heading) == heading && strings.ToUpper(named) != named
}

// namedTitles are the titles that the head gives, the most exact first.
func (h *head) namedTitles(ld *linkedData) []string {
	out := append([]string(nil), ld.headline...)
	for _, name := range [...]string{"og:title", "twitter:title", "itemprop headline", "dc.title", "parsely-title", "sailthru.title"} {
		if t := h.meta(name); t != "" {
			out = append(out, squeeze(html.UnescapeString(t)))
		}
	}
	return append(out, nonEmpty(h.title)...)
}

// confirmedHeading returns the longest heading that one of the named titles contains, h1 before h2.
// A heading of one or two words is confirmed only if it is most of the title: section names stand
// in titles too.
func (h *head) confirmedHeading(named []string, outlet string) string {
	best, bestScore := "", 0
	for _, candidate := range h.headings {
		key := titleKey(candidate.text)
		if key == "" || key == titleKey(outlet) || candidate.home {
			continue
		}
		for _, t := range named {
			whole := titleKey(t)
			if !strings.Contains(" "+whole+" ", " "+key+" ") || candidate.level > 1 && 2*len(key) < len(whole) || 4*len(key) < len(whole) {
				continue
			}
			score := utf8.RuneCountInString(key)
			if candidate.level == 1 {
				score += 20
			}
			if score > bestScore {
				best, bestScore = undouble(candidate.text), score
			}
		}
	}
	return best
}

// onlyHeading returns the h1 of the page if it is the only one and shares a third of its words with
// one of the named titles, where there are any.
func (h *head) onlyHeading(named []string) string {
	only := ""
	for _, candidate := range h.headings {
		if candidate.level != 1 || candidate.home {
			continue
		}
		if only != "" {
			return ""
		}
		only = candidate.text
	}
	if len(named) == 0 {
		return undouble(only)
	}
	for _, t := range named {
		if 3*commonWords(titleKey(only), titleKey(t)) >= len(strings.Fields(titleKey(only))) {
			return undouble(only)
		}
	}
	return ""
}

func commonWords(a, b string) int {
	in := words(b)
	n := 0
	for w := range strings.FieldsSeq(a) {
		if in[w] {
			n++
		}
	}
	return n
}

// titleSeparators stand between a title and the name of the outlet.
var titleSeparators = [...]string{" | ", " - ", " – ", " — ", " · ", " :: ", " » ", " • ", " ⋅ ", "ㅣ", " // ", " ‹ ", " « ", " / "}

// stripOutlet removes the name of the outlet, with its separator, from the end or the start of a
// title. Without a known name it removes nothing but a short last part behind “|”.
func stripOutlet(title, outlet string) string {
	title = squeeze(title)
	for _, sep := range titleSeparators {
		if i := strings.LastIndex(title, sep); i > 0 && sameOutlet(title[i+len(sep):], outlet) {
			return stripOutlet(title[:i], outlet)
		}
		if i := strings.Index(title, sep); i > 0 && sameOutlet(title[:i], outlet) {
			return squeeze(title[i+len(sep):])
		}
	}
	if name, rest, ok := strings.Cut(title, ": "); ok && sameOutlet(name, outlet) {
		return rest
	}
	if i := strings.LastIndex(title, " | "); i > 0 && len(strings.Fields(title[i:])) <= 5 && len(title[:i]) > len(title[i:]) {
		return title[:i]
	}
	return title
}

// sameOutlet reports whether s is the name of the outlet, perhaps with a word before or after it
// (“BBC” and “BBC News”).
func sameOutlet(s, outlet string) bool {
	a, b := titleKey(s), titleKey(outlet)
	if a == "" || b == "" {
		return false
	}
	a, b = strings.TrimPrefix(a, "the "), strings.TrimPrefix(b, "the ")
	return a == b || strings.HasPrefix(a, b+" ") || strings.HasPrefix(b, a+" ") || strings.ReplaceAll(a, " ", "") == strings.ReplaceAll(b, " ", "")
}

// undouble removes the second half of a title that stands twice, as pages with a hidden copy of
// their heading have it.
func undouble(title string) string {
	title = squeeze(title)
	words := strings.Fields(title)
	if n := len(words); n >= 4 && n%2 == 0 && titleKey(strings.Join(words[:n/2], " ")) == titleKey(strings.Join(words[n/2:], " ")) {
		return strings.Join(words[:n/2], " ")
	}
	return title
}

// titleKey is the form in which titles and names are compared: folded words, one space apart.
func titleKey(s string) string {
	s = cut(s, 600)
	words := strings.FieldsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
	for i, w := range words {
		words[i] = text.FoldWord(w)
	}
	return strings.Join(words, " ")
}

// squeeze makes every run of white space one space and removes it at the ends, along with
// characters that cannot be seen.
func squeeze(s string) string {
	return strings.Join(strings.FieldsFunc(strings.Map(visible, strings.ToValidUTF8(s, "\uFFFD")), unicode.IsSpace), " ")
}

func visible(r rune) rune {
	switch {
	case r == '\u00ad' || r == '\ufeff' || r == '\u200b' || r == '\u2060' || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069':
		return -1
	case unicode.IsControl(r):
		return ' '
	}
	return r
}

// cut returns the first n bytes of s, fewer if that would cut a character.
func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}
