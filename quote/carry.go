package quote

import (
	"slices"
	"strings"

	"hearsay/text"
)

// A voice is a source as the sieve found it, at its place in the text.
type voice struct {
	span text.Span // empty if none was found
	rule string
}

// carry is what the sieve takes along from paragraph to paragraph.
type carry struct {
	last    voice // the source of the last content before
	direct  bool  // the paragraph before ended in direct speech of last
	leadsIn voice // the paragraph before ended in “X said:”
}

// pass turns the ties of a paragraph into voices, and gives direct speech without a source what stands beside
// it, or what the paragraphs before tell.
func (c *carry) pass(l *linker, p *paragraph, ties []tie) []voice {
	out := make([]voice, len(ties))
	for i, t := range ties {
		if t.source >= 0 {
			out[i] = voice{l.span(l.chunks[t.source].from, l.chunks[t.source].to), t.rule}
		}
	}
	for i, u := range l.items {
		if l.foreign && ties[i].cue >= 0 && out[i].span.Empty() {
			out[i] = voice{c.before(out[:i]).span, ruleNoSubject} // Arabic, Spanish and Russian verbs need no subject
		}
		if u.use == whole && out[i].span.Empty() {
			out[i] = c.voiceOf(l, p, out, i)
		}
	}
	c.remember(l, out)
	return out
}

// before returns the last source before, in the paragraph or above it.
func (c *carry) before(voices []voice) voice {
	for _, v := range slices.Backward(voices) {
		if !v.span.Empty() {
			return v
		}
	}
	return c.last
}

func (l *linker) span(from, to int) text.Span {
	return text.Span{Start: l.q.words[from].start, End: l.q.words[to-1].end}
}

// voiceOf finds the source of the direct utterance i, of which the chunks say nothing.
func (c *carry) voiceOf(l *linker, p *paragraph, voices []voice, i int) voice {
	u := l.items[i]
	if from, to, ok := l.beside(u); ok {
		return voice{l.span(from, to), ruleBeside}
	}
	if from, to, ok := l.signed(u.to); ok {
		return voice{l.span(from, to), ruleSign}
	}
	if i > 0 && !voices[i-1].span.Empty() && l.items[i-1].use == whole {
		return voice{voices[i-1].span, ruleRun}
	}
	continues := len(p.quotations) > 0 && p.quotations[0].Continues
	switch {
	case u.from == 0 && !c.leadsIn.span.Empty():
		return voice{c.leadsIn.span, ruleLeadIn}
	case u.from == 0 && c.direct && (continues || l.onlySpeech()):
		return voice{c.last.span, ruleParagraph}
	}
	return voice{}
}

// beside finds a noun phrase and a verb right behind or right before a quotation: “…,” the driver wondered.
func (l *linker) beside(u utterance) (from, to int, ok bool) {
	words := l.q.words
	i := u.to
	for i < len(words) && words[i].lower == "," {
		i++
	}
	last := l.q.last[u.to-1]
	if i < len(words) && (i <= last || l.lower(i)) {
		end := phraseEnd(words, i)
		if end > i && end < len(words) && (words[end].tag.finite() || words[end].tag == tagRB && end+1 < len(words) && words[end+1].tag.finite()) {
			return i, end, true
		}
		if words[i].tag == tagVBD || words[i].tag == tagVBZ {
			if end := phraseEnd(words, i+1); end > i+1 {
				return i + 1, end, true
			}
		}
	}
	if i = u.from - 1; i > 0 && (words[i].lower == "," || words[i].lower == ":") && words[i-1].tag.verb() {
		if s, e, ok := subject(words, groupStart(words, i-1)); ok {
			return s, e, true
		}
	}
	return 0, 0, false
}

// signed finds a name behind a dash: “No deal.” – Farid Naim, minister.
func (l *linker) signed(i int) (from, to int, ok bool) {
	words := l.q.words
	if i >= len(words)-1 || words[i].lower != "--" && words[i].lower != "-" && words[i].lower != "―" {
		return 0, 0, false
	}
	from = i + 1
	r := runeAt(l.s, words[from].start, words[from].end)
	if words[from].mark || strings.ToUpper(string(r)) != string(r) {
		return 0, 0, false
	}
	to = from
	for to < len(words) && !(words[to].mark && words[to].lower != "." && words[to].lower != ",") && to-from < 12 {
		to++
	}
	for to > from && words[to-1].mark {
		to--
	}
	return from, to, to > from
}

// onlySpeech reports whether the paragraph holds nothing but direct speech.
func (l *linker) onlySpeech() bool {
	at := 0
	for _, u := range l.items {
		if u.use != whole || hasWord(l.q, at, u.from) {
			return false
		}
		at = u.to
	}
	return !hasWord(l.q, at, len(l.q.words))
}

// remember keeps what the next paragraph may need.
func (c *carry) remember(l *linker, voices []voice) {
	c.leadsIn, c.direct = voice{}, false
	for i, v := range voices {
		if !v.span.Empty() {
			c.last = v
			c.direct = l.items[i].use == whole
		}
	}
	if n := len(l.q.words); n > 0 && l.q.words[n-1].lower == ":" {
		for k := len(l.chunks) - 1; k >= 0; k-- {
			if x := l.chunks[k]; x.role == sourceRole && x.from >= l.q.first[n-1] {
				c.leadsIn = voice{l.span(x.from, x.to), ruleLeadIn}
				break
			}
		}
	}
}
