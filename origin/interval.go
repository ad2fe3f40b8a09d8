package origin

import (
	"fmt"
	"slices"
)

// interval gives every group its basis and counts.
func (c *counting) interval() Interval {
	iv := Interval{Merges: c.merges}
	var sets [][]int
	var unknown []int
	texts := map[int]bool{}
	for _, set := range c.groups.all() {
		set = c.reported(set)
		if len(set) == 0 {
			continue
		}
		for _, m := range set {
			texts[c.texts.first(m)] = true
		}
		g := Group{Articles: c.indices(set), Basis: Unknown, Name: c.labels[c.root(set)]}
		if name, credited, ok := c.named(set); !credited && c.own(set) {
			g.Basis = Own
		} else if ok {
			g.Basis, g.Name = Named, name
		}
		if g.Basis == Unknown {
			unknown = append(unknown, set...)
		}
		sets = append(sets, set)
		iv.Groups = append(iv.Groups, g)
	}
	sure := 0
	for i, leans := range c.leaning(sets, iv.Groups) {
		if iv.Groups[i].Basis != Unknown && !leans {
			sure++
		}
	}
	iv.Notes = c.notes
	iv.Texts, iv.AtMost = len(texts), len(iv.Groups)
	iv.AtLeast = max(sure, min(1, iv.AtMost))
	if iv.AtLeast < iv.AtMost && len(unknown) > 0 {
		iv.Merges = append(iv.Merges, c.noBasis(unknown))
	}
	return iv
}

// root returns the first member of a group that is not derived, else the first.
func (c *counting) root(group []int) int {
	for _, m := range group {
		if !c.derived[m] {
			return m
		}
	}
	return group[0]
}

// noBasis explains the difference between the two numbers.
func (c *counting) noBasis(members []int) Merge {
	slices.Sort(members)
	reason := "Nothing shows what the reports of %s rest on: the lower number counts them as dependent on others, the upper number as independent unless they were merged above."
	if len(members) == 1 {
		reason = "Nothing shows what the report of %s rests on: the lower number counts it as dependent on another, the upper number as independent."
	}
	return Merge{Rule: NoBasis, Articles: c.indices(members), Reason: fmt.Sprintf(reason, c.list(members))}
}
