// Package training reads the annotated articles from which the tagger of package quote learns. The format and the rules
// of annotation are in GUIDELINES.md.
package training

import (
	"cmp"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"hearsay/quote"
	"hearsay/text"
)

// An Article is an annotated article.
type Article struct {
	Name  string // of its file, without the ending
	Style string // house style: wire, broadsheet, tabloid …
	// Doc is the title, a blank line, and the body.
	Doc   *text.Doc
	Marks []Mark
}

// A Mark is an annotated span of Doc.
type Mark struct {
	Span    text.Span
	Role    byte   // S source, C cue, Q content, A addressee or medium, D date of the utterance
	Numbers []int  // of the attributions that it belongs to
	Name    string // of a source: who it is, where its words do not say; “?” if a reader cannot tell
	Level   int    // 0 outermost
}

// Read reads the articles *.txt of a folder, in the order of their names. It fails on the first that breaks the format.
func Read(folder fs.FS) ([]Article, error) {
	names, err := fs.Glob(folder, "*.txt")
	if err != nil {
		return nil, fmt.Errorf("list annotated articles: %w", err)
	}
	slices.Sort(names)
	out := make([]Article, 0, len(names))
	for _, name := range names {
		raw, err := fs.ReadFile(folder, name)
		if err != nil {
			return nil, fmt.Errorf("read annotated article: %w", err)
		}
		a, err := Parse(strings.TrimSuffix(name, ".txt"), string(raw))
		if err != nil {
			return nil, err
		}
		out = append(out, a)
	}
	return out, nil
}

// Parse reads one annotated article.
func Parse(name, raw string) (Article, error) {
	if !utf8.ValidString(raw) {
		return Article{}, fmt.Errorf("read annotated article %s: it is not UTF-8", name)
	}
	head, body, ok := strings.Cut(raw, "\n\n")
	if !ok {
		return Article{}, fmt.Errorf("read annotated article %s: no blank line behind the head", name)
	}
	a := Article{Name: name}
	title := ""
	for line := range strings.Lines(head) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		switch key {
		case "title":
			title = value
		case "style":
			a.Style = value
		}
	}
	plain, marks, err := parseMarks(title + "\n\n" + strings.TrimSpace(body))
	if err != nil {
		return Article{}, fmt.Errorf("read annotated article %s: %w", name, err)
	}
	a.Doc, a.Marks = text.NewDoc(plain), marks
	return a, nil
}

// parseMarks takes the marks out of s.
func parseMarks(s string) (string, []Mark, error) {
	var plain strings.Builder
	var open, out []Mark
	for i := 0; i < len(s); {
		switch s[i] {
		case '{':
			m, size, err := openMark(s[i:])
			if err != nil {
				return "", nil, err
			}
			m.Span.Start, m.Level = plain.Len(), len(open)
			open = append(open, m)
			i += size
		case '}':
			if len(open) == 0 {
				return "", nil, fmt.Errorf("a brace closes nothing behind %q", s[max(0, i-40):i])
			}
			m := open[len(open)-1]
			open = open[:len(open)-1]
			m.Span.End = plain.Len()
			out = append(out, m)
			i++
		default:
			plain.WriteByte(s[i])
			i++
		}
	}
	if len(open) > 0 {
		return "", nil, fmt.Errorf("a mark is not closed: %c%v", open[0].Role, open[0].Numbers)
	}
	slices.SortStableFunc(out, func(a, b Mark) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(b.Span.End, a.Span.End))
	})
	return plain.String(), out, nil
}

// openMark reads “{S1,2|Name|” or “{S1 ” at the beginning of s and returns how long it is.
func openMark(s string) (Mark, int, error) {
	bad := func() (Mark, int, error) { return Mark{}, 0, fmt.Errorf("bad mark at %q", s[:min(40, len(s))]) }
	if len(s) < 4 || !strings.ContainsRune("SCQAD", rune(s[1])) {
		return bad()
	}
	m := Mark{Role: s[1]}
	i := 2
	for i < len(s) && (s[i] >= '0' && s[i] <= '9' || s[i] == ',') {
		i++
	}
	for _, n := range strings.Split(s[2:i], ",") {
		number, err := strconv.Atoi(n)
		if err != nil {
			return bad()
		}
		m.Numbers = append(m.Numbers, number)
	}
	switch {
	case i < len(s) && s[i] == ' ':
		return m, i + 1, nil
	case i < len(s) && s[i] == '|':
		end := strings.IndexByte(s[i+1:], '|')
		if end < 0 {
			return bad()
		}
		m.Name = s[i+1 : i+1+end]
		return m, i + 1 + end + 1, nil
	}
	return bad()
}

// Attributions returns the outermost attributions of the article, for training.
func (a Article) Attributions() []quote.Attribution {
	byNumber := map[int]*quote.Attribution{}
	nested := map[int]bool{}
	var order []int
	for _, m := range a.Marks {
		for _, n := range m.Numbers {
			if byNumber[n] == nil {
				byNumber[n] = &quote.Attribution{}
				order = append(order, n)
			}
			at := byNumber[n]
			switch m.Role {
			case 'S':
				at.Source = append(at.Source, m.Span)
			case 'C':
				at.Cue = append(at.Cue, m.Span)
				nested[n] = nested[n] || m.Level > 0
			case 'Q':
				at.Content = append(at.Content, m.Span)
			}
		}
	}
	var out []quote.Attribution
	for _, n := range order {
		if !nested[n] {
			out = append(out, *byNumber[n])
		}
	}
	return out
}
