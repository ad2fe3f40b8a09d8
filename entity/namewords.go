package entity

import (
	"strings"
	"unicode"

	"hearsay/text"
)

// nameWords cuts a name into folded words: at white space, hyphens and points; apostrophes vanish.
func nameWords(s string) []string {
	var out []string
	for f := range strings.FieldsFuncSeq(s, betweenWords) {
		var b strings.Builder
		for _, r := range text.FoldWord(f) {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				b.WriteRune(r)
			}
		}
		if b.Len() > 0 {
			out = append(out, b.String())
		}
	}
	return out
}

func betweenWords(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune("-‐‑–—./()[]\"“”«»&;:,·", r)
}

// splitInitials puts spaces between two capitals beside words that are written small: “JC Juncker”.
func splitInitials(s string) string {
	if !strings.ContainsFunc(s, unicode.IsLower) {
		return s
	}
	words := strings.Fields(s)
	for i, w := range words {
		if isInitials(w) {
			words[i] = w[:1] + " " + w[1:]
		}
	}
	return strings.Join(words, " ")
}

// isInitials reports whether a word is two capital consonants: no name is written so.
func isInitials(w string) bool {
	return len(w) == 2 && strings.Trim(w, "BCDFGHJKLMNPQRSTVWXZ") == ""
}

// cutTitles sets titles aside: at the beginning whatever follows, further on only in a name of three words or more.
func (n *Name) cutTitles(words []string) []string {
	if n.body {
		return words
	}
	kept := words[:0:0]
	for i, w := range words {
		if i+1 < len(words) && (honorifics[w] && len(words) > 2 || offices[w] && i == 0) {
			n.titles = append(n.titles, w)
			continue
		}
		kept = append(kept, w)
	}
	return kept
}

var (
	honorifics = setOf("mr mrs ms dr sir sheikh shaikh shaykh sheik haji hajji hajj sayyid sayyed sayed seyyed seyed general gen col colonel president minister prof professor imam mullah maulvi mawlawi mawlana qari ustad ayatollah lord prince king emir")
	offices    = setOf("mr mrs ms dr general colonel president prezident presiden minister professor ayatollah senator chancellor")
)
