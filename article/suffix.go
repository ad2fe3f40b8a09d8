package article

import (
	"slices"
	"strings"
)

// titleSeparators stand between a title and the name of the outlet.
var titleSeparators = [...]string{" | ", " - ", " – ", " — ", " · ", " :: ", " » ", " • ", " ⋅ ", "ㅣ", " // ", " ‹ ", " « ", " / ", "--", "_"}

// maxSuffixes bounds how many parts are taken off a title: section, site and town stand behind some.
const maxSuffixes = 4

// stripOutlet removes what is not part of a title from its ends: the names of the outlet with their
// separators, and names of sections between separators. Behind “|” it removes any short last part,
// because that mark stands inside titles only as an exception.
func stripOutlet(title string, names ...string) string {
	title = squeeze(title)
	for range maxSuffixes {
		shorter := stripEnd(title, names)
		if shorter == "" || shorter == title {
			break
		}
		title = shorter
	}
	if i := strings.LastIndex(title, " | "); i > 0 && len(strings.Fields(title[i:])) <= 5 && len(title[:i]) > len(title[i:]) {
		return title[:i]
	}
	return title
}

// stripEnd removes one part from the end or the start of a title. A name that only resembles that of
// the outlet counts at the end alone: a place stands at the start of many titles and in the names of
// many outlets.
func stripEnd(title string, names []string) string {
	for _, sep := range titleSeparators {
		if i := strings.LastIndex(title, sep); i > 0 {
			if end := title[i+len(sep):]; named(end, names, sameOutlet) || endsInSection(title[:i], end) {
				return squeeze(title[:i])
			}
		}
		if i := strings.Index(title, sep); i > 0 {
			if start := title[:i]; named(start, names, equalOutlet) || endsInSection(title[i+len(sep):], start) {
				return squeeze(title[i+len(sep):])
			}
		}
	}
	if name, rest, ok := strings.Cut(title, ": "); ok && named(name, names, equalOutlet) {
		return rest
	}
	return title
}

// endsInSection reports whether a part beside the rest of a title is the name of a section. What is
// left must be words enough for a title.
func endsInSection(rest, part string) bool {
	return len(part) <= 40 && sections[titleKey(part)] && (len(strings.Fields(rest)) >= 3 || uncasedWide(rest))
}

func named(part string, names []string, same func(part, name string) bool) bool {
	return len(part) <= 2*maxOutlet && slices.ContainsFunc(names, func(name string) bool { return same(part, name) })
}

// equalOutlet reports whether s is the name of the outlet, whatever its spaces, marks and capitals and
// with or without “the”.
func equalOutlet(s, outlet string) bool {
	a, b := outletKey(s), outletKey(outlet)
	return a != "" && (a == b || strings.ReplaceAll(a, " ", "") == strings.ReplaceAll(b, " ", ""))
}

// sameOutlet reports whether s is the name of the outlet, perhaps with a word before or after it
// (“BBC” and “BBC News”).
func sameOutlet(s, outlet string) bool {
	a, b := outletKey(s), outletKey(outlet)
	return a != "" && b != "" && (strings.HasPrefix(a, b+" ") || strings.HasPrefix(b, a+" ") || equalOutlet(s, outlet))
}

func outletKey(s string) string { return strings.TrimPrefix(titleKey(s), "the ") }
