package report

import (
	"hearsay/internal/draw"
	"hearsay/lineage"
)

const (
	// mostSingle is how many nodes a picture shows one by one; above, families of near-copies are one.
	mostSingle = 40
	// mostRows is how many rows remain before pages that hang alone on the same page are one too, and
	// pages that nothing ties.
	mostRows = 60
	// mostDrawn is how many rows are drawn at most.
	mostDrawn = 200
	// leastFolded is how many nodes make it worth to fold them.
	leastFolded = 3
)

// A foldKind says why several nodes are one row.
type foldKind int

const (
	single   foldKind = iota
	copied            // near-copies of one text
	siblings          // tied to the same row and to nothing else
	untied            // tied to nothing
)

// A foldedRow is a row of the picture: a node, and those that are drawn with it.
type foldedRow struct {
	node int
	rest []int
	kind foldKind
}

func (r foldedRow) nodes() []int { return append([]int{r.node}, r.rest...) }

// A folding says which row of the picture stands for which nodes.
type folding struct {
	rows  []foldedRow
	rowOf []int // by node
}

// fold puts nodes into rows, as few together as the size of the lineage allows. families are sets of
// articles.
func fold(g lineage.Lineage, order []int, families [][]int) folding {
	var f folding
	for _, n := range order {
		f.rows = append(f.rows, foldedRow{node: n})
	}
	f.number(len(g.Nodes))
	if len(f.rows) <= mostSingle {
		return f
	}
	familyOf := make(map[int]int)
	for k, members := range families {
		for _, i := range members {
			familyOf[i] = k
		}
	}
	f.join(copied, len(g.Nodes), func(r int) (int, bool) {
		k, ok := familyOf[g.Nodes[f.rows[r].node].Article]
		return k, ok
	})
	if len(f.rows) <= mostRows {
		return f
	}
	ties := f.ties(g)
	f.join(siblings, len(g.Nodes), func(r int) (int, bool) {
		if len(ties[r]) != 1 || f.rows[r].kind != single || g.Nodes[f.rows[r].node].Article < 0 {
			return 0, false
		}
		t := ties[r][0]
		return t.other*8 + 2*int(t.style) + t.way, len(ties[t.other]) > 1
	})
	ties = f.ties(g)
	f.join(untied, len(g.Nodes), func(r int) (int, bool) { return 0, len(ties[r]) == 0 && f.rows[r].kind == single })
	return f
}

// join makes one row of the rows that share a key, where they are enough.
func (f *folding) join(kind foldKind, nodes int, key func(row int) (int, bool)) {
	keys, total := make([]int, len(f.rows)), make(map[int]int)
	for r := range f.rows {
		k, ok := key(r)
		if keys[r] = -1; ok {
			keys[r] = k
			total[k]++
		}
	}
	first := make(map[int]int)
	var rows []foldedRow
	for r, row := range f.rows {
		if keys[r] < 0 || total[keys[r]] < leastFolded {
			rows = append(rows, row)
			continue
		}
		if at, seen := first[keys[r]]; seen {
			rows[at].rest = append(rows[at].rest, row.nodes()...)
			continue
		}
		first[keys[r]] = len(rows)
		row.kind = kind
		rows = append(rows, row)
	}
	f.rows = rows
	f.number(nodes)
}

// raise puts a row that has no time above the rows that are derived from it: by folding these may have
// come to stand higher. timeless tells which nodes have no time.
func (f *folding) raise(g lineage.Lineage, timeless func(node int) bool) {
	before := make(map[int][]int) // by row: those that are to stand above it
	first := make(map[int]int)
	for _, e := range g.Edges {
		from, to := f.rowOf[e.From], f.rowOf[e.To]
		if !e.Directed || to >= from || f.rows[from].kind != single || !timeless(f.rows[from].node) {
			continue
		}
		if at, seen := first[from]; !seen || to < at {
			first[from] = to
		}
	}
	var rows []foldedRow
	for r := range f.rows {
		if to, ok := first[r]; ok {
			before[to] = append(before[to], r)
		}
	}
	put := make([]bool, len(f.rows))
	var add func(r int)
	add = func(r int) {
		if put[r] {
			return
		}
		put[r] = true
		for _, up := range before[r] {
			add(up)
		}
		rows = append(rows, f.rows[r])
	}
	for r := range f.rows {
		if _, moves := first[r]; !moves {
			add(r)
		}
	}
	for r := range f.rows { // rows that lead in a circle
		add(r)
	}
	f.rows = rows
	f.number(len(g.Nodes))
}

// number fills rowOf.
func (f *folding) number(nodes int) {
	f.rowOf = make([]int, nodes)
	for r, row := range f.rows {
		for _, n := range row.nodes() {
			f.rowOf[n] = r
		}
	}
}

// A rowTie is a tie of a row to another one.
type rowTie struct {
	other, way int // way is 1 where the other one is derived
	style      draw.Style
}

// ties returns by row the different ties to other rows.
func (f *folding) ties(g lineage.Lineage) [][]rowTie {
	out := make([][]rowTie, len(f.rows))
	seen := make(map[[3]int]bool) // the members of a family repeat a tie many times over
	for _, e := range g.Edges {
		from, to, style := f.rowOf[e.From], f.rowOf[e.To], edgeStyle(e)
		if from == to || seen[[3]int{from, to, int(style)}] {
			continue
		}
		seen[[3]int{from, to, int(style)}] = true
		way := 1
		if style == draw.Double {
			way = 0
		}
		out[to] = append(out[to], rowTie{from, 0, style})
		out[from] = append(out[from], rowTie{to, way, style})
	}
	return out
}
