package article

import (
	"html"
	"strings"
)

// chooseOutlet returns the name of the outlet as the page gives it: the publisher of its JSON-LD,
// og:site_name, a publisher tag, or the part of the title element that repeats the domain.
func (h *head) chooseOutlet(ld *linkedData, address string) string {
	for _, name := range [...]string{
		ld.publisher, h.meta("og:site_name"), h.meta("application-name", "apple-mobile-web-app-title", "dc.publisher", "citation_journal_title"),
	} {
		name = squeeze(strings.TrimSuffix(html.UnescapeString(name), "/"))
		if name != "" && len(name) <= 100 && !strings.Contains(name, "://") {
			return name
		}
	}
	return outletInTitle(h.title, address)
}

// outletInTitle returns the last or first part of a title that spells the domain of the page
// (“… | Daily Herald” on dailyherald.com).
func outletInTitle(title, address string) string {
	label, _, _ := strings.Cut(domainOf(address), ".")
	if label == "" {
		return ""
	}
	label = strings.ReplaceAll(label, "-", "")
	for _, sep := range titleSeparators {
		parts := strings.Split(title, sep)
		for _, part := range [...]string{parts[len(parts)-1], parts[0]} {
			key := strings.ReplaceAll(titleKey(part), " ", "")
			if len(parts) > 1 && len(key) > 2 && (key == label || "the"+key == label || key == "the"+label) {
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
