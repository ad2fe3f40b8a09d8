package quote

import (
	"cmp"
	"slices"

	"hearsay/entity"
	"hearsay/text"
)

// nested adds what is reported inside the content of the quote at index parent, from the given part on: quotations inside quotations, and “X had told Y that …”
// inside reported speech. The tagger knows only the outermost level; here the rules of hint.go speak.
func (r *reader) nested(l *linker, parent, from int) {
	if r.words != nil || len(l.q.words) == 0 {
		return
	}
	here := text.Span{Start: l.q.words[0].start, End: l.q.words[len(l.q.words)-1].end}
	for _, p := range slices.Clone(r.out[parent].Content[from:]) {
		if !here.Contains(p.Span) {
			continue
		}
		if p.Quoted {
			r.quotedInside(l, parent, p.Span)
		} else {
			r.reportedInside(l, parent, p.Span)
		}
	}
}

// quotedInside adds the quotations that stand inside the quotation span.
func (r *reader) quotedInside(l *linker, parent int, span text.Span) {
	i, _ := slices.BinarySearchFunc(r.quotations, span.Start, func(q quotation, at int) int { return cmp.Compare(q.Span.Start, at) })
	for ; i < len(r.quotations) && r.quotations[i].Span.Start < span.End; i++ {
		q := r.quotations[i]
		if q.Level < 2 || !span.Contains(q.Span) || q.Level > 3 {
			continue
		}
		from, to := rangeOf(l.q.words, q.Span)
		if from >= to || from == 0 {
			continue
		}
		inner := Quote{Kind: Direct, Class: Assertion, Factuality: Reported, Zone: r.out[parent].Zone, Level: q.Level, Parent: parent,
			Content: []Part{{Span: q.Span, Quoted: true, Closed: q.Closed}}, Said: -1, Repeats: -1, Boundary: entity.Likely}
		source, cue, ok := r.insideCue(l, from)
		if !ok {
			continue // without a cue it may be a title or a scare quote
		}
		inner.Cue = cue
		inner.Speaker = r.speaker(l, voice{source, ruleBeside}, cue)
		r.out = append(r.out, inner)
	}
}

// insideCue finds the cue and its subject right before the word at i: “He told me 'never again'”.
func (r *reader) insideCue(l *linker, i int) (source, cue text.Span, ok bool) {
	words := l.q.words
	for k := i - 1; k >= 0 && k >= i-6; k-- {
		if words[k].mark && words[k].lower != "," && words[k].lower != ":" {
			break
		}
		if l.q.cues[k].classes&(speech|cueName) == 0 || !words[k].tag.verb() {
			continue
		}
		from := groupStart(words, k)
		s, e, found := subject(words, from)
		if !found {
			return text.Span{}, text.Span{}, false
		}
		return l.span(s, e), l.span(from, k+1), true
	}
	return text.Span{}, text.Span{}, false
}

// reportedInside adds a report inside reported speech: a cue of speech with a subject of its own and a clause behind it.
func (r *reader) reportedInside(l *linker, parent int, span text.Span) {
	from, to := rangeOf(l.q.words, span)
	for k := from; k < to; k++ {
		c := l.q.cues[k].classes
		if c&(cueSay|cueClaim|cueOrder|cuePromise|cueDeny|cueWrite|cueConcede) == 0 || !l.q.words[k].tag.verb() || l.q.quote[k] != unquoted {
			continue
		}
		start := groupStart(l.q.words, k)
		s, e, ok := subject(l.q.words, start)
		if !ok || s < from {
			continue
		}
		that := k + 1
		for that < to && that < k+8 && !clauseWords[l.q.words[that].lower] {
			that++
		}
		if that >= to-1 || that >= k+8 {
			continue
		}
		content := trimContent(r.s, l.span(that, to))
		inner := Quote{Kind: Indirect, Zone: r.out[parent].Zone, Level: r.out[parent].Level + 1, Parent: parent, Content: []Part{{Span: content}}, Cue: l.span(start, k+1),
			Said: -1, Repeats: -1, Boundary: entity.Unclear}
		inner.read(l, chunk{cueRole, start, k + 1}, &inner.Content)
		inner.Speaker = r.speaker(l, voice{l.span(s, e), ruleBeside}, inner.Cue)
		if addressing[inner.Lemma] && that > k+1 {
			if end := min(phraseEnd(l.q.words, k+1), that); end > k+1 {
				inner.Via = append(inner.Via, r.via(Addressee, l.span(k+1, end)))
			}
		}
		r.out = append(r.out, inner)
		return
	}
}

var clauseWords = setOf("that whether to")
