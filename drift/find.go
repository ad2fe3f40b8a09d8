package drift

import (
	"cmp"
	"slices"

	"hearsay/quote"
)

// Find groups the quotes of the articles of one story that give the same utterance. Only utterances in at least two
// articles are returned, most articles first. Quotes are candidates for each other where they share a run of three words, or, said by the
// same person, three words that carry meaning; near-linear but for utterances that hundreds of articles quote.
//
// Two quotes are one utterance if one has the words of the other in the same order, all but one in ten, and they are at least four with two that
// carry meaning; or, where the same person says both, if at least half of the meaningful words of the shorter match (another translation, an
// edit). Two quotes that are ascribed to different people are joined only if eight words or more match in full.
func Find(m *Material, articles []int) []Utterance {
	quotes := m.collect(articles)
	sets := newSets(len(quotes))
	for _, pair := range candidates(quotes) {
		a, b := &quotes[pair[0]], &quotes[pair[1]]
		if sets.root(pair[0]) != sets.root(pair[1]) && sameUtterance(a, b) {
			sets.join(pair[0], pair[1])
		}
	}
	groups := map[int][]int{}
	for i := range quotes {
		r := sets.root(i)
		groups[r] = append(groups[r], i)
	}
	var out []Utterance
	for i := range quotes {
		if members := groups[i]; sets.root(i) == i && severalArticles(quotes, members) {
			out = append(out, m.utterance(quotes, members))
		}
	}
	slices.SortStableFunc(out, func(a, b Utterance) int {
		return cmp.Or(cmp.Compare(len(b.Articles()), len(a.Articles())), cmp.Compare(a.ID, b.ID))
	})
	return out
}

// Articles returns the articles that quote the utterance, ascending.
func (u Utterance) Articles() []int {
	var out []int
	for _, v := range u.Variants {
		for _, r := range v.Reports {
			out = append(out, r.Article)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// A quoted is a quote with its words.
type quoted struct {
	Report
	words   []token
	content int // words that carry meaning
	entity  int
}

// longest is the number of words of a quote that are compared; speeches quoted whole are cut there.
const longest = 400

func (m *Material) collect(articles []int) []quoted {
	var out []quoted
	for _, a := range articles {
		for k := range m.Quotes[a] {
			r := Report{a, k}
			words := m.wordsOf(r)
			if words == nil || m.Quotes[a][k].Repeats >= 0 || m.Quotes[a][k].Level > 1 {
				continue
			}
			words = words[:min(len(words), longest)]
			q := quoted{Report: r, words: words, entity: m.entityOf(r)}
			for _, w := range words {
				if !common[w.folded] {
					q.content++
				}
			}
			out = append(out, q)
		}
	}
	return out
}

func severalArticles(quotes []quoted, members []int) bool {
	for _, i := range members {
		if quotes[i].Article != quotes[members[0]].Article {
			return true
		}
	}
	return false
}

// mostShared is how many quotes may share a run of words before the run is taken for a standing phrase.
const mostShared = 400

// candidates lists the pairs of quotes that may be one utterance, in order.
func candidates(quotes []quoted) [][2]int {
	posts := map[[3]uint64][]int{}
	add := func(key [3]uint64, i int) {
		list := posts[key]
		if len(list) == 0 || list[len(list)-1] != i {
			posts[key] = append(list, i)
		}
	}
	for i, q := range quotes {
		for k := 0; k+2 < len(q.words); k++ {
			add([3]uint64{q.words[k].hash, q.words[k+1].hash, q.words[k+2].hash}, i)
		}
		if q.entity >= 0 {
			for _, w := range q.words {
				if !common[w.folded] && len(w.folded) > 3 {
					add([3]uint64{w.hash, uint64(q.entity)<<1 | 1, 0}, i)
				}
			}
		}
	}
	counts := map[[2]int]int{}
	for key, list := range posts {
		if len(list) > mostShared {
			continue
		}
		weight := 3
		if key[2] == 0 {
			weight = 1
		}
		for x, i := range list {
			for _, j := range list[x+1:] {
				counts[[2]int{i, j}] += weight
			}
		}
	}
	out := make([][2]int, 0, len(counts))
	for pair, n := range counts {
		if n >= 3 {
			out = append(out, pair)
		}
	}
	slices.SortFunc(out, func(a, b [2]int) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	return out
}

// sameUtterance reports whether two quotes give the same words of the same speaker.
func sameUtterance(a, b *quoted) bool {
	short, long := a, b
	if len(short.words) > len(long.words) {
		short, long = long, short
	}
	edits, same := align(short.words, long.words)
	content := 0
	for _, e := range edits {
		if e.Op == Equal {
			for _, w := range appendWords(nil, e.A) {
				if !common[w.folded] {
					content++
				}
			}
		}
	}
	apart := a.entity >= 0 && b.entity >= 0 && a.entity != b.entity
	cut := 10*same >= 9*len(short.words) && same >= shortest && content >= 2
	switch {
	case apart:
		return cut && same >= 8 && 10*same >= 9*len(short.words)
	case cut:
		return true
	case a.entity >= 0 && a.entity == b.entity:
		return content >= 3 && 2*content >= min(short.content, long.content) && 3*same >= len(short.words)
	}
	return content >= 4 && 3*same >= 2*len(short.words)
}

// sets are disjoint sets of quotes.
type sets []int

func newSets(n int) sets {
	s := make(sets, n)
	for i := range s {
		s[i] = i
	}
	return s
}

func (s sets) root(i int) int {
	for s[i] != i {
		s[i] = s[s[i]]
		i = s[i]
	}
	return i
}

func (s sets) join(i, j int) {
	i, j = s.root(i), s.root(j)
	s[max(i, j)] = min(i, j)
}

// Unique returns the direct quotes of the articles of a story that no other article of it gives: nobody else in the collection attests them.
func Unique(m *Material, articles []int, found []Utterance) []Report {
	shared := map[Report]bool{}
	for _, u := range found {
		for _, v := range u.Variants {
			for _, r := range v.Reports {
				shared[r] = true
			}
		}
	}
	var out []Report
	for _, q := range m.collect(articles) {
		if !shared[q.Report] && m.Quotes[q.Article][q.Quote].Kind == quote.Direct {
			out = append(out, q.Report)
		}
	}
	return out
}
