package origin

import (
	"fmt"
	"slices"
)

// leaning returns by group whether it is not shown to be independent although it rests on a named
// source, with a note for each: a text of it that is not derived attributes information to the source
// of another group that counts. A credit line alone does not show that a report goes back to something
// else. Of groups that lean on each other the last one counts. Only the reports of a story show such
// grounds; a statement joins what its paragraphs attribute it to.
func leaning(grounds [][]labelled, groups []Group) (leans []bool, notes []string) {
	leans = make([]bool, len(groups))
	behind := make([]map[string]bool, len(groups))
	on := map[string][]int{} // by source: the groups that it is behind
	for i := range groups {
		behind[i] = sourcesBehind(grounds[i])
		if groups[i].Basis != Unknown {
			for source := range behind[i] {
				on[source] = append(on[source], i)
			}
		}
	}
	for i, g := range groups {
		if g.Basis != Named {
			continue
		}
		first, why := -1, labelled{}
		for _, k := range grounds[i] {
			if k.Kind != Attributes || behind[i][k.Source] {
				continue
			}
			at := slices.IndexFunc(on[k.Source], func(j int) bool { return j != i && !leans[j] })
			if at >= 0 && (first < 0 || on[k.Source][at] < first) {
				first, why = on[k.Source][at], k
			}
		}
		if first < 0 {
			continue
		}
		leans[i] = true
		notes = append(notes, fmt.Sprintf(
			"The lower number does not count %s and %s as independent of each other: %s, which is counted with the first, attributes a statement to %s, and so the second may stand behind the first.",
			g.Name, groups[first].Name, why.label, why.Source))
	}
	return leans, notes
}

// sourcesBehind returns the sources that the texts of a group credit or are pages of, and those that
// its basis is.
func sourcesBehind(grounds []labelled) map[string]bool {
	out := map[string]bool{}
	for _, k := range grounds {
		if k.Kind == Credits || k.Kind == PageOf || k.Kind == Attributes && k.Counts {
			out[k.Source] = true
		}
	}
	return out
}
