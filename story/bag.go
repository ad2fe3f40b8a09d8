package story

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay/article"
	"hearsay/text"
)

// A field is a part of an article that is compared with the same part of others.
type field int

const (
	body    field = iota // the words of the body and, titleWeight times, those of the title
	title                // the words of the title
	anchors              // names and numbers of the body: what tells one event from another of its kind
	fields               // how many there are
)

const (
	// maxTokens is how many tokens of a body are read. What comes later in a page of that length adds
	// work and, in live blogs and round-ups, other stories.
	maxTokens = 3000
	// maxTitle is how many code points of a title are read.
	maxTitle = 1000
	// titleWeight is how often a word of the title counts in the body.
	titleWeight = 2
)

// A tally says how often a term stands in a field.
type tally struct {
	term uint64
	n    int32
	form form
}

func byTerm(a, b tally) int { return cmp.Compare(a.term, b.term) }

// A bag holds the terms of an article by field, each field sorted by term.
type bag struct {
	language language
	fields   [fields][]tally
}

// A counter turns texts into bags. It remembers the words it has met and is for one goroutine.
type counter struct {
	tables *tables
	words  map[uint64]word // by text.Token.Hash
	counts [fields]map[uint64]tally
}

// A word is what a token counts as.
type word struct {
	term uint64
	form form
}

func newCounter() *counter {
	c := &counter{tables: readTables(), words: map[uint64]word{}}
	for f := range c.counts {
		c.counts[f] = map[uint64]tally{}
	}
	return c
}

// bag counts the terms of an article. Those of its body that stand in standing phrases are passed over.
func (c *counter) bag(a *article.Article, standing []text.Span) bag {
	doc, tokens := a.Doc, bodyTokens(a.Doc)
	heading := titleOf(a)
	headTokens := text.Tokenize(heading, nil)
	opener, phrases := opener{doc: doc}, passer(standing)
	c.walk(doc.String(), tokens, func(w word, span text.Span) {
		if phrases.inside(span) {
			return
		}
		c.add(body, w, 1)
		if w.form.number || w.form.caseless || capital(doc.Text(span)) && !opener.begins(span) {
			c.add(anchors, w, 1)
		}
	})
	c.walk(heading, headTokens, func(w word, _ text.Span) {
		c.add(title, w, 1)
		c.add(body, w, titleWeight)
	})
	b := bag{language: c.tables.languageOf(slices.Concat(headTokens, tokens[:min(len(tokens), languageTokens)]))}
	for f := range b.fields {
		b.fields[f] = c.take(field(f))
	}
	return b
}

func titleOf(a *article.Article) string { return cutRunes(a.Title, maxTitle) }

func bodyTokens(doc *text.Doc) []text.Token {
	tokens := doc.Tokens()
	return tokens[:min(len(tokens), maxTokens)]
}

func (c *counter) add(f field, w word, n int32) {
	c.counts[f][w.term] = tally{w.term, c.counts[f][w.term].n + n, w.form}
}

// take returns what was counted in a field and forgets it.
func (c *counter) take(f field) []tally {
	all := make([]tally, 0, len(c.counts[f]))
	for _, t := range c.counts[f] {
		all = append(all, t)
	}
	slices.SortFunc(all, byTerm)
	clear(c.counts[f])
	return all
}

// walk calls yield for every word of s. In scripts without spaces each pair of neighbouring
// characters is a word, except where it only ties words together.
func (c *counter) walk(s string, tokens []text.Token, yield func(word, text.Span)) {
	for i, t := range tokens {
		span := t.Span()
		if t.Kind != text.Ideograph {
			yield(c.word(s[span.Start:span.End], t), span)
			continue
		}
		if i == 0 || tokens[i-1].Kind != text.Ideograph || tokens[i-1].Span().End != span.Start {
			continue
		}
		span.Start = tokens[i-1].Span().Start
		if !strings.ContainsFunc(s[span.Start:span.End], particle) {
			yield(word{tokens[i-1].Hash*31 + t.Hash, form{caseless: true, runes: 4}}, span)
		}
	}
}

func (c *counter) word(exact string, t text.Token) word {
	w, known := c.words[t.Hash]
	if !known {
		folded := text.FoldWord(exact)
		w = word{termOf(folded), formOf(folded, t.Kind == text.Number)}
		c.words[t.Hash] = w
	}
	return w
}

// particles are the commonest function characters of Chinese.
const particles = "的是在了和不有這这他们們为為也与與于於对對将將就而及以被并並到从從说說个個其但等之都我她它你还還已会會要该該向由或让讓把很更最又此那则則"

// particle reports whether a character ties words together: a function character of Chinese, or
// hiragana, the script of Japanese endings and particles.
func particle(r rune) bool {
	return unicode.Is(unicode.Hiragana, r) || strings.ContainsRune(particles, r)
}

func capital(exact string) bool {
	r, _ := utf8.DecodeRuneInString(exact)
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

// An opener tells the words that begin a sentence, asked in the order of the text. It cuts the text
// into sentences only when first asked.
type opener struct {
	doc       *text.Doc
	sentences []text.Span // from the one that was last asked about
	cut       bool
}

// begins reports whether the word at span begins a sentence.
func (o *opener) begins(span text.Span) bool {
	if !o.cut {
		o.sentences, o.cut = o.doc.Sentences(), true
	}
	for len(o.sentences) > 0 && o.sentences[0].End <= span.Start {
		o.sentences = o.sentences[1:]
	}
	if len(o.sentences) == 0 || o.sentences[0].Start > span.Start {
		return false
	}
	const longestOpening = 12 // bytes of quotation marks, dashes and brackets
	before := o.doc.Text(text.Span{Start: o.sentences[0].Start, End: span.Start})
	return len(before) <= longestOpening && !strings.ContainsFunc(before, func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsNumber(r)
	})
}
