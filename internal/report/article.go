package report

import (
	"fmt"
	"html/template"
	"strings"

	"hearsay/article"
	"hearsay/internal/draw"
	"hearsay/page"
	"hearsay/text"
)

const (
	mostShares  = 40  // other pages in the list of one article
	mostRemoved = 200 // removed pieces shown
	mostTraces  = 200 // traces shown
)

// An articleView is one page: what it says, with the evidence.
type articleView struct {
	Anchor    string
	Name      string
	Headline  string
	When      moment
	Evidence  []dateRow
	Bound     moment // for a page without a date: the day that its own words place in the past
	Mentions  []dateRow
	Modified  moment
	Byline    string
	Language  string
	URL       address
	Canonical address
	Captured  string
	Credits   []creditRow
	Warnings  []string

	Words      int
	Shared     float64
	Strip      template.HTML
	Shares     []shareRow
	SharesLeft int
	AllShares  link

	Paragraphs  []paragraphView
	Traces      []traceRow
	Removed     []removedGroup
	Pieces      int // removed in all
	RemovedLeft int
	Source      sourceView
	Sayings     []sayingRow
	Names       []nameRow
	NamesLeft   int
	tongue
}

// A dateRow is one place of the page that names a date.
type dateRow struct {
	Kind, Value string
	Agrees      bool
}

// A creditRow is a source that the page names.
type creditRow struct {
	Kind, Agency, Exact, Href string
	tongue
}

// A shareRow is another page that shares wording with the one shown.
type shareRow struct {
	pageLink
	Share     float64 // of the words of the page shown
	Relation  string
	Pair      string // link to the two side by side; empty if there is no such view
	Elsewhere bool   // it belongs to another story
}

// A removedGroup holds the pieces of the page that are no part of the article for one reason.
type removedGroup struct {
	Reason string
	Exact  []string
}

// A traceRow is a place of the text with characters that readers do not see or take for others.
type traceRow struct{ Kind, Exact, Codes, Href string }

// A sourceView says where the page was found.
type sourceView struct{ Path, Record, SHA256, ID string }

func (l *layout) article(i int, near [2]int) view {
	file := l.articleAt[i].file
	v := view{Kind: "article", Anchor: l.articleAt[i].anchor, Title: l.names[i] + ": " + l.headline(i), Content: l.articleView(file, i)}
	v.Crumbs = []link{{overviewAt.from(file), "Overview"}}
	if s := l.storyOf[i]; s >= 0 && l.storyAt[s].anchor != "" {
		v.Crumbs = append(v.Crumbs, link{l.storyAt[s].from(file), l.storyTitle(s)})
	}
	if near[0] >= 0 {
		v.Prev = link{l.articleAt[near[0]].from(file), l.names[near[0]]}
	}
	if near[1] >= 0 {
		v.Next = link{l.articleAt[near[1]].from(file), l.names[near[1]]}
	}
	return v
}

func (l *layout) articleView(file string, i int) articleView {
	a := l.Articles[i]
	v := articleView{
		Anchor: l.articleAt[i].anchor, Name: l.names[i], Headline: l.headline(i), tongue: languageOf(a),
		When: l.clock.moment(a.Published), Modified: l.clock.moment(a.Modified),
		Language: languageName(a.Language.Code), URL: newAddress(a.URL), Canonical: newAddress(a.Canonical),
		Captured: "unknown", Words: len(a.Doc.Tokens()), Shared: portion(a.Doc, l.matched(i)),
		Source: sourceView{plain(a.Source.Path), plain(a.Source.Record), plain(a.SHA256), plain(a.ID)},
	}
	if a.Canonical == a.URL {
		v.Canonical = address{}
	}
	if a.Language.Grade == article.Likely || a.Language.Grade == article.Unclear {
		v.Language += " (" + string(a.Language.Grade) + ")"
	}
	if !a.Captured.IsZero() {
		v.Captured = a.Captured.UTC().Format("2 January 2006, 15:04:05 UTC")
	}
	names := make([]string, len(a.Byline))
	for k, name := range a.Byline {
		names[k] = plain(name)
	}
	v.Byline = strings.Join(names, ", ")
	v.Evidence = dateRows(a.Published)
	if a.Published == nil {
		v.Bound, v.Mentions = l.clock.moment(a.NotBefore), dateRows(a.NotBefore)
	}
	for _, w := range a.Warnings {
		v.Warnings = append(v.Warnings, plain(w))
	}
	v.Credits = l.credits(file, i)
	v.Removed = removedGroups(a.Removed[:min(mostRemoved, len(a.Removed))])
	v.Pieces, v.RemovedLeft = len(a.Removed), max(0, len(a.Removed)-mostRemoved)
	v.Traces = l.traces(file, i)
	v.Shares, v.SharesLeft, v.AllShares = l.shares(file, i)
	v.Sayings = l.articleSayings(file, i)
	v.Names, v.NamesLeft = l.articleNames(file, i)
	covers := l.covers(i)
	v.Paragraphs = l.paragraphViews(file, i, covers)
	v.Strip = l.strip(i, covers)
	return v
}

