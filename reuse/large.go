package reuse

import (
	"fmt"
	"iter"
	"math"
	"math/bits"

	"hearsay/text"
)

// A Large is a collection that need not fit into memory: its texts are asked for by number, and what
// is found on the way is sorted in scratch files.
type Large struct {
	// Len is the number of texts, less than 4,294,967,295.
	Len int
	// Doc returns a text by its number, from 0 on: the same text whenever it is asked. It is called
	// twice for every text and a few times more for one that shares wording, by several goroutines at a
	// time, mostly in ascending order; an error ends the search.
	Doc func(i int) (*text.Doc, error)
	// Scratch returns a new empty file. The files are closed when they are no longer needed, also after
	// an error; the caller removes them. They take about half a kilobyte for a text of 450 words, two
	// where all wording stands in several texts.
	Scratch func() (File, error)
	// Memory is how many bytes may be used, 1 GiB if it is 0. The words of the collection (about 60
	// bytes for each different one), its texts (about 60 bytes each) and the pairs that were found (up
	// to 40 bytes each) are always kept in memory; if that is more than half of Memory, the search
	// fails. It should be the limit that the garbage collector knows, too.
	Memory int64
	// Progress, if set, is called from time to time: which step, how much of it is done, of how much.
	Progress func(step string, done, total int)
}

// FindLarge is Find with o.Archive set for a collection that need not fit into memory: it gives the
// same pairs, in the same order, one at a time. After an error it gives that, and nothing more. The
// scratch files are closed when the loop over the pairs ends.
//
//  1. All texts are read: which have the same words, what each word tells, which shingles may occur
//     twice (survey.go).
//  2. The postings of those shingles are sorted in scratch files and joined, part by part, into pairs
//     of sources (spool.go, join.go, pairing.go).
//  3. The texts of the pairs are aligned, as many at a time as memory allows (batch.go), and what was
//     found is set down (finding.go).
//  4. Once all ties are known, the postings are read again to see how widely each shingle stands
//     (standing.go); then the pairs are described.
func FindLarge(c Large, o Options) iter.Seq2[Pair, error] {
	return func(yield func(Pair, error) bool) {
		o.Archive = true
		p, err := planFor(c.Memory)
		if err == nil {
			err = findLarge(c, o, p, func(pair Pair) bool { return yield(pair, nil) })
		}
		if err != nil {
			yield(Pair{}, fmt.Errorf("find shared passages: %w", err))
		}
	}
}

// A plan divides the memory.
type plan struct {
	kept    int64 // bytes for what is always kept; more is an error
	batch   int64 // bytes of texts, with their tokens, that are in memory at a time
	entries int   // entries that are sorted at a time, 16 bytes each
	pairs   int   // candidates that are gathered at a time, 18 to 54 bytes each
	sketch  int   // most bits of a sketch, as a power of two
	block   int   // bytes of a block of entries
	fanIn   int   // sorted sequences that are merged at a time
	parts   int   // least bits that divide the postings into parts
}

const (
	defaultMemory = 1 << 30
	// leastMemory is what the alignment tables, the buffers of files and the program itself need.
	leastMemory = 64 << 20
)

// planFor divides so many bytes. Not all parts are in use at a time: the sketch, the postings and a
// batch of texts are; then the candidates; then a batch again.
func planFor(memory int64) (plan, error) {
	if memory == 0 {
		memory = defaultMemory
	}
	if memory < leastMemory {
		return plan{}, fmt.Errorf("a memory of %d bytes is too small: give at least 64 MiB", memory)
	}
	return plan{
		kept:    memory / 2,
		batch:   memory / 8,
		entries: int(min(memory/8/16, math.MaxInt32)),
		pairs:   int(min(memory/8/54, math.MaxInt32)),
		sketch:  bits.Len64(uint64(memory/16)*8) - 1,
		block:   64 << 10,
		fanIn:   int(min(max(memory/16/(64<<10), 16), 512)),
		parts:   8,
	}, nil
}

// An archive is a large collection in the course of the search.
type archive struct {
	Large
	accept acceptance
	plan   plan
	days   []int // of the options

	firsts []uint32 // by source: the first of its members
	sums   []uint64 // by source: the checksum of its words
	bytes  []uint32 // by source: how long its text is
	tokens []uint32 // by source: how many tokens it has
	dates  []day    // by source
	copies []copied // sorted by source, then doc
	words  *vocabulary
	seen   sketch

	ties   [][]tie
	tied   []bool // by source: whether it is the first of a pair that was found
	closed []File // files that are closed when the search ends
}

// A copied is a doc that has the words of a source and is not its first member.
type copied struct{ source, doc uint32 }

func findLarge(c Large, o Options, p plan, use func(Pair) bool) (err error) {
	if int64(c.Len) >= math.MaxUint32 {
		return fmt.Errorf("%d texts are too many", c.Len)
	}
	if o.Days != nil && len(o.Days) != c.Len {
		return fmt.Errorf("there are days for %d of %d texts", len(o.Days), c.Len)
	}
	a := &archive{Large: c, accept: newAcceptance(o), plan: p, days: o.Days}
	defer func() {
		for _, f := range a.closed {
			if e := f.Close(); err == nil && e != nil {
				err = fmt.Errorf("close scratch file: %w", e)
			}
		}
	}()
	if err := a.survey(); err != nil {
		return err
	}
	postings, err := a.post()
	if err != nil {
		return err
	}
	candidates, err := a.pairUp(postings)
	if err != nil {
		return err
	}
	found, err := a.align(candidates)
	if err != nil {
		return err
	}
	standing, err := a.stand(postings)
	if err != nil {
		return err
	}
	return a.describe(found, standing, use)
}

func (a *archive) progress(step string, done, total int) {
	if a.Progress != nil {
		a.Progress(step, done, total)
	}
}

// scratch returns a new file that is closed at the end.
func (a *archive) scratch() (File, error) {
	f, err := a.Scratch()
	if err != nil {
		return nil, fmt.Errorf("make scratch file: %w", err)
	}
	a.closed = append(a.closed, f)
	return f, nil
}

func (a *archive) spool(parts int) (*spool, error) {
	f, err := a.scratch()
	if err != nil {
		return nil, err
	}
	return &spool{file: f, block: a.plan.block, bits: parts, limit: a.plan.entries, fanIn: a.plan.fanIn}, nil
}

// checkKept fails if what is always kept has grown too large.
func (a *archive) checkKept() error {
	const word, source, copy, pair = 60, 60, 8, 24
	pairs := 0
	for _, t := range a.ties {
		pairs += len(t)
	}
	kept := int64(len(a.words.words))*word + int64(len(a.firsts))*source + int64(len(a.copies))*copy + int64(pairs)*pair
	if kept > a.plan.kept {
		return fmt.Errorf("%d different words, %d texts and %d pairs of texts take %d MiB, half of the memory allowed is %d MiB: give at least %d MiB",
			len(a.words.words), len(a.firsts), pairs/2, kept>>20, a.plan.kept>>20, 2*kept>>20+1)
	}
	return nil
}
