package page

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"hearsay/internal/golden"
)

// toldTools reads the archives in testdata that other programs made (testdata/README.md) and tells what
// came of them.
func toldTools(t *testing.T, names ...string) []string {
	t.Helper()
	paths := make([]string, len(names))
	for i, name := range names {
		paths[i] = "testdata/" + name
	}
	var out []string
	for p, s := range Read(t.Context(), paths, Options{}) {
		if s != nil {
			beside := map[bool]string{true: "beside", false: "skip"}[s.Beside]
			out = append(out, fmt.Sprintf("%s %s: %s", beside, where("testdata", s.Source), s.Reason))
			continue
		}
		checkPage(t, p)
		_, title, _ := strings.Cut(p.Body, "<title>")
		title, _, _ = strings.Cut(title, "</title>")
		out = append(out, strings.TrimSpace(fmt.Sprintf("%s %s %s %s %s (%s) %s %s", p.Format, where("testdata", p.Source), p.URL, p.Charset,
			p.Captured.Format(time.RFC3339), p.CapturedBy, title, strings.Join(p.Warnings, "; "))))
	}
	return out
}

// TestToolArchives compares what came of them with what the programs say that they hold.
func TestToolArchives(t *testing.T) {
	var out strings.Builder
	for _, names := range [][]string{
		{"wget-first.warc.gz", "wget-again.warc.gz"}, {"wget-again.warc.gz"}, {"warcio.warc.gz"}, {"dictionary.warc.zst"},
		{"packed-dictionary.warc.zst"}, {"site.wacz"}, {"chromium.mhtml"},
	} {
		fmt.Fprintf(&out, "%s\n\t%s\n", strings.Join(names, " "), strings.Join(toldTools(t, names...), "\n\t"))
	}
	golden.File(t, "testdata/tools.txt", []byte(out.String()))
}

func captured(t testing.TB, path string) []byte {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return content
}
