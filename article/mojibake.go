package article

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// A wrongSet is a one-byte character set that UTF-8 was decoded as by mistake somewhere between the
// outlet and the capture: what remains of “é” is then “Ã©”, of “и” “Рё” or “Ð¸”.
type wrongSet struct {
	bytes [wrongEnd]byte // the byte that a character stands for, 0 if the set does not hold it
	kind  setKind
}

type setKind int

const (
	western setKind = iota // windows-1252 and ISO 8859-1
	cyrillic
	arabic
	macintosh
)

// wrongEnd is the rune after the last that one of the sets has for a byte of UTF-8 (≥ in Mac OS Roman).
const wrongEnd = 0x2266

var wrongSets = [...]*wrongSet{
	newWrongSet(western, charmap.Windows1252),
	newWrongSet(cyrillic, charmap.Windows1251),
	newWrongSet(arabic, charmap.Windows1256),
	newWrongSet(macintosh, charmap.Macintosh),
}

// leads tells the characters that begin a sequence in one of the sets.
var leads = func() (t [wrongEnd]bool) {
	for r := range t {
		for _, w := range wrongSets {
			t[r] = t[r] || w.bytes[r] >= 0xc2
		}
	}
	return t
}()

func newWrongSet(kind setKind, set *charmap.Charmap) *wrongSet {
	w := &wrongSet{kind: kind}
	for r := rune(0x80); r < 0xa0; r++ { // what ISO 8859-1 has there, and decoders put for a byte without a meaning
		w.bytes[r] = byte(r)
	}
	for b := 0x80; b < 0x100; b++ {
		if r := set.DecodeByte(byte(b)); r < wrongEnd && r >= 0x80 {
			w.bytes[r] = byte(b)
		}
	}
	return w
}

func (w *wrongSet) byteOf(r rune) byte {
	if r < 0x80 || r >= wrongEnd {
		return 0
	}
	return w.bytes[r]
}

// A sequence is a stretch of characters that are the bytes of one character of UTF-8, each decoded
// alone.
type sequence struct {
	r        rune // the character they were
	family   family
	from, to int
	odd      bool // one of them is a character that nobody writes behind a letter
}

// sequenceAt returns the sequence at s[at:]. With references, a character may be written as a
// character reference of HTML.
func (w *wrongSet) sequenceAt(s string, at int, references bool) (q sequence, ok bool) {
	lead, size := runeAt(s, at, references)
	b := w.byteOf(lead)
	n := 0
	switch {
	case b >= 0xc2 && b < 0xe0:
		n = 1
	case b >= 0xe0 && b < 0xf0:
		n = 2
	case b >= 0xf0 && b < 0xf5:
		n = 3
	default:
		return q, false
	}
	q.from, q.to = at, at+size
	coded := [utf8.UTFMax]byte{b}
	for i := range n {
		r, size := runeAt(s, q.to, references)
		b := w.byteOf(r)
		if b < 0x80 || b >= 0xc0 {
			return q, false
		}
		coded[i+1] = b
		q.to += size
		q.odd = q.odd || w.odd(r)
	}
	if q.r, size = utf8.DecodeRune(coded[:n+1]); size != n+1 {
		return q, false
	}
	q.family = w.family(q.r)
	return q, q.family != noFamily
}

// runeAt returns the character at s[at:] and how many bytes write it.
func runeAt(s string, at int, references bool) (rune, int) {
	if references && at < len(s) && s[at] == '&' {
		n := referenceLen(s[at:])
		one := html.UnescapeString(s[at : at+n])
		if r, size := utf8.DecodeRuneInString(one); size == len(one) && r >= utf8.RuneSelf {
			return r, n
		}
	}
	return utf8.DecodeRuneInString(s[at:])
}

// odd reports whether r is a character that good text does not put behind a letter of this set:
// marks that close or join words are ordinary there, and in the sets of other scripts so are letters.
func (w *wrongSet) odd(r rune) bool {
	if strings.ContainsRune("“”‘’‹›«»–—…•·°™®\u00a0،؛؟", r) {
		return false
	}
	return w.kind == western || w.kind == macintosh || !unicode.IsLetter(r)
}

// A family groups characters that one text has together.
type family int

const (
	noFamily family = iota
	sign            // U+00A0–U+00BF and, in text that was damaged twice, the controls before them
	punctuation
	latinFamily
	greekFamily
	cyrillicFamily
	armenianFamily
	hebrewFamily
	arabicFamily
	indicFamily // Brahmic scripts and Georgian, Ethiopic
	eastAsian
	emoji
)

