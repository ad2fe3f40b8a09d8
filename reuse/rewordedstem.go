package reuse

import (
	"unicode"
	"unicode/utf8"

	"hearsay/text"
)

// Two words that a writer exchanged for each other's forms (closed, closing; закрыли, закрыт; مدرسة,
// المدرسة) have one stem. A stem is the beginning of the folded word: cutting words off is the one
// treatment of endings that needs no list and no language, and it is right more often than wrong in all
// languages that inflect at the end. It joins some words that have nothing to do with each other, too.
const (
	stemRunes = 5
	// Arabic and Hebrew roots have three letters, mostly; what follows is inflection sooner.
	semiticRunes = 4
)

// A stem is the hash of a stem, never 0.
type stem uint64

// stemsOf returns the stems of the words of the sources by their index, 0 for words that occur in none
// of them. It costs one pass over the tokens.
func stemsOf(sources []source, words *vocabulary) []stem {
	stems := make([]stem, len(words.words))
	for i := range sources {
		s := &sources[i]
		for k, id := range s.words {
			if stems[id] == 0 {
				stems[id] = stemOf(s.tokens[k], s.doc)
			}
		}
	}
	return stems
}

func stemOf(t text.Token, doc *text.Doc) stem {
	if t.Kind != text.Word {
		return stem(mix(t.Hash) | 1)
	}
	hash := uint64(0)
	for _, r := range cut(text.FoldWord(doc.Text(t.Span()))) {
		hash = mix(hash ^ uint64(r))
	}
	return stem(hash | 1)
}

// cut returns the stem of a folded word.
func cut(w string) string {
	first, _ := utf8.DecodeRuneInString(w)
	switch {
	case unicode.Is(unicode.Arabic, first):
		return firstRunes(withoutArticle(w), semiticRunes)
	case unicode.Is(unicode.Hebrew, first):
		return firstRunes(w, semiticRunes)
	case first < utf8.RuneSelf && len(w) > 3 && w[len(w)-1] == 's':
		// The one ending of four-letter words that cutting does not reach: it marks the plural in English,
		// French, Spanish, Portuguese and Dutch, the genitive in German and Swedish.
		w = w[:len(w)-1]
	}
	return firstRunes(w, stemRunes)
}

func firstRunes(w string, n int) string {
	for i := range w {
		if n == 0 {
			return w[:i]
		}
		n--
	}
	return w
}

// withoutArticle returns an Arabic word without its article and what is written together before it: and,
// so, in, like, to. At least three letters are left.
func withoutArticle(w string) string {
	const letter = 2 // bytes
	rest := w
	if len(rest) >= 6*letter {
		switch rest[:letter] {
		case "و", "ف", "ب", "ك":
			if rest[letter:3*letter] == "ال" {
				rest = rest[letter:]
			}
		}
	}
	if len(rest) >= 5*letter && (rest[:2*letter] == "ال" || rest[:2*letter] == "لل") {
		return rest[2*letter:]
	}
	if len(w) >= 5*letter && w[:letter] == "و" {
		return w[letter:]
	}
	return w
}

// joined is the stem of two ideographs.
func joined(a, b stem) stem { return stem(mix(uint64(a)*radix+uint64(b)) | 1) }
