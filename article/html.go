package article

import (
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
	blocks, base := markupBlocks(source)
	root, err := parse(source)
	if err != nil {
		m, b := readBlocks(blocks, address, captured)
		b.warnings = append(b.warnings, fmt.Sprintf("read by its lines, because %v", err))
		return m, b
	}
	m := readMeta(root, address, captured)
	b := mainText(root, blocks, address)
	b.pieces = dropTitle(b.pieces, m.title)
	b.blocks = blocks
	b.links = linksOf(b.pieces, blocks, resolver(address, base))
	b.removed = removedOf(blocks, b.pieces, m.title)
	return m, b
}

// mainText asks the extractors, and takes the words they chose from the page itself.
func mainText(root *html.Node, blocks []*block, address string) (b body) {
	given := linkedBody(root)
	prune(root)
	var size treeSize
	size.count(root, 0)
	var first, second extract
	err := size.check()
	if err == nil {
		u, _ := url.Parse(address)
		first, second, err = extracts(root, u)
	}
	first = longer(first, given)
	b.pieces = tidy(wordsOfPage(first, blocks), blocks)
	if len(b.pieces) == 0 {
		b.pieces = proseOf(blocks)
		if err != nil {
			b.warnings = append(b.warnings, fmt.Sprintf("the main text was searched by its lines, because %v", err))
		}
	}
	b.warnings = append(b.warnings, doubts(b.pieces, second)...)
	return b
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
// warning.
const agreed = 0.6

// doubts returns the reasons to look at the page itself.
func doubts(pieces []piece, second extract) []string {
	var out []string
	first, other := tokensOf(pieces), tokensOf(second)
	if len(other) > 0 && agreement(first, other) < agreed {
		out = append(out, fmt.Sprintf("two methods disagree on what the main text is (%d and %d words): look at the page", len(first), len(other)))
	}
	const few = 25
	if len(first) < few {
		out = append(out, fmt.Sprintf("the main text has only %d words: the page may be a wall, a picture or a list", len(first)))
	}
	return out
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
