package tradition

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A sentence is a schema as one writer put it.
type sentence struct {
	schema  int
	origin  int               // the root that first wrote it
	choices []int             // one for each choice of the schema
	changed map[string]string // slots that differ from the story's: a figure that drifted, a name spelled otherwise
	slips   map[string]string // misspelled words: right form to wrong
}

func (s sentence) clone() sentence {
	s.choices, s.changed, s.slips = slices.Clone(s.choices), maps.Clone(s.changed), maps.Clone(s.slips)
	return s
}

// write returns the words of a sentence in a story.
func (s sentence) write(slots map[string]string, style map[string]string) string {
	var b strings.Builder
	k := 0
	for _, p := range schemas[s.schema].pieces {
		switch {
		case p.choice != nil:
			b.WriteString(p.choice[s.choices[k]])
			k++
		case p.slot != "":
			if v, ok := s.changed[p.slot]; ok {
				b.WriteString(v)
			} else {
				b.WriteString(slots[p.slot])
			}
		default:
			b.WriteString(p.words)
		}
	}
	out := b.String()
	for _, right := range slices.Sorted(maps.Keys(s.slips)) {
		out = strings.ReplaceAll(out, right, s.slips[right])
	}
	for _, from := range slices.Sorted(maps.Keys(style)) {
		out = strings.ReplaceAll(out, from, style[from])
	}
	first, n := utf8.DecodeRuneInString(out)
	return string(unicode.ToUpper(first)) + out[n:] + "."
}

// compose writes a schema anew.
func compose(r *rand.Rand, at, origin int) sentence {
	s := sentence{schema: at, origin: origin}
	for _, p := range schemas[at].pieces {
		if list := words[p.slot]; strings.HasPrefix(p.slot, "x_") {
			s.change(p.slot, list[r.IntN(len(list))])
		}
		if p.choice != nil {
			s.choices = append(s.choices, r.IntN(len(p.choice)))
		}
	}
	return s
}

// reword makes each choice anew with a probability.
func (s sentence) reword(r *rand.Rand, share float64) sentence {
	out := s.clone()
	k := 0
	for _, p := range schemas[s.schema].pieces {
		if p.choice == nil {
			continue
		}
		if r.Float64() < share {
			out.choices[k] = r.IntN(len(p.choice))
		}
		k++
	}
	return out
}

// edit returns what an editor makes of the sentences of a text that is taken over. What an ancestor
// changed stays changed unless it is mended.
func edit(r *rand.Rand, from []sentence, slots map[string]string) []sentence {
	out := make([]sentence, 0, len(from))
	share := pick(r, []float64{0, 0.04, 0.25, 0.6}, 0.35, 0.3, 0.25, 0.1)
	for _, s := range from {
		s = s.reword(r, share)
		for _, right := range slices.Sorted(maps.Keys(s.slips)) {
			if r.Float64() < 0.25 {
				delete(s.slips, right)
			}
		}
		out = append(out, s)
	}
	if r.Float64() < 0.45 { // newspapers cut from the end
		out = out[:max(2, int(float64(len(out))*(0.5+0.45*r.Float64())))]
	}
	if len(out) > 4 && r.Float64() < 0.25 {
		k := 1 + r.IntN(len(out)-1)
		out = slices.Delete(out, k, k+1)
	}
	if len(out) > 4 && r.Float64() < 0.2 {
		k := 1 + r.IntN(len(out)-2)
		moved := out[k]
		out = slices.Insert(slices.Delete(out, k, k+1), 1+r.IntN(len(out)-1), moved)
	}
	slip(r, out, slots)
	drift(r, out, slots)
	return out
}

// slip misspells a word or two.
func slip(r *rand.Rand, text []sentence, slots map[string]string) {
	for range pick(r, []int{0, 1, 2}, 0.75, 0.18, 0.07) {
		k := r.IntN(len(text))
		written := text[k].write(slots, nil)
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

// drift changes a figure or the spelling of a name, in one sentence or in all.
func drift(r *rand.Rand, text []sentence, slots map[string]string) {
	if r.Float64() < 0.12 {
		k := r.IntN(len(text))
		for _, p := range schemas[text[k].schema].pieces {
			if strings.HasPrefix(p.slot, "n") && len(p.slot) == 2 {
				text[k].change(p.slot, number(r))
				break
			}
		}
	}
	if r.Float64() < 0.15 {
		slot := []string{"person1", "person2", "person3", "person4", "place2"}[r.IntN(5)]
		other := respell(slots[slot])
		for k := range text {
			text[k].change(slot, other)
		}
	}
}

func (s *sentence) change(slot, value string) {
	changed := maps.Clone(s.changed)
	if changed == nil {
		changed = map[string]string{}
	}
	changed[slot] = value
	s.changed = changed
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
