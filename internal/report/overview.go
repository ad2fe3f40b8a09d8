package report

import (
	"cmp"
	"fmt"
	"html/template"
	"slices"
	"strings"
	"time"

	"hearsay/article"
	"hearsay/page"
	"hearsay/reuse"
)

// mostAcross is how many pairs across stories the overview lists, heaviest first.
const mostAcross = 50

// A figure is one number of the chain from pages to origins, with a link to its rows.
type figure struct {
	Number, Label, Href string
}

// An overview is the first view: the numbers, the stories, and what was left out.
type overview struct {
	Figures    []figure
	Sentence   string
	Facts      []string
	Lead       lead // the story that the collection is about, if there is one
	List       bool // whether there are stories besides
	Stories    []storyRow
	States     []stateCount
	Alone      []pageRow
	People     []personRow
	Across     []acrossRow
	AcrossLeft int
	Unread     int         // inputs that could not be read
	Beside     []skipGroup // what is no page of its own
	Skipped    []skipGroup
	Duplicates []duplicateRow
}

// A lead shows, on the first view, the story that most pages of a collection tell. Without such a
// story its Href is empty.
type lead struct {
	Href    string
	Of      string // what part of the collection it is, where it is not all
	Title   string
	Picture template.HTML
	Legend  []legendRow
	Top     []statementRow
	tongue
}

// A storyRow is a story in the list.
type storyRow struct {
	Href    string
	Title   string
	When    string
	Pages   int
	Texts   int
	Origins originCount
	tongue
}

// A stateCount is how many stories of the list are in a state.
type stateCount struct {
	State state
	Label string
	N     int
}

// An acrossRow is a pair of articles of different stories that share wording.
type acrossRow struct {
	A, B             pageLink
	StoryA, StoryB   string
	SharedA, SharedB string
	Quote            string
	Words            int
	tongue
}

// A skipGroup is the inputs that could not be read for one reason.
type skipGroup struct {
	Reason string
	Inputs []inputRow
}

// An inputRow says where an input stands.
type inputRow struct{ Path, Record string }

// A duplicateRow is a page that repeats another.
type duplicateRow struct {
	Path, Record string
	Of           pageLink
}

func (l *layout) title() string {
	if s := l.mainStory(); s >= 0 {
		return l.storyTitle(s) + " · Hearsay"
	}
	return "Hearsay report: " + count(len(l.Articles), "page")
}

// mainStory returns the index of the story that at least half of all pages tell, else -1.
func (l *layout) mainStory() int {
	for s, st := range l.Stories {
		if n := len(st.Members); n > 1 && 2*n >= len(l.Articles) {
			return s
		}
	}
	return -1
}

func (l *layout) overview() view {
	o := overview{Facts: l.facts()}
	unread := slices.DeleteFunc(slices.Clone(l.Case.Skipped), func(s page.Skip) bool { return s.Beside })
	beside := slices.DeleteFunc(slices.Clone(l.Case.Skipped), func(s page.Skip) bool { return !s.Beside })
	o.Unread, o.Skipped, o.Beside = len(unread), skips(unread), skips(beside)
	l.listStories(&o)
	o.Figures, o.Sentence = l.collectionFigures(o), collectionSentence(o)
	if s := l.mainStory(); s >= 0 {
		o.Lead = l.lead(s)
		o.Figures = l.figures(frontPage, s)
		o.Sentence = l.sentence(s)
	}
	o.List = len(o.Stories) > 1 || len(o.Stories) == 1 && o.Lead.Href == ""
	o.People = l.quotedPeople(frontPage)
	o.Across, o.AcrossLeft = l.across()
	for _, d := range l.Duplicates {
		o.Duplicates = append(o.Duplicates, duplicateRow{plain(d.Source.Path), plain(d.Source.Record), l.page(frontPage, d.Of)})
	}
	return view{Kind: "overview", Anchor: overviewAt.anchor, Title: "Overview", Content: o}
}

