package article

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
	case p.role == "" && p.text == b.text:
		return b.isLink()
	}
	return false
}

// trails reports whether a piece means nothing at the end of a body.
func trails(p piece, blocks []*block) bool {
	return p.role == "heading" || p.block >= 0 && blocks[p.block].isLink()
}

// isLink reports whether nearly all of a block is the text of links.
func (b *block) isLink() bool {
	n := 0
	for _, l := range b.links {
		n += l.end - l.start
	}
	return 10*n >= 9*len(b.text)
}
