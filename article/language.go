package article

import (
	"strings"

	"github.com/RadhiFadlillah/whatlanggo"

	"hearsay/text"
)

// languageOf tells the language of a body from its script, its words and its letters, and from what the
// page declares.
//
// Strong: the text and the declaration agree. Likely: the text alone, when nothing is declared or when
// enough text contradicts a declaration (one declaration in twelve is wrong, mostly left over from a
// template), or a declaration that names a close neighbour of what the text looks like. Unclear: fewer
// than 100 characters, little text that contradicts the declaration, or a declared language that is
// not among those that can be told.
func languageOf(d *text.Doc, declared string) Language {
	const (
		enough = 100 // characters below which letters tell little
		plenty = 300 // characters from which the text errs less than declarations
	)
	declared = languageCode(declared)
	found := textLanguage(d.String(), d.Tokens()[:min(len(d.Tokens()), sampleTokens)])
	s := cutText(d.String(), sampleBytes)
	n := runeCount(s)
	switch {
	case found == "" && declared == "":
		return Language{"und", Unclear}
	case found == "":
		return Language{declared, Unclear}
	case found == declared && n >= enough:
		return Language{found, Strong}
	case near(found, declared) && n >= enough:
		return Language{declared, Likely}
	case declared != "" && (n < plenty || !tellable(declared, s)):
		return Language{declared, Unclear}
	case n >= plenty:
		return Language{found, Likely}
	case n >= enough:
		return Language{found, Unclear}
	}
	return Language{"und", Unclear}
}

// How much of a text is looked at; more changes next to nothing.
const (
	sampleBytes   = 2_000  // for the letters' statistics
	sampleLetters = 20_000 // bytes, for the script
	sampleTokens  = 4_000
)

func cutText(s string, most int) string {
	if len(s) > most {
		s = strings.ToValidUTF8(s[:most], "")
	}
	return s
}

// textLanguage returns the language that a text speaks for, nothing if it does not: that of its
// script if news in this script is written in one language, else that of its commonest words, else that
// of its letters.
func textLanguage(s string, tokens []text.Token) string {
	main, language, _ := mainScript(cutText(s, sampleLetters))
	if language != "" || main == "" {
		return language
	}
	var v wordVote
	v.add(tokens)
	if language, _ = v.winner(); language != "" {
		return language
	}
	language, reliable := detect(cutText(s, sampleBytes))
	language = v.nearest(language)
	if known := indexOfLanguage(language); known >= 0 && 2*v.hits[known] >= v.most() || reliable {
		return language
	}
	return ""
}

// detect returns the ISO 639-1 code of the language that the letters of s speak for, empty if none,
// and whether that is reliable as the detector reckons. It costs about half a millisecond.
func detect(s string) (code string, reliable bool) {
	info := whatlanggo.Detect(s)
	if info.Lang < 0 {
		return "", false
	}
	return macro(info.Lang.Iso6391()), info.IsReliable()
}

// leastForeign is the number of characters from which a paragraph can be told to be in another language
// than the article.
const leastForeign = 150

// markForeign names the language of the paragraphs that are surely in another one than the article: by
// a script of one language, or by their commonest words, which their letters must confirm unless the
// words are clear. Neighbours such as Danish and Norwegian are not told apart in a paragraph.
func (a *Article) markForeign() {
	if a.Language.Grade == Unclear && a.Language.Code != "und" {
		return // the article may be in a language that cannot be told
	}
	tokens := a.Doc.Tokens()
	for i := range a.Paragraphs {
		q := &a.Paragraphs[i]
		n := 0
		for n < len(tokens) && tokens[n].Span().Start < q.Span.End {
			n++
		}
		mine := tokens[:n]
		tokens = tokens[n:]
		if s := a.Doc.Text(q.Span); runeCount(s) >= leastForeign {
			if code := sureLanguage(s, mine); code != a.Language.Code && !near(code, a.Language.Code) {
				q.Language = code
			}
		}
	}
}

// sureLanguage returns the language of a paragraph, nothing if it is not sure.
func sureLanguage(s string, tokens []text.Token) string {
	s = cutText(s, sampleBytes)
	_, language, pure := mainScript(s)
	if !pure || language != "" {
		return language
	}
	var v wordVote
	v.add(tokens)
	language, sure := v.winner()
	if language == "" || sure || !detectable[language] {
		return language
	}
	if code, _ := detect(s); code != language {
		return ""
	}
	return language
}

// tellable reports whether the text of s could have been told to be in a language: one that is known
// here, or one of another script.
func tellable(code, s string) bool {
	if detectable[code] || indexOfLanguage(code) >= 0 {
		return true
	}
	main, language, _ := mainScript(s)
	wide := main == latinScript || main == cyrillicScript || main == arabicScript || main == devanagariScript
	return !wide && language != code
}

// detectable holds the codes that detect can return.
var detectable = func() map[string]bool {
	m := map[string]bool{}
	for lang := range whatlanggo.Langs {
		m[macro(lang.Iso6391())] = true
	}
	return m
}()

// neighbours groups languages that a text of some lines does not tell apart well.
var neighbours = map[string]string{
	"hr": "sh", "sr": "sh", "bs": "sh", "sh": "sh", "me": "sh", "no": "scand", "da": "scand", "id": "ms", "ms": "ms", "jv": "ms", "zu": "nguni", "xh": "nguni",
	"cs": "cs", "sk": "cs", "gl": "gl", "pt": "gl", "bg": "bg", "mk": "bg", "hi": "hi", "mr": "hi", "ne": "hi", "tr": "tr", "az": "tr",
	"am": "am", "ti": "am", "bn": "bn", "as": "bn",
}

func near(a, b string) bool { return a != b && neighbours[a] != "" && neighbours[a] == neighbours[b] }

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
