package statement

import (
	"cmp"
	"slices"

	"hearsay/text"
)

// A sheet is an article cut into sentences and tokens.
type sheet struct {
	doc       *text.Doc
	tokens    []text.Token
	sentences []sentence
}

// A sentence is a sentence of a sheet.
type sentence struct {
	span  text.Span
	words halfWords
	class int // the wording that it has, -1 until it is tied to another sentence
}

// halfWords count what is said: a word or number is two, an ideograph one.
type halfWords int

func halves(t text.Token) halfWords {
	if t.Kind == text.Ideograph {
		return 1
	}
	return 2
}

func newSheet(doc *text.Doc) *sheet {
	s := &sheet{doc: doc, tokens: doc.Tokens()}
	tokens := s.tokens
	for _, span := range doc.Sentences() {
		one := sentence{span: span, class: -1}
		for len(tokens) > 0 && tokens[0].Span().Start < span.End {
			if tokens[0].Span().Start >= span.Start {
				one.words += halves(tokens[0])
			}
			tokens = tokens[1:]
		}
		s.sentences = append(s.sentences, one)
	}
	return s
}

// sentenceAt returns the number of the sentence that holds the byte at offset, -1 if none does.
func (s *sheet) sentenceAt(offset int) int {
	i, _ := slices.BinarySearchFunc(s.sentences, offset, func(one sentence, at int) int {
		return cmp.Compare(one.span.End-1, at)
	})
	if i < len(s.sentences) && s.sentences[i].span.Start <= offset {
		return i
	}
	return -1
}

// within returns the tokens that lie inside span.
func (s *sheet) within(span text.Span) []text.Token {
	byStart := func(t text.Token, at int) int { return cmp.Compare(t.Span().Start, at) }
	from, _ := slices.BinarySearchFunc(s.tokens, span.Start, byStart)
	to, _ := slices.BinarySearchFunc(s.tokens, span.End, byStart)
	if to < from {
		return nil
	}
	return s.tokens[from:to]
}
