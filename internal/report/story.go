package report

import (
	"cmp"
	"fmt"
	"html/template"
	"slices"

	"hearsay/origin"
)

// A storyView is all that was found in one story.
type storyView struct {
	Title    string
	When     string
	Clock    string
	Figures  []figure
	Sentence string
	Anchor   string

	Picture template.HTML
	Folded  bool
	Legend  []legendRow
	Lineage []lineageRow

	Origins    originCount
	Groups     []groupRow
	Merges     []mergeRow
	Notes      []string       // what was seen and joins nothing
	Unknown    bool           // a group rests on nothing that is stated
	Several    bool           // several groups rest on a source that is named
	Statements []statementRow // the first of them
	More       []statementRow
	Left       int // statements that are not shown

	Pages     []pageRow
	Pairs     []pairRow
	PairsLeft int
	tongue
}

// A groupRow is one origin of a story and the pages that rest on it.
type groupRow struct {
	Name, Basis string
	Pages       []pageLink
}

// A mergeRow is a reason why pages count as one origin.
type mergeRow struct {
	Rule, Reason string
	Pages        []pageLink
}

// A pairRow leads to two pages side by side.
type pairRow struct {
	Href             string
	A, B             pageLink
	SharedA, SharedB string
	Relation         string
	Passages         int
}

func (l *layout) story(s int) view {
	v := view{Kind: "story", Anchor: l.storyAt[s].anchor, Title: l.storyTitle(s), Content: l.storyView(l.storyAt[s].file, s)}
	v.Crumbs = []link{{overviewAt.from(l.storyAt[s].file), "Overview"}}
	v.Prev, v.Next = l.nextStory(s, -1), l.nextStory(s, 1)
	return v
}

// nextStory links the next story of several pages in a direction.
func (l *layout) nextStory(s, step int) link {
	for n := s + step; n >= 0 && n < len(l.Stories); n += step {
		if l.storyAt[n].anchor != "" {
			return link{l.storyAt[n].from(l.storyAt[s].file), l.storyTitle(n)}
		}
	}
	return link{}
}

func (l *layout) storyTitle(s int) string {
	st := l.Stories[s]
	if t := short(st.Title, 200); t != "" {
		return t
	}
	if len(st.Members) > 0 {
		return l.headline(st.Members[0].Article)
	}
	return "Story without a title"
}

// storyTongue is the language of the article that gave the story its title.
func (l *layout) storyTongue(s int) tongue {
	for _, i := range l.members(s) {
		if a := l.Articles[i]; a.Title == l.Stories[s].Title {
			return languageOf(a)
		}
	}
	return tongue{Dir: "auto"}
}

func (l *layout) storyView(file string, s int) storyView {
	st := l.Stories[s]
	v := storyView{
		Title: l.storyTitle(s), tongue: l.storyTongue(s), Anchor: l.storyAt[s].anchor,
		When: l.clock.span(st.From, st.To), Clock: l.clock.zone.String(),
		Figures: l.figures(file, s), Sentence: l.sentence(s),
		Lineage: l.lineageRows(file, s), Origins: newOriginCount(st.Origins),
		PairsLeft: l.left[s],
	}
	v.Picture, v.Folded = l.picture(file, s)
	v.Legend = legend(st.Lineage)
	v.Groups, v.Merges = l.groups(file, st.Origins), l.merges(file, st.Origins)
	v.Notes = notes(st.Origins)
	named := 0
	for _, g := range st.Origins.Groups {
		if g.Basis == origin.Named {
			named++
		}
	}
	v.Several = named > 1
	v.Unknown = slices.ContainsFunc(st.Origins.Groups, func(g origin.Group) bool { return g.Basis == origin.Unknown })
	rows := l.statements(file, s)
	v.Left = len(st.Statements) - len(rows)
	first := min(firstStatements, len(rows))
	v.Statements, v.More = rows[:first], rows[first:]
	for _, m := range st.Members {
		r := l.row(file, m.Article)
		if m.Uncertain {
			r.Doubt = "its place in this story was won by a small margin"
		}
		v.Pages = append(v.Pages, r)
	}
	for _, i := range l.shown[s] {
		p := l.Pairs[i]
		v.Pairs = append(v.Pairs, pairRow{
			Href: l.pairAt[i].from(file), A: l.page(file, p.A), B: l.page(file, p.B),
			SharedA: percent(p.SharedOfA), SharedB: percent(p.SharedOfB),
			Relation: relationWords(p.Relation), Passages: len(p.Passages),
		})
	}
	return v
}

// figures is the chain of numbers of a story: pages, texts, origins.
func (l *layout) figures(file string, s int) []figure {
	st := l.Stories[s]
	at := func(part string) string { return place{l.storyAt[s].file, l.storyAt[s].anchor + "-" + part}.from(file) }
	texts := len(st.Members) - copies(st.Families)
	o := newOriginCount(st.Origins)
	label := "independent origins"
	if o.Short == "1" {
		label = "independent origin"
	}
	return []figure{
		{number(len(st.Members)), plural(len(st.Members), "page"), at("pages")},
		{number(texts), plural(texts, "different text"), at("lineage")},
		{o.Short, label, at("origins")},
	}
}

// sentence says what the numbers of a story mean.
func (l *layout) sentence(s int) string {
	st := l.Stories[s]
	o := newOriginCount(st.Origins)
	text := fmt.Sprintf("%s of this collection go back to %s.", count(len(st.Members), "page"), o.Long)
	if largest := largestGroup(st.Origins.Groups); largest.Basis != origin.Unknown && len(largest.Articles) > 1 && largest.Name != "" {
		if len(largest.Articles) == len(st.Members) {
			text += fmt.Sprintf(" All of them are counted with %s.", plain(largest.Name))
		} else {
			text += fmt.Sprintf(" %s of them are counted with %s.", number(len(largest.Articles)), plain(largest.Name))
		}
	}
	return text
}

func largestGroup(groups []origin.Group) origin.Group {
	if len(groups) == 0 {
		return origin.Group{Basis: origin.Unknown}
	}
	return slices.MaxFunc(groups, func(a, b origin.Group) int { return len(a.Articles) - len(b.Articles) })
}

func (l *layout) groups(file string, iv origin.Interval) []groupRow {
	rows := make([]groupRow, len(iv.Groups))
	for k, g := range iv.Groups {
		rows[k] = groupRow{Name: l.groupName(g), Basis: basisWords(g.Basis), Pages: l.pages(file, g.Articles)}
	}
	return rows
}

// groupName names a group: by its source where that is named, else by its first page, as the page is
// called in the lists of the report.
func (l *layout) groupName(g origin.Group) string {
	if g.Basis != origin.Named && len(g.Articles) > 0 {
		return l.names[g.Articles[0]]
	}
	return cmp.Or(plain(g.Name), "not named")
}

// notes returns what was seen while counting and joins nothing: a credit that the wording speaks
// against, a passage too small to make one origin of two pages.
func notes(iv origin.Interval) []string {
	out := make([]string, len(iv.Notes))
	for k, n := range iv.Notes {
		out[k] = plain(n)
	}
	return out
}

func (l *layout) merges(file string, iv origin.Interval) []mergeRow {
	rows := make([]mergeRow, len(iv.Merges))
	for k, m := range iv.Merges {
		rows[k] = mergeRow{Rule: ruleWords(m.Rule), Reason: plain(m.Reason), Pages: l.pages(file, m.Articles)}
	}
	return rows
}
