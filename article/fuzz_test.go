package article

import (
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/tools/txtar"

	"hearsay/page"
)

// seed adds the inputs of the archives that match a pattern.
func seed(f *testing.F, pattern string) {
	paths, _ := filepath.Glob(pattern)
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(txtar.Parse(data).Files[0].Data))
	}
}

func FuzzReadHTML(f *testing.F) {
	seed(f, "testdata/page-*.txtar")
	f.Add("<p>a<br><br>&amp;&#xffffff;&nbsp;<svg><b>x</template>")
	f.Fuzz(func(t *testing.T, s string) { fuzzRead(t, page.HTML, s) })
}

func FuzzReadText(f *testing.F) {
	seed(f, "testdata/text-*.txtar")
	f.Add("a\r\r\nb\n\u200b\nc\xff")
	f.Fuzz(func(t *testing.T, s string) { fuzzRead(t, page.Text, s) })
}

// fuzzRead reads a page twice: the result holds together (see checkArticle), and it is the same.
func fuzzRead(t *testing.T, format page.Format, s string) {
	p := &page.Page{Format: format, Raw: []byte(s), Body: s, Charset: "utf-8", URL: "https://www.example.org/a"}
	a, err := Read(p)
	b, again := Read(p)
	if (err == nil) != (again == nil) {
		t.Fatalf("read once: %v, again: %v", err, again)
	}
	if err != nil {
		return
	}
	checkArticle(t, p, a)
	if a.Doc.String() != b.Doc.String() || len(a.Removed) != len(b.Removed) || len(a.Links) != len(b.Links) {
		t.Fatal("two readings differ")
	}
	RemoveFurniture([]*Article{a, b})
	checkArticle(t, p, a)
}
