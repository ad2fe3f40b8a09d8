package article

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"
)

// cleanNames splits what a page gives as authors into names, and drops what is none: addresses,
// titles of posts, dates, the outlet itself, repetitions. Strict asks for what only names of people
// look like: two words, the first with a capital, or an agency.
func cleanNames(list []string, outlet string, strict bool) []string {
	var out []string
	seen := map[string]bool{}
	for _, entry := range list[:min(len(list), 2*maxAuthors)] {
		if len(entry) > 1000 {
			continue
		}
		entry = squeeze(html.UnescapeString(entry))
		_, introduced := cutBy(entry)
		for i, name := range splitNames(entry) {
			name = trimName(name)
			key := titleKey(name)
			switch {
			case seen[key] || !plausibleName(name) || notNames[key] || ownName(name, outlet):
				continue
			case roleOnly(key) && (i > 0 || strict) || strict && (strings.HasSuffix(key, " by") || strings.Contains(key, " by ")):
				continue
			case strict && !personLike(name, introduced && i == 0):
				continue
			}
			seen[key] = true
			if out = append(out, name); len(out) == maxAuthors {
				return out
			}
		}
	}
	return out
}

// personLike reports whether a name has at least two words of which the first begins with a capital,
// or stands in a script without capitals, or is an agency. One word is enough behind “By”.
func personLike(name string, introduced bool) bool {
	first := firstRune(name)
	if agencyNamed(name) != nil || uncased(name) {
		return true
	}
	return unicode.IsUpper(first) && (introduced || strings.Contains(name, " "))
}

var authorRoles = foldedWords(`editor editors writer writers reporter reporters correspondent correspondents coordinator reviewer director manager journalist contributor columnist author guide expert astrologer gardener hardware
	redakteur redakteurin korrespondent korrespondentin reporterin autor autorin journaliste correspondant redactor periodista corresponsal md phd dvm mba`)

// roleOnly reports whether the last word of a folded name is a role: “review editor”.
func roleOnly(key string) bool {
	return authorRoles[key[strings.LastIndexByte(key, ' ')+1:]]
}

// ownName reports whether a name is just that of the outlet. An agency that signs on its own site
// stays: it is the source of the text.
func ownName(name, outlet string) bool {
	return titleKey(name) == titleKey(outlet) && agencyNamed(name) == nil
}

var notNames = func() map[string]bool {
	m := map[string]bool{}
	for name := range strings.SplitSeq("admin|administrator|author|editor|editors|webmaster|user|guest|unknown|anonymous|none|null|undefined|share|follow|read more|home|news|view all posts|webredaktion|root|test|n a|contact|updated|published|by|and|written by|reviewed by|last|human|staff|redaktion|one comment so far|"+
		"newsroom|news desk|nachrichten|actualités|actualité|noticias|notizie|notícias|haberler|haber|новости|новини|أخبار|الأخبار|منوعات|redacción|rédaction|redazione|redactie|redakcja|redaktionen|redação|редакция|редакція|التحرير|هيئة التحرير", "|") {
		m[titleKey(name)] = true
	}
	return m
}()

// nameSeparators part several names of one byline. “and” in many languages is among them.
var nameSeparators = []string{", ", "،", "、", ";", " / ", "/", " | ", "|", " • ", " · ", " ⋅ ", "\n", " & ", " and ", " und ", " et ", " y ", " e ", " en ", " och ", " og ", " ja ", " i ", " и ", " та ", " ve ", " with ", " mit ", " avec ", " con ", " med ", " met "}

func splitNames(s string) []string {
	parts := []string{s}
	if rest, ok := cutBy(s); ok {
		parts[0] = rest
	}
	for _, sep := range nameSeparators {
		var next []string
		for _, p := range parts {
			next = append(next, splitFolded(p, sep)...)
		}
		parts = next
	}
	return parts
}

// splitFolded splits at a separator whatever its case.
func splitFolded(s, sep string) []string {
	var out []string
	lower := strings.ToLower(s)
	if len(lower) != len(s) {
		return strings.Split(s, sep)
	}
	for {
		i := strings.Index(lower, sep)
		if i < 0 {
			return append(out, s)
		}
		out = append(out, s[:i])
		s, lower = s[i+len(sep):], lower[i+len(sep):]
	}
}

// nameTails begin what follows a name in its line: places, authorRoles, dates.
var nameTails = []string{" (", " [", " – ", " — ", " - ", " @", " in ", " aus ", " at ", ": ", " updated", " published", " on ", " am "}

func trimName(s string) string {
	if rest, ok := cutBy(s); ok {
		s = rest
	}
	for _, suffix := range [...]string{" 기자", "記者", "记者"} {
		s = strings.TrimSuffix(s, suffix)
	}
	lower := strings.ToLower(s)
	for _, tail := range nameTails {
		if tail == " (" && !strings.HasSuffix(s, ")") {
			continue
		}
		if i := strings.Index(lower, tail); i > 0 && len(lower) == len(s) {
			s, lower = s[:i], lower[:i]
		}
	}
	s = strings.TrimFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsPunct(r) && r != '.' && r != ')' && r != '’' || unicode.IsSymbol(r)
	})
	return strings.TrimLeft(s, ". ")
}

// plausibleName reports whether s can be the name of a person or a house: letters, few words, at
// least one of them with a capital where the script has capitals, no digits, no address.
func plausibleName(s string) bool {
	n := utf8.RuneCountInString(s)
	if n < 2 || n > maxName || len(strings.Fields(s)) > maxWords || strings.ContainsAny(s, "@<>{}=\\?!\"_") || strings.Contains(s, "www.") || strings.Contains(s, "://") {
		return false
	}
	for w := range strings.FieldsSeq(s) {
		if digitValue(firstRune(w)) >= 0 { // a date, a count
			return false
		}
	}
	if sentenceLike(s) {
		return false
	}
	letters, upper, cased := 0, 0, 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			letters++
			if unicode.IsUpper(r) {
				upper++
			}
			if unicode.IsUpper(r) || unicode.IsLower(r) {
				cased++
			}
		}
	}
	return letters >= 2 && (cased == 0 || upper > 0 || agencyNamed(s) != nil)
}

// sentenceLike reports whether half of three or more words begin with a small letter, names’ own
// small words (“van”, “de la”) aside.
func sentenceLike(s string) bool {
	fields := strings.Fields(s)
	small := 0
	for _, w := range fields {
		if unicode.IsLower(firstRune(w)) && !smallWords[w] {
			small++
		}
	}
	return len(fields) >= 3 && 2*small >= len(fields)
}