// listStories lists the stories of several pages, largest first, and the pages that stand alone.
func (l *layout) listStories(o *overview) {
	for s, st := range l.Stories {
		if len(st.Members) > 1 {
			o.Stories = append(o.Stories, l.storyRow(s))
			continue
		}
		for _, i := range l.members(s) {
			o.Alone = append(o.Alone, l.row(frontPage, i))
		}
	}
	for _, i := range l.strays() {
		o.Alone = append(o.Alone, l.row(frontPage, i))
	}
	slices.SortStableFunc(o.Stories, func(a, b storyRow) int { return cmp.Compare(b.Pages, a.Pages) })
	for _, s := range []stateCount{{echo, "one origin", 0}, {several, "several origins", 0}, {unclear, "unclear", 0}} {
		for _, row := range o.Stories {
			if row.Origins.State == s.State {
				s.N++
			}
		}
		if s.N > 0 {
			o.States = append(o.States, s)
		}
	}
}

// collectionFigures is the chain of numbers of a collection of several stories.
func (l *layout) collectionFigures(o overview) []figure {
	texts := len(l.strays())
	for _, st := range l.Stories {
		texts += st.Origins.Texts
	}
	rows := ""
	switch {
	case len(o.Stories) > 0:
		rows = "#stories"
	case len(o.Alone) > 0:
		rows = "#alone"
	}
	return []figure{
		{number(len(l.Articles)), plural(len(l.Articles), "page"), rows},
		{number(texts), plural(texts, "different text"), rows},
		{number(len(o.Stories)), stories(len(o.Stories)) + " told by several pages", rows},
	}
}

func plural(n int, noun string) string {
	_, noun, _ = strings.Cut(count(n, noun), " ")
	return noun
}

func stories(n int) string {
	if n == 1 {
		return "story"
	}
	return "stories"
}

// collectionSentence says in words what the list of stories adds up to.
func collectionSentence(o overview) string {
	states := make(map[state]int)
	for _, s := range o.States {
		states[s.State] = s.N
	}
	rows, alone := o.Stories, len(o.Alone)
	var parts []string
	say := func(n int, one, many string) {
		if n == 1 {
			parts = append(parts, one)
		} else if n > 1 {
			parts = append(parts, fmt.Sprintf(many, number(n)))
		}
	}
	say(states[echo], "1 goes back to one origin", "%s go back to one origin each")
	say(states[several], "1 has at least two independent origins", "%s have at least two independent origins")
	say(states[unclear], "for 1 the number cannot be told", "for %s the number cannot be told")
	s := "No two pages of this collection tell the same story."
	if len(rows) > 0 {
		verb := "are"
		if len(rows) == 1 {
			verb = "is"
		}
		s = fmt.Sprintf("%s %s %s told by more than one page: %s in this collection.", number(len(rows)), stories(len(rows)), verb, list(parts))
	}
	if alone > 0 && len(rows) > 0 {
		verb := "stand"
		if alone == 1 {
			verb = "stands"
		}
		s += fmt.Sprintf(" %s %s alone.", count(alone, "page"), verb)
	}
	return s
}

// list joins parts with commas and “and”.
func list(parts []string) string {
	if len(parts) < 2 {
		return strings.Join(parts, "")
	}
	return strings.Join(parts[:len(parts)-1], ", ") + " and " + parts[len(parts)-1]
}

