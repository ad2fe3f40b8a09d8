package eval

import (
	"compress/gzip"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"

	"hearsay/page"
)

// htmlPages returns the decompressed pages of the corpora that hold HTML, in the order of their paths.
func htmlPages(t *testing.T) [][]byte {
	t.Helper()
	var pages [][]byte
	for _, name := range []string{"pages/fundus-fixtures", "pages/htmldate", "pages/scrapinghub", "pages/wcxb"} {
		err := filepath.WalkDir(corpus(t, name), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".gz") {
				return err
			}
			f, err := os.Open(path)
			if err != nil {
				return err
			}
			defer f.Close()
			z, err := gzip.NewReader(f)
			if err != nil {
				return err
			}
			raw, err := io.ReadAll(z)
			pages = append(pages, raw)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return pages
}

// readPage reads bytes as page.Read does.
func readPage(t *testing.T, raw []byte) *page.Page {
	t.Helper()
	path := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(path, raw, 0o644); err != nil {
		t.Fatal(err)
	}
	for p := range page.Read(t.Context(), []string{path}, page.Options{}) {
		return p
	}
	return nil
}

// TestCharset measures how many pages are read in their character set. A page that is valid UTF-8 with
// characters beyond ASCII is in UTF-8. The others of the corpora have no label, so pages in a legacy
// character set are made: each UTF-8 page in a language of such a set is converted, with its
// declaration taken away, so that only statistics can tell. Characters that the set does not have become
// entities, as they did when such pages were written.
func TestCharset(t *testing.T) {
	pages := htmlPages(t)
	utf8Pages, right := 0, 0
	legacy, misdeclared := map[string][2]int{}, map[string][2]int{}
	for _, raw := range pages {
		text := string(raw)
		if !utf8.Valid(raw) || utf8.RuneCountInString(text) == len(text) {
			continue
		}
		utf8Pages++
		if p := readPage(t, raw); p != nil && p.Charset == "utf-8" {
			right++
		}
		set := legacySet(text)
		if set == "" {
			continue
		}
		undeclared := strings.NewReplacer("charset", "xharset", "encoding=", "xncoding=").Replace(text)
		e, err := htmlindex.Get(set)
		if err != nil {
			t.Fatal(err)
		}
		converted, err := encoding.HTMLEscapeUnsupported(e.NewEncoder()).String(undeclared)
		if err != nil {
			t.Fatal(err)
		}
		want, err := e.NewDecoder().String(converted)
		if err != nil {
			t.Fatal(err)
		}
		tally(legacy, set, t, converted, want)
		// What a server or an editor declares that was never asked.
		const label = `<meta charset="iso-8859-1">`
		tally(misdeclared, set, t, label+converted, label+want)
	}
	record(t, "charset.utf8.right", float64(right)/float64(utf8Pages), fmt.Sprintf("share of %d UTF-8 pages read as UTF-8", utf8Pages))
	good, all := summed(t, legacy)
	record(t, "charset.legacy.guessed", ratio(good, all), fmt.Sprintf("share of %d pages converted to a legacy set and undeclared that are read without a changed character", all))
	good, all = summed(t, misdeclared)
	record(t, "charset.legacy.misdeclared", ratio(good, all), fmt.Sprintf("share of the %d pages, declared as iso-8859-1, that are read without a changed character", all))
}

// tally counts whether a page is read as it was written.
func tally(counts map[string][2]int, set string, t *testing.T, raw, want string) {
	count := counts[set]
	count[1]++
	if p := readPage(t, []byte(raw)); p != nil && p.Body == want {
		count[0]++
	}
	counts[set] = count
}

// summed adds up the counts of all sets.
func summed(t *testing.T, counts map[string][2]int) (good, all int) {
	for _, set := range legacySets {
		count := counts[set.name]
		good, all = good+count[0], all+count[1]
		t.Logf("%s: %d of %d", set.name, count[0], count[1])
	}
	return good, all
}

// legacySets are legacy character sets with the letters that a text in their languages has many of.
var legacySets = []struct {
	name    string
	letters func(rune) bool
}{
	{"windows-1251", func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }},
	{"windows-1253", func(r rune) bool { return unicode.Is(unicode.Greek, r) }},
	{"windows-1255", func(r rune) bool { return unicode.Is(unicode.Hebrew, r) }},
	{"windows-1256", func(r rune) bool { return unicode.Is(unicode.Arabic, r) }},
	{"windows-1252", func(r rune) bool {
		return strings.ContainsRune("äöüßéèêàáâçñãõåæøíóúôîûœ", unicode.ToLower(r))
	}},
	{"windows-1254", func(r rune) bool { return strings.ContainsRune("ğışçöü", unicode.ToLower(r)) }},
	{"windows-1250", func(r rune) bool {
		return strings.ContainsRune("ąćęłńóśźżčďěňřšťůžőűáéíýú", unicode.ToLower(r))
	}},
	{"shift_jis", func(r rune) bool { return unicode.In(r, unicode.Hiragana, unicode.Katakana) }},
	{"euc-kr", func(r rune) bool { return unicode.Is(unicode.Hangul, r) }},
	{"gbk", func(r rune) bool { return unicode.Is(unicode.Han, r) }},
}

// legacySet returns the first character set to which most letters of a text belong that are not
// ASCII, a hundred of them at least; or nothing.
func legacySet(text string) string {
	foreign := 0
	for _, r := range text {
		if r >= utf8.RuneSelf && unicode.IsLetter(r) {
			foreign++
		}
	}
	for _, set := range legacySets {
		letters := 0
		for _, r := range text {
			if set.letters(r) {
				letters++
			}
		}
		if letters >= 100 && 2*letters > foreign {
			return set.name
		}
	}
	return ""
}
