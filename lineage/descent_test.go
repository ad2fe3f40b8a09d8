package lineage

import (
	"math"
	"math/rand/v2"
	"testing"
)

// TestProbabilities compares the sums of the matrix-tree theorem with a count of all ways.
func TestProbabilities(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		n := 1 + r.IntN(5)
		d := newDescent(n)
		for i := range d.from {
			if r.IntN(3) > 0 {
				d.from[i] = math.Exp(6*r.Float64() - 3)
			}
		}
		for i := range d.outside {
			d.outside[i] = math.Exp(6*r.Float64() - 3)
		}
		want, got := counted(d), d.probabilities()
		for c := range n {
			near(t, got.outside[c], want.outside[c])
			for p := range n {
				if p != c {
					near(t, got.from[p*n+c], want.from[p*n+c])
				}
			}
		}
	}
}

func near(t *testing.T, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > 1e-9 {
		t.Fatalf("got %v, want %v", got, want)
	}
}

// counted goes through all choices of all texts.
func counted(d *descent) *descent {
	out, choice, total := newDescent(d.n), make([]int, d.n), 0.0
	var choose func(c int, weight float64)
	choose = func(c int, weight float64) {
		if c == d.n {
			if returns(choice) {
				return
			}
			total += weight
			for c, p := range choice {
				if p < 0 {
					out.outside[c] += weight
				} else {
					out.from[p*d.n+c] += weight
				}
			}
			return
		}
		choice[c] = -1
		choose(c+1, weight*d.outside[c])
		for p := range d.n {
			if p != c {
				choice[c] = p
				choose(c+1, weight*d.from[p*d.n+c])
			}
		}
	}
	choose(0, 1)
	for i := range out.from {
		out.from[i] /= total
	}
	for i := range out.outside {
		out.outside[i] /= total
	}
	return out
}

// returns reports whether any text goes back to itself.
func returns(parent []int) bool {
	for c := range parent {
		at, steps := parent[c], 0
		for at >= 0 && steps <= len(parent) {
			at, steps = parent[at], steps+1
		}
		if at >= 0 {
			return true
		}
	}
	return false
}
