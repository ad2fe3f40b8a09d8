package reuse

// Standing phrases (titles, honorifics, background sentences, bulletins, furniture) recur in texts
// that are not copies of each other. So a shingle counts by the families it stands in, not by the
// texts: three hundred copies of one report are one family, and what they share is no formula.
//
// The longer the wording, the more families must have it before it is taken for a formula, since
// long wording recurs because it was copied; and two texts are one family, as far as a passage is
// concerned, only if they share well more than the passage.
//
// What is “well more” depends on what it looks like. Any wording will do to tie a few texts. But where
// many texts share each phrase, as the weather bulletins of a month do, half of each may consist of
// phrases of the others: there only solid passages count.
//
// Wording inside quotation marks is never a formula: ten outlets that quote a sentence share a quote.

// A scale is a class of passages by length.
type scale struct {
	words int // passages of at most so many words …
	tied  int // … count two texts as one family if they share so many words
}

var scales = [...]scale{{words: 15, tied: 40}, {words: 30, tied: 55}, {words: 1 << 30, tied: 120}}

func scaleOf(words int) int {
	for i, s := range scales {
		if words <= s.words {
			return i
		}
	}
	return len(scales) - 1
}

const (
	// A passage is a formula if its shingles stand in fewestFamilies, and in one for every
	// wordsPerFamily words of the passage; families as tied by any wording.
	fewestFamilies = 3
	wordsPerFamily = 6
	// A family as tied by solid passages alone counts as a quarter of one.
	solidFamilies = 4
)

func enoughFamilies(words int) uint8 {
	return uint8(min(max(fewestFamilies, words/wordsPerFamily), 255))
}

// A spread tells in how many families the shingle at each token of a collection stands, for each
// scale, up to 255. It is 0 for shingles in fewer than three sources. The zero value knows no
// formulas.
type spread struct {
	offsets []int // by source: the place of its first token in counts
	counts  []familyCounts
}

type familyCounts [len(scales)]uint8

// newSpread counts the families of every shingle of the index.
func newSpread(sources []source, x index, ties [][]tie) spread {
	s := spread{offsets: make([]int, len(sources))}
	n := 0
	for i := range sources {
		s.offsets[i] = n
		n += len(sources[i].tokens)
	}
	s.counts = make([]familyCounts, n)
	each(len(x.buckets), func() func(int) {
		var f families
		return func(b int) {
			x.groups(b, func(group []posting, in []uint32) {
				if len(in) < 3 {
					return
				}
				counts := f.count(in, ties)
				for _, p := range group {
					s.counts[s.offsets[p.source]+int(p.at)] = counts
				}
			})
		}
	})
	return s
}

// A families value counts the families among some sources. It is scratch memory only.
type families struct {
	any, solid [len(scales)]partition
}

// count returns in how many families the sources, ascending, fall on each scale.
func (f *families) count(in []uint32, ties [][]tie) (counts familyCounts) {
	for k := range scales {
		f.any[k].reset(len(in))
		f.solid[k].reset(len(in))
	}
	for i, source := range in {
		meet(in[i+1:], ties[source], func(j int, t tie) {
			for k, s := range scales {
				if int(t.words) >= s.tied {
					f.any[k].join(i, i+1+j)
				}
				if int(t.solid) >= s.tied {
					f.solid[k].join(i, i+1+j)
				}
			}
		})
	}
	for k := range scales {
		counts[k] = uint8(min(max(f.any[k].sets, f.solid[k].sets/solidFamilies), 255))
	}
	return counts
}

// A partition divides numbers from 0 up into sets (union-find).
type partition struct {
	parent []int32
	sets   int
}

// reset makes n sets of one number each.
func (p *partition) reset(n int) {
	p.parent = p.parent[:0]
	for i := range n {
		p.parent = append(p.parent, int32(i))
	}
	p.sets = n
}

// join makes one set of those of a and b.
func (p *partition) join(a, b int) {
	x, y := p.root(int32(a)), p.root(int32(b))
	if x != y {
		p.parent[max(x, y)] = min(x, y)
		p.sets--
	}
}

func (p *partition) root(a int32) int32 {
	for p.parent[a] != a {
		p.parent[a] = p.parent[p.parent[a]]
		a = p.parent[a]
	}
	return a
}

// formulaShare is the share of the matching words that must stand in formula shingles.
const formulaShare = 0.9

// formula reports whether a passage of source x is a standing phrase. Runs shorter than a shingle
// say nothing either way.
func (s spread) formula(p *shared, x *source, number int, words *vocabulary, g grain) bool {
	if s.counts == nil {
		return false
	}
	length := p.halves / 2
	k := scaleOf(length)
	enough := enoughFamilies(length)
	counts := s.counts[s.offsets[number]:][:len(x.tokens)]
	covered, all := 0, 0
	for _, r := range p.runs {
		inFormula, weight, until := 0, 0, r.x
		for at := r.x; at < r.xEnd(); at++ {
			half := int(words.halves[x.words[at]])
			weight += half
			if counts[at][k] >= enough {
				until = max(until, s.shingleEnd(x, at, words, g))
			}
			if at < until {
				inFormula += half
			}
		}
		if weight >= 2*g.k {
			covered += inFormula
			all += weight
		}
	}
	return all > 0 && float64(covered) >= formulaShare*float64(all)
}

// shingleEnd returns the token after the shingle at the given one.
func (s spread) shingleEnd(x *source, at int32, words *vocabulary, g grain) int32 {
	for weight := 0; weight < 2*g.k && int(at) < len(x.words); at++ {
		weight += int(words.halves[x.words[at]])
	}
	return at
}
