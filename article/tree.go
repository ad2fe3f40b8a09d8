package article

import (
	"errors"
	"fmt"
	"strings"

	"golang.org/x/net/html"
)

// What a page may hold for its tree to be searched for the main text. The libraries that do it copy
// the tree and the text below its nodes many times; a page made for it would keep them busy for
// hours. The largest of 989 real pages stay below a third of each bound. A page beyond them
// is read by its lines, as text without mark-up is.
const (
	maxSource   = 8 << 20  // bytes of mark-up
	maxElements = 60_000   // elements
	maxNested   = 40 << 20 // sum over all texts of their length times their depth
	maxSiblings = 20_000   // elements with one parent
	maxShown    = 2 << 20  // bytes of text, scripts not counted
)

// parse returns the tree of a page, or an error that says why it cannot be searched.
func parse(source string) (*html.Node, error) {
	if len(source) > maxSource {
		return nil, fmt.Errorf("the page is larger than %d MB", maxSource>>20)
	}
	root, err := html.Parse(strings.NewReader(source))
	if err != nil {
		return nil, fmt.Errorf("its mark-up is broken (%v)", err)
	}
	return root, nil
}

// A treeSize counts what the bounds above bound.
type treeSize struct{ elements, nested, siblings, shown int }

func (s *treeSize) count(n *html.Node, depth int) {
	children := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		children++
		switch c.Type {
		case html.ElementNode:
			s.elements++
			s.count(c, depth+1)
		case html.TextNode:
			s.shown += len(c.Data)
			s.nested += len(c.Data) * depth
		}
	}
	s.siblings = max(s.siblings, children)
}

func (s *treeSize) check() error {
	switch {
	case s.elements > maxElements:
		return fmt.Errorf("the page has more than %d elements", maxElements)
	case s.siblings > maxSiblings:
		return fmt.Errorf("the page has an element with more than %d parts", maxSiblings)
	case s.nested > maxNested, s.shown > maxShown:
		return errors.New("the page holds too much text")
	}
	return nil
}

// prune removes from a tree what no reader sees and what the extractors would only carry along, and
// makes inline elements plain that they would drop together with the words behind them.
func prune(n *html.Node) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		switch {
		case c.Type == html.CommentNode, c.Type == html.ElementNode && unseen[c.Data]:
			n.RemoveChild(c)
		case c.Type == html.ElementNode:
			if plainInline[c.Data] && c.FirstChild != nil {
				c.Data, c.DataAtom, c.Attr = "span", 0, nil
			}
			prune(c)
		}
		c = next
	}
}

// unseen holds the elements without running text. The extractors would drop them too, after having
// copied them a few times.
var unseen = map[string]bool{
	"script": true, "style": true, "svg": true, "template": true, "noscript": true, "iframe": true, "link": true, "object": true,
	"nav": true, "menu": true, "select": true, "button": true, "input": true, "textarea": true, "video": true, "audio": true, "canvas": true, "map": true,
}

var plainInline = map[string]bool{"time": true, "ins": true, "data": true, "output": true, "label": true}
