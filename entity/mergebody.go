package entity

import (
	"strings"

	"hearsay/text"
)

// oneBody reports whether two names are names of one well-known body or place: “UNSC”, “United Nations Security Council”.
func oneBody(a, b string) bool {
	x, ok := wellKnownBody(a)
	y, also := wellKnownBody(b)
	return ok && also && x == y
}

// wellKnownBody returns the fullest name of a well-known body or place, folded.
func wellKnownBody(name string) (string, bool) {
	f := strings.TrimPrefix(text.Fold(name), "the ")
	for _, country := range [...]string{"", "us ", "u.s. ", "u.s ", "uk ", "united states "} {
		if rest, ok := strings.CutPrefix(f, country); ok {
			if b, known := lists().bodies[rest]; known {
				return b.name, true
			}
		}
	}
	return "", false
}

// mayBeOneBody reports whether names of bodies can be spellings of one. The words that name kinds of bodies must agree: a mission is no museum, however alike they sound. Where
// they are all there is (“Armed Forces”, “Iraqi Armed Forces”), other words make another body.
func mayBeOneBody(a, b string) bool {
	wordsA, restA := bodyWordsOf(a)
	wordsB, restB := bodyWordsOf(b)
	if wordsA != wordsB {
		return wordsA == "" && restA > 1 || wordsB == "" && restB > 1 // “Twitter” is not the Twitter Police
	}
	return wordsA == "" || restA > 0 && restB > 0
}

// genericBody reports whether a name has no word of its own: “Government”, “Armed Forces”.
func genericBody(name string) bool {
	words, rest := bodyWordsOf(name)
	return words != "" && rest == 0
}

// bodyWordsOf returns the words of a name that name kinds of bodies, and how many others say something. Adjectives of nations and of bodies do not.
func bodyWordsOf(name string) (words string, rest int) {
	for _, t := range text.Tokenize(name, nil) {
		s := t.Span()
		w := text.FoldWord(name[s.Start:s.End])
		switch {
		case lists().org[w] || nationBodies[w] || lists().org[strings.TrimSuffix(w, "s")]:
			words += w + " "
		case bodyAdjectives[w] || connectors[w] || particles[w] || lists().nations[w] || lists().nations[strings.TrimSuffix(w, "s")]:
		default:
			rest++
		}
	}
	return words, rest
}
