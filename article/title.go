package article

import (
	"html"
	"slices"
	"strings"
	"unicode/utf8"
)

// chooseTitle chooses the title by vote. A heading other than the name of the site that the title
// element, og:title or the JSON-LD headline contains is the title as readers see it; the longest such
// heading wins. Without one an h1 is taken if it has words in common with them, then what the head
// says, without the name of the outlet at its end. Many headlines have a line above them (a kicker);
// whether it belongs to the title is decided by og:title, which is made to be shown alone. Where
// heading and head have the same words, the head has the better spelling: headings lose the marks
// between their parts and are set in capitals.
//
// The rule is measured in eval/ (research: exact .859 on WCXB against .55 to .63 for extraction
// libraries, which take og:title or the title element as it is).
func (h *head) chooseTitle(ld *linkedData, outlet string, names ...string) string {
	names = append(nonEmpty(outlet), names...)
	named := h.namedTitles(ld)
	t, whole := h.confirmedHeading(named, names)
	if !whole {
		if h1 := h.sharedHeading(named); h1 != "" {
			t = h1
		}
	}
	for i, n := range named {
		named[i] = undouble(stripOutlet(n, names...))
	}
	social := undouble(stripOutlet(h.openGraphTitle(), names...))
	if t != "" {
		return bestSpelling(withKicker(t, social, ld.headline), named)
	}
	if t := h.endsInHeading(social); t != "" {
		return t
	}
	for _, n := range named {
		if n != "" {
			return n
		}
	}
	return ""
}

func (h *head) openGraphTitle() string { return squeeze(html.UnescapeString(h.meta("og:title"))) }

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

// confirmedHeading returns the longest heading that one of the named titles contains, h1 before h2,
// and whether it is more than a part of it that may be a subheading. A heading that is not contained
// as a whole may be with the last of its parts alone, without the kicker. A heading of one or two words is
// confirmed only if it is most of the title: section names stand in titles too. A heading in the
// breadcrumb counts only where no other one is confirmed: search engines are shown another title
// there than readers are in the headline.
func (h *head) confirmedHeading(named, names []string) (best string, whole bool) {
	bestScore := 0
	keys, runs := make([]string, len(named)), make([]string, len(named))
	for i, t := range named {
		keys[i], runs[i] = titleKey(t), tight(stripOutlet(t, names...))
	}
	for _, candidate := range h.headings {
		if candidate.home {
			continue
		}
		for _, s := range nonEmpty(candidate.text, candidate.last) {
			score := confirmation(titleKey(s), candidate, keys)
			if score == 0 && s == candidate.text && slices.Contains(runs, tight(s)) {
				score = confirmation(titleKey(s), candidate, []string{titleKey(s)})
			}
			if score == 0 || containsName(s, names) {
				continue
			}
			if score > bestScore {
				best, bestScore = undouble(stripHeading(s, names)), score
				whole = candidate.level == 1 || equalsNamed(s, named, names)
			}
			break
		}
	}
	return best, whole
}

// confirmation is how much speaks for a heading with these folded words, 0 if no named title contains
// them.
func confirmation(key string, candidate heading, named []string) int {
	if key == "" {
		return 0
	}
	for _, whole := range named {
		if !strings.Contains(" "+whole+" ", " "+key+" ") || candidate.level > 1 && 2*len(key) < len(whole) || 4*len(key) < len(whole) {
			continue
		}
		score := utf8.RuneCountInString(key)
		switch {
		case candidate.trail:
			return 1
		case candidate.level == 1:
			score += 20
		}
		return score + 1
	}
	return 0
}

func containsName(s string, names []string) bool {
	return named(s, names, func(s, name string) bool { return titleKey(s) == titleKey(name) })
}

func equalsNamed(s string, titles, names []string) bool {
	key := titleKey(s)
	for _, t := range titles {
		if titleKey(stripOutlet(t, names...)) == key {
			return true
		}
	}
	return false
}

// sharedHeading returns the h1 of the page that shares words with one of the named titles, where there
// are any: the only h1 must share a third of its words, one of several most of them and more than the
// others do.
func (h *head) sharedHeading(named []string) string {
	var list []string
	seen := map[string]bool{}
	for _, candidate := range h.headings {
		if key := titleKey(candidate.text); candidate.level == 1 && !candidate.home && !candidate.trail && !seen[key] {
			seen[key] = true
			list = append(list, candidate.text)
		}
	}
	if len(list) == 1 && len(named) == 0 {
		return undouble(list[0])
	}
	best, most := "", 0
	for _, s := range list {
		n, of := sharedWords(s, named)
		if n < 2 || 3*n < of || len(list) > 1 && 2*n <= of {
			continue
		}
		if n > most {
			best, most = s, n
		}
	}
	return undouble(best)
}

// sharedWords returns how many words of a heading the named title has that shares most of them, and
// how many the heading has. Words of one or two letters stand everywhere and do not count.
func sharedWords(s string, named []string) (n, of int) {
	var fields []string
	for w := range strings.FieldsSeq(titleKey(s)) {
		if len(w) > 2 {
			fields = append(fields, w)
		}
	}
	for _, t := range named {
		in, k := words(titleKey(t)), 0
		for _, w := range fields {
			if in[w] {
				k++
			}
		}
		n = max(n, k)
	}
	return n, len(fields)
}
