package eval

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"

	"hearsay/article"
	"hearsay/reuse"
	"hearsay/text"
)

// A web is an undirected graph over witnesses and texts that nobody has.
type web struct {
	at       []int // by witness: its node; two witnesses may stand on one
	nodes    int
	branches []branch
}

type branch struct {
	a, b   int
	length float64
}

// paths returns the number of branches between any two witnesses, infinite where no path leads.
func (w web) paths() [][]float64 {
	next := make([][]int, w.nodes)
	for _, b := range w.branches {
		next[b.a], next[b.b] = append(next[b.a], b.b), append(next[b.b], b.a)
	}
	out := make([][]float64, len(w.at))
	for i, from := range w.at {
		far := make([]float64, w.nodes)
		for k := range far {
			far[k] = math.Inf(1)
		}
		far[from] = 0
		for open := []int{from}; len(open) > 0; open = open[1:] {
			for _, k := range next[open[0]] {
				if math.IsInf(far[k], 1) {
					far[k] = far[open[0]] + 1
					open = append(open, k)
				}
			}
		}
		for _, to := range w.at {
			out[i] = append(out[i], far[to])
		}
	}
	return out
}

// contract draws together the branches that are shorter than a length: a witness then stands where
// the tree forks, as a text does that others were copied from.
func (w web) contract(shorter float64) web {
	same := make([]int, w.nodes)
	for i := range same {
		same[i] = i
	}
	var root func(i int) int
	root = func(i int) int {
		if same[i] != i {
			same[i] = root(same[i])
		}
		return same[i]
	}
	var long []branch
	for _, b := range w.branches {
		if b.length < shorter {
			same[root(b.a)] = root(b.b)
		} else {
			long = append(long, b)
		}
	}
	out := web{nodes: w.nodes}
	for _, b := range long {
		out.branches = append(out.branches, branch{root(b.a), root(b.b), b.length})
	}
	for _, at := range w.at {
		out.at = append(out.at, root(at))
	}
	return out
}

// A difference is how two texts differ, in words. Changed are those that differ at places that both
// have: what was replaced, up to eight words at a time, and what was put in or left out, up to three.
// Missing are all others that only one of them has.
type difference struct{ same, changed, missing, all int }

func differenceOf(a, b *article.Article) difference {
	const longestChange, longestGap = 8, 3
	d := difference{all: len(a.Doc.Tokens()) + len(b.Doc.Tokens())}
	for _, p := range reuse.Compare(a.Doc, b.Doc, reuse.Options{}).Passages {
		d.same += p.SameWords
		for _, e := range p.Edits {
			longer := max(tokensIn(a.Doc, e.A), tokensIn(b.Doc, e.B))
			if e.Op == reuse.Replace && longer <= longestChange || e.Op != reuse.Equal && longer <= longestGap {
				d.changed += longer
			}
		}
	}
	d.missing = max(0, d.all-2*d.same-2*d.changed)
	return d
}

// disagreement is the share of the words that differ at places that both texts have: what only one of
// them has is a gap, and tells nothing.
func (d difference) disagreement() float64 {
	return float64(d.changed) / float64(d.same+d.changed)
}

// loss counts what is missing as well, a word for a fifth of one that was changed: what was cut once
// stays cut in the copies. The fifth was chosen on stories that are not held back.
func (d difference) loss() float64 {
	return (float64(d.changed) + 0.2*float64(d.missing)) / (float64(d.all) / 2)
}

// tiedWords is how many words two texts must have in common to be compared.
const tiedWords = 10

// distances measures how far apart any two of the articles are, infinitely if they have too little in
// common or apart says that they are no kin.
func distances(articles []*article.Article, apart [][]float64, measures ...func(difference) float64) [][][]float64 {
	out := make([][][]float64, len(measures))
	for m := range out {
		for range articles {
			out[m] = append(out[m], make([]float64, len(articles)))
		}
	}
	for i := range articles {
		for j := range i {
			d := differenceOf(articles[i], articles[j])
			for m, measure := range measures {
				far := math.Inf(1)
				if d.same >= tiedWords && !math.IsInf(apart[i][j], 1) {
					far = measure(d)
				}
				out[m][i][j], out[m][j][i] = far, far
			}
		}
	}
	return out
}

// tokensIn returns how many words of a text begin in a span.
func tokensIn(d *text.Doc, s text.Span) int {
	tokens := d.Tokens()
	begin := func(t text.Token, at int) int { return cmp.Compare(t.Span().Start, at) }
	from, _ := slices.BinarySearchFunc(tokens, s.Start, begin)
	to, _ := slices.BinarySearchFunc(tokens, s.End, begin)
	return to - from
}

