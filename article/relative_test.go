package article

import (
	"strings"
	"testing"
	"time"
)

func TestRelativeDate(t *testing.T) {
	captured := time.Date(2024, 3, 5, 11, 0, 0, 0, time.FixedZone("", 3600)) // 10:00 UTC
	for _, c := range []struct{ in, lang, want string }{
		// Sites round: from n+1 units before to n−½.
		{"3 hours ago", "en", "24-03-05 06:00 to 24-03-05 07:30"},
		{"Published 3 hours ago", "en", "24-03-05 06:00 to 24-03-05 07:30"},
		{"By Ina Brandt · 3 hours ago · 5 min read", "en", "24-03-05 06:00 to 24-03-05 07:30"},
		{"an hour ago", "en", "24-03-05 08:00 to 24-03-05 09:30"},
		{"3h ago", "en", "24-03-05 06:00 to 24-03-05 07:30"},
		{"1 hour, 10 minutes ago", "en", "24-03-05 08:49 to 24-03-05 08:50"},
		{"il y a 30 minutes", "fr", "24-03-05 09:29 to 24-03-05 09:30"},
		{"il y a 3 heures", "fr", "24-03-05 06:00 to 24-03-05 07:30"},
		{"منذ 3 ساعات", "ar", "24-03-05 06:00 to 24-03-05 07:30"},
		{"منذ ساعة", "ar", "24-03-05 08:00 to 24-03-05 09:30"},
		{"3 часа назад", "ru", "24-03-05 06:00 to 24-03-05 07:30"},
		{"час назад", "ru", "24-03-05 08:00 to 24-03-05 09:30"},
		{"3 saat önce", "tr", "24-03-05 06:00 to 24-03-05 07:30"},
		{"3小时前", "zh", "24-03-05 06:00 to 24-03-05 07:30"},
		{"3시간 전", "ko", "24-03-05 06:00 to 24-03-05 07:30"},
		// Days may be counted by the calendar: the day, give or take one.
		{"vor 2 Tagen", "de", "24-03-02 10:00 to 24-03-04 10:00"},
		{"hace 2 días", "es", "24-03-02 10:00 to 24-03-04 10:00"},
		{"2 gün önce", "tr", "24-03-02 10:00 to 24-03-04 10:00"},
		{"2 дня назад", "ru", "24-03-02 10:00 to 24-03-04 10:00"},
		{"قبل يومين", "ar", "24-03-02 10:00 to 24-03-04 10:00"},
		{"3天前", "zh", "24-03-01 10:00 to 24-03-03 10:00"},
		{"for 2 dager siden", "no", "24-03-02 10:00 to 24-03-04 10:00"},
		{"há 2 dias", "pt", "24-03-02 10:00 to 24-03-04 10:00"},
		{"2 giorni fa", "it", "24-03-02 10:00 to 24-03-04 10:00"},
		{"30 days ago", "en", "24-02-03 10:00 to 24-02-05 10:00"},
		{"a month ago", "en", "24-01-03 10:00 to 24-02-20 10:00"},
		{"2 yıl önce", "tr", "21-03-03 10:00 to 22-09-04 22:00"},
		{"last week", "en", "24-02-20 10:00 to 24-03-05 10:00"},
		// Days of the calendar. At 10:00 UTC all zones but the farthest have one date.
		{"Yesterday, 10:15", "en", "24-03-04 00:00 to 24-03-05 00:00"},
		{"today at 9:41 am", "en", "24-03-05 00:00 to 24-03-06 00:00"},
		{"gestern", "de", "24-03-04 00:00 to 24-03-05 00:00"},
		{"heute, 17.30 Uhr", "de", "24-03-05 00:00 to 24-03-06 00:00"},
		{"hier à 10h15", "fr", "24-03-04 00:00 to 24-03-05 00:00"},
		{"Aujourd'hui à 10:15", "fr", "24-03-05 00:00 to 24-03-06 00:00"},
		{"أمس", "ar", "24-03-04 00:00 to 24-03-05 00:00"},
		{"вчера, 10:15", "ru", "24-03-04 00:00 to 24-03-05 00:00"},
		// What counts nothing back.
		{"5 min read", "en", ""},
		{"3 hours", "en", ""},
		{"in 3 hours", "en", ""},
		{"hours ago", "en", ""},
		{"Today", "en", ""},
		{"Naru Today, 10:15", "en", ""},
		{"hier", "de", ""},
		{"hier um 10:15", "de", ""},
		{"at least once each week", "en", ""}, // “once” is no Turkish “önce”
		{"Fünf Minuten vor 12", "de", ""},
		{"0 days ago", "en", ""},
		{"2000000 years ago", "en", ""},
		{"He said two days ago that the bridge had been closed for repairs by the city", "en", ""},
		{"The council had closed the old bridge 3 days ago for good", "en", ""},
	} {
		got := ""
		if d, ok := findRelative(c.in, c.lang); ok {
			st := d.before(captured.UTC())
			got = st.from.Format("06-01-02 15:04") + " to " + st.to.Format("06-01-02 15:04")
		}
		if got != c.want {
			t.Errorf("%q: %q, want %q", c.in, got, c.want)
		}
	}
}

