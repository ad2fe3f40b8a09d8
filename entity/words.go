package entity

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay/text"
)

// A word is a token with what its letters and neighbours say. The 's of a name is cut off.
type word struct {
	text.Span
	exact    string
	folded   string // lower case, as text.FoldWord gives it
	capital  bool   // it begins with a capital letter
	caps     bool   // all its letters are capitals, at least two
	number   bool
	starts   bool   // it begins a sentence, a quotation, or a line
	gap      string // what stands between the word before and it, inside the paragraph
	owner    bool   // an 's was cut off, or an apostrophe follows
	headline bool   // its line has capitals all over, so they say nothing
}

// wordsOf returns the words of a zone, paragraph by paragraph.
func wordsOf(d *text.Doc, title bool) [][]word {
	var out [][]word
	s := d.String()
	tokens := d.Tokens()
	sentences := d.Sentences()
	t, n := 0, 0
	for _, p := range d.Paragraphs() {
		var line []word
		at := p.Start
		for n < len(sentences) && sentences[n].End <= p.Start {
			n++
		}
		for ; t < len(tokens) && tokens[t].Span().Start < p.End; t++ {
			w := newWord(s, tokens[t])
			if cut := glued(w.exact); cut > 0 { // “the Council.In spring”: two words that lost their space
				first := w.cut(s, w.Start, w.Start+cut)
				first.gap, first.starts = s[at:w.Start], w.starts || len(line) == 0
				line = append(line, first)
				at = first.End
				w = w.cut(s, w.Start+cut+1, w.End)
				w.starts = true
			}
			w.gap = s[at:w.Start]
			for n < len(sentences) && sentences[n].Start <= w.Start {
				n++
				w.starts = true
			}
			w.starts = w.starts || len(line) == 0 || opens(w.gap)
			at = w.End
			line = append(line, w)
		}
		if title || shouting(line, strings.HasSuffix(strings.TrimRight(s[:p.End], " \n"), ".")) {
			for i := range line {
				line[i].headline = titleCase(line)
			}
		}
		out = append(out, line)
	}
	return out
}

// opens reports whether what stands before a word may make its capital: an opening mark, a colon, a bullet.
func opens(gap string) bool {
	return strings.ContainsAny(gap, "“\":•«„|\n") || strings.Contains(gap, "''")
}

// glued returns where a point inside a word ends a sentence: behind a small letter and before a capital. 0 if none does.
func glued(exact string) int {
	at := strings.IndexByte(exact, '.')
	if at < 3 || at+2 >= len(exact) {
		return 0
	}
	before, _ := utf8.DecodeLastRuneInString(exact[:at])
	after, size := utf8.DecodeRuneInString(exact[at+1:])
	if unicode.IsLower(before) && unicode.IsUpper(after) && at+1+size < len(exact) {
		return at
	}
	return 0
}

// cut returns the word of the bytes from start to end of s.
func (w word) cut(s string, start, end int) word {
	return readWord(s, word{Span: text.Span{Start: start, End: end}, number: w.number})
}

func newWord(s string, t text.Token) word {
	return readWord(s, word{Span: t.Span(), number: t.Kind == text.Number})
}

// readWord fills in what the letters of a word say.
func readWord(s string, w word) word {
	for _, suffix := range [...]string{"'s", "’s", "'S", "’S"} {
		if strings.HasSuffix(s[w.Start:w.End], suffix) && w.End-w.Start > len(suffix) {
			w.End -= len(suffix)
			w.owner = true
			break
		}
	}
	w.exact = s[w.Start:w.End]
	w.folded = text.FoldWord(w.exact)
	first, size := utf8.DecodeRuneInString(w.exact)
	w.capital = unicode.IsUpper(first)
	w.caps = w.capital && len(w.exact) > size && w.exact == strings.ToUpper(w.exact) && strings.ContainsFunc(w.exact[size:], unicode.IsLetter)
	if !w.owner && w.End < len(s) && (strings.HasPrefix(s[w.End:], "' ") || strings.HasPrefix(s[w.End:], "’ ")) && strings.HasSuffix(w.folded, "s") {
		w.owner = true
	}
	return w
}

// titleCase reports whether a line is written with capitals all over: of the words that function words are not, at
// least three in four begin with one.
func titleCase(line []word) bool {
	upper, all := 0, 0
	for i, w := range line {
		if i == 0 || w.number || len(w.exact) < 4 || functionWords[w.folded] {
			continue
		}
		all++
		if w.capital {
			upper++
		}
	}
	return all >= 3 && 4*upper >= 3*all
}

// shouting reports whether a line of a body looks like a headline: short, without a stop at its end, or all in capitals.
func shouting(line []word, stopped bool) bool {
	if stopped || len(line) > 16 || len(line) < 4 {
		caps := 0
		for _, w := range line {
			if w.caps {
				caps++
			}
		}
		return len(line) > 3 && 4*caps >= 3*len(line)
	}
	return titleCase(line)
}

var functionWords = setOf("the a an of in on at to for and or but with by from as is are was were be over after before under into than that this its his her their our your not no will has have had who what when where why how")

func setOf(s string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(s) {
		m[w] = true
	}
	return m
}
