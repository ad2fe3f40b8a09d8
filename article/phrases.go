package article

import (
	_ "embed"
	"strings"

	"hearsay/text"
)

//go:embed phrases.txt
var phraseFile string

// phrases holds the standing phrases of web pages with their reasons, by their folded words: whole
// lines, and beginnings of lines.
var phrases, phraseStarts = readPhrases(phraseFile)

// maxPhrase is the length in bytes of a line beyond which it is never a standing phrase as a whole,
// and maxPhraseStart that of a line that only begins with one: an article may have a paragraph that
// begins like a notice.
const (
	maxPhrase      = 100
	maxPhraseStart = 200
	phraseWords    = 8 // the most words of a phrase
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
	var words []string
	for _, t := range text.Tokenize(line, nil) {
		if t.Kind != text.Number {
			span := t.Span()
			words = append(words, text.FoldWord(line[span.Start:span.End]))
		}
	}
	if len(line) <= maxPhrase {
		if why := phrases[strings.Join(words, " ")]; why != "" {
			return why
		}
	}
	for n := 1; n <= min(len(words), phraseWords); n++ {
		if why := phraseStarts[strings.Join(words[:n], " ")]; why != "" {
			return why
		}
	}
	return ""
}
