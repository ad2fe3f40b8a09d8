package article

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

// recordLine is a line of JSON lines with these fields.
func recordLine(t testing.TB, fields map[string]string) string {
	t.Helper()
	line, err := json.Marshal(fields)
	if err != nil {
		t.Fatal(err)
	}
	return string(line) + "\n"
}

// scrapeLines is a flattened page with furniture that is known on any page.
func scrapeLines(seed string) string {
	return strings.Join(slices.Concat([]string{"Home", "Search", "News & views", "Share this article", "Copy link"}, titleLine(seed),
		[]string{"Photo: Ada Quill/The Ledger"}, sentences(seed, 3), []string{"Advertisement"}, sentences(seed+"b", 2), []string{"12 Comments", "Most read", "Privacy policy", "Contact us"}), "\n")
}

// The text of a record that is a flattened page is read like one; its fields win over its lines, and its
// paragraphs point to the bytes of the record.
func TestReadRecordWithScrape(t *testing.T) {
	line := recordLine(t, map[string]string{"id": "r1", "title": "Title “of” the record", "date": "2026-03-11", "text": scrapeLines("Arda")})
	p := readFile(t, "in.jsonl", line)
	a, err := Read(p)
	if err != nil {
		t.Fatal(err)
	}
	checkArticle(t, p, a)
	if want := strings.Join(append(sentences("Arda", 3), sentences("Ardab", 2)...), "\n\n"); a.Doc.String() != want {
		t.Errorf("got %q", a.Doc)
	}
	if a.Verbatim || a.ID != "r1" || a.Title != "Title “of” the record" || a.Published == nil || a.Published.From.Day() != 11 {
		t.Errorf("verbatim %v, id %s, title %q, published %v", a.Verbatim, a.ID, a.Title, a.Published)
	}
	for _, q := range a.Paragraphs {
		if q.PageStart < 0 {
			t.Errorf("no place for %q", a.Doc.Text(q.Span))
		}
	}
	if !slices.ContainsFunc(a.Removed, func(r Removed) bool { return r.Reason == isCaption && strings.Contains(r.Exact, "Ada Quill") }) {
		t.Errorf("removed %v", a.Removed)
	}
	given, err := ReadVerbatim(p)
	if err != nil {
		t.Fatal(err)
	}
	checkArticle(t, p, given)
	if given.Doc.String() != p.Fields.Text || !given.Verbatim || len(given.Removed) > 0 {
		t.Errorf("read verbatim as %q, removed %v", given.Doc, given.Removed)
	}
}

// Short lines alone make no flattened page.
func TestIsScrape(t *testing.T) {
	prose := strings.Join(sentences("Arda", 5), "\n")
	for name, c := range map[string]struct {
		text string
		want bool
	}{
		"article":          {prose, false},
		"article with one": {"Photo: Ada Quill\nShare\n" + prose, false},
		"list":             {"Results of the day\nArda 3\nBrul 2\nLosk 1\nNaru 0\nDellmar 4\n" + sentences("Arda", 1)[0], false},
		"interview":        {strings.Repeat("Quill\nWhy?\nVane\n"+sentences("Arda", 1)[0]+"\n", 6), false},
		"scrape":           {scrapeLines("Arda"), true},
		"nothing":          {"", false},
	} {
		if got := isScrape(c.text); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// What recurs is taken out of the texts of records too, unless they were read verbatim.
func TestSiblingRecords(t *testing.T) {
	const label, box = "Follow the Ledger on the quay", "Readers of the Ledger receive the evening letter with the tide table for the coming day at no cost."
	read := func(seed string, read func(string) *Article) *Article {
		return read(recordLine(t, map[string]string{"id": seed, "url": "https://ledger.example/" + seed,
			"text": strings.Join(append(sentences(seed, 4), box, label), "\n\n")}))
	}
	open := func(line string) *Article {
		p := readFile(t, "in.jsonl", line)
		a, err := Read(p)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { checkArticle(t, p, a) })
		return a
	}
	verbatim := func(line string) *Article {
		a, err := ReadVerbatim(readFile(t, "in.jsonl", line))
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	a, b, c := read("Arda", open), read("Brul", open), read("Cern", verbatim)
	if !a.Verbatim {
		t.Error("a clean record is not kept byte for byte")
	}
	RemoveFurniture([]*Article{a, b, c})
	for i, seed := range []string{"Arda", "Brul"} {
		if got := []*Article{a, b}[i]; got.Doc.String() != strings.Join(sentences(seed, 4), "\n\n") || got.Verbatim {
			t.Errorf("%s: %q, verbatim %v", seed, got.Doc, got.Verbatim)
		}
	}
	if !strings.HasSuffix(c.Doc.String(), label) || !c.Verbatim {
		t.Errorf("read verbatim and changed: %q", c.Doc)
	}
	line, err := json.Marshal(c.Record())
	if err != nil {
		t.Fatal(err)
	}
	again, err := Read(readFile(t, "in.jsonl", string(line)+"\n"))
	if err != nil {
		t.Fatal(err)
	}
	RemoveFurniture([]*Article{a, again})
	if !strings.HasSuffix(again.Doc.String(), label) {
		t.Errorf("a record that Hearsay wrote was changed: %q", again.Doc)
	}
}
