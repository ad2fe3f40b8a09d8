package quote

// A utteranceGroup is what one source says under one cue, or in one run of quotations: it becomes a Quote.
type utteranceGroup struct {
	items     []int
	tie       tie
	voice     voice
	continues bool // it belongs to the last quote of the paragraph before
}

// group puts utterances of the same source together: a split quotation (same cue), and quotations that go on in the
// next sentence.
func group(l *linker, ties []tie, voices []voice, continues bool) []utteranceGroup {
	var out []utteranceGroup
	for i, u := range l.items {
		if i == 0 && continues && u.use == whole && (voices[0].rule == ruleParagraph || voices[0].span.Empty() || voices[0].rule == ruleSentence) {
			out = append(out, utteranceGroup{items: []int{0}, tie: ties[0], voice: voices[0], continues: true})
			continue
		}
		if n := len(out); n > 0 && joins2(l, &out[n-1], i, ties, voices) {
			out[n-1].items = append(out[n-1].items, i)
			continue
		}
		out = append(out, utteranceGroup{items: []int{i}, tie: ties[i], voice: voices[i]})
	}
	return out
}

// joins2 reports whether the utterance i belongs to the group.
func joins2(l *linker, g *utteranceGroup, i int, ties []tie, voices []voice) bool {
	last := g.items[len(g.items)-1]
	both := l.items[last].use == whole && l.items[i].use == whole
	switch {
	case ties[i].cue >= 0 && ties[i].cue == g.tie.cue:
		return both || l.items[last].use != whole && l.items[i].use != whole
	case both && voices[i].rule == ruleRun && voices[i].span == voices[last].span:
		return ties[i].cue < 0
	case both && voices[i].span.Empty() && voices[last].span.Empty():
		return false
	}
	return false
}
