package lineage

import (
	"fmt"
	"strings"
	"testing"

	"hearsay/article"
	"hearsay/internal/golden"
)

// TestClues keeps the words of all clues of the stories of TestFind under review.
func TestClues(t *testing.T) {
	var b strings.Builder
	for _, test := range findTests {
		articles, st, pairs := tell(t, test.drafts...)
		l := Find(articles, st, pairs)
		fmt.Fprintf(&b, "# %s\n", test.name)
		lines := strings.Split(draw(articles, l), "\n")
		for i, e := range l.Edges {
			fmt.Fprintf(&b, "\n%s\n", lines[i])
			for _, c := range e.Clues {
				sign := "+"
				if c.Against {
					sign = "-"
				}
				fmt.Fprintf(&b, "  %s%.2f %s: %s%s\n", sign, c.Weight, c.Kind, c.Text, excerptOf(articles, c.Ref))
			}
		}
		b.WriteString("\n")
	}
	golden.File(t, "testdata/clues.golden", []byte(strings.TrimRight(b.String(), "\n")+"\n"))
}

// excerptOf shows where a clue points: the beginning and the end of its words.
func excerptOf(articles []*article.Article, r *article.Ref) string {
	if r == nil {
		return ""
	}
	words := strings.Fields(articles[r.Article].Doc.Text(r.Span))
	if len(words) > 6 {
		words = append(append([]string{}, words[:3]...), append([]string{"…"}, words[len(words)-2:]...)...)
	}
	return " [" + articles[r.Article].Outlet + ": " + strings.Join(words, " ") + "]"
}
