package when

import "time"

// timeOfDay adds to a day what follows it: “Friday morning”, “yesterday at 5 p.m.”, “March 4 at noon”.
func (r *reader) timeOfDay(f found) found {
	if f.s.grain != oneDay && f.e.Value == "" || f.s.known() && f.s.grain != oneDay {
		return f
	}
	if r.tight(f.next) && r.at(f.next).word.can(isPart) {
		if w := r.at(f.next - 1).word; w.can(isWeekday) && r.lang.code == "en" && r.isPlural(f.next) {
			return r.withPart(f.next, weekdaySet(w))
		}
		return parted(f, r.at(f.next).word.code, f.next+1)
	}
	next := f.next
	if r.is(next, isEdge) && r.is(next+1, isPart) {
		return parted(f, r.at(next+1).word.code, next+2)
	}
	if r.is(next, isFiller|isPreposition|isAhead) && r.is(next+1, isArticle) && r.is(next+2, isPart) { // por la noche
		return parted(f, r.at(next+2).word.code, next+3)
	}
	if r.is(next, isAt) {
		next++
	}
	if r.near(next) {
		if c, ok := r.clockAt(next); ok {
			return timed(f, c, c.next)
		}
	}
	return f
}

// partHours are the hours of the parts of a day; a night reaches into the next morning.
var partHours = map[string][2]int{"MO": {5, 12}, "MI": {12, 13}, "AF": {12, 18}, "EV": {17, 24}, "NI": {18, 30}, "DT": {6, 18}}

// parted is a part of the day f.
func parted(f found, code string, next int) found {
	if !f.s.known() {
		return unknown(next, Time, f.e.Value+"T"+code)
	}
	g := named(next, partStretch(f.s.from, code), f.e.Anchor)
	g.e.Type = Time
	for _, alt := range f.e.Alternatives {
		g.e.Alternatives = append(g.e.Alternatives, reading(partStretch(alt.From, code)))
	}
	return g
}

func partStretch(t time.Time, code string) stretch {
	d := dayStretch(t)
	hours := partHours[code]
	return stretch{dayPart, d.value + "T" + code, d.from.Add(time.Duration(hours[0]) * time.Hour), d.from.Add(time.Duration(hours[1]) * time.Hour)}
}

// partOf reads “the morning of January 31”, “tonight”, “overnight”.
func (r *reader) partOf(i int) (found, bool) {
	w := r.at(i).word
	if w.can(isTonight) {
		if r.anchor.Kind == None {
			return unknown(i+1, Time, "XXXX-XX-XXTNI"), true
		}
		return parted(named(i, dayStretch(r.anchor.Day), r.anchor), "NI", i+1), true
	}
	at := i
	if w.can(isArticle) && r.near(i+1) {
		at++
	}
	if !r.at(at).word.can(isPart) || !r.is(at+1, isFiller) {
		return found{}, false
	}
	if f, ok := r.day(r.skip(at+2, isArticle)); ok && f.s.grain == oneDay && f.s.known() {
		return parted(f, r.at(at).word.code, f.next), true
	}
	return found{}, false
}
