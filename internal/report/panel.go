package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"hearsay/origin"
)

// A panel shows how a number of origins was counted, of a story or of a statement.
type panel struct {
	Chain     string // “14 pages → 5 texts → 2 named bases + 1 unknown: at least 2, at most 3”
	Lower     string // what the lower figure counts
	Upper     string // what the upper figure counts
	Groups    []groupRow
	Open      []mergeRow // reasons that join no group: what nothing is known of
	Notes     [][]phrase // what was seen and joins nothing
	Several   bool       // several groups rest on a source that is named
	Witnesses witnessView
}

// A groupRow is one origin and the pages that rest on it.
type groupRow struct {
	Name, Basis string
	Upper       bool // counts in the upper figure only, unlike others
	Texts       int
	Pages       []pageLink
	Grounds     []groundRow
	Merges      []mergeRow
}

// A groundRow is what pages of a group show of what they rest on.
type groundRow struct {
	Words string // “credits its text to Agency X”
	Pages []pageLink
}

// A mergeRow is a reason why pages count as one origin.
type mergeRow struct {
	Rule   string
	Reason []phrase
	Effect string // what the figures would be without it
	Pages  []pageLink
	Pair   string // link to them side by side, where they are two; empty if there is no such view
}

// A witnessView says how well it is attested that something was said; without Text it says nothing.
type witnessView struct {
	Text   string
	Groups []groupRow
}

// mostEffects is the number of merges up to which a panel says what each of them does to the figures:
// that takes one count for each.
const mostEffects = 40

func (l *layout) panel(file string, s int, iv origin.Interval) panel {
	p := panel{Chain: iv.Chain().String(), Groups: l.groups(file, s, iv.Groups, iv)}
	p.Lower, p.Upper = figureWords(iv)
	p.Several = iv.Chain().Named > 1
	effects := effects(iv)
	for k, m := range iv.Merges {
		row := l.merge(file, s, m, effects[k])
		if g := groupOfAll(iv.Groups, m.Articles); g >= 0 && m.Rule != origin.NoBasis {
			p.Groups[g].Merges = append(p.Groups[g].Merges, row)
		} else {
			p.Open = append(p.Open, row)
		}
	}
	for _, n := range iv.Notes {
		p.Notes = append(p.Notes, l.spoken(file, s, n))
	}
	if w := iv.Witnesses; w != nil {
		p.Witnesses = witnessView{witnessWords(*w), l.groups(file, s, w.Groups, iv)}
		for _, m := range w.Merges {
			if g := groupOfAll(w.Groups, m.Articles); g >= 0 && m.Rule != origin.NoBasis {
				p.Witnesses.Groups[g].Merges = append(p.Witnesses.Groups[g].Merges, l.merge(file, s, m, ""))
			}
		}
	}
	return p
}

func (l *layout) merge(file string, s int, m origin.Merge, effect string) mergeRow {
	row := mergeRow{Rule: ruleWords(m.Rule), Reason: l.spoken(file, s, m.Reason), Effect: effect, Pages: l.pages(file, m.Articles)}
	if len(m.Articles) == 2 {
		row.Pair = l.pairOf(m.Articles[0], m.Articles[1]).from(file)
	}
	return row
}

// pairOf returns where two articles stand side by side; the zero place if nowhere.
func (l *layout) pairOf(i, k int) place {
	for _, p := range l.pairsOf[i] {
		if l.other(p, i) == k {
			return l.pairAt[p]
		}
	}
	return place{}
}

// groupOfAll returns the group that holds all of the articles, -1 if none does.
func groupOfAll(groups []origin.Group, articles []int) int {
	return slices.IndexFunc(groups, func(g origin.Group) bool {
		return len(articles) > 0 && !slices.ContainsFunc(articles, func(i int) bool { return !slices.Contains(g.Articles, i) })
	})
}

func (l *layout) groups(file string, s int, groups []origin.Group, iv origin.Interval) []groupRow {
	of := make(map[int]origin.Report)
	for _, r := range iv.Reports {
		of[r.Article] = r
	}
	shown := slices.ContainsFunc(groups, func(g origin.Group) bool { return g.Basis != origin.Unknown })
	rows := make([]groupRow, len(groups))
	for k, g := range groups {
		rows[k] = groupRow{Name: l.groupName(g), Basis: basisWords(g.Basis), Upper: g.Basis == origin.Unknown && shown, Pages: l.pages(file, g.Articles)}
		texts := make(map[int]bool)
		for _, i := range g.Articles {
			if r, ok := of[i]; ok {
				texts[r.Text] = true
				rows[k].Grounds = l.addGrounds(file, rows[k].Grounds, r)
			}
		}
		rows[k].Texts = len(texts)
	}
	return rows
}

