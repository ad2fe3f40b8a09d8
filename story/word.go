package story

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cespare/xxhash/v2"
)

// termOf returns the term that a folded word counts as: the hash of its stem.
func termOf(folded string) uint64 { return xxhash.Sum64String(stem(folded)) }

// stemRunes is the length in code points that longer stems are cut to.
const stemRunes = 6

// stem cuts the endings that tell forms of a word apart, roughly and without a dictionary: it has
// only to make most forms of a word meet. Numbers are left alone.
func stem(folded string) string {
	first, _ := utf8.DecodeRuneInString(folded)
	switch {
	case unicode.IsDigit(first):
		return folded
	case first >= 0x0600 && first < 0x0700:
		return stemArabic(folded)
	}
	w := folded
	if i := strings.IndexByte(w, '\''); i > 2 {
		w = w[:i]
	}
	if first < 0x0250 {
		w = stemLatin(w)
	}
	return cutRunes(w, stemRunes)
}

// stemLatin cuts plural and verb endings that English and its neighbours share.
func stemLatin(w string) string {
	switch n := len(w); {
	case n > 5 && strings.HasSuffix(w, "ies"):
		return w[:n-3] + "y"
	case n > 5 && strings.HasSuffix(w, "ing"):
		return w[:n-3]
	case n > 4 && (strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "es")):
		return w[:n-2]
	case n > 3 && w[n-1] == 's' && w[n-2] != 's' && w[n-2] != 'u':
		return strings.TrimSuffix(w[:n-1], "e")
	case n > 4 && w[n-1] == 'e':
		return w[:n-1]
	}
	return w
}

var (
	arabicPrefixes = []string{"وال", "بال", "كال", "فال", "لل", "ال"}
	arabicSuffixes = []string{"ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي"}
)

// stemArabic cuts the article, a leading “and” and the commonest endings, much as Larkey's light
// stemmer (light10) does, where at least three letters stay; of a leading waw alone, which may as
// well belong to the word, four.
func stemArabic(w string) string {
	longer := func(part string, least int) bool {
		return utf8.RuneCountInString(w)-utf8.RuneCountInString(part) >= least
	}
	i := slices.IndexFunc(arabicPrefixes, func(p string) bool { return strings.HasPrefix(w, p) && longer(p, 3) })
	if i >= 0 {
		w = w[len(arabicPrefixes[i]):]
	} else if strings.HasPrefix(w, "و") && longer("و", 4) {
		w = w[len("و"):]
	}
	for _, s := range arabicSuffixes {
		if strings.HasSuffix(w, s) && longer(s, 3) {
			w = w[:len(w)-len(s)]
		}
	}
	return w
}

// cutRunes returns the first n runes of w.
func cutRunes(w string, n int) string {
	for i := range w {
		if n == 0 {
			return w[:i]
		}
		n--
	}
	return w
}

// A form is what the shape of a word tells about how common it is.
type form struct {
	number   bool
	caseless bool // of a script without capitals
	runes    uint8
	year     bool // a number that reads as a year
}

func formOf(folded string, number bool) form {
	f := form{number: number, runes: uint8(min(utf8.RuneCountInString(folded), 255))}
	if number {
		f.year = len(folded) == 4 && (folded[:2] == "19" || folded[:2] == "20")
		return f
	}
	r, _ := utf8.DecodeRuneInString(folded)
	f.caseless = unicode.IsLetter(r) && !unicode.IsLower(r) && !unicode.IsUpper(r)
	return f
}

// share estimates in what share of all articles a word of this form stands, where no table knows it:
// numbers of one or two digits and years are common, and so are words of very few letters in
// languages without a table.
func (f form) share() float64 {
	switch {
	case f.number && f.runes == 1:
		return 0.2
	case f.number && (f.runes == 2 || f.year):
		return 0.08
	case f.number && f.runes == 3:
		return 0.01
	case f.number:
		return unlistedShare
	case f.runes <= 2:
		return 0.5
	case f.runes == 3:
		return 0.2
	}
	return unlistedShare
}
