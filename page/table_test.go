package page

import (
	"bytes"
	"encoding/csv"
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// rowsOf reads all rows of a table with a rowScanner.
func rowsOf(s string, delimiter byte) [][]string {
	var out [][]string
	t := newTape(strings.NewReader(s))
	rows := rowScanner{layout: layout{delimiter: delimiter, lineEnd: '\n'}}
	for rows.next(t, 1<<20) == nil {
		if len(rows.raw) == 0 {
			continue // as encoding/csv does
		}
		var row []string
		for _, c := range rows.cells {
			row = append(row, strings.ReplaceAll(c.decode(rows.raw), "\r\n", "\n"))
		}
		out = append(out, row)
	}
	return out
}

// TestRowsAsCSV compares the scanner with encoding/csv.
func TestRowsAsCSV(t *testing.T) {
	inputs := []string{
		"a,b\n1,2\n", "a,b\r\n1,2", "\"a\"\"b\",c\n", "\"a\nb\",c\n\nd,e", "a\"b,\"c\"d\",e\n", "\"a,b\"x,y\n", ",,\n,\n", "\"\",\"\"\n",
		"\"\"\"\"\n", "a,\"b\r\nc\"\r\nd,e\r\n", "\"a\" ,b\n",
	}
	random := rand.New(rand.NewPCG(3, 4))
	for range 20000 {
		b := make([]byte, 1+random.IntN(24))
		for i := range b {
			b[i] = "ab,\"\"\n\n x"[random.IntN(9)]
		}
		inputs = append(inputs, string(b))
	}
	for _, in := range inputs {
		r := csv.NewReader(strings.NewReader(in))
		r.LazyQuotes, r.FieldsPerRecord = true, -1
		want, err := r.ReadAll()
		if err != nil {
			t.Fatalf("%q: %v", in, err)
		}
		if diff := cmp.Diff(want, rowsOf(in, ',')); diff != "" {
			t.Fatalf("%q (-want +got):\n%s", in, diff)
		}
	}
}

func TestReadTable(t *testing.T) {
	dir := files(t, map[string]string{
		"a.csv": "\xef\xbb\xbfURL,Headline,Article Text,Author\r\nhttps://harbour.example/1,First,\"He said \"\"no\"\".\r\nThen he left.\",A. Baker\r\n" +
			"\r\nhttps://harbour.example/2,Second,,B\r\nhttps://harbour.example/3,Third,plain \"text\" here,C,extra\r\nhttps://harbour.example/4\r\n",
		"b.tsv":  "id\ttitle\tcontent\tbody\n1\tOne\tshort\tThe body.\n2\tTwo\tThe content.\t\n",
		"c.csv":  "name;wert\n1;2\n",
		"d":      "title;text\nOne;The text, with a comma.\n",
		"e.txt":  "Ferry, harbour, text\nThis is no table, it is a text.\n",
		"f.csv":  string(encoded(t, "title;text\nÉtoile;Déjà là, dit-il, à l’hôtel.\n", "windows-1252")),
		"g.csv":  "id,text\n1,\"never closed\n2,after it\n3,closed again\n",
		"h.csv":  "id,text\n1,\"cut off in the middle\nof a text of two lines",
		"i.csv":  "id,text\n1,\"" + strings.Repeat("long and never closed\n", 200) + "2,after it\n",
		"j.csv":  "title,text\n",
		"k.tsv":  "\xff\xfe" + string(encoded(t, "title\ttext\nÉtoile\tقال المتحدث\n", "utf-16le")),
		"l.html": "title,text\n<p>One</p>,<div>two</div>\n<p>a</p>,b\n",
	})
	want := []string{
		"record a.csv row 2: He said \"no\".\r\nThen he left.",
		"skip a.csv row 4: its text is empty",
		"record a.csv row 5: plain \"text\" here",
		"skip a.csv row 6: its text is empty",
		"record b.tsv row 2: The body.",
		"record b.tsv row 3: The content.",
		`skip c.csv: a table without a column for the text; row 1 names "name", "wert": say --field text=NAME`,
		"record d row 2: The text, with a comma.",
		"text e.txt: Ferry, harbour, text\nThis is no table, it is a text.",
		"record f.csv row 2: Déjà là, dit-il, à l’hôtel.",
		"skip g.csv row 2: a quotation mark is opened and never closed: its first line is left out",
		"record g.csv row 3: after it",
		"record g.csv row 4: closed again",
		"record h.csv row 2: cut off in the middle\nof a text of two lines (the last cell is not closed by a quotation mark)",
		"skip i.csv row 2: longer than 1 KiB, perhaps because a quotation mark is not closed: its first line is left out; " +
			"if the row is really so long, raise the limit with --max-page",
		"record i.csv row 202: after it",
		"skip i.csv: 100 more records could not be read either; the first 100 are listed",
		"skip j.csv: the table has no rows below its header",
		"record k.tsv row 2: قال المتحدث",
		"html l.html: title,text\n<p>One</p>,<div>two</div>\n<p>a</p>,b",
	}
	got := told(t, Options{MaxPage: 1024}, dir)
	lines := 0
	var brief []string
	for _, line := range got {
		if strings.HasPrefix(line, "skip i.csv row") && strings.HasSuffix(line, ": its text is empty") {
			lines++
			continue
		}
		brief = append(brief, line)
	}
	if diff := cmp.Diff(want, brief); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if lines != 99 {
		t.Errorf("%d lines behind the open quotation mark are reported singly", lines)
	}
}

// TestTape winds a tape back again and again over a reader that gives a byte at a time.
func TestTape(t *testing.T) {
	content := bytes.Repeat([]byte("0123456789\n"), 30000)
	tp := newTape(&dribble{content, 7777})
	random := rand.New(rand.NewPCG(5, 6))
	var got []byte
	for left := 60; ; {
		line, err := tp.line(int64(1 + random.IntN(12)))
		got = append(got, line...)
		if left > 0 && len(got) > 200000 && random.IntN(20) == 0 {
			left--
			n := min(len(got), 1+random.IntN(100000))
			tp.unread(bytes.Clone(got[len(got)-n:]))
			got = got[:len(got)-n]
		}
		if tp.at != int64(len(got)) || !bytes.Equal(got[max(0, len(got)-50):], content[max(0, len(got)-50):len(got)]) {
			t.Fatalf("at %d after %d bytes, which end in %q", tp.at, len(got), got[max(0, len(got)-50):])
		}
		if err != nil && err != errLineTooLong {
			break
		}
	}
	if !bytes.Equal(got, content) {
		t.Errorf("%d bytes of %d", len(got), len(content))
	}
}

// A dribble gives at most most bytes at once.
type dribble struct {
	left []byte
	most int
}

func (d *dribble) Read(p []byte) (int, error) {
	n := copy(p[:min(len(p), d.most)], d.left)
	d.left = d.left[n:]
	if n == 0 {
		return 0, io.EOF
	}
	return n, nil
}
