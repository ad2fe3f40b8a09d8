// Package origin counts the independent origins behind a story and behind each statement, as an
// interval with the reason for every merge.
package origin

import (
	"fmt"
	"strings"

	"hearsay/article"
	"hearsay/lineage"
	"hearsay/reuse"
	"hearsay/statement"
	"hearsay/story"
)

// Version is the version of the method.
const Version = 2

// An Interval says how many independent origins there are: at least AtLeast and at most AtMost. It
// counts origins in this collection; it says nothing about truth. AtLeast counts the groups that show
// what they rest on, those with an OpenTie between them as one, and is 1 if there are none; AtMost
// counts all groups.
type Interval struct {
	AtLeast, AtMost int
	// Groups are the reports that were merged, each into one origin, in the order of their first
	// report. Every report is in exactly one group.
	Groups []Group
	// Merges are the reasons, in the order in which they were applied.
	Merges []Merge
	// Texts is how many different texts the reports are, counting near-copies once.
	Texts int
	// Notes are sentences about what was seen and not merged by: credits that the wording
	// contradicts, then ties that are too small, in the order of the story, then groups that lean on
	// others.
	Notes []string
	// Reports are what was counted, one for each article, in the order of the story. Reports and Merges
	// alone give the interval: see Count.
	Reports []Report
	// Witnesses says how well it is attested that it was said. It is nil unless a statement was
	// counted that stands in quotation marks in at least one report.
	Witnesses *Witnesses
}

// String returns the interval in words: “2” or “at least 2, at most 3”.
func (iv Interval) String() string {
	if iv.AtLeast == iv.AtMost {
		return fmt.Sprint(iv.AtLeast)
	}
	return fmt.Sprintf("at least %d, at most %d", iv.AtLeast, iv.AtMost)
}

// A Chain is an interval as the steps of its counting.
type Chain struct {
	Pages, Texts        int
	Named, Own, Unknown int // groups by their basis
	Origins             string
}

// Chain returns how the interval was counted.
func (iv Interval) Chain() Chain {
	c := Chain{Texts: iv.Texts, Origins: iv.String()}
	for _, g := range iv.Groups {
		c.Pages += len(g.Articles)
		switch g.Basis {
		case Named:
			c.Named++
		case Own:
			c.Own++
		case Unknown:
			c.Unknown++
		}
	}
	return c
}

