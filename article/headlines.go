package article

import (
	"regexp"
	"slices"
	"strings"

	"hearsay/text"
)

// dropHeadLines takes out what stands above the first running text and is no part of it: lines with a
// date, lines that the mark-up calls the byline, the names of the byline, and links. They are read elsewhere.
func dropHeadLines(pieces []piece, blocks []*block, byline []string) []piece {
	top := slices.IndexFunc(pieces, func(p piece) bool { return prose(p.text) })
	if top < 0 {
		return pieces
	}
	names := map[string]bool{}
	for _, name := range byline {
		names[text.Fold(name)] = true
	}
	var kept []piece
	for _, p := range pieces[:top] {
		if p.role == "heading" || p.block < 0 || !isDateLine(p.text) && !names[text.Fold(p.text)] && !blocks[p.block].headsText(p) {
			kept = append(kept, p)
		}
	}
	return append(kept, pieces[top:]...)
}

// headsText reports whether a piece above the running text is for its mark-up no part of it.
func (b *block) headsText(p piece) bool {
	return p.text == b.text && (b.why == isByline || b.isLink()) && len(p.text) <= longestDate && !endsSentence(p.text)
}

// isDateLine reports whether a line is a label with a date in it: a year and another number.
func isDateLine(s string) bool {
	s = asciiDigits(s)
	return len(s) <= longestDate && isLabelLine(s) && len(numbers.FindAllStringIndex(s, 2)) == 2
}

// isLabel reports whether a block is a line such as “Posted: 3 May 2024 08:02 By: Desk” rather than
// a sentence: short, with a year in it, and without the stop that a sentence ends with.
func (b *block) isLabel() bool { return isLabelLine(asciiDigits(b.text)) }

func isLabelLine(s string) bool {
	return len(s) <= 160 && !strings.ContainsAny(s[len(s)-1:], ".!?\"”»") && year.MatchString(s)
}

var (
	year    = regexp.MustCompile(`\b(19|20)\d\d\b`)
	numbers = regexp.MustCompile(`\d+`)
)

// longestDate is how many bytes a line may have that is taken for a date for its numbers alone.
const longestDate = 100

// asciiDigits returns a short line with the digits of other scripts as those of ASCII; a long one is
// returned as it is, because nobody asks for its numbers.
func asciiDigits(s string) string {
	const longest = 320
	if len(s) > longest {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r >= 0x80 {
			if d := digitValue(r); d >= 0 {
				return rune('0' + d)
			}
		}
		return r
	}, s)
}
