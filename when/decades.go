package when

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
