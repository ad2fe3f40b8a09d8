package article

import (
	"strings"
	"unicode"

	"github.com/RadhiFadlillah/whatlanggo"

	"hearsay/text"
)

// languageOf tells the language of a body from its letters and from what the page declares.
//
// Strong: both agree. Likely: the letters alone, when nothing is declared or when enough text
// contradicts a declaration (one declaration in twelve is wrong, mostly left over from a template).
// Unclear: fewer than 100 characters, little text that contradicts the declaration, or a declared
// language that the detector does not know.
func languageOf(d *text.Doc, declared string) Language {
	const (
		enough = 100  // characters below which letters tell little
		plenty = 300  // characters from which the detector errs less than declarations
		sample = 2000 // bytes; more text changes next to nothing
	)
	s := d.String()
	if len(s) > sample {
		s = strings.ToValidUTF8(s[:sample], "")
	}
	declared = languageCode(declared)
	found, mayErr := detect(s, declared)
	n := runeCount(s)
	switch {
	case found == "" && declared == "":
		return Language{"und", Unclear}
	case found == "":
		return Language{declared, Unclear}
	case found == declared && n >= enough:
		return Language{found, Strong}
	case declared != "" && (n < plenty || mayErr):
		return Language{declared, Unclear}
	case n >= plenty:
		return Language{found, Likely}
	case n >= enough:
		return Language{found, Unclear}
	}
	return Language{"und", Unclear}
}

// detect returns the ISO 639-1 code of the language that the letters of s speak for, empty if none,
// and whether the detector could have taken the declared language for it: one that it does not know
// and that shares its script, or a close neighbour.
func detect(s, declared string) (code string, mayErr bool) {
	info := whatlanggo.Detect(s)
	if info.Lang < 0 {
		return "", false
	}
	code = macro(info.Lang.Iso6391())
	wide := info.Script == unicode.Latin || info.Script == unicode.Cyrillic || info.Script == unicode.Arabic
	return code, wide && !detectable[declared] || neighbours[declared] != "" && neighbours[declared] == neighbours[code]
}

// detectable holds the codes that detect can return.
var detectable = func() map[string]bool {
	m := map[string]bool{}
	for lang := range whatlanggo.Langs {
		m[macro(lang.Iso6391())] = true
	}
	return m
}()

// neighbours groups languages that letters alone do not tell apart well.
var neighbours = map[string]string{
	"hr": "sh", "sr": "sh", "bs": "sh", "sh": "sh", "no": "scand", "da": "scand", "id": "ms", "ms": "ms", "jv": "ms",
}

// languageCode returns the ISO 639-1 code of a language tag such as “en-GB” or “pt_BR”, empty if it
// is none.
func languageCode(tag string) string {
	code, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(strings.TrimSpace(tag)), "_", "-"), "-")
	if len(code) == 3 {
		code = threeLetters[code]
	}
	if len(code) != 2 || !isLetter(code[0]) || !isLetter(code[1]) {
		return ""
	}
	return macro(code)
}

// macro gives the codes of one written language one form.
func macro(code string) string {
	switch code {
	case "nb", "nn":
		return "no"
	case "iw":
		return "he"
	case "in":
		return "id"
	case "ji":
		return "yi"
	}
	return code
}

// threeLetters holds the ISO 639-2 and 639-3 codes that pages declare at times.
var threeLetters = map[string]string{
	"eng": "en", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "spa": "es", "por": "pt", "ita": "it", "ara": "ar",
	"fas": "fa", "per": "fa", "rus": "ru", "ukr": "uk", "tur": "tr", "heb": "he", "zho": "zh", "chi": "zh", "jpn": "ja",
	"nld": "nl", "dut": "nl", "pol": "pl",
}
