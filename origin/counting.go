package origin

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"hearsay/article"
	"hearsay/lineage"
	"hearsay/reuse"
	"hearsay/statement"
	"hearsay/story"
)

// A ground is what every interval of a story is counted on. Members of the story are called by their
// number, which is their node in the lineage.
type ground struct {
	articles []*article.Article
	pairs    []reuse.Pair
	members  []int // by member: the index into articles
	labels   []string
	member   map[int]int // the other way round
	edges    []lineage.Edge
	edgeOf   map[[2]int]lineage.Edge // by From and To
	ties     []reuse.Pair            // the pairs between members, by story order
	ofTies   [][]int                 // by member: indices into ties
	matched  [][]match               // by tie: what stands word for word in both, once it was asked
	texts    *sets                   // members with the same text
	exact    []bool                  // by first member of a text: whether it is the same word for word
	byText   map[int][]int           // by first member of a text: all of its members
	taken    []bool                  // by member: whether its text is mostly made of others
	spoken   map[int][]spoken        // by member: its sentences, once they were asked
	unquoted map[int]int             // by tie: the words shared outside of quotations, once they were asked
	closing  [][]string              // by member: the sources that a line at its end names
	mentions [][]mention             // by member: where it names the outlet of another
	signals  []bool                  // by member: whether it shows the signals of an own report
	unnamed  lineage.Sources         // without any source yet; knows the names of the story
}

func newGround(articles []*article.Article, st story.Story, pairs []reuse.Pair, l lineage.Lineage) *ground {
	n := len(st.Members)
	g := &ground{
		articles: articles, pairs: pairs, labels: lineage.Labels(articles, st), member: map[int]int{},
		edges: l.Edges, edgeOf: map[[2]int]lineage.Edge{}, ofTies: make([][]int, n), texts: newSets(n),
		taken: make([]bool, n), signals: make([]bool, n), closing: make([][]string, n), mentions: make([][]mention, n), unnamed: lineage.SourcesOf(articles, st), spoken: map[int][]spoken{}, unquoted: map[int]int{},
	}
	for i, m := range st.Members {
		g.members = append(g.members, m.Article)
		g.member[m.Article] = i
	}
	for _, e := range l.Edges {
		g.edgeOf[[2]int{e.From, e.To}] = e
	}
	g.findTies()
	g.findTexts()
	for m, parents := range g.parents(article.Unclear) {
		g.taken[m] = g.madeOf(m, parents)
	}
	g.findSignals()
	g.findClosing()
	g.findMentions()
	return g
}

// findTies keeps the pairs between members that share wording beyond standing phrases, sorted so
// that their order does not depend on that of the collection.
func (g *ground) findTies() {
	for _, p := range g.pairs {
		_, a := g.member[p.A]
		_, b := g.member[p.B]
		if a && b && p.A != p.B && p.Relation != reuse.FormulaOnly {
			g.ties = append(g.ties, p)
		}
	}
	slices.SortStableFunc(g.ties, func(p, q reuse.Pair) int {
		p1, p2 := g.ends(p)
		q1, q2 := g.ends(q)
		return cmp.Or(p1-q1, p2-q2)
	})
	g.matched = make([][]match, len(g.ties))
	for i, p := range g.ties {
		a, b := g.ends(p)
		g.ofTies[a] = append(g.ofTies[a], i)
		g.ofTies[b] = append(g.ofTies[b], i)
	}
}

// ends returns the members that a pair ties, in story order.
func (g *ground) ends(p reuse.Pair) (int, int) {
	a, b := g.member[p.A], g.member[p.B]
	return min(a, b), max(a, b)
}

// findTexts puts identical texts and near-copies together, the identical ones first.
func (g *ground) findTexts() {
	g.exact = make([]bool, len(g.members))
	for i := range g.exact {
		g.exact[i] = true
	}
	for _, relation := range []reuse.Relation{reuse.Identical, reuse.NearCopy} {
		for _, p := range g.ties {
			if p.Relation != relation {
				continue
			}
			a, b := g.ends(p)
			same := g.exact[g.texts.first(a)] && g.exact[g.texts.first(b)] && relation == reuse.Identical
			if g.texts.join(a, b) {
				g.exact[g.texts.first(a)] = same
			}
		}
	}
	g.byText = map[int][]int{}
	for m := range g.members {
		first := g.texts.first(m)
		g.byText[first] = append(g.byText[first], m)
	}
}

