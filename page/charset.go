package page

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/htmlindex"
)

// A charset is a character set by its WHATWG name and the reason for the choice.
type charset struct{ name, by string }

// headSize is how far into a page a declaration of its character set is looked for. Browsers look at
// 1,024 bytes only, but pages put scripts before it.
const headSize = 16 << 10

// findCharset decides in which character set a page is written. declared is what the HTTP header
// says, empty if it says nothing; meta tells whether declarations inside the page count.
//
// The order is: byte order mark; the zero bytes of UTF-16; the HTTP header, if the page decodes by it;
// UTF-8, if the whole page is valid or the few exceptions are plainly damage; the declaration in the
// page, if it decodes; statistics; windows-1252. A header or declaration that names a one-byte
// character set does not count against a page that is valid UTF-8 with characters beyond ASCII: every
// page decodes by such a set, and hardly any text in one is valid UTF-8 by chance. One that names a Western
// set does not count either if the letters are plainly not Western (see settled).
func findCharset(raw []byte, declared string, meta bool) charset {
	switch {
	case bytes.HasPrefix(raw, utf8Mark):
		return charset{"utf-8", "byte order mark"}
	case bytes.HasPrefix(raw, []byte{0xfe, 0xff}):
		return charset{"utf-16be", "byte order mark"}
	case bytes.HasPrefix(raw, []byte{0xff, 0xfe}):
		return charset{"utf-16le", "byte order mark"}
	}
	if order := utf16Order(raw); order != "" {
		return charset{order, "zero bytes"}
	}
	good, bad := countUTF8(raw)
	if name := charsetName(declared); name != "" && decodesBy(raw, name, good, bad) {
		if other := settled(raw, name, meta); other != "" && decodesBy(raw, other, good, bad) {
			return charset{other, "statistics"}
		}
		return charset{name, "HTTP header"}
	}
	written := ""
	if meta {
		written = metaCharset(raw)
	}
	if bad == 0 && !(good == 0 && bytes.IndexByte(raw, 0x1b) >= 0) {
		return charset{"utf-8", "valid UTF-8"}
	}
	if good > 0 && good >= 4*bad {
		return charset{"utf-8", "mostly valid UTF-8"}
	}
	if written != "" && decodesBy(raw, written, good, bad) {
		if other := settled(raw, written, meta); other != "" && decodesBy(raw, other, good, bad) {
			return charset{other, "statistics"}
		}
		return charset{written, "meta"}
	}
	if name := guessCharset(raw, meta); name != "" && decodesBy(raw, name, good, bad) {
		return charset{name, "statistics"}
	}
	if bad == 0 {
		return charset{"utf-8", "valid UTF-8"}
	}
	return charset{"windows-1252", "default"}
}

// charsetName returns the WHATWG name for a label, or nothing if there is none that can be decoded.
func charsetName(label string) string {
	e, err := htmlindex.Get(strings.Trim(strings.TrimSpace(label), `"'`))
	if err != nil {
		return ""
	}
	name, err := htmlindex.Name(e)
	if err != nil || name == "replacement" {
		return ""
	}
	return name
}

// oneByte reports whether a character set has one byte for each character, so that (nearly) every
// page decodes by it.
func oneByte(name string) bool {
	switch name {
	case "utf-8", "utf-16le", "utf-16be", "gbk", "gb18030", "big5", "euc-jp", "iso-2022-jp", "shift_jis", "euc-kr":
		return false
	}
	return true
}

// decodesBy reports whether a page can be in a character set that something names: hardly any byte of
// it is undefined there. good and bad are the counts of countUTF8.
func decodesBy(raw []byte, name string, good, bad int) bool {
	switch {
	case name == "utf-8":
		return good >= bad
	case name == "utf-16le" || name == "utf-16be":
		return false // the zero bytes would have shown it
	case oneByte(name) && good > 0 && bad == 0:
		return false
	}
	body, undefined := decode(raw, name)
	beyond := 0
	for i := range len(body) {
		if c := body[i]; c >= 0xc0 {
			beyond++
		}
	}
	return undefined*50 <= beyond
}

// countUTF8 counts the characters beyond ASCII that are valid in UTF-8, and the stretches of bytes that
// are not. A character that the end of the page cuts off counts as neither if there are others.
func countUTF8(raw []byte) (good, bad int) {
	inBad := false
	for len(raw) > 0 {
		if raw[0] < utf8.RuneSelf {
			raw, inBad = raw[1:], false
			continue
		}
		if !utf8.FullRune(raw) && good > 0 {
			return good, bad
		}
		r, size := utf8.DecodeRune(raw)
		raw = raw[size:]
		if r == utf8.RuneError && size == 1 {
			if !inBad {
				bad++
			}
			inBad = true
			continue
		}
		good, inBad = good+1, false
	}
	return good, bad
}

