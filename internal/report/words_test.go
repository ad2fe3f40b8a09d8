package report

import (
	"strings"
	"testing"
	"time"

	"hearsay/article"
	"hearsay/origin"
	"hearsay/text"
)

func TestOriginsStayAnInterval(t *testing.T) {
	for _, tc := range []struct {
		low, high        int
		short, long, tag string
		state            state
	}{
		{1, 1, "1", "1 independent origin", "echo: one origin", echo},
		{3, 3, "3", "3 independent origins", "3 origins", several},
		{2, 4, "2–4", "at least 2, at most 4 independent origins", "at least 2 origins", several},
		{1, 6, "1–6", "at least 1, at most 6 independent origins", "unclear: 1 to 6 origins", unclear},
		{0, 2, "0–2", "at least 0, at most 2 independent origins", "unclear: 0 to 2 origins", unclear},
		{0, 1, "0–1", "at least 0, at most 1 independent origins", "unclear", unclear},
		{0, 0, "0", "0 independent origins", "unclear", unclear},
	} {
		got := newOriginCount(origin.Interval{AtLeast: tc.low, AtMost: tc.high})
		if want := (originCount{tc.state, tc.short, tc.long, tc.tag}); got != want {
			t.Errorf("%d to %d: %+v, want %+v", tc.low, tc.high, got, want)
		}
	}
}

func TestPercent(t *testing.T) {
	for share, want := range map[float64]string{0: "0 %", 0.001: "under 1 %", 0.005: "1 %", 0.84: "84 %", 0.994: "99 %", 0.999: "over 99 %", 1: "100 %"} {
		if got := percent(share); got != want {
			t.Errorf("percent(%v) = %q, want %q", share, got, want)
		}
	}
}

func TestNumber(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", 31030: "31,030", 1234567: "1,234,567"} {
		if got := number(n); got != want {
			t.Errorf("number(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestMoment(t *testing.T) {
	east := time.FixedZone("", 3*3600)
	at := func(from time.Time, d time.Duration) *article.Date { return &article.Date{From: from, To: from.Add(d)} }
	timed, other := at(time.Date(2026, 3, 3, 23, 30, 0, 0, east), time.Minute), at(time.Date(2026, 3, 3, 22, 0, 0, 0, time.UTC), time.Minute)
	dayOnly := at(time.Date(2026, 3, 3, 0, 0, 0, 0, east), 24*time.Hour)
	one := newClock([]*article.Article{{Published: timed}, {Published: dayOnly}, {}})
	if got := one.moment(timed); got.Full != "3 March 2026, 23:30 UTC+3" || got.Clock != "23:30" || got.ISO != "2026-03-03T23:30:00+03:00" {
		t.Errorf("pages of one zone: %+v", got)
	}
	mixed := newClock([]*article.Article{{Published: timed}, {Published: other}})
	if got := mixed.moment(timed); got.Full != "3 March 2026, 20:30 UTC" {
		t.Errorf("pages of several zones: %+v", got)
	}
	if got := mixed.moment(dayOnly); got.Full != "3 March 2026" || got.Clock != "day only" || got.ISO != "2026-03-03" {
		t.Errorf("a day is shifted to another zone: %+v", got)
	}
	if got := mixed.moment(at(time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC), 31*24*time.Hour)); got.Full != "1–31 March 2026" {
		t.Errorf("a month: %+v", got)
	}
	if got := mixed.moment(nil); got.Known || got.Full != "no date" {
		t.Errorf("no date: %+v", got)
	}
}

func TestAddress(t *testing.T) {
	for in, href := range map[string]string{
		"https://site.example/a": "https://site.example/a", "http://site.example": "http://site.example", "javascript:alert(1)": "",
		"data:text/html,x": "", "//site.example/a": "", "https:///x": "", "ftp://site.example": "", "a\nb": "", "": "",
	} {
		if got := newAddress(in).Href; got != href {
			t.Errorf("newAddress(%q).Href = %q, want %q", in, got, href)
		}
	}
}

func TestPlain(t *testing.T) {
	if got := plain("  a\n\tb\x00c \u202Eevil\u2069\u2028x\xff "); got != "a b c evil x\uFFFD" {
		t.Errorf("plain = %q", got)
	}
	if got := short(strings.Repeat("word ", 30), 22); got != "word word word word…" {
		t.Errorf("short = %q", got)
	}
	if got := short("水库的闸门在黎明前打开了", 4); got != "水库的闸…" {
		t.Errorf("short = %q", got)
	}
}

func TestSegments(t *testing.T) {
	c := func(start, end, other int) cover {
		return cover{Span: text.Span{Start: start, End: end}, other: other, pair: other}
	}
	type seg struct{ start, end, others, only int }
	for _, tc := range []struct {
		name   string
		covers []cover
		want   []seg
	}{
		{"none", nil, []seg{{0, 100, 0, 0}}},
		{"one", []cover{c(10, 20, 1)}, []seg{{0, 10, 0, 0}, {10, 20, 1, 1}, {20, 100, 0, 0}}},
		{"overlapping", []cover{c(10, 30, 1), c(20, 40, 2)}, []seg{{0, 10, 0, 0}, {10, 20, 1, 1}, {20, 30, 2, 0}, {30, 40, 1, 2}, {40, 100, 0, 0}}},
		{"twice the same article", []cover{c(10, 30, 1), c(20, 40, 1)}, []seg{{0, 10, 0, 0}, {10, 40, 1, 1}, {40, 100, 0, 0}}},
		{"reaching out", []cover{c(-5, 10, 1), c(90, 120, 2)}, []seg{{0, 10, 1, 1}, {10, 90, 0, 0}, {90, 100, 1, 2}}},
		{"side by side", []cover{c(0, 50, 1), c(50, 100, 2)}, []seg{{0, 50, 1, 1}, {50, 100, 1, 2}}},
	} {
		var got []seg
		for _, s := range segments(tc.covers, 0, 100) {
			got = append(got, seg{s.Start, s.End, s.others, s.only.pair})
		}
		if len(got) != len(tc.want) {
			t.Errorf("%s: %v, want %v", tc.name, got, tc.want)
			continue
		}
		for k := range got {
			if got[k] != tc.want[k] {
				t.Errorf("%s: %v, want %v", tc.name, got, tc.want)
				break
			}
		}
	}
}
