package article

import (
	"cmp"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/tools/txtar"

	"hearsay/internal/golden"
	"hearsay/page"
	"hearsay/text"
)

// The archives in testdata/awkward are pages as scrapes and old servers leave them, in seven
// languages. All their words were written for this test. Each says in gold.txt what a careful reader
// finds on the page, written before anything was run; want.txt is what is found now, and
// want-differs.txt how far the two are apart. Nothing here must be perfect, but no change may pass
// unseen: scores.txt counts over all of them.

// A finding is what is known of a page: what a reader says of it, or what was read.
type finding struct {
	title, outlet, published, notBefore, language string
	byline                                        []string
	credits                                       []string // “kind: agency”, sorted
	body                                          []goldParagraph
}

// A goldParagraph is a paragraph of the body. An optional one may be taken for a part of the body or
// left out: a standfirst, a time stamp, the sign of an agency below the text.
type goldParagraph struct {
	words, language string
	optional        bool
}

// parseGold reads the form that finding.String writes, with “? ” before optional paragraphs.
func parseGold(t *testing.T, gold string) finding {
	t.Helper()
	head, rest, _ := strings.Cut(gold, "\n\n")
	var f finding
	for line := range strings.Lines(head) {
		key, value, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if !ok {
			t.Fatalf("no “key: value”: %q", line)
		}
		switch key {
		case "title":
			f.title = knownValue(value)
		case "outlet":
			f.outlet = knownValue(value)
		case "byline":
			f.byline = strings.Split(knownValue(value), "; ")
		case "published":
			f.published = value
		case "not before":
			f.notBefore = value
		case "language":
			f.language = value
		case "credit":
			f.credits = append(f.credits, value)
		default:
			t.Fatalf("unknown key %q", key)
		}
	}
	slices.Sort(f.credits)
	for p := range strings.SplitSeq(strings.TrimSpace(rest), "\n\n") {
		var g goldParagraph
		g.words, g.optional = strings.CutPrefix(p, "? ")
		if len(g.words) > 5 && g.words[0] == '[' && g.words[3] == ']' {
			g.language, g.words = g.words[1:3], g.words[5:]
		}
		f.body = append(f.body, g)
	}
	return f
}

// knownValue returns a value, or nothing for the words that say there is none.
func knownValue(s string) string {
	if s == "unknown" || s == "none" {
		return ""
	}
	return s
}

// findingOf returns what was read of a page. A credit that was found twice is one.
func findingOf(a *Article) finding {
	f := finding{title: a.Title, outlet: a.Outlet, published: dayOf(a.Published), language: a.Language.Code, byline: a.Byline}
	if a.NotBefore != nil {
		f.notBefore = dayOf(a.NotBefore)
	}
	for _, c := range a.Credits {
		f.credits = append(f.credits, string(c.Kind)+": "+c.Agency)
	}
	slices.Sort(f.credits)
	f.credits = slices.Compact(f.credits)
	if len(f.byline) == 0 {
		f.byline = []string{""}
	}
	for _, p := range a.Paragraphs {
		f.body = append(f.body, goldParagraph{words: a.Doc.Text(p.Span), language: p.Language})
	}
	return f
}

// dayOf returns the day of a date in the zone of its evidence, and the last one if it spans several.
func dayOf(d *Date) string {
	if d == nil {
		return "none"
	}
	first, last := d.From.Format(time.DateOnly), d.To.Add(-1).Format(time.DateOnly)
	if first == last {
		return first
	}
	return first + " to " + last
}

// sameDay reports whether a date is that of the gold. “Two days ago” means some time in an interval that
// begins in the middle of a day: then each of the two or three days that it touches will do.
func sameDay(gold, got string) bool {
	first, last, several := strings.Cut(got, " to ")
	if !several {
		return gold == got
	}
	from, err := time.Parse(time.DateOnly, first)
	return err == nil && last <= from.AddDate(0, 0, 2).Format(time.DateOnly) && first <= gold && gold <= last
}

func (f finding) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "title: %s\noutlet: %s\nbyline: %s\npublished: %s\n", cmp.Or(f.title, "none"), cmp.Or(f.outlet, "unknown"),
		cmp.Or(strings.Join(f.byline, "; "), "none"), f.published)
	if f.notBefore != "" {
		fmt.Fprintf(&b, "not before: %s\n", f.notBefore)
	}
	fmt.Fprintf(&b, "language: %s\n", f.language)
	for _, c := range f.credits {
		fmt.Fprintf(&b, "credit: %s\n", c)
	}
	for _, p := range f.body {
		b.WriteString("\n")
		if p.language != "" {
			fmt.Fprintf(&b, "[%s] ", p.language)
		}
		b.WriteString(p.words + "\n")
	}
	return b.String()
}

