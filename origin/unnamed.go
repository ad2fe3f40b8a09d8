package origin

import (
	"fmt"
	"slices"
	"strings"

	"hearsay/article"
	"hearsay/lineage"
	"hearsay/text"
)

// mergeUnnamed merges groups without a named basis that share a byline or an outlet. A group of which
// texts of several outlets are tied belongs to none of them: an outlet that may have taken one text
// from another has not for that taken all its texts from there.
func (c *counting) mergeUnnamed() {
	type common struct {
		members []int
		reason  string
	}
	at := map[string]int{}
	var commons []common
	for _, group := range c.groups.all() {
		if c.named(group) {
			continue
		}
		shared := c.outlets(group) > 1
		for _, m := range group {
			if !c.bears[m] {
				continue
			}
			for _, b := range unnamedBases(c.article(m), shared) {
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

// outlets counts the outlets of the members of a group that bear its basis; pages that name none are
// left out.
func (c *counting) outlets(group []int) int {
	seen := map[string]bool{}
	for _, m := range group {
		if key := outletKey(c.article(m)); c.bears[m] && key != "" {
			seen[key] = true
		}
	}
	return len(seen)
}

// unnamedBases returns what the article has in common with others without a source being named;
// shared says that its group holds texts of several outlets.
func unnamedBases(a *article.Article, shared bool) []unnamedBasis {
	var out []unnamedBasis
	for _, name := range lineage.Authors(a) {
		out = append(out, unnamedBasis{"byline " + text.Fold(name), "%s have the same byline: " + escape(name) + "."})
	}
	if outlet := outletKey(a); outlet != "" && !shared {
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
