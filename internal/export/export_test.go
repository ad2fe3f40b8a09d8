package export

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"hearsay"
	"hearsay/article"
	"hearsay/page"
	"hearsay/reuse"
	"hearsay/text"
)

func TestGuard(t *testing.T) {
	for cell, want := range map[string]string{
		"":            "",
		"plain":       "plain",
		"a=b":         "a=b",
		"=1+1":        "'=1+1",
		" =1+1":       "' =1+1",
		"+49 30":      "'+49 30",
		"-5":          "-5",
		"-1.386":      "-1.386",
		"-5+1":        "'-5+1",
		"-5\n":        "'-5\n",
		"@evil":       "'@evil",
		"＝1":          "'＝1",
		"\t=1":        "'\t=1",
		"\n=1":        "'\n=1",
		"\u00a0=1":    "'\u00a0=1",
		"“=” is odd":  "“=” is odd",
		"قال - اليوم": "قال - اليوم",
	} {
		if got := guard(cell); got != want {
			t.Errorf("guard(%q) = %q, want %q", cell, got, want)
		}
	}
}

func twoArticles() *hearsay.Case {
	a := &article.Article{ID: "a", Outlet: "=A", Doc: text.NewDoc("😀 The mayor of Altfurt said on Monday that the old bridge would stay closed until the repair of its eastern pier was finished.")}
	b := &article.Article{ID: "b", Title: "Bridge,\n\"closed\"", Doc: text.NewDoc("The mayor of Altfurt said on Friday that the old bridge would stay closed until the repair of its eastern pier was finished.")}
	articles := []*article.Article{a, b}
	return &hearsay.Case{
		Articles: articles, Pairs: reuse.Find(hearsay.Docs(articles), reuse.Options{}),
		Skipped: []page.Skip{{Source: page.Source{Path: "x\ny"}, Reason: "why"}},
	}
}

// TestOffsets checks that exported offsets count code points and point at the words beside them.
func TestOffsets(t *testing.T) {
	c := twoArticles()
	record := NewCase(c)
	if len(record.Pairs) != 1 || len(record.Pairs[0].Passages) != 1 {
		t.Fatalf("pairs: %+v", record.Pairs)
	}
	x := record.Pairs[0].Passages[0]
	words := []rune(c.Articles[0].Doc.String())
	if got := string(words[x.A.Start:x.A.End]); got != x.A.Exact || x.A.Start != 2 {
		t.Errorf("passage at %d–%d is %q, exact says %q", x.A.Start, x.A.End, got, x.A.Exact)
	}
	var from, to []string
	for _, e := range x.Edits {
		from, to = append(from, e.A), append(to, e.B)
	}
	if got, want := text.Fold(strings.Join(from, " ")), text.Fold(x.A.Exact); got != want {
		t.Errorf("the edits spell %q of a, the passage is %q", got, want)
	}
	if got, want := text.Fold(strings.Join(to, " ")), text.Fold(x.B.Exact); got != want {
		t.Errorf("the edits spell %q of b, the passage is %q", got, want)
	}
}

// TestTables checks that every table can be read back: a byte order mark, then RFC 4180 with as many
// cells in every row as in the header.
func TestTables(t *testing.T) {
	dir := t.TempDir()
	names, err := WriteTables(dir, twoArticles())
	if err != nil {
		t.Fatal(err)
	}
	if len(names) != 11 {
		t.Errorf("tables: %v", names)
	}
	for _, name := range names {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		rest, ok := bytes.CutPrefix(data, []byte("\ufeff"))
		if !ok {
			t.Errorf("%s has no byte order mark", name)
		}
		rows, err := csv.NewReader(bytes.NewReader(rest)).ReadAll()
		if err != nil || len(rows) == 0 {
			t.Errorf("%s: %d rows, %v", name, len(rows), err)
		}
		for _, row := range rows {
			for _, cell := range row {
				if cell != "" && strings.ContainsRune("=+-@", rune(cell[0])) && !negative.MatchString(cell) {
					t.Errorf("%s: the cell %q could be run as a formula", name, cell)
				}
			}
		}
	}
}

// TestWriteLines checks that records come out in order, whatever the number of goroutines, and that
// an error of the writer is returned.
func TestWriteLines(t *testing.T) {
	for _, n := range []int{0, 1, linesBlock, 5*linesBlock + 3} {
		var b bytes.Buffer
		if err := WriteLines(&b, n, func(i int) any { return i }); err != nil {
			t.Fatal(err)
		}
		lines := strings.Fields(b.String())
		if len(lines) != n {
			t.Fatalf("%d lines, want %d", len(lines), n)
		}
		for i, line := range lines {
			if line != strconv.Itoa(i) {
				t.Fatalf("line %d is %q", i, line)
			}
		}
	}
	if err := WriteLines(fullDisk{}, 100_000, func(i int) any { return i }); err == nil {
		t.Error("no error from a writer that fails")
	}
	if err := WriteLines(io.Discard, 1, func(int) any { return make(chan int) }); err == nil {
		t.Error("no error from a record that cannot be written as JSON")
	}
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("no space left") }
