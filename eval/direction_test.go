package eval

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"hearsay"
	"hearsay/article"
	"hearsay/lineage"
	"hearsay/page"
)

// A silver is an agency's report and an outlet's article that was found to share most of the shorter
// text with it, as indices into the corpus; that the agency came first is assumed.
type silver struct{ agency, outlet int }

func readSilver(t testing.TB) []silver {
	t.Helper()
	data, err := os.ReadFile(corpus(t, "reuse/saudi-direction.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	var out []silver
	for _, line := range strings.Split(string(data), "\n") {
		var s silver
		if n, _ := fmt.Sscan(line, &s.agency, &s.outlet); n == 2 {
			out = append(out, s)
		}
	}
	return out
}

// aroundSilver returns the rows of the corpus that are read together: all articles of the pairs, and
// what was collected on the two days of the agency's reports, as far as it has a text.
func aroundSilver(records []storyRecord, pairs []silver) []int {
	of, days := map[int]bool{}, map[string]bool{}
	day := func(i int) string { return records[i].Date[:len("2015-08-10")] }
	for _, p := range pairs {
		of[p.agency], of[p.outlet] = true, true
		days[day(p.agency)] = true
	}
	var rows []int
	for i := range records {
		if (of[i] || days[day(i)]) && strings.TrimSpace(records[i].Text) != "" {
			rows = append(rows, i)
		}
	}
	return rows
}

// credited gives a record as its page has it. The day on which it was collected is left out: it is no
// date of publication. Nor does the corpus, as it is kept here, have the names of authors, where most
// of these outlets put their credits.
func credited(r storyRecord) *page.Fields {
	return &page.Fields{URL: r.ID, Title: r.Title, Text: r.Text}
}

var (
	// The agency begins its reports with “city, day Hijri, day, its name” on a line of its own, ends
	// them with “// end //” or “// more //” and the time, and its titles begin with a section.
	silverLine    = regexp.MustCompile(`(?m)^.{0,120}[\d٠-٩]{4}\s*م[\s.]+واس\s*$`)
	silverEnd     = regexp.MustCompile(`//\s*(?:[اإ]نته\p{L}*|يتبع)\s*//`)
	silverTime    = regexp.MustCompile(`(?m)^\s*\d{1,2}:\d{2}\s*ت\s*م\s*$|\d{1,2}:\d{2}\s*ت\s*م\s*$`)
	silverSection = regexp.MustCompile(`^\s*\p{L}+\s*/\s*`)
	silverName    = regexp.MustCompile(`(?:وكالة\s+)?ال[أا]نباء\s+السعودية|(^|[^\p{L}\p{M}])(?:[وبل]|لل?ـ?)?واس($|[^\p{L}\p{M}])`)
)

// masked gives a record without address and outlet, and without whatever shows its text to be the
// agency's: name, dateline, end mark, time, and the section before the title.
func masked(r storyRecord) *page.Fields {
	body := r.Text
	for _, mark := range []*regexp.Regexp{silverLine, silverEnd, silverTime} {
		body = mark.ReplaceAllString(body, "")
	}
	return &page.Fields{
		Title: silverName.ReplaceAllString(silverSection.ReplaceAllString(r.Title, ""), "$1$2"),
		Text:  strings.TrimSpace(silverName.ReplaceAllString(body, "$1$2")),
	}
}

// collect reads records as Hearsay reads a file of JSON lines. Their ids are digests, which tell
// nothing of the order in which they were collected.
func collect(t testing.TB, records []storyRecord, rows []int, fields func(storyRecord) *page.Fields) *hearsay.Collection {
	t.Helper()
	c := &hearsay.Collection{}
	for _, row := range rows {
		f := fields(records[row])
		f.ID = fmt.Sprintf("%x", sha256.Sum256([]byte(records[row].ID+records[row].Text)))[:12]
		a, err := article.Read(&page.Page{SHA256: f.ID, Format: page.Record, Fields: f, Raw: []byte(f.Text)})
		if err != nil {
			t.Fatalf("row %d: %v", row, err)
		}
		c.Articles = append(c.Articles, a)
	}
	article.NameOutlets(c.Articles)
	article.RemoveFurniture(c.Articles)
	return c
}

// A descent is what lineage says of an agency's report and an outlet's article.
type descent string

const (
	fromAgency   descent = "right"        // lines lead from the report to the article
	fromOutlet   descent = "wrong"        // lines lead the other way
	undetermined descent = "undetermined" // neither
)

// An ancestor is an article from which directed lines lead to another.
type ancestor struct {
	grade article.Grade      // of the weakest line on the best way
	rests []lineage.ClueKind // what speaks for the direction of the last line of that way
}

// ancestors returns by article those from which directed lines lead to a node. Worse grades are let in
// one after the other, so that each is found by the best way.
func ancestors(l lineage.Lineage, node int) map[int]ancestor {
	found := map[int]ancestor{}
	rests := map[int][]lineage.ClueKind{node: nil} // by node that was reached
	for _, worst := range grades {
		for more := true; more; {
			more = false
			for _, e := range l.Edges {
				from, known := rests[e.To]
				if _, again := rests[e.From]; !e.Directed || rank(e.Grade) > rank(worst) || !known || again {
					continue
				}
				if more = true; e.To == node {
					from = forDirection(e)
				}
				rests[e.From] = from
				if a := l.Nodes[e.From].Article; a >= 0 {
					found[a] = ancestor{worst, from}
				}
			}
		}
	}
	return found
}

var grades = []article.Grade{article.Strong, article.Likely, article.Unclear}

// forDirection returns the kinds of the clues that speak for the direction of a line.
func forDirection(e lineage.Edge) (out []lineage.ClueKind) {
	for _, c := range e.Clues {
		if !c.Against && !tieClues[c.Kind] && !slices.Contains(out, c.Kind) {
			out = append(out, c.Kind)
		}
	}
	return out
}

// A genealogy tells for a case which article comes from which.
type genealogy struct {
	story []int              // by article
	above []map[int]ancestor // by article
}

func newGenealogy(c *hearsay.Case) genealogy {
	g := genealogy{make([]int, len(c.Articles)), make([]map[int]ancestor, len(c.Articles))}
	for i, st := range c.Stories {
		for n, node := range st.Lineage.Nodes {
			if node.Article >= 0 {
				g.story[node.Article], g.above[node.Article] = i, ancestors(st.Lineage, n)
			}
		}
	}
	return g
}

func (g genealogy) descent(agency, outlet int) (descent, ancestor) {
	if a, ok := g.above[outlet][agency]; ok {
		return fromAgency, a
	}
	if a, ok := g.above[agency][outlet]; ok {
		return fromOutlet, a
	}
	return undetermined, ancestor{}
}

// TestDirectionSaudi counts for how many silver pairs the lines lead from the agency's report to the
// outlet's article, with the credits as the pages have them and with the agency masked. Everything
// collected on the two days is compared together, so that an article may come from the agency by way
// of another outlet.
func TestDirectionSaudi(t *testing.T) {
	records, pairs := readStoryRecords(t, "reuse/saudi.jsonl.gz"), readSilver(t)
	rows := aroundSilver(records, pairs)
	c := collect(t, records, rows, credited)
	recordDirection(t, "saudi.direction.credits", hearsay.Compare(c, hearsay.Options{}), rows, pairs)
	c = collect(t, records, rows, masked)
	mustBeMasked(t, c.Articles)
	recordDirection(t, "saudi.direction.masked", hearsay.Compare(c, hearsay.Options{}), rows, pairs)
}

// mustBeMasked fails if something but the words is left by which an article could be known for the
// agency's, or dated.
func mustBeMasked(t *testing.T, articles []*article.Article) {
	t.Helper()
	for _, a := range articles {
		agency := slices.ContainsFunc(a.Credits, func(c article.Credit) bool { return c.Agency == "Saudi Press Agency" })
		if agency || a.URL+a.Domain+a.Outlet != "" || a.Published != nil || !a.Captured.IsZero() {
			t.Errorf("article %s is not masked: address %q, outlet %q, published %v, credits %v, %.200s", a.ID, a.URL, a.Outlet, a.Published, a.Credits, a.Doc.String())
		}
	}
}

func recordDirection(t *testing.T, name string, c *hearsay.Case, rows []int, pairs []silver) {
	t.Helper()
	g := newGenealogy(c)
	count, apart := map[descent]int{}, 0
	claimed, good := map[article.Grade]int{}, map[article.Grade]int{}
	rests := map[descent]map[lineage.ClueKind]int{fromAgency: {}, fromOutlet: {}, undetermined: {}}
	for _, p := range pairs {
		agency, _ := slices.BinarySearch(rows, p.agency)
		outlet, _ := slices.BinarySearch(rows, p.outlet)
		says, by := g.descent(agency, outlet)
		count[says]++
		claimed[by.grade]++
		switch {
		case says == fromAgency:
			good[by.grade]++
		case says == undetermined && g.story[agency] != g.story[outlet]:
			apart++
		case says == fromOutlet:
			t.Logf("wrong: rows %d and %d, %s, %v", p.agency, p.outlet, by.grade, by.rests)
		}
		for _, kind := range by.rests {
			rests[says][kind]++
		}
	}
	all := len(pairs)
	record(t, name+".right", share(count[fromAgency], all), fmt.Sprintf("%d of %d agency and outlet pairs among %d articles%s", count[fromAgency], all, len(rows), listed(rests[fromAgency])))
	record(t, name+".wrong", share(count[fromOutlet], all), fmt.Sprintf("%d of %d, lines lead from the outlet to the agency%s", count[fromOutlet], all, listed(rests[fromOutlet])))
	record(t, name+".undetermined", share(count[undetermined], all), fmt.Sprintf("%d of %d, %d of them in different stories", count[undetermined], all, apart))
	for _, grade := range grades {
		record(t, name+".grade."+string(grade), share(good[grade], claimed[grade]), fmt.Sprintf("right of %d directions with this grade", claimed[grade]))
	}
}

// listed says how often each kind of clue was counted, the most frequent first.
func listed(kinds map[lineage.ClueKind]int) string {
	if len(kinds) == 0 {
		return ""
	}
	order := slices.SortedFunc(maps.Keys(kinds), func(a, b lineage.ClueKind) int {
		return cmp.Or(kinds[b]-kinds[a], strings.Compare(string(a), string(b)))
	})
	var out []string
	for _, k := range order {
		out = append(out, fmt.Sprintf("%s %d", k, kinds[k]))
	}
	return "; by " + strings.Join(out, ", ")
}
