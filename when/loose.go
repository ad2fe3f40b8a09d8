package when

import "time"

// loose reads an expression with words that narrow or loosen it: “early 1990”, “the end of next year”, “mid-1996”, “about two years”,
// “nearly four years ago”, “earlier this month”.
func (r *reader) loose(i int) (found, bool) {
	at, mod := r.modAt(i)
	if mod == "" || !r.near(at) {
		return found{}, false
	}
	inner, ok := r.inner(at)
	if !ok {
		return found{}, false
	}
	if !edges[mod] && mod != "APPROX" && (inner.e.Type != Duration || !r.counts(at)) {
		return found{}, false // over the past two weeks
	}
	inner.e.Mod = r.modFor(mod, inner.e)
	if edges[inner.e.Mod] && inner.s.known() {
		r.narrow(i, &inner)
	}
	return inner, true
}

var edges = map[string]bool{"START": true, "MID": true, "END": true}

// modAt reads the word that narrows at item i, and the article before and the fillers behind it.
func (r *reader) modAt(i int) (next int, mod string) {
	at := i
	if r.at(i).word.can(isArticle) && r.is(i+1, isEdge) {
		at++
	}
	w := r.at(at).word
	if !w.can(isEdge | isHedge) {
		return 0, ""
	}
	mod = w.code
	next = at + 1
	if r.is(next, isEdge) && r.at(next).word.code == mod {
		next++
	}
	return r.skip(next, isFiller), mod
}

// inner reads what is narrowed.
func (r *reader) inner(i int) (found, bool) {
	if r.meansOther(i) {
		return found{}, false
	}
	if f, ok := r.plain(i); ok && !(f.e.Type == Date && !f.s.known() && f.e.From.IsZero() && len(f.e.Value) > 8 && f.e.Value[len(f.e.Value)-3:] == "REF") {
		return f, true
	}
	if w := r.at(i).word; w.can(isUnit) && w.grain >= week && r.lang.code != "en" { // конце года
		return r.unit(i, i+1, &word{is: isShift}, w.grain)
	}
	if w := r.at(i); w.word.can(isArticle) && r.is(i+1, isUnit) { // the end of the month
		if g := r.at(i + 1).word.grain; g >= week && g != season {
			return r.unit(i+1, i+2, &word{is: isShift}, g)
		}
	}
	return found{}, false
}

// counts reports whether a number or an indefinite article stands at item i.
func (r *reader) counts(i int) bool {
	it := r.at(i)
	return it.figure.form != noFigure || it.word.can(isNumber|isScale|isHalfOf|isUnitAdjective) || it.word.can(isArticle) && r.indefinite(i)
}

// modFor fits a mod to the type: an amount of time has no edges, a day is never “more than”.
func (r *reader) modFor(mod string, e Expression) string {
	if e.Type == Duration {
		if edges[mod] {
			return ""
		}
		return mod
	}
	switch mod {
	case "START", "MID", "END":
		return mod
	case "EQUAL_OR_LESS", "EQUAL_OR_MORE":
		return ""
	}
	return "APPROX"
}

// narrow narrows the interval: an early part is the first half, a late one the second, the middle the half between. Earlier this year
// ends with the anchor, later this year begins with it.
func (r *reader) narrow(i int, f *found) {
	from, to := f.e.From, f.e.To
	quarterOf := to.Sub(from) / 4
	switch f.e.Mod {
	case "START":
		f.e.To = from.Add(2 * quarterOf)
		if a := f.e.Anchor.Day; r.comparative(i) && a.After(from) && a.Before(to) {
			f.e.To = a.AddDate(0, 0, 1)
		}
	case "MID":
		f.e.From, f.e.To = from.Add(quarterOf), to.Add(-quarterOf)
	case "END":
		f.e.From = from.Add(2 * quarterOf)
		if a := f.e.Anchor.Day; r.comparative(i) && !a.Before(from) && a.Before(to) {
			f.e.From = a
		}
	}
	if f.s.grain >= week { // whole days
		f.e.From = day(f.e.From)
		if end := day(f.e.To); end.Before(f.e.To) {
			f.e.To = end.Add(24 * time.Hour)
		}
	}
}

// comparative reports whether the word at item i is earlier or later.
func (r *reader) comparative(i int) bool { return r.at(i).word.can(isEarlier | isLater) }
