package lineage

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/publicsuffix"

	"hearsay/article"
	"hearsay/text"
)

// minKey is the length in letters below which a name is too short to tell two sources apart.
const minKey = 3

// SourceKey returns the form under which two names of a source are taken for the same: the folded
// words written together, without what says only which kind of source it is (“The …”, “… News
// Agency”, “صحيفة …”, “وكالة … للأنباء”). A name of nothing but such words keeps them. The key is
// empty for a name without letters or digits.
func SourceKey(name string) string {
	words := foldedWords(name)
	if key := strings.Join(coreWords(words), ""); utf8.RuneCountInString(key) >= minKey {
		return key
	}
	return strings.Join(words, "")
}

// coreWords returns the folded words of a name without those that say which kind of source it is, at
// least one of them.
func coreWords(words []string) []string {
	core := words
	for cut := true; cut; {
		cut = false
		for _, kind := range leadingKinds {
			if hasWordPrefix(core, kind) {
				core, cut = core[len(kind):], true
				break
			}
		}
		for _, kind := range trailingKinds {
			if n := len(core) - len(kind); n > 0 && slices.Equal(core[n:], kind) {
				core, cut = core[:n], true
				break
			}
		}
	}
	return core
}

// leadingKinds and trailingKinds are the folded words that say which kind of source a name means,
// longer ones first. “News” alone is not among them: “Example News” and “Example News Agency” are
// often different houses (but see shortForms).
var (
	leadingKinds = kinds(
		"agence de presse", "agence", "agencia de noticias", "agencia", "agência de notícias", "agenzia di stampa", "agenzia",
		"agencja prasowa", "agencja", "nachrichtenagentur", "presseagentur",
		"информационное агентство", "новостное агентство", "информагентство", "агентство", "агенція", "агенство",
		"وكالة الأنباء", "وكالة أنباء", "وكالة", "صحيفة", "جريدة", "موقع", "قناة", "خبرگزاری", "the")
	trailingKinds = kinds(
		"news agency", "press agency", "news service", "wire service", "news wire", "newswire", "wire", "agency",
		"nachrichtenagentur", "presseagentur", "presse agentur", "nyhetsbyrå", "nyhedsbureau", "persbureau",
		"haber ajansı", "ajansı", "информационное агентство", "агентство",
		"للأنباء", "الأنباء", "الإخبارية", "newspaper", "website", "online")
)

func kinds(names ...string) [][]string {
	out := make([][]string, len(names))
	for i, name := range names {
		out[i] = foldedWords(name)
	}
	return out
}

func hasWordPrefix(words, prefix []string) bool {
	return len(words) > len(prefix) && slices.Equal(words[:len(prefix)], prefix)
}

func foldedWords(s string) []string {
	const longest = 200 // bytes: no name of a source is longer
	if len(s) > longest {
		s = strings.ToValidUTF8(s[:longest], "")
	}
	return strings.Fields(text.Fold(s))
}

// acronym returns the initials of a name of at least three words, else nothing.
func acronym(name string) string {
	words := foldedWords(name)
	if len(words) < minKey {
		return ""
	}
	var b strings.Builder
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		b.WriteRune(r)
	}
	return b.String()
}

// A sourceName is a source as a credit names it, ready to be compared.
type sourceName struct {
	key, acronym string
	domain       string // if the name is a domain: “daily-a.example”
}

// nameOf reads a name as the names of a story are read; see shortForms.
func nameOf(source string, forms shortForms) sourceName {
	n := sourceName{key: forms.full(nameKey(source)), domain: domainNamed(source)}
	if n.domain == "" {
		n.acronym = acronym(source)
	}
	return n
}

// nameKey returns the SourceKey of a name or, if it is a domain, of the label that was registered.
func nameKey(name string) string {
	if domain := domainNamed(name); domain != "" {
		if key := SourceKey(siteLabel(domain)); utf8.RuneCountInString(key) >= minKey {
			return key
		}
	}
	return SourceKey(name)
}

// domainNamed returns the domain that a name is, without “www.”, or nothing.
func domainNamed(name string) string {
	name = strings.ToLower(strings.TrimSpace(name))
	if !strings.Contains(name, ".") || strings.ContainsAny(name, " \t\n/") {
		return ""
	}
	return strings.TrimPrefix(name, "www.")
}

// siteLabel returns the label of a domain that was registered: “dailya” of “news.dailya.co.uk”.
func siteLabel(domain string) string {
	if site, err := publicsuffix.EffectiveTLDPlusOne(domain); err == nil {
		domain = site
	}
	label, _, _ := strings.Cut(domain, ".")
	return label
}

// An identity is what the page of a source can be known by.
type identity struct {
	keys     []string // of the outlet and of the domain
	acronyms []string
	domain   string
}

func identityOf(a *article.Article, forms shortForms) identity {
	id := identity{domain: strings.ToLower(a.Domain)}
	for _, name := range ownNames(a) {
		if key := nameKey(name); utf8.RuneCountInString(key) >= minKey {
			id.keys = append(id.keys, forms.full(key))
		}
		if short := acronym(name); short != "" {
			id.acronyms = append(id.acronyms, short)
		}
	}
	return id
}

// ownNames returns the names of the source that an article is a page of: its outlet and the label of
// its domain, or its only byline where both are unknown.
func ownNames(a *article.Article) []string {
	if a.Outlet == "" && a.Domain == "" && len(a.Byline) == 1 {
		return a.Byline
	}
	label, _, _ := strings.Cut(strings.ToLower(a.Domain), ".")
	return []string{a.Outlet, label}
}

// is reports whether the page is one of the source named. Acronyms are compared with names that are
// written as such, never with each other.
func (id *identity) is(n sourceName) bool {
	return n.domain != "" && (id.domain == n.domain || strings.HasSuffix(n.domain, "."+id.domain) && id.domain != "") ||
		slices.Contains(id.keys, n.key) ||
		n.acronym != "" && slices.Contains(id.keys, n.acronym) ||
		slices.Contains(id.acronyms, n.key)
}

// PageOf reports whether an article is a page of the source that a credit names: its outlet or its
// domain has that name, or one is the acronym of the other (“afp.example” and “Agence France
// Presse”). The byline counts only where outlet and domain are unknown. Sources.PageOf knows the
// short forms of a story's names as well.
func PageOf(a *article.Article, source string) bool {
	id := identityOf(a, nil)
	return id.is(nameOf(source, nil))
}
