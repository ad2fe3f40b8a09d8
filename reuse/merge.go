package reuse

import "slices"

// thin leaves of each hash the first and the last sources that are needed. The prints are sorted.
func thin(prints []fingerprint) []fingerprint {
	out := prints[:0]
	for len(prints) > 0 {
		n := 1
		for n < len(prints) && prints[n].hash == prints[0].hash {
			n++
		}
		group := prints[:n]
		prints = prints[n:]
		if n > keptFirst+keptLast {
			out = append(out, group[:keptFirst]...)
			group = group[n-keptLast:]
		}
		out = append(out, group...)
	}
	return out
}

// A merge makes one segment of several, a leaf at a time. What was merged is looked up in the new
// segment, the rest in the old ones, and old leaves are let go as soon as they are merged: a merge
// takes little more memory than what it merges.
type merge struct {
	from []*segment
	to   *segment
	next int // leaf of to

	lists   [][]fingerprint
	scratch []byte
}

func newMerge(from []*segment) *merge {
	prints, base := 0, from[0].base
	for _, s := range from {
		prints += s.prints
		base = min(base, s.base)
	}
	return &merge{from: from, to: newSegment(prints, base)}
}

func (m *merge) done() bool { return m.next == m.to.leaves() }

// step makes the next leaf and returns how many prints it read.
func (m *merge) step() int {
	low := uint64(m.next) * m.to.leafSpan()
	high := low + m.to.leafSpan()
	for len(m.lists) < len(m.from)+1 {
		m.lists = append(m.lists, nil)
	}
	read := 0
	for i, s := range m.from {
		m.lists[i] = s.appendPrints(m.lists[i][:0], low, high)
		read += len(m.lists[i])
	}
	all := m.lists[0]
	for i := 1; i < len(m.from); i++ {
		m.lists[len(m.from)] = mergePrints(m.lists[len(m.from)][:0], all, m.lists[i])
		m.lists[0], m.lists[len(m.from)] = m.lists[len(m.from)], m.lists[0]
		all = m.lists[0]
	}
	m.scratch = m.to.appendLeaf(m.next, thin(all), m.scratch)
	m.next++
	for _, s := range m.from {
		s.release(low, high)
	}
	return read
}

// release lets go of the leaves that end between two hashes, as far as they lie below the higher one.
func (s *segment) release(low, high uint64) {
	for i := low / s.leafSpan(); (i+1)*s.leafSpan() <= high; i++ {
		l := s.leaf(int(i))
		s.size -= int64(len(*l))
		*l = nil
	}
}

func mergePrints(dst, a, b []fingerprint) []fingerprint {
	for len(a) > 0 && len(b) > 0 {
		if comparePrints(a[0], b[0]) <= 0 {
			dst, a = append(dst, a[0]), a[1:]
		} else {
			dst, b = append(dst, b[0]), b[1:]
		}
	}
	return append(append(dst, a...), b...)
}

func (m *merge) appendMatches(dst []match, hashes []uint64, first int, l *lookup) []match {
	n, _ := slices.BinarySearch(hashes, uint64(m.next)*m.to.leafSpan())
	dst = m.to.appendMatches(dst, hashes[:n], first, l)
	for _, s := range m.from {
		dst = s.appendMatches(dst, hashes[n:], first+n, l)
	}
	return dst
}

func (m *merge) size() int64 {
	n := m.to.size
	for _, s := range m.from {
		n += s.size
	}
	return n
}
