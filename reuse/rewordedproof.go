package reuse

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"hearsay/text"
)

// traits tell of each stem of the longer text, by its number, what its matches are worth in a pair.
type traits struct {
	long, short []trait
	weight      []float32 // for chaining
	upper       int       // content words of the longer text that are capitalised
	caseless    bool      // capitals do not tell names
}

// A trait tells of a stem in one text.
type trait struct {
	count  int32
	weight float32
	lower  bool // it occurs in lower case, or in a script without case
	number bool
}

const (
	// A word that a text has more than often times could be met in many places; in a chain it weighs
	// less in proportion.
	often = 2
	// upperShare is the share of capitalised content words above which capitals do not tell names: German
	// nouns, headlines. Names and beginnings of sentences are about a quarter in other languages.
	upperShare = 0.4
)

// readLong looks at the longer text.
func (t *traits) readLong(r *rewriter) {
	t.long = cleared(t.long, len(r.number)+1)
	t.upper = readTraits(t.long, r.long, &r.x, r.words)
}

// read looks at the shorter text.
func (t *traits) read(r *rewriter) {
	t.short, t.weight = cleared(t.short, len(t.long)), cleared(t.weight, len(t.long))
	upper := t.upper + readTraits(t.short, r.short, &r.y, r.words)
	t.caseless = float64(upper) > upperShare*float64(len(r.x.at)+len(r.y.at))
	for id := range t.weight {
		t.weight[id] = max(t.long[id].weight, t.short[id].weight)
		if m := t.most(uint32(id)); m > often {
			t.weight[id] *= often / float32(m)
		}
	}
}

// readTraits looks at a text and returns how many of its content words are capitalised.
func readTraits(traits []trait, s *source, g *gist, words *vocabulary) (upper int) {
	for k, id := range g.ids {
		t, token := &traits[id], g.at[k]
		t.count++
		t.weight = max(t.weight, words.weight[s.words[token]])
		if s.tokens[token].Kind == text.Number {
			t.number = true
			continue
		}
		if first, _ := utf8.DecodeRuneInString(s.doc.String()[s.tokens[token].Span().Start:]); unicode.IsUpper(first) {
			upper++
		} else {
			t.lower = true
		}
	}
	return upper
}

// most returns how often the text that has the stem more often has it.
func (t *traits) most(id uint32) int32 { return max(t.long[id].count, t.short[id].count) }

// named reports whether the stem is a number or, as far as capitals tell, a name.
func (t *traits) named(id uint32) bool {
	return t.long[id].number || !t.caseless && !t.long[id].lower && !t.short[id].lower
}

// A proof is the evidence that a chain is a reworded passage.
type proof struct {
	matched  int // content words
	chosen   int // half words of those that the writer chose, each stem once
	evidence float64

	first run    // of the chain
	done  []bool // by content word of the longer text, from the first on: whether it matches
	seen  []bool // by number of a stem
}

const (
	formWorth  = 0.75 // of another form of the word
	movedWorth = 0.5  // of a word that stands elsewhere in the sentence
	nameWorth  = 0.5
	// movedReach is how many content words a word may have moved: about half a sentence.
	movedReach = 8
)

// prove weighs a chain: the words that match in order, and those that moved in its gaps.
func (r *rewriter) prove(chain []run) *proof {
	p, last := &r.proof, chain[len(chain)-1]
	p.matched, p.chosen, p.evidence, p.first = 0, 0, 0, chain[0]
	p.done, p.seen = cleared(p.done, int(last.xEnd()-p.first.x)), cleared(p.seen, len(r.number))
	for _, c := range chain {
		for k := range c.n {
			r.addMatch(c.x+k, c.y+k, 1)
		}
	}
	for i := 1; i < len(chain); i++ {
		before := chain[i-1]
		for y := before.yEnd(); y < chain[i].y; y++ {
			beside := y + before.x - before.y
			for x := max(p.first.x, beside-movedReach); x < min(last.xEnd(), beside+movedReach+1); x++ {
				if r.x.ids[x] == r.y.ids[y] && !p.done[x-p.first.x] {
					r.addMatch(x, y, movedWorth)
					break
				}
			}
		}
	}
	return p
}

// addMatch adds content words x and y to the proof. A stem that a text has several times is evidence
// for all of its places together, not for each.
func (r *rewriter) addMatch(x, y int32, worth float64) {
	p, id, token := &r.proof, r.x.ids[x], r.x.at[x]
	p.done[x-p.first.x] = true
	p.matched++
	word := r.long.words[token]
	worth *= float64(r.words.halves[word]) / 2 * float64(r.words.weight[word]) / float64(r.traits.most(id))
	if !r.same(x, y) {
		worth *= formWorth
	}
	if r.marks[0].has(token) || r.marks[1].has(r.y.at[y]) {
		return
	}
	switch {
	case r.traits.named(id):
		worth *= nameWorth
	case !p.seen[id]:
		p.seen[id] = true
		p.chosen += int(r.words.halves[word])
	}
	p.evidence += worth
}

// passage turns a chain into a passage. It reports false if the evidence does not suffice.
func (r *rewriter) passage(chain []run) (shared, bool) {
	first, last := chain[0], chain[len(chain)-1]
	n := 0
	for _, c := range chain {
		n += int(c.n)
	}
	least := r.demand.beside()
	if 2*n < least.chosen || !r.open(first, last) {
		return shared{}, false
	}
	p := r.prove(chain)
	all := max(last.xEnd()-first.x, last.yEnd()-first.y)
	if float64(p.matched) < leastDensity*float64(all) || p.chosen < least.chosen || p.evidence < least.evidence {
		return shared{}, false
	}
	s := newShared(r.tokens(chain), r.long.words, r.words)
	if len(s.runs) == 0 {
		return shared{}, false
	}
	if s.mostlySame() { // not worked over, so judged like any wording
		return s, r.accept.passage(&s, r.long.words, r.words)
	}
	s.reworded = true
	demand := r.demand
	if r.beside(stretchOf(&s)) {
		demand = least
	}
	return s, p.chosen >= demand.chosen && s.halves >= demand.same && p.evidence >= demand.evidence
}

// mostlySame reports whether three quarters of what the passage covers match word for word.
func (s *shared) mostlySame() bool {
	matching := int32(0)
	for _, r := range s.runs {
		matching += r.n
	}
	p := stretchOf(s)
	return float64(matching) >= solidShare*float64(max(p.xEnd-p.x, p.yEnd-p.y))
}

// beside reports whether what p covers stands right before or behind a passage, in both texts.
func (r *rewriter) beside(p stretch) bool {
	return slices.ContainsFunc(r.known, func(q stretch) bool { return q.follows(p) || p.follows(q) })
}

// follows reports whether p stands at most besideWords tokens behind q.
func (p stretch) follows(q stretch) bool {
	x, y := p.x-q.xEnd, p.y-q.yEnd
	return x >= 0 && y >= 0 && max(x, y) <= besideWords
}
