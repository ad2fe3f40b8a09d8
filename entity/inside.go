package entity

import "strings"

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
