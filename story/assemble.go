package story

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"hearsay/article"
)

// A clustering is what was found, before it is told in terms of the collection.
type clustering struct {
	units    []unit
	of       []int              // the cluster of each unit
	places   []place            // by unit
	articles []*article.Article // in canonical order
	order    []int              // the index into the collection of each of them
}

func (c *clustering) stories(sp *space) []Story {
	clusters := make([][]int, len(c.units)) // the units of each; empty for numbers that name none
	for u, cluster := range c.of {
		clusters[cluster] = append(clusters[cluster], u)
	}
	ids := make([]string, len(clusters))
	for i, units := range clusters {
		ids[i] = c.identity(units)
	}
	stories := make([]Story, len(clusters))
	each(len(clusters), func() func(int) {
		t := &teller{sp, newCounter(), make([]float32, len(sp.terms))}
		return func(i int) {
			if len(clusters[i]) > 0 {
				stories[i] = c.story(clusters[i], ids, t)
			}
		}
	})
	stories = slices.DeleteFunc(stories, func(s Story) bool { return len(s.Members) == 0 })
	slices.SortStableFunc(stories, func(a, b Story) int {
		return cmp.Or(cmp.Compare(len(b.Members), len(a.Members)), cmp.Compare(a.ID, b.ID))
	})
	return stories
}

// identity derives the ID of a story from the IDs of its articles.
func (c *clustering) identity(units []int) string {
	var ids []string
	for _, u := range units {
		for _, a := range c.units[u].articles {
			ids = append(ids, c.articles[a].ID)
		}
	}
	slices.Sort(ids)
	sum := sha256.Sum256([]byte(strings.Join(ids, "\n")))
	return hex.EncodeToString(sum[:6])
}

// story tells one cluster. ids are the IDs of all of them.
func (c *clustering) story(cluster []int, ids []string, t *teller) Story {
	units := make([]*unit, len(cluster))
	for i, u := range cluster {
		units[i] = &c.units[u]
	}
	terms := t.terms(units, c.articles)
	s := Story{ID: ids[c.of[cluster[0]]], Title: c.title(cluster)}
	for i, u := range cluster {
		for _, a := range c.units[u].articles {
			s.Members = append(s.Members, c.places[u].member(a, terms[i], ids))
		}
	}
	slices.SortFunc(s.Members, func(a, b Member) int { return cmp.Compare(a.Article, b.Article) })
	for i := range s.Members {
		m := &s.Members[i]
		s.bound(c.articles[m.Article])
		m.Article = c.order[m.Article]
	}
	for _, u := range units {
		if len(u.articles) > 1 {
			s.Families = append(s.Families, c.family(u))
		}
	}
	return s
}

func (p place) member(article int, terms []string, ids []string) Member {
	m := Member{Article: article, Score: p.score, Terms: terms, Uncertain: p.uncertain}
	if p.runnerUp >= 0 {
		m.RunnerUp, m.RunnerUpScore = ids[p.runnerUp], p.second
	}
	return m
}

// bound widens the time of a story to hold an article.
func (s *Story) bound(a *article.Article) {
	t := a.Time()
	if t.IsZero() {
		return
	}
	if s.From.IsZero() || t.Before(s.From) {
		s.From = t
	}
	if s.To.IsZero() || t.After(s.To) {
		s.To = t
	}
}

// family returns the indices into the collection of a family.
func (c *clustering) family(u *unit) []int {
	f := make([]int, len(u.articles))
	for i, a := range u.articles {
		f[i] = c.order[a]
	}
	slices.Sort(f)
	return f
}

// title returns the title of the unit with the highest score that has one, of equals the first; in a
// family the first.
func (c *clustering) title(cluster []int) string {
	title, score := "", -1.0
	for _, u := range cluster {
		if c.places[u].score <= score {
			continue
		}
		for _, a := range c.units[u].articles {
			if t := c.articles[a].Title; t != "" {
				title, score = t, c.places[u].score
				break
			}
		}
	}
	return title
}
