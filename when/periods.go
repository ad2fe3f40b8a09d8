package when

import "time"

func halfLater(g grain, t time.Time, way int) time.Time {
	switch g {
	case year:
		return later(month, t, 6*way)
	case month:
		return later(oneDay, t, 15*way)
	case week:
		return later(oneDay, t, 3*way)
	}
	return t
}

// period reads quarters, halves, seasons, decades and centuries.
func (r *reader) period(i int) (found, bool) {
	at := i
	if r.at(i).word.can(isArticle) && r.near(i+1) {
		at++
	}
	if f, ok := r.yearsQuarter(at); ok {
		return f, true
	}
	if f, ok := r.quarterAt(at); ok {
		return f, true
	}
	if f, ok := r.seasonAt(at, at != i); ok {
		return f, true
	}
	if f, ok := r.decadeAt(at); ok {
		return f, true
	}
	if f, ok := r.centuryAt(at); ok {
		return f, true
	}
	return r.definite(i, at)
}

// yearsQuarter reads “the 1988 third quarter”, “fiscal 1989”, “fiscal year 2020”.
func (r *reader) yearsQuarter(i int) (found, bool) {
	if r.at(i).word.can(isFiscal) {
		next := i + 1
		if r.is(next, isUnit) && r.at(next).word.grain == year {
			next++
		}
		if f := r.at(next).figure; r.tight(next) && f.plain(4, 4) && f.n >= 1900 && f.n < 2200 {
			return named(next+1, yearStretch(f.n), absolute), true
		}
		if f, ok := r.quarterAt(next); ok && r.near(next) {
			return f, true
		}
		return found{}, false
	}
	if f := r.at(i).figure; f.plain(4, 4) && f.n >= 1900 && f.n < 2200 && r.tight(i+1) {
		return r.periodIn(i+1, named(i+1, yearStretch(f.n), absolute))
	}
	return found{}, false
}

// periodIn reads a quarter, half or season at item i of the year that y names.
func (r *reader) periodIn(i int, y found) (found, bool) {
	if !r.tight(i) {
		return found{}, false
	}
	if q, next, ok := r.numbered(i); ok {
		return named(next, q.of(y.s.from.Year()), y.e.Anchor), true
	}
	if w := r.at(i).word; w.can(isSeason) {
		return named(i+1, seasonStretch(y.s.from.Year(), w.n), y.e.Anchor), true
	}
	return found{}, false
}

// A numberedPart is a quarter or half of a year.
type numberedPart struct {
	n     int
	grain grain
}

func (p numberedPart) of(y int) stretch {
	if p.grain == half {
		return halfStretch(y, p.n)
	}
	return quarterStretch(y, p.n)
}

// numbered reads “third quarter”, “third-quarter”, “second half”, “Q3”.
func (r *reader) numbered(i int) (numberedPart, int, bool) {
	w := r.at(i).word
	if w.can(isQuarterName) {
		return numberedPart{w.n, quarter}, i + 1, true
	}
	if w.can(isHalfName) && r.capital(i) {
		return numberedPart{w.n, half}, i + 1, true
	}
	if r.is(i+1, isFiscal) && w.can(isOrdinal) {
		i++
	}
	n, next, ok := r.nth(i)
	if !ok && w.can(isShift) && w.n == -1 && r.is(i+1, isHalfOf) {
		return numberedPart{2, half}, i + 2, true
	}
	if !ok && w.can(isFiscal) && r.near(i+1) {
		n, next, ok = r.nth(i + 1)
	}
	if !ok || !r.tight(next) {
		return numberedPart{}, 0, false
	}
	u := r.at(next).word
	switch {
	case u.can(isUnit) && u.grain == quarter && n <= 4:
		return numberedPart{n, quarter}, next + 1, true
	case u.can(isHalfOf) && n <= 2:
		return numberedPart{n, half}, next + 1, true
	}
	return numberedPart{}, 0, false
}

// quarterAt reads a quarter or half with the year that may follow: “the third quarter of 1984”, “Q3 2021”, “first half of next year”.
func (r *reader) quarterAt(i int) (found, bool) {
	q, next, ok := r.numbered(i)
	if !ok {
		return found{}, false
	}
	if y, after, ok := r.yearBehind(next); ok {
		return named(after, q.of(y), absolute), true
	}
	if s, a, after, ok := r.yearRelative(next); ok {
		return named(after, q.of(s.from.Year()), a), true
	}
	if q.grain == half {
		return found{}, false
	}
	return r.placeQuarter(i, next, q), true
}

// placeQuarter puts a quarter without a year at the last one that had begun; words of the future before it make it the next.
func (r *reader) placeQuarter(i, next int, q numberedPart) found {
	a := r.base()
	if a.Kind == None {
		return unknown(next, Date, "XXXX-Q"+string(rune('0'+q.n)))
	}
	s := q.of(a.Day.Year())
	if now := (int(a.Day.Month()) + 2) / 3; r.direction(i) <= 0 && q.n > now && q.n-now > 1 {
		s = q.of(a.Day.Year() - 1)
	}
	return named(next, s, a)
}

