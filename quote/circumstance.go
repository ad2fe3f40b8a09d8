package quote

import (
	"slices"
	"strings"

	"hearsay/text"
	"hearsay/when"
)

// circumstances sets who was addressed, the medium, the relay and the day of the utterance, from the words around the cue.
func (r *reader) circumstances(l *linker, q *Quote) {
	if q.Cue.Empty() {
		return
	}
	from, to := rangeOf(l.q.words, q.Cue)
	if from >= len(l.q.words) || from == to {
		return
	}
	first, last := l.q.first[from], l.q.last[to-1]
	free := r.outsideContent(l, q, first, last)
	q.Translated = translated(r.s[l.q.words[first].start:l.q.words[last].end])
	q.Via = nil
	r.addressee(l, q, to, last, free)
	r.medium(l, q, first, last, free)
	r.relay(l, q, from, to, free)
	q.Said = r.said(l, first, last, to, free)
}

// outsideContent tells which words of the sentence belong to no content.
func (r *reader) outsideContent(l *linker, q *Quote, first, last int) []bool {
	free := make([]bool, last-first+1)
	for i := first; i <= last; i++ {
		free[i-first] = l.ls[i].role() != contentRole && l.q.quote[i] == unquoted
		w := l.q.words[i]
		for _, p := range slices.Backward(q.Content) {
			if p.Span.End <= l.q.words[first].start {
				break
			}
			if p.Span.Start <= w.start && w.start < p.Span.End {
				free[i-first] = false
			}
		}
	}
	return free
}

var addressing = setOf("tell inform assure ask urge warn remind notify brief advise order instruct reassure convince text email e-mail")

// addressee reads the noun phrase behind “told”.
func (r *reader) addressee(l *linker, q *Quote, at, last int, free []bool) {
	first := last - len(free) + 1
	if !addressing[q.Lemma] || at > last {
		return
	}
	end := min(phraseEnd(l.q.words, at), last+1)
	for k := at; k < end; k++ {
		if !free[k-first] || l.ls[k].role() == sourceRole {
			end = k
		}
	}
	if end > at {
		q.Via = append(q.Via, r.via(Addressee, l.span(at, end)))
	}
}

// mediumWords are the nouns that name a way of speaking, behind in, on, during, at, via, by, to.
var mediumWords = setOf("interview statement letter speech tweet post video message email e-mail memo report op-ed column article book briefing conference release broadcast address sermon testimony call telegram facebook twitter x instagram youtube television tv radio truth threads bluesky tiktok whatsapp weibo podcast livestream communique communiqué remarks hearing filing affidavit note text press")

// medium reads phrases such as “in an interview with al-Ahad TV”, “on X”, “in a statement”.
func (r *reader) medium(l *linker, q *Quote, first, last int, free []bool) {
	for i := first; i < last; i++ {
		if !free[i-first] || !mediumPreposition[l.q.words[i].lower] {
			continue
		}
		end := min(phraseEnd(l.q.words, i+1), last+1)
		head := -1
		for k := i + 1; k < end && free[k-first]; k++ {
			if mediumWords[l.q.words[k].lower] && !(l.q.words[k].lower == "x" && k != i+1) {
				head = k
			}
		}
		if head < 0 {
			continue
		}
		start, with := i+1, min(phraseEnd(l.q.words, i+1), last+1)
		if with <= last && withWords[l.q.words[with].lower] && with+1 <= last && free[with-first] {
			if tail := min(phraseEnd(l.q.words, with+1), last+1); tail > with+1 {
				end = tail
			}
		}
		for end > start && !free[end-1-first] {
			end--
		}
		if end > start {
			q.Via = append(q.Via, r.via(Through, l.span(start, end)))
			i = end - 1
		}
	}
}

var (
	mediumPreposition = setOf("in on during at via by through over")
	withWords         = setOf("with to on for from")
)

// relay reads “Tasnim quoted Naim as saying” and “Naim, cited by AFP, said”.
func (r *reader) relay(l *linker, q *Quote, from, to int, free []bool) {
	first := l.q.first[from]
	for i := first; i-first < len(free); i++ {
		if !free[i-first] || l.q.cues[i].classes&cueCite == 0 || !relaying[l.q.cues[i].lemma] {
			continue
		}
		if i+1 < len(l.q.words) && l.q.words[i+1].lower == "by" && i-first+1 < len(free) {
			end := phraseEnd(l.q.words, i+2)
			if end > i+2 {
				q.Via = append(q.Via, r.via(Relay, l.span(i+2, end)))
			}
			return
		}
		start, end, ok := subject(l.q.words, groupStart(l.q.words, i))
		if !ok {
			continue
		}
		span := l.span(start, end)
		if as := min(i+12, len(l.q.words)-1); hasAs(l.q.words[i:as]) && !span.Overlaps(q.Speaker.Mention) && !passive(l.q.words, i) {
			q.Via = append(q.Via, r.via(Relay, span))
			return
		}
	}
}

var relaying = setOf("quote cite paraphrase")

func hasAs(words []word) bool {
	for _, w := range words {
		if w.lower == "as" {
			return true
		}
	}
	return false
}

// passive reports whether the verb at i stands behind a form of be.
func passive(words []word, i int) bool {
	for k := i - 1; k >= 0 && k > i-3; k-- {
		switch words[k].lower {
		case "was", "were", "is", "are", "been", "be", "being":
			return true
		}
	}
	return false
}

// said returns the index of the time expression that tells when the words were said: the one in the sentence of the cue that
// stands outside all content, nearest to the cue. -1 if there is none.
func (r *reader) said(l *linker, first, last, at int, free []bool) int {
	if r.title || first > last {
		return -1
	}
	sentence := l.span(first, last+1)
	best, cost := -1, 1<<30
	for k, t := range r.timesIn(sentence) {
		from, to := rangeOf(l.q.words, t.Span)
		if from >= to || from < first || to-1 > last || !free[from-first] || l.ls[from].role() == sourceRole || t.Type == when.Duration || t.Type == when.Set {
			continue
		}
		d := from - at
		if d < 0 {
			d = -2 * d
		}
		if l.verbBetween(at, from) {
			continue // it tells when something else happened
		}
		if d < cost && d < 16 {
			best, cost = k+r.timesBefore(sentence), d
		}
	}
	return best
}

func (r *reader) via(role ViaRole, span text.Span) Via {
	return Via{Role: role, Span: span, Entity: r.entityAt(span)}
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if strings.Contains(s, x) {
			return true
		}
	}
	return false
}

// verbBetween reports whether a verb stands between the end of a cue and the word at to, outside the source.
func (l *linker) verbBetween(at, to int) bool {
	for i := at; i < to; i++ {
		if w := l.q.words[i]; (w.tag.finite() || w.tag == tagMD) && l.ls[i].role() != sourceRole {
			return true
		}
	}
	return false
}
