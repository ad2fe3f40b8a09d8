package reuse

import (
	"errors"
	"sync"
)

// stand reads the postings again and sets down how widely the shingles stand, by source and place, for
// the first sources of the pairs that were found: formula asks for no others.
func (a *archive) stand(postings *spool) (*standings, error) {
	out, err := a.spool(0)
	if err != nil {
		return nil, err
	}
	var mu sync.Mutex // guards out; the order in which it is given entries makes no difference
	all := 1 << postings.bits
	errs := make([]error, all)
	each(all, func() func(int) {
		w := standingWorker{archive: a}
		return func(part int) {
			var parts [][]byte
			if parts, errs[part] = partOf(postings.reels, part); errs[part] == nil {
				errs[part] = w.stand(parts, func(entries []entry) error {
					mu.Lock()
					defer mu.Unlock()
					return out.add(entries...)
				})
			}
		}
	})
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	if err := out.finish(); err != nil {
		return nil, err
	}
	m, err := out.merged()
	return &standings{entries: m}, err
}

// A standingWorker is scratch memory only.
type standingWorker struct {
	archive  *archive
	joiner   joiner
	families families
	out      []entry
}

// stand gives write how widely the shingles of a part stand, some at a time.
func (w *standingWorker) stand(postings [][]byte, write func([]entry) error) error {
	const some = 1 << 12
	var failed error
	flush := func() {
		if failed == nil {
			failed = write(w.out)
		}
		w.out = w.out[:0]
	}
	err := w.joiner.eachGroup(postings, func(group []posting, in []uint32) {
		if len(in) < 3 || failed != nil {
			return
		}
		c := w.families.count(in, w.archive.ties)
		c.occasions = w.families.countOccasions(in, w.archive.dates)
		for _, p := range group {
			if w.archive.tied[p.source] {
				w.out = append(w.out, entry{key: uint64(p.source)<<32 | uint64(p.at), lo: c.packed()})
			}
			if len(w.out) >= some {
				flush()
			}
		}
	})
	flush()
	return errors.Join(err, failed)
}

// packed returns the counts as one number.
func (c counts) packed() uint32 {
	n := uint32(c.occasions)
	for _, f := range c.families {
		n = n<<8 | uint32(f)
	}
	return n
}

// unpacked is the inverse of packed.
func unpacked(n uint32) (c counts) {
	for k := len(c.families) - 1; k >= 0; k-- {
		c.families[k] = uint8(n)
		n >>= 8
	}
	c.occasions = uint8(n)
	return c
}

// standings are read source by source, in ascending order.
type standings struct {
	entries *merger
	ahead   entry // read already
	any     bool  // whether there is one
	begun   bool
	source  uint32
	counts  []counts
}

// of returns the counts of a source by its number, for each of its tokens. It is asked in ascending
// order, and may be asked for the same source again.
func (s *standings) of(source uint32, tokens int) ([]counts, error) {
	if s.begun && s.source == source {
		return s.counts, nil
	}
	s.source, s.counts = source, make([]counts, tokens)
	for {
		if s.any {
			switch from := uint32(s.ahead.key >> 32); {
			case from > source:
				return s.counts, nil
			case from == source && int(uint32(s.ahead.key)) < tokens:
				s.counts[uint32(s.ahead.key)] = unpacked(s.ahead.lo)
			}
		} else if s.begun {
			return s.counts, nil
		}
		s.begun = true
		var err error
		if s.ahead, s.any, err = s.entries.next(); err != nil {
			return nil, err
		}
	}
}
