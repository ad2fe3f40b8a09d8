package when

// reference reads what names no time but past, present or future: “now”, “recently”, “the past”.
func (r *reader) reference(i int) (found, bool) {
	w := r.at(i).word
	if w.can(isReference) {
		return unknown(i+1, Date, w.code), true
	}
	if w.can(isRecent) && r.tight(i+1) && r.at(i+1).word.can(isUnit) { // recent years
		return unknown(i+2, Duration, quantity{grain: r.at(i + 1).word.grain}.value()), true
	}
	if w.can(isArticle) && r.is(i+1, isPast) && !r.is(i+2, isUnit|isNumber|isVague) && r.at(i+1).word.can(isPast) {
		if it := r.at(i + 2); it.gap == space && it.word == nil && it.figure.form == noFigure {
			return found{}, false // the past president
		}
		return unknown(i+2, Date, "PAST_REF"), true
	}
	return found{}, false
}

// bareUnits reads a plural without a number behind a preposition or before ago: “for years”, “weeks later”.
func (r *reader) bareUnits(i int) (found, bool) {
	w := r.at(i).word
	if w.can(isUnit) && r.lang.code == "ru" && r.is(i+1, isAgo) { // год назад
		return r.counted(i+2, quantity{halves: 2, grain: w.grain}, r.anchor, -1), true
	}
	if !w.can(isUnit) || w.can(isOrdinal) || !r.isPlural(i) {
		return found{}, false
	}
	q := quantity{grain: w.grain, next: i + 1, vague: true}
	if r.tight(i+1) && r.at(i+1).word.can(isAgo|isLater|isEarlier) && !r.at(i+1).word.can(isPreposition) {
		return r.suffixed(i, q), true
	}
	if !r.before(i, isPreposition|isHedge) && !(r.before(i, isArticle) && r.before(i-1, isPreposition) && r.is(i+1, isLater|isEarlier)) {
		return found{}, false
	}
	return unknown(i+1, Duration, q.value()), true
}

func (r *reader) isPlural(i int) bool {
	it := r.at(i)
	return it.span.Len() > 3 && r.s[it.span.End-1] == 's'
}
