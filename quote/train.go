package quote

import "hearsay/text"

// An Annotated is an article for training and measuring: its first paragraph is the title.
type Annotated struct {
	Doc          *text.Doc
	Attributions []Attribution // the outermost ones
}

// epochs and seeds were chosen by cross-validation on quote/training.
const (
	epochs = 10
	seeds  = 5
)

// learnWeights averages the weights of several runs over the samples in different orders.
func learnWeights(articles []Annotated) *weights {
	samples := samplesFrom(articles)
	var emit []float32
	var trans []float64
	for seed := range uint64(seeds) {
		e, t := train(samples, epochs, seed+1)
		if emit == nil {
			emit, trans = e, t
			continue
		}
		for i, v := range e {
			emit[i] += v
		}
		for i, v := range t {
			trans[i] += v
		}
	}
	return quantise(emit, trans)
}

func samplesFrom(articles []Annotated) []sample {
	var out []sample
	for _, a := range articles {
		for _, q := range sequences(a.Doc) {
			out = append(out, sample{q, goldLabels(q.words, a.Attributions, a.Doc.String())})
		}
	}
	return out
}

// sequences prepares all paragraphs of a text whose first paragraph is its title.
func sequences(d *text.Doc) []*sequence {
	title := newReader(Text{Language: "en"}, d, false)
	c := scribe{s: d.String(), english: true}
	var out []*sequence
	for k, p := range title.paragraphs() {
		if q := c.sequence(p.span, p.sentences, p.quotations, k == 0); len(q.words) > 0 {
			out = append(out, q)
		}
	}
	return out
}
