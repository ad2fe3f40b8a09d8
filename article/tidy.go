package article

import (
	"regexp"
	"strings"
)

// tidy takes out of a body what an extractor leaves in it now and then although the mark-up says
// that it is no running text: captions, standing phrases, paragraphs that are nothing but a link to
// another page, and at the end links and headings that nothing follows. On 689 pages of three public
// sets these hold one word of the hand-made texts for every three that are not in them. If more than
// half of the words would go the page is of another kind, and nothing is taken out.
func tidy(pieces []piece, blocks []*block) []piece {
	var kept []piece
	for _, p := range pieces {
		if p.block < 0 || !isScrap(p, blocks[p.block]) {
			kept = append(kept, p)
		}
	}
	for len(kept) > 0 && trails(kept[len(kept)-1], blocks) {
		kept = kept[:len(kept)-1]
	}
	if 2*extract(kept).size() < extract(pieces).size() {
		return pieces
	}
	return kept
}

func isScrap(p piece, b *block) bool {
	switch {
	case b.why == isCaption, phraseReason(p.text) != "":
		return true
	case p.role != "" || p.text != b.text:
		return false
	case b.why == isByline:
		return b.isLabel()
	case b.why == isAdvert:
		return 2*b.linkedBytes() >= len(b.text)
	}
	return b.isLink()
}

// trails reports whether a piece means nothing at the end of a body.
func trails(p piece, blocks []*block) bool {
	return p.role == "heading" || p.block >= 0 && blocks[p.block].isLink()
}

// isLink reports whether nearly all of a block is the text of links.
func (b *block) isLink() bool { return 10*b.linkedBytes() >= 9*len(b.text) }

func (b *block) linkedBytes() int {
	n := 0
	for _, l := range b.links {
		n += l.end - l.start
	}
	return n
}

// isLabel reports whether a block is a line such as “Posted: 3 May 2024 08:02 By: Desk” rather than
// a sentence: short, with a year in it, and without the stop that a sentence ends with.
func (b *block) isLabel() bool {
	return len(b.text) <= 160 && !strings.ContainsAny(b.text[len(b.text)-1:], ".!?\"”»") && year.MatchString(b.text)
}

var year = regexp.MustCompile(`\b(19|20)\d\d\b`)
