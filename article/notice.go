package article

import (
	"strings"

	"golang.org/x/net/html"
)

// maxNotices bounds how many elements that may be notices are looked into; each costs a walk.
const maxNotices = 40

// dropNotices takes the consent notices and windows out of a tree: elements that are called so and hold
// neither a headline nor the frame of an article. They are long, in whole sentences, and often the
// longest text of a page, so that extractors take them for its main text.
func dropNotices(root *html.Node) {
	var notices []*html.Node
	for n := range root.Descendants() {
		if n.Type != html.ElementNode || len(n.Attr) == 0 || n.Data == "body" || n.Data == "html" {
			continue
		}
		if isNoticeElement(n) {
			notices = append(notices, n)
			if len(notices) == maxNotices {
				break
			}
		}
	}
	for _, n := range notices {
		if n.Parent != nil && !framesArticle(n) {
			n.Parent.RemoveChild(n)
		}
	}
}

func isNoticeElement(n *html.Node) bool {
	a := attributes{class: attr(n, "class"), id: attr(n, "id"), role: attr(n, "role")}
	if n.Data == "dialog" || a.role == "dialog" || a.role == "alertdialog" {
		return true
	}
	return furnitureWords(a.class) == isConsent || furnitureWords(a.id) == isConsent
}

func framesArticle(n *html.Node) bool {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && (d.Data == "h1" || d.Data == "article" || d.Data == "main" || strings.Contains(attr(d, "itemprop"), "articleBody")) {
			return true
		}
	}
	return false
}
