package story

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hearsay/reuse"
	"hearsay/text"
)

func TestFamiliesDoNotChain(t *testing.T) {
	near := func(a, b int) reuse.Pair {
		return reuse.Pair{A: a, B: b, Relation: reuse.NearCopy, SharedOfA: 0.85, SharedOfB: 0.85}
	}
	same := func(a, b int) reuse.Pair {
		return reuse.Pair{A: a, B: b, Relation: reuse.Identical, SharedOfA: 1, SharedOfB: 1}
	}
	contained := func(a, b int, of float64) reuse.Pair {
		return reuse.Pair{A: a, B: b, Relation: reuse.Contained, SharedOfA: of, SharedOfB: 0.95}
	}
	for _, test := range []struct {
		name  string
		pairs []reuse.Pair
		want  []int
	}{
		{"no pairs", nil, []int{0, 1, 2, 3, 4, 5}},
		{"a chain is cut: every member is near its representative",
			[]reuse.Pair{near(0, 1), near(1, 2), near(2, 3), near(3, 4), near(4, 5)}, []int{1, 1, 1, 3, 3, 5}},
		{"a star of identical texts", []reuse.Pair{same(0, 1), same(0, 2), same(0, 5)}, []int{0, 0, 0, 3, 4, 0}},
		{"identical texts lend each other their pairs",
			[]reuse.Pair{same(0, 1), near(1, 2), same(2, 3)}, []int{0, 0, 0, 0, 4, 5}},
		{"the one with most copies stands for the family",
			[]reuse.Pair{near(0, 3), near(1, 3), near(2, 3)}, []int{3, 3, 3, 3, 4, 5}},
		{"a copy cut by a third is one, a paragraph is not",
			[]reuse.Pair{contained(0, 1, 0.65), contained(0, 2, 0.2)}, []int{0, 0, 2, 3, 4, 5}},
		{"shared quotes and formulas tie nothing",
			[]reuse.Pair{{A: 0, B: 1, Relation: reuse.QuoteOnly, SharedOfA: 0.9, SharedOfB: 0.9}, {A: 2, B: 3, Relation: reuse.FormulaOnly}},
			[]int{0, 1, 2, 3, 4, 5}},
	} {
		if diff := cmp.Diff(test.want, families(6, test.pairs)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
		slices.Reverse(test.pairs)
		if diff := cmp.Diff(test.want, families(6, test.pairs)); diff != "" {
			t.Errorf("%s, pairs reversed (-want +got):\n%s", test.name, diff)
		}
	}
}

// TestAgglomerate compares with the textbook: the whole matrix, searched anew before every merge.
func TestAgglomerate(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		n := 1 + rng.IntN(25)
		links := make([][]link, n)
		matrix := make([][]float64, n)
		for i := range matrix {
			matrix[i] = make([]float64, n)
		}
		for i := range n {
			for k := i + 1; k < n; k++ {
				if rng.IntN(3) > 0 {
					// Multiples of 1/64 add up without rounding, so both ways see the same ties.
					s := float32(rng.IntN(64)) / 64
					matrix[i][k], matrix[k][i] = float64(s), float64(s)
					if s > 0 {
						links[i] = append(links[i], link{int32(k), s})
						links[k] = append(links[k], link{int32(i), s})
					}
				}
			}
		}
		want := textbookAverageLink(matrix, 0.4)
		if got := agglomerate(links, 0.4); !slices.Equal(got, want) {
			t.Fatalf("got %v, want %v", got, want)
		}
	}
}

func textbookAverageLink(sim [][]float64, threshold float64) []int {
	of := make([]int, len(sim))
	members := map[int][]int{}
	for i := range of {
		of[i], members[i] = i, []int{i}
	}
	for {
		bestA, bestB, best := -1, -1, 0.0
		for a := range sim {
			for b := a + 1; b < len(sim); b++ {
				if members[a] == nil || members[b] == nil {
					continue
				}
				sum := 0.0
				for _, i := range members[a] {
					for _, k := range members[b] {
						sum += sim[i][k]
					}
				}
				if mean := sum / float64(len(members[a])*len(members[b])); mean >= threshold && mean > best {
					bestA, bestB, best = a, b, mean
				}
			}
		}
		if bestA < 0 {
			return of
		}
		for _, i := range members[bestB] {
			of[i] = bestA
		}
		members[bestA] = append(members[bestA], members[bestB]...)
		members[bestB] = nil
	}
}

