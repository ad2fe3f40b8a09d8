package when

// amount reads how long, and what is counted with it: “two weeks”, “two weeks ago”, “three days later”, “a year earlier”, “vor zwei
// Tagen”, “il y a deux ans”, “two days after March 4”.
func (r *reader) amount(i int) (found, bool) {
	w := r.at(i).word
	if w.can(isAgoBefore) {
		if q, ok := r.quantity(i + 1); ok && r.near(i+1) {
			return r.counted(q.next, q, r.anchor, -1), true
		}
		if r.at(i).word.is&^(isAgoBefore|isPreposition|isFiller|isEarlier) == 0 {
			return found{}, false
		}
	}
	if w.can(isAhead) && r.lang.code != "en" && r.near(i+1) {
		if q, ok := r.quantity(i + 1); ok {
			return r.counted(q.next, q, r.anchor, 1), true
		}
	}
	at := i
	if w.can(isArticle) && r.near(i+1) && !r.is(i+1, isUnit) {
		at = r.afterOrdinal(i + 1)
	}
	q, ok := r.quantity(at)
	if !ok && at != i {
		at = i
		q, ok = r.quantity(i)
	}
	if !ok {
		return r.bareUnits(i)
	}
	q = r.compound(q)
	if r.isAge(i, q.next) || q.grain == hour && q.halves == 48 && r.at(q.next-1).gap == hyphen {
		return found{}, false
	}
	return r.suffixed(i, q), true
}

// afterOrdinal skips the first, last or next of “the first two years”.
func (r *reader) afterOrdinal(i int) int {
	if r.at(i).word.can(isOrdinal) && !r.at(i).word.can(isUnit) && r.near(i+1) {
		return i + 1
	}
	return i
}

// suffixed reads what follows an amount.
func (r *reader) suffixed(i int, q quantity) found {
	next := q.next
	if !r.tight(next) {
		return r.lasting(i, q)
	}
	w := r.at(next).word
	switch {
	case w.can(isAgo):
		return r.counted(next+1, q, r.anchor, -1)
	case w.can(isLater|isEarlier) && r.near(next+1) && !r.sentenceStart(next+1):
		way := 1
		if w.can(isEarlier) {
			way = -1
		}
		if f, ok := r.day(r.skip(next+1, isArticle)); ok && f.s.known() && f.s.grain <= q.grain {
			return r.counted(f.next, q, Anchor{FromText, day(f.s.from)}, way)
		}
		if w.can(isPreposition) { // two days after the fire: the text may not say when that was
			return r.afterEvent(i, next+1, q, way)
		}
		return r.counted(next+1, q, r.fromText(q.grain), way)
	case w.can(isLater):
		return r.counted(next+1, q, r.fromText(q.grain), 1)
	case w.can(isEarlier):
		return r.counted(next+1, q, r.fromText(q.grain), -1)
	}
	return r.lasting(i, q)
}

// afterEvent is a time that is counted from an event. Only a narrative tells when that was.
func (r *reader) afterEvent(i, next int, q quantity, way int) found {
	if r.frame.Narrative {
		return r.counted(next, q, r.fromText(q.grain), way)
	}
	return r.lasting(i, q)
}

func (r *reader) lasting(i int, q quantity) found {
	f := unknown(q.next, Duration, q.value())
	if r.per(i) {
		f.e.Type = Set
	}
	return f
}

// per reports whether the article at item i means per: “three times a day”, “5 million a year”.
func (r *reader) per(i int) bool {
	b := r.at(i - 1)
	if !r.at(i).word.can(isArticle) || !r.tight(i) {
		return false
	}
	s := r.s[b.span.Start:b.span.End]
	return s == "times" || s == "once" || s == "twice" || s == "million" || s == "billion" || s == "percent" ||
		b.figure.form == plainForm || b.figure.form == grouped || b.figure.form == decimal
}

// counted is the time n units away from the anchor, at the grain of the unit; a decade ago is a year.
func (r *reader) counted(next int, q quantity, a Anchor, way int) found {
	if q.halves == 0 || a.Kind == None {
		ref := "PAST_REF"
		if way > 0 {
			ref = "FUTURE_REF"
		}
		return unknown(next, Date, ref)
	}
	if q.grain < oneDay { // publication is known to the day only
		f := unknown(next, Duration, q.value())
		f.e.Anchor, f.e.From, f.e.To = a, a.Day.AddDate(0, 0, min(0, way)), a.Day.AddDate(0, 0, 1+max(0, way))
		return f
	}
	if s, ok := r.quarterBefore(q, way); ok {
		return named(next, s, Anchor{FromText, day(r.named[quarter].stretch.from)})
	}
	g := q.grain
	t := later(g, a.Day, way*q.halves/2)
	for _, more := range q.rest {
		g = more.grain
		t = later(g, t, way*more.halves/2)
	}
	if q.halves%2 == 1 {
		t = halfLater(g, t, way)
	}
	s := around(min(g, year), t)
	if g == quarter && a.Kind == FromText {
		s = around(quarter, t)
	}
	return named(next, s, a)
}
