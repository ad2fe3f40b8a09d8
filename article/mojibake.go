package article

import "strings"

// mojibake reports whether a text holds UTF-8 that was decoded as a one-byte character set: at least
// three of the pairs that this makes of quotation marks, dashes and accented letters.
func mojibake(s string) bool {
	const least = 3
	n := 0
	for _, mark := range [...]string{"â€", "Ã©", "Ã¨", "Ã¼", "Ã¶", "Ã¤", "Ã¡", "Ã³", "Ã±", "Ã§", "Ø§Ù", "Ð°Ð"} {
		if n += strings.Count(s, mark); n >= least {
			return true
		}
	}
	return false
}
