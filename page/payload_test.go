package page

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
)

// TestWARCTypes reads pages whose media type is missing or wrong.
func TestWARCTypes(t *testing.T) {
	page := htmlOf("", "A page.")
	record := func(n int, media, body string) string {
		return warcOf("response", fmt.Sprintf("https://harbour.example/%d", n), answer(media, "", body))
	}
	records := []string{
		record(0, "application/octet-stream", page), record(1, "*/*", page), record(2, "text/plain", page), record(3, "application/xml", page),
		record(4, "application/javascript", page), record(5, "application/octet-stream", "Only words."), record(6, "text/html", "Only words."),
		record(7, "text/html", `{"a":"b"}`), record(8, "text/html", "<rss version='2.0'></rss>"), record(9, "TEXT/HTML;charset", page),
		warcOf("resource", "urn:text:https://harbour.example/1", "What the tool read.", "Content-Type: text/plain"),
		warcOf("response", "dns:harbour.example", "20260301 harbour.example. A 192.0.2.1", "Content-Type: text/dns"),
		warcOf("strange", "https://harbour.example/1", "x"), warcOf("", "https://harbour.example/1", "x"),
		warcOf("continuation", "https://harbour.example/1", "the rest", "WARC-Segment-Number: 2"),
		warcOf("response", "https://harbour.example/11", answer("text/html", "", page), "WARC-Segment-Number: 1"),
		warcOf("response", "https://harbour.example/12", "HTTP/2 200\r\nContent-Type: text/html\r\n\r\n"+page),
	}
	const by = "(the server says that the page is %s, but it is read as HTML by its bytes)"
	want := []string{
		"html offset %0 https://harbour.example/0 utf-8: A page. " + fmt.Sprintf(by, "application/octet-stream"),
		"html offset %1 https://harbour.example/1 utf-8: A page. " + fmt.Sprintf(by, "*/*"),
		"html offset %2 https://harbour.example/2 utf-8: A page. " + fmt.Sprintf(by, "text/plain"),
		"html offset %3 https://harbour.example/3 utf-8: A page. " + fmt.Sprintf(by, "application/xml"),
		"html offset %6 https://harbour.example/6 utf-8: Only words.",
		"html offset %9 https://harbour.example/9 utf-8: A page.",
		"skip offset %13: broken record: its WARC-Type is missing",
		"html offset %15 https://harbour.example/11 utf-8: A page. (cut off: only the first segment of the record is read)",
		"html offset %16 https://harbour.example/12 utf-8: A page.",
		"skip : 8 records of the archive are no pages of text and left out: 1 × answer of a name server, 1 × application/javascript, " +
			"1 × application/octet-stream, 1 × further segment of a record, 1 × note of the crawler, 1 × record of an unknown type, " +
			"1 × text/html that looks like JSON, 1 × text/html that looks like an RSS feed",
	}
	compare(t, placed(want, records, nil), toldWARC(t, Options{}, strings.Join(records, "")))
}

// TestWARCCodings reads bodies with several codings, and with others than the header says.
func TestWARCCodings(t *testing.T) {
	page := htmlOf("", "Compressed words.")
	var b bytes.Buffer
	w := brotli.NewWriter(&b)
	w.Write([]byte(zipped(page)))
	w.Close()
	chunked := func(s string) string { return fmt.Sprintf("%x\r\n%s\r\n0\r\n\r\n", len(s), s) }
	for _, c := range []struct{ name, extra, body, want string }{
		{"gzip and then brotli", "Content-Encoding: gzip, br\r\n", b.String(), ""},
		{"in two fields", "Content-Encoding: gzip\r\nContent-Encoding: br\r\n", b.String(), ""},
		{"gzip of the transfer", "Transfer-Encoding: gzip, chunked\r\n", chunked(zipped(page)), ""},
		{"gzip of both", "Transfer-Encoding: gzip, chunked\r\nContent-Encoding: gzip\r\n", chunked(zipped(zipped(page))), ""},
		{"unknown, and not applied", "Content-Encoding: utf-8\r\n", page, ""},
		{"gzip that nobody mentions", "", zipped(page), " (compressed with gzip, although the HTTP header does not say so)"},
		{"gzip that was undone", "Content-Encoding: gzip\r\n", page, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := toldWARC(t, Options{}, warcOf("response", "https://harbour.example/", answer("text/html", c.extra, c.body)))
			compare(t, []string{"html offset 0 https://harbour.example/ utf-8: Compressed words." + c.want}, got)
		})
	}
	got := toldWARC(t, Options{}, warcOf("response", "https://harbour.example/", answer("text/html", "Content-Encoding: dictionary\r\n", "\x00\x01\x02"+b.String())))
	compare(t, []string{`skip offset 0: the page https://harbour.example/ cannot be read: its content encoding "dictionary" is not known`}, got)
}

// TestWARCVersions reads archives of all versions of the format, and one without a date.
func TestWARCVersions(t *testing.T) {
	for _, version := range []string{"0.17", "0.18", "1.0", "1.1"} {
		a := strings.ReplaceAll(response(1, "One.")+strings.Replace(response(2, "Broken."), "Content-Length: ", "Content-Length: 9", 1)+response(3, "Three."), "WARC/1.0", "WARC/"+version)
		got := toldWARC(t, Options{}, a)
		if len(got) != 3 || !strings.HasSuffix(got[0], "One.") || !strings.Contains(got[1], "Content-Length is wrong") || !strings.HasSuffix(got[2], "Three.") {
			t.Errorf("version %s gives %q", version, got)
		}
	}
	undated := strings.Replace(warcOf("response", "https://harbour.example/", answer("text/html", "Date: Sun, 01 Mar 2026 09:00:00 GMT\r\n", htmlOf("", "x"))), "WARC-Date", "X-Date", 1)
	for p, s := range Read(t.Context(), []string{files(t, map[string]string{"x.warc": undated})}, Options{}) {
		if s != nil || p.CapturedBy != "HTTP Date" || p.Captured.Format("2006-01-02 15:04") != "2026-03-01 09:00" {
			t.Errorf("page %+v, skip %+v", p, s)
		}
	}
}

// BenchmarkReadWARC reads 500 pages of 60 KB, each compressed alone, as crawlers write them.
func BenchmarkReadWARC(b *testing.B) {
	var archive bytes.Buffer
	const pages = 500
	for i := range pages {
		var words strings.Builder
		for k := range 600 {
			fmt.Fprintf(&words, "<p class=\"story-%d\">Page %d, line %d: the ferry of Losk sailed at %d o’clock, the harbour office said.</p>\n", k%7, i, k, (i*k)%24)
		}
		archive.WriteString(zipped(response(i, words.String())))
	}
	path := files(b, map[string]string{"x.warc.gz": archive.String()}) + "/x.warc.gz"
	size := int64(0)
	for b.Loop() {
		size = 0
		for p, s := range Read(b.Context(), []string{path}, Options{}) {
			if s != nil {
				b.Fatal(s)
			}
			size += int64(len(p.Raw))
		}
	}
	b.SetBytes(size)
	b.ReportMetric(float64(b.N*pages)/b.Elapsed().Seconds(), "pages/s")
}
