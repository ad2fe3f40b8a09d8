package quote

import (
	"strings"
	"unicode"

	"hearsay/text"
)

// An utterance is content that belongs together inside one paragraph, before its source is known: a quotation or
// an indirect clause, as the words [from, to).
type utterance struct {
	from, to int
	use      use // notSpeech for content without quotation marks around it
	pieces   []int
}

// A linker ties the content of one paragraph to cues and sources.
type linker struct {
	s      string
	q      *sequence
	ls     []label
	chunks []chunk
	items  []utterance
	// foreign says that the language has word lists and no model.
	foreign bool
}

// utterances lists the content of the paragraph in order: direct quotations, and the tagger's spans around and
// between them.
//
// Languages without a model have no content labels to go by: there quotations of three words or more are taken for speech, and
// shorter ones where a verb of speech stands in their sentence.
func utterances(s string, q *sequence, ls []label, quotes []quotation, foreign bool) []utterance {
	direct, scare := make([]bool, len(q.words)), make([]bool, len(q.words))
	var out []utterance
	for k, quote := range quotes {
		if quote.Level > 1 {
			continue
		}
		from, to := rangeOf(q.words, quote.Span)
		u := usage(s, q, ls, from, to)
		if foreign {
			u = notSpeech
		}
		if foreign && speechlike(s, q, ls, from, to) {
			u = whole
		}
		switch u {
		case notSpeech:
			for i := from; i < to; i++ {
				scare[i] = true
			}
			continue
		case piece:
			continue
		}
		out = append(out, utterance{from: from, to: to, use: whole, pieces: []int{k}})
		for i := from; i < to; i++ {
			direct[i] = true
		}
	}
	for _, c := range chunks(ls) {
		if c.role != contentRole {
			continue
		}
		for from := c.from; from < c.to; {
			if direct[from] {
				from++
				continue
			}
			to := from
			for to < c.to && !direct[to] {
				to++
			}
			if hasWordBut(q, from, to, scare) {
				out = append(out, utterance{from: from, to: to, pieces: piecesIn(q, quotes, from, to)})
			}
			from = to
		}
	}
	sortUtterances(out)
	return out
}

// speechlike reports whether a quotation in a language without a model is taken for speech.
// Names and titles are none: all their words but those of grammar have a capital, and no stop ends them.
func speechlike(s string, q *sequence, ls []label, from, to int) bool {
	n, small := 0, 0
	in, out := innerRange(q, from, to)
	if before := neighbour(q, from-1); titled(before) {
		return false
	}
	for i := in; i < out; i++ {
		if q.words[i].mark {
			continue
		}
		n++
		if r := runeAt(s, q.words[i].start, q.words[i].end); !unicode.IsUpper(r) && !unicode.IsDigit(r) && !grammarWords[q.words[i].lower] {
			small++
		}
	}
	stop := out > in && strings.ContainsAny(q.words[out-1].lower, ".!?,") && q.words[out-1].mark
	if n >= 3 && (small > 0 || stop && n > 3 || n > 7) || n > 0 && n < 3 && stop && neighbour(q, from-1) == ":" {
		return true
	}
	if small == 0 {
		return false
	}
	for i := q.first[from]; i <= q.last[min(to, len(ls))-1]; i++ {
		if ls[i].role() == cueRole {
			return n <= 2
		}
	}
	return false
}

// titled reports whether a word is one for something that has a title or a name: film, Fernsehserie.
func titled(w string) bool {
	for _, noun := range titleNouns {
		if strings.HasSuffix(w, noun) {
			return true
		}
	}
	return false
}

var titleNouns = strings.Fields("film buch serie motto titel zeitung magazin blatt zeitschrift enzyklika lied song album roman stück oper sendung show partei club verein projekt gruppe band schiff typs stiftung initiative bereich name namen agentur kampagne aktion programm operation livre chanson roman journal revue série titre émission libro película revista diario canción serie título programa фильм фильме книга книге газета газете газеты журнал журнале роман песня операция операции")

// grammarWords stand small inside names and titles.
var grammarWords = setOf("der die das des dem den ein eine eines einer einem und oder in im an am auf aus von vom zu zum zur für mit bei nach über unter ohne um gegen le la les l' un une des du de d' et ou en au aux pour par sur dans el los las una y o e del al por para con sin и в на с к о от до для за из")

// hasWordBut reports whether words[from:to] hold a word that is not marked in but.
func hasWordBut(q *sequence, from, to int, but []bool) bool {
	for i := from; i < to; i++ {
		if !q.words[i].mark && !but[i] {
			return true
		}
	}
	return false
}

func hasWord(q *sequence, from, to int) bool {
	for i := from; i < to; i++ {
		if !q.words[i].mark {
			return true
		}
	}
	return false
}

// piecesIn lists the outermost quotations that lie in words[from:to].
func piecesIn(q *sequence, quotes []quotation, from, to int) []int {
	var out []int
	span := text.Span{Start: q.words[from].start, End: q.words[to-1].end}
	for k, quote := range quotes {
		if quote.Level == 1 && span.Overlaps(quote.Span) && quote.Span.Start >= span.Start-1 {
			out = append(out, k)
		}
	}
	return out
}

// A tie is what ties an utterance to its source: indices of chunks, -1 for none.
type tie struct {
	source, cue int
	rule        string
}

