package lineage

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// rewritten makes a rewrite of paragraphs 0 to 3 that still shares most words.
const rewritten = "Engineers closed=Officials shut|cutting the only road=severing the single road|stranding commuters=leaving commuters stuck|" +
	"divers would examine=frogmen would inspect|at first light=at dawn|a long grinding noise=a drawn-out scraping sound|quarries at Stonewell=quarries at Stonewel"

// changed gives a copy a wrong number, an odd name and another turn of phrase.
const changed = "forty people=140 people|Stonewell=Stonewoll|knocked cups from=swept cups off"

// findTests are stories and the edges that they should have.
var findTests = []struct {
	name   string
	drafts []draft
	want   string
}{
	{"wire and copies that name it", []draft{
		{name: "Agency X", at: "3 08:00", body: "0 1 2 3 4"},
		{name: "Site B", at: "3 08:40", body: "0 1 2 3 4", credits: "republication: Agency X"},
		{name: "Site C", at: "3 09:40", body: "0 1 2", credits: "republication: AgencyX.example"},
	}, `
			Agency X > Site B strong
			Agency X > Site C strong`},
	{"wire and copies that do not name it", []draft{
		{name: "Agency X", at: "3 08:00", body: "0 1 2 3 4"},
		{name: "Site B", at: "3 08:40", body: "0 1 2 3 4"},
		{name: "Site C", at: "3 09:40", body: "0 1 2 3 4"},
	}, `
			Agency X > Site B likely
			Site B > Site C unclear`}, // or from Agency X, whose text is the same
	{"copy of a rewrite keeps the rewrite's words", []draft{
		{name: "Agency X", at: "3 08:00", body: "0 1 2 3"},
		{name: "Site B", at: "3 08:40", body: "0 1 2 3", change: rewritten, credits: "republication: Agency X"},
		{name: "Site C", at: "3 11:00", body: "0 1 2 3", change: rewritten + "|frogmen=divers", credits: "republication: Agency X"},
	}, `
			Agency X > Site B strong
			Site B > Site C unclear`}, // it has a word of Agency X, too
	{"one slip that travels", []draft{
		{name: "Agency X", at: "3 08:00", body: "0 1 2 3"},
		{name: "Site B", at: "3 08:40", body: "0 1 2 3", change: "Stonewell=Stonewel"},
		{name: "Site C", at: "3 11:00", body: "0 1 2 3", change: "Stonewell=Stonewel"},
		{name: "Site D", at: "3 12:00", body: "0 1 2 3"},
	}, `
			Agency X > Site B unclear
			Site B > Site C unclear
			Agency X > Site D unclear`}, // a lost text may stand behind B and C, and dates alone prove little
	{"wrong credit: the wording stands, the credit speaks against", []draft{
		{name: "Daily A", at: "3 08:00", body: "0 1 2"},
		{name: "Paper Y", at: "3 08:10", body: "5 6 7"},
		{name: "Site B", at: "3 10:00", body: "0 1 2", credits: "republication: Paper Y"},
	}, `
			Daily A > Site B unclear`},
	{"two own reports with a copy each", []draft{
		{name: "Daily A", at: "3 08:00", body: "0 1 2"},
		{name: "Paper Y", at: "3 08:10", body: "5 6 7"},
		{name: "Site B", at: "3 10:00", body: "0 1 2"},
		{name: "Site C", at: "4 10:00", body: "5 6 7"},
	}, `
			Daily A > Site B unclear
			Paper Y > Site C unclear`},
	{"an undated copy hangs without direction", []draft{
		{name: "Agency X", at: "3 08:00", body: "0 1 2 3"},
		{name: "Site B", at: "3 09:00", body: "0 1 2 3", change: rewritten},
		{name: "Site U", body: "0 1 2 3", change: rewritten},
	}, `
			Site U > Agency X unclear
			Agency X > Site B unclear`}, // Site U has the wording of Site B and may be the source of both
	{"an undated copy that names its source", []draft{
		{name: "Agency X", at: "3 08:00", body: "0 1 2 3"},
		{name: "Site U", body: "0 1 2 3", credits: "republication: Agency X"},
	}, `
			Agency X > Site U strong`},
	{"siblings under an agency that is not there", []draft{
		{name: "Site B", at: "3 08:00", body: "0 1 2 3", credits: "republication: Agency G"},
		{name: "Site C", at: "3 09:00", body: "0 1 2 3", credits: "republication: Agency G"},
		{name: "Site D", at: "3 10:00", body: "7 8 9", credits: "republication: the Agency G"},
		{name: "Site E", at: "3 11:00", body: "0 1 2 3"},
	}, `
			(Agency G) > Site B strong
			(Agency G) > Site C strong
			(Agency G) > Site D likely
			Site C > Site E unclear`}, // or from Site B, whose text is the same
	{"an earlier page cannot be the parent of one that rests on a missing agency", []draft{
		{name: "Site E", at: "3 07:00", body: "0 1 2 3"},
		{name: "Site B", at: "3 08:00", body: "0 1 2 3", credits: "republication: Agency G"},
	}, `
			Site E - Site B unclear
			(Agency G) > Site B likely`},
	{"a sibling that names the other hangs on it", []draft{
		{name: "Site B", at: "3 08:00", body: "0 1 2 3", credits: "republication: Agency G"},
		{name: "Site C", at: "3 09:00", body: "0 1 2 3", credits: "republication: Agency G|republication: Site B"},
	}, `
			(Agency G) > Site B strong
			Site B > Site C strong`},
	{"compilation with two parents", []draft{
		{name: "Daily A", at: "3 08:00", body: "0 1 2"},
		{name: "Paper Y", at: "3 08:10", body: "5 6 7"},
		{name: "Portal E", at: "3 14:00", body: "0 6 1 7"},
	}, `
			Daily A > Portal E unclear
			Paper Y > Portal E unclear`},
	{"a date that contradicts a credit", []draft{
		{name: "Site B", at: "3 08:00", body: "0 1 2", credits: "republication: Agency X"},
		{name: "Agency X", at: "4 09:00", body: "0 1 2"},
	}, `
			Agency X > Site B unclear`},
	{"two that name each other", []draft{
		{name: "Daily A", body: "0 1 2", credits: "republication: Paper Y"},
		{name: "Paper Y", body: "0 1 2", credits: "republication: Daily A"},
	}, `
			Daily A - Paper Y unclear`},
	{"three that name each other in a circle", []draft{
		{name: "Daily A", body: "0 1 2", credits: "republication: Paper Y"},
		{name: "Paper Y", body: "0 1 2", credits: "republication: Site Z"},
		{name: "Site Z", body: "0 1 2", credits: "republication: Daily A"},
	}, `
			Paper Y > Daily A unclear
			Site Z > Paper Y unclear
			Daily A - Site Z unclear`},
	{"nothing tells who was first", []draft{
		{name: "Daily A", at: "3", body: "0 1 2 5"},
		{name: "Paper Y", at: "3", body: "0 1 2 6"},
	}, `
			Daily A - Paper Y unclear`},
	{"a few minutes tell nothing", []draft{
		{name: "Daily A", at: "3 08:00", body: "0 1 2"},
		{name: "Paper Y", at: "3 08:03", body: "0 1 2"},
	}, `
			Daily A - Paper Y unclear`},
	{"an address given as its own", []draft{
		{name: "Daily A", body: "0 1 2"},
		{name: "Paper Y", body: "0 1 2", canonical: "Daily A"},
	}, `
			Daily A > Paper Y strong`},
	{"a link without dates, and with", []draft{
		{name: "Daily A", body: "0 1 2"},
		{name: "Paper Y", body: "0 1 2", links: "Daily A"},
		{name: "Site Z", at: "3 08:00", body: "5 6 7"},
		{name: "Site W", at: "3 09:00", body: "5 6 7", links: "Site Z"},
	}, `
			Site Z > Site W strong
			Daily A > Paper Y likely`},
	{"unclear dates", []draft{
		{name: "Daily A", at: "3", grade: "unclear", body: "0 1 2 3 4 5"},
		{name: "Paper Y", at: "7", grade: "unclear", body: "0 1 2"},
		{name: "Site W", at: "8", grade: "unclear", body: "0 1 2 3 4 5"},
	}, `
			Daily A - Paper Y unclear
			Daily A - Site W unclear`},
	{"the same quotation is no lineage", []draft{
		{name: "Daily A", at: "3", body: "0 1+“We shall open the western lane to walkers before the lanterns are lit on Friday evening, and not an hour later,” the mayor said."},
		{name: "Paper Y", at: "4", body: "5 6+The mayor told listeners: “We shall open the western lane to walkers before the lanterns are lit on Friday evening, and not an hour later.”"},
	}, ``},
	{"a pool names nobody", []draft{
		{name: "Daily A", at: "3", body: "0 1 2"},
		{name: "Paper Y", at: "4", body: "0 1 2", credits: "pool: Agencies"},
	}, `
			Daily A > Paper Y unclear`},
	{"a picture credit is no credit", []draft{
		{name: "Agency X", at: "3 08:00", body: "0 1 2"},
		{name: "Site B", at: "3 08:01", body: "0 1 2", credits: "photo: Agency X"},
	}, `
			Agency X - Site B unclear`},
	{"a copy of the parent names an agency that is not there", []draft{
		{name: "Daily A", at: "3 08:00", body: "0 1 2 3 4"},
		{name: "Site B", at: "3 10:00", body: "0 1 2 3 4", credits: "republication: Agency G"},
		{name: "Paper Y", at: "3 12:00", body: "0 1 2"},
	}, `
		Daily A - Site B unclear
		(Agency G) > Site B likely
		Daily A > Paper Y unclear`},
	{"an agency under its short and its long name", []draft{
		{name: "Site B", at: "3 08:00", body: "0 1 2 3 10", credits: "republication: Halden"},
		{name: "Site C", at: "3 09:00", body: "0 1 2 3 11", credits: "republication: Halden Press Agency"},
	}, `
		(Halden Press Agency) > Site B strong
		(Halden Press Agency) > Site C strong`},
	{"an agency's own page names it by its short name", []draft{
		{name: "وكالة هالدن للأنباء", at: "3 08:00", body: "0 1 2 3+هالدن", credits: "republication: @هالدن"},
		{name: "Site B", at: "3 09:00", body: "0 1 2 3", credits: "republication: وكالة هالدن للأنباء"},
	}, `
		وكالة هالدن للأنباء > Site B strong`},
	{"a sibling that shares only a little bears nothing out", []draft{
		{name: "Site B", at: "3 08:00", body: "0 1 2 3", credits: "republication: Agency G"},
		{name: "Site C", at: "3 09:00", body: "5 6 7 0", credits: "republication: Agency G"},
	}, `
		(Agency G) > Site B likely
		(Agency G) > Site C likely`},
	{"a changed number travels", []draft{
		{name: "Agency X", at: "3 08:00", body: "0 1 2 3 4"},
		{name: "Site B", at: "3 10:00", body: "0 1 2 3 4"},
		{name: "Site C", at: "3 12:00", body: "0 1 2 3 4", change: changed},
		{name: "Site D", at: "4 12:00", body: "0 1 2 3", change: changed},
	}, `
		Agency X > Site B likely
		Site B > Site C unclear
		Site C > Site D unclear`},
	{"a text that stands between", []draft{
		{name: "Agency X", at: "3", body: "0 1 2 3 4"},
		{name: "Site C", at: "4", body: "0 1 2 3 4", change: rewritten},
		{name: "Site D", at: "4", body: "0 1 2", change: strings.TrimSuffix(rewritten, "|quarries at Stonewell=quarries at Stonewel")},
	}, `
		Agency X > Site C unclear
		Site C > Site D unclear`},
	{"author and place are lost", []draft{
		{name: "Paper Y", at: "3", grade: "unclear", body: "0 1 2", byline: "Mara Quill"},
		{name: "Site B", at: "5", grade: "unclear", body: "0 1 2", change: "HARBOURTON — Engineers=Engineers"},
	}, `
		Paper Y > Site B likely`},
	{"a caption is no lineage", []draft{
		{name: "Daily A", at: "3 08:00", body: "0 1 2 3"},
		{name: "Site B", at: "3 12:00", body: "+Readers sent pictures of the place where engineers closed the Old Mill Bridge to all traffic; more of them follow in the next edition, together with the map."},
	}, ``},
	{"an agency's line that one text lost", []draft{
		{name: "Agency X", body: "0 1 2 3 4+Harbour desk, Agency X.", credits: "republication: @Agency X"},
		{name: "Site B", body: "0 1 2"},
		{name: "Site C", body: "0 1 2 3 4"},
	}, `
		Agency X > Site B unclear
		Agency X > Site C likely`},
	{"a text that stands twice on its site is no less the source", []draft{
		{name: "Daily A", at: "3 08:00", body: "0 1 2"},
		{name: "Daily A", at: "3 09:00", body: "0 1 2"},
		{name: "Site B", at: "3 12:00", body: "0 1 2", credits: "republication: Daily A"},
	}, `
		Daily A > Daily A likely
		Daily A > Site B strong`},
	{"two that link to each other", []draft{
		{name: "Daily A", body: "0 1 2", links: "Paper Y"},
		{name: "Paper Y", body: "0 1 2", links: "Daily A"},
	}, `
		Daily A - Paper Y unclear`},
	{"a statement attributed to the other", []draft{
		{name: "Daily A", body: "0 1 2"},
		{name: "Paper Y", body: "0 1 2+The span is safe, Daily A wrote.", credits: "information: @Daily A"},
	}, `
		Daily A > Paper Y likely`},
	{"a small part of two reports", []draft{
		{name: "Daily A", at: "3 08:00", body: "0 1 2 3"},
		{name: "Paper Y", at: "3 12:00", body: "5 6 7 1"},
	}, `
		Daily A - Paper Y unclear`},
	{"two pages of one outlet", []draft{
		{name: "Daily A", at: "3 08:00", body: "0 1 2"},
		{name: "Daily A", at: "4 12:00", body: "0 1 2", credits: "republication: Daily A"},
	}, `
		Daily A > Daily A likely`},
	{"so few words may stand on many pages", []draft{
		{name: "Daily A", at: "3 08:00", body: "+Write to our evening desk with whatever you have heard around the harbour since the last ferry left."},
		{name: "Daily A", at: "4 12:00", body: "+Write to our evening desk with whatever you have heard around the harbour since the last ferry left."},
	}, `
		Daily A > Daily A unclear`},
	{"one article", []draft{{name: "Daily A", at: "3", body: "0"}}, ``},
}

func TestFind(t *testing.T) {
	for _, test := range findTests {
		t.Run(test.name, func(t *testing.T) {
			articles, st, pairs := tell(t, test.drafts...)
			l := Find(articles, st, pairs)
			want := strings.ReplaceAll(strings.TrimSpace(test.want), "\t", "")
			if diff := cmp.Diff(want, draw(articles, l)); diff != "" {
				t.Errorf("edges (-want +got):\n%s", diff)
			}
			check(t, articles, st, pairs, l)
		})
	}
}
