package report

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"testing"
	"time"

	"hearsay"
	"hearsay/article"
	"hearsay/lineage"
	"hearsay/origin"
	"hearsay/page"
	"hearsay/reuse"
	"hearsay/statement"
	"hearsay/story"
	"hearsay/text"
)

// A builder makes a Case by hand, with invented texts, so that the views can be tested without the
// stages. What it aligns it aligns for real, by a longest common subsequence of words.
type builder struct {
	t testing.TB
	c *hearsay.Case
}

func newBuilder(t testing.TB) *builder {
	return &builder{t, &hearsay.Case{Run: hearsay.Run{
		Version: "0.0.0-test", Methods: map[string]int{"reuse": 1, "article": 2, "story": 1}, Input: strings.Repeat("ab", 32),
	}}}
}

func digest(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:])
}

// add adds an article. at is “2006-01-02T15:04”, “2006-01-02” or empty.
func (b *builder) add(outlet, at, lang, title, body string) int {
	doc := text.NewDoc(text.Normalize(body))
	a := &article.Article{
		SHA256: digest(outlet, at, title, body), Source: page.Source{Path: "pages/" + strings.ToLower(strings.ReplaceAll(outlet, " ", "-")) + ".html"},
		URL: "https://" + strings.ToLower(strings.ReplaceAll(outlet, " ", "-")) + ".example/news/" + digest(title)[:6], Title: title, Outlet: outlet,
		Language: article.Language{Code: lang, Grade: article.Strong}, Doc: doc,
	}
	a.ID = digest(a.SHA256, a.URL)[:12]
	for k, s := range doc.Paragraphs() {
		a.Paragraphs = append(a.Paragraphs, article.Paragraph{Span: s, PageStart: 1000 + 700*k, PageEnd: 1600 + 700*k})
	}
	if from, err := time.Parse("2006-01-02T15:04", at); err == nil {
		a.Published = &article.Date{From: from, To: from.Add(time.Minute), Grade: article.Likely, Evidence: []article.DateEvidence{{Kind: "JSON-LD datePublished", Value: at + ":00Z", Agrees: true}}}
	} else if from, err := time.Parse(time.DateOnly, at); err == nil {
		a.Published = &article.Date{From: from, To: from.AddDate(0, 0, 1), Grade: article.Unclear, Evidence: []article.DateEvidence{{Kind: "text", Value: at, Agrees: true}}}
	}
	b.c.Articles = append(b.c.Articles, a)
	return len(b.c.Articles) - 1
}

// find returns the span of words in article i.
func (b *builder) find(i int, words string) text.Span {
	b.t.Helper()
	at := strings.Index(b.c.Articles[i].Doc.String(), words)
	if at < 0 {
		b.t.Fatalf("article %d does not hold %q", i, words)
	}
	return text.Span{Start: at, End: at + len(words)}
}

// share aligns words of article i with words of article k and adds the passage to their pair.
func (b *builder) share(i, k int, wordsI, wordsK string) *reuse.Passage {
	b.t.Helper()
	if i > k {
		i, k, wordsI, wordsK = k, i, wordsK, wordsI
	}
	p := align(b.c.Articles[i].Doc, b.c.Articles[k].Doc, b.find(i, wordsI), b.find(k, wordsK))
	for n := range b.c.Pairs {
		if b.c.Pairs[n].A == i && b.c.Pairs[n].B == k {
			b.c.Pairs[n].Passages = append(b.c.Pairs[n].Passages, p)
			return &b.c.Pairs[n].Passages[len(b.c.Pairs[n].Passages)-1]
		}
	}
	b.c.Pairs = append(b.c.Pairs, reuse.Pair{A: i, B: k, Relation: reuse.Partial, Passages: []reuse.Passage{p}})
	return &b.c.Pairs[len(b.c.Pairs)-1].Passages[0]
}

// whole aligns all of one article with all of another.
func (b *builder) whole(i, k int) {
	b.share(i, k, b.c.Articles[i].Doc.String(), b.c.Articles[k].Doc.String())
}

