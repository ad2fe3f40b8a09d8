package quote

import "hearsay/entity"

// without adds the reports that give no words: a cue with a source that says nothing was said (“declined to comment”), or
// that something was said without saying what.
func (r *reader) without(p *paragraph, l *linker, ties []tie) {
	used := map[int]bool{}
	for _, t := range ties {
		if t.cue >= 0 {
			used[t.cue] = true
		}
	}
	for k, c := range l.chunks {
		if c.role != cueRole || used[k] || !l.refuses(c) {
			continue
		}
		source := l.sourceOf(k, utterance{from: c.from, to: c.to})
		if source < 0 {
			continue
		}
		q := Quote{Kind: Indirect, Zone: r.zone(p), Level: 1, Parent: -1, Said: -1, Repeats: -1, Factuality: Reported, Boundary: entity.Unclear,
			Cue: l.span(c.from, c.to)}
		q.read(l, c, &q.Content)
		q.Negative, q.Class = true, Denial
		q.Speaker = r.speaker(l, voice{l.span(l.chunks[source].from, l.chunks[source].to), ruleSentence}, q.Cue)
		r.circumstances(l, &q)
		r.out = append(r.out, q)
	}
}

// refuses reports whether the cue says that somebody would not speak.
func (l *linker) refuses(c chunk) bool {
	speaks := false
	refused := false
	for i := c.from; i < c.to; i++ {
		switch l.q.words[i].lower {
		case "declined", "refused", "declines", "refuses", "not", "n't", "never":
			refused = true
		case "comment", "respond", "reply", "answer", "elaborate", "say", "speak", "discuss":
			speaks = true
		}
	}
	if c.to < len(l.q.words) && refused && !speaks {
		for i := c.to; i < min(c.to+3, len(l.q.words)); i++ {
			switch l.q.words[i].lower {
			case "comment", "respond", "reply", "answer", "elaborate":
				speaks = true
			}
		}
	}
	return refused && speaks
}
