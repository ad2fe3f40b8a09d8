package text

import (
	"unicode"
	"unicode/utf8"
)

// Most words of most texts need no rules of UAX #29: they are letters of one of a few scripts, and
// what follows them ends a word under every rule. This file cuts and folds those in one pass. What
// it does not know for certain it leaves alone.

// maxPlain is the longest plain word in bytes of its folded form, which is never longer than the
// word.
const maxPlain = 64

// Classes of ASCII characters, by what they do between words.
const (
	other     = iota // may join words: the low line
	separator        // never part of a word, and ends the word before it
	letter           // a–z, A–Z
	digit            // 0–9
)

var ascii = func() (t [utf8.RuneSelf]uint8) {
	for c := range t {
		switch {
		case 'a' <= c|0x20 && c|0x20 <= 'z':
			t[c] = letter
		case '0' <= c && c <= '9':
			t[c] = digit
		case c != '_':
			t[c] = separator
		}
	}
	return t
}()

// plainEnd is the first rune that is never part of a plain word.
const plainEnd = 0x0700

// The entries of plain that are not the folded rune itself.
const (
	notPlain = 0 // not part of a plain word
	leftOut  = 1 // part of the word, but not of its folded form
)

// plain tells for each rune how it folds inside a plain word: Latin, Cyrillic and Arabic letters
// that fold to one rune, and Arabic marks.
var plain = func() (t [plainEnd]uint16) {
	for c := range rune(utf8.RuneSelf) {
		if ascii[c] == letter {
			t[c] = uint16(unicode.ToLower(c))
		}
	}
	for r := rune(0xc0); r < latinEnd; r++ {
		switch f, lower := latin[r], unicode.ToLower(r); {
		case !unicode.IsLetter(r) || len(f) > 1:
		case f != "":
			t[r] = uint16(f[0])
		case lower < plainEnd:
			t[r] = uint16(lower)
		}
	}
	for r := rune(0x0400); r < 0x0482; r++ {
		t[r] = uint16(foldRune(r))
	}
	for r := rune(0x0620); r < 0x06d4; r++ {
		if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) || r >= 0x0653 && r <= 0x0655 {
			continue // the last are marks that compose with letters
		}
		t[r] = leftOut
		if f := foldArabic(r); f >= 0 {
			t[r] = uint16(f)
		}
	}
	return t
}()

// plainWord reads the plain word or the plain number that begins at s[i], which must be a word
// boundary. It returns its end and the length of its folded form, which it writes to folded; the
// length is 0 where UAX #29 must decide.
func plainWord(s string, i int, folded *[maxPlain]byte) (end, n int) {
	if s[i] < utf8.RuneSelf && ascii[s[i]] == digit {
		return plainNumber(s, i, folded)
	}
	for i < len(s) && n < maxPlain-1 {
		c := s[i]
		if c < utf8.RuneSelf {
			if ascii[c] != letter {
				break
			}
			folded[n] = c | 0x20
			n++
			i++
			continue
		}
		r := twoByteRune(s, i)
		if r >= plainEnd || plain[r] == notPlain || n == 0 && plain[r] == leftOut {
			break
		}
		i += 2
		if f := plain[r]; f >= utf8.RuneSelf {
			folded[n], folded[n+1] = 0xc0|byte(f>>6), 0x80|byte(f&0x3f)
			n += 2
		} else if f != leftOut {
			folded[n] = byte(f)
			n++
		}
	}
	if n >= maxPlain-1 || !endsWord(s, i, false) {
		return 0, 0
	}
	return i, n
}

func plainNumber(s string, i int, folded *[maxPlain]byte) (end, n int) {
	for i < len(s) && ascii[s[i]&0x7f] == digit && s[i] < utf8.RuneSelf && n < maxPlain {
		folded[n] = s[i]
		n++
		i++
	}
	if n == maxPlain || !endsWord(s, i, true) {
		return 0, 0
	}
	return i, n
}

// twoByteRune decodes a rune of two bytes; it returns plainEnd for any other.
func twoByteRune(s string, i int) rune {
	if s[i] < 0xc2 || s[i] >= 0xe0 || i+1 >= len(s) || s[i+1]&0xc0 != 0x80 {
		return plainEnd
	}
	return min(rune(s[i]&0x1f)<<6|rune(s[i+1]&0x3f), plainEnd)
}

// endsWord reports whether a word, or a number, that reaches up to s[i] certainly ends there.
func endsWord(s string, i int, number bool) bool {
	if i == len(s) {
		return true
	}
	switch c := s[i]; {
	case c >= utf8.RuneSelf:
		r, _ := utf8.DecodeRuneInString(s[i:])
		return separates(r, number)
	case c == '.' || c == '\'', c == ':' && !number, (c == ',' || c == ';') && number:
		// These join what is on both sides of them, if it is of the same kind.
		return i+1 == len(s) || s[i+1] < utf8.RuneSelf && ascii[s[i+1]] == separator
	default:
		return ascii[c] == separator
	}
}

// separatorAt returns the length of the separator at s[i], which must be a word boundary, or 0.
func separatorAt(s string, i int) int {
	if c := s[i]; c < utf8.RuneSelf {
		if ascii[c] == separator {
			return 1
		}
		return 0
	}
	if r, size := utf8.DecodeRuneInString(s[i:]); separates(r, false) {
		return size
	}
	return 0
}

// separates reports whether a rune beyond ASCII certainly ends the word, or the number, before it.
func separates(r rune, number bool) bool {
	switch r {
	case 0x00a0, '«', '»', '؟', '“', '”', '–', '—', '…', '。', '、', '「', '」', '《', '》', '（', '）', '！', '？':
		return true
	case '،', '，':
		return !number
	}
	return false
}

// plainIdeograph reports whether the rune at s[i] is a Han character that stands alone: one of the
// main block with nothing after it that could belong to it.
func plainIdeograph(s string, i int) bool {
	if !inHan(s, i) {
		return false
	}
	next := i + 3
	return next == len(s) || s[next] < utf8.RuneSelf || inHan(s, next) || separatorAt(s, next) > 0
}

// inHan reports whether s[i:] begins with a rune from U+4E00 to U+9FFF; only the lead byte E4 is
// shared with other characters.
func inHan(s string, i int) bool {
	if i+3 > len(s) || s[i+1]&0xc0 != 0x80 || s[i+2]&0xc0 != 0x80 {
		return false
	}
	return s[i] > 0xe4 && s[i] <= 0xe9 || s[i] == 0xe4 && s[i+1] >= 0xb8
}
