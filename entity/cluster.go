package entity

import (
	"slices"
	"strings"
)

// cluster ties the names of the article to entities: full names first, then single words and acronyms.
func (f *finder) cluster() {
	full := map[string]int{}
	for i := range f.names {
		n := &f.names[i]
		if len(f.core(n)) < 2 {
			continue
		}
		key := strings.Join(f.core(n), " ")
		e, ok := full[key]
		if !ok {
			e = f.longer(n)
			full[key] = e
		}
		f.tie(n, e, Full, "")
	}
	for i := range f.names {
		n := &f.names[i]
		if n.entity < 0 && len(f.core(n)) >= 1 {
			f.short(n, full)
		}
	}
	f.acronyms()
	f.wellKnown()
}

// wellKnown joins the spellings of well-known bodies: UN and United Nations.
func (f *finder) wellKnown() {
	first := map[string]int{}
	for i := range f.names {
		n := &f.names[i]
		b, ok := f.lists.bodies[strings.Join(n.words, " ")]
		if !ok || n.entity < 0 {
			continue
		}
		if e, seen := first[b.name]; seen {
			f.join(n.entity, e, "names of one well-known body")
		} else {
			first[b.name] = n.entity
		}
	}
}

// core returns the words of a name that carry it: without particles, initials and articles.
func (f *finder) core(n *name) []string {
	var out []string
	for _, w := range n.words {
		if particles[w] || w == "the" || len([]rune(w)) == 1 && len(n.words) > 1 || w == "jr" || w == "sr" {
			continue
		}
		out = append(out, w)
	}
	if len(out) == 0 {
		return n.words
	}
	return out
}

// longer returns the entity that a name of several words belongs to: one with a longer or shorter form of the same name, or a new one.
func (f *finder) longer(n *name) int {
	mine := f.core(n)
	for _, e := range f.byWord[lastWord][mine[len(mine)-1]] {
		for _, other := range f.cores[e] {
			if len(other) >= 2 && other[0] == mine[0] && (subsequence(mine, other) || subsequence(other, mine)) {
				return e
			}
		}
	}
	return f.newEntity()
}

func (f *finder) newEntity() int {
	f.article.Entities = append(f.article.Entities, Entity{})
	f.cores = append(f.cores, nil)
	return len(f.article.Entities) - 1
}

// The places of a word in a name by which entities are looked up.
const (
	lastWord = iota
	firstWord
	anyWord
	wordPlaces
)

// maxForms is how many forms of an entity are kept for comparing; further ones are rare and alike.
const maxForms = 8

// index makes an entity known by the words of one of its forms.
func (f *finder) index(e int, core []string) {
	for _, known := range f.cores[e] {
		if slices.Equal(known, core) {
			return
		}
	}
	if len(f.cores[e]) == maxForms {
		return
	}
	f.cores[e] = append(f.cores[e], core)
	add := func(place int, w string) {
		if list := f.byWord[place][w]; !slices.Contains(list, e) {
			f.byWord[place][w] = append(list, e)
		}
	}
	add(lastWord, core[len(core)-1])
	if len(core) > 1 {
		add(firstWord, core[0])
		for _, w := range core {
			add(anyWord, w)
		}
	}
}

func subsequence(a, b []string) bool {
	i := 0
	for _, w := range b {
		if i < len(a) && a[i] == w {
			i++
		}
	}
	return i == len(a)
}

func (f *finder) tie(n *name, e int, form Form, reason string) {
	n.entity, n.form, n.reason = e, form, reason
	if form == Full {
		f.index(e, f.core(n))
	}
}

// short ties a name of one word: to the only person with that surname, to the only one with that given name, to the only body whose name
// begins with it, else to an entity of its own.
func (f *finder) short(n *name, full map[string]int) {
	w := f.core(n)[0]
	last, first, any := f.byWord[lastWord][w], f.byWord[firstWord][w], f.byWord[anyWord][w]
	if _, known := f.lists.bodies[w]; known || f.lists.places[w] {
		last, first, any = nil, nil, nil // it stands for itself
	}
	for _, c := range [...]struct {
		list   []int
		reason string
	}{{last, "the only one here with this surname or last word"}, {first, "the only one here with this first word"}, {any, "a word of the only such name here"}} {
		list := c.list
		if len(list) == 0 {
			continue
		}
		if c.reason[0] == 'a' && (f.lists.places[w] || f.lists.nations[w]) {
			break
		}
		if len(list) > 1 {
			list = f.told(n, list)
		}
		if len(list) == 1 && f.fits(n, list[0]) {
			f.tie(n, list[0], Short, c.reason)
			return
		}
		if len(list) > 1 {
			n.candidates, n.form = list, Short
			n.reason = "several here have this name"
			return
		}
	}
	e, ok := full[w]
	if !ok {
		e = f.newEntity()
		full[w] = e
	}
	f.tie(n, e, Full, "")
}

