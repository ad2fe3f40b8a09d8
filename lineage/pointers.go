package lineage

import (
	"maps"
	"slices"
)

// maxNamed bounds how many pages of one source a credit is taken to point to, earliest first.
const maxNamed = 8

// findPointers fills s.names: for each node the nodes that it names, by credits, links or the address
// given as its own. It costs the credits and links of the story, not its pairs.
func (s *search) findPointers() {
	byKey, byAddress := map[string][]int{}, map[string][]int{}
	for n := range s.profiles {
		p := &s.profiles[n]
		for _, key := range slices.Concat(p.keys, p.acronyms) {
			byKey[key] = append(byKey[key], n)
		}
		if p.domain != "" {
			byKey[p.domain] = append(byKey[p.domain], n)
		}
		if p.address != "" {
			byAddress[p.address] = append(byAddress[p.address], n)
		}
	}
	s.names = make([][]int, len(s.profiles))
	for n := range s.profiles {
		s.names[n] = s.namedIn(n, byKey, byAddress)
	}
}

// namedIn returns the nodes that node n names, sorted.
func (s *search) namedIn(n int, byKey, byAddress map[string][]int) []int {
	p := &s.profiles[n]
	named := map[int]bool{}
	add := func(nodes []int) {
		for _, m := range nodes[:min(maxNamed, len(nodes))] {
			if m != n && !named[m] && len(s.marks(n, m)) > 0 {
				named[m] = true
			}
		}
	}
	for _, c := range p.credits {
		add(byKey[c.name.key])
		add(byKey[c.name.acronym])
		add(byKey[c.name.domain])
	}
	add(byAddress[p.canonical])
	add(byKey[p.canonicalHost])
	for link := range p.links {
		add(byAddress[link])
	}
	return slices.Sorted(maps.Keys(named))
}
