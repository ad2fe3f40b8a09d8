package entity

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"hearsay/text"
)

// A Name is a spelling of a name, ready to be compared.
type Name struct {
	tokens  []nameToken
	comma   bool   // “Surname, Given”: tokens are in the order of speech
	east    bool   // in a script whose names put the surname first, or short enough for it
	letters string // all letters, joined
	legal   string // the legal form of a company, in one spelling
	body    bool   // it has words that names of bodies have
	vowels  bool   // whether the script writes vowels
}

// A nameToken is one word of a name.
type nameToken struct {
	word    string // folded, in Latin letters
	phones  []phone
	weight  float64 // how much it says: 1 for most, less for particles, initials and words that many bodies share
	initial bool
	bin     bool // bin, ibn, ben: what follows is the father
}

const particleWeight, initialWeight, bodyWeight = 0.15, 0.5, 0.5

// ParseName prepares a name for comparing. Titles and honorifics are left out; Arabic, Persian, Cyrillic, Greek and Hebrew letters are
// read in Latin ones.
func ParseName(s string) Name {
	n := Name{vowels: true}
	s = norm.NFKC.String(s)
	if before, after, ok := strings.Cut(s, ","); ok && strings.TrimSpace(after) != "" && !strings.Contains(after, ",") && !legalForms[text.Fold(after)] {
		s, n.comma = after+" "+before, true
	}
	latin, script := romanise(s)
	n.vowels = script != arabicScript && script != hebrewScript
	n.east = script == eastScript
	words := nameWords(latin)
	words = n.takeLegal(words)
	for i := 0; i < len(words); i++ {
		w := words[i]
		if i+1 < len(words) && len(words) > 2 && honorifics[w] {
			continue
		}
		if joined, used := joinWords(words[i:]); used > 1 {
			n.add(joined)
			i += used - 1
			continue
		}
		n.add(w)
	}
	for _, t := range n.tokens {
		n.letters += t.word
	}
	return n
}

// nameWords cuts a name into folded words: at white space, hyphens and points; apostrophes vanish.
func nameWords(s string) []string {
	var out []string
	for f := range strings.FieldsFuncSeq(s, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("-‐‑–—./()[]\"“”«»&;:", r)
	}) {
		var b strings.Builder
		for _, r := range text.FoldWord(f) {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				b.WriteRune(r)
			}
		}
		if b.Len() > 0 {
			out = append(out, b.String())
		}
	}
	return out
}

// joinWords joins what is one word in two: abd al-Rahman, abu Bakr, nur al-Din. It returns the joined word and how many words it took; 0 for none.
func joinWords(w []string) (string, int) {
	switch {
	case (w[0] == "abd" || w[0] == "abdul" || w[0] == "abdel" || w[0] == "abdal" || w[0] == "abdol") && len(w) > 1:
		k := 1
		if len(w) > 2 && isArticle(w[1]) {
			k = 2
		}
		return "abd" + w[k], k + 1
	case len(w) > 2 && isArticle(w[1]) && (w[2] == "din" || w[2] == "deen" || w[2] == "eddin" || w[2] == "dine" || strings.HasPrefix(w[2], "lah")):
		return w[0] + w[2], 3
	case len(w) > 1 && (w[1] == "eddin" || w[1] == "eddine" || w[1] == "uddin" || w[1] == "aldin" || w[1] == "ullah" || w[1] == "allah" && len(w[0]) > 3):
		return w[0] + strings.TrimLeft(w[1], "aeou"), 2
	}
	return "", 0
}

func isArticle(w string) bool {
	switch w {
	case "al", "el", "ul", "ad", "as", "ash", "ar", "an", "at", "az", "il", "l":
		return true
	}
	return false
}

func (n *Name) add(w string) {
	t := nameToken{word: w, weight: 1}
	switch {
	case isArticle(w) || nameParticles[w]:
		t.weight = particleWeight
	case w == "bin" || w == "ibn" || w == "ben" || w == "bint" || w == "ould" || w == "b":
		t.weight, t.bin = particleWeight, true
	case len([]rune(w)) == 1:
		t.weight, t.initial = initialWeight, true
	case bodyWords()[w]:
		t.weight = bodyWeight
		n.body = true
	}
	for _, prefix := range [...]string{"abdul", "abdel", "abdal", "abdol"} {
		if rest, ok := strings.CutPrefix(w, prefix); ok && len(rest) > 2 {
			t.word = "abd" + rest
		}
	}
	t.phones = phonesOf(t.word)
	n.tokens = append(n.tokens, t)
}

var (
	nameParticles = setOf("van von der den de da di du la le las los della dos das e y the of for and und et und for")
	honorifics    = setOf("mr mrs ms dr sir sheikh shaikh shaykh sheik haji hajji hajj sayyid sayyed sayed seyyed seyed general gen col colonel president minister prof professor imam mullah maulvi mawlawi mawlana qari ustad ayatollah lord prince king emir")
)

// bodyWords are words that so many names of bodies share that they tell little.
func bodyWords() map[string]bool { return lists().org }

// legalForms are the legal forms of companies, each in one spelling.
var legalForms, legalSpelling = func() (map[string]bool, map[string]string) {
	known, spelling := map[string]bool{}, map[string]string{}
	for line := range strings.Lines(`ag|aktiengesellschaft
gmbh|gesellschaft mit beschrankter haftung
ltd|limited|ltda|limitada
inc|incorporated
corp|corporation
co|company|cie
llc|limited liability company|ooo|obshchestvo s ogranichennoi otvetstvennostiu
plc|public limited company
pjsc|public joint stock company|pao
ojsc|open joint stock company|oao|otkrytoe aktsionernoe obshchestvo
jsc|joint stock company|ao|zao|cjsc|closed joint stock company
sa|societe anonyme|sociedad anonima|s a
sarl|societe a responsabilite limitee
spa|societa per azioni
srl|bv|nv|oy|ab|as|kg|se|pte|pty|sdn bhd|bhd|fze|fzco|sal|kft|doo|dd
`) {
		forms := strings.Split(strings.TrimSpace(line), "|")
		for _, f := range forms {
			known[f] = true
			spelling[f] = forms[0]
		}
	}
	for _, f := range strings.Split("srl|bv|nv|oy|ab|as|kg|se|pte|pty|sdn bhd|bhd|fze|fzco|sal|kft|doo|dd", "|") {
		spelling[f] = f
	}
	return known, spelling
}()

// takeLegal takes the legal form off the beginning or end of the words.
func (n *Name) takeLegal(words []string) []string {
	for k := min(5, len(words)-1); k > 0; k-- {
		if tail := strings.Join(words[len(words)-k:], " "); legalForms[tail] {
			n.legal = legalSpelling[tail]
			return n.takeMoreLegal(words[:len(words)-k])
		}
		if head := strings.Join(words[:k], " "); legalForms[head] && k < len(words) && len(head) > 2 && head != "company" {
			n.legal = legalSpelling[head]
			return words[k:]
		}
	}
	return words
}

// takeMoreLegal takes a second form away: Co. Ltd.
func (n *Name) takeMoreLegal(words []string) []string {
	if k := len(words); k > 1 && legalForms[words[k-1]] {
		n.legal = legalSpelling[words[k-1]] + " " + n.legal
		return words[:k-1]
	}
	return words
}
