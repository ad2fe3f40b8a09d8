package entity

// A verdict is a comparison in one order of the words, before it is put into words.
type verdict struct {
	score         float64
	contradiction bool
	turned        bool // in another order
	crossed       bool // father and son
	letters       bool // one gives the first letters of the other
	legal         bool // legal forms differ
	matches       [longestName]match
	n             int // of matches
}

// What an extra and a contradiction cost, by the weight of the words; a particle more or less costs little.
const extraPenalty, bodyExtraPenalty, contraPenalty, particlePenalty = 0.32, 0.32, 1.6, 0.05

// legalPenalty is what different legal forms cost.
const legalPenalty = 0.12

// verdict compares the words in the orders given.
func (g *grid) verdict(n, o *Name, orderA, orderB []uint8) verdict {
	var v verdict
	v.n = len(g.alignWords(orderA, orderB, v.matches[:0]))
	got, all := 0.0, 0.0
	words := false
	for _, m := range v.matches[:v.n] {
		got += m.weight * m.alike
		all += m.weight
		words = words || !g.a[m.a].initial && !g.b[m.b].initial && m.weight > particleWeight
	}
	a, b := v.rest(g.a, firstSide), v.rest(g.b, secondSide)
	v.contradiction = a.content >= bodyWeight && b.content >= bodyWeight || g.body && (a.number || b.number) || a.initials > 0 && b.content+b.initials > 0 || b.initials > 0 && a.content+a.initials > 0
	contra := min(a.sum(), b.sum())
	extra := max(a.sum(), b.sum()) - contra
	penalty := extraPenalty
	if g.body {
		penalty = bodyExtraPenalty
	}
	all += penalty*extra + contraPenalty*contra + particlePenalty*(a.particles+b.particles)
	if all > 0 && (words || n.letters == o.letters) {
		v.score = got / all
	}
	if n.legal != "" && o.legal != "" && n.legal != o.legal {
		v.score -= legalPenalty
		v.legal = true
	}
	return v
}

// A remainder is the weight of the words of a name that have no partner.
type remainder struct {
	content, initials, particles float64
	number                       bool
}

// initialExtra is what an initial without partner counts of its weight.
const initialExtra = 0.6

func (r remainder) sum() float64 { return r.content + initialExtra*r.initials }

type side bool

const firstSide, secondSide side = false, true

// rest sums what has no partner.
func (v *verdict) rest(words []nameToken, s side) remainder {
	used := v.used(s)
	var r remainder
	for i := range words {
		t := &words[i]
		switch {
		case used&(1<<i) != 0:
		case t.weight <= particleWeight:
			r.particles += t.weight
		case t.initial:
			r.initials += t.weight
		default:
			r.content += t.weight
			r.number = r.number || t.number
		}
	}
	return r
}

// used returns which words of a side have a partner, one bit a word.
func (v *verdict) used(s side) (bits uint16) {
	for _, m := range v.matches[:v.n] {
		at, k := m.a, m.na
		if s == secondSide {
			at, k = m.b, m.nb
		}
		for i := range k {
			bits |= 1 << (at + i)
		}
	}
	return bits
}

// lettersOf compares a word with the first letters of a longer name: “UN” and “United Nations”.
func (n *Name) lettersOf(o *Name) (verdict, bool) {
	word, long := n, o
	if len(o.tokens) == 1 {
		word, long = o, n
	}
	if len(word.tokens) != 1 || len(long.tokens) < 2 || !long.body || len(word.letters) < 2 || len(word.letters) > longestAcronym {
		return verdict{}, false
	}
	left := word.letters
	for i := range long.tokens {
		t := &long.tokens[i]
		if t.weight <= particleWeight {
			continue
		}
		if left == "" || t.word[0] != left[0] {
			return verdict{}, false
		}
		left = left[1:]
	}
	return verdict{score: lettersScore, letters: true}, left == ""
}

const longestAcronym, lettersScore = 6, 0.8
