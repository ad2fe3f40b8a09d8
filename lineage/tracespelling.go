package lineage

import (
	"fmt"
	"slices"
	"unicode"
	"unicode/utf8"

	"hearsay/text"
)

const (
	// shortestWord is the least number of letters of a word whose spelling is looked at. Shorter words
	// have too many neighbours that are words as well: “than” and “then”, “man” and “men”.
	shortestWord = 6
	shortestName = 5
	// longestSpelling bounds the letters of a word that is compared letter by letter.
	longestSpelling = 40
)

// A suspect is a word of the child that other texts spell otherwise at the same place.
type suspect struct {
	trace
	name    bool
	letters []rune // folded
	forms   tally
	edits   []edit // from their spellings to that of the two, where one letter differs
}

// spellings returns the words that both texts spell in a way that is theirs alone: no other text of the
// story has the spelling, or few at the same place, and others have another one there. Inflection and
// house style are no odd spellings: letters at the ends of words do not count, nor an alternation that
// is known between houses or comes back in another word of the two texts.
func (l *look) spellings() []trace {
	var suspects []suspect
	seen := map[uint64]bool{}
	for _, r := range l.suspicious() {
		for i := r.From; i < r.To; i++ {
			k := l.doc.Tokens()[i]
			if k.Kind != text.Word || seen[k.Hash] {
				continue
			}
			seen[k.Hash] = true
			if x := l.spelling(i); x.others > 0 {
				suspects = append(suspects, x)
			}
		}
	}
	house := recurring(suspects)
	var out []trace
	for _, x := range suspects {
		regular := slices.ContainsFunc(x.edits, func(e edit) bool {
			return house[e.anywhere()] || !x.name && e.houseStyle()
		})
		if !regular && l.odd(x) {
			x.rest = sayOthers(x.trace, x.forms.write())
			out = append(out, x.trace)
		}
	}
	return append(out, l.misspellings()...)
}

// misspellings returns the words that only the two texts of the story have and that are a slip of the
// hand away from a word that many texts of it have, where no text is aligned to compare them with. Only
// words in small letters count: names differ by a letter, and in scripts without capitals so do words.
func (l *look) misspellings() []trace {
	lex := l.lexicon()
	var out []trace
	looked := 0
	for _, r := range l.own {
		for i := r.From; i < r.To; i++ {
			k := l.doc.Tokens()[i]
			x := trace{kind: SharedSpelling, tokens: Run{i, i + 1}, span: k.Span()}
			if k.Kind != text.Word || k.Span().Len() < longWord || !small(word(l.doc, i)) || lex.spread[k.Hash].texts > l.sharing(x) {
				continue
			}
			if looked++; looked > maxSuspects {
				return out
			}
			letters := spelled(l.doc, i)
			if len(letters) < longWord || l.witnessed(i) {
				continue
			}
			meant, e, ok := lex.meant(letters)
			if !ok || e.houseStyle() {
				continue
			}
			x.twin, _ = l.twinOf(i)
			x.weigh(misspellingWeight)
			x.says = "both write “" + excerpt(word(l.doc, i)) + "”"
			x.rest = fmt.Sprintf("; no other text of the story does, and %d write “%s”", meant.texts, excerpt(meant.form))
			out = append(out, x)
		}
	}
	return out
}

// witnessed reports whether another text is aligned with word i of the child.
func (l *look) witnessed(i int) bool {
	return slices.ContainsFunc(l.texts, func(o *tie) bool {
		_, ok := l.spot(o, l.to, i)
		return ok
	})
}

// small reports whether a word has no capitals, in a script that has them.
func small(w string) bool {
	for _, r := range w {
		if !unicode.IsLower(r) {
			return false
		}
	}
	return true
}

// recurring returns the edits that come back in several words: the two texts spell so as a rule. Forms
// of one word, which begin alike, are one.
func recurring(suspects []suspect) map[edit]bool {
	const stem = 5 // letters
	first, out := map[edit]string{}, map[edit]bool{}
	for _, x := range suspects {
		begin := string(x.letters[:min(stem, len(x.letters))])
		for _, e := range x.edits {
			if known, ok := first[e.anywhere()]; !ok {
				first[e.anywhere()] = begin
			} else if known != begin {
				out[e.anywhere()] = true
			}
		}
	}
	return out
}

