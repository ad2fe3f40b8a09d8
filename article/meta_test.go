package article

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/tools/txtar"

	"hearsay/internal/golden"
	"hearsay/page"
)

// showMeta writes what a page says about itself, one finding a line.
func showMeta(m meta) string {
	var b strings.Builder
	line := func(label, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s: %s\n", label, value)
		}
	}
	line("title", m.title)
	line("outlet", m.outlet)
	line("canonical", m.canonical)
	line("language", m.language)
	line("byline", strings.Join(m.byline, " | "))
	showDate(&b, "published", m.published)
	showDate(&b, "modified", m.modified)
	b.WriteString(show(m.credits))
	for _, w := range m.warnings {
		line("\nwarning", w)
	}
	return strings.TrimSpace(b.String()) + "\n"
}

func showDate(b *strings.Builder, label string, d *Date) {
	if d == nil {
		return
	}
	fmt.Fprintf(b, "%s: %s for %s, %s\n", label, d.From.Format(time.RFC3339), d.To.Sub(d.From), d.Grade)
	for _, e := range d.Evidence {
		against := ""
		if !e.Agrees {
			against = " (differs)"
		}
		fmt.Fprintf(b, "  %s: %s%s\n", e.Kind, e.Value, against)
	}
}

// TestMeta runs the pages of testdata/meta: each archive holds a page (page.html) or a flattened text
// (page.txt), its address and time of capture in the comment, and what is read from it.
func TestMeta(t *testing.T) {
	golden.Archives(t, "testdata/meta/*.txtar", func(t *testing.T, a *txtar.Archive) map[string]string {
		address, captured := pageOf(t, string(a.Comment))
		if strings.Contains(a.Files[0].Name, "html") {
			root, err := html.Parse(strings.NewReader(golden.Input(t, a, "page.html")))
			if err != nil {
				t.Fatal(err)
			}
			return map[string]string{"want": showMeta(readMeta(root, address, captured))}
		}
		lines := strings.Split(strings.TrimSuffix(golden.Input(t, a, "page.txt"), "\n"), "\n")
		m, used := flatMeta(lines, address, captured)
		out := showMeta(m) + "used:\n"
		for i, line := range lines {
			if used[i] {
				out += "  " + line + "\n"
			}
		}
		return map[string]string{"want": out}
	})
}

// pageOf reads “url: …” and “captured: …” from the comment of an archive.
func pageOf(t *testing.T, comment string) (address string, captured time.Time) {
	for line := range strings.Lines(comment) {
		label, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		switch label {
		case "url":
			address = value
		case "captured":
			at, err := time.Parse(time.RFC3339, value)
			if err != nil {
				t.Fatal(err)
			}
			captured = at
		}
	}
	return address, captured
}

