package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// FoldWord returns the form of a word under which spellings of it match:
//
//   - lower case; Latin letters without their marks (é is e, ß is ss, ł is l); ё is е;
//   - compatibility forms in their plain form (NFKC): full-width letters, Arabic presentation forms;
//   - Arabic and Persian: no vowel marks and no tatweel; all alefs alike; alef maksura and Persian
//     yeh as yeh; keheh as kaf; teh marbuta as heh; Hebrew without points; final sigma as sigma;
//   - digits of any script as 0–9; a comma, or an Arabic thousands separator, before exactly three
//     digits is left out (2,500 is 2500);
//   - the dots of an acronym in Latin letters are left out (U.S is us);
//   - one form for all apostrophes, and one for all double marks inside Hebrew acronyms;
//   - invisible characters are left out.
//
// Composed and decomposed spellings fold alike. Folding a folded word changes nothing.
func FoldWord(w string) string { return string(appendFolded(nil, w)) }

// Fold returns the folded words of s, joined by single spaces.
func Fold(s string) string {
	var b strings.Builder
	var buf []byte
	for i, t := range Tokenize(s, nil) {
		if i > 0 {
			b.WriteByte(' ')
		}
		span := t.Span()
		buf = appendFolded(buf[:0], s[span.Start:span.End])
		b.Write(buf)
	}
	return b.String()
}

