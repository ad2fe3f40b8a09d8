package drift

import (
	"strings"

	"hearsay/quote"
	"hearsay/text"
)

// A token is a word of a quote.
type token struct {
	folded string
	hash   uint64
	exact  string
}

// shortest is the number of words that quoted words must have to be followed across articles: fewer recur by chance.
const shortest = 4

// wordsOf returns the quoted words of a quote, without insertions in brackets; nil if it quotes too few.
func (m *Material) wordsOf(r Report) []token {
	q := &m.Quotes[r.Article][r.Quote]
	if q.Kind == quote.Indirect || q.Zone == quote.Teaser {
		return nil
	}
	doc := m.doc(r)
	var out []token
	for _, p := range q.Content {
		if p.Quoted {
			out = appendWords(out, doc.Text(p.Span))
		}
	}
	if len(out) < shortest {
		return nil
	}
	return out
}

func appendWords(out []token, s string) []token {
	depth := 0
	at := 0
	for _, t := range text.Tokenize(s, nil) {
		span := t.Span()
		depth += strings.Count(s[at:span.Start], "[") - strings.Count(s[at:span.Start], "]")
		at = span.Start
		if depth > 0 {
			continue
		}
		w := s[span.Start:span.End]
		out = append(out, token{text.FoldWord(w), t.Hash, w})
	}
	return out
}

// function words say nothing about whether two wordings are one utterance.
var common = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq("the a an and or but of to in on at for with by from as is are was were be been it its this that these those he she they we i you his her their our my your not no will would have has had do does did so if than then there what which who all any can could may must shall should very und der die das ein eine zu in ist nicht wir sie ich de la le les et un une en que no es el los las y a في من على أن إلى ما لا هذا و и в не на что мы с это") {
		m[w] = true
	}
	return m
}()
