package eval

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"hearsay/article"
	"hearsay/internal/golden"
	"hearsay/lineage"
	"hearsay/origin"
	"hearsay/page"
	"hearsay/reuse"
	"hearsay/statement"
	"hearsay/story"
	"hearsay/text"
)

// TestOriginsOfWrittenStories counts origins in stories that were written for it, with the true number
// written down before anything was counted. A story is an archive of pages, each with a head of fields
// and a body, in which “@a 1 2” stands for the first two paragraphs of page a without its dateline and
// “@=a 1 2” for the same with it. Its file gold says the truth:
//
//	story: 2                      the origins behind all pages
//	statement: 1 witnesses 4      the origins behind a statement, and who heard it
//	a: The ferry left             a page that makes it, and words of its sentence
func TestOriginsOfWrittenStories(t *testing.T) {
	const folder = "../origin/testdata"
	files, err := filepath.Glob(folder + "/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no stories in %s: %v", folder, err)
	}
	var stories, statements, witnesses originScores
	var out strings.Builder
	for _, file := range files {
		s := readWritten(t, file)
		iv := origin.OfStory(s.articles, s.story, s.pairs, s.lineage)
		stories.add(iv.AtLeast, iv.AtMost, s.truth, len(s.articles))
		fmt.Fprintf(&out, "# %s: %d\n%s", filepath.Base(file), s.truth, s.show(iv))
		for _, g := range s.golds {
			iv := origin.OfStatement(s.articles, s.story, s.pairs, s.lineage, g.Statement)
			statements.add(iv.AtLeast, iv.AtMost, g.origins, len(g.Reports))
			fmt.Fprintf(&out, "“%s”: %d\n%s", g.Text, g.origins, s.show(iv))
			if w := iv.Witnesses; w != nil && g.witnesses > 0 {
				witnesses.add(w.AtLeast, w.AtMost, g.witnesses, len(g.Reports))
				fmt.Fprintf(&out, "  witnesses, %d: %s\n", g.witnesses, w)
			} else if g.witnesses > 0 {
				t.Errorf("%s: “%s” has no witnesses", file, g.Text)
			}
		}
	}
	stories.record(t, "origin.written.stories", "stories")
	statements.record(t, "origin.written.statements", "statements")
	witnesses.record(t, "origin.written.witnesses", "statements of what was said")
	golden.File(t, folder+"/written.golden", []byte(out.String()))
}

// A written story is one that was written with a known number of origins.
type written struct {
	articles []*article.Article
	names    []string // by article
	story    story.Story
	pairs    []reuse.Pair
	lineage  lineage.Lineage
	truth    int
	golds    []goldStatement
}

type goldStatement struct {
	statement.Statement
	origins, witnesses int
}

func readWritten(t *testing.T, file string) written {
	t.Helper()
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var s written
	var gold string
	bodies := map[string][]string{}
	for _, f := range archive.Files {
		if f.Name == "gold" {
			gold = string(f.Data)
			continue
		}
		a, err := article.Read(writtenPage(t, f, bodies))
		if err != nil {
			t.Fatalf("%s: %s: %v", file, f.Name, err)
		}
		s.articles, s.names = append(s.articles, a), append(s.names, f.Name)
	}
	docs := make([]*text.Doc, len(s.articles))
	for i, a := range s.articles {
		docs[i] = a.Doc
		s.story.Members = append(s.story.Members, story.Member{Article: i})
	}
	slices.SortStableFunc(s.story.Members, func(x, y story.Member) int {
		a, b := s.articles[x.Article].Time(), s.articles[y.Article].Time()
		if a.IsZero() != b.IsZero() {
			return cmp.Compare(b.Unix(), a.Unix())
		}
		return a.Compare(b)
	})
	s.pairs = reuse.Find(docs, reuse.Options{})
	s.lineage = lineage.Find(s.articles, s.story, s.pairs)
	s.readGold(t, file, gold)
	return s
}

