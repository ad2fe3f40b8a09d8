package entity

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"hearsay/internal/golden"
	"hearsay/text"
)

// TestMerge joins the articles of testdata/merge: every file that begins with a number is an article of the story of that number (1a, 1b, 2a …).
func TestMerge(t *testing.T) {
	golden.Archives(t, "testdata/merge/*.txtar", func(t *testing.T, a *txtar.Archive) map[string]string {
		var articles []Article
		var stories [][]int
		var names []string
		for _, f := range a.Files {
			n, err := strconv.Atoi(strings.TrimRight(f.Name, "abcdefgh"))
			if err != nil {
				continue
			}
			for len(stories) < n {
				stories = append(stories, nil)
			}
			stories[n-1] = append(stories[n-1], len(articles))
			articles = append(articles, Find(Text{Body: text.NewDoc(strings.TrimSpace(string(f.Data))), Language: "en"}, nil))
			names = append(names, f.Name)
		}
		cast := Merge(articles, stories)
		checkCast(t, articles, cast)
		var b strings.Builder
		for _, e := range cast.Entities {
			fmt.Fprintf(&b, "%s %s: %s in", e.ID, e.Kind, e.Name)
			for _, m := range e.Members {
				b.WriteString(" " + names[m.Article])
			}
			b.WriteByte('\n')
			for _, j := range e.Merges {
				fmt.Fprintf(&b, "  %s = %s: %s\n", j.A, j.B, j.Rule)
			}
			for _, p := range e.Apart {
				fmt.Fprintf(&b, "  apart from %s: %s\n", p.Name, p.Reason)
			}
		}
		return map[string]string{"want": b.String()}
	})
}

// checkCast checks what holds for every cast: each entity of each article has one place, members and Of agree, and ids differ.
func checkCast(t *testing.T, articles []Article, c Cast) {
	t.Helper()
	members, ids := 0, map[string]bool{}
	for k, e := range c.Entities {
		if ids[e.ID] || e.Name == "" || len(e.Members) == 0 {
			t.Fatalf("entity %d %q has no name, no member or the id of another", k, e.ID)
		}
		ids[e.ID] = true
		for _, m := range e.Members {
			members++
			if c.Of[m.Article][m.Entity] != k {
				t.Fatalf("member %v of entity %d lies in %d", m, k, c.Of[m.Article][m.Entity])
			}
		}
	}
	for i, a := range articles {
		members -= len(a.Entities)
		if len(c.Of[i]) != len(a.Entities) {
			t.Fatalf("article %d has %d entities and %d places", i, len(a.Entities), len(c.Of[i]))
		}
	}
	if members != 0 {
		t.Fatalf("%d members too many", members)
	}
}

func TestMergeHoldsOnRandomTexts(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 9))
	for range 200 {
		var articles []Article
		var stories [][]int
		for i := range r.IntN(8) {
			articles = append(articles, Find(Text{Body: text.NewDoc(randomText(r, r.IntN(60))), Language: "en"}, nil))
			if i%3 == 0 {
				stories = append(stories, nil)
			}
			if r.IntN(4) > 0 {
				stories[len(stories)-1] = append(stories[len(stories)-1], i)
			}
		}
		c := Merge(articles, stories)
		checkCast(t, articles, c)
		if again := Merge(articles, stories); !reflect.DeepEqual(c, again) {
			t.Fatal("two runs differ")
		}
	}
}

// TestMergeManyNames joins 4,000 articles with people of 400 surnames: the time must not grow with the pairs. It fails only where it does.
func TestMergeManyNames(t *testing.T) {
	if testing.Short() {
		t.Skip("4,000 articles")
	}
	r := rand.New(rand.NewPCG(1, 2))
	syllables := strings.Fields("ka lo mi ne ru sa ti vo ba de fu go ha ji")
	word := func(n int) string {
		w := ""
		for range 3 {
			w += syllables[n%len(syllables)]
			n /= len(syllables)
		}
		return strings.ToUpper(w[:1]) + w[1:]
	}
	var articles []Article
	for range 4000 {
		s := ""
		for range 5 {
			s += "Minister " + word(r.IntN(2000)) + " " + word(2100+r.IntN(400)) + " spoke. "
		}
		articles = append(articles, Find(Text{Body: text.NewDoc(s), Language: "en"}, nil))
	}
	start := time.Now()
	c := Merge(articles, nil)
	t.Logf("%d entities in %v", len(c.Entities), time.Since(start))
	if time.Since(start) > 4*time.Minute {
		t.Errorf("took %v", time.Since(start))
	}
}