// utf16Order tells UTF-16 without a byte order mark by its zero bytes: nearly all of them stand on one
// side of the pairs, and what the pairs say is text.
func utf16Order(raw []byte) string {
	switch {
	case bytes.HasPrefix(raw, []byte{0xff, 0xfe}):
		return "utf-16le"
	case bytes.HasPrefix(raw, []byte{0xfe, 0xff}):
		return "utf-16be"
	}
	sample := raw[:min(len(raw), 4096)&^1]
	var zeros [2]int
	for i, c := range sample {
		if c == 0 {
			zeros[i&1]++
		}
	}
	order, side := "utf-16le", 1
	if zeros[0] > zeros[1] {
		order, side = "utf-16be", 0
	}
	most, least := zeros[side], zeros[1-side]
	if most*25 < len(sample) || least*50 > most || most == 0 {
		return ""
	}
	// In an alphabetic script nearly all first bytes are small; else there has to be much ASCII.
	small := 0
	for i := side; i < len(sample); i += 2 {
		if sample[i] <= 0x20 {
			small++
		}
	}
	if most*5 < len(sample) && small*20 < len(sample)*7 {
		return ""
	}
	body, _ := decode(sample, order)
	total, text := 0, 0
	for _, r := range body {
		total++
		if r != utf8.RuneError && (unicode.IsPrint(r) || unicode.IsSpace(r)) {
			text++
		}
	}
	if text*20 < total*19 {
		return ""
	}
	return order
}

var metaPattern = regexp.MustCompile(`(?i)<(?:meta\s[^>]{0,1000}?|\?xml\s[^>]{0,200}?en)(?:charset|coding)\s*=\s*["']?\s*([a-z0-9_.:-]{2,40})`)

// metaCharset returns the character set that a page declares in a meta element or an XML declaration.
func metaCharset(raw []byte) string {
	found := metaPattern.FindSubmatch(raw[:min(len(raw), headSize)])
	if found == nil {
		return ""
	}
	switch name := charsetName(string(found[1])); name {
	case "utf-16le", "utf-16be": // the declaration could be read, so this is not so
		return "utf-8"
	case "x-user-defined":
		return "windows-1252"
	default:
		return name
	}
}

// markLength returns how many bytes of raw are the byte order mark of its character set.
func markLength(raw []byte, name string) int {
	switch {
	case (name == "utf-8" || name == "") && bytes.HasPrefix(raw, utf8Mark):
		return 3
	case name == "utf-16le" && bytes.HasPrefix(raw, []byte{0xff, 0xfe}),
		name == "utf-16be" && bytes.HasPrefix(raw, []byte{0xfe, 0xff}):
		return 2
	}
	return 0
}

// decode returns the text of raw without its byte order mark, and how many characters of it are bytes
// that the character set does not know; those are U+FFFD in the text.
func decode(raw []byte, name string) (body string, undefined int) {
	raw = raw[markLength(raw, name):]
	if name == "utf-8" || name == "" {
		body = validUTF8(raw)
		return body, strings.Count(body, "\uFFFD") - bytes.Count(raw, []byte("\uFFFD"))
	}
	e, err := htmlindex.Get(name)
	if err != nil {
		e, _ = htmlindex.Get("windows-1252")
	}
	decoded, _ := e.NewDecoder().Bytes(raw) // decoders replace, they do not fail
	return string(decoded), bytes.Count(decoded, []byte("\uFFFD"))
}

// validUTF8 returns raw with each byte that is not UTF-8 as U+FFFD.
func validUTF8(raw []byte) string {
	if utf8.Valid(raw) {
		return string(raw)
	}
	return string(appendValid(make([]byte, 0, len(raw)+len(raw)/8), raw))
}

// decodeBody fills Body and what belongs to it from Raw.
func (p *Page) decodeBody(declared string) {
	found := findCharset(p.Raw, declared, p.Format == HTML)
	p.Charset, p.CharsetBy = found.name, found.by
	body, undefined := decode(p.Raw, found.name)
	p.Body = body
	if undefined > 0 {
		p.warn("%s not known in the character set %s and shown as \uFFFD", countOf(undefined, "character is", "characters are"), p.Charset)
	}
	if name := charsetName(declared); declared != "" && name != p.Charset {
		p.warn("the HTTP header says that the character set is %q, but the page is read as %s (%s)", declared, p.Charset, p.CharsetBy)
	}
}

func (p *Page) warn(format string, args ...any) {
	p.Warnings = append(p.Warnings, fmt.Sprintf(format, args...))
}

// countOf returns a number with the noun that goes with it.
func countOf(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
