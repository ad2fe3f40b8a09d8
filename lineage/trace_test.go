package lineage

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hearsay/article"
	"hearsay/internal/golden"
	"hearsay/page"
	"hearsay/reuse"
	"hearsay/text"
)

// own are changes that give each further text of a family words of its own, and say nothing else.
var own = []string{
	"for the night=until morning", "written report=signed paper", "grinding noise=scraping sound", "riverbed=bottom",
	"teahouse=bakery", "gravel=sand", "ferries=boats",
}

// A traceCase is a family of texts: Site B and Site C have the change, Site A and the others do not.
type traceCase struct {
	name   string
	body   string
	both   string   // change of Site B and Site C
	others []string // change of each further text, besides words of its own
	apart  string   // a text of the story that shares no wording
	alone  bool     // there is no Site A
}

var traceCases = []traceCase{
	{name: "a zero-width space inside a word", both: "foundations=foun\u200bdations", others: []string{"", ""}},
	{name: "a soft hyphen between two words, and nobody to compare", alone: true, both: "written report=written \u00adreport"},
	{name: "a Cyrillic letter in a Latin word", both: "council=c\u043euncil", others: []string{""}},
	{name: "a zero-width space that a third text has as well", both: "foundations=foun\u200bdations", others: []string{"", "", "", "foundations=foun\u200bdations"}},
	{name: "the same character elsewhere in the word is another trace", both: "foundations=foun\u200bdations", others: []string{"foundations=foundat\u200bions"}},
	{name: "not: characters in many places", both: "the =the\u2060 ", others: []string{""}},
	{name: "not: a character where paragraphs meet", both: "for the night.=for the night.\u200b", others: []string{""}},
	{name: "not: everybody has it", both: "foundations=foun\u200bdations", others: []string{"foundations=foun\u200bdations", "foundations=foun\u200bdations"}},

	{name: "a misspelling", both: "provincial=provinical", others: []string{"", "", ""}},
	{name: "a misspelling, with one text to compare and the word elsewhere", both: "provincial=provinical", apart: "A provincial board met. The board looked at the provincial accounts."},
	{name: "a misspelling, with nobody to compare", both: "foundations=foundatons", alone: true, apart: "foundations"},
	{name: "a name spelled otherwise", both: "Stonewell=Stonevel", others: []string{"", "", ""}},
	{name: "two other spellings of a name", both: "Stonewell=Stonevel", others: []string{"", "", "", "", "Stonewell=Stonewel", "Stonewell=Stonewel"}},
	{name: "not: house style", body: "0 1 2 3 4", both: "council=councill|district=distrikt", others: []string{"", "", ""}},
	{name: "not: the same alternation in two words", body: "0 1 2 3 4", both: "operator=operathor|district=disthrict", others: []string{"", "", ""}},
	{name: "not: inflection", both: "foundations=foundation|quarries=quarrie", others: []string{"", "", ""}},
	{name: "not: another word", both: "foundations=supports", others: []string{"", "", ""}},
	{name: "not: inside a quotation", both: "no vehicle heavier than a bicycle would be allowed=“no vehicel heavier than a bicycle would be allowed”", others: []string{
		"no vehicle heavier than a bicycle would be allowed=“no vehicle heavier than a bicycle would be allowed”", "", ""}},

	{name: "a figure", both: "forty people=140 people", others: []string{"forty people=40 people", "forty people=40 people", "forty people=40 people"}},
	{name: "not: a figure in words", both: "forty people=40 people", others: []string{"", "", ""}},
	{name: "not: a figure with other separators", both: "forty people=4,000 people", others: []string{"forty people=4.000 people", "forty people=4.000 people", "forty people=4.000 people"}},
	{name: "not: others disagree", both: "forty people=140 people", others: []string{"forty people=40 people", "forty people=50 people", "forty people=60 people"}},
	{name: "not: the parts of a date the other way round", both: "on Sunday=on 3.4. Sunday", others: []string{"on Sunday=on 4.3. Sunday", "on Sunday=on 4.3. Sunday", "on Sunday=on 4.3. Sunday"}},

	{name: "a word twice", both: "the foundations=the the foundations", others: []string{"", ""}},
	{name: "no space behind a full stop", both: "roads office.\n\nWitnesses=roads office.Witnesses", others: []string{"roads office.\n\nWitnesses=roads office. Witnesses", "roads office.\n\nWitnesses=roads office. Witnesses"}},
	{name: "no space behind a comma", both: "lost steering power a kilometre upstream, according=lost steering power a kilometre upstream,according", others: []string{"", ""}},
	{name: "a mark twice", both: "upstream, according=upstream,, according", others: []string{"", ""}},
	{name: "a bracket that stays open", both: "(closed)=(closed", body: "0 1 2 3", others: []string{"", ""}},
	{name: "a quotation mark that stays open", both: "a jolt=a “jolt", others: []string{"a jolt=a “jolt”", "a jolt=a “jolt”"}},
	{name: "not: a word that is meant twice", both: "the foundations=the far far foundations", others: []string{"the foundations=the far foundations"}, apart: "So far far from here, and far far again."},
	{name: "not: nobody to compare", alone: true, both: "the foundations=the the foundations"},
	{name: "not: an ellipsis", both: "upstream, according=upstream... according", others: []string{"", ""}},
	{name: "not: a quotation that goes on", both: "Witnesses described=“Witnesses described|The barge=“The barge", others: []string{""}},
}

