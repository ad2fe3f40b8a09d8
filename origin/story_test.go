package origin

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"hearsay/article"
	"hearsay/lineage"
	"hearsay/reuse"
	"hearsay/statement"
	"hearsay/story"
	"hearsay/text"
)

// A draft is an article of an invented story.
type draft struct {
	name    string // the outlet; its domain is the name in lower case, “.example”
	at      string // “3 15:04” on a day of January 2021, empty for undated
	body    string // “0 1 2”: paragraphs of lineage/testdata/paragraphs.txt; “+text” adds one of its own
	credits string // “republication: Agency X|information: Daily A|pool: Agencies”, found in the body if they stand there
	byline  string
}

func paragraphs(t testing.TB) []string {
	data, err := os.ReadFile("../lineage/testdata/paragraphs.txt")
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(string(data)), "\n\n")
}

func (d draft) article(t testing.TB) *article.Article {
	domain := strings.ToLower(strings.ReplaceAll(d.name, " ", "")) + ".example"
	a := &article.Article{ID: domain + d.at + d.body, Outlet: d.name, Domain: domain, URL: "https://" + domain + "/" + strings.ReplaceAll(d.body, " ", "-")}
	if at, err := time.Parse("2006-1 2 15:04", "2021-1 "+d.at); err == nil {
		a.Published = &article.Date{From: at, To: at.Add(time.Minute), Grade: article.Likely}
	}
	if d.byline != "" {
		a.Byline = []string{d.byline}
	}
	all := paragraphs(t)
	numbers, own, _ := strings.Cut(d.body, "+")
	var body []string
	for f := range strings.FieldsSeq(numbers) {
		var n int
		if _, err := fmt.Sscan(f, &n); err != nil {
			t.Fatal(err)
		}
		body = append(body, all[n])
	}
	a.Doc = text.NewDoc(strings.TrimSpace(strings.Join(append(body, own), "\n\n")))
	for c := range strings.SplitSeq(d.credits, "|") {
		if kind, agency, ok := strings.Cut(c, ": "); ok {
			credit := article.Credit{Kind: article.CreditKind(kind), Agency: agency, Exact: agency}
			if i := strings.Index(a.Doc.String(), agency); i >= 0 {
				credit.Span = &text.Span{Start: i, End: i + len(agency)}
			}
			a.Credits = append(a.Credits, credit)
		}
	}
	return a
}

// A tale is everything that the counting is given.
type tale struct {
	articles []*article.Article
	story    story.Story
	pairs    []reuse.Pair
	lineage  lineage.Lineage
}

func tell(t testing.TB, drafts ...draft) tale {
	var s tale
	var docs []*text.Doc
	for i, d := range drafts {
		s.articles = append(s.articles, d.article(t))
		docs = append(docs, s.articles[i].Doc)
		s.story.Members = append(s.story.Members, story.Member{Article: i})
	}
	late := time.Date(2100, 1, 1, 0, 0, 0, 0, time.UTC)
	slices.SortFunc(s.story.Members, func(x, y story.Member) int {
		a, b := s.articles[x.Article], s.articles[y.Article]
		at, bt := a.Time(), b.Time()
		if at.IsZero() {
			at = late
		}
		if bt.IsZero() {
			bt = late
		}
		if c := at.Compare(bt); c != 0 {
			return c
		}
		return strings.Compare(a.ID, b.ID)
	})
	s.pairs = reuse.Find(docs, reuse.Options{})
	s.lineage = lineage.Find(s.articles, s.story, s.pairs)
	return s
}

// says returns the statement of all articles that hold a sentence beginning with the words.
func (s tale) says(begins string) statement.Statement {
	st := statement.Statement{Text: begins}
	for _, m := range s.story.Members {
		doc := s.articles[m.Article].Doc
		for _, span := range doc.Sentences() {
			if strings.HasPrefix(doc.Text(span), begins) {
				st.Reports = append(st.Reports, statement.Report{Ref: article.Ref{Article: m.Article, Span: span}})
			}
		}
	}
	return st
}

// show writes an interval: its chain, its groups, its reasons.
func (s tale) show(iv Interval) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", iv.Chain())
	names := func(articles []int) string {
		var out []string
		for _, a := range articles {
			out = append(out, s.articles[a].Outlet)
		}
		return strings.Join(out, ", ")
	}
	for _, g := range iv.Groups {
		fmt.Fprintf(&b, "  %s %s: %s\n", g.Basis, g.Name, names(g.Articles))
	}
	for _, m := range iv.Merges {
		fmt.Fprintf(&b, "  [%s] %s (%s)\n", m.Rule, m.Reason, names(m.Articles))
	}
	for _, n := range iv.Notes {
		fmt.Fprintf(&b, "  note: %s\n", n)
	}
	return b.String()
}
