package when

// meansOther reports whether the words at item i look like a time but are none: the verbs may and march, names, 9/11, scores.
func (r *reader) meansOther(i int) bool {
	it := r.at(i)
	switch {
	case it.word.can(isMonth|isWeekday|isHoliday|isSeason) && r.before(i, isPerson):
		return true
	case it.figure.form != noFigure && r.isSeptember11(i):
		return true
	case it.figure.form != noFigure && r.currencyBefore(i):
		return true
	}
	return false
}

// isSeptember11 reports whether 9/11 stands at item i: the name of an event, whose day is known but not meant.
func (r *reader) isSeptember11(i int) bool {
	return r.at(i).figure.plain(1, 1) && r.at(i).figure.n == 9 && r.at(i+1).gap == slash && r.at(i+1).figure.n == 11 && r.at(i+2).gap != slash
}

// bareMonth reports whether the word at item i is a month although no number stands beside it.
func (r *reader) bareMonth(i int) bool {
	it := r.at(i)
	if r.lang.code == "en" && !r.capital(i) && it.word.can(isShort) {
		return false
	}
	led := r.before(i, isPreposition|isEdge|isShift|isHedge|isTo|isFiller) && !r.sentenceStart(i)
	if it.word.can(isShort) {
		if r.lang.code == "ar" { // آب looks like other words
			return false
		}
		if !led || it.word.month == 5 && r.verbBehind(i) {
			return false
		}
		return it.span.Len() > 3 || it.word.month == 5 || r.at(i+1).gap == dot
	}
	if r.lang.code != "en" {
		return true
	}
	if led && !r.before(i, isTo|isFiller) {
		return true
	}
	a := r.at(i + 1) // April Jones
	return !(a.gap == space && a.figure.form == noFigure && a.word == nil && r.capital(i+1))
}

// verbBehind reports whether “May” at item i is the verb, by the word that follows.
func (r *reader) verbBehind(i int) bool {
	a := r.at(i + 1)
	switch r.s[a.span.Start:a.span.End] {
	case "be", "have", "not", "also", "well", "I", "he", "she", "they", "we", "you":
		return a.gap == space
	}
	return false
}

// shortStands reports whether a short weekday is one: written with a capital and a dot, or behind “on”.
func (r *reader) shortStands(i int) bool {
	return r.capital(i) && (r.at(i+1).gap == dot && !r.sentenceStart(i+1) || r.before(i, isAt))
}

// nameOfWeekday reports whether the weekday at item i is part of a name: Bloody Sunday.
func (r *reader) nameOfWeekday(i int) bool {
	b := r.at(i - 1)
	switch r.s[b.span.Start:b.span.End] {
	case "Bloody", "Super", "Cyber":
		return r.at(i).gap == space
	}
	return r.at(i).word.can(isShort) && !r.capital(i)
}

// isAge reports whether the amount up to item next is an age: “six years old”, “6-year-old”, “aged 12”.
func (r *reader) isAge(i, next int) bool {
	return r.near(next) && r.at(next).word.can(isOld) || r.before(i, isOld)
}
