package entity

import "strings"

// A phone is one sound of a name as a spelling may mean it: a letter group with the set of sounds that it stands for in some way of writing. Sets in place
// of one key: one key merges too much or too little (Freeman, Condon and Ackerman 2006 weigh letters of English and Arabic so).
type phone struct {
	spelling string
	set      sounds
	vowel    bool
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
)

// graphemes are the letter groups of Latin spellings, longest first, with the sounds that they stand for.
var graphemes = func() map[string]sounds {
	return map[string]sounds{
		"tsch": soundCh, "sch": soundSh | soundCh, "shch": soundSh | soundCh, "tch": soundCh, "dsch": soundJ,
		"dzh": soundJ | soundZh, "sh": soundSh, "ch": soundCh | soundSh | soundKh | soundK, "kh": soundKh | soundH | soundK, "gh": soundG | soundQ | soundKh, "th": soundTh | soundT | soundS,
		"dh": soundDh | soundD | soundZ, "zh": soundZh | soundJ | soundZ, "dj": soundJ, "ph": soundF, "ck": soundK, "ts": soundS | soundT | soundZ, "tz": soundS | soundT | soundZ, "cz": soundCh, "sz": soundSh | soundS,
		"ou": soundU | soundO | soundW, "oo": soundU | soundO, "ee": soundI | soundE, "ei": soundE | soundI | soundA, "ai": soundE | soundI | soundA, "ay": soundE | soundI | soundA, "ey": soundE | soundI, "ie": soundI | soundE,
		"au": soundA | soundO | soundW, "aw": soundA | soundO | soundW, "eu": soundE | soundU, "oe": soundO | soundE, "ue": soundU, "ae": soundA | soundE, "iy": soundI | soundY, "ii": soundI, "yi": soundI, "yy": soundI | soundY, "aa": soundA, "uu": soundU, "ia": soundA | soundI, "ya": soundA | soundY, "yu": soundU | soundY, "iu": soundU | soundI, "ye": soundE | soundY, "yo": soundO | soundY, "io": soundO | soundE,
		"a": soundA, "e": soundE | soundI, "i": soundI | soundE | soundY, "o": soundO | soundU, "u": soundU | soundO | soundW, "y": soundY | soundI | soundJ,
		"b": soundB, "p": soundP, "f": soundF, "v": soundV | soundW, "w": soundW | soundV | soundU, "t": soundT, "d": soundD | soundDh, "s": soundS, "z": soundZ | soundDh, "j": soundJ | soundY | soundZh | soundKh,
		"k": soundK | soundQ, "q": soundQ | soundK | soundG, "g": soundG | soundJ | soundQ, "c": soundK | soundS | soundCh | soundJ, "x": soundK | soundS | soundKh, "h": soundH | soundG, "l": soundL, "m": soundM, "n": soundN, "r": soundR,
	}
}()

const vowelSounds = soundA | soundE | soundI | soundO | soundU

// phonesOf reads a folded word as phones; doubled consonants are one.
func phonesOf(w string) []phone {
	var out []phone
	for i := 0; i < len(w); {
		size := 1
		for k := min(4, len(w)-i); k > 0; k-- {
			if _, ok := graphemes[w[i:i+k]]; ok {
				size = k
				break
			}
		}
		spelling := w[i : i+size]
		set, ok := graphemes[spelling]
		if !ok { // a letter of another script
			r := []rune(w[i:])[0]
			size = len(string(r))
			spelling = w[i : i+size]
		}
		i += size
		p := phone{spelling, set, set&vowelSounds != 0 && set&(soundV) == 0 && spelling != "w" && spelling != "y"}
		if n := len(out); n > 0 && !p.vowel && out[n-1].spelling == spelling {
			continue
		}
		out = append(out, p)
	}
	return out
}

// The costs of changing one spelling into another, on a scale on which a consonant of another sound costs 1. Set by hand on one half of the OFAC pairs and
// checked on the other.
const (
	costShared      = 0.12 // another spelling with a sound in common
	costVowel       = 0.2  // another vowel
	costVowelClose  = 0.08
	costVowelGone   = 0.3
	costVowelEnd    = 0.22
	costConsonant   = 1.0
	costH           = 0.35 // an h more or less
	costVoice       = 0.45 // b and p, d and t, z and s, f and v
	costGlide       = 0.3  // y or w more or less
	costUnwritten   = 0.04 // a vowel that the script of one side does not write
	weightVowel     = 0.45
	weightConsonant = 1.0
)

func (p phone) weight() float64 {
	if p.vowel {
		return weightVowel
	}
	return weightConsonant
}

// drop is what it costs to leave p out.
func (p phone) drop(last, unwritten bool) float64 {
	switch {
	case p.vowel && unwritten:
		return costUnwritten
	case p.vowel && last:
		return costVowelEnd
	case p.vowel:
		return costVowelGone
	case p.spelling == "h":
		return costH
	case p.spelling == "y" || p.spelling == "w":
		return costGlide
	}
	return costConsonant
}

var voicePairs = [...]sounds{soundB | soundP, soundD | soundT, soundZ | soundS, soundF | soundV, soundG | soundK, soundZh | soundSh, soundS | soundSh, soundJ | soundCh}

// change is what it costs to put q for p.
func (p phone) change(q phone) float64 {
	switch {
	case p.spelling == q.spelling:
		return 0
	case p.vowel && q.vowel:
		if p.set&q.set != 0 {
			return costVowelClose
		}
		return costVowel
	case p.set&q.set != 0:
		if p.vowel != q.vowel {
			return costShared + 0.1
		}
		return costShared
	case p.vowel != q.vowel:
		return costConsonant
	}
	for _, pair := range voicePairs {
		if p.set&pair != 0 && q.set&pair != 0 {
			return costVoice
		}
	}
	return costConsonant
}

// alike returns how alike two words sound, 0 to 1: one less the cost of the cheapest alignment over the weight of the heavier.
func alike(a, b []phone, unwritten bool) float64 {
	if len(a) > 40 || len(b) > 40 {
		a, b = a[:min(len(a), 40)], b[:min(len(b), 40)]
	}
	var row [41]float64
	wa, wb := 0.0, 0.0
	for j, p := range b {
		wb += p.weight()
		row[j+1] = row[j] + p.drop(j == len(b)-1, unwritten)
	}
	for i, p := range a {
		wa += p.weight()
		diagonal := row[0]
		row[0] += p.drop(i == len(a)-1, unwritten)
		for j, q := range b {
			cost := diagonal + p.change(q)
			diagonal = row[j+1]
			cost = min(cost, row[j+1]+p.drop(i == len(a)-1, unwritten), row[j]+q.drop(j == len(b)-1, unwritten))
			row[j+1] = cost
		}
	}
	heavier := max(wa, wb, 1.5)
	s := 1 - row[len(b)]/heavier
	// What begins alike is rarely another name; what begins otherwise mostly is.
	if len(a) > 0 && len(b) > 0 && a[0].change(b[0]) >= costConsonant {
		s -= 0.12
	}
	return max(0, s)
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
