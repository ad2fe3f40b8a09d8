package when

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
