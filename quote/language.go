package quote

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"

	"hearsay/text"
)

//go:embed data/cues.tsv
var foreignCues string

// A language holds the word lists of a language without a trained model. The keys are folded words, phrases joined by
// single spaces.
type language struct {
	code                         string
	said, accord, that, he, stop map[string]bool
	longest                      int // words of the longest phrase
}

var languages = sync.OnceValue(func() map[string]*language {
	out := map[string]*language{}
	for line := range strings.Lines(foreignCues) {
		field := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(field) != 3 || strings.HasPrefix(line, "#") {
			continue
		}
		l := out[field[0]]
		if l == nil {
			l = &language{code: field[0], longest: 1}
			out[field[0]] = l
		}
		l.add(field[1], strings.Split(field[2], "|"))
	}
	return out
})

func (l *language) add(kind string, phrases []string) {
	set := map[string]bool{}
	for _, p := range phrases {
		words := strings.Fields(strings.ReplaceAll(p, "'", "' "))
		for i, w := range words {
			words[i] = text.FoldWord(strings.Trim(w, "'"))
		}
		l.longest = max(l.longest, len(words))
		set[strings.Join(words, " ")] = true
	}
	switch kind {
	case "said":
		l.said = set
	case "accord":
		l.accord = set
	case "that":
		l.that = set
	case "he", "they":
		if l.he == nil {
			l.he = map[string]bool{}
		}
		for w := range set {
			l.he[w] = true
		}
	case "stop":
		l.stop = set
	}
}

// unknownLanguage has no words: quotations are found, their speakers are not.
var unknownLanguage = &language{longest: 1}

// languageOf returns the word lists of a language, nil for English.
func languageOf(code string) *language {
	if code == "en" {
		return nil
	}
	if l := languages()[code]; l != nil {
		return l
	}
	return unknownLanguage
}

// A foreign is a paragraph in a language without a model.
type foreign struct {
	*language
	s     string
	q     *sequence
	words []string // folded
	ls    []label
}

// label labels a paragraph by rules: verbs of speech, the noun phrase behind or before them, and the clause or
// quotation that they report.
func (l *language) label(s string, q *sequence, quotes []quotation) []label {
	f := foreign{language: l, s: s, q: q, words: make([]string, len(q.words)), ls: make([]label, len(q.words))}
	for i, w := range q.words {
		if !w.mark {
			f.words[i] = text.FoldWord(s[w.start:w.end])
		}
	}
	for i := range q.words {
		if q.quote[i] != unquoted || f.ls[i] != outside || f.words[i] == "" {
			continue
		}
		if n := f.match(f.accord, i); n > 0 {
			f.according(i, n)
		} else if n := f.matchSaid(i); n > 0 {
			f.cue(i, n)
		}
	}
	return f.ls
}

// match returns how many words from i on make the longest phrase of the set, 0 for none.
func (f *foreign) match(set map[string]bool, i int) int {
	for n := min(f.longest, f.q.last[i]-i+1); n > 0; n-- {
		phrase := strings.Join(f.words[i:i+n], " ")
		if set[phrase] {
			return n
		}
	}
	return 0
}

// matchSaid is match for verbs of speech; Arabic writes “and” and “so” as a letter before them.
func (f *foreign) matchSaid(i int) int {
	if n := f.match(f.said, i); n > 0 {
		return n
	}
	if w, ok := strings.CutPrefix(f.words[i], "و"); ok && f.said[w] {
		return 1
	}
	if w, ok := strings.CutPrefix(f.words[i], "ف"); ok && f.said[w] {
		return 1
	}
	return 0
}

// according labels “laut X …”, “selon X, …”.
func (f *foreign) according(i, n int) {
	end := f.named(i+n, f.q.last[i])
	if end == i+n {
		return
	}
	paint(f.ls, i, i+n, cueRole)
	paint(f.ls, i+n, end, sourceRole)
	from, to := end, f.q.last[i]+1
	if i > f.q.first[i]+2 && f.q.words[i-1].lower == "," || to-end < 4 {
		from, to = f.q.first[i], i
	}
	f.content(from, to)
}

