package demo

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
)

//go:embed gold.json
var goldJSON []byte

// A Gold says what is true of the corpus and, beside it, what can be known from the pages alone.
// Pages are named by their path in Pages; a record of a file by the path, “#” and the record,
// as in “exports/monitor-2024-03-17.jsonl#line 1”.
type Gold struct {
	Format string `json:"format"`
	About  string `json:"about"`
	// Pages lists every page, sorted by name.
	Pages []Page `json:"pages"`
	// Families groups the pages by the text that they come from. Every page is in exactly one.
	Families []Family `json:"families"`
	// NearCopies are the sets of pages that share clearly more than 80 % of the words of each.
	NearCopies [][]string `json:"near_copies"`
	// Edges are the true derivations and what a careful method can say about them.
	Edges []Edge `json:"edges"`
	// NotEdges are pairs that invite an edge and must not get one.
	NotEdges   []NotEdge   `json:"not_edges"`
	Stories    []Story     `json:"stories"`
	Statements []Statement `json:"statements"`
}

// A Page is what extraction should find on one page.
type Page struct {
	Page  string `json:"page"`
	Story string `json:"story"` // ID of a Story
	Text  string `json:"text"`  // ID of a Family
	// URL is the address of the page, empty if the page does not tell it.
	URL string `json:"url"`
	// Canonical is the address that the page gives as its own where that is not URL.
	Canonical string `json:"canonical"`
	Outlet    string `json:"outlet"` // empty if nothing on the page names it
	// OutletShown says where the page names its outlet.
	OutletShown []string `json:"outlet_shown"`
	Domain      string   `json:"domain"` // registrable domain; empty if the page does not tell
	Title       string   `json:"title"`
	Language    string   `json:"language"` // ISO 639-1
	Charset     string   `json:"charset"`  // WHATWG name
	// Published is nil if nothing on the page tells.
	Published *Published `json:"published"`
	Modified  string     `json:"modified"` // RFC 3339, empty if the page names no change
	Byline    []string   `json:"byline"`
	// Desk marks a byline that names no person but an agency, a desk or an account. A method may
	// leave it out.
	Desk    bool     `json:"desk"`
	Credits []Credit `json:"credits"`
	// Begins and Ends are the first and the last paragraph of the body, complete.
	Begins string `json:"begins"`
	Ends   string `json:"ends"`
	// Paragraphs is their number, headings inside the body included.
	Paragraphs int `json:"paragraphs"`
	// Optional are lines that a method may count as body or not, and that Begins, Ends and
	// Paragraphs leave out: a standfirst, a source line, a note of an update.
	Optional []string `json:"optional"`
	// Furniture holds words of the page that are no part of the article.
	Furniture []string `json:"furniture"`
}

// Published is a publication date and where the page shows it.
type Published struct {
	// Value is RFC 3339, or a day, or a day and time without a zone, as far as the page tells.
	Value     string   `json:"value"`
	Precision string   `json:"precision"` // “minute” or “day”
	Shown     []string `json:"shown"`
}

// A Credit is a source that the page names.
type Credit struct {
	Kind   string `json:"kind"` // republication, information, pool or photo
	Name   string `json:"name"`
	Exact  string `json:"exact"`   // the words on the page
	InBody bool   `json:"in_body"` // whether they stand in the running text
}

// A Family is the pages that come from one text.
type Family struct {
	ID    string   `json:"id"`
	Note  string   `json:"note"`
	Pages []string `json:"pages"`
}

// Outcome is what a careful method can say about an edge.
type Outcome string

const (
	Directed     Outcome = "directed"     // from the source named in From, or from one of Accept
	Undetermined Outcome = "undetermined" // tied, but the pages do not show which way
	MissingNode  Outcome = "missing"      // from the agency in Missing, which is not in the collection
	Version      Outcome = "version"      // the same address captured twice; a directed edge is right too
)

// An Edge is one derivation.
type Edge struct {
	To   string `json:"to"`
	From string `json:"from"` // empty if Missing is set
	// Missing names the source where it is not in the collection.
	Missing string   `json:"missing"`
	How     []string `json:"how"`   // the kinds of derivation
	Edits   []string `json:"edits"` // every deliberate change
	Expect  Outcome  `json:"expect"`
	// Why says which signs on the pages lead to Expect.
	Why string `json:"why"`
	// Accept are other pages that may stand for From, for the pages cannot tell them apart.
	Accept []string `json:"accept"`
	// Passages is the number of separate passages taken, where a page has several sources.
	Passages int `json:"passages"`
}

// A NotEdge is a pair without derivation between the two.
type NotEdge struct {
	A string `json:"a"`
	B string `json:"b"`
	// Shares is what the two have in common: “nothing”, a “quote”, or a “source” that both credit.
	Shares string `json:"shares"`
	Why    string `json:"why"`
}

// A Story is one event or running matter.
type Story struct {
	ID    string   `json:"id"`
	Title string   `json:"title"`
	Pages []string `json:"pages"`
	// Parts are the pages by language: what a method finds that does not link across languages.
	Parts []Part `json:"parts"`
	Note  string `json:"note"`
}

// A Part is the pages of a story in one language.
type Part struct {
	Language string       `json:"language"`
	Pages    []string     `json:"pages"`
	Origins  StoryOrigins `json:"origins"`
}

// Origins is a true number of origins and the bounds that can be known. AtLeast and AtMost list
// every value that is right for a bound.
type Origins struct {
	True    int   `json:"true"`
	AtLeast []int `json:"at_least"`
	AtMost  []int `json:"at_most"`
}

// StoryOrigins are the origins behind one part of a story.
type StoryOrigins struct {
	Origins
	Groups []OriginGroup `json:"groups"`
	// Between are pages that rest on more than one group and may be counted with either.
	Between []string `json:"between"`
	Note    string   `json:"note"`
}

// An OriginGroup is the pages that rest on one origin.
type OriginGroup struct {
	Basis string   `json:"basis"` // named, own or unknown
	Name  string   `json:"name"`
	Pages []string `json:"pages"`
}

// A Statement is a sentence that several pages report.
type Statement struct {
	ID   string `json:"id"`
	Text string `json:"text"` // as it stands on Page
	Page string `json:"page"`
	// Reports are the sentences that share at least 60 % of their words with Text, the changed
	// ones among them.
	Reports []Quote `json:"reports"`
	// Variants are the places where figure or wording changed on the way.
	Variants []Quote `json:"variants"`
	// AlsoSaid are places that say the same in other words or in another language.
	AlsoSaid []Quote          `json:"also_said"`
	Origins  StatementOrigins `json:"origins"`
}

// StatementOrigins are the origins behind the reports of a statement.
type StatementOrigins struct {
	Origins
	// Witnesses is the number of reporters who heard the words themselves, where that is not True.
	Witnesses int    `json:"witnesses"`
	Why       string `json:"why"`
}

// A Quote is words of a page.
type Quote struct {
	Page   string `json:"page"`
	Exact  string `json:"exact"`
	Change string `json:"change"` // of a variant: what became what
}

// ReadGold returns the gold file. It fails if the file does not have the form of Gold.
func ReadGold() (*Gold, error) {
	d := json.NewDecoder(bytes.NewReader(goldJSON))
	d.DisallowUnknownFields()
	var g Gold
	if err := d.Decode(&g); err != nil {
		return nil, fmt.Errorf("read gold.json of the demonstration corpus: %w", err)
	}
	return &g, nil
}
