// Package article turns a captured page into an article: what the page says once its furniture is
// removed, with the evidence for each part.
package article

import (
	"time"

	"hearsay/page"
	"hearsay/text"
)

// Grade says how sure a finding is. Each grade is tied to a written rule (doc/method.md); it is
// never a percentage.
type Grade string

const (
	Strong  Grade = "strong"
	Likely  Grade = "likely"
	Unclear Grade = "unclear"
)

// An Article is what a page says, with the evidence.
type Article struct {
	// ID is derived from content: the first 12 hexadecimal digits of the SHA-256 of the page's
	// SHA-256, its URL and its record name. A record that brings its own id keeps it.
	ID       string
	SHA256   string // of the page
	Source   page.Source
	URL      string
	Captured time.Time // zero if unknown

	// Canonical is the address that the page names as its own (rel=canonical, og:url), if any.
	Canonical string
	Title     string // empty if none was found
	Outlet    string // the name of the outlet; empty if unknown
	// Domain is the registrable domain of URL or, without one, of Canonical; empty if unknown.
	Domain   string
	Language Language
	// Published is when the article was published, nil if nothing on the page tells.
	Published *Date
	// NotBefore is, for an article without Published, the latest day, month or year that its own words
	// place in the past: it cannot have been written before. Its grade is always Unclear: the words may be wrong, or
	// older than the page. Nil if Published is known or the words give no day.
	NotBefore *Date
	// Modified is when the page says it was changed, nil if it does not.
	Modified *Date
	Byline   []string // names as printed, without “By”
	Credits  []Credit
	// Doc is the body: paragraphs separated by blank lines. It does not hold the title.
	Doc *text.Doc
	// Verbatim says that Doc is the text of a record, byte for byte as its maker gave it, so that other
	// offsets may count in it.
	Verbatim bool
	// Paragraphs covers Doc in order.
	Paragraphs []Paragraph
	// Links are the outgoing links of the body, absolute, without fragments, in order.
	Links   []Link
	Removed []Removed
	// Traces are characters in Doc that readers do not see or take for others, in order.
	Traces   []Trace
	Warnings []string

	// titleEnds are the parts of the window's title that may name the outlet, until NameOutlets.
	titleEnds []string

	open  bool       // whether RemoveFurniture may change a text that is Verbatim
	lined *linedPage // the lines of a page that was read by its lines, until RemoveFurniture
}

// Language is the language of an article as an ISO 639-1 code, “und” if it cannot be told.
type Language struct {
	Code  string
	Grade Grade
}

// A Date is a point in time known to some precision: somewhere in the half-open interval
// [From, To). A date without a time of day spans the day in the zone of the evidence, UTC if that
// names none.
//
// Strong: at least two independent places of the page agree on the day. Likely: one place, made for
// machines, a time element, or labelled as the date of publication. Unclear: only running text; a date
// counted back from the capture; one with two readings; one place of a page that was changed long after;
// or a conflict between places.
type Date struct {
	From, To time.Time
	Grade    Grade
	// Evidence lists every candidate found, those that the choice rests on first.
	Evidence []DateEvidence
}

// DateEvidence is one place that names a date.
type DateEvidence struct {
	Kind   string // “JSON-LD datePublished”, “meta article:published_time”, “time element”, “URL”, “text”, “field date” …
	Value  string // as written there
	Agrees bool   // whether it names the day that was chosen
}

// A Credit names an agency or another outlet that the article gives as a source.
type Credit struct {
	Kind   CreditKind
	Agency string     // canonical name; for a pool the word used
	Exact  string     // the words on the page
	Span   *text.Span // where Exact stands in Doc; nil if it stood outside the body
}

// CreditKind tells apart what a credit means; the kinds are never mixed.
type CreditKind string

const (
	Republication CreditKind = "republication" // the text itself is taken from the agency
	Information   CreditKind = "information"   // one statement is attributed to the agency
	Pool          CreditKind = "pool"          // “Agencies”: an origin that nobody can check
	Photo         CreditKind = "photo"         // the picture only
)

// A Paragraph is one paragraph of Doc and the bytes of the captured page that it came from.
type Paragraph struct {
	Span text.Span
	// PageStart and PageEnd are offsets into page.Page.Raw, half-open; -1 if the place could not be
	// found again.
	PageStart, PageEnd int
	// Role is empty for running text, or “heading”, “list”, “quote”.
	Role string
	// Language is the ISO 639-1 code of the paragraph if it surely is in another language than the
	// article, otherwise empty.
	Language string
}

// A Trace is a place in Doc whose characters readers do not see or take for others: what copying
// carries along. It says nothing about intent; editors and converters leave such characters too.
type Trace struct {
	Kind TraceKind
	Span text.Span // the characters themselves, or the word that holds the look-alike letters
	// Exact are the words of the span; Codes name the characters, as in “U+200B ZERO WIDTH SPACE”.
	Exact, Codes string
}

// TraceKind tells apart what a trace is.
type TraceKind string

const (
	Invisible TraceKind = "invisible"  // characters that take no room: zero-width, direction marks out of place
	LookAlike TraceKind = "look-alike" // a letter of another script inside a word
)

// A Link is an outgoing link of the body.
type Link struct {
	URL   string
	Exact string // the words that carry the link
}

// Removed is a piece of the page that is not part of the article, with the reason.
type Removed struct {
	Exact  string
	Reason string
}

// A Ref points at words of an article of a collection: one piece of evidence.
type Ref struct {
	Article int // index into the collection
	Span    text.Span
}

// Time returns the beginning of the publication date, zero if unknown.
func (a *Article) Time() time.Time {
	if a.Published == nil {
		return time.Time{}
	}
	return a.Published.From
}

// Name returns what to call the article in a list: the outlet, else the domain, else the path.
func (a *Article) Name() string {
	switch {
	case a.Outlet != "":
		return a.Outlet
	case a.Domain != "":
		return a.Domain
	}
	return a.Source.Path
}
