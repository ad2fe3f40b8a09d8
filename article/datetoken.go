package article

import (
	"unicode"
	"unicode/utf8"
)

// A dateToken is a run of digits, a run of letters or a single mark.
type dateToken struct {
	text   string
	value  int
	digits int  // how many digits, 0 if this is no number
	word   bool // letters
	spaced bool // white space comes before it
	// start and end are byte offsets in the text.
	start, end int
}

func dateTokens(s string) []dateToken {
	var out []dateToken
	spaced := false
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case unicode.IsSpace(r) || visible(r) != r:
			spaced = true
			i += size
			continue
		case digitValue(r) >= 0:
			t := dateToken{spaced: spaced, start: i}
			start := i
			for i < len(s) {
				r, size := utf8.DecodeRuneInString(s[i:])
				v := digitValue(r)
				if v < 0 {
					break
				}
				if t.digits++; t.digits <= 9 {
					t.value = 10*t.value + v
				}
				i += size
			}
			t.text, t.end = s[start:i], i
			out = append(out, t)
		case unicode.IsLetter(r) || unicode.IsMark(r):
			start := i
			for i < len(s) {
				r, size := utf8.DecodeRuneInString(s[i:])
				if !unicode.IsLetter(r) && !unicode.IsMark(r) {
					break
				}
				i += size
			}
			out = append(out, dateToken{text: s[start:i], word: true, spaced: spaced, start: start, end: i})
		default:
			out = append(out, dateToken{text: s[i : i+size], spaced: spaced, start: i, end: i + size})
			i += size
		}
		spaced = false
	}
	return out
}

// digitValue returns the value of a decimal digit of the scripts in which news is printed, -1 for
// other characters.
func digitValue(r rune) int {
	for _, zero := range [...]rune{'0', '٠', '۰', '०', '০', '๐', '０'} {
		if r >= zero && r <= zero+9 {
			return int(r - zero)
		}
	}
	return -1
}
