package article

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A markup is what the tokens of a page say.
type markup struct {
	blocks []*block
	// base is what the page says its links are relative to, empty if it does not.
	base  string
	marks []*mark // in the order in which their elements begin
}

// markupBlocks returns the blocks and the base of a page.
func markupBlocks(page string) (blocks []*block, base string) {
	m := readMarkup(page)
	return m.blocks, m.base
}

// readMarkup cuts a page into its blocks, in the order of its bytes. It reads the tokens of the
// page and builds no tree, so that it costs time linear in the page and knows where every word
// stands. Scripts, styles, templates, drawings and the text of the head are no blocks.
func readMarkup(page string) markup {
	w := &markupWalker{blockBuilder: newBlockBuilder()}
	z := html.NewTokenizer(strings.NewReader(page))
	for at := 0; ; {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		from := at
		at += len(z.Raw())
		switch kind {
		case html.TextToken:
			if w.skipped == "" && w.hidden == 0 && w.unshown == "" {
				w.text(page[from:at], from)
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			name, more := z.TagName()
			w.start(z, atom.String(name), more, kind == html.SelfClosingTagToken, from)
		case html.EndTagToken:
			name, _ := z.TagName()
			w.end(atom.String(name))
		}
	}
	w.cut()
	return w.markup
}

// A markupWalker keeps what is open while the tokens of a page go by.
type markupWalker struct {
	*blockBuilder
	markup
	skipped string // the element whose content is no text, such as script
	hidden  int    // depth of elements that are not shown
	unshown string // the inline element that is not shown and is open, such as a span; empty if none
	nested  int    // how many elements of that name are open inside it
	broken  bool   // whether nothing but white space followed the last line break
	open    []element
}

// An element is an open block element.
type element struct {
	name, role string
	mark       *mark
	cell       *cell
	lead       int // how many levels of elements below it a name for the standfirst reaches
}

// maxOpen is how many open elements are remembered, and maxLookBack how far the end of an element
// looks for its beginning. Real pages stay far below both.
const (
	maxOpen     = 512
	maxLookBack = 64
)

func (w *markupWalker) text(raw string, from int) {
	if w.broken && strings.Trim(raw, " \t\n\r\f") != "" {
		w.broken = false
	}
	w.write(raw, from, true)
}

func (w *markupWalker) start(z *html.Tokenizer, name string, more, closed bool, from int) {
	switch kind := elements[name]; kind {
	case rawElement:
		w.skipped = name
		if breaking[name] && w.hidden == 0 {
			w.cut()
		}
	case hiddenElement:
		if !closed {
			w.hidden++
		}
	case lineBreak:
		if w.broken {
			w.cut()
		}
		w.broken = true
		w.blank(from)
	case blockElement:
		w.hidden = 0 // a block element closes a drawing that was left open
		w.cut()
		w.push(name, readAttributes(z, more))
	case voidBlock:
		w.cut()
	default:
		w.startInline(name, readAttributes(z, more))
	}
}

func (w *markupWalker) startInline(name string, a attributes) {
	switch {
	case name == w.unshown:
		w.nested++
	case w.unshown == "" && spans[name] && (a.hidden || unshown(a.class)):
		w.unshown, w.nested = name, 0
	case name == "base" && w.base == "":
		w.base = a.href
	case isCustom(name) && !w.inParagraph() && furnitureOf(name, a) != "":
		w.cut()
		w.push(name, a)
	}
	if name == "a" {
		w.openLink(a.href)
	}
}

// isCustom reports whether an element is of the page's own making, such as “vt-newsletter”.
func isCustom(name string) bool { return strings.IndexByte(name, '-') > 0 }

func (w *markupWalker) inParagraph() bool {
	k := len(w.open) - 1
	return k >= 0 && w.open[k].name == "p"
}

func (w *markupWalker) end(name string) {
	switch elements[name] {
	case rawElement:
		w.skipped = ""
	case hiddenElement:
		w.hidden = max(0, w.hidden-1)
	case blockElement:
		w.cut()
		w.pop(name)
	default:
		w.endInline(name)
	}
}

func (w *markupWalker) endInline(name string) {
	switch {
	case name == "a":
		w.closeLink()
	case isCustom(name) && w.isOpen(name):
		w.cut()
		w.pop(name)
	}
	if name == w.unshown {
		if w.nested--; w.nested < 0 {
			w.unshown = ""
		}
	}
}

// cut ends the block that is being collected.
func (w *markupWalker) cut() {
	w.broken, w.unshown = false, ""
	b := w.flush()
	if b == nil {
		return
	}
	if k := len(w.open) - 1; k >= 0 {
		b.role, b.mark, b.cell = w.open[k].role, w.open[k].mark, w.open[k].cell
		b.lead = w.open[k].lead > 0
		if b.mark != nil {
			b.why = b.mark.why
		}
	}
	w.blocks = append(w.blocks, b)
}

func (w *markupWalker) push(name string, a attributes) {
	if k := len(w.open) - 1; k >= 0 && (w.open[k].name == "p" || w.open[k].name == name && closesItself[name]) {
		w.open = w.open[:k]
	}
	e := element{name: name}
	if k := len(w.open) - 1; k >= 0 {
		e.role, e.mark, e.cell, e.lead = w.open[k].role, w.open[k].mark, w.open[k].cell, w.open[k].lead-1
	}
	if name == "td" || name == "th" {
		e.cell = &cell{outer: e.cell}
	}
	if namesLead(a.class) {
		e.lead = leadReach
	}
	if role, ok := roles[name]; ok {
		e.role = role
	}
	if why := furnitureOf(name, a); why != "" {
		e.mark = &mark{why: why, outer: e.mark}
		w.marks = append(w.marks, e.mark)
	}
	if len(w.open) < maxOpen {
		w.open = append(w.open, e)
	}
}

func (w *markupWalker) pop(name string) {
	if k := w.find(name); k >= 0 {
		w.open = w.open[:k]
	}
}

func (w *markupWalker) isOpen(name string) bool { return w.find(name) >= 0 }

// find returns the index of the innermost open element of a name, -1 if there is none near.
func (w *markupWalker) find(name string) int {
	for k := len(w.open) - 1; k >= max(0, len(w.open)-maxLookBack); k-- {
		if w.open[k].name == name {
			return k
		}
	}
	return -1
}

// attributes are those attributes of a tag that matter here.
type attributes struct {
	class, id, role, href string
	hidden                bool // by its attributes: no browser shows it
}

// readAttributes reads the attributes of the tag that z stands at; of two with one name the first
// counts.
func readAttributes(z *html.Tokenizer, more bool) (a attributes) {
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		var field *string
		switch string(key) {
		case "class":
			field = &a.class
		case "id":
			field = &a.id
		case "role":
			field = &a.role
		case "href":
			field = &a.href
		case "hidden":
			a.hidden = true
			continue
		case "style":
			a.hidden = a.hidden || undisplayed.Match(value)
			continue
		default:
			continue
		}
		if *field == "" {
			*field = string(value)
		}
	}
	return a
}

