package article

import (
	"cmp"
	"strings"

	"hearsay/text"
)

// What Removed keeps: it is for a reader who asks whether something was lost, not a copy of the page.
const (
	maxRemoved      = 300  // pieces
	maxRemovedBytes = 4000 // bytes of one piece
)

// removedOf returns the blocks of a page that no piece of the body was taken from. Neighbours that
// were left out for one reason are one Removed, with a line each. What repeats the title is not
// listed: the title is kept elsewhere.
func removedOf(blocks []*block, pieces []piece, title string) []Removed {
	used := make([]bool, len(blocks))
	for _, p := range pieces {
		if p.block >= 0 {
			used[p.block] = true
		}
	}
	folded := text.Fold(title)
	reasons := reasonsOf(blocks, used)
	var list removedList
	for i, b := range blocks {
		if used[i] {
			list.gap()
			continue
		}
		if folded != "" && len(b.text) < 2*len(title) && text.Fold(b.text) == folded {
			continue
		}
		list.add(b.text, cmp.Or(reasons[i], isOther))
	}
	return list.out
}

// betweenAtMost is how many blocks in a row without a reason of their own take that of the blocks on
// both sides: the lines of a teaser between two others, the number beside a share button.
const betweenAtMost = 4

// reasonsOf returns why each block that is not used was left out, empty if the page does not tell.
func reasonsOf(blocks []*block, used []bool) []string {
	out := make([]string, len(blocks))
	last := -1 // the last block with a reason since the last used one
	for i, b := range blocks {
		if used[i] {
			last = -1
			continue
		}
		out[i] = cmp.Or(b.why, phraseReason(b.text))
		switch {
		case out[i] != "":
		case 2*b.linkedBytes() >= len(b.text):
			out[i] = isRelated
		case isDateLine(b.text):
			out[i] = isByline
		}
		if out[i] == "" {
			continue
		}
		if last >= 0 && out[last] == out[i] && !tellsRecurrence(out[i]) && i-last <= betweenAtMost+1 {
			for k := last + 1; k < i; k++ {
				out[k] = out[i]
			}
		}
		last = i
	}
	return out
}

// tellsRecurrence reports whether a reason counts pages: that is true of the line itself only.
func tellsRecurrence(why string) bool { return strings.HasPrefix(why, recurrence) }

// A removedList joins neighbours that have one reason.
type removedList struct {
	out    []Removed
	joined bool // whether the last piece may be joined
}

func (l *removedList) gap() { l.joined = false }

func (l *removedList) add(words, why string) {
	words = clean(words)
	if len(words) > maxRemovedBytes {
		words = strings.ToValidUTF8(words[:maxRemovedBytes], "") + " …"
	}
	k := len(l.out) - 1
	if l.joined && l.out[k].Reason == why && len(l.out[k].Exact)+len(words) <= maxRemovedBytes {
		l.out[k].Exact += "\n" + words
		return
	}
	if len(l.out) < maxRemoved {
		l.out = append(l.out, Removed{words, why})
		l.joined = true
	}
}
