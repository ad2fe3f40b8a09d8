package reuse

// Two texts are one family, as far as a passage is concerned, only if they share well more than the
// passage.
//
// What is “well more” depends on what it looks like. Any wording will do to tie a few texts. But where
// many texts share each phrase, as the weather bulletins of a month do, half of each may consist of
// phrases of the others: there only solid passages count.

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

// A family as tied by solid passages alone counts as a quarter of one.
const solidFamilies = 4

// A spread tells of the shingle at each token of a collection how widely it stands. The zero value
// knows no formulas. It takes four bytes a token.
type spread struct {
	accept  acceptance
	offsets []int // by source: the place of its first token in counts
	counts  []counts
}

// A counts value tells how widely a shingle stands, up to 255 each. It is zero for one in fewer than
// three sources.
type counts struct {
	families  [len(scales)]uint8 // by the length of the passage in question
	occasions uint8
}

// formula reports whether the shingle is a formula for a passage of so many words.
func (c *counts) formula(words int) bool {
	return c.families[scaleOf(words)] >= enoughFamilies(words) || c.occasions >= enoughOccasions(words)
}

// newSpread counts the families and the occasions of every shingle of the index. It costs one pass
// over the index and, for each source of a shingle, as many binary searches as meet says.
func newSpread(sources []source, x shingleIndex, ties [][]tie, accept acceptance) spread {
	s := spread{accept: accept, offsets: make([]int, len(sources))}
	n, days := 0, make([]day, len(sources))
	for i := range sources {
		s.offsets[i], days[i] = n, sources[i].day
		n += len(sources[i].tokens)
	}
	s.counts = make([]counts, n)
	each(len(x.buckets), func() func(int) {
		var f families
		return func(b int) {
			x.groups(b, func(group []posting, in []uint32) {
				if len(in) < 3 {
					return
				}
				c := f.count(in, ties)
				c.occasions = f.countOccasions(in, days)
				for _, p := range group {
					s.counts[s.offsets[p.source]+int(p.at)] = c
				}
			})
		}
	})
	return s
}

// A families value counts the families among some sources, and the occasions. It is scratch memory
// only.
type families struct {
	any, solid [len(scales)]partition
	copies     partition // tied by most of their words
	dated      []int     // for countOccasions
	picked     []int32   // for countOccasions
}

// count returns in how many families the sources, ascending, fall on each scale.
func (f *families) count(in []uint32, ties [][]tie) (c counts) {
	f.copies.reset(len(in))
	for k := range scales {
		f.any[k].reset(len(in))
		f.solid[k].reset(len(in))
	}
	for i, source := range in {
		meet(in[i+1:], ties[source], func(j int, t tie) {
			if t.most {
				f.copies.join(i, i+1+j)
			}
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
		c.families[k] = uint8(min(max(f.any[k].sets, f.solid[k].sets/solidFamilies), 255))
	}
	return c
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
