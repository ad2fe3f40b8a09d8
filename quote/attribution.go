package quote

import "hearsay/text"

// A chunk is a span that the tagger found in a paragraph: words[from:to].
type chunk struct {
	role     role
	from, to int
}

// chunks returns the spans that the labels mark, in order.
func chunks(ls []label) []chunk {
	var out []chunk
	for i := 0; i < len(ls); i++ {
		if !ls[i].begins() {
			continue
		}
		j := i + 1
		for j < len(ls) && ls[j] == ls[i]+1 {
			j++
		}
		out = append(out, chunk{ls[i].role(), i, j})
		i = j - 1
	}
	return out
}

// An attribution is a report inside one paragraph, as chunks and quotations: what is said, what says so, and
// who. It is the raw form of a Quote.
type attribution struct {
	paragraph int
	source    text.Span // empty if none was found
	cue       text.Span // empty if none was found
	cueWord   cueForm   // the cue's word, if it is in the list
	content   []part
	rule      string // which rule tied the source
	level     int
	parent    int // index of the attribution around it, -1 for none
}

// A part is a stretch of content.
type part struct {
	span   text.Span
	quoted bool // it stands between quotation marks, which span holds
	closed Closed
}
