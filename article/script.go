package article

import "unicode"

// A script is a system of letters, by the name that Unicode gives it. Japanese and Korean are written
// in several; they count as one each.
type script string

const (
	latinScript      script = "Latin"
	cyrillicScript   script = "Cyrillic"
	arabicScript     script = "Arabic"
	hebrewScript     script = "Hebrew"
	devanagariScript script = "Devanagari"
	hanScript        script = "Han"
	kanaScript       script = "Kana"
)

// A letterRange is a range of letters of one script.
type letterRange struct {
	first, last rune
	script      script
	// language is the ISO 639-1 code of the language that news in this script is written in, empty if
	// there are several.
	language string
}

// letterRanges lists the letters of the scripts that news is written in, in order.
var letterRanges = [...]letterRange{
	{'A', 'Z', latinScript, ""}, {'a', 'z', latinScript, ""}, {0xaa, 0x24f, latinScript, ""},
	{0x370, 0x3ff, "Greek", "el"}, {0x400, 0x52f, cyrillicScript, ""}, {0x531, 0x58f, "Armenian", "hy"}, {0x5d0, 0x5f2, hebrewScript, ""},
	{0x620, 0x6ff, arabicScript, ""}, {0x750, 0x77f, arabicScript, ""}, {0x900, 0x97f, devanagariScript, ""}, {0x980, 0x9ff, "Bengali", "bn"},
	{0xa00, 0xa7f, "Gurmukhi", "pa"}, {0xa80, 0xaff, "Gujarati", "gu"}, {0xb00, 0xb7f, "Oriya", "or"}, {0xb80, 0xbff, "Tamil", "ta"},
	{0xc00, 0xc7f, "Telugu", "te"}, {0xc80, 0xcff, "Kannada", "kn"}, {0xd00, 0xd7f, "Malayalam", "ml"}, {0xd80, 0xdff, "Sinhala", "si"},
	{0xe00, 0xe7f, "Thai", "th"}, {0xe80, 0xeff, "Lao", "lo"}, {0x1000, 0x109f, "Myanmar", "my"}, {0x10a0, 0x10ff, "Georgian", "ka"},
	{0x1100, 0x11ff, "Hangul", "ko"}, {0x1200, 0x137f, "Ethiopic", "am"}, {0x1780, 0x17ff, "Khmer", "km"},
	{0x1e00, 0x1eff, latinScript, ""}, {0x3040, 0x30ff, kanaScript, "ja"}, {0x3130, 0x318f, "Hangul", "ko"}, {0x3400, 0x9fff, hanScript, "zh"},
	{0xac00, 0xd7a3, "Hangul", "ko"}, {0xfb50, 0xfdff, arabicScript, ""}, {0xfe70, 0xfefc, arabicScript, ""}, {0xff66, 0xff9d, kanaScript, "ja"},
}

// rangeOf returns the index in letterRanges of the range that r is a letter of, -1 if there is none.
func rangeOf(r rune) int {
	if 'a' <= r && r <= 'z' {
		return 1
	}
	lo, hi := 0, len(letterRanges)
	for lo < hi {
		mid := (lo + hi) / 2
		switch g := letterRanges[mid]; {
		case r < g.first:
			hi = mid
		case r > g.last:
			lo = mid + 1
		case r < 0x250 && !unicode.IsLetter(r):
			return -1
		default:
			return mid
		}
	}
	return -1
}

// mainScript returns the script of most letters of s, the language that it stands for if it is that of
// one language only, and whether at least nine letters in ten are of it. Kana make a text Japanese
// from one in ten letters on.
func mainScript(s string) (main script, language string, pure bool) {
	var counts [len(letterRanges)]int
	all := 0
	for _, r := range s {
		if i := rangeOf(r); i >= 0 {
			counts[i]++
			all++
		}
	}
	sums := map[script]int{}
	best := 0
	for i, n := range counts {
		g := letterRanges[i]
		if n == 0 {
			continue
		}
		sums[g.script] += n
		if sums[g.script] > best {
			best, main, language = sums[g.script], g.script, g.language
		}
	}
	if kana, han := sums[kanaScript], sums[hanScript]; main == hanScript && 10*kana >= han || main == kanaScript {
		main, language, best = kanaScript, "ja", kana+han
	}
	return main, language, 10*best >= 9*all && all > 0
}
