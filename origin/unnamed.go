package origin

import (
	"fmt"
	"slices"
	"strings"

	"hearsay/article"
	"hearsay/lineage"
	"hearsay/text"
)

// mergeUnnamed merges groups without a named basis that share a pool, a byline or an outlet.
func (c *counting) mergeUnnamed() {
	type common struct {
		members []int
		reason  string
	}
	at := map[string]int{}
	var commons []common
	for _, group := range c.groups.all() {
		if _, _, named := c.named(group); named {
			continue
		}
		for _, m := range group {
			if !c.bears[m] {
				continue
			}
			for _, b := range unnamedBases(c.article(m)) {
				i, ok := at[b.key]
				if !ok {
					i = len(commons)
					at[b.key] = i
					commons = append(commons, common{reason: b.reason})
				}
				commons[i].members = append(commons[i].members, m)
			}
		}
	}
	for _, k := range commons {
		if len(k.members) > 1 {
			slices.Sort(k.members)
			c.merge(UnnamedBasis, k.members, fmt.Sprintf(k.reason, c.list(k.members)))
		}
	}
}

// An unnamedBasis is something that makes articles depend on each other although no source is named.
type unnamedBasis struct {
	key    string
	reason string // a format for the list of articles
}

func unnamedBases(a *article.Article) []unnamedBasis {
	var out []unnamedBasis
	for i := range min(len(a.Credits), maxCredits) {
		if a.Credits[i].Kind == article.Pool {
			out = append(out, unnamedBasis{"pool", "%s give agencies in general as their source, which nobody can tell apart."})
			break
		}
	}
	for _, name := range lineage.Authors(a) {
		out = append(out, unnamedBasis{"byline " + text.Fold(name), "%s have the same byline: " + escape(name) + "."})
	}
	if outlet := outletKey(a); outlet != "" {
		out = append(out, unnamedBasis{"outlet " + outlet, "%s come from the same outlet."})
	}
	return out
}

func outletKey(a *article.Article) string {
	if a.Domain != "" {
		return strings.ToLower(a.Domain)
	}
	return lineage.SourceKey(a.Outlet)
}

// escape makes a name safe inside a format.
func escape(name string) string {
	return strings.ReplaceAll(strings.Join(strings.Fields(name), " "), "%", "%%")
}
