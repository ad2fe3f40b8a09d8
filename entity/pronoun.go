package entity

import "slices"

// pronoun ties a pronoun to the last sentence that names a person it fits: the first such person in it, as subjects come
// first. Where several fit, they are kept as candidates.
func (f *finder) pronoun(c *context, n, i int, g Gender) {
	m := Mention{Form: Pronoun, Entity: -1, Reason: "nobody before it fits the pronoun"}
	for k := len(c.sentences) - 1; k >= 0; k-- {
		var fit []int
		for _, e := range c.sentences[k] {
			x := f.article.Entities[e]
			if (x.Kind == Person || x.Kind == Unknown) && (x.Gender == g || x.Gender == UnknownGender) {
				fit = append(fit, e)
			}
		}
		sure := slices.DeleteFunc(slices.Clone(fit), func(e int) bool { return f.article.Entities[e].Kind != Person })
		if len(sure) > 0 {
			fit = sure
		} else {
			continue
		}
		m.Entity, m.Reason = fit[0], "the last person named who fits"
		if known := f.ofGender(fit, g); len(known) == 1 {
			fit = known
			m.Entity = fit[0]
		}
		if word := f.lines[n][i].folded; word == "him" && k == len(c.sentences)-1 {
			m.Entity = fit[len(fit)-1] // who does something to “him” is somebody else
		}
		if len(fit) > 1 {
			m.Candidates, m.Reason = fit, "the first of several named last who fit"
		}
		break
	}
	f.mention(n, i, i+1, m)
	if m.Entity >= 0 {
		c.see(f, m.Entity)
		if x := &f.article.Entities[m.Entity]; x.Gender == UnknownGender && len(m.Candidates) == 0 {
			x.Gender = g
		}
	}
}

// ofGender returns those whose gender is known to be g.
func (f *finder) ofGender(entities []int, g Gender) []int {
	var out []int
	for _, e := range entities {
		if f.article.Entities[e].Gender == g {
			out = append(out, e)
		}
	}
	return out
}
