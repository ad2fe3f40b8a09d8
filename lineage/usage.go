package lineage

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"hearsay/text"
)

// A changeKind says how much a change tells about who took from whom.
type changeKind int

const (
	// usage: what a house writes in its own way wherever it stands. Texts agree in it because their
	// houses do.
	usage changeKind = iota
	// light: one or two short words put in or left out, which editors do alike without knowing it.
	light
	// plain: other words.
	plain
	// odd: a figure, a name or a misspelling, which hardly change the same way twice.
	odd
)

// kindOf tells what kind of change leads from one reading to another. recurs says that the same change
// is made at other places as well.
func kindOf(a, b *text.Doc, at, other Run, recurs bool) changeKind {
	x, y := wordsIn(a, at), wordsIn(b, other)
	switch {
	case recurs || regular(x, y):
		return usage
	case len(x)*len(y) == 0 && len(x)+len(y) <= 2 && short(x) && short(y):
		return light
	case hasNumber(a, at) != hasNumber(b, other):
		return plain
	case hasNumber(a, at), len(x) == 1 && len(y) == 1 && misspelt(x[0], y[0]):
		return odd
	}
	return plain
}

func wordsIn(doc *text.Doc, r Run) []string {
	var out []string
	for _, t := range doc.Tokens()[r.From:r.To] {
		out = append(out, text.FoldWord(doc.Text(t.Span())))
	}
	return out
}

func hasNumber(doc *text.Doc, r Run) bool {
	return slices.ContainsFunc(doc.Tokens()[r.From:r.To], func(t text.Token) bool { return t.Kind == text.Number })
}

func short(words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return utf8.RuneCountInString(w) > 3 })
}

// regular reports whether two readings are the same words in two usages: British and American spelling,
// figures and words for them, a courtesy title or none.
func regular(x, y []string) bool {
	x, y = usual(x), usual(y)
	return slices.Equal(x, y)
}

// usual returns words in one usage.
func usual(words []string) []string {
	var out []string
	for _, w := range words {
		switch {
		case courtesy[w]:
			continue
		case figures[w] != "":
			w = figures[w]
		}
		for _, r := range spellings {
			w = strings.ReplaceAll(w, r[0], r[1])
		}
		out = append(out, strings.Fields(w)...)
	}
	return strings.Fields(strings.ReplaceAll(strings.Join(out, " "), "per cent", "percent"))
}

var courtesy = wordSet(`mr mrs ms miss dr sir herr frau m mme mlle sr sra señor señora السيد السيدة الدكتور г`)

// spellings are the letters by which British and American spelling differ.
var spellings = [][2]string{{"our", "or"}, {"tres", "ters"}, {"tre", "ter"}, {"isation", "ization"}, {"ise", "ize"}, {"ising", "izing"}, {"yse", "yze"},
	{"ogue", "og"}, {"ence", "ense"}, {"lled", "led"}, {"lling", "ling"}, {"grey", "gray"}, {"tonne", "ton"}}

var figures = func() map[string]string {
	out := map[string]string{}
	for _, list := range []string{
		"one two three four five six seven eight nine ten eleven twelve",
		"eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
		"un deux trois quatre cinq six sept huit neuf dix onze douze",
		"uno dos tres cuatro cinco seis siete ocho nueve diez once doce",
		"один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать",
		"واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة",
	} {
		for i, w := range strings.Fields(text.Fold(list)) {
			out[w] = strconv.Itoa(i + 1)
		}
	}
	return out
}()

// misspelt reports whether two words differ in one letter, or in two that changed places, so that one
// may be a slip for the other.
func misspelt(x, y string) bool {
	a, b := []rune(x), []rune(y)
	if len(a) < 4 || len(b) < 4 || len(a)-len(b) > 1 || len(b)-len(a) > 1 || x == y {
		return false
	}
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	j := 0
	for j < len(a)-i && j < len(b)-i && a[len(a)-1-j] == b[len(b)-1-j] {
		j++
	}
	restA, restB := a[i:len(a)-j], b[i:len(b)-j]
	return len(restA) <= 1 && len(restB) <= 1 || len(restA) == 2 && len(restB) == 2 && restA[0] == restB[1] && restA[1] == restB[0]
}
