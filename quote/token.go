package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay/text"
)

// A word is a token as the tagger sees it: a word, a clitic ('s, n't), a number, or one punctuation
// mark (quotation marks of two characters, -- and ... count as one). start and end are bytes of the
// Doc.
type word struct {
	start, end int
	lower      string // folded to lower case, apostrophes straight
	tag        tag
	mark       bool // punctuation: it has no letter and no digit
}

// cut splits a paragraph of s into words.
func cut(s string, p text.Span) []word {
	out := make([]word, 0, p.Len()/5+1)
	for i := p.Start; i < p.End; {
		r, size := utf8.DecodeRuneInString(s[i:p.End])
		switch {
		case blank(r):
			i += size
		case wordRune(r) || (r == '@' || r == '#') && wordRune(runeAt(s, i+size, p.End)):
			end := wordEnd(s, i+size, p.End)
			out = appendClitics(out, s, i, end)
			i = end
		default:
			end := markEnd(s, i, i+size, p.End)
			out = append(out, word{start: i, end: end, lower: straight(s[i:end]), mark: true})
			i = end
		}
	}
	return out
}

func blank(r rune) bool { return unicode.IsSpace(r) || r == 0x200b || r == 0xfeff }

func wordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '_'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == 0x200c || r == 0x200d
}

func runeAt(s string, i, end int) rune {
	if i >= end {
		return ' '
	}
	r, _ := utf8.DecodeRuneInString(s[i:end])
	return r
}

// wordEnd returns where the word that goes on at s[i] ends: joining marks belong to it where a letter
// or digit follows them, and the dot of an abbreviation.
func wordEnd(s string, i, end int) int {
	start := i
	for i < end {
		r, size := utf8.DecodeRuneInString(s[i:end])
		switch {
		case wordRune(r):
			i += size
		case joins(r) && wordRune(runeAt(s, i+size, end)) && !(r == ',' && !digitAround(s, i, i+size, end)):
			i += size
		case r == '.' && abbreviates(s, start, i):
			return i + 1
		default:
			return i
		}
	}
	return i
}

func joins(r rune) bool {
	switch r {
	case '-', '\'', '’', '.', ',', '/', '&', '‐', '‑':
		return true
	}
	return false
}

func digitAround(s string, at, next, end int) bool {
	return at > 0 && '0' <= s[at-1] && s[at-1] <= '9' && next < end && '0' <= s[next] && s[next] <= '9'
}

// abbreviates reports whether the dot at s[dot] belongs to the word that ends there: initials (J.,
// U.S.) and titles.
func abbreviates(s string, after, dot int) bool {
	begin := dot
	for begin > 0 && (wordRune(rune(s[begin-1])) || s[begin-1] == '.') {
		begin--
	}
	w := s[begin:dot]
	if len(w) == 1 || strings.Contains(w, ".") && len(w) <= 7 {
		return w[0] >= 'A' && w[0] <= 'z' && (w[0] <= 'Z' || w[0] >= 'a')
	}
	return dotted[strings.ToLower(w)]
}

var dotted = setOf("mr mrs ms dr sen rep gov gen lt col sgt capt cmdr maj prof rev hon jr sr st jan feb mar apr jun jul aug sept sep oct nov dec inc corp co ltd vs no mt ft dept est etc")

func setOf(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// appendClitics appends the word s[start:end], with 's, n't and their like cut off it.
func appendClitics(out []word, s string, start, end int) []word {
	w := s[start:end]
	for _, c := range clitics {
		if at := len(w) - len(c); at > 0 && strings.EqualFold(w[at:], c) {
			return append(out, word{start: start, end: start + at, lower: straight(strings.ToLower(w[:at]))},
				word{start: start + at, end: end, lower: straight(c)})
		}
	}
	return append(out, word{start: start, end: end, lower: straight(strings.ToLower(w))})
}

var clitics = []string{"n't", "'s", "'ll", "'re", "'ve", "'d", "'m", "n’t", "’s", "’ll", "’re", "’ve", "’d", "’m"}

var straightener = strings.NewReplacer("’", "'", "‘", "'", "“", "\"", "”", "\"", "„", "\"", "«", "\"", "»", "\"", "``", "\"", "''", "\"", "–", "--", "—", "--", "…", "...")

// straight folds typographic quotation marks, dashes and dots to their plain forms.
func straight(s string) string {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf || s[i] == '\'' || s[i] == '`' {
			return straightener.Replace(s)
		}
	}
	return s
}

// markEnd returns where the punctuation mark s[i:next] ends: doubled single quotation marks, dashes
// and dots are one mark.
func markEnd(s string, i, next, end int) int {
	switch s[i] {
	case '\'', '`':
		if next < end && s[next] == s[i] {
			return next + 1
		}
	case '-', '.':
		for next < end && s[next] == s[i] && next-i < 3 {
			next++
		}
	}
	return next
}
