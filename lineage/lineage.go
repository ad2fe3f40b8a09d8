// Package lineage tells who took from whom within a story, with the clues for and against.
package lineage

import (
	"cmp"
	"slices"

	"hearsay/article"
	"hearsay/reuse"
	"hearsay/story"
)

// Version is the version of the method.
const Version = 2

// A Lineage is a directed graph over the articles of a story and the sources that they point to but
// that are not in the collection.
type Lineage struct {
	// Nodes holds every member of the story, in the story's order, then the missing sources.
	Nodes []Node
	// Edges are sorted by To, then From. An article may have several parents, each with its passages.
	Edges []Edge
}

// A Node is an article, or a source that is not in the collection.
type Node struct {
	Article int // index into the collection, -1 for a missing source
	// Missing names a source that is not in the collection, as articles credit it. Empty for an article.
	Missing string
}

// An Edge says that two articles are tied by shared wording, and which way it went.
type Edge struct {
	// From and To are indices into Lineage.Nodes: To took from From. Without direction From is the
	// node that comes first in Nodes, and its clues speak for or against that direction.
	From, To int
	// Directed is false where the direction is undetermined: then the edge says only that the two
	// share wording.
	Directed bool
	// Grade follows the odds for this line against all other ways in which To can have come about
	// together: made from another text, the source of From instead, or made from what is not in the
	// collection.
	//
	// Strong: the odds are at least 4 to 1, and To names From as the source of its text, by a republication
	// credit or the address that it gives as its own; or they are at least 19 to 1, and From was published
	// at least five minutes earlier by dates that are likely or strong, or To says “yesterday” where From
	// says “today”. From a missing source: another article credits the source as well, and at least half
	// of the words of one of the two stand in the other.
	//
	// Likely: the odds are at least 4 to 1, and To has at least 25 words or names From; or From is a further
	// parent, and the clues beside the words reach 4. From a missing source: To credits it.
	//
	// Unclear: everything else, every undirected edge, what lies on a circle of clues, and what a date, a
	// credit or a link contradicts.
	Grade article.Grade
	// Odds is the natural logarithm of the odds for this line against all other ways in which To can have
	// come about together: other texts, the other direction, a source outside the collection. It is the
	// sum over all histories of the story that make sense, weighed by what words and marks say, and 0
	// where it was not asked: without a direction, from a missing source, and from a further parent, which
	// explains only what the first does not.
	Odds float64
	// Further marks an edge from a further parent, of a text that has several: it explains what the others
	// do not.
	Further bool
	// Clues are sorted: for the edge before against it, heavier before lighter.
	Clues []Clue
	// Pair is the index into the pairs given to Find of the shared wording; -1 if the edge comes
	// from a missing source and rests on clues alone. In a large set of identical texts, of which
	// one is paired for all, it may be the pair of another member of the set: SharedRuns knows.
	Pair int
}

// A Clue is one reason for or against an edge.
type Clue struct {
	Kind ClueKind
	// Text says it in words for a reader, complete: “Daily A was published 40 minutes before Site B”.
	Text string
	// Ref points at the words that show it, if there are any.
	Ref *article.Ref
	// Weight is the strength in log-odds units of the rule (doc/method.md), always positive.
	Weight float64
	// Against marks a reason against the edge.
	Against bool
}

// ClueKind names the rule behind a clue.
type ClueKind string

const (
	SharedWording ClueKind = "shared_wording" // they share wording at all
	CreditLine    ClueKind = "credit_line"    // one names the other, or its agency, as the source
	Canonical     ClueKind = "canonical"      // one gives the other's address as its own
	OutgoingLink  ClueKind = "link"           // one links to the other
	EarlierDate   ClueKind = "earlier_date"   // one was published earlier, with evidence
	Dateline      ClueKind = "dateline"       // an agency's dateline stands in one only
	Authorship    ClueKind = "authorship"     // author and place of an own report stand in one only
	DayShift      ClueKind = "day_shift"      // one says “yesterday” where the other says “today”
	OwnOpening    ClueKind = "own_opening"    // one begins with words of its own, the other with what both share
	SharedReading ClueKind = "shared_reading" // both have numbers, names or words that the other texts do not
	// What both have at the same place although other texts with these words do not, and copying carries
	// along (see search.traces): invisible characters or letters that look like others, a spelling, a
	// figure, a slip of punctuation or a word set twice. They speak for the tie, not for a direction.
	SharedCharacters ClueKind = "shared_characters"
	SharedSpelling   ClueKind = "shared_spelling"
	SharedFigure     ClueKind = "shared_figure"
	SharedSlip       ClueKind = "shared_slip"

	CommonCredit ClueKind = "common_credit" // both credit the same source
	// ContraryReading: one reads as third texts do, and the other does not.
	ContraryReading ClueKind = "contrary_reading"

	AsNear       ClueKind = "as_near"       // another text is as near
	CommonSource ClueKind = "common_source" // a source outside the collection would explain it too
	Circular     ClueKind = "circular"      // the clues of several articles lead in a circle
)

