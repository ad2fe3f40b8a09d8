package demo

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
	"golang.org/x/text/encoding/htmlindex"
)

func readGold(t *testing.T) *Gold {
	t.Helper()
	gold, err := ReadGold()
	if err != nil {
		t.Fatal(err)
	}
	return gold
}

// readFiles returns the bytes of every file of the corpus, decompressed, by path.
func readFiles(t *testing.T) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	err := fs.WalkDir(Pages(), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(Pages(), path)
		if err == nil && strings.HasSuffix(path, ".gz") {
			data, err = gunzip(data)
		}
		out[path] = data
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func gunzip(data []byte) ([]byte, error) {
	r, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

// readPages returns what a reader sees on every page, by the name that the gold file uses: decoded
// from the charset that the gold file gives, without mark-up, white space collapsed.
func readPages(t *testing.T, gold *Gold) map[string]string {
	t.Helper()
	charsets := map[string]string{}
	for _, p := range gold.Pages {
		charsets[p.Page] = p.Charset
	}
	out := map[string]string{}
	for path, data := range readFiles(t) {
		if strings.HasSuffix(path, ".jsonl") {
			for i, line := range strings.Split(strings.TrimSuffix(string(data), "\n"), "\n") {
				out[fmt.Sprintf("%s#line %d", path, i+1)] = visible(recordText(t, line))
			}
			continue
		}
		decoded := decode(t, path, charsets[path], data)
		if !strings.HasSuffix(path, ".txt") {
			decoded = withoutMarkup(decoded)
		}
		out[path] = visible(decoded)
	}
	return out
}

func recordText(t *testing.T, line string) string {
	t.Helper()
	var r struct{ Title, Text string }
	if err := json.Unmarshal([]byte(line), &r); err != nil {
		t.Fatal(err)
	}
	return r.Title + "\n" + r.Text
}

// decode decodes data; a page that is said to be in an old charset must not pass for UTF-8 too.
func decode(t *testing.T, path, charset string, data []byte) string {
	t.Helper()
	if utf8.Valid(data) != (charset == "utf-8") {
		t.Errorf("%s: valid UTF-8: %v, but the charset is %q", path, utf8.Valid(data), charset)
	}
	enc, err := htmlindex.Get(charset)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	decoded, err := enc.NewDecoder().Bytes(data)
	if err != nil || bytes.ContainsRune(decoded, utf8.RuneError) {
		t.Errorf("%s does not decode from %s: %v", path, charset, err)
	}
	return string(decoded)
}

func withoutMarkup(page string) string {
	var out strings.Builder
	z := html.NewTokenizer(strings.NewReader(page))
	for hidden := false; ; {
		switch z.Next() {
		case html.ErrorToken:
			return out.String()
		case html.StartTagToken, html.EndTagToken:
			token := z.Token()
			if token.Data == "script" || token.Data == "style" {
				hidden = token.Type == html.StartTagToken
			}
		case html.TextToken:
			if !hidden {
				out.WriteString(z.Token().Data)
			}
		}
	}
}

func visible(text string) string { return strings.Join(strings.Fields(text), " ") }

func samePages(t *testing.T, what string, want, got []string) {
	t.Helper()
	if diff := cmp.Diff(slices.Sorted(slices.Values(want)), slices.Sorted(slices.Values(got))); diff != "" {
		t.Errorf("%s (- all, + listed):\n%s", what, diff)
	}
}

// checkBounds checks that the bounds that count as right never exclude the truth.
func checkBounds(t *testing.T, what string, o Origins) {
	t.Helper()
	if len(o.AtLeast) == 0 || len(o.AtMost) == 0 || o.True < 1 || slices.Max(o.AtLeast) > o.True || slices.Min(o.AtMost) < o.True {
		t.Errorf("%s: %d origins do not lie within %v to %v", what, o.True, o.AtLeast, o.AtMost)
	}
}

// credits reports whether a page names a source of its text.
func credits(p Page, name string) bool {
	return slices.ContainsFunc(p.Credits, func(c Credit) bool {
		return name != "" && c.Name == name && c.Kind != "photo" && c.Kind != "pool"
	})
}

// before reports whether a was published before b whatever the dates of the two pages leave open.
func before(a, b Page) bool {
	if a.Published == nil || b.Published == nil {
		return false
	}
	_, latest := bounds(a.Published.Value)
	earliest, _ := bounds(b.Published.Value)
	return latest.Before(earliest)
}

// longestRun returns the length of the longest run of words that two texts share, letter case and
// punctuation aside.
func longestRun(a, b string) int {
	x, y := plainWords(a), plainWords(b)
	longest := 0
	above := make([]int, len(y)+1)
	for i := range x {
		row := make([]int, len(y)+1)
		for j := range y {
			if x[i] == y[j] {
				row[j+1] = above[j] + 1
				longest = max(longest, row[j+1])
			}
		}
		above = row
	}
	return longest
}

// plainWords returns the words of a text in lower case, quotation marks and digits in one form.
func plainWords(s string) []string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '’':
			return '\''
		case r >= '٠' && r <= '٩':
			return r - '٠' + '0'
		}
		return unicode.ToLower(r)
	}, s)
	return strings.FieldsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && r != '\''
	})
}

// bounds returns the first and the last moment that a date of the gold file may mean. What bears no
// zone may have been written anywhere on earth, from 14 hours ahead of UTC to 12 behind.
func bounds(value string) (from, to time.Time) {
	const ahead, behind, day = 14 * time.Hour, 12 * time.Hour, 24*time.Hour - 1
	if at, err := time.Parse(time.RFC3339, value); err == nil {
		return at, at
	}
	if at, err := time.Parse("2006-01-02T15:04", value); err == nil {
		return at.Add(-ahead), at.Add(behind)
	}
	at, err := time.Parse(time.DateOnly, value)
	if err != nil {
		panic("no date: " + value)
	}
	return at.Add(-ahead), at.Add(behind + day)
}
