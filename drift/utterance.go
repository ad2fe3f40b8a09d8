package drift

import (
	"cmp"
	"slices"
	"time"
)

// utterance makes an Utterance of the quotes of a group.
func (m *Material) utterance(quotes []quoted, members []int) Utterance {
	wordings := m.wordings(quotes, members)
	u := Utterance{ID: idOf(quotes[wordings[0].of].words), Base: 0}
	base := quotes[wordings[0].of].words
	for k, w := range wordings {
		v := Variant{Relation: Base, Reports: w.reports, Words: len(quotes[w.of].words), BaseWords: len(base), Same: len(base)}
		if k > 0 {
			v.Edits, v.Same = align(base, quotes[w.of].words)
			v.Relation = relation(v)
		}
		u.Variants = append(u.Variants, v)
	}
	u.Speakers = m.speakers(quotes, members)
	u.Earliest = m.earliest(quotes, members)
	return u
}

// relation tells how a variant relates to the base, by the words that match.
func relation(v Variant) Relation {
	switch {
	case v.Same == v.Words && v.Same == v.BaseWords:
		return Verbatim
	case v.Same == v.Words:
		return Cut
	case v.Same == v.BaseWords:
		return Extended
	}
	return Reworded
}

// A wordingOf is one form of the words, and the quotes that have it.
type wordingOf struct {
	of      int // a quote that has it
	reports []Report
}

// wordings puts the members with the same folded words together; the base comes first, then by time.
func (m *Material) wordings(quotes []quoted, members []int) []wordingOf {
	at := map[string]int{}
	var out []wordingOf
	for _, i := range members {
		key := idOf(quotes[i].words)
		k, ok := at[key]
		if !ok {
			k = len(out)
			at[key] = k
			out = append(out, wordingOf{of: i})
		}
		out[k].reports = append(out[k].reports, quotes[i].Report)
	}
	for k := range out {
		slices.SortStableFunc(out[k].reports, m.byTime)
	}
	slices.SortStableFunc(out, func(a, b wordingOf) int { return m.byTime(a.reports[0], b.reports[0]) })
	base := 0
	for k := range out {
		better := cmp.Or(cmp.Compare(len(out[k].reports), len(out[base].reports)), cmp.Compare(len(quotes[out[k].of].words), len(quotes[out[base].of].words)))
		if better > 0 {
			base = k
		}
	}
	first := out[base]
	out = append(out[:base:base], out[base+1:]...)
	return append([]wordingOf{first}, out...)
}

// byTime sorts reports by the time of their article, unknown last, then by place.
func (m *Material) byTime(a, b Report) int {
	x, y := published(m.Articles[a.Article]), published(m.Articles[b.Article])
	switch {
	case x.IsZero() != y.IsZero():
		if x.IsZero() {
			return 1
		}
		return -1
	case !x.Equal(y):
		return x.Compare(y)
	}
	return cmp.Or(cmp.Compare(a.Article, b.Article), cmp.Compare(a.Quote, b.Quote))
}

func (m *Material) speakers(quotes []quoted, members []int) []Speaker {
	var out []Speaker
	for _, i := range members {
		s := Speaker{Entity: quotes[i].entity, Name: m.Quotes[quotes[i].Article][quotes[i].Quote].Speaker.Name}
		if s.Entity >= 0 {
			s.Name = m.Cast.Entities[s.Entity].Name
		}
		k := slices.IndexFunc(out, func(x Speaker) bool { return x.Entity == s.Entity && (s.Entity >= 0 || x.Name == s.Name) })
		if k < 0 {
			k = len(out)
			out = append(out, s)
		}
		out[k].Count++
	}
	slices.SortStableFunc(out, func(a, b Speaker) int { return cmp.Compare(b.Count, a.Count) })
	return out
}

// earliest returns the reports that may be the first: those whose time begins before that of the first ends.
func (m *Material) earliest(quotes []quoted, members []int) []Report {
	var dated []Report
	for _, i := range members {
		if !published(m.Articles[quotes[i].Article]).IsZero() {
			dated = append(dated, quotes[i].Report)
		}
	}
	if len(dated) == 0 {
		return nil
	}
	slices.SortStableFunc(dated, m.byTime)
	limit := m.Articles[dated[0].Article].Published.To
	out := dated[:1]
	for _, r := range dated[1:] {
		if m.Articles[r.Article].Published.From.Before(limit) {
			limit = minTime(limit, m.Articles[r.Article].Published.To)
			out = append(out, r)
		}
	}
	return out
}

func minTime(a, b time.Time) time.Time {
	if b.Before(a) {
		return b
	}
	return a
}
