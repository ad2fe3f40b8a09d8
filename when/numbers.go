package when

// count reads a number at item i, in digits or words: “12”, “twenty-five”, “one hundred and ten”, “2 1/2”. Halves counts it in halves
// of one, so that “two and a half” is 5.
func (r *reader) count(i int) (halves, next int, ok bool) {
	it := r.at(i)
	switch f := it.figure; f.form {
	case plainForm, grouped:
		n := f.n
		if f.form == grouped {
			return 0, 0, false
		}
		if r.isHalfFraction(i + 1) {
			return 2*n + 1, i + 4 - 1, true
		}
		if f.digits > 4 {
			return 0, 0, false
		}
		return 2 * n, i + 1, true
	case decimal:
		if f.parts[1] == 5 {
			return 2*f.parts[0] + 1, i + 1, true
		}
		return 0, 0, false
	case noFigure:
		n, next, ok := r.spelled(i)
		return 2 * n, next, ok
	}
	return 0, 0, false
}

// isHalfFraction reports whether “1/2” stands at item i.
func (r *reader) isHalfFraction(i int) bool {
	return r.at(i).gap == space && r.at(i).figure.plain(1, 1) && r.at(i).figure.n == 1 && r.at(i+1).gap == slash && r.at(i+1).figure.n == 2
}

// spelled reads a number in words: “twenty-five”, “one hundred and ten”, “two thousand”.
func (r *reader) spelled(i int) (n, next int, ok bool) {
	total := 0
	last := 0 // the part before, to tell “twenty five” from “twenty thirty”
	for next = i; next < i+8; next++ {
		if next > i && !r.near(next) {
			break
		}
		it := r.at(next)
		if ok && it.word.can(isAnd) && r.at(next+1).word.can(isNumber) && total%100 == 0 && total > 0 && r.near(next+1) {
			continue
		}
		if it.word.can(isScale) {
			total, last, ok = max(1, total)*it.word.n, it.word.n, true
			continue
		}
		if !it.word.can(isNumber) || ok && !(last >= 100 || last >= 20 && it.word.n < 10 && it.word.n > 0) {
			break
		}
		total += it.word.n
		last, ok = it.word.n, true
	}
	return total, next, ok
}

// spelledYear reads a year in words: “nineteen ninety-six”, “two thousand and ten”, “twenty twenty-one”.
func (r *reader) spelledYear(i int) (y, next int, ok bool) {
	first := r.at(i).word
	if !first.can(isNumber) {
		return 0, 0, false
	}
	if first.n == 2 && r.at(i+1).word.can(isScale) && r.at(i+1).word.n == 1000 {
		n, next, ok := r.spelled(i)
		return n, next, ok && n >= 2000 && n < 2100
	}
	if first.n < 15 || first.n > 20 || !r.tight(i+1) {
		return 0, 0, false
	}
	if second := r.at(i + 1).word; !second.can(isNumber) || second.n < 10 || second.n >= 100 {
		return 0, 0, false
	}
	n, next, ok := r.spelled(i + 1)
	return 100*first.n + n, next, ok && n >= 10 && n < 100
}

// nth reads an ordinal at item i: “21st”, “third”, “twenty-first”.
func (r *reader) nth(i int) (n, next int, ok bool) {
	it := r.at(i)
	switch {
	case it.figure.form == ordinal || r.lang.code == "de" && it.figure.plain(1, 2) && r.at(i+1).gap == dot:
		return it.figure.n, i + 1, true
	case it.word.can(isOrdinal):
		return it.word.n, i + 1, true
	case it.word.can(isNumber) && it.word.n >= 20 && it.word.n < 100 && r.at(i+1).word.can(isOrdinal) && r.near(i+1):
		return it.word.n + r.at(i+1).word.n, i + 2, true
	}
	return 0, 0, false
}
