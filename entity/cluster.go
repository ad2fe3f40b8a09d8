package entity

import "strings"

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

func (f *finder) tie(n *name, e int, form Form, reason string) {
	n.entity, n.form, n.reason = e, form, reason
	if form == Full {
		f.index(e, f.core(n))
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
