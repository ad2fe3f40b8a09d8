package entity

// split cuts a stretch of capitalised words into names: titles and nations before a name are set apart, and a name behind
// another one's role begins anew (“Interior Minister Karim Sadr Army Brigade” is rare; “US President Moll” is not).
func (f *finder) split(n, from, to int) []run {
	line := f.lines[n]
	start := from
	i := from
	for i < to {
		if k := f.title(line, i, to); k > i {
			i = k
			continue
		}
		if f.placeAt(line, i, to) > i {
			break // Saudi Arabia is no Arabia of the Saudis
		}
		if f.lists.nations[line[i].folded] && i+1 < to && line[i+1].gap == " " && !f.national(line, i, to) {
			i++
			continue
		}
		break
	}
	if i >= to {
		// Titles and nations only: “the President”, “Iraqi”.
		return f.onlyTitles(n, start, to)
	}
	for k := i + 1; k+1 < to; k++ {
		if f.personBehind(line, i, k, to) {
			return append(f.split(n, from, k), run{n, k, to, k})
		}
	}
	// “Transport Ministry spokesman Farid Naim” has its role inside: what stands before the last title is a body of its own.
	for k := i + 1; k+1 < to; k++ {
		if end := f.title(line, k, to); end > k && end < to && f.likelyPerson(line, end, to) && f.lists.titleWords[line[k].folded] && (!connectors[line[end].folded] || particles[line[end].folded]) {
			first := f.split(n, i, k)
			for x := range first {
				first[x].title = min(first[x].title, start)
			}
			return append(first, run{n, end, to, k})
		}
	}
	return []run{{n, i, to, start}}
}

// personBehind reports whether the name of a person begins at k, behind a body or place that ends there: “Counter ISIL | Brett Moll”.
func (f *finder) personBehind(line []word, from, k, to int) bool {
	before := line[k-1].folded
	if _, given := f.lists.given[line[k].folded]; !given || line[k].caps || line[k].gap != " " || connectors[before] || connectors[line[k+1].folded] || f.lists.org[line[to-1].folded] || f.lists.place[line[to-1].folded] {
		return false
	}
	_, body := f.lists.bodies[before]
	return body && line[k-1].caps || line[k-1].caps && len(line[k-1].exact) < 6 && k-1 > from
}

// placeAt returns where the name of several words of a known place ends that begins at i, i if none does.
func (f *finder) placeAt(line []word, i, to int) int {
	for k := min(to, i+f.lists.longestPlace); k > i+1; k-- {
		phrase := line[i].folded
		for _, w := range line[i+1 : k] {
			if w.gap != " " {
				phrase = ""
				break
			}
			phrase += " " + w.folded
		}
		if phrase != "" && f.lists.places[phrase] {
			return k
		}
	}
	return i
}

// national reports whether a nation is part of the name of a body: “Iraqi Army”, “Islamic Republic of Iran”, not “Iraqi President X”.
func (f *finder) national(line []word, i, to int) bool {
	for k := i + 1; k < to; k++ {
		if _, ok := f.lists.titles[line[k].folded]; ok {
			return false
		}
		if f.lists.org[line[k].folded] || f.lists.place[line[k].folded] || nationalWords[line[k].folded] {
			return true
		}
	}
	return to-i > 1 && !f.likelyPerson(line, i+1, to)
}

var nationalWords = setOf("republic state kingdom union federation democrats democratic brotherhood resistance war spring revolution patriotic")

// likelyPerson reports whether line[from:to] begins like the name of a person.
func (f *finder) likelyPerson(line []word, from, to int) bool {
	if from >= to {
		return false
	}
	if _, ok := f.lists.given[line[from].folded]; ok {
		return true
	}
	for _, w := range line[from:to] {
		if f.lists.org[w.folded] || f.lists.place[w.folded] || connectors[w.folded] && w.folded != "de" && w.folded != "la" {
			return false
		}
	}
	return !f.lists.places[line[from].folded] && !line[from].caps
}
