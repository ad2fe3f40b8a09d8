package article

import (
	"testing"
	"time"
)

func TestChooseDate(t *testing.T) {
	type place struct {
		source dateSource
		value  string
	}
	for _, c := range []struct {
		name   string
		places []place
		want   string
	}{
		{"one place", []place{{fromLD, "2024-03-05T10:00:00+01:00"}}, "2024-03-05T10:00:00+01:00 likely"},
		{"two agree", []place{{fromMeta, "2024-03-05"}, {fromLD, "2024-03-05T10:00:00+01:00"}}, "2024-03-05T10:00:00+01:00 strong"},
		{"a zone beside UTC", []place{{fromLD, "2024-03-05T23:30:00Z"}, {fromMeta, "2024-03-06T00:30:00+01:00"}}, "2024-03-06T00:30:00+01:00 strong"},
		{"local time beside UTC", []place{{fromLD, "2024-03-06T01:30:00Z"}, {fromText, "March 5, 2024, 6:30 PM"}}, "2024-03-05T18:30:00-07:00 strong"},
		{"two places on either side of midnight", []place{{fromLD, "2024-03-05T23:30:00Z"}, {fromURL, "2024/03/06"}}, "2024-03-05T23:30:00Z likely"},
		{"one place on either side of midnight", []place{{fromMicrodata, "5 March 2024"}, {fromTime, "2024-03-06T04:13:00Z"}}, "2024-03-06T04:13:00Z unclear"},
		{"a labelled date before a time element", []place{{fromTime, "2024-03-09"}, {fromLabel, "Published 5 March 2024"}}, "2024-03-05T00:00:00Z unclear"},
		{"a labelled date", []place{{fromLabel, "Published 5 March 2024"}}, "2024-03-05T00:00:00Z likely"},
		{"conflict", []place{{fromLD, "2024-03-05"}, {fromMeta, "2024-03-09"}}, "2024-03-05T00:00:00Z unclear"},
		{"conflict with a majority", []place{{fromLD, "2024-03-05"}, {fromMeta, "2024-03-09"}, {fromURL, "2024/03/09"}}, "2024-03-09T00:00:00Z unclear"},
		{"text only", []place{{fromText, "5 March 2024"}}, "2024-03-05T00:00:00Z unclear"},
		{"an element and its text are one place", []place{{fromTime, "2024-03-05"}, {fromText, "5 March 2024"}}, "2024-03-05T00:00:00Z likely"},
		{"two places against a visible date", []place{{fromLD, "2024-03-05"}, {fromURL, "2024/03/05"}, {fromText, "1 May 2020"}}, "2024-03-05T00:00:00Z strong"},
		{"one place against a visible date", []place{{fromLD, "2024-03-05"}, {fromText, "1 May 2020"}}, "2024-03-05T00:00:00Z unclear"},
		{"local time alone is a day", []place{{fromLD, "2024-03-05T10:00:00"}}, "2024-03-05T00:00:00Z likely"},
		{"the field of a record keeps its time", []place{{fromField, "2024-03-05 10:00:00"}}, "2024-03-05T10:00:00Z likely"},
		{"two orders of digits", []place{{fromText, "3/5/2024"}}, "2024-03-05T00:00:00Z unclear"},
		{"two orders of digits, one in the future", []place{{fromLD, "3/6/2024"}}, "2024-03-06T00:00:00Z likely"},
		{"two orders, one confirmed", []place{{fromURL, "2024/03/05"}, {fromText, "3/5/2024"}}, "2024-03-05T00:00:00Z strong"},
		{"the library adds no place", []place{{fromText, "5 March 2024"}, {fromLibrary, "2024-03-05"}}, "2024-03-05T00:00:00Z unclear"},
		{"nothing", nil, ""},
	} {
		r := dateReader{captured: time.Date(2024, 6, 1, 0, 0, 0, 0, time.UTC)}
		for _, p := range c.places {
			if !r.add(&r.published, p.source, "place", p.value) {
				t.Errorf("%s: %q was not taken", c.name, p.value)
			}
		}
		got := ""
		if d := chooseDate(r.published); d != nil {
			got = d.From.Format(time.RFC3339) + " " + string(d.Grade)
			if len(d.Evidence) != len(c.places) {
				t.Errorf("%s: evidence %v", c.name, d.Evidence)
			}
		}
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestFromJalali(t *testing.T) {
	for _, c := range []struct {
		year, month, day int
		want             string
	}{
		{1400, 1, 1, "2021-03-21"}, {1403, 1, 1, "2024-03-20"}, {1402, 12, 29, "2024-03-19"}, {1403, 12, 30, "2025-03-20"},
		{1357, 11, 22, "1979-02-11"}, {1342, 12, 29, "1964-03-19"}, {1402, 7, 30, "2023-10-22"}, {1402, 13, 1, ""}, {1402, 7, 31, ""},
	} {
		got := ""
		if d, ok := fromJalali(c.year, c.month, c.day); ok {
			got = d.Format(time.DateOnly)
		}
		if got != c.want {
			t.Errorf("fromJalali(%d, %d, %d) = %s, want %s", c.year, c.month, c.day, got, c.want)
		}
	}
}

func TestDoubtChanged(t *testing.T) {
	at := func(s string) *Date {
		r := dateReader{}
		r.add(&r.published, fromLD, "JSON-LD", s)
		return chooseDate(r.published)
	}
	for _, c := range []struct {
		published, modified string
		want                Grade
	}{
		{"2024-03-05", "2024-03-08", Likely},
		{"2024-03-05", "2024-06-08", Unclear},
		{"2024-03-05", "2024-01-08", Likely},
		{"2024-03-05", "", Likely},
	} {
		d, modified := at(c.published), at(c.modified)
		d.doubtChanged(modified)
		if d.Grade != c.want {
			t.Errorf("published %s, changed %s: %s, want %s", c.published, c.modified, d.Grade, c.want)
		}
	}
}
