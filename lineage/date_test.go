package lineage

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"hearsay/article"
	"hearsay/page"
	"hearsay/story"
)

func TestFirst(t *testing.T) {
	at := func(day, hour, minute int, grade article.Grade) *article.Date {
		from := time.Date(2021, 1, day, hour, minute, 0, 0, time.UTC)
		return &article.Date{From: from, To: from.Add(time.Minute), Grade: grade}
	}
	day := func(day int) *article.Date {
		from := time.Date(2021, 1, day, 0, 0, 0, 0, time.UTC)
		return &article.Date{From: from, To: from.AddDate(0, 0, 1), Grade: article.Likely}
	}
	told := func(day int, agree ...bool) *article.Date {
		d := at(day, 8, 0, article.Unclear)
		for _, agrees := range agree {
			d.Evidence = append(d.Evidence, article.DateEvidence{Kind: "text", Agrees: agrees})
		}
		return d
	}
	tests := []struct {
		name   string
		a, b   *article.Date
		order  int
		weight float64
	}{
		{"no date", nil, at(3, 8, 0, article.Strong), 0, 0},
		{"a zero date", &article.Date{}, at(3, 8, 0, article.Strong), 0, 0},
		{"a day apart, both strong", at(3, 8, 0, article.Strong), at(4, 9, 0, article.Strong), -1, 2.6},
		{"the same day", at(3, 8, 0, article.Strong), at(3, 9, 0, article.Strong), -1, 2.08},
		{"the weaker grade counts", at(3, 8, 0, article.Strong), at(4, 9, 0, article.Unclear), -1, 0.78},
		{"running text alone", told(3, true), told(5, true, true), -1, 1.56},
		{"places that contradict each other", told(3, true), told(5, true, false), -1, 0.78},
		{"moments", at(3, 8, 4, article.Strong), at(3, 8, 0, article.Strong), 1, 0.52},
		{"the same minute", at(3, 8, 0, article.Strong), at(3, 8, 0, article.Strong), 0, 0},
		{"a day and a time inside it", day(3), at(3, 9, 0, article.Strong), 0, 0},
		{"a day and a time after it", day(3), at(4, 9, 0, article.Strong), -1, 2.21},
		{"days that follow", day(4), day(3), 1, 2.21},
		{"an interval that ends before it begins", &article.Date{From: at(3, 8, 0, "").From, Grade: article.Likely}, at(4, 9, 0, article.Likely), -1, 2.21},
	}
	for _, test := range tests {
		order, weight := first(test.a, test.b)
		if order != test.order || weight != test.weight {
			t.Errorf("%s: first = %d, %v; want %d, %v", test.name, order, weight, test.order, test.weight)
		}
		if back, same := first(test.b, test.a); back != -order || same != weight {
			t.Errorf("%s: the other way round: %d, %v", test.name, back, same)
		}
	}
}

func TestSayEarlier(t *testing.T) {
	zone := time.FixedZone("", 3*3600)
	from := time.Date(2021, 1, 3, 0, 0, 0, 0, zone)
	day := &article.Date{From: from, To: from.AddDate(0, 0, 1), Grade: article.Likely}
	exact := &article.Date{From: from.Add(30 * time.Hour), To: from.Add(30*time.Hour + time.Minute), Grade: article.Unclear}
	if got, want := sayEarlier("A", "B", day, exact), "A was published earlier (3 Jan 2021) than B (4 Jan 2021 03:00 UTC); the evidence for these dates is unclear."; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestLabels(t *testing.T) {
	articles := []*article.Article{
		{ID: "1", Outlet: "Daily A", Source: page.Source{Path: "/a/b/one.html"}},
		{ID: "2", Domain: "dailyb.example", Source: page.Source{Path: "/a/b/two.html"}},
		{ID: "3", Source: page.Source{Path: "/a/b/c/three.txt"}},
		{ID: "4", Source: page.Source{Path: "/a/many.jsonl", Record: "line 4"}},
		{ID: "5", Source: page.Source{Path: "/a/d/three.txt"}, Title: "A bridge"},
		{ID: "6"},
	}
	var st story.Story
	for i := range articles {
		st.Members = append(st.Members, story.Member{Article: i})
	}
	want := []string{"Daily A", "dailyb.example", "three.txt", "many.jsonl line 4", "three.txt (“A bridge”)", "Article 6"}
	if diff := cmp.Diff(want, Labels(articles, st)); diff != "" {
		t.Error(diff)
	}
}

func TestPercent(t *testing.T) {
	for share, want := range map[float64]string{0: "0 %", 0.0001: "1 %", 0.844: "84 %", 0.9999: "99 %", 1: "100 %", 1.5: "100 %", -1: "0 %"} {
		if got := percent(share); got != want {
			t.Errorf("percent(%v) = %q, want %q", share, got, want)
		}
	}
}
