package hearsay

import (
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"hearsay/article"
	"hearsay/drift"
	"hearsay/entity"
	"hearsay/lineage"
	"hearsay/origin"
	"hearsay/page"
	"hearsay/quote"
	"hearsay/reuse"
	"hearsay/statement"
	"hearsay/story"
	"hearsay/text"
	"hearsay/when"
)

// Version is the version of Hearsay.
const Version = "0.1.0"

// Methods are the versions of the stages that a Case went through, by package name. A stage changes
// its version when the same input may give another result.
func Methods() map[string]int {
	return map[string]int{
		"text": text.Version, "page": page.Version, "article": article.Version, "reuse": reuse.Version, "story": story.Version,
		"statement": statement.Version, "lineage": lineage.Version, "origin": origin.Version,
		"entity": entity.Version, "when": when.Version, "quote": quote.Version, "drift": drift.Version,
	}
}

// Compare finds everything that the articles of a collection have to do with each other.
func Compare(c *Collection, o Options) *Case {
	o.progress("comparing", 0, len(c.Articles))
	pairs := Passages(c.Articles, o.Reuse)
	o.progress("finding stories", 0, len(c.Articles))
	stories := story.Find(c.Articles, pairs, o.Story)
	found := &Case{
		Run:      Run{Version: Version, Methods: Methods(), Options: o, Input: inputSum(c.Articles)},
		Articles: c.Articles, Pairs: pairs, Stories: inside(c.Articles, stories, pairs, o),
		Skipped: c.Skipped, Duplicates: c.Duplicates,
	}
	found.Annotations = AnnotateAll(c.Articles, o)
	found.Cast = castOf(found.Annotations, stories)
	found.utterances()
	return found
}

// Passages finds the wording that articles share (see reuse.Find). The days on which they were
// published, where they are graded likely or better, help to tell standing phrases from copying.
func Passages(articles []*article.Article, o reuse.Options) []reuse.Pair {
	o.Days = days(articles)
	return reuse.Find(Docs(articles), o)
}

func days(articles []*article.Article) []int {
	out := make([]int, len(articles))
	for i, a := range articles {
		out[i] = dayOf(a)
	}
	return out
}

// dayOf returns the day on which an article was published, counted from the first of January of the
// year one in the proleptic Gregorian calendar, UTC; 0 where it is not known to the day.
func dayOf(a *article.Article) int {
	const secondsOfDay, until1970 = 24 * 60 * 60, 719162
	d := a.Published
	if d == nil || d.From.IsZero() || d.Grade == article.Unclear || d.To.Sub(d.From) > 48*time.Hour {
		return 0
	}
	return max(0, int(d.From.Unix()/secondsOfDay)+until1970)
}

// Docs returns the bodies of articles, in their order.
func Docs(articles []*article.Article) []*text.Doc {
	docs := make([]*text.Doc, len(articles))
	for i, a := range articles {
		docs[i] = a.Doc
	}
	return docs
}

// inside finds what happens inside each story, several stories at a time.
func inside(articles []*article.Article, stories []story.Story, pairs []reuse.Pair, o Options) []Story {
	out := make([]Story, len(stories))
	within := pairsWithin(len(articles), stories, pairs)
	var done, next atomic.Int64
	var progress sync.Mutex
	var group sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(stories)); i = next.Add(1) - 1 {
				out[i] = look(articles, stories[i], pairs, within[i])
				progress.Lock()
				o.progress("following copies", int(done.Add(1)), len(stories))
				progress.Unlock()
			}
		})
	}
	group.Wait()
	return out
}

// pairsWithin returns for each story the indices of the pairs that have both articles in it.
func pairsWithin(articles int, stories []story.Story, pairs []reuse.Pair) [][]int {
	storyOf := make([]int, articles)
	for i, st := range stories {
		for _, m := range st.Members {
			storyOf[m.Article] = i
		}
	}
	within := make([][]int, len(stories))
	for k, p := range pairs {
		if i := storyOf[p.A]; i == storyOf[p.B] {
			within[i] = append(within[i], k)
		}
	}
	return within
}

// look finds everything inside one story. The stages see only the pairs of the story; the edges of
// the lineage are then made to point into the pairs of the whole case again.
func look(articles []*article.Article, st story.Story, pairs []reuse.Pair, within []int) Story {
	own := make([]reuse.Pair, len(within))
	for i, k := range within {
		own[i] = pairs[k]
	}
	l := lineage.Find(articles, st, own)
	s := Story{Story: st, Lineage: l, Origins: origin.OfStory(articles, st, own, l)}
	statements := statement.Find(articles, st, own)
	for i, origins := range origin.OfStatements(articles, st, own, l, statements) {
		s.Statements = append(s.Statements, Statement{statements[i], origins})
	}
	for i := range s.Lineage.Edges {
		if e := &s.Lineage.Edges[i]; e.Pair >= 0 {
			e.Pair = within[e.Pair]
		}
	}
	return s
}
