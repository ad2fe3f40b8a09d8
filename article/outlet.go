package article

import (
	"html"
	"slices"
	"strings"
)

// maxOutlet is how long the name of an outlet can be, in bytes.
const maxOutlet = 100

// chooseOutlet returns the name of the outlet as the page gives it. The places that are made for it
// are, in this order, the publisher of the JSON-LD, og:site_name, and publisher tags. Some sites give
// the firm there, not the paper, and some an address; so the first of these names wins that readers
// also see beside the title (“… | Dellmar Courier”) or that the domain spells, perhaps by initials,
// then the part of the title that spells the domain, and last the first name.
func (h *head) chooseOutlet(ld *linkedData, address string) string {
	names := h.houseNames(ld, address)
	label := domainLabel(address)
	shown := outletInTitle(h.title, address)
	for _, good := range [...]func(name string) bool{
		func(name string) bool { return !isHost(name) && inTitle(h.title, name) },
		func(name string) bool { return !isHost(name) && spells(label, name) },
		func(name string) bool { return shown == "" && inTitle(h.title, name) },
	} {
		if i := slices.IndexFunc(names, good); i >= 0 {
			return names[i]
		}
	}
	return firstNonEmpty(append([]string{shown}, names...)...)
}

// spells reports whether the label of a domain is a name written together or shortened.
func spells(label, name string) bool {
	return label != "" && slices.Contains(labelsOf(coreName(name)), label)
}

// houseNames are the names that the page gives its house, the most exact first.
func (h *head) houseNames(ld *linkedData, address string) []string {
	var out []string
	for i, name := range [...]string{
		ld.publisher, h.meta("og:site_name"), h.meta("application-name"), h.meta("apple-mobile-web-app-title"), h.meta("dc.publisher"),
		h.meta("citation_journal_title"),
	} {
		// The publisher of a personal page is often its author again.
		person := i == 0 && slices.Contains(ld.authors, name) && !inTitle(h.title, name) && !spells(domainLabel(address), name)
		if person || foreignAgency(name, address) {
			continue
		}
		if name = outletName(name, address); name != "" && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// outletName returns a name that a page gives its house without the motto behind it (“Courier – News
// from Dellmar”), and nothing if it is no name but an address, a section or a placeholder.
func outletName(name, address string) string {
	name = squeeze(html.UnescapeString(name))
	if shown := outletInTitle(name, address); shown != "" && !isHost(shown) {
		name = shown
	}
	for _, sep := range titleSeparators {
		if first, motto, ok := strings.Cut(name, sep); ok && nameLike(first) && (isHost(motto) || len(strings.Fields(motto)) >= 3) {
			name = first
		}
	}
	name = strings.Trim(name, " /|-–—:·•")
	if name == "" || len(name) > maxOutlet || strings.Contains(name, "://") || isSection(name) || noOutlet[titleKey(name)] {
		return ""
	}
	return name
}

// noOutlet are names that systems for web pages put in when nobody gives one.
var noOutlet = foldedLines(`wordpress|my site|my website|website|web site|site|site name|sitename|untitled|my blog|just another wordpress site|admin|null|undefined|none|default|test|localhost`)

// foreignAgency reports whether a name is that of a news agency while the domain of the page is of
// another house: it credits the text, it does not name the outlet.
func foreignAgency(name, address string) bool {
	found := agencyNamed(squeeze(name))
	domain := domainOf(address)
	if found == nil || found.outlet || domain == "" || len(found.domains) == 0 || agencies.byDomain[domain] == found {
		return false
	}
	return !spells(domainLabel(address), name)
}

// inTitle reports whether the first or last part of a title is a name.
func inTitle(title, name string) bool {
	for _, sep := range titleSeparators {
		if i := strings.LastIndex(title, sep); i > 0 && containsWords(title[i+len(sep):], name) {
			return true
		}
		if i := strings.Index(title, sep); i > 0 && equalOutlet(title[:i], name) {
			return true
		}
	}
	return false
}

// containsWords reports whether the words of a name stand in a part of a title that has at most three
// more.
func containsWords(part, name string) bool {
	if len(part) > 2*maxOutlet {
		return false
	}
	whole, key := titleKey(part), outletKey(name)
	return key != "" && strings.Contains(" "+whole+" ", " "+key+" ") && len(strings.Fields(whole)) <= len(strings.Fields(key))+3 || equalOutlet(part, name)
}

// domainLabel returns the part of the registrable domain that names the house, without hyphens.
func domainLabel(address string) string {
	label, _, _ := strings.Cut(domainOf(address), ".")
	return strings.ReplaceAll(label, "-", "")
}

// outletInTitle returns the last or first part of a title that spells the domain of the page
// (“… | Daily Herald” on dailyherald.com), with or without its ending (“Herald.com”).
func outletInTitle(title, address string) string {
	label := domainLabel(address)
	if label == "" {
		return ""
	}
	whole := strings.NewReplacer("-", "", ".", "").Replace(domainOf(address))
	for _, sep := range titleSeparators {
		if !strings.Contains(title, sep) {
			continue
		}
		first, _, _ := strings.Cut(title, sep)
		for _, part := range [...]string{title[strings.LastIndex(title, sep)+len(sep):], first} {
			part = strings.TrimPrefix(strings.ToValidUTF8(part, ""), "www.")
			key := tight(part)
			if len(part) <= maxOutlet && len(key) > 2 && (key == label || "the"+key == label || key == "the"+label || key == whole) {
				return squeeze(part)
			}
		}
	}
	return ""
}

// archives are hosts that show pages of others under their own address.
var archives = words(`archive.org archive.ph archive.today archive.is archive.md googleusercontent.com ampproject.org ampproject.net
	translate.goog google.com bing.com msn.com perma.cc webcitation.org pagefreezer.com facebook.com`)

// foreignCanonical returns the domain that a page names as the home of its text, if that is another
// house than the one that shows it. Sister domains (bbc.com and bbc.co.uk) are one house.
func foreignCanonical(address, canonical string) string {
	a, b := domainOf(address), domainOf(canonical)
	if a == "" || b == "" || a == b || archives[a] || archives[b] {
		return ""
	}
	labelA, _, _ := strings.Cut(a, ".")
	labelB, _, _ := strings.Cut(b, ".")
	if labelA == labelB {
		return ""
	}
	return b
}
