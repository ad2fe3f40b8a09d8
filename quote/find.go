package quote

import (
	"hearsay/text"
)

// Find returns the quotes of an article: those of the title first, then those of the body, in order of
// their first words. It is a pure function and safe for use by several goroutines; it costs time linear in the
// text, about 3 ms for an article of 700 words.
//
// English is tagged by a model trained on articles written for this purpose (quote/training). Other languages are read by
// rules over quotation marks and word lists; where a language has no list, quotations have no speaker, and say so.
func Find(t Text) []Quote {
	var out []Quote
	if t.Title != nil && t.Title.Len() > 0 {
		title := newReader(t, t.Title, true)
		out = title.read()
	}
	if t.Body != nil {
		body := newReader(t, t.Body, false)
		out = appendQuotes(out, body.read())
	}
	markRepeats(t, out)
	return out
}

// appendQuotes appends quotes of another reader: their parents are counted from their own beginning.
func appendQuotes(out, more []Quote) []Quote {
	base := len(out)
	for _, q := range more {
		if q.Parent >= 0 {
			q.Parent += base
		}
		out = append(out, q)
	}
	return out
}

// A reader goes through one text paragraph by paragraph.
type reader struct {
	Text
	doc        *text.Doc
	s          string
	title      bool
	words      *language // nil for English
	quotations []quotation
	sentences  []text.Span
	carry      carry
	transcript bool
	out        []Quote
}

func newReader(t Text, doc *text.Doc, title bool) *reader {
	r := &reader{Text: t, doc: doc, s: doc.String(), title: title, sentences: doc.Sentences()}
	r.quotations = quotations(r.s, doc.Paragraphs())
	r.words = languageOf(t.Language)
	return r
}

// A paragraph is what the reader knows of one paragraph.
type paragraph struct {
	span       text.Span
	quotations []quotation
	sentences  []text.Span
	teaser     bool
	block      bool // the page marks it as a quotation
}

func (r *reader) read() []Quote {
	c := scribe{s: r.s, english: r.words == nil}
	paragraphs := r.paragraphs()
	r.transcript = !r.title && transcript(r.s, paragraphs)
	model := shipped()
	for k := range paragraphs {
		p := &paragraphs[k]
		q := c.sequence(p.span, p.sentences, p.quotations, r.title)
		if len(q.words) == 0 {
			continue
		}
		var ls []label
		switch {
		case r.words != nil:
			ls = r.words.label(r.s, q, p.quotations)
		case p.block && !startsQuoted(p):
			ls = make([]label, len(q.words))
		default:
			ls = model.decode(q)
			if r.title {
				headline(r.s, q, ls, p.quotations)
			}
		}
		turn := r.transcript && speakerTurn(r.s, q, ls)
		r.paragraph(p, q, ls, turn)
	}
	return r.out
}

// paragraphs cuts the text, and gives each paragraph its quotations and sentences.
func (r *reader) paragraphs() []paragraph {
	spans := pieces(r.s, r.doc.Paragraphs(), r.sentences)
	out := make([]paragraph, len(spans))
	i, j, b := 0, 0, 0
	for k, span := range spans {
		p := paragraph{span: span, teaser: teaser(r.s[span.Start:span.End])}
		from := i
		for i < len(r.quotations) && r.quotations[i].Span.Start < span.End {
			i++
		}
		p.quotations = r.quotations[from:i]
		from = j
		for j < len(r.sentences) && r.sentences[j].Start < span.End {
			j++
		}
		p.sentences = r.sentences[from:j]
		for b < len(r.Blocks) && r.Blocks[b].End <= span.Start {
			b++
		}
		p.block = !r.title && b < len(r.Blocks) && r.Blocks[b].Overlaps(span)
		out[k] = p
	}
	return out
}

// longestPiece is how many bytes of a paragraph are read at a time. Real paragraphs are shorter; what has no paragraphs at all (a text on one
// line) is cut between sentences, and hard where a sentence has no end.
const longestPiece = 6000

// pieces cuts paragraphs that are too long to be read in one go.
func pieces(s string, paragraphs, sentences []text.Span) []text.Span {
	out := make([]text.Span, 0, len(paragraphs))
	k := 0
	for _, p := range paragraphs {
		for p.Len() > longestPiece {
			for k < len(sentences) && sentences[k].Start <= p.Start {
				k++
			}
			cut := p.Start + longestPiece
			for j := k; j < len(sentences) && sentences[j].Start < p.Start+longestPiece; j++ {
				cut, k = sentences[j].Start, j
			}
			for cut > p.Start+1 && s[cut]&0xc0 == 0x80 {
				cut--
			}
			out = append(out, text.Span{Start: p.Start, End: cut})
			p.Start = cut
		}
		if !p.Empty() {
			out = append(out, p)
		}
	}
	return out
}

func startsQuoted(p *paragraph) bool {
	return len(p.quotations) > 0 && p.quotations[0].Span.Start == p.span.Start
}

// paragraph turns the labels of a paragraph into quotes.
func (r *reader) paragraph(p *paragraph, q *sequence, ls []label, turn bool) {
	l := &linker{s: r.s, q: q, ls: ls, chunks: chunks(ls), foreign: r.words != nil}
	switch {
	case turn:
		c := l.chunks[len(l.chunks)-1]
		l.items = []utterance{{from: c.from, to: c.to, use: whole}}
	case p.block && !startsQuoted(p):
		l.items = []utterance{{from: 0, to: len(q.words), use: whole}}
	default:
		l.items = utterances(r.s, q, ls, p.quotations, r.words != nil)
	}
	if len(l.items) == 0 {
		r.signature(l)
	}
	ties := l.tie()
	voices := r.carry.pass(l, p, ties)
	groups := group(l, ties, voices, r.continues(p))
	for _, g := range groups {
		r.add(p, l, g)
	}
	r.without(p, l, ties)
}
