package when

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"hearsay/internal/golden"
	"hearsay/text"
)

// TestFind runs the archives of testdata: the file frame has lines such as “published 2021-03-17”, “captured …”, “language de” and
// “narrative”; each line of text is a text of its own.
func TestFind(t *testing.T) {
	golden.Archives(t, "testdata/*.txtar", func(t *testing.T, a *txtar.Archive) map[string]string {
		f := readFrame(t, golden.Input(t, a, "frame"))
		var b strings.Builder
		for line := range strings.Lines(golden.Input(t, a, "text")) {
			line = strings.TrimSuffix(line, "\n")
			fmt.Fprintln(&b, line)
			d := text.NewDoc(line)
			found := Find(d, f)
			for _, e := range found {
				fmt.Fprintln(&b, "   ", show(d, e))
			}
			for _, r := range Ranges(d, found) {
				fmt.Fprintf(&b, "    range “%s” %s %s\n", d.Text(r.Span), r.Value, interval(r.From, r.To))
			}
		}
		return map[string]string{"want": b.String()}
	})
}

func readFrame(t *testing.T, s string) Frame {
	t.Helper()
	f := Frame{Language: "en"}
	for line := range strings.Lines(s) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), " ")
		switch name {
		case "published":
			f.Published = parseDay(t, value)
		case "captured":
			f.Captured = parseDay(t, value)
		case "language":
			f.Language = value
		case "narrative":
			f.Narrative = true
		default:
			t.Fatalf("no frame has %q", name)
		}
	}
	return f
}

func parseDay(t *testing.T, s string) time.Time {
	t.Helper()
	d, err := time.Parse(time.DateOnly, s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func show(d *text.Doc, e Expression) string {
	s := fmt.Sprintf("“%s” %s %s", d.Text(e.Span), e.Type, e.Value)
	if e.Mod != "" {
		s += " " + e.Mod
	}
	if !e.From.IsZero() {
		s += " " + interval(e.From, e.To)
	}
	if e.Anchor.Kind != None {
		s += fmt.Sprintf(" from %s %s", e.Anchor.Kind, e.Anchor.Day.Format(time.DateOnly))
	}
	for _, r := range e.Alternatives {
		s += " or " + r.Value
	}
	return s
}

func interval(from, to time.Time) string {
	layout := time.DateOnly
	if from != day(from) || to != day(to) {
		layout = "2006-01-02T15:04"
	}
	return "[" + from.Format(layout) + " " + to.Format(layout) + ")"
}

// checkInvariants fails the test unless the spans lie inside the text, on rune boundaries, in order and apart, and intervals are not
// empty.
func checkInvariants(t *testing.T, d *text.Doc, found []Expression) {
	t.Helper()
	end := 0
	for _, e := range found {
		if e.Span.Start < end || e.Span.End <= e.Span.Start || e.Span.End > d.Len() {
			t.Fatalf("span %v after %d in a text of %d bytes", e.Span, end, d.Len())
		}
		if !utf8.ValidString(d.Text(e.Span)) {
			t.Fatalf("span %v cuts a rune: %q", e.Span, d.Text(e.Span))
		}
		if e.Value == "" || e.Type == "" || e.Anchor.Kind == "" {
			t.Fatalf("%q has no value, type or anchor: %+v", d.Text(e.Span), e)
		}
		if e.From.IsZero() != e.To.IsZero() || !e.From.IsZero() && !e.From.Before(e.To) {
			t.Fatalf("%q has the interval %v %v", d.Text(e.Span), e.From, e.To)
		}
		end = e.Span.End
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"On Friday, 3 March 2021, at 5 p.m. the two-week strike ended.", "the 1990s, 480 BC and the 5th century B.C.", "vor zwei Tagen, am 4. März",
		"il y a deux ans, en mars dernier", "hace dos días, el 3 de mayo", "3 мая 2021 года, два дня назад", "يوم الجمعة 3 مايو 2021، قبل يومين",
		"9999999999 years ago, a millennium later, 9,999 centuries before", "12.12.2012 31/31/31 0000-00-00 24:61", "’s 's o’clock",
		"two thousand and twenty-one hundred thousand thousand years later", "the last half of the last last last last year’s",
	} {
		f.Add(s, 18700, byte(0))
	}
	f.Fuzz(func(t *testing.T, s string, days int, mode byte) {
		d := text.NewDoc(s)
		frame := Frame{Language: codes[int(mode>>1)%len(codes)], Narrative: mode&1 == 1}
		if days%5 != 0 {
			frame.Published = time.Unix(0, 0).AddDate(0, 0, days%100000)
		}
		found := Find(d, frame)
		checkInvariants(t, d, found)
		for _, r := range Ranges(d, found) {
			if r.First < 0 || r.First >= r.Last || r.Last >= len(found) || r.To.Before(r.From) {
				t.Fatalf("range %+v of %d expressions", r, len(found))
			}
		}
	})
}

// TestParallel finds the same in every goroutine.
func TestParallel(t *testing.T) {
	d := text.NewDoc("On Friday the council met; two days later, on the morning of 4 May, it voted. The last three years were hard.")
	f := Frame{Published: date(2021, 5, 12), Language: "en"}
	want := fmt.Sprint(Find(d, f))
	done := make(chan string)
	for range 8 {
		go func() { done <- fmt.Sprint(Find(d, f)) }()
	}
	for range 8 {
		if got := <-done; got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

// TestHostile runs texts of megabytes on one line that could make rules look far. It fails by its time only if the cost is not linear:
// then it would not end.
func TestHostile(t *testing.T) {
	sizes := map[string]int{"1": 5 << 20, "1 ": 5 << 20, "Friday, ": 5 << 20}
	for _, unit := range []string{
		"1", "1 ", "Friday, ", "one ", "last ", "the first ", "1-", "May ", "two hundred and ", "early late mid ", "1990s ", "12:", "a.m. ", "'", "earlier than ",
	} {
		size := max(sizes[unit], 1<<19)
		d := text.NewDoc(strings.Repeat(unit, size/len(unit)))
		checkInvariants(t, d, Find(d, Frame{Published: date(2021, 5, 12), Language: "en", Narrative: true}))
	}
}
