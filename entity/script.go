package entity

import "strings"

// The sounds of Hangul syllables in the order of Unicode, after the Revised Romanization (2000). A consonant at the beginning that has no sound is empty.
var (
	hangulLead  = strings.Split("g kk n d tt r m b pp s ss  j jj ch k t p h", " ")
	hangulVowel = strings.Split("a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i", " ")
	hangulTail  = strings.Split(" k k k n n n t l k m l l l p l m p p t t ng t t k t p h", " ")
)

const firstHangul, lastHangul = '가', '힣'

// longestKorean is how many syllables the full names of Koreans have at most.
const longestKorean = 4

func hasHangul(s string) bool { return strings.ContainsFunc(s, isHangul) }

func isHangul(r rune) bool { return firstHangul <= r && r <= lastHangul }

// spellHangul writes Hangul in Latin letters: a syllable of Hangul is a lead, a vowel and perhaps a tail, numbered through. In a word that is no longer than
// the names of Koreans are, each syllable is a word of its own, as their names are spelled in Latin letters: Kim Jong-un.
func spellHangul(s string) string {
	if !hasHangul(s) {
		return s
	}
	words := strings.Fields(s)
	for i, w := range words {
		syllables := []rune(w)
		var b strings.Builder
		for k, r := range syllables {
			if !isHangul(r) {
				b.WriteRune(r)
				continue
			}
			c := int(r - firstHangul)
			b.WriteString(hangulLead[c/(21*28)] + hangulVowel[c/28%21] + hangulTail[c%28])
			if k+1 < len(syllables) && len(syllables) <= longestKorean {
				b.WriteByte(' ')
			}
		}
		words[i] = b.String()
	}
	return strings.Join(words, " ")
}

// spellUnwritten spells the words of Arabic names that other rules look for as they are spoken: their vowels are not written.
func spellUnwritten(latin string) string {
	words := strings.Fields(latin)
	for i, w := range words {
		if s, ok := unwritten[w]; ok {
			words[i] = s
		}
	}
	return strings.Join(words, " ")
}

var unwritten = map[string]string{"bd": "abd", "abw": "abu", "aby": "abu", "bn": "bin", "abn": "bin", "bnt": "bint"}
