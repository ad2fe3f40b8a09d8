package report

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hearsay/article"
	"hearsay/reuse"
	"hearsay/text"
)

// cellText writes a cell as text, so that a test can be read: changed words in [], words
// that stand elsewhere in {}.
func cellText(c cell) string {
	var b strings.Builder
	for _, m := range c.Pieces {
		switch m.Kind {
		case "moved":
			b.WriteString("{" + m.Text + "}")
		case "":
			b.WriteString(m.Text)
		default:
			b.WriteString("[" + m.Text + "]")
		}
	}
	return b.String()
}

func rowsAsText(rows []alignedRow) []string {
	var out []string
	for _, r := range rows {
		out = append(out, string(r.Kind)+": "+cellText(r.Left)+" | "+cellText(r.Right))
	}
	return out
}

func paragraphsIn(d *text.Doc) []article.Paragraph {
	return paragraphsOf(&article.Article{Doc: d})
}

func newAlignment(a, b *text.Doc) alignment {
	return alignment{a: a, b: b, breaks: paragraphsIn(a), anchor: "p", taken: map[string]bool{}}
}

func TestRows(t *testing.T) {
	a := text.NewDoc("The lake rose by four metres.\n\n“We will not wait,” said Varnholt.\n\nTrains were stopped at dawn.\n\nNobody was hurt.")
	b := text.NewDoc("Nobody was hurt!\n\nThe lake rose by five metres. “We will not wait,” said Varnholt.\n\nSend us your pictures.")
	find := func(d *text.Doc, s string) text.Span {
		at := strings.Index(d.String(), s)
		return text.Span{Start: at, End: at + len(s)}
	}
	long := align(a, b, find(a, "The lake rose by four metres.\n\n“We will not wait,” said Varnholt."), find(b, "The lake rose by five metres. “We will not wait,” said Varnholt."))
	moved := align(a, b, find(a, "Nobody was hurt."), find(b, "Nobody was hurt!"))
	moved.Moved = true
	rows, elsewhere := newAlignment(a, b).rows([]reuse.Passage{long, moved})
	want := []string{
		"moved:  | {Nobody was hurt!}",
		"shared: The lake rose by [four] metres. | The lake rose by [five] metres.",
		"shared: “We will not wait,” said Varnholt. | “We will not wait,” said Varnholt.",
		"apart: Trains were stopped at dawn. | ",
		"moved: {Nobody was hurt.} | ",
		"apart:  | Send us your pictures.",
	}
	if diff := cmp.Diff(want, rowsAsText(rows)); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"shared: Nobody was hurt. | Nobody was hurt!"}, rowsAsText(elsewhere)); diff != "" {
		t.Errorf("elsewhere (-want +got):\n%s", diff)
	}
	if got := rows[0].Right.Pieces[0].Href; got != "#"+elsewhere[0].Anchor {
		t.Errorf("the moved words lead to %s, their row is %s", got, elsewhere[0].Anchor)
	}
}

func TestLongGapsAreFoldedAndCut(t *testing.T) {
	long := strings.Repeat("only this page says it ", 20)
	for _, tc := range []struct {
		text      string
		long, cut bool
	}{{"a few words", false, false}, {long, true, false}, {strings.Repeat(long, 3), true, true}} {
		a := text.NewDoc(tc.text)
		rows, _ := newAlignment(a, text.NewDoc("other words")).rows(nil)
		if len(rows) != 1 || rows[0].Left.Long != tc.long || rows[0].Left.Cut != tc.cut || rows[0].Left.Words != len(a.Tokens()) {
			t.Errorf("%d words: %+v", len(a.Tokens()), rows)
		}
	}
}

// TestRowsHoldEveryWord checks, on texts that are aligned by reuse itself, that no word of either
// side is lost and none appears twice.
func TestRowsHoldEveryWord(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		checkRows(t, text.NewDoc(randomText(rng)), text.NewDoc(randomText(rng)))
		a, b := randomPair(rng)
		checkRows(t, text.NewDoc(a), text.NewDoc(b))
	}
}

func FuzzRows(f *testing.F) {
	rng := rand.New(rand.NewPCG(5, 6))
	for range 5 {
		a, b := randomPair(rng)
		f.Add(a, b)
	}
	f.Add("", "x")
	f.Add("“a b c d e f”\n\ng\u202E", "a b c d e f\x00 g")
	f.Fuzz(func(t *testing.T, a, b string) {
		if len(a)+len(b) < 4000 {
			checkRows(t, text.NewDoc(text.Normalize(a)), text.NewDoc(text.Normalize(b)))
		}
	})
}

