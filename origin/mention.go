package origin

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay/article"
	"hearsay/lineage"
	"hearsay/text"
)

// A mention is a place where an article names another outlet of the story.
type mention struct {
	outlet string
	span   text.Span
}

// findMentions fills g.mentions: where members name the outlet of another. News names another outlet,
// as a rule, to say where it has something from (“the Losk Ledger reported”), in whatever language. A
// name must have two words or more, written as the outlet writes it, since one word (“Focus”, “Time”)
// may be anything; and pictures are passed over. It costs the words of the story once.
func (g *ground) findMentions() {
	type name struct {
		outlet, key string
		words       []string
	}
	byFirst := map[string][]name{}
	known := map[string]bool{}
	for m := range g.members {
		outlet := g.article(m).Outlet
		words := strings.Fields(outlet)
		if len(words) > 0 && strings.EqualFold(words[0], "the") {
			words = words[1:]
		}
		if len(words) > 1 && !known[outlet] {
			known[outlet] = true
			byFirst[words[0]] = append(byFirst[words[0]], name{outlet, outletKey(g.article(m)), words})
		}
	}
	for m := range g.members {
		a := g.article(m)
		said, spans := wordsOf(a.Doc)
		for i, w := range said {
			for _, n := range byFirst[w] {
				if end := i + len(n.words); end <= len(said) && slices.Equal(said[i:end], n.words) {
					at := text.Span{Start: spans[i].Start, End: spans[end-1].End}
					if n.key != outletKey(a) && !ofPicture(a, at) && len(g.mentions[m]) < maxCredits {
						g.mentions[m] = append(g.mentions[m], mention{n.outlet, at})
					}
				}
			}
		}
	}
}

// wordsOf returns the words of a text between white space, without the punctuation around them.
func wordsOf(doc *text.Doc) (words []string, spans []text.Span) {
	s := doc.String()
	for at := 0; at < len(s); {
		n := strings.IndexFunc(s[at:], unicode.IsSpace)
		if n < 0 {
			n = len(s) - at
		}
		word := strings.TrimFunc(s[at:at+n], isPunct)
		if word = strings.TrimSuffix(strings.TrimSuffix(word, "’s"), "'s"); word != "" {
			start := at + strings.Index(s[at:at+n], word)
			words = append(words, word)
			spans = append(spans, text.Span{Start: start, End: start + len(word)})
		}
		at += n
		if at < len(s) {
			_, size := utf8.DecodeRuneInString(s[at:])
			at += size
		}
	}
	return words, spans
}

func isPunct(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) }

// ofPicture reports whether a place stands in the credit of a picture.
func ofPicture(a *article.Article, at text.Span) bool {
	return slices.ContainsFunc(a.Credits, func(k article.Credit) bool {
		return k.Kind == article.Photo && k.Span != nil && slices.ContainsFunc(paragraphsOf(a.Doc, *k.Span), at.Overlaps) && lineage.SourceKey(k.Agency) == lineage.SourceKey(a.Doc.Text(at))
	})
}

// attributed returns the sources that an article attributes something to inside some of its paragraphs:
// by an attribution that was read, or by naming the outlet of another article of the story.
func (c *counting) attributed(m int, paragraphs []text.Span) []int {
	a := c.article(m)
	var out []int
	add := func(source string, at *text.Span) {
		if at != nil && slices.ContainsFunc(paragraphs, at.Overlaps) {
			if id := c.sources.Number(source); id >= 0 && !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
	}
	for i := range min(len(a.Credits), maxCredits) {
		if a.Credits[i].Kind == article.Information {
			add(a.Credits[i].Agency, a.Credits[i].Span)
		}
	}
	for i := range c.mentions[m] {
		add(c.mentions[m][i].outlet, &c.mentions[m][i].span)
	}
	return out
}

// attributedLead returns the sources that a text attributes its first paragraph to, if it shows no sign
// of an own report: what it tells first is what it has from there.
func (c *counting) attributedLead(m int) []int {
	paragraphs := c.article(m).Doc.Paragraphs()
	if c.signals[m] || len(paragraphs) == 0 {
		return nil
	}
	return c.attributed(m, paragraphs[:1])
}
