package entity

import (
	"cmp"
	"slices"
	"strings"

	"hearsay/text"
)

// vote gives every entity its kind, descriptors and gender from what stands in and around its mentions. The weights are log-odds
// set by hand and checked on re3d; each vote counts once for an entity, however often it occurs.
func (f *finder) vote() {
	f.ballots = make([]ballot, len(f.article.Entities))
	for i := range f.names {
		if n := &f.names[i]; n.entity >= 0 {
			f.stand(n)
			f.voteInside(n)
			f.voteAround(n)
		}
	}
	f.voteOffices()
	f.voteLists()
	for e := range f.article.Entities {
		f.count(e)
	}
}

// stand makes n the name at which the next votes are cast.
func (f *finder) stand(n *name) {
	line := f.lines[n.line]
	f.at, f.atTitle = text.Span{Start: line[n.from].Start, End: line[n.to-1].End}, n.line < f.titleLines
}

// A ballot collects the votes for one entity.
type ballot struct {
	votes  []Vote
	gender map[Gender]float64
}

func (f *finder) cast(e int, k Kind, weight float64, reason string) {
	b := &f.ballots[e]
	for _, v := range b.votes {
		if v.Kind == k && v.Text == reason {
			return
		}
	}
	b.votes = append(b.votes, Vote{Kind: k, Text: reason, Span: f.at, InTitle: f.atTitle, Weight: weight})
}

func (f *finder) sex(e int, g Gender, weight float64) {
	if g == UnknownGender {
		return
	}
	b := &f.ballots[e]
	if b.gender == nil {
		b.gender = map[Gender]float64{}
	}
	b.gender[g] += weight
}

// voteInside reads the words of the name itself.
func (f *finder) voteInside(n *name) {
	e, g := n.entity, f.lists
	last := n.words[len(n.words)-1]
	if n.title < n.from && arabicRoles[f.lines[n.line][n.title].folded] {
		f.cast(e, Person, 3, "a word for a role in front")
	}
	if n.body {
		f.cast(e, Organisation, 4, "a nation and a word for a body")
		return
	}
	whole := strings.Join(n.words, " ")
	if b, ok := g.bodies[whole]; ok && b.kind == Organisation {
		f.cast(e, Organisation, 5, "in the list of well-known bodies")
		return
	}
	if g.places[whole] && n.form != Short {
		f.cast(e, Place, 4, "in the list of places")
		return
	}
	if sex, given := g.given[n.words[0]]; given && n.form != Acronym {
		if len(n.words) > 1 && !g.org[last] {
			f.cast(e, Person, 3, "begins with a given name")
			f.sex(e, sex, 1)
		} else if len(n.words) == 1 {
			f.cast(e, Person, 1, "a given name")
			f.sex(e, sex, 0.5)
		}
	}
	for k, w := range n.words {
		switch {
		case w == "bin" || w == "ibn" || w == "abu" || w == "ben" && k > 0 || w == "bint" || w == "umm":
			f.cast(e, Person, 2, "has "+w+" in it")
		case g.org[w] && (k == len(n.words)-1 || k == 0 || w == "ministry" || connectors[n.words[min(k+1, len(n.words)-1)]]):
			f.cast(e, Organisation, 3, "has “"+w+"” in it")
		case g.place[w] && (k == len(n.words)-1 || k == 0):
			f.cast(e, Place, 2.5, "has “"+w+"” in it")
		case eventWords[w] && len(n.words) > 1:
			f.cast(e, Other, 2, "has “"+w+"” in it")
		}
	}
	if n.form == Acronym {
		f.cast(e, Organisation, 1.5, "letters that stand for a name")
	}
	if len(n.words) > 2 && g.nations[n.words[0]] {
		f.cast(e, Organisation, 1, "a nation in front")
	}
	if f.officeName(n) {
		f.cast(e, Person, 3, "an office")
	}
	if len(n.words) >= 2 && len(n.words) <= 4 && n.form == Full && !g.org[last] && !g.place[last] {
		if f.rareWords(n) {
			f.cast(e, Person, 0.7, "two to four words that are written small nowhere")
		} else {
			f.cast(e, Person, 0.2, "two to four words")
		}
	}
}

