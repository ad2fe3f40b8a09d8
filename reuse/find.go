package reuse

import (
	"cmp"
	"slices"

	"hearsay/text"
)

// A found holds the passages of a pair of sources, x < y.
type found struct {
	x, y     uint32
	passages []shared // sorted by place in x
}

// alignAll aligns all candidates and returns those that share a passage, in their order. The longer
// text of a pair is looked up in, the shorter is read; so each text is prepared once and a pair
// costs as much as its shorter text is long.
func alignAll(sources []source, pairs []candidate, words *vocabulary, accept acceptance) []found {
	tasks, starts := byLonger(sources, pairs)
	all := make([]found, len(pairs))
	each(len(starts)-1, func() func(int) {
		a := &aligner{words: words, accept: accept}
		return func(i int) {
			a.setLong(&sources[tasks[starts[i]].long])
			for _, t := range tasks[starts[i]:starts[i+1]] {
				f := found{x: pairs[t.pair].a, y: pairs[t.pair].b, passages: a.align(&sources[t.short])}
				if t.long != f.x {
					for k := range f.passages {
						f.passages[k].swap()
					}
				}
				sortByPlace(f.passages)
				all[t.pair] = f
			}
		}
	})
	return withPassages(all)
}

// A task is a pair, by its place, seen as a longer and a shorter text.
type task struct{ long, short, pair uint32 }

// byLonger sorts pairs by their longer text, then the shorter. starts are the places of the first task
// of each longer text, and the end.
func byLonger(sources []source, pairs []candidate) (tasks []task, starts []int) {
	tasks = make([]task, len(pairs))
	for i, p := range pairs {
		tasks[i] = task{p.a, p.b, uint32(i)}
		if compareWords(&sources[p.a], &sources[p.b]) < 0 {
			tasks[i].long, tasks[i].short = p.b, p.a
		}
	}
	slices.SortFunc(tasks, func(a, b task) int { return cmp.Or(cmp.Compare(a.long, b.long), cmp.Compare(a.short, b.short)) })
	for i := range tasks {
		if i == 0 || tasks[i].long != tasks[i-1].long {
			starts = append(starts, i)
		}
	}
	return tasks, append(starts, len(tasks))
}

func sortByPlace(passages []shared) {
	slices.SortFunc(passages, func(a, b shared) int { return cmp.Compare(a.first().x, b.first().x) })
}

func withPassages(all []found) []found {
	return slices.DeleteFunc(all, func(f found) bool { return len(f.passages) == 0 })
}

// describe turns what was found into pairs of docs, in the same order.
func describe(sources []source, all []found, words *vocabulary, s spread, g grain) []Pair {
	pairs := make([]Pair, len(all))
	each(len(all), alone(func(i int) { pairs[i] = describePair(sources, &all[i], words, s, g) }))
	return pairs
}

func describePair(sources []source, f *found, words *vocabulary, s spread, g grain) Pair {
	x, y := &sources[f.x], &sources[f.y]
	formula := make([]bool, len(f.passages))
	for k := range f.passages {
		p := &f.passages[k]
		formula[k] = !p.reworded && s.formula(p, x, int(f.x), words, g) && !p.quoted(x, y, words)
	}
	pair := pairOf(&side{x, x.tokens}, &side{y, y.tokens}, f.passages, formula, words)
	pair.A, pair.B = x.members[0], y.members[0]
	return pair
}

// identical pairs the docs that have the same words with the first of them, if these are enough words
// for a passage.
func identical(sources []source, docs []*text.Doc, words *vocabulary, accept acceptance) []Pair {
	var pairs []Pair
	for i := range sources {
		x := &sources[i]
		if len(x.members) == 1 {
			continue
		}
		if whole, ok := x.whole(words, accept); ok {
			for _, m := range x.members[1:] {
				pairs = append(pairs, x.pairWith(m, docs[m], whole, words))
			}
		}
	}
	return pairs
}

// whole returns the source as a passage. It reports false if it is none.
func (s *source) whole(words *vocabulary, accept acceptance) (shared, bool) {
	whole := newShared([]run{{0, 0, int32(len(s.words))}}, s.words, words)
	return whole, accept.passage(&whole, s.words, words)
}

// pairWith pairs the first member of the source with another, number m, which is doc.
func (s *source) pairWith(m int, doc *text.Doc, whole shared, words *vocabulary) Pair {
	p := pairOf(&side{s, s.tokens}, &side{s, doc.Tokens()}, []shared{whole}, nil, words)
	p.A, p.B = s.members[0], m
	return p
}