func dateRows(d *article.Date) []dateRow {
	if d == nil {
		return nil
	}
	var rows []dateRow
	for _, e := range d.Evidence {
		rows = append(rows, dateRow{plain(e.Kind), plain(e.Value), e.Agrees})
	}
	return rows
}

// removedGroups puts pieces with one reason together, in the order in which the reasons first occur.
func removedGroups(removed []article.Removed) []removedGroup {
	var groups []removedGroup
	at := map[string]int{}
	for _, r := range removed {
		k, ok := at[r.Reason]
		if !ok {
			k = len(groups)
			at[r.Reason] = k
			groups = append(groups, removedGroup{Reason: plain(r.Reason)})
		}
		groups[k].Exact = append(groups[k].Exact, short(r.Exact, 400))
	}
	return groups
}

func (l *layout) traces(file string, i int) []traceRow {
	var rows []traceRow
	for _, x := range l.Articles[i].Traces[:min(mostTraces, len(l.Articles[i].Traces))] {
		shown := short(x.Exact, 60)
		if x.Kind == article.Invisible {
			shown = beside(l.Articles[i].Doc, x.Span)
		}
		rows = append(rows, traceRow{traceWords(x.Kind), shown, plain(x.Codes), l.at(file, article.Ref{Article: i, Span: x.Span})})
	}
	return rows
}

// beside returns the words beside a span that nobody can see, with a mark in its place.
func beside(d *text.Doc, s text.Span) string {
	const mark, reach = "▯", 40 // bytes on either side
	before := strings.ToValidUTF8(d.String()[max(0, s.Start-reach):s.Start], "")
	after := strings.ToValidUTF8(d.String()[s.End:min(d.Len(), s.End+reach)], "")
	if _, rest, found := strings.Cut(before, " "); found && s.Start > reach {
		before = "…" + rest
	}
	if k := strings.LastIndex(after, " "); k >= 0 && s.End+reach < d.Len() {
		after = after[:k] + "…"
	}
	return plain(before + mark + after)
}

func (l *layout) credits(file string, i int) []creditRow {
	var rows []creditRow
	for _, c := range l.Articles[i].Credits {
		row := creditRow{Kind: creditWords(c.Kind), Agency: plain(c.Agency), Exact: short(c.Exact, 200), tongue: languageOf(l.Articles[i])}
		if c.Span != nil {
			row.Href = l.at(file, article.Ref{Article: i, Span: *c.Span})
		}
		rows = append(rows, row)
	}
	return rows
}

// shares lists the pages that share most with article i.
func (l *layout) shares(file string, i int) (rows []shareRow, left int, all link) {
	for _, p := range l.pairsOf[i] {
		if len(rows) == mostShares {
			break
		}
		o := l.other(p, i)
		rows = append(rows, shareRow{pageLink: l.page(file, o), Share: l.share(p, i), Relation: relationWords(l.Pairs[p].Relation),
			Pair: l.pairAt[p].from(file), Elsewhere: l.storyOf[o] != l.storyOf[i]})
	}
	if s := l.storyOf[i]; s >= 0 && l.storyAt[s].anchor != "" {
		all = link{place{l.storyAt[s].file, l.storyAt[s].anchor + "-pages"}.from(file), "the pages of this story"}
	}
	return rows, len(l.pairsOf[i]) - len(rows), all
}

// strip draws where in the page the shared wording stands.
func (l *layout) strip(i int, covers []cover) template.HTML {
	n := float64(l.Articles[i].Doc.Len())
	if n == 0 || len(covers) == 0 {
		return ""
	}
	var stretches []draw.Stretch
	for _, s := range segments(covers, 0, l.Articles[i].Doc.Len()) {
		if k := len(stretches); k > 0 && s.others > 0 && stretches[k-1].Others > 0 && draw.Level(stretches[k-1].Others) == draw.Level(s.others) {
			stretches[k-1].To = float64(s.End) / n
			continue
		}
		stretches = append(stretches, draw.Stretch{From: float64(s.Start) / n, To: float64(s.End) / n, Others: s.others})
	}
	return template.HTML(draw.Coverage("Where the shared wording stands, from the beginning of the page on the left to its end", stretches))
}

// compareCommand is the command that shows two pages side by side on a terminal.
func compareCommand(a, b *article.Article) string {
	if a.Source.Record != "" || b.Source.Record != "" {
		return ""
	}
	return fmt.Sprintf("hearsay compare pages %s %s", quoted(a.Source), quoted(b.Source))
}

// quoted writes a path so that a POSIX shell reads it as one word.
func quoted(s page.Source) string {
	return "'" + strings.ReplaceAll(plain(s.Path), "'", `'\''`) + "'"
}
