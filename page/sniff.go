package page

import (
	"bytes"
	"path"
	"strings"
)

// A kind is what a file is taken for.
type kind int

const (
	kindText kind = iota
	kindHTML
	kindMHTML
	kindWARC
	kindJSONLines
	kindJSON // one value, or several with white space between them
	kindTable
	kindOther // not readable; the verdict says what it looks like
	kindEmpty
)

// A verdict is what sniff found.
type verdict struct {
	kind   kind
	layout layout // of a table
	looks  string // of what is not a page, in words
}

// sniff decides what a file is by its first bytes. The name counts only where the bytes allow several
// answers. names tells the header of a table from any other line.
func sniff(head []byte, name string, names fieldNames) verdict {
	if len(head) == 0 {
		return verdict{kind: kindEmpty}
	}
	if looks := magic(head); looks != "" {
		return verdict{kind: kindOther, looks: looks}
	}
	if warcVersion(bytes.TrimLeft(head, "\r\n")) { // its records may hold pictures
		return verdict{kind: kindWARC}
	}
	words, ok := plain(head)
	words = bytes.TrimLeft(words, " \t\r\n\f")
	extension := extensionOf(name)
	switch {
	case !ok:
		return verdict{kind: kindOther, looks: "data that no text holds (zero or control bytes)"}
	case len(words) == 0:
		return verdict{kind: kindEmpty}
	case looksLikeMHTML(words):
		return verdict{kind: kindMHTML}
	case looksLikeHTML(words, extension):
		return verdict{kind: kindHTML}
	}
	if looks := looksLikeXML(words); looks != "" {
		return verdict{kind: kindOther, looks: looks}
	}
	if k, ok := looksLikeJSON(words, extension); ok {
		return verdict{kind: k}
	}
	if l, ok := looksLikeTable(words, extension, names); ok {
		return verdict{kind: kindTable, layout: l}
	}
	if looks := furniture[extension]; looks != "" {
		return verdict{kind: kindOther, looks: looks}
	}
	return verdict{kind: kindText}
}

// extensionOf returns the end of a file's name in lower case with its dot, without that of a compression.
func extensionOf(name string) string {
	name = strings.ToLower(name)
	return path.Ext(strings.TrimSuffix(strings.TrimSuffix(name, ".gz"), ".zst"))
}

// furniture are files of a website that are written in letters and yet are not pages.
var furniture = map[string]string{
	".css": "a style sheet", ".js": "a script", ".mjs": "a script", ".map": "a script's source map",
}

// plain returns the head in UTF-8 if it was UTF-16, without a byte order mark, and whether it is text:
// bytes without zeros and with hardly any control characters.
func plain(head []byte) ([]byte, bool) {
	if order := utf16Order(head); order != "" {
		body, _ := decode(head, order)
		head = []byte(body)
	} else {
		head = bytes.TrimPrefix(head, utf8Mark)
	}
	control := 0
	for _, c := range head {
		if c == 0 {
			return nil, false
		}
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1b {
			control++
		}
	}
	return head, control*50 <= len(head)
}

func warcVersion(line []byte) bool {
	return bytes.HasPrefix(line, []byte("WARC/1.")) || bytes.HasPrefix(line, []byte("WARC/0."))
}

// pageTags are elements that only web pages have.
var pageTags = [][]byte{
	[]byte("<!doctype html"), []byte("<html"), []byte("<head>"), []byte("<head "), []byte("<body"),
}

// usualTags are elements that a piece of a web page has many of.
var usualTags = map[string]bool{
	"p": true, "div": true, "a": true, "span": true, "br": true, "meta": true, "script": true, "title": true,
	"h1": true, "h2": true, "h3": true, "article": true, "section": true, "ul": true, "li": true, "table": true,
	"tr": true, "td": true, "img": true, "link": true, "b": true, "strong": true, "em": true, "i": true,
	"blockquote": true, "figure": true, "header": true, "main": true, "nav": true, "time": true,
}

// looksLikeHTML reports whether a page begins like a web page, or has so many of its tags that it is
// a piece of one. A name that says HTML needs one tag only.
func looksLikeHTML(words []byte, extension string) bool {
	if words[0] == '{' || words[0] == '[' {
		return false
	}
	start := bytes.ToLower(words[:min(len(words), 4096)])
	begins := bytes.HasPrefix(start, []byte("<"))
	for _, tag := range pageTags {
		if at := bytes.Index(start, tag); at >= 0 && begins {
			return true
		}
	}
	tags := countTags(words)
	switch extension {
	case ".html", ".htm", ".xhtml", ".shtml":
		return tags > 0
	}
	return tags >= 3 && tags*400 >= len(words)
}

// countTags counts the opening tags in the text that usualTags names.
func countTags(words []byte) int {
	tags := 0
	for {
		at := bytes.IndexByte(words, '<')
		if at < 0 {
			return tags
		}
		words = words[at+1:]
		end := 0
		for end < len(words) && end < 12 && (words[end]|0x20 >= 'a' && words[end]|0x20 <= 'z' || words[end] >= '0' && words[end] <= '9') {
			end++
		}
		closes := end < len(words) && strings.IndexByte(" >/\t\r\n", words[end]) >= 0
		if closes && usualTags[strings.ToLower(string(words[:end]))] {
			tags++
		}
	}
}

// looksLikeXML says what XML that is not a web page looks like, or nothing.
func looksLikeXML(words []byte) string {
	declared := bytes.HasPrefix(words, []byte("<?xml"))
	for _, root := range []struct{ tag, looks string }{
		{"<rss", "an RSS feed"}, {"<feed", "an Atom feed"}, {"<rdf:RDF", "an RDF feed"},
		{"<urlset", "a sitemap"}, {"<sitemapindex", "a sitemap"}, {"<svg", "an SVG picture"},
		{"<plist", "a property list"},
	} {
		at := bytes.Index(words[:min(len(words), 2048)], []byte(root.tag))
		if at == 0 || at > 0 && declared {
			return root.looks
		}
	}
	if declared {
		return "XML that is not a web page"
	}
	return ""
}

// looksLikeJSON tells JSON lines from one JSON value. A text may begin with a bracket too, so that an
// array counts only if an object follows.
func looksLikeJSON(words []byte, extension string) (kind, bool) {
	rest := bytes.TrimLeft(words[1:], " \t\r\n")
	switch {
	case words[0] == '[':
		named := extension == ".json"
		return kindJSON, named || len(rest) > 0 && rest[0] == '{' || bytes.Equal(rest, []byte("]"))
	case words[0] != '{' || len(rest) == 0 || rest[0] != '"' && rest[0] != '}':
		named := extension == ".jsonl" || extension == ".ndjson"
		return kindJSONLines, named
	case extension == ".jsonl" || extension == ".ndjson":
		return kindJSONLines, true
	}
	line, next, found := bytes.Cut(words, []byte("\n"))
	if !found {
		return kindJSONLines, true // a single line; if it is too long, it is read as one value
	}
	line = bytes.TrimRight(line, " \t\r")
	if bytes.IndexByte([]byte("{[,:"), line[len(line)-1]) >= 0 || bytes.HasPrefix(bytes.TrimLeft(next, " \t"), []byte(",")) {
		return kindJSON, true
	}
	return kindJSONLines, true
}
