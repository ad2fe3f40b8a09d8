// Package statement finds sentences of different articles that say the same.
//
// This version sees only sentences that share wording: reused statements. Statements that were
// reworded beyond that are not found yet.
package statement

import (
	"cmp"
	"slices"

	"hearsay/article"
	"hearsay/reuse"
	"hearsay/story"
)

// Version is the version of the method.
const Version = 1

// A Statement is what sentences of different articles say in common.
type Statement struct {
	// ID is derived from the folded words of the reports.
	ID string
	// Text is the wording of the report that stands for the statement: the one that shares most with
	// the others, the earliest of those.
	Text string
	// Reports are the sentences, one or more of each article, sorted by publication time, unknown
	// last, then by article ID and place.
	Reports []Report
	// Mass is the information that the shared words carry, in nats; statements are ranked by it and
	// by the number of articles. It is that of the report which shares most of it with Text.
	Mass float64
}

// A Report is one sentence that makes the statement.
type Report struct {
	article.Ref
	// Shared is the share of the words of Text that the report has, too, 0 to 1: less than 1 if it
	// words the statement differently or makes only a part of it.
	Shared float64
}

// Articles returns the articles that make the statement, each once, in the order of the reports.
func (s Statement) Articles() []int {
	var out []int
	for _, r := range s.Reports {
		if len(out) == 0 || out[len(out)-1] != r.Article {
			out = append(out, r.Article)
		}
	}
	return out
}

// Find returns the statements of one story that at least two articles share in wording: sentences of
// which at least 60 % of the words match in a passage that is no formula. Most articles first, then
// by Mass, then by ID. pairs must be sorted by A, then B, as reuse.Find returns them.
//
// Of two sentences the shorter decides, so that a sentence that one outlet cut in two is found twice
// in the other's; if the shorter has fewer than six words, the longer decides. Sentences of fewer
// than five words make no statement. Every report shares that much with the one that stands for the
// statement, not only with another report: no chain leads from one statement to another. A sentence
// goes with the statement that it shares most with.
//
// A formula founds no statement. But a quotation that many outlets carry recurs like a standing
// phrase, and then reuse calls it a formula between some of them: where a wording is a statement by
// other passages, sentences that share it by a formula report it, too.
//
// The cost grows with the words of the passages inside the story.
func Find(articles []*article.Article, st story.Story, pairs []reuse.Pair) []Statement {
	if len(st.Members) < 2 {
		return nil
	}
	b := newBoard(articles, st)
	for m := range st.Members {
		for _, p := range pairsOf(pairs, st.Members[m].Article) {
			if other, inside := b.member[p.B]; inside && other != m {
				b.tie(m, other, p)
			}
		}
	}
	var out []Statement
	for _, g := range b.groups() {
		if s := b.statement(g); len(s.Articles()) > 1 {
			out = append(out, s)
		}
	}
	slices.SortFunc(out, func(x, y Statement) int {
		return cmp.Or(cmp.Compare(len(y.Articles()), len(x.Articles())), cmp.Compare(y.Mass, x.Mass), cmp.Compare(x.ID, y.ID))
	})
	return out
}

// pairsOf returns the pairs whose A is an article.
func pairsOf(pairs []reuse.Pair, article int) []reuse.Pair {
	byA := func(p reuse.Pair, a int) int { return cmp.Compare(p.A, a) }
	from, _ := slices.BinarySearchFunc(pairs, article, byA)
	to, _ := slices.BinarySearchFunc(pairs[from:], article+1, byA)
	return pairs[from : from+to]
}
