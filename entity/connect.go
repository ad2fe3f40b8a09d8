package entity

import "strings"

// connects reports whether the small word at k joins what stands before and behind it to one name.
func (f *finder) connects(line []word, from, k int) bool {
	next := k + 1
	if next < len(line) && line[next].folded == "the" && (line[k].folded == "of" || line[k].folded == "for" || line[k].folded == "in") {
		next++
	}
	if next >= len(line) || !line[next].capital || line[next].gap != " " || line[k].headline || !f.inside(line, next) {
		return false
	}
	switch line[k].folded {
	case "of", "for":
		return f.bodyWord(line, from, k) || f.common(line[k-1])
	case "and":
		return f.conjoined(line, from, k)
	case "the":
		return k > 0 && (line[k-1].folded == "of" || line[k-1].folded == "for")
	case "in", "on":
		return false
	}
	return !f.english
}

// bodyWord reports whether a word of line[from:k] is one that names of bodies, places or titles hold.
func (f *finder) bodyWord(line []word, from, k int) bool {
	for _, w := range line[from:k] {
		if f.lists.org[w.folded] || f.lists.place[w.folded] {
			return true
		}
	}
	return f.lists.titleWords[line[k-1].folded] // not “Rabbi Moll of the …”
}

func (f *finder) common(w word) bool { return f.lists.common[w.folded] || eventWords[w.folded] }

var eventWords = setOf("battle treaty war summit day declaration charter accord agreement bill act law festival cup prize siege church sons daughters friends voice wall garden gate")

// conjoined reports whether “and” joins two halves of one name: both have words of bodies only together (“Ministry of Trade and Industry”), or the
// phrase stands with this “and” elsewhere.
func (f *finder) conjoined(line []word, from, k int) bool {
	for i := from; i < k; i++ {
		if line[i].folded == "of" || line[i].folded == "for" {
			return f.lists.org[line[from].folded] && !f.lists.org[line[k+1].folded] && !f.personal(line[k+1])
		}
	}
	return false
}

func (f *finder) personal(w word) bool {
	_, given := f.lists.given[w.folded]
	return given || f.lists.titleWords[w.folded] || f.lists.places[w.folded]
}

// numbered reports whether a number belongs to the name before it: Brigade 45, Flight 587.
func (f *finder) numbered(line []word, k int) bool {
	return line[k].gap == " " && numberedWords[line[k-1].folded]
}

var numberedWords = setOf("brigade battalion regiment division unit flight route highway channel resolution article section chapter force group")

// particle reports whether the small word at k is a particle inside a name. Those of Arabic that are English words, too, want a hyphen, and letters that stand for a
// body take none (“Falk von der SPX”).
func (f *finder) particle(line []word, k int) bool {
	w := line[k].folded
	if !particles[w] || k+1 >= len(line) || (w == "as" || w == "at" || w == "an" || w == "ar" || w == "ad" || w == "ash" || w == "az") && !hyphen(line[k+1].gap) {
		return false
	}
	next := k + 1
	if particles[line[next].folded] && !line[next].capital && next+1 < len(line) {
		next++
	}
	return line[next].capital && !(line[next].caps && !line[next].headline && len(line[next].exact) < 6)
}

// joinsRun reports whether the gap between two words can lie inside a name.
func joinsRun(before word, gap string) bool {
	switch {
	case gap == " " || gap == "\u00a0" || hyphen(gap) || gap == "'" || gap == "’" || gap == "/" || gap == "&" || gap == " & ":
		return true
	case strings.HasPrefix(gap, ". ") && len(gap) == 2 || gap == ".":
		return len(before.exact) == 1 || abbreviated[before.folded] || strings.Contains(before.exact, ".")
	}
	return false
}

var abbreviated = setOf("mr mrs ms dr sen rep gov gen lt col sgt capt maj cmdr prof rev hon jr sr st maj brig adm")
