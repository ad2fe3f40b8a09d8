package article

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/runenames"

	"hearsay/text"
)

// maxTraces is how many traces of an article are kept.
const maxTraces = 200

// seeTraces ends the warning about traces.
const seeTraces = ": see traces"

// findTraces finds the characters of the text that readers do not see or take for others, and warns of
// them; what was found in an earlier text of the article is forgotten. What a script needs or what
// editors and their programs set as a rule is no trace.
func (a *Article) findTraces() {
	a.Traces = nil
	a.Warnings = slices.DeleteFunc(slices.Clone(a.Warnings), func(s string) bool { return strings.Contains(s, seeTraces) })
	hidden, n := a.invisibleTraces()
	alike, m := a.lookAlikeTraces()
	if n+m == 0 {
		return
	}
	all := slices.Concat(hidden, alike)
	slices.SortStableFunc(all, func(x, y Trace) int { return x.Span.Start - y.Span.Start })
	a.Traces = all[:min(len(all), maxTraces)]
	var what []string
	if n > 0 {
		what = append(what, counted(n, "place with invisible characters", "places with invisible characters"))
	}
	if m > 0 {
		what = append(what, counted(m, "word with look-alike letters", "words with look-alike letters"))
	}
	more := ""
	if n+m > maxTraces {
		more = fmt.Sprintf("; only the first %d are listed", maxTraces)
	}
	a.Warnings = append(a.Warnings, fmt.Sprintf("the text has %s%s%s", strings.Join(what, " and "), seeTraces, more))
}

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// invisibleTraces returns the first runs of invisible characters that are out of place, and how many
// there are.
func (a *Article) invisibleTraces() (found []Trace, n int) {
	s := a.Doc.String()
	w := hiddenWalk{a: a, s: s, hyphens: strings.Count(s, "\u00ad")}
	for at := 0; at < len(s); {
		if c := s[at]; c >= 0x20 && c < 0x7f {
			at++
			continue
		}
		end := at
		out := false
		for end < len(s) {
			r, size := utf8.DecodeRuneInString(s[end:])
			if !hidden(r) {
				break
			}
			out = out || w.outOfPlace(r, end, end+size)
			end += size
		}
		if out {
			if n++; len(found) < maxTraces {
				found = append(found, traceOf(Invisible, text.Span{Start: at, End: end}, s[at:end], []rune(s[at:end])))
			}
		}
		if end == at {
			_, size := utf8.DecodeRuneInString(s[at:])
			end += size
		}
		at = end
	}
	return found, n
}

// hidden reports whether r takes no room: controls, format characters, fillers and selectors.
func hidden(r rune) bool {
	switch {
	case r == '\n' || r == '\t' || r == '\r' || r == 0x85:
		return false
	case r < 0x20 || r >= 0x7f && r < 0xa0, r == 0xad, r == 0x34f, r == 0x61c, r == 0x115f, r == 0x1160, r == 0x17b4, r == 0x17b5, r == 0x180e:
		return true
	case r >= 0x200b && r <= 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2060 && r <= 0x206f, r == 0x3164, r == 0xfeff, r == 0xffa0:
		return true
	case r >= 0xfe00 && r <= 0xfe0f, r >= 0xfff9 && r <= 0xfffb, r >= 0xe0000 && r <= 0xe01ef:
		return true
	}
	return false
}

type hiddenWalk struct {
	a       *Article
	s       string
	hyphens int // soft hyphens in the text
	// rightToLeft tells whether the paragraph that ends at byte paragraphEnd holds letters written from
	// right to left.
	rightToLeft  bool
	paragraphEnd int
}

