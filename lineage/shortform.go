package lineage

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"hearsay/article"
	"hearsay/story"
)

// shortForms maps the key of a name to the key of the longer name that it is the short form of,
// within one story: “Halvard” of “Halvard Press”, “Fox” of “Fox News”. Names without a longer one are
// not in it.
type shortForms map[string]string

// full returns the key of the longest form.
func (f shortForms) full(key string) string {
	if long, ok := f[key]; ok {
		return long
	}
	return key
}

// houseWords are the folded words that add to a name only which kind of house it is. Within one story
// a name and the same name with such words behind it are one source, unless the story has two longer
// names that differ (“River News” and “River Media”): then nobody can tell which of them is meant.
var houseWords = func() map[string]bool {
	set := map[string]bool{}
	for _, w := range foldedWords("news press media service services group network international limited ltd tv radio digital english arabic presse noticias haber") {
		set[w] = true
	}
	return set
}()

// formsOf finds the short forms among the names of a story: the sources that are credited and the
// outlets. The result does not depend on the order of names. It costs the credits of the story, sorted.
func formsOf(articles []*article.Article, st story.Story) shortForms {
	stems := map[string][]string{} // keys by what is left without house words
	seen := map[string]bool{}
	add := func(name string) {
		if domain := domainNamed(name); domain != "" {
			name = siteLabel(domain)
		}
		key, stem := SourceKey(name), stemOf(name)
		if utf8.RuneCountInString(stem) >= minKey && !seen[key] {
			seen[key] = true
			stems[stem] = append(stems[stem], key)
		}
	}
	for _, m := range st.Members {
		a := articles[m.Article]
		for _, name := range ownNames(a) {
			add(name)
		}
		for i := range min(len(a.Credits), maxCredits) {
			if c := &a.Credits[i]; c.Kind == article.Republication || c.Kind == article.Information {
				add(c.Agency)
			}
		}
	}
	forms := shortForms{}
	for _, keys := range stems {
		slices.SortFunc(keys, func(a, b string) int { return cmp.Or(len(a)-len(b), strings.Compare(a, b)) })
		long := keys[len(keys)-1]
		if slices.ContainsFunc(keys, func(key string) bool { return !strings.HasPrefix(long, key) }) {
			continue
		}
		for _, key := range keys[:len(keys)-1] {
			forms[key] = long
		}
	}
	return forms
}

// stemOf returns the key of a name without the house words behind it.
func stemOf(name string) string {
	words := coreWords(foldedWords(name))
	for len(words) > 1 && houseWords[words[len(words)-1]] {
		words = words[:len(words)-1]
	}
	return strings.Join(words, "")
}
