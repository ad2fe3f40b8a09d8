package origin

import (
	"fmt"
	"slices"

	"hearsay/article"
)

// leaning returns by group whether it is not shown to be independent although it rests on a named
// source: a text of it that is not derived attributes
// information to the source of another group that counts. A credit line
// alone does not show that a report goes back to something else. Of groups that lean on each other the
// last one counts. Only stories are asked; a statement joins what its paragraphs attribute it to.
func (c *counting) leaning(sets [][]int, groups []Group) []bool {
	out := make([]bool, len(groups))
	if len(c.sentences) > 0 {
		return out
	}
	attributed := make([][]int, len(groups))
	for i, set := range sets {
		attributed[i] = c.attributedBy(set)
	}
	for i, ids := range attributed {
		for j := 0; j < len(groups) && groups[i].Basis == Named && !out[i]; j++ {
			if j == i || groups[j].Basis == Unknown || out[j] {
				continue
			}
			behind := c.behind(sets[j])
			if k := slices.IndexFunc(ids, func(id int) bool { return slices.Contains(behind, id) }); k >= 0 {
				out[i] = true
				c.notes = append(c.notes, fmt.Sprintf(
					"The lower number does not count %s and %s as independent of each other: %s, which is counted with the first, attributes a statement to %s, and so the second may stand behind the first.",
					groups[i].Name, groups[j].Name, c.firstToAttribute(sets[i], ids[k]), c.sources.Name(ids[k])))
			}
		}
	}
	return out
}

// attributedBy returns the sources to which the texts of a group attribute information, apart from
// those that stand behind the group itself.
func (c *counting) attributedBy(set []int) []int {
	var out []int
	for _, m := range set {
		if c.bears[m] {
			out = append(out, c.attributions(m)...)
		}
	}
	behind := c.behind(set)
	return slices.DeleteFunc(out, func(id int) bool { return slices.Contains(behind, id) })
}

func (c *counting) attributions(m int) []int {
	a := c.article(m)
	var out []int
	for i := range min(len(a.Credits), maxCredits) {
		if a.Credits[i].Kind == article.Information {
			if id := c.sources.Number(a.Credits[i].Agency); id >= 0 {
				out = append(out, id)
			}
		}
	}
	return out
}

func (c *counting) firstToAttribute(set []int, id int) string {
	i := slices.IndexFunc(set, func(m int) bool { return c.bears[m] && slices.Contains(c.attributions(m), id) })
	return c.labels[set[i]]
}

// behind returns the sources that the texts of a group credit or are pages of.
func (c *counting) behind(set []int) []int {
	var out []int
	for _, m := range set {
		out = append(out, c.credited(m)...)
		out = append(out, c.rests[m]...)
		out = append(out, c.sources.Of(c.article(m))...)
	}
	return out
}
