package page

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// files writes files into a new folder and returns it.
func files(t testing.TB, contents map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range contents {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// told reads paths and tells what came, a line for each page and skip. Paths are shown below dir.
func told(t testing.TB, o Options, dir string, paths ...string) []string {
	t.Helper()
	out := []string{}
	if len(paths) == 0 {
		paths = []string{dir}
	}
	for p, s := range Read(t.Context(), paths, o) {
		var line string
		switch {
		case (p == nil) == (s == nil):
			t.Fatalf("Read yields page %v and skip %v", p, s)
		case s != nil:
			line = fmt.Sprintf("skip %s: %s", where(dir, s.Source), s.Reason)
		default:
			line = fmt.Sprintf("%s %s: %s", p.Format, where(dir, p.Source), strings.TrimSpace(p.content()))
			if len(p.Warnings) > 0 {
				line += " (" + strings.Join(p.Warnings, "; ") + ")"
			}
			checkPage(t, p)
		}
		out = append(out, line)
	}
	return out
}

func where(dir string, s Source) string {
	path := strings.TrimPrefix(strings.TrimPrefix(s.Path, filepath.ToSlash(dir)), "/")
	return strings.TrimSpace(path + " " + s.Record)
}

// checkPage checks what holds for every page.
func checkPage(t testing.TB, p *Page) {
	t.Helper()
	if p.SHA256 != sum(p.Raw) || len(p.Raw) == 0 {
		t.Errorf("%v: SHA256 is not that of %d bytes", p.Source, len(p.Raw))
	}
	if (p.Format == Record) != (p.Fields != nil) || p.Format == Record && p.Body != "" {
		t.Errorf("%v: a page has the fields of another format", p.Source)
	}
	if p.Captured.IsZero() != (p.CapturedBy == "") {
		t.Errorf("%v: Captured %v by %q", p.Source, p.Captured, p.CapturedBy)
	}
	checkPlaces(t, p)
}

func zipped(s string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write([]byte(s))
	z.Close()
	return b.String()
}

func TestReadFolder(t *testing.T) {
	dir := files(t, map[string]string{
		"b.html":                "<html><body><p>Ferry delayed.</p></body></html>",
		"a.txt":                 "The harbour was closed.",
		"sub/c.TXT":             "Another text.",
		"B.txt":                 "Capitals come first.",
		"new\nline.txt":         "A name of two lines.",
		".DS_Store":             "\x00\x00\x00\x01Bud1",
		"sub/Thumbs.db":         "\xd0\xcf\x11\xe0",
		".git/config":           "[core]",
		".hidden.txt":           "Hidden, and yet a page.",
		"b_files/frame.html":    "<html>frame</html>",
		"b_files/x.css":         "p {}",
		"empty.html":            "",
		"blank.html":            " \n\t\n",
		"style.css":             "p { color: red }",
		"nothing/here/.gitkeep": "",
	})
	want := []string{
		"text .hidden.txt: Hidden, and yet a page.",
		"text B.txt: Capitals come first.",
		"text a.txt: The harbour was closed.",
		"html b.html: <html><body><p>Ferry delayed.</p></body></html>",
		"skip b_files: what a browser saved beside a page: its pictures, scripts and frames were not read",
		"skip blank.html: the file is empty",
		"skip empty.html: the file is empty",
		"text new\nline.txt: A name of two lines.",
		"skip style.css: not a text: looks like a style sheet",
		"text sub/c.TXT: Another text.",
	}
	if diff := cmp.Diff(want, told(t, Options{}, dir)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	again := told(t, Options{}, dir, dir+"/", filepath.Join(dir, "a.txt"))
	if diff := cmp.Diff(append(want, "text a.txt: The harbour was closed."), again); diff != "" {
		t.Errorf("with a slash and a file (-want +got):\n%s", diff)
	}
}

func TestReadRelative(t *testing.T) {
	dir := files(t, map[string]string{"x/a.txt": "One.", "x/b.txt": "Two."})
	t.Chdir(dir)
	want := []string{"text x/a.txt: One.", "text x/b.txt: Two."}
	for _, path := range []string{".", "x"} {
		if diff := cmp.Diff(want, told(t, Options{}, "", path)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", path, diff)
		}
	}
}

func TestReadEmptyFolders(t *testing.T) {
	for name, contents := range map[string]map[string]string{
		"nothing":        {},
		"only litter":    {".DS_Store": "x", "sub/Thumbs.db": "x"},
		"only a version": {".git/HEAD": "ref"},
	} {
		got := told(t, Options{}, files(t, contents))
		if diff := cmp.Diff([]string{"skip : the folder holds no files"}, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestReadPictures(t *testing.T) {
	dir := files(t, map[string]string{
		"a.png":      "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
		"b.jpg":      "\xff\xd8\xff\xe0\x00\x10JFIF",
		"c.html":     "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR <html><body>",
		"d.html":     "<html>\x00\x01\x02\x00\x00\x05",
		"e.txt":      strings.Repeat("\x01\x02\x03random\x04\x05", 30),
		"f.pdf":      "%PDF-1.7",
		"g.docx":     "PK\x03\x04rest",
		"h.html.gz":  zipped("GIF89a and more"),
		"i.webp":     "RIFF\x10\x00\x00\x00WEBPVP8 ",
		"j.svg":      "<?xml version=\"1.0\"?><svg xmlns='x'/>",
		"k.xml":      "<rss version='2.0'><channel/></rss>",
		"l.jsonl.gz": zipped(strings.Repeat("\x00", 100)),
	})
	want := []string{
		"skip a.png: not a text: looks like a PNG picture",
		"skip b.jpg: not a text: looks like a JPEG picture",
		"skip c.html: not a text: looks like a PNG picture",
		"skip d.html: not a text: looks like data that no text holds (zero or control bytes)",
		"skip e.txt: not a text: looks like data that no text holds (zero or control bytes)",
		"skip f.pdf: not a text: looks like a PDF; save its text or the web page instead",
		"skip g.docx: a ZIP archive that is cut off or damaged: its directory cannot be read",
		"skip h.html.gz: not a text: looks like a GIF picture",
		"skip i.webp: not a text: looks like a WebP picture",
		"skip j.svg: not a text: looks like an SVG picture",
		"skip k.xml: not a text: looks like an RSS feed",
		"skip l.jsonl.gz: not a text: looks like data that no text holds (zero or control bytes)",
	}
	if diff := cmp.Diff(want, told(t, Options{}, dir)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestReadMissing(t *testing.T) {
	dir := files(t, map[string]string{"a.txt": "Here."})
	got := told(t, Options{}, dir, filepath.Join(dir, "gone"), filepath.Join(dir, "a.txt"), "-")
	want := []string{"skip gone: it does not exist", "text a.txt: Here.", "skip -: standard input is not available"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestReadVanished removes a file after its folder was listed.
func TestReadVanished(t *testing.T) {
	dir := files(t, map[string]string{"a.txt": "First.", "b.txt": "Second.", "c.txt": "Third."})
	var got []string
	for p, s := range Read(t.Context(), []string{dir}, Options{}) {
		if p != nil {
			got = append(got, p.Body)
			os.Remove(filepath.Join(dir, "b.txt"))
			continue
		}
		got = append(got, where(dir, s.Source)+": "+s.Reason)
	}
	want := []string{"First.", "b.txt: could not be read: it does not exist", "Third."}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestReadUnreadable(t *testing.T) {
	dir := files(t, map[string]string{"a.txt": "First.", "sub/b.txt": "Second."})
	for _, name := range []string{"a.txt", "sub"} {
		if err := os.Chmod(filepath.Join(dir, name), 0); err != nil {
			t.Fatal(err)
		}
	}
	defer os.Chmod(filepath.Join(dir, "sub"), 0o755)
	if f, err := os.Open(filepath.Join(dir, "a.txt")); err == nil {
		f.Close()
		t.Skip("this user may read everything")
	}
	want := []string{
		"skip a.txt: could not be read: permission denied",
		"skip sub: the folder could not be read to its end: permission denied",
	}
	if diff := cmp.Diff(want, told(t, Options{}, dir)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestReadLinks(t *testing.T) {
	secret := files(t, map[string]string{"secret.txt": "Not in this collection."})
	dir := files(t, map[string]string{"a.txt": "First.", "sub/b.txt": "Second."})
	for link, target := range map[string]string{
		"circle":          ".",
		"inside":          "sub",
		"inside.txt":      "a.txt",
		"out":             secret,
		"out.txt":         filepath.Join(secret, "secret.txt"),
		"sub/climb.txt":   "../../" + filepath.Base(secret) + "/secret.txt",
		"sub/nowhere.txt": "gone.txt",
		"sub/self":        "self",
		"sub/up":          "..",
	} {
		if err := os.Symlink(target, filepath.Join(dir, filepath.FromSlash(link))); err != nil {
			t.Skip("no links on this system:", err)
		}
	}
	const out = "a link that leads out of the folder was not followed; name what it leads to, to read it"
	got := told(t, Options{}, dir)
	want := []string{
		"text a.txt: First.",
		"skip out: " + out,
		"skip out.txt: " + out,
		"text sub/b.txt: Second.",
		got[4], // whether this one leads out or nowhere depends on where the system puts its folders
		"skip sub/nowhere.txt: a link that leads to nothing that can be read: it does not exist",
		got[6],
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for i, start := range map[int]string{4: "skip sub/climb.txt: a link that leads", 6: "skip sub/self: a link that leads to nothing"} {
		if !strings.HasPrefix(got[i], start) {
			t.Errorf("got %q", got[i])
		}
	}
	if strings.Contains(strings.Join(got, ""), "Not in this") {
		t.Error("a link led out of the folder")
	}
	// A link that the user names is followed.
	if diff := cmp.Diff([]string{"text out/secret.txt: Not in this collection."}, told(t, Options{}, dir, dir+"/out")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestReadDepth(t *testing.T) {
	dir := files(t, map[string]string{"a.txt": "Top.", "1/b.txt": "One.", "1/2/c.txt": "Two."})
	want := []string{
		"skip 1/2: the folder lies more than 1 folders deep and was not read; name it itself to read it",
		"text 1/b.txt: One.", "text a.txt: Top.",
	}
	if diff := cmp.Diff(want, told(t, Options{MaxDepth: 1}, dir)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestReadSizes(t *testing.T) {
	big := "<html><body><p>" + strings.Repeat("word ", 10<<20) + "</p></body></html>" // 50 MiB
	dir := files(t, map[string]string{
		"a.html": big, "b.html.gz": zipped(big), "c.txt": "Small.",
		"d.jsonl": `{"text":"` + strings.Repeat("x", 2000) + `"}` + "\n" + `{"text":"ok"}`,
	})
	want := []string{
		"skip a.html: larger than 32 MiB; raise the limit with --max-page",
		"skip b.html.gz: larger than 32 MiB; raise the limit with --max-page",
		"text c.txt: Small.",
	}
	if diff := cmp.Diff(want, told(t, Options{}, dir, dir+"/a.html", dir+"/b.html.gz", dir+"/c.txt")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	n := 0
	for p := range Read(t.Context(), []string{dir + "/a.html"}, Options{MaxPage: 64 << 20}) {
		if p != nil && len(p.Raw) == len(big) {
			n++
		}
	}
	if n != 1 {
		t.Error("a raised limit does not let the page in")
	}
	want = []string{
		"skip d.jsonl line 1: larger than 1 KiB; raise the limit with --max-page",
		"record d.jsonl line 2: ok",
	}
	if diff := cmp.Diff(want, told(t, Options{MaxPage: 1024}, dir, dir+"/d.jsonl")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	want = []string{
		"skip d.jsonl: more than 1500 bytes after decompression: the rest was not read; raise the limit with --max-file",
	}
	if diff := cmp.Diff(want, told(t, Options{MaxFile: 1500}, dir, dir+"/d.jsonl")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestReadGzip(t *testing.T) {
	text := strings.Repeat("The ferry did not sail because of the storm. ", 4000)
	whole := zipped(text)
	lines := zipped(strings.Repeat(`{"text":"a line"}`+"\n", 3))
	dir := files(t, map[string]string{
		"a.txt.gz":   whole,
		"b.gz":       zipped(zipped("Twice.")),
		"c.gz":       zipped(zipped(zipped("Three times."))),
		"d.gz":       whole[:5],
		"e.jsonl.gz": lines[:len(lines)-9] + "garbage...",
		"f.gz":       zipped("One. ") + zipped("Two.") + "\x00\x00\x00",
		"g.gz":       zipped(""),
	})
	want := []string{
		"text a.txt.gz: " + strings.TrimSpace(text),
		"text b.gz: Twice.",
		"skip c.gz: compressed more than 2 times; unpack it first",
		"skip d.gz: the compressed data is cut off (gzip member at offset 0); nothing behind it can be read",
		"record e.jsonl.gz line 1: a line", "record e.jsonl.gz line 2: a line", "record e.jsonl.gz line 3: a line",
		"skip e.jsonl.gz line 4: the compressed data is damaged (gzip member at offset 0); nothing behind it can be read",
		"text f.gz: One. Two.",
		"skip g.gz: the file is empty",
	}
	if diff := cmp.Diff(want, told(t, Options{}, dir)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}

	cut := files(t, map[string]string{"cut.txt.gz": whole[:len(whole)*2/3]})
	for p, s := range Read(t.Context(), []string{cut}, Options{}) {
		if s != nil {
			t.Fatalf("a cut page is skipped: %v", s)
		}
		if !strings.HasPrefix(text, p.Body) || len(p.Body) < 100 || len(p.Warnings) != 1 ||
			!strings.HasPrefix(p.Warnings[0], fmt.Sprintf("cut off after %d bytes: the compressed data is cut off", len(p.Body))) {
			t.Errorf("a cut page has %d bytes and the warnings %q", len(p.Body), p.Warnings)
		}
	}
}

// TestReadBomb reads a file of a few kilobytes that decompresses to 256 MiB without a line end.
func TestReadBomb(t *testing.T) {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write([]byte(`{"text":"`))
	for range 256 {
		z.Write(bytes.Repeat([]byte("a"), 1<<20))
	}
	z.Close()
	dir := files(t, map[string]string{"bomb.jsonl.gz": b.String(), "bomb.txt.gz": b.String()[:b.Len()/2]})
	got := told(t, Options{MaxPage: 1 << 20, MaxFile: 64 << 20}, dir)
	want := []string{
		"skip bomb.jsonl.gz line 1: larger than 1 MiB; raise the limit with --max-page",
		"skip bomb.jsonl.gz: more than 64 MiB after decompression: the rest was not read; raise the limit with --max-file",
		"skip bomb.txt.gz: more than 64 MiB after decompression: the rest was not read; raise the limit with --max-file",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestReadStdin(t *testing.T) {
	o := Options{Stdin: strings.NewReader(zipped(`{"text":"From a pipe."}`)), Captured: time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)}
	for p, s := range Read(t.Context(), []string{"-"}, o) {
		if s != nil || p.Fields.Text != "From a pipe." || p.Source != (Source{"-", "line 1"}) || p.CapturedBy != "option" {
			t.Errorf("page %+v skip %v", p, s)
		}
	}
}

func TestReadStops(t *testing.T) {
	dir := files(t, map[string]string{"a.jsonl": strings.Repeat(`{"text":"a line"}`+"\n", 100), "b.txt": "Never read."})
	n := 0
	for range Read(t.Context(), []string{dir}, Options{}) {
		if n++; n == 3 {
			break
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	after := 0
	for range Read(ctx, []string{dir}, Options{}) {
		if after++; after == 2 {
			cancel()
		}
	}
	if n != 3 || after != 2 {
		t.Errorf("%d and %d pages after stopping at 3 and 2", n, after)
	}
}

func TestReadSavedPages(t *testing.T) {
	dir := files(t, map[string]string{
		"a.html": "<!DOCTYPE html>\n<!-- saved from url=(0031)https://harbour.example/ferry/1 -->\n<html><body><p>x</p></body></html>",
		"b.html": "<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://harbour.example/ferry/2 \n" +
			" saved date: Tue Mar 03 2026 10:11:12 GMT+0100 (Central European Standard Time)\n--><body><p>x</p></body></html>",
		"c.html": "<!-- saved from url=(0010)about:blank --><html><body><p>x</p></body></html>",
	})
	var got []string
	for p := range Read(t.Context(), []string{dir}, Options{}) {
		got = append(got, fmt.Sprintf("%s %s %s", p.URL, p.CapturedBy, p.Captured.UTC().Format(time.DateTime)))
	}
	want := []string{
		"https://harbour.example/ferry/1  0001-01-01 00:00:00",
		"https://harbour.example/ferry/2 SingleFile comment 2026-03-03 09:11:12",
		"  0001-01-01 00:00:00",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func BenchmarkReadLines(b *testing.B) {
	var lines bytes.Buffer
	for i := range 20000 {
		fmt.Fprintf(&lines, `{"id": "%d", "url": "https://harbour.example/%d", "date": "2026-03-01", "title": "العبارة %d", "text": "%s"}`+"\n",
			i, i, i, strings.Repeat(`قال المتحدث إن \"العبارة\" تأخرت بسبب العاصفة.\n`, 40))
	}
	path := filepath.Join(files(b, map[string]string{"lines.jsonl": lines.String()}), "lines.jsonl")
	b.SetBytes(int64(lines.Len()))
	for b.Loop() {
		for _, s := range Read(b.Context(), []string{path}, Options{}) {
			if s != nil {
				b.Fatal(s)
			}
		}
	}
}
