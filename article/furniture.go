package article

import (
	"slices"

	"hearsay/text"
)

// What makes a recurring line furniture.
const (
	labelWords    = 12 // words up to which a line that ends no sentence is a label
	fewLabelWords = 6  // the same for a line that recurs on two pages only: a longer one may be a summary
	passageWords  = 50 // words from which a paragraph may be the background of a running story
	manyPages     = 3  // pages on which longer furniture, and furniture inside a body, must recur
	// ownWords is the share of the longer words of a sentence that the rest of its article must have for the
	// sentence to be about the same thing. On 258 news pages nearly half of the last paragraphs of articles
	// reach it, and one in twenty sentences that recur below them.
	ownWords = 1. / 3
)

// RemoveFurniture removes, in place, what recurs on several pages of one outlet and is no part of the story:
// paragraphs of web pages and of the texts of records. The main text of a page that was read by its
// lines is chosen anew, knowing what recurs, and may also grow. See houses for which pages are of one
// outlet.
//
// A line recurs if another page of the outlet with a different article has it (see sameArticle). Then
// it is furniture if it
//
//   - is a label: words that end no sentence, at most 12, or 6 if it recurs on two pages only; or
//   - is a sentence that recurs in its place (see around). It stays if a third of its longer words stand elsewhere in its article, for then it is
//     background; if nothing but sentences stands between it and running text of the page's own on both
//     sides; and, where the mark-up told the main text from the rest, if it has more than 50 words or
//     stands inside and recurs on less than three pages.
//
// Never removed is what pages of different outlets share, for that is what the collection is searched
// for; a sentence that also stands on a page of which no outlet is known; the texts of records that
// were read with ReadVerbatim or that Hearsay wrote; and the last paragraph of an article. What is
// removed is listed in Removed; Doc, paragraphs, and the spans of credits and traces are renewed, and
// a credit that stood in a removed paragraph keeps its words without a span. The order of articles does
// not matter. It costs time linear in the text.
func RemoveFurniture(articles []*Article) {
	c := newCollection(articles)
	recurs := make([][]int, len(articles)) // decided on all articles before any is changed
	for i := range articles {
		recurs[i] = c.recurring(i)
	}
	for i, a := range articles {
		switch {
		case recurs[i] == nil:
		case a.lined != nil:
			a.chooseAgain(recurs[i])
		default:
			a.remove(recurs[i])
		}
		a.lined = nil // nothing is left to be learnt
	}
}

// A collection knows which line stands where. The lines of an article are those of its page if it was
// read by its lines, and else its paragraphs.
type collection struct {
	articles []*Article
	houses   []house
	lines    [][]uint64 // by article and line: hash of the folded words
	holders  map[heldBy][]int
	spread   map[uint64]spread
	places   map[heldBy][]int // the same for lines with what stands around them, see around
	sketches [][]uint64
	same     map[[2]int]bool
}

// heldBy names a line, or a line with what stands around it, on the pages of one house.
type heldBy struct {
	house int
	hash  uint64
}

// spread says on the pages of how many houses a line stands.
type spread struct {
	house int  // the first
	other bool // whether there is another
	named int  // the first house of which the outlet is known, -1 if there is none
	apart bool // whether there is another of these
}

func newCollection(articles []*Article) *collection {
	c := &collection{
		articles: articles, houses: housesOf(articles), holders: map[heldBy][]int{}, spread: map[uint64]spread{},
		places: map[heldBy][]int{}, sketches: make([][]uint64, len(articles)), same: map[[2]int]bool{},
	}
	for i, a := range articles {
		words := wordsOf(a.lineCount(), a.line)
		hashes := make([]uint64, a.lineCount())
		for k := range hashes {
			hashes[k] = hashRun(words.hashes[words.first[k]:words.first[k+1]])
			c.note(i, hashes[k])
		}
		c.lines = append(c.lines, hashes)
	}
	for i := range articles {
		house := c.houses[i].number
		for k, line := range c.lines[i] {
			if len(c.holders[heldBy{house, line}]) > 1 {
				hold(c.places, heldBy{house, c.around(i, k)}, i)
			}
		}
	}
	return c
}

func (a *Article) lineCount() int {
	if a.lined != nil {
		return len(a.lined.lines)
	}
	return len(a.Paragraphs)
}

func (a *Article) line(k int) string {
	if a.lined != nil {
		return a.lined.lines[k].text
	}
	return a.Doc.Text(a.Paragraphs[k].Span)
}

// What stands beside a line, where it is no line that recurs.
const (
	nothing uint64 = iota // the end of the page
	ownText               // running text of the page's own
	ownLine               // another line of its own
)

// around returns a hash of line k of article i and of what stands around it. Above a line it does not
// matter what is the page's own: the same box stands below text and below the topics of an article.
// Below it does: running text below a standfirst shows that it stands in its article, another headline
// that it is a teaser.
func (c *collection) around(i, k int) uint64 {
	sides := [...]uint64{nothing, c.lines[i][k], nothing}
	if k > 0 {
		if sides[0] = c.sideOf(i, k-1); sides[0] == ownText {
			sides[0] = ownLine
		}
	}
	if k+1 < len(c.lines[i]) {
		sides[2] = c.sideOf(i, k+1)
	}
	return hashRun(sides[:])
}

