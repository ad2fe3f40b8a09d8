package reuse

import (
	"fmt"
	"math/bits"

	"hearsay/text"
)

// survey reads all texts once.
func (a *archive) survey() error {
	a.words = newVocabulary()
	// Eight bits for a hash, as newShingleIndex takes: of a text of 500 tokens four in ten are kept.
	a.seen = newSketch(min(bits.Len(uint(a.Len)*500*4), a.plan.sketch))
	bySum := make(map[uint64]uint32)
	var docs []*text.Doc
	for i := 0; i < a.Len; {
		docs = docs[:0]
		size := int64(0)
		for first := i; i < a.Len && i-first < surveyed && size < a.plan.batch/textCost; i++ {
			doc, err := a.doc(i)
			if err != nil {
				return err
			}
			docs = append(docs, doc)
			size += int64(doc.Len())
		}
		if err := a.take(docs, i-len(docs), bySum); err != nil {
			return err
		}
		a.progress("reading words", i, a.Len)
		if err := a.checkKept(); err != nil {
			return err
		}
	}
	sortCopies(a.copies)
	a.words.weigh(len(a.firsts))
	return nil
}

const (
	// surveyed is how many texts are surveyed at a time, at most.
	surveyed = 1024
	// textCost is how many bytes a text takes, with its tokens and their words, for each byte of its
	// length: 2 bytes a token are the least, and 20 bytes are kept for it.
	textCost = 12
)

func (a *archive) doc(i int) (*text.Doc, error) {
	doc, err := a.Doc(i)
	if err != nil {
		return nil, fmt.Errorf("read text %d: %w", i, err)
	}
	return doc, nil
}

// take takes in some docs, the first of which has the number given.
func (a *archive) take(docs []*text.Doc, first int, bySum map[uint64]uint32) error {
	sums, same, errs := make([]uint64, len(docs)), make([]bool, len(docs)), make([]error, len(docs))
	each(len(docs), alone(func(i int) {
		sums[i] = checksum(docs[i].Tokens())
		if s, ok := bySum[sums[i]]; ok {
			same[i], errs[i] = a.sameWords(s, docs[i])
		}
	}))
	var sources []source
	number := len(a.firsts)
	for i, doc := range docs {
		if errs[i] != nil {
			return errs[i]
		}
		if len(doc.Tokens()) == 0 {
			continue
		}
		s, known := bySum[sums[i]]
		if known && int(s) >= number {
			same[i] = sameWords(sources[int(s)-number].tokens, doc.Tokens())
		}
		if known && same[i] {
			a.copies = append(a.copies, copied{s, uint32(first + i)})
			a.dateBy(s, first+i)
			continue
		}
		bySum[sums[i]] = uint32(len(a.firsts))
		x := source{doc: doc, tokens: doc.Tokens(), words: make([]uint32, len(doc.Tokens()))}
		a.words.read(&x, len(a.firsts))
		sources = append(sources, x)
		a.addSource(doc, first+i, sums[i])
	}
	eachShingle(sources, archiveGrain, func(_ int, hashes []uint64, kept []uint32) {
		for _, at := range kept {
			a.seen.add(hashes[at])
		}
	})
	return nil
}

// sameWords reports whether a doc has the words of a source that was taken in before.
func (a *archive) sameWords(s uint32, doc *text.Doc) (bool, error) {
	first, err := a.doc(int(a.firsts[s]))
	return err == nil && sameWords(first.Tokens(), doc.Tokens()), err
}

func (a *archive) addSource(doc *text.Doc, number int, sum uint64) {
	a.firsts = append(a.firsts, uint32(number))
	a.sums = append(a.sums, sum)
	a.bytes = append(a.bytes, uint32(min(doc.Len(), 1<<32-1)))
	a.tokens = append(a.tokens, uint32(len(doc.Tokens())))
	a.dates = append(a.dates, 0)
	a.dateBy(uint32(len(a.firsts)-1), number)
}

// dateBy notes the day of a doc as that of its source, if it is the earliest.
func (a *archive) dateBy(s uint32, doc int) {
	if a.days == nil {
		return
	}
	if d := day(a.days[doc]); d != 0 && (a.dates[s] == 0 || d < a.dates[s]) {
		a.dates[s] = d
	}
}

// post sorts the postings of the shingles that may occur twice.
func (a *archive) post() (*spool, error) {
	out, err := a.spool(a.parts())
	if err != nil {
		return nil, err
	}
	for from := 0; from < len(a.firsts); {
		numbers := a.batchFrom(from, surveyed)
		sources, err := a.loadTokens(numbers)
		if err != nil {
			return nil, err
		}
		parts := make([][]posting, len(sources))
		eachShingle(sources, archiveGrain, func(i int, hashes []uint64, kept []uint32) {
			parts[i] = a.seen.repeatedPostings(numbers[i], hashes, kept)
		})
		for _, part := range parts {
			for _, p := range part {
				if err := out.add(entry{p.hash, p.source, p.at}); err != nil {
					return nil, err
				}
			}
		}
		from += len(numbers)
		a.progress("sorting shingles", from, len(a.firsts))
	}
	a.seen = sketch{}
	return out, out.finish()
}

// parts returns how many bits divide the postings into parts of which several fit into memory, even if
// all shingles occur twice: four in ten tokens have a posting, of about 12 bytes.
func (a *archive) parts() int {
	size := int64(0)
	for _, n := range a.tokens {
		size += int64(n) * 5
	}
	bits := a.plan.parts
	for bits < maxPartBits && size>>bits > a.plan.batch/16 {
		bits++
	}
	return bits
}

// maxPartBits bounds what is kept of each sorted sequence: where its parts begin.
const maxPartBits = 12
