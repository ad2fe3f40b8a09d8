package lineage

import (
	"strings"
	"testing"

	"hearsay/article"
	"hearsay/story"
	"hearsay/text"
)

func TestPageOf(t *testing.T) {
	tests := []struct {
		outlet, domain string
		source         string
		want           bool
	}{
		{"Agency X", "", "Agency X", true},
		{"AGENCY X", "", "the agency x", true},
		{"", "agencyx.example", "Agency X", true},
		{"", "agency-x.example", "Agency X", true},
		{"River Post Online", "", "River Post", true},
		{"River News", "", "River News Agency", false}, // often another house
		{"", "river.example", "River News Agency", true},
		{"Federal Wire Bureau", "", "FWB", true},
		{"", "fwb.gov.example", "Federal Wire Bureau", true},
		{"Free Wire Bureau", "", "Federal Wire Bureau", false}, // the same initials are no name
		{"Daily A", "dailya.example", "dailya.example", true},
		{"Daily A", "dailya.example", "www.dailya.example", true},
		{"Daily A", "dailya.example", "news.dailya.example", true},
		{"Daily A", "dailya.example", "notdailya.example", false},
		{"صحيفة النهر", "", "النهر", true},
		{"وكالة أنباء النهر", "", "وكاله انباء النهر", true},
		{"وكالة النهر للأنباء", "", "النهر", true},
		{"وكالة الأنباء النهرية", "", "وكالة النهرية للأنباء", true},
		{"River Press Agency", "", "River", true},
		{"Agence River", "", "River News Agency", true},
		{"Nachrichtenagentur Fluss", "", "Fluss", true},
		{"Агентство Река", "", "Река", true},
		{"Nehir Haber Ajansı", "", "Nehir", true},
		{"River Post", "", "River", false}, // a short form only within a story
		{"Daily A", "", "dailya.example", true},
		{"Daily A", "", "www.dailya.co.uk", true},
		{"dailya.example", "", "Daily A", true},
		{"Pages", "", "dailya.pages.dev", false}, // a host of many sites
		{"", "", "Agency X", false},
		{"Agency X", "", "", false},
		{"—", "", "—", false},
		{"The", "", "A", false},
	}
	for _, test := range tests {
		a := &article.Article{Outlet: test.outlet, Domain: test.domain}
		if got := PageOf(a, test.source); got != test.want {
			t.Errorf("PageOf(%q %q, %q) = %v", test.outlet, test.domain, test.source, got)
		}
		var sources Sources
		if n := sources.Number(test.source); n >= 0 {
			if got := len(sources.Of(a)) == 1; got != test.want {
				t.Errorf("Sources.Of(%q %q) with %q = %v", test.outlet, test.domain, test.source, got)
			}
		}
	}
}

func TestPageOfByline(t *testing.T) {
	a := &article.Article{Byline: []string{"Agency X"}}
	if !PageOf(a, "Agency X") {
		t.Error("a page known by its byline alone is not recognised")
	}
	a.Outlet = "Daily A"
	if PageOf(a, "Agency X") {
		t.Error("the byline of another outlet's page makes it the agency's")
	}
}

func TestSources(t *testing.T) {
	var s Sources
	for _, test := range []struct {
		name string
		want int
	}{
		{"Federal Wire Bureau", 0}, {"FWB", 0}, {"the Federal Wire Bureau", 0}, {"Agency X", 1}, {"AX", 2}, {"agency x", 1}, {"…", -1},
	} {
		if got := s.Number(test.name); got != test.want {
			t.Errorf("Number(%q) = %d, want %d", test.name, got, test.want)
		}
	}
	if s.Len() != 3 || s.Name(0) != "Federal Wire Bureau" {
		t.Errorf("%d sources, the first %q", s.Len(), s.Name(0))
	}
}

// TestSourcesOf tests which names are one source within a story, and the name that it gets.
func TestSourcesOf(t *testing.T) {
	for _, test := range []struct {
		outlet, names string // names separated by “|”
		want          string // each name that a source got
	}{
		{"", "River|River Press Agency", "River Press Agency"},
		{"", "River Press Agency|River", "River Press Agency"},
		{"", "The River Agency|River Agency", "The River Agency"},
		{"", "نهر|وكالة نهر للأنباء", "وكالة نهر للأنباء"},
		{"", "Fox|Fox News", "Fox News"},
		{"", "Fox News Network|Fox|Fox News", "Fox News Network"},
		{"", "River|River News|River Media", "River|River News|River Media"}, // which of the two is meant?
		{"", "River|River Courier", "River|River Courier"},
		{"", "dailya.example|Daily A", "Daily A"},
		{"", "Daily A|news.dailya.example", "Daily A"},
		{"Fox News", "Fox", "Fox"},
	} {
		a := &article.Article{Outlet: test.outlet, Doc: text.NewDoc("")}
		for name := range strings.SplitSeq(test.names, "|") {
			a.Credits = append(a.Credits, article.Credit{Kind: article.Republication, Agency: name})
		}
		sources := SourcesOf([]*article.Article{a}, story.Story{Members: []story.Member{{Article: 0}}})
		for _, c := range a.Credits {
			sources.Number(c.Agency)
		}
		var got []string
		for i := range sources.Len() {
			got = append(got, sources.Name(i))
		}
		if strings.Join(got, "|") != test.want {
			t.Errorf("%q are the sources %q, want %q", test.names, got, test.want)
		}
		if test.outlet != "" && (!sources.PageOf(a, test.names) || len(sources.Of(a)) != 1) {
			t.Errorf("the page of %q is none of %q", test.outlet, test.names)
		}
	}
}

func TestAddress(t *testing.T) {
	same := []string{
		"https://www.dailya.example/a/b/", "http://dailya.example/a/b", "https://DailyA.example/a/b#top",
		"https://dailya.example/a/b?utm_source=x&utm_medium=y", " https://dailya.example:443/a/b ",
	}
	for _, raw := range same {
		if got := address(raw); got != "dailya.example/a/b" {
			t.Errorf("address(%q) = %q", raw, got)
		}
	}
	for raw, want := range map[string]string{
		"": "", "/a/b": "", "::": "", "mailto:a@b.example": "",
		"https://a.example/?id=2&utm_x=1": "a.example?id=2",
	} {
		if got := address(raw); got != want {
			t.Errorf("address(%q) = %q, want %q", raw, got, want)
		}
	}
}

func FuzzSource(f *testing.F) {
	f.Add("Agency X", "https://agencyx.example/a")
	f.Add("وكالة", "%zz")
	f.Add("A.ا", "0")
	f.Fuzz(func(t *testing.T, name, raw string) {
		if key := SourceKey(name); SourceKey(name) != key {
			t.Error("the key changes")
		}
		a := &article.Article{Outlet: name}
		if SourceKey(name) != "" && len([]rune(SourceKey(name))) >= minKey && !PageOf(a, name) {
			t.Errorf("a page of %q is not a page of it", name)
		}
		if at := address(raw); at != "" && address("https://"+at) == "" {
			t.Errorf("address %q of %q is none", at, raw)
		}
	})
}
