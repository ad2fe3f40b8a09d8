package page

import (
	"bytes"
	"compress/flate"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

var (
	errPageTooLarge = errors.New("page too large")
	errCoding       = errors.New("unknown content encoding")
)

// An entity is what a server sent: the body with its header.
type entity struct {
	status    int
	header    headers
	body      []byte // as transferred
	unchunked []byte // without the chunks of the transfer, once decoded was called
	warnings  []string
}

// parseResponse reads an HTTP response. Lines of the header that are malformed are passed over with a
// warning, because archives keep what servers sent.
func parseResponse(block []byte) (entity, bool) {
	e := entity{}
	head, body := cutHeader(block)
	first, rest, _ := strings.Cut(string(head), "\n")
	version, status, ok := strings.Cut(strings.TrimSpace(first), " ")
	if !ok || !strings.HasPrefix(version, "HTTP/") {
		return e, false
	}
	code, _, _ := strings.Cut(strings.TrimSpace(status), " ")
	e.status, _ = strconv.Atoi(code)
	e.body = body
	malformed := 0
	for line := range strings.SplitSeq(rest, "\n") {
		if line = strings.TrimRight(line, "\r"); line == "" {
			continue
		}
		var ok bool
		if e.header, ok = e.header.add(line); !ok {
			malformed++
		}
	}
	if malformed > 0 {
		e.warnings = append(e.warnings, countOf(malformed, "line", "lines")+" of the HTTP header malformed")
	}
	return e, true
}

// cutHeader cuts a response at the blank line behind its header.
func cutHeader(block []byte) (head, body []byte) {
	start := block[:min(len(block), maxHeader)]
	end, width := bytes.Index(start, []byte("\r\n\r\n")), 4
	if at := bytes.Index(start, []byte("\n\n")); at >= 0 && (end < 0 || at < end) {
		end, width = at, 2
	}
	if end < 0 {
		return start, nil
	}
	return block[:end], block[end+width:]
}

// decoded returns the body without its transfer and content encodings. If an encoding is damaged, it
// returns what could be decoded and an error; bodies that archives have decoded without changing the
// header are returned as they are.
func (e *entity) decoded(limit int64) ([]byte, error) {
	e.unchunked = e.body
	encodings := e.encodings()
	if len(encodings) > 6 {
		return nil, fmt.Errorf("encoded more than 6 times")
	}
	body := e.body
	var damaged error
	for _, name := range encodings {
		if name == "chunked" {
			body = unchunk(body)
			e.unchunked = body
			continue
		}
		next, err := inflate(body, name, limit)
		switch {
		case err == errPageTooLarge:
			return nil, err
		case err == errCoding && looksEncoded(body):
			return nil, fmt.Errorf("its content encoding %q is not known", name)
		case err != nil && !looksEncoded(body): // not encoded after all
			continue
		case err != nil && len(next) == 0:
			return nil, fmt.Errorf("the content encoding %s is damaged", name)
		case err != nil:
			damaged = fmt.Errorf("cut off: the content encoding %s is damaged after %d bytes", name, len(next))
		}
		body = next
	}
	if bytes.HasPrefix(body, gzipMagic) { // compressed on the server's disk, and nobody told the browser
		if next, err := inflate(body, "gzip", limit); err == nil {
			body = next
			e.warnings = append(e.warnings, "compressed with gzip, although the HTTP header does not say so")
		}
	}
	if int64(len(body)) > limit {
		return nil, errPageTooLarge
	}
	return body, damaged
}

// encodings lists the encodings in the order in which they are undone: those of the transfer are
// applied after those of the content, and the last in a list was applied last.
func (e *entity) encodings() []string {
	var names []string
	for _, field := range []string{"Transfer-Encoding", "Content-Encoding"} {
		list := strings.Split(strings.ToLower(e.header.all(field)), ",")
		for _, name := range slices.Backward(list) {
			if name = strings.TrimSpace(name); name != "" && name != "identity" {
				names = append(names, name)
			}
		}
	}
	return names
}

// looksEncoded reports whether a body is no text, so that it cannot be the page itself.
func looksEncoded(body []byte) bool {
	_, ok := plain(body[:min(len(body), bufferSize)])
	return !ok
}

// inflate undoes one content encoding.
func inflate(body []byte, encoding string, limit int64) ([]byte, error) {
	var r io.Reader
	var err error
	from := bytes.NewReader(body)
	switch encoding {
	case "gzip", "x-gzip":
		r, err = gzip.NewReader(from)
	case "deflate":
		if r, err = zlib.NewReader(from); err != nil { // many servers leave the zlib frame out
			r, err = flate.NewReader(bytes.NewReader(body)), nil
		}
	case "br":
		r = brotli.NewReader(from)
	case "zstd":
		var z *zstd.Decoder
		if z, err = newZstd(codingWindow, nil); err == nil {
			r, err = z, z.Reset(from)
		}
	default:
		err = errCoding
	}
	if err != nil {
		return nil, err
	}
	out, err := io.ReadAll(io.LimitReader(r, limit+1))
	if int64(len(out)) > limit {
		return nil, errPageTooLarge
	}
	return out, err
}

// unchunk joins the chunks of a transfer. A body that is not chunked, although its header says so, is
// returned as it is; one that breaks off is returned as far as it goes.
func unchunk(body []byte) []byte {
	var out []byte
	rest := body
	for {
		end := bytes.IndexByte(rest, '\n')
		if end < 0 || end > 1024 {
			break
		}
		digits, _, _ := strings.Cut(string(rest[:end]), ";")
		size, err := strconv.ParseInt(strings.TrimSpace(digits), 16, 64)
		if err != nil || size < 0 {
			break
		}
		rest = rest[end+1:]
		if size == 0 {
			return out
		}
		size = min(size, int64(len(rest)))
		out = append(out, rest[:size]...)
		rest = bytes.TrimPrefix(bytes.TrimPrefix(rest[size:], []byte("\r")), []byte("\n"))
	}
	if out == nil {
		return body
	}
	return out
}
