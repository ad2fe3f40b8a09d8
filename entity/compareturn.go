package entity

import "strings"

// An order is one in which the words of a name may be read.
type order struct {
	at [longestName]uint8
	n  int
}

func (o *order) words() []uint8 { return o.at[:o.n] }

func inOrder() (at [longestName]uint8) {
	for i := range at {
		at[i] = uint8(i)
	}
	return at
}

// turnedWorth is what a comparison in another order of the words is worth.
const turnedWorth = 0.93

// better returns the verdict in another order of the words, if it is worth more.
func better(v, turned verdict) verdict {
	if turned.contradiction || turnedWorth*turned.score <= v.score {
		return v
	}
	turned.score *= turnedWorth
	turned.turned = true
	return turned
}

// turns returns the other orders that the name may have: the first word last, the last first, the second first. Of two words that is another name
// (Hans Friedrich), unless one was written with a comma, ends with a patronymic (Putin Vladimir Vladimirovich) or comes from East Asia.
func (n *Name) turns(o *Name) []order {
	k := len(n.tokens)
	switch {
	case k < 2 || k > longestName || n.body || o.body || len(o.tokens) < 2:
		return nil
	case n.comma || o.comma || n.east || o.east || eastern(n) && eastern(o):
	case isPatronymic(n.tokens[k-1].word) && k == 3:
	case k < 3 || len(o.tokens) < 3:
		return nil
	}
	out := make([]order, 0, 3)
	first, last, second := order{inOrder(), k}, order{inOrder(), k}, order{inOrder(), k}
	copy(first.at[:k-1], first.at[1:k])
	first.at[k-1] = 0
	copy(last.at[1:k], last.at[:k-1])
	last.at[0] = uint8(k - 1)
	out = append(out, first, last)
	if k > 2 {
		second.at[0], second.at[1] = 1, 0
		out = append(out, second)
	}
	return out
}

// eastern reports whether the words of a name are as short as those of Chinese, Korean and Vietnamese names.
func eastern(n *Name) bool {
	for i := range n.tokens {
		if len(n.tokens[i].word) > 6 {
			return false
		}
	}
	return len(n.tokens) == 3
}

// isPatronymic reports whether a word ends like the patronymics of Russian, Ukrainian and Belarusian.
func isPatronymic(w string) bool {
	if len(w) < 7 {
		return false
	}
	for _, end := range [...]string{"vich", "vych", "vitch", "vic", "vitj", "witsch", "ovna", "evna", "ivna", "auna", "ichna"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}
