package article

import (
	"errors"
	"fmt"
	"net/url"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"github.com/markusmobius/go-htmldate"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// extracts returns what two extractors take for the main text of a tree: the one that the article
// rests on, and a second opinion. Either is nil if its extractor found nothing. The tree is changed.
func extracts(root *html.Node, base *url.URL) (first, second extract, err error) {
	other, err2 := guard(func() (*html.Node, error) {
		p := readability.NewParser()
		p.DisableJSONLD = true
		a, err := p.ParseDocument(root, base)
		return a.Node, err
	})
	second = plain(other)
	fallback := &trafilatura.FallbackCandidates{Readability: other}
	if other == nil {
		fallback.Readability = &html.Node{Type: html.ElementNode, Data: "div"}
	}
	plainHead(root)
	main, err1 := guard(func() (*html.Node, error) {
		r, err := trafilatura.ExtractDocument(root, trafilatura.Options{
			OriginalURL:        base,
			EnableFallback:     true,
			FallbackCandidates: fallback,
			ExcludeComments:    true,
			HtmlDateOverride:   &htmldate.Result{}, // the date is read elsewhere
		})
		if err != nil {
			return nil, err
		}
		return r.ContentNode, nil
	})
	return plain(main), second, errors.Join(err1, err2)
}

// guard runs a library that reads hostile input and turns a panic of it into an error.
func guard(run func() (*html.Node, error)) (n *html.Node, err error) {
	defer func() {
		if r := recover(); r != nil {
			n, err = nil, fmt.Errorf("the extractor gave up: %v", r)
		}
	}()
	return run()
}

// plain returns the paragraphs of a tree that an extractor returned.
func plain(root *html.Node) extract {
	if root == nil {
		return nil
	}
	w := &plainWalker{}
	w.walk(root, "")
	w.cut("")
	return w.out
}

type plainWalker struct {
	words strings.Builder
	out   extract
}

func (w *plainWalker) walk(n *html.Node, role string) {
	switch n.Type {
	case html.TextNode:
		w.words.WriteString(n.Data)
		return
	case html.ElementNode:
	default:
		return
	}
	kind := elements[n.Data]
	if kind == rawElement || kind == hiddenElement {
		return
	}
	if kind == lineBreak {
		w.words.WriteByte(' ')
		return
	}
	inner := role
	if r, ok := roles[n.Data]; ok {
		inner = r
	}
	if kind != inlineElement {
		w.cut(role)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.walk(c, inner)
	}
	if kind != inlineElement {
		w.cut(inner)
	}
}

func (w *plainWalker) cut(role string) {
	s := strings.Join(strings.Fields(w.words.String()), " ")
	w.words.Reset()
	if readable(s) {
		w.out = append(w.out, piece{text: s, role: role, from: -1, to: -1, block: -1})
	}
}

// plainHead gives a tree a head that answers what the extractor would search the page for although
// nobody asks: title, author, categories, tags. That search costs a tenth of the whole.
func plainHead(root *html.Node) {
	for n := range root.Descendants() {
		if n.Type != html.ElementNode || n.Data != "head" {
			continue
		}
		for n.FirstChild != nil {
			n.RemoveChild(n.FirstChild)
		}
		for _, name := range [...]string{"author", "article:tag", "og:title", "og:site_name"} {
			n.AppendChild(&html.Node{Type: html.ElementNode, Data: "meta", DataAtom: atom.Meta, Attr: []html.Attribute{
				{Key: "name", Val: name}, {Key: "property", Val: name}, {Key: "content", Val: "Nobody Known"}}})
		}
		answer := &html.Node{Type: html.ElementNode, Data: "script", DataAtom: atom.Script, Attr: []html.Attribute{{Key: "type", Val: "application/ld+json"}}}
		answer.AppendChild(&html.Node{Type: html.TextNode, Data: `{"@type":"NewsArticle","articleSection":"Nobody Known","keywords":"Nobody Known"}`})
		n.AppendChild(answer)
		return
	}
}
