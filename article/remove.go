package article

import (
	"slices"
	"sort"
	"strings"

	"hearsay/text"
)

// remove takes the paragraphs out of an article that recur on some pages.
func (a *Article) remove(pages []int) {
	var b strings.Builder
	var kept []Paragraph
	moved := map[int]int{} // by start in the old text: how far a paragraph moved
	for k, p := range a.Paragraphs {
		words := a.Doc.Text(p.Span)
		if pages[k] > 0 {
			a.Removed = append(a.Removed, Removed{words, recursOn(pages[k])})
			continue
		}
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		moved[p.Span.Start] = b.Len() - p.Span.Start
		p.Span = text.Span{Start: b.Len(), End: b.Len() + len(words)}
		b.WriteString(words)
		kept = append(kept, p)
	}
	old := a.Paragraphs
	a.Credits = moveCredits(a.Credits, old, moved)
	a.Links = a.keptLinks(moved)
	a.Doc, a.Paragraphs, a.Verbatim = text.NewDoc(b.String()), kept, false
	a.findTraces()
	a.boundByWords()
}

// move returns a span of the old text in the new one; false if its paragraph is gone.
func move(s text.Span, old []Paragraph, moved map[int]int) (text.Span, bool) {
	k := sort.Search(len(old), func(k int) bool { return old[k].Span.End >= s.End })
	if k == len(old) || !old[k].Span.Contains(s) {
		return text.Span{}, false
	}
	by, ok := moved[old[k].Span.Start]
	return text.Span{Start: s.Start + by, End: s.End + by}, ok
}

// moveCredits returns credits with their spans moved along with the paragraphs they stand in.
func moveCredits(credits []Credit, old []Paragraph, moved map[int]int) []Credit {
	out := slices.Clone(credits)
	for i, c := range out {
		if c.Span == nil {
			continue
		}
		out[i].Span = nil
		if s, ok := move(*c.Span, old, moved); ok {
			out[i].Span = &s
		}
	}
	return out
}

// mostLost is how many links may be missing in the text before the rest are kept unseen: looking for
// words that are not there costs the length of the text each time.
const mostLost = 20

// keptLinks returns the links that do not stand in a removed paragraph. Links are in the order of the
// text, so that each is looked for behind the one before.
func (a *Article) keptLinks(moved map[int]int) []Link {
	var out []Link
	s := a.Doc.String()
	at, lost := 0, 0
	for _, l := range a.Links {
		k := -1
		if lost < mostLost {
			k = strings.Index(s[at:], l.Exact)
		}
		if k < 0 {
			lost++
			out = append(out, l)
			continue
		}
		at += k
		p := sort.Search(len(a.Paragraphs), func(p int) bool { return a.Paragraphs[p].Span.End > at })
		if _, ok := moved[a.Paragraphs[min(p, len(a.Paragraphs)-1)].Span.Start]; ok {
			out = append(out, l)
		}
		at += len(l.Exact)
	}
	return out
}
