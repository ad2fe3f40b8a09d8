package entity

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"hearsay/text"
)

// Merge joins the entities of the articles of a case: first inside each story, then across stories. stories holds the articles of each story; an
// article in none is a story of its own.
//
// Inside a story two names are one if they are the same words, or if they sound alike (see Name.Compare) and their kinds agree; spellings that differ
// much need a second witness, a role that both articles give. A surname alone joins the only person of the story who has it. Across stories only full
// names join, and other spellings of them only with a witness: a bare surname never does. Every joining keeps its rule, and names that were kept apart although
// alike keep the reason.
//
// It costs near linear time: only names that share a key are compared.
func Merge(articles []Article, stories [][]int) Cast {
	m := &merger{articles: articles, of: make([][]int, len(articles)), names: map[string]Name{}}
	covered := make([]bool, len(articles))
	for _, members := range stories {
		for _, a := range members {
			covered[a] = true
		}
		m.story(members)
	}
	for a := range articles {
		if !covered[a] {
			m.story([]int{a})
		}
	}
	m.acrossStories()
	return m.cast()
}

// A merger holds the groups of entities so far.
type merger struct {
	articles []Article
	of       [][]int // by article and entity: the group
	groups   []group
	names    map[string]Name
	parents  []int
}

// A group is entities that were found to be one.
type group struct {
	name    string // of its first member
	full    bool   // the name has two words that say something, or is no person
	kind    Kind   // the one of most weight
	votes   map[Kind]float64
	roles   map[string]bool
	forms   []string // its full names, at most maxForms
	members []Member
	merges  []Joining
	apart   []Parting
}

func (m *merger) parse(s string) Name {
	n, ok := m.names[s]
	if !ok {
		n = ParseName(s)
		m.names[s] = n
	}
	return n
}

// story makes the groups of one story: full names first, then the rest, which join them.
func (m *merger) story(members []int) {
	for _, a := range members {
		m.of[a] = make([]int, len(m.articles[a].Entities))
	}
	first := len(m.groups)
	index := map[string][]int{}
	for _, full := range []bool{true, false} {
		for _, a := range members {
			for e := range m.articles[a].Entities {
				if m.isFull(&m.articles[a].Entities[e]) == full {
					m.of[a][e] = m.place(Member{a, e}, full, first, index)
				}
			}
		}
	}
}

// isFull reports whether a name says by itself who is meant.
func (m *merger) isFull(e *Entity) bool {
	return e.Kind == Place || e.Kind == Organisation || m.words(e.Name) >= 2
}

// words counts the words of a name that say something.
func (m *merger) words(name string) int {
	k := 0
	for _, t := range m.parse(name).tokens {
		if t.weight > particleWeight && !t.initial {
			k++
		}
	}
	return k
}

// place puts an entity into a group of its story, or makes one.
func (m *merger) place(x Member, full bool, first int, index map[string][]int) int {
	e := &m.articles[x.Article].Entities[x.Entity]
	n := m.parse(e.Name)
	keys := append(n.Keys(), "="+strings.ToLower(e.Name))
	var near []int
	for _, k := range keys {
		near = append(near, index[k]...)
	}
	slices.Sort(near)
	near = slices.Compact(near)
	g, rule, score := m.choose(e, n, full, near)
	if g < 0 {
		g = len(m.groups)
		m.groups = append(m.groups, group{name: e.Name, full: full, kind: Unknown, votes: map[Kind]float64{}, roles: map[string]bool{}})
		m.parents = append(m.parents, g)
	} else if m.groups[g].name != e.Name {
		m.groups[g].merges = append(m.groups[g].merges, Joining{A: m.groups[g].name, B: e.Name, Rule: rule, Score: score})
	}
	gr := &m.groups[g]
	gr.members = append(gr.members, x)
	if full && len(gr.forms) < maxForms && !slices.Contains(gr.forms, e.Name) {
		gr.forms = append(gr.forms, e.Name)
	}
	gr.count(e)
	for _, d := range e.Descriptors {
		for _, t := range text.Tokenize(d.Words, nil) {
			if w := text.FoldWord(d.Words[t.Span().Start:t.Span().End]); roleWords[w] || lists().titleWords[w] {
				gr.roles[w] = true
			}
		}
	}
	for _, k := range keys {
		if list := index[k]; len(list) < mostNear && !slices.Contains(list, g) {
			index[k] = append(list, g)
		}
	}
	return g
}

// count adds the votes for the kind of a member.
func (g *group) count(e *Entity) {
	for _, v := range e.KindVotes {
		g.votes[v.Kind] += v.Weight
	}
	best := 0.0
	for _, k := range [...]Kind{Person, Organisation, Place, Other} {
		if g.votes[k] > best {
			g.kind, best = k, g.votes[k]
		}
	}
}

