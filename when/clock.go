package when

import (
	"fmt"
	"time"
)

// A clockTime is a time of day up to item next, in minutes since midnight; coarse if only the hour was said.
type clockTime struct {
	minutes, next int
	coarse        bool
}

// clockAt reads a time of day: “10:35 a.m.”, “10 p.m.”, “17:00”, “noon”, “14h30”, “10 Uhr”, “4 in the morning”, “0600 GMT”.
func (r *reader) clockAt(i int) (clockTime, bool) {
	it := r.at(i)
	c := clockTime{next: i + 1}
	switch f := it.figure; {
	case it.word.can(isClock):
		c.minutes = it.word.n
		return c, true
	case f.form == clockForm:
		c.minutes = f.n
		c.coarse = f.n%60 == 0
		return r.zoned(r.halved(c, f.half))
	case f.plain(1, 2) && f.n <= 24:
		return r.hourAt(i)
	case f.form == decimal && r.is(i+1, isHourWord) && f.parts[0] <= 24 && f.parts[1] < 60:
		c.minutes, c.next = 60*f.parts[0]+f.parts[1], i+2
		return r.zoned(c, true)
	case f.form == decimal && r.is(i+1, isMeridiem) && f.parts[0] <= 12 && f.parts[1] < 60:
		c.minutes, c.next = 60*f.parts[0]+f.parts[1], i+2
		return r.zoned(r.halved(c, r.at(i+1).word.code))
	case f.plain(4, 4) && r.is(i+1, isZone) && f.n < 2400 && f.n%100 < 60:
		c.minutes, c.next = f.n/100*60+f.n%100, i+2
		return c, true
	case it.word.can(isNumber) && it.word.n >= 1 && it.word.n <= 12 && (r.is(i+1, isHourWord) && r.atHour(i, i+1) || r.is(i+1, isMeridiem)):
		c.minutes, c.next, c.coarse = 60*it.word.n, i+2, true
		return r.zoned(r.halved(c, r.at(i+1).word.code))
	}
	return c, false
}

// hourAt reads a time that begins with the hour in figures.
func (r *reader) hourAt(i int) (clockTime, bool) {
	c := clockTime{minutes: 60 * r.at(i).figure.n, next: i + 1, coarse: true}
	exact := false
	if m := r.at(i + 1); m.gap == colon && m.figure.form != noFigure {
		if !m.figure.plain(2, 2) || m.figure.n > 59 || r.spaced(i+1) {
			return c, false
		}
		c.minutes, c.next, c.coarse, exact = c.minutes+m.figure.n, i+2, false, true
		if s := r.at(i + 2); s.gap == colon && s.figure.plain(2, 2) {
			c.next++
		}
	}
	switch next := r.at(c.next); {
	case r.near(c.next) && next.word.can(isMeridiem) && (next.gap != apart) && r.meridiem(c.next):
		c.next++
		return r.zoned(r.halved(c, next.word.code))
	case next.gap == touching && next.figure.form == noFigure && next.word.can(isMeridiem):
		c.next++
		return r.zoned(r.halved(c, next.word.code))
	case r.is(c.next, isHourWord) && r.atHour(i, c.next):
		c.next++
		if m := r.at(c.next); m.figure.plain(2, 2) && m.gap == space && m.figure.n < 60 && r.lang.code == "de" && c.coarse {
			c.minutes, c.coarse = c.minutes+m.figure.n, false
			c.next++
		}
		return r.zoned(c, true)
	case r.is(c.next, isZone):
		c.next++
		return c, true
	}
	if code, next, ok := r.inThe(c.next); ok && c.minutes <= 12*60 {
		c.next = next
		return r.halved(c, map[string]string{"MO": "AM"}[code])
	}
	return c, exact && r.at(i).gap != colon && r.at(i).gap != hyphen
}

// atHour reports whether the hours at item next are a time: where the word also says how long, “à” or an article must stand before
// the number at item i.
func (r *reader) atHour(i, next int) bool {
	return !r.at(next).word.can(isUnit) || r.before(i, isAt|isArticle)
}

// meridiem reports whether item i is am or pm after a number and not the verb in “I am”.
func (r *reader) meridiem(i int) bool {
	return r.at(i-1).figure.form != noFigure || r.at(i-1).word.can(isNumber)
}

// inThe reads “in the morning” behind an hour.
func (r *reader) inThe(i int) (code string, next int, ok bool) {
	if r.is(i, isAhead) && r.is(i+1, isArticle) && r.is(i+2, isPart) {
		return r.at(i + 2).word.code, i + 3, true
	}
	return "", 0, false
}

// halved turns an hour of the twelve into one of the day; half is AM, PM or empty for PM of “in the evening”.
func (r *reader) halved(c clockTime, half string) (clockTime, bool) {
	if c.minutes > 12*60+59 {
		return c, c.minutes <= 24*60
	}
	switch {
	case half == "AM" && c.minutes >= 12*60:
		c.minutes -= 12 * 60
	case half == "PM" && c.minutes < 12*60:
		c.minutes += 12 * 60
	}
	return c, true
}

func (r *reader) zoned(c clockTime, ok bool) (clockTime, bool) {
	if ok && r.is(c.next, isZone) {
		c.next++
	}
	return c, ok
}

// clock reads a time of day and the day that may follow: “10 p.m. Wednesday”, “noon on May 4”.
func (r *reader) clock(i int) (found, bool) {
	c, ok := r.clockAt(i)
	if !ok || r.at(i).word.can(isClock) && r.before(i, isArticle) && !r.near(i) {
		return found{}, false
	}
	next := c.next
	if r.is(next, isAt) || r.is(next, isFiller) {
		next++
	}
	if r.near(next) {
		if f, ok := r.day(next); ok && f.s.grain == oneDay {
			return timed(f, c, f.next), true
		}
		if f, ok := r.shifted(next); ok && f.s.grain <= oneDay && f.s.known() {
			return timed(f, c, f.next), true
		}
	}
	f, ok := r.thatDay(i)
	if !ok {
		return unknown(c.next, Time, "XXXX-XX-XX"+c.value()), true
	}
	return timed(f, c, c.next), true
}

// maxApart is how many items may lie between a day and a time of that day.
const maxApart = 25

// thatDay is the day on which a time without a day is: the one named just before, else the base.
func (r *reader) thatDay(i int) (found, bool) {
	if m := r.named[oneDay]; m.order > 0 && (i-m.item <= maxApart || r.frame.Narrative) {
		return named(i, dayStretch(m.stretch.from), Anchor{FromText, day(m.stretch.from)}), true
	}
	if r.anchor.Kind == None {
		return found{}, false
	}
	return named(i, dayStretch(r.anchor.Day), r.anchor), true
}

func (c clockTime) value() string { return fmt.Sprintf("T%02d:%02d", c.minutes/60, c.minutes%60) }

// timed is the day f at the time c. The interval is the minute, as the clock of the place shows it.
func timed(f found, c clockTime, next int) found {
	if !f.s.known() {
		return unknown(next, Time, f.e.Value+c.value())
	}
	from := day(f.s.from).Add(time.Duration(c.minutes) * time.Minute)
	s := stretch{minute, dayStretch(f.s.from).value + c.value(), from, from.Add(time.Minute)}
	g := named(next, s, f.e.Anchor)
	g.e.Type = Time
	for _, alt := range f.e.Alternatives {
		at := day(alt.From).Add(time.Duration(c.minutes) * time.Minute)
		g.e.Alternatives = append(g.e.Alternatives, Reading{dayStretch(alt.From).value + c.value(), at, at.Add(time.Minute)})
	}
	return g
}
