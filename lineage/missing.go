package lineage

import (
	"slices"

	"hearsay/article"
)

// A missing source is named by a republication credit of at least one member, while no member is a
// page of it.
type missing struct {
	name    string         // the fullest of those by which members credit it
	credits map[int]credit // by node that credits it
}

// findMissing fills s.missing, in the order of the first member that credits each, and s.rests: for
// each node the missing sources that its text is taken from by its own words.
func (s *search) findMissing() {
	sources := Sources{forms: s.forms}
	s.rests = make([][]int, len(s.members))
	for n := range s.profiles {
		for _, c := range s.profiles[n].credits {
			if c.Kind != article.Republication || s.present(n, c) {
				continue
			}
			id := sources.Number(c.Agency)
			if id == len(s.missing) {
				s.missing = append(s.missing, missing{credits: map[int]credit{}})
			}
			if _, twice := s.missing[id].credits[n]; !twice {
				s.missing[id].credits[n] = c
				s.rests[n] = append(s.rests[n], id)
			}
		}
	}
	for id := range s.missing {
		s.missing[id].name = sources.Name(id)
	}
}

// present reports whether another member is a page of the source that a credit of n names.
func (s *search) present(n int, c credit) bool {
	return slices.ContainsFunc(s.names[n], func(m int) bool { return s.profiles[m].is(c.name) })
}

// nearestSibling returns the tie of a node with the sibling that shares most of its words, if any.
func (s *search) nearestSibling(n, id int) *tie {
	var best *tie
	for _, t := range s.at[n] {
		if slices.Contains(s.rests[t.other(n)], id) && (best == nil || t.matched(n) > best.matched(n)) {
			best = t
		}
	}
	return best
}

// missingLinks returns the links from missing sources, without those that a parent explains: a page
// that took from a named member which itself credits the source.
func (s *search) missingLinks() []link {
	var out []link
	for n, ids := range s.rests {
		for _, id := range ids {
			if !slices.ContainsFunc(s.parents[n], func(from int) bool { return slices.Contains(s.rests[from], id) }) {
				out = append(out, link{from: len(s.members) + id, to: n, directed: true})
			}
		}
	}
	return out
}
