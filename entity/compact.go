package entity

import (
	"cmp"
	"slices"
	"strings"
)

// compact renumbers the entities in the order of their first mention, after those that were joined are gone, and turns names into
// mentions. It sets names and aliases.
func (f *finder) compact() {
	number := map[int]int{}
	var entities []Entity
	for i := range f.names {
		n := &f.names[i]
		if n.entity < 0 {
			continue
		}
		e := f.root(n.entity)
		k, ok := number[e]
		if !ok {
			k = len(entities)
			number[e] = k
			entities = append(entities, Entity{})
		}
		n.entity = k
	}
	exact := map[int]string{}
	for i := range f.names {
		if n := &f.names[i]; n.entity >= 0 && exact[n.entity] == "" {
			exact[n.entity] = f.exact(n)
		}
	}
	for _, j := range f.joinings {
		if k, ok := number[f.root(j.b)]; ok {
			entities[k].Merges = append(entities[k].Merges, Joining{A: f.firstForm(j.a), B: f.firstForm(j.b), Rule: j.rule})
		}
	}
	for i := range f.names {
		n := &f.names[i]
		for c, e := range n.candidates {
			if k, ok := number[f.root(e)]; ok {
				n.candidates[c] = k
			}
		}
		slices.Sort(n.candidates)
		n.candidates = slices.Compact(n.candidates)
		if len(n.candidates) == 1 {
			n.entity, n.candidates, n.reason = n.candidates[0], nil, "the only one here with this name"
		}
		if n.entity >= 0 {
			addAlias(&entities[n.entity], f.exact(n))
		}
	}
	for k := range entities {
		slices.SortStableFunc(entities[k].Aliases, func(a, b Alias) int { return cmp.Compare(b.Count, a.Count) })
		entities[k].Name = fullest(entities[k].Aliases)
	}
	f.article.Entities = entities
}

// firstForm returns the words of the first form of an entity, folded.
func (f *finder) firstForm(e int) string {
	if len(f.cores[e]) == 0 {
		return ""
	}
	out := ""
	for i, w := range f.cores[e][0] {
		if i > 0 {
			out += " "
		}
		out += w
	}
	return out
}

func addAlias(e *Entity, form string) {
	for i := range e.Aliases {
		if e.Aliases[i].Form == form {
			e.Aliases[i].Count++
			return
		}
	}
	if len(e.Aliases) < 64 {
		e.Aliases = append(e.Aliases, Alias{form, 1})
	}
}

// fullest returns the longest form by words, the most frequent of those; acronyms give way to what they stand for.
func fullest(aliases []Alias) string {
	best, most := "", -1
	for _, a := range aliases {
		words := 0
		inWord := false
		for _, r := range a.Form {
			if r == ' ' || r == '-' {
				inWord = false
			} else if !inWord {
				inWord = true
				words++
			}
		}
		shouted := a.Form == strings.ToUpper(a.Form) && len(a.Form) > 5
		if words > most || words == most && !shouted && best == strings.ToUpper(best) && strings.EqualFold(a.Form, best) {
			best, most = a.Form, words
		}
	}
	return best
}

// sortMentions turns names into mentions, in the order of the text, with those of refer.
func (f *finder) sortMentions() {
	for i := range f.names {
		n := &f.names[i]
		line := f.lines[n.line]
		m := Mention{InTitle: n.line < f.titleLines, Form: n.form, Entity: n.entity, Reason: n.reason, Candidates: n.candidates}
		m.Span.Start, m.Span.End = line[n.from].Start, line[n.to-1].End
		f.article.Mentions = append(f.article.Mentions, m)
	}
	slices.SortStableFunc(f.article.Mentions, func(a, b Mention) int {
		switch {
		case a.InTitle != b.InTitle:
			if a.InTitle {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(b.Span.End, a.Span.End))
	})
	// Mentions never overlap, and names do not overlap names: a noun that overlaps a name gives way.
	kept := f.article.Mentions[:0]
	for _, m := range f.article.Mentions {
		if n := len(kept); n > 0 && kept[n-1].InTitle == m.InTitle && m.Span.Start < kept[n-1].Span.End {
			if refers(m) || !refers(kept[n-1]) {
				continue
			}
			kept = kept[:n-1]
		}
		kept = append(kept, m)
	}
	f.article.Mentions = kept
	for i, m := range kept {
		if m.Entity >= 0 {
			f.article.Entities[m.Entity].Mentions = append(f.article.Entities[m.Entity].Mentions, i)
		}
	}
}

// refers reports whether a mention stands for a name and is none.
func refers(m Mention) bool { return m.Form == Nominal || m.Form == Pronoun }
