package when

import (
	"fmt"
	"time"

	"hearsay/text"
)

// Find returns the expressions of time in d, in order; they do not overlap. It is a pure function and costs one pass over the words.
func Find(d *text.Doc, f Frame) []Expression {
	r := reader{s: d.String(), anchor: f.anchor(), words: vocabularyOf(f.Language)}
	tokens := d.Tokens()
	r.folded = make([]string, len(tokens))
	r.spans = make([]text.Span, len(tokens))
	for i, t := range tokens {
		r.spans[i] = t.Span()
		if t.Span().Len() < 24 {
			r.folded[i] = text.FoldWord(d.Text(t.Span()))
		}
	}
	var out []Expression
	for i := 0; i < len(tokens); {
		n, e := r.at(i)
		if n == 0 {
			i++
			continue
		}
		e.Type = Date
		e.Span = text.Span{Start: r.spans[i].Start, End: r.spans[i+n-1].End}
		out = append(out, e)
		i += n
	}
	return out
}

type reader struct {
	s      string
	anchor Anchor
	words  *vocabulary
	folded []string
	spans  []text.Span
}

// word returns the folded word i; empty beyond the text, and where more than a space and a comma stands before it.
func (r *reader) word(i int) string {
	if i >= len(r.folded) {
		return ""
	}
	return r.folded[i]
}

// near reports whether the words i-1 and i stand beside each other on one line.
func (r *reader) near(i int) bool {
	if i == 0 || i >= len(r.spans) {
		return false
	}
	switch gap := r.s[r.spans[i-1].End:r.spans[i].Start]; gap {
	case " ", ", ", "-", ". ", "\u00a0", " ,", " , ":
		return true
	default:
		return len(gap) == 2 && gap[0] == '.'
	}
}

// at reads the expression that begins at word i; n is how many words it has, 0 if none begins there.
func (r *reader) at(i int) (n int, e Expression) {
	w := r.word(i)
	if w == "" {
		return 0, e
	}
	if m, ok := r.words.months[w]; ok {
		return r.month(i, m)
	}
	if d, ok := number(w); ok {
		return r.number(i, d)
	}
	if d, ok := r.words.weekdays[w]; ok {
		return 1, r.weekday(d)
	}
	if days, ok := r.words.days[w]; ok {
		return 1, r.fromDay(days)
	}
	if shift, ok := r.words.shifts[w]; ok && r.near(i+1) {
		return r.shifted(i, shift)
	}
	return 0, e
}

func number(w string) (int, bool) {
	if len(w) == 0 || len(w) > 4 {
		return 0, false
	}
	n := 0
	for k, c := range []byte(w) {
		if c < '0' || c > '9' {
			if suffix := w[k:]; k > 0 && k <= 2 && (suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th" || suffix == "er") {
				return n, true
			}
			return 0, false
		}
		n = 10*n + int(c-'0')
	}
	return n, true
}

func isYear(n int) bool { return n >= 1500 && n <= 2199 }

// month reads “March 4, 2021”, “March 4”, “March 2021”. A month by itself may be a name or a verb, and counts only behind a preposition.
func (r *reader) month(i int, m time.Month) (int, Expression) {
	if d, ok := number(r.word(i + 1)); ok && r.near(i+1) && d >= 1 && d <= 31 && len(r.word(i+1)) <= 4 && !isYear(d) {
		if y, ok := number(r.word(i + 2)); ok && r.near(i+2) && isYear(y) {
			return 3, r.date(y, m, d)
		}
		return 2, r.nearest(m, d)
	}
	if y, ok := number(r.word(i + 1)); ok && r.near(i+1) && isYear(y) {
		return 2, r.wholeMonth(y, m)
	}
	if i > 0 && r.words.prepositions[r.word(i-1)] {
		e := r.nearest(m, 1)
		if e.From.IsZero() {
			return 0, e
		}
		return 1, r.wholeMonth(e.From.Year(), m)
	}
	return 0, Expression{}
}

// number reads “4 March 2021”, “4. März”, “4 de marzo de 2021”, “2021-03-04”, and a year behind a preposition.
func (r *reader) number(i, d int) (int, Expression) {
	next := i + 1
	for r.words.fillers[r.word(next)] && r.near(next) {
		next++
	}
	if m, ok := r.words.months[r.word(next)]; ok && r.near(next) && d >= 1 && d <= 31 {
		year := next + 1
		for r.words.fillers[r.word(year)] && r.near(year) {
			year++
		}
		if y, ok := number(r.word(year)); ok && r.near(year) && isYear(y) {
			return year - i + 1, r.date(y, m, d)
		}
		return next - i + 1, r.nearest(m, d)
	}
	if m, ok := number(r.word(i + 1)); isYear(d) && ok && m >= 1 && m <= 12 && r.gap(i+1) == "-" {
		if x, ok := number(r.word(i + 2)); ok && x >= 1 && x <= 31 && r.gap(i+2) == "-" {
			return 3, r.date(d, time.Month(m), x)
		}
	}
	if isYear(d) && i > 0 && r.words.prepositions[r.word(i-1)] && len(r.word(i)) == 4 {
		from := time.Date(d, 1, 1, 0, 0, 0, 0, time.UTC)
		return 1, Expression{Value: fmt.Sprintf("%04d", d), From: from, To: from.AddDate(1, 0, 0), Anchor: Anchor{Kind: None}}
	}
	return 0, Expression{}
}

