package page

import (
	"archive/zip"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// A codec is how a file is compressed as a whole.
type codec int

const (
	notCompressed codec = iota
	gzipCodec
	zstdCodec
)

// member is what the codec calls the pieces that can be decompressed alone.
func (c codec) member() string {
	if c == zstdCodec {
		return "zstd frame"
	}
	return "gzip member"
}

// codecSize is how many bytes codecOf looks at.
const codecSize = 4

// codecOf tells by its first bytes how a file, or the next member of one, is compressed.
func codecOf(head []byte) codec {
	switch {
	case bytes.HasPrefix(head, gzipMagic):
		return gzipCodec
	case isFrame(head) || isSkippable(head):
		return zstdCodec
	}
	return notCompressed
}

// damage says that compressed data cannot be read further.
type damage struct {
	place string // such as “gzip member at offset 4711”
	at    int64  // the offset, as stored, where the damaged member begins
	cause error
}

func (d *damage) Error() string {
	switch {
	case errors.Is(d.cause, io.ErrUnexpectedEOF):
		return fmt.Sprintf("the compressed data is cut off (%s)", d.place)
	case errors.Is(d.cause, zstd.ErrUnknownDictionary):
		return fmt.Sprintf("the compressed data needs a dictionary that the file does not hold (%s)", d.place)
	case errors.Is(d.cause, zstd.ErrWindowSizeExceeded):
		return fmt.Sprintf("the compressed data needs more than %s of memory (%s)", sizeOf(zstdWindow), d.place)
	}
	return fmt.Sprintf("the compressed data is damaged (%s)", d.place)
}

// after returns the warning for a page of which n bytes were read before the damage.
func (d *damage) after(n int) string {
	if errors.Is(d.cause, gzip.ErrChecksum) || errors.Is(d.cause, zip.ErrChecksum) {
		return fmt.Sprintf("its checksum is wrong (%s): some of what it says may have been changed", d.place)
	}
	return fmt.Sprintf("cut off after %d bytes: %v", n, d)
}

func (d *damage) Unwrap() error { return d.cause }

// An unpacker decompresses gzip members or zstd frames one after another. It stops at damage, and goes
// on behind it only when it is told to, so that what stands before and behind is never joined
// unnoticed.
type unpacker struct {
	from  *stored
	codec codec
	gzip  gzip.Reader
	zstd  *zstd.Decoder // nil before the first frame
	frame frame         // that zstd reads
	err   error         // sticky until resume

	out     int64 // offset of the next byte in the decompressed data
	members []member
}

// A member is where a member of compressed data begins, as stored and in the decompressed data.
type member struct{ stored, out int64 }

func newUnpacker(from *stored, codec codec) *unpacker {
	u := &unpacker{from: from, codec: codec}
	u.err = u.open()
	return u
}

// open begins the next member; io.EOF if there is none. Zero bytes behind the last member are padding,
// and frames of zstd that hold no data are passed over.
func (u *unpacker) open() error {
	for {
		b, err := u.from.Peek(1)
		if err != nil {
			return err
		}
		head, _ := u.from.Peek(codecSize)
		if u.codec == zstdCodec && isSkippable(head) {
			if err := u.skipFrame(); err != nil {
				return err
			}
			continue
		}
		if b[0] != 0 {
			break
		}
		u.from.Discard(1)
	}
	at := member{u.from.offset(), u.out}
	if n := len(u.members); n > 0 && u.members[n-1].out == at.out {
		u.members = u.members[:n-1] // an empty member
	}
	u.members = append(u.members, at)
	if err := u.begin(); err != nil {
		return u.broken(err)
	}
	return nil
}

// begin sets the decompressor to the next member.
func (u *unpacker) begin() error {
	if u.codec == gzipCodec {
		err := u.gzip.Reset(u.from.Reader)
		u.gzip.Multistream(false)
		return err
	}
	if u.zstd == nil {
		z, err := newZstd(zstdWindow, nil)
		if err != nil {
			return err
		}
		u.zstd = z
	}
	if head, err := u.from.Peek(codecSize); !isFrame(head) {
		return cmp.Or(err, errFrame)
	}
	u.frame = frame{from: u.from.Reader}
	return u.zstd.Reset(&u.frame)
}

// broken turns an error into damage, unless it comes from the file below.
func (u *unpacker) broken(err error) error {
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	if bad := (*damage)(nil); errors.As(err, &bad) || errors.Is(err, errStopped) || errors.Is(err, errFileTooLarge) {
		return err
	}
	at := u.members[len(u.members)-1].stored
	return &damage{fmt.Sprintf("%s at offset %d", u.codec.member(), at), at, err}
}

func (u *unpacker) Read(p []byte) (int, error) {
	for u.err == nil {
		var n int
		var err error
		if u.codec == gzipCodec {
			n, err = u.gzip.Read(p)
		} else {
			n, err = u.zstd.Read(p)
			if err == io.EOF && !u.frame.ended() { // the decompressor takes a frame that breaks off early for the end
				err = io.ErrUnexpectedEOF
			}
		}
		u.out += int64(n)
		if err == io.EOF {
			u.err = u.open()
		} else if err != nil {
			u.err = u.broken(err)
		}
		if n > 0 {
			return n, nil
		}
	}
	return 0, u.err
}

// resume goes on at the next member behind damage and reports whether there is one.
func (u *unpacker) resume() bool {
	bad := (*damage)(nil)
	if !errors.As(u.err, &bad) {
		return false
	}
	u.from.back(bad.at + 1)
	for {
		b, err := u.from.Peek(codecSize)
		switch {
		case err != nil:
			return false
		case codecOf(b) == u.codec && (u.codec != gzipCodec || b[3]&0xe0 == 0): // the upper flags of gzip are reserved
			if u.err = u.open(); u.err == nil {
				return true
			}
			if !errors.As(u.err, &bad) {
				return false
			}
			u.from.back(bad.at + 1)
		default:
			u.from.Discard(1)
		}
	}
}

// place names an offset of the decompressed data as Source.Record does, and forgets the members
// before it.
func (u *unpacker) place(out int64) string {
	keep := 0
	for i, m := range u.members {
		if m.out <= out {
			keep = i
		}
	}
	u.members = u.members[keep:]
	m := u.members[0]
	if m.out == out {
		return fmt.Sprintf("offset %d", m.stored)
	}
	return fmt.Sprintf("offset %d+%d", m.stored, out-m.out)
}
