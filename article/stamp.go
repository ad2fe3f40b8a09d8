package article

import (
	"time"
)

// A stamp is a point in time as it is written somewhere, before it is compared with others.
type stamp struct {
	// from and to bound it, half-open, in the zone that is written, UTC if none is.
	from, to time.Time
	timed    bool // a time of day is written
	zoned    bool // a zone is written
	// swapped is what the date means if month and day stand the other way round, zero if only one
	// order is possible.
	swapped time.Time
	// relative marks a stamp resolved against the capture time (“3 hours ago”).
	relative bool
}

const day = 24 * time.Hour

// earliest and latest bound what can be the date of a page on the web.
var (
	earliest = time.Date(1990, 1, 1, 0, 0, 0, 0, time.UTC)
	latest   = time.Date(2100, 1, 1, 0, 0, 0, 0, time.UTC)
)

// dayStamp is the stamp of a day without a time of day.
func dayStamp(year int, month time.Month, dayOfMonth int) (stamp, bool) {
	t := time.Date(year, month, dayOfMonth, 0, 0, 0, 0, time.UTC)
	if t.Year() != year || t.Month() != month || t.Day() != dayOfMonth {
		return stamp{}, false
	}
	return stamp{from: t, to: t.Add(day)}, true
}

// at sets the time of day. Exactly midnight to the second is how many systems write a date without a
// time; it stays a day.
func (s stamp) at(hour, minute, second int, hasSecond bool, zone *time.Location) stamp {
	s.zoned = zone != nil
	if zone == nil {
		zone = time.UTC
	}
	y, m, d := s.from.Date()
	if hour == 0 && minute == 0 && second == 0 {
		s.from = time.Date(y, m, d, 0, 0, 0, 0, zone)
		s.to = s.from.Add(day)
		return s
	}
	s.timed = true
	s.from = time.Date(y, m, d, hour, minute, second, 0, zone)
	s.to = s.from.Add(time.Minute)
	if hasSecond {
		s.to = s.from.Add(time.Second)
	}
	return s
}

// instant is the stamp of an exact moment (a Unix time).
func instant(t time.Time) stamp {
	t = t.UTC()
	return stamp{from: t, to: t.Add(time.Second), timed: true, zoned: true}
}

// wholeDay widens the stamp to its day.
func (s stamp) wholeDay() stamp {
	y, m, d := s.from.Date()
	s.from = time.Date(y, m, d, 0, 0, 0, 0, s.from.Location())
	s.to = s.from.AddDate(0, 0, 1)
	s.timed = false
	return s
}

// possible reports whether a page captured then (zero if unknown) can bear the date: not before 1990
// and not more than a day after the capture.
func (s stamp) possible(captured time.Time) bool {
	if s.from.Before(earliest) || !s.from.Before(latest) {
		return false
	}
	return captured.IsZero() || s.from.Before(captured.Add(day))
}

// untangle settles the order of day and month where one of the two would lie in the future.
func (s stamp) untangle(captured time.Time) stamp {
	other, _ := dayStamp(s.swapped.Date())
	if !s.possible(captured) {
		return other
	}
	if !other.possible(captured) {
		s.swapped = time.Time{}
	}
	return s
}

// eitherOrder widens a day whose month can be read as its day to both readings and what lies between:
// it is known no better.
func (s stamp) eitherOrder() stamp {
	s = s.wholeDay()
	if s.swapped.Before(s.from) {
		s.from = s.swapped
	} else {
		s.to = s.swapped.Add(day)
	}
	return s
}

// sameDay reports whether two stamps name the same day: the calendar day that each is written with
// is the same, or both know their zone and one of the zones sees both on one day. If one has no
// zone, the next or the previous day agrees too, provided that the other tells the time of day: it
// may be written for another zone.
func (s stamp) sameDay(t stamp) bool {
	if s.relative || t.relative {
		a, b := s.wholeDay(), t.wholeDay()
		return s.from.Before(b.to) && b.from.Before(s.to) || t.from.Before(a.to) && a.from.Before(t.to)
	}
	a, b := civil(s.from), civil(t.from)
	if a == b {
		return true
	}
	if !s.swapped.IsZero() && civil(s.swapped) == b || !t.swapped.IsZero() && civil(t.swapped) == a {
		return true
	}
	if s.zoned && t.zoned {
		return civil(s.from.In(t.from.Location())) == b || civil(t.from.In(s.from.Location())) == a
	}
	apart := a.Sub(b)
	return (s.zoned && s.timed || t.zoned && t.timed) && (apart == day || apart == -day)
}

// civil returns the calendar day of t in its own zone as midnight UTC.
func civil(t time.Time) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}
