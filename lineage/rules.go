package lineage

import "time"

// The rules. A clue about direction says which of two articles took from the other; its weight is in
// log-odds: ln(right/wrong) where it was measured, a considered guess where it was not. Weights of
// one tie are added, those for the other direction subtracted.
//
//	clue                                                weight  rests on
//	the address given as its own is the other's page    6.0     what the mark means
//	a republication credit names the other              4.7     57 right : 0 wrong
//	the address given as its own is on the other's site 4.7     as a credit
//	a link in the body leads to the other               3.0     guess
//	published earlier                                   2.6     42 right : 3 wrong by calendar day
//	a statement is attributed to the other              2.0     guess
//	contained one-sidedly                               1.2     31 right : 9 wrong
//	an agency's line stands in the other only           1.0     guess
//	the other stands between it and a third text        1.0     8 right : 3 wrong
//	author and place stand in the other only            0.8     guess
//
// That the other stands between was measured on the 11 true edges of an artificial tradition of
// manuscripts, where the parent was nearer to all others 8 times.
//
// The other measured figures come from 431 pairs of an agency's reports and what outlets made of them;
// that the agency came first was assumed there. “The shorter is the copy” was right 71 times and
// wrong 27 times; it says the same as containment, only worse, and is not used. When a page was
// captured or crawled says nothing about when it was published (57 : 43) and is never used.
const (
	canonicalPageWeight = 6.0
	canonicalSiteWeight = 4.7
	creditWeight        = 4.7
	linkWeight          = 3.0
	dateWeight          = 2.6
	informationWeight   = 2.0
	containmentWeight   = 1.2
	datelineWeight      = 1.0
	betweenWeight       = 1.0
	authorWeight        = 0.8
)

// The weight of a date is multiplied by the factor of the weaker of the two dates' grades and by the
// factor of the gap between the two intervals. Overlapping intervals say nothing.
const (
	strongDate, likelyDate = 1.0, 0.85
	// An unclear date that only running text names, with nothing that speaks against it, is worth
	// more than one that the places of a page contradict each other about.
	textDate, unclearDate = 0.6, 0.3

	sameDayGap   = 0.8 // less than 24 hours: clocks and time zones of outlets differ
	momentaryGap = 0.2 // less than clearGap: either may have been first
)

// clearGap is the least time between two publications that tells which was first.
const clearGap = 5 * time.Minute

// directionNeeded is the sum of weights from which a direction is stated; below it the direction is
// undetermined. It stands for the source outside the collection that always competes with every
// article as the true parent. Containment alone does not reach it.
const directionNeeded = 1.5

// minTellingWords is how many words an article must have for its wording to show whom it was taken
// from: what is shorter may be all that a page with a film or an advertisement says.
const minTellingWords = 25

// datedLikely is the weight from which a date makes an edge likely. Dates that are unclear do not reach
// it, nor does a gap of moments; two likely dates a few hours apart do.
const datedLikely = 1.7

// Clues that do not tell a direction have these weights.
const (
	commonCreditWeight = 2.0 // both name a source that is not in the collection
	copiedCreditWeight = 0.5 // both name the same source, which the credit may have been copied from
	otherCreditWeight  = 2.0 // the text names another source
	poolCreditWeight   = 1.0 // the text names a source that nobody can check
	asNearWeight       = 0.5 // another text is as near
	commonSourceWeight = 1.0 // a source outside the collection would explain it as well …
	unlikelyCommon     = 0.5 // … although most of the child stands in its parents
	circularWeight     = 2.0 // the clues lead in a circle
	tellingWeight      = 1.0 // a number or a name that only the two have …
	singularWeight     = 0.3 // … and any other word
	mostReadings       = 4.0 // all of these together
)

// blocking is the weight from which a clue against an edge keeps it from any grade but Unclear (see
// Clue.blocks).
const blocking = 1.0

const (
	// A pair is tied if one passage holds at least passageWords words outside quotation marks, or if
	// all together hold at least minTieShare of the shorter text and minTieWords, or half of a text that
	// is shorter still. Phrases scattered over two long texts are no lineage, nor is a phrase in a
	// caption.
	minTieShare = 0.15
	minTieWords = 20

	// One-sided containment: more than containedShare of the one stands in the other, of which less
	// than containerShare stands in the one.
	containedShare = 0.9
	containerShare = 0.8

	// derivedShare is the share of an article's words that must stand in its parents together for
	// dates to make it likely that it took from them. Below it, that both took the shared part from
	// a source outside the collection, a statement or a release, is as good an explanation.
	// A sibling under a missing source bears out a credit if as much is shared with it.
	derivedShare = 0.5

	// passageWords is the number of words outside quotation marks that make a passage telling on its
	// own: it ties two articles, and it gives an article a further parent if no other explains it.
	passageWords = 25
	// maxParents bounds the parents of one article.
	maxParents = 8

	// farther is the share of an article's words by which one text must explain more of it than
	// another for the question which is nearer to be settled without looking at single readings.
	farther = 0.05
	// minReadings is how many readings more must agree with the nearer text, and it must be at least
	// readingsFactor times as many.
	minReadings    = 2
	readingsFactor = 2
	// A word that the other text does not have anywhere counts as singularReading readings, since a
	// correction usually restores a common word and a slip rarely does; a number or a name that it
	// does not have counts as tellingReading, since these rarely change the same way twice.
	singularReading = 2
	tellingReading  = 4

	// longestVariant is the length in tokens of the longest change of which every word counts as a
	// reading, and longestChange that of the longest one of which numbers and names do; what is longer
	// was put in or left out.
	longestVariant = 15
	longestChange  = 30

	// A text stands between another and a third if it has betweenWords words of the third that the
	// other lacks, and the two have in common what the third has not (see search.between).
	betweenWords    = 25
	betweenReadings = 6
	// crossWords is how many words a third text must share with a child beyond its parents, and with the
	// parent beyond the child, to speak against the parent (see search.crossClue, search.openClue).
	crossWords = 4
	// maxThirds bounds the third texts that are asked, and maxOthers those that a shared reading is
	// compared with.
	maxThirds, maxOthers = 8, 64
)
