package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"hearsay/drift"
	"hearsay/entity"
)

const (
	mostPeople  = 400 // who have a page of their own
	mostSayings = 300 // on one of them
	firstPeople = 24  // on the overview
)

// A personView is one person or body: everything that is ascribed to them, and their names.
type personView struct {
	Name        string
	Kind        string
	Descriptors []string
	Stories     []link
	Aliases     []aliasRow
	Merges      []string
	Apart       []string
	Sayings     []sayingRow
	Left        int
}

// An aliasRow is a spelling and the pages that use it.
type aliasRow struct {
	Form  string
	Count int
	Pages []pageLink
}

// A personRow leads to a person or body.
type personRow struct {
	Name  link
	What  string
	Count int // sayings
	Pages int
}

// placePeople gives those who are quoted a page of their own: those with most quotes.
func (l *layout) placePeople() {
	l.personAt = make([]place, len(l.Cast.Entities))
	l.quotesOf = map[int][]drift.Report{}
	all := make([]int, len(l.Annotations))
	for i := range all {
		all[i] = i
	}
	for _, r := range l.reportsOf(all) {
		if c := l.castOf(r); c >= 0 {
			l.quotesOf[c] = append(l.quotesOf[c], r)
		}
	}
	for c := range l.Cast.Entities {
		if len(l.quotesOf[c]) > 0 {
			l.people = append(l.people, c)
		}
	}
	slices.SortStableFunc(l.people, func(a, b int) int { return cmp.Compare(len(l.quotesOf[b]), len(l.quotesOf[a])) })
	l.people = l.people[:min(len(l.people), mostPeople)]
	for _, c := range l.people {
		l.personAt[c].anchor = l.claim("e-", strings.TrimPrefix(l.Cast.Entities[c].ID, "e:"))
	}
}

func (l *layout) putPeople(file string, people []int) []func() view {
	var views []func() view
	for k, c := range people {
		l.personAt[c].file = file
		views = append(views, func() view { return l.person(c, neighbours(people, k)) })
	}
	return views
}

func (l *layout) person(c int, near [2]int) view {
	file := l.personAt[c].file
	x := l.Cast.Entities[c]
	v := view{Kind: "person", Anchor: l.personAt[c].anchor, Title: plain(x.Name), Crumbs: []link{{overviewAt.from(file), "Overview"}}, Content: l.personView(file, c)}
	if near[0] >= 0 {
		v.Prev = link{l.personAt[near[0]].from(file), plain(l.Cast.Entities[near[0]].Name)}
	}
	if near[1] >= 0 {
		v.Next = link{l.personAt[near[1]].from(file), plain(l.Cast.Entities[near[1]].Name)}
	}
	return v
}

func (l *layout) personView(file string, c int) personView {
	x := l.Cast.Entities[c]
	v := personView{Name: plain(x.Name), Kind: kindWords(x.Kind)}
	for _, d := range x.Descriptors[:min(len(x.Descriptors), 12)] {
		v.Descriptors = append(v.Descriptors, short(d, 100))
	}
	for _, a := range x.Aliases {
		v.Aliases = append(v.Aliases, aliasRow{plain(a.Form), a.Count, l.pages(file, a.Articles)})
	}
	for _, m := range x.Merges {
		v.Merges = append(v.Merges, fmt.Sprintf("“%s” and “%s”: %s", plain(m.A), plain(m.B), plain(m.Rule)))
	}
	for _, p := range x.Apart {
		v.Apart = append(v.Apart, fmt.Sprintf("“%s”: %s", plain(p.Name), plain(p.Reason)))
	}
	seen := map[int]bool{}
	for _, r := range l.quotesOf[c] {
		if s := l.storyOf[r.Article]; s >= 0 && !seen[s] && l.storyAt[s].anchor != "" {
			seen[s] = true
			v.Stories = append(v.Stories, link{l.storyAt[s].from(file), l.storyTitle(s)})
		}
	}
	rows := l.sayings(file, l.quotesOf[c])
	v.Sayings, v.Left = rows[:min(len(rows), mostSayings)], max(0, len(rows)-mostSayings)
	return v
}

// quotedPeople lists those who are quoted most, for the overview.
func (l *layout) quotedPeople(file string) []personRow {
	var rows []personRow
	for _, c := range l.people[:min(len(l.people), firstPeople)] {
		x := l.Cast.Entities[c]
		row := personRow{Name: link{l.personAt[c].from(file), plain(x.Name)}, What: kindWords(x.Kind), Count: len(l.sayings(file, l.quotesOf[c]))}
		if len(x.Descriptors) > 0 {
			row.What = short(x.Descriptors[0], 80)
		}
		pages := map[int]bool{}
		for _, r := range l.quotesOf[c] {
			pages[r.Article] = true
		}
		row.Pages = len(pages)
		rows = append(rows, row)
	}
	return rows
}

func kindWords(k entity.Kind) string {
	switch k {
	case entity.Person:
		return "person"
	case entity.Organisation:
		return "organisation"
	case entity.Place:
		return "place"
	}
	return "kind unknown"
}
