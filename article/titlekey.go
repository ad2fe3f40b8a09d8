package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay/text"
)

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
