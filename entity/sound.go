package entity

import "unicode/utf8"

// A phone is one sound of a name as a spelling may mean it: a letter group with the set of sounds that it stands for in some way of writing. Sets in place
// of one key: one key merges too much or too little (Freeman, Condon and Ackerman 2006 weigh letters of English and Arabic so).
type phone struct {
	spelling string
	set      sounds
	vowel    bool
	id       uint8 // in the tables of costs; 0 for a letter that they do not know
}

type sounds uint32

const (
	soundB sounds = 1 << iota
	soundP
	soundF
	soundV
	soundW
	soundT
	soundD
	soundTh
	soundDh
	soundS
	soundZ
	soundSh
	soundZh
	soundCh
	soundJ
	soundK
	soundQ
	soundG
	soundKh
	soundH
	soundL
	soundM
	soundN
	soundR
	soundY
	soundA
	soundE
	soundI
	soundO
	soundU
	soundAi // the diphthong of Hussein and Qais, which is no short a
)

const vowelSounds = soundA | soundE | soundI | soundO | soundU | soundAi

// longestGrapheme is how many letters stand for one sound at most.
const longestGrapheme = 4

// appendPhones reads a folded word as phones; doubled consonants are one.
func appendPhones(out []phone, w string) []phone {
	from := len(out)
	for len(w) > 0 {
		p := nextPhone(w)
		w = w[len(p.spelling):]
		if n := len(out); n > from && !p.vowel && out[n-1].spelling == p.spelling {
			continue
		}
		out = append(out, p)
	}
	return out
}

// nextPhone reads the first phone of a word: the longest letter group that is known, else one letter.
func nextPhone(w string) phone {
	for k := min(longestGrapheme, len(w)); k > 0; k-- {
		if p, ok := phoneTable[w[:k]]; ok {
			return p
		}
	}
	_, size := utf8.DecodeRuneInString(w)
	return phone{spelling: w[:size]}
}

// A bulk bounds what a word can sound like.
type bulk struct {
	heft float64 // the weights of its phones together
	hard int     // phones that no spelling leaves out or makes a vowel, a glide or an h
	firm int     // phones that can be the partner of a hard one
	set  sounds  // of all phones
}

func bulkOf(phones []phone) (b bulk) {
	for _, p := range phones {
		b.heft += p.weight()
		b.set |= p.set
		if hardPhone[p.id] {
			b.hard++
		}
		if dropCost[dropInside][p.id] >= costConsonant {
			b.firm++
		}
	}
	return b
}

func (b bulk) add(c bulk) bulk {
	return bulk{b.heft + c.heft, b.hard + c.hard, b.firm + c.firm, b.set | c.set}
}

// atMostAlike bounds how alike words can sound: each hard phone that has no partner costs 1.
func atMostAlike(a, b []phone, bulkA, bulkB bulk) float64 {
	lone := max(bulkA.hard-bulkB.firm, bulkB.hard-bulkA.firm, strangers(a, bulkB.set), strangers(b, bulkA.set))
	return 1 - float64(lone)*costConsonant/max(bulkA.heft, bulkB.heft, lightest)
}

// strangers counts the hard phones that have no sound in common with any of the other word, nor one that differs by voice.
func strangers(phones []phone, set sounds) (n int) {
	for i := range phones {
		if id := phones[i].id; hardPhone[id] && reach[id]&set == 0 {
			n++
		}
	}
	return n
}

const weightVowel, weightConsonant = 0.45, 1.0

func (p phone) weight() float64 {
	if p.vowel {
		return weightVowel
	}
	return weightConsonant
}
