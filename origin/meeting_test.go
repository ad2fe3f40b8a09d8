package origin

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"hearsay/article"
	"hearsay/lineage"
	"hearsay/reuse"
	"hearsay/statement"
	"hearsay/story"
	"hearsay/text"
)

// TestMeetings compares meetings with a look at every pair of sentences.
func TestMeetings(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 12))
	pool := strings.SplitAfter("The warden of Losk opened all eleven sluices at midnight. Nobody near the gauge had heard the siren before the water came. "+
		"Farmers lost sheep and winter wheat on the left bank. The ferry to Dunmere stayed tied up behind the mill. ", ". ")
	met := 0
	for range 120 {
		var articles []*article.Article
		var st story.Story
		for i := range 2 {
			var b strings.Builder
			for range 4 + rng.IntN(12) {
				words := strings.Fields(pool[rng.IntN(4)])
				for k := range words { // some words put in their place, some left out
					switch rng.IntN(12) {
					case 0:
						words[k] = "otherwise"
					case 1:
						words[k] = ""
					}
				}
				b.WriteString(strings.Join(words, " ") + ". ")
			}
			articles = append(articles, &article.Article{Doc: text.NewDoc(b.String())})
			st.Members = append(st.Members, story.Member{Article: i})
		}
		var s statement.Statement
		for i, a := range articles {
			for _, span := range a.Doc.Sentences() {
				s.Reports = append(s.Reports, statement.Report{Ref: article.Ref{Article: i, Span: span}})
			}
		}
		rng.Shuffle(len(s.Reports), func(i, j int) { s.Reports[i], s.Reports[j] = s.Reports[j], s.Reports[i] })
		pairs := reuse.Find([]*text.Doc{articles[0].Doc, articles[1].Doc}, reuse.Options{})
		c := newCounting(newGround(articles, st, pairs, lineage.Lineage{Nodes: []lineage.Node{{Article: 0}, {Article: 1}}}))
		c.report(s)
		for tie := range c.ties {
			met += checkMeetings(t, c, tie)
		}
	}
	if met < 300 {
		t.Errorf("only %d sentences met", met)
	}
}

func checkMeetings(t *testing.T, c *counting, tie int) int {
	got := c.meetings(tie, 0, 1)
	n := 0
	for k, x := range c.sentences[0] {
		for l, y := range c.sentences[1] {
			var want lineage.Runs
			if len(x) > 0 && len(y) > 0 {
				want = between(c.matchesOf(tie), x[0], y[0])
			}
			if len(want) == 0 {
				continue
			}
			if n == len(got) || got[n].a != k || got[n].b != l || !slices.Equal(got[n].both.Union(nil), want) {
				t.Fatalf("sentences %d and %d have %v in common, meeting %d of %v", k, l, want, n, got)
			}
			n++
		}
	}
	if n != len(got) {
		t.Fatalf("%d meetings, want %d", len(got), n)
	}
	return n
}
