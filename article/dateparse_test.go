package article

import (
	"testing"
	"time"
)

func TestParseDate(t *testing.T) {
	for _, c := range []struct{ in, lang, want string }{
		// Machine formats.
		{"2024-03-05T10:15:30Z", "", "2024-03-05T10:15:30Z +1s"},
		{"2024-03-05T10:15:30.123+02:00", "", "2024-03-05T10:15:30+02:00 +1s"},
		{"2024-03-05T10:15+0530", "", "2024-03-05T10:15:00+05:30 +1m0s"},
		{"2013-01-30T03:43:55", "", "2013-01-30T03:43:55Z +1s unzoned"},
		{"2015-07-21 02:51:32", "", "2015-07-21T02:51:32Z +1s unzoned"},
		{"2024-03-05 00:00:00 +0100", "", "2024-03-05T00:00:00+01:00 +24h0m0s"},
		{"20240305", "", "2024-03-05T00:00:00Z +24h0m0s unzoned"},
		{"20240305T101500Z", "", "2024-03-05T10:15:00Z +1s"},
		{"Tue, 05 Mar 2024 10:15:30 GMT", "", "2024-03-05T10:15:30Z +1s"},
		{"Tue, 05 Mar 2024 10:15:30 -0500", "", "2024-03-05T10:15:30-05:00 +1s"},
		{"Tue Mar 05 10:15:30 CET 2024", "", "2024-03-05T10:15:30+01:00 +1s"},
		{"1709633730", "", "2024-03-05T10:15:30Z +1s"},
		{"1709633730000", "", "2024-03-05T10:15:30Z +1s"},
		// As people write.
		{"Jan 3, 2021", "en", "2021-01-03T00:00:00Z +24h0m0s unzoned"},
		{"Published March 5th, 2024 at 5:07 p.m. EST", "en", "2024-03-05T17:07:00-05:00 +1m0s"},
		{"March 5, 2024 12:30 AM UTC", "en", "2024-03-05T00:30:00Z +1m0s"},
		{"5. März 2024, 17.30 Uhr MEZ", "de", "2024-03-05T17:30:00+01:00 +1m0s"},
		{"Veröffentlicht am 05.03.2024", "de", "2024-03-05T00:00:00Z +24h0m0s unzoned"},
		{"05.03.24", "de", "2024-03-05T00:00:00Z +24h0m0s unzoned"},
		{"le 1er août 2024 à 18h05", "fr", "2024-08-01T18:05:00Z +1m0s unzoned"},
		{"5 de marzo de 2024", "es", "2024-03-05T00:00:00Z +24h0m0s unzoned"},
		{"5 marzo 2024", "it", "2024-03-05T00:00:00Z +24h0m0s unzoned"},
		{"5 de março de 2024", "pt", "2024-03-05T00:00:00Z +24h0m0s unzoned"},
		{"5 maart 2024", "nl", "2024-03-05T00:00:00Z +24h0m0s unzoned"},
		{"5 марта 2024 г.", "ru", "2024-03-05T00:00:00Z +24h0m0s unzoned"},
		{"5 березня 2024", "uk", "2024-03-05T00:00:00Z +24h0m0s unzoned"},
		{"5 marca 2024", "pl", "2024-03-05T00:00:00Z +24h0m0s unzoned"},
		{"11 listopada 2024", "pl", "2024-11-11T00:00:00Z +24h0m0s unzoned"},
		{"11. listopada 2024.", "hr", "2024-10-11T00:00:00Z +24h0m0s unzoned"},
		{"5 Mart 2024", "tr", "2024-03-05T00:00:00Z +24h0m0s unzoned"},
		{"٥ مارس ٢٠٢٤", "ar", "2024-03-05T00:00:00Z +24h0m0s unzoned"},
		{"5 آذار/مارس 2024", "ar", "2024-03-05T00:00:00Z +24h0m0s unzoned"},
		{"5 كانون الثاني 2024", "ar", "2024-01-05T00:00:00Z +24h0m0s unzoned"},
		{"۱۵ اسفند ۱۴۰۲", "fa", "2024-03-05T00:00:00Z +24h0m0s unzoned"},
		{"5. března 2024", "cs", "2024-03-05T00:00:00Z +24h0m0s unzoned"},
		{"5 mars 2024", "sv", "2024-03-05T00:00:00Z +24h0m0s unzoned"},
		{"5. maaliskuuta 2024", "fi", "2024-03-05T00:00:00Z +24h0m0s unzoned"},
		{"2024. március 5.", "hu", "2024-03-05T00:00:00Z +24h0m0s unzoned"},
		{"2024年3月5日", "zh", "2024-03-05T00:00:00Z +24h0m0s unzoned"},
		{"2024년 3월 5일", "ko", "2024-03-05T00:00:00Z +24h0m0s unzoned"},
		{"5 tháng 3 năm 2024", "vi", "2024-03-05T00:00:00Z +24h0m0s unzoned"},
		{"5 मार्च 2024", "hi", "2024-03-05T00:00:00Z +24h0m0s unzoned"},
		{"5 มีนาคม 2567", "th", "2024-03-05T00:00:00Z +24h0m0s unzoned"},
		// The order of digits.
		{"3/5/2024", "en-US", "2024-03-05T00:00:00Z +24h0m0s unzoned"},
		{"3/5/2024", "en-GB", "2024-05-03T00:00:00Z +24h0m0s unzoned"},
		{"3/5/2024", "", "2024-05-03T00:00:00Z +24h0m0s unzoned or 2024-03-05"},
		{"25/12/2024", "", "2024-12-25T00:00:00Z +24h0m0s unzoned"},
		{"12/25/2024", "", "2024-12-25T00:00:00Z +24h0m0s unzoned"},
		// What is no date.
		{"March 2024", "en", ""},
		{"5 March", "en", ""},
		{"2024-13-05", "", ""},
		{"31 February 2024", "", ""},
		{"Call 020 7946 0123", "", ""},
		{"version 1.2.3", "", ""},
		{"", "", ""},
	} {
		got := ""
		if st, ok := parseDate(c.in, c.lang); ok {
			got = st.from.Format(time.RFC3339) + " +" + st.to.Sub(st.from).String()
			if !st.zoned {
				got += " unzoned"
			}
			if !st.swapped.IsZero() {
				got += " or " + st.swapped.Format(time.DateOnly)
			}
		}
		if got != c.want {
			t.Errorf("parseDate(%q, %q) = %q, want %q", c.in, c.lang, got, c.want)
		}
	}
}

