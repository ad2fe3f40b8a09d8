package entity

import "hearsay/text"

// A finder goes through the title and the body of one article.
type finder struct {
	Text
	lists           *gazetteer
	usage           usageView
	lines           [][]word
	titleLines      int // how many of lines are of the title
	english, german bool
	article         Article
	names           []name
	cores           [][][]string                 // by entity: the cores of its forms
	byWord          [wordPlaces]map[string][]int // entities by a word of their forms
	joined          map[int]int                  // entities that were found to be another name of one
	joinings        []joining
	ballots         []ballot
	grammar         map[string]bool // words of grammar of the language, English aside
	at              text.Span       // of the name at which votes are cast
	atTitle         bool
	offices         []run // offices without a name in them
}

// A name is a mention of a name before it is tied to an entity.
type name struct {
	run
	words      []string // folded
	entity     int      // -1 while or if it is open
	form       Form
	reason     string
	candidates []int
	body       bool // a nation and a small word for a body
}

// Find finds what one article names. It is a pure function and safe for use by several goroutines; usage may be nil, then only the article
// itself tells how its words are written. It costs about 1 ms for an article of 700 words.
func Find(t Text, usage *Usage) Article {
	f := &finder{Text: t, lists: lists(), english: t.Language == "en" || t.Language == "und" || t.Language == "", german: t.Language == "de"}
	f.grammar = f.lists.grammar[t.Language]
	if t.Title != nil {
		f.lines = wordsOf(t.Title, true)
		f.titleLines = len(f.lines)
	}
	if t.Body != nil {
		f.lines = append(f.lines, wordsOf(t.Body, false)...)
	}
	for i := range f.byWord {
		f.byWord[i] = map[string][]int{}
	}
	f.joined = map[int]int{}
	own := &Usage{map[uint64]int32{}, map[uint64]int32{}}
	if usage == nil {
		own.count(f.lines[f.titleLines:])
	}
	f.usage = usageView{usage, own}
	for n := range f.lines {
		for _, r := range f.runs(n) {
			f.addName(r)
		}
		f.scriptNames(n)
		f.bodies(n)
	}
	f.surnames()
	f.sortNames()
	f.expand()
	f.cluster()
	f.compact()
	f.vote()
	f.refer()
	f.sortMentions()
	return f.article
}

func (f *finder) addName(r run) {
	line := f.lines[r.line]
	// A lone function word, a nation or a common word is no name.
	if r.to-r.from == 1 {
		w := line[r.from]
		if f.lists.nations[w.folded] || functionWords[w.folded] || calendar[w.folded] {
			return
		}
		if _, title := f.lists.titles[w.folded]; title && r.title == r.from && (f.usage.mostlySmall(w.folded) || w.starts) {
			return
		}
		if w.starts && !w.headline && f.english && f.startsOnly(w) && (r.from+1 >= len(line) || !verbBehind(line, r.to)) {
			return
		}
	}
	if r.to-r.from > 1 && r.title == r.from && f.officeAlone(line[r.from:r.to]) {
		f.offices = append(f.offices, r)
		return
	}
	n := name{run: r, entity: -1}
	for _, w := range line[r.from:r.to] {
		n.words = append(n.words, w.folded)
	}
	f.names = append(f.names, n)
}

// startsOnly reports whether a word was never seen with a capital inside a sentence, and is in no list of names.
func (f *finder) startsOnly(w word) bool {
	capital, _ := f.usage.counts(w.folded)
	_, given := f.lists.given[w.folded]
	return capital == 0 && !given && !f.lists.places[w.folded] && !w.caps && !w.owner
}

// verbBehind reports whether a verb that people and bodies take stands behind a word.
func verbBehind(line []word, i int) bool {
	return i < len(line) && line[i].gap == " " && (sayWords[line[i].folded] || line[i].folded == "has" || line[i].folded == "had" || line[i].folded == "was" || line[i].folded == "is")
}

var sayWords = setOf("said says told added wrote announced claimed insisted argued warned declared explained tweeted asked replied noted stressed denied confirmed recalled believes thinks wants hopes vowed pledged accused called urged posted sagte erklärte betonte teilte dijo afirmó declaró déclare affirme")
