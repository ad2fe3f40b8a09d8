package quote

import (
	"hearsay/entity"
	"hearsay/text"
)

// continues reports whether the paragraph goes on with the quotation that the last quote left open.
func (r *reader) continues(p *paragraph) bool {
	if len(p.quotations) == 0 || !p.quotations[0].Continues || len(r.out) == 0 {
		return false
	}
	for i := len(r.out) - 1; i >= 0; i-- {
		if r.out[i].Level == 1 {
			c := r.out[i].Content
			return len(c) > 0 && c[len(c)-1].Closed == ByParagraph
		}
	}
	return false
}

// add makes a Quote of a group and appends it, with what is nested in it.
func (r *reader) add(p *paragraph, l *linker, g utteranceGroup) {
	parts := r.parts(p, l, g)
	if len(parts) == 0 || g.tie.cue < 0 && g.voice.span.Empty() && kindOf(parts) != Direct {
		return // words that nothing reports
	}
	if g.continues {
		r.extend(parts, l, g)
		return
	}
	q := Quote{Kind: kindOf(parts), Zone: r.zone(p), Level: 1, Parent: -1, Content: parts, Said: -1, Repeats: -1, Factuality: Reported}
	if g.tie.cue >= 0 {
		c := l.chunks[g.tie.cue]
		q.Cue = l.span(c.from, c.to)
		q.read(l, c, &parts)
	} else {
		q.Class = Assertion
	}
	r.expected(l, &q, &g)
	q.Boundary = boundary(q.Kind, parts)
	q.Speaker = r.speaker(l, g.voice, q.Cue)
	r.circumstances(l, &q)
	r.out = append(r.out, q)
	r.nested(l, len(r.out)-1, 0)
}

// extend adds the parts of a paragraph to the quote that was left open before it.
func (r *reader) extend(parts []Part, l *linker, g utteranceGroup) {
	i := len(r.out) - 1
	for r.out[i].Level > 1 {
		i--
	}
	q := &r.out[i]
	before := len(q.Content)
	q.Content = append(q.Content, parts...)
	if q.Speaker.Kind == Nobody || q.Speaker.Rule == ruleParagraph { // it is named only here
		if !g.voice.span.Empty() && g.tie.source >= 0 {
			if g.tie.cue >= 0 {
				c := l.chunks[g.tie.cue]
				q.Cue = l.span(c.from, c.to)
				q.read(l, c, &q.Content)
			}
			q.Speaker = r.speaker(l, g.voice, q.Cue)
			r.circumstances(l, q)
		}
	}
	r.nested(l, i, before)
}

func (r *reader) zone(p *paragraph) Zone {
	switch {
	case r.title:
		return InTitle
	case p.teaser:
		return Teaser
	}
	return InBody
}

// parts returns the content of a group: quotations with their marks, and what stands between them.
func (r *reader) parts(p *paragraph, l *linker, g utteranceGroup) []Part {
	var out []Part
	for _, i := range g.items {
		u := l.items[i]
		if u.use == whole {
			if len(u.pieces) == 0 { // a block that the page marks, or a turn of a transcript
				out = append(out, Part{Span: l.span(u.from, u.to), Quoted: true, Closed: ByMark})
				continue
			}
			quote := p.quotations[u.pieces[0]]
			out = append(out, Part{Span: quote.Span, Quoted: true, Closed: quote.Closed})
			continue
		}
		span := trimContent(r.s, l.span(u.from, u.to))
		for _, k := range u.pieces {
			quote := p.quotations[k].Span.Intersect(span)
			if quote.Empty() {
				continue
			}
			if before := trimContent(r.s, text.Span{Start: span.Start, End: quote.Start}); !bare(r.s, before).Empty() {
				out = append(out, Part{Span: before})
			}
			out = append(out, Part{Span: quote, Quoted: true, Closed: p.quotations[k].Closed})
			span.Start = quote.End
		}
		if rest := trimContent(r.s, span); !bare(r.s, rest).Empty() {
			out = append(out, Part{Span: rest})
		}
	}
	return out
}

// trimContent leaves out white space at both ends, and stops and commas outside quotation marks at the end.
func trimContent(s string, span text.Span) text.Span {
	for span.Start < span.End && (blank(runeAt(s, span.Start, span.End)) || s[span.Start] == ',' || s[span.Start] == '.') {
		span.Start += len(string(runeAt(s, span.Start, span.End)))
	}
	for span.Start < span.End {
		switch c := s[span.End-1]; {
		case c == ' ' || c == '\n' || c == '\t' || c == ',' || c == ';' || c == ':':
			span.End--
		case c == '.' && (span.End < 2 || s[span.End-2] != '.'):
			span.End--
		default:
			return span
		}
	}
	return span
}

func kindOf(parts []Part) Kind {
	quoted, plain := false, false
	for _, p := range parts {
		if p.Quoted {
			quoted = true
		} else {
			plain = true
		}
	}
	switch {
	case quoted && plain:
		return Mixed
	case quoted:
		return Direct
	}
	return Indirect
}

// boundary grades the ends of the content: strong between marks that close, likely where an end was inferred or
// the quotation goes on in a further paragraph, unclear for reported speech, whose ends no mark shows.
func boundary(k Kind, parts []Part) entity.Grade {
	if k != Direct {
		return entity.Unclear
	}
	for _, p := range parts {
		if p.Closed == Inferred {
			return entity.Likely
		}
	}
	return entity.Strong
}

// expected gives “Naim is expected to say that …” its speaker: nobody is named who expects it, and the subject of the cue is who would speak.
func (r *reader) expected(l *linker, q *Quote, g *utteranceGroup) {
	if q.Factuality != Expected || !g.voice.span.Empty() || len(q.Content) < 2 || q.Content[0].Quoted || q.Content[0].Span.End > q.Cue.Start {
		return
	}
	for i := l.chunks[g.tie.cue].from; i < l.chunks[g.tie.cue].to; i++ {
		if l.q.cues[i].classes&(cueSay|cueClaim|cueOrder|cuePromise|cueAsk) != 0 && l.q.cues[i].lemma != "expect" {
			g.voice = voice{q.Content[0].Span, ruleBeside}
			q.Content = q.Content[1:]
			q.Kind = kindOf(q.Content)
			return
		}
	}
}

// signature reads a paragraph that is a dash and a name: it signs the quotation above it, if nothing else names its speaker.
func (r *reader) signature(l *linker) {
	if len(r.out) == 0 || !r.carry.direct && r.out[len(r.out)-1].Speaker.Kind != Nobody {
		return
	}
	q := &r.out[len(r.out)-1]
	from, to, ok := l.signed(0)
	if !ok || q.Kind != Direct || q.Speaker.Kind != Nobody && q.Speaker.Rule != ruleParagraph {
		return
	}
	q.Speaker = r.speaker(l, voice{l.span(from, to), ruleSign}, q.Cue)
}