func TestRecordMeta(t *testing.T) {
	for _, c := range []struct {
		name   string
		fields page.Fields
		url    string
		want   string
	}{
		{"RFC 3339", page.Fields{Title: "Bridge closed ", Date: "2024-03-05T10:15:30+02:00", Outlet: "Arda Courier", Byline: []string{"By Jane Doe and John Roe"}},
			"", "title: Bridge closed\noutlet: Arda Courier\nbyline: Jane Doe | John Roe\npublished: 2024-03-05T10:15:30+02:00 for 1s, likely\n  field date: 2024-03-05T10:15:30+02:00\n"},
		{"no zone", page.Fields{Date: "2015-07-21 02:51:32"},
			"", "published: 2015-07-21T02:51:32Z for 1s, likely\n  field date (no time zone, read as UTC): 2015-07-21 02:51:32\n"},
		{"midnight", page.Fields{Date: "2015-09-15T00:00:00"},
			"", "published: 2015-09-15T00:00:00Z for 24h0m0s, likely\n  field date: 2015-09-15T00:00:00\n"},
		{"Unix milliseconds", page.Fields{Date: "1709633730000"},
			"", "published: 2024-03-05T10:15:30Z for 1s, likely\n  field date: 1709633730000\n"},
		{"two ways", page.Fields{Date: "03/05/2024"},
			"", "published: 2024-05-03T00:00:00Z for 24h0m0s, unclear\n  field date: 03/05/2024\n\nwarning: the date 03/05/2024 can be read in two ways; it is read as day, month, year\n"},
		{"with the address", page.Fields{Date: "Mar 5, 2024"}, "https://herald.example/2024/03/05/bridge",
			"published: 2024-03-05T00:00:00Z for 24h0m0s, strong\n  URL: 2024/03/05\n  field date: Mar 5, 2024\n"},
		{"unreadable", page.Fields{Date: "last spring"}, "", "warning: the date of the record cannot be read: last spring\n"},
		{"agency", page.Fields{Byline: []string{"AFP"}}, "", "byline: AFP\nrepublication Agence France-Presse: AFP\n"},
		{"nothing", page.Fields{}, "", "\n"},
	} {
		if got := showMeta(recordMeta(&c.fields, c.url, time.Time{})); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

// Dates that cannot be are not taken: before the web, and after the capture.
func TestImpossibleDates(t *testing.T) {
	captured := time.Date(2024, 3, 5, 12, 0, 0, 0, time.UTC)
	for _, date := range []string{"1889-03-05T10:00:00Z", "2024-03-07T10:00:00Z", "1970-01-01T00:00:00Z"} {
		root, _ := html.Parse(strings.NewReader(`<meta property="article:published_time" content="` + date + `"><h1>The bridge</h1>`))
		if m := readMeta(root, "", captured); m.published != nil {
			t.Errorf("%s was taken for the date of publication: %+v", date, m.published)
		}
	}
}

// A page of unknown address that names another house as the home of its text is its own by og:url.
func TestForeignHome(t *testing.T) {
	const head = `<link rel="canonical" href="https://courier.example/bridge"><meta property="og:url" content="https://ledger.example/bridge"><h1>The bridge</h1>`
	for _, base := range []string{"", "https://ledger.example/bridge"} {
		root, _ := html.Parse(strings.NewReader(head))
		m := readMeta(root, base, time.Time{})
		if got, want := show(m.credits), "republication courier.example: https://courier.example/bridge"; got != want {
			t.Errorf("at %q: credits %q, want %q", base, got, want)
		}
		if base == "" && m.canonical != "https://ledger.example/bridge" {
			t.Errorf("canonical %q", m.canonical)
		}
	}
}

// Depth and size of JSON-LD are bounded.
func TestHostileLinkedData(t *testing.T) {
	for name, script := range map[string]string{
		"deep":      strings.Repeat(`{"@graph":[`, 9_000) + strings.Repeat(`]}`, 9_000),
		"unclosed":  strings.Repeat(`{"author":[`, 100_000),
		"wide":      `{"@type":"NewsArticle","author":[` + strings.Repeat(`"A B",`, 100_000) + `"C D"]}`,
		"quotes":    strings.Repeat(`"`, 100_001),
		"net":       `{"@graph":[{"@type":"NewsArticle","author":{"@id":"#a"}},{"@id":"#a","name":[` + strings.TrimSuffix(strings.Repeat(`{"@id":"#a"},`, 40), ",") + `]}]}`,
		"backslash": `{"headline":"` + strings.Repeat(`\`, 100_001) + `"}`,
	} {
		ld := readLinkedData([]string{script}, nil)
		if len(ld.authors) > 100 {
			t.Errorf("%s: %d authors", name, len(ld.authors))
		}
	}
}

func TestParseLD(t *testing.T) {
	for name, c := range map[string]struct{ script, headline, published string }{
		"plain":            {`{"@type":"NewsArticle","headline":"Bridge closed","datePublished":"2024-03-05"}`, "Bridge closed", "2024-03-05"},
		"graph":            {`{"@graph":[{"@type":"WebSite","name":"X"},{"@type":["Thing","ReportageNewsArticle"],"headline":"Bridge closed","datePublished":"2024-03-05"}]}`, "Bridge closed", "2024-03-05"},
		"array in comment": {"<!--\n[{\"@type\":\"Article\",\"headline\":\"Bridge\nclosed\",\"datePublished\":[\"2024-03-05\"],},]\n-->", "Bridge closed", "2024-03-05"},
		"CDATA":            {"//<![CDATA[\n{\"@type\":\"https://schema.org/NewsArticle\",\"headline\":\"Bridge &amp; road\",\"datePublished\":\"2024-03-05\"}\n//]]>", "Bridge & road", "2024-03-05"},
		"not JSON":         {`{"@type":"NewsArticle","headline":"Bridge closed","datePublished":"2024-03-05","description":"he said "no" again"}`, "Bridge closed", "2024-03-05"},
		"list of others":   {`{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","headline":"Other","datePublished":"2020-01-01"}]}`, "", ""},
	} {
		ld := readLinkedData([]string{c.script}, nil)
		if got := strings.Join(ld.headline, "|"); got != c.headline {
			t.Errorf("%s: headline %q", name, got)
		}
		if got := strings.Join(ld.published, "|"); got != c.published {
			t.Errorf("%s: published %q", name, got)
		}
	}
}

func FuzzReadMeta(f *testing.F) {
	for _, s := range []string{
		`<html lang=en><title>Bridge closed | Courier</title><h1>Bridge closed</h1><p>By Jane Doe</p><time datetime="2024-03-05">5 March</time>`,
		`<script type="application/ld+json">{"@type":"NewsArticle","author":{"@id":"#a"},"datePublished":"2024-03-05"}</script>`,
		`<meta property="article:published_time" content="2024-03-05T10:00:00Z"><link rel=canonical href="//x/y#z">`,
		`<figure><figcaption>The bridge. Jane Doe/AP</figcaption></figure><div class="byline date">Mar 5, 2024, AFP</div>`,
	} {
		f.Add(s, "https://herald.example/2024/03/05/bridge")
	}
	captured := time.Date(2024, 3, 6, 0, 0, 0, 0, time.UTC)
	f.Fuzz(func(t *testing.T, s, address string) {
		root, err := html.Parse(strings.NewReader(s))
		if err != nil {
			t.Skip()
		}
		checkMeta(t, readMeta(root, address, captured))
	})
}

func FuzzFlatMeta(f *testing.F) {
	f.Add("Home\nNews\nBridge closed | Arda Courier\nBridge closed\nBy Jane Doe\n5 March 2024\nText.")
	f.Add("Title: x\nDate: 3/5/2024\nURL: https://a.example\n\n")
	f.Fuzz(func(t *testing.T, s string) {
		lines := strings.Split(s, "\n")
		m, used := flatMeta(lines, "", time.Time{})
		if len(used) != len(lines) {
			t.Fatalf("%d marks for %d lines", len(used), len(lines))
		}
		checkMeta(t, m)
	})
}

// checkMeta fails if a finding is out of form: dates without an interval or evidence, names that are
// empty or in several lines, credits with a span.
func checkMeta(t *testing.T, m meta) {
	t.Helper()
	for _, d := range []*Date{m.published, m.modified} {
		if d != nil && (!d.From.Before(d.To) || len(d.Evidence) == 0 || !d.Evidence[0].Agrees) {
			t.Fatalf("date %+v", d)
		}
	}
	for _, s := range append(append([]string{m.title, m.outlet}, m.byline...), m.canonical) {
		if strings.ContainsAny(s, "\n\r\x00") {
			t.Fatalf("%q is not one line", s)
		}
	}
	for _, n := range m.byline {
		if strings.TrimSpace(n) == "" {
			t.Fatalf("an empty name in %q", m.byline)
		}
	}
	for _, c := range m.credits {
		if c.Span != nil || c.Agency == "" {
			t.Fatalf("credit %+v", c)
		}
	}
}