// family returns the family of a character that UTF-8 decoded as w stood for, none if no text that is
// read here has it. Letters of rare use are left out: what they decode from is more often good text.
func (w *wrongSet) family(r rune) family {
	f := familyOf(r)
	switch {
	case w.kind == macintosh && f != sign && f != latinFamily && f != punctuation:
		return noFamily
	case w.kind == cyrillic && f != sign && f != latinFamily && f != punctuation && f != cyrillicFamily,
		w.kind == arabic && f != sign && f != latinFamily && f != punctuation && f != arabicFamily:
		return noFamily
	}
	return f
}

// families lists the ranges of characters in order of their first.
var families = [...]struct {
	first, last rune
	family      family
}{
	{0x80, 0xbf, sign}, {0xc0, 0x17f, latinFamily}, {0x192, 0x192, latinFamily}, {0x1a0, 0x1a1, latinFamily}, {0x1af, 0x1b0, latinFamily}, {0x218, 0x21b, latinFamily},
	{0x2c6, 0x2c6, latinFamily}, {0x2dc, 0x2dc, latinFamily}, {0x300, 0x304, latinFamily}, {0x306, 0x309, latinFamily}, {0x30a, 0x30c, latinFamily}, {0x323, 0x323, latinFamily}, {0x327, 0x328, latinFamily},
	{0x386, 0x3ce, greekFamily}, {0x400, 0x45f, cyrillicFamily}, {0x490, 0x4e9, cyrillicFamily}, {0x531, 0x58a, armenianFamily},
	{0x5b0, 0x5f4, hebrewFamily}, {0x60c, 0x6d4, arabicFamily}, {0x6f0, 0x6f9, arabicFamily}, {0x900, 0x10ff, indicFamily}, {0x1200, 0x137f, indicFamily},
	{0x1ea0, 0x1ef9, latinFamily}, {0x2000, 0x206f, punctuation}, {0x2070, 0x20bf, punctuation}, {0x2100, 0x214f, punctuation}, {0x2190, 0x27bf, punctuation},
	{0x3000, 0x30ff, eastAsian}, {0x4e00, 0x9fff, eastAsian}, {0xac00, 0xd7a3, eastAsian}, {0xfb50, 0xfefc, arabicFamily}, {0xfeff, 0xfeff, punctuation},
	{0xff01, 0xff5e, eastAsian}, {0xfffd, 0xfffd, punctuation},
	{0x1f300, 0x1faff, emoji},
}

func familyOf(r rune) family {
	for _, f := range families {
		if r <= f.last {
			if r >= f.first {
				return f.family
			}
			return noFamily
		}
	}
	return noFamily
}

// certain reports whether a sequence that touches n others of its set can be nothing but wrongly
// decoded UTF-8. prev and next are the characters beside it.
//
// Letters such as Ã, Â, Ð, Р and ط that begin a sequence stand in good text too, and the marks that
// may follow them as well: «IRMû, “BLAÐ”, «OÙ…», Рівне, ТРЁХ.
func (w *wrongSet) certain(q sequence, n int, prev, next rune) bool {
	switch w.kind {
	case western:
		return q.certainWestern(n, prev, next)
	case macintosh:
		return q.family == punctuation && q.r < 0x2070 || latinLetter(prev) || latinLetter(next) && q.family != sign
	}
	switch q.family {
	case punctuation: // вЂ™: a capital of another language after a small letter
		return w.kind == cyrillic && q.r < 0x2070 || q.odd
	case latinFamily: // cafГ©
		return q.odd && (latinLetter(prev) || latinLetter(next))
	case cyrillicFamily:
		return n >= 2 || n >= 1 && q.odd
	case arabicFamily:
		return n >= 1
	}
	return false
}

func (q sequence) certainWestern(n int, prev, next rune) bool {
	switch q.family {
	case punctuation, emoji:
		return q.odd
	case latinFamily, sign:
		switch {
		case q.r < 0xa0:
			return n >= 1
		case q.odd || n >= 1:
			return true
		case q.r >= 0x1000: // its first letter is a small one
			return false
		case unicode.IsLower(prev) || unicode.IsLower(next) && !unicode.IsLetter(prev):
			return true // a capital inside a word, or a mark
		}
		// No language has a word Ã or Â; closing marks behind them may close what speaks of the letter.
		alone := !unicode.IsLetter(prev) && !strings.ContainsRune("“‘„‚«‹»›\"'([", prev)
		return q.r == '°' || alone && (q.family == sign || q.r < 0x100 && strings.ContainsRune("àÖ×ÓÑ", q.r))
	}
	return n >= 1
}

func latinLetter(r rune) bool { return 'a' <= r|0x20 && r|0x20 <= 'z' }
