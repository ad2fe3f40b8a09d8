package article

import (
	_ "embed"
	"slices"
	"strings"

	"hearsay/text"
)

//go:embed languages.txt
var languageFile string

// languageWords maps the hash of a folded word to the languages in whose sentences it stands all the
// time, as a set of indices into languageCodes.
var languageWords, languageCodes = readLanguages(languageFile)

func readLanguages(file string) (words map[uint64]uint64, codes []string) {
	words = map[uint64]uint64{}
	for line := range strings.Lines(file) {
		fields := strings.Fields(line)
		if len(fields) == 0 || fields[0] == "#" {
			continue
		}
		bit := uint64(1) << len(codes)
		codes = append(codes, fields[0])
		for _, w := range fields[1:] {
			words[hashOf(w)] |= bit
		}
	}
	return words, codes
}

// A wordVote counts, for a stretch of tokens, how many are words of which language.
type wordVote struct {
	tokens int // words, without numbers
	hits   [64]int
}

func (v *wordVote) add(tokens []text.Token) {
	for i := range tokens {
		t := &tokens[i]
		if t.Kind == text.Number {
			continue
		}
		v.tokens++
		for set, k := languageWords[t.Hash], 0; set != 0; set, k = set>>1, k+1 {
			v.hits[k] += int(set & 1)
		}
	}
}

// winner returns the language that the words speak for, nothing if there is none: it has at least five
// hits and one word in twenty-five, and half as many again as any other language or one word in
// twenty-five more. It is sure if it has one word in six and twice as many hits as any other.
func (v *wordVote) winner() (code string, sure bool) {
	const (
		least = 5
		share = 25
	)
	best, second := 0, 0
	for i := range languageCodes {
		switch n := v.hits[i]; {
		case i == 0:
		case n > v.hits[best]:
			best, second = i, v.hits[best]
		default:
			second = max(second, n)
		}
	}
	n := v.hits[best]
	if n < least || share*n < v.tokens || 2*n < 3*second && share*(n-second) < v.tokens {
		return "", false
	}
	return languageCodes[best], 6*n >= v.tokens && n >= 2*second
}

// most returns the number of hits of the language that has most.
func (v *wordVote) most() int { return slices.Max(v.hits[:]) }

// indexOfLanguage returns the index of a code in languageCodes, -1 if it is not there.
func indexOfLanguage(code string) int { return slices.Index(languageCodes, code) }

// nearest returns the neighbour of a language, or the language itself, that has most hits.
func (v *wordVote) nearest(code string) string {
	best, most := code, 0
	if i := indexOfLanguage(code); i >= 0 {
		most = v.hits[i]
	}
	for i, other := range languageCodes {
		if near(other, code) && v.hits[i] > most {
			best, most = other, v.hits[i]
		}
	}
	return best
}
