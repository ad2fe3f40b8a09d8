package tradition

// The rates below are judgement, not measurement: no public corpus says how often news copies show an
// edit, because in none is the copy's whole history known. Each family says what it is judged by. A
// figure measured with these stories is a figure about such stories.

// Houses: how common a usage is among the houses of the world's English-language news. Most print
// British or agency usage unchanged, about two in five American spelling; figures below ten are mostly
// written out already, so that few houses have to change any; a day without “on”, capital titles and
// one sentence a paragraph are habits of minorities. Quotation marks, “per cent” and courtesy titles
// are drawn in styleOf: curly marks lead because agencies send them, straight ones come of the web, single
// ones of British print; the bare family name is the rule of nearly all agencies.
const (
	americanHouses = 0.4
	izeHouses      = 0.2 // beside the American ones
	digitHouses    = 0.15
	wordHouses     = 0.35
	bareDayHouses  = 0.25
	capitalHouses  = 0.3
	shortHouses    = 0.25
)

// Rewording: how much of a text that is taken over an editor writes anew. Studies of agency copy agree
// that most of it is printed word for word or with a few changes and that a thorough rewrite is the
// exception; so a third is untouched and a tenth rewritten. A light hand works on the top of a text,
// where the reader decides whether to stay. An editor who touches a sentence leaves most of its words. Words
// inside quotation marks are changed rarely, because the marks promise them.
const (
	untouched, light, medium, heavy = 0.35, 0.3, 0.25, 0.1

	lightTop, lightChoice        = 4, 0.3 // of the first sentences only
	mediumSentence, mediumChoice = 0.4, 0.4
	heavySentence, heavyChoice   = 0.85, 0.5
	quotedShare                  = 0.1 // of the rate outside quotation marks
	cutShare                     = 0.5 // of the rate of choices: words that may go
)

// Structure: whole sentences. Cutting from the end is the oldest way of making copy fit, and agency
// reports are written for it, so it is the commonest; a sentence dropped or moved, two sentences made one
// are each the work of an editor who reads the whole, one text in four or five.
const (
	cutsEnd                = 0.45
	cutsLeast, cutsSpan    = 0.5, 0.45 // share of sentences kept
	drops, moves, joins    = 0.25, 0.2, 0.2
	newParagraph           = 0.55 // a writer begins one after a sentence
	merges                 = 0.12 // a stretch of a second text is worked in
	addsOwn, addsArchive   = 0.35, 0.2
	ownReports             = 0.08 // a later text that rests on nobody else's
	newHeadline            = 0.6  // the headline is what desks change first, but many feeds are automatic
	agencyRoot, furtherOne = 0.75, 0.35
)

// Errors: slips, drifting figures and other spellings of names. They are rare, as proof-reading makes
// them, and they are what kinship of texts is read from, so they must not be common.
const (
	noSlip, oneSlip = 0.75, 0.18 // else two
	mended          = 0.25       // of the slips that are taken over
	figureDrifts    = 0.12
	nameDrifts      = 0.15
)

// Marks: what pages tell beside their words. Credits are lost on the way more often than they are
// added; an agency's name has a contract behind it, a newspaper's only courtesy. Nine pages in ten show a
// date, one in five of those the day alone; clocks are wrong where servers, time zones or an editor's hand
// set them.
const (
	handsOnCredit                 = 0.6
	creditsAgency, creditsOutlet  = 0.5, 0.2
	keepsDateline                 = 0.4
	noDate, dayOnly, wrongClock   = 0.08, 0.2, 0.04
	ownDateline                   = 0.5
	linksSource, canonicalOfOther = 0.15, 0.04
)

// Length: a report has a lead, three to five details, one to three statements, one to three further details
// and up to two sentences of background, about 280 words. Agency reports that outlets print are of 200 to
// 500 words; short news of three sentences come about by cutting.
const reportTop, reportRest = 3, 1

// Collection: which texts nobody captured. A tenth to four tenths of all; in half of the stories the
// agencies' own pages first of all, for clients see them on a closed wire.
const (
	lostLeast, lostSpan = 0.1, 0.3
	wireClosed          = 0.5
)