// facts say what the collection is made of.
func (l *layout) facts() []string {
	facts := []string{}
	byLanguage := make(map[string]int)
	var from, to time.Time
	for _, a := range l.Articles {
		byLanguage[languageName(a.Language.Code)]++
		if t := a.Time(); !t.IsZero() {
			if from.IsZero() || t.Before(from) {
				from = t
			}
			if t.After(to) {
				to = t
			}
		}
	}
	names := make([]string, 0, len(byLanguage))
	for name := range byLanguage {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(cmp.Compare(byLanguage[b], byLanguage[a]), cmp.Compare(a, b))
	})
	for k, name := range names {
		names[k] = name + " " + number(byLanguage[name])
	}
	if len(names) > 0 {
		said := strings.Join(names[:min(8, len(names))], ", ")
		if more := len(names) - 8; more > 0 {
			said += " and " + count(more, "more language")
		}
		facts = append(facts, said)
	}
	if s := l.clock.span(from, to); s != "" {
		facts = append(facts, s)
	}
	return facts
}

func (l *layout) storyRow(s int) storyRow {
	st := l.Stories[s]
	return storyRow{
		Href: l.storyAt[s].from(frontPage), Title: l.storyTitle(s), tongue: l.storyTongue(s),
		When: l.clock.span(st.From, st.To), Pages: len(st.Members), Texts: st.Origins.Texts,
		Origins: newOriginCount(st.Origins),
	}
}

func (l *layout) lead(s int) lead {
	st := l.storyView(frontPage, s)
	var of string
	if n := len(l.Articles); n > len(l.members(s)) {
		of = fmt.Sprintf("The story that %s of %s tell", number(len(l.members(s))), count(n, "page"))
	}
	return lead{Href: l.storyAt[s].from(frontPage), Of: of, Title: st.Title, tongue: st.tongue, Picture: st.Picture,
		Legend: st.Legend, Top: st.Statements[:min(6, len(st.Statements))]}
}

// across lists the pairs of different stories, heaviest first, and how many more there are.
func (l *layout) across() ([]acrossRow, int) {
	var pairs []int
	for i, p := range l.Pairs {
		if l.storyOf[p.A] != l.storyOf[p.B] && p.Relation != reuse.FormulaOnly && mass(p) > 0 {
			pairs = append(pairs, i)
		}
	}
	slices.SortStableFunc(pairs, func(i, j int) int { return cmp.Compare(mass(l.Pairs[j]), mass(l.Pairs[i])) })
	shown := pairs[:min(mostAcross, len(pairs))]
	rows := make([]acrossRow, len(shown))
	for k, i := range shown {
		p := l.Pairs[i]
		g := heaviest(p)
		rows[k] = acrossRow{
			A: l.page(frontPage, p.A), B: l.page(frontPage, p.B),
			StoryA: l.storyName(l.storyOf[p.A]), StoryB: l.storyName(l.storyOf[p.B]),
			SharedA: percent(p.SharedOfA), SharedB: percent(p.SharedOfB),
			Quote: short(l.Articles[p.A].Doc.Text(g.A), 400), Words: g.SameWords,
			tongue: newTongue(l.Articles[p.A].Language.Code),
		}
	}
	return rows, len(pairs) - len(shown)
}

// heaviest returns the passage of a pair that carries most, standing phrases left out.
func heaviest(p reuse.Pair) reuse.Passage {
	var best reuse.Passage
	for _, g := range p.Passages {
		if !g.Formula && g.Mass > best.Mass {
			best = g
		}
	}
	return best
}

func (l *layout) storyName(s int) string {
	if s < 0 || len(l.Stories[s].Members) < 2 {
		return "stands alone"
	}
	return l.storyTitle(s)
}

// skips gathers the inputs that could not be read by reason, in the order in which reasons first
// appear.
func skips(in []page.Skip) []skipGroup {
	var out []skipGroup
	at := make(map[string]int)
	for _, s := range in {
		k, seen := at[s.Reason]
		if !seen {
			k = len(out)
			at[s.Reason] = k
			out = append(out, skipGroup{Reason: plain(s.Reason)})
		}
		out[k].Inputs = append(out[k].Inputs, inputRow{plain(s.Source.Path), plain(s.Source.Record)})
	}
	return out
}

// languageOf returns the tongue of an article.
func languageOf(a *article.Article) tongue { return newTongue(a.Language.Code) }