// voteAround reads the title before a name and the words on both sides.
func (f *finder) voteAround(n *name) {
	line, e := f.lines[n.line], n.entity
	if n.title < n.from {
		f.describe(n)
	}
	if n.to < len(line) {
		f.voteBehind(n, line)
	}
	if n.title == 0 {
		return
	}
	before := line[n.title-1].folded
	if line[n.title].gap != " " {
		if line[n.title].gap == ", " && (roleWords[before] || f.lists.titleWords[before]) {
			f.cast(e, Person, 2, "a role before the comma")
			f.roleBefore(n, n.title-1)
		}
		return
	}
	if before == "the" && n.title > 1 {
		if f.nounBehind(n) { // the “the” of “the Moll regime” is the regime's
			return
		}
		f.cast(e, Person, -1, "“the” in front")
		f.cast(e, Organisation, 0.6, "“the” in front")
		before = line[n.title-2].folded
	}
	switch {
	case n.title == n.from && (before == "in" || before == "near" || before == "at" || before == "across" || before == "around" || before == "outside" || before == "inside"):
		f.cast(e, Place, 1.6, "“"+before+"” in front")
	case n.title == n.from && (before == "from" || before == "to" || before == "into" || before == "through" || before == "toward" || before == "towards"):
		f.cast(e, Place, 0.5, "“"+before+"” in front")
	case before == "of" && n.title == n.from && n.title > 1 && smallPlaces[line[n.title-2].folded]:
		f.cast(e, Place, 2.5, "“"+line[n.title-2].exact+" of” in front")
	case roleWords[before]:
		f.cast(e, Person, 2, "a role in front")
		if !line[n.title-1].capital {
			f.role(n, n.title-1)
		}
	}
}

// voteBehind reads the words behind a name.
func (f *finder) voteBehind(n *name, line []word) {
	e, next := n.entity, line[n.to]
	switch {
	case next.gap == " " && sayWords[next.folded]:
		f.cast(e, Person, 0.8, "speaks")
		f.cast(e, Organisation, 0.5, "speaks")
		f.cast(e, Place, -0.5, "speaks")
	case next.gap == ", " && next.number && len(next.exact) == 2:
		f.cast(e, Person, 2.5, "an age behind")
	case n.from == 0 && line[n.from].caps && strings.HasPrefix(next.gap, ":"):
		f.cast(e, Person, 2, "a speaker's label")
	case next.folded == "who" || next.folded == "whose":
		f.cast(e, Person, 1.5, "“who” behind")
	case next.folded == "which" && strings.HasPrefix(next.gap, ","):
		f.cast(e, Organisation, 0.7, "“which” behind")
	case line[n.to-1].owner && (next.folded == "spokesman" || next.folded == "spokeswoman" || next.folded == "leader" || next.folded == "members"):
		f.cast(e, Organisation, 1, "has a spokesman or leader")
	}
	if next.gap == ", " {
		f.apposition(n, line)
	}
	if f.regimeBehind(n) {
		f.cast(e, Person, 1.8, "“"+next.exact+"” behind")
		return
	}
	for k := n.to; k < len(line) && k < n.to+2 && line[k].gap == " " && !line[k].capital; k++ {
		if bodyNouns[line[k].folded] || smallBodies[line[k].folded] {
			f.cast(e, Organisation, 2.5, "“"+line[k].exact+"” behind")
			break
		}
		if smallPlaces[line[k].folded] && k == n.to {
			f.cast(e, Place, 2, "“"+line[k].exact+"” behind")
			break
		}
	}
	if next.gap == ", " && next.capital && f.lists.places[next.folded] {
		f.cast(e, Place, 1, "a place behind the comma")
	}
}

var (
	smallBodies = setOf("army police troops militants rebels officials government forces fighters militia bloc alliance front network station channel tv")
	smallPlaces = setOf("province district city town village region area river airport governorate neighbourhood neighborhood county valley border coast island street")
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

var verbs = setOf("said says told named called met killed asked")

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

var roleWords = setOf("spokesman spokeswoman spokesperson leader head chief chairman chairwoman chair president minister director founder co-founder owner commander deputy governor mayor senator congressman congresswoman lawmaker mp councillor analyst economist professor lecturer researcher scientist lawyer attorney prosecutor judge officer official diplomat ambassador envoy secretary adviser advisor aide strategist consultant manager executive editor reporter journalist correspondent author writer historian actor actress singer musician coach captain player activist campaigner candidate nominee member resident farmer teacher student nurse doctor surgeon engineer driver pilot soldier general colonel sergeant cleric priest pastor imam bishop rabbi archbishop brother sister father mother son daughter wife husband widow cousin uncle neighbour neighbor friend witness victim survivor shopkeeper trader businessman businesswoman entrepreneur investor banker ceo pollster fellow expert président présidente ministre directeur directrice sénateur sénatrice député députée maire avocat avocate juge professeur secrétaire dirigeant dirigeante presidente presidenta ministro ministra director directora portavoz alcalde alcaldesa senador senadora diputado diputada abogado abogada juez jueza profesor profesora secretario secretaria líder президент министр глава лидер председатель директор мэр депутат сенатор представитель specialist veteran retiree mechanic plumber carpenter fisherman machinist ombudsman inspector superintendent constable sheriff")

// count sums the votes of an entity.
func (f *finder) count(e int) {
	b := &f.ballots[e]
	entity := &f.article.Entities[e]
	best := f.leading(e)
	entity.Kind = best
	slices.SortStableFunc(b.votes, func(x, y Vote) int { return cmp.Compare(y.Weight, x.Weight) })
	entity.KindVotes = b.votes
	if best == Person {
		m, w := b.gender[Male], b.gender[Female]
		switch {
		case m > w:
			entity.Gender = Male
		case w > m:
			entity.Gender = Female
		}
	}
}
