package lineage

import (
	"slices"
	"strings"
	"unicode"
)

// An edit is the one difference between two spellings: letters left out, put in, exchanged, or two that
// change places.
type edit struct {
	from, to string // the letters, at most two each; one of them may be empty
	before   rune   // the letter before it, 0 at the beginning of the word
	after    rune   // the letter behind it, 0 at the end
	at       int    // letters before it
	rest     int    // letters behind it
}

// oneEdit returns the edit that leads from one folded word to another, if it is only one.
func oneEdit(a, b []rune) (edit, bool) {
	if d := len(a) - len(b); d < -1 || d > 1 || slices.Equal(a, b) {
		return edit{}, false
	}
	from := 0
	for from < min(len(a), len(b)) && a[from] == b[from] {
		from++
	}
	rest := 0
	for rest < min(len(a), len(b))-from && a[len(a)-1-rest] == b[len(b)-1-rest] {
		rest++
	}
	x, y := a[from:len(a)-rest], b[from:len(b)-rest]
	swapped := len(x) == 2 && len(y) == 2 && x[0] == y[1] && x[1] == y[0]
	if !swapped && (len(x) > 1 || len(y) > 1) {
		return edit{}, false
	}
	e := edit{from: string(x), to: string(y), at: from, rest: rest}
	if from > 0 {
		e.before = a[from-1]
	}
	if rest > 0 {
		e.after = a[len(a)-rest]
	}
	return e, true
}

// anywhere returns the edit without its place, to tell whether it comes back in another word. A letter
// put in or left out keeps the one before it.
func (e edit) anywhere() edit {
	e.at, e.rest, e.after = 0, 0, 0
	if e.from != "" && e.to != "" {
		e.before = 0
	}
	return e
}

// doubled reports whether the edit only sets a letter once or twice.
func (e edit) doubled() bool {
	return e.from == "" && e.to == string(e.before) || e.to == "" && e.from == string(e.before)
}

// inWord reports whether the edit stands inside a word. Letters at its ends are inflection or a prefix:
// “bridges”, Arabic “wa-”. Two letters that changed places are none, wherever they stand.
func (e edit) inWord() bool {
	switch {
	case e.swapped():
		return e.at > 0
	case e.semitic():
		return e.at > 2 && e.rest >= 2 // “and”, “for” and “the” are letters before the word
	}
	return e.at > 0 && e.rest >= 2
}

func (e edit) swapped() bool { return len([]rune(e.from)) == 2 && len([]rune(e.to)) == 2 }

// semitic reports whether the edit stands in a word of a script whose prefixes are written with the word
// and whose inner vowels carry inflection: Arabic or Hebrew.
func (e edit) semitic() bool {
	return unicode.In(e.before, unicode.Arabic, unicode.Hebrew)
}

// inName reports whether an edit is one between spellings of a name. Vowels and doubled letters at its
// end alternate in transliterations (Zelensky, Zelenskyy; Abdulla, Abdullah), other letters there are
// inflection.
func (e edit) inName() bool {
	const soft = "iyjh"
	in := func(s string) bool { return strings.ContainsAny(s, soft) || s == "" }
	return e.rest >= 2 || e.doubled() || in(e.from) && in(e.to)
}

// houseStyle reports whether an edit is an alternation between the spellings of houses or countries
// rather than a slip: organise and organize, colour and color, travelled and traveled, defence and
// defense, sceptic and skeptic, anaemia and anemia, judgement and judgment, centre and center. Of
// the edits in Arabic and Hebrew only those of shape are none.
func (e edit) houseStyle() bool {
	pair := e.from + "/" + e.to
	if e.from > e.to {
		pair = e.to + "/" + e.from
	}
	switch pair {
	case "s/z", "c/s", "c/k", "er/re", "i/y":
		return true
	case "/u":
		return e.before == 'o'
	case "/l":
		return e.before == 'l'
	case "/e":
		return e.before == 'g'
	case "/a", "/o":
		return e.after == 'e'
	}
	// Folding leaves one alef, yeh and kaf each; see text.FoldWord.
	return e.semitic() && !e.shaped()
}

// weak are the letters of long vowels and the seats of hamza as folding leaves them (see text.FoldWord).
const weak = "اويءؤئוי"

// shapes are Arabic letters that differ by their dots only, and Hebrew ones that look alike.
var shapes = [...]string{"بتثني", "جحخ", "دذ", "رز", "سش", "صض", "طظ", "عغ", "فق", "דר", "הח", "סם"}

// shaped reports whether an edit in an Arabic or Hebrew word is one that a hand makes and hardly any
// house or grammar. The weak letters are written or not by houses and countries, and with them words
// change their form (singular and plural, Amerika in two spellings); a letter exchanged for another one
// makes another word, or writes a foreign sound in the way of another country, unless only its dots differ.
func (e edit) shaped() bool {
	switch {
	case strings.ContainsAny(e.from+e.to, weak):
		return false
	case e.swapped() || e.from == "" || e.to == "":
		return true
	}
	return slices.ContainsFunc(shapes[:], func(set string) bool { return strings.Contains(set, e.from) && strings.Contains(set, e.to) })
}

// transliterated are letters that stand for one sound in different systems of writing names down.
var transliterated = [...]string{"gqkchj", "jyizd", "ouvw", "aeio", "szt", "bpf"}

// alike reports whether two folded names may be spellings of one: they begin with the same sound, and
// at most a third of their letters differ, no more than three.
func alike(a, b []rune) bool {
	most := min(3, min(len(a), len(b))/3)
	if most < 2 {
		return false
	}
	return sameSound(a[0], b[0]) && letterDistance(a, b) <= most
}

func sameSound(a, b rune) bool {
	if a == b {
		return true
	}
	for _, set := range transliterated {
		if strings.ContainsRune(set, a) && strings.ContainsRune(set, b) {
			return true
		}
	}
	return false
}

// letterDistance is the number of letters to put in, leave out or exchange to get from one word to the other.
func letterDistance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j := range b {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal, row[j+1] = row[j+1], min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