// finish sorts the pairs as reuse.Find does and fills in what follows from the passages.
func (b *builder) finish() {
	slices.SortFunc(b.c.Pairs, func(p, q reuse.Pair) int {
		if p.A != q.A {
			return p.A - q.A
		}
		return p.B - q.B
	})
	for n := range b.c.Pairs {
		p := &b.c.Pairs[n]
		slices.SortFunc(p.Passages, func(g, h reuse.Passage) int { return g.A.Start - h.A.Start })
		same := 0
		for _, g := range p.Passages {
			if !g.Formula {
				same += g.SameWords
			}
		}
		p.SharedOfA = float64(same) / float64(len(b.c.Articles[p.A].Doc.Tokens()))
		p.SharedOfB = float64(same) / float64(len(b.c.Articles[p.B].Doc.Tokens()))
		switch {
		case p.SharedOfA == 1 && p.SharedOfB == 1:
			p.Relation = reuse.Identical
		case min(p.SharedOfA, p.SharedOfB) >= 0.8:
			p.Relation = reuse.NearCopy
		case max(p.SharedOfA, p.SharedOfB) >= 0.8:
			p.Relation = reuse.Contained
		}
	}
}

func (b *builder) pair(i, k int) int {
	for n, p := range b.c.Pairs {
		if p.A == min(i, k) && p.B == max(i, k) {
			return n
		}
	}
	return -1
}

// align makes a passage of two spans.
func align(a, b *text.Doc, sa, sb text.Span) reuse.Passage {
	ta, tb := tokens(a, sa), tokens(b, sb)
	lcs := make([][]int, len(ta)+1)
	for i := range lcs {
		lcs[i] = make([]int, len(tb)+1)
	}
	for i := len(ta) - 1; i >= 0; i-- {
		for k := len(tb) - 1; k >= 0; k-- {
			if ta[i].Hash == tb[k].Hash {
				lcs[i][k] = lcs[i+1][k+1] + 1
			} else {
				lcs[i][k] = max(lcs[i+1][k], lcs[i][k+1])
			}
		}
	}
	p := reuse.Passage{A: text.Span{Start: ta[0].Span().Start, End: ta[len(ta)-1].Span().End}, B: text.Span{Start: tb[0].Span().Start, End: tb[len(tb)-1].Span().End},
		Words: max(len(ta), len(tb)), SameWords: lcs[0][0], Mass: 4 * float64(lcs[0][0])}
	p.Edits = edits(ta, tb, lcs)
	for _, e := range p.Edits {
		if e.Op == reuse.Equal {
			p.LongestRun = max(p.LongestRun, len(tokens(a, e.A)))
		}
	}
	return p
}

func edits(ta, tb []text.Token, lcs [][]int) []reuse.Edit {
	cover := func(ts []text.Token, from, to int) text.Span {
		switch {
		case from < to:
			return text.Span{Start: ts[from].Span().Start, End: ts[to-1].Span().End}
		case from > 0:
			return text.Span{Start: ts[from-1].Span().End, End: ts[from-1].Span().End}
		}
		return text.Span{Start: ts[0].Span().Start, End: ts[0].Span().Start}
	}
	var out []reuse.Edit
	for i, k := 0, 0; i < len(ta) || k < len(tb); {
		i0, k0 := i, k
		if i < len(ta) && k < len(tb) && ta[i].Hash == tb[k].Hash {
			for i < len(ta) && k < len(tb) && ta[i].Hash == tb[k].Hash {
				i, k = i+1, k+1
			}
			out = append(out, reuse.Edit{Op: reuse.Equal, A: cover(ta, i0, i), B: cover(tb, k0, k)})
			continue
		}
		for (i < len(ta) || k < len(tb)) && !(i < len(ta) && k < len(tb) && ta[i].Hash == tb[k].Hash) {
			if k == len(tb) || i < len(ta) && lcs[i+1][k] >= lcs[i][k+1] {
				i++
			} else {
				k++
			}
		}
		op := reuse.Replace
		if i == i0 {
			op = reuse.Insert
		} else if k == k0 {
			op = reuse.Delete
		}
		out = append(out, reuse.Edit{Op: op, A: cover(ta, i0, i), B: cover(tb, k0, k)})
	}
	return out
}

