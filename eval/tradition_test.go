package eval

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"hearsay"
	"hearsay/article"
	"hearsay/internal/tradition"
	"hearsay/lineage"
	"hearsay/page"
)

// heldBack are the seeds of the stories that are measured; others are free to look at.
const heldBack, traditions = 100_000, 240

// A traced story is one whose history is known, with what was found.
type traced struct {
	story tradition.Story
	found *hearsay.Case
}

func trace(t testing.TB, o tradition.Options) traced {
	st := tradition.New(o)
	c := &hearsay.Collection{}
	for _, p := range st.Pages {
		f := &page.Fields{ID: p.ID, URL: p.URL, Title: p.Title, Text: p.Body, Outlet: p.Outlet, Date: p.Date}
		if p.Byline != "" {
			f.Byline = []string{p.Byline}
		}
		a, err := article.Read(&page.Page{SHA256: p.ID, Format: page.Record, Fields: f, Raw: []byte(p.Body)})
		if err != nil {
			t.Fatal(err)
		}
		a.Canonical = p.Canonical
		for _, link := range p.Links {
			a.Links = append(a.Links, article.Link{URL: link})
		}
		if o.Mute {
			a.Outlet, a.Credits = "", nil
		}
		c.Articles = append(c.Articles, a)
	}
	return traced{st, hearsay.Compare(c, hearsay.Options{})}
}

// parents returns by page the pages that its text was made from: the nearest captured text on each line
// of descent. And it returns the houses of all texts of its descent that nobody captured: a line from a
// missing source says that a text rests on it, directly or not.
func (s traced) parents() (pages []map[int]bool, houses []map[string]bool) {
	for _, p := range s.story.Pages {
		from, missing := map[int]bool{}, map[string]bool{}
		var up func(text int, nearest bool)
		up = func(text int, nearest bool) {
			for _, parent := range s.story.Texts[text].Parents {
				t := s.story.Texts[parent]
				if t.Page >= 0 && nearest {
					from[t.Page] = true
				}
				if t.Page < 0 {
					missing[t.House] = true
				}
				up(parent, nearest && t.Page < 0)
			}
		}
		up(p.Text, true)
		pages, houses = append(pages, from), append(houses, missing)
	}
	return pages, houses
}

// A lineScore is the score of directed lines: how many of a grade are right, and how many copies have one.
type lineScore struct {
	right, all map[article.Grade]int
	copies     int
	covered    map[article.Grade]int // copies with a right or wrong line of this grade or a better one
	open       int                   // undirected lines
}

func newLineScore() *lineScore {
	return &lineScore{right: map[article.Grade]int{}, all: map[article.Grade]int{}, covered: map[article.Grade]int{}}
}

func (l *lineScore) add(s traced) {
	pages, houses := s.parents()
	for i := range pages {
		if len(pages[i])+len(houses[i]) > 0 {
			l.copies++
		}
	}
	best := map[int]article.Grade{}
	for _, st := range s.found.Stories {
		for _, e := range st.Lineage.Edges {
			to, from := st.Lineage.Nodes[e.To], st.Lineage.Nodes[e.From]
			if !e.Directed {
				l.open++
				continue
			}
			l.all[e.Grade]++
			if right(from, pages[to.Article], houses[to.Article]) {
				l.right[e.Grade]++
			}
			if b, ok := best[to.Article]; !ok || rank(e.Grade) < rank(b) {
				best[to.Article] = e.Grade
			}
		}
	}
	for i, g := range best {
		if len(pages[i])+len(houses[i]) > 0 {
			l.covered[g]++
		}
	}
}

func rank(g article.Grade) int {
	return slices.Index([]article.Grade{article.Strong, article.Likely, article.Unclear}, g)
}

func right(from lineage.Node, pages map[int]bool, houses map[string]bool) bool {
	if from.Article >= 0 {
		return pages[from.Article]
	}
	for house := range houses {
		if strings.Contains(strings.ToLower(from.Missing), strings.ToLower(house)) {
			return true
		}
	}
	return false
}

// each traces n stories, several at a time, and gives them to f in order.
func each(t testing.TB, n int, options func(i int) tradition.Options, f func(i int, s traced)) {
	out := make([]traced, n)
	var group sync.WaitGroup
	workers := runtime.GOMAXPROCS(0)
	for w := range workers {
		group.Go(func() {
			for i := w; i < n; i += workers {
				out[i] = trace(t, options(i))
			}
		})
	}
	group.Wait()
	for i := range out {
		f(i, out[i])
	}
}

// TestLineageOfTraditions measures lines of descent against stories whose history is known, with all
// that pages tell and with their words alone.
func TestLineageOfTraditions(t *testing.T) {
	for _, mute := range []bool{false, true} {
		name := "lineage.traditions.all_clues"
		if mute {
			name = "lineage.traditions.words_only"
		}
		l := newLineScore()
		each(t, traditions, func(i int) tradition.Options {
			return tradition.Options{Seed: uint64(heldBack + i), Witnesses: 4 + i%17, Mute: mute}
		}, func(_ int, s traced) { l.add(s) })
		claimed, good := l.all[article.Strong]+l.all[article.Likely], l.right[article.Strong]+l.right[article.Likely]
		record(t, name+".claimed", share(good, claimed), fmt.Sprintf("of %d strong and likely lines; %d stories", claimed, traditions))
		record(t, name+".covered", share(l.covered[article.Strong]+l.covered[article.Likely], l.copies), fmt.Sprintf("of %d copies have such a line", l.copies))
		for _, g := range []article.Grade{article.Strong, article.Likely, article.Unclear} {
			record(t, name+"."+string(g), share(l.right[g], l.all[g]), fmt.Sprintf("of %d lines of this grade with a direction", l.all[g]))
		}
		record(t, name+".undetermined", float64(l.open), "lines without a direction")
	}
}

func share(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}
