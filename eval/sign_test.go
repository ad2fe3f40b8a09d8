package eval

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"hearsay/internal/tradition"
)

// history returns the true graph of a story: all texts, those that nobody captured as well.
func (s traced) history() web {
	w := web{nodes: len(s.story.Texts)}
	for _, p := range s.story.Pages {
		w.at = append(w.at, p.Text)
	}
	for i, text := range s.story.Texts {
		for _, parent := range text.Parents {
			w.branches = append(w.branches, branch{a: parent, b: i})
		}
	}
	return w
}

// lines returns the graph that was found, whatever the direction of its lines: all pages, the missing
// sources as well.
func (s traced) lines() web {
	w := everyone(len(s.story.Pages))
	for _, st := range s.found.Stories {
		at := make([]int, len(st.Lineage.Nodes))
		for i, n := range st.Lineage.Nodes {
			if at[i] = n.Article; n.Article < 0 {
				at[i] = w.nodes
				w.nodes++
			}
		}
		for _, e := range st.Lineage.Edges {
			w.branches = append(w.branches, branch{a: at[e.From], b: at[e.To]})
		}
	}
	return w
}

// signScore is one minus the average sign distance of Roos and Heikkilä (2009): over all witnesses A
// and pairs B, C of others it asks which of the two is nearer to A, and counts 1 where both graphs
// agree, 1/2 where only one of them says that both are as near, and 0 where they disagree. Direction
// does not matter. What no path leads to is farther than all else, and all of it as far: texts of
// different origin are no kin, and the histories of a story hang together only where a text was made
// from both.
func signScore(is, found [][]float64) float64 {
	sum, triples := 0.0, 0
	for a := range is {
		for b := range is {
			for c := range b {
				if a == b || a == c {
					continue
				}
				sum += 1 - math.Abs(nearer(is[a], b, c)-nearer(found[a], b, c))/2
				triples++
			}
		}
	}
	return sum / float64(triples)
}

// nearer returns 1 if the second of two witnesses is nearer, -1 if the first is, 0 if they are as far.
func nearer(far []float64, b, c int) float64 {
	switch {
	case far[b] > far[c]:
		return 1
	case far[b] < far[c]:
		return -1
	}
	return 0
}

// randomTrees is how many random trees are drawn for each story.
const randomTrees = 20

// A rival is a graph that the lines of descent are compared with.
type rival struct {
	name, note string
	web        func(disagreement, loss [][]float64) web
}

var rivals = []rival{
	{"mst", "the same for a minimum spanning tree; distance: disagreement at shared places", func(d, _ [][]float64) web { return joinEach(d, spanningTree) }},
	{"mst_gaps", "the same for a minimum spanning tree; a missing word counts a fifth of a changed one", func(_, d [][]float64) web { return joinEach(d, spanningTree) }},
	{"nj", "the same for neighbour joining; distance: disagreement at shared places", func(d, _ [][]float64) web { return joinEach(d, neighbourJoining) }},
	{"nj_contracted", fmt.Sprintf("the same, branches shorter than %g drawn together", shortBranch), func(d, _ [][]float64) web { return joinEach(d, neighbourJoining).contract(shortBranch) }},
	{"nj_gaps", fmt.Sprintf("the same, a missing word counts a fifth; branches shorter than %g drawn together", shortLoss), func(_, d [][]float64) web { return joinEach(d, neighbourJoining).contract(shortLoss) }},
}

// TestSignDistanceOfTraditions measures how well the lines of descent tell which texts are near kin:
// the average sign distance to the true graph (see signScore), the mean over the stories, each with
// the same weight. Beside it stands what is known to do well on manuscripts, from the differences of
// wording alone: minimum spanning trees, neighbour joining, and neighbour joining with short branches
// drawn together; and trees drawn at random. These rivals are told which texts have nothing to do with
// each other, and have a tree for each set of the others.
func TestSignDistanceOfTraditions(t *testing.T) {
	for _, mute := range []bool{false, true} {
		name := "lineage.traditions.all_clues.sign."
		if mute {
			name = "lineage.traditions.words_only.sign."
		}
		hearsay, random, sums := 0.0, make([]float64, randomTrees), make([]float64, len(rivals))
		draw := rand.New(rand.NewPCG(1, 2))
		each(t, traditions, heldBackStory(mute), func(_ int, s traced) {
			is := s.history().paths()
			hearsay += signScore(is, s.lines().paths())
			d := distances(s.found.Articles, is, difference.disagreement, difference.loss)
			for k, r := range rivals {
				sums[k] += signScore(is, r.web(d[0], d[1]).paths())
			}
			for k := range random {
				random[k] += signScore(is, joinEach(d[0], func(d [][]float64) web { return randomTree(draw, len(d)) }).paths())
			}
		})
		record(t, name+"hearsay", hearsay/traditions, fmt.Sprintf("1 − average sign distance to the true graph; mean of %d stories", traditions))
		for k, r := range rivals {
			record(t, name+r.name, sums[k]/traditions, r.note)
		}
		mean, deviation := moments(random)
		record(t, name+"random", mean/traditions, fmt.Sprintf("the same for random trees, ± %.4f: %d for each story", deviation/traditions, randomTrees))
	}
}

// Branches of neighbour joining that are shorter are drawn together: shortBranch in disagreement,
// shortLoss in loss. Both were chosen on stories that are not held back.
const shortBranch, shortLoss = 0.02, 0.03

// moments returns the mean and the standard deviation of a sample.
func moments(values []float64) (mean, deviation float64) {
	for _, v := range values {
		mean += v / float64(len(values))
	}
	for _, v := range values {
		deviation += (v - mean) * (v - mean) / float64(len(values)-1)
	}
	return mean, math.Sqrt(deviation)
}

// heldBackStory returns the options of the stories that are measured.
func heldBackStory(mute bool) func(i int) tradition.Options {
	return func(i int) tradition.Options {
		return tradition.Options{Seed: uint64(heldBack + i), Witnesses: 4 + i%17, Mute: mute}
	}
}
