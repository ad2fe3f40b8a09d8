package when

import (
	"fmt"
	"time"
)

// place puts a day without a year into the year that brings it nearest to the base, unless the tense says otherwise.
func (r *reader) place(i, next, m, d int) found {
	a := r.base()
	if a.Kind == None {
		return unknown(next, Date, fmt.Sprintf("XXXX-%02d-%02d", m, d))
	}
	y := r.chooseYear(a, i, m, d)
	for !validDay(y, time.Month(m), d) { // 29 February
		y--
	}
	f := named(next, dayStretch(date(y, time.Month(m), d)), a)
	if other := otherYear(a, y, m); other != y && validDay(other, time.Month(m), d) {
		f.e.Alternatives = []Reading{reading(dayStretch(date(other, time.Month(m), d)))}
	}
	return f
}

func reading(s stretch) Reading { return Reading{s.value, s.from, s.to} }

// placeMonth puts a month without a year into a year.
func (r *reader) placeMonth(i, next, m int) found {
	a := r.base()
	if a.Kind == None {
		return unknown(next, Date, fmt.Sprintf("XXXX-%02d", m))
	}
	y := r.chooseYear(a, i, m, 0)
	f := named(next, monthStretch(y, time.Month(m)), a)
	if other := otherYear(a, y, m); other != y {
		f.e.Alternatives = []Reading{reading(monthStretch(other, time.Month(m)))}
	}
	return f
}

// otherYear is the year on the other side of the anchor.
func otherYear(a Anchor, y, m int) int {
	switch {
	case y < a.Day.Year() || y == a.Day.Year() && m < int(a.Day.Month()):
		return y + 1
	case y > a.Day.Year() || m > int(a.Day.Month()):
		return y - 1
	}
	return y
}

// chooseYear finds the year of a month or, if d is not 0, of a day in it.
func (r *reader) chooseYear(a Anchor, i, m, d int) int {
	y := a.Day.Year()
	if a.Kind == FromText {
		if last, ok := r.lastNamed(year); ok && last.stretch.grain >= season {
			return last.stretch.from.Year()
		}
	}
	months := m - int(a.Day.Month()) // how far ahead it is in the same year
	if months == 0 {
		return y
	}
	behind, ahead := 0, newsIsPast // months by which either side seems farther than it is
	switch r.direction(i) {
	case 1:
		behind, ahead = towards, 0
	case -1:
		behind, ahead = 0, towards
	}
	if a.Kind == FromText {
		behind, ahead = newsIsPast, 0
	}
	if months > 0 && 12-months+behind < months+ahead {
		return y - 1
	}
	if months < 0 && 12+months+ahead < -months+behind {
		return y + 1
	}
	return y
}

// News tells more of the past than of the future: a month ahead counts as so much farther, and what the tense speaks against as much
// farther as towards says.
const (
	newsIsPast = 2
	towards    = 6
)
