package quote

import (
	"fmt"
	"io"

	"hearsay/text"
)

// A Tagger finds the spans of attributions in English text. Find uses the one that is built in; others serve to measure, and to try weights of one's own.
type Tagger struct{ w *weights }

// BuiltIn returns the tagger that Find uses.
func BuiltIn() Tagger { return Tagger{shipped()} }

// Learn trains a tagger. The same articles give the same tagger. It costs about half a minute for 250 articles.
func Learn(articles []Annotated) Tagger { return Tagger{learnWeights(articles)} }

// Write writes the weights in the form that is built in.
func (t Tagger) Write(out io.Writer) error {
	if err := t.w.write(out); err != nil {
		return fmt.Errorf("write tagger: %w", err)
	}
	return nil
}

// Spans are what a tagger found, each kind in order.
type Spans struct{ Source, Cue, Content []text.Span }

// Tag returns the spans of the outermost attributions of a text whose first paragraph is its title. Content that a paragraph ends is cut there.
func (t Tagger) Tag(d *text.Doc) Spans {
	var out Spans
	for _, q := range sequences(d) {
		for _, c := range chunks(t.w.decode(q)) {
			span := text.Span{Start: q.words[c.from].start, End: q.words[c.to-1].end}
			switch c.role {
			case sourceRole:
				out.Source = append(out.Source, span)
			case cueRole:
				out.Cue = append(out.Cue, span)
			case contentRole:
				out.Content = append(out.Content, span)
			}
		}
	}
	return out
}

// Quotations returns the outermost quotations of a text with their marks, whatever they are good for: speech, titles, scare quotes.
func Quotations(d *text.Doc) []text.Span {
	var out []text.Span
	for _, q := range quotations(d.String(), d.Paragraphs()) {
		if q.Level == 1 {
			out = append(out, q.Span)
		}
	}
	return out
}
