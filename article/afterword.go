package article

import (
	"regexp"
	"unicode/utf8"
)

// dropComments takes out what stands behind the heading of the comments, such as “Yorumlar” or “Comments (3)”,
// where the text of the article is over: most of the body stands before it. What readers write is in whole
// sentences, so that extractors take it for the end of the article.
func dropComments(pieces []piece, blocks []*block) []piece {
	const before = 0.6 // share of the body that must stand before the heading
	total, n := extract(pieces).size(), 0
	from := -1 // the block of the piece before
	for i, p := range pieces {
		if p.block >= 0 {
			if from >= 0 && float64(n) >= before*float64(total) && headsComments(blocks, from+1, p.block) {
				return pieces[:i]
			}
			from = p.block
		}
		n += utf8.RuneCountInString(p.text)
	}
	return pieces
}

// headsComments reports whether one of the blocks from first up to last is a heading of comments. A link
// that says the same leads to them and does not head them.
func headsComments(blocks []*block, first, last int) bool {
	for i := first; i <= last; i++ {
		b := blocks[i]
		if len(b.text) <= maxPhrase && len(b.links) == 0 && phraseReason(b.text) == isComment {
			return true
		}
	}
	return false
}

// dropPrintFoot takes out what a printer puts below a text: a line with the address of the page, and the lines
// below it. Lines that say whose a text is stay where no address stands above them: they may name an agency.
func dropPrintFoot(pieces []piece) []piece {
	const lines = 4
	for i := len(pieces) - 1; i > 0 && i >= len(pieces)-lines; i-- {
		s := pieces[i].text
		if len(s) <= longestFoot && labelledAddress.MatchString(s) {
			return pieces[:i]
		}
		if prose(s) {
			break
		}
	}
	return pieces
}

// longestFoot is how many bytes a line with the address of the page may have.
const longestFoot = 250

// labelledAddress begins with “URL: https://…” or a like label of up to three words.
var labelledAddress = regexp.MustCompile(`^\pL+(?: \pL+){0,2} ?: ?https?://\S+`)
