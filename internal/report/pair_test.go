package report

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"hearsay"
	"hearsay/article"
	"hearsay/lineage"
)

// twoPages is a case of two pages with a changed word, a moved passage, a standing phrase and an odd
// spelling, and an edge between them.
func twoPages(t testing.TB, directed bool) *hearsay.Case {
	b := newBuilder(t)
	one := b.add("Nordwire", "2026-03-03T06:00", "en", "One", strings.Join([]string{damHomes, damQuote, damRail, damWind}, "\n\n"))
	changed := strings.Replace(damHomes, "2,500", "3,500", 1)
	two := b.add("Site B", "2026-03-03T07:00", "en", "Two", strings.Join([]string{damRail, changed, damQuote, damWind}, "\n\n"))
	b.share(one, two, damHomes, changed)
	b.share(one, two, damQuote, damQuote)
	b.share(one, two, damRail, damRail).Moved = true
	b.share(one, two, damWind, damWind).Formula = true
	b.finish()
	st := b.story("One", nil, one, two)
	b.edge(st, one, two, directed, article.Unclear,
		lineage.Clue{Kind: lineage.SharedWording, Text: "much is shared", Ref: &article.Ref{Article: two, Span: b.find(two, changed)}},
		lineage.Clue{Kind: lineage.SharedSpelling, Text: "both write “spilway”", Ref: &article.Ref{Article: two, Span: b.find(two, "spilway")}},
		lineage.Clue{Kind: lineage.SharedReading, Text: "only here it is 3,500", Ref: &article.Ref{Article: two, Span: b.find(two, "3,500 people")}, Against: true})
	return b.c
}

func TestPairView(t *testing.T) {
	v := write(t, twoPages(t, true), Options{}).view("pair", "Nordwire")
	text := words(v)
	for _, want := range []string{
		"They share 3 passages: 2 in the same order, 1 in another place, with 1 change inside.", "Besides, 1 standing phrase stands in both; that counts nowhere.",
		"Apart from that, Nordwire has 0 words of its own and Site B has 0.", "Site B is perhaps derived from Nordwire",
		"both write “spilway” the words", "only here it is 3,500 speaks against the words", "standing phrase The weather service",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the pair does not say %q", want)
		}
	}
	if n := len(elements(v, func(n *html.Node) bool { return hasClass(n, "rowkind") && words(n) == "moved" })); n != 2 {
		t.Errorf("moved words are named %d times, want once on each side", n)
	}
}

// TestRewordedPassages checks that of a reworded passage the words are marked that stayed, and that it
// is told apart from copied and from moved ones.
func TestRewordedPassages(t *testing.T) {
	b := newBuilder(t)
	was, is := "The mayor told reporters that the old pier would stay closed", "Reporters heard that the pier, old as it is, stays closed, the mayor said"
	one, two := b.add("Nordwire", "2026-03-03T06:00", "en", "One", was), b.add("Site B", "2026-03-03T07:00", "en", "Two", is)
	b.share(one, two, was, is).Reworded = true
	b.finish()
	b.edge(b.story("One", nil, one, two), one, two, true, article.Unclear)
	v := write(t, b.c, Options{}).view("pair", "Nordwire")
	if text := words(v); !strings.Contains(text, "1 passage is reworded, with much of the same words in the same order") || strings.Contains(text, "They share 1") {
		t.Errorf("the summary reads: %.400s", text)
	}
	sides := withClass(v, "div", "sides")[0]
	var same []string
	for _, n := range withClass(sides, "b", "same") {
		same = append(same, words(n))
	}
	if len(same) == 0 || len(same)%2 != 0 || !strings.EqualFold(strings.Join(same[:len(same)/2], " "), strings.Join(same[len(same)/2:], " ")) {
		t.Errorf("the words that stayed are %q", same)
	}
	if n := len(elements(sides, func(n *html.Node) bool { return n.Data == "del" || n.Data == "ins" })); n > 0 {
		t.Errorf("%d words are struck or underlined", n)
	}
	if kinds := withClass(sides, "span", "rowkind"); len(kinds) != 2 || words(kinds[0]) != "reworded" {
		t.Errorf("%d cells are called by their kind", len(kinds))
	}
	if len(withClass(v, "path", "reworded")) != 1 {
		t.Error("the strip does not show it")
	}
}

// TestMarksOfReasons checks that the words a reason points at are marked where they stand, on both
// sides if both have them, and that they and the list of reasons lead to each other.
func TestMarksOfReasons(t *testing.T) {
	v := write(t, twoPages(t, true), Options{}).view("pair", "Nordwire")
	var marked []string
	for _, m := range withClass(v, "mark", "clue") {
		marked = append(marked, words(m))
	}
	// The first stands in the legend; “3,500 people” is cut where the changed word ends.
	if got := strings.Join(marked, "|"); got != "words|3,500||people|spilway|spilway" {
		t.Errorf("marked: %s", got)
	}
	list := withClass(v, "section", "noted")
	if len(list) != 1 {
		t.Fatal("there is no list of what is marked")
	}
	for _, a := range withClass(list[0], "a", "go") {
		m := byID(t, v, strings.TrimPrefix(attr(a, "href"), "#"))
		if m.Data != "mark" {
			t.Errorf("%q leads to <%s>", attr(a, "href"), m.Data)
		}
	}
	for _, sup := range withClass(v, "sup", "clue") {
		a := sup.FirstChild
		if n := byID(t, v, strings.TrimPrefix(attr(a, "href"), "#")); n.Data != "li" {
			t.Errorf("%q leads to <%s>", attr(a, "href"), n.Data)
		}
	}
}

// TestNothingIsStruckWhereTheDirectionIsOpen checks that changes look like changes only where one page
// was made from the other.
func TestNothingIsStruckWhereTheDirectionIsOpen(t *testing.T) {
	for _, directed := range []bool{true, false} {
		v := write(t, twoPages(t, directed), Options{}).view("pair", "Nordwire")
		sides := withClass(v, "div", "sides")[0]
		edits := len(elements(sides, func(n *html.Node) bool { return n.Data == "del" || n.Data == "ins" }))
		boxed := len(withClass(sides, "mark", "differs"))
		if directed != (edits == 2) || directed != (boxed == 0) {
			t.Errorf("directed %v: %d edits, %d boxes", directed, edits, boxed)
		}
	}
}

// TestNothingIsSaidThatIsNotKnown looks for words that the product never says, in all views.
func TestNothingIsSaidThatIsNotKnown(t *testing.T) {
	for name, w := range cases(t) {
		w.each(func(file string, n *html.Node) {
			if n.Data != "body" {
				return
			}
			text := strings.ToLower(words(n))
			for _, never := range []string{"plagiar", "fake", "propaganda", "confirmed", "stole", "copycat", "truth score"} {
				if strings.Contains(text, never) && name != "hostile" {
					t.Errorf("%s/%s says %q", name, file, never)
				}
			}
		})
	}
}
