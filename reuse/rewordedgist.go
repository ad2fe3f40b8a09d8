package reuse

import "hearsay/text"

// A gist is what a text says without its function words: its content words, in order. Ideographs come
// in pairs, each with the one behind it: such a pair is about a word.
type gist struct {
	at    []int32 // tokens
	stems []stem
	ids   []uint32 // the stems as numbers, in a rewriter
}

// leastContent is the weight from which on a word is a content word. Function words are not listed:
// what is common weighs little (vocabulary.go). In a small collection, and between two texts alone, it
// is the short words that fall below it.
const leastContent = 0.5

// read makes g the gist of a source. It costs one pass over the tokens.
func (g *gist) read(s *source, words *vocabulary, stems []stem) {
	g.at, g.stems = g.at[:0], g.stems[:0]
	for i, id := range s.words {
		if words.halves[id] != 1 {
			if words.weight[id] >= leastContent {
				g.at, g.stems = append(g.at, int32(i)), append(g.stems, stems[id])
			}
			continue
		}
		if i+1 == len(s.words) || !adjoin(s.tokens[i], s.tokens[i+1]) {
			continue
		}
		if next := s.words[i+1]; words.halves[next] == 1 && words.weight[id]+words.weight[next] >= 2*leastContent {
			g.at, g.stems = append(g.at, int32(i)), append(g.stems, joined(stems[id], stems[next]))
		}
	}
}

func adjoin(a, b text.Token) bool { return a.Span().End == b.Span().Start }

// A skip-shingle is three content words whatever their order: one, and two of the next three. It
// survives a word exchanged, put in or left out, and a phrase turned round (“the board lowers the
// reservoir”, “the reservoir is lowered by the board”).
var skips = [...][2]int{{1, 2}, {1, 3}, {2, 3}}

// A skip is a skip-shingle of a gist, by its hash.
type skip struct {
	hash uint64
	at   int32 // first content word
}

// appendSkips appends the skip-shingles of the gist in order, with the first kinds of skips. Those with
// a word twice say little and are left out.
func (g *gist) appendSkips(dst []skip, kinds int) []skip {
	for i := range g.stems {
		for _, k := range skips[:kinds] {
			if i+k[1] >= len(g.stems) {
				break
			}
			a, b, c := g.stems[i], g.stems[i+k[0]], g.stems[i+k[1]]
			if a != b && b != c && a != c {
				dst = append(dst, skip{mix(uint64(a + b + c)), int32(i)}) // the same in any order
			}
		}
	}
	return dst
}

// A skipTable finds the skip-shingles of one text: the first place of each.
type skipTable struct {
	skips []skip
	slots []int32 // open addressing by hash: 1 + place in skips, 0 where free
}

func (t *skipTable) build(g *gist) {
	t.skips = g.appendSkips(t.skips[:0], len(skips))
	size := 16
	for size < 2*len(t.skips) {
		size *= 2
	}
	t.slots = cleared(t.slots, size)
	for i := range t.skips {
		if slot := t.slot(t.skips[i].hash); t.slots[slot] == 0 {
			t.slots[slot] = int32(i) + 1
		}
	}
}

// find returns the first content word of the skip-shingle, -1 if there is none.
func (t *skipTable) find(hash uint64) int32 {
	if i := t.slots[t.slot(hash)]; i > 0 {
		return t.skips[i-1].at
	}
	return -1
}

func (t *skipTable) slot(hash uint64) uint64 {
	mask := uint64(len(t.slots) - 1)
	slot := hash & mask
	for t.slots[slot] != 0 && t.skips[t.slots[slot]-1].hash != hash {
		slot = (slot + 1) & mask
	}
	return slot
}
