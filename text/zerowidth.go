package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

const zeroWidthSpace = "\u200b"

// A spacelessView is a text without its zero-width spaces. Inside a word of a script that is written
// with spaces they are invisible marks, which must not cut it in two; in the other scripts they are
// word boundaries and stay.
type spacelessView struct {
	text string
	cuts []viewCut
}

// A viewCut says that from byte at of the view on the original is shift bytes further.
type viewCut struct{ at, shift int }

func newSpacelessView(s string) spacelessView {
	var b strings.Builder
	var v spacelessView
	shift := 0
	for at := 0; ; {
		i := strings.Index(s[at:], zeroWidthSpace)
		if i < 0 {
			b.WriteString(s[at:])
			break
		}
		b.WriteString(s[at : at+i])
		before, _ := utf8.DecodeLastRuneInString(s[:at+i])
		at += i + len(zeroWidthSpace)
		after, _ := utf8.DecodeRuneInString(s[at:])
		if unicode.In(before, unspaced...) || unicode.In(after, unspaced...) {
			b.WriteString(zeroWidthSpace)
			continue
		}
		shift += len(zeroWidthSpace)
		v.cuts = append(v.cuts, viewCut{b.Len(), shift})
	}
	v.text = b.String()
	return v
}

// original returns the bytes of the original that the bytes of the view stand for. Spaces left out
// before or after them are not among those; spaces left out inside are.
func (v spacelessView) original(s Span) Span {
	return Span{s.Start + v.shift(s.Start+1), s.End + v.shift(s.End)}
}

// shift returns by how much the original is further than the view, counting the cuts before byte at.
func (v spacelessView) shift(at int) int {
	k, _ := slices.BinarySearchFunc(v.cuts, at, func(c viewCut, at int) int { return c.at - at })
	if k == 0 {
		return 0
	}
	return v.cuts[k-1].shift
}
