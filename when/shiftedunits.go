package when

import (
	"fmt"
	"time"
)

// unit moves a unit of the calendar.
func (r *reader) unit(i, next int, w *word, g grain) (found, bool) {
	if r.at(i).word.can(isMany) && g >= oneDay { // coming weeks, los últimos años
		return unknown(next, Duration, quantity{grain: g}.value()), true
	}
	a := r.origin(w, g)
	if w.can(isPast) && g >= decade {
		return r.ago(a, next, g, 1, -1), true
	}
	if a.Kind == None {
		return unknown(next, Date, blank(g)), true
	}
	n := w.n
	if g == weekend && n < 0 && r.at(i).word != nil && a.Day.Weekday() == time.Sunday {
		n = -1
	}
	f := named(next, moved(g, a.Day, n), a)
	if g == year && r.at(next-1).possessive {
		if q, ok := r.periodIn(next, f); ok {
			return q, true
		}
	}
	if (g == oneDay) && r.tight(next) && r.at(next).word.can(isPart) {
		return parted(f, r.at(next).word.code, next+1), true
	}
	return f, true
}

// blank is the value of a unit that cannot be placed.
func blank(g grain) string {
	switch g {
	case week:
		return "XXXX-WXX"
	case month:
		return "XXXX-XX"
	case quarter:
		return "XXXX-QX"
	case oneDay:
		return "XXXX-XX-XX"
	}
	return "XXXX"
}

func (r *reader) shiftedWeekday(next int, w *word, d time.Weekday) found {
	a := r.origin(w, oneDay)
	if a.Kind == None {
		return unknown(next, Date, fmt.Sprintf("XXXX-WXX-%d", (int(d)+6)%7+1))
	}
	ahead := (int(d) - int(a.Day.Weekday()) + 7) % 7
	other := 0
	switch {
	case w.n < 0: // strictly before
		if ahead -= 7; ahead == 0 {
			ahead = -7
		}
		other = ahead - 7
	case w.n > 0:
		if ahead == 0 {
			ahead = 7
		}
		other = ahead + 7
	default: // of this week
		ahead = (int(d)+6)%7 - (int(a.Day.Weekday())+6)%7
		other = ahead + 7
	}
	f := named(next, dayStretch(a.Day.AddDate(0, 0, ahead)), a)
	f.e.Alternatives = []Reading{reading(dayStretch(a.Day.AddDate(0, 0, other)))}
	return f
}

func (r *reader) shiftedMonth(next int, w *word, m int) found {
	a := r.origin(w, month)
	if a.Kind == None {
		return unknown(next, Date, fmt.Sprintf("XXXX-%02d", m))
	}
	y := a.Day.Year()
	switch {
	case w.n < 0 && m >= int(a.Day.Month()):
		y--
	case w.n > 0 && m <= int(a.Day.Month()):
		y++
	}
	return named(next, monthStretch(y, time.Month(m)), a)
}

func (r *reader) shiftedSeason(next int, w *word, s int) found {
	a := r.origin(w, season)
	if a.Kind == None {
		return unknown(next, Date, "XXXX-"+seasonNames[s])
	}
	f := named(next, seasonStretch(a.Day.Year(), s), a)
	switch {
	case w.n < 0 && f.s.to.After(a.Day):
		f = named(next, seasonStretch(a.Day.Year()-1, s), a)
	case w.n > 0 && !f.s.from.After(a.Day):
		f = named(next, seasonStretch(a.Day.Year()+1, s), a)
	}
	return f
}

// shiftedPart reads “last night”, “this morning”, “the next morning”, “that afternoon”.
func (r *reader) shiftedPart(next int, w *word, code string) (found, bool) {
	a := r.origin(w, oneDay)
	if a.Kind == None {
		return unknown(next, Time, "XXXX-XX-XXT"+code), true
	}
	return parted(named(next, dayStretch(a.Day.AddDate(0, 0, w.n)), a), code, next), true
}
