package story

import (
	"container/heap"
	"slices"
)

// agglomerate merges n articles into clusters by average link: again and again the two clusters
// whose members are most similar on average, as long as that average is at least the threshold.
// Pairs without a link count as 0. links holds every link at both of its ends, sorted by To. The
// result gives each article the number of its cluster, which is that of its first member.
//
// Average link never merges more tightly later than it could have before, so a queue of the best
// merges finds the exact result. Each merge costs the links of its two clusters.
func agglomerate(links [][]link, threshold float64) []int {
	c := newClusters(links, threshold)
	for c.queue.Len() > 0 {
		m := heap.Pop(&c.queue).(merge)
		if c.version[m.a] == m.versionA && c.version[m.b] == m.versionB {
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
	for i := range n {
		for _, l := range links[i] {
			if int32(i) < l.to {
				c.propose(int32(i), l.to, l.sim)
			}
		}
	}
	heap.Init(&c.queue)
	return c
}

func (c *clusters) root(i int32) int32 {
	for c.into[i] != i {
		c.into[i] = c.into[c.into[i]]
		i = c.into[i]
	}
	return i
}

// propose appends a merge to the queue, without restoring its order, if it is tight enough.
func (c *clusters) propose(a, b int32, total float32) bool {
	mean := float64(total) / (float64(c.size[a]) * float64(c.size[b]))
	if mean < c.threshold {
		return false
	}
	if a > b {
		a, b = b, a
	}
	c.queue = append(c.queue, merge{mean, a, b, c.version[a], c.version[b]})
	return true
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
		if c.propose(a, to, c.total[to]) {
			heap.Fix(&c.queue, c.queue.Len()-1)
		}
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

func (q mergeQueue) Len() int { return len(q) }

func (q mergeQueue) Less(i, k int) bool {
	if q[i].mean != q[k].mean {
		return q[i].mean > q[k].mean
	}
	if q[i].a != q[k].a {
		return q[i].a < q[k].a
	}
	return q[i].b < q[k].b
}

func (q mergeQueue) Swap(i, k int) { q[i], q[k] = q[k], q[i] }

// Push appends, for container/heap.
func (q *mergeQueue) Push(x any) { *q = append(*q, x.(merge)) }

// Pop removes the last, for container/heap.
func (q *mergeQueue) Pop() any {
	last := (*q)[len(*q)-1]
	*q = (*q)[:len(*q)-1]
	return last
}
