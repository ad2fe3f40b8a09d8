package reuse

import (
	"math"
	"unicode/utf8"

	"hearsay/text"
)

// A vocabulary numbers the different words of a collection and knows what each tells.
type vocabulary struct {
	table []uint32 // open addressing by hash: 1 + index of a word, 0 where free
	words []vocable

	// By index of the word:
	halves []uint8   // 1 for an ideograph, else 2
	idf    []float32 // inverse document frequency in nats
	weight []float32 // idf by the mean of running words, at most maxWeight: the unit of alignment
}

type vocable struct {
	hash   uint64
	texts  uint32  // how many sources have it
	count  uint32  // how often it occurs
	last   uint32  // 1 + the source counted last
	common float32 // see commonness
}

// maxWeight bounds how many average words one rare word can stand for in an alignment.
const maxWeight = 2

// learn returns the vocabulary of the sources and sets their words and halves. With collection the
// frequency of words is learnt from the sources, else only the prior is used.
func learn(sources []source, collection bool) *vocabulary {
	v := newVocabulary()
	for i := range sources {
		s := &sources[i]
		s.words = make([]uint32, len(s.tokens))
		v.read(s, i)
	}
	n := 0
	if collection {
		n = len(sources)
	}
	v.weigh(n)
	return v
}

func newVocabulary() *vocabulary { return &vocabulary{table: make([]uint32, 1<<12)} }

// read counts the words of source number i and sets its words, a slice of the right length, and its
// halves.
func (v *vocabulary) read(s *source, i int) {
	for k, t := range s.tokens {
		id := v.number(t, s.doc)
		w := &v.words[id]
		w.count++
		if w.last != uint32(i)+1 {
			w.last = uint32(i) + 1
			w.texts++
		}
		s.words[k] = id
		s.halves += int(v.halves[id])
	}
}

// number returns the index of the word of a token, adding it if it is new.
func (v *vocabulary) number(t text.Token, doc *text.Doc) uint32 {
	mask := uint64(len(v.table) - 1)
	at := t.Hash & mask
	for ; v.table[at] != 0; at = (at + 1) & mask {
		if id := v.table[at] - 1; v.words[id].hash == t.Hash {
			return id
		}
	}
	id := uint32(len(v.words))
	v.table[at] = id + 1
	v.words = append(v.words, vocable{hash: t.Hash, common: commonness(t, doc)})
	halves := uint8(2)
	if t.Kind == text.Ideograph {
		halves = 1
	}
	v.halves = append(v.halves, halves)
	if 2*len(v.words) > len(v.table) {
		v.grow()
	}
	return id
}

func (v *vocabulary) grow() {
	v.table = make([]uint32, 4*len(v.table))
	mask := uint64(len(v.table) - 1)
	for id := range v.words {
		at := v.words[id].hash & mask
		for v.table[at] != 0 {
			at = (at + 1) & mask
		}
		v.table[at] = uint32(id) + 1
	}
}

// length returns the length of some words in half words.
func (v *vocabulary) length(words []uint32) int {
	n := 0
	for _, id := range words {
		n += int(v.halves[id])
	}
	return n
}

// priorTexts is how many imagined texts the prior counts for. In a story of twenty copies every word
// stands in every text, and only the prior can tell “the” from a name; in a collection of thousands
// it no longer matters.
const priorTexts = 200

// commonness is the prior: the share of texts that a word of this length stands in. Short words are
// common in every language that is written with spaces (Zipf's law of abbreviation); the shares are
// rounded from English, Russian and Arabic news.
func commonness(t text.Token, doc *text.Doc) float32 {
	switch t.Kind {
	case text.Ideograph:
		return 0.15
	case text.Number:
		return 0.05
	}
	shares := [...]float32{0.6, 0.6, 0.5, 0.35, 0.15, 0.08, 0.05, 0.02}
	n := utf8.RuneCountInString(text.FoldWord(doc.Text(t.Span())))
	return shares[min(n, len(shares)-1)]
}

const (
	idfScale  = 1 << 16 // idf is summed in whole steps of this
	leastMean = 0.1     // keeps weights bounded where every word is common
)

// weigh sets what each word tells, from its frequency in n sources and the prior.
func (v *vocabulary) weigh(n int) {
	v.idf = make([]float32, len(v.words))
	v.weight = make([]float32, len(v.words))
	sum, count := int64(0), int64(0) // whole numbers, so that the order of the words makes no difference
	for id := range v.words {
		w := &v.words[id]
		texts := float64(w.texts)
		if n == 0 {
			texts = 0
		}
		v.idf[id] = float32(math.Log(float64(n+priorTexts) / (texts + priorTexts*float64(w.common))))
		v.idf[id] = max(v.idf[id], 0)
		sum += int64(v.idf[id]*idfScale) * int64(w.count)
		count += int64(w.count)
	}
	mean := max(float32(sum/max(count, 1))/idfScale, leastMean)
	for id, idf := range v.idf {
		v.weight[id] = min(idf/mean, maxWeight)
	}
}
