package lineage

import (
	"cmp"
	"slices"

	"hearsay/article"
	"hearsay/text"
)

// A trace is something odd at the same place of both texts of a tie that copying carries along: a
// character that nobody sees, an odd spelling, a figure that others do not have, a slip. It speaks for
// the tie and not for a direction: either text may have taken it from the other, and both may have it
// from a third.
type trace struct {
	kind ClueKind
	// tokens are the words of the child that show it, and span the place in its text; in the text of the
	// other node the same place begins at word twin.
	tokens Run
	span   text.Span
	twin   int
	weight float64
	// holders is how many of the other texts with these words have it as well, others how many have
	// something else there.
	holders, others int
	says            string // what both do: “both write “goverment””
	rest            string // what other texts do: “3 other texts with these words write “government””, or nothing
}

// The weights of traces are considered guesses in log-odds, like those of rules.go that were not
// measured: how much likelier two texts show the same oddity if one wording came to both with it than
// if each came to it alone.
const (
	// No editor types an invisible character or a letter of another script, and if a program leaves one
	// it does so by a rule, in many places.
	charactersWeight = 3.0
	// mostCharacterOdds is what several of them are worth together: they may have come with one paste.
	mostCharacterOdds = 6.0
	// A word that two people mistype in the same way at the same place.
	misspellingWeight = 2.0
	// Names come in several spellings; figures are updated, by several houses to the same value.
	spelledNameWeight = 1.0
	figureWeight      = 1.0
	// Slips of punctuation have few forms, so that two texts may come to one alone.
	slipWeight = 0.7
)

const (
	// habit is how many places with the same oddity a text may have. What stands in more is the way of a
	// house, of its keyboard or its program, and comes back in all of its texts.
	habit = 3
	// mostHolders is how many other texts may share a trace. What more share tells little of two of them:
	// it came with the wording, or everybody writes so.
	mostHolders = 3
	// shownTraces is how many traces of a tie become clues of their own; the words of the rest remain
	// shared readings.
	shownTraces = 5
	// maxSuspects bounds the words of a tie that are looked at for their spelling.
	maxSuspects = 300
)

// traces returns what is odd at the same places of both texts of a tie, in the text of node to, the
// heaviest first; each word stands in one trace only. What stands inside quotation marks is left out:
// a slip there may be the speaker's, and whoever quotes it has it from that mouth; so is what stands in
// credits. It compares with the texts that the node is tied with, maxOthers at most, and costs their
// alignments with it.
func (s *search) traces(t *tie, to int) []trace {
	l := s.look(t, to)
	all := slices.Concat(l.characters(), l.slips(), l.spellings(), l.figures())
	slices.SortStableFunc(all, func(a, b trace) int {
		return cmp.Or(-cmp.Compare(a.weight, b.weight), a.span.Start-b.span.Start, a.tokens.From-b.tokens.From)
	})
	var out []trace
	var told Runs
	for _, x := range all {
		own := Runs{x.tokens}
		if len(own.Within(told)) > 0 {
			continue
		}
		told = told.Union(own)
		out = append(out, x)
	}
	return out
}

// traceClues puts the first traces of a tie in words and returns the words of the child that they show,
// which count as readings no more.
func (s *search) traceClues(t *tie, to int) (clues []Clue, told map[uint64]bool) {
	told = map[uint64]bool{}
	tokens := s.article(to).Doc.Tokens()
	found := s.traces(t, to)
	for _, x := range found[:min(shownTraces, len(found))] {
		for _, k := range tokens[x.tokens.From:x.tokens.To] {
			told[k.Hash] = true
		}
		clues = append(clues, Clue{
			Kind: x.kind, Weight: round(x.weight),
			Ref:  &article.Ref{Article: s.members[to], Span: x.span},
			Text: s.labels[t.other(to)] + " and " + s.labels[to] + " " + x.says + x.rest + ".",
		})
	}
	return clues, told
}

// weigh sets the weight of a trace. One that more texts have ties these two less: it is spread over all
// that share it.
func (x *trace) weigh(full float64) {
	x.weight = full * 2 / float64(2+x.holders)
}

// rare reports whether few texts share an oddity, and no more than have something else at its place;
// with nothing to compare it, none but the two have it.
func (x *trace) rare() bool {
	return x.holders == 0 || x.holders <= mostHolders && 2+x.holders <= x.others
}

// outnumbered reports whether few texts share the trace, and more have something else at the place:
// only that shows which of two forms is the unusual one, where neither is odd by itself.
func (x *trace) outnumbered() bool { return x.holders <= mostHolders && 2+x.holders < x.others }
