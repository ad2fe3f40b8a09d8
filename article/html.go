package article

import (
	"cmp"
	"fmt"
	"net/url"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/net/html"

	"hearsay/text"
)

// readHTML finds the main text of a web page.
func readHTML(source, address string, captured time.Time) (meta, body) {
	source = openFrames(source)
	page := readMarkup(source)
	root, err := parse(source)
	if err != nil {
		m, b, _ := readBlocks(page.blocks, address, captured)
		b.warnings = append(b.warnings, fmt.Sprintf("read by its lines, because %v", err))
		return m, b
	}
	m := readMeta(root, address, captured)
	b := mainText(root, page, address, m)
	b.pieces = dropTitle(b.pieces, m.title)
	b.blocks = page.blocks
	b.links = linksOf(b.pieces, b.blocks, resolver(address, page.base))
	b.removed = removedOf(b.blocks, b.pieces, m.title)
	return m, b
}

// mainText asks the extractors, and takes the words they chose from the page itself.
func mainText(root *html.Node, page markup, address string, m meta) (b body) {
	given, description, blocks := linkedBody(root), descriptionOf(root), page.blocks
	prune(root)
	dropNotices(root)
	var size treeSize
	size.count(root, 0)
	var first, second extract
	err := size.check()
	if err == nil {
		u, _ := url.Parse(address)
		first, second, err = extracts(root, u)
	}
	first = longer(first, given)
	b.pieces = wordsOfPage(first, blocks)
	settle(blocks, page.marks, b.pieces)
	b.pieces = withLead(tidy(b.pieces, blocks, m.byline), blocks, m.title, description)
	if len(b.pieces) == 0 {
		b.pieces, _ = proseOf(blocks, "", nil)
		if err != nil {
			b.warnings = append(b.warnings, fmt.Sprintf("the main text was searched by its lines, because %v", err))
		}
	}
	b.warnings = append(b.warnings, doubts(b.pieces, second, blocks)...)
	return b
}

// descriptionOf returns what the page says it is about, in the words of its head.
func descriptionOf(root *html.Node) string {
	short := ""
	for n := range root.Descendants() {
		if n.Type != html.ElementNode || n.Data != "meta" {
			continue
		}
		switch strings.ToLower(attr(n, "name") + attr(n, "property")) {
		case "og:description":
			return attr(n, "content")
		case "description":
			short = cmp.Or(short, attr(n, "content"))
		}
	}
	return short
}

// linkedBody returns the text of the article as a JSON-LD script of the page holds it, which about
// one news page in four does.
func linkedBody(root *html.Node) extract {
	var all ldObjects
	scripts := 0
	for n := range root.Descendants() {
		if n.Type != html.ElementNode || n.Data != "script" || !strings.Contains(attr(n, "type"), "ld+json") || n.FirstChild == nil {
			continue
		}
		if scripts++; scripts > maxLD || len(n.FirstChild.Data) > maxLDBytes {
			break
		}
		if v, ok := parseLD(n.FirstChild.Data); ok {
			all.collect(v, 0)
		}
	}
	var out extract
	for _, o := range all.list {
		s, ok := o["articleBody"].(string)
		if !ok || articleRank(o) == 0 {
			continue
		}
		for line := range strings.SplitSeq(html.UnescapeString(s), "\n") {
			blocks, _ := markupBlocks(line)
			for _, b := range blocks {
				out = append(out, piece{text: b.text, role: b.role, from: -1, to: -1, block: -1})
			}
		}
		return out
	}
	return nil
}

// shortText is the number of characters below which an extract is doubted: most pages on which an
// extractor finds less hold more.
const shortText = 250

// longer returns the text that a script of the page gives where the extractor found next to nothing,
// or where it found only a part of that text: pages show a beginning and hold the rest back.
func longer(found, given extract) extract {
	const (
		held = 0.9 // share of the words found that the text of the script must have
		more = 1.3 // how much longer it must be
	)
	n, m := found.size(), given.size()
	if n < shortText && m > 2*n {
		return given
	}
	if float64(m) > more*float64(n) {
		a, b := tokensOf(found), tokensOf(given)
		if float64(wordsInCommon(a, b)) >= held*float64(len(a)) {
			return given
		}
	}
	return found
}

func (e extract) size() int {
	n := 0
	for _, p := range e {
		n += utf8.RuneCountInString(p.text)
	}
	return n
}

// agreed is the least agreement of two extractors on the words of a page that passes without a
// warning. Of 689 pages of three public sets 23 stay below it; half of these were read badly (word F1
// below 0.8), of the others one in thirty-five.
const agreed = 0.8

// gaps is the share of running text left out between the paragraphs of a body, relative to the body,
// that passes without a warning. Of 12 pages above it 6 were read badly.
const gaps = 0.2

// doubts returns the reasons to look at the page itself.
func doubts(pieces []piece, second extract, blocks []*block) []string {
	var out []string
	first, other := tokensOf(pieces), tokensOf(second)
	if len(other) > 0 && agreement(first, other) < agreed {
		out = append(out, fmt.Sprintf("two methods disagree on what the main text is (%d and %d words): look at the page", len(first), len(other)))
	}
	if n := leftBetween(pieces, blocks); float64(n) > gaps*float64(extract(pieces).size()) {
		out = append(out, fmt.Sprintf("running text of %d characters between the paragraphs was left out, and the page does not say why: look at what was removed", n))
	}
	const few = 25
	if len(first) < few {
		out = append(out, fmt.Sprintf("the main text has only %d words: the page may be a wall, a picture or a list", len(first)))
	}
	return out
}

// leftBetween counts the characters of running text between the first and the last block of a body
// that are not in it although nothing speaks against them.
func leftBetween(pieces []piece, blocks []*block) int {
	used := make([]bool, len(blocks))
	first, last := len(blocks), -1
	for _, p := range pieces {
		if p.block >= 0 {
			used[p.block] = true
			first, last = min(first, p.block), max(last, p.block)
		}
	}
	n := 0
	for i := first + 1; i < last; i++ {
		if b := blocks[i]; !used[i] && b.why == "" && prose(b.text) && phraseReason(b.text) == "" {
			n += utf8.RuneCountInString(b.text)
		}
	}
	return n
}

func tokensOf(pieces []piece) []text.Token {
	var out []text.Token
	for _, p := range pieces {
		out = text.Tokenize(p.text, out)
	}
	return out
}

// agreement is the F1 score of two texts as bags of words: 1 if they have the same words, 0 if they
// share none.
func agreement(a, b []text.Token) float64 {
	if len(a)+len(b) == 0 {
		return 1
	}
	return 2 * float64(wordsInCommon(a, b)) / float64(len(a)+len(b))
}

// wordsInCommon returns how many words two texts share as bags of words.
func wordsInCommon(a, b []text.Token) int {
	count := map[uint64]int{}
	for _, t := range a {
		count[t.Hash]++
	}
	shared := 0
	for _, t := range b {
		if count[t.Hash] > 0 {
			count[t.Hash]--
			shared++
		}
	}
	return shared
}