// The rules of the sieve, in the order of their reliability.
const (
	ruleSentence  = "cue in the sentence"   // quotation or clause, cue and source stand in one sentence
	ruleLeadIn    = "lead-in"               // “X said:” before it
	ruleShared    = "shared source"         // the cue before it in the sentence has the source
	ruleRun       = "same run of quotes"    // another sentence of the same paragraph
	ruleParagraph = "continuing paragraph"  // the paragraph before
	ruleLabel     = "speaker label"         // NAME: at the beginning of the paragraph
	ruleSign      = "name behind the quote" // — Name, role
	ruleBeside    = "words beside"          // a noun phrase and a verb beside the quotation that no model marked
	ruleNoSubject = "verb without subject"  // the speaker before it; in languages whose verbs need none
	ruleList      = "word list"             // rules of languages without a model
)

// inSentence ties the utterance u by the chunks of its own sentence: the nearest cue that is not nearer to another
// utterance, and the source that belongs to the cue.
func (l *linker) inSentence(u utterance) tie {
	best, cost := tie{-1, -1, ""}, 1<<30
	for k, c := range l.chunks {
		if c.role != cueRole || !l.sameSentence(u, c) {
			continue
		}
		d := l.distance(u, c)
		if d < cost {
			source := l.sourceOf(k, u)
			best, cost = tie{source, k, l.sentenceRule()}, d
		}
	}
	if best.cue < 0 { // a source without a cue: “X: …”, “—X”
		for k, c := range l.chunks {
			if c.role != sourceRole || !l.sameSentence(u, c) {
				continue
			}
			if d := l.distance(u, c); d < cost && d < 4 {
				best, cost = tie{k, -1, l.sentenceRule()}, d
			}
		}
	}
	return best
}

// sentenceRule is the rule of ties inside a sentence: languages without a model have lists of words.
func (l *linker) sentenceRule() string {
	if l.foreign {
		return ruleList
	}
	return ruleSentence
}

// sameSentence reports whether the chunk stands in the sentence of the beginning or the end of u, or in one that touches.
func (l *linker) sameSentence(u utterance, c chunk) bool {
	first, last := l.q.first[u.from], l.q.last[u.to-1]
	return c.from >= first && c.from <= last || c.from == last+1 && l.lower(c.from)
}

func (l *linker) lower(i int) bool {
	return i < len(l.q.words) && l.s[l.q.words[i].start] >= 'a' && l.s[l.q.words[i].start] <= 'z'
}

// distance counts how far a chunk lies from u: words between, and more for what separates clauses.
func (l *linker) distance(u utterance, c chunk) int {
	from, to := u.to, c.from
	if c.from < u.from {
		from, to = c.to, u.from
	}
	d := 0
	for i := from; i < to && i < len(l.q.words); i++ {
		switch {
		case l.ls[i].role() == sourceRole:
		case l.ls[i].role() == contentRole:
			d += 6
		case l.q.words[i].lower == ";" || i == l.q.last[i] && l.q.words[i].mark:
			d += 8
		case l.q.words[i].mark:
		default:
			d += 2
		}
	}
	if c.from < u.from && u.use != whole { // clauses mostly follow their cue
		return 2 * d
	}
	return 2*d + 1
}

// sourceOf returns the source chunk of the cue chunk k for the utterance u, -1 for none.
func (l *linker) sourceOf(k int, u utterance) int {
	c := l.chunks[k]
	before, after := -1, -1
	for n := k - 1; n >= 0; n-- {
		x := l.chunks[n]
		if x.from < l.q.first[c.from] {
			break
		}
		if x.role == sourceRole {
			before = n
			break
		}
	}
	for n := k + 1; n < len(l.chunks); n++ {
		x := l.chunks[n]
		if x.from > l.q.last[c.from] {
			break
		}
		if x.role == cueRole {
			break
		}
		if x.role == sourceRole {
			after = n
			break
		}
	}
	switch {
	case after < 0:
		return before
	case before < 0:
		return after
	}
	// Inverted: “…,” said X. The source stands right behind the cue.
	if l.chunks[after].from-c.to <= 1 && !(c.from-l.chunks[before].to <= 1 && l.chunks[before].from >= u.to) {
		return after
	}
	return before
}

// tie finds the cue and source of every utterance of the paragraph, as far as chunks tell.
func (l *linker) tie() []tie {
	out := make([]tie, len(l.items))
	for i, u := range l.items {
		out[i] = l.inSentence(u)
		if out[i].source < 0 || out[i].cue < 0 {
			out[i] = l.leadIn(i, out[i])
		}
		if out[i].cue >= 0 && out[i].source < 0 {
			out[i] = l.shared(out[i])
		}
	}
	return out
}

// leadIn ties a quotation to the sentence before it that ends in a colon, or to the label at the beginning of its own.
func (l *linker) leadIn(i int, t tie) tie {
	u := l.items[i]
	if u.use != whole || u.from == 0 {
		return t
	}
	at := u.from - 1
	if l.q.words[at].lower != ":" && l.q.words[at].lower != "," && l.q.words[at].lower != "--" {
		return t
	}
	cue, source := -1, -1
	first := l.q.first[at]
	for k, c := range l.chunks {
		if c.to > u.from || c.from < first {
			continue
		}
		switch c.role {
		case cueRole:
			cue = k
		case sourceRole:
			source = k
		}
	}
	if source >= 0 {
		return tie{source, cue, ruleLeadIn}
	}
	return t
}

// shared gives a cue without a source of its own that of the cue before it in the sentence: “X said …, adding that …”.
func (l *linker) shared(t tie) tie {
	c := l.chunks[t.cue]
	for k := t.cue - 1; k >= 0 && l.chunks[k].from >= l.q.first[c.from]; k-- {
		if l.chunks[k].role == sourceRole {
			t.source, t.rule = k, ruleShared
			return t
		}
	}
	return t
}
