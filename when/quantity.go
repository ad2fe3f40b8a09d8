package when

// A quantity is a number of units: “two and a half years”, “several weeks”.
type quantity struct {
	halves int // the number, in halves; 0 if it is not said
	grain  grain
	next   int
	vague  bool
	rest   []quantity // smaller units behind it: two years and three months
}

// quantity reads an amount of time at item i.
func (r *reader) quantity(i int) (quantity, bool) {
	w := r.at(i).word
	var q quantity
	switch {
	case w.can(isUnitAdjective): // يومين
		return quantity{halves: 4, grain: w.grain, next: i + 1}, true
	case w.can(isHalfOf) && r.is(i+1, isArticle) && r.is(i+2, isUnit):
		return quantity{halves: 1, grain: r.at(i + 2).word.grain, next: i + 3}, true
	case w.can(isHalfOf) && r.tight(i+1) && r.at(i+1).word.can(isUnit) && r.at(i+1).word.grain < decade && !r.isPlural(i+1):
		return quantity{halves: 1, grain: r.at(i + 1).word.grain, next: i + 2}, true
	case w.can(isVague):
		q.vague, q.next = true, i+1
	case w.can(isArticle) && r.is(i+1, isVague):
		q.vague, q.next = true, i+2
	case w.can(isArticle) && r.indefinite(i):
		q.halves, q.next = 2, i+1
		if r.is(i+1, isNumber|isScale) {
			var ok bool
			if q.halves, q.next, ok = r.count(i + 1); !ok {
				return q, false
			}
		}
	default:
		var ok bool
		if q.halves, q.next, ok = r.count(i); !ok || q.halves == 0 || r.at(i).figure.plain(4, 4) && (r.at(i+1).word.can(isUnit) && r.at(i+1).word.grain == quarter || r.at(i+1).word.can(isYearWord)) {
			return q, false
		}
		if r.is(q.next, isAnd) && r.is(q.next+1, isArticle) && r.is(q.next+2, isHalfOf) {
			q.halves, q.next = q.halves+1, q.next+3
		}
	}
	return r.unitBehind(q)
}

// indefinite reports whether the article at item i means one.
func (r *reader) indefinite(i int) bool {
	switch r.s[r.at(i).span.Start:r.at(i).span.End] {
	case "the", "The", "le", "la", "les", "el", "los", "las", "der", "die", "das", "den", "dem":
		return false
	}
	return true
}

// unitBehind reads the unit of an amount and a half that may follow it.
func (r *reader) unitBehind(q quantity) (quantity, bool) {
	for k := 0; k < 2 && r.tight(q.next) && !r.at(q.next).word.can(isUnit) && r.between(q.next); k++ {
		q.next++
	}
	u := r.at(q.next)
	if !r.tight(q.next) || !u.word.can(isUnit) {
		return q, false
	}
	if u.word.grain == quarter && (q.halves == 2 || u.gap == hyphen || r.is(q.next+1, isFiller)) && r.lang.code == "en" {
		return q, false // three-quarters, a quarter of
	}
	if u.word.grain == second && q.halves == 2 && !r.isPlural(q.next) && r.before(q.next, isArticle) {
		return q, false // a second
	}
	q.grain = u.word.grain
	q.next++
	if r.is(q.next, isAnd) && r.is(q.next+1, isArticle) && r.is(q.next+2, isHalfOf) {
		q.halves, q.next = q.halves+1, q.next+3
	}
	return q, true
}

// between reports whether item i may stand between a number and its unit: “two more weeks”, “five full days”, “ten brutal months”.
func (r *reader) between(i int) bool {
	switch r.s[r.at(i).span.Start:r.at(i).span.End] {
	case "more", "full", "long", "consecutive", "straight", "additional", "other", "whole", "short", "calendar", "fiscal", "last", "previous", "past", "of":
		return true
	}
	return false
}

// compound adds the smaller units that follow an amount: “one year, two months and 21 days”, “an hour and 30 minutes”.
func (r *reader) compound(q quantity) quantity {
	if q.halves == 0 || q.halves%2 != 0 {
		return q
	}
	smallest := q.grain
	for range 3 {
		next := q.next
		if r.is(next, isAnd) {
			next++
		}
		more, ok := quantity{}, false
		if r.near(next) {
			more, ok = r.quantity(next)
		}
		if !ok || more.halves == 0 || more.halves%2 != 0 || more.grain >= smallest || r.at(next).word.can(isArticle) {
			break
		}
		q.rest = append(q.rest, more)
		q.next, smallest = more.next, more.grain
	}
	return q
}
