package reuse

import (
	"encoding/binary"
	"fmt"
	"io"
	"runtime"
	"slices"
)

// A File is a scratch file: it is written from its beginning to its end, then read anywhere by
// several goroutines, then closed. An *os.File is one.
type File interface {
	io.Writer
	io.ReaderAt
	io.Closer
}

// A reel is a sorted sequence of entries in a scratch file. Its parts are divided by the highest bits
// of the keys; each can be read by itself.
type reel struct {
	file   File
	offset []int64 // by part: where it begins; one more: where the last ends
}

// cursor returns a cursor for the whole reel. It reads ahead by one block.
func (r *reel) cursor() *cursor {
	at, end := r.offset[0], r.offset[len(r.offset)-1]
	var buf []byte
	return &cursor{more: func() ([]byte, error) {
		if at == end {
			return nil, nil
		}
		var header [blockHeader]byte
		if _, err := r.file.ReadAt(header[:], at); err != nil {
			return nil, fmt.Errorf("read scratch file: %w", noEOF(err))
		}
		n := int64(binary.LittleEndian.Uint32(header[:]))
		if n == 0 || at+blockHeader+n > end {
			return nil, fmt.Errorf("read scratch file at byte %d: %w", at, errBlock)
		}
		buf = slices.Grow(buf[:0], int(n))[:n]
		if _, err := r.file.ReadAt(buf, at+blockHeader); err != nil {
			return nil, fmt.Errorf("read scratch file: %w", noEOF(err))
		}
		at += blockHeader + n
		return buf, nil
	}}
}

// part appends the blocks of a part to buf.
func (r *reel) part(buf []byte, i int) ([]byte, error) {
	n := int(r.offset[i+1] - r.offset[i])
	start := len(buf)
	buf = slices.Grow(buf, n)[:start+n]
	if n == 0 {
		return buf, nil
	}
	if _, err := r.file.ReadAt(buf[start:], r.offset[i]); err != nil {
		return nil, fmt.Errorf("read scratch file: %w", noEOF(err))
	}
	return buf, nil
}

