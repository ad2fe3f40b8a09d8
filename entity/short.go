package entity

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

var sidesOfPlaces = setOf("north south east west northern southern eastern western new old upper lower greater central")
