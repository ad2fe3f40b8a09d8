package reuse

import (
	"cmp"
	"iter"
	"slices"
)

// Runs that follow each other in both texts, not far apart, are chained: together they are one
// passage with changes inside. The unit of the scores is the average running word.
const (
	// maxGap is the most tokens between two runs of a chain, in either text.
	maxGap = 40
	// changeCost is the price of a word that was replaced. A stretch without matches must be paid
	// for by what follows, so a passage matches in about half of its words or more.
	changeCost = 0.4
	// Words that were inserted or left out cost the same up to freeInsert words, and insertCost
	// beyond: a sentence put in between does not make two passages of one.
	freeInsert = 5
	insertCost = 0.1
	// maxLooks bounds the work for one run.
	maxLooks = 256
)

// gapCost is the price of a gap of x and y tokens.
func gapCost(x, y int32) float32 {
	inserted := max(x, y) - min(x, y)
	return changeCost*float32(min(x, y)+min(inserted, freeInsert)) + insertCost*float32(max(inserted-freeInsert, 0))
}

// A chainer finds the chains of the runs of a pair.
type chainer struct {
	runs    []run
	sums    []float32 // by token of the shorter text: weight of the words before it
	scores  []float32 // by run: of the best chain that ends with it
	back    []int32   // by run: the run before it in that chain, -1 for none
	ending  []int32   // by token of the shorter text: 1 + the last run that ends there
	nextEnd []int32   // by run: 1 + the next run that ends at the same token
	order   []int32
	used    []bool
	chain   []run
}

// chains calls use with each chain, best first. No run is in two chains. The slice is valid during
// the call only.
//
// This is the chaining of seeds as sequence aligners do it (Abouelhoda and Ohlebusch 2005; Li 2018,
// minimap2), and like there one pass gives all chains: a paragraph that stands elsewhere in the
// other text fits in no chain of the rest, and so it is the end of a chain of its own.
func (c *chainer) chains(short []uint32, weight []float32, use func(chain []run, score float32)) {
	c.link(short, weight)
	c.order = c.order[:0]
	for i := range c.runs {
		c.order = append(c.order, int32(i))
	}
	slices.SortFunc(c.order, func(i, j int32) int {
		return cmp.Or(cmp.Compare(c.scores[j], c.scores[i]), cmp.Compare(i, j))
	})
	c.used = cleared(c.used, len(c.runs))
	for _, i := range c.order {
		c.chain = c.chain[:0]
		at := i
		for at >= 0 && !c.used[at] {
			c.used[at] = true
			c.chain = append(c.chain, c.runs[at])
			at = c.back[at]
		}
		if len(c.chain) == 0 {
			continue
		}
		score := c.scores[i]
		if at >= 0 {
			score -= c.scores[at]
		}
		slices.Reverse(c.chain)
		use(c.chain, score)
	}
}

// link finds for every run the best chain that ends with it.
func (c *chainer) link(short []uint32, weight []float32) {
	c.sums = append(c.sums[:0], 0)
	for i, w := range short {
		c.sums = append(c.sums, c.sums[i]+weight[w])
	}
	n := len(c.runs)
	c.scores, c.back, c.nextEnd = cleared(c.scores, n), cleared(c.back, n), cleared(c.nextEnd, n)
	c.ending = cleared(c.ending, len(short)+1)
	for i, r := range c.runs {
		c.scores[i], c.back[i] = c.weigh(r), -1
		c.linkBack(int32(i))
		c.nextEnd[i] = c.ending[r.yEnd()]
		c.ending[r.yEnd()] = int32(i) + 1
	}
}

func (c *chainer) weigh(r run) float32 { return c.sums[r.yEnd()] - c.sums[r.y] }

// linkBack tries the runs that end shortly before run i begins, or overlap its beginning.
func (c *chainer) linkBack(i int32) {
	r := c.runs[i]
	looks := 0
	for end := min(r.yEnd()-1, r.y+maxOverlap); end >= max(r.y-maxGap, 0); end-- {
		for j := c.ending[end] - 1; j >= 0 && looks < maxLooks; j = c.nextEnd[j] - 1 {
			looks++
			b := c.runs[j]
			overlap := max(0, b.yEnd()-r.y, b.xEnd()-r.x)
			if b.y >= r.y || b.x >= r.x || overlap >= min(r.n, b.n) {
				continue
			}
			rest := r.without(overlap)
			gapX, gapY := rest.x-b.xEnd(), rest.y-b.yEnd()
			if max(gapX, gapY) > maxGap {
				continue
			}
			if score := c.scores[j] + c.weigh(rest) - gapCost(gapX, gapY); score > c.scores[i] {
				c.scores[i], c.back[i] = score, j
			}
		}
	}
}

// maxOverlap is by how many tokens two runs of a chain may overlap. They do where a word was put in
// or left out beside an equal one.
const maxOverlap = 8

// A chainList holds chains one behind the other.
type chainList struct {
	runs []run
	ends []int
}

func (l *chainList) reset() { l.runs, l.ends = l.runs[:0], l.ends[:0] }

func (l *chainList) add(chain []run) {
	l.runs = append(l.runs, chain...)
	l.ends = append(l.ends, len(l.runs))
}

func (l *chainList) all() iter.Seq[[]run] {
	return func(yield func([]run) bool) {
		from := 0
		for _, end := range l.ends {
			if !yield(l.runs[from:end]) {
				return
			}
			from = end
		}
	}
}
