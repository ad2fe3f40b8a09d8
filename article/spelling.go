package article

import "strings"

// withKicker returns the heading as og:title has it, if the two differ only by a line above the
// headline. A colon inside the heading joins both to one title. A longer og:title counts only if the
// JSON-LD says the same, since some put words for social media in front.
func withKicker(heading, social string, headlines []string) string {
	a, b := titleKey(heading), titleKey(social)
	switch {
	case b == "" || a == b:
	case strings.HasSuffix(a, " "+b) && len(strings.Fields(b)) >= 3 && 3*len(b) >= len(a):
		if colonBefore(heading, len(strings.Fields(a))-len(strings.Fields(b))) {
			return heading
		}
		return social
	case strings.HasSuffix(b, " "+a) && 3*len(a) >= len(b):
		for _, headline := range headlines {
			if titleKey(headline) == b {
				return social
			}
		}
	}
	return heading
}

// colonBefore reports whether the first n words of s end with a colon that words follow in the same
// piece (“Kenia: Nairobi”).
func colonBefore(s string, n int) bool {
	before, _, ok := strings.Cut(s, ": ")
	return ok && len(strings.Fields(titleKey(before))) == n
}

// endsInHeading returns og:title if a heading shows it behind a kicker.
func (h *head) endsInHeading(social string) string {
	for _, candidate := range h.headings {
		if candidate.home || candidate.trail {
			continue
		}
		if t := withKicker(candidate.text, social, nil); t != candidate.text {
			return t
		}
	}
	return ""
}

// stripHeading removes the outlet and a section behind “|” from a heading.
func stripHeading(s string, names []string) string {
	if !strings.Contains(s, " | ") {
		return s
	}
	return stripEnd(s, names)
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
		strings.Count(named, ": ") > strings.Count(heading, ": ") || strings.ToUpper(heading) == heading && strings.ToUpper(named) != named
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
