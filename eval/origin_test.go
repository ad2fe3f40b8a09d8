package eval

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"hearsay"
	"hearsay/article"
	"hearsay/internal/tradition"
	"hearsay/origin"
	"hearsay/reuse"
	"hearsay/statement"
	"hearsay/story"
)

// counted is how many of the held-back stories are counted.
const counted = 120

// Truth of the counts. The generator knows for every sentence whose writer first wrote it.
//
//   - A statement has as many origins as different writers first wrote the sentences by which pages
//     make it. What somebody said in public is one origin, however many heard it: those who wrote it
//     down from hearing are its witnesses.
//   - The event is what the first sentences of all reports say, each in its own words: that the thing
//     broke. It is given to the count as a statement, because finding that differently worded
//     sentences say the same is not what is measured.
//   - A page goes back to the report at the root of the texts that it was mainly made from; a story has
//     as many origins as there are such reports. A page that adds something of its own to another's
//     report is no further origin of the story, though it is one of the statement that it adds.

// An originScore is the score of intervals of one kind beside answers that need no thought.
type originScore struct {
	n                   int // intervals
	several             int // of which the truth is more than one
	over, inside, exact int
	width, relative     float64 // sums of U−L, and of its share of the widest possible
	wide                int     // intervals of more than one report, which have such a share
}

func (s *originScore) add(atLeast, atMost, truth, reports int) {
	s.n++
	if truth > 1 {
		s.several++
	}
	if atLeast > truth {
		s.over++
	}
	if atLeast <= truth && truth <= atMost {
		s.inside++
	}
	if atLeast == truth {
		s.exact++
	}
	s.width += float64(atMost - atLeast)
	if reports > 1 {
		s.wide++
		s.relative += float64(atMost-atLeast) / float64(reports-1)
	}
}

// originScores are the score of the method and of three answers that need no thought.
type originScores struct{ found, any, one, pages originScore }

func (s *originScores) add(atLeast, atMost, truth, reports int) {
	s.found.add(atLeast, atMost, truth, reports)
	s.any.add(1, reports, truth, reports)
	s.one.add(1, 1, truth, reports)
	s.pages.add(reports, reports, truth, reports)
}

// record writes the score of the method, and of each other answer what speaks against it.
func (s *originScores) record(t *testing.T, name, what string) {
	o := s.found
	record(t, name+".overcounted", share(o.over, o.n), fmt.Sprintf("at least is above the truth, of %d %s; %d have several origins", o.n, what, o.several))
	record(t, name+".inside", share(o.inside, o.n), "the truth lies in the interval")
	record(t, name+".exact_least", share(o.exact, o.n), "at least is the truth")
	record(t, name+".width", o.width/float64(max(o.n, 1)), "at most minus at least, mean")
	record(t, name+".relative_width", o.relative/float64(max(o.wide, 1)), fmt.Sprintf("of the width from 1 to the number of reports, mean of %d with several reports", o.wide))
	record(t, name+".if_always_1.inside", share(s.one.inside, s.one.n), "an interval that is always 1")
	record(t, name+".if_always_1_to_n.width", s.any.width/float64(max(s.any.n, 1)), "an interval from 1 to the number of reports")
	record(t, name+".if_pages_counted.overcounted", share(s.pages.over, s.pages.n), "the number of reports for an answer")
}

// TestOriginsOfTraditions measures counts of origins against stories whose history is known.
func TestOriginsOfTraditions(t *testing.T) {
	for _, mute := range []bool{false, true} {
		name := "origin.traditions.all_clues"
		if mute {
			name = "origin.traditions.words_only"
		}
		m := measureOrigins(t, heldBack, counted, mute)
		m.statements.record(t, name+".statements", "statements found")
		m.events.record(t, name+".event", "events")
		m.stories.record(t, name+".stories", "stories")
		m.witnesses.record(t, name+".witnesses", "statements of what was said")
	}
}

// originMeasure holds the scores of a set of traditions.
type originMeasure struct{ statements, events, stories, witnesses originScores }

