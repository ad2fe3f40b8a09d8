package article

import (
	"fmt"
	"path"
	"slices"
	"sort"
	"strings"

	"hearsay/text"
)

// What makes a recurring paragraph furniture (see isFurniture).
const (
	labelWords   = 12  // words up to which a line that ends no sentence is a label
	passageWords = 50  // words from which a paragraph may be the background of a running story
	manyPages    = 3   // pages on which furniture inside a body must recur
	sameArticle  = 0.5 // overlap from which two pages are captures of one article
	sketchSize   = 512 // shingles that stand for a body in comparisons
	sketchWords  = 4   // words of a shingle
)

// RemoveFurniture removes, in place, the paragraphs that recur on several pages of one outlet and
// are no part of the story. Pages are of one outlet if they have one registrable domain or, without
// an address, one folder and one outlet name. A paragraph recurs if another page of the outlet with
// a different article has it; two captures of one article say nothing about each other. Then it is
// removed if it
//
//   - is a label: at most 12 words that end no sentence, or
//   - stands at the start or the end of the body (nothing between it and the edge is kept) and has at
//     most 50 words, or recurs on three pages, or
//   - stands inside, has at most 50 words and recurs on three pages.
//
// Never removed is what pages of different outlets share, for that is what the collection is searched
// for; what belongs to a record (Verbatim); and the last paragraph of an article. What is removed is
// listed in Removed; Doc, paragraphs, and the spans of credits are renewed, a credit that stood in a
// removed paragraph keeps its words without a span. It costs time linear in the text.
func RemoveFurniture(articles []*Article) {
	c := newCollection(articles)
	doomed := make([][]int, len(articles)) // decided on all articles before any is changed
	for i := range articles {
		doomed[i] = c.furniture(i)
	}
	for i, a := range articles {
		a.remove(doomed[i], func(k int) int { return len(c.holders[c.folded[i][k]]) })
	}
}

// A collection knows which paragraph stands where.
type collection struct {
	articles []*Article
	house    []string   // by article: what its outlet is recognised by
	folded   [][]uint64 // by article and paragraph: hash of the folded words
	holders  map[uint64][]int
	mixed    map[uint64]bool // paragraphs of several houses
	sketches [][]uint64
	overlaps map[[2]int]float64
}

func newCollection(articles []*Article) *collection {
	c := &collection{
		articles: articles, holders: map[uint64][]int{}, mixed: map[uint64]bool{}, overlaps: map[[2]int]float64{},
		sketches: make([][]uint64, len(articles)),
	}
	for i, a := range articles {
		c.house = append(c.house, house(a, i))
		words := wordsOf(len(a.Paragraphs), func(k int) string { return a.Doc.Text(a.Paragraphs[k].Span) })
		hashes := make([]uint64, len(a.Paragraphs))
		for k := range hashes {
			h := hashRun(words.hashes[words.first[k]:words.first[k+1]])
			hashes[k] = h
			held := c.holders[h]
			if len(held) > 0 && held[len(held)-1] == i {
				continue
			}
			if len(held) > 0 && c.house[held[0]] != c.house[i] {
				c.mixed[h] = true
			}
			c.holders[h] = append(held, i)
		}
		c.folded = append(c.folded, hashes)
	}
	return c
}

// house returns what the outlet of an article is recognised by. An article of which neither address
// nor outlet is known is a house of its own.
func house(a *Article, index int) string {
	switch {
	case a.Domain != "":
		return a.Domain
	case a.Outlet != "":
		return path.Dir(a.Source.Path) + "\x00" + text.Fold(a.Outlet)
	}
	return fmt.Sprintf("\x00%d", index)
}

