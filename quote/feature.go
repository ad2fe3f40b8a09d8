package quote

import (
	"math/bits"

	"hearsay/text"
)

// A sequence is one paragraph as the tagger sees it: its words, what is known of each, and the
// features of each.
type sequence struct {
	words []word
	cues  []cueForm
	hints []hint
	quote []quoteState
	first []int // by word: index of the first word of its sentence
	last  []int // by word: index of the last word of its sentence

	features []uint32 // featureCount for each word
	context  []uint8  // by word: which transition weights hold there
}

// A quoteState says where a word stands as to quotation marks.
type quoteState uint8

const (
	unquoted  quoteState = iota
	quoteOpen            // an opening mark
	quoted
	quoteClose // a closing mark
)

// scribe makes sequences; it keeps its buffers between paragraphs.
type scribe struct {
	s       string
	english bool
}

// sequence prepares the paragraph p. sentences and quotes are those of the paragraph.
func (c *scribe) sequence(p text.Span, sentences []text.Span, quotes []quotation, title bool) *sequence {
	q := &sequence{words: cut(c.s, p)}
	n := len(q.words)
	if c.english {
		tagSpeech(c.s, q.words)
	}
	q.cues, q.hints, q.quote = make([]cueForm, n), make([]hint, n), make([]quoteState, n)
	q.first, q.last, q.context = make([]int, n), make([]int, n), make([]uint8, n)
	forms := cueForms()
	for i, w := range q.words {
		if !w.mark {
			q.cues[i] = forms[w.lower]
		}
	}
	q.cutSentences(sentences)
	q.setQuotes(quotes)
	for i := 0; i < n; i = q.last[i] + 1 {
		hintSentence(q.words[i:q.last[i]+1], q.cues[i:q.last[i]+1], q.hints[i:q.last[i]+1])
	}
	q.extract(c.s, title)
	return q
}

func (q *sequence) cutSentences(sentences []text.Span) {
	k, from := 0, 0
	for i, w := range q.words {
		for k < len(sentences) && sentences[k].End <= w.start {
			k++
			for j := from; j < i; j++ {
				q.first[j], q.last[j] = from, i-1
			}
			from = i
		}
	}
	for j := from; j < len(q.words); j++ {
		q.first[j], q.last[j] = from, len(q.words)-1
	}
	// An empty range can arise where a sentence has no word; repair to non-empty ranges.
	for i := range q.words {
		if q.first[i] > i || q.last[i] < i {
			q.first[i], q.last[i] = i, i
		}
	}
}

func (q *sequence) setQuotes(quotes []quotation) {
	i := 0
	for _, r := range quotes {
		if r.Level > 1 {
			continue
		}
		for i < len(q.words) && q.words[i].start < r.Span.Start {
			i++
		}
		for ; i < len(q.words) && q.words[i].start < r.Span.End; i++ {
			switch w := q.words[i]; {
			case w.start < r.Inner.Start:
				q.quote[i] = quoteOpen
			case w.start >= r.Inner.End:
				q.quote[i] = quoteClose
			default:
				q.quote[i] = quoted
			}
		}
	}
}

// hash folds a string to 32 bits (FNV-1a).
func hash(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

// A featureWriter collects the features of one word.
type featureWriter struct {
	out      []uint32
	template uint32
}

// add writes the feature of the next template with the values a, b.
func (f *featureWriter) add(a, b uint32) {
	f.template++
	h := (a ^ f.template*0x9e3779b1) * 0x85ebca6b
	h ^= h >> 15
	h = (h + b*0xc2b2ae35) * 0x27d4eb2f
	h ^= h >> 13
	h *= 0x165667b1
	f.out = append(f.out, (h^h>>16)&(buckets-1))
}

func bucket(n int) uint32 {
	if n < 0 {
		n = -n
	}
	return uint32(bits.Len(uint(n)))
}
