package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"hearsay/article"
	"hearsay/drift"
	"hearsay/entity"
	"hearsay/quote"
	"hearsay/text"
)

// A sayingRow is something that was said, in one wording, with the pages that report it so.
type sayingRow struct {
	Text    string
	How     string // “direct, said”; “indirect, denied”
	Said    string // when it was said, as the pages word it; empty if they do not tell
	Via     []string
	Notes   []string // what is open or inferred
	First   moment   // of the earliest page
	Pages   []pageLink
	Speaker link
	tongue
}

// quoteOf returns the quote that a report points at.
func (l *layout) quoteOf(r drift.Report) quote.Quote { return l.Annotations[r.Article].Quotes[r.Quote] }

// words returns a span of the zone of a quote.
func (l *layout) words(r drift.Report, s text.Span) string {
	if l.quoteOf(r).Zone == quote.InTitle {
		return l.Annotations[r.Article].Title.Text(s)
	}
	return l.Articles[r.Article].Doc.Text(s)
}

// content returns what a quote says, its parts joined.
func (l *layout) content(r drift.Report) string {
	var b strings.Builder
	end := -1
	for _, p := range l.quoteOf(r).Content {
		if end >= 0 {
			if between := l.words(r, text.Span{Start: end, End: max(end, p.Span.Start)}); strings.TrimSpace(between) == "" {
				b.WriteString(" ")
			} else {
				b.WriteString(" … ")
			}
		}
		b.WriteString(l.words(r, p.Span))
		end = p.Span.End
	}
	return b.String()
}

// quoteAt links the words of a quote in its page.
func (l *layout) quoteAt(file string, r drift.Report) string {
	q := l.quoteOf(r)
	if q.Zone == quote.InTitle || len(q.Content) == 0 {
		return l.articleAt[r.Article].from(file)
	}
	return l.at(file, article.Ref{Article: r.Article, Span: q.Content[0].Span})
}

// castOf returns the index in the cast of the speaker of a quote, -1 if he was not resolved.
func (l *layout) castOf(r drift.Report) int {
	e := l.quoteOf(r).Speaker.Entity
	if e < 0 || r.Article >= len(l.Cast.Of) || e >= len(l.Cast.Of[r.Article]) {
		return -1
	}
	return l.Cast.Of[r.Article][e]
}

// speakerLink names the speaker of a quote and leads to the page about him, if there is one.
func (l *layout) speakerLink(file string, r drift.Report) link {
	if c := l.castOf(r); c >= 0 {
		return link{l.personAt[c].from(file), plain(l.Cast.Entities[c].Name)}
	}
	if s := l.quoteOf(r).Speaker; s.Name != "" {
		return link{Text: short(s.Name, 120)}
	}
	return link{Text: "nobody named"}
}

// sayings lists quotes with those of the same kind, words and speaker together, in order of their earliest page.
func (l *layout) sayings(file string, reports []drift.Report) []sayingRow {
	at := map[string]int{}
	var groups [][]drift.Report
	for _, r := range reports {
		q := l.quoteOf(r)
		key := fmt.Sprint(q.Kind, q.Negative, l.castOf(r), " ", text.Fold(l.content(r)))
		k, ok := at[key]
		if !ok {
			k = len(groups)
			at[key] = k
			groups = append(groups, nil)
		}
		groups[k] = append(groups[k], r)
	}
	for _, g := range groups {
		slices.SortStableFunc(g, l.byTime)
	}
	slices.SortStableFunc(groups, func(a, b []drift.Report) int { return l.byTime(a[0], b[0]) })
	rows := make([]sayingRow, len(groups))
	for i, g := range groups {
		rows[i] = l.saying(file, g)
	}
	return rows
}

// byTime sorts quotes by the time of their page, pages without a date last.
func (l *layout) byTime(a, b drift.Report) int {
	x, y := l.Articles[a.Article].Time(), l.Articles[b.Article].Time()
	switch {
	case x.IsZero() != y.IsZero():
		if x.IsZero() {
			return 1
		}
		return -1
	case !x.Equal(y):
		return x.Compare(y)
	}
	return cmp.Or(cmp.Compare(a.Article, b.Article), cmp.Compare(a.Quote, b.Quote))
}

func (l *layout) saying(file string, g []drift.Report) sayingRow {
	first := g[0]
	q := l.quoteOf(first)
	row := sayingRow{
		Text: short(evidence(l.content(first)), 700), How: l.how(first), First: l.clock.moment(l.Articles[first.Article].Published),
		Speaker: l.speakerLink(file, first), tongue: languageOf(l.Articles[first.Article]),
	}
	if row.Text == "" {
		row.Text = "nothing is given"
	}
	for _, r := range g {
		x := l.page(file, r.Article)
		x.Href = l.quoteAt(file, r)
		if !slices.ContainsFunc(row.Pages, func(y pageLink) bool { return y.Name == x.Name && y.Href == x.Href }) {
			row.Pages = append(row.Pages, x)
		}
		if said := l.said(r); said != "" && row.Said == "" {
			row.Said = said
		}
		for _, v := range l.quoteOf(r).Via {
			if words := viaWords(v.Role) + " " + short(l.words(r, v.Span), 80); !slices.Contains(row.Via, words) {
				row.Via = append(row.Via, words)
			}
		}
	}
	row.Notes = l.notesOn(first, q)
	return row
}

// how says in what way a quote reports.
func (l *layout) how(r drift.Report) string {
	q := l.quoteOf(r)
	how := string(q.Kind)
	if q.Zone == quote.InTitle {
		how = "headline"
	}
	if len(q.Content) == 0 {
		how = "no words"
	}
	if !q.Cue.Empty() {
		if cue := short(l.words(r, q.Cue), 60); strings.Trim(cue, ":-–— ") != "" {
			how += ", “" + cue + "”"
		}
	}
	return how
}

func (l *layout) said(r drift.Report) string {
	q := l.quoteOf(r)
	if q.Said < 0 {
		return ""
	}
	t := l.Annotations[r.Article].Times[q.Said]
	words := short(l.Articles[r.Article].Doc.Text(t.Span), 40)
	if t.From.IsZero() || strings.Contains(t.Value, "X") {
		return words
	}
	return words + " (" + t.Value + ")"
}

func viaWords(r quote.ViaRole) string {
	switch r {
	case quote.Addressee:
		return "to"
	case quote.Relay:
		return "quoted by"
	}
	return "in or on"
}

// notesOn says what about a quote is inferred or open.
func (l *layout) notesOn(r drift.Report, q quote.Quote) []string {
	var notes []string
	if q.Kind != quote.Direct && len(q.Content) > 0 {
		notes = append(notes, "boundaries approximate")
	}
	if q.Factuality != quote.Reported {
		notes = append(notes, string(q.Factuality))
	}
	if q.Class == quote.Thought || q.Class == quote.Attitude {
		notes = append(notes, string(q.Class)+", not an utterance")
	}
	if q.Translated {
		notes = append(notes, "translated")
	}
	if s := q.Speaker; s.Entity >= 0 && s.Kind != quote.ByName && !s.Mention.Empty() {
		notes = append(notes, "the page says “"+short(l.words(r, s.Mention), 60)+"”")
	}
	switch s := q.Speaker; {
	case s.Entity < 0 && s.Kind != quote.Document && s.Kind != quote.Group:
		notes = append(notes, s.Reason)
	case s.Tied == entity.Unclear || s.Resolved == entity.Unclear:
		notes = append(notes, "speaker unclear")
	case s.Resolved == entity.Likely:
		notes = append(notes, "speaker likely")
	}
	return notes
}
