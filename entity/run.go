package entity

import (
	"strings"
)

// A run is a stretch of words of one line that may be a name: words[from:to] without titles, and the title before it.
type run struct {
	line     int
	from, to int // the name
	title    int // where its titles and nations begin; equal to from if it has none
}

// particles stand inside names with a small letter.
var particles = setOf("al bu el ul ad as ash ar an at az bin ibn ben bint abu abou umm ahl van von der den de da di du la le las los del della dos das e y ter ten zu zur ibnu ould")

// connectors stand inside names of bodies: Ministry of the Interior, Bank for Settlements.
var connectors = setOf("of for the and in on de la du des del y et für und der des den")

// runs finds the stretches of a line that may be names.
func (f *finder) runs(n int) []run {
	line := f.lines[n]
	var out []run
	for i := 0; i < len(line); {
		if !f.mayBegin(line, i) {
			i++
			continue
		}
		to := f.runEnd(line, i)
		out = append(out, f.office(n, i, to)...)
		i = to
	}
	return out
}

// mayBegin reports whether a name may begin with the word: a capital that the place does not explain, or that the collection's usage
// confirms.
func (f *finder) mayBegin(line []word, i int) bool {
	w := line[i]
	if w.capital && (w.folded == "al" || w.folded == "el") && i+1 < len(line) && line[i+1].capital && hyphen(line[i+1].gap) {
		return true
	}
	if !w.capital {
		return f.beginsWithParticle(line, i)
	}
	if len(w.exact) == 1 && (i+1 >= len(line) || !line[i+1].capital) {
		return false
	}
	if w.headline {
		return f.known(w)
	}
	if f.german {
		return f.germanName(line, i)
	}
	if !w.starts {
		if sidesOfPlaces[w.folded] && i+1 < len(line) && line[i+1].capital && line[i+1].gap == " " {
			return true // New Tirn
		}
		return !functionWords[w.folded] && !f.grammar[w.folded] && !(f.lists.common[w.folded] && f.usage.mostlySmall(w.folded)) && !calendar[w.folded]
	}
	if functionWords[w.folded] || f.grammar[w.folded] || !f.english && foreignOpeners[w.folded] {
		return false
	}
	if f.titleStarts(line, i) {
		return true
	}
	if f.lists.common[w.folded] || calendar[w.folded] {
		return f.usage.mostlyCapital(w.folded) && f.english && !calendar[w.folded] && !pronounWords[w.folded]
	}
	capital, small := f.usage.counts(w.folded)
	if small > 0 {
		return capital > small
	}
	return true
}

// titleStarts reports whether a sentence begins with a title and a name behind it: “Prime Minister Moll”, “Minister for Water Moll”.
func (f *finder) titleStarts(line []word, i int) bool {
	k := i
	for k < len(line) && k < i+4 && line[k].capital && (f.lists.titleWords[line[k].folded] || line[k].folded == "prime") && (k == i || line[k].gap == " ") {
		k++
	}
	if k == i || k >= len(line) || line[k].gap != " " {
		return false
	}
	if line[k].folded == "for" || line[k].folded == "of" {
		return k+1 < len(line) && (line[k+1].capital || line[k+1].folded == "the")
	}
	return line[k].capital
}

var calendar = setOf("monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz mai juni juli oktober dezember")

// foreignOpeners begin sentences in French, Spanish and Russian and are no names.
var foreignOpeners = foldedSet("le la les l un une des du de d il elle ils elles on nous vous je ce cet cette ces mais pour dans sur selon apres avant avec sans et ou si que qui quand comme par au aux en plus depuis pendant el los las una unos unas lo su sus este esta estos estas pero para segun por con sin desde tras cuando como mas y o se no si al del tambien ademas по в во на и а но с со к у от до для за из о об что как это он она они мы вы я его ее их также однако после при когда если не согласно уже только министерство президент")

var pronounWords = setOf("i he she it we they you him her his its my your our their me us them mr")

// known reports whether a word of a headline is known as a name from running text or from a list.
func (f *finder) known(w word) bool {
	if functionWords[w.folded] {
		return false
	}
	if _, ok := f.lists.given[w.folded]; ok && !f.usage.mostlySmall(w.folded) {
		return true
	}
	return f.usage.mostlyCapital(w.folded) || f.lists.places[w.folded] || f.lists.nations[w.folded] && !f.usage.mostlySmall(w.folded)
}

// beginsWithParticle reports whether a particle with a small letter begins a name: al-Khazali, bin Salman.
func (f *finder) beginsWithParticle(line []word, i int) bool {
	if i+1 >= len(line) || !line[i+1].capital || line[i].headline {
		return false
	}
	switch line[i].folded {
	case "al", "el", "ul", "ad", "as", "ash", "ar", "an", "at", "az":
		return hyphen(line[i+1].gap)
	case "bin", "ibn", "abu", "van", "von", "umm":
		return line[i+1].gap == " "
	}
	return false
}

func hyphen(gap string) bool {
	return gap == "-" || gap == "- " || gap == "‐" || gap == "‑" || gap == "–"
}

// runEnd returns where the stretch of name words that begins at i ends.
func (f *finder) runEnd(line []word, i int) int {
	end := i + 1
	if !line[i].capital { // a particle: the name is behind it
		end = i + 2
	}
	for k := end; k < len(line); k++ {
		w := line[k]
		if line[k-1].owner || !joinsRun(line[k-1], w.gap) {
			break
		}
		switch {
		case w.capital && f.inside(line, k):
			end = k + 1
		case f.particle(line, k):
		case connectors[w.folded] && f.connects(line, i, k):
		case w.number && k == end && f.numbered(line, k):
			end = k + 1
		default:
			return end
		}
	}
	return end
}

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

// inside reports whether a capitalised word goes on with a name.
func (f *finder) inside(line []word, k int) bool {
	w := line[k]
	if w.headline {
		return f.known(w)
	}
	return !calendar[w.folded] && !pronounWords[w.folded]
}

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
