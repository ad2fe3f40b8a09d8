package when

import "hearsay/text"

// Find returns the expressions of time in d, in order; they do not overlap. It is a pure function. It looks each token up once; only
// around words of time and numbers are rules tried, each of which sees a few tokens, so that the cost grows with the text and no faster.
func Find(d *text.Doc, f Frame) []Expression {
	l := languageOf(f.Language)
	r := reader{s: d.String(), items: itemsOf(d, l), frame: f, lang: l, anchor: f.anchor()}
	var out []Expression
	for i := 0; i < len(r.items); {
		it := &r.items[i]
		if !r.begins(i) {
			i++
			continue
		}
		r.cursor = i
		f, ok := r.read(i)
		if !ok {
			i++
			continue
		}
		f.e.Span = text.Span{Start: it.span.Start, End: r.items[f.next-1].span.End}
		out = append(out, f.e)
		r.remember(f)
		i = f.next
	}
	return out
}

// begins reports whether an expression can begin at item i: most words of the tables only go on with one, and an article begins one
// only if another word of time follows.
func (r *reader) begins(i int) bool {
	it := &r.items[i]
	if it.word == nil {
		return it.figure.form != noFigure
	}
	if it.word.is&^inside != 0 || it.figure.form != noFigure {
		return true
	}
	next := r.at(i + 1)
	return it.word.can(isArticle) && (next.figure.form != noFigure || next.word != nil && next.word.is&^inside != 0)
}

// inside are the roles of words that stand only inside an expression, or beside it.
const inside = isPreposition | isFiller | isAnd | isTo | isAt | isFuture | isPastCue | isZone | isShort | isPerson | isOld | isEnding | isYearWord |
	isDecadeSuffix | isArticle | isAgo | isLater | isEarlier | isMeridiem | isHourWord | isEra | isBack

// read reads the expression that begins at item i, the longest kinds first.
func (r *reader) read(i int) (found, bool) {
	if r.meansOther(i) {
		return found{}, false
	}
	if f, ok := r.loose(i); ok {
		return f, true
	}
	return r.plain(i)
}

// plain reads an expression without words that loosen or narrow it.
func (r *reader) plain(i int) (found, bool) {
	if f, ok := r.clock(i); ok {
		return f, true
	}
	if r.backUnit(i) {
		if f, ok := r.shifted(i); ok {
			return f, true
		}
	}
	if f, ok := r.day(i); ok {
		return r.timeOfDay(f), true
	}
	if f, ok := r.partOf(i); ok {
		return f, true
	}
	if f, ok := r.report(i); ok {
		return f, true
	}
	if f, ok := r.shifted(i); ok {
		return f, true
	}
	if f, ok := r.period(i); ok {
		return f, true
	}
	if f, ok := r.repeated(i); ok {
		return f, true
	}
	if f, ok := r.amount(i); ok {
		return f, true
	}
	if f, ok := r.year(i); ok {
		return f, true
	}
	return r.reference(i)
}
