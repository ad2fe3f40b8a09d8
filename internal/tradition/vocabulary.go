package tradition

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed sentences.txt
var sentencesFile string

//go:embed words.txt
var wordsFile string

// A part is what a sentence does in a report.
type part string

const (
	headline   part = "headline"
	lead       part = "lead"
	detail     part = "detail"
	speech     part = "speech"
	background part = "background"
	own        part = "own" // what only somebody who was there writes
)

// A schema is the plan of a sentence: words, slots that a story fills once, choices that each writer
// makes, and words that an editor may cut.
type schema struct {
	part    part
	pieces  []piece
	choices []choice
	slots   []string // every slot that the plan names somewhere
	cuts    int      // how many pieces may be cut
}

// A choice is a place where writers differ.
type choice struct {
	options int
	quoted  bool // it stands inside quotation marks
}

// A piece is plain words, a slot, one of several options, or words that may be cut; the others are empty.
type piece struct {
	words, slot string
	options     [][]piece
	choice      int // of options: index into schema.choices
	inside      []piece
	cut         int // of inside: which of the cuts of the schema
}

// schemas are the plans of sentences.txt; words holds the lists of words.txt by name.
var (
	schemas = readSchemas(sentencesFile)
	words   = readWords(wordsFile)
)

func readSchemas(file string) []schema {
	var out []schema
	var at part
	for line := range strings.Lines(file) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[' && line[len(line)-1] == ']' && !strings.ContainsAny(line, "|{"):
			at = part(line[1 : len(line)-1])
		default:
			out = append(out, readSchema(at, line))
		}
	}
	return out
}

// readSchema takes a line apart. What is not well formed is an error of the file, found by every test
// that uses the package.
func readSchema(at part, line string) schema {
	p := planReader{line: line, rest: line, schema: schema{part: at}, labels: map[byte]int{}}
	p.schema.pieces = p.pieces("")
	if p.rest != "" {
		p.fail("a bracket is closed that was not opened")
	}
	return p.schema
}

// A planReader reads one line of sentences.txt.
type planReader struct {
	line, rest string
	schema     schema
	labels     map[byte]int // choices that go together, by their number
	quoted     bool
}

func (p *planReader) fail(what string) {
	panic(fmt.Sprintf("sentences.txt: %s, before %q, in %q", what, p.rest, p.line))
}

// pieces reads up to one of the closing marks, or to the end of the line if there are none.
func (p *planReader) pieces(closing string) []piece {
	var out []piece
	for p.rest != "" && !strings.ContainsRune("]|>}", rune(p.rest[0])) {
		switch p.rest[0] {
		case '{':
			name, after, ok := strings.Cut(p.rest[1:], "}")
			if !ok {
				p.fail("a slot is not closed")
			}
			p.rest = after
			p.schema.slots = append(p.schema.slots, name)
			out = append(out, piece{slot: name})
		case '[':
			out = append(out, p.choice())
		case '<':
			p.rest = p.rest[1:]
			one := piece{cut: p.schema.cuts}
			p.schema.cuts++
			one.inside = p.pieces(">")
			p.rest = p.rest[1:]
			out = append(out, one)
		default:
			out = append(out, p.plain())
		}
	}
	if closing != "" && (p.rest == "" || !strings.Contains(closing, p.rest[:1])) {
		p.fail("a bracket is not closed")
	}
	return out
}

func (p *planReader) plain() piece {
	end := strings.IndexAny(p.rest, "[]|<>{}")
	if end < 0 {
		end = len(p.rest)
	}
	one := piece{words: p.rest[:end]}
	p.rest = p.rest[end:]
	p.quoted = insideQuote(p.quoted, one.words)
	return one
}

func insideQuote(before bool, words string) bool {
	if last := strings.LastIndexAny(words, "“”"); last >= 0 {
		return strings.HasPrefix(words[last:], "“")
	}
	return before
}

// choice reads the options of a choice. One that bears the number of an earlier choice is made with it.
func (p *planReader) choice() piece {
	p.rest = p.rest[1:]
	one := piece{choice: len(p.schema.choices)}
	first := true
	if len(p.rest) > 1 && p.rest[1] == ':' {
		label := p.rest[0]
		if at, ok := p.labels[label]; ok {
			one.choice, first = at, false
		}
		p.labels[label] = one.choice
		p.rest = p.rest[2:]
	}
	if first {
		p.schema.choices = append(p.schema.choices, choice{quoted: p.quoted})
	}
	before := p.quoted
	for more := true; more; p.rest = p.rest[1:] {
		p.quoted = before
		one.options = append(one.options, p.pieces("|]"))
		more = p.rest[0] == '|'
	}
	if n := &p.schema.choices[one.choice].options; first {
		*n = len(one.options)
	} else if *n != len(one.options) {
		p.fail("choices that go together have unlike numbers of options")
	}
	return one
}

func readWords(file string) map[string][]string {
	out := map[string][]string{}
	for line := range strings.Lines(file) {
		name, list, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if ok && name[0] != '#' {
			out[name] = strings.Split(list, ", ")
		}
	}
	return out
}