// Find returns the lineage of one story. pairs is what reuse.Find returned for the bodies of
// articles; pairs of other stories are passed over.
//
// Members are tied by a pair with a passage of at least 25 words, or by passages that hold at least
// 15 % of the shorter text and 20 words (half of it, if it has less than 40), not counting standing phrases and what stands in quotation marks: who
// quotes the same utterance has not copied. Then
//
//   - each text is collated with those it is tied with: where it reads as third texts do and another
//     text does not, it did not have its words from there (collation.go, fit.go);
//   - for each text every other one is weighed as its source, by these readings, by how much the two
//     share, and by dates, credits, links and addresses, against a source outside the collection
//     (chance.go); the weights of all texts together give the probability of every line, summed over
//     all histories in which no text goes back to itself (descent.go);
//   - a text takes the parent that it was most probably made from, if the direction is settled, and
//     further parents for passages of 25 words and more that no other parent explains;
//   - articles that credit a source of which the story has no page hang on that source, as siblings,
//     unless one of them is the likelier source;
//   - ties that are left join what would otherwise fall apart, the nearest texts first.
//
// All members that are tied hang together in the result, and its directed edges form no circle. The
// result does not depend on the order of articles or pairs, only on that of the story.
func Find(articles []*article.Article, st story.Story, pairs []reuse.Pair) Lineage {
	s := newSearch(articles, st, pairs)
	s.findClosing()
	s.findPointers()
	s.findMissing()
	s.findTies()
	s.findFits()
	s.findChances()
	s.chooseParents()
	s.addFurther()
	s.links = append(s.links, s.missingLinks()...)
	s.connect()
	return s.lineage()
}

// A search is the work on one story. Nodes are numbers of its members.
type search struct {
	articles []*article.Article
	pairs    []reuse.Pair
	members  []int // by node: the index into articles
	labels   []string
	forms    shortForms
	profiles []profile
	words    []int // by node: the number of words

	names   [][]int // by node: those that it names
	missing []missing
	rests   [][]int // by node: the missing sources that it credits

	wordings     map[int]*wording // by pair
	vocabularies map[int]map[uint64]bool
	quotations   map[int]Runs // by index into articles
	ties         []*tie       // sorted by nodes
	at           [][]*tie     // by node
	tieOf        map[[2]int]*tie

	tracing tracing

	// inside tells by node how probable it is that it was made from some text of the collection, likeliest
	// how probable the most probable of these is.
	inside, likeliest []float64

	links    []link
	parents  [][]int        // by node: as far as chosen
	credited map[int][2]int // by node, as far as asked: what creditedCopy found, −1 for nothing
}

func newSearch(articles []*article.Article, st story.Story, pairs []reuse.Pair) *search {
	s := &search{
		articles: articles, pairs: pairs, labels: Labels(articles, st), forms: formsOf(articles, st),
		wordings: map[int]*wording{}, vocabularies: map[int]map[uint64]bool{}, quotations: map[int]Runs{},
		parents: make([][]int, len(st.Members)), credited: map[int][2]int{},
	}
	for _, m := range st.Members {
		a := articles[m.Article]
		s.members = append(s.members, m.Article)
		s.profiles = append(s.profiles, profileOf(a, s.forms))
		s.words = append(s.words, AllWords(a.Doc).Words(a.Doc))
	}
	return s
}

func (s *search) article(n int) *article.Article { return s.articles[s.members[n]] }

// lineage puts the links in words and in order.
func (s *search) lineage() Lineage {
	var l Lineage
	for _, m := range s.members {
		l.Nodes = append(l.Nodes, Node{Article: m})
	}
	for _, m := range s.missing {
		l.Nodes = append(l.Nodes, Node{Article: -1, Missing: m.name})
	}
	for _, k := range s.links {
		l.Edges = append(l.Edges, s.edge(k))
	}
	slices.SortFunc(l.Edges, func(a, b Edge) int { return cmp.Or(a.To-b.To, a.From-b.From) })
	return l
}
