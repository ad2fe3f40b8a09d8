package reuse

import (
	"cmp"
	"slices"
)

// daysApart is how many days at most lie between texts of one occasion: outlets copy news within hours,
// slow ones within a day or two.
const daysApart = 2

// A day is a calendar day, counted from any fixed one on; 0 where it is not known.
type day int32

// setDays notes on which day each source was published first, as far as is known.
func setDays(sources []source, days []int) {
	if days == nil {
		return
	}
	for i := range sources {
		s := &sources[i]
		for _, m := range s.members {
			if d := day(days[m]); d != 0 && (s.day == 0 || d < s.day) {
				s.day = d
			}
		}
	}
}

// countOccasions returns on how many occasions the wording of some sources, ascending, was published:
// the length of a chain of texts, each more than daysApart days younger than the last, of which none
// is a copy of another, nor a copy of its copies. Sources without a day are left out, so without days
// there are no occasions. It is called after count, whose copies it uses. days are those of all
// sources.
func (f *families) countOccasions(in []uint32, days []day) uint8 {
	f.dated, f.picked = f.dated[:0], f.picked[:0]
	for i, s := range in {
		if days[s] != 0 {
			f.dated = append(f.dated, i)
		}
	}
	if len(f.dated) < fewestOccasions {
		return 0
	}
	slices.SortFunc(f.dated, func(a, b int) int {
		return cmp.Or(cmp.Compare(days[in[a]], days[in[b]]), cmp.Compare(a, b))
	})
	last := day(0)
	for _, i := range f.dated {
		d, root := days[in[i]], f.copies.root(int32(i))
		if len(f.picked) > 0 && d-last <= daysApart || slices.Contains(f.picked, root) {
			continue
		}
		f.picked, last = append(f.picked, root), d
		if len(f.picked) == maxOccasions {
			break
		}
	}
	return uint8(len(f.picked))
}

// maxOccasions bounds the work for a shingle of many sources. Passages of up to 500 words need fewer.
const maxOccasions = 64
