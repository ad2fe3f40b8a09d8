package story

import (
	"cmp"
	"slices"

	"hearsay/reuse"
)

// copyShare is the share of the words of both articles from which they are near-copies of each
// other: a copy may be cut by two fifths, or as much be added to it.
const copyShare = 0.6

// nearCopy reports whether a pair ties its articles into one family.
func nearCopy(p reuse.Pair) bool {
	switch p.Relation {
	case reuse.Identical, reuse.NearCopy:
		return true
	case reuse.Contained:
		return min(p.SharedOfA, p.SharedOfB) >= copyShare
	}
	return false
}

// families groups n articles, numbered in canonical order, into families: the result holds for each
// article the number of the one that stands for its family.
//
// Identical articles are one without further question: they are the same text. Beyond that every
// member is a near-copy of the representative itself, by a pair of its own or of an identical
// article. So a family cannot chain from copy to copy of a copy until its ends share nothing. The
// representative is the article that most others are near-copies of; of equals the first.
func families(n int, pairs []reuse.Pair) []int {
	same := sameTexts(n, pairs)
	size := make([]int, n)
	for _, s := range same {
		size[s]++
	}
	copies := make([][]int, n)
	for _, p := range pairs {
		if a, b := same[p.A], same[p.B]; nearCopy(p) && a != b {
			copies[a] = append(copies[a], b)
			copies[b] = append(copies[b], a)
		}
	}
	weight := slices.Clone(size)
	var texts []int
	for i := range copies {
		slices.Sort(copies[i])
		copies[i] = slices.Compact(copies[i])
		for _, c := range copies[i] {
			weight[i] += size[c]
		}
		if same[i] == i {
			texts = append(texts, i)
		}
	}
	slices.SortStableFunc(texts, func(a, b int) int { return cmp.Compare(weight[b], weight[a]) })
	of := make([]int, n)
	for i := range of {
		of[i] = -1
	}
	for _, t := range texts {
		if of[t] >= 0 {
			continue
		}
		of[t] = t
		for _, c := range copies[t] {
			if of[c] < 0 {
				of[c] = t
			}
		}
	}
	for i, s := range same {
		of[i] = of[s]
	}
	return of
}

// sameTexts returns for each article the first that is identical to it.
func sameTexts(n int, pairs []reuse.Pair) []int {
	first := make([]int, n)
	for i := range first {
		first[i] = i
	}
	root := func(i int) int {
		for first[i] != i {
			first[i] = first[first[i]]
			i = first[i]
		}
		return i
	}
	for _, p := range pairs {
		if p.Relation == reuse.Identical {
			a, b := root(p.A), root(p.B)
			first[max(a, b)] = min(a, b)
		}
	}
	for i := range first {
		first[i] = root(i)
	}
	return first
}
