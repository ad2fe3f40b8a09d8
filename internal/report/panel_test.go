package report

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"hearsay/article"
	"hearsay/lineage"
	"hearsay/origin"
	"hearsay/story"
)

// TestPanel checks that the panel of a story leads from the figures to the groups, to what these rest
// on and to each reason, and says which reason decides which figure.
func TestPanel(t *testing.T) {
	v := cases(t)["dam"].view("story", "Engineers open gates")
	text := words(v)
	for _, want := range []string{
		"10 pages → 9 texts → 2 named bases + 1 own report + 1 unknown: at least 3, at most 4",
		"Nordwire · a named source · 4 pages in 3 texts",
		"credits its text to Nordwire: Harbour Daily",
		"the same text · Harbour Daily has the same text as Nordwire",
		"made from another's text · Courier Weekend took over the report of the Courier Moves the upper figure: without this step, at least 3, at most 5.",
		"Radio Sund · nothing says what it rests on · 2 pages in 2 texts upper figure only",
		"The lower figure, 3, counts the groups that show what they rest on: 2 named sources and 1 own report.",
		"The upper figure, 4, counts every group, as if the one of which nothing is known stood for itself.",
		"What could not be decided: 1 reason",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the panel does not say %q", want)
		}
	}
	groups := withClass(v, "ol", "groups")
	if len(groups) == 0 || len(elements(groups[0], func(n *html.Node) bool { return n.Data == "li" && n.Parent == groups[0] })) != 4 {
		t.Error("the story does not list its four groups")
	}
}

func TestEffectsAreThoseOfCountingAgain(t *testing.T) {
	own := []origin.Ground{{Kind: origin.OwnSigns, Counts: true}}
	reports := []origin.Report{{Article: 0, Text: 0, Label: "A", Grounds: own}, {Article: 1, Text: 1, Label: "B", Grounds: own}, {Article: 2, Text: 2, Label: "C"}}
	merges := []origin.Merge{
		{Rule: origin.SameText, Articles: []int{0, 1}}, {Rule: origin.DerivedPassage, Articles: []int{1, 0}}, {Rule: origin.DerivedPassage, Articles: []int{0, 2}},
	}
	iv := origin.Count(reports, merges)
	if got := strings.Join(effects(iv), "|"); got != "||moves the upper figure: without this step, at least 1, at most 2" {
		t.Errorf("effects %q", got)
	}
	iv = origin.Count(reports, merges[:1])
	if got := strings.Join(effects(iv), "|"); !strings.HasPrefix(got, "moves the lower figure and the upper figure: without this step, at least 2, at most 3") {
		t.Errorf("effects %q", got)
	}
	iv.Reports = nil
	if got := strings.Join(effects(iv), ""); got != "" {
		t.Errorf("effects %q of reports that are not known", got)
	}
}

func TestLowerAndUpperFigure(t *testing.T) {
	named, own, unknown := origin.Group{Articles: []int{0}, Basis: origin.Named}, origin.Group{Articles: []int{1}, Basis: origin.Own}, origin.Group{Articles: []int{2}, Basis: origin.Unknown}
	for _, tc := range []struct {
		name         string
		iv           origin.Interval
		lower, upper string
	}{
		{"all shown", origin.Interval{AtLeast: 2, AtMost: 2, Groups: []origin.Group{named, own}}, "Both figures count the groups that show what they rest on: 1 named source and 1 own report.", ""},
		{"nothing shown", origin.Interval{AtLeast: 1, AtMost: 2, Groups: []origin.Group{unknown, unknown}}, "all may go back to one.", "each of the 2 of which nothing is known"},
		{"one leans", origin.Interval{AtLeast: 1, AtMost: 2, Groups: []origin.Group{named, own}}, "It leaves out 1 that may rest on the same as another", "counts every group."},
		{"one unknown alone", origin.Interval{AtLeast: 1, AtMost: 1, Groups: []origin.Group{unknown}}, "There is one group, so both figures are 1, though nothing shows", ""},
	} {
		if lower, upper := figureWords(tc.iv); !strings.Contains(lower, tc.lower) || (upper == "") != (tc.upper == "") || !strings.Contains(upper, tc.upper) {
			t.Errorf("%s: %q and %q", tc.name, lower, upper)
		}
	}
}

// TestWitnessesStandApart checks that those who attest an utterance are counted apart from the origins
// of what it says.
func TestWitnessesStandApart(t *testing.T) {
	b := newBuilder(t)
	one, two := b.add("Site B", "2026-03-03", "en", "One", damQuote), b.add("Site C", "2026-03-04", "en", "Two", damQuote)
	b.whole(one, two)
	b.finish()
	st := b.story("One", nil, one, two)
	b.edge(st, one, two, false, article.Unclear, lineage.Clue{Kind: lineage.SharedWording, Text: "a quotation"})
	b.said(st, 1, 1, map[int]string{one: damQuote, two: damQuote})
	st.Statements[0].Origins.Witnesses = &origin.Witnesses{AtLeast: 1, AtMost: 2, Groups: []origin.Group{{Articles: []int{one}, Basis: origin.Own}, {Articles: []int{two}, Basis: origin.Unknown}}}
	three := b.add("Site D", "2026-03-05", "en", "Three", damQuote)
	w := st.Statements[0].Origins.Witnesses
	w.Groups[0].Articles = append(w.Groups[0].Articles, three)
	w.Merges = []origin.Merge{{Rule: origin.SameText, Reason: "they carry the same text", Articles: []int{one, three}}}
	st.Members = append(st.Members, story.Member{Article: three})
	v := write(t, b.c, Options{}).view("story", "One")
	found := withClass(v, "details", "witnesses")
	if len(found) != 1 {
		t.Fatalf("%d times witnesses, want once", len(found))
	}
	for _, want := range []string{"at least 1, at most 2 witnesses", "no independent origins", "Site B · signs of own reporting · 2 pages", "the same text · they carry the same text", "Site C · nothing says what it rests on"} {
		if !strings.Contains(words(found[0]), want) {
			t.Errorf("it does not say %q: %s", want, words(found[0]))
		}
	}
}

func TestRulesHavePlainNames(t *testing.T) {
	seen := make(map[string]origin.Rule)
	for _, r := range []origin.Rule{origin.SameText, origin.DerivedPassage, origin.NamedBasis, origin.UnnamedBasis, origin.SameUtterance, origin.OpenTie, origin.NoBasis} {
		words := ruleWords(r)
		if other, ok := seen[words]; ok || strings.Contains(words, "_") {
			t.Errorf("%s is called %q (and so is %q)", r, words, other)
		}
		seen[words] = r
	}
}
