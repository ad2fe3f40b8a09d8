package when

// yearBehind reads a year that follows a month: “2021”, “, 2021”, “of 2021”, “de 2021”, in words.
func (r *reader) yearBehind(i int) (y, next int, ok bool) {
	i = r.skipFillers(i)
	if !r.near(i) && r.at(i).gap != dot {
		return 0, 0, false
	}
	if f := r.at(i).figure; f.plain(4, 4) && f.n >= 1000 && f.n < 2200 && !r.isHijri(f.n) {
		y, next = r.era(f.n, i+1)
		return y, r.yearWord(next), true
	}
	if f := r.at(i).figure; f.plain(1, 4) && r.is(i+1, isEra) {
		y, next = r.era(f.n, i+1)
		return y, next, true
	}
	return r.spelledYear(i)
}

// yearWord skips a word that may follow the figures of a year: 2021 года.
func (r *reader) yearWord(i int) int {
	if r.tight(i) && r.at(i).word.can(isYearWord) && r.lang.code == "ru" {
		i++
	}
	return i
}

// era turns a year before Christ into the astronomical year that Go counts in.
func (r *reader) era(y, i int) (int, int) {
	if !r.is(i, isEra) {
		return y, i
	}
	if r.at(i).word.code == "BC" {
		return 1 - y, i + 1
	}
	return y, i + 1
}

// yearRelative reads “last year” and “of the same year” behind a month.
func (r *reader) yearRelative(i int) (stretch, Anchor, int, bool) {
	i = r.skipFillers(i)
	if !r.tight(i) {
		return stretch{}, Anchor{}, 0, false
	}
	f, ok := r.shifted(i)
	if !ok || f.s.grain != year {
		return stretch{}, Anchor{}, 0, false
	}
	return f.s, f.e.Anchor, f.next, true
}
