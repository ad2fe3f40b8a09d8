package page

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"crypto/sha1"
	"encoding/base32"
	"fmt"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/zstd"
)

// warcOf returns a WARC record. extra are further header lines.
func warcOf(kind, url, block string, extra ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2026-03-01T10:00:00Z\r\n", kind, url)
	for _, line := range extra {
		b.WriteString(line + "\r\n")
	}
	fmt.Fprintf(&b, "Content-Length: %d\r\n\r\n%s\r\n\r\n", len(block), block)
	return b.String()
}

// response returns a response record of a page.
func response(n int, words string) string {
	return warcOf("response", fmt.Sprintf("https://harbour.example/%d", n), answer("text/html; charset=utf-8", "", htmlOf("", words)))
}

func answer(contentType, extra, body string) string {
	return "HTTP/1.1 200 OK\r\nContent-Type: " + contentType + "\r\n" + extra + "\r\n" + body
}

// toldWARC tells what a web archive holds.
func toldWARC(t *testing.T, o Options, content string) []string {
	t.Helper()
	const tail = "</p></body></html>"
	var out []string
	for p, s := range Read(t.Context(), []string{files(t, map[string]string{"x.warc": content})}, o) {
		if s != nil {
			out = append(out, strings.TrimSpace("skip "+s.Source.Record+": "+s.Reason))
			continue
		}
		checkPage(t, p)
		body := strings.TrimSuffix(strings.TrimPrefix(p.Body, strings.TrimSuffix(htmlOf("", ""), tail)), tail)
		line := fmt.Sprintf("%s %s %s %s: %s", p.Format, p.Source.Record, p.URL, p.Charset, body)
		if len(p.Warnings) > 0 {
			line += " (" + strings.Join(p.Warnings, "; ") + ")"
		}
		if p.Captured.Format("2006-01-02 15:04") != "2026-03-01 10:00" || p.CapturedBy != "WARC-Date" {
			t.Errorf("captured %v by %s", p.Captured, p.CapturedBy)
		}
		out = append(out, line)
	}
	return out
}