// cue labels a verb of speech at words[i:i+n], its noun phrase, and the clause behind it.
func (f *foreign) cue(i, n int) {
	first, last := f.q.first[i], f.q.last[i]
	from, to := f.before(first, i), i
	if from == to && i > first+1 && f.q.words[i-1].lower == "," { // “Farid Naim, minister of water, sagte”: the words between the commas, or before them
		to = i - 1
		from = f.before(first, to)
	}
	behind := f.phrase(i+n, last)
	inverted := behind > i+n && (from == to || f.inverts(i) || f.stop[f.words[from]])
	at := i + n
	switch {
	case inverted:
		paint(f.ls, i+n, behind, sourceRole)
		at = behind
	case from < to:
		paint(f.ls, from, to, sourceRole)
	}
	paint(f.ls, i, i+n, cueRole)
	f.clause(at, last)
}

// inverts reports whether the subject stands behind the verb at i: always in Arabic, elsewhere behind a quotation or a comma, or at
// the beginning of the sentence.
func (f *foreign) inverts(i int) bool {
	if f.code == "ar" || i == f.q.first[i] {
		return true
	}
	b := f.q.words[i-1]
	return b.mark
}

// clause labels the reported clause: behind “that” (with or without a comma), or in German behind a comma alone.
func (f *foreign) clause(at, last int) {
	for i := at; i <= last && i < at+14; i++ {
		if f.q.quote[i] != unquoted {
			return
		}
		if f.match(f.that, i) > 0 {
			f.content(i, last+1)
			return
		}
		if f.code == "de" && f.q.words[i].lower == "," && i+2 < last && i < at+8 {
			f.content(i+1, last+1)
			return
		}
	}
}

func (f *foreign) content(from, to int) {
	for from < to && f.q.words[from].mark && f.q.quote[from] == unquoted {
		from++
	}
	for to > from && f.q.words[to-1].mark && f.q.quote[to-1] == unquoted {
		to--
	}
	for i := from; i < to; i++ {
		if f.ls[i] != outside { // another cue or source: stop before it
			to = i
		}
	}
	if hasWord(f.q, from, to) {
		paint(f.ls, from, to, contentRole)
	}
}

// phrase returns where the noun phrase that begins at i ends: at a mark, a word of the stop list, or after eight words. It
// must begin with a pronoun, a capital letter, or hold a word that can be a name or role.
func (f *foreign) phrase(i, last int) int {
	if i <= last && f.he[f.words[i]] && (i == last || f.q.words[i+1].mark || f.match(f.stop, i+1) > 0) {
		return i + 1
	}
	k := i
	for k <= last && k < i+8 && !f.q.words[k].mark && f.match(f.stop, k) == 0 && f.match(f.that, k) == 0 && f.matchSaid(k) == 0 {
		k++
	}
	return k
}

// named returns where the noun phrase behind “laut”, “selon”, “según” ends: with its run of words with a capital, or before a mark.
func (f *foreign) named(i, last int) int {
	end := f.phrase(i, last)
	if f.code == "ar" {
		return end
	}
	k := i
	for k < end && !f.capital(k) {
		k++
	}
	if k == end {
		return end
	}
	for k < end && (f.capital(k) || f.q.words[k].lower == "-" || k+1 < end && particlesOfNames[f.words[k]] && f.capital(k+1)) {
		k++
	}
	return k
}

var particlesOfNames = setOf("al el von van de der den di da bin ibn des du del la")

// before returns where the noun phrase that ends before i begins.
func (f *foreign) before(first, i int) int {
	k := i
	for k > first && k > i-10 && !f.q.words[k-1].mark && f.q.quote[k-1] == unquoted && f.match(f.that, k-1) == 0 && f.ls[k-1] == outside {
		k--
	}
	for k < i && !f.capital(k) && !f.he[f.words[k]] && f.code != "ar" && f.stop[f.words[k]] {
		k++
	}
	return k
}

func (f *foreign) capital(i int) bool {
	return unicode.IsUpper(runeAt(f.s, f.q.words[i].start, f.q.words[i].end))
}