// seasonAt reads “summer 1998”, “the summer of 1998”, “the summer”.
func (r *reader) seasonAt(i int, article bool) (found, bool) {
	w := r.at(i).word
	if !w.can(isSeason) {
		return found{}, false
	}
	if y, after, ok := r.yearBehind(i + 1); ok {
		return named(after, seasonStretch(y, w.n), absolute), true
	}
	if s, a, after, ok := r.yearRelative(i + 1); ok {
		return named(after, seasonStretch(s.from.Year(), w.n), a), true
	}
	if w.can(isShort) && !article && (!r.before(i, isPreposition|isEdge) || r.before(i, isTo)) || article && w.can(isShort) && r.at(i+1).word.can(isFiller) {
		return found{}, false
	}
	a := r.base()
	if a.Kind == None {
		return unknown(i+1, Date, "XXXX-"+seasonNames[w.n]), true
	}
	f := named(i+1, seasonStretch(a.Day.Year(), w.n), a)
	if f.s.from.After(a.Day) && r.direction(i) < 0 && !r.frame.Narrative {
		f = named(i+1, seasonStretch(a.Day.Year()-1, w.n), a)
	}
	return f, true
}

// decadeAt reads “1990s”, “'90s”, “nineties”.
func (r *reader) decadeAt(i int) (found, bool) {
	f := r.at(i).figure
	if w := r.at(i).word; w.can(isDecadeWord) && r.before(i, isArticle|isEdge) {
		return named(i+1, decadeStretch(1900+w.n), absolute), true
	}
	if w := r.at(i).word; w.can(isNumber) && w.n >= 15 && w.n <= 20 && r.is(i+1, isDecadeWord) { // nineteen seventies
		return named(i+2, decadeStretch(100*w.n+r.at(i+1).word.n), absolute), true
	}
	if s := r.at(i + 1); f.form == plainForm && s.gap == apostrophe && r.s[s.span.Start:s.span.End] == "s" { // 1970's
		switch {
		case f.n%10 == 0 && f.digits == 4 && f.n >= 1000 && f.n < 2200:
			return named(i+2, decadeStretch(f.n), absolute), true
		case f.n%10 == 0 && f.digits == 2 && f.n >= 20:
			return named(i+2, decadeStretch(1900+f.n), absolute), true
		}
	}
	if w := r.at(i).word; w.can(isUnit) && w.grain == year && (r.lang.code == "fr" || r.lang.code == "es") && r.tight(i+1) { // années 1990
		if g := r.at(i + 1).figure; g.plain(4, 4) && g.n%10 == 0 && g.n >= 1000 {
			return named(i+2, decadeStretch(g.n), absolute), true
		} else if g.plain(2, 2) && g.n%10 == 0 && g.n >= 20 {
			return named(i+2, decadeStretch(1900+g.n), absolute), true
		}
	}
	if f.plain(4, 4) && f.n%10 == 0 && r.at(i+1).gap == hyphen && r.at(i+1).word.can(isDecadeSuffix) { // 1990-е годы
		return named(r.yearWord(i+2), decadeStretch(f.n), absolute), true
	}
	if f.form != plural || f.n%10 != 0 {
		return found{}, false
	}
	switch {
	case f.digits == 4 && f.n >= 1000 && f.n < 2200, f.digits == 3 && r.is(i+1, isEra):
		y, next := r.era(f.n, i+1)
		return named(next, decadeStretch(y), absolute), true
	case f.digits == 2 && f.n >= 20 && (r.at(i).gap == apostrophe || r.s[max(0, r.at(i).span.Start-1):r.at(i).span.Start] == "'" ||
		r.before(i, isArticle|isEdge)):
		return named(i+1, decadeStretch(1900+f.n), absolute), true
	}
	return found{}, false
}

// centuryAt reads “the 20th century”, “nineteenth-century”, “the 5th century BC”.
func (r *reader) centuryAt(i int) (found, bool) {
	n, next, ok := r.nth(i)
	if !ok || !r.tight(next) || !r.at(next).word.can(isUnit) || r.at(next).word.grain != century || n > 30 {
		return found{}, false
	}
	next++
	if r.is(next, isEra) {
		return named(next+1, centuryStretch(n, r.at(next).word.code == "BC"), absolute), true
	}
	return named(next, centuryStretch(n, false), absolute), true
}

// definite reads “the weekend”.
func (r *reader) definite(i, at int) (found, bool) {
	w := r.at(at).word
	if at == i || !w.can(isUnit) || w.grain != weekend {
		return found{}, false
	}
	a := r.base()
	if a.Kind == None {
		return unknown(at+1, Date, "XXXX-WXX-WE"), true
	}
	n := 0
	if a.Day.Weekday() >= time.Monday && a.Day.Weekday() < time.Friday && r.direction(i) <= 0 {
		n = -1
	}
	return named(at+1, moved(weekend, a.Day, n), a), true
}
