package article

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"hearsay/page"
	"hearsay/text"
)

// story makes an article of paragraphs; those that begin with # are replaced by a paragraph of its
// own, so that articles do not overlap.
func story(domain, name string, paragraphs ...string) *Article {
	var pieces []piece
	for i, s := range paragraphs {
		if s == "#" {
			s = ""
			for k := range 40 {
				s += fmt.Sprintf("%s%dx%d ", name, i, k)
			}
			s += "end."
		}
		pieces = append(pieces, piece{text: s, from: -1, to: -1, block: -1})
	}
	a := &Article{Domain: domain, Source: page.Source{Path: "pages/" + name}}
	a.Doc, a.Paragraphs = compose(pieces)
	return a
}

func paragraphsOf(a *Article) []string { return strings.Split(a.Doc.String(), "\n\n") }

func TestRemoveFurniture(t *testing.T) {
	const (
		label      = "Follow the Ledger on every channel"
		sentence   = "The Ledger is published by the Port Elder Printing Company and edited by a team of nine."
		background = "The company, which runs both piers, has denied any fault since the crane fell."
	)
	long := strings.Repeat("The inquiry into the fall of the crane has heard forty witnesses since the spring. ", 5)
	for _, c := range []struct {
		name     string
		articles []*Article
		want     [][]string // kept paragraphs by index
	}{
		{"label between paragraphs", []*Article{story("a", "Ann", "#", label, "#"), story("a", "Bob", "#", label, "#")}, [][]string{{"0", "2"}, {"0", "2"}}},
		{"sentence at the end", []*Article{story("a", "Ann", "#", sentence), story("a", "Bob", "#", sentence)}, [][]string{{"0"}, {"0"}}},
		{"sentence inside, twice", []*Article{story("a", "Ann", "#", background, "#"), story("a", "Bob", "#", background, "#")}, [][]string{{"0", "1", "2"}, {"0", "1", "2"}}},
		{"sentence inside, three times", []*Article{story("a", "Ann", "#", sentence, "#"), story("a", "Bob", "#", sentence, "#"), story("a", "Cem", "#", sentence, "#")},
			[][]string{{"0", "1", "2"}, {"0", "1", "2"}, {"0", "1", "2"}}},
		{"box inside, three times", []*Article{story("a", "Ann", "#", label, sentence, "#"), story("a", "Bob", "#", label, sentence, "#"), story("a", "Cem", "#", label, sentence, "#")},
			[][]string{{"0", "3"}, {"0", "3"}, {"0", "3"}}},
		{"sentence at the end here and inside there", []*Article{story("a", "Ann", "#", sentence), story("a", "Bob", "#", sentence, "#")}, [][]string{{"0", "1"}, {"0", "1", "2"}}},
		{"background at the end", []*Article{story("a", "Ann", "#", "The company runs both piers and cleared the fallen crane.", background), story("a", "Bob", "#", background)},
			[][]string{{"0", "1", "2"}, {"0"}}},
		{"long background at the end, twice", []*Article{story("a", "Ann", "#", long), story("a", "Bob", "#", long)}, [][]string{{"0", "1"}, {"0", "1"}}},
		{"across outlets", []*Article{story("a", "Ann", "#", label), story("a", "Bob", "#", label), story("b", "Cem", "#", label)}, [][]string{{"0", "1"}, {"0", "1"}, {"0", "1"}}},
		{"two captures of one article", []*Article{story("a", "Ann", "#", "#", "#", label), story("a", "Ann", "#", "#", "#", label)}, [][]string{{"0", "1", "2", "3"}, {"0", "1", "2", "3"}}},
		{"nothing but furniture", []*Article{story("a", "Ann", "First line of three", "Second line of three", "Third line of three"),
			story("a", "Bob", "#", "First line of three"), story("a", "Cem", "#", "Second line of three"), story("a", "Dan", "#", "Third line of three")},
			[][]string{{"0", "1", "2"}, {"0"}, {"0"}, {"0"}}},
		{"no outlet known", []*Article{story("", "Ann", "#", label), story("", "Bob", "#", label)}, [][]string{{"0", "1"}, {"0", "1"}}},
	} {
		before := make([][]string, len(c.articles))
		for i, a := range c.articles {
			before[i] = paragraphsOf(a)
		}
		RemoveFurniture(c.articles)
		for i, a := range c.articles {
			var want []string
			for _, index := range c.want[i] {
				want = append(want, before[i][index[0]-'0'])
			}
			if got := paragraphsOf(a); !slices.Equal(got, want) {
				t.Errorf("%s: article %d keeps %q, want %q", c.name, i, got, want)
			}
			if len(a.Removed) != len(before[i])-len(want) {
				t.Errorf("%s: article %d lists %v", c.name, i, a.Removed)
			}
			checkArticle(t, nil, a)
		}
	}
}

