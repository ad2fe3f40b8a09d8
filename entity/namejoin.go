package entity

import "strings"

// joinWords joins what is one word in several: abd al-Rahman, abu Bakr, nur al-Din. It returns the word, what it begins with, and how many words it took.
// Every spelling of abd and its article becomes “abd”, every one of abu “abu”, so that what follows begins behind three letters.
func joinWords(w []string) (string, prefix, int) {
	if abdWords[w[0]] && len(w) > 1 {
		k := 1
		if len(w) > 2 && isArticle(w[1]) {
			k = 2
		}
		return "abd" + w[k], servant, k + 1
	}
	if abuWords[w[0]] && len(w) > 1 {
		k := 1
		if len(w) > 2 && isArticle(w[1]) {
			k = 2
		}
		if len(w[k]) > 2 {
			return "abu" + w[k], father, k + 1
		}
	}
	switch {
	case len(w) > 2 && isArticle(w[1]) && (w[2] == "din" || w[2] == "deen" || w[2] == "eddin" || w[2] == "dine" || strings.HasPrefix(w[2], "lah")):
		return w[0] + w[2], noPrefix, 3
	case len(w) > 1 && (w[1] == "eddin" || w[1] == "eddine" || w[1] == "uddin" || w[1] == "aldin" || w[1] == "ullah" || w[1] == "allah" && len(w[0]) > 3):
		return w[0] + strings.TrimLeft(w[1], "aeou"), noPrefix, 2
	}
	if rest, ok := cutAbd(w[0]); ok {
		return "abd" + rest, servant, 1
	}
	return w[0], noPrefix, 1
}

// abdWords are spellings of abd, alone or with the article, whose l becomes like the next sound: Abdur Rahman, Abdus Salam.
var (
	abdWords = setOf("abd abdul abdel abdal abdol abdoul abdur abder abdar abdus abdes abdas abduz abdez abdun abden abdud abded abdut")
	abuWords = setOf("abu abou abi")
)

// cutAbd cuts abd and its article off a word that is written together: Abdulrahman, Abderrahmane.
func cutAbd(w string) (string, bool) {
	rest, ok := strings.CutPrefix(w, "abd")
	if !ok || len(rest) < 4 {
		return "", false
	}
	vowel := strings.TrimLeft(rest, "aeiou")
	if len(vowel) == len(rest) || len(rest)-len(vowel) > 2 || len(vowel) < 4 {
		return "", false
	}
	if vowel[0] == 'l' || vowel[0] == vowel[1] {
		return vowel[1:], true
	}
	return "", false
}

func isArticle(w string) bool {
	switch w {
	case "al", "el", "ul", "ad", "as", "ash", "ar", "an", "at", "az", "il", "l":
		return true
	}
	return false
}

// withoutArticle returns a word without an article that is written together with it: alkhazali.
func withoutArticle(w string) (string, bool) {
	for _, a := range [...]string{"al", "el"} {
		if rest, ok := strings.CutPrefix(w, a); ok && len(rest) >= 4 {
			return rest, true
		}
	}
	return w, false
}
