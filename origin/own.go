package origin

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay/article"
	"hearsay/lineage"
	"hearsay/text"
)

// ownShare is the share of an own report's words that stand in no article outside its group.
const ownShare = 0.4

// own reports whether a text of a group shows the signals of an own report: see Own.
func (c *counting) own(group []int) bool {
	for _, m := range group {
		a := c.article(m)
		if c.bears[m] && len(people(a)) > 0 && !takesText(a) && reportsFromPlace(a) && c.unshared(m) >= ownShare {
			return true
		}
	}
	return false
}

// unshared returns the share of a member's words that stand in no article outside its group. Those
// that likely took them from the member do not count.
func (c *counting) unshared(m int) float64 {
	doc := c.article(m).Doc
	parents := c.parents(article.Likely)
	var runs lineage.Runs
	for _, n := range c.copies(m) {
		for _, i := range c.ofTies[n] {
			p := c.ties[i]
			if other := c.member[p.A] + c.member[p.B] - n; c.groups.first(other) != c.groups.first(m) && !took(other, m, parents) {
				runs = runs.Union(lineage.SharedRuns(c.articles, p, c.members[m]))
			}
		}
	}
	all := lineage.AllWords(doc)
	if len(all) == 0 {
		return 0
	}
	return float64(all.Without(runs).Words(doc)) / float64(all.Words(doc))
}

// takesText reports whether an article credits its text to another or to a pool.
func takesText(a *article.Article) bool {
	return slices.ContainsFunc(a.Credits, func(c article.Credit) bool {
		return c.Kind == article.Pool || c.Kind == article.Republication && !lineage.PageOf(a, c.Agency)
	})
}

// people returns the names of the byline that look like a person's: two to five words, none of which
// says that an office or an agency wrote, and not the outlet or a credited source.
func people(a *article.Article) []string {
	var out []string
	for _, name := range a.Byline {
		words := strings.Fields(text.Fold(name))
		if len(words) < 2 || len(words) > 5 || lineage.PageOf(a, name) ||
			slices.ContainsFunc(words, func(w string) bool { return officeWords[w] || hasDigit(w) }) ||
			slices.ContainsFunc(a.Credits, func(c article.Credit) bool {
				return c.Kind != article.Photo && lineage.SourceKey(c.Agency) == lineage.SourceKey(name)
			}) {
			continue
		}
		out = append(out, name)
	}
	return out
}

func hasDigit(s string) bool { return strings.ContainsFunc(s, unicode.IsDigit) }

// officeWords are folded words of bylines that name no person.
var officeWords = wordSet(`staff desk team editor editors editorial newsroom agency agencies news press
	wire service services reporter reporters correspondent correspondents online web media desk redaktion agence
	agencia agentur redaccion وكالة وكالات تحرير التحرير محرر المحرر مراسل غرفة الأخبار أخبار`)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(text.Fold(words)) {
		set[w] = true
	}
	return set
}

// reportsFromPlace reports whether a text says that its outlet was there or was told: a dateline, or
// words such as “our correspondent” or “told Daily A”.
func reportsFromPlace(a *article.Article) bool {
	if hasDateline(a.Doc) {
		return true
	}
	folded := " " + text.Fold(a.Doc.String()) + " "
	for _, phrase := range ownPhrases {
		if strings.Contains(folded, " "+phrase+" ") {
			return true
		}
	}
	outlet := text.Fold(a.Outlet)
	return outlet != "" && strings.Contains(folded, " told "+outlet+" ")
}

// ownPhrases are folded phrases by which an outlet speaks of its own people.
var ownPhrases = []string{
	"our correspondent", "our reporter", "told this newspaper", "told our correspondent", "told our reporter",
	text.Fold("مراسلنا"), text.Fold("مراسلتنا"), text.Fold("مندوبنا"),
}

// hasDateline reports whether a text begins with a place and a dash: “HARBOURTON — …”, “Paris,
// 3 Jan – …”, “بغداد – …”. In scripts with capitals the place must be written in capitals, or be
// followed by a comma; elsewhere it is at most two words.
func hasDateline(doc *text.Doc) bool {
	const longest = 60 // bytes
	s := doc.String()
	head := s[:min(len(s), longest)]
	at := len(head)
	for _, dash := range []string{"—", " – ", " - ", " -- "} {
		if i := strings.Index(head, dash); i > 0 {
			at = min(at, i)
		}
	}
	if at == len(head) || strings.ContainsAny(head[:at], "\n(") {
		return false
	}
	place, _, comma := strings.Cut(head[:at], ",")
	words := strings.Fields(place)
	if len(words) == 0 || len(words) > 3 || slices.ContainsFunc(words, hasDigit) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(place)
	switch {
	case !unicode.IsLetter(first):
		return false
	case !unicode.IsUpper(first):
		return !unicode.IsLower(first) && len(words) <= 2
	}
	return comma || utf8.RuneCountInString(place) >= 3 && strings.ToUpper(place) == place
}
