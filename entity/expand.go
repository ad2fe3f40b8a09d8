package entity

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// longestExpansion is how many words may stand before letters in brackets that they are the initials of.
const longestExpansion = 14

// expand reads what letters in brackets stand for: as many words before them as give them, whatever small words join these. That is the evidence with
// which “State Board of Antiquities and Heritage (SBAH)” is one name and not two.
func (f *finder) expand() {
	changed := false
	for i := range f.names {
		n := &f.names[i]
		line := f.lines[n.line]
		if n.to-n.from != 1 || !line[n.from].caps || !strings.HasSuffix(line[n.from].gap, "(") || len(line[n.from].exact) > 10 {
			continue
		}
		from := f.expansion(line, n.from)
		if from < 0 || i == 0 || f.names[i-1].line != n.line || f.names[i-1].to != n.from || f.names[i-1].from <= from {
			continue
		}
		for k := i - 1; k >= 0 && f.names[k].line == n.line && f.names[k].to > from; k-- {
			f.names[k].words = nil // part of the longer name
		}
		whole := &f.names[i-1]
		*whole = name{run: run{n.line, from, n.from, from}, entity: -1}
		for _, w := range line[from:n.from] {
			whole.words = append(whole.words, w.folded)
		}
		changed = true
	}
	if changed {
		f.names = slices.DeleteFunc(f.names, func(n name) bool { return n.words == nil })
	}
}

// expansion returns where the words begin whose initials are the letters at i, -1 if the words before it do not give them.
func (f *finder) expansion(line []word, i int) int {
	letters := []rune(strings.ToLower(strings.ReplaceAll(line[i].exact, ".", "")))
	left := len(letters)
	for k := i - 1; k >= max(0, i-longestExpansion); k-- {
		w := line[k]
		if k < i-1 && line[k+1].gap != " " && line[k+1].gap != ", " && !hyphen(line[k+1].gap) {
			return -1
		}
		first, _ := utf8.DecodeRuneInString(w.folded)
		switch {
		case w.capital && left > 0 && first == letters[left-1]:
			left--
		case w.capital || !connectors[w.folded] && w.folded != "the":
			return -1
		}
		if left == 0 {
			return k
		}
	}
	return -1
}
