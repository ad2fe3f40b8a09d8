package origin

import (
	"fmt"
	"slices"
	"unicode"

	"hearsay/lineage"
	"hearsay/reuse"
)

// tieScripts gives groups that rest on sources named in different scripts open ties: names are not
// carried over from one script to another, so two may mean one source, as where an agency's text was
// translated. Names in one script are different sources. So the names of each script are taken for as
// many of those of the script that has most.
func (c *counting) tieScripts() {
	type named struct {
		member int
		source string
	}
	byScript := make([][]named, len(scripts))
	most := 0
	for _, group := range c.groups.all() {
		i := slices.IndexFunc(group, func(m int) bool { return c.reporting[m] && len(c.rests[m]) > 0 })
		if i < 0 {
			continue
		}
		source := c.sources.Name(c.rests[group[i]][0])
		if k := scriptOf(source); k >= 0 {
			byScript[k] = append(byScript[k], named{group[i], source})
			if len(byScript[k]) > len(byScript[most]) {
				most = k
			}
		}
	}
	for k, list := range byScript {
		for i, n := range list {
			if other := byScript[most][i]; k != most {
				c.openTie(other.member, n.member, fmt.Sprintf(
					"%s and %s are names in different scripts, which may mean one source. The lower number counts %s and %s as one origin.", other.source, n.source, c.labels[other.member], c.labels[n.member]))
			}
		}
	}
}

// scripts are those that most news is written in; others are not told apart.
var scripts = []*unicode.RangeTable{unicode.Latin, unicode.Arabic, unicode.Cyrillic, unicode.Han, unicode.Hebrew, unicode.Greek, unicode.Devanagari, unicode.Hangul}

// scriptOf returns the number of the script of the first letter of a name that has one of scripts; −1
// if there is none.
func scriptOf(name string) int {
	for _, r := range name {
		if k := slices.IndexFunc(scripts, func(script *unicode.RangeTable) bool { return unicode.Is(script, r) }); k >= 0 {
			return k
		}
	}
	return -1
}

// utteredShare is the share of the words of the shorter of two texts that a common quotation must have
// for the report to rest on it.
const utteredShare = 0.15

// tieUtterances gives the articles of a story an open tie of which a good part is the same quotation:
// who only came to hear somebody speak has no other origin than all others who did.
func (c *counting) tieUtterances() {
	for i, p := range c.ties {
		if p.Relation != reuse.QuoteOnly {
			continue
		}
		a, b := c.ends(p)
		shared, short := 0, 0
		for _, m := range [2]int{a, b} {
			doc := c.article(m).Doc
			if all := lineage.AllWords(doc).Words(doc); short == 0 || all < short {
				short, shared = all, lineage.SharedRuns(c.articles, c.ties[i], c.members[m]).Words(doc)
			}
		}
		if float64(shared) >= utteredShare*float64(short) {
			c.openTie(a, b, fmt.Sprintf(
				"%s and %s quote the same words, which are %s of the shorter text: what was said may be all that stands behind both. The lower number counts them as one origin.", c.labels[a], c.labels[b], percent(shared, short)))
		}
	}
}
