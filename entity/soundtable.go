package entity

import (
	"maps"
	"slices"
)

// graphemes are the letter groups of Latin spellings with the sounds that they stand for in some language or way of writing it.
var graphemes = map[string]sounds{
	"tsch": soundCh, "sch": soundSh | soundCh, "shch": soundSh | soundCh, "tch": soundCh, "dsch": soundJ, "sj": soundSh | soundS, "tj": soundCh | soundT,
	"dzh": soundJ | soundZh, "sh": soundSh, "ch": soundCh | soundSh | soundKh | soundK, "kh": soundKh | soundH | soundK, "gh": soundG | soundQ | soundKh, "th": soundTh | soundT | soundS,
	"dh": soundDh | soundD | soundZ, "zh": soundZh | soundJ | soundZ, "dj": soundJ, "ph": soundF | soundP, "ck": soundK, "ts": soundS | soundT | soundZ, "tz": soundS | soundT | soundZ, "cz": soundCh, "sz": soundSh | soundS,
	"ou": soundU | soundO | soundW, "oo": soundU | soundO, "ee": soundI | soundE, "ei": soundE | soundI | soundAi, "ai": soundE | soundI | soundAi, "ay": soundE | soundI | soundAi, "ey": soundE | soundI | soundAi, "ie": soundI | soundE,
	"au": soundA | soundO | soundW, "aw": soundA | soundO | soundW, "eu": soundE | soundU, "oe": soundO | soundE, "ue": soundU, "ae": soundA | soundE | soundAi, "iy": soundI | soundY, "ij": soundI | soundY, "ii": soundI, "yi": soundI, "yy": soundI | soundY, "aa": soundA, "uu": soundU, "ia": soundA | soundI, "ya": soundA | soundY, "yu": soundU | soundY, "iu": soundU | soundI, "ye": soundE | soundY, "yo": soundO | soundY, "io": soundO | soundE,
	"a": soundA, "e": soundE | soundI, "i": soundI | soundE | soundY, "o": soundO | soundU, "u": soundU | soundO | soundW, "y": soundY | soundI | soundJ,
	"b": soundB, "p": soundP, "f": soundF, "v": soundV | soundW, "w": soundW | soundV | soundU, "t": soundT, "d": soundD | soundDh, "s": soundS, "z": soundZ | soundDh, "j": soundJ | soundY | soundZh | soundKh,
	"k": soundK | soundQ, "q": soundQ | soundK | soundG, "g": soundG | soundJ | soundQ, "c": soundK | soundS | soundCh | soundJ, "x": soundK | soundS | soundKh, "h": soundH | soundG, "l": soundL, "m": soundM, "n": soundN, "r": soundR,
}

// phoneTable holds the phone of each grapheme; phones holds them by their ids.
var phoneTable, phones = func() (map[string]phone, []phone) {
	byID := []phone{{}}
	table := map[string]phone{}
	for _, spelling := range slices.Sorted(maps.Keys(graphemes)) {
		set := graphemes[spelling]
		p := phone{spelling: spelling, set: set, id: uint8(len(byID))}
		p.vowel = set&vowelSounds != 0 && set&soundV == 0 && spelling != "w" && spelling != "y"
		table[spelling] = p
		byID = append(byID, p)
	}
	return table, byID
}()

// reach holds the sounds that can stand for a phone at less than the full cost.
var reach = func() (reach [maxPhones]sounds) {
	for i, p := range phones {
		reach[i] = p.set
		for _, pair := range voicePairs {
			if p.set&pair != 0 {
				reach[i] |= pair
			}
		}
	}
	return reach
}()

// changeCost and dropCost hold the costs of known phones by their ids, hardPhone those that vanish only at the full cost.
var changeCost, dropCost, hardPhone = func() (change [maxPhones][maxPhones]float64, drop [dropModes][maxPhones]float64, hard [maxPhones]bool) {
	for i, p := range phones {
		for mode := range drop {
			drop[mode][i] = p.dropping(mode)
		}
		hard[i] = i > 0 && p.dropping(dropInside) == costConsonant
		for j, q := range phones {
			change[i][j] = p.changing(q)
			if soft := j > 0 && q.dropping(dropInside) < costConsonant; soft && change[i][j] < costConsonant {
				hard[i] = false
			}
		}
	}
	return change, drop, hard
}()

const maxPhones = 96
