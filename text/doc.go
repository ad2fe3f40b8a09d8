// Package text holds the words that every finding points into.
//
// A Doc is the immutable text of one article. A Span is a half-open range of its bytes. Tokens,
// sentences and paragraphs are views on a Doc: they never change it, and each knows the bytes it
// came from. Folding (see FoldWord) is a view too: two spellings that should match fold to the same
// form, while every result is reported in the words of the original.
//
// The package knows scripts and letters, and nothing about news.
package text

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Version is the version of tokens, sentences and folding: it changes when the same text may give
// others.
const Version = 1

// A Doc is an immutable text in UTF-8. Its views are computed once, when first asked for. A Doc is
// safe for use by several goroutines.
type Doc struct {
	text string

	paragraphs func() []Span
	sentences  func() []Span
	tokens     func() []Token
	quotations func() []Span
	points     func() pointIndex
}

// NewDoc returns the Doc of s. It keeps s as it is, so that offsets which the caller already has
// stay right; only bytes that are not UTF-8 are replaced by U+FFFD. Use Normalize first on text
// that has no offsets yet.
func NewDoc(s string) *Doc {
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "\uFFFD")
	}
	d := &Doc{text: s}
	d.paragraphs = sync.OnceValue(func() []Span { return paragraphs(s) })
	d.sentences = sync.OnceValue(func() []Span { return sentences(s, d.paragraphs()) })
	d.tokens = sync.OnceValue(func() []Token { return Tokenize(s, nil) })
	d.quotations = sync.OnceValue(func() []Span { return quotations(s, d.paragraphs()) })
	d.points = sync.OnceValue(func() pointIndex { return indexPoints(s) })
	return d
}

// Normalize returns s in the form that articles have: valid UTF-8, NFC, line feeds as line ends, no
// spaces at the ends of lines, at most one blank line in a row, none at the start or the end.
func Normalize(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.ReplaceAll(s, "\r\n", "\n")
	s = strings.ReplaceAll(s, "\r", "\n")
	lines := strings.Split(norm.NFC.String(s), "\n")
	kept := lines[:0]
	for _, line := range lines {
		line = strings.TrimRight(line, " \t\u00a0\u3000")
		if line == "" && (len(kept) == 0 || kept[len(kept)-1] == "") {
			continue
		}
		kept = append(kept, line)
	}
	return strings.TrimRight(strings.Join(kept, "\n"), "\n")
}

// String returns the whole text.
func (d *Doc) String() string { return d.text }

// Len returns the length of the text in bytes.
func (d *Doc) Len() int { return len(d.text) }

// Text returns the words of s. It panics if s does not lie inside the Doc, as slicing does.
func (d *Doc) Text(s Span) string { return d.text[s.Start:s.End] }

// ID names the text by its content: the first 16 hexadecimal digits of its SHA-256.
func (d *Doc) ID() string {
	sum := sha256.Sum256([]byte(d.text))
	return hex.EncodeToString(sum[:8])
}

// Paragraphs returns the paragraphs in order, without the white space around them. Paragraphs are
// separated by blank lines. In a text without any blank line each line is a paragraph, unless the
// lines look hard-wrapped (most of them end inside a sentence); then they are one paragraph.
func (d *Doc) Paragraphs() []Span { return d.paragraphs() }

// Sentences returns the sentences in order. A sentence never crosses a paragraph and includes its
// closing quotation marks, but no white space around it.
func (d *Doc) Sentences() []Span { return d.sentences() }

// Tokens returns the tokens of the text in order (see Tokenize).
func (d *Doc) Tokens() []Token { return d.tokens() }

// A Span is a half-open range of bytes of a Doc, on rune boundaries.
type Span struct{ Start, End int }

// Len returns the length of the span in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether the span holds no bytes.
func (s Span) Empty() bool { return s.End <= s.Start }

// Contains reports whether t lies wholly inside s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share at least one byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Intersect returns the bytes that s and t share; the result is empty if there are none.
func (s Span) Intersect(t Span) Span {
	r := Span{max(s.Start, t.Start), min(s.End, t.End)}
	if r.Empty() {
		return Span{r.Start, r.Start}
	}
	return r
}
