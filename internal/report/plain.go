package report

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay/internal/draw"
)

// plain returns s as a name stands among other words: on one line, without the characters that would
// act on its neighbours. Words of a page that are shown as evidence go through evidence instead.
func plain(s string) string { return draw.OneLine(s) }

// evidence returns words of a page as they stand there, except that control characters which HTML
// cannot carry become U+FFFD.
func evidence(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return utf8.RuneError
		}
		return r
	}, s)
}

// short returns s on one line, cut before a space where it is longer than n code points.
func short(s string, n int) string {
	s = plain(s)
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	runes := []rune(s)[:n]
	cut := string(runes)
	if i := strings.LastIndexByte(cut, ' '); i > len(cut)/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:–—-") + "…"
}

// An address is a URL as it stands in a report. Href is empty where following it could do anything
// but open a web page; then it is printed as text.
type address struct{ Text, Href string }

func newAddress(s string) address {
	a := address{Text: plain(s)}
	if u, err := url.Parse(s); err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" {
		a.Href = u.String()
	}
	return a
}

// A tongue is how a block of text is marked: its language and its writing direction.
type tongue struct{ Lang, Dir string }

// newTongue returns the tongue for an ISO 639 code; an unknown language lets the browser find the
// direction from the first letter.
func newTongue(code string) tongue {
	primary, _, _ := strings.Cut(strings.ToLower(code), "-")
	if len(primary) < 2 || len(primary) > 3 || primary == "und" || strings.Trim(primary, "abcdefghijklmnopqrstuvwxyz") != "" {
		return tongue{Dir: "auto"}
	}
	switch primary {
	case "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "ps", "sd", "syr", "ug", "ur", "yi":
		return tongue{Lang: primary, Dir: "rtl"}
	}
	return tongue{Lang: primary, Dir: "ltr"}
}

// languages names the languages that collections hold most often; others are shown by their code.
var languages = map[string]string{
	"ar": "Arabic", "bg": "Bulgarian", "bn": "Bengali", "ca": "Catalan", "ckb": "Central Kurdish", "cs": "Czech", "da": "Danish",
	"de": "German", "el": "Greek", "en": "English", "es": "Spanish", "et": "Estonian", "fa": "Persian", "fi": "Finnish",
	"fr": "French", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian", "it": "Italian",
	"ja": "Japanese", "ko": "Korean", "ku": "Kurdish", "lt": "Lithuanian", "lv": "Latvian", "ms": "Malay", "nb": "Norwegian",
	"nl": "Dutch", "no": "Norwegian", "pl": "Polish", "ps": "Pashto", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian",
	"sk": "Slovak", "sl": "Slovenian", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil",
	"th": "Thai", "tl": "Tagalog", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese", "zu": "Zulu",
}

func languageName(code string) string {
	if name := languages[code]; name != "" {
		return name
	}
	if code == "" || code == "und" {
		return "unknown language"
	}
	return plain(code)
}
