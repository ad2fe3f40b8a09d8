package report

import (
	"fmt"
	"time"

	"hearsay/article"
)

// A clock is the zone that all times of a report are shown in, so that one list has one order. It is
// the zone of the pages if they agree, else UTC.
type clock struct{ zone *time.Location }

func newClock(articles []*article.Article) clock {
	offset, seen := 0, false
	for _, a := range articles {
		if a.Published == nil || !timed(a.Published) {
			continue
		}
		_, o := a.Published.From.Zone()
		if seen && o != offset {
			return clock{time.UTC}
		}
		offset, seen = o, true
	}
	if !seen || offset == 0 {
		return clock{time.UTC}
	}
	return clock{time.FixedZone(zoneName(offset), offset)}
}

func zoneName(offset int) string {
	if offset == 0 {
		return "UTC"
	}
	sign := '+'
	if offset < 0 {
		sign, offset = '−', -offset
	}
	if offset%3600 == 0 {
		return fmt.Sprintf("UTC%c%d", sign, offset/3600)
	}
	return fmt.Sprintf("UTC%c%d:%02d", sign, offset/3600, offset/60%60)
}

// timed reports whether d is known to the hour at least, not only to the day.
func timed(d *article.Date) bool { return d.To.Sub(d.From) <= time.Hour }

// A moment is a date in the forms in which a report shows it.
type moment struct {
	Known bool
	Day   string // “Sunday, 3 January 2021”; “no date” if unknown
	Clock string // “08:02”; “day only”, “no date”
	Full  string // “3 January 2021, 08:02 UTC”
	Brief string // “3 Jan 2021, 08:02”
	ISO   string // for the datetime attribute
	Grade article.Grade
}

func (c clock) moment(d *article.Date) moment {
	if d == nil || d.From.IsZero() {
		return moment{Day: "No date", Clock: "no date", Full: "no date", Brief: "no date"}
	}
	m := moment{Known: true, Grade: d.Grade}
	if timed(d) {
		t := d.From.In(c.zone)
		m.Day, m.Clock = t.Format("Monday, 2 January 2006"), t.Format("15:04")
		m.Full = t.Format("2 January 2006, 15:04 ") + c.zone.String()
		m.Brief = t.Format("2 Jan 2006, 15:04")
		m.ISO = t.Format(time.RFC3339)
		return m
	}
	// A day is a day in the zone of its evidence; shifting it to another would name a wrong one.
	first, last := d.From, d.To.Add(-time.Nanosecond)
	m.ISO, m.Clock = first.Format(time.DateOnly), "day only"
	m.Day, m.Full, m.Brief = first.Format("Monday, 2 January 2006"), first.Format("2 January 2006"), first.Format("2 Jan 2006")
	if first.Format(time.DateOnly) != last.Format(time.DateOnly) {
		m.Full = days(first, last)
		m.Day, m.Brief, m.Clock = m.Full, m.Full, "unclear"
	}
	return m
}

// days writes the days from first to last.
func days(first, last time.Time) string {
	switch {
	case first.Format(time.DateOnly) == last.Format(time.DateOnly):
		return last.Format("2 January 2006")
	case first.Year() == last.Year() && first.Month() == last.Month():
		return first.Format("2") + "–" + last.Format("2 January 2006")
	case first.Year() == last.Year():
		return first.Format("2 January") + " – " + last.Format("2 January 2006")
	}
	return first.Format("2 January 2006") + " – " + last.Format("2 January 2006")
}

// span writes the days between two bounds, empty if they are unknown.
func (c clock) span(from, to time.Time) string {
	if from.IsZero() || to.IsZero() {
		return ""
	}
	return days(from.In(c.zone), to.In(c.zone))
}
