package when

import (
	"fmt"
	"time"
)

// A grain is how finely a stretch of the calendar is said.
type grain uint8

const (
	noGrain grain = iota
	second
	minute
	hour
	dayPart
	oneDay
	weekend
	week
	fortnight
	month
	quarter
	season
	half
	year
	decade
	century
	millennium
)

// A stretch is a piece of the calendar at the grain at which it was said.
type stretch struct {
	grain    grain
	value    string // of TIMEX3
	from, to time.Time
}

func (s stretch) known() bool { return !s.from.IsZero() }

func date(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }

// validDay reports whether the calendar has that day.
func validDay(y int, m time.Month, d int) bool {
	return d >= 1 && date(y, m, d).Day() == d && m >= 1 && m <= 12
}

// yearName writes a year as TIMEX3 does: four digits, or BC and the years counted back from year 1.
func yearName(y int) string {
	if y <= 0 {
		return fmt.Sprintf("BC%04d", 1-y)
	}
	return fmt.Sprintf("%04d", y)
}

func dayStretch(t time.Time) stretch {
	from := day(t)
	value := fmt.Sprintf("%s-%02d-%02d", yearName(from.Year()), from.Month(), from.Day())
	return stretch{oneDay, value, from, from.AddDate(0, 0, 1)}
}

// weekStretch is the week of ISO 8601, from Monday, that holds t.
func weekStretch(t time.Time) stretch {
	from := monday(t)
	y, w := from.ISOWeek()
	return stretch{week, fmt.Sprintf("%04d-W%02d", y, w), from, from.AddDate(0, 0, 7)}
}

func monday(t time.Time) time.Time {
	return day(t).AddDate(0, 0, -(int(t.Weekday())+6)%7)
}

// weekendStretch is the Saturday and Sunday of the week that holds t.
func weekendStretch(t time.Time) stretch {
	s := weekStretch(t)
	return stretch{weekend, s.value + "-WE", s.from.AddDate(0, 0, 5), s.to}
}

func monthStretch(y int, m time.Month) stretch {
	from := date(y, m, 1)
	return stretch{month, fmt.Sprintf("%s-%02d", yearName(from.Year()), from.Month()), from, from.AddDate(0, 1, 0)}
}

// quarterStretch counts quarters from 1 and wraps: quarter 0 of a year is the last of the year before.
func quarterStretch(y, q int) stretch {
	from := date(y, time.Month(3*q-2), 1)
	return stretch{quarter, fmt.Sprintf("%s-Q%d", yearName(from.Year()), (int(from.Month())+2)/3), from, from.AddDate(0, 3, 0)}
}

func halfStretch(y, h int) stretch {
	from := date(y, time.Month(6*h-5), 1)
	return stretch{half, fmt.Sprintf("%s-H%d", yearName(from.Year()), (int(from.Month())+5)/6), from, from.AddDate(0, 6, 0)}
}

// seasonNames are the seasons of the north, by three months from March. Winter counts to the year in which it begins.
var seasonNames = [...]string{"SP", "SU", "FA", "WI"}

func seasonStretch(y, s int) stretch {
	from := date(y, time.Month(3+3*s), 1)
	return stretch{season, yearName(y) + "-" + seasonNames[s], from, from.AddDate(0, 3, 0)}
}

func yearStretch(y int) stretch {
	return stretch{year, yearName(y), date(y, 1, 1), date(y+1, 1, 1)}
}

// decadeStretch is the ten years from a year that ends in 0; its value is the first three digits.
func decadeStretch(y int) stretch {
	if y <= 0 { // the 470s BC are 479 to 470 BC
		first := y - 9
		return stretch{decade, fmt.Sprintf("BC%03d", (1-y)/10), date(first, 1, 1), date(first+10, 1, 1)}
	}
	y -= y % 10
	return stretch{decade, fmt.Sprintf("%03d", y/10), date(y, 1, 1), date(y+10, 1, 1)}
}

// centuryStretch is the nth century, whose value is the first two digits of its years.
func centuryStretch(n int, bc bool) stretch {
	if bc {
		return stretch{century, fmt.Sprintf("BC%02d", n-1), date(1-100*n, 1, 1), date(101-100*n, 1, 1)}
	}
	return stretch{century, fmt.Sprintf("%02d", n-1), date(100*n-99, 1, 1), date(100*n+1, 1, 1)}
}
