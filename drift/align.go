package drift

import "strings"

// align returns the edits that lead from a to b, and how many words match: a longest common subsequence of the
// folded words. It costs len(a)·len(b).
func align(a, b []token) ([]Edit, int) {
	n, m := len(a), len(b)
	// best[i][j] is the length of the longest common subsequence of a[i:] and b[j:].
	best := make([]int32, (n+1)*(m+1))
	at := func(i, j int) int { return i*(m+1) + j }
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			if a[i].hash == b[j].hash {
				best[at(i, j)] = best[at(i+1, j+1)] + 1
			} else {
				best[at(i, j)] = max(best[at(i+1, j)], best[at(i, j+1)])
			}
		}
	}
	var w editWriter
	i, j := 0, 0
	for i < n && j < m {
		switch {
		case a[i].hash == b[j].hash:
			w.flush()
			w.equal(a[i], b[j])
			i, j = i+1, j+1
		case best[at(i+1, j)] >= best[at(i, j+1)]:
			w.gone = append(w.gone, a[i].exact)
			i++
		default:
			w.come = append(w.come, b[j].exact)
			j++
		}
	}
	for ; i < n; i++ {
		w.gone = append(w.gone, a[i].exact)
	}
	for ; j < m; j++ {
		w.come = append(w.come, b[j].exact)
	}
	w.flush()
	return w.edits, int(best[0])
}

// An editWriter joins steps of an alignment to edits.
type editWriter struct {
	edits      []Edit
	gone, come []string
}

func (w *editWriter) equal(a, b token) {
	if n := len(w.edits); n > 0 && w.edits[n-1].Op == Equal {
		w.edits[n-1].A += " " + a.exact
		w.edits[n-1].B += " " + b.exact
		return
	}
	w.edits = append(w.edits, Edit{Equal, a.exact, b.exact})
}

func (w *editWriter) flush() {
	if len(w.gone)+len(w.come) == 0 {
		return
	}
	e := Edit{Replace, strings.Join(w.gone, " "), strings.Join(w.come, " ")}
	switch {
	case len(w.gone) == 0:
		e.Op = Insert
	case len(w.come) == 0:
		e.Op = Delete
	}
	w.edits = append(w.edits, e)
	w.gone, w.come = nil, nil
}
