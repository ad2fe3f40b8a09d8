package report

import (
	"fmt"
	"strings"
	"testing"
)

func TestPlaceFrom(t *testing.T) {
	story, other := place{"report/s-1.html", "s-1"}, place{"report/s-2.html", "a-7"}
	front := place{frontPage, "method"}
	for _, tc := range []struct {
		to   place
		from string
		want string
	}{
		{story, frontPage, "report/s-1.html#s-1"}, {story, "report/s-1.html", "#s-1"}, {other, "report/s-1.html", "s-2.html#a-7"},
		{front, "report/s-1.html", "../report.html#method"}, {front, frontPage, "#method"}, {place{}, frontPage, ""},
	} {
		if got := tc.to.from(tc.from); got != tc.want {
			t.Errorf("%v from %s is %q, want %q", tc.to, tc.from, got, tc.want)
		}
	}
}

func TestClaim(t *testing.T) {
	l := &layout{taken: map[string]bool{}}
	for _, tc := range []struct{ id, want string }{
		{"0a1b2c", "a-0a1b2c"}, {"0a1b2c", "a-0a1b2c_2"}, {"0a1b2c", "a-0a1b2c_3"}, {"", "a-x" + digest("")[:12]},
		{`"><script>`, "a-x" + digest(`"><script>`)[:12]}, {strings.Repeat("a", 41), "a-x" + digest(strings.Repeat("a", 41))[:12]},
	} {
		if got := l.claim("a-", tc.id); got != tc.want {
			t.Errorf("claim(%q) = %q, want %q", tc.id, got, tc.want)
		}
	}
}

// TestPairsAreCapped checks that a story shows its heaviest pairs, every one that its lineage rests
// on, and says how many there are besides.
func TestPairsAreCapped(t *testing.T) {
	b := newBuilder(t)
	var all []int
	for k := range 13 {
		all = append(all, b.add(fmt.Sprintf("Outlet %d", k), "2026-03-03", "en", "Gates", damLead+"\n\n"+damHomes+"\n\n"+fmt.Sprint("Line ", k)))
	}
	for i := range all {
		for k := i + 1; k < len(all); k++ {
			if i == 0 && k == 1 {
				b.share(0, 1, "river authority said", "river authority said") // the lightest pair of all
			} else {
				b.share(i, k, damLead, damLead)
			}
		}
	}
	b.finish()
	b.edge(b.story("Gates", nil, all...), 0, 1, false, "unclear")
	l := newLayout(b.c, false)
	if len(l.shown[0]) != mostPairs+1 || l.left[0] != 78-mostPairs-1 {
		t.Errorf("%d pairs shown, %d left", len(l.shown[0]), l.left[0])
	}
	if l.pairAt[b.pair(0, 1)].anchor == "" {
		t.Error("the pair that the lineage rests on is not shown")
	}
	text := content(write(t, b.c, Options{}).view("story", ""))
	if !strings.Contains(text, "17 pairs that share less are not shown side by side") {
		t.Error("the story does not say how many pairs it leaves out")
	}
}

func TestNamesAreUniqueInAStory(t *testing.T) {
	b := newBuilder(t)
	one, two, other := b.add("Site B", "2026-03-03", "en", "One", damLead), b.add("Site B", "2026-03-04", "en", "Two", damLead), b.add("Site C", "2026-03-04", "en", "Three", damLead)
	loose := b.add("", "2026-03-04", "en", "Four", damLead)
	b.c.Articles[loose].Source.Path, b.c.Articles[loose].Source.Record = "a/long/way/down/pages.jsonl", "line 4"
	b.story("One", nil, one, two, other, loose)
	if got := fmt.Sprintf("%q", newLayout(b.c, false).names); got != `["Site B (1)" "Site B (2)" "Site C" "pages.jsonl line 4"]` {
		t.Errorf("names %s", got)
	}
}

func TestDrawOrderPutsSourcesAboveWhatFollowsFromThem(t *testing.T) {
	c := dam(t)
	g := c.Stories[0].Lineage
	var order []string
	for _, n := range drawOrder(g, c.Articles) {
		if i := g.Nodes[n].Article; i >= 0 {
			order = append(order, c.Articles[i].Outlet)
		} else {
			order = append(order, g.Nodes[n].Missing)
		}
	}
	want := "Nordwire, Harbour Daily, Site B, The Sund and Kestrel Bay Evening Courier with Shipping News, Portal Ost, Bay Press Pool, قناة الميناء, ساحل نيوز, Radio Sund, Courier Weekend, kestrel-notes"
	if got := strings.Join(order, ", "); got != want {
		t.Errorf("order\n%s, want\n%s", got, want)
	}
}