// copies returns the members with the same text as m, and m.
func (g *ground) copies(m int) []int { return g.byText[g.texts.first(m)] }

func (g *ground) article(m int) *article.Article { return g.articles[g.members[m]] }

// counting is the work on one interval.
type counting struct {
	*ground
	reporting []bool                 // by member: whether it is counted
	sentences map[int][]lineage.Runs // by member: the sentences that make the statement
	groups    *sets                  // members with the same origin
	derived   []bool                 // by member: whether it is made of others
	bears     []bool                 // by member: whether its own basis counts
	quotes    []bool                 // by member: whether it makes the statement inside quotation marks
	ownSigns  []bool                 // by member: whether it shows the signs of an own report
	sources   lineage.Sources
	houses    [][]int // by member: the sources that it is a page of
	rests     [][]int // by member: the sources that it rests on
	// sentenceTies are the sentences of the statement that share wording.
	sentenceTies []sentenceTie
	homes        homes
	open         *sets // members that are one origin in the lower number
	merges       []Merge
	notes        []string
}

func newCounting(g *ground) *counting {
	n := len(g.members)
	c := &counting{
		ground: g, reporting: make([]bool, n), sentences: map[int][]lineage.Runs{}, groups: newSets(n), open: newSets(n),
		derived: make([]bool, n), bears: make([]bool, n), quotes: make([]bool, n), ownSigns: make([]bool, n), houses: make([][]int, n), rests: make([][]int, n), sources: g.unnamed,
	}
	for m := range c.reporting {
		c.reporting[m] = true
	}
	return c
}

// report narrows the counting to the articles that make a statement.
func (c *counting) report(s statement.Statement) {
	clear(c.reporting)
	for _, r := range s.Reports {
		if m, ok := c.member[r.Article]; ok {
			c.reporting[m] = true
			c.sentences[m] = append(c.sentences[m], lineage.RunOf(c.articles[r.Article].Doc, r.Span))
		}
	}
	for _, sentences := range c.sentences { // those without words come last
		slices.SortStableFunc(sentences, func(x, y lineage.Runs) int {
			if len(x) == 0 || len(y) == 0 {
				return len(y) - len(x)
			}
			return x[0].From - y[0].From
		})
	}
}

// openTie notes that members may be one origin, unless that is known of their groups.
func (c *counting) openTie(a, b int, reason string) {
	if c.open.join(c.groups.first(a), c.groups.first(b)) {
		c.merges = append(c.merges, Merge{Rule: OpenTie, Reason: reason, Articles: c.indices([]int{a, b})})
	}
}

// merge puts members together for a reason. It reports false, and keeps no reason, if all of them
// were together already.
func (c *counting) merge(rule Rule, members []int, reason string) bool {
	joined := false
	for _, m := range members[1:] {
		joined = c.groups.join(members[0], m) || joined
		c.open.join(members[0], m)
	}
	if joined {
		c.merges = append(c.merges, Merge{Rule: rule, Reason: reason, Articles: c.indices(members)})
	}
	return joined
}

// indices returns the articles of members, by story order.
func (c *counting) indices(members []int) []int {
	members = slices.Sorted(slices.Values(members))
	out := make([]int, len(members))
	for i, m := range members {
		out[i] = c.members[m]
	}
	return out
}

// reported keeps those members that are counted.
func (c *counting) reported(members []int) []int {
	return slices.DeleteFunc(slices.Clone(members), func(m int) bool { return !c.reporting[m] })
}

// list names members in a sentence.
func (c *counting) list(members []int) string {
	labels := make([]string, len(members))
	for i, m := range members {
		labels[i] = c.labels[m]
	}
	return list(labels)
}

// list puts names in a sentence: the first three, and how many more.
func list(labels []string) string {
	const named = 3
	names := slices.Clone(labels[:min(named, len(labels))])
	if n := len(labels) - named; n > 0 {
		names = append(names, fmt.Sprintf("%d more", n))
	}
	last := len(names) - 1
	if last == 0 {
		return names[0]
	}
	return strings.Join(names[:last], ", ") + " and " + names[last]
}

// percent returns a share of words as a whole number of per cent. Only all is 100 %.
func percent(part, whole int) string {
	if part >= whole {
		return "100 %"
	}
	return fmt.Sprintf("%d %%", min(max((200*part+whole)/(2*whole), 1), 99))
}
