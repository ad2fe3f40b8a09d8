package entity

import (
	"embed"
	"strings"
	"sync"

	"hearsay/text"
)

//go:embed lists/*.txt
var data embed.FS

// A gazetteer holds the word lists of lists/, folded.
type gazetteer struct {
	titles       map[string]Gender // phrases before names of people
	titleWords   map[string]bool   // single words of them
	longestTitle int
	org, place   map[string]bool // words in names of organisations and places
	places       map[string]bool // whole names
	longestPlace int
	nations      map[string]bool
	given        map[string]Gender
	common       map[string]bool
	bodies       map[string]body            // by a spelling, folded
	grammar      map[string]map[string]bool // by language: words of grammar
}

// A body is a well-known organisation or place with several names.
type body struct {
	name string // the fullest, folded
	kind Kind
}

// lists are read once, when first asked for: about 3 ms.
var lists = sync.OnceValue(func() *gazetteer {
	g := &gazetteer{titles: map[string]Gender{}, titleWords: map[string]bool{}, places: map[string]bool{}, given: map[string]Gender{}}
	g.org, g.place, g.nations, g.common = map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}
	each("orgwords", func(line string) { addWords(g.org, line) })
	each("placewords", func(line string) { addWords(g.place, line) })
	each("nations", func(line string) { addWords(g.nations, line) })
	each("common", func(line string) { addWords(g.common, line) })
	each("places", func(line string) {
		for _, name := range strings.Split(line, "|") {
			g.places[text.Fold(name)] = true
			g.longestPlace = max(g.longestPlace, strings.Count(name, " ")+1)
		}
	})
	each("given", func(line string) {
		sex, names, _ := strings.Cut(line, ":")
		for name := range strings.FieldsSeq(names) {
			gender := map[string]Gender{"m": Male, "f": Female}[sex]
			f := text.FoldWord(name)
			if old, ok := g.given[f]; ok && old != gender {
				gender = UnknownGender
			}
			g.given[f] = gender
		}
	})
	each("titles", g.addTitles)
	g.grammar = map[string]map[string]bool{}
	each("grammar", func(line string) {
		language, words, _ := strings.Cut(line, ": ")
		if g.grammar[language] == nil {
			g.grammar[language] = map[string]bool{}
		}
		addWords(g.grammar[language], words)
	})
	g.bodies = map[string]body{}
	each("bodies", func(line string) {
		kind, names, _ := strings.Cut(line, ": ")
		spellings := strings.Split(names, "|")
		for _, s := range spellings {
			g.bodies[text.Fold(s)] = body{text.Fold(spellings[0]), Kind(kind)}
		}
	})
	return g
})

// each calls use with every line of a list that is no comment.
func each(name string, use func(line string)) {
	raw, err := data.ReadFile("lists/" + name + ".txt")
	if err != nil {
		panic("entity: read the built-in list " + name + ": " + err.Error()) // it is part of the binary
	}
	for line := range strings.Lines(string(raw)) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			use(line)
		}
	}
}

func addWords(set map[string]bool, line string) {
	for w := range strings.FieldsSeq(line) {
		set[text.FoldWord(strings.TrimSuffix(w, "."))] = true
	}
}

// phrases are the titles of several words; all other words of titles.txt are titles by themselves.
var phrases = strings.Split("vice president|prime minister|deputy prime minister|foreign minister|defence minister|defense minister|interior minister|finance minister|oil minister|health minister|justice minister|education minister|transport minister|trade minister|energy minister|labour minister|culture minister|environment minister|information minister|deputy minister|first minister|chief minister|lieutenant governor|deputy mayor|majority leader|minority leader|opposition leader|party leader|vice chairman|secretary of state|secretary of defense|secretary of defence|deputy secretary|assistant secretary|deputy secretary of state|assistant secretary of state|special representative|high representative|high commissioner|special adviser|special advisor|presidential envoy|special presidential envoy|secretary general|general secretary|attorney general|solicitor general|special envoy|director general|executive director|managing director|chief executive|chief executive officer|chief of staff|field marshal|lieutenant general|major general|brigadier general|lieutenant colonel|rear admiral|vice admiral|commander in chief|deputy sheriff|police chief|chief justice|grand ayatollah|grand mufti|press secretary|deputy spokesman|national security adviser|national security advisor|crown prince|president elect|defense secretary|defence secretary|home secretary|foreign secretary|education secretary|health secretary|house speaker|state department spokesman|united nations secretary general", "|")

func (g *gazetteer) addTitles(line string) {
	kind, words, _ := strings.Cut(line, ":")
	gender := UnknownGender
	switch kind {
	case "person m":
		gender = Male
	case "person f":
		gender = Female
	}
	for w := range strings.FieldsSeq(words) {
		f := text.FoldWord(strings.TrimSuffix(w, "."))
		g.titleWords[f] = true
		g.titles[f] = gender
	}
	for _, p := range phrases {
		g.titles[p] = UnknownGender
		g.longestTitle = max(g.longestTitle, strings.Count(p, " ")+1)
	}
	for _, small := range [...]string{"of", "state", "in", "home", "house", "security", "party", "police", "united", "nations", "department", "defence", "defense", "foreign", "interior", "oil", "health", "education", "transport", "trade", "energy", "labour", "culture", "environment", "information", "national"} {
		delete(g.titleWords, small)
		delete(g.titles, small)
	}
}
