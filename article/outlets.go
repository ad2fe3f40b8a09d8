package article

import (
	"slices"
	"strings"
)

// What NameOutlets asks for before it calls the recurring end of titles the name of an outlet.
const (
	leastPages   = 2    // pages with different titles that must have it
	maxTitleEnds = 8    // ends of titles that are kept of a page
	topicShare   = 0.34 // share of the pages whose text holds the words from which they are a topic
)

// NameOutlets gives, in place, the articles of one registrable domain one name for their outlet, and
// takes that name off their titles. What one page leaves open its siblings tell:
//
//   - An article without outlet gets the name that its siblings have, if they all have one name or
//     forms of it (“BBC”, “BBC News”).
//   - Where they have several forms of one name, the commonest stands for all, the first of several.
//   - Where no page names its outlet, the part that ends (or begins) the titles of all pages, at least two with different
//     titles, is the name. It must look like a name, and must be no section, no part of the titles of
//     another domain and no topic: no words that stand in the text of more than a third of the pages.
//
// Records (Verbatim) keep the outlet and the title that they have. Articles whose domain is unknown, or
// that of an archive, are left alone. It costs time linear in the text.
func NameOutlets(articles []*Article) {
	var order []string
	houses := map[string][]*Article{}
	ends := map[string]string{} // by folded end of a title: the domain that has it, “” if several have
	for _, a := range articles {
		if a.Domain == "" || archives[a.Domain] {
			continue
		}
		if houses[a.Domain] == nil {
			order = append(order, a.Domain)
		}
		houses[a.Domain] = append(houses[a.Domain], a)
		for _, end := range a.titleEnds {
			key := outletKey(end)
			if other, ok := ends[key]; ok && other != a.Domain {
				ends[key] = ""
			} else {
				ends[key] = a.Domain
			}
		}
	}
	for _, domain := range order {
		nameHouse(houses[domain], func(end string) bool { return ends[outletKey(end)] == domain })
	}
}

// nameHouse names the outlet of the articles of one domain. Own reports whether no other domain has an
// end of a title.
func nameHouse(articles []*Article, own func(end string) bool) {
	name := commonestOutlet(articles)
	if name == "" && !slices.ContainsFunc(articles, func(a *Article) bool { return a.Outlet != "" }) {
		name = recurringEnd(articles, own)
	}
	if name == "" {
		return
	}
	for _, a := range articles {
		if a.Outlet == "" || !a.Verbatim && a.Outlet != name && formOf(a.Outlet, name) {
			a.Outlet = name
		}
		if !a.Verbatim && a.Outlet == name {
			a.Title = stripEnd(a.Title, []string{name})
		}
	}
}

// commonestOutlet returns the name that most articles have, the first of several, if the other names
// are forms of it.
func commonestOutlet(articles []*Article) string {
	count := map[string]int{}
	for _, a := range articles {
		if a.Outlet != "" {
			count[a.Outlet]++
		}
	}
	best := ""
	for _, a := range articles {
		if count[a.Outlet] > count[best] {
			best = a.Outlet
		}
	}
	for _, a := range articles {
		if a.Outlet != "" && !formOf(a.Outlet, best) {
			return ""
		}
	}
	return best
}

// formOf reports whether one of two names is a form of the other: the same words, or the first or last
// words of it (“Herald” of “Dellmar Herald”), or its address (“herald.example”).
func formOf(a, b string) bool {
	if sameOutlet(a, b) {
		return true
	}
	x, y := coreName(a), coreName(b)
	if len(x) < len(y) {
		x, y = y, x
	}
	return y != "" && (x == y || strings.HasSuffix(x, " "+y)) || isHost(a) && spells(hostLabel(a), b) || isHost(b) && spells(hostLabel(b), a)
}

func hostLabel(host string) string { return domainLabel("https://" + strings.ToLower(host)) }

// recurringEnd returns the name that begins or ends the titles of all the articles, as the first has it.
func recurringEnd(articles []*Article, own func(end string) bool) string {
	titles := map[string]bool{}
	for _, a := range articles {
		titles[titleKey(a.Title)] = true
	}
	if len(titles) < leastPages {
		return ""
	}
	for _, end := range articles[0].titleEnds {
		if !own(end) {
			continue
		}
		everywhere := !slices.ContainsFunc(articles, func(a *Article) bool {
			return !slices.ContainsFunc(a.titleEnds, func(e string) bool { return equalOutlet(e, end) })
		})
		if everywhere && !isTopic(end, articles) {
			return end
		}
	}
	return ""
}

// isTopic reports whether the texts of several articles speak of what a title ends with.
func isTopic(end string, articles []*Article) bool {
	var want []uint64
	for w := range strings.FieldsSeq(titleKey(end)) {
		want = append(want, hashOf(w))
	}
	n := 0
	for _, a := range articles {
		if containsRun(a, want) {
			n++
		}
	}
	return float64(n) > topicShare*float64(len(articles))
}

// containsRun reports whether the folded words stand side by side in the body.
func containsRun(a *Article, want []uint64) bool {
	tokens := a.Doc.Tokens()
	for i := 0; i+len(want) <= len(tokens); i++ {
		k := 0
		for k < len(want) && tokens[i+k].Hash == want[k] {
			k++
		}
		if k == len(want) {
			return true
		}
	}
	return false
}

// titleEnds returns the first and last parts of titles between separators that may be the name of an
// outlet.
func titleEnds(titles ...string) []string {
	var out []string
	for _, title := range titles {
		title = squeeze(cut(title, maxHeading))
		for _, sep := range titleSeparators {
			i, j := strings.Index(title, sep), strings.LastIndex(title, sep)
			if i <= 0 || len(sep) < 3 {
				continue
			}
			for _, part := range [...]string{title[j+len(sep):], title[:i]} {
				name := outletName(part, "")
				if nameLike(name) && len(strings.Fields(name)) <= 5 && !slices.Contains(out, name) && len(out) < maxTitleEnds {
					out = append(out, name)
				}
			}
		}
	}
	return out
}