// An elementKind says what an element does to the flow of text.
type elementKind uint8

const (
	inlineElement elementKind = iota
	blockElement
	voidBlock     // stands alone and parts the text
	lineBreak     // parts lines; two in a row part blocks
	rawElement    // its content is no mark-up and no text to read
	hiddenElement // its content is not shown
)

var elements = func() map[string]elementKind {
	m := map[string]elementKind{}
	for kind, names := range map[elementKind]string{
		blockElement: "address article aside blockquote body button caption center dd details dialog dir div dl dt " +
			"fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup html legend li main menu nav " +
			"ol optgroup option p pre search section select summary table tbody td tfoot th thead tr ul video audio",
		voidBlock:     "hr input embed frame",
		lineBreak:     "br",
		rawElement:    "script style iframe noembed noframes noscript plaintext textarea title xmp",
		hiddenElement: "svg template",
	} {
		for name := range strings.FieldsSeq(names) {
			m[name] = kind
		}
	}
	return m
}()

// undisplayed matches a style attribute by which an element is not shown.
var undisplayed = regexp.MustCompile(`(?i)(?:^|[;\s])display\s*:\s*none`)

// spans holds the elements inside a paragraph that parts of it are hidden with.
var spans = map[string]bool{"span": true, "a": true, "b": true, "i": true, "em": true, "strong": true, "font": true, "small": true, "label": true}

// breaking holds the raw elements that part the text beside them.
var breaking = map[string]bool{"iframe": true, "textarea": true, "title": true, "plaintext": true, "xmp": true}

// closesItself holds the elements that end where the next of their kind begins.
var closesItself = map[string]bool{"li": true, "dd": true, "dt": true, "td": true, "th": true, "tr": true, "option": true}

var roles = map[string]string{
	"h1": "heading", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading", "h6": "heading",
	"li": "list", "dd": "list", "dt": "list", "blockquote": "quote",
}
