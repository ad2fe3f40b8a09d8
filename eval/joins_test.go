package eval

import (
	"bufio"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hearsay/entity"
	"hearsay/text"
)

// joinsFile holds judgements made by hand: document and code points of two names of re3d that were joined, and whether they mean the same one. It
// holds no words of the corpus.
const joinsFile = "testdata/joins.tsv"

// A join is two names with different words that were taken for one: the first mention of each spelling.
type join struct {
	docs [2]int
	at   [2]text.Span
}

// A castCase is a case with its names found and joined.
type castCase struct {
	ids      []string
	bodies   []*text.Doc
	articles []entity.Article
	cast     entity.Cast
}

func newCastCase(ids []string, bodies []*text.Doc, stories [][]int) *castCase {
	c := &castCase{ids: ids, bodies: bodies}
	texts := make([]entity.Text, len(bodies))
	for i, d := range bodies {
		texts[i] = entity.Text{Body: d, Language: "en"}
	}
	usage := entity.Survey(texts)
	for _, t := range texts {
		c.articles = append(c.articles, entity.Find(t, usage))
	}
	c.cast = entity.Merge(c.articles, stories)
	return c
}

// TestJoins measures how many joinings of names are right, on those judged by hand in joinsFile: of names with different words inside articles and across them, and
// of pronouns and nouns with names. re3d is taken for one story, which is harder than its reports would be alone; in g5w the stories are those that the set gives. HEARSAY_SHOW_JOINS=1
// prints the joinings that nobody judged yet, with their surroundings.
func TestJoins(t *testing.T) {
	var ids []string
	var bodies []*text.Doc
	var story []int
	for i, d := range readRe3d(t) {
		ids, bodies, story = append(ids, d.ID), append(bodies, text.NewDoc(d.Text)), append(story, i)
	}
	judgeJoins(t, "re3d", newCastCase(ids, bodies, [][]int{story}), 1, 1, 1)

	ids, bodies = nil, nil
	stories := map[string][]int{}
	for i, r := range readStoryRecords(t, "stories/g5w.jsonl") {
		ids, bodies = append(ids, r.ID), append(bodies, text.NewDoc(r.Text))
		stories[r.Gold] = append(stories[r.Gold], i)
	}
	var ordered [][]int
	for _, k := range slices.Sorted(maps.Keys(stories)) {
		ordered = append(ordered, stories[k])
	}
	judgeJoins(t, "g5w", newCastCase(ids, bodies, ordered), 61, 25, 100)
}

// judgeJoins records the share of right joinings of a case; of each kind every nth is judged.
func judgeJoins(t *testing.T, set string, c *castCase, nthInside, nthAcross, nthReference int) {
	judged := readJoins(t)
	inside, across := c.joins()
	for _, part := range []struct {
		name  string
		joins []join
		nth   int
	}{{"inside", inside, nthInside}, {"across", across, nthAcross}, {"references", c.references(), nthReference}} {
		right, known := 0, 0
		for i, j := range part.joins {
			key := j.key(c)
			verdict, ok := judged[key]
			switch {
			case ok:
				known++
				if verdict {
					right++
				}
			case os.Getenv("HEARSAY_SHOW_JOINS") != "" && i%part.nth == 0:
				fmt.Printf("%s %s\t%s\n\t%s\n\t%s\n", set, part.name, key, around(c.bodies[j.docs[0]], j.at[0]), around(c.bodies[j.docs[1]], j.at[1]))
			}
		}
		record(t, "entities."+set+".joins."+part.name, share(right, known), fmt.Sprintf("right of %d judged by hand", known))
	}
}

// joins returns the joinings inside documents and across them, in order.
func (c *castCase) joins() (inside, across []join) {
	type form struct {
		doc  int
		span text.Span
	}
	for _, e := range c.cast.Entities {
		seen := map[string]form{}
		var order []string
		for _, member := range e.Members {
			a := c.articles[member.Article]
			for _, i := range a.Entities[member.Entity].Mentions {
				m := a.Mentions[i]
				if m.Form == entity.Nominal || m.Form == entity.Pronoun {
					continue
				}
				word := text.Fold(c.bodies[member.Article].Text(m.Span))
				if _, ok := seen[word]; ok {
					continue
				}
				seen[word] = form{member.Article, m.Span}
				order = append(order, word)
			}
		}
		for _, w := range order[min(1, len(order)):] {
			x, y := seen[order[0]], seen[w]
			j := join{[2]int{x.doc, y.doc}, [2]text.Span{x.span, y.span}}
			if x.doc == y.doc {
				inside = append(inside, j)
			} else {
				across = append(across, j)
			}
		}
	}
	return inside, across
}

// references returns the pronouns and nouns that were tied to a name, with the name nearest before them.
func (c *castCase) references() []join {
	var all []join
	for doc, a := range c.articles {
		for i, m := range a.Mentions {
			if m.Entity < 0 || m.Form != entity.Nominal && m.Form != entity.Pronoun {
				continue
			}
			named := -1
			for _, k := range a.Entities[m.Entity].Mentions {
				if f := a.Mentions[k].Form; f != entity.Nominal && f != entity.Pronoun && (named < 0 || k < i) {
					named = k
				}
			}
			if named >= 0 {
				all = append(all, join{[2]int{doc, doc}, [2]text.Span{a.Mentions[named].Span, m.Span}})
			}
		}
	}
	return all
}

// key names a join by documents and code points.
func (j join) key(c *castCase) string {
	var parts []string
	for i := range j.docs {
		start, end := c.bodies[j.docs[i]].CodePoints(j.at[i])
		parts = append(parts, fmt.Sprintf("%s %d %d", c.ids[j.docs[i]], start, end))
	}
	slices.Sort(parts)
	return strings.Join(parts, " ")
}

func around(d *text.Doc, s text.Span) string {
	whole := d.String()
	from, to := max(0, s.Start-150), min(len(whole), s.End+60)
	return strings.ReplaceAll(strings.ToValidUTF8(whole[from:s.Start]+"[["+d.Text(s)+"]]"+whole[s.End:to], ""), "\n", "¶")
}

func readJoins(t *testing.T) map[string]bool {
	judged := map[string]bool{}
	f, err := os.Open(filepath.FromSlash(joinsFile))
	if os.IsNotExist(err) {
		return judged
	}
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		key, verdict, ok := strings.Cut(lines.Text(), "\t")
		if !ok || strings.HasPrefix(key, "#") {
			continue
		}
		judged[key] = verdict == "same"
	}
	return judged
}
