package when

import (
	"strings"
	"unicode"

	"hearsay/text"
)

// A form is how a token that begins with a digit is written.
type form uint8

const (
	noFigure  form = iota
	plainForm      // 12
	grouped        // 12,000
	ordinal        // 12th
	plural         // 1990s
	decimal        // 3.5, which may be a time or a date
	dotted         // 13.02.1998, or 13.02. without the year
	clockForm      // 7pm, 14h30
	otherForm      // 747-400
)

// A figure is a number as it is written.
type figure struct {
	form   form
	digits int // of the whole part
	n      int // its value; of clocks the minutes since midnight
	parts  [3]int
	half   string // AM or PM, if it is part of the token
}

func (f figure) plain(minDigits, maxDigits int) bool {
	return f.form == plainForm && f.digits >= minDigits && f.digits <= maxDigits
}

// maxFigure is the longest token that is read as a number, in bytes.
const maxFigure = 24

func readFigure(s string) figure {
	if len(s) > maxFigure {
		return figure{form: otherForm}
	}
	for i := range len(s) {
		if s[i] >= 0x80 { // Arabic digits fold to ours
			s = text.FoldWord(s)
			break
		}
	}
	n, digits := leadingNumber(s)
	f := figure{form: otherForm, n: n, digits: digits}
	switch rest := strings.ToLower(s[digits:]); {
	case digits == 0 || digits > 8:
	case rest == "":
		f.form = plainForm
	case rest == "er" && digits > 1 && n%10 == 0:
		f.form = plural
	case rest == "st" || rest == "nd" || rest == "rd" || rest == "th" || rest == "er" || rest == "º" || rest == "ª" || rest == "°":
		f.form = ordinal
	case rest == "s" || rest == "'s":
		f.form = plural
	case rest == "am" || rest == "a.m" || rest == "pm" || rest == "p.m":
		f.form, f.n, f.half = clockForm, 60*n, strings.ToUpper(rest[:1])+"M"
	case rest[0] == 'h' || rest[0] == 'u':
		f = hourFigure(f, rest)
	case rest[0] == ',':
		f.form = grouped
	case rest[0] == '.':
		f = dottedFigure(f, rest)
	}
	return f
}

// hourFigure reads 14h30 and 20h.
func hourFigure(f figure, rest string) figure {
	if minutes, n := leadingNumber(rest[1:]); f.n < 25 && rest[0] == 'h' && len(rest) == 1+n && (n == 0 || n == 2) {
		return figure{form: clockForm, n: 60*f.n + minutes, digits: f.digits}
	}
	return f
}

// dottedFigure reads 3.5, 13.02.1998 and 3.30pm.
func dottedFigure(f figure, rest string) figure {
	second, n := leadingNumber(rest[1:])
	f.parts = [3]int{f.n, second}
	rest = rest[1+n:]
	switch {
	case n == 0:
	case rest == "":
		f.form = decimal
	case n == 2 && (rest == "am" || rest == "pm" || rest == "a.m" || rest == "p.m"):
		f.form, f.half = clockForm, strings.ToUpper(rest[:1])+"M"
		f.n = 60*f.n + second
	case rest[0] == '.':
		third, k := leadingNumber(rest[1:])
		if k == len(rest)-1 && (k == 2 || k == 4) {
			f.form, f.parts[2] = dotted, third
		}
	}
	return f
}

func leadingNumber(s string) (n, digits int) {
	for digits < len(s) && digits < 9 && unicode.IsDigit(rune(s[digits])) {
		n = 10*n + int(s[digits]-'0')
		digits++
	}
	return n, digits
}
