package reuse

import "slices"

// The words between the runs of a chain, and those beyond its ends, are aligned exactly.
const (
	// openCost is the price of beginning to match again inside a change. A lone “of” between two
	// replaced words does not pay it, so a change reads as one.
	openCost = 0.5
	// Beyond the end of a chain an alignment goes on for at most maxReach tokens, at most band off
	// the diagonal, and as long as its score is not dropOff below the best.
	maxReach = 40
	band     = 8
	dropOff  = 3
	// none is a score that is worse than any.
	none = -1e9
)

// A filler aligns short stretches of words. It is scratch memory only.
type filler struct {
	match [maxGap + 1][maxGap + 1]float32 // best score that ends with a match here
	best  [maxGap + 1][maxGap + 1]float32 // best score here
	steps []run
}

// appendFill appends the runs that make the heaviest alignment of x with y, both of at most maxGap
// tokens; x0 and y0 are their places.
func (f *filler) appendFill(runs []run, x, y []uint32, x0, y0 int32, weight []float32) []run {
	f.steps = f.steps[:0]
	if len(x) == 0 || len(y) == 0 || !f.score(x, y, weight) {
		return runs
	}
	for i, j := len(x), len(y); i > 0 && j > 0; {
		switch f.best[i][j] {
		case f.best[i-1][j]:
			i--
		case f.best[i][j-1]:
			j--
		default:
			n := int32(1)
			for f.match[i][j] != f.opened(i, j, x, weight) {
				i, j, n = i-1, j-1, n+1
			}
			i, j = i-1, j-1
			f.steps = append(f.steps, run{x0 + int32(i), y0 + int32(j), n})
		}
	}
	for _, r := range slices.Backward(f.steps) {
		runs = appendRun(runs, r)
	}
	return runs
}

// score fills the tables and reports whether anything matches.
func (f *filler) score(x, y []uint32, weight []float32) bool {
	any := false
	for j := range len(y) + 1 {
		f.best[0][j], f.match[0][j] = 0, none
	}
	for i := 1; i <= len(x); i++ {
		f.best[i][0], f.match[i][0] = 0, none
		for j := 1; j <= len(y); j++ {
			f.match[i][j] = none
			if x[i-1] == y[j-1] {
				any = true
				f.match[i][j] = max(f.opened(i, j, x, weight), f.match[i-1][j-1]+weight[x[i-1]])
			}
			f.best[i][j] = max(f.best[i-1][j], f.best[i][j-1], f.match[i][j])
		}
	}
	return any
}

// opened is the score of a match at i, j that begins a run.
func (f *filler) opened(i, j int, x []uint32, weight []float32) float32 {
	return f.best[i-1][j-1] - openCost + weight[x[i-1]]
}
