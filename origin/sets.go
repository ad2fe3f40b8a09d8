package origin

// sets keeps which members belong together (a disjoint-set forest); a set is known by its first
// member.
type sets struct{ parent []int }

func newSets(n int) *sets {
	s := &sets{make([]int, n)}
	for i := range s.parent {
		s.parent[i] = i
	}
	return s
}

func (s *sets) first(m int) int {
	for s.parent[m] != m {
		s.parent[m] = s.parent[s.parent[m]]
		m = s.parent[m]
	}
	return m
}

// join puts two members together; it reports false if they were already.
func (s *sets) join(a, b int) bool {
	a, b = s.first(a), s.first(b)
	s.parent[max(a, b)] = min(a, b)
	return a != b
}

// all returns the sets, each sorted, by their first member.
func (s *sets) all() [][]int {
	at := make([][]int, len(s.parent))
	for m := range s.parent {
		first := s.first(m)
		at[first] = append(at[first], m)
	}
	out := at[:0]
	for _, set := range at {
		if len(set) > 0 {
			out = append(out, set)
		}
	}
	return out
}
