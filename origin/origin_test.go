package origin

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hearsay/internal/golden"
)

const quote = "“We shall open the western lane to walkers before the lanterns are lit on Friday evening, and not an hour later.”"

// stories are invented stories with the interval that they should have, and the beginning of a
// sentence with the interval that the statement should have.
var stories = []struct {
	name     string
	drafts   []draft
	want     string
	says     string
	wantSays string
}{
	{"one article", []draft{{name: "Daily A", at: "3 08:00", body: "1 2"}}, "1", "The town council", "1"},
	{"a wire and its copies", []draft{
		{name: "Agency X", at: "3 08:00", body: "0 1 2 3 4"},
		{name: "Site B", at: "3 08:40", body: "0 1 2 3 4", credits: "republication: Agency X"},
		{name: "Site C", at: "3 09:40", body: "0 1 2", credits: "republication: Agency X"},
		{name: "Site D", at: "3 10:40", body: "0 1 5"},
	}, "1", "The town council", "1"},
	{"a wire and an article that only credits it", []draft{
		{name: "Agency X", at: "3 08:00", body: "0 1 2 3 4"},
		{name: "Site B", at: "3 08:40", body: "7 8 9", credits: "republication: Agency X"},
	}, "1", "", ""},
	{"two own reports with a copy each", []draft{
		{name: "Daily A", at: "3 08:00", body: "0 1 2", byline: "Mara Quill"},
		{name: "Paper Y", at: "3 08:10", body: "5 6 7+Our correspondent counted nine lorries in the queue.", byline: "Odo Fenn"},
		{name: "Site B", at: "3 10:00", body: "0 1 2"},
		{name: "Site C", at: "4 10:00", body: "5 6 7"},
	}, "2", "Repairs to a", "1"},
	{"two reports that say nothing of their basis", []draft{
		{name: "Daily A", at: "3 08:00", body: "1 2"},
		{name: "Paper Y", at: "3 08:10", body: "5 6"},
	}, "at least 1, at most 2", "", ""},
	{"siblings under a missing agency, one own report, one unknown", []draft{
		{name: "Site B", at: "3 08:00", body: "1 2 3", credits: "republication: Agency G"},
		{name: "Site C", at: "3 09:00", body: "1 2 3", credits: "republication: Agency G"},
		{name: "Site D", at: "3 10:00", body: "7 8 9", credits: "republication: the Agency G"},
		{name: "Daily A", at: "3 11:00", body: "0 10 11", byline: "Mara Quill"},
		{name: "Paper Y", at: "3 12:00", body: "5 6"},
	}, "at least 2, at most 3", "The town council", "1"},
	{"a compilation does not join what it was made of", []draft{
		{name: "Daily A", at: "3 08:00", body: "0 1 2", byline: "Mara Quill"},
		{name: "Paper Y", at: "3 08:10", body: "5 6 7+Our correspondent counted nine lorries in the queue.", byline: "Odo Fenn"},
		{name: "Portal E", at: "3 14:00", body: "1 6 2 7"},
	}, "at least 1, at most 2", "Farmers in", "1"},
	{"a wrong credit does not join two reports", []draft{
		{name: "Daily A", at: "3 08:00", body: "0 1 2", byline: "Mara Quill"},
		{name: "Paper Y", at: "3 08:10", body: "5 6 7+Our correspondent counted nine lorries in the queue.", byline: "Odo Fenn"},
		{name: "Site B", at: "3 14:00", body: "0 1 2", credits: "republication: Paper Y"},
	}, "2", "The town council", "1"},
	{"a small shared passage does not make one of two", []draft{
		{name: "Daily A", at: "3 08:00", body: "0 1 2 3 4", byline: "Mara Quill"},
		{name: "Paper Y", at: "3 12:00", body: "5 6 7 8 2+Our correspondent counted nine lorries in the queue.", byline: "Odo Fenn"},
	}, "2", "Witnesses described", "1"},
	{"an undated copy is tied without direction", []draft{
		{name: "Daily A", at: "3 08:00", body: "1 2 3"},
		{name: "Site U", body: "1 2 9"},
	}, "1", "The town council", "1"},
	{"a pool, a byline and an outlet", []draft{
		{name: "Site B", at: "3 08:00", body: "1", credits: "pool: Agencies"},
		{name: "Site C", at: "3 09:00", body: "2", credits: "pool: agencies and sites"},
		{name: "Daily A", at: "3 10:00", body: "3", byline: "Mara Quill"},
		{name: "Paper Y", at: "3 11:00", body: "4", byline: "MARA QUILL"},
		{name: "Post P", at: "3 12:00", body: "5"},
		{name: "Post P", at: "3 13:00", body: "6"},
		{name: "Post Q", at: "3 13:00", body: "7", byline: "Staff Reporter"},
		{name: "Post R", at: "3 14:00", body: "8", byline: "Staff Reporter"},
	}, "at least 1, at most 6", "", ""},
	{"outlets of which two texts are tied do not bind all their texts", []draft{
		{name: "Daily A", at: "3 08:00", body: "0 1 2"},
		{name: "Site U", at: "3 08:00", body: "0 1 9"},
		{name: "Daily A", at: "3 10:00", body: "5 6"},
		{name: "Site U", at: "3 11:00", body: "7 8"},
	}, "at least 1, at most 3", "", ""},
	{"a statement that two attribute to the same agency", []draft{
		{name: "Daily A", at: "3 08:00", body: "0 3+The span will stay closed until May, Agency G reported.", credits: "information: Agency G", byline: "Mara Quill"},
		{name: "Paper Y", at: "3 12:00", body: "5 6+The span will stay closed for months, according to Agency G.", credits: "information: Agency G"},
	}, "at least 1, at most 2", "The span will stay", "1"},
	{"two that quote the same words", []draft{
		{name: "Daily A", at: "3 08:00", body: "0 1+The mayor spoke. " + quote, byline: "Mara Quill"},
		{name: "Paper Y", at: "3 12:00", body: "5 6+Listeners heard it. " + quote},
	}, "at least 1, at most 2", "“We shall open", "1"},
	{"a sentence of its own inside a copy", []draft{
		{name: "Daily A", at: "3 08:00", body: "1 2 3"},
		{name: "Site B", at: "3 12:00", body: "1 2 3+Nobody has seen the pilot since."},
		{name: "Paper Y", at: "3 13:00", body: "7 8+Nobody has seen the owner, a Mr Brack, anywhere at all."},
	}, "at least 1, at most 2", "Nobody has seen", "at least 1, at most 2"},
	{"an outlet's own report and its copy of a wire, when the outlet is credited", []draft{
		{name: "Halden Press Agency", at: "3 08:00", body: "5 6 7 8"},
		{name: "Daily A", at: "3 08:30", body: "5 6 7 8", credits: "republication: Halden"},
		{name: "Daily A", at: "3 09:00", body: "0 1 2 3", byline: "Mara Quill"},
		{name: "Site B", at: "3 11:00", body: "0 1 2 3", credits: "republication: Daily A"},
	}, "2", "Repairs to a", "1"},
	{"a short and a long name of an agency that is not there", []draft{
		{name: "Site B", at: "3 08:00", body: "1 2 3", credits: "republication: Halden"},
		{name: "Site C", at: "3 09:00", body: "5 6 7", credits: "republication: Halden Press Agency"},
	}, "1", "", ""},
	{"own people were told at a place, without a byline", []draft{
		{name: "Paper Y", at: "3 08:00", body: "0 5 6+The lock keeper told our reporter that the gate had jammed."},
		{name: "Daily A", at: "3 10:00", body: "7 8"},
	}, "at least 1, at most 2", "", ""},
	{"a quotation that says “our reporter” is no sign", []draft{
		{name: "Paper Y", at: "3 08:00", body: "5 6+“Ask what the keeper told our reporter,” the mayor said.", byline: "Odo Fenn"},
	}, "1", "", ""},
	{"an agency's report that leans on another agency", []draft{
		{name: "Site B", at: "3 08:00", body: "1 2 3+Nine lorries waited, Agency H reported.", credits: "republication: Agency G|information: Agency H"},
		{name: "Site C", at: "3 09:00", body: "5 6 7", credits: "republication: Agency H"},
	}, "at least 1, at most 2", "", ""},
	{"two agencies that lean on each other", []draft{
		{name: "Site B", at: "3 08:00", body: "1 2 3+Nine lorries waited, Agency H reported.", credits: "republication: Agency G|information: Agency H"},
		{name: "Site C", at: "3 09:00", body: "5 6 7+The clerk told Agency G so.", credits: "republication: Agency H|information: Agency G"},
	}, "at least 1, at most 2", "", ""},
	{"an own report that attributes one statement to an agency", []draft{
		{name: "Daily A", at: "3 08:00", body: "0 1 2 3+Nine lorries waited, Agency H reported.", credits: "information: Agency H", byline: "Mara Quill"},
		{name: "Site C", at: "3 09:00", body: "5 6 7", credits: "republication: Agency H"},
	}, "2", "", ""},
	{"the first paragraph names another outlet", []draft{
		{name: "Daily A", at: "3 08:00", body: "0 1 2", byline: "Mara Quill"},
		{name: "Paper Y", at: "3 12:00", body: "+The eastern gate was left open, the Daily A writes on its front page.\n\nNobody at the office picked up the telephone."},
	}, "1", "", ""},
	{"another outlet is named further down", []draft{
		{name: "Daily A", at: "3 08:00", body: "0 1 2", byline: "Mara Quill"},
		{name: "Paper Y", at: "3 12:00", body: "5 6+The Daily A had written so before."},
	}, "at least 1, at most 2", "", ""},
	{"sources in two scripts may be one", []draft{
		{name: "Daily A", at: "3 08:00", body: "1 2", credits: "republication: Agency G"},
		{name: "Paper Y", at: "3 12:00", body: "5 6", credits: "republication: وكالة جي"},
		{name: "Site B", at: "3 13:00", body: "8 9", credits: "republication: Halden"},
	}, "at least 2, at most 3", "", ""},
	{"an agency's page that says whose report it is", []draft{
		{name: "Agency X", at: "3 08:00", body: "+HARBOURTON (Agency X) – Nine lorries waited at the gate."},
		{name: "Paper Y", at: "3 12:00", body: "5 6"},
	}, "at least 1, at most 2", "", ""},
	{"names that each credit the next", []draft{
		{name: "Daily A", body: "1 2 3", credits: "republication: Paper Y"},
		{name: "Paper Y", body: "1 2 3", credits: "republication: Site Z"},
		{name: "Site Z", body: "1 2 3", credits: "republication: Daily A"},
	}, "1", "The town council", "1"},
}

