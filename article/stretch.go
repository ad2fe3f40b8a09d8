package article

import (
	"strings"

	"hearsay/text"
)

// A stretch is a piece of text with its tokens: a paragraph of a body, or a line outside it. Words
// are looked for by the hashes of their tokens, which a Doc has anyway, so that patterns need to run
// only where one of their words stands.
type stretch struct {
	s      string
	tokens []text.Token
	at     int     // bytes before s in the text that the tokens count in
	cues   cueKind // which kinds of cue words it holds
}

func newStretch(s string) stretch { return stretchOf(s, text.Tokenize(s, nil), 0) }

func stretchOf(s string, tokens []text.Token, at int) stretch {
	p := stretch{s: s, tokens: tokens, at: at}
	for _, t := range tokens {
		p.cues |= cueWords[t.Hash]
	}
	return p
}

// stretches returns the paragraphs of a Doc with their tokens.
func stretches(d *text.Doc) []stretch {
	paragraphs, tokens := d.Paragraphs(), d.Tokens()
	out := make([]stretch, len(paragraphs))
	for i, p := range paragraphs {
		for len(tokens) > 0 && tokens[0].Span().Start < p.Start {
			tokens = tokens[1:]
		}
		n := 0
		for n < len(tokens) && tokens[n].Span().End <= p.End {
			n++
		}
		out[i] = stretchOf(d.Text(p), tokens[:n], p.Start)
		tokens = tokens[n:]
	}
	return out
}

// span returns the bytes of s that token i stands for.
func (p stretch) span(i int) text.Span {
	span := p.tokens[i].Span()
	return text.Span{Start: span.Start - p.at, End: span.End - p.at}
}

// follow reports whether the words with these hashes stand from token i on; each may have an English
// genitive.
func (p stretch) follow(i int, words []uint64) bool {
	if len(p.tokens)-i < len(words) {
		return false
	}
	for k, want := range words {
		if p.tokens[i+k].Hash == want {
			continue
		}
		span := p.span(i + k)
		word := p.s[span.Start:span.End]
		if last := word[len(word)-1]; last != 's' && last != 'S' {
			return false
		}
		if bare, ok := strings.CutSuffix(text.FoldWord(word), "'s"); !ok || hashOf(bare) != want {
			return false
		}
	}
	return true
}
