package entity

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
