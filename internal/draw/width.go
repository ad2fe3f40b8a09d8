package draw

import (
	"strings"
	"unicode"
)

// Width estimates how wide s is when set in a usual sans-serif font of the given size, in the unit
// of size. It errs on the wide side: what fits by this estimate does not overlap its neighbour.
func Width(s string, size float64) float64 {
	w := 0.0
	for _, r := range s {
		w += runeWidth(r)
	}
	return w * size
}

// runeWidth is the advance of a rune in em. The figures are those of DejaVu Sans, the widest of the
// fonts that browsers commonly fall back to, rounded up.
func runeWidth(r rune) float64 {
	switch {
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case strings.ContainsRune("iljI|.,:;'!’‘ ", r):
		return 0.33
	case strings.ContainsRune("frt()[]-/\"“”", r):
		return 0.44
	case strings.ContainsRune("mwMW@%…—", r):
		return 1.0
	case r < 0x0250 && unicode.IsUpper(r):
		return 0.73
	case r < 0x0530:
		return 0.62
	case r < 0x1100: // Hebrew, Arabic, the scripts of India and South-East Asia
		return 0.7
	case r >= 0x2e80 && r <= 0xffdc, r >= 0x1f000: // ideographs, kana, Hangul, pictures
		return 1.05
	}
	return 0.8
}

// Truncate returns s, cut with an ellipsis if it is wider than limit at the given size. It cuts
// before a letter, never between a letter and its marks.
func Truncate(s string, limit, size float64) string {
	if Width(s, size) <= limit {
		return s
	}
	room := limit - Width("…", size)
	used, end := 0.0, 0
	for i, r := range s {
		w := runeWidth(r) * size
		if w == 0 && i == end { // a mark of the last letter kept
			end = i + len(string(r))
			continue
		}
		if used+w > room {
			break
		}
		used += w
		end = i + len(string(r))
	}
	return strings.TrimRight(s[:end], " ") + "…"
}
