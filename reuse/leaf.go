package reuse

import (
	"encoding/binary"
	"math"
)

// A leaf holds the buckets of 1<<leafBits values: first a byte that tells how wide the numbers after it
// are, two bytes or, where that is not enough, four; then these numbers, which tell where each bucket
// ends (little endian, counted from the end of the last of them); then the buckets. A leaf is nil once
// it is no longer needed.
type leaf []byte

// pageLeaves is how many leaves there are in a page: a small segment takes little, and a large one
// grows without being copied.
const pageLeaves = 512

// bucket returns the bytes of one of the buckets of the leaf.
func (l leaf) bucket(i int) []byte {
	var from, to int
	width := int(l[0])
	head := 1 + width<<leafBits
	if at := 1 + i*width; width == 2 {
		if to = int(binary.LittleEndian.Uint16(l[at:])); i > 0 {
			from = int(binary.LittleEndian.Uint16(l[at-2:]))
		}
	} else {
		if to = int(binary.LittleEndian.Uint32(l[at:])); i > 0 {
			from = int(binary.LittleEndian.Uint32(l[at-4:]))
		}
	}
	return l[head+from : head+to]
}

// newLeaf puts buckets and where they end together.
func newLeaf(ends *[1 << leafBits]int, buckets []byte) leaf {
	width := 2
	if len(buckets) > math.MaxUint16 {
		width = 4
	}
	l := make(leaf, 0, 1+width<<leafBits+len(buckets))
	l = append(l, byte(width))
	for _, end := range ends {
		if width == 2 {
			l = binary.LittleEndian.AppendUint16(l, uint16(end))
		} else {
			l = binary.LittleEndian.AppendUint32(l, uint32(end))
		}
	}
	return append(l, buckets...)
}
