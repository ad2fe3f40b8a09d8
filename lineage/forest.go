package lineage

// A forest keeps which nodes belong together (a disjoint-set forest).
type forest struct{ parent []int }

func newForest(n int) *forest {
	f := &forest{make([]int, n)}
	for i := range f.parent {
		f.parent[i] = i
	}
	return f
}

func (f *forest) root(n int) int {
	for f.parent[n] != n {
		f.parent[n] = f.parent[f.parent[n]]
		n = f.parent[n]
	}
	return n
}

// join puts two nodes together; it reports false if they were already.
func (f *forest) join(a, b int) bool {
	a, b = f.root(a), f.root(b)
	if a == b {
		return false
	}
	f.parent[max(a, b)] = min(a, b)
	return true
}

// sets returns the sets, each sorted, by their first node.
func (f *forest) sets() [][]int {
	at := make([][]int, len(f.parent))
	for n := range f.parent {
		at[f.root(n)] = append(at[f.root(n)], n)
	}
	var out [][]int
	for _, set := range at {
		if len(set) > 0 {
			out = append(out, set)
		}
	}
	return out
}
