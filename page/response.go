package page

import (
	"bytes"
	"compress/flate"
	"compress/zlib"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/base32"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

var errPageTooLarge = errors.New("page too large")

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
	if strings.Contains(strings.ToLower(e.header.get("Transfer-Encoding")), "chunked") {
		e.unchunked = unchunk(e.body)
	}
	body := e.unchunked
	encodings := strings.Split(e.header.get("Content-Encoding"), ",")
	if len(encodings) > 4 {
		return nil, fmt.Errorf("encoded more than 4 times")
	}
	var damaged error
	for i := len(encodings) - 1; i >= 0; i-- {
		name := strings.ToLower(strings.TrimSpace(encodings[i]))
		next, err := inflate(body, name, limit)
		switch {
		case err == errPageTooLarge:
			return nil, err
		case err != nil && len(next) == 0: // not encoded after all
			if !looksEncoded(body) {
				continue
			}
			return nil, fmt.Errorf("the content encoding %s is damaged", name)
		case err != nil:
			damaged = fmt.Errorf("cut off: the content encoding %s is damaged after %d bytes", name, len(next))
		}
		body = next
	}
	if int64(len(body)) > limit {
		return nil, errPageTooLarge
	}
	return body, damaged
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
	case "", "identity":
		return body, nil
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
		if z, err = zstd.NewReader(from, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(64<<20)); err == nil {
			defer z.Close()
			r = z
		}
	default:
		return nil, fmt.Errorf("unknown content encoding %q", encoding)
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

// checkDigests warns if a digest of the record fits neither what was transferred nor what it decodes
// to: archives differ in what they take for the payload.
func (p *Page) checkDigests(h headers, block []byte, payloads ...[]byte) {
	if digest := h.get("WARC-Block-Digest"); digest != "" && !digestFits(digest, block) {
		p.warn("the record does not have the digest that the archive notes for it (%s)", digest)
	}
	digest := h.get("WARC-Payload-Digest")
	if digest == "" {
		return
	}
	for _, payload := range payloads {
		if digestFits(digest, payload) {
			return
		}
	}
	p.warn("the page does not have the digest that the archive notes for it (%s)", digest)
}

// digestFits reports whether data has a labelled digest in base 32 or hexadecimal. A digest of an
// unknown kind cannot be checked and fits.
func digestFits(labelled string, data []byte) bool {
	algorithm, value, _ := strings.Cut(labelled, ":")
	var sum []byte
	switch strings.ToLower(strings.TrimSpace(algorithm)) {
	case "sha1":
		s := sha1.Sum(data)
		sum = s[:]
	case "sha256":
		s := sha256.Sum256(data)
		sum = s[:]
	case "md5":
		s := md5.Sum(data)
		sum = s[:]
	default:
		return true
	}
	value = strings.TrimRight(strings.TrimSpace(value), "=")
	return strings.EqualFold(value, hex.EncodeToString(sum)) ||
		strings.EqualFold(value, base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(sum))
}
