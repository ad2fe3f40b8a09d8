package reuse

import "errors"

// A sequence is what a step of the search has set down in order: entries, to be read once.
type sequence struct {
	entries *merger
	left    int
	least   uint32 // evidence below which an entry is passed over
}

// pairUp joins the postings, part by part, into candidates (see candidates).
func (a *archive) pairUp(postings *spool) (*sequence, error) {
	out, err := a.spool(0)
	if err != nil {
		return nil, err
	}
	if err := a.joinParts(postings, out); err != nil {
		return nil, err
	}
	merged, err := a.spool(0)
	if err != nil {
		return nil, err
	}
	used, strong, err := sumEvidence(out, merged)
	if err != nil {
		return nil, err
	}
	candidates := &sequence{left: strong, least: enough}
	if used <= fewPairs {
		candidates.left, candidates.least = used, 1
	}
	candidates.entries, err = merged.merged()
	return candidates, err
}

// joinParts joins the parts, a few at a time, and gathers the pairs.
func (a *archive) joinParts(postings, out *spool) error {
	var pairs tally
	flush := func() error {
		err := out.write(pairs.entries())
		pairs.reset()
		return err
	}
	all := 1 << postings.bits
	for from := 0; from < all; from += partsAtATime {
		joined, errs := make([][]byte, min(partsAtATime, all-from)), make([]error, partsAtATime)
		each(len(joined), func() func(int) {
			var j joiner
			return func(i int) {
				var parts [][]byte
				if parts, errs[i] = partOf(postings.reels, from+i); errs[i] == nil {
					joined[i], errs[i] = j.join(parts, a.plan.block)
				}
			}
		})
		if err := errors.Join(errs...); err != nil {
			return err
		}
		for i, blocks := range joined {
			if err := eachEntry(cursorOf(blocks), func(e entry) error {
				pairs.add(uint32(e.key>>32), uint32(e.key), uint8(e.lo))
				if pairs.used >= a.plan.pairs {
					return flush()
				}
				return nil
			}); err != nil {
				return err
			}
			joined[i] = nil
		}
		a.progress("joining shingles", from+len(joined), all)
	}
	if err := flush(); err != nil {
		return err
	}
	return out.finish()
}

// partsAtATime is how many parts are joined before their pairs are gathered.
const partsAtATime = 16

// partOf returns the blocks of a part from each reel that has any.
func partOf(reels []reel, part int) ([][]byte, error) {
	var out [][]byte
	for i := range reels {
		blocks, err := reels[i].part(nil, part)
		if err != nil {
			return nil, err
		}
		if len(blocks) > 0 {
			out = append(out, blocks)
		}
	}
	return out, nil
}

func eachEntry(c *cursor, use func(entry) error) error {
	for {
		ok, err := c.next()
		if err != nil || !ok {
			return err
		}
		if err := use(c.entry); err != nil {
			return err
		}
	}
}

// sumEvidence merges what was gathered of each pair. It returns how many pairs there are, and how many
// with enough evidence.
func sumEvidence(from, to *spool) (used, strong int, err error) {
	m, err := from.merged()
	if err != nil {
		return 0, 0, err
	}
	w := to.newReel()
	var sum entry
	end := func() error {
		if sum.lo == 0 {
			return nil
		}
		used++
		if sum.lo >= enough {
			strong++
		}
		return w.add(sum)
	}
	for {
		e, ok, err := m.next()
		if err != nil {
			return 0, 0, err
		}
		if ok && e.key == sum.key {
			sum.lo = min(sum.lo+e.lo, enough)
			continue
		}
		if err := end(); err != nil {
			return 0, 0, err
		}
		if !ok {
			return used, strong, w.close()
		}
		sum = e
	}
}

// next returns the next candidate. It reports false at the end.
func (s *sequence) next() (candidate, bool, error) {
	for {
		e, ok, err := s.entries.next()
		if err != nil || !ok {
			return candidate{}, false, err
		}
		if e.lo >= s.least {
			return candidate{uint32(e.key >> 32), uint32(e.key)}, true, nil
		}
	}
}
