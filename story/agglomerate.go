package story

import "slices"

// agglomerate merges n articles into clusters by average link: again and again the two clusters
// whose members are most similar on average, as long as that average is at least the threshold.
// Pairs without a link count as 0. links holds every link at both of its ends, sorted by To. The
// result gives each article the number of its cluster, which is that of its first member.
//
// Average link never merges more tightly later than it could have before, so a queue of the best
// merges finds the exact result. Each merge costs the links of its two clusters, and the queue never
// holds much more than one proposal for each link.
func agglomerate(links [][]link, threshold float64) []int {
	c := newClusters(links, threshold)
	for len(c.queue) > 0 {
		if m := c.queue.pop(); c.valid(m) {
			c.merge(m.a, m.b)
		}
	}
	of := make([]int, len(links))
	for i := range of {
		of[i] = int(c.root(int32(i)))
	}
	return of
}

type clusters struct {
	threshold float64
	into      []int32 // the cluster that it was merged into, itself if it lives
	size      []int32
	version   []int32 // counts the merges; -1 once merged into another
	// sums holds for each cluster the sums of the similarities between its members and those of other
	// clusters; they may be named by a cluster that has been merged into another since.
	sums  [][]link
	queue mergeQueue
	total []float32 // scratch, by cluster
}

func newClusters(links [][]link, threshold float64) *clusters {
	n := len(links)
	c := &clusters{
		threshold: threshold, into: make([]int32, n), size: make([]int32, n), version: make([]int32, n),
		sums: slices.Clone(links), total: make([]float32, n),
	}
	for i := range n {
		c.into[i], c.size[i] = int32(i), 1
	}
	proposals := 0
	for i := range n {
		for _, l := range links[i] {
			if int32(i) < l.to && float64(l.sim) >= threshold {
				proposals++
			}
		}
	}
	c.queue = make(mergeQueue, 0, proposals+proposals/queueSlack+1)
	for i := range n {
		for _, l := range links[i] {
			if m, ok := c.proposal(int32(i), l.to, l.sim); ok && int32(i) < l.to {
				c.queue = append(c.queue, m)
			}
		}
	}
	c.queue.order()
	return c
}

// queueSlack says how much room the queue has beyond its first proposals: one in so many. Every merge
// voids more proposals than it makes, so a queue that is full has at least that many that are void.
const queueSlack = 4

func (c *clusters) root(i int32) int32 {
	for c.into[i] != i {
		c.into[i] = c.into[c.into[i]]
		i = c.into[i]
	}
	return i
}

// proposal returns the merge of two clusters with this sum of similarities, if it is tight enough.
func (c *clusters) proposal(a, b int32, total float32) (merge, bool) {
	mean := float64(total) / (float64(c.size[a]) * float64(c.size[b]))
	if a > b {
		a, b = b, a
	}
	return merge{mean, a, b, c.version[a], c.version[b]}, mean >= c.threshold
}

// valid reports whether neither of its clusters was merged since the proposal was made.
func (c *clusters) valid(m merge) bool {
	return c.version[m.a] == m.versionA && c.version[m.b] == m.versionB
}

// propose puts a merge into the queue, if it is tight enough, and clears out the void ones when the
// queue is full.
func (c *clusters) propose(a, b int32, total float32) {
	m, ok := c.proposal(a, b, total)
	if !ok {
		return
	}
	if len(c.queue) == cap(c.queue) {
		c.queue = slices.DeleteFunc(c.queue, func(m merge) bool { return !c.valid(m) })
		c.queue.order()
	}
	c.queue.push(m)
}

// merge merges b into a, where a comes first.
func (c *clusters) merge(a, b int32) {
	c.into[b] = a
	c.size[a] += c.size[b]
	c.version[a]++
	c.version[b] = -1
	var near []int32
	for _, list := range [][]link{c.sums[a], c.sums[b]} {
		for _, s := range list {
			to := c.root(s.to)
			if to == a {
				continue
			}
			if c.total[to] == 0 {
				near = append(near, to)
			}
			c.total[to] += s.sim
		}
	}
	c.sums[b] = nil
	merged := make([]link, len(near))
	for i, to := range near {
		merged[i] = link{to, c.total[to]}
		c.propose(a, to, c.total[to])
		c.total[to] = 0
	}
	c.sums[a] = merged
}

// A merge is a proposal to merge two clusters, void once one of them has another version.
type merge struct {
	mean               float64
	a, b               int32
	versionA, versionB int32
}

// A mergeQueue is a heap of proposals, the tightest first; of equals the one of the first articles.
type mergeQueue []merge

func (m *merge) before(o *merge) bool {
	if m.mean != o.mean {
		return m.mean > o.mean
	}
	if m.a != o.a {
		return m.a < o.a
	}
	return m.b < o.b
}

// order makes a heap of proposals in any order.
func (q mergeQueue) order() {
	for i := len(q)/2 - 1; i >= 0; i-- {
		q.sink(i)
	}
}

func (q *mergeQueue) push(m merge) {
	*q = append(*q, m)
	h := *q
	for i := len(h) - 1; i > 0; {
		up := (i - 1) / 2
		if !h[i].before(&h[up]) {
			return
		}
		h[i], h[up] = h[up], h[i]
		i = up
	}
}

// pop takes out the first.
func (q *mergeQueue) pop() merge {
	h := *q
	first, last := h[0], len(h)-1
	h[0] = h[last]
	*q = h[:last]
	q.sink(0)
	return first
}

// sink moves a proposal down to its place.
func (q mergeQueue) sink(i int) {
	for {
		down := 2*i + 1
		if down >= len(q) {
			return
		}
		if right := down + 1; right < len(q) && q[right].before(&q[down]) {
			down = right
		}
		if !q[down].before(&q[i]) {
			return
		}
		q[i], q[down] = q[down], q[i]
		i = down
	}
}