func TestRemoveFurnitureByOutletName(t *testing.T) {
	a, b := story("", "Ann", "#", "Follow the Ledger"), story("", "Bob", "#", "Follow the Ledger")
	a.Outlet, b.Outlet = "The Ledger", "the ledger"
	RemoveFurniture([]*Article{a, b})
	if len(a.Paragraphs) != 1 || len(b.Paragraphs) != 1 {
		t.Errorf("kept %q and %q", paragraphsOf(a), paragraphsOf(b))
	}
}

func TestRemoveFurnitureKeepsRecords(t *testing.T) {
	a, b := story("a", "Ann", "#", "Follow the Ledger"), story("a", "Bob", "#", "Follow the Ledger")
	a.Verbatim = true
	RemoveFurniture([]*Article{a, b})
	if len(a.Paragraphs) != 2 || len(b.Paragraphs) != 1 {
		t.Errorf("kept %q and %q", paragraphsOf(a), paragraphsOf(b))
	}
}

// Links and traces that stood in a removed paragraph go with it.
func TestRemoveFurnitureMovesTracesAndLinks(t *testing.T) {
	make := func(name string) *Article {
		a := story("a", name, "Follow the \u200bLedger", "#", "The office of the harbour\u200b told "+name+" so.")
		for at, r := range a.Doc.String() {
			if r == '\u200b' {
				a.Traces = append(a.Traces, Trace{Kind: Invisible, Span: text.Span{Start: at, End: at + len("\u200b")}, Exact: "\u200b"})
			}
		}
		a.Links = []Link{{"https://ledger.example/follow", "Ledger"}, {"https://port.example/", "harbour"}}
		return a
	}
	a, b := make("Ann"), make("Bob")
	RemoveFurniture([]*Article{a, b})
	if len(a.Paragraphs) != 2 || len(a.Traces) != 1 || a.Doc.Text(a.Traces[0].Span) != "\u200b" {
		t.Errorf("kept %q with the traces %v", paragraphsOf(a), a.Traces)
	}
	if len(a.Links) != 1 || a.Links[0].Exact != "harbour" {
		t.Errorf("links %v", a.Links)
	}
}

func TestRemoveFurnitureMovesCredits(t *testing.T) {
	make := func(name string) *Article {
		a := story("a", name, "Follow the Ledger", "#", "Agency wrote this sentence for "+name+" alone.", "Reporting by the Agency")
		for _, words := range []string{"Agency wrote", "Agency"} {
			start := strings.Index(a.Doc.String(), words)
			if words == "Agency" {
				start = strings.LastIndex(a.Doc.String(), words)
			}
			a.Credits = append(a.Credits, Credit{Kind: Information, Agency: "Agency", Exact: words, Span: &text.Span{Start: start, End: start + len(words)}})
		}
		return a
	}
	a, b := make("Ann"), make("Bob")
	RemoveFurniture([]*Article{a, b})
	if len(a.Paragraphs) != 2 {
		t.Fatalf("kept %q", paragraphsOf(a))
	}
	checkArticle(t, nil, a)
	if a.Credits[0].Span == nil || a.Credits[1].Span != nil {
		t.Errorf("credits %+v", a.Credits)
	}
}
