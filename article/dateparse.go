package article

import (
	"strings"
	"time"

	"hearsay/text"
)

// maxDateText is how many bytes of a text are searched for a date: dates stand in short texts.
const maxDateText = 600

// parseDate finds the first date in s. lang is the language of the page as it declares it (“en-US”)
// or empty; it decides the order of day and month where the digits do not. A date without a year is
// no date. It reads machine formats (ISO 8601, RFC 1123, compact, Unix time if s is nothing else)
// and dates as people write them, with month names in about forty languages.
func parseDate(s, lang string) (stamp, bool) {
	if st, ok := parseUnix(s); ok {
		return st, true
	}
	p := dateParser{tokens: dateTokens(cut(s, maxDateText)), lang: strings.ToLower(lang)}
	for i := range p.tokens {
		st, next, ok := p.dayAt(i)
		if !ok {
			continue
		}
		return p.timeAfter(st, next), true
	}
	return stamp{}, false
}

func parseUnix(s string) (stamp, bool) {
	s = strings.TrimSpace(s)
	if len(s) != 10 && len(s) != 13 {
		return stamp{}, false
	}
	n := int64(0)
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return stamp{}, false
		}
		n = 10*n + int64(c-'0')
	}
	if len(s) == 13 {
		return instant(time.UnixMilli(n)), true
	}
	return instant(time.Unix(n, 0)), true
}

type dateParser struct {
	tokens []dateToken
	lang   string
}

func (p *dateParser) at(i int) dateToken {
	if i < 0 || i >= len(p.tokens) {
		return dateToken{}
	}
	return p.tokens[i]
}

// number returns the value of token i if it is a number with that many digits.
func (p *dateParser) number(i, minDigits, maxDigits int) (int, bool) {
	t := p.at(i)
	return t.value, t.digits >= minDigits && t.digits <= maxDigits
}

// dayAt reads a day that begins at token i and returns the token after it.
func (p *dateParser) dayAt(i int) (stamp, int, bool) {
	t := p.at(i)
	switch {
	case t.digits == 8:
		return p.result(t.value/10000, t.value/100%100, t.value%100, i+1)
	case t.digits == 4:
		return p.yearFirst(i)
	case t.digits == 1 || t.digits == 2:
		if st, next, ok := p.namedMonthSecond(i); ok {
			return st, next, ok
		}
		return p.numeric(i)
	case t.word:
		return p.namedMonthFirst(i)
	}
	return stamp{}, 0, false
}

// result makes the stamp of a year, month and day, in the calendar that the year shows.
func (p *dateParser) result(year, month, dayOfMonth, next int) (stamp, int, bool) {
	switch {
	case year >= 2500 && year < 2600: // Buddhist era
		year -= 543
	case year >= 1300 && year < 1472 && strings.HasPrefix(p.lang, "fa"):
		t, ok := fromJalali(year, month, dayOfMonth)
		return stamp{from: t, to: t.Add(day)}, next, ok
	}
	if year < 1900 || year > 2099 || month < 1 || month > 12 {
		return stamp{}, 0, false
	}
	st, ok := dayStamp(year, time.Month(month), dayOfMonth)
	return st, next, ok
}

// yearFirst reads 2024-03-05, 2024/3/5, 2024年3月5日, 2024. március 5.
func (p *dateParser) yearFirst(i int) (stamp, int, bool) {
	year := p.at(i).value
	sep := p.at(i + 1).text
	if month, ok := p.number(i+2, 1, 2); ok {
		dayOfMonth, ok := p.number(i+4, 1, 2)
		after := p.at(i + 3).text
		switch {
		case !ok:
		case strings.Contains("-/.:", sep) && sep != "" && after == sep:
			return p.result(year, month, dayOfMonth, i+5)
		case sep == "年" && after == "月" || sep == "년" && after == "월":
			return p.result(year, month, dayOfMonth, i+6)
		}
	}
	j := p.skip(i+1, ".,-/")
	if month, after, ok := p.monthAt(j); ok {
		if dayOfMonth, ok := p.number(p.skip(after, ".,-/"), 1, 2); ok {
			return p.result(year, month, dayOfMonth, p.skip(after, ".,-/")+1)
		}
	}
	return stamp{}, 0, false
}

