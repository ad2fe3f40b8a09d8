package quote

import "strings"

// headline mends the labels of a headline, whose forms are few: “X: …”, “… says X”, “… – X”, and quoted words.
func headline(s string, q *sequence, ls []label, quotes []quotation) {
	n := len(q.words)
	for n > 0 && q.words[n-1].lower == "." {
		n--
	}
	for i := 1; i < n-1; i++ {
		w := q.words[i]
		if w.lower == ":" && i <= 6 && q.quote[i] == unquoted && namelike(s, q, 0, i) {
			clear(ls)
			paint(ls, 0, i, sourceRole)
			paint(ls, i, i+1, cueRole)
			paint(ls, i+1, n, contentRole)
			return
		}
	}
	for i := n - 2; i > 2 && i >= n-7; i-- {
		w := q.words[i]
		behind := q.words[i-1].lower == "," || q.words[i-1].lower == "\""
		switch {
		case q.quote[i] != unquoted && q.quote[i] != quoteClose:
			return
		case behind && q.cues[i].classes&(cueSay|cueClaim|cueConcede|cueShow|cueWrite) != 0 && hasWord(q, i+1, n):
			clear(ls)
			end := i
			for end > 0 && q.words[end-1].lower == "," {
				end--
			}
			paint(ls, 0, end, contentRole)
			paint(ls, i, i+1, cueRole)
			paint(ls, i+1, n, sourceRole)
			return
		case (w.lower == "-" || w.lower == "--") && n-i <= 6 && hasWord(q, i+1, n):
			clear(ls)
			paint(ls, 0, i, contentRole)
			paint(ls, i, i+1, cueRole)
			paint(ls, i+1, n, sourceRole)
			return
		}
	}
}

// namelike reports whether words[from:to] may be a name or role before a colon: no verb in it, and no number alone.
func namelike(s string, q *sequence, from, to int) bool {
	for i := from; i < to; i++ {
		w := q.words[i]
		if w.tag.finite() || q.quote[i] != unquoted {
			return false
		}
	}
	first := q.words[from].lower
	return hasWord(q, from, to) && !kickers[first] && !strings.ContainsAny(first, "0123456789")
}

// kickers begin headlines that have a colon without a speaker.
var kickers = setOf("watch video live analysis opinion exclusive breaking update updated review explainer explained photos photo gallery podcast report fact poll interview factbox timeline")
