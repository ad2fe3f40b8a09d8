package reuse

import "slices"

// claims remembers which tokens of a text passages have taken. Forgetting them costs nothing.
type claims struct {
	round []uint32 // by token: the round in which it was taken
	now   uint32
}

// reset makes the claims those of a text of n tokens, none taken.
func (c *claims) reset(n int) {
	c.round = cleared(c.round, n)
	c.now = 1
}

// release gives all tokens back.
func (c *claims) release() { c.now++ }

func (c *claims) has(token int32) bool { return c.round[token] == c.now }

func (c *claims) claim(from, to int32) {
	for i := from; i < to; i++ {
		c.round[i] = c.now
	}
}

// free returns how many tokens from the given one on are not taken, at most limit; step is 1 or -1.
func (c *claims) free(from, step, limit int32) int32 {
	n := int32(0)
	for at := from; n < limit && at >= 0 && int(at) < len(c.round) && !c.has(at); at += step {
		n++
	}
	return n
}

// allFree reports whether no token from the first to the last is taken.
func (c *claims) allFree(first, last int32) bool {
	return !slices.Contains(c.round[first:last+1], c.now)
}
