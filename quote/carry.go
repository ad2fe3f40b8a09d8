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
			out[i] = l.near(u)
		}
	}
	l.runs(out)
	for i, u := range l.items {
		if u.use == whole && out[i].span.Empty() {
			out[i] = c.above(l, p, u)
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

// near finds the source of a direct utterance, of which the chunks say nothing, beside it.
func (l *linker) near(u utterance) voice {
	if from, to, ok := l.beside(u); ok {
		return voice{l.span(from, to), ruleBeside}
	}
	if from, to, ok := l.signed(u.to); ok {
		return voice{l.span(from, to), ruleSign}
	}
	return voice{}
}

// runs gives quotations without a source that of their neighbours in the paragraph: the one before, else the one behind.
func (l *linker) runs(out []voice) {
	for i := 1; i < len(out); i++ {
		if l.items[i].use == whole && out[i].span.Empty() && !out[i-1].span.Empty() {
			out[i] = voice{out[i-1].span, ruleRun}
		}
	}
	for i := len(out) - 2; i >= 0; i-- {
		if l.items[i].use == whole && out[i].span.Empty() && !out[i+1].span.Empty() && l.items[i+1].use == whole {
			out[i] = voice{out[i+1].span, ruleRun}
		}
	}
}

// above finds the source of a direct utterance in the paragraphs above it.
func (c *carry) above(l *linker, p *paragraph, u utterance) voice {
	continues := len(p.quotations) > 0 && p.quotations[0].Continues
	switch {
	case u.from != 0:
		return voice{}
	case !c.leadsIn.span.Empty():
		return c.leadsIn
	case c.direct && (continues || l.onlySpeech()):
		return voice{c.last.span, ruleParagraph}
	}
	return voice{}
}

// beside finds a noun phrase and a verb right behind or right before a quotation: “…,” the driver wondered. Behind it they may be a sentence of their own, as
// after “…?”; before it the verb may have its subject at the beginning of the sentence: “Naim shared the news, writing “…””.
func (l *linker) beside(u utterance) (from, to int, ok bool) {
	words := l.q.words
	i := u.to
	for i < len(words) && words[i].lower == "," {
		i++
	}
	last := l.q.last[u.to-1]
	if i < len(words) && (i <= last || l.lower(i) || i == last+1) {
		if end := l.speakerEnd(i); end > i {
			return i, end, true
		}
		if l.reports(i) && words[i].tag != tagVBG {
			if end := phraseEnd(words, i+1); end > i+1 {
				return i + 1, end, true
			}
		}
	}
	if i = u.from - 1; i < 0 || words[i].lower != "," && words[i].lower != ":" && !words[i].tag.verb() {
		return 0, 0, false
	}
	if words[i].mark {
		i--
	}
	if i <= 0 {
		return 0, 0, false
	}
	return l.subjectOf(i)
}

// speakerEnd returns where the noun phrase at i ends if a verb that may report stands behind it, or behind an apposition or a phrase with “in” or “on” that
// belongs to it; else i.
func (l *linker) speakerEnd(i int) int {
	words := l.q.words
	end := phraseEnd(words, i)
	if end == i {
		return i
	}
	if end-1 > i && (end == len(words) || words[end].mark) && l.q.cues[end-1].classes&(cueSay|cueClaim|cueAsk|cueWrite) != 0 && words[end-1].tag != tagNN {
		return end - 1 // “Moll notes.”: the verb was taken for a noun
	}
	if end < len(words) && (words[end].lower == "in" || words[end].lower == "on" || words[end].lower == "with") {
		if tail := phraseEnd(words, end+1); tail > end+1 {
			end = tail
		}
	}
	if end < len(words) && l.reports(end) {
		return end
	}
	if end < len(words) && words[end].lower == "," {
		for k := end + 1; k+1 < len(words) && k < end+18; k++ {
			if words[k].lower == "," && l.reports(k+1) {
				return k
			}
			if words[k].lower == "\"" || words[k].lower == "." {
				break
			}
		}
	}
	return i
}

// reports reports whether the word at i, or the one behind an adverb there, is a verb that may report: a cue of speech, or any finite verb.
func (l *linker) reports(i int) bool {
	words := l.q.words
	if words[i].tag == tagRB && i+1 < len(words) {
		i++
	}
	return words[i].tag.finite() || l.q.cues[i].classes&(cueSay|cueClaim|cueAsk|cueWrite) != 0 && !words[i].mark
}

// subjectOf returns the subject of the last verb up to the word at i in its sentence; of a participle, that of the sentence.
func (l *linker) subjectOf(i int) (from, to int, ok bool) {
	words := l.q.words
	first := l.q.first[i]
	for k := i; k >= first && k > i-14; k-- {
		if !words[k].tag.verb() || l.q.quote[k] != unquoted {
			continue
		}
		if s, e, found := subject(words, groupStart(words, k)); found && s >= first {
			return s, e, true
		}
	}
	for k := first; k < i; k++ {
		if words[k].tag.finite() && l.q.quote[k] == unquoted {
			if s, e, found := subject(words, groupStart(words, k)); found && s >= first {
				return s, e, true
			}
			break
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
		if c.leadsIn.span.Empty() && n > 1 && !l.foreign {
			if from, to, ok := l.subjectOf(n - 2); ok {
				c.leadsIn = voice{l.span(from, to), ruleBeside}
			}
		}
	}
}
