package page

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"io"

	"github.com/klauspost/compress/zstd"
)

// zstdWindow is the largest window of zstd that is read, in bytes: it bounds the memory that a frame can
// ask for, and is what the zstd command allows by default.
const zstdWindow = 128 << 20

// codingWindow is the largest window of a body that was sent with the content encoding zstd (RFC 9659).
const codingWindow = 8 << 20

// maxDictionary is the largest dictionary of an archive that is read, in bytes.
const maxDictionary = 16 << 20

// dictionaryMagic begins the skippable frame that holds the dictionary of a .warc.zst file.
//
// https://iipc.github.io/warc-specifications/specifications/warc-zstd/
var dictionaryMagic = []byte{0x5d, 0x2a, 0x4d, 0x18}

// frameMagic begins a frame of zstd (RFC 8878 §3.1.1).
var frameMagic = []byte{0x28, 0xb5, 0x2f, 0xfd}

func isFrame(head []byte) bool { return bytes.HasPrefix(head, frameMagic) }

// isSkippable tells a frame of zstd that holds something else than data (RFC 8878 §3.1.2).
func isSkippable(head []byte) bool {
	return len(head) >= 4 && head[0]&0xf0 == 0x50 && bytes.Equal(head[1:4], dictionaryMagic[1:])
}

// newZstd returns a decompressor that runs in the goroutine of its caller and takes windows up to the
// given size, in bytes. dictionary may be empty.
func newZstd(window uint64, dictionary []byte) (*zstd.Decoder, error) {
	options := []zstd.DOption{zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(window)}
	if len(dictionary) > 0 {
		options = append(options, zstd.WithDecoderDicts(dictionary))
	}
	return zstd.NewReader(nil, options...)
}

// skipFrame passes over a skippable frame. If it is the first of the file and holds a dictionary, the
// frames behind it are decompressed with that.
func (u *unpacker) skipFrame() error {
	first := u.from.offset() == 0
	at := u.from.offset()
	head, err := u.from.Peek(8)
	if err == nil {
		size := int64(binary.LittleEndian.Uint32(head[4:]))
		holds := first && bytes.HasPrefix(head, dictionaryMagic) && size <= maxDictionary
		u.from.Discard(8)
		if holds {
			return u.dictionary(size)
		}
		_, err = io.CopyN(io.Discard, u.from, size)
	}
	if err == nil || errors.Is(err, errStopped) || errors.Is(err, errFileTooLarge) {
		return err
	}
	return &damage{"zstd frame without data", at, io.ErrUnexpectedEOF}
}

// dictionary reads the dictionary of an archive, which may itself be compressed. What turns out to be
// none is passed over: the frames that need one tell.
func (u *unpacker) dictionary(size int64) error {
	content := make([]byte, size)
	if _, err := io.ReadFull(u.from, content); err != nil {
		if errors.Is(err, errStopped) || errors.Is(err, errFileTooLarge) {
			return err
		}
		return &damage{"zstd dictionary at offset 0", 0, io.ErrUnexpectedEOF}
	}
	if isFrame(content) {
		z, err := newZstd(zstdWindow, nil)
		if err == nil {
			err = z.Reset(bytes.NewReader(content))
		}
		if err == nil {
			content, err = io.ReadAll(io.LimitReader(z, maxDictionary))
		}
		if err != nil {
			return nil
		}
	}
	if z, err := newZstd(zstdWindow, content); err == nil {
		u.zstd = z
	}
	return nil
}

// A frame passes on the bytes of one frame of zstd and ends with it, so that the frames of a file can
// be told apart: each record of a .warc.zst is one. It reads the sizes only (RFC 8878 §3.1.1) and leaves
// the rest to the decompressor.
type frame struct {
	from  *bufio.Reader
	left  int // bytes to pass on before the next size
	next  stage
	check int // size of the checksum at the end
}

// A stage is what comes next in a frame.
type stage int

const (
	frameHeader stage = iota
	frameBlock
	frameChecksum
	frameEnd
)

var errFrame = errors.New("not a zstd frame")

// ended reports whether the whole frame was passed on.
func (f *frame) ended() bool { return f.left == 0 && f.next == frameEnd }

func (f *frame) Read(p []byte) (int, error) {
	for f.left == 0 {
		if f.next == frameEnd {
			return 0, io.EOF
		}
		if err := f.measure(); err != nil {
			return 0, err
		}
	}
	n, err := f.from.Read(p[:min(len(p), f.left)])
	f.left -= n
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return n, err
}

// measure finds how long the next piece of the frame is.
func (f *frame) measure() error {
	var err error
	switch f.next {
	case frameHeader:
		err = f.measureHeader()
	case frameBlock:
		err = f.measureBlock()
	case frameChecksum:
		f.left, f.next = f.check, frameEnd
	}
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

func (f *frame) measureHeader() error {
	head, err := f.from.Peek(5)
	if err != nil {
		return err
	}
	if !isFrame(head) {
		return errFrame
	}
	descriptor := head[4]
	single := descriptor>>5&1 == 1
	f.left = 5 + []int{0, 1, 2, 4}[descriptor&3] + []int{0, 2, 4, 8}[descriptor>>6]
	switch {
	case !single:
		f.left++ // the window
	case descriptor>>6 == 0:
		f.left++ // the size of the content
	}
	f.check = 4 * int(descriptor>>2&1)
	f.next = frameBlock
	return nil
}

func (f *frame) measureBlock() error {
	head, err := f.from.Peek(3)
	if err != nil {
		return err
	}
	header := int(head[0]) | int(head[1])<<8 | int(head[2])<<16
	const repeated = 1 // one byte stands for the whole block
	size := header >> 3
	if header>>1&3 == repeated {
		size = 1
	}
	f.left = 3 + size
	if header&1 == 1 {
		f.next = frameChecksum
	}
	return nil
}
