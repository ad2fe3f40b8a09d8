package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hearsay"
	"hearsay/demo"
	"hearsay/internal/tradition"
	"hearsay/origin"
)

// caseOf reads and compares the pages in a folder.
func caseOf(t *testing.T, dir string) *hearsay.Case {
	t.Helper()
	collection, err := hearsay.Collect(t.Context(), []string{dir}, hearsay.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return hearsay.Compare(collection, hearsay.Options{})
}

// cases are the demonstration pages, stories of the generator, one of them beside what cannot be read
// and what repeats another page, and nothing at all.
func cases(t *testing.T) map[string]*hearsay.Case {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "demo"), demo.Pages()); err != nil {
		t.Fatal(err)
	}
	all := map[string]*hearsay.Case{"nothing": {}, "the demonstration": caseOf(t, filepath.Join(dir, "demo"))}
	for seed := range uint64(6) {
		folder := filepath.Join(dir, strconv.FormatUint(seed, 10))
		writeStory(t, folder, tradition.New(tradition.Options{Seed: seed, Witnesses: 4 + 5*int(seed)}))
		if seed == 3 {
			spoil(t, folder)
		}
		all[fmt.Sprintf("story %d", seed)] = caseOf(t, folder)
	}
	return all
}

// writeStory writes the pages of a story as JSON lines into a folder.
func writeStory(t *testing.T, folder string, s tradition.Story) {
	t.Helper()
	var lines bytes.Buffer
	for _, p := range s.Pages {
		record := map[string]any{"id": p.ID, "url": p.URL, "title": p.Title + " <“&”>\u2028", "outlet": p.Outlet, "byline": p.Byline, "date": p.Date, "text": p.Body}
		if err := json.NewEncoder(&lines).Encode(record); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(folder, 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "pages.jsonl"), lines.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
}

// spoil adds a file that cannot be read and another copy of the pages to the folder of a story.
func spoil(t *testing.T, folder string) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(folder, "pages.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string][]byte{"a <b> & c.html": {0, 1}, "pages again.jsonl": data} {
		if err := os.WriteFile(filepath.Join(folder, name), content, 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// TestWriteCase checks that a case written record by record is the same bytes as one written at once,
// and its brief the same as that of the whole record.
func TestWriteCase(t *testing.T) {
	all := cases(t)
	if c := all["story 3"]; len(c.Skipped) == 0 || len(c.Duplicates) == 0 {
		t.Errorf("%d inputs skipped, %d duplicates: nothing to write", len(c.Skipped), len(c.Duplicates))
	}
	for name, c := range all {
		record := NewCase(c)
		var once, streamed bytes.Buffer
		if err := Write(&once, record, false); err != nil {
			t.Fatal(err)
		}
		if err := WriteCase(&streamed, c); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(once.String(), streamed.String()); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		if diff := cmp.Diff(record.Brief(), NewBrief(c)); diff != "" {
			t.Errorf("%s: the brief: %s", name, diff)
		}
		checkOdds(t, name, c, record)
		checkChains(t, name, c, record)
		checkColumns(t, name, c)
	}
}

// checkOdds checks that an edge has odds where they were asked, and nowhere else.
func checkOdds(t *testing.T, name string, c *hearsay.Case, record Case) {
	t.Helper()
	asked := 0
	for i, s := range record.Stories {
		for k, e := range s.Lineage.Edges {
			switch want := e.Directed && s.Lineage.Nodes[e.From].Missing == "" && !c.Stories[i].Lineage.Edges[k].Further; {
			case want != (e.Odds != nil):
				t.Errorf("%s: edge %d of %s: directed %v from %+v, odds %v", name, k, s.ID, e.Directed, s.Lineage.Nodes[e.From], e.Odds)
			case want:
				asked++
				if found := c.Stories[i].Lineage.Edges[k].Odds; *e.Odds != found {
					t.Errorf("%s: odds %v, found were %v", name, *e.Odds, found)
				}
			}
		}
	}
	if asked == 0 && len(record.Pairs) > 10 {
		t.Errorf("%s: no edge has odds", name)
	}
}

// checkChains counts pages, texts and origins from the records alone and compares that with the chain
// that the package origin tells.
func checkChains(t *testing.T, name string, c *hearsay.Case, record Case) {
	t.Helper()
	chain := func(o Origins) origin.Chain {
		iv := origin.Interval{AtLeast: o.AtLeast, AtMost: o.AtMost, Texts: o.Texts}
		for _, g := range o.Groups {
			iv.Groups = append(iv.Groups, origin.Group{Articles: make([]int, len(g.Articles)), Basis: g.Basis})
		}
		return iv.Chain()
	}
	for i, s := range c.Stories {
		if got, want := chain(*record.Stories[i].Origins), s.Origins.Chain(); got != want || want.Texts == 0 {
			t.Errorf("%s: the record of %s tells %s, found was %s", name, s.ID, got, want)
		}
		for k, x := range s.Statements {
			if got, want := chain(record.Stories[i].Statements[k].Origins), x.Origins.Chain(); got != want || want.Texts == 0 {
				t.Errorf("%s: the record of %s tells %s, found was %s", name, x.ID, got, want)
			}
		}
	}
}

// checkColumns reads the tables back and compares their numbers with what was found: the mass of every
// passage, and the odds of the edge of every clue.
func checkColumns(t *testing.T, name string, c *hearsay.Case) {
	t.Helper()
	dir := t.TempDir()
	if _, err := WriteTables(dir, c); err != nil {
		t.Fatal(err)
	}
	var mass, odds []string
	for _, p := range c.Pairs {
		for _, x := range p.Passages {
			mass = append(mass, decimal(x.Mass))
		}
	}
	for _, s := range c.Stories {
		for _, e := range s.Lineage.Edges {
			cell := ""
			if e.Directed && !e.Further && s.Lineage.Nodes[e.From].Article >= 0 {
				cell = strconv.FormatFloat(e.Odds, 'f', -1, 64)
			}
			for range e.Clues {
				odds = append(odds, cell)
			}
		}
	}
	if diff := cmp.Diff(mass, column(t, dir, "passages.csv", "mass")); diff != "" {
		t.Errorf("%s: %s", name, diff)
	}
	if diff := cmp.Diff(odds, column(t, dir, "lineage.csv", "odds")); diff != "" {
		t.Errorf("%s: %s", name, diff)
	}
}

// column returns the cells of the last column of a table, which must have this name.
func column(t *testing.T, dir, table, name string) []string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, table))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	last := len(rows[0]) - 1
	if rows[0][last] != name {
		t.Errorf("%s: the last column is %s", table, rows[0][last])
	}
	var cells []string
	for _, row := range rows[1:] {
		cells = append(cells, row[last])
	}
	return cells
}

