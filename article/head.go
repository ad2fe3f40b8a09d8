package article

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Bounds on what is looked at: a page may be hostile, and what it says about itself stands early and
// is short.
const (
	maxNodes    = 400_000 // nodes of a page that are visited
	maxText     = 2_000   // bytes of one element's text
	maxInside   = 600     // nodes visited to read one element's text
	maxMetas    = 400
	maxBlocks   = 6_000 // blocks of a page that are kept
	maxHeadings = 60
	maxLD       = 64      // JSON-LD scripts
	maxLDBytes  = 2 << 20 // of one script
)

// A metaTag is a meta element: its name, property or itemprop in lower case, and its content.
type metaTag struct{ name, content string }

// A heading is an h1 or h2 of the page, or a lower one that its attributes name the title of a post.
type heading struct {
	level int
	text  string
	last  string // the last element of a heading of several, “” if it is one piece: the title below a kicker
	block int    // how many blocks come before it
	home  bool   // it is nothing but a link to the front page: the name of the site
	trail bool   // it is the last step of a breadcrumb
}

// A marked element says by its attributes what it is: a date, an author. At is its place among the
// blocks.
type marked struct {
	kind  string // “JSON-LD”-like name of what marks it: “microdata datePublished”, “time element” …
	value string
	attrs string // class, id and other attributes that describe it, lower case
	at    int
	aside bool // it stands in a sidebar, a list of links or a footer
}

// A headBlock is the text of one block-level element without the blocks inside it.
type headBlock struct {
	text    string
	aside   bool // inside nav, aside or footer
	prose   bool // running text
	figure  bool
	caption bool // a class around it speaks of a caption or the credit of a picture
}

// A head is everything on a page that can speak about the page, in the order of the page.
type head struct {
	metas    []metaTag
	title    string // the title element
	lang     string
	links    map[string]string // canonical, amphtml: the first of each
	headings []heading
	scripts  []string // JSON-LD
	dates    []marked
	authors  []marked
	blocks   []headBlock
}

// meta returns the content of the first of the named tags that has one.
func (h *head) meta(names ...string) string {
	for _, name := range names {
		for _, m := range h.metas {
			if m.name == name && m.content != "" {
				return m.content
			}
		}
	}
	return ""
}

// readHead walks the page once.
func readHead(root *html.Node) *head {
	h := &head{links: map[string]string{}}
	w := headWalk{head: h}
	w.walk(root, place{})
	w.endBlock()
	return h
}

// place is what the elements around a node say about it.
type place struct {
	aside, figure, caption bool
	trail                  bool // in a breadcrumb
}

type headWalk struct {
	*head
	nodes   int
	text    strings.Builder // of the block that is being read
	at      place           // where that block stands
	started bool
}

func (w *headWalk) walk(n *html.Node, p place) {
	if w.nodes++; w.nodes > maxNodes {
		return
	}
	switch n.Type {
	case html.TextNode:
		w.addText(n.Data, p)
		return
	case html.ElementNode:
		if !w.element(n, &p) {
			return
		}
		if breaksBlock[n.DataAtom] {
			w.endBlock()
			defer w.endBlock()
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.walk(c, p)
	}
}

func (w *headWalk) addText(s string, p place) {
	if w.text.Len() > maxText {
		return
	}
	if !w.started {
		w.at, w.started = p, true
	}
	w.text.WriteString(s[:min(len(s), maxText)])
}

func (w *headWalk) endBlock() {
	if text := squeeze(w.text.String()); text != "" && len(w.blocks) < maxBlocks {
		w.blocks = append(w.blocks, headBlock{text: text, prose: proseLine(text), aside: w.at.aside, figure: w.at.figure, caption: w.at.caption})
	}
	w.text.Reset()
	w.started = false
}

// element takes what the element itself says and reports whether its children are to be visited.
func (w *headWalk) element(n *html.Node, p *place) bool {
	switch n.DataAtom {
	case atom.Html:
		w.lang = attr(n, "lang")
	case atom.Meta:
		w.metaElement(n)
		return false
	case atom.Link:
		if rel := strings.ToLower(attr(n, "rel")); rel != "" && w.links[rel] == "" && len(w.links) < 50 {
			w.links[rel] = strings.TrimSpace(attr(n, "href"))
		}
		return false
	case atom.Title:
		if w.title == "" {
			w.title = squeeze(innerText(n))
		}
		return false
	case atom.Script:
		if strings.Contains(strings.ToLower(attr(n, "type")), "ld+json") && len(w.scripts) < maxLD {
			w.scripts = append(w.scripts, rawText(n, maxLDBytes))
		}
		return false
	case atom.Style, atom.Noscript, atom.Template, atom.Iframe, atom.Select, atom.Textarea, atom.Button:
		return false
	case atom.Svg:
		return false
	case atom.Nav, atom.Aside:
		p.aside = true
	case atom.Footer:
		// Some systems put byline and date of a post into a footer below its headline.
		p.aside = p.aside || !strings.Contains(describe(n), "meta")
	case atom.Figure, atom.Figcaption, atom.Picture:
		p.figure = true
	}
	attrs := describe(n)
	p.trail = p.trail || breadcrumbClass(n, attrs)
	p.caption = p.caption || captionClass(attrs)
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4:
		w.heading(n, *p)
	}
	w.mark(n, attrs, *p)
	return true
}