func compare(t *testing.T, want, got []string) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestWARCKinds(t *testing.T) {
	png := "\x89PNG\r\n\x1a\n\x00"
	records := []string{
		warcOf("warcinfo", "", "software: test\r\n"),
		warcOf("request", "https://harbour.example/1", "GET / HTTP/1.1\r\n\r\n"),
		response(1, "One."),
		warcOf("response", "https://harbour.example/a.png", answer("image/png", "", png)),
		warcOf("response", "https://harbour.example/b.png", answer("image/png", "", png)),
		warcOf("response", "https://harbour.example/c", answer("text/html", "", png)),
		warcOf("response", "https://harbour.example/d", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<html>none"),
		warcOf("response", "https://harbour.example/robots.txt", answer("text/plain", "", "User-agent: *")),
		warcOf("revisit", "https://harbour.example/1", ""),
		warcOf("response", "dns:harbour.example", "20260301 harbour.example. A 192.0.2.1", "Content-Type: text/dns"),
		warcOf("resource", "metadata://example/wget.log", "log", "Content-Type: text/plain"),
		warcOf("conversion", "<https://harbour.example/2>", "Only the text.", "Content-Type: text/plain"),
		warcOf("resource", "https://harbour.example/3", htmlOf("", "A resource."), "Content-Type: application/xhtml+xml"),
		warcOf("response", "https://harbour.example/4", "HTTP/1.1 200 OK\r\n\r\n"+htmlOf("", "Without a type.")),
		warcOf("response", "https://harbour.example/5", answer("text/html", "", "")),
		warcOf("metadata", "https://harbour.example/1", "via: x"),
	}
	want := []string{
		"html offset %2 https://harbour.example/1 utf-8: One.",
		"text offset %11 https://harbour.example/2 utf-8: Only the text.",
		"html offset %12 https://harbour.example/3 utf-8: A resource.",
		"html offset %13 https://harbour.example/4 utf-8: Without a type.",
		"skip : 8 records of the archive are no pages of text and left out: 2 × image/png, 1 × an empty page, 1 × answer of a name server, " +
			"1 × note of the crawler, 1 × robots.txt, 1 × status 404, 1 × text/html that looks like a PNG picture",
		"skip : 1 record of something that was captured before and is not among the pages read",
	}
	plain := strings.Join(records, "")
	compare(t, placed(want, records, nil), toldWARC(t, Options{}, plain))

	members := make([]string, len(records))
	for i, r := range records {
		members[i] = zipped(r)
	}
	compare(t, placed(want, members, nil), toldWARC(t, Options{}, strings.Join(members, "")))
	compare(t, placed(want, records, func(at int) string { return fmt.Sprintf("0+%d", at) }), toldWARC(t, Options{}, zipped(plain)))
}

// placed puts the offset of record N for %N.
func placed(lines, records []string, format func(int) string) []string {
	var out []string
	for _, line := range lines {
		at := 0
		for i, r := range records {
			place := fmt.Sprint(at)
			if format != nil {
				place = format(at)
			}
			line = strings.Replace(line, fmt.Sprintf("%%%d ", i), place+" ", 1)
			line = strings.Replace(line, fmt.Sprintf("%%%d:", i), place+":", 1)
			at += len(r)
		}
		out = append(out, line)
	}
	return out
}

func TestWARCBroken(t *testing.T) {
	good := func(n int) string { return response(n, fmt.Sprintf("Page %d.", n)) }
	tooLong := strings.Replace(good(2), "Content-Length: ", "Content-Length: 9", 1)
	tooShort := strings.Replace(good(2), "Content-Length: 1", "Content-Length: ", 1)
	for _, c := range []struct{ name, broken, reason string }{
		{"a log line in the header", strings.Replace(good(2), "WARC-Date", "[error] crawl\r\nWARC-Date", 1), "its header is malformed or longer than 64 KiB"},
		{"no length", strings.Replace(good(2), "Content-Length", "Content-Size", 1), "its Content-Length is missing or no number"},
		{"a length that is no number", strings.Replace(good(2), "Content-Length: ", "Content-Length: x", 1), "its Content-Length is missing or no number"},
		{"a negative length", strings.Replace(good(2), "Content-Length: ", "Content-Length: -", 1), "its Content-Length is missing or no number"},
		{"too long", tooLong, "its Content-Length is wrong"},
		{"too short", tooShort, "its Content-Length is wrong"},
		{"garbage", "garbage\nand more of it\n", "no WARC record begins here"},
		{"a header that breaks off", "WARC/1.0\r\nWARC-Type: response\r\n", "its header breaks off where another record begins"},
		{"an endless header", "WARC/1.0\r\n" + strings.Repeat("X-Y: z\r\n", 20000), "its header is malformed or longer than 64 KiB"},
	} {
		t.Run(c.name, func(t *testing.T) {
			records := []string{good(1), c.broken, good(3), good(4)}
			want := []string{
				"html offset %0 https://harbour.example/1 utf-8: Page 1.",
				"skip offset %1: broken record: " + c.reason,
				"html offset %2 https://harbour.example/3 utf-8: Page 3.",
				"html offset %3 https://harbour.example/4 utf-8: Page 4.",
			}
			compare(t, placed(want, records, nil), toldWARC(t, Options{}, strings.Join(records, "")))
			for i, r := range records {
				records[i] = zipped(r)
			}
			compare(t, placed(want, records, nil), toldWARC(t, Options{}, strings.Join(records, "")))
		})
	}
}

func TestWARCDamagedMembers(t *testing.T) {
	member := func(n int) string { return zipped(response(n, fmt.Sprintf("Page %d.", n))) }
	flip := []byte(member(2))
	flip[len(flip)-20] ^= 0xff
	for _, c := range []struct{ name, broken, reason string }{
		{"a flipped byte", string(flip), "the compressed data is damaged"},
		{"cut off, and another member follows", member(2)[:60], "the compressed data is damaged"},
		{"a broken header of a member", "\x1f\x8b\x09rest of it", "the compressed data is damaged"},
	} {
		t.Run(c.name, func(t *testing.T) {
			members := []string{member(1), c.broken, member(3)}
			want := []string{
				"html offset %0 https://harbour.example/1 utf-8: Page 1.",
				fmt.Sprintf("skip offset %%1: broken record: %s (gzip member at offset %d)", c.reason, len(members[0])),
				"html offset %2 https://harbour.example/3 utf-8: Page 3.",
			}
			compare(t, placed(want, members, nil), toldWARC(t, Options{}, strings.Join(members, "")))
		})
	}
	members := []string{member(1), member(2)[:100]}
	compare(t, placed([]string{
		"html offset %0 https://harbour.example/1 utf-8: Page 1.",
		fmt.Sprintf("skip offset %%1: broken record: the compressed data is cut off (gzip member at offset %d)", len(members[0])),
	}, members, nil), toldWARC(t, Options{}, strings.Join(members, "")))

	plain := response(1, "Page 1.") + response(2, "Page 2.")
	got := toldWARC(t, Options{}, plain[:len(plain)-40])
	compare(t, placed([]string{
		"html offset %0 https://harbour.example/1 utf-8: Page 1.",
		"skip offset %1: broken record: the file ends inside it",
	}, []string{response(1, "Page 1."), "x"}, nil), got)
}

func TestWARCEncodings(t *testing.T) {
	page := htmlOf("", strings.Repeat("Compressed words. ", 50)+"End.")
	short := strings.Repeat("Compressed words. ", 50) + "End."
	compressed := func(open func(*bytes.Buffer) interface {
		Write([]byte) (int, error)
		Close() error
	}) string {
		var b bytes.Buffer
		w := open(&b)
		w.Write([]byte(page))
		w.Close()
		return b.String()
	}
	type writer = interface {
		Write([]byte) (int, error)
		Close() error
	}
	gz := compressed(func(b *bytes.Buffer) writer { return gzip.NewWriter(b) })
	for _, c := range []struct{ name, extra, body, want string }{
		{"gzip", "Content-Encoding: gzip\r\n", gz, short},
		{"zlib", "Content-Encoding: deflate\r\n", compressed(func(b *bytes.Buffer) writer { return zlib.NewWriter(b) }), short},
		{"deflate", "Content-Encoding: deflate\r\n", compressed(func(b *bytes.Buffer) writer { w, _ := flate.NewWriter(b, 6); return w }), short},
		{"brotli", "Content-Encoding: br\r\n", compressed(func(b *bytes.Buffer) writer { return brotli.NewWriter(b) }), short},
		{"zstd", "Content-Encoding: zstd\r\n", compressed(func(b *bytes.Buffer) writer { w, _ := zstd.NewWriter(b); return w }), short},
		{"chunked", "Transfer-Encoding: chunked\r\n", "10;x=y\r\n" + page[:16] + "\r\n" + fmt.Sprintf("%x\r\n", len(page)-16) + page[16:] + "\r\n0\r\n\r\n", short},
		{"chunked and gzip", "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", fmt.Sprintf("%X\r\n%s\r\n0\r\n\r\n", len(gz), gz), short},
		{"decoded before", "Transfer-Encoding: chunked\r\nContent-Encoding: br\r\n", page, short},
		{"a malformed header", "no colon\r\n", page, short + " (1 line of the HTTP header malformed)"},
	} {
		got := toldWARC(t, Options{}, warcOf("response", "https://harbour.example/", answer("text/html", c.extra, c.body)))
		compare(t, []string{"html offset 0 https://harbour.example/ utf-8: " + c.want}, got)
	}
	got := toldWARC(t, Options{}, warcOf("response", "https://harbour.example/", answer("text/html", "Content-Encoding: gzip\r\n", gz[:len(gz)-12])))
	if len(got) != 1 || !strings.Contains(got[0], "Compressed words.") || !strings.Contains(got[0], "(cut off: the content encoding gzip is damaged after") {
		t.Errorf("a cut encoding gives %q", got)
	}
	bomb := zipped(strings.Repeat("a", 1<<20))
	got = toldWARC(t, Options{MaxPage: 10000}, warcOf("response", "https://harbour.example/", answer("text/html", "Content-Encoding: gzip\r\n", bomb))+response(2, "Next."))
	if len(got) != 2 || got[0] != "skip offset 0: larger than 10000 bytes; raise the limit with --max-page" || !strings.HasSuffix(got[1], "Next.") {
		t.Errorf("a bomb gives %q", got)
	}
	got = toldWARC(t, Options{MaxPage: 1000}, response(1, strings.Repeat("large ", 20000))+response(2, "Next."))
	if len(got) != 2 || got[0] != "skip offset 0: larger than 1000 bytes; raise the limit with --max-page" || !strings.HasSuffix(got[1], "Next.") {
		t.Errorf("a large record gives %q", got)
	}
}

func TestWARCCharsetAndDigest(t *testing.T) {
	cyrillic := "Паром не вышел."
	block := answer("text/html; charset=\"Windows-1251\"", "", string(encoded(t, htmlOf("", cyrillic), "windows-1251")))
	compare(t, []string{"html offset 0 https://harbour.example/ windows-1251: " + cyrillic}, toldWARC(t, Options{}, warcOf("response", "https://harbour.example/", block)))

	body := htmlOf("", "Digest.")
	digest := func(s string) string { h := sha1.Sum([]byte(s)); return base32.StdEncoding.EncodeToString(h[:]) }
	block = answer("text/html", "Transfer-Encoding: chunked\r\n", fmt.Sprintf("%x\r\n%s\r\n0\r\n\r\n", len(body), body))
	for _, right := range []string{"sha1:" + digest(body), "sha1:" + strings.ToLower(digest(block[strings.Index(block, "\r\n\r\n")+4:])), "blake9:x"} {
		got := toldWARC(t, Options{}, warcOf("response", "https://harbour.example/", block, "WARC-Payload-Digest: "+right, "WARC-Block-Digest: sha1:"+digest(block)))
		compare(t, []string{"html offset 0 https://harbour.example/ utf-8: Digest."}, got)
	}
	wrong := "sha1:" + digest("something else")
	got := toldWARC(t, Options{}, warcOf("response", "https://harbour.example/", block, "WARC-Payload-Digest: "+wrong, "WARC-Block-Digest: "+wrong, "WARC-Truncated: length"))
	compare(t, []string{"html offset 0 https://harbour.example/ utf-8: Digest. (cut off by the crawler (length); " +
		"the record does not have the digest that the archive notes for it (" + wrong + "); " +
		"the page does not have the digest that the archive notes for it (" + wrong + "))"}, got)
}
