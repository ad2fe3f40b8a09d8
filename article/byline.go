package article

import (
	"html"
	"slices"
	"strings"
	"unicode"
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
	markLink   = "link to an author"
)

// chooseByline takes the names of the best place that gives any: JSON-LD, the meta tags, microdata
// and author links, elements called byline, and last a line “By …” under the headline. It prefers
// silence: what does not look like the name of a person or a house is left out, and strictly so in
// the places that are only called bylines. The outlet itself is taken only if no other name is given,
// and only from the places made for machines.
func (h *head) chooseByline(ld *linkedData, outlet string) []string {
	machine := cleanNames(ld.authors, "", false)
	if len(machine) == 0 {
		machine = cleanNames(h.metaAuthors(), "", false)
	}
	places := []struct {
		names  []string
		strict bool
	}{
		{ld.authors, false}, {h.metaAuthors(), false}, {h.markedAuthors(markAuthor), false}, {h.markedAuthors(markRel), true},
		{h.markedAuthors(markClass), true}, {h.bylineLine(), true}, {h.markedAuthors(markLink), true},
	}
	if len(machine) > 0 { // where the system signs as the house, the text may say more
		places = append(places, struct {
			names  []string
			strict bool
		}{h.nameBeforeText(), true})
	}
	var own []string
	for _, place := range places {
		names := cleanNames(place.names, outlet, place.strict)
		if len(own) == 0 {
			own = slices.Clone(names)
		}
		if names = slices.DeleteFunc(names, func(name string) bool { return h.ownSite(ld, name) }); len(names) > 0 {
			return names
		}
	}
	if len(own) == 0 {
		own = machine
	}
	return slices.DeleteFunc(own, func(name string) bool { return !ld.news && !personNames(name) && !h.printed(name) })
}

// printed reports whether a name is printed near the headline, in a line of its own or behind “By”. On
// a page that does not call itself news, the name of its site given as the author is what the system
// fills in: it is a byline only if readers see one.
func (h *head) printed(name string) bool {
	start := max(0, h.headline())
	for i := max(0, start-blocksBefore); i < min(start+blocksAfter, len(h.blocks)); i++ {
		rest, by := cutBy(h.blocks[i].text)
		if titleKey(rest) == titleKey(name) || by && strings.HasPrefix(rest, name) {
			return true
		}
	}
	return false
}

// ownSite reports whether a name is that of the site itself, which no page needs to print: that of the
// publisher, or that under which the domain is registered (“LTO” on lto.example). An agency that signs
// on its own site stays.
func (h *head) ownSite(ld *linkedData, name string) bool {
	if agencyNamed(name) != nil {
		return false
	}
	if titleKey(name) == titleKey(ld.publisher) {
		return true
	}
	for _, address := range [...]string{h.links["canonical"], h.meta("og:url")} {
		domain := domainOf(address)
		label, _, _ := strings.Cut(domain, ".")
		if domain != "" && (strings.EqualFold(name, domain) || tight(name) == strings.ReplaceAll(label, "-", "")) {
			return true
		}
	}
	return false
}

// nameBeforeText takes a line of its own right before the running text that is nothing but the names of
// persons, as papers without bylines in their templates print them.
func (h *head) nameBeforeText() []string {
	start := h.headline()
	if start < 0 {
		return nil
	}
	for i := start + 1; i < min(start+blocksAfter, len(h.blocks)); i++ {
		b := h.blocks[i]
		if b.figure || b.caption || b.aside {
			continue
		}
		if !b.prose {
			continue
		}
		before := h.blocks[i-1]
		if before.figure || before.caption || before.aside || h.isHeading(i-1) || !personNames(before.text) {
			return nil
		}
		return []string{before.text}
	}
	return nil
}

// isHeading reports whether block i is the text of a heading.
func (h *head) isHeading(i int) bool {
	return slices.ContainsFunc(h.headings, func(x heading) bool { return x.block == i || x.text == h.blocks[i].text })
}

