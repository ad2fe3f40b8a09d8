package story

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/cespare/xxhash/v2"

	"hearsay/text"
)

// backgroundFile says how common words are, monthsFile how the months are called. What stands in
// them and where it comes from is said at their tops.
var (
	//go:embed background.txt
	backgroundFile string
	//go:embed months.txt
	monthsFile string
)

// A background knows, for one language, in what share of its news articles a word stands. A
// collection alone cannot tell: where all articles report one story, its names stand in as many of
// them as “the” does.
type background struct {
	code   string             // ISO 639-1, “und” for all languages without a table
	shares map[uint64]float64 // by term
	months map[uint64]int     // 1 to 12, by text.Token.Hash
}

// A language is an index into backgrounds.
type language int

// tables are the backgrounds of all languages; the last is for those without a table.
type tables struct {
	backgrounds []background
	// functionWords holds by text.Token.Hash the languages that a word is a function word of, as bits.
	functionWords map[uint64]uint64
}

const (
	// functionShare is the share of articles from which a word is a function word, by which its
	// language is recognised.
	functionShare = 0.3
	// unlistedShare is the share of articles for a word that the table of its language does not name.
	unlistedShare = 0.0005
	// languageTokens is how many tokens of a text are read to tell its language.
	languageTokens = 200
)

// readTables reads the embedded files, once. They are part of the program: what is wrong in them is
// a mistake of ours and panics.
var readTables = sync.OnceValue(func() *tables {
	t := &tables{functionWords: map[uint64]uint64{}}
	for line := range strings.Lines(backgroundFile) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			t.backgrounds = append(t.backgrounds, background{
				code: strings.Trim(line, "[]"), shares: map[uint64]float64{}, months: map[uint64]int{},
			})
		default:
			t.addWords(line)
		}
	}
	for line := range strings.Lines(monthsFile) {
		if fields := strings.Fields(line); len(fields) == 13 && fields[0] != "#" {
			t.addMonths(fields[0], fields[1:])
		}
	}
	t.backgrounds = append(t.backgrounds, background{code: "und"})
	return t
})

// addWords reads a share and the words that have it into the last background.
func (t *tables) addWords(line string) {
	fields := strings.Fields(line)
	share, err := strconv.ParseFloat(fields[0], 64)
	if err != nil {
		panic("story: background.txt: " + err.Error())
	}
	last := len(t.backgrounds) - 1
	shares := t.backgrounds[last].shares
	for _, w := range fields[1:] {
		folded := text.FoldWord(w)
		term := termOf(folded)
		shares[term] = max(shares[term], share)
		if share >= functionShare {
			t.functionWords[xxhash.Sum64String(folded)] |= 1 << last
		}
	}
}

func (t *tables) addMonths(code string, names []string) {
	i := slices.IndexFunc(t.backgrounds, func(b background) bool { return b.code == code })
	if i < 0 {
		panic("story: months.txt: no words of the language " + code)
	}
	for m, spellings := range names {
		for name := range strings.SplitSeq(spellings, "/") {
			t.backgrounds[i].months[xxhash.Sum64String(text.FoldWord(name))] = m + 1
		}
	}
}

// share returns the share of news articles that hold a term.
func (b *background) share(term uint64, f form) float64 {
	if f.number {
		return f.share()
	}
	if s, ok := b.shares[term]; ok {
		return s
	}
	if len(b.shares) == 0 {
		return f.share()
	}
	return unlistedShare
}

// languageOf returns the language that most of the tokens are function words of, the one without a
// table if fewer than one token in fifty is one of any.
func (t *tables) languageOf(tokens []text.Token) language {
	hits := make([]int, len(t.backgrounds))
	tokens = tokens[:min(len(tokens), languageTokens)]
	for _, token := range tokens {
		languages := t.functionWords[token.Hash]
		for i := 0; languages != 0; i, languages = i+1, languages>>1 {
			hits[i] += int(languages & 1)
		}
	}
	best := len(hits) - 1
	for i, n := range hits {
		if n > hits[best] && n*50 >= len(tokens) {
			best = i
		}
	}
	return language(best)
}
