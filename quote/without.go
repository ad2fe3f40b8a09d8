package quote

import "hearsay/entity"

// without adds the reports that give no words: somebody declined to comment, or did not respond. They are read by rule, as the words are
// few: a refusal, or a negation, with a verb of answering behind it.
func (r *reader) without(p *paragraph, l *linker, ties []tie) {
	if r.words != nil {
		return
	}
	for i, w := range l.q.words {
		if !refusals[w.lower] || l.q.quote[i] != unquoted || l.ls[i].role() == contentRole {
			continue
		}
		to := l.answering(i)
		if to < 0 || l.reported(i, to, ties) {
			continue
		}
		from := groupStart(l.q.words, i)
		start, end, ok := subject(l.q.words, from)
		if !ok {
			continue
		}
		q := Quote{Kind: Indirect, Zone: r.zone(p), Level: 1, Parent: -1, Said: -1, Repeats: -1, Factuality: Reported, Boundary: entity.Unclear, Cue: l.span(from, to)}
		q.read(l, chunk{cueRole, from, to}, &q.Content)
		q.Negative, q.Class = true, Denial
		q.Speaker = r.speaker(l, voice{l.span(start, end), ruleSentence}, q.Cue)
		r.circumstances(l, &q)
		r.out = append(r.out, q)
	}
}

var (
	refusals = setOf("declined declines declining refused refuses refusing not n't never")
	answers  = setOf("comment comments respond reply answer elaborate return")
)

// answering returns where the verb of answering ends that belongs to the refusal at i, -1 if none does.
func (l *linker) answering(i int) int {
	for k := i + 1; k < len(l.q.words) && k <= i+4; k++ {
		w := l.q.words[k]
		switch {
		case answers[w.lower]:
			return k + 1
		case w.mark || !(w.lower == "to" || w.lower == "be" || w.tag == tagRB):
			return -1
		}
	}
	return -1
}

// reported reports whether the words belong to the cue of a quote with content.
func (l *linker) reported(from, to int, ties []tie) bool {
	for _, t := range ties {
		if t.cue >= 0 && l.chunks[t.cue].from < to && from < l.chunks[t.cue].to {
			return true
		}
	}
	return false
}
