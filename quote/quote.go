// Package quote finds who said what in one article: direct, indirect and mixed quotes with the words that report them, the
// speaker, addressee or medium, and the day of the utterance.
//
// A quote keeps the mention of its speaker (the words on the page) and the resolved speaker (an entity) apart. What
// cannot be told stays empty, with a reason.
package quote

import (
	"hearsay/entity"
	"hearsay/text"
	"hearsay/when"
)

// Version changes when the same input may give another result.
const Version = 1

// Kind tells how the words are given.
type Kind string

const (
	Direct   Kind = "direct"   // all of them between quotation marks, or marked as speech by the page
	Indirect Kind = "indirect" // none of them; the boundaries are approximate
	Mixed    Kind = "mixed"    // quoted words inside indirect speech
)

// Class tells what kind of utterance the cue makes it.
type Class string

const (
	Assertion  Class = "assertion"
	Question   Class = "question"
	Directive  Class = "directive"  // demands, urges, calls for
	Commitment Class = "commitment" // promises, threatens, offers
	Denial     Class = "denial"
	Thought    Class = "thought"  // believes, hopes, fears: nothing was uttered
	Attitude   Class = "attitude" // praises, blames, supports: what was uttered is not given
)

// Factuality tells whether the utterance is reported as having happened.
type Factuality string

const (
	Reported     Factuality = "reported"
	Expected     Factuality = "expected"     // is expected to say, will say
	Hypothetical Factuality = "hypothetical" // if he says
)

// Zone tells where on the page a quote stands.
type Zone string

const (
	InBody  Zone = "body"
	InTitle Zone = "title"  // its spans count in the title
	Teaser  Zone = "teaser" // “Read more: …”: it points to another page and counts for nothing
)

// A Quote is one report of what somebody said, wrote or thought.
type Quote struct {
	Kind       Kind
	Class      Class
	Negative   bool // “did not say whether”, “denied”: the content was not asserted
	Factuality Factuality
	Zone       Zone
	Level      int       // 1 outermost; 2 is a quote inside the content of another
	Parent     int       // index of the quote around it, -1 for none
	Content    []Part    // in order; empty where only the fact of speaking is reported (“declined to comment”)
	Cue        text.Span // empty if there is none
	Lemma      string    // of the cue's main word, empty if it is not in the list
	Speaker    Speaker
	Via        []Via
	// Said is the index into the times of the article of the expression that tells when it was said, -1 if none does.
	Said       int
	Translated bool // the article says that the words are a translation
	// Repeats is the index of an earlier quote of the article with the same words, -1 for none.
	Repeats int
	// Boundary is how sure the ends of the content are.
	Boundary entity.Grade
}

// A Part is one stretch of the words of a quote.
type Part struct {
	Span   text.Span // with its quotation marks
	Quoted bool
	Closed Closed // of quoted words: how their end was found
}

// SpeakerKind tells what the words for a speaker are.
type SpeakerKind string

const (
	ByName    SpeakerKind = "name"
	ByPronoun SpeakerKind = "pronoun"
	ByNoun    SpeakerKind = "noun"      // “the spokesman”
	Group     SpeakerKind = "group"     // “the three parties”, “critics”
	Document  SpeakerKind = "document"  // a report, a poll, a letter
	Medium    SpeakerKind = "medium"    // an agency, a newspaper, a broadcaster
	Anonymous SpeakerKind = "anonymous" // “a security source”
	Nobody    SpeakerKind = "none"
)

// A Speaker is who a quote is ascribed to.
type Speaker struct {
	Mention text.Span // the words on the page; empty if there are none
	Kind    SpeakerKind
	// Entity is the index into the entities of the article, -1 if the mention was not resolved.
	Entity     int
	Name       string // of the entity, or the words of the mention
	Descriptor string // what the article says the speaker is, as “head of the Dawn bloc”
	// Rule is how the mention was tied to the words; Reason says why mention or entity are missing, or how the mention was
	// resolved.
	Rule, Reason string
	// Tied and Resolved are how sure the mention and the entity are.
	Tied, Resolved entity.Grade
}

// A Via is somebody or something between the speaker and the page.
type Via struct {
	Role   ViaRole
	Span   text.Span
	Entity int // index into the entities of the article, -1 if it is none of them
}

// ViaRole tells what a Via is.
type ViaRole string

const (
	Addressee ViaRole = "addressee" // told Tasnim
	Through   ViaRole = "medium"    // in an interview with, on X, in a statement
	Relay     ViaRole = "relay"     // Tasnim quoted him as saying
)

// Text is an article as Find reads it.
type Text struct {
	Title, Body *text.Doc
	Language    string      // ISO 639-1
	Blocks      []text.Span // paragraphs of Body that the page marks as quotations
	Names       entity.Article
	Times       []when.Expression // of Body
}
