package when

import "time"

// A holiday is a day of every year: a date, or the nth weekday of a month (-1 is the last), or so many days after Easter.
type holiday struct {
	month   time.Month
	day     int
	weekday time.Weekday
	nth     int
	easter  bool
	after   int // days after the day so found
}

var holidays = map[string]holiday{
	"christmas": {month: 12, day: 25}, "christmaseve": {month: 12, day: 24}, "boxing": {month: 12, day: 26},
	"newyear": {month: 1, day: 1}, "newyeareve": {month: 12, day: 31}, "epiphany": {month: 1, day: 6},
	"valentine": {month: 2, day: 14}, "patrick": {month: 3, day: 17}, "aprilfools": {month: 4, day: 1}, "earth": {month: 4, day: 22},
	"mayday": {month: 5, day: 1}, "juneteenth": {month: 6, day: 19}, "independence": {month: 7, day: 4}, "bastille": {month: 7, day: 14},
	"assumption": {month: 8, day: 15}, "unity": {month: 10, day: 3}, "halloween": {month: 10, day: 31}, "allsaints": {month: 11, day: 1},
	"veterans": {month: 11, day: 11}, "groundhog": {month: 2, day: 2}, "victory": {month: 5, day: 9}, "womensday": {month: 3, day: 8},
	"thanksgiving": {month: 11, weekday: time.Thursday, nth: 4}, "blackfriday": {month: 11, weekday: time.Thursday, nth: 4, after: 1},
	"labor": {month: 9, weekday: time.Monday, nth: 1}, "memorial": {month: 5, weekday: time.Monday, nth: -1},
	"mlk": {month: 1, weekday: time.Monday, nth: 3}, "presidents": {month: 2, weekday: time.Monday, nth: 3},
	"columbus": {month: 10, weekday: time.Monday, nth: 2}, "election": {month: 11, weekday: time.Monday, nth: 1, after: 1},
	"mother": {month: 5, weekday: time.Sunday, nth: 2}, "father": {month: 6, weekday: time.Sunday, nth: 3},
	"easter": {easter: true}, "eastermonday": {easter: true, after: 1}, "goodfriday": {easter: true, after: -2}, "palmsunday": {easter: true, after: -7},
	"ashwednesday": {easter: true, after: -46}, "pentecost": {easter: true, after: 49}, "ascension": {easter: true, after: 39}, "pentecostmonday": {easter: true, after: 50},
}

// in returns the day of the holiday in a year.
func (h holiday) in(y int) time.Time {
	switch {
	case h.easter:
		return easter(y).AddDate(0, 0, h.after)
	case h.nth < 0:
		last := date(y, h.month+1, 0)
		return last.AddDate(0, 0, -((int(last.Weekday())-int(h.weekday)+7)%7)+h.after)
	case h.nth > 0:
		first := date(y, h.month, 1)
		return first.AddDate(0, 0, (int(h.weekday)-int(first.Weekday())+7)%7+7*(h.nth-1)+h.after)
	}
	return date(y, h.month, h.day)
}

// easter is Easter Sunday of the western churches (the anonymous Gregorian computus).
func easter(y int) time.Time {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 19*l) / 433
	n := (h + l - 7*m + 90) / 25
	return date(y, time.Month(n), (h+l-7*m+33*n+19)%32)
}

// holiday reads a holiday with the year that may follow.
func (r *reader) holiday(i int) (found, bool) {
	h, ok := holidays[r.at(i).word.code]
	if !ok || r.lang.code == "en" && !r.capital(i) {
		return found{}, false
	}
	if y, next, ok := r.yearBehind(i + 1); ok && y > 0 {
		return named(next, dayStretch(h.in(y)), absolute), true
	}
	if s, a, next, ok := r.yearRelative(i + 1); ok {
		return named(next, dayStretch(h.in(s.from.Year())), a), true
	}
	a := r.base()
	if a.Kind == None || a.Day.Year() < 1 {
		return unknown(i+1, Date, "XXXX-XX-XX"), true
	}
	y := r.chooseYear(a, i, int(h.in(a.Day.Year()).Month()), 1)
	return named(i+1, dayStretch(h.in(y)), a), true
}

// shiftedHoliday reads “last Thanksgiving”, “this Christmas”.
func (r *reader) shiftedHoliday(i, next int, w *word) (found, bool) {
	h, ok := holidays[r.at(i).word.code]
	a := r.origin(w, year)
	if !ok || a.Kind == None || a.Day.Year() < 1 {
		return found{}, false
	}
	y := a.Day.Year()
	d := h.in(y)
	switch {
	case w.n < 0 && !d.Before(a.Day):
		d = h.in(y - 1)
	case w.n > 0 && !d.After(a.Day):
		d = h.in(y + 1)
	}
	return named(next, dayStretch(d), a), true
}
