package reuse

import (
	"cmp"
	"encoding/binary"
	"errors"
	"math"
)

// What does not fit into memory is sorted in scratch files. All of it has one form: a key and two
// numbers. A posting has its hash for a key, then source and place; a candidate has its pair for a
// key, then evidence; how widely a shingle stands has source and place for a key.
//
// Entries are kept in blocks, each of them readable by itself: four bytes that give its length
// (little endian), then the entries, ascending, as differences in the variable-length numbers of
// encoding/binary. A posting takes about 11 bytes, a candidate 5.

// An entry is one record of a block.
type entry struct {
	key    uint64
	hi, lo uint32
}

func compareEntries(a, b entry) int {
	switch {
	case a.key < b.key:
		return -1
	case a.key > b.key:
		return 1
	case a.hi != b.hi:
		return cmp.Compare(a.hi, b.hi)
	}
	return cmp.Compare(a.lo, b.lo)
}

const blockHeader = 4

// appendEntry appends an entry that follows the entry last of the same block; the first one follows
// the zero entry.
func appendEntry(dst []byte, last, e entry) []byte {
	dst = binary.AppendUvarint(dst, e.key-last.key)
	if e.key != last.key {
		dst = binary.AppendUvarint(dst, uint64(e.hi))
		return binary.AppendUvarint(dst, uint64(e.lo))
	}
	dst = binary.AppendUvarint(dst, uint64(e.hi-last.hi))
	if e.hi != last.hi {
		return binary.AppendUvarint(dst, uint64(e.lo))
	}
	return binary.AppendUvarint(dst, uint64(e.lo-last.lo))
}

// appendBlocks appends the entries, ascending, in blocks of about size bytes.
func appendBlocks(dst []byte, entries []entry, size int) []byte {
	for len(entries) > 0 {
		start := len(dst)
		dst = append(dst, 0, 0, 0, 0)
		n, last := 0, entry{}
		for n < len(entries) && (n == 0 || len(dst)-start < size) {
			dst = appendEntry(dst, last, entries[n])
			last = entries[n]
			n++
		}
		binary.LittleEndian.PutUint32(dst[start:], uint32(len(dst)-start-blockHeader))
		entries = entries[n:]
	}
	return dst
}

var errBlock = errors.New("the block is damaged")

// decodeEntry reads the entry that follows last and returns what is left of the block.
func decodeEntry(block []byte, last entry) (entry, []byte, error) {
	delta, n := binary.Uvarint(block)
	if n <= 0 || delta > math.MaxUint64-last.key {
		return entry{}, nil, errBlock
	}
	block = block[n:]
	hi, n := binary.Uvarint(block)
	if n <= 0 {
		return entry{}, nil, errBlock
	}
	block = block[n:]
	lo, n := binary.Uvarint(block)
	if n <= 0 {
		return entry{}, nil, errBlock
	}
	if delta == 0 {
		if hi == 0 {
			lo += uint64(last.lo)
		}
		hi += uint64(last.hi)
	}
	if hi > math.MaxUint32 || lo > math.MaxUint32 {
		return entry{}, nil, errBlock
	}
	return entry{last.key + delta, uint32(hi), uint32(lo)}, block[n:], nil
}

// A cursor reads the entries of a sequence of blocks.
type cursor struct {
	entry        // the entry at hand
	block []byte // what is left of the block
	// more returns the next block without its header, nil at the end.
	more func() ([]byte, error)
}

// next moves on to the next entry. It reports false at the end. Entries that are out of order are an
// error, since a merge would go wrong on them without a sign.
func (c *cursor) next() (bool, error) {
	before, begins := c.entry, len(c.block) == 0
	for len(c.block) == 0 {
		block, err := c.more()
		if err != nil || block == nil {
			return false, err
		}
		c.block, c.entry = block, entry{}
	}
	var err error
	c.entry, c.block, err = decodeEntry(c.block, c.entry)
	if err == nil && begins && compareEntries(c.entry, before) < 0 {
		err = errBlock
	}
	return err == nil, err
}

// cursorOf returns a cursor for blocks that lie one behind the other.
func cursorOf(blocks []byte) *cursor {
	return &cursor{more: func() ([]byte, error) {
		if len(blocks) == 0 {
			return nil, nil
		}
		if len(blocks) < blockHeader {
			return nil, errBlock
		}
		n := int64(binary.LittleEndian.Uint32(blocks))
		rest := blocks[blockHeader:]
		if n == 0 || n > int64(len(rest)) {
			return nil, errBlock
		}
		blocks = rest[n:]
		return rest[:n], nil
	}}
}

// A merger reads the entries of several cursors in ascending order: a heap of cursors.
type merger struct {
	heap    []*cursor
	started bool
}

// newMerger takes cursors that have not been moved.
func newMerger(cursors []*cursor) (*merger, error) {
	m := &merger{}
	for _, c := range cursors {
		ok, err := c.next()
		if err != nil {
			return nil, err
		}
		if ok {
			m.heap = append(m.heap, c)
		}
	}
	for i := len(m.heap)/2 - 1; i >= 0; i-- {
		m.down(i)
	}
	return m, nil
}

// next returns the next entry. It reports false at the end.
func (m *merger) next() (entry, bool, error) {
	if m.started && len(m.heap) > 0 {
		ok, err := m.heap[0].next()
		if err != nil {
			return entry{}, false, err
		}
		if !ok {
			last := len(m.heap) - 1
			m.heap[0] = m.heap[last]
			m.heap = m.heap[:last]
		}
		m.down(0)
	}
	m.started = true
	if len(m.heap) == 0 {
		return entry{}, false, nil
	}
	return m.heap[0].entry, true, nil
}

func (m *merger) down(i int) {
	for {
		least := i
		for child := 2*i + 1; child <= 2*i+2 && child < len(m.heap); child++ {
			if compareEntries(m.heap[child].entry, m.heap[least].entry) < 0 {
				least = child
			}
		}
		if least == i {
			return
		}
		m.heap[i], m.heap[least] = m.heap[least], m.heap[i]
		i = least
	}
}
