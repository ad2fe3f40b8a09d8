package reuse

import "slices"

// The kernel of the join: pure functions over blocks of bytes. Postings are divided by the highest
// bits of their hashes; what a part of the hashes tells can be found without the others, so parts may
// be joined one after the other, side by side, or on different machines.

// A joiner joins parts one after the other. It is scratch memory only.
type joiner struct {
	group   []posting
	sources []uint32
	pairs   tally
}

// join takes the postings of one part of the hashes, as sorted sequences of blocks (the order of the
// sequences makes no difference), and returns the pairs of sources that share a shingle of that part,
// as blocks of about size bytes: entries with the pair for a key and its evidence, at most enough.
//
// A shingle of n sources costs n²/2 steps up to allPairs sources and a multiple of n above. A join
// takes memory for the postings of one shingle and for its pairs.
func (j *joiner) join(postings [][]byte, size int) ([]byte, error) {
	j.pairs.reset()
	err := j.eachGroup(postings, func(_ []posting, sources []uint32) { j.pairs.addGroup(sources) })
	if err != nil {
		return nil, err
	}
	return appendBlocks(nil, j.pairs.entries(), size), nil
}

// eachGroup calls use with the postings of each shingle that stands in at least two sources, and with
// those sources, ascending. The slices are valid during the call only.
func (j *joiner) eachGroup(postings [][]byte, use func(group []posting, sources []uint32)) error {
	cursors := make([]*cursor, len(postings))
	for i, blocks := range postings {
		cursors[i] = cursorOf(blocks)
	}
	m, err := newMerger(cursors)
	if err != nil {
		return err
	}
	j.group = j.group[:0]
	end := func() {
		if n := len(j.group); n > 1 && j.group[0].source != j.group[n-1].source {
			j.sources = appendSources(j.sources[:0], j.group)
			use(j.group, j.sources)
		}
		j.group = j.group[:0]
	}
	for {
		e, ok, err := m.next()
		if err != nil {
			return err
		}
		if !ok {
			end()
			return nil
		}
		if len(j.group) > 0 && j.group[0].hash != e.key {
			end()
		}
		j.group = append(j.group, posting{e.key, e.hi, e.lo})
	}
}

// reset empties the tally and keeps its memory.
func (t *tally) reset() {
	clear(t.keys)
	clear(t.evidence)
	t.used = 0
}

// entries returns the pairs with their evidence, sorted.
func (t *tally) entries() []entry {
	out := make([]entry, 0, t.used)
	for i, key := range t.keys {
		if key != 0 {
			out = append(out, entry{key: key, lo: uint32(t.evidence[i])})
		}
	}
	sortEntries(out)
	return out
}

func sortEntries(entries []entry) { slices.SortFunc(entries, compareEntries) }
