package article

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"hearsay/internal/golden"
	"hearsay/page"
	"hearsay/text"
)

// readFile reads a file with these contents as the product does.
func readFile(t testing.TB, name, contents string) *page.Page {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(contents), 0o644); err != nil {
		t.Fatal(err)
	}
	for p, skip := range page.Read(context.Background(), []string{path}, page.Options{}) {
		if skip != nil {
			t.Fatalf("%s: %s", name, skip.Reason)
		}
		p.Source.Path = name
		return p
	}
	t.Fatalf("%s: no page", name)
	return nil
}

// TestBodies shows what is read from pages of many kinds: the body with its roles and places, what
// was removed and why, and the links.
func TestBodies(t *testing.T) {
	for _, pattern := range []string{"testdata/page-*.txtar", "testdata/text-*.txtar"} {
		golden.Archives(t, pattern, func(t *testing.T, a *txtar.Archive) map[string]string {
			input := a.Files[0]
			p := readFile(t, input.Name, string(input.Data))
			first, _, _ := strings.Cut(string(a.Comment), "\n")
			if url, ok := strings.CutPrefix(first, "url: "); ok {
				p.URL = url
			}
			article, err := Read(p)
			if err != nil {
				t.Fatal(err)
			}
			checkArticle(t, p, article)
			return map[string]string{"want": describeBody(article)}
		})
	}
}

func describeBody(a *Article) string {
	var b strings.Builder
	fmt.Fprintf(&b, "language: %s %s\n", a.Language.Code, a.Language.Grade)
	for _, p := range a.Paragraphs {
		where := "placed"
		if p.PageStart < 0 {
			where = "no place"
		}
		fmt.Fprintf(&b, "%s (%s): %s\n", strings.TrimSpace(p.Role+" paragraph"), where, a.Doc.Text(p.Span))
	}
	for _, r := range a.Removed {
		fmt.Fprintf(&b, "removed, %s: %s\n", r.Reason, strings.ReplaceAll(r.Exact, "\n", " / "))
	}
	for _, l := range a.Links {
		fmt.Fprintf(&b, "link: %s %q\n", l.URL, l.Exact)
	}
	return b.String()
}

// checkArticle checks what must hold for every article: paragraphs cover the text in order, parted
// by blank lines; spans lie inside; placed paragraphs show their words.
func checkArticle(t testing.TB, p *page.Page, a *Article) {
	t.Helper()
	at := 0
	for i, q := range a.Paragraphs {
		if q.Span.Start < at || q.Span.Empty() || q.Span.End > a.Doc.Len() {
			t.Fatalf("paragraph %d spans %v after %d in %d bytes", i, q.Span, at, a.Doc.Len())
		}
		if gap := a.Doc.String()[at:q.Span.Start]; !a.Verbatim && i > 0 && gap != "\n\n" {
			t.Fatalf("between paragraphs %d and %d stands %q", i-1, i, gap)
		}
		at = q.Span.End
		if q.PageStart < 0 {
			if q.PageEnd >= 0 {
				t.Fatalf("paragraph %d has half a place", i)
			}
			continue
		}
		words, ok := Excerpt(p, q.PageStart, q.PageEnd)
		if want := a.Doc.Text(q.Span); !ok || text.Fold(words) != text.Fold(want) {
			t.Fatalf("bytes %d–%d show %q, the paragraph is %q", q.PageStart, q.PageEnd, words, want)
		}
	}
	if !a.Verbatim && at != a.Doc.Len() {
		t.Fatalf("paragraphs end at %d of %d bytes", at, a.Doc.Len())
	}
	if whole := a.Doc.Paragraphs(); !a.Verbatim && len(whole) != len(a.Paragraphs) {
		t.Fatalf("the text has %d paragraphs, the article %d", len(whole), len(a.Paragraphs))
	}
	for _, c := range a.Credits {
		if c.Span != nil && (c.Span.Start < 0 || c.Span.End > a.Doc.Len() || a.Doc.Text(*c.Span) != c.Exact) {
			t.Fatalf("credit %q does not stand at %v", c.Exact, *c.Span)
		}
	}
}

func TestReadRecordKeepsText(t *testing.T) {
	for _, line := range []string{
		`{"id":"a1","text":"  Two  spaces,\n\n\n\nthree blank lines and a cafe\u0301.\r\nHome\n"}`,
		`{"id":"a1","text":"One paragraph of words.\n\nAnother one."}`,
		`{"id":"a1","text":"Quotes \"inside\" and a tab\there."}`,
	} {
		p := readFile(t, "in.jsonl", line+"\n")
		a, err := Read(p)
		if err != nil {
			t.Fatal(err)
		}
		if a.Doc.String() != p.Fields.Text || !a.Verbatim || a.ID != "a1" {
			t.Errorf("read %q as %q (id %s)", p.Fields.Text, a.Doc.String(), a.ID)
		}
		if len(a.Removed) > 0 {
			t.Errorf("removed %v", a.Removed)
		}
		checkArticle(t, p, a)
		for _, q := range a.Paragraphs {
			if q.PageStart < 0 {
				t.Errorf("no place for %q", a.Doc.Text(q.Span))
			}
		}
	}
}