func (w *headWalk) metaElement(n *html.Node) {
	content := squeeze(attr(n, "content"))
	if content == "" || len(w.metas) >= maxMetas {
		return
	}
	content = cut(content, maxText)
	for _, key := range [...]string{"name", "property", "itemprop", "http-equiv"} {
		if name := strings.ToLower(strings.TrimSpace(attr(n, key))); name != "" {
			if key == "itemprop" {
				name = "itemprop " + name
			}
			w.metas = append(w.metas, metaTag{name, content})
		}
	}
}

func (w *headWalk) heading(n *html.Node, p place) {
	level := int(n.Data[1] - '0')
	if len(w.headings) >= maxHeadings || p.aside || level > 2 && !titleClass(describe(n)) {
		return
	}
	if text := squeeze(innerText(n)); text != "" {
		w.headings = append(w.headings, heading{level, text, lastPart(n), len(w.blocks), linksHome(n), p.trail})
	}
}

// titleClass reports whether the attributes of a heading call it the title of what the page shows.
func titleClass(attrs string) bool {
	for _, name := range [...]string{"entry-title", "post-title", "article-title", "headline"} {
		if strings.Contains(attrs, name) {
			return true
		}
	}
	return false
}

// lastPart returns the text of the last element of a heading, if words stand before it.
func lastPart(n *html.Node) string {
	for n.FirstChild != nil && n.FirstChild == n.LastChild {
		n = n.FirstChild
	}
	last := n.LastChild
	for last != nil && (last.Type != html.ElementNode || squeeze(innerText(last)) == "") {
		if last.Type == html.TextNode && squeeze(last.Data) != "" {
			return ""
		}
		last = last.PrevSibling
	}
	if last == nil {
		return ""
	}
	for c := range n.ChildNodes() {
		if c == last {
			return ""
		}
		if c.Type == html.TextNode && squeeze(c.Data) != "" || c.Type == html.ElementNode && squeeze(innerText(c)) != "" {
			return squeeze(innerText(last))
		}
	}
	return ""
}

// breadcrumbClass reports whether an element says that it is the way from the front page to this one.
// Elements that hold the whole page may only say that there is one.
func breadcrumbClass(n *html.Node, attrs string) bool {
	switch n.DataAtom {
	case atom.Html, atom.Body, atom.Main, atom.Article:
		return false
	}
	if t := attr(n, "itemtype"); strings.Contains(t, "BreadcrumbList") {
		return true
	}
	for class := range strings.FieldsSeq(attrs) {
		if strings.HasPrefix(class, "breadcrumb") || strings.HasPrefix(class, "bread-crumb") {
			return true
		}
	}
	return false
}

// linksHome reports whether a heading is nothing but a link to the front page of its site.
func linksHome(n *html.Node) bool {
	var link *html.Node
	for d := range n.Descendants() {
		if d.DataAtom == atom.A && link == nil {
			link = d
		}
	}
	if link == nil || squeeze(innerText(link)) != squeeze(innerText(n)) {
		return false
	}
	u, err := url.Parse(strings.TrimSpace(attr(link, "href")))
	return err == nil && strings.Trim(u.Path, "/") == "" && (u.Host != "" || u.Path != "") && u.RawQuery == "" && u.Fragment == ""
}

const maxMarked = 400

// mark keeps elements that their attributes name a date or an author.
func (w *headWalk) mark(n *html.Node, attrs string, p place) {
	if len(n.Attr) == 0 && n.DataAtom != atom.Time {
		return
	}
	prop := strings.ToLower(attr(n, "itemprop"))
	m := marked{attrs: attrs, at: len(w.blocks), aside: p.aside}
	if kind := dateMark(n, prop, attrs); kind != "" && len(w.dates) < maxMarked {
		m.kind = kind
		m.value = firstNonEmpty(attr(n, "datetime"), attr(n, "content"), attr(n, "data-datetime"))
		if m.value == "" {
			m.value = squeeze(innerText(n))
		}
		w.dates = append(w.dates, m)
	}
	if kind := authorMark(n, prop, attrs); kind != "" && len(w.authors) < maxMarked {
		m.kind = kind
		m.value = innerNames(n)
		if m.value == "" {
			m.value = squeeze(attr(n, "content"))
		}
		w.authors = append(w.authors, m)
	}
}

var captionWords = words("caption captions figcaption credit credits photocredit imagecredit photographer bildnachweis bildquelle bildunterschrift")

func captionClass(attrs string) bool {
	for w := range strings.FieldsFuncSeq(attrs, func(r rune) bool { return r < 'a' || r > 'z' }) {
		if captionWords[w] {
			return true
		}
	}
	return false
}

// describe returns the attributes that people use to name an element, in lower case.
func describe(n *html.Node) string {
	var b strings.Builder
	for _, a := range n.Attr {
		switch a.Key {
		case "class", "id", "data-testid", "data-role", "data-qa", "data-component", "aria-label", "rel", "itemprop":
			b.WriteString(strings.ToLower(cut(a.Val, 200)))
			b.WriteByte(' ')
		}
	}
	return b.String()
}
