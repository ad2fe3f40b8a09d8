package entity

import (
	"strings"

	"hearsay/text"
)

// describe reads the title before a name as a descriptor.
func (f *finder) describe(n *name) {
	line := f.lines[n.line]
	from := n.title
	title := ""
	for _, w := range line[from:n.from] {
		if title != "" {
			title += " "
		}
		title += w.folded
	}
	gender, known := f.lists.titles[title]
	for k := from; k < n.from && !known; k++ {
		gender, known = f.lists.titles[line[k].folded]
	}
	if known {
		f.cast(n.entity, Person, 3.5, "the title “"+f.text(n.line, from, n.from)+"” in front")
		f.sex(n.entity, gender, 3)
	}
	if gender == UnknownGender {
		f.addDescriptor(n, from, n.from)
	}
}

// voteOffices gives offices to the names beside them: “the Minister for Water, Farid Naim,”.
func (f *finder) voteOffices() {
	k := 0
	for _, o := range f.offices {
		for k < len(f.names) && (f.names[k].line < o.line || f.names[k].line == o.line && f.names[k].from < o.to) {
			k++
		}
		if k == len(f.names) {
			return
		}
		n := &f.names[k]
		line := f.lines[o.line]
		if n.line == o.line && n.title == o.to && n.entity >= 0 && (line[o.to].gap == ", " || line[o.to].gap == " ") && n.to-n.from > 1 {
			f.stand(n)
			f.cast(n.entity, Person, 2.5, "an office before the name")
			f.addDescriptor(n, o.from, o.to)
		}
	}
}

func (f *finder) text(line, from, to int) string {
	return f.zone(line)[f.lines[line][from].Start:f.lines[line][to-1].End]
}

func (f *finder) addDescriptor(n *name, from, to int) {
	e := &f.article.Entities[n.entity]
	words := f.text(n.line, from, to)
	for _, d := range e.Descriptors {
		if strings.EqualFold(d.Words, words) {
			return
		}
	}
	if len(e.Descriptors) < 12 {
		e.Descriptors = append(e.Descriptors, Descriptor{words, text.Span{Start: f.lines[n.line][from].Start, End: f.lines[n.line][to-1].End}, n.line < f.titleLines})
	}
}

// role reads small words before a name as a descriptor: “the army spokesman Farid Naim”.
func (f *finder) role(n *name, at int) { f.addDescriptor(n, f.roleStart(n, at), n.from) }

// roleBefore reads “the army spokesman, Farid Naim”.
func (f *finder) roleBefore(n *name, at int) { f.addDescriptor(n, f.roleStart(n, at), at+1) }

// roleStart returns where the noun phrase begins that ends with the role at the given word.
func (f *finder) roleStart(n *name, at int) int {
	line := f.lines[n.line]
	from := at
	for from > 0 && line[from].gap == " " && !functionWords[line[from-1].folded] && !f.grammar[line[from-1].folded] && (f.english || !foreignOpeners[line[from-1].folded]) && at-from < 4 && !verbs[line[from-1].folded] && !line[from-1].starts {
		from--
	}
	return from
}

// apposition reads “, head of the Dawn bloc,” behind a name.
func (f *finder) apposition(n *name, line []word) {
	from := n.to
	if w := line[from].folded; w == "a" || w == "an" || w == "the" || w == "his" || w == "her" {
		from++
	}
	role := false
	to := from
	for to < len(line) && to < from+16 && (to == from || line[to].gap == " " || hyphen(line[to].gap) || line[to].gap == "’" || line[to].gap == "'") {
		if to < from+6 && roleWords[line[to].folded] {
			role = true
		}
		if line[to].folded == "who" || sayWords[line[to].folded] {
			break
		}
		to++
	}
	noun := from > n.to && to > from && !line[from].capital && !line[from].number // “, the harbour master of Ansel”
	switch {
	case to == from:
	case role:
		f.cast(n.entity, Person, 2.5, "a role behind the comma")
		f.addDescriptor(n, from, to)
	case noun:
		f.addDescriptor(n, from, to)
	}
}

var verbs = setOf("said says told named called met killed asked")

var roleWords = setOf("spokesman spokeswoman spokesperson leader head chief chairman chairwoman chair president minister director founder co-founder owner commander deputy governor mayor senator congressman congresswoman lawmaker mp councillor analyst economist professor lecturer researcher scientist lawyer attorney prosecutor judge officer official diplomat ambassador envoy secretary adviser advisor aide strategist consultant manager executive editor reporter journalist correspondent author writer historian actor actress singer musician coach captain player activist campaigner candidate nominee member resident farmer teacher student nurse doctor surgeon engineer driver pilot soldier general colonel sergeant cleric priest pastor imam bishop rabbi archbishop brother sister father mother son daughter wife husband widow cousin uncle neighbour neighbor friend witness victim survivor shopkeeper trader businessman businesswoman entrepreneur investor banker ceo pollster fellow expert président présidente ministre directeur directrice sénateur sénatrice député députée maire avocat avocate juge professeur secrétaire dirigeant dirigeante presidente presidenta ministro ministra director directora portavoz alcalde alcaldesa senador senadora diputado diputada abogado abogada juez jueza profesor profesora secretario secretaria líder президент министр глава лидер председатель директор мэр депутат сенатор представитель specialist veteran retiree mechanic plumber carpenter fisherman machinist ombudsman inspector superintendent constable sheriff")
