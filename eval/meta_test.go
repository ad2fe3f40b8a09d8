package eval

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"hearsay/article"
	"hearsay/page"
)

// A metaCase is a page with what its gold says about it. An empty field of the gold is “none”.
type metaCase struct {
	path, url string
	captured  time.Time
	title     string
	authors   []string
	date      string // the day, 2006-01-02
}

// readMeta reads all cases, two at a time; a page that cannot be read is nil.
func readMeta(t *testing.T, cases []metaCase) []*article.Article {
	out := make([]*article.Article, len(cases))
	var group sync.WaitGroup
	for w := range 2 {
		group.Go(func() {
			for i := w; i < len(cases); i += 2 {
				c := cases[i]
				for p, skip := range page.Read(context.Background(), []string{c.path}, page.Options{}) {
					if skip != nil {
						t.Errorf("%s: %s", c.path, skip.Reason)
						break
					}
					p.URL, p.Captured = c.url, c.captured
					a, err := article.Read(p)
					if err != nil {
						t.Logf("%v", err)
						break
					}
					out[i] = a
				}
			}
		})
	}
	group.Wait()
	return out
}

// TestMetaFundus measures title, date and byline on news pages of 41 countries. Their gold is what
// hand-written parsers, one for each outlet, take from the page.
func TestMetaFundus(t *testing.T) {
	cases := fundusMeta(t)
	got := readMeta(t, cases)
	titles(t, "fundus", cases, got)
	dates(t, "fundus", cases, got)
	authors(t, "fundus", cases, got)
	agenciesKept(t, "fundus", cases, got)
}

// TestMetaWCXB measures the same on 250 pages of all kinds of sites.
func TestMetaWCXB(t *testing.T) {
	cases := wcxbMeta(t)
	got := readMeta(t, cases)
	titles(t, "wcxb", cases, got)
	dates(t, "wcxb", cases, got)
	authors(t, "wcxb", cases, got)
}

// TestMetaHTMLDate measures dates on 300 pages, most of them blogs and pages of organisations.
func TestMetaHTMLDate(t *testing.T) {
	cases := htmldateMeta(t)
	dates(t, "htmldate", cases, readMeta(t, cases))
}

func titles(t *testing.T, set string, cases []metaCase, got []*article.Article) {
	exact, contained, all := 0, 0, 0
	for i, c := range cases {
		if c.title == "" {
			continue
		}
		all++
		want, have := plain(c.title), ""
		if got[i] != nil {
			have = plain(got[i].Title)
		}
		switch {
		case want == have:
			exact++
			contained++
		case have != "" && (strings.Contains(have, want) || strings.Contains(want, have)):
			contained++
			t.Logf("title %s: want %q, got %q", c.url, want, have)
		default:
			t.Logf("title %s: want %q, got %q", c.url, want, have)
		}
	}
	note := fmt.Sprintf("of %d titles", all)
	record(t, "title."+set+".exact", ratio(exact, all), note)
	record(t, "title."+set+".contained", ratio(contained, all), note)
}

// dates measures the day of publication. A day is right if it is the gold's, in the zone that the
// page names; an interval of more than one day (25 hours when clocks go back) is not.
func dates(t *testing.T, set string, cases []metaCase, got []*article.Article) {
	right, given, all, invented, none := 0, 0, 0, 0, 0
	grades := map[article.Grade][2]int{}
	for i, c := range cases {
		if got[i] == nil || got[i].Published == nil {
			if c.date != "" {
				all++
				t.Logf("date %s: want %s, got none", c.url, c.date)
			} else {
				none++
			}
			continue
		}
		d := got[i].Published
		day := d.From.Format(time.DateOnly)
		if c.date == "" {
			none++
			invented++
			continue
		}
		all++
		given++
		n := grades[d.Grade]
		n[1]++
		if day == c.date && d.To.Sub(d.From) <= 25*time.Hour {
			right++
			n[0]++
		} else {
			t.Logf("date %s: want %s, got %s %s %v", c.url, c.date, day, d.Grade, d.Evidence)
		}
		grades[d.Grade] = n
	}
	record(t, "date."+set+".exact", ratio(right, all), fmt.Sprintf("to the day, of %d dates", all))
	record(t, "date."+set+".precision", ratio(right, given), fmt.Sprintf("to the day, of %d dates given", given))
	for _, g := range [...]article.Grade{article.Strong, article.Likely, article.Unclear} {
		if n := grades[g]; n[1] > 0 {
			record(t, fmt.Sprintf("date.%s.%s", set, g), ratio(n[0], n[1]), fmt.Sprintf("right of %d dates with this grade", n[1]))
		}
	}
	if none > 0 {
		t.Logf("dates given where the gold has none: %d of %d", invented, none)
	}
}

func authors(t *testing.T, set string, cases []metaCase, got []*article.Article) {
	exact, all, invented, none, right, given := 0, 0, 0, 0, 0, 0
	for i, c := range cases {
		if got[i] == nil {
			continue
		}
		have := names(got[i].Byline)
		want := names(c.authors)
		if len(want) == 0 {
			none++
			if len(have) > 0 {
				invented++
				t.Logf("author %s: want none, got %q", c.url, got[i].Byline)
			}
			continue
		}
		all++
		given += len(have)
		for _, name := range have {
			if slices.Contains(want, name) {
				right++
			}
		}
		if slices.Equal(want, have) {
			exact++
		} else {
			t.Logf("author %s: want %q, got %q", c.url, c.authors, got[i].Byline)
		}
	}
	record(t, "author."+set+".exact", ratio(exact, all), fmt.Sprintf("exact set of names, of %d bylines", all))
	record(t, "author."+set+".precision", ratio(right, given), fmt.Sprintf("in the gold, of %d names given on these pages", given))
	record(t, "author."+set+".invented", ratio(invented, none), fmt.Sprintf("a byline where the gold has none, of %d pages", none))
}

