package entity

import "strings"

// numberOf returns the digits of a number in a name: Brigade 44, the First Bank. Roman numerals count in names of bodies only.
func numberOf(w string, body bool) (string, bool) {
	digits := strings.TrimRight(w, "abcdefghijklmnopqrstuvwxyz")
	switch suffix := w[len(digits):]; {
	case digits == "" || strings.Trim(digits, "0123456789") != "":
	case suffix == "" || suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th":
		return digits, true
	}
	if d, ok := numberWords[w]; ok && (body || !romanOnly[w]) {
		return d, true
	}
	return "", false
}

// isTens reports whether a word is 20 to 90, to which a digit may be added: forty-four.
func isTens(t *nameToken) bool {
	return t.number && len(t.word) == 2 && t.word[0] >= '2' && t.word[1] == '0'
}

var romanOnly = setOf("ii iii iv vi vii viii ix xi xii xiii xiv xv xvi xvii xviii xix xx")

var numberWords = func() map[string]string {
	m := map[string]string{}
	for line := range strings.Lines(`1 one first
2 two second ii
3 three third iii
4 four fourth iv
5 five fifth
6 six sixth vi
7 seven seventh vii
8 eight eighth viii
9 nine ninth ix
10 ten tenth
11 eleven eleventh xi
12 twelve twelfth xii
13 xiii
14 xiv
15 xv
16 xvi
17 xvii
18 xviii
19 xix
20 twenty twentieth xx
30 thirty
40 forty fourty
50 fifty
60 sixty
70 seventy
80 eighty
90 ninety
`) {
		words := strings.Fields(line)
		for _, w := range words[1:] {
			m[w] = words[0]
		}
	}
	return m
}()
