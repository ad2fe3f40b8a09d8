package lineage

import (
	"cmp"
	"iter"
	"slices"

	"hearsay/text"
)

// A lexicon tells how many texts of a story have a word. Articles of the same words are one text.
type lexicon struct {
	texts   []int // by node: the first node of the same text
	spread  map[uint64]spread
	doubles map[uint64]int // how often the texts have a word twice in a row
	// common holds the long words that commonTexts texts or more have, and shortened for each of them
	// what it is without one of its letters, with the word.
	common, shortened map[string]int
	words             []commonWord
}

type commonWord struct {
	form    string // as a text writes it
	letters []rune // folded
	texts   int
}

type spread struct {
	texts int
	last  int // the node that it was last counted for
	at    int // the word in its text
}

// lexicon counts the words of the story once. It costs its words.
func (s *search) lexicon() *lexicon {
	if s.tracing.lexicon != nil {
		return s.tracing.lexicon
	}
	l := &lexicon{texts: make([]int, len(s.members)), spread: map[uint64]spread{}, doubles: map[uint64]int{}}
	first := map[uint64]int{}
	for n := range s.members {
		tokens := s.article(n).Doc.Tokens()
		var sum uint64
		for _, t := range tokens {
			sum = (sum ^ t.Hash) * 0x9e3779b97f4a7c15 // the golden ratio, odd: no word is lost on the way
			sum ^= sum >> 32
		}
		if f, ok := first[sum]; ok && sameWords(s.article(f).Doc, s.article(n).Doc) {
			l.texts[n] = f
			continue
		}
		l.texts[n], first[sum] = n, n
		for i, t := range tokens {
			if i > 0 && t.Hash == tokens[i-1].Hash && t.Kind == text.Word {
				l.doubles[t.Hash]++
			}
			if w := l.spread[t.Hash]; w.texts == 0 || w.last != n {
				l.spread[t.Hash] = spread{w.texts + 1, n, i}
			}
		}
	}
	s.learnCommon(l)
	s.tracing.lexicon = l
	return l
}

const (
	// A word that no other text at the place shows to be misspelled is held against the words that
	// commonTexts texts of the story have. It must be long: short words have many neighbours.
	commonTexts = 3
	longWord    = 8 // letters
	// mostCommon bounds the words that are learnt so; a story has some thousand.
	mostCommon = 1 << 15
)

// learnCommon learns the long common words of a story.
func (s *search) learnCommon(l *lexicon) {
	var places []spread
	for _, w := range l.spread {
		if w.texts >= commonTexts {
			places = append(places, w)
		}
	}
	slices.SortFunc(places, func(a, b spread) int { return cmp.Or(b.texts-a.texts, a.last-b.last, a.at-b.at) })
	l.common, l.shortened = map[string]int{}, map[string]int{}
	for _, p := range places {
		letters := spelled(s.article(p.last).Doc, p.at)
		if len(letters) < longWord || len(l.words) == mostCommon {
			continue
		}
		w := string(letters)
		if _, ok := l.common[w]; ok {
			continue
		}
		l.common[w] = len(l.words)
		l.words = append(l.words, commonWord{word(s.article(p.last).Doc, p.at), letters, p.texts})
		for short := range withoutOne(letters) {
			if _, ok := l.shortened[short]; !ok {
				l.shortened[short] = l.common[w]
			}
		}
	}
}

// meant returns the common word that a word is with one slip of the hand: a letter left out, one put in,
// or two that changed places.
func (l *lexicon) meant(letters []rune) (commonWord, edit, bool) {
	try := func(k int, ok bool) (commonWord, edit, bool) {
		if !ok {
			return commonWord{}, edit{}, false
		}
		e, one := oneEdit(l.words[k].letters, letters)
		return l.words[k], e, one && e.inWord() && e.at > 1
	}
	k, ok := l.shortened[string(letters)]
	if w, e, ok := try(k, ok); ok {
		return w, e, true
	}
	for short := range withoutOne(letters) {
		k, ok := l.common[short]
		if w, e, ok := try(k, ok); ok {
			return w, e, true
		}
	}
	for i := range len(letters) - 1 {
		letters[i], letters[i+1] = letters[i+1], letters[i]
		k, ok := l.common[string(letters)]
		letters[i], letters[i+1] = letters[i+1], letters[i]
		if w, e, ok := try(k, ok); ok {
			return w, e, true
		}
	}
	return commonWord{}, edit{}, false
}

// withoutOne yields a word without each of its letters in turn.
func withoutOne(letters []rune) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := range letters {
			if i > 0 && letters[i] == letters[i-1] {
				continue
			}
			if !yield(string(letters[:i]) + string(letters[i+1:])) {
				return
			}
		}
	}
}
