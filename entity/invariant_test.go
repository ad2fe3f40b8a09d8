package entity

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"hearsay/text"
)

// checkArticle checks what holds for every article: spans lie inside their text on rune boundaries, are sorted and do not overlap;
// mentions and entities point at each other.
func checkArticle(t *testing.T, in Text, a Article) {
	t.Helper()
	for i, m := range a.Mentions {
		zone := zoneOf(in, m.InTitle)
		if zone == nil {
			t.Fatalf("mention %d lies in a zone that the text does not have", i)
		}
		s := zone.String()
		if m.Span.Start < 0 || m.Span.Empty() || m.Span.End > len(s) || !runeBoundary(s, m.Span.Start) || !runeBoundary(s, m.Span.End) {
			t.Fatalf("mention %d has the span %v of %d bytes", i, m.Span, len(s))
		}
		if i > 0 {
			before := a.Mentions[i-1]
			if m.InTitle && !before.InTitle || m.InTitle == before.InTitle && m.Span.Start < before.Span.End {
				t.Fatalf("mention %d %v stands behind %v", i, m.Span, before.Span)
			}
		}
		if m.Entity < -1 || m.Entity >= len(a.Entities) {
			t.Fatalf("mention %d has entity %d of %d", i, m.Entity, len(a.Entities))
		}
		if m.Entity < 0 && m.Reason == "" {
			t.Fatalf("mention %d %q is open without a reason", i, zone.Text(m.Span))
		}
		if m.Entity >= 0 && !slices.Contains(a.Entities[m.Entity].Mentions, i) {
			t.Fatalf("entity %d does not list its mention %d", m.Entity, i)
		}
		for _, c := range m.Candidates {
			if c < 0 || c >= len(a.Entities) {
				t.Fatalf("mention %d has candidate %d of %d", i, c, len(a.Entities))
			}
		}
	}
	for i, e := range a.Entities {
		if e.Name == "" || len(e.Mentions) == 0 || len(e.Aliases) == 0 || e.Kind == "" {
			t.Fatalf("entity %d is empty: %+v", i, e)
		}
		for _, d := range e.Descriptors {
			if zone := zoneOf(in, d.InTitle); zone == nil || d.Span.End > zone.Len() || zone.Text(d.Span) != d.Words {
				t.Fatalf("entity %d has a descriptor %q that does not stand at %v", i, d.Words, d.Span)
			}
		}
		for _, v := range e.KindVotes {
			if zone := zoneOf(in, v.InTitle); zone == nil || v.Span.Empty() || v.Span.End > zone.Len() {
				t.Fatalf("entity %d has the vote %q without a place", i, v.Text)
			}
		}
	}
}

func runeBoundary(s string, i int) bool { return i == len(s) || utf8.RuneStart(s[i]) }

// pieces are what random texts are made of: names, particles, titles, function words and marks that matter to the finder.
var pieces = strings.Fields(`Farid Naim Karim al - Sadr bin Abu van der Minister Prime the The of and for in said who he she his her ( ) , . “ ” ' 's ’s Ministry Foreign Affairs Dawn Bloc DB U.S.
UN United Nations Iraqi Mosul spokesman , group NASA I O'Hara D’Arc 45 : — / & Herr Frau Präsident von Le président M. El presidente Россия Иван الرئيس كامل ناصر Dr. J. R. é 日本 🦊`)

func randomText(r *rand.Rand, words int) string {
	var b strings.Builder
	for range words {
		b.WriteString(pieces[r.IntN(len(pieces))])
		switch r.IntN(12) {
		case 0:
			b.WriteString("\n\n")
		case 1:
		default:
			b.WriteByte(' ')
		}
	}
	return b.String()
}

func TestFindHoldsOnRandomTexts(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	languages := []string{"en", "de", "fr", "es", "ru", "ar", "und", ""}
	for range 1500 {
		in := Text{Title: text.NewDoc(randomText(r, r.IntN(12))), Body: text.NewDoc(randomText(r, r.IntN(120))), Language: languages[r.IntN(len(languages))]}
		a := Find(in, nil)
		checkArticle(t, in, a)
		if again := Find(in, nil); !reflect.DeepEqual(a, again) {
			t.Fatalf("two runs differ on %q / %q", in.Title.String(), in.Body.String())
		}
	}
}

func TestFindWithoutText(t *testing.T) {
	if a := Find(Text{}, nil); len(a.Mentions)+len(a.Entities) != 0 {
		t.Errorf("found %+v in nothing", a)
	}
}

// TestFindLongLine reads 5 MB on one line: the time must grow with the text and not with its square. It fails only where a square shows.
func TestFindLongLine(t *testing.T) {
	if testing.Short() {
		t.Skip("5 MB")
	}
	for name, unit := range map[string]string{
		"names":    "Transport Minister Farid Naim met Karim al-Sadr of the Dawn Bloc (DB) in Mosul, and he said the minister was late. ",
		"capitals": "Abc Def Ghi Jkl Mno ", "particles": "al-", "brackets": "(((( A ", "the": "the ",
		"titles": "Minister ", "offices": "Minister of the ",
	} {
		t.Run(name, func(t *testing.T) {
			in := Text{Body: text.NewDoc(strings.Repeat(unit, 5<<20/len(unit))), Language: "en"}
			start := time.Now()
			a := Find(in, nil)
			t.Logf("%d mentions in %v", len(a.Mentions), time.Since(start))
			if time.Since(start) > 2*time.Minute {
				t.Errorf("took %v", time.Since(start))
			}
		})
	}
}

func FuzzFind(f *testing.F) {
	f.Add("Naim quits", "Transport Minister Farid Naim quit. Naim, 51, said he was tired.", "en")
	f.Add("", "Präsident Karl Moll sprach in Wien.", "de")
	f.Add("", "قال الرئيس كامل ناصر إن الجسر آمن", "ar")
	f.Fuzz(func(t *testing.T, title, body, language string) {
		in := Text{Title: text.NewDoc(title), Body: text.NewDoc(body), Language: language}
		checkArticle(t, in, Find(in, nil))
		checkArticle(t, in, Find(in, Survey([]Text{in})))
	})
}

// BenchmarkFind reads an article of 700 words.
func BenchmarkFind(b *testing.B) {
	const paragraph = "Transport Minister Farid Naim opened the bridge over the Arda in Mosul on Tuesday, the state agency Dawn News reported. " +
		"“We kept our word,” he said. Karim al-Sadr, head of the Dawn Bloc, told reporters that the Ministry of Public Works (MPW) had paid too much. " +
		"The minister denied it, and the group asked for an inquiry. Officials in Baghdad did not comment.\n\n"
	in := Text{Title: text.NewDoc("Naim opens bridge in Mosul"), Body: text.NewDoc(strings.Repeat(paragraph, 11)), Language: "en"}
	in.Body.Tokens() // shared with the other stages
	b.ReportAllocs()
	for b.Loop() {
		Find(in, nil)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "articles/s")
}
