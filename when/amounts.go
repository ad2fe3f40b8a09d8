package when

import (
	"fmt"
	"strconv"
	"strings"
)

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

// value writes an amount as TIMEX3: P2Y6M, PT30M, PXD.
func (q quantity) value() string {
	s := q.single()
	for _, more := range q.rest {
		part := more.single()
		if strings.HasPrefix(part, "PT") && strings.Contains(s, "T") {
			part = part[1:]
		}
		s += part[1:]
	}
	return s
}

func (q quantity) single() string {
	n, g := q.halves, q.grain
	factor := 1
	switch g {
	case fortnight:
		g, factor = week, 2
	case weekend:
		g, factor = oneDay, 2
	case decade:
		if n != 0 {
			g, factor = year, 10
		}
	case century:
		if n != 0 {
			g, factor = year, 100
		}
	case millennium:
		if n != 0 {
			g, factor = year, 1000
		}
	}
	n *= factor
	if n == 0 {
		return designator(g)[0] + "X" + designator(g)[1]
	}
	whole := strconv.Itoa(n / 2)
	if n%2 == 0 {
		return designator(g)[0] + whole + designator(g)[1]
	}
	return halfValue(n/2, g)
}

// designator gives what stands before and behind the number of a duration.
func designator(g grain) [2]string {
	switch g {
	case second:
		return [2]string{"PT", "S"}
	case minute:
		return [2]string{"PT", "M"}
	case hour:
		return [2]string{"PT", "H"}
	case week:
		return [2]string{"P", "W"}
	case month:
		return [2]string{"P", "M"}
	case quarter:
		return [2]string{"P", "Q"}
	case half:
		return [2]string{"P", "H"}
	case year:
		return [2]string{"P", "Y"}
	case decade:
		return [2]string{"P", "E"}
	case century:
		return [2]string{"P", "C"}
	case millennium:
		return [2]string{"P", "L"}
	}
	return [2]string{"P", "D"}
}

// halfValue is whole and a half of a unit, in the next smaller unit where that is even.
func halfValue(whole int, g grain) string {
	switch {
	case g == year && whole == 0:
		return "P6M"
	case g == year:
		return fmt.Sprintf("P%dY6M", whole)
	case g == hour && whole == 0:
		return "PT30M"
	case g == hour:
		return fmt.Sprintf("PT%dH30M", whole)
	case g == minute && whole == 0:
		return "PT30S"
	case g == minute:
		return fmt.Sprintf("PT%dM30S", whole)
	}
	return fmt.Sprintf("%s%d.5%s", designator(g)[0], whole, designator(g)[1])
}

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
