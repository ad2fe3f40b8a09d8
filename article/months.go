package article

import (
	_ "embed"
	"strconv"
	"strings"
	"time"

	"hearsay/text"
)

//go:embed months.txt
var monthsFile string

// monthNames maps the folded name of a month, in any of about forty languages, to its number.
var monthNames = readMonths(monthsFile)

func readMonths(file string) map[string]time.Month {
	m := map[string]time.Month{}
	for line := range strings.Lines(file) {
		number, names, ok := strings.Cut(strings.TrimSpace(line), " ")
		n, err := strconv.Atoi(number)
		if !ok || err != nil {
			continue
		}
		for name := range strings.FieldsSeq(names) {
			if key := text.FoldWord(name); m[key] == 0 {
				m[key] = time.Month(n)
			}
		}
	}
	return m
}

// monthOf returns the month that a word names in a text of the given language (“de”, “hr-HR” or
// empty), 0 if none.
func monthOf(word, lang string) time.Month {
	key := text.FoldWord(word)
	switch {
	case strings.HasPrefix(key, "listopad") && (strings.HasPrefix(lang, "hr") || strings.HasPrefix(lang, "bs")):
		return time.October // November in Czech and Polish
	case strings.HasPrefix(word, "ב") && monthNames[key] == 0:
		return monthNames[strings.TrimPrefix(key, "ב")] // Hebrew “in March” in one word
	}
	return monthNames[key]
}

// jalaliMonths are the months of the calendar of Iran and Afghanistan.
var jalaliMonths = func() map[string]int {
	m := map[string]int{}
	for i, name := range strings.Fields("فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند") {
		m[text.FoldWord(name)] = i + 1
	}
	return m
}()

// fromJalali returns the Gregorian day of a date of the Iranian calendar, by the 33-year cycle of
// leap years, which is right for the years 1244 to 1472 (1865 to 2094).
func fromJalali(year, month, day int) (time.Time, bool) {
	if year < 1244 || year > 1472 || month < 1 || month > 12 || day < 1 || day > 31 || month > 6 && day > 30 {
		return time.Time{}, false
	}
	// 1 Farvardin 1343 was 21 March 1964; count days from there.
	start := time.Date(1964, time.March, 21, 0, 0, 0, 0, time.UTC)
	days := 0
	for y := min(year, 1343); y < max(year, 1343); y++ {
		days += 365
		if jalaliLeap(y) {
			days++
		}
	}
	if year < 1343 {
		days = -days
	}
	if month <= 7 {
		days += 31 * (month - 1)
	} else {
		days += 186 + 30*(month-7)
	}
	return start.AddDate(0, 0, days+day-1), true
}

func jalaliLeap(year int) bool {
	switch year % 33 {
	case 1, 5, 9, 13, 17, 22, 26, 30:
		return true
	}
	return false
}
