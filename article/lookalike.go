package article

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed lookalikes.txt
var lookAlikeFile string

// shapes maps each letter of lookalikes.txt to the first letter of its line.
var shapes = func() map[rune]rune {
	m := map[rune]rune{}
	for line := range strings.Lines(lookAlikeFile) {
		first, others, ok := strings.Cut(strings.TrimSpace(line), " ")
		if !ok || first == "#" {
			continue
		}
		shape, _ := utf8.DecodeRuneInString(first)
		m[shape] = shape
		for _, r := range others {
			m[r] = shape
		}
	}
	return m
}()

// lettersOf groups letters as a word has them: those of one script, or those that stand for letters of
// ASCII in another form.
type lettersOf int

const (
	noLetters lettersOf = iota
	latinLetters
	cyrillicLetters
	greekLetters
	wideLetters // full-width
	mathLetters // bold, italic, script … of mathematics
	otherLetters
)

func lettersOfRune(r rune) lettersOf {
	switch {
	case r < utf8.RuneSelf:
		if 'a' <= r|0x20 && r|0x20 <= 'z' {
			return latinLetters
		}
		return noLetters
	case r >= 0xff21 && r <= 0xff5a:
		return wideLetters
	case r >= 0x1d400 && r <= 0x1d7ff:
		return mathLetters
	case r == 0x0251 || r == 0x0261: // phonetic a and g, which stand for the common letters
		return otherLetters
	case unicode.Is(unicode.Latin, r):
		return latinLetters
	case unicode.Is(unicode.Cyrillic, r):
		return cyrillicLetters
	case unicode.Is(unicode.Greek, r):
		return greekLetters
	case unicode.IsLetter(r):
		return otherLetters
	}
	return noLetters
}

// strangers returns the letters of a word that look like letters of the script in which the rest of it
// is written, each once. A word of two letters says nothing, and neither does one in which a letter
// of the second script looks like no letter of the first: that is a name with an ending (“SMSка”) or a
// formula (“Δt”). Full-width and mathematical letters are strangers wherever they stand; wide says
// that the text around writes full-width letters itself.
func strangers(word string, wide bool) []rune {
	const least = 3
	var counts [otherLetters + 1]int
	letters := 0
	for _, r := range word {
		if k := lettersOfRune(r); k != noLetters {
			counts[k]++
			letters++
		}
	}
	if counts[wideLetters] > 0 && !wide || counts[mathLetters] > 0 {
		if letters < least || counts[otherLetters] > 0 {
			return nil
		}
		return runesOf(word, func(k lettersOf) bool { return k == mathLetters || k == wideLetters && !wide })
	}
	home := latinLetters
	for k := latinLetters; k <= greekLetters; k++ {
		if counts[k] > counts[home] {
			home = k
		}
	}
	if letters < least || counts[home] == letters || counts[home] == 0 || counts[wideLetters] > 0 {
		return nil
	}
	for _, r := range word {
		if k := lettersOfRune(r); k != noLetters && k != home && !looksLike(r, home) {
			return nil
		}
	}
	return runesOf(word, func(k lettersOf) bool { return k != noLetters && k != home })
}

// looksLike reports whether r looks like a letter of the script home.
func looksLike(r rune, home lettersOf) bool {
	shape, ok := shapes[r]
	if !ok || home == latinLetters {
		return ok
	}
	return lookers[home][shape]
}

// lookers holds, by script, the shapes that letters of it have which are written every day; Ѕ is a
// letter of Macedonian only, so that a Latin S in a Russian word looks like none of its letters.
var lookers = map[lettersOf]map[rune]bool{
	cyrillicLetters: shapeSet("АВЕКМНОРСТХІЈаеорсухіј"),
	greekLetters:    shapeSet("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαοιν"),
}

func shapeSet(letters string) map[rune]bool {
	m := map[rune]bool{}
	for _, r := range letters {
		m[shapes[r]] = true
	}
	return m
}

func runesOf(word string, takes func(lettersOf) bool) []rune {
	var out []rune
	for _, r := range word {
		if takes(lettersOfRune(r)) && !strings.ContainsRune(string(out), r) {
			out = append(out, r)
		}
	}
	return out
}