// story adds a story of the given articles.
func (b *builder) story(title string, families [][]int, members ...int) *hearsay.Story {
	st := hearsay.Story{Story: story.Story{Title: title, Families: families}}
	for _, i := range members {
		st.Members = append(st.Members, story.Member{Article: i, Score: 0.5})
		st.Lineage.Nodes = append(st.Lineage.Nodes, lineage.Node{Article: i})
		if t := b.c.Articles[i].Time(); !t.IsZero() {
			if st.From.IsZero() || t.Before(st.From) {
				st.From = t
			}
			if t.After(st.To) {
				st.To = t
			}
		}
	}
	ids := make([]string, len(members))
	for k, i := range members {
		ids[k] = b.c.Articles[i].ID
	}
	st.ID = digest(ids...)[:12]
	st.Origins = b.counted([]origin.Merge{{Rule: origin.UnnamedBasis, Reason: "all are of one house", Articles: members}}, members, nil)
	b.c.Stories = append(b.c.Stories, st)
	return &b.c.Stories[len(b.c.Stories)-1]
}

// counted counts the origins of articles that merges join. Those of one text have one number; grounds
// say what articles show of their basis.
func (b *builder) counted(merges []origin.Merge, articles []int, grounds map[int]origin.Ground) origin.Interval {
	var reports []origin.Report
	for _, i := range articles {
		r := origin.Report{Article: i, Text: i, Label: b.c.Articles[i].Name()}
		for _, m := range merges {
			if m.Rule == origin.SameText && slices.Contains(m.Articles, i) {
				r.Text = m.Articles[0]
			}
		}
		if g, ok := grounds[i]; ok {
			r.Grounds = []origin.Ground{g}
		}
		reports = append(reports, r)
	}
	return origin.Count(reports, merges)
}

// edge ties two articles of a story.
func (b *builder) edge(st *hearsay.Story, from, to int, directed bool, g article.Grade, clues ...lineage.Clue) {
	node := func(i int) int {
		return slices.IndexFunc(st.Lineage.Nodes, func(n lineage.Node) bool { return n.Article == i })
	}
	st.Lineage.Edges = append(st.Lineage.Edges, lineage.Edge{From: node(from), To: node(to), Directed: directed, Grade: g, Clues: clues, Pair: b.pair(from, to)})
}

// credits ties an article to a source that is not in the collection.
func (b *builder) credits(st *hearsay.Story, source string, to int, g article.Grade, clues ...lineage.Clue) {
	from := slices.IndexFunc(st.Lineage.Nodes, func(n lineage.Node) bool { return n.Missing == source })
	if from < 0 {
		from = len(st.Lineage.Nodes)
		st.Lineage.Nodes = append(st.Lineage.Nodes, lineage.Node{Article: -1, Missing: source})
	}
	node := slices.IndexFunc(st.Lineage.Nodes, func(n lineage.Node) bool { return n.Article == to })
	st.Lineage.Edges = append(st.Lineage.Edges, lineage.Edge{From: from, To: node, Directed: true, Grade: g, Clues: clues, Pair: -1})
}

// said adds a statement: for each article the sentence that makes it.
func (b *builder) said(st *hearsay.Story, atLeast, atMost int, sentences map[int]string) {
	var s hearsay.Statement
	for _, m := range st.Members {
		if words, ok := sentences[m.Article]; ok {
			s.Reports = append(s.Reports, statement.Report{Ref: article.Ref{Article: m.Article, Span: b.find(m.Article, words)}})
			if s.Text == "" {
				s.Text = words
			}
		}
	}
	s.ID = digest(s.Text)[:12]
	var all []int
	for _, r := range s.Reports {
		all = append(all, r.Article)
	}
	grounds := make(map[int]origin.Ground)
	for _, i := range all[:atLeast] {
		grounds[i] = origin.Ground{Kind: origin.OwnSigns, Counts: true}
	}
	var merges []origin.Merge
	if atMost < len(all) {
		merges = []origin.Merge{{Rule: origin.DerivedPassage, Reason: "the sentence stands inside a passage that was taken over", Articles: all[atMost-1:]}}
	}
	s.Origins = b.counted(merges, all, grounds)
	if s.Origins.AtLeast != atLeast || s.Origins.AtMost != atMost {
		b.t.Fatalf("%q: counted %s, want at least %d, at most %d", s.Text, s.Origins, atLeast, atMost)
	}
	st.Statements = append(st.Statements, s)
}
