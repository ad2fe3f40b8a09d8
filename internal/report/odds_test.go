package report

import (
	"math"
	"strings"
	"testing"

	"hearsay/article"
	"hearsay/lineage"
)

func TestOddsWords(t *testing.T) {
	circle := []lineage.Clue{{Kind: lineage.Circular}}
	for _, test := range []struct {
		name string
		edge lineage.Edge
		want string // how it ends
	}{
		{"likely", lineage.Edge{Directed: true, Grade: article.Likely, Odds: math.Log(13.7)}, "the odds for this line are 13 : 1."},
		{"just below likely", lineage.Edge{Directed: true, Grade: article.Unclear, Odds: math.Log(3.98)}, "are 3.9 : 1. “Likely” takes at least 4 : 1."},
		{"less likely than not", lineage.Edge{Directed: true, Grade: article.Unclear, Odds: math.Log(0.42)}, "are 1 : 2.4. “Likely” takes at least 4 : 1."},
		{"unlikely", lineage.Edge{Directed: true, Grade: article.Unclear, Odds: math.Log(0.0445)}, "are 1 : 23. “Likely” takes at least 4 : 1."},
		{"contradicted", lineage.Edge{Directed: true, Grade: article.Unclear, Odds: math.Log(130.5)}, "are 130 : 1. They would do for “likely”, but a reason against it keeps it unclear."},
		{"exactly even", lineage.Edge{Directed: true, Grade: article.Unclear}, "are 1.0 : 1. “Likely” takes at least 4 : 1."},
		{"a further source", lineage.Edge{Directed: true, Grade: article.Likely, Further: true}, "It was not weighed against them."},
		{"no direction", lineage.Edge{Grade: article.Unclear}, "so the line has no direction."},
		{"opened circle", lineage.Edge{Grade: article.Unclear, Clues: circle}, ""},
	} {
		if got := oddsWords(test.edge); !strings.HasSuffix(got, test.want) || (got == "") != (test.want == "") {
			t.Errorf("%s: %q, want the end %q", test.name, got, test.want)
		}
	}
}

func TestQuoting(t *testing.T) {
	for _, test := range []struct{ sentence, want string }{
		{"A names B.", "A names B."},
		{"A has “x y” instead of “z”.", "A has “|<x y>|” instead of “|<z>|”."},
		{"A (“one “two” three”) is.", "A (“|<one “two” three>|”) is."},
		{"nothing “” here", "nothing “|” here"},
		{"A “left open", "A “|left open"},
		{"shut” first", "shut” first"},
		{"", ""},
	} {
		var got []string
		whole := ""
		for _, p := range quoting(test.sentence) {
			whole += p.Text
			if p.Foreign {
				p.Text = "<" + p.Text + ">"
			}
			got = append(got, p.Text)
		}
		if strings.Join(got, "|") != test.want || whole != test.sentence {
			t.Errorf("%q: %q, want %q", test.sentence, strings.Join(got, "|"), test.want)
		}
	}
}
