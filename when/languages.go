package when

import (
	"embed"
	"strconv"
	"strings"
	"sync"

	"hearsay/text"
)

// A language is its words by the hash of their folded form.
type language struct {
	code     string
	words    map[uint64]entry
	dayFirst bool // 3/4 is the third of April
}

type entry struct {
	word       *word
	possessive bool
}

//go:embed words/*.txt
var wordFiles embed.FS

var codes = []string{"en", "de", "fr", "es", "ru", "ar"}

var languages = sync.OnceValue(func() map[string]*language {
	all := map[string]*language{}
	for _, code := range codes {
		data, err := wordFiles.ReadFile("words/" + code + ".txt")
		if err != nil {
			panic(err)
		}
		all[code] = readLanguage(code, string(data))
	}
	return all
})

// languageOf returns the words of a language; English where it has none of its own.
func languageOf(code string) *language {
	code, _, _ = strings.Cut(strings.ToLower(code), "-")
	if l := languages()[code]; l != nil {
		return l
	}
	return languages()["en"]
}

// readLanguage reads a table of words: each line a role, what it means, and words; _ stands for the space inside a phrase.
func readLanguage(code, table string) *language {
	l := &language{code: code, words: map[uint64]entry{}, dayFirst: code != "en"}
	for line := range strings.Lines(table) {
		fields := strings.Fields(line)
		if len(fields) < 3 || fields[0] == "#" {
			continue
		}
		for _, w := range fields[2:] {
			set(l.enter(strings.ReplaceAll(w, "_", " ")), fields[0], fields[1])
		}
	}
	if code == "en" {
		l.addPossessives()
	}
	return l
}

func (l *language) addPossessives() {
	data, _ := wordFiles.ReadFile("words/en.txt")
	for w := range strings.FieldsSeq(string(data)) {
		base := text.Tokenize(w, nil)
		with := text.Tokenize(w+"'s", nil)
		if len(base) != 1 || len(with) != 1 {
			continue
		}
		if e, ok := l.words[base[0].Hash]; ok {
			owner := *e.word
			owner.phrases = nil
			if head, taken := l.words[with[0].Hash]; taken { // year's end
				if head.possessive || head.word.is != 0 {
					continue
				}
				owner.phrases = head.word.phrases
			}
			l.words[with[0].Hash] = entry{&owner, true}
		}
	}
}

// enter returns the entry of a word or phrase, new if there is none.
func (l *language) enter(s string) *word {
	tokens := text.Tokenize(s, nil)
	if len(tokens) == 0 {
		panic("when: no word in " + strconv.Quote(s))
	}
	first := l.words[tokens[0].Hash].word
	if first == nil {
		first = &word{}
		l.words[tokens[0].Hash] = entry{word: first}
	}
	if len(tokens) == 1 {
		return first
	}
	p := phrase{word: &word{}, hyphen: strings.Contains(s, "-")}
	for _, t := range tokens[1:] {
		p.rest = append(p.rest, t.Hash)
	}
	for _, q := range first.phrases {
		if equal(q.rest, p.rest) && q.hyphen == p.hyphen {
			return q.word
		}
	}
	first.phrases = append(first.phrases, p)
	return p.word
}

func equal(a, b []uint64) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