func appendFolded(dst []byte, w string) []byte {
	from := len(dst)
	joined := false // by a mark that may have to go
	for i := range len(w) {
		c := w[i]
		if c >= utf8.RuneSelf {
			return appendFoldedRunes(dst[:from], w)
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		joined = joined || c == '.' || c == ','
		dst = append(dst, c)
	}
	if joined {
		return dropMarks(dst, from)
	}
	return dst
}

// dropMarks removes the dots of acronyms and the separators of thousands from dst[from:].
func dropMarks(dst []byte, from int) []byte {
	w := string(dst[from:])
	dst = dst[:from]
	for i := range len(w) {
		if w[i] == '.' && acronymDot(w, i) || w[i] == ',' && groupComma(w, i) {
			continue
		}
		dst = append(dst, w[i])
	}
	return dst
}

// acronymDot reports whether the dot at w[i] separates single letters, as in U.S.A.
func acronymDot(w string, i int) bool {
	letter := func(k int) bool {
		return k >= 0 && k < len(w) && (w[k]|0x20 >= 'a' && w[k]|0x20 <= 'z')
	}
	return letter(i-1) && (i < 2 || w[i-2] == '.') && letter(i+1) && (i+2 >= len(w) || w[i+2] == '.')
}

// groupComma reports whether the comma at w[i] groups thousands: exactly three digits follow.
func groupComma(w string, i int) bool {
	n := 0
	for k := i + 1; k < len(w) && n < 4 && '0' <= w[k] && w[k] <= '9'; k++ {
		n++
	}
	return n == 3 && i > 0 && '0' <= w[i-1] && w[i-1] <= '9'
}

func appendFoldedRunes(dst []byte, w string) []byte {
	from := len(dst)
	if !utf8.ValidString(w) { // normalization does not see beyond a broken byte
		w = strings.ToValidUTF8(w, "\uFFFD")
	}
	switch {
	case hasCompatibility(w):
		w = norm.NFKC.String(w)
	case !norm.NFC.IsNormalString(w):
		w = norm.NFC.String(w)
	}
	for _, r := range w {
		if r >= 0x1e00 && r < 0x1f00 || r == 0x212b { // Latin Extended Additional, the sign for ångström
			r = latinBase(r)
		}
		switch {
		case r < utf8.RuneSelf:
			dst = append(dst, byte(unicode.ToLower(r)))
		case r < latinEnd && latin[r] != "":
			dst = append(dst, latin[r]...)
		default:
			if f := foldRune(r); f >= 0 {
				dst = utf8.AppendRune(dst, f)
			}
		}
	}
	return dropMarks(dst, from)
}

// latinBase returns the lower case of a letter without its marks.
func latinBase(r rune) rune {
	base, _ := utf8.DecodeRuneInString(norm.NFD.String(string(r)))
	return unicode.ToLower(base)
}

// foldRune folds one rune beyond ASCII to one rune; a negative result means that it is left out.
func foldRune(r rune) rune {
	switch {
	case r == softHyphen:
		return -1
	case r < latinEnd:
		return unicode.ToLower(r)
	case r < 0x0400: // modifiers, combining marks and Greek
		switch {
		case unicode.Is(unicode.Mn, r):
			return -1
		case r == 'ʼ':
			return '\''
		case r == 'ς':
			return 'σ'
		}
		return unicode.ToLower(r)
	case r < 0x0590: // Cyrillic and Armenian
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		if r = unicode.ToLower(r); r == 'ё' {
			return 'е'
		}
		return r
	case r < 0x0600:
		return foldHebrew(r)
	case r < 0x0700:
		return foldArabic(r)
	case invisible(r):
		return -1
	case r == '’' || r == '‘':
		return '\''
	case unicode.IsDigit(r):
		return '0' + digitValue(r)
	}
	return unicode.ToLower(r)
}

func foldHebrew(r rune) rune {
	switch {
	case unicode.Is(unicode.Mn, r):
		return -1
	case r == 0x05f3: // geresh
		return '\''
	case r == 0x05f4: // gershayim
		return '"'
	}
	return r
}

func foldArabic(r rune) rune {
	switch {
	case r >= 0x064b && r <= 0x065f, r == 0x0670, r == 0x0640, r >= 0x06d6 && r <= 0x06ed && unicode.Is(unicode.Mn, r), r == 0x061c:
		return -1
	case r == 0x0622, r == 0x0623, r == 0x0625, r == 0x0671:
		return 0x0627
	case r == 0x0649, r == 0x06cc:
		return 0x064a
	case r == 0x06a9:
		return 0x0643
	case r == 0x0629, r == 0x06c0, r == 0x06c1, r == 0x06c2:
		return 0x0647
	case r >= 0x0660 && r <= 0x0669:
		return '0' + r - 0x0660
	case r >= 0x06f0 && r <= 0x06f9:
		return '0' + r - 0x06f0
	case r == 0x066c: // thousands separator
		return ','
	}
	return r
}

// digitValue returns the value of a decimal digit: Unicode lays the digits of a script out in runs
// of ten that begin with zero.
func digitValue(r rune) rune {
	for _, rg := range unicode.Nd.R16 {
		if rune(rg.Lo) <= r && r <= rune(rg.Hi) {
			return (r - rune(rg.Lo)) % 10
		}
	}
	for _, rg := range unicode.Nd.R32 {
		if rune(rg.Lo) <= r && r <= rune(rg.Hi) {
			return (r - rune(rg.Lo)) % 10
		}
	}
	return 0
}

// invisible reports whether r shows nothing: zero-width and joining marks, directional marks, soft
// hyphens, byte order marks, variation selectors, tags.
func invisible(r rune) bool {
	switch {
	case r == softHyphen, r == 0x034f, r == 0x061c, r == 0x180e, r == 0xfeff:
		return true
	case r >= 0x200b && r <= 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2060 && r <= 0x2069:
		return true
	case r >= 0xfe00 && r <= 0xfe0f, r >= 0xe0000 && r <= 0xe01ef:
		return true
	}
	return false
}

// hasCompatibility reports whether w holds compatibility forms that NFKC would unfold.
func hasCompatibility(w string) bool {
	for _, r := range w {
		if r >= 0xfb00 && r <= 0xfdff || r >= 0xfe70 && r <= 0xfefe || r >= 0xff00 && r <= 0xffef {
			return true
		}
	}
	return false
}

const (
	softHyphen = 0x00ad
	latinEnd   = 0x0250 // the rune after Latin Extended-B
)

// latin holds the folded form of the letters of Latin-1, Latin Extended-A and -B, where it differs
// from the lower case.
var latin = func() [latinEnd]string {
	var t [latinEnd]string
	whole := map[rune]string{
		'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th", 'ı': "i", 'ħ': "h", 'ſ': "s", 'µ': "μ",
	}
	for r := rune(0xa0); r < latinEnd; r++ {
		if !unicode.IsLetter(r) {
			continue
		}
		if base := latinBase(r); base < utf8.RuneSelf {
			t[r] = string(base)
		} else {
			t[r] = whole[base]
		}
	}
	return t
}()
