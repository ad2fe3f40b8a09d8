package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay/text"
)

// A piece is one paragraph of a body before the body is put together.
type piece struct {
	text string
	role string
	// from and to are the bytes of the source that show text, half-open; -1 if they are not known.
	from, to int
	block    int // index of the block it was taken from, -1 if it was taken from none
}

// An extract is what an extractor took for the main text: plain paragraphs.
type extract []piece

// wholeBlock is the share of the words of a block that an extractor must have kept for the block to
// be taken whole. Extractors drop single elements from inside a sentence (a time, a label) although
// the page shows them; a block of which less was kept holds two things, and only what was kept is
// taken.
const wholeBlock = 0.6

// wordsOfPage replaces the paragraphs of an extract by the words of the page itself. Extractors rewrite
// the page before they read it and lose words or glue them together; findings must show what the
// page shows. A paragraph of which less than half is found on the page (text that stands in a script
// only) stays as it is, without a place, unless its words are glued together and can be parted (see letterRun).
func wordsOfPage(e extract, blocks []*block) []piece {
	words := wordsOf(len(e), func(i int) string { return e[i].text })
	onPage := wordsOf(len(blocks), func(i int) string { return blocks[i].text })
	chain := align(words, onPage)
	found := make([]int, len(e)) // words found, by paragraph
	for _, m := range chain {
		found[words.unit[m.extract]] += m.words
	}
	missing := func(u int) bool { return 2*found[u] < words.first[u+1]-words.first[u] }
	kept := make([]int, len(blocks)) // words kept, by block
	for _, m := range chain {
		if !missing(int(words.unit[m.extract])) {
			kept[onPage.unit[m.page]] += m.words
		}
	}
	var letters letterRun
	var out []piece
	for u := range e {
		if words.first[u] == words.first[u+1] {
			continue
		}
		n := 0
		for n < len(chain) && int(words.unit[chain[n].extract]) == u {
			n++
		}
		mine := chain[:n]
		chain = chain[n:]
		if missing(u) {
			if first, end, ok := letters.blocksOf(e[u].text, blocks); ok {
				out = appendGlued(out, first, end, kept, blocks)
			} else {
				out = append(out, e[u])
			}
			continue
		}
		out = appendBlocks(out, mine, kept, blocks, onPage)
	}
	return out
}

// appendBlocks appends the blocks, or the parts of them, that the matches of one paragraph lie in.
func appendBlocks(out []piece, matches []match, kept []int, blocks []*block, onPage *wordRun) []piece {
	for len(matches) > 0 {
		v := int(onPage.unit[matches[0].page])
		n := 1
		for n < len(matches) && int(onPage.unit[matches[n].page]) == v {
			n++
		}
		first, last := matches[0], matches[n-1]
		matches = matches[n:]
		b := blocks[v]
		size := onPage.first[v+1] - onPage.first[v]
		if float64(kept[v]) >= wholeBlock*float64(size) {
			if k := len(out) - 1; k < 0 || out[k].block != v {
				out = append(out, b.piece(0, len(b.text), v))
			}
			continue
		}
		start := onPage.spans[first.page].Start
		end := onPage.spans[last.page+last.words-1].End
		start, end = widen(b.text, start, end)
		out = append(out, b.piece(start, end, v))
	}
	return out
}

// widen grows a range of words over the punctuation that touches it.
func widen(s string, start, end int) (int, int) {
	touches := func(r rune) bool { return !unicode.IsSpace(r) && !unicode.IsLetter(r) && !unicode.IsDigit(r) }
	for start > 0 {
		r, size := utf8.DecodeLastRuneInString(s[:start])
		if !touches(r) {
			break
		}
		start -= size
	}
	for end < len(s) {
		r, size := utf8.DecodeRuneInString(s[end:])
		if !touches(r) {
			break
		}
		end += size
	}
	return start, end
}

func (b *block) piece(start, end, index int) piece {
	from, to := b.source(start, end)
	return piece{text: b.text[start:end], role: b.role, from: from, to: to, block: index}
}

// compose puts pieces together to the text of an article and its paragraphs. Pieces without words
// are left out. Places are still those in the source; the caller maps them to the page.
func compose(pieces []piece) (*text.Doc, []Paragraph) {
	var b strings.Builder
	var paragraphs []Paragraph
	for _, p := range pieces {
		s := clean(p.text)
		if s == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		start := b.Len()
		b.WriteString(s)
		paragraphs = append(paragraphs, Paragraph{Span: text.Span{Start: start, End: b.Len()}, PageStart: p.from, PageEnd: p.to, Role: p.role})
	}
	return text.NewDoc(b.String()), paragraphs
}

// dropTitle removes what repeats the title at the top of a body: the first paragraph, or a heading
// among the first few.
func dropTitle(pieces []piece, title string) []piece {
	want := text.Fold(title)
	if want == "" || len(pieces) < 2 {
		return pieces
	}
	const top = 5
	for i, p := range pieces[:min(top, len(pieces))] {
		if (i == 0 || p.role == "heading") && text.Fold(p.text) == want {
			return append(pieces[:i:i], pieces[i+1:]...)
		}
	}
	return pieces
}