// suspicious returns the words of the tie that count and in whose place another text has other words,
// the first maxSuspects.
func (l *look) suspicious() Runs {
	var changed Runs
	for _, o := range l.texts {
		side := o.side(l.to)
		for _, k := range l.alignment(o.pair)[side] {
			if !k.equal && k.runs[0].From < k.runs[0].To && k.runs[1].From < k.runs[1].To {
				changed = append(changed, k.runs[side])
			}
		}
	}
	out, words := l.own.Within(tidy(changed)), 0
	for i, r := range out {
		if words += r.To - r.From; words > maxSuspects {
			out[i].To -= words - maxSuspects
			return out[:i+1]
		}
	}
	return out
}

// spelling asks the other texts how they spell a word of the child at the same place.
func (l *look) spelling(i int) suspect {
	x := suspect{
		trace:   trace{kind: SharedSpelling, tokens: Run{i, i + 1}, span: l.doc.Tokens()[i].Span()},
		name:    telling(l.doc, i),
		letters: spelled(l.doc, i),
	}
	if len(x.letters) == 0 {
		return x
	}
	x.twin, _ = l.twinOf(i)
	for _, o := range l.texts {
		p, ok := l.spot(o, l.to, i)
		switch {
		case !ok:
		case p.equal:
			x.holders++
		default:
			if j, ok := replaced(p, i); ok {
				x.compare(l.article(o.other(l.to)).Doc, j)
			}
		}
	}
	weight := misspellingWeight
	if capital(l.doc, i) {
		weight = spelledNameWeight
	}
	x.weigh(weight)
	x.says = "both write “" + excerpt(word(l.doc, i)) + "”"
	return x
}

// compare counts a word of another text if it is another spelling of the suspect.
func (x *suspect) compare(doc *text.Doc, j int) {
	form := word(doc, j)
	theirs := spelled(doc, j)
	if len(theirs) == 0 {
		return
	}
	e, one := oneEdit(theirs, x.letters)
	switch named := x.name && telling(doc, j); {
	case one && (e.inWord() || named && e.inName()):
		if !slices.Contains(x.edits, e) {
			x.edits = append(x.edits, e)
		}
	case !named || one || !alike(theirs, x.letters):
		return
	}
	x.others++
	x.forms.addAs(form, string(theirs))
}

// odd reports whether the spelling of a suspect is the unusual one: no text of the story has it but
// those that share it here, and the other spelling has more witnesses at the place or in the story.
func (l *look) odd(x suspect) bool {
	i := x.tokens.From
	least := shortestWord
	if x.name {
		least = shortestName
	}
	lex := l.lexicon()
	sharing := l.sharing(x.trace)
	switch {
	case len(x.letters) < least || lex.spread[l.doc.Tokens()[i].Hash].texts > sharing:
		return false
	case x.outnumbered():
		return true
	case !x.rare() || capital(l.doc, i):
		return false // of two spellings of a name either may be the unusual one
	}
	other := hashOf(x.forms.forms[0])
	return lex.spread[other].texts > sharing || l.vocabulary(l.to)[other] || l.vocabulary(l.from)[other]
}

// sharing returns how many texts share a trace at its place.
func (l *look) sharing(x trace) int {
	if lex := l.lexicon(); lex.texts[l.to] == lex.texts[l.from] {
		return 1 + x.holders
	}
	return 2 + x.holders
}

func capital(doc *text.Doc, i int) bool {
	first, _ := utf8.DecodeRuneInString(word(doc, i))
	return unicode.IsUpper(first)
}

// replaced returns the word of another text that stands in the place of word i, where each word of a
// stretch has one of its own there.
func replaced(p spot, i int) (int, bool) {
	return p.their.From + i - p.own.From, p.own.To-p.own.From == p.their.To-p.their.From
}

// hashOf returns the hash of a word as it has it in a text.
func hashOf(w string) uint64 {
	if tokens := text.Tokenize(w, nil); len(tokens) == 1 {
		return tokens[0].Hash
	}
	return 0
}

// cut returns the beginning of a word, longer than any word is compared.
func cut(w string) string {
	const most = 4 * (longestSpelling + 1) // bytes
	if len(w) <= most {
		return w
	}
	for n := most; ; n-- {
		if utf8.RuneStart(w[n]) {
			return w[:n]
		}
	}
}

// spelled returns the folded letters of a word, or nothing if it holds anything else or is too long to
// be compared: dots, apostrophes and digits in words are house style.
func spelled(doc *text.Doc, i int) []rune {
	w := []rune(text.FoldWord(cut(word(doc, i))))
	if len(w) > longestSpelling || slices.ContainsFunc(w, func(r rune) bool { return !unicode.IsLetter(r) }) {
		return nil
	}
	return w
}
