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
	var list removedList
	for i, b := range blocks {
		if used[i] {
			list.gap()
			continue
		}
		if folded != "" && len(b.text) < 2*len(title) && text.Fold(b.text) == folded {
			continue
		}
		why := cmp.Or(b.why, phraseReason(b.text))
		if why == "" && b.isLink() {
			why = isRelated
		}
		list.add(b.text, cmp.Or(why, isOther))
	}
	return list.out
}

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