func TestReadRecordWithPage(t *testing.T) {
	const markup = `<html><body><nav>Home</nav><article><h1>Words of the page</h1><p>The \"first\" paragraph of a page that stands in a record &amp; is long enough to be read.</p>` +
		`<p>The second paragraph of the page, with as many words as a paragraph needs to be one, and some more.</p></article></body></html>`
	p := readFile(t, "in.jsonl", `{"id":"x","title":"Title of the record","html":"`+markup+`"}`+"\n")
	a, err := Read(p)
	if err != nil {
		t.Fatal(err)
	}
	if a.Title != "Title of the record" {
		t.Errorf("the title is %q; the record says otherwise", a.Title)
	}
	checkArticle(t, p, a)
	var placed int
	for _, q := range a.Paragraphs {
		if q.PageStart >= 0 {
			placed++
		}
	}
	if placed < 2 {
		t.Errorf("%d paragraphs of the page have a place in the record", placed)
	}
}

func TestReadOtherCharset(t *testing.T) {
	const utf = `<html><head><meta charset="windows-1252"></head><body><article><p>Der Kran fiel am Dienstag auf zwei Anleger im Hafen, und die Fähren fahren nun von der Südpier ab.</p><p>„Es dauerte eine halbe Minute“, sagte die Verkäuferin am Tor, die den Sturz aus der Nähe gesehen hat.</p></article></body></html>`
	raw := strings.NewReplacer("ä", "\xe4", "ü", "\xfc", "„", "\x84", "“", "\x93").Replace(utf)
	p := readFile(t, "kran.html", raw)
	a, err := Read(p)
	if err != nil {
		t.Fatal(err)
	}
	checkArticle(t, p, a)
	if len(a.Paragraphs) != 2 || a.Paragraphs[0].PageStart < 0 || !strings.Contains(a.Doc.String(), "Fähren") {
		t.Errorf("read %q, %v", a.Doc, a.Paragraphs)
	}
}

func TestReadNothing(t *testing.T) {
	for _, body := range []string{"", "<html></html>", "<html><body><script>words in a script</script><nav>Home News</nav></body></html>", "<p>***</p>"} {
		_, err := Read(&page.Page{Format: page.HTML, Body: body, Raw: []byte(body), Source: page.Source{Path: "empty.html"}})
		if err == nil || !strings.Contains(err.Error(), "empty.html") {
			t.Errorf("%q: error %v", body, err)
		}
	}
}

func TestIDs(t *testing.T) {
	p := readFile(t, "a.txt", "The same words stand in both of these pages, and they are read as running text.\n")
	a, _ := Read(p)
	p.URL = "https://one.example/a"
	b, _ := Read(p)
	again, _ := Read(p)
	if len(a.ID) != 12 || a.ID == b.ID || b.ID != again.ID {
		t.Errorf("ids %s, %s, %s", a.ID, b.ID, again.ID)
	}
}

func TestDomainOf(t *testing.T) {
	for address, want := range map[string]string{
		"https://www.news.example.co.uk/a?b": "example.co.uk",
		"http://EXAMPLE.org./x":              "example.org",
		"https://192.0.2.7/x":                "192.0.2.7",
		"http://intranet/x":                  "intranet",
		"not an address":                     "",
		"":                                   "",
		"https://[bad":                       "",
	} {
		if got := domainOf(address); got != want {
			t.Errorf("domainOf(%q) = %q, want %q", address, got, want)
		}
	}
}

// A page made to keep the extractors busy is read by its lines, and says so.
func TestReadHugePage(t *testing.T) {
	paragraph := "<p>The crane fell across two berths of the port, and the terminal was closed for the day %d."
	var b strings.Builder
	for i := range maxSiblings + 1 {
		fmt.Fprintf(&b, paragraph, i)
	}
	m, body := readHTML(b.String(), "", time.Time{})
	if len(body.pieces) < maxSiblings || len(body.warnings) == 0 || m.title != "" {
		t.Errorf("read %d paragraphs, warnings %q", len(body.pieces), body.warnings)
	}
	deep := strings.Repeat("<div>", 600) + fmt.Sprintf(paragraph, 1) + fmt.Sprintf(paragraph, 2) + fmt.Sprintf(paragraph, 3)
	if _, body := readHTML(deep, "", time.Time{}); len(body.pieces) != 3 || len(body.warnings) == 0 {
		t.Errorf("read %d paragraphs of a deep page, warnings %q", len(body.pieces), body.warnings)
	}
}

// TestClip checks that a text in the place of a title is cut, on a rune boundary, and said so.
func TestClip(t *testing.T) {
	a := &Article{Title: strings.Repeat("я", 2000), Outlet: "Paper", Byline: []string{strings.Repeat("x", maxHeading+1)}}
	a.clip()
	if !utf8.ValidString(a.Title) || len(a.Title) > maxHeading+len("…") || a.Outlet != "Paper" || len(a.Byline[0]) > maxHeading+len("…") {
		t.Errorf("title of %d bytes, outlet %q, byline of %d bytes", len(a.Title), a.Outlet, len(a.Byline[0]))
	}
	if len(a.Warnings) != 1 {
		t.Errorf("warnings: %q", a.Warnings)
	}
}
