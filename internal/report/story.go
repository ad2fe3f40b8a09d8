package report

import (
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
	Undrawn int // rows for which the picture has no room
	Legend  []legendRow
	Lineage []lineageRow

	Origins    originCount
	Panel      panel
	Statements []statementRow // the first of them
	More       []statementRow
	Left       int // statements that are not shown

	Voices       []voiceRow
	Drifts       []driftRow // the first of them
	MoreDrifts   []driftRow
	DriftsLeft   int
	Unshared     []sayingRow
	UnsharedLeft int

	Pages     []pageRow
	Pairs     []pairRow
	PairsLeft int
	tongue
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
		Origins: newOriginCount(st.Origins), Panel: l.panel(file, s, st.Origins),
		PairsLeft: l.left[s],
	}
	p := l.pictured(file, s)
	v.Picture, v.Undrawn = p.svg()
	v.Legend, v.Lineage = p.legend(), p.list()
	rows := l.statements(file, s)
	v.Left = len(st.Statements) - len(rows)
	first := min(firstStatements, len(rows))
	v.Statements, v.More = rows[:first], rows[first:]
	v.Voices = l.voices(file, s)
	drifts := l.drifts(file, s)
	v.DriftsLeft = len(st.Utterances) - len(drifts)
	first = min(firstUtterances, len(drifts))
	v.Drifts, v.MoreDrifts = drifts[:first], drifts[first:]
	once := min(len(st.Unshared), mostUnshared)
	v.Unshared, v.UnsharedLeft = l.sayings(file, st.Unshared[:once]), len(st.Unshared)-once
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
	texts := st.Origins.Texts
	o := newOriginCount(st.Origins)
	label := "independent origins"
	if o.Short == "1" {
		label = "independent origin"
	}
	return []figure{
		{number(len(st.Members)), plural(len(st.Members), "page"), at("pages")},
		{number(texts), plural(texts, "different text"), at("origins")},
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
			text += fmt.Sprintf(" All of them are counted with %s.", l.groupName(largest))
		} else {
			text += fmt.Sprintf(" %s of them are counted with %s.", number(len(largest.Articles)), l.groupName(largest))
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
