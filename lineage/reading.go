package lineage

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay/article"
	"hearsay/text"
)

// telling reports whether a token of doc is a number, or a name by its capital inside a sentence.
func telling(doc *text.Doc, i int) bool {
	tokens := doc.Tokens()
	if tokens[i].Kind == text.Number {
		return true
	}
	span := tokens[i].Span()
	first, _ := utf8.DecodeRuneInString(doc.Text(span))
	if i == 0 || !unicode.IsUpper(first) {
		return false
	}
	between := doc.Text(text.Span{Start: tokens[i-1].Span().End, End: span.Start})
	return !strings.ContainsAny(between, ".!?:\n\"“”„«»")
}

// vocabulary returns the words of the text of a node.
func (s *search) vocabulary(n int) map[uint64]bool {
	if v := s.vocabularies[n]; v != nil {
		return v
	}
	v := map[uint64]bool{}
	for _, t := range s.article(n).Doc.Tokens() {
		v[t.Hash] = true
	}
	s.vocabularies[n] = v
	return v
}

// A sharedReading is a word that both ends of a tie have and most other texts with this wording do not.
type sharedReading struct {
	token   int // in the text of the child
	telling bool
	holders int // how many other texts have it
}

// readingClue names the readings that two texts share against the others with the same wording: a
// changed number or an odd spelling shows that they belong together. It says nothing of the direction.
// Words that other clues tell are left to these.
func (s *search) readingClue(t *tie, to int, told map[uint64]bool) (Clue, bool) {
	all := s.sharedReadings(t, to)
	shared := slices.DeleteFunc(slices.Clone(all), func(r sharedReading) bool {
		return told[s.article(to).Doc.Tokens()[r.token].Hash]
	})
	weight, most := 0.0, 0
	for _, r := range shared {
		most = max(most, r.holders)
		if r.telling {
			weight += tellingWeight
		} else {
			weight += singularWeight
		}
	}
	if weight == 0 || weight < tellingWeight && len(shared) == len(all) {
		return Clue{}, false // a common word or two may be chance
	}
	const named = 5
	slices.SortStableFunc(shared, func(a, b sharedReading) int { return cmp.Compare(bit(b.telling), bit(a.telling)) })
	doc := s.article(to).Doc
	var words []string
	for _, r := range shared[:min(named, len(shared))] {
		words = append(words, "“"+excerpt(doc.Text(doc.Tokens()[r.token].Span()))+"”")
	}
	list := words[0]
	switch last := len(words) - 1; {
	case len(shared) > named:
		list = fmt.Sprintf("%s and %d more words", strings.Join(words, ", "), len(shared)-named)
	case last > 0:
		list = strings.Join(words[:last], ", ") + " and " + words[last]
	}
	rest := "no other text that shares this wording does"
	if most > 0 {
		rest = "most other texts that share this wording do not"
	}
	return Clue{
		Kind: SharedReading, Weight: round(min(weight, mostReadings)),
		Ref:  &article.Ref{Article: s.members[to], Span: doc.Tokens()[shared[0].token].Span()},
		Text: fmt.Sprintf("%s and %s both have %s; %s.", s.labels[t.other(to)], s.labels[to], list, rest),
	}, true
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// sharedReadings returns the readings of a tie in the text of a node, each word once, those of fewest
// holders only. It takes another text with at least half of the same words to compare with, and only
// what stands between or before words of that counts: what the other left out or never had is no
// reading. In a longer change, and before the first words, only numbers and names count. The words of
// credits are left to the clues about these.
func (s *search) sharedReadings(t *tie, n int) []sharedReading {
	others, nearest := s.compared(t, n)
	doc := s.article(n).Doc
	if nearest == nil || 2*t.runs(n).Within(nearest.runs(n)).Words(doc) < t.matched(n) {
		return nil
	}
	known := s.vocabulary(nearest.other(n))
	var out []sharedReading
	seen := map[uint64]bool{}
	own := t.runs(n).Without(s.creditWords(n))
	for _, change := range nearest.changes(n) {
		short := change.To-change.From <= longestVariant && change.To > nearest.runs(n)[0].From
		for _, r := range own.Within(Runs{change}) {
			for i := r.From; i < r.To; i++ {
				hash, mark := doc.Tokens()[i].Hash, telling(doc, i)
				if seen[hash] || known[hash] || !mark && !short {
					continue
				}
				seen[hash] = true
				if holders := s.holders(others, hash); 2*holders < len(others) {
					out = append(out, sharedReading{i, mark, holders})
				}
			}
		}
	}
	return fewestHolders(out)
}

// creditWords returns the words of the credits in the body of a node.
func (s *search) creditWords(n int) Runs {
	a := s.article(n)
	var runs Runs
	for i := range min(len(a.Credits), maxCredits) {
		if ref := s.creditRef(n, &a.Credits[i]); ref != nil {
			runs = append(runs, runOf(a.Doc, ref.Span))
		}
	}
	return tidy(runs)
}

// compared returns the other texts that a node is tied with, and the tie with the nearest of them.
func (s *search) compared(t *tie, n int) (others []int, nearest *tie) {
	for _, o := range s.at[n] {
		if o == t || len(others) == maxOthers {
			continue
		}
		others = append(others, o.other(n))
		if nearest == nil || o.matched(n) > nearest.matched(n) {
			nearest = o
		}
	}
	return others, nearest
}

func (s *search) holders(nodes []int, word uint64) int {
	count := 0
	for _, n := range nodes {
		if s.vocabulary(n)[word] {
			count++
		}
	}
	return count
}

// changes returns the stretches of a node between and before its words that match in a tie, without
// those that are too long for a change.
func (t *tie) changes(n int) Runs {
	runs := t.runs(n)
	if len(runs) == 0 {
		return nil
	}
	between := Runs{{max(0, runs[0].From-longestChange), runs[len(runs)-1].To}}.Without(runs)
	return slices.DeleteFunc(between, func(r Run) bool { return r.To-r.From > longestChange })
}

// fewestHolders keeps the readings that no other text has, if there are any.
func fewestHolders(readings []sharedReading) []sharedReading {
	alone := slices.DeleteFunc(slices.Clone(readings), func(r sharedReading) bool { return r.holders > 0 })
	if len(alone) > 0 {
		return alone
	}
	return readings
}
