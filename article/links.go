package article

import (
	"net/url"
	"strings"
)

// resolver returns the function that makes links of a page absolute: base is what the page itself
// names as its base, relative to its address.
func resolver(address, base string) func(href string) (string, bool) {
	origin, err := url.Parse(address)
	if err != nil {
		origin = &url.URL{}
	}
	if b, err := origin.Parse(base); err == nil && base != "" {
		origin = b
	}
	return func(href string) (string, bool) {
		u, err := origin.Parse(strings.TrimSpace(href))
		if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
			return "", false
		}
		u.Fragment, u.RawFragment = "", ""
		return u.String(), true
	}
}

// linksOf returns the links inside the pieces of a body, each address once, in order. A link to the
// page itself is none.
func linksOf(pieces []piece, blocks []*block, resolve func(string) (string, bool)) []Link {
	var out []Link
	self, _ := resolve("")
	seen := map[string]bool{self: true}
	for _, p := range pieces {
		if p.block < 0 {
			continue
		}
		b := blocks[p.block]
		for _, l := range b.links {
			words := strings.Clone(clean(b.text[l.start:l.end])) // not the whole block
			if from, to := b.source(l.start, l.end); to <= p.from || from >= p.to || words == "" {
				continue
			}
			if address, ok := resolve(l.href); ok && !seen[address] {
				seen[address] = true
				out = append(out, Link{address, words})
			}
		}
	}
	return out
}
