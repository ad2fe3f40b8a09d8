package story

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"hearsay/text"
)

// A day counts days since 1970.
type day int32

func dayOf(t time.Time) day { return day(t.Unix() / 86400) }

// namedDays returns the days that a text names by number and month, sorted: “14 March 2019”,
// “March 14, 2019”. Without a year the latest such day before published is meant, give or take a
// week; without a date of publication it is left out.
func namedDays(doc *text.Doc, months map[uint64]int, published time.Time) []day {
	tokens := bodyTokens(doc)
	var days []day
	for i, t := range tokens {
		month := months[t.Hash]
		if month == 0 || t.Kind != text.Word {
			continue
		}
		d, next := number(doc, tokens, i-1, 1, 31), i+1
		if d == 0 {
			d, next = number(doc, tokens, i+1, 1, 31), i+2
		}
		if d == 0 {
			continue
		}
		if year := number(doc, tokens, next, 1900, 2100); year != 0 {
			days = append(days, dayOf(date(year, month, d)))
		} else if !published.IsZero() {
			days = append(days, dayOf(latest(month, d, published.AddDate(0, 0, 7))))
		}
	}
	slices.Sort(days)
	return slices.Compact(days)
}

// latest returns the last such day of a year that is not after t.
func latest(month, d int, t time.Time) time.Time {
	if day := date(t.Year(), month, d); !day.After(t) {
		return day
	}
	return date(t.Year()-1, month, d)
}

func date(year, month, d int) time.Time {
	return time.Date(year, time.Month(month), d, 0, 0, 0, 0, time.UTC)
}

// number returns the value of token i if it is a number from low to high, else 0.
func number(doc *text.Doc, tokens []text.Token, i, low, high int) int {
	if i < 0 || i >= len(tokens) || tokens[i].Kind != text.Number {
		return 0
	}
	folded := text.FoldWord(doc.Text(tokens[i].Span()))
	for _, ending := range []string{"st", "nd", "rd", "th"} {
		folded = strings.TrimSuffix(folded, ending)
	}
	n, err := strconv.Atoi(folded)
	if err != nil || n < low || n > high {
		return 0
	}
	return n
}

// shareDay reports whether a sorted list holds a day that the other holds too.
func shareDay(a, b []day) bool {
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] == b[0]:
			return true
		case a[0] < b[0]:
			a = a[1:]
		default:
			b = b[1:]
		}
	}
	return false
}
