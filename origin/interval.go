package origin

import "slices"

// interval counts the reports that were merged.
func (c *counting) interval() Interval {
	var reports []Report
	for m, reporting := range c.reporting {
		if reporting {
			reports = append(reports, Report{
				Article: c.members[m], Text: c.texts.first(m), Label: c.labels[m], Derived: c.derived[m],
				Quotes: c.quotes[m], Grounds: c.grounds(m),
			})
		}
	}
	iv := Count(reports, c.merges)
	iv.Notes = slices.Concat(c.notes, iv.Notes)
	return iv
}

// grounds returns what a member shows of what it rests on, what counts first.
func (c *counting) grounds(m int) []Ground {
	var out []Ground
	add := func(kind GroundKind, id int, counts bool) {
		source := c.sources.Name(id)
		if !slices.ContainsFunc(out, func(k Ground) bool { return k.Source == source && (k.Kind == kind || kind == PageOf) }) {
			out = append(out, Ground{kind, source, counts})
		}
	}
	credited := c.credited(m)
	for _, id := range c.rests[m] {
		switch {
		case slices.Contains(c.houses[m], id):
			add(PageOf, id, true)
		case slices.Contains(credited, id):
			add(Credits, id, true)
		default:
			add(Attributes, id, true)
		}
	}
	for _, id := range c.sources.Of(c.article(m)) {
		add(PageOf, id, false)
	}
	for _, id := range credited {
		add(Credits, id, false)
	}
	if c.bears[m] && len(c.sentences) == 0 {
		for _, id := range c.attributed(m, c.article(m).Doc.Paragraphs()) {
			add(Attributes, id, false)
		}
	}
	if c.ownSigns[m] {
		out = append(out, Ground{Kind: OwnSigns, Counts: true})
	}
	return out
}
