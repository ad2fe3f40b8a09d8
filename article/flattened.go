package article

import (
	"strings"
	"time"
	"unicode/utf8"
)

// readLines finds the main text of a text without mark-up. It may be clean, or a page with all its
// menus of which only the words are left.
func readLines(source, address string, captured time.Time) (meta, body) {
	m, b, rest := readBlocks(lineBlocks(source), address, captured)
	b.pieces = dropTitle(b.pieces, m.title)
	m.credits = append(m.credits, lineCredits(rest, b.pieces)...)
	b.lined = newLinedPage(rest)
	return m, b
}

// readBlocks finds the main text among blocks of which nothing is known but their words and, for a
// page with mark-up, what the elements around them are called. It also returns the blocks that are no
// title, byline or date; the pieces count in them.
func readBlocks(blocks []*block, address string, captured time.Time) (meta, body, []*block) {
	lines := make([]string, len(blocks))
	for i, b := range blocks {
		lines[i] = clean(b.text)
	}
	m, used := flatMeta(lines, address, captured)
	rest := make([]*block, 0, len(blocks))
	begun := false
	for i, b := range blocks {
		// A sentence below running text is part of it, whatever else it may be taken for: a question of an
		// interview, for the title.
		running := prose(lines[i])
		if !used[i] || begun && (running || asks(lines[i])) {
			rest = append(rest, b)
			begun = begun || running
		}
	}
	if len(rest) == 0 { // a text of one line that looks like a title is its own body
		rest = blocks
	}
	b := body{blocks: blocks}
	var verdicts []verdict
	b.pieces, verdicts = proseOf(rest, m.title, nil)
	b.removed = leftOut(rest, b.pieces, verdicts, m.title)
	return m, b, rest
}

// asks reports whether a line is a question of a few words or more.
func asks(line string) bool {
	const words = 5
	return (strings.HasSuffix(line, "?") || strings.HasSuffix(line, "؟") || strings.HasSuffix(line, "？")) && !fewerWords(line, words)
}

// lineBlocks cuts a text into blocks: its lines, save that in a hard-wrapped text the lines of a
// paragraph are one block.
func lineBlocks(source string) []*block {
	var out []*block
	w := newBlockBuilder()
	groups := lineGroups(source)
	width := wrapWidth(source, groups)
	for _, group := range groups {
		for i, line := range group {
			w.write(source[line.start:line.end], line.start, false)
			if i+1 < len(group) && width > 0 && fills(line.of(source), width) && !ended(line.of(source), group[i+1].of(source), width) {
				w.blank(line.end)
				continue
			}
			if b := w.flush(); b != nil {
				out = append(out, b)
			}
		}
	}
	return out
}

// A part is a half-open range of bytes of a source.
type part struct{ start, end int }

func (p part) of(source string) string { return source[p.start:p.end] }

// ended reports whether a paragraph of a wrapped text ends with a line: the first word of the next would have
// fitted in behind a full stop, or the next line is a date.
func ended(line, next string, width int) bool {
	const slack = 4 // characters: some programs count the width otherwise
	word, _, _ := strings.Cut(strings.TrimLeft(next, " \t"), " ")
	fits := utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word)+slack <= width
	return fits && endsSentence(line) || isDateLine(clean(next))
}

// unquoted returns a line without the marks that mail programs set before the lines that they forward.
func (p part) unquoted(source string) part {
	for p.start < p.end && (source[p.start] == '>' || source[p.start] == ' ') {
		p.start++
	}
	return p
}

// isForwarded reports whether most lines of a text begin with the mark of forwarded mail.
func isForwarded(groups [][]part, source string) bool {
	marked, all := 0, 0
	for _, group := range groups {
		for _, line := range group {
			all++
			if strings.HasPrefix(line.of(source), ">") {
				marked++
			}
		}
	}
	return 4*marked >= 3*all
}

// lineGroups returns the lines of a text that are not blank; those that no blank line parts are one
// group. The marks of forwarded mail are no text.
func lineGroups(source string) [][]part {
	groups := groupLines(source, false)
	if isForwarded(groups, source) {
		return groupLines(source, true)
	}
	return groups
}

func groupLines(source string, forwarded bool) [][]part {
	var groups [][]part
	apart := true
	for at := 0; at < len(source); {
		n := strings.IndexAny(source[at:], "\r\n")
		if n < 0 {
			n = len(source) - at
		}
		line := part{at, at + n}
		at += n
		if strings.HasPrefix(source[at:], "\r\n") {
			at++
		}
		at++
		if forwarded {
			line = line.unquoted(source)
		}
		if strings.TrimSpace(line.of(source)) == "" {
			apart = true
			continue
		}
		if apart {
			groups = append(groups, nil)
		}
		apart = false
		groups[len(groups)-1] = append(groups[len(groups)-1], line)
	}
	return groups
}

// wrapWidth returns the width in characters that a text is wrapped to, 0 if it is not. It is wrapped
// if no line is longer than 120 characters and most lines that another follows at once fill most of
// the width and end inside a sentence.
func wrapWidth(source string, groups [][]part) int {
	const widest = 120
	width := 0
	for _, group := range groups {
		for _, line := range group {
			if width = max(width, utf8.RuneCountInString(line.of(source))); width > widest {
				return 0
			}
		}
	}
	inner, filled, open := 0, 0, 0
	for _, group := range groups {
		for _, line := range group[:len(group)-1] {
			inner++
			if fills(line.of(source), width) {
				filled++
				if !endsSentence(line.of(source)) {
					open++
				}
			}
		}
	}
	if inner == 0 || 10*filled < 6*inner || 2*open < filled {
		return 0
	}
	return width
}

// fills reports whether a line takes up most of a width.
func fills(line string, width int) bool {
	const least = 40 // characters; narrower texts are verse or lists
	n := utf8.RuneCountInString(line)
	return n >= least && 10*n >= 6*width
}
