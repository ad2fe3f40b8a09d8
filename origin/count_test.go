package origin

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"hearsay/statement"
)

// recounted are intervals of many stories and statements, with the tale that they are of.
func recounted(t *testing.T, check func(s tale, iv Interval)) {
	t.Helper()
	tales := make([]tale, 0, 200)
	for _, test := range stories {
		tales = append(tales, tell(t, test.drafts...))
	}
	for seed := range uint64(80) {
		tales = append(tales, tell(t, randomDrafts(rand.New(rand.NewPCG(seed, 3)))...))
	}
	for _, s := range tales {
		check(s, OfStory(s.articles, s.story, s.pairs, s.lineage))
		for _, st := range statement.Find(s.articles, s.story, s.pairs) {
			check(s, OfStatement(s.articles, s.story, s.pairs, s.lineage, st))
		}
	}
}

// TestRecount counts intervals again from their reports and merges alone.
func TestRecount(t *testing.T) {
	witnessed := 0
	recounted(t, func(s tale, iv Interval) {
		again := Count(iv.Reports, iv.Merges)
		if d := cmp.Diff(iv, again, cmpopts.IgnoreFields(Interval{}, "Notes"), cmpopts.EquateEmpty()); d != "" {
			t.Fatalf("counted again from reports and merges (-first +again):\n%s\n%s", d, s.show(iv))
		}
		for _, note := range again.Notes {
			if !slices.Contains(iv.Notes, note) {
				t.Errorf("a note that was not there before: %s", note)
			}
		}
		if w := iv.Witnesses; w != nil {
			witnessed++
			if w.AtLeast < 1 || w.AtLeast > w.AtMost || w.AtMost != len(w.Groups) || w.AtMost < iv.AtMost {
				t.Errorf("%d to %d witnesses in %d groups, of %d to %d origins", w.AtLeast, w.AtMost, len(w.Groups), iv.AtLeast, iv.AtMost)
			}
		}
	})
	if witnessed == 0 {
		t.Error("no statement has witnesses")
	}
}

// TestOverride counts again with what a user knows better: two reports that are one origin although
// nothing on their pages shows it, and two that are not although they were merged.
func TestOverride(t *testing.T) {
	s := tell(t,
		draft{name: "Daily A", at: "3 08:00", body: "0 1 2", byline: "Mara Quill"},
		draft{name: "Site B", at: "3 09:00", body: "0 1 2"},
		draft{name: "Paper Y", at: "3 10:00", body: "5 6"},
	)
	iv := OfStory(s.articles, s.story, s.pairs, s.lineage)
	if iv.String() != "at least 1, at most 2" {
		t.Fatalf("origins: %s", iv)
	}
	joined := Count(iv.Reports, append(slices.Clone(iv.Merges), Merge{Rule: NamedBasis, Reason: "The user knows it.", Articles: []int{1, 2}}))
	if joined.String() != "1" || len(joined.Groups) != 1 {
		t.Errorf("joined by the user: %s", joined)
	}
	split := Count(iv.Reports, slices.DeleteFunc(slices.Clone(iv.Merges), func(m Merge) bool { return slices.Contains(m.Articles, 1) && m.Rule != NoBasis }))
	if split.String() != "at least 1, at most 3" || len(split.Groups) != 3 {
		t.Errorf("taken apart by the user: %s", split)
	}
	if d := cmp.Diff(s.show(iv), s.show(Count(split.Reports, iv.Merges))); d != "" {
		t.Errorf("the override was not taken back:\n%s", d)
	}
}

// TestForeignArticles checks that merges of articles that are not counted do no harm.
func TestForeignArticles(t *testing.T) {
	reports := []Report{{Article: 4, Label: "A"}, {Article: 7, Label: "B", Text: 1}}
	merges := []Merge{{Rule: SameText, Articles: []int{9, 4}}, {Rule: OpenTie, Articles: []int{7, 9}}, {Rule: NamedBasis}}
	if iv := Count(reports, merges); iv.String() != "at least 1, at most 2" {
		t.Errorf("origins: %s", iv)
	}
	if iv := Count(nil, nil); iv.AtLeast != 0 || iv.AtMost != 0 {
		t.Errorf("nothing to count: %s", iv)
	}
}
