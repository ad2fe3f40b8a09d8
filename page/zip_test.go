package page

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
)

// A zipEntry is an entry of a ZIP archive of a test.
type zipEntry struct {
	name, content string
	method        uint16
	mode          fs.FileMode
}

// zipOf returns a ZIP archive.
func zipOf(t testing.TB, entries ...zipEntry) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	z.RegisterCompressor(zstd.ZipMethodWinZip, zstd.ZipCompressor())
	for _, e := range entries {
		h := &zip.FileHeader{Name: e.name, Method: e.method}
		if e.mode != 0 {
			h.SetMode(e.mode)
		}
		w, err := z.CreateHeader(h)
		if err == nil && !strings.HasSuffix(e.name, "/") {
			_, err = w.Write([]byte(e.content))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// flagged sets a flag of the only entry of an archive, in both places where it stands.
func flagged(archive string, flag uint16) string {
	b := []byte(archive)
	for _, header := range []struct {
		magic string
		at    int
	}{{"PK\x03\x04", 6}, {"PK\x01\x02", 8}} {
		at := bytes.Index(b, []byte(header.magic)) + header.at
		binary.LittleEndian.PutUint16(b[at:], binary.LittleEndian.Uint16(b[at:])|flag)
	}
	return string(b)
}

// swapped returns an archive whose entries hold other words of the same length than they are checked by.
func swapped(archive, words, by string) string {
	return strings.Replace(archive, words, by, 1)
}

func TestReadZIP(t *testing.T) {
	page := func(words string) string { return "<html><body><p>" + words + "</p></body></html>" }
	dir := files(t, map[string]string{
		"pages.zip": zipOf(t,
			zipEntry{name: "news/"},
			zipEntry{name: "news/b.html", content: page("Second."), method: zip.Deflate},
			zipEntry{name: "news/a.html", content: page("First.")},
			zipEntry{name: "news/a_files/frame.html", content: page("A frame.")},
			zipEntry{name: "news/a_files/x.css", content: "p {}"},
			zipEntry{name: "__MACOSX/news/._a.html", content: "\x00\x05"},
			zipEntry{name: ".DS_Store", content: "x"},
			zipEntry{name: "records.jsonl", content: `{"text":"A record."}` + "\n" + `{"text":"Another."}`, method: zip.Deflate},
			zipEntry{name: "text.txt.gz", content: zipped("Compressed twice."), method: zip.Deflate},
			zipEntry{name: "z.txt", content: "By zstd.", method: zstd.ZipMethodWinZip},
			zipEntry{name: "crawl.warc.gz", content: zipped(response(1, "In a WARC.")), method: zip.Deflate},
			zipEntry{name: "picture.png", content: "\x89PNG\r\n\x1a\n\x00"},
			zipEntry{name: "empty.txt"},
			zipEntry{name: "same.txt", content: "One."}, zipEntry{name: "same.txt", content: "Two."},
			zipEntry{name: "caf\xe9.txt", content: "Named in another character set."},
		),
		"hostile.zip": zipOf(t,
			zipEntry{name: "../climb.txt", content: "Out."}, zipEntry{name: "/root.txt", content: "Out."}, zipEntry{name: "a/../../b.txt", content: "Out."},
			zipEntry{name: "link.txt", content: "/etc/passwd", mode: fs.ModeSymlink | 0o777},
			zipEntry{name: "inner.zip", content: zipOf(t, zipEntry{name: "x.txt", content: "Nested."})},
			zipEntry{name: "page.txt", content: "Still read."},
		),
		"locked.zip":  flagged(zipOf(t, zipEntry{name: "secret.txt", content: "Encrypted."}), 1),
		"changed.zip": swapped(zipOf(t, zipEntry{name: "a.txt", content: "The bridge is closed."}), "closed", "opened"),
		"empty.zip":   zipOf(t),
		"litter.zip":  zipOf(t, zipEntry{name: ".DS_Store", content: "x"}),
		"word.zip":    zipOf(t, zipEntry{name: "[Content_Types].xml"}, zipEntry{name: "word/document.xml", content: "<w/>"}),
		"epub.zip":    zipOf(t, zipEntry{name: "mimetype", content: "application/epub+zip"}, zipEntry{name: "META-INF/container.xml", content: "<c/>"}),
		"twice.gz":    zipped(zipOf(t, zipEntry{name: "a.txt", content: "Inside."})),
		"cut.zip":     zipOf(t, zipEntry{name: "a.txt", content: "Inside."})[:60],
	})
	got := told(t, Options{}, dir)
	compare(t, []string{
		"text changed.zip a.txt: The bridge is opened. (its checksum is wrong (entry of the ZIP archive): some of what it says may have been changed)",
		"skip cut.zip: a ZIP archive that is cut off or damaged: its directory cannot be read",
		"skip empty.zip: not a text: looks like an empty ZIP archive",
		"skip epub.zip: not a text: looks like an EPUB book; save its text",
		"skip hostile.zip ../climb.txt: an entry of the ZIP archive whose name leads out of it was not read",
		"skip hostile.zip /root.txt: an entry of the ZIP archive whose name leads out of it was not read",
		"skip hostile.zip a/../../b.txt: an entry of the ZIP archive whose name leads out of it was not read",
		"skip hostile.zip inner.zip: a ZIP archive inside another archive; unpack it first",
		"skip hostile.zip link.txt: a link in a ZIP archive was not followed",
		"text hostile.zip page.txt: Still read.",
		"skip litter.zip: the ZIP archive holds no files",
		"skip locked.zip secret.txt: encrypted; unpack the archive with its password first",
		"text pages.zip caf\uFFFD.txt: Named in another character set.",
		"html pages.zip crawl.warc.gz offset 0: " + htmlOf("", "In a WARC."),
		"skip pages.zip empty.txt: the file is empty",
		"html pages.zip news/a.html: " + page("First."),
		"skip pages.zip news/a_files: what a browser saved beside a page: its pictures, scripts and frames were not read",
		"html pages.zip news/b.html: " + page("Second."),
		"skip pages.zip picture.png: not a text: looks like a PNG picture",
		"record pages.zip records.jsonl line 1: A record.",
		"record pages.zip records.jsonl line 2: Another.",
		"text pages.zip same.txt: One.",
		"text pages.zip same.txt (2): Two.",
		"text pages.zip text.txt.gz: Compressed twice.",
		"text pages.zip z.txt: By zstd.",
		"skip twice.gz: a ZIP archive inside another archive; unpack it first",
		"skip word.zip: not a text: looks like a Word document (DOCX); save it as text or as a web page",
	}, got)
}

func TestReadZIPFromPipe(t *testing.T) {
	o := Options{Stdin: strings.NewReader(zipOf(t, zipEntry{name: "a.txt", content: "Inside."}))}
	compare(t, []string{"skip -: a ZIP archive that comes through a pipe; save it as a file and name that"}, told(t, o, "", "-"))
}

// TestReadZIPBomb reads archives that decompress to far more than they are.
func TestReadZIPBomb(t *testing.T) {
	zeros := strings.Repeat("a", 8<<20)
	dir := files(t, map[string]string{"bomb.zip": zipOf(t,
		zipEntry{name: "a.txt", content: zeros, method: zip.Deflate}, zipEntry{name: "b.txt", content: "Small."},
		zipEntry{name: "c.jsonl", content: strings.Repeat("\n", 8<<20), method: zip.Deflate}, zipEntry{name: "d.txt", content: "Behind."})})
	got := told(t, Options{MaxPage: 1 << 20, MaxFile: 4 << 20}, dir)
	compare(t, []string{
		"skip bomb.zip a.txt: larger than 1 MiB; raise the limit with --max-page",
		"text bomb.zip b.txt: Small.",
		"skip bomb.zip c.jsonl: so much white space at its beginning that nothing was found behind it",
		"text bomb.zip d.txt: Behind.",
	}, got)
	got = told(t, Options{MaxPage: 1 << 20, MaxFile: 1 << 20}, dir)
	compare(t, []string{
		"skip bomb.zip a.txt: more than 1 MiB after decompression: the rest was not read; raise the limit with --max-file",
		"skip bomb.zip: more than 1 MiB after decompression: what follows a.txt was not read; raise the limit with --max-file",
	}, got)

	var names []zipEntry
	for i := range 60000 {
		names = append(names, zipEntry{name: fmt.Sprintf("%s/%d", strings.Repeat("long", 64), i)})
	}
	dir = files(t, map[string]string{"many.zip": zipOf(t, names...)})
	compare(t, []string{"skip many.zip: a ZIP archive with too many entries: its directory is larger than 16 MiB; unpack it first"}, told(t, Options{}, dir))
}
