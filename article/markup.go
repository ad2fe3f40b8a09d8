package article

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// markupBlocks cuts a page into its blocks, in the order of its bytes. It reads the tokens of the
// page and builds no tree, so that it costs time linear in the page and knows where every word
// stands. Scripts, styles, templates, drawings and the text of the head are no blocks. base is what
// the page says its links are relative to, empty if it does not.
func markupBlocks(page string) (blocks []*block, base string) {
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
			if w.skipped == "" && w.hidden == 0 {
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
	return w.blocks, w.base
}

// A markupWalker keeps what is open while the tokens of a page go by.
type markupWalker struct {
	*blockBuilder
	blocks  []*block
	base    string
	skipped string // the element whose content is no text, such as script
	hidden  int    // depth of elements that are not shown
	broken  bool   // whether nothing but white space followed the last line break
	open    []element
}

// An element is an open block element.
type element struct {
	name, role, why string
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
		switch name {
		case "a":
			w.openLink(readAttributes(z, more).href)
		case "base":
			if w.base == "" {
				w.base = readAttributes(z, more).href
			}
		}
	}
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
		if name == "a" {
			w.closeLink()
		}
	}
}

// cut ends the block that is being collected.
func (w *markupWalker) cut() {
	w.broken = false
	b := w.flush()
	if b == nil {
		return
	}
	if k := len(w.open) - 1; k >= 0 {
		b.role, b.why = w.open[k].role, w.open[k].why
	}
	w.blocks = append(w.blocks, b)
}

func (w *markupWalker) push(name string, a attributes) {
	if k := len(w.open) - 1; k >= 0 && (w.open[k].name == "p" || w.open[k].name == name && closesItself[name]) {
		w.open = w.open[:k]
	}
	e := element{name: name}
	if k := len(w.open) - 1; k >= 0 {
		e.role, e.why = w.open[k].role, w.open[k].why
	}
	if role, ok := roles[name]; ok {
		e.role = role
	}
	if why := furnitureOf(name, a); why != "" {
		e.why = why
	}
	if len(w.open) < maxOpen {
		w.open = append(w.open, e)
	}
}

func (w *markupWalker) pop(name string) {
	for k := len(w.open) - 1; k >= max(0, len(w.open)-maxLookBack); k-- {
		if w.open[k].name == name {
			w.open = w.open[:k]
			return
		}
	}
}

// attributes are those attributes of a tag that matter here.
type attributes struct {
	class, id, role, href string
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

// breaking holds the raw elements that part the text beside them.
var breaking = map[string]bool{"iframe": true, "textarea": true, "title": true, "plaintext": true, "xmp": true}

// closesItself holds the elements that end where the next of their kind begins.
var closesItself = map[string]bool{"li": true, "dd": true, "dt": true, "td": true, "th": true, "tr": true, "option": true}

var roles = map[string]string{
	"h1": "heading", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading", "h6": "heading",
	"li": "list", "dd": "list", "dt": "list", "blockquote": "quote",
}
