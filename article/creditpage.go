package article

import (
	"cmp"
	"slices"
	"strings"
)

// readCredits collects the credits that stand outside the running text: agencies among the authors,
// the tags that name another house, a canonical address elsewhere, the captions of pictures, and
// credit lines that extraction may leave out of the body.
func (h *head) readCredits(ld *linkedData, m *meta, address string) []Credit {
	var c pageCredits
	h.authorCredits(ld, &c)
	for _, name := range [...]string{"syndication-source", "original-source"} {
		c.elsewhere(address, h.meta(name))
	}
	for _, s := range ld.sources {
		if len(s) <= 100 && titleKey(s) != titleKey(m.outlet) {
			c.addAll(sourcesIn(s, nil), s)
		}
	}
	c.addAll(sourcesIn(ld.creditText, nil), ld.creditText)
	c.found(datelineCredits(ld.dateline, true))
	c.elsewhere(address, cmp.Or(h.foreignHome(address), m.canonical))
	h.blockCredits(&c)
	return c.list
}

// pageCredits gathers credits without repetitions.
type pageCredits struct{ list []Credit }

func (c *pageCredits) add(x Credit) {
	x.Span = nil
	x.Exact = cut(x.Exact, 300)
	if len(c.list) < maxCredits && !slices.ContainsFunc(c.list, func(o Credit) bool { return o.Kind == x.Kind && o.Agency == x.Agency }) {
		c.list = append(c.list, x)
	}
}

func (c *pageCredits) addAll(list []source, exact string) {
	for _, s := range list {
		c.add(Credit{Kind: s.kind, Agency: s.name, Exact: exact})
	}
}

func (c *pageCredits) found(list []Credit) {
	for _, x := range list {
		c.add(x)
	}
}

// elsewhere adds a credit to the house behind an address, if it is not the page's own.
func (c *pageCredits) elsewhere(address, other string) {
	if d := foreignCanonical(address, other); d != "" {
		c.add(Credit{Kind: Republication, Agency: houseOf(d), Exact: other})
	}
}

// houseOf returns the agency that has a domain, else the domain.
func houseOf(domain string) string {
	if a := agencies.byDomain[domain]; a != nil && !a.outlet {
		return a.name
	}
	return domain
}

// authorCredits looks for agencies and pools in everything that is given as an author: libraries and
// bylines drop them.
func (h *head) authorCredits(ld *linkedData, c *pageCredits) {
	given := slices.Concat(ld.authors, h.metaAuthors())
	for _, kind := range [...]string{markAuthor, markRel, markClass} {
		given = append(given, h.markedAuthors(kind)...)
	}
	for _, g := range append(given, h.bylineLine()...) {
		if g = squeeze(g); len(g) > maxByline {
			continue
		}
		if pictureBy(g) {
			continue
		}
		for _, part := range splitNames(g) {
			c.addAll(sourcesIn(part, nil), g)
			if i := strings.LastIndexAny(part, "(["); i > 0 { // “Jane Doe (Reuters)”
				c.addAll(sourcesIn(strings.TrimRight(part[i+1:], ")] "), nil), g)
			}
		}
	}
}

// blockCredits reads short blocks behind the headline, and the captions of pictures.
func (h *head) blockCredits(c *pageCredits) {
	start := max(0, h.headline())
	begun := false // whether running text stood before, behind the headline
	for i, b := range h.blocks {
		if i < start || b.aside {
			continue
		}
		at := tailPlace{start: !begun && i < start+blocksAfter, late: true}
		begun = begun || (b.prose || closesSentence(b.text)) && !b.figure && !b.caption
		if len(b.text) > maxTail {
			continue
		}
		if b.figure || b.caption {
			c.captions(b.text)
			continue
		}
		p := newStretch(b.text)
		at.end = h.endOfText(i)
		photos := photoCredits(p.s, agencies.mentionsIn(p))
		if len(photos) == 0 && !at.end {
			photos = captionCredit(p.s)
		}
		if len(photos) > 0 {
			c.found(photos)
		} else {
			c.found(tailCredits(p, at))
		}
	}
}

// endOfText reports whether running text ends just before block i: one of the three blocks before it
// is running text and none of the three after it.
func (h *head) endOfText(i int) bool {
	before, after := false, false
	for j := max(0, i-3); j < min(i+4, len(h.blocks)); j++ {
		switch prose := j != i && !h.blocks[j].aside && h.blocks[j].prose; {
		case prose && j < i:
			before = true
		case prose:
			after = true
		}
	}
	return before && !after
}

// captions adds the houses that a caption names as credits of the picture. An outlet, or a name with
// other meanings, can also be what the picture shows: it counts only where the credit of a picture
// stands, or in a line that is hardly more.
func (c *pageCredits) captions(s string) {
	for _, m := range agencies.mentions(s) {
		if !m.guarded && !m.agency.outlet || len(s) < 60 || pictureCredit(s, m.span) {
			c.add(Credit{Kind: Photo, Agency: m.agency.name, Exact: s})
		}
	}
}
