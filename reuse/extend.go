package reuse

import "slices"

// An extender carries an alignment on beyond the end of a chain. It is scratch memory only.
type extender struct {
	match [maxReach + 1][maxReach + 1]float32 // best score that ends with a match here
	best  [maxReach + 1][maxReach + 1]float32 // best score here
	x, y  [maxReach]uint32
	steps []run
}

// appendAfter appends the runs that go on behind an alignment that ends before the first words of x
// and y; x0 and y0 are their places. Both have at most maxReach tokens.
func (e *extender) appendAfter(runs []run, x, y []uint32, x0, y0 int32, weight []float32) []run {
	for _, r := range e.extend(x, y, weight) {
		runs = appendRun(runs, run{x0 + r.x, y0 + r.y, r.n})
	}
	return runs
}

// appendBefore appends the runs that lead up to an alignment that begins behind the last words of x
// and y, in their order.
func (e *extender) appendBefore(runs []run, x, y []uint32, x0, y0 int32, weight []float32) []run {
	for i := range x {
		e.x[i] = x[len(x)-1-i]
	}
	for i := range y {
		e.y[i] = y[len(y)-1-i]
	}
	found := e.extend(e.x[:len(x)], e.y[:len(y)], weight)
	for i := len(found) - 1; i >= 0; i-- {
		r := found[i]
		r.x, r.y = int32(len(x))-r.xEnd(), int32(len(y))-r.yEnd()
		runs = appendRun(runs, run{x0 + r.x, y0 + r.y, r.n})
	}
	return runs
}

// extend returns the runs of the best alignment of a beginning of x with a beginning of y, if that
// is worth more than none.
func (e *extender) extend(x, y []uint32, weight []float32) []run {
	e.steps = e.steps[:0]
	if len(x) == 0 || len(y) == 0 {
		return nil
	}
	bestI, bestJ := e.score(x, y, weight)
	for i, j := bestI, bestJ; i > 0 && j > 0; {
		best := e.best[i][j]
		switch {
		case best == e.match[i][j]: // only where x and y match
			n := int32(1)
			for e.match[i][j] != e.opened(i, j, x, weight) {
				i, j, n = i-1, j-1, n+1
			}
			i, j = i-1, j-1
			e.steps = append(e.steps, run{int32(i), int32(j), n})
		case best == e.best[i-1][j-1]-changeCost:
			i, j = i-1, j-1
		case best == e.best[i-1][j]-changeCost:
			i--
		default:
			j--
		}
	}
	slices.Reverse(e.steps)
	return e.steps
}

// score fills the tables row by row until nothing is worth going on, and returns where the best
// alignment ends: 0, 0 if none is worth anything.
func (e *extender) score(x, y []uint32, weight []float32) (bestI, bestJ int) {
	if !meets(x, y) {
		return 0, 0
	}
	e.firstRow(len(y))
	top := float32(0)
	for i := 1; i <= len(x); i++ {
		low, high := max(1, i-band), min(len(y), i+band)
		if low > high {
			break
		}
		match, best, matchAbove, bestAbove := &e.match[i], &e.best[i], &e.match[i-1], &e.best[i-1]
		match[low-1], best[low-1] = none, none
		if low == 1 {
			best[0] = -changeCost * float32(i)
		}
		row := best[low-1]
		for j := low; j <= high; j++ {
			match[j] = none
			score := max(bestAbove[j-1], bestAbove[j], best[j-1]) - changeCost
			if x[i-1] == y[j-1] {
				match[j] = max(e.opened(i, j, x, weight), matchAbove[j-1]+weight[x[i-1]])
				score = max(score, match[j])
			}
			best[j] = score
			row = max(row, score)
			if score > top {
				top, bestI, bestJ = score, i, j
			}
		}
		if high < len(y) { // the next row looks one cell further
			match[high+1], best[high+1] = none, none
		}
		if row < top-dropOff {
			break
		}
	}
	return bestI, bestJ
}

// firstRow fills the cells in which nothing of x is aligned yet, and one beyond.
func (e *extender) firstRow(n int) {
	for j := range min(n, band) + 1 {
		e.match[0][j], e.best[0][j] = none, -changeCost*float32(j)
	}
	if n > band {
		e.match[0][band+1], e.best[0][band+1] = none, none
	}
}

// meets reports whether any word of the beginnings is the same. Without one, going on is never
// worth it: dropOff is reached before.
func meets(x, y []uint32) bool {
	const reach = 8 // dropOff by changeCost, rounded up
	for _, a := range x[:min(len(x), reach)] {
		if slices.Contains(y[:min(len(y), reach+band)], a) {
			return true
		}
	}
	return false
}

// opened is the score of a match at i, j that begins a run.
func (e *extender) opened(i, j int, x []uint32, weight []float32) float32 {
	return e.best[i-1][j-1] - openCost + weight[x[i-1]]
}
