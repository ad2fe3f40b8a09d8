package entity

// office cuts a stretch that begins with an office: “Minister for the Middle East Tobias Ellwood” is a person with an office, and
// “Minister of Foreign Affairs” alone is nobody's name, but may describe the name beside it.
func (f *finder) office(n, from, to int) []run {
	line := f.lines[n]
	k := from
	for t := from; t < to; t++ {
		if f.title(line, t, to) > t+1 { // “Secretary of State Moll” has a title, not an office of a State Moll
			return f.split(n, from, to)
		}
		if !f.lists.nations[line[t].folded] && !f.lists.titleWords[line[t].folded] {
			break
		}
	}
	for k < to && (f.lists.nations[line[k].folded] || f.lists.titleWords[line[k].folded] || f.lists.org[line[k].folded] && k+1 < to && f.lists.titleWords[line[k+1].folded]) {
		k++
	}
	if k == from || k >= to || !f.lists.titleWords[line[k-1].folded] || line[k].folded != "of" && line[k].folded != "for" {
		return f.split(n, from, to)
	}
	for p := k + 2; p+1 < to; p++ {
		if _, given := f.lists.given[line[p].folded]; given && !connectors[line[p-1].folded] {
			inner := []run{{n, p, to, from}}
			if k+1 < p && f.placeAt(line, k+1, p) == p { // “Minister for Central Asia Moll”
				inner = append([]run{{n, k + 1, p, k + 1}}, inner...)
			}
			return inner
		}
	}
	f.offices = append(f.offices, run{n, from, to, from})
	inner := k + 1
	if line[inner].folded == "the" {
		inner++
	}
	if f.lists.places[line[inner].folded] || f.placeAt(line, inner, to) > inner {
		return f.split(n, inner, to)
	}
	// “Minister of Foreign Affairs of Iraq”: the department is no name, the country is one.
	for p := to - 1; p > inner; p-- {
		if line[p-1].folded == "of" && f.lists.places[line[p].folded] || f.placeAt(line, p, to) == to {
			return f.split(n, p, to)
		}
	}
	return f.split(n, inner, to)
}

// officeAlone reports whether words are an office and nobody's name: “Foreign Secretary”, “Foreign Office Minister”.
func (f *finder) officeAlone(words []word) bool {
	last := words[len(words)-1].folded
	if !roleWords[last] && !officePlurals[last] {
		return false
	}
	for _, w := range words[:len(words)-1] {
		if !f.lists.titleWords[w.folded] && !f.lists.org[w.folded] && !f.lists.nations[w.folded] && !bodyAdjectives[w.folded] {
			return false
		}
	}
	return true
}

var officePlurals = setOf("ministers secretaries presidents senators generals leaders officials ambassadors governors mayors commanders chiefs")

// title returns where the title that begins at i ends, i if none does. A title must have a name behind it.
func (f *finder) title(line []word, i, to int) int {
	for k := min(to-1, i+f.lists.longestTitle); k > i; k-- {
		if k-i > 1 {
			phrase := ""
			for _, w := range line[i:k] {
				if phrase != "" {
					phrase += " "
				}
				phrase += w.folded
			}
			if _, ok := f.lists.titles[phrase]; ok {
				return k
			}
			continue
		}
		w := line[i]
		if _, ok := f.lists.titles[w.folded]; ok && !connectors[line[k].folded] && !(len(w.exact) < 3 && w.caps && !abbreviated[w.folded] && w.folded != "mp") {
			return k
		}
	}
	return i
}

// onlyTitles returns a stretch without a name of its own: nothing for titles, the nation for nations of bodies.
func (f *finder) onlyTitles(n, from, to int) []run { return nil }
