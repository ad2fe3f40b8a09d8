package entity

// The costs of changing one spelling into another, on a scale on which a consonant of another sound costs 1. Set by hand on one half of the OFAC pairs and
// checked on the other.
const (
	costShared     = 0.12 // another spelling with a sound in common
	costVowel      = 0.2  // another vowel
	costVowelClose = 0.08
	costVowelGone  = 0.3
	costVowelEnd   = 0.22
	costConsonant  = 1.0
	costH          = 0.35 // an h more or less
	costVoice      = 0.45 // b and p, d and t, z and s, f and v
	costGlide      = 0.3  // y or w more or less
	costUnwritten  = 0.04 // a vowel that the script of one side does not write
	costGlideVowel = 0.22 // a glide for a vowel with the same sound
)

// How a phone is left out.
const (
	dropInside = iota
	dropLast
	dropUnwritten // while one side's script writes no vowels
	dropModes
)

// dropping is what it costs to leave p out.
func (p phone) dropping(mode int) float64 {
	switch {
	case p.vowel && mode == dropUnwritten:
		return costUnwritten
	case p.vowel && mode == dropLast:
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

// changing is what it costs to put q for p.
func (p phone) changing(q phone) float64 {
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
			return costGlideVowel
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

// change is changing, looked up.
func change(p, q *phone) float64 {
	if p.id == 0 && q.id == 0 && p.spelling != q.spelling {
		return costConsonant
	}
	return changeCost[p.id][q.id]
}
