package origin

import (
	"cmp"
	"slices"
	"sort"

	"hearsay/article"
	"hearsay/lineage"
	"hearsay/reuse"
	"hearsay/text"
)

// A match is a run of n words of the first article of a pair, from the token at, that stands word for
// word in the second, from the token there.
type match struct{ at, there, n int }

// matchesOf returns what the articles of a tie have in common word for word, by the place in the first;
// standing phrases are left out.
func (g *ground) matchesOf(tie int) []match {
	if g.matched[tie] == nil {
		g.matched[tie] = matches(g.articles, g.ties[tie])
	}
	return g.matched[tie]
}

func matches(articles []*article.Article, p reuse.Pair) []match {
	a, b := articles[p.A].Doc, articles[p.B].Doc
	out := []match{}
	for _, passage := range p.Passages {
		for _, e := range passage.Edits {
			if !passage.Formula && e.Op == reuse.Equal {
				out = follow(out, a.Tokens(), b.Tokens(), lineage.RunOf(a, e.A), lineage.RunOf(b, e.B))
			}
		}
	}
	slices.SortFunc(out, func(x, y match) int { return cmp.Or(x.at-y.at, x.there-y.there) })
	return out
}

// follow adds the matches of two stretches that are equal, save for tokens that fold to nothing.
func follow(out []match, a, b []text.Token, x, y lineage.Runs) []match {
	if len(x) == 0 || len(y) == 0 {
		return out
	}
	begun := len(out)
	for i, k := x[0].From, y[0].From; i < x[0].To && k < y[0].To; {
		last := len(out) - 1
		switch {
		case a[i].Hash != b[k].Hash:
			if x[0].To-i >= y[0].To-k {
				i++
			} else {
				k++
			}
			continue
		case last >= begun && out[last].at+out[last].n == i && out[last].there+out[last].n == k:
			out[last].n++
		default:
			out = append(out, match{i, k, 1})
		}
		i, k = i+1, k+1
	}
	return out
}

// firstMatch returns the place of the first match that ends behind a token of the first article. Matches
// do not overlap there.
func firstMatch(all []match, token int) int {
	return sort.Search(len(all), func(i int) bool { return all[i].at+all[i].n > token })
}

// between returns the words of a run of the first article that stand in a run of the second.
func between(all []match, x, y lineage.Run) lineage.Runs {
	var out lineage.Runs
	last := sort.Search(len(all), func(i int) bool { return all[i].at >= x.To })
	for _, m := range all[min(firstMatch(all, x.From), last):last] {
		from := max(m.at, x.From, y.From-m.there+m.at)
		to := min(m.at+m.n, x.To, y.To-m.there+m.at)
		if from < to {
			out = append(out, lineage.Run{From: from, To: to})
		}
	}
	return out.Union(nil)
}
