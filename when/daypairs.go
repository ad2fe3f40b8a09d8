package when

// furtherDay reads the second day of “April 24 and 25”, “March 4-6”, “October 12 to 14”: a number right behind a day that was named.
func (r *reader) furtherDay(i int) (found, bool) {
	m := r.named[oneDay]
	d := r.at(i).figure
	if m.order != r.mention || m.order == 0 || !d.plain(1, 2) || d.n <= m.stretch.from.Day() || m.stretch.grain != oneDay {
		return found{}, false
	}
	joined := m.item == i && r.at(i).gap == hyphen || m.item == i-1 && r.is(i-1, isAnd|isTo) && r.near(i)
	if !joined || !r.at(m.item-1).figure.plain(1, 2) || r.countsBehind(i) || r.is(i+1, isUnit|isMeridiem) || r.at(r.skipFillers(i+1)).word.can(isMonth) || !validDay(m.stretch.from.Year(), m.stretch.from.Month(), d.n) {
		return found{}, false
	}
	next := i + 1
	if y, after, ok := r.yearBehind(next); ok && y == m.stretch.from.Year() {
		next = after
	}
	return named(next, dayStretch(date(m.stretch.from.Year(), m.stretch.from.Month(), d.n)), r.lastAnchor), true
}

// yearBehindPair reads the year behind the second day of “March 4-6, 2012”; d is the first.
func (r *reader) yearBehindPair(i, d int) (int, bool) {
	if r.at(i).gap != hyphen {
		if !r.is(i, isAnd|isTo) || !r.near(i+1) {
			return 0, false
		}
		i++
	}
	if f := r.at(i).figure; !f.plain(1, 2) || f.n <= d || f.n > 31 {
		return 0, false
	}
	y, _, ok := r.yearBehind(i + 1)
	return y, ok
}

// firstOfTwo reads the first day of “4-6 March 2021”, “7 and 8 July”, “12 to 14 October”.
func (r *reader) firstOfTwo(i int) (found, bool) {
	d := r.at(i).figure
	second := i + 1
	if r.at(second).gap != hyphen {
		if w := r.at(second).word; !w.can(isAnd|isTo) || !r.near(second) && (r.at(second).gap != dot || r.lang.code != "de") || !r.near(second+1) {
			return found{}, false
		}
		second++
	}
	if !d.plain(1, 2) || r.at(second).figure.form == noFigure {
		return found{}, false
	}
	f, ok := r.dayMonth(second)
	if !ok || !f.s.known() || d.n < 1 || d.n >= f.s.from.Day() {
		return found{}, false
	}
	return named(i+1, dayStretch(date(f.s.from.Year(), f.s.from.Month(), d.n)), f.e.Anchor), true
}