// readAwkward reads a page as the product does, with what the archive says was known of it: its
// address, when it was captured, and the character set that it was served in.
func readAwkward(t *testing.T, a *txtar.Archive, f txtar.File) *Article {
	t.Helper()
	options, contents := optionsOf(a), string(f.Data)
	if name := options["charset"]; name != "" {
		e, err := htmlindex.Get(name)
		if err != nil {
			t.Fatal(err)
		}
		if contents, err = e.NewEncoder().String(contents); err != nil {
			t.Fatal(err)
		}
	}
	p := readFile(t, f.Name, contents)
	if want := map[string]page.Format{".txt": page.Text, ".html": page.HTML}[filepath.Ext(f.Name)]; p.Format != want {
		t.Fatalf("%s was taken for %s", f.Name, p.Format)
	}
	p.URL = options["url"]
	if at := options["captured"]; at != "" {
		var err error
		if p.Captured, err = time.Parse(time.RFC3339, at); err != nil {
			t.Fatal(err)
		}
		p.CapturedBy = "option"
	}
	article, err := Read(p)
	if err != nil {
		t.Fatal(err)
	}
	checkArticle(t, p, article)
	return article
}

// optionsOf returns the “key: value” lines that the comment of an archive begins with.
func optionsOf(a *txtar.Archive) map[string]string {
	head, _, _ := strings.Cut(string(a.Comment), "\n\n")
	options := map[string]string{}
	for line := range strings.Lines(head) {
		if key, value, ok := strings.Cut(strings.TrimSpace(line), ": "); ok && slices.Contains([]string{"url", "captured", "charset"}, key) {
			options[key] = value
		}
	}
	return options
}

// A comparison is what was read of one page beside what a reader says of it.
type comparison struct {
	name      string // of the archive, and the page if it holds several
	form      string
	gold, got finding

	precision, recall, f1 float64 // of the folded words of the body, as multisets
}

// compareFindings scores the body that was read of a page against the one of the gold.
func compareFindings(name string, file string, gold, got finding) comparison {
	c := comparison{name: name, form: "flattened", gold: gold, got: got}
	if filepath.Ext(file) == ".html" {
		c.form = "html"
	}
	var have []string
	for _, p := range got.body {
		have = append(have, text.Fold(p.words))
	}
	whole := " " + strings.Join(have, " ") + " "
	words := map[string]int{}
	var wanted, right int
	for _, p := range gold.body {
		folded := text.Fold(p.words)
		if p.optional && !strings.Contains(whole, " "+folded+" ") {
			continue
		}
		for _, w := range strings.Fields(folded) {
			words[w]++
			wanted++
		}
	}
	given := strings.Fields(whole)
	for _, w := range given {
		if words[w] > 0 {
			words[w]--
			right++
		}
	}
	if right > 0 {
		c.precision, c.recall = float64(right)/float64(len(given)), float64(right)/float64(wanted)
		c.f1 = 2 * c.precision * c.recall / (c.precision + c.recall)
	}
	return c
}

// textCredits returns the credits without those of pictures: to miss one of these is no fault.
func textCredits(credits []string) []string {
	return slices.DeleteFunc(slices.Clone(credits), func(s string) bool { return strings.HasPrefix(s, string(Photo)+": ") })
}

// awkwardFigures are what is right or wrong for a page.
var awkwardFigures = []struct {
	name  string
	right func(gold, got finding) bool
}{
	{"title", func(gold, got finding) bool { return gold.title == got.title }},
	{"outlet", func(gold, got finding) bool { return text.Fold(gold.outlet) == text.Fold(got.outlet) }},
	{"byline", func(gold, got finding) bool { return slices.Equal(gold.byline, got.byline) }},
	{"date", func(gold, got finding) bool {
		return sameDay(gold.published, got.published) && sameDay(gold.notBefore, got.notBefore)
	}},
	{"credits", func(gold, got finding) bool {
		invented := slices.ContainsFunc(got.credits, func(s string) bool { return !slices.Contains(gold.credits, s) })
		return !invented && slices.Equal(textCredits(gold.credits), textCredits(got.credits))
	}},
	{"language", func(gold, got finding) bool { return gold.language == got.language }},
}

// wrongDate reports whether a day is given that is not the one of the page. To give none is no such error.
func (c comparison) wrongDate() bool {
	return c.got.published != "none" && !sameDay(c.gold.published, c.got.published)
}

// differs lists, a line each, what is not as a reader says.
func (c comparison) differs() string {
	var b strings.Builder
	for _, name := range c.wrongFigures() {
		b.WriteString(name + "\n")
	}
	want, got := map[string]bool{}, map[string]bool{}
	for _, p := range c.gold.body {
		want[text.Fold(p.words)] = true
	}
	for _, p := range c.got.body {
		got[text.Fold(p.words)] = true
	}
	for _, p := range c.gold.body {
		if !p.optional && !got[text.Fold(p.words)] {
			fmt.Fprintf(&b, "missing: %s\n", p.words)
		}
	}
	for _, p := range c.got.body {
		if !want[text.Fold(p.words)] {
			fmt.Fprintf(&b, "extra: %s\n", p.words)
		}
	}
	return b.String()
}

