package reuse

import "slices"

// An acceptance says what is a passage. Words are weighed: the weight of the average running word is
// 1, that of “the” near 0, that of a rare name 2.
type acceptance struct {
	halves     int     // least matching half words …
	weight     float64 // … and their least weight
	seedHalves int     // least matching half words before gaps are filled and ends extended
	leastScore float32 // least score of a chain
}

const (
	defaultMinWords = 10
	// leastWeight is the least weight for a word asked for. Ten words must weigh as much as five
	// average ones, or they are glue (“at the end of the day on which it was to be”).
	leastWeight = 0.5
	// A run of rareWords words or more is a passage by itself if it weighs rareWeight: if it
	// is made of words rarer than the average.
	rareWords  = 6
	rareWeight = 8
	// A run of longWords is a passage whatever it weighs. In a collection in which every text has the
	// same sentence its words tell nothing, yet no two writers come to sixteen words in one order by
	// chance; whether it is copying or a standing phrase is for others to say.
	longWords = 16
	// seedWords is the least number of words in the runs of a chain that is worth a closer look.
	seedWords = 5
)

// newAcceptance returns the acceptance for the options. With the default, 1 in 8,000 of all pairs of
// 31,030 Arabic news articles share a passage that is not a formula, and 1 in 38 answers that
// students wrote by themselves shares one with the encyclopedia (eval/reuse_test.go).
func newAcceptance(o Options) acceptance {
	words := o.MinWords
	if words <= 0 {
		words = defaultMinWords
	}
	return acceptance{
		halves:     2 * words,
		weight:     leastWeight * float64(words),
		seedHalves: 2 * min(words, seedWords),
		leastScore: 2,
	}
}

// part returns the acceptance of what has a share of the words and the weight of a passage.
func (a acceptance) part(share float64) acceptance {
	a.halves = int(share * float64(a.halves))
	a.weight *= share
	return a
}

// chain reports whether the runs of a chain with this score may be a passage.
func (a acceptance) chain(runs []run, score float32) bool {
	return score >= a.leastScore || slices.ContainsFunc(runs, func(r run) bool { return r.n >= longWords })
}

// passage reports whether s is a passage; x are the words of one of its texts.
func (a acceptance) passage(s *shared, x []uint32, words *vocabulary) bool {
	all := 0.0
	for _, r := range s.runs {
		weight, halves := 0.0, 0
		for _, w := range x[r.x:r.xEnd()] {
			weight += float64(words.weight[w])
			halves += int(words.halves[w])
		}
		if halves >= 2*longWords || halves >= 2*rareWords && weight >= rareWeight {
			return true
		}
		all += weight
	}
	return s.halves >= a.halves && all >= a.weight
}