func TestSameDay(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"2024-03-05T10:00:00Z", "2024-03-05", true},
		{"2024-03-05T23:30:00Z", "2024-03-06", true}, // the outlet may live further east
		{"2024-03-05", "2024-03-06", false},
		{"2024-03-05T23:30:00Z", "2024-03-06T00:30:00+01:00", true},
		{"2024-03-05T10:00:00Z", "2024-03-06T10:00:00Z", false},
		{"2024-03-05T10:00:00Z", "2024-03-08", false},
	} {
		a, _ := parseDate(c.a, "")
		b, _ := parseDate(c.b, "")
		if a.sameDay(b) != c.want || b.sameDay(a) != c.want {
			t.Errorf("sameDay(%s, %s) = %v and %v, want %v", c.a, c.b, a.sameDay(b), b.sameDay(a), c.want)
		}
	}
}

func TestURLDate(t *testing.T) {
	for url, want := range map[string]string{
		"https://herald.example/2024/03/05/bridge-closed": "2024/03/05",
		"https://herald.example/news/2024-3-5-bridge":     "2024-3-5",
		"https://herald.example/world/20240305/bridge":    "20240305",
		"https://herald.example/live/2024/mar/5/bridge":   "5 mar 2024",
		"https://herald.example/a/2024/03/bridge":         "",
		"https://herald.example/article-20241399":         "",
		"https://herald.example/id/192024030512345":       "",
		"https://herald.example/view?date=2024-03-05&x=1": "2024-03-05",
		"https://herald.example/2024/03/05":               "2024/03/05",
		"%zz":                                             "",
	} {
		if got, _ := urlDate(url); got != want {
			t.Errorf("urlDate(%s) = %q, want %q", url, got, want)
		}
	}
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2024-03-05T10:15:30+01:00", "5. März 2024, 17.30 Uhr", "٥ مارس ٢٠٢٤", "3/5/2024", "vor 2 Tagen", "۱۵ اسفند ۱۴۰۲", "Tue Mar 05 10:15:30 CET 2024"} {
		f.Add(s, "de")
	}
	f.Fuzz(func(t *testing.T, s, lang string) {
		if st, ok := parseDate(s, lang); ok && !st.from.Before(st.to) {
			t.Errorf("parseDate(%q) = %v to %v", s, st.from, st.to)
		}
	})
}
