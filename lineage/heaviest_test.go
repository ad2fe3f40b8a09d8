package lineage

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"hearsay/article"
)

// TestSharedWordingPointsAtTheHeaviestPassage weighs two shared passages otherwise than by their length:
// the clue points at the one whose words say most, however few they are.
func TestSharedWordingPointsAtTheHeaviestPassage(t *testing.T) {
	articles, st, pairs := tell(t,
		draft{name: "Agency X", at: "3 08:00", body: "0 1"},
		draft{name: "Site B", at: "3 08:40", body: "1 0", credits: "republication: Agency X"})
	if len(pairs) != 1 || len(pairs[0].Passages) != 2 || pairs[0].Passages[0].SameWords == pairs[0].Passages[1].SameWords {
		t.Fatalf("want one pair of two passages that differ in length: %+v", pairs)
	}
	passages := pairs[0].Passages
	for heavy := range passages {
		passages[heavy].Mass, passages[1-heavy].Mass = 90, 30
		var got *article.Ref
		for _, e := range Find(articles, st, pairs).Edges {
			for _, c := range e.Clues {
				if c.Kind == SharedWording {
					got = c.Ref
				}
			}
		}
		if diff := cmp.Diff(&article.Ref{Article: 1, Span: passages[heavy].B}, got); diff != "" {
			t.Errorf("passage %d is the heavier: %s", heavy, diff)
		}
	}
}
