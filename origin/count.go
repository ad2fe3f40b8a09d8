package origin

import (
	"fmt"
	"slices"
)

// Count counts the origins of reports that merges join: what they show of their basis decides for
// each group, see Interval. Only that is asked; so an interval can be counted again with other merges,
// as when a user knows that two reports are one origin, or are not. A merge of the rule NoBasis joins
// nothing and is made anew. Articles that no report is of are passed over. Notes are only those about
// groups that lean on each other.
//
// It costs reports and merges once, and the groups with a named basis twice over.
func Count(reports []Report, merges []Merge) Interval {
	merges = without(merges, NoBasis)
	iv := Interval{Merges: merges, Reports: reports, Groups: groupsOf(reports, without(merges, OpenTie))}
	texts := map[int]bool{}
	for _, r := range reports {
		texts[r.Text] = true
	}
	iv.Texts, iv.AtMost = len(texts), len(iv.Groups)
	leans, notes := leaning(groundsOf(iv.Groups, reports), iv.Groups)
	iv.Notes = notes
	iv.AtLeast = shown(iv.Groups, leans, merges)
	if reason, ok := noBasis(iv); ok {
		iv.Merges = append(iv.Merges, reason)
	}
	if slices.ContainsFunc(reports, func(r Report) bool { return r.Quotes }) {
		iv.Witnesses = countWitnesses(reports, merges)
	}
	return iv
}

// countWitnesses counts those who heard or read the words themselves.
func countWitnesses(reports []Report, merges []Merge) *Witnesses {
	merges = without(merges, SameUtterance)
	w := &Witnesses{Merges: merges, Groups: groupsOf(reports, without(merges, OpenTie))}
	w.AtMost = len(w.Groups)
	w.AtLeast = shown(w.Groups, nil, merges)
	return w
}

// shown counts the groups that are shown to rest on something of their own, those that an open tie
// joins only once. Reports that show nothing are at least one origin.
func shown(groups []Group, leans []bool, merges []Merge) int {
	of := map[int]int{}
	for i, g := range groups {
		for _, a := range g.Articles {
			of[a] = i
		}
	}
	joined := newSets(len(groups))
	for _, m := range merges {
		if m.Rule == OpenTie {
			for _, a := range m.Articles {
				i, counted := of[a]
				if first, ok := of[m.Articles[0]]; ok && counted {
					joined.join(first, i)
				}
			}
		}
	}
	rest := map[int]bool{}
	for i, g := range groups {
		if g.Basis != Unknown && (leans == nil || !leans[i]) {
			rest[joined.first(i)] = true
		}
	}
	return min(max(len(rest), 1), len(groups))
}

func without(merges []Merge, rule Rule) []Merge {
	return slices.DeleteFunc(slices.Clone(merges), func(m Merge) bool { return m.Rule == rule })
}

// groupsOf puts reports together as merges say, and tells the basis of each group.
func groupsOf(reports []Report, merges []Merge) []Group {
	at := map[int]int{}
	for i, r := range reports {
		at[r.Article] = i
	}
	joined := newSets(len(reports))
	for _, m := range merges {
		first := -1
		for _, a := range m.Articles {
			switch i, ok := at[a]; {
			case !ok:
			case first < 0:
				first = i
			default:
				joined.join(first, i)
			}
		}
	}
	var out []Group
	for _, set := range joined.all() {
		of := make([]Report, len(set))
		for i, k := range set {
			of[i] = reports[k]
		}
		out = append(out, groupOf(of))
	}
	return out
}

// groupOf makes one group of reports. A named basis is the source that most of them rest on, the first
// of those. It is an own report if one of them shows the signs of one and none names a source of which
// the group has no page.
func groupOf(reports []Report) Group {
	g := Group{Basis: Unknown, Name: reports[0].Label}
	if i := slices.IndexFunc(reports, func(r Report) bool { return !r.Derived }); i >= 0 {
		g.Name = reports[i].Label
	}
	pages := map[string]bool{}
	own := false
	for _, r := range reports {
		g.Articles = append(g.Articles, r.Article)
		for _, k := range r.Grounds {
			pages[k.Source] = pages[k.Source] || k.Kind == PageOf && k.Counts
			own = own || k.Kind == OwnSigns
		}
	}
	name, uses := "", map[string]int{}
	credited := false
	for _, r := range reports {
		for _, k := range r.Grounds {
			if k.Counts && k.Kind != OwnSigns {
				uses[k.Source]++
				credited = credited || !pages[k.Source]
			}
		}
	}
	for _, r := range reports {
		for _, k := range r.Grounds {
			if uses[k.Source] > uses[name] {
				name = k.Source
			}
		}
	}
	switch {
	case own && !credited:
		g.Basis = Own
	case name != "":
		g.Basis, g.Name = Named, name
	}
	return g
}

// groundsOf returns by group what its reports show.
func groundsOf(groups []Group, reports []Report) [][]labelled {
	of := map[int]int{}
	for i, g := range groups {
		for _, a := range g.Articles {
			of[a] = i
		}
	}
	out := make([][]labelled, len(groups))
	for _, r := range reports {
		for _, k := range r.Grounds {
			out[of[r.Article]] = append(out[of[r.Article]], labelled{k, r.Label})
		}
	}
	return out
}

// labelled is a ground with the name of the article that shows it.
type labelled struct {
	Ground
	label string
}

// noBasis explains the difference between the two numbers, if reports without a basis make it.
func noBasis(iv Interval) (Merge, bool) {
	var articles []int
	var labels []string
	unknown := map[int]bool{}
	for _, g := range iv.Groups {
		for _, a := range g.Articles {
			unknown[a] = g.Basis == Unknown
		}
	}
	for _, r := range iv.Reports {
		if unknown[r.Article] {
			articles = append(articles, r.Article)
			labels = append(labels, r.Label)
		}
	}
	if iv.AtLeast == iv.AtMost || len(articles) == 0 {
		return Merge{}, false
	}
	reason := "Nothing shows what the reports of %s rest on: the lower number counts them as dependent on others, the upper number as independent unless they were merged above."
	if len(articles) == 1 {
		reason = "Nothing shows what the report of %s rests on: the lower number counts it as dependent on another, the upper number as independent."
	}
	return Merge{Rule: NoBasis, Articles: articles, Reason: fmt.Sprintf(reason, list(labels))}, true
}
