package eval

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"hearsay/article"
	"hearsay/page"
)

// TestMojibake measures the repair of wrongly decoded text. Texts that are right must not be touched; a
// text that was damaged must come out as it was.
func TestMojibake(t *testing.T) {
	touched, all := 0, 0
	for _, set := range []struct {
		name, path string
		every      int
		sets       map[string]*charmap.Charmap
	}{
		{"meantime", "stories/meantime.jsonl", 1, map[string]*charmap.Charmap{"1252": charmap.Windows1252, "8859": charmap.ISO8859_1}},
		{"german", "quotes/german/train.jsonl", 1, map[string]*charmap.Charmap{"1252": charmap.Windows1252, "8859": charmap.ISO8859_1}},
		{"saudi", "reuse/saudi.jsonl.gz", 50, map[string]*charmap.Charmap{"1252": charmap.Windows1252, "1256": charmap.Windows1256}},
	} {
		texts := languageTexts(t, set.path)
		for i, x := range texts {
			if strings.TrimSpace(x.Text) == "" {
				continue
			}
			all++
			if saysRepaired(readText(t, x.Text)) {
				touched++
				t.Logf("%s %d: %.200q", set.name, i, x.Text)
			}
		}
		for name, wrong := range set.sets {
			right, damagedTexts := 0, 0
			for i := 0; i < len(texts); i += set.every {
				damaged := damage(texts[i].Text, wrong)
				if damaged == texts[i].Text {
					continue
				}
				damagedTexts++
				if want, got := readFile(t, texts[i].Text), readFile(t, damaged); want == got {
					right++
				}
			}
			record(t, "mojibake."+set.name+"."+name, ratio(right, damagedTexts), fmt.Sprintf("of %d texts that were decoded wrongly, read without a changed character", damagedTexts))
		}
	}
	record(t, "mojibake.touched", ratio(touched, all), fmt.Sprintf("of %d texts that are right, said to be decoded wrongly", all))
}

// saysRepaired reports whether an article warns of wrongly decoded characters.
func saysRepaired(a *article.Article) bool {
	return strings.Contains(strings.Join(a.Warnings, "\n"), "wrongly decoded before capture")
}

// damage decodes the bytes of s as a one-byte character set, as browsers do it.
func damage(s string, set *charmap.Charmap) string {
	var b strings.Builder
	for i := range len(s) {
		r := set.DecodeByte(s[i])
		if r == utf8.RuneError {
			r = rune(s[i])
		}
		b.WriteRune(r)
	}
	return b.String()
}

// readFile returns the text of the article of a plain text file.
func readFile(t *testing.T, s string) string {
	path := filepath.Join(t.TempDir(), "page.txt")
	if err := os.WriteFile(path, []byte(s), 0o644); err != nil {
		t.Fatal(err)
	}
	for p := range page.Read(context.Background(), []string{path}, page.Options{}) {
		a, err := article.Read(p)
		if err != nil {
			return err.Error()
		}
		return a.Doc.String()
	}
	return ""
}
