package page

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"
)

// fuzzOptions keep every input small enough for many rounds.
var fuzzOptions = Options{MaxPage: 1 << 12, MaxFile: 1 << 20}

// readBytes reads an input and checks what holds for every page and skip.
func readBytes(t *testing.T, name string, content []byte) {
	count := func() (sums []string) {
		r := &reader{Options: fuzzOptions.withDefaults(), ctx: t.Context(), names: newFieldNames(nil)}
		r.yield = func(p *Page, s *Skip) bool {
			switch {
			case (p == nil) == (s == nil):
				t.Fatalf("page %v and skip %v", p, s)
			case s != nil:
				if s.Reason == "" || s.Source.Path != name {
					t.Fatalf("skip %+v", s)
				}
				sums = append(sums, s.Reason)
			default:
				checkPage(t, p)
				if !utf8.ValidString(p.content()) || int64(len(p.Raw)) > fuzzOptions.MaxPage {
					t.Fatalf("a page of %d bytes", len(p.Raw))
				}
				sums = append(sums, p.SHA256+p.Source.Record+p.Charset+p.CharsetBy+strings.Join(p.Warnings, ""))
			}
			return true
		}
		if seeker := bytes.NewReader(content); len(content)%2 == 0 {
			r.file(name, seeker, seeker)
		} else {
			r.file(name, seeker, nil)
		}
		return sums
	}
	first := count()
	if len(first) == 0 {
		t.Fatal("nothing is said about the input")
	}
	if again := count(); strings.Join(first, "\n") != strings.Join(again, "\n") {
		t.Fatalf("read twice: %q and %q", first, again)
	}
}

var fuzzNames = []string{"x", "x.html", "x.txt", "x.jsonl", "x.json", "x.csv", "x.tsv", "x.warc.gz"}

func FuzzRead(f *testing.F) {
	for i, seed := range []string{
		"", " ", "text", "<html><body><p>x</p></body></html>", `{"text":"a\u00e9"}` + "\n{broken\n", `[{"text":["a","b\n"]},3]`,
		`{"articles":[{"text":"x"}]}`, "id,text\n1,\"a \"\"b\"\"\nc\"\n2,\"open\n", "id\ttext\n1\tx\n", "\xff\xfet\x00e\x00", "caf\xe9",
		zipped("text"), zipped(`{"text":"x"}`)[:20], zipped(zipped("x")), "\x89PNG\r\n\x1a\n", "\x1b$B%U%'\x1b(B", response(1, "x"),
		strings.Repeat("[", 500), "id\tteXt\n\t", "\xa0", `{"html":"<p>x</p>","text":{"name":"y"},"author":[{"name":"z"}]}`,
	} {
		f.Add(uint8(i), []byte(seed))
	}
	f.Fuzz(func(t *testing.T, name uint8, content []byte) {
		readBytes(t, fuzzNames[int(name)%len(fuzzNames)], content)
	})
}

func FuzzWARC(f *testing.F) {
	for _, seed := range []string{
		response(1, "x"), response(1, "x") + response(2, "y"), "WARC/1.0\r\nContent-Length: 5\r\n\r\nabc", "WARC/1.0\r\n\r\n", "WARC/1.1\r\nContent-Length: 99999999999\r\n\r\n",
		warcOf("response", "http://x.example/", answer("text/html", "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", "3\r\nabc\r\n0\r\n")),
		warcOf("response", "http://x.example/", answer("text/html; charset=big5", "Content-Encoding: br, zstd, deflate\r\n", "\x00\x01")),
		"\x1f\x8b\b\x00000000\n8\f00000000000000000", "WARC/0.\nContent-Length:3\n\n000",
		warcOf("resource", "http://x.example/", "text", "Content-Type: text/plain"), warcOf("revisit", "", ""),
	} {
		f.Add([]byte(seed), false)
		f.Add([]byte(seed), true)
		f.Add([]byte(zipped(seed)+zipped(seed)), false)
	}
	f.Fuzz(func(t *testing.T, content []byte, compress bool) {
		if compress {
			content = []byte(zipped(string(content)))
		}
		readBytes(t, "x.warc", content)
	})
}

func FuzzCharset(f *testing.F) {
	for name, sentence := range samples {
		f.Add(encoded(f, sentence, name), name)
		f.Add(encoded(f, htmlOf(`<meta charset="`+name+`">`, sentence), name), "")
	}
	f.Add([]byte("\x1b$B%\x1b(B\x1b$(D"), "iso-2022-jp")
	f.Add([]byte("\x88\x62\x88"), "big5")
	f.Fuzz(func(t *testing.T, raw []byte, declared string) {
		for _, format := range []Format{HTML, Text} {
			p := &Page{Format: format, Raw: raw, places: new(places)}
			p.decodeBody(declared)
			if !utf8.ValidString(p.Body) || p.Charset == "" || p.CharsetBy == "" {
				t.Fatalf("%q is read as %q by %q", raw, p.Charset, p.CharsetBy)
			}
			checkPlaces(t, p)
		}
	})
}
