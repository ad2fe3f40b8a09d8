// Package when finds expressions of time in a text and the interval that each means.
//
// It is a tagger by rules in the form of TIMEX3: dates, times of day, durations and sets, each with its value at the grain at which it
// was said, the interval that is meant, and the day that it was counted from. doc/method.md §14 tells the rules. English is complete;
// of German, French, Spanish, Russian and Arabic it knows absolute dates and the common relative ones (the tables in words).
package when

import (
	"time"

	"hearsay/text"
)

// Version changes when the same input may give another result.
const Version = 2

// AnchorKind tells what an expression was counted from.
type AnchorKind string

const (
	Published AnchorKind = "published" // the day of publication
	Captured  AnchorKind = "captured"  // the day on which the page was captured; publication is unknown
	FromText  AnchorKind = "text"      // a day that the text names before
	None      AnchorKind = "none"      // it says its date in full, or nothing is known to count from
)

// An Anchor is what an expression was counted from.
type Anchor struct {
	Kind AnchorKind
	Day  time.Time // zero if Kind is None
}

// Type is what kind of time an expression means, as TIMEX3 tells them apart.
type Type string

const (
	Date     Type = "DATE"     // a day or a longer stretch of the calendar
	Time     Type = "TIME"     // a time of day, or a part of a day
	Duration Type = "DURATION" // how long
	Set      Type = "SET"      // how often
)

// An Expression is one expression of time.
type Expression struct {
	Span text.Span
	Type Type
	// Value is the date in the form of TIMEX3, as exact as it was said: 2013-03-22, 2013-W12, 2013-03, 2013; XXXX-XX-XX for a day
	// that cannot be placed.
	Value string
	// Mod narrows or loosens the value as TIMEX3 does: START, MID, END of it, APPROX, and for durations LESS_THAN, MORE_THAN,
	// EQUAL_OR_LESS, EQUAL_OR_MORE; mostly empty.
	Mod string
	// From and To are the half-open interval that is meant, in UTC; zero if it cannot be told.
	From, To time.Time
	Anchor   Anchor
	// Alternatives are other days that the words may mean, the likeliest first.
	Alternatives []Reading
}

// A Reading is one way to understand an expression.
type Reading struct {
	Value    string
	From, To time.Time
}

// A Frame is what is known about the text around its expressions.
type Frame struct {
	Published, Captured time.Time // zero if unknown
	Language            string    // ISO 639-1
	// Narrative says that the text tells of the past in order, as histories do: what is not dated in full is counted from the day that
	// was last named, not from publication.
	Narrative bool
}

// anchor returns the day to count from.
func (f Frame) anchor() Anchor {
	switch {
	case !f.Published.IsZero():
		return Anchor{Published, day(f.Published)}
	case !f.Captured.IsZero():
		return Anchor{Captured, day(f.Captured)}
	}
	return Anchor{Kind: None}
}

func day(t time.Time) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}
