package entity

import "math"

// A Comparison says whether two spellings can name the same one, and why.
type Comparison struct {
	Score float64 // 0 to 1
	// Same says that they do: Score is at least sameScore and nothing contradicts.
	Same bool
	// Contradiction says that each has a word that the other does not have: “Qais Khazali” and “Laith Khazali”.
	Contradiction bool
	Reasons       []string // Evidence in words
	Evidence      []Reason
}

// sameScore was set on one half of the pairs of OFAC aliases and name_bench and checked on the other.
const sameScore = 0.7

// CompareNames compares two spellings of names.
func CompareNames(a, b string) Comparison { return ParseName(a).Compare(ParseName(b)) }

// Compare compares two names. It aligns their words in order; a word that only one has is an extra, and words that each has alone are a
// contradiction. Two words may be one in the other spelling (Salah Eddin, Salahdin). The order may be another where one was written with a comma,
// ends with a patronymic or comes from East Asia, or where both have three words.
func (n Name) Compare(o Name) Comparison {
	if len(n.tokens) == 0 || len(o.tokens) == 0 {
		r := Reason{Kind: NoLetters}
		return Comparison{Evidence: []Reason{r}, Reasons: []string{r.String()}}
	}
	turned := n.letters > o.letters // so that the answer is the same, to the last bit, from both sides
	x, y := &n, &o
	if turned {
		x, y = &o, &n
	}
	v := x.weigh(y)
	c := Comparison{Contradiction: v.contradiction, Evidence: v.evidence(x, y, turned)}
	c.Score = math.Round(1000*min(1, max(0, v.score))) / 1000
	c.Same = c.Score >= sameScore && !c.Contradiction
	c.Reasons = make([]string, len(c.Evidence))
	for i, r := range c.Evidence {
		c.Reasons[i] = r.String()
	}
	return c
}

// weigh returns the verdict on the order of words that makes the names most alike.
func (n *Name) weigh(o *Name) verdict {
	var g grid
	g.fill(n, o)
	spoken := inOrder()
	v := g.verdict(n, o, spoken[:len(g.a)], spoken[:len(g.b)])
	if letters, ok := n.lettersOf(o); ok && letters.score > v.score {
		return letters
	}
	if crossed := fathersCrossed(n.tokens, o.tokens); crossed {
		v.crossed, v.contradiction = true, true
		v.score -= crossedPenalty
		return v
	}
	if v.score >= turnedWorth {
		return v
	}
	for _, order := range n.turns(o) {
		v = better(v, g.verdict(n, o, order.words(), spoken[:len(g.b)]))
	}
	for _, order := range o.turns(n) {
		v = better(v, g.verdict(n, o, spoken[:len(g.a)], order.words()))
	}
	return v
}

// crossedPenalty is what a comparison loses where father and son are the other way round.
const crossedPenalty = 0.4

// fathersCrossed reports whether “X bin Y” stands against “Y bin X”.
func fathersCrossed(a, b []nameToken) bool {
	i, j := fatherAt(a), fatherAt(b)
	if i < 1 || j < 1 {
		return false
	}
	same := func(x, y nameToken) bool { return alike(x.phones, y.phones, false) > 0.85 }
	return same(a[i-1], b[j+1]) && same(a[i+1], b[j-1]) && !same(a[i-1], b[j-1])
}

// fatherAt returns the place of the first word for “son of” between two words, -1 if there is none.
func fatherAt(words []nameToken) int {
	for i := 1; i+1 < len(words); i++ {
		if words[i].bin {
			return i
		}
	}
	return -1
}
