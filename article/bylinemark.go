package article

import (
	"slices"
	"strings"

	nethtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// authorMark tells what an element says by its attributes about an author that it may name.
func authorMark(n *nethtml.Node, prop, attrs string) string {
	switch n.DataAtom {
	case atom.Html, atom.Body, atom.Article, atom.Main, atom.Section, atom.Form, atom.Input, atom.Img, atom.Figure, atom.Figcaption:
		return ""
	}
	switch {
	case prop == "author" || prop == "author name" || prop == "creator":
		return markAuthor
	case n.DataAtom == atom.A && slices.Contains(strings.Fields(strings.ToLower(attr(n, "rel"))), "author"):
		return markRel
	case bylineClass(attrs):
		return markClass
	case n.DataAtom == atom.A && linksAuthor(attr(n, "href")):
		return markLink
	}
	return ""
}

// linksAuthor reports whether an address leads to the page of an author: one of its folders is called
// so and something follows it.
func linksAuthor(href string) bool {
	if len(href) > 300 {
		return false
	}
	path, _, _ := strings.Cut(href, "?")
	folders := strings.Split(strings.ToLower(strings.Trim(path, "/")), "/")
	for i, f := range folders {
		if i+1 < len(folders) && authorFolders[f] {
			return true
		}
	}
	return false
}

var authorFolders = words(`author authors autor autoren autores autori auteur auteurs autore redakteur redakteure journalist journalists journaliste journalistes signataires firmas contributor contributors writer writers yazar yazarlar`)

var bylineWords = words(`byline author authors autor autoren auteur auteurs autore autores writer reporter journalist yazar authorname author-name`)

// notByline are words in attributes of elements about an author that hold more than the name.
var notByline = words(`bio box avatar image img photo pic picture description desc about info-box twitter social share email follow card related comment comments list archive job title role`)

func bylineClass(attrs string) bool {
	found := false
	for w := range strings.FieldsFuncSeq(attrs, func(r rune) bool { return r < 'a' || r > 'z' }) {
		if notByline[w] {
			return false
		}
		found = found || bylineWords[w]
	}
	return found || containsAny(attrs, "post-by", "posted-by", "written-by", "article-by", "story-by")
}
