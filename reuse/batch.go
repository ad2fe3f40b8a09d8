package reuse

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
)

// A batch is as many sources as may be in memory at a time. Their numbers in the batch are in the
// order of their numbers in the collection.
type batch struct {
	numbers []uint32 // ascending
	sources []source
}

// local returns the number in the batch of a source.
func (b *batch) local(number uint32) uint32 {
	at, _ := slices.BinarySearch(b.numbers, number)
	return uint32(at)
}

// cost returns how many bytes a source takes in a batch.
func (a *archive) cost(s uint32) int64 { return int64(a.bytes[s]) + 24*int64(a.tokens[s]) + 500 }

// batchFrom returns the numbers of the sources from a given one on that are a batch, at most so many.
func (a *archive) batchFrom(from, most int) []uint32 {
	var numbers []uint32
	size := int64(0)
	for s := from; s < len(a.firsts) && len(numbers) < most && (len(numbers) == 0 || size < a.plan.batch); s++ {
		numbers = append(numbers, uint32(s))
		size += a.cost(uint32(s))
	}
	return numbers
}

// load reads the sources of the numbers given, with their words.
func (a *archive) load(numbers []uint32) ([]source, error) {
	return a.loadAs(numbers, func(s *source, number uint32) {
		s.day, s.members = a.dates[number], []int{int(a.firsts[number])}
		s.words = make([]uint32, len(s.tokens))
		for k, t := range s.tokens {
			s.words[k] = a.words.number(t, s.doc) // all words are known, so nothing is added
		}
		s.halves = a.words.length(s.words)
	})
}

// loadTokens reads the sources of the numbers given, with nothing but their tokens.
func (a *archive) loadTokens(numbers []uint32) ([]source, error) {
	return a.loadAs(numbers, func(*source, uint32) {})
}

func (a *archive) loadAs(numbers []uint32, complete func(s *source, number uint32)) ([]source, error) {
	sources, errs := make([]source, len(numbers)), make([]error, len(numbers))
	each(len(numbers), alone(func(i int) {
		first := int(a.firsts[numbers[i]])
		doc, err := a.doc(first)
		if err != nil {
			errs[i] = err
			return
		}
		s := &sources[i]
		s.doc, s.tokens = doc, doc.Tokens()
		if checksum(s.tokens) != a.sums[numbers[i]] {
			errs[i] = a.changed(first)
			return
		}
		complete(s, numbers[i])
	}))
	return sources, errors.Join(errs...)
}

func (a *archive) changed(doc int) error {
	return fmt.Errorf("read text %d: it is not the text that was read before; it must not change during the search", doc)
}

// A gathering collects the sources of a batch while its size is watched.
type gathering struct {
	archive *archive
	in      map[uint32]bool
	size    int64
}

func (a *archive) gather() *gathering { return &gathering{archive: a, in: map[uint32]bool{}} }

// full reports whether a pair of sources would make the batch too large. A batch has one pair at
// least.
func (g *gathering) full(x, y uint32) bool {
	more := int64(0)
	for _, s := range [...]uint32{x, y} {
		if !g.in[s] {
			more += g.archive.cost(s)
		}
	}
	return len(g.in) > 0 && g.size+more > g.archive.plan.batch
}

func (g *gathering) add(x, y uint32) {
	for _, s := range [...]uint32{x, y} {
		if !g.in[s] {
			g.in[s] = true
			g.size += g.archive.cost(s)
		}
	}
}

// load reads the sources that were gathered and begins anew.
func (g *gathering) load() (*batch, error) {
	numbers := make([]uint32, 0, len(g.in))
	for s := range g.in {
		numbers = append(numbers, s)
	}
	slices.Sort(numbers)
	sources, err := g.archive.load(numbers)
	clear(g.in)
	g.size = 0
	return &batch{numbers, sources}, err
}

func sortCopies(copies []copied) {
	slices.SortFunc(copies, func(x, y copied) int { return cmp.Or(cmp.Compare(x.source, y.source), cmp.Compare(x.doc, y.doc)) })
}
