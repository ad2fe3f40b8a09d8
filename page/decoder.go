package page

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
)

// A decoder measures characters: how many bytes each takes as written and as UTF-8.
type decoder interface {
	// step returns the size of the first character of src, which is not empty, and the width of what
	// it decodes to. The size is at least 1.
	step(src []byte) (size, width int)
	// state returns what resume needs to go on behind the last step.
	state() string
	// resume returns a decoder for a place where state was taken.
	resume(state string) decoder
}

// utf8Decoder takes bytes that are not UTF-8 for one U+FFFD each.
type utf8Decoder struct{}

func (utf8Decoder) step(src []byte) (size, width int) {
	r, size := utf8.DecodeRune(src)
	return size, utf8.RuneLen(r)
}

func (utf8Decoder) state() string           { return "" }
func (d utf8Decoder) resume(string) decoder { return d }

// jsonDecoder reads what stands between the quotation marks of a JSON string.
type jsonDecoder struct{}

func (jsonDecoder) step(src []byte) (size, width int) {
	r, size := jsonRune(src)
	return size, utf8.RuneLen(r)
}

func (jsonDecoder) state() string           { return "" }
func (d jsonDecoder) resume(string) decoder { return d }

// cellDecoder reads what stands between the quotation marks of a cell.
type cellDecoder struct{}

func (cellDecoder) step(src []byte) (size, width int) {
	if src[0] == '"' && len(src) > 1 && src[1] == '"' {
		return 2, 1
	}
	return utf8Decoder{}.step(src)
}

func (cellDecoder) state() string           { return "" }
func (d cellDecoder) resume(string) decoder { return d }

// charsetDecoder reads any other character set.
type charsetDecoder struct {
	encoding encoding.Encoding
	running  *encoding.Decoder
	escape   string // the last escape sequence that changed the state, for ISO-2022-JP
}

// decoderOf returns the decoder of a character set by its WHATWG name, or nil if it is unknown.
func decoderOf(name string) decoder {
	if name == "utf-8" || name == "" {
		return utf8Decoder{}
	}
	e, err := htmlindex.Get(name)
	if err != nil {
		return nil
	}
	return &charsetDecoder{encoding: e}
}

func (d *charsetDecoder) step(src []byte) (size, width int) {
	var buffer [8]byte
	for room := 1; room <= len(buffer) && size < len(src); room++ {
		n, used, _ := d.running.Transformer.Transform(buffer[:room], src[size:], true)
		size, width = size+used, width+n
		if width > 0 {
			break
		}
	}
	if size == 0 { // cannot happen with the encodings of x/text, and must not stop the walk
		size = 1
	}
	if at := bytes.LastIndexByte(src[:size], 0x1b); at >= 0 {
		d.remember(src[at:size])
	}
	return size, width
}

// remember keeps an escape sequence if it changes the state: it is consumed and gives no character.
func (d *charsetDecoder) remember(src []byte) {
	for size := 3; size <= 4 && size <= len(src); size++ {
		var buffer [8]byte
		n, used, err := d.encoding.NewDecoder().Transformer.Transform(buffer[:], src[:size], false)
		if n == 0 && used == size && err == nil {
			d.escape = string(src[:size])
		}
	}
}

func (d *charsetDecoder) state() string { return d.escape }

func (d *charsetDecoder) resume(state string) decoder {
	next := &charsetDecoder{encoding: d.encoding, running: d.encoding.NewDecoder(), escape: state}
	var buffer [8]byte
	next.running.Transformer.Transform(buffer[:], []byte(state), false)
	return next
}