// TestWriteCaseFails checks that the error of the writer comes out, and that a list ends at the first.
func TestWriteCaseFails(t *testing.T) {
	if err := WriteCase(fullDisk{}, twoArticles()); err == nil {
		t.Error("no error from a writer that fails")
	}
	o, made := newObjectWriter(io.Discard), 0
	o.list("channels", 10, func(int) any { made++; return make(chan int) })
	if err := o.end(); err == nil || made != 1 {
		t.Errorf("values that cannot be written: %v, %d were made", err, made)
	}
}

// TestWriteFile checks that a file is replaced as a whole or not at all, and that nothing else stays in
// its folder.
func TestWriteFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "record.json")
	broken := errors.New("no space left")
	for _, step := range []struct {
		write string
		err   error
		want  string
	}{{"first", nil, "first"}, {"half of the sec", broken, "first"}, {"second", nil, "second"}} {
		err := WriteFile(path, func(w io.Writer) error {
			_, err := io.WriteString(w, step.write)
			return errors.Join(err, step.err)
		})
		if !errors.Is(err, step.err) {
			t.Errorf("write %q: error %v, want %v", step.write, err, step.err)
		}
		if got, err := os.ReadFile(path); err != nil || string(got) != step.want {
			t.Errorf("after %q the file holds %q (%v), want %q", step.write, got, err, step.want)
		}
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 1 {
		t.Errorf("left in the folder: %v, %v", entries, err)
	}
	if err := WriteFile(filepath.Join(dir, "none", "record.json"), func(io.Writer) error { return nil }); err == nil {
		t.Error("no error where the folder does not exist")
	}
}
