// Package hearsay is the whole road, readable in a few functions: pages in, a Case out.
//
//  1. page.Read reads what the user points at.
//  2. article.Read turns each page into an article; article.RemoveFurniture learns across pages of
//     one outlet what is furniture.
//  3. reuse.Find finds the passages that articles share.
//  4. story.Find finds which articles belong together.
//  5. lineage.Find, origin.OfStory, statement.Find and origin.OfStatements work inside a story.
//  6. entity.Find, when.Find and quote.Find read each article by itself; entity.Merge joins its names with
//     those of the others, and drift.Find follows a quote across them.
//
// Collect takes the first two steps, Compare the others. Every step after the reading of the pages is
// a pure function: same input, same version, same result.
package hearsay

import (
	"hearsay/article"
	"hearsay/drift"
	"hearsay/entity"
	"hearsay/lineage"
	"hearsay/origin"
	"hearsay/page"
	"hearsay/reuse"
	"hearsay/statement"
	"hearsay/story"
)

// A Case is everything that was found in a collection of pages.
type Case struct {
	Run      Run
	Articles []*article.Article
	// Annotations are what was found in each article by itself, in the order of Articles.
	Annotations []Annotation
	// Cast is who and what the articles name, each once.
	Cast entity.Cast
	// Pairs are the articles that share wording; indices are into Articles.
	Pairs   []reuse.Pair
	Stories []Story
	Skipped []page.Skip
	// Duplicates are pages that hold the same bytes from the same address as an article that is in
	// Articles; they are listed, not counted.
	Duplicates []Duplicate
}

// A Duplicate is a page that repeats another one byte for byte.
type Duplicate struct {
	Source page.Source
	Of     int // index into Articles
}

// A Story is a story with all that was found inside it.
type Story struct {
	story.Story
	Lineage    lineage.Lineage
	Origins    origin.Interval
	Statements []Statement
	// Utterances are quotes that several articles of the story give, Unshared the direct quotes that only one gives.
	Utterances []drift.Utterance
	Unshared   []drift.Report
}

// A Statement is a statement with its origins.
type Statement struct {
	statement.Statement
	Origins origin.Interval
}

// A Run says what a Case was made from and with.
type Run struct {
	Version string // of Hearsay
	// Methods are the versions of the stages, by package name.
	Methods map[string]int
	Options Options
	// Input is the SHA-256, in hexadecimal digits, over the sorted SHA-256 sums of the pages behind
	// Articles: the same pages give the same.
	Input string
}
