package reuse

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"io"
	"math"
)

// What is found in a pair is set down until all ties are known: in the variable-length numbers of
// encoding/binary the two sources, how many passages they share, and for each of them its half words
// (doubled, and one more if it is reworded), its information (eight bytes, little endian) and its runs,
// as differences.

// findings are set down in a scratch file in the order of the pairs.
type findings struct {
	file File
	w    *bufio.Writer
	r    *bufio.Reader
	size int64
	left int // to be read
	buf  []byte
}

func (a *archive) newFindings() (*findings, error) {
	f, err := a.scratch()
	if err != nil {
		return nil, err
	}
	return &findings{file: f, w: bufio.NewWriterSize(f, 1<<18)}, nil
}

func (f *findings) add(x *found) error {
	f.buf = appendFound(f.buf[:0], x)
	f.size += int64(len(f.buf))
	f.left++
	if _, err := f.w.Write(f.buf); err != nil {
		return fmt.Errorf("write scratch file: %w", err)
	}
	return nil
}

// rewind ends the writing and begins the reading.
func (f *findings) rewind() error {
	if err := f.w.Flush(); err != nil {
		return fmt.Errorf("write scratch file: %w", err)
	}
	f.w = nil
	f.r = bufio.NewReaderSize(io.NewSectionReader(f.file, 0, f.size), 1<<18)
	return nil
}

// next returns what was found in the next pair. It reports false at the end.
func (f *findings) next() (found, bool, error) {
	if f.left == 0 {
		return found{}, false, nil
	}
	f.left--
	x, err := readFound(f.r)
	if err != nil {
		return found{}, false, fmt.Errorf("read scratch file: %w", noEOF(err))
	}
	return x, true, nil
}

func appendFound(dst []byte, f *found) []byte {
	for _, n := range [...]int{int(f.x), int(f.y), len(f.passages)} {
		dst = binary.AppendUvarint(dst, uint64(n))
	}
	for i := range f.passages {
		s := &f.passages[i]
		halves := 2 * uint64(s.halves)
		if s.reworded {
			halves++
		}
		dst = binary.AppendUvarint(dst, halves)
		dst = binary.LittleEndian.AppendUint64(dst, math.Float64bits(s.mass))
		dst = binary.AppendUvarint(dst, uint64(len(s.runs)))
		var last run
		for _, r := range s.runs {
			dst = binary.AppendVarint(dst, int64(r.x-last.xEnd()))
			dst = binary.AppendVarint(dst, int64(r.y-last.yEnd()))
			dst = binary.AppendVarint(dst, int64(r.n))
			last = r
		}
	}
	return dst
}

// A foundReader reads numbers until one fails.
type foundReader struct {
	r   *bufio.Reader
	err error
}

// count reads a number that is not negative and fits into 32 bits.
func (r *foundReader) count() uint32 {
	if r.err != nil {
		return 0
	}
	n, err := binary.ReadUvarint(r.r)
	if err == nil && n > math.MaxUint32 {
		err = errBlock
	}
	r.err = err
	return uint32(n)
}

func (r *foundReader) difference() int32 {
	if r.err != nil {
		return 0
	}
	n, err := binary.ReadVarint(r.r)
	if err == nil && int64(int32(n)) != n {
		err = errBlock
	}
	r.err = err
	return int32(n)
}

func (r *foundReader) bits() uint64 {
	var b [8]byte
	if r.err == nil {
		_, r.err = io.ReadFull(r.r, b[:])
	}
	return binary.LittleEndian.Uint64(b[:])
}

// readFound reads what appendFound wrote. It takes no more memory than the bytes that are there call
// for.
func readFound(from *bufio.Reader) (found, error) {
	r := foundReader{r: from}
	f := found{x: r.count(), y: r.count()}
	for n := r.count(); n > 0 && r.err == nil; n-- {
		halves := r.count()
		s := shared{halves: int(halves / 2), reworded: halves%2 == 1, mass: math.Float64frombits(r.bits())}
		var last run
		for runs := r.count(); runs > 0 && r.err == nil; runs-- {
			last = run{last.xEnd() + r.difference(), last.yEnd() + r.difference(), r.difference()}
			s.runs = append(s.runs, last)
		}
		f.passages = append(f.passages, s)
	}
	return f, r.err
}