// noEOF is for reads of bytes that were written: where they end early, the file was cut.
func noEOF(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

// A spool sorts more entries than fit into memory: it gathers some, writes them as a reel, and merges
// the reels.
type spool struct {
	file  File
	size  int64 // of the file
	block int   // bytes of a block
	bits  int   // how many bits of a key divide a reel into parts
	limit int   // entries that are gathered before they are written
	fanIn int   // reels that are merged at a time

	entries []entry
	reels   []reel
}

// add takes entries. It writes when the limit is reached.
func (s *spool) add(entries ...entry) error {
	for len(entries) > 0 {
		if s.entries == nil {
			s.entries = make([]entry, 0, s.limit)
		}
		n := min(len(entries), s.limit-len(s.entries))
		s.entries = append(s.entries, entries[:n]...)
		entries = entries[n:]
		if len(s.entries) == s.limit {
			if err := s.flush(); err != nil {
				return err
			}
		}
	}
	return nil
}

// flush sorts what was gathered and writes it: a reel for each processor, since they sort side by side.
func (s *spool) flush() error {
	size := max(1, (len(s.entries)+runtime.GOMAXPROCS(0)-1)/runtime.GOMAXPROCS(0))
	chunks := slices.Collect(slices.Chunk(s.entries, size))
	each(len(chunks), alone(func(i int) { sortEntries(chunks[i]) }))
	for _, c := range chunks {
		if err := s.write(c); err != nil {
			return err
		}
	}
	s.entries = s.entries[:0]
	return nil
}

// write writes sorted entries as a reel.
func (s *spool) write(sorted []entry) error {
	w := s.newReel()
	for len(sorted) > 0 {
		part := sorted[0].key >> (64 - s.bits)
		n := len(sorted)
		if s.bits > 0 {
			n, _ = slices.BinarySearchFunc(sorted, part+1, func(e entry, part uint64) int {
				if e.key>>(64-s.bits) < part {
					return -1
				}
				return 1
			})
		}
		w.beginPart(int(part))
		w.buf = appendBlocks(w.buf, sorted[:n], s.block)
		sorted = sorted[n:]
		if err := w.drain(1 << 20); err != nil {
			return err
		}
	}
	return w.close()
}

// finish writes what is left and merges the reels until few enough are left to be read at a time.
func (s *spool) finish() error {
	if err := s.flush(); err != nil {
		return err
	}
	s.entries = nil
	for len(s.reels) > s.fanIn {
		first := s.reels[:s.fanIn]
		s.reels = slices.Clone(s.reels[s.fanIn:])
		if err := s.mergeReels(first); err != nil {
			return err
		}
	}
	return nil
}

// mergeReels writes the entries of some reels as one.
func (s *spool) mergeReels(reels []reel) error {
	m, err := mergerOf(reels)
	if err != nil {
		return err
	}
	w := s.newReel()
	for {
		e, ok, err := m.next()
		if err != nil {
			return err
		}
		if !ok {
			return w.close()
		}
		if err := w.add(e); err != nil {
			return err
		}
	}
}

func mergerOf(reels []reel) (*merger, error) {
	cursors := make([]*cursor, len(reels))
	for i := range reels {
		cursors[i] = reels[i].cursor()
	}
	return newMerger(cursors)
}

// merged reads all entries in ascending order. It is called after finish.
func (s *spool) merged() (*merger, error) { return mergerOf(s.reels) }

// A reelWriter writes one reel of a spool, entry by entry or block by block.
type reelWriter struct {
	spool *spool
	reel  reel
	buf   []byte
	start int // of the block at hand in buf, -1 for none
	last  entry
}

func (s *spool) newReel() *reelWriter {
	return &reelWriter{spool: s, reel: reel{file: s.file, offset: []int64{s.size}}, start: -1}
}

// beginPart notes where the parts up to the given one begin.
func (w *reelWriter) beginPart(part int) {
	for len(w.reel.offset) <= part {
		w.reel.offset = append(w.reel.offset, w.spool.size+int64(len(w.buf)))
	}
}

// add appends an entry, which must not be less than the one before.
func (w *reelWriter) add(e entry) error {
	part := int(e.key >> (64 - w.spool.bits))
	if w.start >= 0 && (len(w.buf)-w.start >= w.spool.block || len(w.reel.offset) <= part) {
		w.endBlock()
		if err := w.drain(1 << 20); err != nil {
			return err
		}
	}
	w.beginPart(part)
	if w.start < 0 {
		w.start, w.last = len(w.buf), entry{}
		w.buf = append(w.buf, 0, 0, 0, 0)
	}
	w.buf = appendEntry(w.buf, w.last, e)
	w.last = e
	return nil
}

func (w *reelWriter) endBlock() {
	binary.LittleEndian.PutUint32(w.buf[w.start:], uint32(len(w.buf)-w.start-blockHeader))
	w.start = -1
}

// drain writes the buffer to the file if it has so many bytes.
func (w *reelWriter) drain(least int) error {
	if len(w.buf) < least {
		return nil
	}
	n, err := w.spool.file.Write(w.buf)
	w.spool.size += int64(n)
	if err != nil {
		return fmt.Errorf("write scratch file: %w", err)
	}
	w.buf = w.buf[:0]
	return nil
}

// close ends the reel and gives it to its spool, unless it is empty.
func (w *reelWriter) close() error {
	if w.start >= 0 {
		w.endBlock()
	}
	w.beginPart(1 << w.spool.bits)
	if err := w.drain(1); err != nil {
		return err
	}
	if r := w.reel; r.offset[0] != r.offset[len(r.offset)-1] {
		w.spool.reels = append(w.spool.reels, r)
	}
	return nil
}
