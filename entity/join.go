package entity

import "strings"

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
