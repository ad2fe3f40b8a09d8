package reuse

// Standing phrases (titles, honorifics, background sentences, bulletins, furniture) recur in texts
// that are not copies of each other. So a shingle counts by the families it stands in, not by the
// texts (family.go): three hundred copies of one report are one family, and what they share is no
// formula. And it counts by the occasions on which it was published (occasion.go), where the days are
// known: the bulletins of a month are tied to each other by half of their words, but nobody copies a
// report that is days old over and over again, each time into a different text.
//
// The longer the wording, the more families or occasions must have it before it is taken for a
// formula, since long wording recurs because it was copied.
//
// Wording inside quotation marks is never a formula: ten outlets that quote a sentence share a quote.

const (
	// A shingle is a formula for a passage if it stands in fewestFamilies, and in one for every
	// wordsPerFamily words of the passage; families as tied by any wording.
	fewestFamilies = 3
	wordsPerFamily = 6
	// It is one, too, if it stands on fewestOccasions, and on one for every wordsPerOccasion words. Three
	// do not suffice: slow news, such as a study that one outlet after the other takes up in the course
	// of a month, comes to as many.
	fewestOccasions  = 4
	wordsPerOccasion = 8

	// formulaShare is the least share of the matching words of a standing phrase that stand in formula
	// shingles; runs shorter than a shingle say nothing either way. Of all matching words, short runs
	// too, it is leastFormula: a report reworded all over shares little but its titles in longer runs.
	formulaShare = 0.7
	leastFormula = 0.4
	// leftOver is the share of what a passage needs that the rest may have at most.
	leftOver = 0.5
)

func enoughFamilies(words int) uint8 {
	return uint8(min(max(fewestFamilies, words/wordsPerFamily), 255))
}

func enoughOccasions(words int) uint8 {
	return uint8(min(max(fewestOccasions, words/wordsPerOccasion), 255))
}

// formula reports whether a passage of source x is a standing phrase: whether most of it stands in
// formula shingles, and what is left is not even half of a passage. A title and four words that follow
// it are no more evidence of copying than the title. It costs one pass over the passage.
func (s spread) formula(p *shared, x *source, number int, words *vocabulary, g grain) bool {
	if s.counts == nil {
		return false
	}
	counts := s.counts[s.offsets[number]:][:len(x.tokens)]
	length := p.halves / 2
	standing := func(at int32) bool { return counts[at].formula(length) }
	var rest []run
	inFormula, weighed := 0, 0
	for _, r := range p.runs {
		halves := words.length(x.words[r.x:r.xEnd()])
		if halves < 2*g.k {
			continue
		}
		weighed += halves
		inFormula += halves
		first := len(rest)
		rest = appendRest(rest, r, x, standing, words, g)
		for _, left := range rest[first:] {
			inFormula -= words.length(x.words[left.x:left.xEnd()])
		}
	}
	if weighed == 0 || float64(inFormula) < max(formulaShare*float64(weighed), leastFormula*float64(p.halves)) {
		return false
	}
	left := newShared(rest, x.words, words)
	return !s.accept.part(leftOver).passage(&left, x.words, words)
}

// appendRest appends what is left of a run of source x once the standing shingles are taken out.
func appendRest(rest []run, r run, x *source, standing func(at int32) bool, words *vocabulary, g grain) []run {
	keep := func(from, to int32) {
		if from < to {
			rest = append(rest, run{from, r.y + from - r.x, to - from})
		}
	}
	until := r.x // the end of what was kept or taken out
	for at := r.x; at < r.xEnd(); at++ {
		if standing(at) {
			keep(until, at)
			until = max(until, shingleEnd(x, at, words, g))
		}
	}
	keep(until, r.xEnd())
	return rest
}

// shingleEnd returns the token after the shingle of source x at the given one.
func shingleEnd(x *source, at int32, words *vocabulary, g grain) int32 {
	for weight := 0; weight < 2*g.k && int(at) < len(x.words); at++ {
		weight += int(words.halves[x.words[at]])
	}
	return at
}