// agenciesKept measures whether an agency that the gold names as an author is kept: as a name of the
// byline, as a credit of the whole text, or as the house whose page it is. What is an agency is told by
// the gazetteer, which knows all that a reading of the gold finds, short forms (“AFP, MANILA”) included.
func agenciesKept(t *testing.T, set string, cases []metaCase, got []*article.Article) {
	kept, all := 0, 0
	for i, c := range cases {
		for _, author := range c.authors {
			agency := agencyIn(author)
			if agency == "" || got[i] == nil {
				continue
			}
			all++
			if got[i].Agency() == agency || slices.ContainsFunc(got[i].Byline, func(name string) bool { return agencyIn(name) == agency }) ||
				slices.ContainsFunc(got[i].Credits, func(x article.Credit) bool { return x.Kind == article.Republication && x.Agency == agency }) {
				kept++
			} else {
				t.Logf("agency %s: want %q, got %q %v", c.url, author, got[i].Byline, got[i].Credits)
			}
		}
	}
	record(t, "credit."+set+".byline", ratio(kept, all), fmt.Sprintf("kept of %d agencies that the gold names as an author", all))
}

// agencyIn returns the agency that an author’s name, or one of its words, is.
func agencyIn(name string) string {
	for _, part := range append([]string{name}, strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune(" ,/&", r) })...) {
		if agency := (&article.Article{Outlet: part}).Agency(); agency != "" {
			return agency
		}
	}
	return ""
}

// names returns the set of names in the form in which they are compared.
func names(list []string) []string {
	out := []string{}
	for _, n := range list {
		out = append(out, strings.ToLower(plain(n)))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// plain is the form in which titles are compared: single spaces, plain quotation marks and dashes,
// no invisible characters.
func plain(s string) string {
	s = plainMarks.Replace(s)
	return strings.Join(strings.Fields(s), " ")
}

var plainMarks = strings.NewReplacer("\u00ad", "", "\u200b", "", "\ufeff", "", "“", `"`, "”", `"`, "„", `"`, "‟", `"`, "«", `"`, "»", `"`,
	"‘", "'", "’", "'", "‚", "'", "`", "'", "–", "-", "—", "-", "‑", "-", "−", "-", "…", "...")

func ratio(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}

// fundusMeta pairs the pages of an outlet with the versions of its gold: both in order of time.
func fundusMeta(t *testing.T) []metaCase {
	root := corpus(t, "pages/fundus-fixtures")
	golds, _ := filepath.Glob(filepath.Join(root, "*", "*.json"))
	var cases []metaCase
	for _, gold := range golds {
		var truth map[string]struct {
			Title, PublishingDate string
			Authors               []string
			Date                  string `json:"publishing_date"`
		}
		readJSON(t, gold, &truth)
		var info map[string]struct {
			URL   string
			Crawl string `json:"crawl_date"`
		}
		readJSON(t, filepath.Join(filepath.Dir(gold), "meta.info"), &info)
		name := strings.TrimSuffix(filepath.Base(gold), ".json")
		pages, _ := filepath.Glob(filepath.Join(filepath.Dir(gold), name+"_[0-9]*.html.gz"))
		var versions []string
		for v := range truth {
			versions = append(versions, v)
		}
		slices.Sort(versions)
		if len(pages) != len(versions) {
			t.Fatalf("%s: %d pages and %d versions", gold, len(pages), len(versions))
		}
		for i, v := range versions {
			g, p := truth[v], info[filepath.Base(pages[i])]
			captured, err := time.Parse(time.DateTime, p.Crawl[:min(19, len(p.Crawl))])
			if err != nil {
				t.Fatal(err)
			}
			cases = append(cases, metaCase{pages[i], p.URL, captured, g.Title, g.Authors, g.Date[:min(10, len(g.Date))]})
		}
	}
	return cases
}

func wcxbMeta(t *testing.T) []metaCase {
	root := corpus(t, "pages/wcxb")
	paths, _ := filepath.Glob(filepath.Join(root, "ground-truth", "*.json"))
	var cases []metaCase
	for _, path := range paths {
		var g struct {
			URL         string
			Downloaded  string `json:"downloaded_at"`
			GroundTruth struct {
				Title, Author string
				Date          string `json:"publish_date"`
			} `json:"ground_truth"`
		}
		readJSON(t, path, &g)
		id := strings.TrimSuffix(filepath.Base(path), ".json")
		c := metaCase{path: filepath.Join(root, "html", id+".html.gz"), url: g.URL, title: g.GroundTruth.Title, date: g.GroundTruth.Date}
		if captured, err := time.Parse("2006-01-02T15:04:05", g.Downloaded[:min(19, len(g.Downloaded))]); err == nil {
			c.captured = captured
		}
		if a := g.GroundTruth.Author; a != "" {
			a = strings.NewReplacer(" and ", ",", " & ", ",").Replace(a)
			for name := range strings.SplitSeq(a, ",") {
				c.authors = append(c.authors, strings.TrimSpace(name))
			}
		}
		cases = append(cases, c)
	}
	return cases
}

func htmldateMeta(t *testing.T) []metaCase {
	root := corpus(t, "pages/htmldate")
	var truth map[string]struct{ File, Date string }
	readJSON(t, filepath.Join(root, "dates.json"), &truth)
	var cases []metaCase
	for url, g := range truth {
		cases = append(cases, metaCase{path: filepath.Join(root, "html", g.File+".gz"), url: url, date: g.Date})
	}
	slices.SortFunc(cases, func(a, b metaCase) int { return strings.Compare(a.url, b.url) })
	return cases
}