func (r *reader) gap(i int) string {
	if i == 0 || i >= len(r.spans) {
		return ""
	}
	return r.s[r.spans[i-1].End:r.spans[i].Start]
}

func (r *reader) date(y int, m time.Month, d int) Expression {
	from := time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	if from.Day() != d {
		return Expression{Value: "XXXX-XX-XX", Anchor: Anchor{Kind: None}}
	}
	return Expression{Value: from.Format(time.DateOnly), From: from, To: from.AddDate(0, 0, 1), Anchor: Anchor{Kind: None}}
}

func (r *reader) wholeMonth(y int, m time.Month) Expression {
	from := time.Date(y, m, 1, 0, 0, 0, 0, time.UTC)
	return Expression{Value: from.Format("2006-01"), From: from, To: from.AddDate(0, 1, 0), Anchor: Anchor{Kind: None}}
}

// nearest places a day without a year: in the year that brings it nearest to the anchor.
func (r *reader) nearest(m time.Month, d int) Expression {
	if r.anchor.Kind == None {
		return Expression{Value: fmt.Sprintf("XXXX-%02d-%02d", int(m), d), Anchor: r.anchor}
	}
	best := Expression{}
	for y := r.anchor.Day.Year() - 1; y <= r.anchor.Day.Year()+1; y++ {
		e := r.date(y, m, d)
		if !e.From.IsZero() && (best.From.IsZero() || distance(e.From, r.anchor.Day) < distance(best.From, r.anchor.Day)) {
			best = e
		}
	}
	best.Anchor = r.anchor
	return best
}

func distance(a, b time.Time) time.Duration { return a.Sub(b).Abs() }

// weekday places a weekday at the last such day up to the anchor: news reports what was.
func (r *reader) weekday(d time.Weekday) Expression {
	if r.anchor.Kind == None {
		return Expression{Value: fmt.Sprintf("XXXX-WXX-%d", (int(d)+6)%7+1), Anchor: r.anchor}
	}
	return r.fromDay(-((int(r.anchor.Day.Weekday()) - int(d) + 7) % 7))
}

func (r *reader) fromDay(days int) Expression {
	if r.anchor.Kind == None {
		return Expression{Value: "XXXX-XX-XX", Anchor: r.anchor}
	}
	from := r.anchor.Day.AddDate(0, 0, days)
	return Expression{Value: from.Format(time.DateOnly), From: from, To: from.AddDate(0, 0, 1), Anchor: r.anchor}
}

// shifted reads “last week”, “this month”, “next year”, “last Friday”.
func (r *reader) shifted(i, shift int) (int, Expression) {
	w := r.word(i + 1)
	if d, ok := r.words.weekdays[w]; ok {
		e := r.weekday(d)
		switch {
		case r.anchor.Kind == None || shift == 0:
		case shift > 0:
			e = r.fromDay(int(e.From.Sub(r.anchor.Day).Hours()/24) + 7)
		case e.From.Equal(r.anchor.Day):
			e = r.fromDay(-7)
		}
		return 2, e
	}
	unit, ok := r.words.units[w]
	if !ok {
		return 0, Expression{}
	}
	if r.anchor.Kind == None {
		return 2, Expression{Value: "XXXX", Anchor: r.anchor}
	}
	return 2, r.unit(unit, shift)
}

func (r *reader) unit(u unit, shift int) Expression {
	d := r.anchor.Day
	e := Expression{Anchor: r.anchor}
	switch u {
	case weekUnit:
		e.From = d.AddDate(0, 0, -(int(d.Weekday())+6)%7+7*shift)
		e.To = e.From.AddDate(0, 0, 7)
		y, w := e.From.ISOWeek()
		e.Value = fmt.Sprintf("%04d-W%02d", y, w)
	case monthUnit:
		e.From = time.Date(d.Year(), d.Month()+time.Month(shift), 1, 0, 0, 0, 0, time.UTC)
		e.To = e.From.AddDate(0, 1, 0)
		e.Value = e.From.Format("2006-01")
	default:
		e.From = time.Date(d.Year()+shift, 1, 1, 0, 0, 0, 0, time.UTC)
		e.To = e.From.AddDate(1, 0, 0)
		e.Value = e.From.Format("2006")
	}
	return e
}
