package page

import (
	"bufio"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/gzip"
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

// damage says that compressed data cannot be read further.
type damage struct {
	offset int64 // of the gzip member as stored
	cause  error
}

func (d *damage) Error() string {
	if errors.Is(d.cause, io.ErrUnexpectedEOF) {
		return fmt.Sprintf("the compressed data is cut off (gzip member at offset %d)", d.offset)
	}
	return fmt.Sprintf("the compressed data is damaged (gzip member at offset %d)", d.offset)
}

func (d *damage) Unwrap() error { return d.cause }

// A gunzip decompresses gzip members one after another. It stops at damage, and goes on behind it only
// when it is told to, so that what stands before and behind is never joined unnoticed.
type gunzip struct {
	from *stored
	z    *gzip.Reader
	err  error // sticky until resume

	out     int64 // offset of the next byte in the decompressed data
	members []member
}

// A member is where a gzip member begins, as stored and in the decompressed data.
type member struct{ stored, out int64 }

func newGunzip(from *stored) *gunzip {
	g := &gunzip{from: from, z: new(gzip.Reader)}
	g.err = g.open()
	return g
}

// open begins the next member; io.EOF if there is none. Zero bytes behind the last member are padding.
func (g *gunzip) open() error {
	for {
		b, err := g.from.Peek(1)
		if err != nil {
			return err
		}
		if b[0] != 0 {
			break
		}
		g.from.Discard(1)
	}
	at := member{g.from.offset(), g.out}
	if n := len(g.members); n > 0 && g.members[n-1].out == at.out {
		g.members = g.members[:n-1] // an empty member
	}
	g.members = append(g.members, at)
	if err := g.z.Reset(g.from.Reader); err != nil {
		return g.broken(err)
	}
	g.z.Multistream(false)
	return nil
}

// broken turns an error into damage, unless it comes from the file below.
func (g *gunzip) broken(err error) error {
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	if bad := (*damage)(nil); errors.As(err, &bad) || errors.Is(err, errStopped) || errors.Is(err, errFileTooLarge) {
		return err
	}
	return &damage{g.members[len(g.members)-1].stored, err}
}

func (g *gunzip) Read(p []byte) (int, error) {
	for g.err == nil {
		n, err := g.z.Read(p)
		g.out += int64(n)
		if err == io.EOF {
			g.err = g.open()
		} else if err != nil {
			g.err = g.broken(err)
		}
		if n > 0 {
			return n, nil
		}
	}
	return 0, g.err
}

// resume goes on at the next member behind damage and reports whether there is one.
func (g *gunzip) resume() bool {
	bad := (*damage)(nil)
	if !errors.As(g.err, &bad) {
		return false
	}
	g.from.back(bad.offset + 1)
	for {
		b, err := g.from.Peek(4)
		switch {
		case err != nil:
			return false
		case b[0] == gzipMagic[0] && b[1] == gzipMagic[1] && b[2] == gzipMagic[2] && b[3]&0xe0 == 0:
			if g.err = g.open(); g.err == nil {
				return true
			}
			if !errors.As(g.err, &bad) {
				return false
			}
			g.from.back(bad.offset + 1)
		default:
			g.from.Discard(1)
		}
	}
}

// place names an offset of the decompressed data as Source.Record does, and forgets the members
// before it.
func (g *gunzip) place(out int64) string {
	keep := 0
	for i, m := range g.members {
		if m.out <= out {
			keep = i
		}
	}
	g.members = g.members[keep:]
	m := g.members[0]
	if m.out == out {
		return fmt.Sprintf("offset %d", m.stored)
	}
	return fmt.Sprintf("offset %d+%d", m.stored, out-m.out)
}
