package entity

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// A Name is a spelling of a name, ready to be compared.
type Name struct {
	tokens  []nameToken
	flat    []phone  // of all tokens in their order; tokens hold parts of it, so that neighbours can be read as one word
	titles  []string // that were left out: “General”, “Sheikh”
	comma   bool     // “Surname, Given”: tokens are in the order of speech
	east    bool     // in a script whose names put the surname first
	letters string   // all letters, joined
	legal   string   // the legal form of a company, in one spelling
	body    bool     // it has words or a legal form that names of bodies have
	vowels  bool     // whether the script writes vowels
}

// A nameToken is one word of a name.
type nameToken struct {
	word    string // folded, in Latin letters
	phones  []phone
	from    int     // of phones in Name.flat
	bare    []phone // phones without what is written together with the name proper: the article of alkhazali, the abd of abdmalik
	prefix  prefix
	weight  float64 // how much it says: 1 for most, less for particles, initials and words that many bodies share
	initial bool
	bin     bool // bin, ibn, ben: what follows is the father
	number  bool // it is a number; word holds its digits
	bulk    bulk
}

// A prefix is a word that makes a name of its own of what follows.
type prefix uint8

const (
	noPrefix prefix = iota
	article         // al-Khazali is Khazali
	servant         // Abd al-Malik is not Abd al-Khaliq, and not Malik
	father          // Abu Muhammad is not Muhammad
)

const particleWeight, initialWeight, bodyWeight = 0.15, 0.5, 0.5

// ParseName prepares a name for comparing. Titles and honorifics are set aside; Arabic, Persian, Cyrillic, Greek and Hebrew letters
// and Hangul are read in Latin letters.
func ParseName(s string) Name {
	n := Name{vowels: true}
	s = norm.NFKC.String(s)
	s, n.comma = turnComma(s)
	latin, script := romanise(spellHangul(s))
	n.vowels = script != arabicScript && script != hebrewScript
	n.east = script == eastScript || hasHangul(s)
	if script == arabicScript {
		latin = spellUnwritten(latin)
	}
	words := n.cutLegal(latin)
	words = n.cutTitles(words)
	for i := 0; i < len(words); {
		word, kind, used := joinWords(words[i:])
		n.add(word, kind)
		i += used
	}
	for i := range n.tokens {
		n.letters += n.tokens[i].word
	}
	n.sound()
	return n
}

// Titles returns the titles and honorifics that the spelling has, folded, in their order. They are left out of comparisons.
func (n Name) Titles() []string { return n.titles }

// turnComma gives “Surname, Given” in the order of speech. A comma in a longer name, in that of a body or before a legal form stays.
func turnComma(s string) (string, bool) {
	before, after, ok := strings.Cut(s, ",")
	if !ok || strings.TrimSpace(after) == "" || strings.Contains(after, ",") || len(strings.Fields(before)) > longestSurname {
		return s, false
	}
	if hasBodyWord(nameWords(s)) || slices.ContainsFunc(nameWords(joinLetters(after)), isLegalForm) {
		return s, false
	}
	return after + " " + before, true
}

const longestSurname = 4

func (n *Name) add(w string, kind prefix) {
	t := nameToken{word: w, prefix: kind, weight: 1}
	digits, isNumber := numberOf(w, n.body)
	switch {
	case isArticle(w) && (!n.body || w == "al" || w == "el") || nameParticles[w]:
		t.weight = particleWeight
	case fatherWords[w]:
		t.weight, t.bin = particleWeight, true
	case isNumber:
		t.word, t.number = digits, true
		if k := len(n.tokens) - 1; k >= 0 && isTens(&n.tokens[k]) && len(digits) == 1 {
			n.tokens[k].word = n.tokens[k].word[:1] + digits
			return
		}
	case len([]rune(w)) == 1:
		t.weight, t.initial = initialWeight, true
	case bodyWords()[w]:
		t.weight = bodyWeight
		n.body = true
	}
	n.tokens = append(n.tokens, t)
}

var (
	nameParticles = setOf("van von der den de da di du la le las los della dos das e y the of for and et und")
	fatherWords   = setOf("bin ibn ben bint ould b")
)

// bodyWords are words that so many names of bodies share that they tell little.
func bodyWords() map[string]bool { return lists().org }

// sound reads the words as sounds.
func (n *Name) sound() {
	for i := range n.tokens {
		t := &n.tokens[i]
		t.from = len(n.flat)
		n.flat = appendPhones(n.flat, t.word)
	}
	for i := range n.tokens {
		t := &n.tokens[i]
		end := len(n.flat)
		if i+1 < len(n.tokens) {
			end = n.tokens[i+1].from
		}
		t.phones = n.flat[t.from:end:end]
		t.bulk = bulkOf(t.phones)
		switch t.prefix {
		case servant, father:
			t.bare = appendPhones(nil, t.word[len("abd"):])
		case noPrefix:
			if rest, ok := withoutArticle(t.word); ok {
				t.prefix, t.bare = article, appendPhones(nil, rest)
			}
		}
	}
}