// furniture returns the paragraphs of article i that are to go, in order, unless they are all.
func (c *collection) furniture(i int) []int {
	a := c.articles[i]
	if a.Verbatim || len(a.Paragraphs) < 2 {
		return nil
	}
	pages := make([]int, len(a.Paragraphs)) // on how many pages of the house a paragraph recurs
	for k := range pages {
		pages[k] = c.recurs(i, c.folded[i][k])
	}
	first := 0
	for first < len(pages) && edgeFurniture(a, first, pages[first]) {
		first++
	}
	last := len(pages)
	for last > first && edgeFurniture(a, last-1, pages[last-1]) {
		last--
	}
	var out []int
	for k := range pages {
		if k < first || k >= last || innerFurniture(a, k, pages[k]) {
			out = append(out, k)
		}
	}
	if len(out) == len(pages) {
		return nil
	}
	return out
}

// recurs returns the number of pages that hold a paragraph if it recurs on pages with other articles
// of the same house, else 0.
func (c *collection) recurs(i int, paragraph uint64) int {
	held := c.holders[paragraph]
	if len(held) < 2 || c.mixed[paragraph] {
		return 0
	}
	at := sort.SearchInts(held, i)
	others := 0
	for _, k := range [...]int{at - 1, at + 1, 0, len(held) - 1} {
		if k >= 0 && k < len(held) && held[k] != i && c.overlap(i, held[k]) < sameArticle {
			others++
		}
	}
	if others == 0 {
		return 0
	}
	return len(held)
}

func edgeFurniture(a *Article, k, pages int) bool {
	if pages < 2 {
		return false
	}
	s := a.Doc.Text(a.Paragraphs[k].Span)
	return pages >= manyPages || isLabel(s) || wordCount(s) <= passageWords
}

func innerFurniture(a *Article, k, pages int) bool {
	if pages < 2 {
		return false
	}
	s := a.Doc.Text(a.Paragraphs[k].Span)
	return isLabel(s) || pages >= manyPages && wordCount(s) <= passageWords
}

func isLabel(s string) bool { return !endsSentence(s) && wordCount(s) <= labelWords }

func wordCount(s string) int { return len(text.Tokenize(s, nil)) }

// overlap is the share of the shingles of the shorter body that the longer one has, estimated from
// sketches.
func (c *collection) overlap(i, j int) float64 {
	key := [2]int{min(i, j), max(i, j)}
	if v, ok := c.overlaps[key]; ok {
		return v
	}
	v := shared(c.sketch(i), c.sketch(j))
	c.overlaps[key] = v
	return v
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

// remove takes paragraphs out of an article; pages says on how many each recurs.
func (a *Article) remove(doomed []int, pages func(paragraph int) int) {
	if len(doomed) == 0 {
		return
	}
	var b strings.Builder
	var kept []Paragraph
	moved := map[int]int{} // by start in the old text: how far a paragraph moved
	for k, p := range a.Paragraphs {
		words := a.Doc.Text(p.Span)
		if len(doomed) > 0 && doomed[0] == k {
			doomed = doomed[1:]
			a.Removed = append(a.Removed, Removed{words, fmt.Sprintf("recurs on %d pages of this outlet", pages(k))})
			continue
		}
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		moved[p.Span.Start] = b.Len() - p.Span.Start
		p.Span = text.Span{Start: b.Len(), End: b.Len() + len(words)}
		b.WriteString(words)
		kept = append(kept, p)
	}
	a.Credits = moveCredits(a.Credits, a.Paragraphs, moved)
	a.Doc, a.Paragraphs = text.NewDoc(b.String()), kept
}

// moveCredits returns credits with their spans moved along with the paragraphs they stand in.
func moveCredits(credits []Credit, old []Paragraph, moved map[int]int) []Credit {
	out := slices.Clone(credits)
	for i, c := range out {
		if c.Span == nil {
			continue
		}
		out[i].Span = nil
		k := sort.Search(len(old), func(k int) bool { return old[k].Span.End >= c.Span.End })
		if k == len(old) || !old[k].Span.Contains(*c.Span) {
			continue
		}
		if by, ok := moved[old[k].Span.Start]; ok {
			out[i].Span = &text.Span{Start: c.Span.Start + by, End: c.Span.End + by}
		}
	}
	return out
}
