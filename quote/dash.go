package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay/text"
)

// dashSpeech finds speech that a dash opens, as Spanish and Russian print it: —Nos quedamos —dijo. The speech ends before the dash that a
// small letter follows, or with the paragraph if no quotation mark stands in it.
func dashSpeech(s string, p text.Span) (quotation, bool) {
	r, size := utf8.DecodeRuneInString(s[p.Start:p.End])
	if r != '—' && r != '―' && r != '–' {
		return quotation{}, false
	}
	from := p.Start + size
	for from < p.End && s[from] == ' ' {
		from++
	}
	if first := runeAt(s, from, p.End); !unicode.IsUpper(first) && first != '¿' && first != '¡' && first != '…' {
		return quotation{}, false
	}
	rest := s[from:p.End]
	end := len(rest)
	for at := 0; at < len(rest); {
		i := strings.IndexRune(rest[at:], r)
		if i < 0 {
			break
		}
		i += at
		behind := strings.TrimLeft(rest[i+size:], " ")
		if next, _ := utf8.DecodeRuneInString(behind); i > 0 && blank(rune(rest[i-1])) && unicode.IsLower(next) {
			end = i
			break
		}
		at = i + size
	}
	if end == len(rest) && strings.ContainsAny(rest, "\"«“") {
		return quotation{}, false
	}
	inner := text.Span{Start: from, End: from + len(strings.TrimRight(rest[:end], " ,"))}
	return quotation{Span: text.Span{Start: p.Start, End: inner.End}, Inner: inner, Level: 1, Parent: -1, Closed: ByMark}, true
}
