package quote

// A hint is what simple rules over parts of speech and cue words say of a word. Hints are features of the tagger: with little
// training data they carry much of what a parse would tell.
type hint uint8

const (
	noHint     hint = iota
	hintSource      // in the noun phrase that is the subject of a cue
	hintAfter       // in the noun phrase behind an inverted cue, or behind “according to”
	hintCue         // in a verb group with a cue word
	hintThat        // in the clause behind a cue, introduced by that, whether, to …
	hintClause      // in the words behind a cue
	hintFront       // in the words before “, X said”
	hints
)

// hintSentence sets the hints of the words of one sentence.
func hintSentence(words []word, cues []cueForm, out []hint) {
	for i := range words {
		c := cues[i].classes
		switch {
		case c&cuePrep != 0 && i+1 < len(words) && words[i+1].lower == "to" && words[i].lower == "according":
			hintAccording(words, i, out)
		case c&^(cueNoun|cuePrep) != 0 && words[i].tag.verb():
			hintVerb(words, i, out)
		}
	}
}

func mark(out []hint, from, to int, h hint, over bool) {
	for i := max(0, from); i < to && i < len(out); i++ {
		if out[i] == noHint || over {
			out[i] = h
		}
	}
}

func hintAccording(words []word, i int, out []hint) {
	mark(out, i, i+2, hintCue, true)
	end := phraseEnd(words, i+2)
	mark(out, i+2, end, hintAfter, true)
	if i > 0 && words[i-1].lower == "," {
		mark(out, clauseStart(words, i-1), i-1, hintFront, false)
	} else if i == 0 && end < len(words) {
		mark(out, end+1, len(words), hintClause, false)
	} else {
		mark(out, clauseStart(words, i), i, hintFront, false)
	}
}

func hintVerb(words []word, i int, out []hint) {
	from := groupStart(words, i)
	to := i + 1
	if to < len(words) && words[to].tag == tagRP {
		to++
	}
	if start, end, ok := subject(words, from); ok {
		mark(out, start, end, hintSource, false)
		mark(out, from, to, hintCue, true)
		// “…, X said.” or “… X said, …”: what stands before is the content.
		if start > 0 && words[start-1].lower == "," && (to >= len(words)-1 || words[to].mark) {
			mark(out, clauseStart(words, start-1), start-1, hintFront, false)
			return
		}
		hintBehind(words, to, out)
		return
	}
	if from > 0 && words[from-1].mark && to < len(words) && (words[to].tag.nominal() || words[to].tag == tagPRP) {
		end := phraseEnd(words, to)
		mark(out, from, to, hintCue, true)
		mark(out, to, end, hintAfter, true)
		mark(out, clauseStart(words, from-1), from-1, hintFront, false)
		return
	}
	mark(out, from, to, hintCue, false)
	hintBehind(words, to, out)
}

func hintBehind(words []word, to int, out []hint) {
	if to >= len(words) {
		return
	}
	h := hintClause
	switch words[to].lower {
	case "that", "whether", "if", "to", "how", "what", "why", "when", "who", "where":
		h = hintThat
	}
	end := len(words)
	for end > to && words[end-1].mark && words[end-1].lower != "\"" {
		end--
	}
	mark(out, to, end, h, false)
}

// groupStart returns where the verb group of the verb at i begins.
func groupStart(words []word, i int) int {
	for i > 0 {
		w := words[i-1]
		if w.tag == tagRB || w.tag == tagMD || w.tag == tagTO || w.lower == "n't" || w.lower == "not" || w.tag.verb() && auxiliary[w.lower] {
			i--
			continue
		}
		break
	}
	return i
}

var auxiliary = setOf("is are was were be been being 's 're 'm has have had having 've 'd do does did will would 'll may might can could should must declined refused continued failed began going used expected")

// subject returns the noun phrase that ends right before the word at from, or before an insertion between commas.
func subject(words []word, from int) (start, end int, ok bool) {
	end = from
	if end > 0 && (words[end-1].lower == "," || words[end-1].lower == "--" || words[end-1].lower == ")") {
		for k := end - 2; k > 0 && k > end-30; k-- {
			if words[k].lower == words[end-1].lower || words[k].lower == "(" {
				if s, _, inner := subject(words, k); inner {
					return s, end, true
				}
				break
			}
			if words[k].lower == "\"" {
				break
			}
		}
		return 0, 0, false
	}
	if end == 0 {
		return 0, 0, false
	}
	last := words[end-1]
	if last.tag == tagWP || last.tag == tagWDT || last.tag == tagPRP {
		return end - 1, end, true
	}
	if !last.tag.noun() && last.tag != tagCD && last.tag != tagDT && last.tag != tagJJ {
		return 0, 0, false
	}
	start = end - 1
	for start > 0 {
		w := words[start-1]
		if w.tag.nominal() || w.tag == tagCC && start > 1 && words[start-2].tag.noun() && words[start].tag.noun() {
			start--
			continue
		}
		if w.tag == tagIN && start > 1 && words[start-2].tag.noun() && (w.lower == "of" || w.lower == "for" || w.lower == "from" || w.lower == "at" || w.lower == "in" || w.lower == "with") {
			start -= 2
			continue
		}
		break
	}
	return start, end, true
}

// phraseEnd returns where the noun phrase that begins at i ends, with what “of …” and an apposition add.
func phraseEnd(words []word, i int) int {
	for i < len(words) {
		w := words[i]
		switch {
		case w.tag == tagPRP:
			return i + 1
		case w.tag.nominal():
			i++
		case (w.lower == "of" || w.lower == "for" || w.lower == "and" || w.lower == "at" || w.lower == "from") && i+1 < len(words) && words[i+1].tag.nominal():
			i += 2
		default:
			return i
		}
	}
	return i
}

// clauseStart returns where the words begin that stand before the word at end, up to a quotation mark or the beginning of
// the sentence.
func clauseStart(words []word, end int) int {
	for i := end - 1; i >= 0; i-- {
		if words[i].lower == "\"" && i < end-1 {
			return i
		}
	}
	return 0
}