func TestStem(t *testing.T) {
	for _, group := range [][]string{
		{"missile", "missiles"},
		{"city", "city's"},
		{"policies", "policy"},
		{"attack", "attacks", "attacked", "attacking"},
		{"launch", "launches", "launched", "launching"},
		{"crash", "crashes", "crashed"},
		{"الوزير", "وزير", "والوزير", "للوزير"},
		{"مدرسة", "المدرسة"},
		{"правительство", "правительства"},
	} {
		for _, w := range group[1:] {
			if a, b := stem(text.FoldWord(group[0])), stem(text.FoldWord(w)); a != b {
				t.Errorf("%s and %s have the stems %q and %q", group[0], w, a, b)
			}
		}
	}
	for _, pair := range [][2]string{{"2015", "2016"}, {"bus", "business"}, {"gas", "gates"}, {"1000000", "1000001"}} {
		if a, b := stem(pair[0]), stem(pair[1]); a == b {
			t.Errorf("%s and %s have the stem %q in common", pair[0], pair[1], a)
		}
	}
}

func TestLanguageOf(t *testing.T) {
	tables := readTables()
	for want, s := range map[string]string{
		"en":  "The ferry was on its way to the harbour when it hit the pier.",
		"de":  "Die Fähre war auf dem Weg in den Hafen, als sie gegen den Pier stieß.",
		"fr":  "Le ferry était en route vers le port quand il a heurté la jetée.",
		"ru":  "Паром шел в порт, когда он ударился о причал, как сообщили в мэрии.",
		"ar":  "كانت العبارة في طريقها إلى الميناء عندما اصطدمت به.",
		"und": "xqzt vbnm wrtp klsd fghj",
	} {
		got := tables.backgrounds[tables.languageOf(text.Tokenize(s, nil))].code
		if got != want {
			t.Errorf("%q is taken for %s, want %s", s, got, want)
		}
	}
}

func TestNamedDays(t *testing.T) {
	published := at(2024, 3, 5)
	for _, test := range []struct {
		code, text string
		want       []day
	}{
		{"en", "It happened on 14 March 2019 and again on March 16th, 2019.", []day{dayOf(at(2019, 3, 14)), dayOf(at(2019, 3, 16))}},
		{"en", "On February 27 he left; in May 2023 he was back.", []day{dayOf(at(2024, 2, 27))}},
		{"en", "The trial begins on 9 March.", []day{dayOf(at(2024, 3, 9))}},
		{"en", "Since 20 December nothing moved.", []day{dayOf(at(2023, 12, 20))}},
		{"de", "Am 3. Januar 2024 brach der Damm.", []day{dayOf(at(2024, 1, 3))}},
		{"ar", "في 14 يناير 2024 انهار السد", []day{dayOf(at(2024, 1, 14))}},
		{"en", "He may 400 times march.", nil},
	} {
		tables := readTables()
		i := slices.IndexFunc(tables.backgrounds, func(b background) bool { return b.code == test.code })
		got := namedDays(text.NewDoc(test.text), tables.backgrounds[i].months, published)
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.text, diff)
		}
	}
}

func TestOpener(t *testing.T) {
	doc := text.NewDoc("Rain fell. “Never,” said Mayor Achterberg. (Police agreed.) In Selwick all slept.")
	o := opener{doc: doc}
	var names []string
	for _, token := range doc.Tokens() {
		if w := doc.Text(token.Span()); capital(w) && !o.begins(token.Span()) {
			names = append(names, w)
		}
	}
	if diff := cmp.Diff([]string{"Mayor", "Achterberg", "Selwick"}, names); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
}
