package lineage

// A descent weighs for every text of a set all that it may have been made from: each of the other texts
// of the set, or none of them. Weights are odds: only their ratios for one text matter.
type descent struct {
	n       int
	from    []float64 // at parent*n+child: the odds that child was made from parent
	outside []float64 // by child: the odds that it was made from no text of the set
}

func newDescent(n int) *descent {
	return &descent{n: n, from: make([]float64, n*n), outside: make([]float64, n)}
}

// probabilities returns how probable each choice is if the choices of all texts together must make sense:
// no text goes back to itself. It sums over all ways in which the texts can have come about, each
// weighed by the product of its choices, by the matrix-tree theorem for directed graphs (Tutte 1948;
// Koo, Globerson, Carreras and Collins 2007). Every text must have odds of coming from outside. It costs
// n³ multiplications.
func (d *descent) probabilities() *descent {
	laplacian := make([]float64, d.n*d.n)
	for c := range d.n {
		sum := d.outside[c]
		for p := range d.n {
			if p != c {
				sum += d.from[p*d.n+c]
				laplacian[p*d.n+c] = -d.from[p*d.n+c]
			}
		}
		laplacian[c*d.n+c] = sum
	}
	inverse := invert(laplacian, d.n)
	out := newDescent(d.n)
	for c := range d.n {
		out.outside[c] = d.outside[c] * inverse[c*d.n+c]
		for p := range d.n {
			if p != c {
				out.from[p*d.n+c] = d.from[p*d.n+c] * max(0, inverse[c*d.n+c]-inverse[c*d.n+p])
			}
		}
	}
	return out
}

// invert returns the inverse of a matrix of n rows, which it overwrites. In every column of the matrix
// the entry on the diagonal outweighs all others together, so that elimination needs no pivots.
func invert(m []float64, n int) []float64 {
	inverse := make([]float64, n*n)
	for i := range n {
		inverse[i*n+i] = 1
	}
	for i := range n {
		scale := 1 / m[i*n+i]
		for j := range n {
			m[i*n+j] *= scale
			inverse[i*n+j] *= scale
		}
		for k := range n {
			factor := m[k*n+i]
			if k == i || factor == 0 {
				continue
			}
			for j := range n {
				m[k*n+j] -= factor * m[i*n+j]
				inverse[k*n+j] -= factor * inverse[i*n+j]
			}
		}
	}
	return inverse
}
