package article

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// readLines finds the main text of a text without mark-up. It may be clean, or a page with all its
// menus of which only the words are left.
func readLines(source, address string, captured time.Time) (meta, body) {
	return readBlocks(lineBlocks(source), address, captured)
}

// readBlocks finds the main text among blocks of which nothing is known but their words and, for a
// page with mark-up, what the elements around them are called.
func readBlocks(blocks []*block, address string, captured time.Time) (meta, body) {
	lines := make([]string, len(blocks))
	for i, b := range blocks {
		lines[i] = clean(b.text)
	}
	m, used := flatMeta(lines, address, captured)
	rest := make([]*block, 0, len(blocks))
	begun := false
	for i, b := range blocks {
		// A sentence below running text is part of it, whatever else it may be taken for.
		running := prose(lines[i])
		if !used[i] || running && begun {
			rest = append(rest, b)
			begun = begun || running
		}
	}
	if len(rest) == 0 { // a text of one line that looks like a title is its own body
		rest = blocks
	}
	b := body{blocks: blocks, pieces: proseOf(rest)}
	b.removed = removedOf(rest, b.pieces, m.title)
	return m, b
}

// lineBlocks cuts a text into blocks: its lines, save that in a hard-wrapped text the lines of a
// paragraph are one block.
func lineBlocks(source string) []*block {
	var out []*block
	w := newBlockBuilder()
	groups := lineGroups(source)
	width := wrapWidth(source, groups)
	for _, group := range groups {
		for i, line := range group {
			w.write(source[line.start:line.end], line.start, false)
			if i+1 < len(group) && width > 0 && fills(line.of(source), width) {
				w.blank(line.end)
				continue
			}
			if b := w.flush(); b != nil {
				out = append(out, b)
			}
		}
	}
	return out
}

// A part is a half-open range of bytes of a source.
type part struct{ start, end int }

func (p part) of(source string) string { return source[p.start:p.end] }

// lineGroups returns the lines of a text that are not blank; those that no blank line parts are one
// group.
func lineGroups(source string) [][]part {
	var groups [][]part
	apart := true
	for at := 0; at < len(source); {
		n := strings.IndexAny(source[at:], "\r\n")
		if n < 0 {
			n = len(source) - at
		}
		line := part{at, at + n}
		at += n
		if strings.HasPrefix(source[at:], "\r\n") {
			at++
		}
		at++
		if strings.TrimSpace(line.of(source)) == "" {
			apart = true
			continue
		}
		if apart {
			groups = append(groups, nil)
		}
		apart = false
		groups[len(groups)-1] = append(groups[len(groups)-1], line)
	}
	return groups
}

// wrapWidth returns the width in characters that a text is wrapped to, 0 if it is not. It is wrapped
// if no line is longer than 120 characters and most lines that another follows at once fill most of
// the width and end inside a sentence.
func wrapWidth(source string, groups [][]part) int {
	const widest = 120
	width := 0
	for _, group := range groups {
		for _, line := range group {
			if width = max(width, utf8.RuneCountInString(line.of(source))); width > widest {
				return 0
			}
		}
	}
	inner, filled, open := 0, 0, 0
	for _, group := range groups {
		for _, line := range group[:len(group)-1] {
			inner++
			if fills(line.of(source), width) {
				filled++
				if !endsSentence(line.of(source)) {
					open++
				}
			}
		}
	}
	if inner == 0 || 10*filled < 6*inner || 2*open < filled {
		return 0
	}
	return width
}

// fills reports whether a line takes up most of a width.
func fills(line string, width int) bool {
	const least = 40 // characters; narrower texts are verse or lists
	n := utf8.RuneCountInString(line)
	return n >= least && 10*n >= 6*width
}

// What tells running text from the lines of menus: see prose.
const (
	proseClosed = 60  // characters from which a line that ends a sentence is running text
	proseOpen   = 140 // characters from which any line is
	spoken      = 20  // characters from which a line that ends a sentence may be a short paragraph
)

// prose reports whether a line is running text: long enough for a sentence and ended like one, or
// longer than any menu entry.
func prose(s string) bool {
	n := runeCount(s)
	return n >= proseOpen || n >= proseClosed && endsSentence(s)
}

// endsSentence reports whether s ends with the punctuation of a sentence, closing marks aside.
func endsSentence(s string) bool {
	s = strings.TrimRightFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("\"'”’»«“)]*", r) || r == 0x200f || r == 0x200e
	})
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?:;…؟۔。！？।", r) && s != ""
}

// proseOf returns the blocks that are the main text. Where most of them end like sentences the text
// is clean and all are. Otherwise they are the stretch of neighbours in which running text outweighs
// everything else most, without the lines in it that are furniture. Where there is no running text
// at all, everything that is not marked as furniture is kept.
func proseOf(blocks []*block) []piece {
	weights := make([]int, len(blocks))
	from, to := 0, len(blocks)
	whole := isClean(blocks)
	for i, b := range blocks {
		weights[i] = weightOf(b)
	}
	if !whole {
		from, to = heaviest(weights)
	}
	var out []piece
	for i := from; i < to; i++ {
		if whole && phraseReason(blocks[i].text) == "" || keeps(blocks, weights, i, to) {
			out = append(out, blocks[i].piece(0, len(blocks[i].text), i))
		}
	}
	if len(out) == 0 {
		for i, b := range blocks {
			if b.why == "" && phraseReason(b.text) == "" {
				out = append(out, b.piece(0, len(b.text), i))
			}
		}
	}
	return out
}

// isClean reports whether the blocks are an article without furniture.
func isClean(blocks []*block) bool {
	sentences := 0
	for _, b := range blocks {
		if b.why == "" && (prose(b.text) || runeCount(b.text) >= spoken && endsSentence(b.text)) {
			sentences++
		}
	}
	return 10*sentences >= 7*len(blocks)
}

// weightOf is how much a block speaks for (positive) or against running text around it.
func weightOf(b *block) int {
	n := runeCount(b.text)
	why := phraseReason(b.text)
	switch {
	case why != "":
		return phraseWeights[why]
	case b.why != "":
		return -max(90, n)
	case prose(b.text):
		return min(n, 600)
	case n >= spoken && endsSentence(b.text):
		return n / 2
	}
	return -90
}

// phraseWeights says how much a standing phrase speaks against running text around it. Advertising
// and what calls to share stand between paragraphs; comments and footers come after the last one.
var phraseWeights = map[string]int{
	isAdvert: -30, isShare: -60, isNewsletter: -90, isRelated: -90, isNavigation: -150, isConsent: -300, isComment: -300, isFooter: -300,
}

// heaviest returns the stretch with the greatest sum, empty if no weight is positive.
func heaviest(weights []int) (from, to int) {
	best, sum, start := 0, 0, 0
	for i, w := range weights {
		if sum <= 0 {
			sum, start = 0, i
		}
		sum += w
		if sum > best {
			best, from, to = sum, start, i+1
		}
	}
	return from, to
}

// keeps decides about block i of a stretch of running text that ends at to: running text is kept,
// and a short line before running text, because it may be a heading.
func keeps(blocks []*block, weights []int, i, to int) bool {
	if weights[i] > 0 {
		return true
	}
	b := blocks[i]
	if b.why != "" || phraseReason(b.text) != "" {
		return false
	}
	return i+1 < to && weights[i+1] > 0
}
