package entity

import (
	"fmt"
	"math"
	"slices"
)

// A Comparison says whether two spellings can name the same one, and why.
type Comparison struct {
	Score float64 // 0 to 1
	// Same says that they do: Score is at least sameScore and nothing contradicts.
	Same bool
	// Contradiction says that each has a word that the other does not have: “Qais Khazali” and “Laith Khazali”.
	Contradiction bool
	Reasons       []string
}

// sameScore was set on one half of the pairs of OFAC aliases and name_bench and checked on the other.
const sameScore = 0.7

// CompareNames compares two spellings of names.
func CompareNames(a, b string) Comparison { return ParseName(a).Compare(ParseName(b)) }

// A match is two words, or two joined to one, that sound alike.
type match struct {
	a, b   int // first word of each
	na, nb int // how many words
	alike  float64
	weight float64
}

// wordAlike is how alike two words must sound to be taken for one.
const wordAlike = 0.66

// Compare compares two names. It aligns their words in order; a word that only one has is an extra, and words that each has alone are a
// contradiction. Two words may be one in the other spelling (Salah Eddin, Salahdin). The order may be another where one was written with a comma,
// or in an East Asian name of two or three words.
func (n Name) Compare(o Name) Comparison {
	if len(n.tokens) == 0 || len(o.tokens) == 0 {
		return Comparison{Reasons: []string{"one of them has no letters"}}
	}
	c := n.ordered(o)
	if !fathers(n.tokens, o.tokens) {
		for _, turned := range n.turns(o) {
			c = better(c, turned.ordered(o))
		}
		for _, turned := range o.turns(n) {
			c = better(c, n.ordered(turned))
		}
	}
	if d, ok := n.short(o); ok && d.Score > c.Score {
		c = d
	}
	c.Score = math.Round(1000*min(1, max(0, c.Score))) / 1000
	c.Same = c.Score >= sameScore && !c.Contradiction
	return c
}

// better returns the comparison in another order of the words, if it is worth more.
func better(c, turned Comparison) Comparison {
	if turned.Contradiction || turnedWorth*turned.Score <= c.Score {
		return c
	}
	turned.Score *= turnedWorth
	turned.Reasons = append(turned.Reasons, "the words stand in another order")
	return turned
}

// turnedWorth is what a comparison in another order of the words is worth.
const turnedWorth = 0.93

// turns returns n in the other orders that the same name may have: the first word last or the last word first. Of two words that is another name
// (Hans Friedrich), unless one was written with a comma or comes from East Asia.
func (n Name) turns(o Name) []Name {
	k := len(n.tokens)
	switch {
	case k < 2 || k > longestName || n.body || o.body || len(o.tokens) < 2:
		return nil
	case n.comma || o.comma || n.east || o.east || eastern(n) && eastern(o):
	case k < 3 || len(o.tokens) < 3:
		return nil
	}
	first, last := n, n
	first.tokens = append(slices.Clone(n.tokens[1:]), n.tokens[0])
	last.tokens = append([]nameToken{n.tokens[k-1]}, n.tokens[:k-1]...)
	out := []Name{first, last}
	if k > 2 {
		second := n
		second.tokens = slices.Clone(n.tokens)
		second.tokens[0], second.tokens[1] = second.tokens[1], second.tokens[0]
		out = append(out, second)
	}
	return out
}

// eastern reports whether the words of a name are as short as those of Chinese, Korean and Vietnamese names.
func eastern(n Name) bool {
	for _, t := range n.tokens {
		if len(t.word) > 6 {
			return false
		}
	}
	return len(n.tokens) == 3
}