// writtenPage makes a record of a file of an archive.
func writtenPage(t *testing.T, f txtar.File, bodies map[string][]string) *page.Page {
	head, body, _ := strings.Cut(string(f.Data), "\n\n")
	fields := &page.Fields{ID: f.Name}
	for line := range strings.Lines(head) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		switch key {
		case "outlet":
			fields.Outlet = value
		case "url":
			fields.URL = value
		case "date":
			fields.Date = value
		case "title":
			fields.Title = value
		case "byline":
			fields.Byline = []string{value}
		default:
			t.Fatalf("%s: unknown field %q", f.Name, line)
		}
	}
	var paragraphs []string
	for p := range strings.SplitSeq(strings.TrimSpace(body), "\n\n") {
		paragraphs = append(paragraphs, taken(t, strings.TrimSpace(p), bodies)...)
	}
	bodies[f.Name] = paragraphs
	fields.Text = strings.Join(paragraphs, "\n\n")
	return &page.Page{SHA256: f.Name, Format: page.Record, Fields: fields, Raw: []byte(fields.Text)}
}

// taken returns the paragraphs that a line of an archive stands for.
func taken(t *testing.T, line string, bodies map[string][]string) []string {
	names, ok := strings.CutPrefix(line, "@")
	if !ok {
		return []string{line}
	}
	names, whole := strings.CutPrefix(names, "=")
	words := strings.Fields(names)
	var out []string
	for _, number := range words[1:] {
		n, err := strconv.Atoi(number)
		if from := bodies[words[0]]; err == nil && 0 < n && n <= len(from) {
			p := from[n-1]
			if _, rest, dateline := strings.Cut(p, " – "); dateline && n == 1 && !whole {
				p = rest
			}
			out = append(out, p)
			continue
		}
		t.Fatalf("no paragraph for %q", line)
	}
	return out
}

func (s *written) readGold(t *testing.T, file, gold string) {
	for line := range strings.Lines(gold) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		words := strings.Fields(value)
		switch key {
		case "story":
			s.truth = number(t, file, words[0])
		case "statement":
			g := goldStatement{origins: number(t, file, words[0])}
			if len(words) > 2 {
				g.witnesses = number(t, file, words[2])
			}
			s.golds = append(s.golds, g)
		default:
			g := &s.golds[len(s.golds)-1]
			g.Text = cmp.Or(g.Text, value)
			g.Reports = append(g.Reports, statement.Report{Ref: s.find(t, file, key, value)})
		}
	}
}

func number(t *testing.T, file, word string) int {
	n, err := strconv.Atoi(word)
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return n
}

// find returns the sentence of a page that holds words.
func (s *written) find(t *testing.T, file, name, words string) article.Ref {
	t.Helper()
	i := slices.Index(s.names, name)
	if i < 0 {
		t.Fatalf("%s: no page %q", file, name)
	}
	doc := s.articles[i].Doc
	at := strings.Index(doc.String(), words)
	for _, span := range doc.Sentences() {
		if at >= 0 && span.Start <= at && at < span.End {
			return article.Ref{Article: i, Span: span}
		}
	}
	t.Fatalf("%s: page %s has no sentence with %q:\n%s", file, name, words, doc)
	return article.Ref{}
}

// show writes an interval: its chain, its groups, its reasons.
func (s *written) show(iv origin.Interval) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", iv.Chain())
	list := func(articles []int) string {
		var out []string
		for _, a := range articles {
			out = append(out, s.names[a])
		}
		return strings.Join(out, " ")
	}
	for _, g := range iv.Groups {
		fmt.Fprintf(&b, "  %s %s: %s\n", g.Basis, g.Name, list(g.Articles))
	}
	for _, m := range iv.Merges {
		fmt.Fprintf(&b, "  [%s] %s (%s)\n", m.Rule, m.Reason, list(m.Articles))
	}
	for _, n := range iv.Notes {
		fmt.Fprintf(&b, "  note: %s\n", n)
	}
	return b.String()
}