// personNames reports whether a line is nothing but names of persons of two or three words, without an
// article in front.
func personNames(s string) bool {
	if len(s) > maxName || strings.ContainsAny(s, ".:!?,0123456789") || strings.HasPrefix(s, "The ") {
		return false
	}
	for _, name := range splitNames(s) {
		n := len(strings.Fields(name))
		if n < 2 || n > 3 || !plausibleName(name) {
			return false
		}
		for w := range strings.FieldsSeq(name) {
			if !unicode.IsUpper(firstRune(w)) {
				return false
			}
		}
	}
	return true
}

var authorTags = words(`author authors article:author article:author_name articleauthor article-author og:author og:article:author parsely-author sailthru.author byl dc.creator dcterms.creator
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
		if kind != markAuthor && !h.nearHeadline(m.at) && !(start < 0 && h.onlyMark(m)) {
			continue
		}
		if kind == markLink && h.otherRole(m) {
			continue
		}
		out = append(out, strings.Split(m.value, "\n")...)
	}
	return out
}

// otherRole reports whether a label stands before a link to a person that makes no author of them:
// “Contact: Jane Doe”.
func (h *head) otherRole(m marked) bool {
	if m.at >= len(h.blocks) {
		return true
	}
	s := h.blocks[m.at].text
	if _, by := cutBy(s); by {
		return false
	}
	i := strings.Index(s, squeeze(m.value))
	return i > 0 && strings.HasSuffix(strings.TrimSpace(s[:i]), ":")
}

// onlyMark reports whether no other element of the page has the same mark: on a page without a headline
// the only byline is that of its article, several are those of a list.
func (h *head) onlyMark(m marked) bool {
	n := 0
	for _, o := range h.authors {
		if o.kind == m.kind && !o.aside {
			n++
		}
	}
	return n == 1
}

// bylineLine finds a line “By Jane Doe” in the blocks around the headline.
func (h *head) bylineLine() []string {
	start := h.headline()
	if start < 0 {
		return h.bylineAbove()
	}
	for i := start; i < min(start+blocksAfter, len(h.blocks)); i++ {
		b := h.blocks[i]
		if b.aside || b.figure || len(b.text) > 160 {
			continue
		}
		if rest, ok := cutBy(b.text); ok {
			return []string{rest}
		}
		if byAlone(b.text) && i+1 < len(h.blocks) && !h.blocks[i+1].aside && len(h.blocks[i+1].text) <= maxName {
			return []string{"by " + h.blocks[i+1].text}
		}
	}
	return nil
}

// bylineAbove finds a line “By Jane Doe” on a page without a headline: it stands above the text, and is
// short.
func (h *head) bylineAbove() []string {
	for i, b := range h.blocks[:min(len(h.blocks), 60)] {
		if b.prose && i > 0 && h.blocks[i-1].prose {
			return nil
		}
		rest, by := cutBy(b.text)
		if by && !b.aside && !b.prose && len(b.text) <= maxName && len(cleanNames([]string{rest}, "", true)) > 0 && unicode.IsUpper(firstRune(rest)) {
			return []string{rest}
		}
	}
	return nil
}

// byAlone reports whether a line is nothing but a word that introduces an author, whose name then
// stands in the next.
func byAlone(s string) bool {
	s = strings.ToLower(strings.TrimRight(s, ": "))
	return s == "by" || s == "author of the article" || s == "words by" || s == "kommentar von" || s == "written by" || s == "author" || s == "von" || s == "par" || s == "por" || s == "autor" || s == "auteur" || s == "автор" || s == "بقلم"
}

// byWords introduce the name of an author. Each is followed by a space or a colon.
var byWords = strings.Split("by|written by|reported by|von|par|por|di|door|av|af|przez|autor|autora|autor/in|autoren|auteur|autore|author|authors|автор|авторы|автори|"+
	"texto|text|tekst|a cura di|redazione di|بقلم|كتب|كتبت|إعداد|کاتب|نویسنده|yazan|haber|kirjoittaja|著者|文|記者|记者|mit|posted by|submitted by|published by|story by|words by|contributor|contributors", "|")

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