func checkRows(t *testing.T, a, b *text.Doc) {
	t.Helper()
	rows, elsewhere := newAlignment(a, b).rows(reuse.Compare(a, b, reuse.Options{MinWords: 4}).Passages)
	for k, d := range []*text.Doc{a, b} {
		got := 0
		for _, r := range rows {
			got += wordsShown([]cell{r.Left, r.Right}[k])
		}
		if got != len(d.Tokens()) {
			t.Fatalf("side %d: %d words shown, the text has %d\nA: %q\nB: %q\n%s", k, got, len(d.Tokens()), a, b, strings.Join(rowsAsText(rows), "\n"))
		}
	}
	checkMarking(t, a, b, rows)
	seen := map[string]bool{}
	for _, r := range append(rows, elsewhere...) {
		if r.Anchor != "" && seen[r.Anchor] {
			t.Fatalf("anchor %s twice", r.Anchor)
		}
		seen[r.Anchor] = true
	}
}

// checkMarking checks that marking words changes none, whatever the reasons point at.
func checkMarking(t *testing.T, a, b *text.Doc, rows []alignedRow) {
	t.Helper()
	n := notes{anchor: "p", marked: map[int]bool{}}
	for side, d := range []*text.Doc{a, b} {
		for k := 0; k < len(d.Tokens()); k += 3 { // the spans overlap, and end where no piece ends
			at := d.Tokens()[k].Span().Start
			end := d.Tokens()[min(k+3, len(d.Tokens())-1)].Span().End
			n.views = append(n.views, noteView{N: len(n.views) + 1})
			n.sides[side] = append(n.sides[side], noted{text.Span{Start: at, End: max(at, end)}, len(n.views)})
		}
	}
	joined := func(c cell) string {
		var s strings.Builder
		for _, m := range c.Pieces {
			s.WriteString(m.Text)
		}
		return s.String()
	}
	for _, r := range rows {
		for side, c := range []cell{r.Left, r.Right} {
			before := joined(c)
			n.mark(&c, side, []*text.Doc{a, b}[side])
			if after := joined(c); after != before {
				t.Fatalf("marking made %q of %q", after, before)
			}
		}
	}
}

// wordsShown counts the words of a cell piece by piece: the pieces of one cell are cut between words.
func wordsShown(c cell) int {
	if c.Cut {
		return c.Words
	}
	n := 0
	for _, m := range c.Pieces {
		n += len(text.Tokenize(m.Text, nil))
	}
	return n
}

func randomText(rng *rand.Rand) string {
	a, _ := randomPair(rng)
	return a
}

// randomPair makes a text and another one with some of its sentences: changed, moved, left out.
func randomPair(rng *rand.Rand) (string, string) {
	vocabulary := strings.Fields("dam lake gate valley school river town radio letter mayor water wall night rain wind bus road dog roll coat سد بحيرة وادي 水 库 four 2,500 “open” (west)")
	sentence := func() string {
		words := make([]string, 6+rng.IntN(12))
		for i := range words {
			words[i] = vocabulary[rng.IntN(len(vocabulary))]
		}
		return strings.Join(words, " ") + "."
	}
	join := []string{" ", "\n\n"}
	var a, b strings.Builder
	var kept []string
	for range 2 + rng.IntN(8) {
		s := sentence()
		a.WriteString(s + join[rng.IntN(2)])
		switch rng.IntN(4) {
		case 0:
		case 1:
			kept = append(kept, strings.Replace(s, " ", " really ", 3))
		default:
			kept = append(kept, s)
		}
	}
	if len(kept) > 1 && rng.IntN(2) == 0 {
		kept[0], kept[len(kept)-1] = kept[len(kept)-1], kept[0]
	}
	for _, s := range kept {
		if rng.IntN(3) == 0 {
			b.WriteString(sentence() + " ")
		}
		b.WriteString(s + join[rng.IntN(2)])
	}
	return text.Normalize(a.String()), text.Normalize(b.String() + sentence())
}

func TestDiffering(t *testing.T) {
	for _, tc := range []struct{ base, exact, want string }{
		{"About 2,500 people were told to leave.", "About 2,500 people were told to leave.", "About 2,500 people were told to leave."},
		{"About 2,500 people were told to leave their homes before dawn.", "About 3,500 people were told to leave their homes before dawn.", "About <2,500>[3,500] people were told to leave their homes before dawn."},
		{"About 2,500 people were told to leave their homes before dawn.", "About 2,500 people were told to leave before dawn.", "About 2,500 people were told to leave <their homes> before dawn."},
	} {
		var b strings.Builder
		for _, m := range differing(tc.base, tc.exact) {
			switch m.Kind {
			case "gone":
				b.WriteString("<" + m.Text + ">")
			case "changed":
				b.WriteString("[" + m.Text + "]")
			default:
				b.WriteString(m.Text)
			}
		}
		if b.String() != tc.want {
			t.Errorf("differing(%q, %q) = %q, want %q", tc.base, tc.exact, b.String(), tc.want)
		}
	}
}
