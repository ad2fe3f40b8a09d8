package lineage

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// A tally counts the forms that other texts have at a place, each as it is written first.
type tally struct {
	forms []string
	keys  []string
	count []int
}

// add counts a form; forms with one key are one.
func (y *tally) add(form string) { y.addAs(form, form) }

func (y *tally) addAs(form, key string) {
	k := slices.Index(y.keys, key)
	if k < 0 {
		k = len(y.keys)
		y.forms, y.keys, y.count = append(y.forms, form), append(y.keys, key), append(y.count, 0)
	}
	y.count[k]++
}

// write says which forms the others write, the most frequent first, or that they do not share it.
func (y *tally) write() string {
	if len(y.forms) == 0 {
		return "do not"
	}
	return "write " + y.list()
}

// list lists the forms, the most frequent first.
func (y *tally) list() string {
	order := make([]int, len(y.forms))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		return cmp.Or(y.count[j]-y.count[i], strings.Compare(y.keys[i], y.keys[j]))
	})
	const most = 3
	var out []string
	for _, i := range order[:min(most, len(order))] {
		out = append(out, "“"+excerpt(y.forms[i])+"”")
	}
	switch {
	case len(order) > most:
		return strings.Join(out, ", ") + " or else"
	case len(out) > 1:
		return strings.Join(out[:len(out)-1], ", ") + " or " + out[len(out)-1]
	}
	return out[0]
}

// sayOthers says what the other texts with the same words do; nothing where there are none.
func sayOthers(x trace, instead string) string {
	share, lack := "", ""
	if x.holders > 0 {
		share = fmt.Sprintf("; so %s with these words", plural(x.holders, "does 1 other text", "do %d other texts"))
	}
	if x.others > 0 {
		lack = fmt.Sprintf("; %s with these words %s", plural(x.others, "1 other text", "%d other texts"), singular(x.others, instead))
	}
	return share + lack
}

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return fmt.Sprintf(many, n)
}

// singular puts a verb of several in the form for one.
func singular(n int, words string) string {
	if n != 1 {
		return words
	}
	verb, rest, _ := strings.Cut(words, " ")
	return strings.TrimSpace(map[string]string{"do": "does", "write": "writes", "have": "has"}[verb] + " " + rest)
}