// TestAwkward compares what is read from awkward pages with what it was before, and with the gold.
func TestAwkward(t *testing.T) {
	var single, alone, together []comparison
	golden.Archives(t, "testdata/awkward/[a-z][a-z]-*.txtar", func(t *testing.T, a *txtar.Archive) map[string]string {
		got := findingOf(readAwkward(t, a, a.Files[0]))
		c := compareFindings(filepath.Base(t.Name()), a.Files[0].Name, parseGold(t, golden.Input(t, a, "gold.txt")), got)
		single = append(single, c)
		return map[string]string{"want.txt": got.String(), "want-differs.txt": c.differs()}
	})
	golden.Archives(t, "testdata/awkward/siblings-*.txtar", func(t *testing.T, a *txtar.Archive) map[string]string {
		before, after := readSiblings(t, a)
		alone, together = append(alone, before...), append(together, after...)
		want := map[string]string{}
		for _, c := range after {
			n := filepath.Base(c.name)
			want["want-"+n+".txt"] = c.got.String()
			want["want-differs-"+n+".txt"] = c.differs()
		}
		return want
	})
	paths, _ := filepath.Glob("testdata/awkward/*.txtar")
	families := map[string]bool{}
	for _, c := range alone {
		families[filepath.Dir(c.name)] = true
	}
	if len(single)+len(families) < len(paths) {
		t.Log("not all archives were read; the scores are not compared")
		return
	}
	golden.File(t, "testdata/awkward/scores.txt", []byte(awkwardScores(single, alone, together)))
}

// readSiblings reads the pages of one outlet, each alone and then all together.
func readSiblings(t *testing.T, a *txtar.Archive) (alone, together []comparison) {
	family := filepath.Base(t.Name())
	var articles []*Article
	var files []txtar.File
	for _, f := range a.Files {
		if strings.HasPrefix(f.Name, "page-") {
			article := readAwkward(t, a, f)
			article.Source.Path = family + "/" + f.Name
			articles, files = append(articles, article), append(files, f)
		}
	}
	againstGold := func() []comparison {
		var out []comparison
		for i, f := range files {
			number := strings.TrimSuffix(strings.TrimPrefix(f.Name, "page-"), filepath.Ext(f.Name))
			gold := parseGold(t, golden.Input(t, a, "gold-"+number+".txt"))
			out = append(out, compareFindings(family+"/"+number, f.Name, gold, findingOf(articles[i])))
		}
		return out
	}
	alone = againstGold()
	RemoveFurniture(articles)
	return alone, againstGold()
}

// awkwardScores counts over groups of pages, and then lists the pages on which anything differs.
func awkwardScores(single, alone, together []comparison) string {
	groups := map[string][]comparison{"1 all": single, "4 siblings, each alone": alone, "4 siblings, together": together}
	for _, c := range single {
		for _, g := range []string{"2 " + c.form, "3 language " + c.gold.language} {
			groups[g] = append(groups[g], c)
		}
	}
	var b strings.Builder
	b.WriteString("# Written by go test ./article -run TestAwkward -update. Body: mean over pages of precision, recall and F1 of folded words.\n")
	b.WriteString("# The other columns count pages on which the value is exactly the one of gold.txt (an outlet without regard to capitals, a date to\n")
	b.WriteString("# the day, “two days ago” to the days that it touches); “wrong” those that give a date of another day.\n")
	fmt.Fprintf(&b, "%-23s %5s %9s %6s %6s", "", "pages", "precision", "recall", "F1")
	for _, f := range awkwardFigures {
		fmt.Fprintf(&b, " %8s", f.name)
	}
	b.WriteString("    wrong\n")
	for _, g := range slices.Sorted(maps.Keys(groups)) {
		b.WriteString(groupLine(g[2:], groups[g]))
	}
	b.WriteString("\n")
	for _, c := range slices.Concat(single, together) {
		if wrong := c.wrongFigures(); c.f1 < 1 || len(wrong) > 0 {
			fmt.Fprintf(&b, "%s\n", strings.TrimRight(fmt.Sprintf("%-26s F1 %.3f  %s", c.name, c.f1, strings.Join(wrong, ", ")), " "))
		}
	}
	return b.String()
}

// groupLine counts over one group of pages.
func groupLine(name string, group []comparison) string {
	var precision, recall, f1 float64
	var wrong int
	exact := make([]int, len(awkwardFigures))
	for _, c := range group {
		precision, recall, f1 = precision+c.precision, recall+c.recall, f1+c.f1
		for i, f := range awkwardFigures {
			if f.right(c.gold, c.got) {
				exact[i]++
			}
		}
		if c.wrongDate() {
			wrong++
		}
	}
	n := float64(len(group))
	line := fmt.Sprintf("%-23s %5d %9.4f %6.4f %6.4f", name, len(group), precision/n, recall/n, f1/n)
	for _, e := range exact {
		line += fmt.Sprintf(" %8d", e)
	}
	return line + fmt.Sprintf(" %8d\n", wrong)
}

// wrongFigures names the figures that are not as a reader says.
func (c comparison) wrongFigures() []string {
	var out []string
	for _, f := range awkwardFigures {
		if !f.right(c.gold, c.got) {
			out = append(out, f.name)
		}
	}
	return out
}
