package when

import "time"

// span reads a number of units behind last, past or next: “the past two weeks”. It is how long, with the interval that it covers.
func (r *reader) span(i int, w *word) (found, bool) {
	q, ok := r.quantity(i)
	if !ok || w.n == 0 {
		return found{}, false
	}
	a := r.origin(w, q.grain)
	return r.ago(a, q.next, q.grain, q.halves/2, w.n).withValue(q), true
}

// ago is the interval of n units before (way -1) or after (way +1) the anchor, as a duration.
func (r *reader) ago(a Anchor, next int, g grain, n, way int) found {
	f := found{next: next, e: Expression{Type: Duration, Value: quantity{halves: 2 * n, grain: g}.value(), Anchor: a}}
	switch {
	case a.Kind == None || n == 0:
	case way < 0:
		f.e.From, f.e.To = later(g, a.Day, -n), a.Day.AddDate(0, 0, 1)
	default:
		f.e.From, f.e.To = a.Day, later(g, a.Day, n).AddDate(0, 0, 1)
	}
	if !f.e.From.Before(f.e.To) {
		f.e.From, f.e.To = time.Time{}, time.Time{}
	}
	return f
}

func (f found) withValue(q quantity) found {
	f.e.Value = q.value()
	return f
}
