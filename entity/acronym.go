package entity

import (
	"slices"
	"strings"
)

// acronyms ties words in capitals to the names that they stand for: in brackets behind the name, or by initials.
func (f *finder) acronyms() {
	byInitials := map[string][]int{}
	for i := range f.names {
		n := &f.names[i]
		if n.entity >= 0 && len(n.words) >= 3 {
			if key := initials(n.words); !slices.Contains(byInitials[key], n.entity) {
				byInitials[key] = append(byInitials[key], n.entity)
			}
		}
	}
	for i := range f.names {
		n := &f.names[i]
		line := f.lines[n.line]
		if n.entity < 0 || n.to-n.from != 1 || !line[n.from].caps || len(line[n.from].exact) > 8 || n.form == Short {
			continue
		}
		letters := strings.ToLower(strings.ReplaceAll(line[n.from].exact, ".", ""))
		if i > 0 && strings.HasSuffix(line[n.from].gap, "(") && f.names[i-1].line == n.line && f.names[i-1].to == n.from {
			f.join(n.entity, f.names[i-1].entity, "acronym in brackets")
			continue
		}
		if i+1 < len(f.names) {
			next := f.names[i+1]
			if next.line == n.line && next.from == n.to && strings.HasSuffix(line[next.from].gap, "(") && strings.HasPrefix(line[next.from].gap, " ") && next.entity >= 0 {
				f.join(n.entity, next.entity, "full name in brackets")
				continue
			}
		}
		if len(letters) >= 3 {
			if fit := byInitials[letters]; len(fit) == 1 && fit[0] != n.entity {
				f.join(n.entity, fit[0], "initials")
			}
		}
	}
	for i := range f.names {
		n := &f.names[i]
		if w := f.lines[n.line][n.from]; n.entity >= 0 && n.to-n.from == 1 && w.caps && !w.headline && len(w.exact) <= 8 {
			if n.form == Short && f.wordOf(n.entity, n.words[0]) {
				continue // NAIM for Farid Naim
			}
			n.form = Acronym
			if n.reason != "" && f.root(n.entity) != n.entity {
				n.reason = "these letters stand for it here"
			}
		}
	}
}

func initials(words []string) string {
	var b strings.Builder
	for _, w := range words {
		if !connectors[w] && w != "al" && w != "the" {
			r := []rune(w)
			b.WriteRune(r[0])
		}
	}
	return b.String()
}

// wordOf reports whether a form of several words of the entity has the word.
func (f *finder) wordOf(e int, word string) bool {
	for _, core := range f.cores[e] {
		if len(core) > 1 && slices.Contains(core, word) {
			return true
		}
	}
	return false
}
