package lineage

import "time"

// The rules. A clue about direction says which of two articles took from the other; its weight is in
// log-odds: ln(right/wrong) where it was measured, a considered guess where it was not. Weights of
// one tie are added, those for the other direction subtracted.
//
//	clue                                                weight  rests on
//	the address given as its own is the other's page    6.0     what the mark means
//	a republication credit names the other              4.7     246 right : 0 wrong
//	the address given as its own is on the other's site 4.7     as a credit
//	a link in the body leads to the other               3.0     guess
//	published earlier                                   2.6     14 right to 1 wrong by calendar day
//	says “yesterday” where the other says “today”       2.2     57 right : 0 wrong, as a likely date
//	a statement is attributed to the other              2.0     guess
//	words of its own before what both share             1.4     32 right : 0 wrong; 207 : 60 between outlets
//	an agency's line stands in the other only           1.0     guess
//	author and place stand in the other only            0.8     guess
//
// The measured figures come from 431 pairs of an agency's reports and what outlets made of them; that the
// agency came first was assumed there, and the days are those of capture. Which text is shorter, or
// stands nearly all in the other, is not used: it was right 56 times and wrong 30 times there, and 27 to
// 55 once the agency's dateline and closing line were left out, so that it was these that spoke.
// When a page was captured or crawled says nothing about when it was published and is never used.
const (
	canonicalPageWeight = 6.0
	canonicalSiteWeight = 4.7
	creditWeight        = 4.7
	linkWeight          = 3.0
	dateWeight          = 2.6
	informationWeight   = 2.0
	dayShiftWeight      = 2.2
	ownOpeningWeight    = 1.4
	datelineWeight      = 1.0
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

// contradicting is the weight from which a mark for the other direction keeps a line from any grade but
// Unclear. An agency's line that only the later text carries is no such mark: lines are lost.
const contradicting = 1.0

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

const (
	// A pair is tied if one passage holds at least passageWords words outside quotation marks, or if
	// all together hold at least minTieShare of the shorter text and minTieWords, or half of a text that
	// is shorter still. Phrases scattered over two long texts are no lineage, nor is a phrase in a
	// caption.
	minTieShare = 0.15
	minTieWords = 20

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

	// longestVariant is the length in tokens of the longest change of which every word counts as a
	// reading, and longestChange that of the longest one of which numbers and names do; what is longer
	// was put in or left out.
	longestVariant = 15
	longestChange  = 30

	// maxOthers bounds the texts that one is compared with.
	maxOthers = 64
)

// wordOdds are the weights, in log-odds, by which the words of two texts speak for one as the source of
// the other against its having been made from nothing in the collection.
type wordOdds struct {
	source    float64 // to begin with
	ties      float64 // times the logarithm of the number of texts that the child is tied with
	share     float64 // times the share of the child's words that match
	apart     float64 // times the share of the words of both that do not match
	contrary  float64 // times the logarithm of one more than the number of contrary readings
	odd       float64 // the same for those of them that are figures, names or misspellings
	doubtful  float64 // the same for readings that one other text has, which may be made from the child
	light     float64 // the same for short words put in or left out
	elsewhere float64 // if the child has elsewhereWords words in a row from others that the source lacks
}

// The weights were fitted on 200 generated stories with known history that are not among those by which
// the result is measured. Where dates tell which text was first, the words need not; where they do not,
// texts that are far apart, or that have many kin, say more.
var (
	datedWords   = wordOdds{source: 0.7, ties: 0.8, share: 0.7, apart: -4.7, contrary: -1.4, odd: -1.4, doubtful: -0.6, light: -0.1, elsewhere: -1.2}
	undatedWords = wordOdds{source: 0.6, ties: 1.5, share: 0.9, apart: -6.1, contrary: -1.65, odd: -1.1, doubtful: -0.5, light: -0.4, elsewhere: -1.0}
)

const (
	elsewhereWords = 12

	// That a text was published earlier makes it a likelier source by earlierOdds at most, for most
	// earlier texts are none, and the less so the longer before: news is copied soon. delayOdds is taken
	// off for every e-fold of the delay in minutes. That a text was published later makes it less likely by
	// the whole weight of the dates.
	earlierOdds = 1.4
	delayOdds   = 0.2
	// A credit that stands in both may have been handed on. A text is less likely to have come from one that
	// credits a source which is not in the collection, for both may have come from there. A text that others name as their
	// source is likelier to be one, by namedOdds times the logarithm of one more than their number.
	handsOnOdds     = 2.5
	otherCreditOdds = 1.0
	sourceRestsOdds = 2.2
	namedOdds       = 1.0
	mostNamed       = 5 // more members that name a text add nothing
	// A page that has the words of another page of its own site most likely has them from there.
	sameSiteOdds = 1.5
)

const (
	// A line is drawn with a direction from the probability directedChance on, and if it is oneWay times as
	// probable as the other direction (see search.directs).
	directedChance = 0.5
	oneWay         = 3
	// likelyChance and strongChance are the probabilities from which a line may be graded so.
	likelyChance = 0.8
	strongChance = 0.95
	// furtherLikely is the sum of the clues beside the words from which a further parent is likely: what
	// is taken from one text says nothing about what is taken from another.
	furtherLikely = 4.0
	// nearChance is the share of the probability of the best source from which another is said to be as
	// near.
	nearChance = 0.4
	// sameChance is the difference below which two probabilities are the same: sums of numbers in another
	// order differ by less.
	sameChance = 1e-9
	// mostCounted is the largest set of tied texts whose histories are summed over, because that costs the
	// cube of their number; in larger ones each text is weighed by itself.
	mostCounted = 400
)
