package entity

// officeName reports whether a name is that of an office and of nobody: “US Secretary of State”, “UN High Commissioner for Refugees”.
func (f *finder) officeName(n *name) bool {
	for k, w := range n.words {
		if f.lists.given[w] != UnknownGender || f.lists.org[w] && k == 0 {
			return false
		}
		if k > 0 && f.lists.titleWords[w] && roleWords[w] && (k == len(n.words)-1 || n.words[k+1] == "of" || n.words[k+1] == "for") {
			return true
		}
	}
	return false
}

// rareWords reports whether no word of a name is written small anywhere, as most words are that name laws, ideas and offices.
func (f *finder) rareWords(n *name) bool {
	for _, w := range n.words {
		if _, small := f.usage.counts(w); small > 0 && !particles[w] || connectors[w] && !particles[w] || f.lists.common[w] || f.lists.nations[w] {
			return false
		}
	}
	line := f.lines[n.line]
	return !line[n.from].caps && !hyphen(line[n.from+1].gap) // Raleigh-Durham
}

// nounBehind reports whether a small noun that names belong to stands behind a name, so that an article before the name is the noun's.
func (f *finder) nounBehind(n *name) bool {
	line := f.lines[n.line]
	if n.to >= len(line) || line[n.to].gap != " " || line[n.to].capital {
		return false
	}
	w := line[n.to].folded
	return personNouns[w] || bodyNouns[w] || smallBodies[w] || smallPlaces[w] || roleWords[w]
}

// regimeBehind reports whether a noun stands behind a single word that is mostly ruled, led or run by one person: “the Moll regime”.
func (f *finder) regimeBehind(n *name) bool {
	line := f.lines[n.line]
	if n.to >= len(line) || line[n.to].gap != " " || len(f.core(n)) != 1 || f.lines[n.line][n.from].caps || !personNouns[line[n.to].folded] {
		return false
	}
	w := f.core(n)[0]
	return !f.lists.places[w] && !f.lists.nations[w] && !f.lists.org[w]
}

var personNouns = setOf("regime administration family loyalists supporters dynasty clan cabinet")

// voteLists gives a name of unknown kind the kind of the names that it is listed with: “in Mosul, Ansel and Tirn”.
func (f *finder) voteLists() {
	kinds := make([]Kind, len(f.article.Entities))
	for e := range kinds {
		kinds[e] = f.leading(e)
	}
	for i := range f.names {
		n := &f.names[i]
		if n.entity < 0 || kinds[n.entity] != Unknown {
			continue
		}
		for _, k := range [...]int{i - 1, i + 1} {
			if k < 0 || k >= len(f.names) || f.names[k].entity < 0 || !f.listed(&f.names[min(i, k)], &f.names[max(i, k)]) {
				continue
			}
			if kind := kinds[f.names[k].entity]; kind == Place || kind == Organisation {
				f.stand(n)
				f.cast(n.entity, kind, 1, "listed with “"+f.exact(&f.names[k])+"”")
			}
		}
	}
}

// listed reports whether only a comma, “and” or “or” stands between two names.
func (f *finder) listed(a, b *name) bool {
	if a.line != b.line || b.title != b.from {
		return false
	}
	line := f.lines[a.line]
	switch b.from - a.to {
	case 0:
		return line[b.from].gap == ", "
	case 1:
		w := line[a.to].folded
		return (w == "and" || w == "or" || w == "und" || w == "et" || w == "y" || w == "и") && line[b.from].gap == " " && (line[a.to].gap == " " || line[a.to].gap == ", ")
	}
	return false
}

// leading returns the kind that the votes so far make, Unknown if they decide nothing.
func (f *finder) leading(e int) Kind {
	sums := map[Kind]float64{}
	for _, v := range f.ballots[e].votes {
		sums[v.Kind] += v.Weight
	}
	best, top := Unknown, decided
	for _, k := range [...]Kind{Person, Organisation, Place, Other} {
		if sums[k] > top {
			best, top = k, sums[k]
		}
	}
	return best
}

// decided is the log-odds that a kind must have, less is no decision.
const decided = 0.6
