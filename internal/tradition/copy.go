package tradition

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
)

// edit returns what an editor makes of the sentences of a text that is taken over. What an ancestor
// changed stays changed unless it is mended.
func edit(r *rand.Rand, from []sentence, slots map[string]string) []sentence {
	out := rewrite(r, from)
	for k := range out {
		for _, right := range slices.Sorted(maps.Keys(out[k].slips)) {
			if r.Float64() < mended {
				delete(out[k].slips, right)
			}
		}
	}
	if r.Float64() < cutsEnd {
		out = out[:max(2, int(float64(len(out))*(cutsLeast+cutsSpan*r.Float64())))]
	}
	if len(out) > 4 && r.Float64() < drops {
		k := 1 + r.IntN(len(out)-1)
		out = slices.Delete(out, k, k+1)
	}
	if r.Float64() < moves {
		out = moveParagraph(r, out)
	}
	if r.Float64() < joins {
		join(r, out, slots)
	}
	slip(r, out, slots)
	drift(r, out, slots)
	return out
}

// rewrite returns the sentences reworded: not at all, at the top, here and there, or nearly everywhere.
func rewrite(r *rand.Rand, from []sentence) []sentence {
	out := make([]sentence, 0, len(from))
	depth := pick(r, []float64{untouched, light, medium, heavy}, untouched, light, medium, heavy)
	top := 1 + r.IntN(lightTop)
	for i, s := range from {
		touched, share := 0.0, 0.0
		switch {
		case depth == heavy:
			touched, share = heavySentence, heavyChoice
		case depth == medium:
			touched, share = mediumSentence, mediumChoice
		case depth == light && i < top:
			touched, share = 1, lightChoice
		}
		if r.Float64() >= touched {
			share = 0
		}
		out = append(out, s.reword(r, share))
	}
	return out
}

// moveParagraph sets a paragraph at another place, never before the first.
func moveParagraph(r *rand.Rand, text []sentence) []sentence {
	starts := paragraphs(text)
	if len(starts) < 3 {
		return text
	}
	k := 1 + r.IntN(len(starts)-2)
	from, to := starts[k], starts[k+1]
	moved := slices.Clone(text[from:to])
	rest := slices.Delete(slices.Clone(text), from, to)
	places := slices.DeleteFunc(paragraphs(rest)[1:], func(at int) bool { return at == from })
	if len(places) == 0 {
		return text
	}
	return slices.Insert(rest, places[r.IntN(len(places))], moved...)
}

// paragraphs returns where the paragraphs of a text begin, and its end.
func paragraphs(text []sentence) []int {
	var out []int
	for i, s := range text {
		if i == 0 || s.starts {
			out = append(out, i)
		}
	}
	return append(out, len(text))
}

// join makes one sentence of two.
func join(r *rand.Rand, text []sentence, slots map[string]string) {
	h := newHand(slots, style{})
	k := 1 + r.IntN(len(text)-1)
	if joinable(h.draft(text[k-1]), h.draft(text[k])) {
		text[k].joint = pick(r, []string{", and ", "; ", ", while "}, 0.5, 0.3, 0.2)
		text[k].starts = false
	}
}

// slip misspells a word or two.
func slip(r *rand.Rand, text []sentence, slots map[string]string) {
	for range pick(r, []int{0, 1, 2}, noSlip, oneSlip, 1-noSlip-oneSlip) {
		k := r.IntN(len(text))
		written := newHand(slots, style{}).draft(text[k])
		for _, at := range r.Perm(len(words["misspelled"])) {
			right, wrong, _ := strings.Cut(words["misspelled"][at], "=")
			if strings.Contains(written, right) {
				if text[k].slips == nil {
					text[k].slips = map[string]string{}
				}
				text[k].slips[right] = wrong
				break
			}
		}
	}
}

// drift changes a figure in one sentence, or the spelling of a name in all.
func drift(r *rand.Rand, text []sentence, slots map[string]string) {
	if r.Float64() < figureDrifts {
		k := r.IntN(len(text))
		for _, slot := range schemas[text[k].schema].slots {
			if len(slot) == 2 && slot[0] == 'n' {
				figure, ok := text[k].changed[slot]
				if !ok {
					figure = slots[slot]
				}
				text[k].change(slot, drifted(r, figure))
				break
			}
		}
	}
	if r.Float64() < nameDrifts {
		slot := []string{"person1", "person2", "person3", "person4", "place2"}[r.IntN(5)]
		other := respell(slots[slot])
		for k := range text {
			text[k].change(slot, other)
		}
	}
}

// drifted returns a figure as it goes wrong: brought up to date, rounded, or with digits that changed places.
func drifted(r *rand.Rand, figure string) string {
	n, err := strconv.Atoi(figure)
	if err != nil {
		panic("tradition: the figure " + figure + " is no number")
	}
	tens, ones := n/10%10, n%10
	switch later := n + 1 + r.IntN(1+n/5); r.IntN(3) {
	case 0:
		if ones != 0 && n > 10 {
			return strconv.Itoa((n + 5) / 10 * 10)
		}
		return strconv.Itoa(later)
	case 1:
		if tens != ones && ones != 0 {
			return strconv.Itoa(n/100*100 + ones*10 + tens)
		}
		return strconv.Itoa(later)
	default:
		return strconv.Itoa(later)
	}
}

// respell writes a name as another desk might transliterate it.
func respell(name string) string {
	for _, pair := range [...][2]string{{"ie", "ei"}, {"ć", "c"}, {"kh", "h"}, {"Kh", "H"}, {"ova", "owa"}, {"ou", "u"}, {"aa", "a"}, {"k", "q"}, {"v", "w"}, {"a", "e"}} {
		if strings.Contains(name, pair[0]) {
			return strings.Replace(name, pair[0], pair[1], 1)
		}
	}
	return name
}

// pick returns one of values with the given probabilities, which sum to 1.
func pick[T any](r *rand.Rand, values []T, shares ...float64) T {
	x := r.Float64()
	for i, share := range shares {
		if x -= share; x < 0 {
			return values[i]
		}
	}
	return values[len(values)-1]
}