func TestOrigins(t *testing.T) {
	var out strings.Builder
	for _, test := range stories {
		t.Run(test.name, func(t *testing.T) {
			s := tell(t, test.drafts...)
			iv := OfStory(s.articles, s.story, s.pairs, s.lineage)
			check(t, s, iv, len(test.drafts))
			if iv.String() != test.want {
				t.Errorf("origins: %s, want %s", iv, test.want)
			}
			fmt.Fprintf(&out, "# %s\n%s", test.name, s.show(iv))
			if test.says == "" {
				return
			}
			st := s.says(test.says)
			if len(st.Reports) == 0 {
				t.Fatalf("no sentence begins with %q", test.says)
			}
			said := OfStatement(s.articles, s.story, s.pairs, s.lineage, st)
			check(t, s, said, len(st.Reports))
			if said.String() != test.wantSays {
				t.Errorf("origins of %q: %s, want %s", test.says, said, test.wantSays)
			}
			fmt.Fprintf(&out, "“%s …”: %s", test.says, s.show(said))
		})
	}
	golden.File(t, "testdata/origins.golden", []byte(out.String()))
}

// check tests what must hold of every interval.
func check(t testing.TB, s tale, iv Interval, reports int) {
	t.Helper()
	if iv.AtLeast < 1 || iv.AtLeast > iv.AtMost || iv.AtMost > reports || iv.AtMost != len(iv.Groups) || iv.Texts > reports {
		t.Errorf("%d to %d origins in %d groups of %d texts of %d reports", iv.AtLeast, iv.AtMost, len(iv.Groups), iv.Texts, reports)
	}
	place := map[int]int{}
	for i, m := range s.story.Members {
		place[m.Article] = i
	}
	seen := map[int]bool{}
	first := -1
	for _, g := range iv.Groups {
		if len(g.Articles) == 0 || g.Name == "" || place[g.Articles[0]] <= first {
			t.Errorf("group without articles, without a name or out of order: %+v", g)
		}
		first = place[g.Articles[0]]
		for i, a := range g.Articles {
			if seen[a] || i > 0 && place[g.Articles[i-1]] >= place[a] {
				t.Errorf("article %d is in two groups or out of order", a)
			}
			seen[a] = true
		}
	}
	if len(seen) != reports {
		t.Errorf("%d reports are in groups, want %d", len(seen), reports)
	}
	for _, m := range iv.Merges {
		if len(m.Articles) == 0 || !strings.HasSuffix(m.Reason, ".") || strings.Contains(m.Reason, "%!") {
			t.Errorf("merge without articles or without a sentence: %+v", m)
		}
		for _, a := range m.Articles {
			if !seen[a] && len(iv.Groups) > 0 {
				t.Errorf("merge names article %d, which is not counted", a)
			}
		}
	}
}

