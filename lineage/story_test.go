package lineage

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"hearsay/article"
	"hearsay/reuse"
	"hearsay/story"
	"hearsay/text"
)

// A draft is an article of an invented story. Its body is paragraphs of testdata/paragraphs.txt.
type draft struct {
	name      string // the outlet; its domain is the name in lower case, “.example”
	at        string // “3 15:04” on a day of January 2021, “3” for the whole day, empty for undated
	grade     article.Grade
	body      string // “0 1 2”; “+text” adds a paragraph of its own
	change    string // “old=new|old=new”, applied to the body
	credits   string // “republication: Agency X|information: Daily A|pool: Agencies”; “@” before the name: found in the body
	canonical string // a name
	links     string // names
	byline    string
}

func paragraphs(t testing.TB) []string {
	data, err := os.ReadFile("testdata/paragraphs.txt")
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(string(data)), "\n\n")
}

func domainOf(name string) string {
	return strings.ToLower(strings.ReplaceAll(name, " ", "")) + ".example"
}

func urlOf(name string) string { return "https://www." + domainOf(name) + "/bridge" }

func (d draft) article(t testing.TB) *article.Article {
	a := &article.Article{ID: domainOf(d.name) + d.at, Outlet: d.name, Domain: domainOf(d.name), URL: urlOf(d.name), Published: d.date(t)}
	if d.byline != "" {
		a.Byline = []string{d.byline}
	}
	if d.canonical != "" {
		a.Canonical = urlOf(d.canonical)
	}
	for name := range strings.SplitSeq(d.links, "|") {
		if name != "" {
			a.Links = append(a.Links, article.Link{URL: urlOf(name) + "/#top"})
		}
	}
	body := d.text(t)
	a.Doc = text.NewDoc(body)
	for c := range strings.SplitSeq(d.credits, "|") {
		kind, agency, ok := strings.Cut(c, ": ")
		if !ok {
			continue
		}
		credit := article.Credit{Kind: article.CreditKind(kind), Agency: strings.TrimPrefix(agency, "@")}
		credit.Exact = credit.Agency
		if strings.HasPrefix(agency, "@") {
			i := strings.Index(body, credit.Agency)
			if i < 0 {
				t.Fatalf("%s: %q does not stand in the body", d.name, credit.Agency)
			}
			credit.Span = &text.Span{Start: i, End: i + len(credit.Agency)}
		}
		a.Credits = append(a.Credits, credit)
	}
	return a
}

func (d draft) text(t testing.TB) string {
	all := paragraphs(t)
	var body []string
	own := ""
	fields, own, _ := strings.Cut(d.body, "+")
	for f := range strings.FieldsSeq(fields) {
		var n int
		if _, err := fmt.Sscan(f, &n); err != nil {
			t.Fatal(err)
		}
		body = append(body, all[n])
	}
	if own != "" {
		body = append(body, own)
	}
	s := strings.Join(body, "\n\n")
	for c := range strings.SplitSeq(d.change, "|") {
		if before, after, ok := strings.Cut(c, "="); ok {
			if !strings.Contains(s, before) {
				t.Fatalf("%s: nothing to change at %q", d.name, before)
			}
			s = strings.ReplaceAll(s, before, after)
		}
	}
	return s
}

func (d draft) date(t testing.TB) *article.Date {
	if d.at == "" {
		return nil
	}
	grade := d.grade
	if grade == "" {
		grade = article.Likely
	}
	if at, err := time.Parse("2006-1 2 15:04", "2021-1 "+d.at); err == nil {
		return &article.Date{From: at, To: at.Add(time.Minute), Grade: grade}
	}
	at, err := time.Parse("2006-1 2", "2021-1 "+d.at)
	if err != nil {
		t.Fatal(err)
	}
	return &article.Date{From: at, To: at.AddDate(0, 0, 1), Grade: grade}
}

// tell returns the articles of drafts, their story and their pairs.
func tell(t testing.TB, drafts ...draft) ([]*article.Article, story.Story, []reuse.Pair) {
	articles := make([]*article.Article, len(drafts))
	docs := make([]*text.Doc, len(drafts))
	for i, d := range drafts {
		articles[i] = d.article(t)
		docs[i] = articles[i].Doc
	}
	return articles, storyOf(articles), reuse.Find(docs, reuse.Options{})
}

// storyOf puts articles in the order that a story has: by time, unknown last, then by ID.
func storyOf(articles []*article.Article) story.Story {
	var st story.Story
	for i := range articles {
		st.Members = append(st.Members, story.Member{Article: i})
	}
	slices.SortFunc(st.Members, func(x, y story.Member) int {
		a, b := articles[x.Article], articles[y.Article]
		switch {
		case a.Published == nil && b.Published == nil, a.Published != nil && b.Published != nil && a.Time().Equal(b.Time()):
			return strings.Compare(a.ID, b.ID)
		case a.Published == nil:
			return 1
		case b.Published == nil:
			return -1
		}
		return a.Time().Compare(b.Time())
	})
	return st
}

// draw writes a lineage one edge a line: “Agency X > Site B strong”, “Site B - Site C unclear”.
func draw(articles []*article.Article, l Lineage) string {
	name := func(n int) string {
		if node := l.Nodes[n]; node.Article >= 0 {
			return articles[node.Article].Outlet
		}
		return "(" + l.Nodes[n].Missing + ")"
	}
	var lines []string
	for _, e := range l.Edges {
		arrow := "-"
		if e.Directed {
			arrow = ">"
		}
		lines = append(lines, fmt.Sprintf("%s %s %s %s", name(e.From), arrow, name(e.To), e.Grade))
	}
	return strings.Join(lines, "\n")
}