// ordered compares the words in their order.
func (n Name) ordered(o Name) Comparison {
	unwritten := n.vowels != o.vowels
	matches := alignWords(n.tokens, o.tokens, unwritten)
	var c Comparison
	usedA, usedB := make([]bool, len(n.tokens)), make([]bool, len(o.tokens))
	got, all := 0.0, 0.0
	for _, m := range matches {
		for i := range m.na {
			usedA[m.a+i] = true
		}
		for i := range m.nb {
			usedB[m.b+i] = true
		}
		got += m.weight * m.alike
		all += m.weight
		if m.weight > particleWeight {
			c.Reasons = append(c.Reasons, fmt.Sprintf("“%s” sounds like “%s” (%.2f)", joinTokens(n.tokens[m.a:m.a+m.na]), joinTokens(o.tokens[m.b:m.b+m.nb]), m.alike))
		}
	}
	extraA, restA, wordsA := rest(n.tokens, usedA)
	extraB, restB, wordsB := rest(o.tokens, usedB)
	c.Contradiction = extraA >= bodyWeight && extraB >= bodyWeight
	switch {
	case c.Contradiction:
		c.Reasons = append(c.Reasons, fmt.Sprintf("“%s” and “%s” contradict each other", wordsA, wordsB))
	case wordsA != "":
		c.Reasons = append(c.Reasons, fmt.Sprintf("only the first has “%s”", wordsA))
	case wordsB != "":
		c.Reasons = append(c.Reasons, fmt.Sprintf("only the second has “%s”", wordsB))
	}
	contra := min(extraA, extraB)
	extra := max(extraA, extraB) - contra
	all += extraPenalty*extra + contraPenalty*contra + 0.05*(restA+restB)
	if all > 0 {
		c.Score = got / all
	}
	if n.legal != "" && o.legal != "" && n.legal != o.legal {
		c.Score -= 0.12
		c.Reasons = append(c.Reasons, "their legal forms differ")
	}
	if fathers(n.tokens, o.tokens) {
		c.Score -= 0.4
		c.Contradiction = true
		c.Reasons = append(c.Reasons, "son and father are the other way round")
	}
	return c
}

const extraPenalty, contraPenalty = 0.32, 1.6

// rest sums the weights of the words that have no partner: words that say something, and particles.
func rest(tokens []nameToken, used []bool) (content, particle float64, words string) {
	for i, t := range tokens {
		switch {
		case used[i]:
		case t.weight <= particleWeight:
			particle += t.weight
		default:
			w := t.weight
			if t.initial {
				w *= 0.6
			}
			content += w
			if words != "" {
				words += " "
			}
			words += t.word
		}
	}
	return content, particle, words
}

func joinTokens(tokens []nameToken) string {
	out := ""
	for i, t := range tokens {
		if i > 0 {
			out += " "
		}
		out += t.word
	}
	return out
}

// fathers reports whether “X bin Y” was matched with “Y bin X”.
func fathers(a, b []nameToken) bool {
	find := func(t []nameToken) int {
		for i, x := range t {
			if x.bin && i > 0 && i+1 < len(t) {
				return i
			}
		}
		return -1
	}
	i, j := find(a), find(b)
	if i < 1 || j < 1 {
		return false
	}
	crossed := alike(a[i-1].phones, b[j+1].phones, false) > 0.85 && alike(a[i+1].phones, b[j-1].phones, false) > 0.85
	straight := alike(a[i-1].phones, b[j-1].phones, false) > 0.85
	return crossed && !straight
}

// short compares a name with its initials or acronym: “United Nations” and “UN”.
func (n Name) short(o Name) (Comparison, bool) {
	if len(n.tokens) != 1 && len(o.tokens) != 1 {
		return Comparison{}, false
	}
	word, long := n, o
	if len(o.tokens) == 1 {
		word, long = o, n
	}
	if len(long.tokens) < 2 || len(word.letters) < 2 || len(word.letters) > 6 {
		return Comparison{}, false
	}
	first := ""
	for _, t := range long.tokens {
		if t.weight > particleWeight {
			first += string([]rune(t.word)[0])
		}
	}
	if first == word.letters && long.body {
		return Comparison{Score: 0.8, Reasons: []string{"one gives the first letters of the other"}}, true
	}
	return Comparison{}, false
}
