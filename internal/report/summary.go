package report

import (
	"fmt"
	"unicode"
	"unicode/utf8"

	"hearsay/reuse"
)

// A tally counts the passages of a pair by what they are.
type tally struct {
	inOrder, moved, reworded, formula int
	changes                           int // edits inside what is neither reworded nor a standing phrase
}

func tallyOf(passages []reuse.Passage) tally {
	var t tally
	straight, others := order(passages)
	for k, g := range append(straight, others...) {
		switch {
		case g.Formula:
			t.formula++
			continue
		case g.Reworded:
			t.reworded++
			continue
		case k < len(straight):
			t.inOrder++
		default:
			t.moved++
		}
		for _, e := range g.Edits {
			if e.Op != reuse.Equal {
				t.changes++
			}
		}
	}
	return t
}

// summary says in words what two pages share, and what each has for itself.
func summary(v pairView, p reuse.Pair) []string {
	t := tallyOf(p.Passages)
	var out []string
	if p.Relation != reuse.Partial { // what that means is told below
		out = append(out, sentence(relationWords(p.Relation)))
	}
	if n := t.inOrder + t.moved; n > 0 {
		s := "They share " + count(n, "passage")
		switch {
		case t.moved > 0 && t.inOrder > 0:
			s += fmt.Sprintf(": %s in the same order, %s in another place", number(t.inOrder), number(t.moved))
		case t.inOrder > 1:
			s += " in the same order"
		}
		out = append(out, s+", with "+changesWords(t.changes)+" inside.")
	}
	if t.reworded > 0 {
		out = append(out, sayReworded(t.reworded)+", with much of the same words in the same order, though few stand side by side as they were.")
	}
	if t.formula > 0 {
		out = append(out, fmt.Sprintf("Besides, %s in both; that counts nowhere.", stand(t.formula)))
	}
	alone := [2]int{}
	for _, row := range v.Rows {
		if row.Kind == apartRow {
			alone[0] += row.Left.Words
			alone[1] += row.Right.Words
		}
	}
	return append(out, fmt.Sprintf("Apart from that, %s has %s of its own and %s has %s.", v.Left.Name, count(alone[0], "word"), v.Right.Name, number(alone[1])))
}

func sayReworded(n int) string {
	if n == 1 {
		return "1 passage is reworded"
	}
	return number(n) + " passages are reworded"
}

// sentence makes words that stand in a list a sentence.
func sentence(s string) string {
	if s == "" {
		return ""
	}
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:] + "."
}

func stand(formulas int) string {
	if formulas == 1 {
		return "1 standing phrase stands"
	}
	return number(formulas) + " standing phrases stand"
}

func changesWords(n int) string {
	if n == 0 {
		return "no change"
	}
	return count(n, "change")
}
