package draw

import "slices"

// A placing says in which lane each node of a lineage stands.
//
// A node keeps its lane from its own row to the row of its last child. An only child goes on in the
// lane of its parent; other children branch off to a lane further out. Lineages that overlap in time
// stand side by side; one that begins after another has ended takes over its lanes.
type placing struct {
	nodes  int
	out    [][]Link // links by the node that they leave
	parent []int    // the node that decides the lane; -1 for the first of a lineage
	lane   []int
	lanes  int // how many lanes are in use
}

// A stay is the rows, both included, in which a lane is taken.
type stay struct{ from, to int }

func (s stay) meets(t stay) bool { return s.from <= t.to && t.from <= s.to }

func place(nodes int, links []Link) placing {
	p := placing{nodes: nodes, out: make([][]Link, nodes), parent: make([]int, nodes), lane: make([]int, nodes)}
	best := make([]Link, nodes)
	for i := range p.parent {
		p.parent[i], p.lane[i] = -1, -1
	}
	for _, l := range links {
		p.out[l.From] = append(p.out[l.From], l)
		if p.parent[l.To] < 0 || l.Style < best[l.To].Style {
			p.parent[l.To], best[l.To] = l.From, l
		}
	}
	var offsets []block
	for _, members := range lineages(nodes, links) {
		width := p.placeLineage(members)
		b := block{rows: p.rows(members), width: width}
		b.lane = freeLane(offsets, b)
		offsets = append(offsets, b)
		for _, n := range members {
			p.lane[n] += b.lane
		}
		p.lanes = max(p.lanes, b.lane+width)
	}
	return p
}

// A block is the lanes and rows that one lineage takes up.
type block struct {
	rows        stay
	lane, width int
}

// freeLane returns the first lane from which b finds room beside the blocks that share its rows.
func freeLane(placed []block, b block) int {
	lane := 0
	for moved := true; moved; {
		moved = false
		for _, q := range placed {
			if q.rows.meets(b.rows) && lane < q.lane+q.width && q.lane < lane+b.width {
				lane, moved = q.lane+q.width, true
			}
		}
	}
	return lane
}

// lineages returns the sets of nodes that links tie together, each sorted, in the order of their
// first node.
func lineages(nodes int, links []Link) [][]int {
	root := make([]int, nodes)
	for i := range root {
		root[i] = i
	}
	find := func(i int) int {
		for root[i] != i {
			root[i] = root[root[i]]
			i = root[i]
		}
		return i
	}
	for _, l := range links {
		a, b := find(l.From), find(l.To)
		root[max(a, b)] = min(a, b)
	}
	sets := make([][]int, nodes)
	for i := range nodes {
		sets[find(i)] = append(sets[find(i)], i)
	}
	return slices.DeleteFunc(sets, func(s []int) bool { return len(s) == 0 })
}

// rows returns the rows from the first to the last of members.
func (p *placing) rows(members []int) stay {
	return stay{members[0], members[len(members)-1]}
}

// placeLineage gives the members of one lineage their lanes, counted from 0, and returns how many
// it took.
func (p *placing) placeLineage(members []int) int {
	var taken [][]stay
	for _, n := range members {
		if p.lane[n] >= 0 {
			continue // in the lane of its parent already
		}
		first := 0
		if q := p.parent[n]; q >= 0 && p.lane[q] >= 0 {
			first = p.lane[q] + 1
		}
		line, s := p.line(n)
		lane := first
		for lane < len(taken) && slices.ContainsFunc(taken[lane], s.meets) {
			lane++
		}
		for len(taken) <= lane {
			taken = append(taken, nil)
		}
		taken[lane] = append(taken[lane], s)
		for _, m := range line {
			p.lane[m] = lane
		}
	}
	return len(taken)
}

// line returns n and the only children that go on in its lane, and the rows that they need.
func (p *placing) line(n int) (line []int, s stay) {
	s = stay{n, n}
	for {
		line = append(line, n)
		for _, l := range p.out[n] {
			s.from, s.to = min(s.from, l.To), max(s.to, l.To)
		}
		if len(p.out[n]) != 1 {
			return line, s
		}
		next := p.out[n][0].To
		up := slices.ContainsFunc(p.out[next], func(l Link) bool { return l.To < next }) // back through this lane
		if next <= n || p.parent[next] != n || p.lane[next] >= 0 || up {
			return line, s
		}
		n = next
	}
}