// family returns the texts of a case: Site A, B and C, the others, and the one apart.
func (c traceCase) family(t testing.TB) []*article.Article {
	body := c.body
	if body == "" {
		body = "0 1 2 3"
	}
	base := ""
	if strings.Contains(c.both, "(closed)") {
		base = "riverbed without slowing=riverbed (closed) without slowing"
	}
	add := func(changes ...string) string {
		return strings.Trim(strings.Join(changes, "|"), "|")
	}
	drafts := []draft{
		{name: "Site B", at: "3 08:40", body: body, change: add(base, c.both, "Engineers=Workers")},
		{name: "Site C", at: "3 09:40", body: body, change: add(base, c.both, "barge=boat")},
	}
	for i, o := range c.others {
		drafts = append(drafts, draft{name: fmt.Sprintf("Site %c", 'D'+i), at: fmt.Sprintf("3 1%d:00", i), body: body, change: add(base, o, own[i])})
	}
	if !c.alone {
		drafts = append(drafts, draft{name: "Site A", at: "3 08:00", body: body, change: base})
	}
	var out []*article.Article
	for _, d := range drafts {
		out = append(out, seeTraces(t, d.article(t)))
	}
	if c.apart == "" {
		return out
	}
	for i := range 3 {
		d := draft{name: fmt.Sprintf("Paper %d", i), at: "4 10:00", body: "+" + c.apart + fmt.Sprintf(" Number %d.", i)}
		out = append(out, d.article(t))
	}
	return out
}

// seeTraces gives an article the invisible and look-alike characters of its text as article.Read finds
// them.
func seeTraces(t testing.TB, a *article.Article) *article.Article {
	s := a.Doc.String()
	read, err := article.Read(&page.Page{Format: page.Record, Raw: []byte(s), Fields: &page.Fields{Text: s}})
	if err != nil || read.Doc.String() != s {
		t.Fatalf("%s: the text does not read as it is: %v", a.Outlet, err)
	}
	a.Traces = read.Traces
	return a
}

// tiesOf returns the search on a story up to its ties.
func tiesOf(articles []*article.Article, pairs []reuse.Pair) *search {
	s := newSearch(articles, storyOf(articles), pairs)
	s.findPointers()
	s.findMissing()
	s.findTies()
	return s
}

// tracesOf lists the traces of all ties, by the labels of their ends.
func tracesOf(t testing.TB, articles []*article.Article) map[string][]string {
	s := tiesOf(articles, pairsOf(articles))
	out := map[string][]string{}
	for _, tie := range s.ties {
		for _, to := range []int{tie.x, tie.y} {
			key := s.labels[tie.other(to)] + " > " + s.labels[to]
			for _, x := range s.traces(tie, to) {
				checkTrace(t, s, tie, to, x)
				out[key] = append(out[key], fmt.Sprintf("%.2f %s: %s%s [%s]", x.weight, x.kind, x.says, x.rest, s.article(to).Doc.Text(x.span)))
			}
		}
	}
	return out
}

