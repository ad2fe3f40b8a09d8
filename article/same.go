package article

import (
	"slices"

	"hearsay/text"
)

// When two pages are captures or versions of one article.
const (
	sameBody    = 0.5 // overlap of main texts from which they are
	sameTitle   = 0.2 // the same, if they have one title
	aboutTitle  = 0.4 // share of the longer words of its title that a main text has, unless it is furniture
	sketchSize  = 512 // shingles that stand for a text in comparisons
	sketchWords = 4   // words of a shingle
)

// sameArticle reports whether two pages are captures, or versions, of one article: such pages share
// everything, so that they say nothing about what is furniture. They are if they have one address, if
// half of the shorter main text is in the other, or if they have one title and share a fifth, of the
// main texts or of the running lines of both pages.
//
// What was taken for the main text of a page without mark-up may be its terms of use, which all pages
// of the outlet share, and appeals and teasers may outweigh a short article. Where the titles of both pages
// are known and differ, and what both texts have does not speak of either, an overlap says nothing.
func (c *collection) sameArticle(i, j int) bool {
	key := [2]int{min(i, j), max(i, j)}
	if v, ok := c.same[key]; ok {
		return v
	}
	v := c.compare(i, j)
	c.same[key] = v
	return v
}

func (c *collection) compare(i, j int) bool {
	a, b := c.articles[i], c.articles[j]
	if a.URL != "" && a.URL == b.URL {
		return true
	}
	titles := a.Title != "" && b.Title != ""
	equal := titles && text.Fold(a.Title) == text.Fold(b.Title)
	overlap := shared(c.sketch(i), c.sketch(j))
	switch {
	case equal && overlap < sameTitle:
		return c.linesIn(i, j) >= sameTitle || c.linesIn(j, i) >= sameTitle
	case equal:
		return true
	case overlap < sameBody:
		return false
	case titles && a.lined != nil && b.lined != nil:
		common := c.common(i, j)
		return shareOf(common, a.Title) >= aboutTitle || shareOf(common, b.Title) >= aboutTitle
	}
	return true
}

// linesIn returns the share of the running lines of page i that page j has, wherever they stand there.
func (c *collection) linesIn(i, j int) float64 {
	there := map[uint64]bool{}
	for _, line := range c.lines[j] {
		there[line] = true
	}
	all, found := 0, 0
	for k, line := range c.lines[i] {
		if s := c.articles[i].line(k); prose(s) && !isProgram(s) {
			all++
			if there[line] {
				found++
			}
		}
	}
	return float64(found) / float64(max(1, all))
}

// common returns the words of the runs of words that the texts of two pages share.
func (c *collection) common(i, j int) map[uint64]bool {
	there := map[uint64]bool{}
	tokens := c.articles[j].Doc.Tokens()
	for k := range max(0, len(tokens)-sketchWords+1) {
		there[hashTokens(tokens[k:k+sketchWords])] = true
	}
	out := map[uint64]bool{}
	tokens = c.articles[i].Doc.Tokens()
	for k := range max(0, len(tokens)-sketchWords+1) {
		if run := tokens[k : k+sketchWords]; there[hashTokens(run)] {
			for _, t := range run {
				out[t.Hash] = true
			}
		}
	}
	return out
}

func hashTokens(tokens []text.Token) uint64 {
	var hashes [sketchWords]uint64
	for k, t := range tokens {
		hashes[k] = t.Hash
	}
	return hashRun(hashes[:len(tokens)])
}

// sketch returns the least hashes of the shingles of a body, sorted.
func (c *collection) sketch(i int) []uint64 {
	if c.sketches[i] != nil {
		return c.sketches[i]
	}
	tokens := c.articles[i].Doc.Tokens()
	hashes := make([]uint64, len(tokens))
	for k, t := range tokens {
		hashes[k] = t.Hash
	}
	s := make([]uint64, 0, len(tokens))
	for k := 0; k+sketchWords <= len(hashes); k++ {
		s = append(s, hashRun(hashes[k:k+sketchWords]))
	}
	slices.Sort(s)
	s = slices.Compact(s)
	c.sketches[i] = s[:min(len(s), sketchSize)]
	return c.sketches[i]
}

// shared estimates which share of the smaller of two sets is in the other, from their least members.
// Both sketches are complete up to the lesser of their last members, so they are compared there; but
// where one is cut off earlier only the part that both cover counts.
func shared(a, b []uint64) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	bound := ^uint64(0)
	if len(a) == sketchSize {
		bound = min(bound, a[len(a)-1])
	}
	if len(b) == sketchSize {
		bound = min(bound, b[len(b)-1])
	}
	common, inA, inB := 0, 0, 0
	for i, j := 0, 0; i < len(a) || j < len(b); {
		switch {
		case j == len(b) || i < len(a) && a[i] < b[j]:
			if a[i] <= bound {
				inA++
			}
			i++
		case i == len(a) || b[j] < a[i]:
			if b[j] <= bound {
				inB++
			}
			j++
		default:
			if a[i] <= bound {
				common, inA, inB = common+1, inA+1, inB+1
			}
			i, j = i+1, j+1
		}
	}
	return float64(common) / float64(max(1, min(inA, inB)))
}
