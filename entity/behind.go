package entity

import "strings"

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
