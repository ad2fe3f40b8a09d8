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
	found, mayErr := byTellingWords(d.Tokens(), len(s)), !detectable[declared]
	if found == "" {
		found, mayErr = detect(s, declared)
	}
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

// tellingWords are words that stand in nearly every sentence of English or Arabic and hardly ever in
// another language; the last entry holds words of Persian and Urdu, which share their letters and many
// words with Arabic.
var tellingWords = func() map[uint64]string {
	m := map[uint64]string{}
	for code, list := range map[string]string{
		"en": `the of and that with said from which have has were by for his they`,
		"ar": `في وفي من ومن على وعلى إلى عن التي الذي هذا هذه كان كانت ذلك خلال وقال مع`,
		"":   `در به از را که این است برای شده کے کی میں ہے اور سے کو`,
	} {
		for w := range strings.FieldsSeq(list) {
			m[hashOf(w)] = code
		}
	}
	return m
}()

// byTellingWords returns the language whose telling words are at least one in twelve of the tokens of
// the first n bytes of an English text, or one in twenty-five of an Arabic one, if there are enough tokens
// to tell; otherwise it returns nothing. On five public collections it agrees with detect, which costs
// about a hundred times more.
func byTellingWords(tokens []text.Token, n int) string {
	const enough = 40 // tokens
	all, english, arabic, others := 0, 0, 0, 0
	for _, t := range tokens {
		if t.Span().End > n {
			break
		}
		all++
		switch code, ok := tellingWords[t.Hash]; {
		case !ok:
		case code == "en":
			english++
		case code == "ar":
			arabic++
		default:
			others++
		}
	}
	switch {
	case all < enough:
		return ""
	case 12*english >= all && 50*(arabic+others) <= all:
		return "en"
	case 25*arabic >= all && 50*english <= all && 4*others <= arabic:
		return "ar"
	}
	return ""
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
