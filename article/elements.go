package article

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// innerText returns the text below n, up to maxText bytes, with a space between elements that are
// blocks.
func innerText(n *html.Node) string { return innerJoin(n, " ") }

// innerNames returns the text below n with a line feed between blocks and between links, so that
// names side by side stay apart.
func innerNames(n *html.Node) string {
	return strings.Trim(innerJoin(n, "\n"), "\n ")
}

func innerJoin(n *html.Node, sep string) string {
	var b strings.Builder
	nodes := 0
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if nodes++; nodes > maxInside || b.Len() > maxText {
			return
		}
		switch {
		case n.Type == html.TextNode:
			b.WriteString(cut(n.Data, maxText))
			return
		case n.Type != html.ElementNode || unseenElement[n.DataAtom]:
			return
		}
		apart := breaksBlock[n.DataAtom] || sep == "\n" && n.DataAtom == atom.A
		if apart {
			b.WriteString(sep)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
		if apart {
			b.WriteString(sep)
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		walk(c)
	}
	return b.String()
}

// rawText returns the text children of a script, or nothing if they are longer than limit.
func rawText(n *html.Node, limit int) string {
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.TextNode || b.Len()+len(c.Data) > limit {
			continue
		}
		b.WriteString(c.Data)
	}
	return b.String()
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func firstNonEmpty(list ...string) string {
	for _, s := range list {
		if strings.TrimSpace(s) != "" {
			return s
		}
	}
	return ""
}

// absolute resolves a link of the page; it returns nothing for what is not a web address.
func absolute(base, link string) string {
	link = strings.TrimSpace(link)
	if link == "" || len(link) > 4096 {
		return ""
	}
	u, err := url.Parse(link)
	if err != nil {
		return ""
	}
	if b, err := url.Parse(base); err == nil && base != "" {
		u = b.ResolveReference(u)
	}
	if (u.Scheme != "http" && u.Scheme != "https") || u.Host == "" {
		return ""
	}
	u.Fragment = ""
	return u.String()
}

var breaksBlock = atomSet(atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Br, atom.Caption,
	atom.Dd, atom.Details, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer,
	atom.Form, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Hr, atom.Li, atom.Main,
	atom.Nav, atom.Ol, atom.P, atom.Pre, atom.Section, atom.Summary, atom.Table, atom.Td, atom.Th, atom.Tr, atom.Ul)

var unseenElement = atomSet(atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Iframe, atom.Button, atom.Select)

func atomSet(list ...atom.Atom) map[atom.Atom]bool {
	m := make(map[atom.Atom]bool, len(list))
	for _, a := range list {
		m[a] = true
	}
	return m
}
