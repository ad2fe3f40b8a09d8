package page

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/quotedprintable"
	"strings"
)

// mhtmlFields are how the header of a page saved as MHTML may begin: Chromium, Internet Explorer and
// other programs differ in the order of its lines.
var mhtmlFields = []string{"from", "mime-version", "subject", "date", "snapshot-content-location", "content-type", "x-mimeole", "message-id"}

// looksLikeMHTML reports whether a file begins with the header of a MIME message of several related
// parts, as RFC 2557 has it for web pages.
func looksLikeMHTML(words []byte) bool {
	start := bytes.ToLower(words[:min(len(words), 4096)])
	name, _, ok := bytes.Cut(start, []byte(":"))
	if !ok || !bytes.Contains(start, []byte("\nmime-version:")) && !bytes.HasPrefix(start, []byte("mime-version:")) {
		return false
	}
	for _, field := range mhtmlFields {
		if string(name) == field {
			return bytes.Contains(start, []byte("multipart/related"))
		}
	}
	return false
}

var errNoPart = errors.New("no part of it is a web page")

// mhtml reads a page that was saved with its pictures and frames as one file (MHTML, RFC 2557): its
// first part that is HTML, with the encoding of the transfer undone. The other parts are not read.
func (f *file) mhtml(t *tape) {
	top, err := mimeHeader(t, true)
	if err != nil {
		f.brokenMHTML(err)
		return
	}
	_, parameters, err := mime.ParseMediaType(top.get("Content-Type"))
	boundary := parameters["boundary"]
	if err != nil || boundary == "" {
		f.skip("", "a web page saved as MHTML whose header names no boundary between its parts; save the page again")
		return
	}
	for !f.stopped() {
		if err = t.toBoundary(boundary); err != nil {
			break
		}
		part, partErr := mimeHeader(t, false)
		if err = partErr; err != nil {
			break
		}
		media, charset := mediaType(part.get("Content-Type"))
		if media == "text/html" || media == "application/xhtml+xml" {
			f.mhtmlPage(t, top, part, charset, boundary)
			return
		}
	}
	if err == io.EOF {
		err = errNoPart
	}
	f.brokenMHTML(err)
}

func (f *file) brokenMHTML(err error) {
	switch {
	case err == io.EOF:
		f.skip("", "a web page saved as MHTML that is cut off in its header")
	case err == errNoPart, err == errHeader:
		f.skip("", "a web page saved as MHTML that cannot be read: %v", err)
	default:
		f.failed("", err)
	}
}

// mhtmlPage yields the page that is the part of an MHTML file that comes next.
func (f *file) mhtmlPage(t *tape, top, part headers, charset, boundary string) {
	// An encoding of the transfer makes at most three bytes of one, and breaks lines.
	body, err := t.part(boundary, 4*f.MaxPage)
	p := &Page{Source: f.source(""), Format: HTML}
	bad := (*damage)(nil)
	switch {
	case err == errPageTooLarge:
		f.tooLarge("")
		return
	case errors.As(err, &bad):
		p.warn("%s", bad.after(len(body)))
	case err == io.EOF:
		p.warn("the MHTML file is cut off inside the page")
	case err != nil:
		f.failed("", err)
		return
	}
	p.Raw, err = transferred(body, part.get("Content-Transfer-Encoding"))
	switch {
	case int64(len(p.Raw)) > f.MaxPage:
		f.tooLarge("")
		return
	case len(bytes.TrimSpace(p.Raw)) == 0:
		f.skip("", "a web page saved as MHTML whose first page is empty")
		return
	case err != nil:
		p.warn("%v", err)
	}
	for _, address := range []string{top.get("Snapshot-Content-Location"), part.get("Content-Location"), top.get("Content-Location")} {
		if p.URL == "" && webAddress(address) {
			p.URL = address
		}
	}
	if when, ok := parseTime(top.get("Date")); ok {
		p.Captured, p.CapturedBy = when, "MHTML Date"
	}
	p.decodeBody(charset)
	f.emit(p)
}

// transferred undoes the encoding of a part. If that is damaged, it returns what could be decoded and
// an error.
func transferred(body []byte, encoding string) ([]byte, error) {
	var r io.Reader
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "quoted-printable":
		r = quotedprintable.NewReader(bytes.NewReader(body))
	case "base64":
		r = base64.NewDecoder(base64.StdEncoding, bytes.NewReader(body))
	case "", "7bit", "8bit", "binary":
		return bytes.Clone(body), nil
	default:
		return bytes.Clone(body), fmt.Errorf("the encoding %q of the MHTML part is not known: it is read as it stands", encoding)
	}
	out, err := io.ReadAll(r)
	if err != nil {
		return out, fmt.Errorf("cut off: the encoding %s of the MHTML part is damaged after %d bytes", encoding, len(out))
	}
	return out, nil
}

// mimeHeader reads the header of a MIME message or of a part of one, up to the empty line behind it.
// Lines that are malformed are passed over, and empty lines on top of the message.
func mimeHeader(t *tape, top bool) (headers, error) {
	var h headers
	for left := int64(maxHeader); ; {
		line, err := t.line(left)
		left -= int64(len(line))
		text := strings.TrimRight(string(line), "\r\n")
		switch {
		case err == errLineTooLong:
			return h, errHeader
		case err != nil:
			return h, err
		case text == "" && (len(h) > 0 || !top):
			return h, nil
		case text != "":
			h, _ = h.add(text)
		}
	}
}

// isBoundary reports whether a line stands between two parts of a MIME message.
func isBoundary(line []byte, boundary string) bool {
	rest, ok := bytes.CutPrefix(line, []byte("--"+boundary))
	rest = bytes.TrimRight(bytes.TrimPrefix(rest, []byte("--")), " \t\r\n")
	return ok && len(rest) == 0
}

// toBoundary skips lines up to the next boundary and takes that.
func (t *tape) toBoundary(boundary string) error {
	for {
		line, err := t.line(bufferSize)
		switch {
		case err == errLineTooLong:
			err = t.dropLine()
		case isBoundary(line, boundary):
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// part takes the content of a part, without the boundary behind it. At the end of the file it returns
// what there is with io.EOF, and errPageTooLarge if there is more than limit bytes.
func (t *tape) part(boundary string, limit int64) ([]byte, error) {
	var body []byte
	for {
		line, err := t.line(limit - int64(len(body)) + 1)
		if isBoundary(line, boundary) {
			return bytes.TrimSuffix(bytes.TrimSuffix(body, []byte("\n")), []byte("\r")), nil
		}
		body = append(body, line...)
		switch {
		case int64(len(body)) > limit || err == errLineTooLong:
			return nil, errPageTooLarge
		case err != nil:
			return body, err
		}
	}
}