// A capture of which only the day is known stands for the whole day; near midnight, the calendar day
// of the outlet may be either.
func TestRelativeDateBounds(t *testing.T) {
	for _, c := range []struct{ in, captured, want string }{
		{"3 hours ago", "2024-03-05T00:00:00Z", "24-03-04 20:00 to 24-03-05 21:30"},
		{"yesterday", "2024-03-05T00:00:00Z", "24-03-03 00:00 to 24-03-06 00:00"},
		{"yesterday", "2024-03-05T12:30:00Z", "24-03-04 00:00 to 24-03-06 00:00"},
		{"yesterday", "2024-03-05T09:00:00Z", "24-03-03 00:00 to 24-03-05 00:00"},
	} {
		captured, err := time.Parse(time.RFC3339, c.captured)
		if err != nil {
			t.Fatal(err)
		}
		d, ok := findRelative(c.in, "")
		st := d.before(captured)
		if got := st.from.Format("06-01-02 15:04") + " to " + st.to.Format("06-01-02 15:04"); !ok || got != c.want {
			t.Errorf("%s at %s: %s, want %s", c.in, c.captured, got, c.want)
		}
	}
}

func TestCountedDate(t *testing.T) {
	captured := time.Date(2024, 3, 5, 10, 0, 0, 0, time.UTC)
	const counted = "text, counted from the capture"
	for _, c := range []struct {
		name, absolute, relative string
		want                     Grade
	}{
		{"alone", "", "3 hours ago", Unclear},
		{"confirms a place to the day", "2024-03-05T06:30:00Z", "3 hours ago", Strong},
		{"too coarse to confirm", "2024-03-01", "last week", Likely},
		{"contradicts", "2024-02-20", "3 hours ago", Unclear},
	} {
		r := dateReader{captured: captured}
		if c.absolute != "" {
			r.add(&r.published, fromLD, "JSON-LD datePublished", c.absolute)
		}
		if !r.addCounted(&r.published, fromText, "text", c.relative) {
			t.Fatalf("%s: not read", c.name)
		}
		d := chooseDate(r.published)
		if d.Grade != c.want || d.Evidence[len(d.Evidence)-1].Kind != counted {
			t.Errorf("%s: %s %v, want %s", c.name, d.Grade, d.Evidence, c.want)
		}
	}
	r := dateReader{}
	if r.addCounted(&r.published, fromText, "text", "3 hours ago") || len(r.published) != 0 || len(r.unresolved) != 1 {
		t.Errorf("without a capture: %v, %q", r.published, r.unresolved)
	}
}

func FuzzRelativeDate(f *testing.F) {
	for _, s := range []string{"3 hours ago", "vor 2 Tagen", "قبل يومين", "3小时前", "Yesterday, 10:15", "il y a un an", "1 day, 3 hours ago", "last week", "999 years ago"} {
		f.Add(s, int64(1709633730))
	}
	f.Fuzz(func(t *testing.T, s string, unix int64) {
		captured := time.Unix(unix%(1<<33), 0)
		d, ok := findRelative(s, "fr")
		if !ok {
			return
		}
		if st := d.before(captured); !st.from.Before(st.to) || st.from.After(captured.Add(2*day)) {
			t.Errorf("%q before %v: %v to %v", s, captured, st.from, st.to)
		}
		if len(s) > 600 && strings.TrimSpace(s[:120]) == "" {
			t.Errorf("read beyond the bound: %q", s)
		}
	})
}
