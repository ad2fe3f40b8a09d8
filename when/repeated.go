package when

import "fmt"

// repeated reads how often: “every day”, “each Thursday”, “daily”, “Tuesday nights”, “on Mondays”.
func (r *reader) repeated(i int) (found, bool) {
	w := r.at(i).word
	switch {
	case w.can(isOften):
		return unknown(i+1, Set, quantity{halves: 2, grain: w.grain}.value()), true
	case w.can(isWeekdays):
		return r.withPart(i+1, weekdaySet(w)), true
	case w.can(isEvery) && r.tight(i+1):
		return r.every(i + 1)
	}
	return found{}, false
}

func weekdaySet(w *word) string { return fmt.Sprintf("XXXX-WXX-%d", (int(w.weekday)+6)%7+1) }

// withPart adds a part of the day to a set: “Tuesday nights”.
func (r *reader) withPart(next int, value string) found {
	if r.tight(next) && r.at(next).word.can(isPart) {
		return unknown(next+1, Set, value+"T"+r.at(next).word.code)
	}
	return unknown(next, Set, value)
}

func (r *reader) every(i int) (found, bool) {
	w := r.at(i).word
	switch {
	case w.can(isWeekday):
		return r.withPart(i+1, weekdaySet(w)), true
	case w.can(isMonth) && r.capital(i):
		return unknown(i+1, Set, fmt.Sprintf("XXXX-%02d", w.month)), true
	case w.can(isSeason):
		return unknown(i+1, Set, "XXXX-"+seasonNames[w.n]), true
	case w.can(isPart):
		return unknown(i+1, Set, "XXXX-XX-XXT"+w.code), true
	case w.can(isUnit) && w.grain > minute:
		return unknown(i+1, Set, quantity{halves: 2, grain: w.grain}.value()), true
	}
	if q, ok := r.quantity(i); ok && q.halves > 0 {
		return unknown(q.next, Set, q.value()), true
	}
	return found{}, false
}