func randomDrafts(r *rand.Rand) []draft {
	drafts := make([]draft, 1+r.IntN(12))
	for i := range drafts {
		d := draft{name: fmt.Sprintf("Outlet %c", 'A'+r.IntN(14)), body: strings.Trim(fmt.Sprint(r.Perm(12)[:1+r.IntN(5)]), "[]")}
		if i > 0 && r.IntN(3) == 0 {
			d.body = drafts[r.IntN(i)].body
		}
		if r.IntN(4) > 0 {
			d.at = fmt.Sprintf("%d %02d:%02d", 3+r.IntN(2), r.IntN(24), r.IntN(60))
		}
		if r.IntN(2) == 0 {
			kind := []string{"republication", "information", "pool", "photo"}[r.IntN(4)]
			d.credits = fmt.Sprintf("%s: Outlet %c", kind, 'A'+r.IntN(16))
		}
		if r.IntN(2) == 0 {
			d.byline = []string{"Mara Quill", "Odo Fenn", "Staff Desk", "Agency X"}[r.IntN(4)]
		}
		d.body += fmt.Sprintf("+Number %d.", i) // no two articles are the same in outlet, time and body
		drafts[i] = d
	}
	return drafts
}

// TestProperties checks random stories: intervals hold together and do not depend on the order of
// the collection.
func TestProperties(t *testing.T) {
	for seed := range uint64(150) {
		r := rand.New(rand.NewPCG(seed, 1))
		drafts := randomDrafts(r)
		s := tell(t, drafts...)
		begins := strings.Fields(s.articles[0].Doc.String())
		st := s.says(begins[0] + " " + begins[1])
		reporting := map[int]bool{}
		for _, report := range st.Reports {
			reporting[report.Article] = true
		}
		iv := OfStory(s.articles, s.story, s.pairs, s.lineage)
		said := OfStatement(s.articles, s.story, s.pairs, s.lineage, st)
		check(t, s, iv, len(drafts))
		check(t, s, said, len(reporting))

		r.Shuffle(len(drafts), func(i, j int) { drafts[i], drafts[j] = drafts[j], drafts[i] })
		other := tell(t, drafts...)
		slices.Reverse(other.pairs)
		reversed(other)
		iv2 := OfStory(other.articles, other.story, other.pairs, other.lineage)
		if diff := cmp.Diff(s.show(iv), other.show(iv2)); diff != "" {
			t.Fatalf("seed %d: another order gives another interval:\n%s", seed, diff)
		}
		said2 := OfStatement(other.articles, other.story, other.pairs, other.lineage, other.says(begins[0]+" "+begins[1]))
		if diff := cmp.Diff(s.show(said), other.show(said2)); diff != "" {
			t.Fatalf("seed %d: another order gives another interval of the statement:\n%s", seed, diff)
		}
	}
}

// reversed renews the places of pairs in the lineage after the pairs were reversed.
func reversed(s tale) {
	for i := range s.lineage.Edges {
		if e := &s.lineage.Edges[i]; e.Pair >= 0 {
			e.Pair = len(s.pairs) - 1 - e.Pair
		}
	}
}

// TestManyCopies counts 300 copies of two wires.
func TestManyCopies(t *testing.T) {
	var drafts []draft
	for i := range 300 {
		drafts = append(drafts, draft{name: fmt.Sprintf("Site %03d", i), at: fmt.Sprintf("4 %02d:%02d", i%24, i%60), body: []string{"0 1 2 3", "5 6 7 8"}[i%2]})
	}
	drafts = append(drafts,
		draft{name: "Agency X", at: "3 08:00", body: "0 1 2 3", credits: "republication: Agency X"},
		draft{name: "Agency G", at: "3 08:00", body: "5 6 7 8", credits: "republication: Agency G"})
	s := tell(t, drafts...)
	iv := OfStory(s.articles, s.story, s.pairs, s.lineage)
	check(t, s, iv, len(drafts))
	if got, want := iv.Chain().String(), "302 pages → 2 texts → 2 named bases: 2"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
