package when

import "strings"

// year reads a year that stands alone, in figures or words: “in 1988”, “the 1988 results”, “nineteen ninety-six”, “480 BC”.
func (r *reader) year(i int) (found, bool) {
	at := i
	if r.at(i).word.can(isArticle) && r.is(i+1, isUnit) && r.at(i+1).word.grain == year {
		at += 2 // the year 2000
	} else if r.at(i).word.can(isUnit) && r.at(i).word.grain == year && r.at(i+1).figure.plain(4, 4) {
		at++
	}
	if y, next, ok := r.spelledYear(at); ok && (at == i || r.near(at)) {
		return named(next, yearStretch(y), absolute), true
	}
	f := r.at(at).figure
	if f.plain(2, 2) && r.at(at).gap == apostrophe && at == i && r.closedQuote(i) { // '99
		return named(i+1, yearStretch(r.fullYear(f.n)), absolute), true
	}
	if at != i && !r.near(at) || f.form != plainForm || f.digits > 4 {
		return found{}, false
	}
	if r.is(at+1, isEra) && f.n > 0 {
		y, next := r.era(f.n, at+1)
		return named(next, yearStretch(y), absolute), true
	}
	if f.digits != 4 || at == i && !r.standsAsYear(i) || r.isHijri(f.n) {
		return found{}, false
	}
	return named(r.yearWord(at+1), yearStretch(f.n), absolute), true
}

// closedQuote reports whether the apostrophe before item i stands for the century: white space before it, none behind.
func (r *reader) closedQuote(i int) bool {
	gap := strings.TrimRight(r.s[r.at(i-1).span.End:r.at(i).span.Start], "'’‘")
	return gap == " " || gap == "\n"
}

// standsAsYear reports whether a number of four digits is a year and counts nothing: no currency before it, no unit or plural behind
// it, no further figures attached. Years before 1900 and after 2039 need a preposition, brackets or a like word before them.
func (r *reader) standsAsYear(i int) bool {
	it := r.at(i)
	n := it.figure.n
	if n < 1000 || n >= 2200 || r.isHijri(n) || r.currencyBefore(i) || r.attached(i) || r.numberNoun(i) {
		return false
	}
	if n%100 == 0 && r.countsBehind(i) {
		return false
	}
	if n >= 1600 && n < 2040 && (n >= 1900 || n%10 != 0 && r.lang.code == "en") {
		return !(n%10 == 0 && r.countsBehind(i))
	}
	return r.before(i, isPreposition|isEdge|isHedge|isMonth|isSeason|isFiller|isAnd|isTo) && !r.countsBehind(i) ||
		i > 0 && it.gap == apart && r.closes(i) || it.gap == hyphen && r.at(i-1).figure.plain(4, 4)
}

// numberNoun reports whether the word before item i is one that numbers name: room 2012.
func (r *reader) numberNoun(i int) bool {
	b := r.at(i - 1)
	switch strings.ToLower(r.s[b.span.Start:b.span.End]) {
	case "room", "flight", "page", "no", "number", "highway", "route", "resolution", "article", "section", "zimmer", "flug", "seite", "chambre", "vol":
		return r.at(i).gap == space || r.at(i).gap == dot
	}
	return false
}

func (r *reader) currencyBefore(i int) bool {
	start := r.at(i).span.Start
	if start == 0 {
		return false
	}
	switch r.s[start-1] {
	case '$', '#', '@', '_', '=', '+', '&', '%', '\\':
		return true
	}
	if start >= 2 && r.s[start-2:start] == "\xc2\xa3" || start >= 3 && r.s[start-3:start] == "€" {
		return true
	}
	return false
}

// attached reports whether further digits, a percent sign or letters belong to the number at item i.
func (r *reader) attached(i int) bool {
	end := r.at(i).span.End
	if end < len(r.s) && (r.s[end] == '%' || r.s[end] == '/' && r.at(i+1).figure.form != noFigure && r.at(i+1).figure.digits > 2) {
		return true
	}
	b, a := r.at(i), r.at(i+1)
	if (b.gap == touching || b.gap == colon || b.gap == slash || b.gap == dot && !r.spacedGap(i)) && i > 0 {
		return true
	}
	if b.gap == hyphen && !r.spacedGap(i) && r.at(i-1).figure.form != noFigure && r.at(i-1).figure.digits != 4 {
		return true
	}
	return a.gap == hyphen && !r.spacedGap(i+1) && a.figure.form == plainForm && a.figure.digits != 4 && a.figure.digits != 2
}

func (r *reader) spacedGap(i int) bool {
	if i <= 0 || i >= len(r.items) {
		return true
	}
	return r.at(i).span.Start-r.at(i-1).span.End > 1
}

// closes reports whether a bracket stands before item i.
func (r *reader) closes(i int) bool {
	start := r.at(i).span.Start
	return start > 0 && (r.s[start-1] == '(' || r.s[start-1] == '[')
}

// countsBehind reports whether a plural in small letters follows, which the number counts.
func (r *reader) countsBehind(i int) bool {
	a := r.at(i + 1)
	if a.gap != space {
		return false
	}
	if a.word.can(isUnit) {
		return !a.word.can(isYearWord)
	}
	w := r.s[a.span.Start:a.span.End]
	if w == "people" || w == "men" || w == "women" || w == "children" || w == "troops" || w == "of" {
		return w != "of"
	}
	return len(w) > 3 && w[len(w)-1] == 's' && w[len(w)-2] != 's' && w[0] >= 'a' && w[0] <= 'z' && a.word == nil
}
