// Package story finds which articles belong together: families of near-copies first, then stories,
// the articles that report the same event or the same running matter.
package story

import (
	"cmp"
	"slices"
	"time"

	"hearsay/article"
	"hearsay/reuse"
)

// Version is the version of the method.
const Version = 2

// A Story is a set of articles that report the same event or the same running matter.
type Story struct {
	// ID is derived from the IDs of the members: the first 12 hexadecimal digits of a SHA-256.
	ID string
	// Title is the title of the most central article.
	Title string
	// From and To bound the publication dates of the members that have one; zero if none has.
	From, To time.Time
	// Members are sorted by publication time (unknown last), then by article ID.
	Members []Member
	// Families are sets of at least two members that are near-copies of each other, as sorted
	// indices into the collection; a member is in at most one.
	Families [][]int
}

// A Member is an article of a story, with the evidence for its place there.
type Member struct {
	Article int // index into the collection
	// Score is the mean similarity to the other families of the story; 1 for a story of one family.
	Score float64
	// Terms are the words that tie the article to the rest of the story most, best first.
	Terms []string
	// RunnerUp is the ID of the story that comes second, with its score; empty if none is near.
	RunnerUp      string
	RunnerUpScore float64
	// Uncertain marks a place that was won by a small margin only.
	Uncertain bool
}

// Options steer Find. The zero value means the defaults.
type Options struct {
	// Threshold is the mean similarity at which two stories are one; default 0.16.
	Threshold float64
}

const defaultThreshold = 0.16

// Find returns the stories of a collection, largest first, then by ID. Every article is in exactly
// one story; an article that nothing else belongs to is a story of its own. pairs is what
// reuse.Find returned for the bodies of articles.
//
// Near-copies are collapsed into families first. The articles that stand for them are compared by
// the words of body, title and names and numbers, weighed by how rare they are in news and without
// those in long standing phrases, and merged by average link. The result does not depend on the order of articles. Above 3,000 families weak
// and common ties are left out to bound time and memory; 31,030 articles take about 8 s on two cores.
func Find(articles []*article.Article, pairs []reuse.Pair, o Options) []Story {
	if !(o.Threshold > 0) {
		o.Threshold = defaultThreshold
	}
	order := canonical(articles)
	inOrder := make([]*article.Article, len(order))
	for i, a := range order {
		inOrder[i] = articles[a]
	}
	pairs = renumber(pairs, order)
	units := unitsOf(inOrder, families(len(order), pairs))
	sp := read(units, inOrder, standingPhrases(len(order), pairs))
	links := linksOf(units, sp)
	of := agglomerate(links, o.Threshold)
	found := clustering{units, of, places(links, of, o.Threshold), inOrder, order}
	return found.stories(sp)
}

// canonical returns the indices of the articles in an order that does not depend on theirs: by
// publication time, unknown last, then by ID.
func canonical(articles []*article.Article) []int {
	order := make([]int, len(articles))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, k int) int {
		a, b := articles[i], articles[k]
		return cmp.Or(byTime(a.Time(), b.Time()), cmp.Compare(a.ID, b.ID), cmp.Compare(a.URL, b.URL),
			cmp.Compare(a.Doc.String(), b.Doc.String()), cmp.Compare(a.Title, b.Title), cmp.Compare(i, k))
	})
	return order
}

func byTime(a, b time.Time) int {
	switch {
	case a.IsZero() && b.IsZero():
		return 0
	case a.IsZero():
		return 1
	case b.IsZero():
		return -1
	}
	return a.Compare(b)
}

// renumber returns pairs with each article named by its place in order.
func renumber(pairs []reuse.Pair, order []int) []reuse.Pair {
	place := make([]int, len(order))
	for p, a := range order {
		place[a] = p
	}
	out := make([]reuse.Pair, len(pairs))
	for i, p := range pairs {
		out[i] = p
		out[i].A, out[i].B = place[p.A], place[p.B]
	}
	return out
}
