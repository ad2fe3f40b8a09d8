package page

import (
	"archive/zip"
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
		r := newReader(t.Context(), fuzzOptions, nil)
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
		r.endRevisits()
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

var fuzzNames = []string{"x", "x.html", "x.txt", "x.jsonl", "x.json", "x.csv", "x.tsv", "x.warc.gz", "x.wacz", "x.mhtml", "x.zst"}

// FuzzRead reads anything as a file, as a pipe, and under any name.
func FuzzRead(f *testing.F) {
	for i, seed := range []string{
		"", " ", "text", "<html><body><p>x</p></body></html>", `{"text":"a\u00e9"}` + "\n{broken\n", `[{"text":["a","b\n"]},3]`,
		`{"articles":[{"text":"x"}]}`, "id,text\n1,\"a \"\"b\"\"\nc\"\n2,\"open\n", "id\ttext\n1\tx\n", "\xff\xfet\x00e\x00", "caf\xe9",
		zipped("text"), zipped(`{"text":"x"}`)[:20], zipped(zipped("x")), "\x89PNG\r\n\x1a\n", "\x1b$B%U%'\x1b(B", response(1, "x"),
		strings.Repeat("[", 500), "id\tteXt\n\t", "\xa0", `{"html":"<p>x</p>","text":{"name":"y"},"author":[{"name":"z"}]}`,
		packed("text"), packed(`{"text":"x"}`)[:20], packed(zipped("x")), skippable(0x5d, "x") + packed("y") + skippable(0x50, ""),
		mhtmlOf("Date: Tue, 3 Mar 2026 10:11:12 +0100\r\n", "Content-Type: text/html\r\n\r\n<p>x</p>"),
		zipOf(f, zipEntry{name: "a/b.html", content: "<p>x</p>", method: zip.Deflate}, zipEntry{name: "c.zip", content: "PK\x03\x04"}),
		waczOf(f, nil, listOf("https://harbour.example/1"), zipEntry{name: "archive/x.warc", content: response(1, "x")}),
		"sep=;\nid;text\n1;x\n", "id,text\r1,x\r", strings.Repeat("\n", 70000) + "x", `{"text":"x"}{"text":"y"} {`,
	} {
		f.Add(uint8(i), []byte(seed))
		f.Add(uint8(i), []byte(seed+" ")) // as a pipe if the other is a file
	}
	for i, name := range []string{"wget-again.warc.gz", "warcio.warc.gz", "dictionary.warc.zst", "packed-dictionary.warc.zst", "site.wacz", "chromium.mhtml"} {
		f.Add(uint8(i), captured(f, "testdata/"+name))
	}
	f.Fuzz(func(t *testing.T, name uint8, content []byte) {
		readBytes(t, fuzzNames[int(name)%len(fuzzNames)], content)
	})
}

// FuzzRecords reads JSON lines, a JSON array or a table, each also without a name that says so.
func FuzzRecords(f *testing.F) {
	names := []string{"x.jsonl", "x.json", "x.csv", "x.tsv", "x"}
	for i, seed := range []string{
		`{"id":"1","url":"https://harbour.example/1","text":"a \"b\" \ud83d\ude00","date":"2026-03-01","author":["A",{"name":"B"}]}` + "\r\n\n" + `{"text":["x","y"],"captured":"2026"}`,
		`[{"text":"x"},{"html":"<p>y</p>"},[1],null,"s",]`, `{"results":[{"text":"x"},{"text":{"a":{}}}],"n":-1.5e3}`, "\xef\xbb\xbf{}\n{}{}\n",
		"URL,Headline,Text\r\nhttps://harbour.example/1,One,\"He said \"\"no\"\".\r\nTwo\"\r\n,,\n", "sep=|\ntext|text\n|x\n\"open|", "text;title\rx;y\r", "\n\nid\ttext\n1\tx\t\n",
		"\xff\xfe" + "i\x00d\x00,\x00t\x00e\x00x\x00t\x00\n\x001\x00,\x00x\x00", "title,text\nd\xe9j\xe0,l\xe0\n",
	} {
		f.Add(uint8(i), []byte(seed))
	}
	f.Fuzz(func(t *testing.T, name uint8, content []byte) {
		readBytes(t, names[int(name)%len(names)], content)
	})
}

// FuzzWARC reads web archives, plain or compressed record by record.
func FuzzWARC(f *testing.F) {
	first, digest := captureOf(1, 1, "x")
	for _, seed := range []string{
		response(1, "x"), response(1, "x") + response(2, "y"), "WARC/1.0\r\nContent-Length: 5\r\n\r\nabc", "WARC/1.0\r\n\r\n", "WARC/1.1\r\nContent-Length: 99999999999\r\n\r\n",
		warcOf("response", "http://x.example/", answer("text/html", "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", "3\r\nabc\r\n0\r\n")),
		warcOf("response", "http://x.example/", answer("text/html; charset=big5", "Content-Encoding: br, zstd, deflate\r\n", "\x00\x01")),
		warcOf("response", "http://x.example/", answer("text/html", "Content-Encoding: zstd\r\n", packed("<p>x</p>"))),
		warcOf("response", "http://x.example/", answer("*/*", "Transfer-Encoding: gzip, chunked\r\nDate: Sun, 01 Mar 2026 09:00:00 GMT\r\n", "3\r\nabc\r\n0\r\n")),
		"\x1f\x8b\b\x00000000\n8\f00000000000000000", "WARC/0.\nContent-Length:3\n\n000",
		warcOf("resource", "http://x.example/", "text", "Content-Type: text/plain"), warcOf("revisit", "", ""),
		first + revisitOf(1, 2, "identical-payload-digest", answer("text/html", "", ""), "WARC-Payload-Digest: "+digest) + revisitOf(2, 2, "server-not-modified", ""),
		revisitOf(1, 2, "server-not-modified", "HTTP/1.1 304 x\r\n\r\n", "WARC-Refers-To-Date: 2026-03-01") + first,
		warcOf("continuation", "", "x", "WARC-Segment-Number: 2"), warcOf("response", "dns:x", ""),
	} {
		f.Add([]byte(seed), uint8(0))
		f.Add([]byte(seed), uint8(1))
		f.Add([]byte(seed), uint8(2))
		f.Add([]byte(zipped(seed)+zipped(seed)), uint8(0))
		f.Add([]byte(packed(seed)+packed(seed)), uint8(0))
	}
	f.Fuzz(func(t *testing.T, content []byte, compress uint8) {
		switch compress % 3 {
		case 1:
			content = []byte(zipped(string(content)))
		case 2:
			content = []byte(packed(string(content)))
		}
		readBytes(t, "x.warc", content)
	})
}

// FuzzWACZ reads a WACZ whose parts are anything, in a ZIP archive that is sound.
func FuzzWACZ(f *testing.F) {
	list := listOf("https://harbour.example/1").content
	f.Add([]byte(response(1, "x")+response(2, "y")), list, `{"resources":[{"path":"archive/x.warc.gz","hash":"sha256:0"}]}`, "archive/x.warc.gz", false)
	f.Add([]byte(zipped(response(1, "x"))), list, `{`, "archive/../x", true)
	f.Add([]byte(zipped(response(1, "x"))), "{}\n[]\n"+list, `{"resources":[{"path":"lost","hash":"md5:"},{"path":"archive/","hash":"blake3:x"}]}`, "a.wacz", true)
	f.Fuzz(func(t *testing.T, warc []byte, list, described, name string, deflated bool) {
		method := zip.Store
		if deflated {
			method = zip.Deflate
		}
		if len(name) > 1000 || strings.HasSuffix(name, "/") {
			return
		}
		archive := zipOf(t, zipEntry{name: packageName, content: described}, zipEntry{name: "pages/pages.jsonl", content: list, method: method},
			zipEntry{name: name, content: string(warc), method: method}, zipEntry{name: "archive/x.warc", content: string(warc), method: method})
		readBytes(t, "x.wacz", append([]byte(archive), make([]byte, len(archive)%2)...)) // a comment of a byte is no matter, a pipe is
	})
}

// FuzzMHTML reads pages saved as MHTML, whose main part is anything.
func FuzzMHTML(f *testing.F) {
	f.Add("Content-Location: https://harbour.example/1\r\n", "Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>=C3=A9=\r\n</p>")
	f.Add("Date: x\n", "Content-Type: text/html; charset=big5\n\n\xa4\xa4")
	f.Add("", "Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+eDwvcD4=")
	f.Fuzz(func(t *testing.T, top, part string) {
		readBytes(t, "x.mhtml", []byte(mhtmlOf("From: x\r\n"+top, "Content-Type: image/png\r\n\r\nx", part)))
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