// addGrounds adds what a report shows of its basis, as far as it counts.
func (l *layout) addGrounds(file string, rows []groundRow, r origin.Report) []groundRow {
	for _, g := range r.Grounds {
		if !g.Counts {
			continue
		}
		words := groundWords(g)
		k := slices.IndexFunc(rows, func(row groundRow) bool { return row.Words == words })
		if k < 0 {
			k = len(rows)
			rows = append(rows, groundRow{Words: words})
		}
		rows[k].Pages = append(rows[k].Pages, l.page(file, r.Article))
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

// figureWords says what the two figures count; once, where they count the same.
func figureWords(iv origin.Interval) (lower, upper string) {
	c := iv.Chain()
	switch {
	case iv.AtMost == 1 && c.Unknown == 1:
		return "There is one group, so both figures are 1, though nothing shows what it rests on.", ""
	case iv.AtLeast == iv.AtMost && c.Unknown == 0:
		return "Both figures count the groups that show what they rest on: " + shownWords(c) + ".", ""
	}
	return lowerWords(iv), upperWords(iv)
}

// shownWords counts the groups that show what they rest on.
func shownWords(c origin.Chain) string {
	var shown []string
	if c.Named > 0 {
		shown = append(shown, count(c.Named, "named source"))
	}
	if c.Own > 0 {
		shown = append(shown, count(c.Own, "own report"))
	}
	return list(shown)
}

// lowerWords says what the lower figure counts.
func lowerWords(iv origin.Interval) string {
	c := iv.Chain()
	figure := "The lower figure, " + number(iv.AtLeast) + ", "
	switch left := c.Named + c.Own - iv.AtLeast; {
	case c.Named+c.Own == 0:
		return figure + "stands for all groups together: nothing shows what any of them rests on, so all may go back to one."
	case left > 0:
		return figure + fmt.Sprintf("counts the groups that show what they rest on: %s. It leaves out %s that may rest on the same as another; below it says why.", shownWords(c), number(left))
	default:
		return figure + fmt.Sprintf("counts the groups that show what they rest on: %s.", shownWords(c))
	}
}

// upperWords says what the upper figure counts.
func upperWords(iv origin.Interval) string {
	figure := "The upper figure, " + number(iv.AtMost) + ", counts every group"
	if n := iv.Chain().Unknown; n > 0 && iv.AtMost > 1 {
		return figure + fmt.Sprintf(", as if %s of which nothing is known stood for itself.", each(n))
	}
	return figure + "."
}

func each(n int) string {
	if n == 1 {
		return "the one"
	}
	return "each of the " + number(n)
}

// effects says for each merge what the figures would be without it; nothing where they would be the
// same, where there are too many to tell, or where the reports are not known.
func effects(iv origin.Interval) []string {
	out := make([]string, len(iv.Merges))
	if len(iv.Merges) > mostEffects || len(iv.Reports) == 0 {
		return out
	}
	for k, m := range iv.Merges {
		if m.Rule == origin.NoBasis {
			continue
		}
		without := origin.Count(iv.Reports, slices.Delete(slices.Clone(iv.Merges), k, k+1))
		var what []string
		if without.AtLeast != iv.AtLeast {
			what = append(what, "the lower figure")
		}
		if without.AtMost != iv.AtMost {
			what = append(what, "the upper figure")
		}
		if len(what) > 0 {
			out[k] = fmt.Sprintf("moves %s: without this step, %s", list(what), without)
		}
	}
	return out
}

// witnessWords says how well it is attested that something was said.
func witnessWords(w origin.Witnesses) string {
	if w.AtMost == 1 {
		return "1 witness"
	}
	return w.String() + " witnesses"
}

// ruleWords names the rule of a merge.
func ruleWords(r origin.Rule) string {
	switch r {
	case origin.SameText:
		return "the same text"
	case origin.DerivedPassage:
		return "made from another's text"
	case origin.NamedBasis:
		return "the same named source"
	case origin.UnnamedBasis:
		return "the same author or outlet"
	case origin.SameUtterance:
		return "the same quoted words"
	case origin.OpenTie:
		return "perhaps one origin"
	case origin.NoBasis:
		return "no stated source"
	}
	return plain(string(r))
}

// basisWords says what is known about the origin of a group.
func basisWords(b origin.Basis) string {
	switch b {
	case origin.Named:
		return "a named source"
	case origin.Own:
		return "signs of own reporting"
	}
	return "nothing says what it rests on"
}

// groundWords says what a page shows of what it rests on.
func groundWords(g origin.Ground) string {
	switch source := plain(g.Source); g.Kind {
	case origin.PageOf:
		return "a page of " + source
	case origin.Credits:
		return "credits its text to " + source
	case origin.Attributes:
		return "attributes what it says to " + source
	case origin.OwnSigns:
		return "shows signs of own reporting"
	default:
		return strings.TrimSpace(plain(string(g.Kind)) + " " + source)
	}
}
