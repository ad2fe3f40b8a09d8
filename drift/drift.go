// Package drift follows one utterance across articles: the same words in several outlets, whole, cut, or in another
// translation, with what changed on the way.
package drift

import (
	"crypto/sha256"
	"encoding/hex"
	"time"

	"hearsay/article"
	"hearsay/entity"
	"hearsay/quote"
	"hearsay/text"
)

// Version changes when the same input may give another result.
const Version = 1

// An Utterance is what one speaker said once, as articles quote it.
type Utterance struct {
	// ID is derived from the folded words of the base.
	ID string
	// Base is the index of the variant that the others are compared with: the one in most articles; of those the
	// longest, then the earliest.
	Base     int
	Variants []Variant
	// Speakers are the people and bodies that the quotes are ascribed to, most quotes first; more than one means that the
	// articles disagree, or that a mention was not resolved alike.
	Speakers []Speaker
	// Earliest are the reports with the earliest day or time in the collection; several if their times cannot be
	// told apart, none if no report is dated.
	Earliest []Report
}

// A Variant is one wording of an utterance, and where it stands.
type Variant struct {
	Relation Relation
	Reports  []Report // by time, then by place in the collection
	// Edits lead from the base to the variant, word by word; empty for the base itself.
	Edits []Edit
	// Same is how many words match the base, Words how many the variant has, BaseWords how many the base has.
	Same, Words, BaseWords int
}

// Relation is how a variant relates to the base.
type Relation string

const (
	Base     Relation = "base"
	Verbatim Relation = "verbatim" // the same words; spelling, marks and insertions in brackets may differ
	Cut      Relation = "cut"      // a part of the words, in the same order
	Extended Relation = "extended" // all of them, and more
	Reworded Relation = "reworded" // other words for the same: another translation, or an edit
)

// A Report is a quote of an article.
type Report struct{ Article, Quote int }

// A Speaker is somebody to whom articles ascribe an utterance.
type Speaker struct {
	Entity int    // index into the cast, -1 if not resolved
	Name   string // of the entity, or the words of the mention; empty if no speaker is given
	Count  int    // quotes
}

// An Edit is a stretch of the alignment of two wordings.
type Edit struct {
	Op Op     `json:"op"`
	A  string `json:"a"` // the words of the base
	B  string `json:"b"` // the words of the variant
}

// Op is what an edit does.
type Op string

const (
	Equal   Op = "equal"
	Replace Op = "replace"
	Insert  Op = "insert"
	Delete  Op = "delete"
)

// A Material is what Find reads of a collection.
type Material struct {
	Articles []*article.Article
	Names    []entity.Article
	Quotes   [][]quote.Quote
	Cast     entity.Cast
}

// doc returns the text that the spans of a quote count in.
func (m *Material) doc(r Report) *text.Doc {
	a := m.Articles[r.Article]
	if m.Quotes[r.Article][r.Quote].Zone == quote.InTitle {
		return text.NewDoc(a.Title)
	}
	return a.Doc
}

// entityOf returns the person or body of the cast that a quote is ascribed to, -1 if none.
func (m *Material) entityOf(r Report) int {
	e := m.Quotes[r.Article][r.Quote].Speaker.Entity
	if e < 0 || r.Article >= len(m.Cast.Of) || e >= len(m.Cast.Of[r.Article]) {
		return -1
	}
	return m.Cast.Of[r.Article][e]
}

func idOf(words []token) string {
	h := sha256.New()
	for _, w := range words {
		h.Write([]byte(w.folded))
		h.Write([]byte{' '})
	}
	return "u:" + hex.EncodeToString(h.Sum(nil)[:6])
}

// published returns the earliest moment at which an article can have appeared; zero if unknown.
func published(a *article.Article) time.Time {
	if a.Published == nil || a.Published.Grade == article.Unclear {
		return time.Time{}
	}
	return a.Published.From
}