// fits reports whether a single word may stand for an entity: a place does not stand for a person or body that has its name in it.
func (f *finder) fits(n *name, e int) bool {
	w := f.core(n)[0]
	if f.lists.places[w] {
		return false
	}
	for _, core := range f.cores[e] {
		if len(core) == 2 && core[1] == w && sidesOfPlaces[core[0]] {
			return false // “Korea” is not “South Korea”
		}
		if len(core) > 2 && core[0] == w && f.lists.org[core[len(core)-1]] {
			return false // a party is not its central committee
		}
	}
	if f.lists.org[w] || f.lists.place[w] {
		return f.lines[n.line][n.from].capital
	}
	return true
}

var sidesOfPlaces = setOf("north south east west northern southern eastern western new old upper lower greater central")

// told narrows candidates by the title before the name: “Minister Naim” is the minister.
func (f *finder) told(n *name, list []int) []int {
	if n.title == n.from {
		return list
	}
	title := f.lines[n.line][n.from-1].folded
	var out []int
	for _, e := range list {
		for i := range f.names {
			m := &f.names[i]
			if m.entity == e && m.title < m.from && f.lines[m.line][m.from-1].folded == title {
				out = append(out, e)
				break
			}
		}
	}
	if len(out) == 1 {
		return out
	}
	return list
}

// acronyms ties words in capitals to the names that they stand for: in brackets behind the name, or by initials.
func (f *finder) acronyms() {
	byInitials := map[string][]int{}
	for i := range f.names {
		n := &f.names[i]
		if n.entity >= 0 && len(n.words) >= 3 {
			if key := initials(n.words); !slices.Contains(byInitials[key], n.entity) {
				byInitials[key] = append(byInitials[key], n.entity)
			}
		}
	}
	for i := range f.names {
		n := &f.names[i]
		line := f.lines[n.line]
		if n.entity < 0 || n.to-n.from != 1 || !line[n.from].caps || len(line[n.from].exact) > 8 || n.form == Short {
			continue
		}
		letters := strings.ToLower(strings.ReplaceAll(line[n.from].exact, ".", ""))
		if i > 0 && strings.HasSuffix(line[n.from].gap, "(") && f.names[i-1].line == n.line && f.names[i-1].to == n.from {
			f.join(n.entity, f.names[i-1].entity, "acronym in brackets")
			continue
		}
		if i+1 < len(f.names) {
			next := f.names[i+1]
			if next.line == n.line && next.from == n.to && strings.HasSuffix(line[next.from].gap, "(") && strings.HasPrefix(line[next.from].gap, " ") && next.entity >= 0 {
				f.join(n.entity, next.entity, "full name in brackets")
				continue
			}
		}
		if len(letters) >= 3 {
			if fit := byInitials[letters]; len(fit) == 1 && fit[0] != n.entity {
				f.join(n.entity, fit[0], "initials")
			}
		}
	}
	for i := range f.names {
		n := &f.names[i]
		if w := f.lines[n.line][n.from]; n.entity >= 0 && n.to-n.from == 1 && w.caps && !w.headline && len(w.exact) <= 8 {
			if n.form == Short && f.wordOf(n.entity, n.words[0]) {
				continue // NAIM for Farid Naim
			}
			n.form = Acronym
			if n.reason != "" && f.root(n.entity) != n.entity {
				n.reason = "these letters stand for it here"
			}
		}
	}
}

// wordOf reports whether a form of several words of the entity has the word.
func (f *finder) wordOf(e int, word string) bool {
	for _, core := range f.cores[e] {
		if len(core) > 1 && slices.Contains(core, word) {
			return true
		}
	}
	return false
}

func initials(words []string) string {
	var b strings.Builder
	for _, w := range words {
		if !connectors[w] && w != "al" && w != "the" {
			r := []rune(w)
			b.WriteRune(r[0])
		}
	}
	return b.String()
}

// join makes the entity a another name of b, unless it is open who one of them is.
func (f *finder) join(a, b int, rule string) {
	if a < 0 || b < 0 {
		return
	}
	a, b = f.root(a), f.root(b)
	if a == b {
		return
	}
	f.joined[a] = b
	f.joinings = append(f.joinings, joining{a, b, rule})
}

type joining struct {
	a, b int
	rule string
}

// root returns the entity that e was joined to.
func (f *finder) root(e int) int {
	for {
		to, ok := f.joined[e]
		if !ok {
			return e
		}
		e = to
	}
}

// exact returns the words of a name as they stand.
func (f *finder) exact(n *name) string {
	line := f.lines[n.line]
	return f.zone(n.line)[line[n.from].Start:line[n.to-1].End]
}

// zone returns the text that the line belongs to.
func (f *finder) zone(line int) string {
	if line < f.titleLines {
		return f.Title.String()
	}
	return f.Body.String()
}
