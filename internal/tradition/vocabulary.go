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
	lead       part = "lead"
	detail     part = "detail"
	speech     part = "speech"
	background part = "background"
	own        part = "own" // what only somebody who was there writes
)

// A schema is the plan of a sentence: words, slots that a story fills once, and choices that each
// writer makes.
type schema struct {
	part   part
	pieces []piece
}

// A piece is plain words, a slot, or a choice; the others are empty.
type piece struct {
	words, slot string
	choice      []string
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
		case line[0] == '[' && line[len(line)-1] == ']' && !strings.Contains(line, "|"):
			at = part(line[1 : len(line)-1])
		default:
			out = append(out, schema{at, readPieces(line)})
		}
	}
	return out
}

// readPieces takes a line apart. A bracket that is not closed is an error of the file, found by every
// test that uses the package.
func readPieces(line string) []piece {
	var out []piece
	for line != "" {
		i := strings.IndexAny(line, "[{")
		if i != 0 {
			if i < 0 {
				i = len(line)
			}
			out = append(out, piece{words: line[:i]})
			line = line[i:]
			continue
		}
		end := strings.IndexAny(line, "]}")
		if end < 0 {
			panic(fmt.Sprintf("sentences.txt: a bracket is not closed in %q", line))
		}
		inside := line[1:end]
		if line[0] == '{' {
			out = append(out, piece{slot: inside})
		} else {
			out = append(out, piece{choice: strings.Split(inside, "|")})
		}
		line = line[end+1:]
	}
	return out
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
