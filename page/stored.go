package page

import (
	"bufio"
	"io"
)

// A stored is a file as it is stored, with the way back to an offset where the file allows it.
type stored struct {
	*bufio.Reader
	counted *counter
	seeker  io.Seeker // nil for a pipe
}

type counter struct {
	io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.n += int64(n)
	return n, err
}

func newStored(r io.Reader, seeker io.Seeker) *stored {
	c := &counter{Reader: r}
	return &stored{bufio.NewReaderSize(c, bufferSize), c, seeker}
}

// offset is the offset of the next byte.
func (s *stored) offset() int64 { return s.counted.n - int64(s.Buffered()) }

// back returns to an earlier offset and reports whether it could.
func (s *stored) back(offset int64) bool {
	if s.seeker == nil {
		return false
	}
	if _, err := s.seeker.Seek(offset, io.SeekStart); err != nil {
		return false
	}
	s.counted.n = offset
	s.Reset(s.counted)
	return true
}
