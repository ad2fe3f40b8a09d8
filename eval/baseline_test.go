package eval

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestNeighbourJoiningFindsTheTree gives neighbour joining the lengths of the ways through trees drawn
// at random. Drawn together where the branches have no length, what comes out is the tree.
func TestNeighbourJoiningFindsTheTree(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for n := range 20 {
		tree := randomTree(r, n)
		got := neighbourJoining(tree.paths()).contract(1e-9)
		if diff := cmp.Diff(tree.paths(), got.paths()); diff != "" {
			t.Errorf("%d witnesses (-tree +joined):\n%s", n, diff)
		}
		if diff := cmp.Diff(tree.paths(), spanningTree(tree.paths()).paths()); diff != "" {
			t.Errorf("%d witnesses (-tree +spanning tree):\n%s", n, diff)
		}
	}
}

// TestRandomTreesAreTrees checks that all witnesses hang together by as few branches as that takes.
func TestRandomTreesAreTrees(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for n := 1; n < 30; n++ {
		tree := randomTree(r, n)
		if len(tree.branches) != n-1 {
			t.Errorf("%d witnesses have %d branches", n, len(tree.branches))
		}
		for i, far := range tree.paths()[0] {
			if math.IsInf(far, 1) {
				t.Errorf("%d witnesses: none leads to %d", n, i)
			}
		}
	}
}

// TestJoinEachKeepsApart checks that witnesses without anything in common stay apart, and that those
// are joined that hang together by others only.
func TestJoinEachKeepsApart(t *testing.T) {
	no := math.Inf(1)
	d := [][]float64{{0, 1, no, no}, {1, 0, no, 2}, {no, no, 0, no}, {no, 2, no, 0}}
	want := [][]float64{{0, 1, no, 2}, {1, 0, no, 1}, {no, no, 0, no}, {2, 1, no, 0}}
	if diff := cmp.Diff(want, joinEach(d, spanningTree).paths()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestSignScore gives the score of three witnesses in a row against other graphs of them. Of the
// triples (A; B, C) the row says: B nearer for A, C as near as A for B, B nearer for C.
func TestSignScore(t *testing.T) {
	row := web{at: []int{0, 1, 2}, nodes: 3, branches: []branch{{0, 1, 1}, {1, 2, 1}}}
	for name, c := range map[string]struct {
		found web
		want  float64
	}{
		"the same":             {row, 1},
		"a star":               {web{at: []int{0, 1, 2}, nodes: 4, branches: []branch{{0, 3, 1}, {1, 3, 1}, {2, 3, 1}}}, (0.5 + 1 + 0.5) / 3},
		"another in between":   {web{at: []int{1, 0, 2}, nodes: 3, branches: []branch{{0, 1, 1}, {1, 2, 1}}}, (0.5 + 0.5 + 0) / 3},
		"nothing":              {everyone(3), (0.5 + 1 + 0.5) / 3},
		"one of them apart":    {web{at: []int{0, 1, 2}, nodes: 3, branches: []branch{{0, 1, 1}}}, (1 + 0.5 + 0.5) / 3},
		"two on the same node": {web{at: []int{0, 0, 2}, nodes: 3, branches: []branch{{0, 2, 1}}}, (1 + 0.5 + 0.5) / 3},
	} {
		if got := signScore(row.paths(), c.found.paths()); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("%s: %.4f, want %.4f", name, got, c.want)
		}
	}
}

// TestRightOfBest checks that claims with one margin count by their mean.
func TestRightOfBest(t *testing.T) {
	claims := []claim{{5, true}, {3, true}, {3, false}, {3, false}, {1, true}}
	for n, want := range []float64{0, 1, 1 + 1.0/3, 1 + 2.0/3, 2, 3} {
		if got := rightOfBest(claims, n); math.Abs(got-want) > 1e-12 {
			t.Errorf("of the best %d %.4f are right, want %.4f", n, got, want)
		}
	}
}
