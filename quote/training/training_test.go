package training

import (
	"bytes"
	"os"
	"testing"

	"hearsay/quote"
)

// TestArticles reads all annotated articles: every mark opens and closes, every attribution has a cue or content, and no mark has white
// space at its ends.
func TestArticles(t *testing.T) {
	articles := read(t)
	for _, a := range articles {
		s := a.Doc.String()
		for _, m := range a.Marks {
			words := s[m.Span.Start:m.Span.End]
			if words == "" || words[0] == ' ' || words[len(words)-1] == ' ' {
				t.Errorf("%s: the mark %c%v holds %q", a.Name, m.Role, m.Numbers, words)
			}
		}
		for _, x := range a.Attributions() {
			if len(x.Cue)+len(x.Content) == 0 {
				t.Errorf("%s: an attribution has a source alone, %q", a.Name, s[x.Source[0].Start:x.Source[0].End])
			}
		}
	}
}

// TestWeights trains anew and compares with the weights that are built in: whoever changes an article or a feature has to run cmd/trainquotes.
func TestWeights(t *testing.T) {
	var annotated []quote.Annotated
	for _, a := range read(t) {
		annotated = append(annotated, quote.Annotated{Doc: a.Doc, Attributions: a.Attributions()})
	}
	var got bytes.Buffer
	if err := quote.Learn(annotated).Write(&got); err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile("../data/en.weights")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got.Bytes(), want) {
		t.Error("the weights that are built in are not those of the articles: run go run ./cmd/trainquotes")
	}
}

func read(t *testing.T) []Article {
	articles, err := Read(os.DirFS("articles"))
	if err != nil {
		t.Fatal(err)
	}
	if len(articles) == 0 {
		t.Fatal("no annotated articles")
	}
	return articles
}

func TestParseErrors(t *testing.T) {
	for _, raw := range []string{"no head", "title: x\n\n{S1 open", "title: x\n\nclosed}", "title: x\n\n{Z1 role}", "title: x\n\n{S number}", "title: x\n\n{S1|name words}"} {
		if _, err := Parse("bad", raw); err == nil {
			t.Errorf("%q was read without an error", raw)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("title: x\nstyle: wire\n\n{S1|Farid Naim|He} {C1 said} {Q1 yes}.")
	f.Fuzz(func(t *testing.T, raw string) {
		a, err := Parse("fuzz", raw)
		if err != nil {
			return
		}
		for _, m := range a.Marks {
			if m.Span.Start > m.Span.End || m.Span.End > a.Doc.Len() {
				t.Fatalf("the mark %c%v lies at %v in a text of %d bytes", m.Role, m.Numbers, m.Span, a.Doc.Len())
			}
		}
		a.Attributions()
	})
}
