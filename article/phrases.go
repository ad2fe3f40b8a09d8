package article

import (
	_ "embed"
	"strings"
	"sync"

	"hearsay/text"
)

//go:embed phrases.txt
var phraseFile string

// phrases returns the standing phrases of web pages with their reasons, by their folded words: whole
// lines, and beginnings of lines. Reading them takes some milliseconds, which commands that read no
// pages need not spend.
var phrases = sync.OnceValues(func() (whole, starts map[string]string) { return readPhrases(phraseFile) })

// maxPhrase is the length in bytes of a line beyond which it is never a standing phrase as a whole,
// and maxPhraseStart that of a line that only begins with one: an article may have a paragraph that
// begins like a notice.
const (
	maxPhrase      = 100
	maxPhraseStart = 200
	phraseWords    = 12 // the most words of a phrase
)

func readPhrases(file string) (whole, starts map[string]string) {
	whole, starts = map[string]string{}, map[string]string{}
	why := ""
	for line := range strings.Lines(file) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			why = strings.Trim(line, "[]")
		case strings.HasSuffix(line, "*"):
			starts[text.Fold(line)] = why
		default:
			whole[text.Fold(line)] = why
		}
	}
	return whole, starts
}

// phraseReason returns what kind of furniture a line is if it is a standing phrase of web pages, and
// nothing otherwise. Numbers beside the phrase (“12 Comments”) do not matter.
func phraseReason(line string) string {
	if len(line) > maxPhraseStart {
		return ""
	}
	whole, starts := phrases()
	var words []byte // folded, as far as phrases go
	n := 0
	for _, t := range text.Tokenize(line, nil) {
		if t.Kind == text.Number {
			continue
		}
		if n > 0 {
			words = append(words, ' ')
		}
		span := t.Span()
		words = append(words, text.FoldWord(line[span.Start:span.End])...)
		if n++; n <= phraseWords {
			if why := starts[string(words)]; why != "" {
				return why
			}
		}
	}
	if len(line) > maxPhrase {
		return ""
	}
	return whole[string(words)]
}
