package demo

import (
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestCorpus checks the corpus against what was asked of it: enough pages and outlets, some of them
// in Arabic, small enough to be embedded.
func TestCorpus(t *testing.T) {
	gold := readGold(t)
	outlets, arabic, main := map[string]bool{}, 0, 0
	for _, p := range gold.Pages {
		if p.Outlet != "" {
			outlets[p.Outlet] = true
		}
		if p.Story == "troops" {
			main++
			if p.Language == "ar" {
				arabic++
			}
		}
	}
	if len(gold.Pages) < 28 || main < 24 || len(outlets) < 10 || arabic < 5 {
		t.Errorf("%d pages, %d of the main story, %d of these Arabic, %d outlets: too few", len(gold.Pages), main, arabic, len(outlets))
	}
	if len(gold.Statements) < 8 {
		t.Errorf("%d statements: too few", len(gold.Statements))
	}
	size := 0
	for name := range readFiles(t) {
		info, err := fs.Stat(Pages(), name)
		if err != nil {
			t.Fatal(err)
		}
		size += int(info.Size())
	}
	if size > 500_000 {
		t.Errorf("the corpus has %d bytes, more than 500,000", size)
	}
}

// TestGoldNamesEveryPage checks that the gold file and the files name the same pages, in order.
func TestGoldNamesEveryPage(t *testing.T) {
	gold := readGold(t)
	var named []string
	for _, p := range gold.Pages {
		named = append(named, p.Page)
	}
	found := slices.Sorted(maps.Keys(readPages(t, gold)))
	if diff := cmp.Diff(found, named); diff != "" {
		t.Errorf("pages (- in the folder, + in gold.json):\n%s", diff)
	}
}

// TestWordsStandInPages checks that all words that the gold file quotes stand in their pages.
func TestWordsStandInPages(t *testing.T) {
	gold := readGold(t)
	texts := readPages(t, gold)
	stands := func(what, page, exact string) {
		t.Helper()
		if exact == "" || !strings.Contains(texts[page], exact) {
			t.Errorf("%s: %q does not stand in %s", what, exact, page)
		}
	}
	for _, p := range gold.Pages {
		stands("title", p.Page, p.Title)
		stands("first paragraph", p.Page, p.Begins)
		stands("last paragraph", p.Page, p.Ends)
		for _, line := range p.Optional {
			stands("optional line", p.Page, line)
		}
		for _, f := range p.Furniture {
			stands("furniture", p.Page, f)
			if strings.Contains(p.Begins, f) || strings.Contains(p.Ends, f) {
				t.Errorf("%s: furniture %q stands in the text", p.Page, f)
			}
		}
		for _, c := range p.Credits {
			stands("credit", p.Page, c.Exact)
		}
	}
	for _, s := range gold.Statements {
		stands(s.ID, s.Page, s.Text)
		for _, q := range slices.Concat(s.Reports, s.Variants, s.AlsoSaid) {
			stands(s.ID, q.Page, q.Exact)
		}
		if !slices.ContainsFunc(s.Reports, func(q Quote) bool { return q.Page == s.Page && q.Exact == s.Text }) {
			t.Errorf("%s: the page that lends its words is not among the reports", s.ID)
		}
	}
}

// TestGroupsCoverPages checks that families and stories each hold every page once, that the parts
// of a story are its pages by language, and that origin groups hold the pages of a part.
func TestGroupsCoverPages(t *testing.T) {
	gold := readGold(t)
	var all, inFamilies, inStories []string
	pages := map[string]Page{}
	for _, p := range gold.Pages {
		all = append(all, p.Page)
		pages[p.Page] = p
	}
	for _, f := range gold.Families {
		inFamilies = append(inFamilies, f.Pages...)
		for _, name := range f.Pages {
			if pages[name].Text != f.ID {
				t.Errorf("%s is in family %s but says %s", name, f.ID, pages[name].Text)
			}
		}
	}
	for _, s := range gold.Stories {
		inStories = append(inStories, s.Pages...)
		var inParts []string
		for _, part := range s.Parts {
			inParts = append(inParts, part.Pages...)
			inGroups := slices.Clone(part.Origins.Between)
			for _, g := range part.Origins.Groups {
				inGroups = append(inGroups, g.Pages...)
			}
			samePages(t, s.ID+" "+part.Language+" origins", part.Pages, inGroups)
			checkBounds(t, s.ID+" "+part.Language, part.Origins.Origins)
		}
		samePages(t, s.ID, s.Pages, inParts)
	}
	samePages(t, "families", all, inFamilies)
	samePages(t, "stories", all, inStories)
	for _, s := range gold.Statements {
		checkBounds(t, s.ID, s.Origins.Origins)
	}
}

// TestEdgesShareWording checks that what the gold file calls a derivation shares a long run of words,
// and what it says is none does not.
func TestEdgesShareWording(t *testing.T) {
	gold := readGold(t)
	texts := readPages(t, gold)
	for _, e := range gold.Edges {
		for _, from := range append(slices.Clone(e.Accept), e.From) {
			if from == "" {
				continue
			}
			if run := longestRun(texts[from], texts[e.To]); run < 20 {
				t.Errorf("%s → %s share a run of %d words only", from, e.To, run)
			}
		}
	}
	limits := map[string]int{"nothing": 10, "quote": 30, "source": 1000}
	for _, n := range gold.NotEdges {
		limit, ok := limits[n.Shares]
		if !ok {
			t.Errorf("%s, %s share %q, which has no meaning", n.A, n.B, n.Shares)
		}
		if run := longestRun(texts[n.A], texts[n.B]); run == 0 || run > limit {
			t.Errorf("%s, %s: a run of %d words, want 1 to %d", n.A, n.B, run, limit)
		}
	}
	for _, set := range gold.NearCopies {
		for _, name := range set[1:] {
			if run := longestRun(texts[set[0]], texts[name]); run < 20 {
				t.Errorf("near copies %s, %s share a run of %d words only", set[0], name, run)
			}
		}
	}
}

// TestEdgesAreKnowable checks that the outcome expected of every edge follows from the pages: a
// direction needs a later date or a credit, and where there is neither it must be left open.
func TestEdgesAreKnowable(t *testing.T) {
	gold := readGold(t)
	pages := map[string]Page{}
	for _, p := range gold.Pages {
		pages[p.Page] = p
	}
	for _, e := range gold.Edges {
		to, ok := pages[e.To]
		if !ok {
			t.Errorf("edge to %s, which is no page", e.To)
		}
		if e.Why == "" || len(e.How) == 0 || len(e.Edits) == 0 {
			t.Errorf("edge to %s: how, edits and why are needed", e.To)
		}
		if e.Expect == MissingNode {
			if !credits(to, e.Missing) || e.From != "" || slices.ContainsFunc(gold.Pages, func(p Page) bool { return p.Outlet == e.Missing }) {
				t.Errorf("edge to %s: %q must be credited and have no page", e.To, e.Missing)
			}
			continue
		}
		from, ok := pages[e.From]
		if !ok || e.Missing != "" {
			t.Errorf("edge to %s from %s, which is no page", e.To, e.From)
		}
		known := credits(to, from.Outlet) || before(from, to)
		switch e.Expect {
		case Directed:
			if !known {
				t.Errorf("%s → %s: neither a date nor a credit shows the direction", e.From, e.To)
			}
		case Undetermined:
			if known || credits(from, to.Outlet) || before(to, from) {
				t.Errorf("%s – %s: a date or a credit shows the direction", e.From, e.To)
			}
		case Version:
			if from.URL != to.URL || to.Modified == "" {
				t.Errorf("%s → %s: two captures need one address and a change", e.From, e.To)
			}
		default:
			t.Errorf("edge to %s expects %q, which has no meaning", e.To, e.Expect)
		}
	}
}

// TestErrorsTravel checks the misspellings that show the way: the agency's stands in what was made
// from its reports and nowhere else, and so does the one that its copy added.
func TestErrorsTravel(t *testing.T) {
	gold := readGold(t)
	texts := readPages(t, gold)
	for _, p := range gold.Pages {
		if p.Language != "en" || p.Story != "troops" {
			continue
		}
		agency := strings.HasPrefix(p.Text, "transmar-") || p.Text == "merged"
		if got := strings.Contains(texts[p.Page], "Kahrel"); got != agency && p.Page != "exports/monitor-2024-03-17.jsonl#line 1" {
			t.Errorf("%s: “Kahrel” stands there: %v, want %v", p.Page, got, agency)
		}
		added := p.Page == "zivo24/3500-troops-naru.html"
		if !added {
			added = slices.ContainsFunc(gold.Edges, func(e Edge) bool { return e.To == p.Page && e.From == "zivo24/3500-troops-naru.html" })
		}
		if strings.Contains(texts[p.Page], "3,500") != added {
			t.Errorf("%s: “3,500” stands there: %v, want %v", p.Page, !added, added)
		}
	}
}
