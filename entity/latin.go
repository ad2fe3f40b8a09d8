package entity

import (
	"strings"
	"unicode"
)

type nameScript uint8

const (
	latinScript nameScript = iota
	arabicScript
	cyrillicScript
	greekScript
	hebrewScript
	eastScript
	otherScript
)

// letters are the Latin spellings of the letters of other scripts.
var letters = func() map[rune]string {
	m := map[rune]string{}
	add := func(pairs string) {
		for f := range strings.FieldsSeq(pairs) {
			r := []rune(f)
			m[r[0]] = string(r[1:])
		}
	}
	// Arabic and Persian; ayn and hamza have no sound of their own here.
	add("اa أa إi آa ٱa ىa بb تt ثth جj حh خkh دd ذdh رr زz سs شsh صs ضdh طt ظz ع ء غgh فf قq كk کk لl مm نn هh ةa وw ؤw يy یy ئy پp چch ژzh گg ڤv ۀh ھh")
	// Cyrillic: Russian, Ukrainian, Belarusian, Serbian, Bulgarian.
	add("аa бb вv гg ґg дd еe ёyo єye жzh зz иi іi їyi йy кk лl мm нn оo пp рr сs тt уu ўu фf хkh цts чch шsh щshch ъ ыy ь эe юyu яya ђdj јj љlj њnj ћch џdzh ѕz ѓg ќk")
	add("αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo άa έe ήi ίi όo ύy ώo ϊi")
	add("אa בb גg דd הh וv זz חh טt יy כk ךk לl מm םm נn ןn סs ע פp ףf צts ץts קk רr שsh תt")
	return m
}()

// romanise writes a name in Latin letters and tells its script: the one of its first letter.
func romanise(s string) (string, nameScript) {
	script := latinScript
	for _, r := range s {
		if unicode.IsLetter(r) {
			script = scriptOf(r)
			break
		}
	}
	if script == latinScript {
		return s, script
	}
	if script == arabicScript {
		s = strings.ReplaceAll(s, "عبدال", "عبد ال")
	}
	var b strings.Builder
	for _, r := range s {
		if x, ok := letters[unicode.ToLower(r)]; ok {
			b.WriteString(x)
		} else {
			b.WriteRune(r)
		}
	}
	out := b.String()
	if script == arabicScript {
		out = splitArabicArticles(out)
	}
	return out, script
}

// splitArabicArticles cuts the article off words that were written in Arabic letters.
func splitArabicArticles(s string) string {
	fields := strings.Fields(s)
	for i, f := range fields {
		if rest, ok := strings.CutPrefix(f, "al"); ok && len(rest) >= 3 {
			fields[i] = "al " + rest
		}
	}
	return strings.Join(fields, " ")
}

func scriptOf(r rune) nameScript {
	switch {
	case unicode.Is(unicode.Latin, r):
		return latinScript
	case unicode.Is(unicode.Arabic, r):
		return arabicScript
	case unicode.Is(unicode.Cyrillic, r):
		return cyrillicScript
	case unicode.Is(unicode.Greek, r):
		return greekScript
	case unicode.Is(unicode.Hebrew, r):
		return hebrewScript
	case unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana):
		return eastScript
	}
	return otherScript
}
