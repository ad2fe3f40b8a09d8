package report

import (
	"cmp"
	"fmt"
	"slices"
	"sort"

	"hearsay/article"
	"hearsay/quote"
	"hearsay/text"
)

// oneFile puts every view into the front page.
func (l *layout) oneFile() {
	front := file{name: frontPage, title: l.title()}
	front.views = append(front.views, l.overview)
	for s := range l.Stories {
		front.views = append(front.views, l.placeStory(frontPage, s)...)
		front.views = append(front.views, l.placePairs(frontPage, l.shown[s])...)
		front.views = append(front.views, l.placeArticles(frontPage, l.members(s))...)
	}
	front.views = append(front.views, l.placeArticles(frontPage, l.strays())...)
	front.views = append(front.views, l.putPeople(frontPage, l.people)...)
	front.views = append(front.views, l.method)
	l.files = []file{front}
}

// manyFiles puts the overview and the method on the front page, each story into a file of its own
// and its pages beside it where they are many; pages that stand alone share files.
func (l *layout) manyFiles() {
	l.files = []file{{name: frontPage, title: l.title(), views: []func() view{l.overview, l.method}}}
	var alone []int
	for s, st := range l.Stories {
		if len(st.Members) < 2 {
			alone = append(alone, l.members(s)...)
			continue
		}
		name := folder + l.storyAt[s].anchor
		f := file{name: name + ".html", title: l.storyTitle(s), views: l.placeStory(name+".html", s)}
		if len(st.Members) <= mostInOneFile {
			f.views = append(f.views, l.placePairs(f.name, l.shown[s])...)
			f.views = append(f.views, l.placeArticles(f.name, l.members(s))...)
			l.files = append(l.files, f)
			continue
		}
		l.files = append(l.files, f)
		l.parts(name+"-pairs", f.title+": pairs", l.shown[s], l.placePairs)
		l.parts(name+"-pages", f.title+": pages", l.members(s), l.placeArticles)
	}
	l.parts(folder+"alone", "Pages that stand alone", append(alone, l.strays()...), l.placeArticles)
	l.parts(folder+"people", "Who is quoted", l.people, l.putPeople)
}

// parts spreads items over numbered files.
func (l *layout) parts(name, title string, items []int, put func(string, []int) []func() view) {
	n := 0
	for part := range slices.Chunk(items, perFile) {
		n++
		f := file{name: fmt.Sprintf("%s-%d.html", name, n), title: fmt.Sprintf("%s, part %d", title, n)}
		f.views = put(f.name, part)
		l.files = append(l.files, f)
	}
}

func (l *layout) placeStory(file string, s int) []func() view {
	if l.storyAt[s].anchor == "" {
		return nil
	}
	l.storyAt[s].file = file
	return []func() view{func() view { return l.story(s) }}
}

func (l *layout) placePairs(file string, pairs []int) []func() view {
	var views []func() view
	for k, i := range pairs {
		l.pairAt[i] = place{file, l.pairAt[i].anchor}
		views = append(views, func() view { return l.pair(i, neighbours(pairs, k)) })
	}
	return views
}

func (l *layout) placeArticles(file string, articles []int) []func() view {
	var views []func() view
	for k, i := range articles {
		l.articleAt[i].file = file
		views = append(views, func() view { return l.article(i, neighbours(articles, k)) })
	}
	return views
}

// neighbours returns the items before and after the k-th, -1 where there is none.
func neighbours(items []int, k int) [2]int {
	n := [2]int{-1, -1}
	if k > 0 {
		n[0] = items[k-1]
	}
	if k+1 < len(items) {
		n[1] = items[k+1]
	}
	return n
}

// members returns the articles of a story in its order.
func (l *layout) members(s int) []int {
	out := make([]int, len(l.Stories[s].Members))
	for k, m := range l.Stories[s].Members {
		out[k] = m.Article
	}
	return out
}

// strays returns the articles that no story holds.
func (l *layout) strays() []int {
	var out []int
	for i, s := range l.storyOf {
		if s < 0 {
			out = append(out, i)
		}
	}
	return out
}

// findTargets collects the spans that findings point at, so that the text can carry anchors there.
func (l *layout) findTargets() {
	l.targets = make([][]text.Span, len(l.Articles))
	add := func(r article.Ref) { l.targets[r.Article] = append(l.targets[r.Article], r.Span) }
	for _, st := range l.Stories {
		for _, e := range st.Lineage.Edges {
			for _, c := range e.Clues {
				if c.Ref != nil {
					add(*c.Ref)
				}
			}
		}
		for _, s := range st.Statements[:min(len(st.Statements), mostStatements)] {
			for _, r := range s.Reports {
				add(r.Ref)
			}
		}
	}
	for i, a := range l.Articles {
		for _, c := range a.Credits {
			if c.Span != nil {
				l.targets[i] = append(l.targets[i], *c.Span)
			}
		}
		if i < len(l.Annotations) {
			for _, q := range l.Annotations[i].Quotes {
				if q.Zone != quote.InTitle && len(q.Content) > 0 {
					l.targets[i] = append(l.targets[i], q.Content[0].Span)
				}
			}
		}
		for _, x := range a.Traces[:min(mostTraces, len(a.Traces))] {
			l.targets[i] = append(l.targets[i], x.Span)
		}
		slices.SortFunc(l.targets[i], func(s, t text.Span) int {
			return cmp.Or(cmp.Compare(s.Start, t.Start), cmp.Compare(t.End, s.End))
		})
		l.targets[i] = slices.Compact(l.targets[i])
	}
}

// spanAnchor names a span of an article by its code points.
func (l *layout) spanAnchor(i int, s text.Span) string {
	from, to := l.Articles[i].Doc.CodePoints(s)
	return fmt.Sprintf("%s.%d-%d", l.articleAt[i].anchor, from, to)
}

// at returns the link from a file to the words that r points at; to the article where they stand
// outside its paragraphs.
func (l *layout) at(file string, r article.Ref) string {
	p := l.articleAt[r.Article]
	if _, ok := paragraphAt(l.paragraphs[r.Article], r.Span.Start); ok {
		p.anchor = l.spanAnchor(r.Article, r.Span)
	}
	return p.from(file)
}

// paragraphsOf returns the paragraphs of an article; those of its text where nobody told them.
func paragraphsOf(a *article.Article) []article.Paragraph {
	if len(a.Paragraphs) > 0 {
		return a.Paragraphs
	}
	var out []article.Paragraph
	for _, s := range a.Doc.Paragraphs() {
		out = append(out, article.Paragraph{Span: s, PageStart: -1, PageEnd: -1})
	}
	return out
}

// paragraphAt returns the index of the paragraph that holds the byte at.
func paragraphAt(ps []article.Paragraph, at int) (int, bool) {
	k := sort.Search(len(ps), func(i int) bool { return ps[i].Span.End > at })
	return k, k < len(ps) && ps[k].Span.Start <= at
}
