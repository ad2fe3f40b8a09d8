package article

import (
	"encoding/json"
	"regexp"
	"strings"
)

// linkedData is what the JSON-LD scripts of a page say about its article.
type linkedData struct {
	headline             []string
	published, modified  []string
	created              []string
	authors              []string
	publisher            string
	language, url        string
	sources              []string // sourceOrganization, provider of another house, isBasedOn
	dateline, creditText string
	news                 bool // it calls itself a news article
	broken               bool // a script could not be parsed and was only searched
}

// Depth and number of JSON-LD objects that are followed.
const (
	maxLDDepth   = 12
	maxLDObjects = 2_000
)

// An object of JSON-LD. JSON has no order of keys; keys are asked for by name or sorted.
type ldObject = map[string]any

// readLinkedData reads the scripts. Of several articles in them it takes the one that has the page's
// headings as its headline, else the first.
func readLinkedData(scripts []string, headings []heading) linkedData {
	var all ldObjects
	var out linkedData
	for _, script := range scripts {
		v, ok := parseLD(script)
		if !ok {
			out.searchBroken(script)
			continue
		}
		all.collect(v, 0)
	}
	if o := all.article(headings); o != nil {
		out.read(o, &all)
	}
	if out.publisher == "" {
		out.publisher = all.site()
	}
	return out
}

// parseLD decodes one script. Pages wrap JSON in comments, put raw line feeds into strings and leave
// commas behind; those are mended, nothing else.
func parseLD(script string) (any, bool) {
	s := strings.TrimSpace(script)
	for _, wrap := range [...]string{"<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA[", "\ufeff"} {
		s = strings.TrimSpace(strings.TrimPrefix(s, wrap))
	}
	for _, wrap := range [...]string{"-->", "//]]>", "/*]]>*/", "]]>", ";"} {
		s = strings.TrimSpace(strings.TrimSuffix(s, wrap))
	}
	var v any
	if json.Unmarshal([]byte(s), &v) == nil {
		return v, true
	}
	s = mendLD(s)
	if json.Unmarshal([]byte(s), &v) == nil {
		return v, true
	}
	// Two documents in one script: take the first.
	if json.NewDecoder(strings.NewReader(s)).Decode(&v) == nil {
		return v, true
	}
	return nil, false
}

// mendLD turns control characters into spaces, drops commas before a closing bracket and escapes
// backslashes that escape nothing.
func mendLD(s string) string {
	b := make([]byte, 0, len(s))
	inString := false
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case inString && c == '\\':
			if i+1 < len(s) && strings.IndexByte(`"\/bfnrtu`, s[i+1]) >= 0 {
				b = append(b, c, s[i+1])
				i++
			} else {
				b = append(b, '\\', '\\')
			}
			continue
		case c == '"':
			inString = !inString
		case c < ' ' || c == 0x7f:
			c = ' '
		case !inString && (c == '}' || c == ']'):
			for n := len(b); n > 0 && (b[n-1] == ' ' || b[n-1] == ','); n = len(b) {
				b = b[:n-1]
			}
		}
		b = append(b, c)
	}
	return string(b)
}

func (d *linkedData) read(o ldObject, all *ldObjects) {
	d.headline = nonEmpty(ldText(o["headline"]))
	if name := ldText(o["name"]); strings.Contains(squeeze(name), " ") || uncasedWide(name) { // one word is an id of the system
		d.headline = append(d.headline, nonEmpty(name)...)
	}
	d.news = articleRank(o) == newsRank
	d.published = ldStrings(o["datePublished"])
	d.modified = ldStrings(o["dateModified"])
	d.created = append(ldStrings(o["dateCreated"]), ldStrings(o["uploadDate"])...)
	d.authors = all.names(o["author"], 0)
	if len(d.authors) == 0 {
		d.authors = all.names(o["creator"], 0)
	}
	if names := all.names(o["publisher"], 0); len(names) > 0 {
		d.publisher = names[0]
	}
	d.language = ldText(o["inLanguage"])
	d.url = ldText(o["url"])
	d.sources = all.names(o["sourceOrganization"], 0)
	d.dateline, d.creditText = ldText(o["dateline"]), ldText(o["creditText"])
}

// What is looked for in a script that no mending makes JSON. The bounds keep a match short.
var (
	brokenField = regexp.MustCompile(`"(datePublished|dateModified|headline)"\s{0,9}:\s{0,9}"([^"\\]{4,300})"`)
	brokenName  = regexp.MustCompile(`"(author|publisher)"\s{0,9}:\s{0,9}[\[{\s]{0,9}"@type"\s{0,9}:\s{0,9}"\w{1,40}"\s{0,9},\s{0,9}"name"\s{0,9}:\s{0,9}"([^"\\]{2,100})"`)
)

func (d *linkedData) searchBroken(script string) {
	d.broken = true
	for _, m := range brokenField.FindAllStringSubmatch(script, 20) {
		switch value := squeeze(m[2]); m[1] {
		case "datePublished":
			d.published = append(d.published, value)
		case "dateModified":
			d.modified = append(d.modified, value)
		case "headline":
			d.headline = append(d.headline, value)
		}
	}
	for _, m := range brokenName.FindAllStringSubmatch(script, 20) {
		if name := squeeze(m[2]); m[1] == "author" {
			d.authors = append(d.authors, name)
		} else if d.publisher == "" {
			d.publisher = name
		}
	}
}
