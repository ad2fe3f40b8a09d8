package lineage

import (
	"slices"
	"sort"

	"hearsay/article"
	"hearsay/reuse"
	"hearsay/text"
)

// A Run is a half-open range of the words of a text, counted in tokens.
type Run struct{ From, To int }

// Runs are stretches of one text, sorted and disjoint. Texts that are identical in their words have
// the same words at the same numbers, whatever their punctuation, so that what is known of one holds
// for the other.
type Runs []Run

// SharedRuns returns the words of an article that match, word for word, in the passages of the pair
// that are no formulas. An article that is not part of the pair, but identical in its words with one
// that is, gets that one's runs: in a large set of identical texts one member is paired for all. Any
// other article gets none. It costs the edits of the pair times the logarithm of the text.
func SharedRuns(articles []*article.Article, p reuse.Pair, member int) Runs {
	side, ok := sideOf(articles, p, member)
	if !ok {
		return nil
	}
	doc := articles[[2]int{p.A, p.B}[side]].Doc
	var runs Runs
	for _, passage := range p.Passages {
		if !passage.Formula {
			runs = append(runs, matchedRuns(doc, passage, side)...)
		}
	}
	return tidy(runs)
}

// sideOf tells which side of the pair stands for an article: 0 for A, 1 for B.
func sideOf(articles []*article.Article, p reuse.Pair, member int) (int, bool) {
	switch {
	case p.A == member:
		return 0, true
	case p.B == member:
		return 1, true
	case sameWords(articles[p.A].Doc, articles[member].Doc):
		return 0, true
	case sameWords(articles[p.B].Doc, articles[member].Doc):
		return 1, true
	}
	return 0, false
}

func sameWords(a, b *text.Doc) bool {
	return slices.EqualFunc(a.Tokens(), b.Tokens(), func(s, t text.Token) bool { return s.Hash == t.Hash })
}

// matchedRuns returns the words of one side of a passage that match.
func matchedRuns(doc *text.Doc, p reuse.Passage, side int) Runs {
	var runs Runs
	for _, e := range p.Edits {
		if e.Op == reuse.Equal {
			runs = append(runs, runOf(doc, [2]text.Span{e.A, e.B}[side]))
		}
	}
	return tidy(runs)
}

// RunOf returns the words that begin inside a span of a Doc.
func RunOf(doc *text.Doc, s text.Span) Runs { return tidy(Runs{runOf(doc, s)}) }

func runOf(doc *text.Doc, s text.Span) Run {
	tokens := doc.Tokens()
	at := func(offset int) int {
		return sort.Search(len(tokens), func(i int) bool { return tokens[i].Span().Start >= offset })
	}
	return Run{at(s.Start), at(s.End)}
}

// tidy sorts runs and joins those that touch, in place.
func tidy(runs Runs) Runs {
	slices.SortFunc(runs, func(a, b Run) int { return a.From - b.From })
	out := runs[:0]
	for _, r := range runs {
		switch {
		case r.To <= r.From:
		case len(out) > 0 && r.From <= out[len(out)-1].To:
			out[len(out)-1].To = max(out[len(out)-1].To, r.To)
		default:
			out = append(out, r)
		}
	}
	return out
}

// Union returns the words that stand in r or in s.
func (r Runs) Union(s Runs) Runs { return tidy(slices.Concat(r, s)) }

// Without returns the words of r that do not stand in s.
func (r Runs) Without(s Runs) Runs {
	var out Runs
	k := 0
	for _, run := range r {
		from := run.From
		for k < len(s) && s[k].To <= from {
			k++
		}
		for j := k; j < len(s) && s[j].From < run.To; j++ {
			if s[j].From > from {
				out = append(out, Run{from, s[j].From})
			}
			from = max(from, s[j].To)
		}
		if from < run.To {
			out = append(out, Run{from, run.To})
		}
	}
	return out
}

// Within returns the words of r that stand in s as well.
func (r Runs) Within(s Runs) Runs { return r.Without(r.Without(s)) }

// Words returns how many words the runs of doc hold. Two ideographs count as one word.
func (r Runs) Words(doc *text.Doc) int {
	tokens := doc.Tokens()
	words, ideographs := 0, 0
	for _, run := range r {
		for _, t := range tokens[min(run.From, len(tokens)):min(run.To, len(tokens))] {
			if t.Kind == text.Ideograph {
				ideographs++
			} else {
				words++
			}
		}
	}
	return words + (ideographs+1)/2
}

// AllWords returns every word of doc as runs.
func AllWords(doc *text.Doc) Runs { return tidy(Runs{{0, len(doc.Tokens())}}) }
