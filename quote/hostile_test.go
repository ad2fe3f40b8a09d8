package quote

import (
	"strings"
	"testing"
	"time"

	"hearsay/entity"
	"hearsay/text"
	"hearsay/when"
)

// find runs the whole way over one text.
func find(title, body, language string) (Text, []Quote) {
	in := Text{Title: text.NewDoc(title), Body: text.NewDoc(body), Language: language}
	in.Names = entity.Find(entity.Text{Title: in.Title, Body: in.Body, Language: language}, nil)
	in.Times = when.Find(in.Body, when.Frame{Language: language})
	return in, Find(in)
}

// check holds the invariants of quotes: spans inside their text, on rune boundaries, parts in order, indices that exist.
func check(t *testing.T, in Text, quotes []Quote) {
	t.Helper()
	inside := func(doc *text.Doc, s text.Span) {
		if s.Start < 0 || s.End < s.Start || s.End > doc.Len() || !onRune(doc.String(), s.Start) || !onRune(doc.String(), s.End) {
			t.Fatalf("span %v does not lie in the text of %d bytes, on runes", s, doc.Len())
		}
	}
	for i, q := range quotes {
		doc := in.Body
		if q.Zone == InTitle {
			doc = in.Title
		}
		end := 0
		for _, p := range q.Content {
			inside(doc, p.Span)
			if p.Span.Empty() || p.Span.Start < end && q.Level == 1 {
				t.Fatalf("quote %d: part %v is empty or out of order", i, p.Span)
			}
			end = p.Span.End
		}
		inside(doc, q.Cue)
		inside(doc, q.Speaker.Mention)
		for _, v := range q.Via {
			inside(doc, v.Span)
		}
		if q.Parent >= i || q.Repeats >= i || q.Said >= len(in.Times) || q.Speaker.Entity >= len(in.Names.Entities) {
			t.Fatalf("quote %d points at what is not there: %+v", i, q)
		}
		if q.Speaker.Entity < 0 && q.Speaker.Reason == "" {
			t.Fatalf("quote %d has no speaker and no reason: %+v", i, q.Speaker)
		}
	}
}

func onRune(s string, i int) bool { return i == len(s) || i == 0 || s[i]&0xc0 != 0x80 }

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"“We stay,” Farid Naim said. “Nobody will move us.”\n\n“No.", "\"\"\"\"\"\"", "'''' said ''", "NAIM: Yes.\n\nHOST: No.\n\nNAIM: Why?",
		"قال نعيم: «سنبقى» وأضاف أن القوات سترحل", "—Nos quedamos —dijo.", "„Ja“, sagte »Naim« ‚nein‘.", "\u202eabc\u202c \"said\" \u200f\u200e", "he said, she said, they said", "😀 “😀” said 😀.",
		"Read more: 'We stay', says Naim", "according to according to", "told told told that that",
	} {
		f.Add(s, "Naim: we go", "en")
		f.Add(s, "", "de")
		f.Add(s, "", "ar")
	}
	f.Fuzz(func(t *testing.T, body, title, language string) {
		in, quotes := find(title, body, language)
		check(t, in, quotes)
	})
}

// TestHostile reads texts that are made to be slow or odd: each has to end, and to keep the invariants.
func TestHostile(t *testing.T) {
	for name, body := range map[string]string{
		"one line":        strings.Repeat("“We stay here,” Farid Naim said on Monday, adding that Ali Hadi had gone. ", 70_000),
		"only marks":      strings.Repeat("\"", 200_000) + strings.Repeat("“", 100_000) + strings.Repeat("'", 100_000),
		"open marks":      strings.Repeat("“We stay \n\n", 50_000),
		"capitals":        strings.Repeat("Naim Hadi Moll ", 200_000),
		"direction marks": strings.Repeat("\u200f\u202e\"said\u202c ", 50_000),
		"emoji":           strings.Repeat("😀 “😀😀” said 😀. ", 50_000),
		"only quotes":     strings.Repeat("“Yes.” ", 100_000),
		"said":            strings.Repeat("said ", 300_000),
		"commas":          strings.Repeat(", ", 300_000),
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			in, quotes := find("", body, "en")
			check(t, in, quotes)
			t.Logf("%d bytes, %d quotes in %v", len(body), len(quotes), time.Since(start))
		})
	}
}
