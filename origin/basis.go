package origin

import (
	"fmt"
	"slices"

	"hearsay/article"
	"hearsay/statement"
)

// maxCredits bounds the credits of one article that are looked at, as in lineage.
const maxCredits = 64

// findSources fills c.rests for the reporting members: the sources that they are pages of, those
// that their texts are taken from by their credits, and for the reports of a statement those that
// the sentence or its paragraph attributes it to.
func (c *counting) findSources(reports []statement.Report) {
	c.findBearing()
	for m := range c.members {
		if c.reporting[m] {
			c.credited(m) // makes the sources known, also those that only a derived member names
		}
	}
	for _, r := range reports {
		if m, ok := c.member[r.Article]; ok {
			for _, id := range c.attributed(m, paragraphsOf(c.article(m).Doc, r.Span)) {
				if !slices.Contains(c.rests[m], id) {
					c.rests[m] = append(c.rests[m], id)
				}
			}
		}
	}
	for m := range c.members {
		if c.bears[m] && len(reports) == 0 {
			c.rests[m] = c.attributedLead(m)
		}
	}
	pages := map[int][]int{}
	for m := range c.members {
		c.houses[m] = c.sources.Of(c.article(m))
		for _, id := range c.houses[m] {
			pages[id] = append(pages[id], m)
		}
		if outlet := c.article(m).Outlet; len(c.houses[m]) > 0 && outlet != "" {
			c.sources.Number(outlet) // the source's own page may know its fullest name
		}
	}
	for m := range c.members {
		if c.bears[m] {
			c.rest(m, pages)
		}
	}
	c.dropElsewhere()
}

// dropElsewhere leaves out what reports credit for another of their sentences: a compilation that names
// a source and makes the statement twice, once in words that it shares with that source and once in
// those that it is counted by.
func (c *counting) dropElsewhere() {
	elsewhere := map[[2]int]bool{} // a member and a source
	c.overCredits(func(sentence [2]int, id int) {
		if !c.atHome(sentence) {
			elsewhere[[2]int{sentence[0], id}] = true
		}
	})
	if len(elsewhere) == 0 {
		return
	}
	c.overCredits(func(sentence [2]int, id int) {
		if c.atHome(sentence) {
			delete(elsewhere, [2]int{sentence[0], id})
		}
	})
	for m := range c.rests {
		c.rests[m] = slices.DeleteFunc(c.rests[m], func(id int) bool { return elsewhere[[2]int{m, id}] })
	}
}

// overCredits calls yield for each sentence that is tied to one of a report that rests on a source or is
// its page.
func (c *counting) overCredits(yield func(sentence [2]int, source int)) {
	for _, t := range c.sentenceTies {
		if t.said != copied {
			continue
		}
		for _, ends := range [2][2][2]int{{t.a, t.b}, {t.b, t.a}} {
			other := ends[1][0]
			for _, ids := range [2][]int{c.houses[other], c.rests[other]} {
				for _, id := range ids {
					yield(ends[0], id)
				}
			}
		}
	}
}

// rest completes the sources of a member: those that its own text is a page of, then those that it
// credits. A page of another's text, by its credits or its wording, says nothing about its outlet.
func (c *counting) rest(m int, pages map[int][]int) {
	attributed := c.rests[m]
	c.rests[m] = nil
	if !c.taken[m] && !c.takesText(m) {
		c.rests[m] = slices.Clone(c.houses[m])
	}
	for _, id := range slices.Concat(attributed, c.credited(m)) {
		switch {
		case slices.Contains(c.rests[m], id):
		case !slices.Contains(attributed, id) && c.contradicted(m, pages[id]):
			c.notes = append(c.notes, fmt.Sprintf("%s names %s as its source, but shares its wording with others and none with the page of %s; that credit is not counted.",
				c.labels[m], c.sources.Name(id), c.list(pages[id])))
		default:
			c.rests[m] = append(c.rests[m], id)
		}
	}
}

// contradicted reports whether the wording of a member speaks against a credit of a source with
// these pages: it is explained by other articles, and none of the pages shares any of it.
func (c *counting) contradicted(m int, pages []int) bool {
	explained := len(c.copies(m)) > 1
	for _, n := range c.copies(m) {
		for _, i := range c.ofTies[n] {
			a, b := c.ends(c.ties[i])
			other := a + b - n
			if slices.Contains(pages, other) {
				return false
			}
			explained = explained || c.groups.first(other) == c.groups.first(m)
		}
	}
	return explained && len(pages) > 0 &&
		!slices.ContainsFunc(pages, func(p int) bool { return c.groups.first(p) == c.groups.first(m) })
}

// credited returns the sources that a member credits with its text.
func (c *counting) credited(m int) []int {
	a := c.article(m)
	var out []int
	add := func(source string) {
		if id := c.sources.Number(source); id >= 0 && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	for i := range min(len(a.Credits), maxCredits) {
		if a.Credits[i].Kind == article.Republication {
			add(a.Credits[i].Agency)
		}
	}
	for _, source := range c.closing[m] {
		add(source)
	}
	return out
}

// findBearing fills c.bears: the basis of a reporting member counts if it is not derived, or has the
// same text as one that is not.
func (c *counting) findBearing() {
	original := map[int]bool{}
	for m, derived := range c.derived {
		if !derived {
			original[c.texts.first(m)] = true
		}
	}
	for m, reporting := range c.reporting {
		c.bears[m] = reporting && original[c.texts.first(m)]
	}
}

// mergeNamed merges what rests on the same named source. An article that credits several sources
// with its text is counted with the first, so that a compilation does not join them; a statement
// that is attributed to several is one statement, and joins them.
func (c *counting) mergeNamed() {
	on := make([][]int, c.sources.Len())
	answered := c.answered()
	for m, ids := range c.rests {
		if len(ids) > 1 && len(c.sentences) == 0 {
			ids = ids[:1]
		}
		c.rests[m] = ids
		for _, id := range ids {
			if slices.Contains(c.houses[m], id) || !answered[[2]int{c.groups.first(m), id}] {
				on[id] = append(on[id], m)
			}
		}
	}
	for id, members := range on {
		if len(members) > 1 {
			c.merge(NamedBasis, members, c.sayNamed(id, members))
		}
	}
}

// answered tells of which sources a group, by its first member, holds a page already: then that page is
// what the others of the group credit.
func (c *counting) answered() map[[2]int]bool {
	out := map[[2]int]bool{}
	for m, ids := range c.houses {
		for _, id := range ids {
			out[[2]int{c.groups.first(m), id}] = true
		}
	}
	return out
}

func (c *counting) sayNamed(id int, members []int) string {
	var pages, others []int
	for _, m := range members {
		if slices.Contains(c.houses[m], id) {
			pages = append(pages, m)
		} else {
			others = append(others, m)
		}
	}
	name := c.sources.Name(id)
	if len(others) == 0 {
		return fmt.Sprintf("%s are pages of %s.", c.list(pages), name)
	}
	verb := "name"
	if len(others) == 1 {
		verb = "names"
	}
	page := ""
	if len(pages) > 1 || len(pages) == 1 && c.labels[pages[0]] != name {
		page = "; its pages here are " + c.list(pages)
		if len(pages) == 1 {
			page = "; its page here is " + c.list(pages)
		}
	}
	return fmt.Sprintf("%s %s %s as the source%s.", c.list(others), verb, name, page)
}

// named reports whether a group rests on a source by name.
func (c *counting) named(group []int) bool {
	return slices.ContainsFunc(group, func(m int) bool { return len(c.rests[m]) > 0 })
}
