package eval

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"hearsay/text"
	"hearsay/when"
)

// A specCase is a test case of Recognizers-Text: an utterance to an assistant with what it means at a moment.
type specCase struct {
	Input   string
	Context struct{ ReferenceDateTime string }
	Results []specResult
}

type specResult struct {
	Text     string
	Type     string // of a parser
	TypeName string // of a model: datetimeV2.date
	Start    int
	Value    struct {
		Timex                            string
		FutureResolution, PastResolution map[string]string
	}
	Resolution struct{ Values []map[string]string }
}

func (r specResult) kind() string {
	_, kind, found := strings.Cut(r.TypeName, ".")
	if !found {
		return r.Type
	}
	return kind
}

// A resolution is one meaning that a case allows.
type resolution struct{ timex, from, to, seconds string }

func (r specResult) resolutions() []resolution {
	var out []resolution
	for _, v := range []map[string]string{r.Value.PastResolution, r.Value.FutureResolution} {
		out = append(out, resolution{r.Value.Timex, v["date"] + v["startDate"] + v["dateTime"], v["endDate"], v["duration"]})
	}
	for _, v := range r.Resolution.Values {
		res := resolution{timex: v["timex"], from: v["start"], to: v["end"]}
		switch v["type"] {
		case "duration":
			res.seconds = v["value"]
		case "date", "datetime":
			res.from = v["value"]
		}
		out = append(out, res)
	}
	return out
}

// TestWhenRecognizers counts the cases of a peer that pass: every result is met by an expression, range or alternative that overlaps it
// and has its interval (dates, ranges, dates with a time), its length (durations) or its value (sets); and nothing is found where
// nothing is expected. Times of day alone and lists of offers (“after 5”) are not counted. doc/method.md names the deliberate differences.
func TestWhenRecognizers(t *testing.T) {
	for _, name := range []string{"DateParser", "DatePeriodParser", "DurationParser", "DateTimeModel"} {
		data, err := os.ReadFile(corpus(t, "specs/recognizers/"+name+".json"))
		if err != nil {
			t.Fatal(err)
		}
		var cases []specCase
		if err := json.Unmarshal(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")), &cases); err != nil {
			t.Fatal(err)
		}
		counted, passed := 0, 0
		for _, c := range cases {
			if !c.counts() {
				continue
			}
			counted++
			if c.passes() {
				passed++
			} else if os.Getenv("HEARSAY_SHOW") != "" {
				c.show(name)
			}
		}
		record(t, "when.recognizers."+strings.ToLower(name)+".passed", float64(passed)/float64(counted), fmt.Sprintf("%d of %d cases", passed, counted))
	}
}

func (c specCase) counts() bool {
	for _, r := range c.Results {
		switch r.kind() {
		case "date", "daterange", "duration", "set", "datetime":
		default:
			return false
		}
	}
	return true
}

func (c specCase) reference() time.Time {
	d, _ := time.Parse("2006-01-02T15:04:05", c.Context.ReferenceDateTime)
	return d
}

func (c specCase) find() (*text.Doc, []when.Expression) {
	d := text.NewDoc(c.Input)
	return d, when.Find(d, when.Frame{Published: c.reference(), Language: "en"})
}

func (c specCase) passes() bool {
	d, found := c.find()
	if len(c.Results) == 0 {
		return len(found) == 0
	}
	ranges := when.Ranges(d, found)
	for _, r := range c.Results {
		if !r.met(d, found, ranges) {
			return false
		}
	}
	return true
}

func (r specResult) met(d *text.Doc, found []when.Expression, ranges []when.Range) bool {
	at := text.Span{Start: r.Start, End: r.Start + len(r.Text)}
	for _, g := range ranges {
		if g.Span.Overlaps(at) && r.kind() == "daterange" && r.allows(when.Expression{From: g.From, To: g.To}) {
			return true
		}
	}
	for _, e := range found {
		if !e.Span.Overlaps(at) {
			continue
		}
		if r.allows(e) {
			return true
		}
		for _, alt := range e.Alternatives {
			if r.allows(when.Expression{Type: e.Type, Value: alt.Value, From: alt.From, To: alt.To}) {
				return true
			}
		}
	}
	return false
}

// allows reports whether an expression means what one of the resolutions says. A range of theirs may end with its last day or with the
// day behind it, as “4 to 22” and “May 2016” do.
func (r specResult) allows(e when.Expression) bool {
	for _, res := range r.resolutions() {
		if e.Value != "" && e.Value == res.timex && r.kind() != "duration" && r.kind() != "set" {
			return true
		}
		switch r.kind() {
		case "duration":
			if e.Type == when.Duration && e.Value == res.timex {
				return true
			}
		case "set":
			if e.Type == when.Set && e.Value == res.timex {
				return true
			}
		case "datetime":
			if res.from != "" && e.From.Format(time.DateTime) == res.from {
				return true
			}
		case "date":
			if res.from != "" && e.From.Format(time.DateOnly) == res.from && e.To.Sub(e.From) == 24*time.Hour {
				return true
			}
		default:
			ends := e.To.Format(time.DateOnly) == res.to || e.To.AddDate(0, 0, -1).Format(time.DateOnly) == res.to
			if res.from != "" && e.From.Format(time.DateOnly) == res.from && ends {
				return true
			}
		}
	}
	return false
}

func (c specCase) show(name string) {
	d, found := c.find()
	var got, want []string
	for _, e := range found {
		got = append(got, fmt.Sprintf("%q %s %s..%s", d.Text(e.Span), e.Value, e.From.Format(time.DateOnly), e.To.Format(time.DateOnly)))
	}
	for _, r := range c.Results {
		want = append(want, fmt.Sprintf("%q %s %v", r.Text, r.kind(), r.resolutions()))
	}
	fmt.Printf("SPEC\t%s\t%s\t%s\tWANT %s\tGOT %s\n", name, c.Context.ReferenceDateTime, c.Input, strings.Join(want, "; "), strings.Join(got, "; "))
}
