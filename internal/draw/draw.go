// Package draw draws the pictures of a report as SVG: the lanes of a lineage, the ribbons between
// two pages, bars.
//
// Each function is pure: same input, same bytes out. The pictures bring no colours and no fonts of
// their own. They use currentColor and carry class names, so that the page around them decides how
// they look in light, in dark and on paper. All text that comes in is escaped; it may be hostile.
package draw

import (
	"html"
	"math"
	"strconv"
	"strings"
	"unicode"
)

// escape makes s safe for text and attribute values. Characters that would act on the text around
// them (controls, line ends, marks that turn the writing direction) become spaces or vanish.
func escape(s string) string { return html.EscapeString(OneLine(s)) }

// OneLine returns s on one line: line ends and control characters become spaces, runs of spaces one,
// and the invisible characters that turn the writing direction are left out.
func OneLine(s string) string {
	var b strings.Builder
	space := false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r) || unicode.IsControl(r) || r == '\u2028' || r == '\u2029':
			space = b.Len() > 0
		case turnsDirection(r) || r == '\uFEFF':
		default:
			if space {
				b.WriteByte(' ')
				space = false
			}
			b.WriteRune(r)
		}
	}
	return b.String()
}

// turnsDirection reports whether r is one of the invisible characters of the bidirectional
// algorithm, whose effect may reach beyond the name that they stand in.
func turnsDirection(r rune) bool {
	return r == '\u061C' || r == '\u200E' || r == '\u200F' || r >= '\u202A' && r <= '\u202E' || r >= '\u2066' && r <= '\u2069'
}

// num writes a coordinate with at most one decimal place, so that files stay small and alike.
func num(f float64) string {
	return strconv.FormatFloat(math.Round(f*10)/10, 'f', -1, 64)
}
