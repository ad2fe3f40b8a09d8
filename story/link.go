package story

import (
	"cmp"
	"slices"
)

// A link is the similarity to another unit or cluster.
type link struct {
	to  int32
	sim float32
}

func byPlace(a, b link) int { return cmp.Compare(a.to, b.to) }

// Up to smallCollection units every pair that shares a term is compared. Beyond that work and memory
// are bounded: terms that more than commonTerm vectors hold are not followed, similarities under
// weakLink are left out, and each unit keeps its maxLinks strongest links to later units. What is
// left out counts as 0, so a large collection is cut a little finer, never coarser. On 31,030 Arabic
// articles the bounds moved BCubed F1 by less than 0.005 against a run without maxLinks.
const (
	smallCollection = 3000
	commonTerm      = 2000
	weakLink        = 0.05
	maxLinks        = 300
)

// linksOf returns the links of every unit, sorted by to; each stands at both of its ends.
func linksOf(units []unit, sp *space) [][]link {
	later := make([][]link, len(units))
	large := len(units) > smallCollection
	least := 0.0
	if large {
		least = weakLink
	}
	products(units, sp, func(i int, found []link) {
		kept := found[:0]
		for _, l := range found {
			if s := similarityOf(&units[i], &units[l.to], float64(l.sim)); s > least {
				kept = append(kept, link{l.to, float32(s)})
			}
		}
		if large && len(kept) > maxLinks {
			slices.SortFunc(kept, func(a, b link) int { return cmp.Or(cmp.Compare(b.sim, a.sim), byPlace(a, b)) })
			kept = kept[:maxLinks]
		}
		later[i] = slices.Clone(kept)
		slices.SortFunc(later[i], byPlace)
	})
	return mirror(later)
}

// mirror adds every link to its other end.
func mirror(later [][]link) [][]link {
	n := make([]int, len(later))
	for i := range later {
		n[i] += len(later[i])
		for _, l := range later[i] {
			n[l.to]++
		}
	}
	all := make([][]link, len(later))
	for i := range all {
		all[i] = make([]link, 0, n[i])
	}
	for i := range later {
		for _, l := range later[i] {
			all[i] = append(all[i], l)
			all[l.to] = append(all[l.to], link{int32(i), l.sim})
		}
		later[i] = nil
	}
	return all
}

// products calls yield for every unit with the products of its vector and those of later units, in
// no order and on all processors. yield may change found but must not keep it.
func products(units []unit, sp *space, yield func(from int, found []link)) {
	postings := invert(units, sp)
	least := float32(0)
	if len(units) > smallCollection {
		least = float32(weakLink * (1 - fieldShares[title] - fieldShares[anchors]))
	}
	each(len(units), func() func(int) {
		sums := make([]float32, len(units))
		var touched []int32
		var found []link
		return func(i int) {
			touched, found = touched[:0], found[:0]
			for _, e := range units[i].vector.entries {
				for _, p := range after(postings[e.term], i) {
					if sums[p.unit] == 0 {
						touched = append(touched, p.unit)
					}
					sums[p.unit] += p.weight * e.weight
				}
			}
			for _, u := range touched {
				if sums[u] > least {
					found = append(found, link{u, sums[u]})
				}
				sums[u] = 0
			}
			yield(i, found)
		}
	})
}

// A posting names a unit that holds a term, with the weight of the term there.
type posting struct {
	unit   int32
	weight float32
}

// after returns the postings of the units after i.
func after(list []posting, i int) []posting {
	at, _ := slices.BinarySearchFunc(list, int32(i)+1, func(p posting, u int32) int { return cmp.Compare(p.unit, u) })
	return list[at:]
}

// invert lists the units that hold each term, in order.
func invert(units []unit, sp *space) [][]posting {
	postings := make([][]posting, len(sp.terms))
	for i := range units {
		for _, e := range units[i].vector.entries {
			n := int(sp.terms[e.term].vectors)
			if len(units) > smallCollection && n > commonTerm {
				continue
			}
			if postings[e.term] == nil {
				postings[e.term] = make([]posting, 0, n)
			}
			postings[e.term] = append(postings[e.term], posting{int32(i), e.weight})
		}
	}
	return postings
}