// monthAt reads the name of a month, which may be two words or two names (“آذار/مارس”).
func (p *dateParser) monthAt(i int) (month, next int, ok bool) {
	t := p.at(i)
	if !t.word {
		return 0, 0, false
	}
	if m := monthOf(t.text, p.lang); m != 0 {
		next = i + 1
		if p.at(next).text == "/" && monthOf(p.at(next+1).text, p.lang) == m {
			next += 2
		}
		return int(m), next, true
	}
	if m := monthOf(t.text+p.at(i+1).text, p.lang); m != 0 && p.at(i+1).word {
		return int(m), i + 2, true
	}
	if m := jalaliMonths[text.FoldWord(t.text)]; m != 0 && strings.HasPrefix(p.lang, "fa") {
		return m, i + 1, true
	}
	if f := text.FoldWord(t.text); f == "thang" || f == "thg" {
		if m, ok := p.number(i+1, 1, 2); ok {
			return m, i + 2, true
		}
	}
	return 0, 0, false
}

// Words and marks that stand between the parts of a date.
var (
	betweenDayAndMonth  = words("st nd rd th er e º ª ° . - / ' ’ of de del d den o ngày ,")
	betweenMonthAndYear = words(". , - / ' ’ de del of г năm nam año anno")
)

func words(list string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}

// namedMonthSecond reads 5 March 2024, 5. März 2024, 5 de marzo de 2024, 5-Mar-2024.
func (p *dateParser) namedMonthSecond(i int) (stamp, int, bool) {
	j := i + 1
	for range 3 {
		if betweenDayAndMonth[strings.ToLower(p.at(j).text)] {
			j++
		}
	}
	month, j, ok := p.monthAt(j)
	if !ok {
		return stamp{}, 0, false
	}
	year, j, ok := p.yearAt(j)
	if !ok {
		return stamp{}, 0, false
	}
	return p.result(year, month, p.at(i).value, j)
}

// yearAt reads a year of four digits behind at most three connecting tokens.
func (p *dateParser) yearAt(j int) (year, next int, ok bool) {
	for range 3 {
		if betweenMonthAndYear[strings.ToLower(p.at(j).text)] {
			j++
		}
	}
	year, ok = p.number(j, 4, 4)
	return year, j + 1, ok
}

// namedMonthFirst reads March 5, 2024; Mar. 5th 2024; and the form of C, Tue Mar 5 10:00:00 UTC 2024.
func (p *dateParser) namedMonthFirst(i int) (stamp, int, bool) {
	month, j, ok := p.monthAt(i)
	if !ok {
		return stamp{}, 0, false
	}
	j = p.skip(j, ".-")
	dayOfMonth, ok := p.number(j, 1, 2)
	if !ok {
		return stamp{}, 0, false
	}
	k := j + 1
	if betweenDayAndMonth[strings.ToLower(p.at(k).text)] && p.at(k).word {
		k++
	}
	if year, next, ok := p.yearAt(k); ok {
		return p.result(year, month, dayOfMonth, next)
	}
	for k = j + 1; k <= j+8; k++ {
		if year, ok := p.number(k, 4, 4); ok && p.at(j+2).text == ":" {
			st, _, ok := p.result(year, month, dayOfMonth, k+1)
			return p.timeAfter(st, j+1), k + 1, ok
		}
	}
	return stamp{}, 0, false
}

// numeric reads 05.03.2024, 3/5/2024, 05-03-24.
func (p *dateParser) numeric(i int) (stamp, int, bool) {
	sep := p.at(i + 1).text
	b, ok := p.number(i+2, 1, 2)
	if !ok || sep == "" || !strings.Contains("./-", sep) || p.at(i+3).text != sep {
		return stamp{}, 0, false
	}
	year, four := p.number(i+4, 4, 4)
	if !four {
		if year, ok = p.number(i+4, 2, 2); !ok || sep == "-" {
			return stamp{}, 0, false
		}
		year += 2000
	}
	a := p.at(i).value
	if p.monthFirst(a, b, sep) {
		a, b = b, a
	}
	st, next, ok := p.result(year, b, a, i+5)
	if ok && a <= 12 && a != b && p.ambiguous(sep) {
		st.swapped = time.Date(st.from.Year(), time.Month(a), b, 0, 0, 0, 0, time.UTC)
	}
	return st, next, ok
}

// monthFirst decides the order of a numeric date.
func (p *dateParser) monthFirst(a, b int, sep string) bool {
	switch {
	case a > 12:
		return false
	case b > 12:
		return true
	}
	return sep != "." && (strings.HasPrefix(p.lang, "en-us") || strings.HasPrefix(p.lang, "en_us"))
}

// ambiguous reports whether the order of a numeric date cannot be told: with points and in languages
// other than English the day is first, in American English the month.
func (p *dateParser) ambiguous(sep string) bool {
	return sep != "." && (p.lang == "" || p.lang == "en" || p.lang == "und")
}

// skip returns the first token from i on that is not one of the marks.
func (p *dateParser) skip(i int, marks string) int {
	for n := 0; n < 3 && i < len(p.tokens) && strings.Contains(marks, p.tokens[i].text); n++ {
		i++
	}
	return i
}
