package report

import (
	"hearsay/article"
	"hearsay/reuse"
	"hearsay/text"
	"slices"
	"sort"
	"strings"
)

// A pageRow is an article in a list.
type pageRow struct {
	pageLink
	When    moment
	Words   int
	Shared  float64 // share of its words that stand in other pages of the collection
	Doubt   string  // why its place in the story is uncertain; empty if it is not
	Story   link    // where the list is not about one story
	Credits string  // whom its text is taken from, by its own words
}

// page returns how a file names and links an article.
func (l *layout) page(file string, i int) pageLink {
	a := l.Articles[i]
	return pageLink{Href: l.articleAt[i].from(file), Name: l.names[i], Title: l.headline(i), tongue: newTongue(a.Language.Code)}
}

// pages links several articles.
func (l *layout) pages(file string, articles []int) []pageLink {
	out := make([]pageLink, len(articles))
	for k, i := range articles {
		out[k] = l.page(file, i)
	}
	return out
}

// headline returns the title of an article, or its first words where it has none.
func (l *layout) headline(i int) string {
	a := l.Articles[i]
	if t := short(a.Title, 200); t != "" {
		return t
	}
	if t := short(beginning(a.Doc.String(), 1000), 80); t != "" {
		return "no title: “" + t + "”"
	}
	return "no title"
}

func (l *layout) row(file string, i int) pageRow {
	a := l.Articles[i]
	r := pageRow{pageLink: l.page(file, i), When: l.clock.moment(a.Published), Words: len(a.Doc.Tokens())}
	r.Shared = portion(a.Doc, l.matched(i))
	var agencies []string
	for _, c := range a.Credits {
		if name := plain(c.Agency); c.Kind == article.Republication && !slices.Contains(agencies, name) {
			agencies = append(agencies, name)
		}
	}
	r.Credits = strings.Join(agencies, ", ")
	return r
}

// matched returns the spans of article i whose words stand word for word in other pages, standing
// phrases left out; sorted and without overlap.
func (l *layout) matched(i int) []text.Span {
	var spans []text.Span
	for _, p := range l.pairsOf[i] {
		for _, g := range l.Pairs[p].Passages {
			if g.Formula {
				continue
			}
			for _, e := range g.Edits {
				if e.Op != reuse.Equal {
					continue
				}
				if l.Pairs[p].A == i {
					spans = append(spans, e.A)
				} else {
					spans = append(spans, e.B)
				}
			}
		}
	}
	return union(spans)
}

// union sorts spans and joins those that overlap or touch.
func union(spans []text.Span) []text.Span {
	sort.Slice(spans, func(i, j int) bool { return spans[i].Start < spans[j].Start })
	out := spans[:0]
	for _, s := range spans {
		if n := len(out); n > 0 && s.Start <= out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}

// portion is the share of the words of d that lie inside spans, which are sorted.
func portion(d *text.Doc, spans []text.Span) float64 {
	tokens := d.Tokens()
	if len(tokens) == 0 {
		return 0
	}
	n, k := 0, 0
	for _, t := range tokens {
		s := t.Span()
		for k < len(spans) && spans[k].End <= s.Start {
			k++
		}
		if k < len(spans) && spans[k].Contains(s) {
			n++
		}
	}
	return float64(n) / float64(len(tokens))
}
