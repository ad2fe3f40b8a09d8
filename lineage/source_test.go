package lineage

import (
	"testing"

	"hearsay/article"
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