// sideOf returns the hash of a line that recurs, or what else the line is.
func (c *collection) sideOf(i, k int) uint64 {
	line := c.lines[i][k]
	switch {
	case len(c.holders[heldBy{c.houses[i].number, line}]) > 1:
		return line
	case speaks(c.articles[i].line(k)):
		return ownText
	}
	return ownLine
}

// hold notes that article i holds something; articles come in order.
func hold(holders map[heldBy][]int, key heldBy, i int) {
	if held := holders[key]; len(held) == 0 || held[len(held)-1] != i {
		holders[key] = append(held, i)
	}
}

// note notes that article i holds a line.
func (c *collection) note(i int, line uint64) {
	h := c.houses[i]
	hold(c.holders, heldBy{h.number, line}, i)
	s, ok := c.spread[line]
	if !ok {
		s = spread{house: h.number, named: -1}
	}
	s.other = s.other || s.house != h.number
	if h.known {
		if s.named < 0 {
			s.named = h.number
		}
		s.apart = s.apart || s.named != h.number
	}
	c.spread[line] = s
}

// recurring returns, for each line of article i, on how many pages it recurs as furniture, 0 if it does
// not; nil if none does or nothing may be removed.
func (c *collection) recurring(i int) []int {
	a := c.articles[i]
	if a.Verbatim && !a.open || a.lineCount() < 2 {
		return nil
	}
	n := a.lineCount()
	pages := make([]int, n)
	labels := make([]bool, n)
	found := false
	for k, line := range c.lines[i] {
		count := c.recurs(i, line)
		if count == 0 {
			continue
		}
		s := c.spread[line]
		if labels[k] = isLabel(a.line(k), count); labels[k] && s.apart || !labels[k] && (s.other || !c.inPlace(i, k)) {
			continue
		}
		pages[k], found = count, true
	}
	if !found {
		return nil
	}
	c.keepBackground(i, pages, labels)
	if a.lined == nil {
		a.keepPassages(pages, labels)
	}
	if !slices.ContainsFunc(pages, func(n int) bool { return n > 0 }) || !slices.Contains(pages, 0) {
		return nil
	}
	return pages
}

// recurs returns the number of pages of the house that hold a line if one of them has another article,
// else 0.
func (c *collection) recurs(i int, line uint64) int {
	held := c.holders[heldBy{c.houses[i].number, line}]
	if !c.elsewhere(i, held) {
		return 0
	}
	return len(held)
}

// inPlace reports whether the same stands around a line on a page with another article. The standfirst of
// an article that another page shows in a list of teasers is not in its place there.
func (c *collection) inPlace(i, k int) bool {
	return c.elsewhere(i, c.places[heldBy{c.houses[i].number, c.around(i, k)}])
}

// elsewhere reports whether one of some pages has another article than page i. It looks at four of
// them at most.
func (c *collection) elsewhere(i int, held []int) bool {
	if len(held) < 2 {
		return false
	}
	at, _ := slices.BinarySearch(held, i)
	for _, k := range [...]int{at - 1, at + 1, 0, len(held) - 1} {
		if k >= 0 && k < len(held) && held[k] != i && !c.sameArticle(i, held[k]) {
			return true
		}
	}
	return false
}

// keepBackground unmarks sentences that are part of the story: those whose longer words stand elsewhere
// in the article, and runs of nothing but sentences between running text of the page's own.
func (c *collection) keepBackground(i int, pages []int, labels []bool) {
	a := c.articles[i]
	own := func(k int) bool {
		return k >= 0 && k < len(pages) && pages[k] == 0 && speaks(a.line(k)) && !isProgram(a.line(k))
	}
	words := map[uint64]bool{}
	for k := range pages {
		if own(k) {
			for hash := range longWords(a.line(k)) {
				words[hash] = true
			}
		}
	}
	for k := 0; k < len(pages); k++ {
		from := k
		for k < len(pages) && pages[k] > 0 && !labels[k] && phraseReason(a.line(k)) == "" {
			k++
		}
		inside := own(from-1) && own(k)
		for ; from < k; from++ {
			if inside || shareOf(words, a.line(from)) >= ownWords {
				pages[from] = 0
			}
		}
	}
}

// shareOf is the share of the longer words of s that are among words.
func shareOf(words map[uint64]bool, s string) float64 {
	all := longWords(s)
	n := 0
	for hash := range all {
		if words[hash] {
			n++
		}
	}
	return float64(n) / float64(max(1, len(all)))
}

// keepPassages unmarks sentences that are too long or recur on too few pages to be taken out of a text
// that the mark-up marked as the main one.
func (a *Article) keepPassages(pages []int, labels []bool) {
	first, last := 0, len(pages)
	for first < last && pages[first] > 0 {
		first++
	}
	for last > first && pages[last-1] > 0 {
		last--
	}
	for k, n := range pages {
		if n == 0 || labels[k] || n >= manyPages && (k < first || k >= last) {
			continue
		}
		if wordCount(a.line(k)) > passageWords || n < manyPages && k >= first && k < last {
			pages[k] = 0
		}
	}
}

// isLabel reports whether a line that recurs on some pages is a label.
func isLabel(s string, pages int) bool {
	n := wordCount(s)
	return !endsSentence(s) && (n <= fewLabelWords || n <= labelWords && pages >= manyPages)
}

func wordCount(s string) int { return len(text.Tokenize(s, nil)) }