// joinEach makes a web of each set of witnesses that are tied, directly or not, and puts the webs side
// by side. A pair of a set that is not tied directly is as far apart as the way through others is long.
func joinEach(d [][]float64, join func(d [][]float64) web) web {
	far := shortest(d)
	out := web{at: make([]int, len(d))}
	done := make([]bool, len(d))
	for i := range d {
		if done[i] {
			continue
		}
		var set []int
		for j := range d {
			if !math.IsInf(far[i][j], 1) {
				set, done[j] = append(set, j), true
			}
		}
		w := join(among(far, set))
		for k, j := range set {
			out.at[j] = out.nodes + w.at[k]
		}
		for _, b := range w.branches {
			out.branches = append(out.branches, branch{out.nodes + b.a, out.nodes + b.b, b.length})
		}
		out.nodes += w.nodes
	}
	return out
}

// shortest fills in the distances of pairs that have none by the shortest way through others.
func shortest(d [][]float64) [][]float64 {
	out := make([][]float64, len(d))
	for i := range d {
		out[i] = slices.Clone(d[i])
	}
	for k := range out {
		for i := range out {
			for j := range out {
				if math.IsInf(d[i][j], 1) {
					out[i][j] = min(out[i][j], out[i][k]+out[k][j])
				}
			}
		}
	}
	return out
}

func among(d [][]float64, set []int) [][]float64 {
	var out [][]float64
	for _, i := range set {
		var row []float64
		for _, j := range set {
			row = append(row, d[i][j])
		}
		out = append(out, row)
	}
	return out
}

// everyone returns a web of n witnesses, each on its own node, without branches.
func everyone(n int) web {
	w := web{nodes: n}
	for i := range n {
		w.at = append(w.at, i)
	}
	return w
}

// neighbourJoining returns the tree of Saitou and Nei (1987): witnesses are its leaves.
func neighbourJoining(d [][]float64) web {
	w := everyone(len(d))
	var open []int // nodes that are not joined yet
	far := map[[2]int]float64{}
	at := func(i, j int) float64 { return far[[2]int{min(i, j), max(i, j)}] }
	for i := range d {
		open = append(open, i)
		for j := range i {
			far[[2]int{j, i}] = d[i][j]
		}
	}
	for len(open) > 2 {
		sum := map[int]float64{}
		for _, i := range open {
			for _, j := range open {
				sum[i] += at(i, j)
			}
		}
		best, a, b := math.Inf(1), 0, 0
		for x, i := range open {
			for _, j := range open[:x] {
				if q := float64(len(open)-2)*at(i, j) - sum[i] - sum[j]; q < best-1e-12 {
					best, a, b = q, j, i
				}
			}
		}
		node := w.nodes
		w.nodes++
		toA := at(a, b)/2 + (sum[a]-sum[b])/float64(2*(len(open)-2))
		w.branches = append(w.branches, branch{a, node, toA}, branch{b, node, at(a, b) - toA})
		open = slices.DeleteFunc(open, func(i int) bool { return i == a || i == b })
		for _, i := range open {
			far[[2]int{i, node}] = (at(a, i) + at(b, i) - at(a, b)) / 2
		}
		open = append(open, node)
	}
	if len(open) == 2 {
		w.branches = append(w.branches, branch{open[0], open[1], at(open[0], open[1])})
	}
	return w
}

// spanningTree returns the minimum spanning tree of witnesses; of pairs that are as near, the first
// come first.
func spanningTree(d [][]float64) web {
	w := everyone(len(d))
	var all []branch
	for i := range d {
		for j := range i {
			all = append(all, branch{j, i, d[i][j]})
		}
	}
	slices.SortStableFunc(all, func(a, b branch) int { return cmp.Compare(a.length, b.length) })
	set := slices.Clone(w.at)
	for _, b := range all {
		from, to := set[b.a], set[b.b]
		if from == to {
			continue
		}
		w.branches = append(w.branches, b)
		for i := range set {
			if set[i] == from {
				set[i] = to
			}
		}
	}
	return w
}

// randomTree returns a tree over n witnesses, each tree with the same chance: a Prüfer sequence is
// drawn.
func randomTree(r *rand.Rand, n int) web {
	w := everyone(n)
	if n < 2 {
		return w
	}
	code, degree := make([]int, n-2), make([]int, n)
	for i := range code {
		code[i] = r.IntN(n)
		degree[code[i]]++
	}
	for _, k := range code {
		leaf := slices.Index(degree, 0)
		w.branches = append(w.branches, branch{leaf, k, 1})
		degree[leaf]--
		degree[k]--
	}
	last := slices.Index(degree, 0)
	degree[last]--
	w.branches = append(w.branches, branch{last, slices.Index(degree, 0), 1})
	return w
}
