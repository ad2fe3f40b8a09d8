package lineage

import (
	"slices"
	"strings"

	"hearsay/article"
)

// maxCredits bounds the credits of one article that are looked at; no real page has so many.
const maxCredits = 64

// A profile is what an article can be known by and which others it points to.
type profile struct {
	identity
	address   string // of the page
	canonical string // the address given as its own, if it is another
	// canonicalHost is the host of canonical if that is on another site.
	canonicalHost string
	links         map[string]bool // addresses
	credits       []credit        // without credits of itself and without repetitions
	lines         []credit        // republication credits that stand in the body, those of itself too
	// signed says that the article names an author or its place, authored that it names both and
	// credits nobody with its text.
	signed, authored bool
}

// A credit is a credit of an article with the name ready to be compared.
type credit struct {
	*article.Credit
	name sourceName
}

func profileOf(a *article.Article, forms shortForms) profile {
	p := profile{identity: identityOf(a, forms), address: address(a.URL), links: map[string]bool{}}
	if c := address(a.Canonical); c != "" && c != p.address {
		p.canonical = c
		if h := hostOf(a.Canonical); !onSite(h, p.domain) {
			p.canonicalHost = h
		}
	}
	for _, l := range a.Links {
		if at := address(l.URL); at != "" && at != p.address {
			p.links[at] = true
		}
	}
	seen := map[[2]string]bool{}
	for i := range min(len(a.Credits), maxCredits) {
		c := credit{&a.Credits[i], nameOf(a.Credits[i].Agency, forms)}
		if c.Kind == article.Republication && c.Span != nil && c.name.key != "" {
			p.lines = append(p.lines, c)
		}
		id := [2]string{string(c.Kind), c.name.key}
		if c.name.key == "" || c.Kind == article.Photo || seen[id] || p.is(c.name) {
			continue
		}
		seen[id] = true
		p.credits = append(p.credits, c)
	}
	p.findAuthor(a)
	return p
}

func (p *profile) findAuthor(a *article.Article) {
	author := len(Authors(a)) > 0
	_, place := PlaceLine(a.Doc)
	p.signed = author || place
	p.authored = author && place && !slices.ContainsFunc(p.credits, func(c credit) bool {
		return c.Kind == article.Republication || c.Kind == article.Pool
	})
}

func onSite(host, domain string) bool {
	return domain != "" && (host == domain || strings.HasSuffix(host, "."+domain))
}

// credited returns the credit of one kind by which p names a page of q, if there is one.
func (p *profile) credited(q *profile, kind article.CreditKind) (credit, bool) {
	for _, c := range p.credits {
		if c.Kind == kind && q.is(c.name) {
			return c, true
		}
	}
	return credit{}, false
}

// republishes returns the credit by which p says that its text comes from the source with the key.
func (p *profile) republishes(key string) (credit, bool) {
	for _, c := range p.credits {
		if c.Kind == article.Republication && c.name.key == key {
			return c, true
		}
	}
	return credit{}, false
}

// agencyLine returns a republication credit that stands in the body of p, its own or another's, and
// that nothing in q answers: q neither names the source nor is a page of it.
func (p *profile) agencyLine(q *profile) (credit, bool) {
	for _, c := range p.lines {
		if _, named := q.republishes(c.name.key); !named && !q.is(c.name) {
			return c, true
		}
	}
	return credit{}, false
}