// outOfPlace reports whether the invisible character r at s[at:end] has no work to do where it stands.
func (w *hiddenWalk) outOfPlace(r rune, at, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(w.s[:at])
	after, _ := utf8.DecodeRuneInString(w.s[end:])
	switch {
	case r == 0xad: // inside words; systems that hyphenate set many
		const habit = 3
		return w.hyphens < habit || !unicode.IsLetter(before) || !unicode.IsLetter(after)
	case r == 0x200b: // between the words of scripts without spaces, and where an address may be broken
		return !unspacedLetter(before) && !unspacedLetter(after) && !inAddress(before, after)
	case r == 0x200c, r == 0x200d: // join letters, or keep them apart; glue pictures
		return !joining(before) && !joining(after) && !pictorial(before) && !pictorial(after)
	case r == 0x200e, r == 0x200f, r == 0x61c, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
		return !w.rightToLeftAt(at)
	case r >= 0xfe00 && r <= 0xfe0f, r >= 0xe0100 && r <= 0xe01ef: // choose the form of a picture or an ideograph
		return before < 0x2000 && unicode.IsLetter(before)
	case r >= 0xe0020 && r <= 0xe007f: // flags of regions
		return !pictorial(before) && !(before >= 0xe0020 && before <= 0xe007f)
	case r == 0x115f, r == 0x1160, r == 0x3164, r == 0xffa0:
		return !unicode.Is(unicode.Hangul, before) && !unicode.Is(unicode.Hangul, after)
	case r == 0x17b4, r == 0x17b5:
		return !unicode.Is(unicode.Khmer, before)
	case r == 0x180e:
		return !unicode.Is(unicode.Mongolian, before)
	}
	return true
}

// unspacedLetter reports whether r belongs to a script that is written without spaces between words.
func unspacedLetter(r rune) bool {
	return r >= 0xe00 && unicode.In(r, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar, unicode.Tibetan, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// inAddress reports whether the characters beside a place are those of an address: a mark of its
// parts and what follows one.
func inAddress(before, after rune) bool {
	return strings.ContainsRune("/.-_?&=", before) && (unicode.IsLower(after) || unicode.IsDigit(after) || after == '/')
}

// joining reports whether r is a letter of a script whose letters join.
func joining(r rune) bool {
	return r >= 0x600 && r < 0x2000 && (unicode.IsLetter(r) || unicode.IsMark(r)) && !unicode.Is(unicode.Latin, r) && !unicode.Is(unicode.Greek, r)
}

// pictorial reports whether r is a picture or belongs to one.
func pictorial(r rune) bool {
	return r >= 0x2190 && r < 0x3000 || r >= 0x1f000 && r < 0x20000 || r == 0xfe0f || r == 0x200d
}

// rightToLeftAt reports whether the paragraph around byte at holds letters written from right to left,
// or the article is in such a language.
func (w *hiddenWalk) rightToLeftAt(at int) bool {
	if at >= w.paragraphEnd {
		start := strings.LastIndexByte(w.s[:at], '\n') + 1
		w.paragraphEnd = len(w.s)
		if n := strings.IndexByte(w.s[at:], '\n'); n >= 0 {
			w.paragraphEnd = at + n
		}
		w.rightToLeft = strings.ContainsFunc(w.s[start:w.paragraphEnd], func(r rune) bool {
			return r >= 0x590 && r < 0x8ff || r >= 0xfb1d && r <= 0xfdff || r >= 0xfe70 && r <= 0xfefc
		})
	}
	switch w.a.Language.Code {
	case "ar", "fa", "he", "ur", "ps", "ku", "yi", "ug", "sd", "dv":
		return true
	}
	return w.rightToLeft
}

// lookAlikeTraces returns the first words that hold letters of another script than they seem to, and
// how many there are.
func (a *Article) lookAlikeTraces() (found []Trace, n int) {
	s := a.Doc.String()
	const longest = 100 // bytes of a word
	var wide, known bool
	for _, t := range a.Doc.Tokens() {
		span := t.Span()
		word := s[span.Start:span.End]
		if t.Kind == text.Ideograph || len(word) > longest || isASCII(word) {
			continue
		}
		if !known {
			main, _, _ := mainScript(cutText(s, sampleLetters))
			wide, known = main == hanScript || main == kanaScript || main == "Hangul", true
		}
		if letters := strangers(word, wide); len(letters) > 0 {
			if n++; len(found) < maxTraces {
				found = append(found, traceOf(LookAlike, span, word, letters))
			}
		}
	}
	return found, n
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// traceOf returns a trace with the names of its characters, each once and the first few only.
func traceOf(kind TraceKind, span text.Span, exact string, letters []rune) Trace {
	const most = 5
	var codes []string
	for _, r := range letters {
		name := fmt.Sprintf("U+%04X %s", r, runenames.Name(r))
		if slices.Contains(codes, name) {
			continue
		}
		if len(codes) == most {
			codes = append(codes, "…")
			break
		}
		codes = append(codes, name)
	}
	return Trace{Kind: kind, Span: span, Exact: exact, Codes: strings.Join(codes, ", ")}
}
