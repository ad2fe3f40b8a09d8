package article

import (
	"regexp"
	"strings"
)

// tidy takes out of a body what an extractor leaves in it now and then although the mark-up says
// that it is no running text: captions, standing phrases, paragraphs that are nothing but a link to
// another page, at the top bylines, dates and links, and at the end what readers wrote, links, headings that
// nothing follows and the lines that printers add. On 689 pages of three public
// sets these hold one word of the hand-made texts for every three that are not in them. If more than
// half of the words would go the page is of another kind, and nothing is taken out.
func tidy(pieces []piece, blocks []*block, byline []string) []piece {
	var kept []piece
	for _, p := range pieces {
		if p.block < 0 || !isScrap(p, blocks[p.block]) {
			kept = append(kept, p)
		}
	}
	kept = dropOtherCells(kept, blocks)
	kept = dropPrintFoot(dropComments(dropHeadLines(kept, blocks, byline), blocks))
	for len(kept) > 0 && trails(kept[len(kept)-1], blocks) {
		kept = kept[:len(kept)-1]
	}
	if 4*extract(kept).size() < extract(pieces).size() {
		return pieces
	}
	return kept
}

func isScrap(p piece, b *block) bool {
	switch {
	case droppedFor[b.why], phraseReason(p.text) != "":
		return true
	case b.why == isNewsletter && newsletterWord.MatchString(p.text):
		return true // the mark-up calls walls and whole pages so too, but the words say what it is
	case p.role != "" || p.text != b.text:
		return false
	case b.why == isByline:
		return b.isLabel()
	case b.why == isAdvert && 2*b.linkedBytes() >= len(b.text):
		return true
	}
	return b.isLink() || b.isPointer()
}

// newsletterWord matches what outlets call their letters to subscribers.
var newsletterWord = regexp.MustCompile(`(?i)newsletter|infolettre|bolet[ií]n|nieuwsbrief|nyhetsbrev|b[uü]lten|рассылк|نشرة`)

// droppedFor holds the reasons for which a piece goes whatever it says. On 689 pages of three public sets
// what extractors kept of such elements was no part of the hand-made texts, but for one word in
// twenty. Boxes, forms and what is called advertising hold parts of the article too often.
var droppedFor = map[string]bool{
	isCaption: true, isComment: true, isFooter: true, isRelated: true, isNavigation: true, isShare: true, isTags: true, isConsent: true,
	isBio: true, isHidden: true, isNotice: true, isDialog: true, isPlayer: true,
}

// trails reports whether a piece means nothing at the end of a body.
func trails(p piece, blocks []*block) bool {
	return p.role == "heading" || p.block >= 0 && blocks[p.block].isLink()
}

// isLink reports whether nearly all of a block is the text of links.
func (b *block) isLink() bool { return 10*b.linkedBytes() >= 9*len(b.text) }

// isPointer reports whether a block points at another page, as in “Read more: The harbour reopens” or
// “RELATED | The harbour reopens”: a label that ends with a colon or a bar, and nothing behind it but
// one link with the words of a headline.
func (b *block) isPointer() bool {
	const (
		longest = 60 // bytes of the label
		words   = 4  // of the headline
	)
	if len(b.links) != 1 {
		return false
	}
	l := b.links[0]
	label := strings.TrimSpace(b.text[:l.start])
	return label != "" && len(label) <= longest && strings.ContainsAny(label[len(label)-1:], ":|") &&
		len(strings.Trim(b.text[l.end:], " .])")) == 0 && strings.Count(b.text[l.start:l.end], " ") >= words-1
}

func (b *block) linkedBytes() int {
	n := 0
	for _, l := range b.links {
		n += l.end - l.start
	}
	return n
}