// String returns the chain in one line: “14 pages → 5 texts → 2 named bases + 1 unknown: at least 2,
// at most 3”.
func (c Chain) String() string {
	var bases []string
	if c.Named > 0 {
		bases = append(bases, count(c.Named, "named basis", "named bases"))
	}
	if c.Own > 0 {
		bases = append(bases, count(c.Own, "own report", "own reports"))
	}
	if c.Unknown > 0 {
		bases = append(bases, fmt.Sprintf("%d unknown", c.Unknown))
	}
	return fmt.Sprintf("%s → %s → %s: %s", count(c.Pages, "page", "pages"), count(c.Texts, "text", "texts"),
		strings.Join(bases, " + "), c.Origins)
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// A Group is the reports that rest on one origin, or on one that cannot be told.
type Group struct {
	Articles []int // indices into the collection, sorted by the story's order
	Basis    Basis
	// Name says what the group rests on: the agency credited, or the article at its root.
	Name string
}

// Basis says what is known about the origin of a group.
type Basis string

const (
	Named Basis = "named" // a named source: an agency, a press release
	// Own: a text of the group shows signals of an own report, two of these three: its byline names a
	// person; it has a dateline without a source; it speaks of its own correspondent or was told
	// something itself. A dateline that names the very house whose page it is does for two. It credits
	// no source with its text, and at least 40 % of its words stand in no article outside the group.
	Own     Basis = "own"
	Unknown Basis = "unknown" // nothing is stated and no text ties it to another: counted as dependent in AtLeast, as independent in AtMost
)

// A Merge is one step of counting: these articles are one origin, because of the rule.
type Merge struct {
	Rule     Rule
	Reason   string // in words for a reader
	Articles []int  // indices into the collection
}

// Rule names a rule of the design §5, in the order in which they apply.
type Rule string

const (
	SameText       Rule = "same_text"
	DerivedPassage Rule = "derived_passage"
	NamedBasis     Rule = "named_basis"
	UnnamedBasis   Rule = "unnamed_basis"
	SameUtterance  Rule = "same_utterance" // they quote the same words: one origin of the fact, perhaps several witnesses of the utterance
	// OpenTie joins reports for the lower number only: they are tied in a way that may make them one
	// origin and may not.
	OpenTie Rule = "open_tie"
	NoBasis Rule = "no_basis"
)

// OfStory counts the origins behind all articles of a story. Articles are merged into one origin in
// this order:
//
//  1. SameText: identical texts and near-copies.
//  2. DerivedPassage: an article of which at least half of the words stand in its parents together
//     goes to the parent that has most of them; so does one of which at least half stands in
//     another article although nobody can say who took from whom, and one of which at least half
//     stands in those that hang with it on a source that nobody names. It goes to one group only, so
//     that a compilation does not join the reports it was made of. Nor does it go through another
//     article to a third, unless half of what it shares with the other is what that has from the
//     third: else OpenTie.
//  3. NamedBasis: texts that credit the same source with their text, and the texts that are that
//     source's own: pages of it that credit no other source and are not derived. A text without signs
//     of an own report that attributes its first paragraph to a source rests on it, too; to name the
//     outlet of another article of the story is to attribute. The other pages of
//     an outlet have nothing to do with it, nor has a credit more to say where the page that it means
//     is in the same group already. What an article credits that was merged as derived is not asked,
//     nor a credit that the wording contradicts: then the text is another's, and the page of the
//     source has none of it.
//  4. UnnamedBasis: among those without a named basis, texts under the same byline or from the same
//     outlet. A text that is tied to one of another outlet does not count for its outlet here. A
//     pool (“Agencies”) is no basis: two texts that give it may rest on different agencies.
//  5. OpenTie: sources whose names are in different scripts may be one. Articles that share nothing but
//     a quotation may rest on it alone, if it is at least 15 % of the shorter. And articles that an edge
//     of the lineage ties, though too little for rule 2, may have one origin, unless the one that took
//     wording shows the signs of an own report, or both do where it is open who took it.
//  6. NoBasis: what is left without a named source and without the signals of an own report (see
//     Own) counts as dependent in AtLeast and as independent in AtMost. So does a group with a named
//     basis whose text attributes a statement to the source of another group that counts; Notes say so.
//
// It costs the passages of the story's pairs and the words of its articles. The result does not depend
// on the order of articles or pairs, only on that of the story.
func OfStory(articles []*article.Article, st story.Story, pairs []reuse.Pair, l lineage.Lineage) Interval {
	c := newCounting(newGround(articles, st, pairs, l))
	c.mergeSameText()
	c.mergeDerived()
	c.findSources(nil)
	c.mergeNamed()
	c.mergeUnnamed()
	c.findOwn()
	c.tieScripts()
	c.tieUtterances()
	c.tieSmall()
	return c.interval()
}

// OfStatement counts the origins behind one statement of the story: the articles that make it are
// merged as by OfStory, except that only wording counts that holds at least 60 % of the words of one
// of two sentences, and that a source counts as the basis of the statement too where its sentence or
// paragraph attributes it to that source. An article that makes the statement in several sentences of
// different descent goes where most of these words come from, and has an OpenTie with the others.
//
// Articles that share a quotation, but nothing that stands beside it, are merged as SameUtterance: one
// utterance stands behind them, however many attest it; how many do is in Witnesses.
func OfStatement(articles []*article.Article, st story.Story, pairs []reuse.Pair, l lineage.Lineage, s statement.Statement) Interval {
	return OfStatements(articles, st, pairs, l, []statement.Statement{s})[0]
}

// OfStatements counts the origins behind each of several statements of one story, as OfStatement does
// for one, at the cost of preparing the story only once.
func OfStatements(articles []*article.Article, st story.Story, pairs []reuse.Pair, l lineage.Lineage, statements []statement.Statement) []Interval {
	g := newGround(articles, st, pairs, l)
	out := make([]Interval, len(statements))
	for i, s := range statements {
		c := newCounting(g)
		c.report(s)
		c.findSentenceTies()
		c.findHomes()
		c.mergeSameText()
		c.mergeSentence()
		c.findSources(s.Reports)
		c.mergeNamed()
		c.mergeUnnamed()
		c.findOwn()
		c.tieScripts()
		c.findQuotes()
		c.mergeUtterance()
		out[i] = c.interval()
	}
	return out
}
