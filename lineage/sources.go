package lineage

import (
	"slices"
	"strings"

	"hearsay/article"
	"hearsay/story"
)

// Sources numbers the sources that credits name, so that two names of one source have one number:
// the same key, or one the acronym of the other, or one the other's domain. The zero value is empty
// and knows no short forms.
type Sources struct {
	forms                      shortForms
	names                      []string
	byKey, byAcronym, byDomain map[string]int
}

// SourcesOf returns empty Sources for a story, which know that some names in it are short forms of
// others: “Halvard” and “Halvard Press” have one number, as long as no second name begins so.
func SourcesOf(articles []*article.Article, st story.Story) Sources {
	return Sources{forms: formsOf(articles, st)}
}

// Number returns the number of the source with a name, a new one if it was not named before; −1 if
// the name holds no letters.
func (s *Sources) Number(name string) int {
	n := nameOf(name, s.forms)
	if n.key == "" {
		return -1
	}
	if id, ok := s.find(n); ok {
		if fuller(name, s.names[id]) {
			s.names[id] = oneLine(name)
		}
		return id
	}
	if s.byKey == nil {
		s.byKey, s.byAcronym, s.byDomain = map[string]int{}, map[string]int{}, map[string]int{}
	}
	id := len(s.names)
	s.names = append(s.names, oneLine(name))
	s.byKey[n.key] = id
	if n.acronym != "" {
		s.byAcronym[n.acronym] = id
	}
	for domain := n.domain; strings.Contains(domain, "."); _, domain, _ = strings.Cut(domain, ".") {
		if _, known := s.byDomain[domain]; !known {
			s.byDomain[domain] = id
		}
	}
	return id
}

// fuller reports whether a name of a source says more than another: any name more than a domain, else
// the one with more words, “The” not counted.
func fuller(name, than string) bool {
	if a, b := domainNamed(name) != "", domainNamed(than) != ""; a || b {
		return !a
	}
	words := func(s string) int {
		w := foldedWords(s)
		if len(w) > 0 && w[0] == "the" {
			w = w[1:]
		}
		return len(w)
	}
	return words(name) > words(than)
}

func (s *Sources) find(n sourceName) (int, bool) {
	if id, ok := s.byKey[n.key]; ok {
		return id, true
	}
	if id, ok := s.byAcronym[n.key]; ok {
		return id, true
	}
	id, ok := s.byKey[n.acronym]
	return id, ok && n.acronym != ""
}

// Name returns the fullest name by which a source was named so far, the first of several.
func (s *Sources) Name(number int) string { return s.names[number] }

// Len returns how many sources are known.
func (s *Sources) Len() int { return len(s.names) }

// Of returns the numbers of the sources of which an article is a page, as PageOf tells, sorted.
func (s *Sources) Of(a *article.Article) []int {
	id := identityOf(a, s.forms)
	var out []int
	add := func(at map[string]int, key string) {
		if n, ok := at[key]; ok {
			out = append(out, n)
		}
	}
	for _, key := range id.keys {
		add(s.byKey, key)
		add(s.byAcronym, key)
	}
	for _, short := range id.acronyms {
		add(s.byKey, short)
	}
	add(s.byDomain, id.domain)
	slices.Sort(out)
	return slices.Compact(out)
}

// PageOf reports whether an article is a page of the source that a credit of the story names, as
// PageOf without a story does, short forms included.
func (s *Sources) PageOf(a *article.Article, source string) bool {
	id := identityOf(a, s.forms)
	return id.is(nameOf(source, s.forms))
}
