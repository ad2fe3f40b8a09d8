package article

import (
	"html"
	"strings"
)

// Bounds of a byline: names are short and few.
const (
	maxName    = 80 // bytes; more in scripts of several bytes a letter, see plausibleName
	maxAuthors = 12
	maxWords   = 7
	maxByline  = 300 // bytes of an element that is read as a byline
	markAuthor = "microdata author"
	markRel    = "rel=author"
	markClass  = "byline"
)

// chooseByline takes the names of the best place that gives any: JSON-LD, the meta tags, microdata
// and author links, elements called byline, and last a line “By …” under the headline. It prefers
// silence: what does not look like the name of a person or a house is left out, and strictly so in
// the places that are only called bylines. The outlet itself is taken only if no other name is given,
// and only from the places made for machines.
func (h *head) chooseByline(ld *linkedData, outlet string) []string {
	for _, place := range [...]struct {
		names  []string
		strict bool
	}{
		{ld.authors, false}, {h.metaAuthors(), false}, {h.markedAuthors(markAuthor), false}, {h.markedAuthors(markRel), true},
		{h.markedAuthors(markClass), true}, {h.bylineLine(), true},
	} {
		if names := cleanNames(place.names, outlet, place.strict); len(names) > 0 {
			return names
		}
	}
	if names := cleanNames(ld.authors, "", false); len(names) > 0 {
		return names
	}
	return cleanNames(h.metaAuthors(), "", false)
}

var authorTags = words(`author authors article:author article:author_name og:author og:article:author parsely-author sailthru.author byl dc.creator dcterms.creator
	dc.author citation_author rnews:author cxenseparse:author bt:author vr:author article.author author_name`)

func (h *head) metaAuthors() []string {
	var out []string
	first := ""
	for _, m := range h.metas {
		if !authorTags[m.name] || strings.Contains(m.content, "://") {
			continue
		}
		if first == "" {
			first = m.name
		}
		if m.name == first {
			out = append(out, html.UnescapeString(m.content))
		}
	}
	return out
}

func (h *head) markedAuthors(kind string) []string {
	var out []string
	start := h.headline()
	for _, m := range h.authors {
		if m.kind != kind || m.aside || len(m.value) > maxByline || start >= 0 && m.at < start-blocksBefore {
			continue
		}
		if kind != markAuthor && !h.nearHeadline(m.at) {
			continue
		}
		out = append(out, strings.Split(m.value, "\n")...)
	}
	return out
}

// bylineLine finds a line “By Jane Doe” in the blocks around the headline.
func (h *head) bylineLine() []string {
	start := h.headline()
	if start < 0 {
		return nil
	}
	for i := start; i < min(start+blocksAfter, len(h.blocks)); i++ {
		b := h.blocks[i]
		if b.aside || b.figure || len(b.text) > 160 {
			continue
		}
		if rest, ok := cutBy(b.text); ok {
			return []string{rest}
		}
	}
	return nil
}

// byWords introduce the name of an author. Each is followed by a space or a colon.
var byWords = strings.Split("by|written by|reported by|von|par|por|di|door|av|af|przez|autor|autora|autor/in|autoren|auteur|autore|author|authors|автор|авторы|автори|"+
	"texto|text|tekst|a cura di|redazione di|بقلم|كتب|كتبت|إعداد|کاتب|نویسنده|yazan|haber|kirjoittaja|著者|文|記者|记者|mit|posted by|submitted by|published by|story by|words by", "|")

// cutBy removes “By” in one of many languages from the start of a line and reports whether it stood
// there.
func cutBy(s string) (rest string, ok bool) {
	s = strings.TrimLeft(squeeze(s), "✍—–-•|/ ")
	lower := strings.ToLower(cut(s, 40))
	for _, w := range byWords {
		after, found := strings.CutPrefix(lower, w)
		if !found || after == "" || after[0] != ' ' && after[0] != ':' {
			continue
		}
		if len(lower)-len(after) != len(w) || len(w) > len(s) {
			continue
		}
		return strings.TrimLeft(s[len(w):], ": "), true
	}
	return s, false
}
