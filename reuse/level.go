package reuse

import (
	"cmp"
	"slices"
)

// An indexLevel holds segments of about one size, and a merge of some of them.
type indexLevel struct {
	segments []*segment
	merge    *merge
}

const (
	// fanOut is how many segments of a level make one of the next.
	fanOut = 4
	// stepsPerPrint is how many prints are read, to keep the index in order, for each that is added.
	// A print is read once to be sorted and once on each level, of which a billion articles have 12.
	stepsPerPrint = 16
)

// store puts the prints of the new article into the table and takes the steps that they pay for.
func (x *Index) store() {
	if x.recent == nil {
		x.recent = newRecentTable(cmp.Or(x.limit, recentPrints))
	}
	x.lastSteps = 0
	x.work(stepsPerPrint * len(x.prints))
	if len(x.prints) > x.recent.limit {
		x.storeAlone()
		return
	}
	if !x.recent.fits(len(x.prints)) {
		x.freezeRecent()
	}
	for _, hash := range x.prints {
		x.recent.add(fingerprint{hash, uint32(x.articles)})
	}
}

// freezeRecent begins a new table. The one before was sorted long ago, unless this one was filled by
// few articles: then no more than its constant size is left to do.
func (x *Index) freezeRecent() {
	for x.freezing != nil {
		x.freezeStep()
	}
	next := x.spare
	if x.spare = nil; next == nil {
		next = newRecentTable(x.recent.limit)
	}
	x.freezing, x.recent = newFreeze(x.recent), next
}

// storeAlone makes a segment of an article that is too long for the table.
func (x *Index) storeAlone() {
	number := uint32(x.articles)
	alone := newSegment(len(x.prints), number)
	prints := make([]fingerprint, len(x.prints))
	for i, hash := range x.prints {
		prints[i] = fingerprint{hash, number}
	}
	var scratch []byte
	for i := range alone.leaves() {
		n, _ := slices.BinarySearchFunc(prints, uint64(i+1)*alone.leafSpan(), func(p fingerprint, end uint64) int { return cmp.Compare(p.hash, end) })
		scratch = alone.appendLeaf(i, prints[:n], scratch)
		prints = prints[n:]
	}
	level := 0
	for size := x.recent.limit * fanOut; size < alone.prints; size *= fanOut {
		level++
	}
	x.put(alone, level)
}

// put adds a segment to a level and begins a merge where there are enough.
func (x *Index) put(s *segment, level int) {
	for len(x.levels) <= level {
		x.levels = append(x.levels, indexLevel{})
	}
	l := &x.levels[level]
	l.segments = append(l.segments, s)
	l.begin()
}

func (l *indexLevel) begin() {
	if l.merge == nil && len(l.segments) >= fanOut {
		l.merge = newMerge(slices.Clone(l.segments[:fanOut]))
		l.segments = slices.Delete(l.segments, 0, fanOut)
	}
}

// work takes steps until so many prints have been read or nothing is left to do, on the lowest levels
// first.
func (x *Index) work(prints int) {
	for x.lastSteps < prints {
		if x.freezing != nil {
			x.freezeStep()
			continue
		}
		level := slices.IndexFunc(x.levels, func(l indexLevel) bool { return l.merge != nil })
		if level < 0 {
			return
		}
		l := &x.levels[level]
		x.lastSteps += 1 + l.merge.step()
		if l.merge.done() {
			merged := l.merge.to
			l.merge = nil
			l.begin()
			x.put(merged, level+1)
		}
	}
}

func (x *Index) freezeStep() {
	f := x.freezing
	x.lastSteps += 1 + f.step()
	if f.done() {
		x.spare, x.freezing = f.table, nil
		x.spare.reset()
		x.put(f.to, 0)
	}
}
