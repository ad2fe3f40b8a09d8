package article

import (
	"regexp"
	"strings"

	"hearsay/text"
)

// maxSample is how many bytes of running text tell its language well enough to read a date.
const maxSample = 4000

// language returns the language of the running text, “und” if it cannot be told: it decides the order
// of day and month in a date of digits.
func (f *flatText) language() string {
	var b strings.Builder
	for _, line := range f.lines[f.from:f.to] {
		if b.Len() > maxSample {
			break
		}
		b.WriteString(line)
		b.WriteByte('\n')
	}
	return languageOf(text.NewDoc(cut(b.String(), maxSample)), "").Code
}

// gluedYear is a year behind a month or in a date of digits to which a scrape glued the next number: the
// count of comments (“9 agosto, 20240 comentarios”), the same date once more (“30.01.202430. Januar”).
var gluedYear = regexp.MustCompile(`(\p{L}\.?,? |\d[./]\d{1,2}[./])((?:199|20[0-3])\d)(\d{1,2}(?:\.? \p{L}|[./]\d))`)

// ungluedYear puts a space behind such a year. Only short lines near a title are read so: in a text
// “5 March 20240” may be a count.
func ungluedYear(line string) string { return gluedYear.ReplaceAllString(line, "$1$2 $3") }