// mostNear is how many groups may share a key; what is beyond says nothing.
const mostNear = 200

// choose returns the group that an entity belongs to, -1 for none, with the rule that says so.
func (m *merger) choose(e *Entity, n Name, full bool, near []int) (best int, rule string, score float64) {
	best = -1
	folded := text.Fold(e.Name)
	var fit []int
	for _, g := range near {
		gr := &m.groups[g]
		if text.Fold(gr.name) == folded {
			return g, "the same words", 1 // whatever their kinds: in one story the same words name one
		}
		if !compatible(e.Kind, gr.kind) {
			continue
		}
		if oneBody(e.Name, gr.name) {
			return g, "names of one well-known body", 1
		}
		if e.Kind != Person && !mayBeOneBody(e.Name, gr.name) {
			continue
		}
		c := n.Compare(m.parse(gr.name))
		switch {
		case c.Contradiction && c.Score > 0.3 && full && gr.full && e.Kind == Person:
			if len(gr.apart) < 8 {
				gr.apart = append(gr.apart, Parting{e.Name, last(c.Reasons)})
			}
		case !c.Same || e.Kind == Place && c.Score < 0.95:
		case full && gr.full && m.contradicted(gr, []string{e.Name}) != "":
			if len(gr.apart) < 8 {
				gr.apart = append(gr.apart, Parting{e.Name, m.contradicted(gr, []string{e.Name})})
			}
		case full && gr.full:
			if (c.Score >= sureScore || m.witness(e, gr)) && c.Score > score {
				best, score = g, c.Score
				rule = fmt.Sprintf("spellings of one name (%.2f)", c.Score)
			}
		default:
			fit = append(fit, g)
		}
	}
	if best < 0 && !full && len(fit) == 1 && m.surname(n, fit[0]) {
		return fit[0], "the only one in the story whose name ends so", 0
	}
	if best < 0 && len(fit) > 1 {
		for _, g := range fit {
			if len(m.groups[g].apart) < 8 {
				m.groups[g].apart = append(m.groups[g].apart, Parting{e.Name, "several in the story have this name"})
			}
		}
	}
	return best, rule, score
}

// sureScore is the score from which two spellings need no witness inside a story.
const sureScore = 0.8

func last(reasons []string) string {
	if len(reasons) == 0 {
		return ""
	}
	return reasons[len(reasons)-1]
}

// surname reports whether a single word is the last word of the group's name.
func (m *merger) surname(n Name, g int) bool {
	tokens := m.parse(m.groups[g].name).tokens
	if len(tokens) == 0 || len(n.tokens) == 0 {
		return false
	}
	return alike(n.tokens[len(n.tokens)-1].phones, tokens[len(tokens)-1].phones, false) >= 0.8
}

func compatible(a, b Kind) bool {
	return a == b || a == Unknown && b != Place || b == Unknown && a != Place
}

// witness reports whether a role that the entity has stands with the group, too.
func (m *merger) witness(e *Entity, g *group) bool {
	for _, d := range e.Descriptors {
		for _, t := range text.Tokenize(d.Words, nil) {
			if g.roles[text.FoldWord(d.Words[t.Span().Start:t.Span().End])] {
				return true
			}
		}
	}
	return false
}

// acrossStories joins groups of different stories: the same full name, or another spelling of it with a role in common.
func (m *merger) acrossStories() {
	index := map[string][]int{}
	exact := map[string]int{}
	for g := range m.groups {
		gr := &m.groups[g]
		if !gr.full || gr.kind == Person && m.words(gr.name) < 2 || genericBody(gr.name) {
			continue
		}
		key := text.Fold(gr.name)
		if body, ok := wellKnownBody(gr.name); ok {
			key = body
		}
		if h, ok := exact[key]; ok && compatible(gr.kind, m.groups[h].kind) {
			m.union(g, h, "the same full name in several stories", 1)
			continue
		}
		exact[key] = g
		n := m.parse(gr.name)
		for _, k := range n.pairKeys() {
			for _, h := range index[k] {
				if m.root(h) == m.root(g) || !compatible(gr.kind, m.groups[h].kind) || gr.kind == Place {
					continue
				}
				if gr.kind != Person && !mayBeOneBody(gr.name, m.groups[h].name) {
					continue
				}
				c := n.Compare(m.parse(m.groups[h].name))
				if c.Same && c.Score >= sureScore && (c.Score >= 0.97 || shared(gr.roles, m.groups[h].roles)) {
					m.union(g, h, fmt.Sprintf("spellings of one name (%.2f), with a role in common", c.Score), c.Score)
				}
			}
			if len(index[k]) < mostNear {
				index[k] = append(index[k], g)
			}
		}
	}
}

func shared(a, b map[string]bool) bool {
	for w := range a {
		if b[w] {
			return true
		}
	}
	return false
}

