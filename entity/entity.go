// Package entity finds the people, organisations and places that a text names, tells which mentions mean the same one, and
// joins them across the articles of a case.
//
// It works without a trained model: names are capitalised runs weighed against how the whole collection writes their words; kinds are votes of
// titles, roles, word lists and neighbours, each kept with its place; and every joining keeps its reason. What cannot be told stays open.
package entity

import "hearsay/text"

// Version changes when the same input may give another result.
const Version = 1

// Kind is what a name names.
type Kind string

const (
	Person       Kind = "person"
	Organisation Kind = "organisation"
	Place        Kind = "place"
	Other        Kind = "other" // an event, a work, a law, a product
	Unknown      Kind = "unknown"
)

// Grade says how sure a finding is, in the words of article.Grade.
type Grade string

const (
	Strong  Grade = "strong"
	Likely  Grade = "likely"
	Unclear Grade = "unclear"
)

// Form is how a mention refers.
type Form string

const (
	Full    Form = "full"    // a name of several words, or the only form there is
	Short   Form = "short"   // a surname, a given name, or one word of a longer name
	Acronym Form = "acronym" // letters that stand for a name
	Nominal Form = "nominal" // “the spokesman”, “the group”
	Pronoun Form = "pronoun" // he, she
)

// A Text is what Find reads of one article.
type Text struct {
	Title, Body *text.Doc
	Language    string // ISO 639-1, “und” if unknown
}

// An Article is what one article names.
type Article struct {
	// Mentions come in order: those of the title, then those of the body. They never overlap.
	Mentions []Mention
	Entities []Entity
}

// A Mention is one place that refers to somebody or something.
type Mention struct {
	Span    text.Span // the name without titles
	InTitle bool      // Span counts in the title, else in the body
	Form    Form
	// Entity is the index into Article.Entities, -1 if it is open what is meant.
	Entity int
	// Reason says how the mention was tied to its entity, or why it was not.
	Reason string
	// Candidates are the entities that the mention may mean, where it is open.
	Candidates []int
}

// An Entity is what the mentions of one article refer to.
type Entity struct {
	Name        string // the fullest form
	Kind        Kind
	KindVotes   []Vote // heaviest first
	Aliases     []Alias
	Descriptors []Descriptor
	Gender      Gender
	Mentions    []int // indices into Article.Mentions
	Merges      []Joining
}

// A Vote is one reason for a kind.
type Vote struct {
	Kind    Kind
	Text    string    // why, in words
	Span    text.Span // the name that the vote was cast at
	InTitle bool      // Span counts in the title, else in the body
	Weight  float64   // log-odds, natural logarithm
}

// An Alias is one spelling of a name.
type Alias struct {
	Form  string
	Count int
}

// A Descriptor is what the article says that somebody is: a title, a role, an apposition.
type Descriptor struct {
	Words   string
	Span    text.Span
	InTitle bool // Span counts in the title, else in the body
}

// Gender is the grammatical gender that pronouns of a person take.
type Gender string

const (
	Male          Gender = "male"
	Female        Gender = "female"
	UnknownGender Gender = ""
)

// A Joining is one step in which two forms of a name were taken for one.
type Joining struct {
	A    string `json:"a"`
	B    string `json:"b"`
	Rule string `json:"rule"`
	// Score is that of the comparison of names, 0 to 1; 0 where the rule needs none.
	Score float64 `json:"score"`
}