func measureOrigins(t *testing.T, seed uint64, n int, mute bool) *originMeasure {
	m := &originMeasure{}
	each(t, n, func(i int) tradition.Options {
		return tradition.Options{Seed: seed + uint64(i), Witnesses: 4 + i%17, Mute: mute}
	}, func(_ int, s traced) {
		for _, st := range s.found.Stories {
			m.add(s, st)
		}
	})
	return m
}

func (m *originMeasure) add(s traced, st hearsay.Story) {
	for _, found := range st.Statements {
		truth, reports := s.writers(found.Reports)
		m.statements.add(found.Origins.AtLeast, found.Origins.AtMost, truth.facts(), reports)
		if w := found.Origins.Witnesses; w != nil && truth.said() {
			m.witnesses.add(w.AtLeast, w.AtMost, len(truth), reports)
		}
	}
	event := s.event(st.Story)
	if truth, reports := s.writers(event.Reports); reports > 0 {
		iv := origin.OfStatement(s.found.Articles, st.Story, s.pairsOf(st.Story), st.Lineage, event)
		m.events.add(iv.AtLeast, iv.AtMost, truth.facts(), reports)
	}
	roots := map[int]bool{}
	for _, member := range st.Members {
		roots[s.root(member.Article)] = true
	}
	m.stories.add(st.Origins.AtLeast, st.Origins.AtMost, len(roots), len(st.Members))
}

// writers are those who first wrote sentences, by the part that a sentence does in a report.
type writers map[int]string

// said reports whether all of the sentences tell what somebody said.
func (w writers) said() bool {
	for _, part := range w {
		if part != "speech" {
			return false
		}
	}
	return true
}

// facts returns how many origins of a fact the writers are.
func (w writers) facts() int {
	n, said := 0, 0
	for _, part := range w {
		if part == "speech" {
			said = 1
		} else {
			n++
		}
	}
	return n + said
}

// writers returns those who first wrote the sentences of reports, and on how many pages these stand.
func (s traced) writers(reports []statement.Report) (writers, int) {
	out, pages := writers{}, map[int]bool{}
	for _, r := range reports {
		pages[r.Article] = true
		one := s.sentenceAt(r.Ref)
		out[one.Origin] = one.Part
	}
	return out, len(pages)
}

// sentenceAt returns the sentence of the history that has most of a piece of a page.
func (s traced) sentenceAt(ref article.Ref) tradition.Sentence {
	doc := s.found.Articles[ref.Article].Doc.String()
	var best tradition.Sentence
	most, at := 0, 0
	for _, one := range s.story.Pages[ref.Article].Sentences {
		i := strings.Index(doc[at:], one.Words)
		if i < 0 {
			continue
		}
		from := at + i
		at = from + len(one.Words)
		if n := min(at, ref.Span.End) - max(from, ref.Span.Start); n > most {
			best, most = one, n
		}
	}
	return best
}

// event returns the statement that all first sentences of reports make.
func (s traced) event(st story.Story) statement.Statement {
	var out statement.Statement
	for _, m := range st.Members {
		doc := s.found.Articles[m.Article].Doc
		for _, span := range doc.Sentences() {
			if ref := (article.Ref{Article: m.Article, Span: span}); s.sentenceAt(ref).Part == "lead" {
				out.Reports = append(out.Reports, statement.Report{Ref: ref})
			}
		}
	}
	return out
}

func (s traced) pairsOf(st story.Story) []reuse.Pair {
	return slices.DeleteFunc(slices.Clone(s.found.Pairs), func(p reuse.Pair) bool {
		has := func(a int) bool {
			return slices.ContainsFunc(st.Members, func(m story.Member) bool { return m.Article == a })
		}
		return !has(p.A) || !has(p.B)
	})
}

// root returns the report that a page goes back to.
func (s traced) root(page int) int {
	at := s.story.Pages[page].Text
	for len(s.story.Texts[at].Parents) > 0 {
		at = s.story.Texts[at].Parents[0]
	}
	return at
}