func pairsOf(articles []*article.Article) []reuse.Pair {
	docs := make([]*text.Doc, len(articles))
	for i, a := range articles {
		docs[i] = a.Doc
	}
	return reuse.Find(docs, reuse.Options{})
}

// checkTrace tests what must hold of every trace.
func checkTrace(t testing.TB, s *search, tie *tie, to int, x trace) {
	t.Helper()
	doc, twin := s.article(to).Doc, s.article(tie.other(to)).Doc
	if x.span.Start < 0 || x.span.Empty() || x.span.End > doc.Len() || x.tokens.From < 0 || x.tokens.To < x.tokens.From || x.tokens.To > len(doc.Tokens()) ||
		x.twin < 0 || x.twin >= len(twin.Tokens()) || x.weight <= 0 || x.says == "" {
		t.Errorf("bad trace %+v", x)
		return
	}
	if at := x.tokens.From; at < len(doc.Tokens()) && doc.Tokens()[at].Hash != twin.Tokens()[x.twin].Hash {
		t.Errorf("the trace %+v stands at “%s” in one text and at “%s” in the other", x, word(doc, at), word(twin, x.twin))
	}
}

// TestTraceSentences keeps what traces say under review, and that nothing is said of other ties.
func TestTraceSentences(t *testing.T) {
	var b strings.Builder
	for _, c := range traceCases {
		found := tracesOf(t, c.family(t))
		lines := found["Site B > Site C"]
		if none := strings.HasPrefix(c.name, "not: "); none == (len(lines) > 0) {
			t.Errorf("%s: traces %q", c.name, lines)
		}
		if diff := cmp.Diff(len(lines), len(found["Site C > Site B"])); diff != "" {
			t.Errorf("%s: the other way round: %q", c.name, found["Site C > Site B"])
		}
		for key, other := range found {
			if strings.Contains(key, "Site A") || strings.Contains(key, "Paper") {
				t.Errorf("%s: %s: %q", c.name, key, other)
			}
		}
		fmt.Fprintf(&b, "# %s\n", c.name)
		for _, line := range lines {
			b.WriteString(strings.Map(visibly, line) + "\n")
		}
		b.WriteString("\n")
	}
	golden.File(t, "testdata/traces.golden", []byte(strings.TrimRight(b.String(), "\n")+"\n"))
}

// visibly shows what a reader of the golden would not see.
func visibly(r rune) rune {
	switch r {
	case '\u200b', '\u00ad', '\u2060':
		return '·'
	case '\n':
		return ' '
	}
	return r
}

// TestCharactersShowTheSource tells which of two texts of the same words a third was made from.
func TestCharactersShowTheSource(t *testing.T) {
	hidden := "foundations=foun\u200bdations"
	for _, c := range []struct{ a, b, want string }{{"", hidden, "Site B"}, {hidden, "", "Agency X"}} {
		drafts := []draft{
			{name: "Agency X", at: "3 08:00", body: "0 1 2 3", change: c.a},
			{name: "Site B", at: "3 08:40", body: "0 1 2 3", change: c.b},
			{name: "Site C", at: "3 11:00", body: "0 1 2 3", change: hidden},
		}
		var articles []*article.Article
		for _, d := range drafts {
			articles = append(articles, seeTraces(t, d.article(t)))
		}
		l := Find(articles, storyOf(articles), pairsOf(articles))
		from := ""
		for _, e := range l.Edges {
			if e.Directed && articles[l.Nodes[e.To].Article].Outlet == "Site C" {
				from = articles[l.Nodes[e.From].Article].Outlet
				if !strings.Contains(fmt.Sprint(e.Clues), "U+200B ZERO WIDTH SPACE") {
					t.Errorf("the clues do not name the character: %+v", e.Clues)
				}
			}
		}
		if from != c.want {
			t.Errorf("Site C is from %q, want %q", from, c.want)
		}
	}
}