func (m *merger) root(g int) int {
	for m.parents[g] != g {
		m.parents[g] = m.parents[m.parents[g]]
		g = m.parents[g]
	}
	return g
}

func (m *merger) union(g, h int, rule string, score float64) {
	g, h = m.root(g), m.root(h)
	if g == h {
		return
	}
	g, h = max(g, h), min(g, h)
	if reason := m.contradicted(&m.groups[h], m.groups[g].forms); reason != "" {
		if len(m.groups[h].apart) < 8 {
			m.groups[h].apart = append(m.groups[h].apart, Parting{m.groups[g].name, reason})
		}
		return
	}
	for _, f := range m.groups[g].forms {
		if len(m.groups[h].forms) < maxForms && !slices.Contains(m.groups[h].forms, f) {
			m.groups[h].forms = append(m.groups[h].forms, f)
		}
	}
	m.parents[g] = h
	if m.groups[g].name != m.groups[h].name {
		m.groups[h].merges = append(m.groups[h].merges, Joining{A: m.groups[h].name, B: m.groups[g].name, Rule: rule, Score: score})
	}
}

// cast makes the Cast of the groups, in the order of their first mention.
func (m *merger) cast() Cast {
	number := map[int]int{}
	c := Cast{Of: make([][]int, len(m.articles))}
	used := map[string]int{}
	for a := range m.articles {
		c.Of[a] = make([]int, len(m.of[a]))
		for e, g := range m.of[a] {
			r := m.root(g)
			k, ok := number[r]
			if !ok {
				k = len(c.Entities)
				number[r] = k
				c.Entities = append(c.Entities, CastEntity{Kind: m.groups[r].kind})
			}
			c.Of[a][e] = k
			c.Entities[k].Members = append(c.Entities[k].Members, Member{a, e})
		}
	}
	for g := range m.groups {
		if k, ok := number[m.root(g)]; ok {
			x := &c.Entities[k]
			x.Merges = append(x.Merges, m.groups[g].merges...)
			x.Apart = append(x.Apart, m.groups[g].apart...)
			if x.Kind == Unknown {
				x.Kind = m.groups[g].kind
			}
		}
	}
	for k := range c.Entities {
		m.describe(&c.Entities[k])
		id := "e:" + strings.ReplaceAll(text.Fold(c.Entities[k].Name), " ", "-")
		used[id]++
		if n := used[id]; n > 1 {
			id = fmt.Sprintf("%s-%d", id, n)
		}
		c.Entities[k].ID = id
	}
	return c
}

// describe sets aliases, name and descriptors from the members.
func (m *merger) describe(x *CastEntity) {
	at := map[string]int{}
	words := map[string]int{}
	for _, mem := range x.Members {
		e := &m.articles[mem.Article].Entities[mem.Entity]
		x.Merges = append(x.Merges, e.Merges...)
		for _, a := range e.Aliases {
			k, ok := at[a.Form]
			if !ok {
				k = len(x.Aliases)
				at[a.Form] = k
				x.Aliases = append(x.Aliases, CastAlias{Form: a.Form})
			}
			x.Aliases[k].Count += a.Count
			if list := x.Aliases[k].Articles; len(list) == 0 || list[len(list)-1] != mem.Article {
				x.Aliases[k].Articles = append(list, mem.Article)
			}
		}
		for _, d := range e.Descriptors {
			words[d.Words]++
		}
	}
	slices.SortStableFunc(x.Aliases, func(a, b CastAlias) int {
		return cmp.Or(cmp.Compare(len(b.Articles), len(a.Articles)), cmp.Compare(b.Count, a.Count), cmp.Compare(a.Form, b.Form))
	})
	x.Name = m.fullestOf(x.Aliases)
	for w := range words {
		x.Descriptors = append(x.Descriptors, w)
	}
	slices.SortFunc(x.Descriptors, func(a, b string) int { return cmp.Or(cmp.Compare(words[b], words[a]), cmp.Compare(a, b)) })
	x.Descriptors = x.Descriptors[:min(len(x.Descriptors), 20)]
	slices.SortFunc(x.Merges, func(a, b Joining) int {
		return cmp.Or(cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B), cmp.Compare(a.Rule, b.Rule))
	})
	x.Merges = slices.Compact(x.Merges)
	slices.SortFunc(x.Apart, func(a, b Parting) int { return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Reason, b.Reason)) })
	x.Apart = slices.Compact(x.Apart)
}

// fullestOf returns, of the aliases of most words that are not rare, the one in most articles. Aliases are sorted by that.
func (m *merger) fullestOf(aliases []CastAlias) string {
	best, most := "", -1
	for _, a := range aliases {
		if w := m.words(a.Form); w > most && (most < 2 || len(a.Articles)*4 >= len(aliases[0].Articles)) {
			best, most = a.Form, w
		}
	}
	return best
}
