package lineage

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"hearsay/article"
	"hearsay/text"
)

// oddities are changes that leave a trace, by the kind of it.
var oddities = []struct {
	kind   ClueKind
	change string
}{
	{SharedCharacters, "foundations=foun\u200bdations"}, {SharedCharacters, "roads office=roads \u2060office"},
	{SharedCharacters, "council=c\u043euncil"}, {SharedSpelling, "provincial=provinical"}, {SharedSpelling, "kilometre=kilomettre"},
	{SharedSpelling, "Stonewell=Stonevel"}, {SharedFigure, "in 1958=in 1985"},
	{SharedSlip, "the foundations=the the foundations"}, {SharedSlip, "upstream, according=upstream,according"},
	{SharedSlip, "(slowing)=(slowing"},
}

// TestTracesOfPairs gives two of several texts of a family the same oddity, or each of them another one,
// or none, and asks for traces of all ties: the two have theirs, no others have any, and both ends of a
// tie tell the same.
func TestTracesOfPairs(t *testing.T) {
	for seed := range uint64(120) {
		r := rand.New(rand.NewPCG(seed, 4))
		n := 5 + r.IntN(3)
		drafts := make([]draft, n)
		for i := range drafts {
			drafts[i] = draft{name: fmt.Sprintf("Site %c", 'A'+i), at: fmt.Sprintf("3 %02d:00", r.IntN(24)), body: "0 1 2 3",
				change: "at first light=in 1958|without slowing=without (slowing)|" + own[i%len(own)]}
		}
		want := map[string]string{}
		odd := oddities[r.IntN(len(oddities))]
		switch x, y := r.IntN(n), r.IntN(n); {
		case x == y: // one text alone
			drafts[x].change += "|" + odd.change
		default:
			drafts[x].change += "|" + odd.change
			drafts[y].change += "|" + odd.change
			want[drafts[x].name+" > "+drafts[y].name] = string(odd.kind)
			want[drafts[y].name+" > "+drafts[x].name] = string(odd.kind)
		}
		articles := make([]*article.Article, n)
		for i, d := range drafts {
			articles[i] = seeTraces(t, d.article(t))
		}
		got := map[string]string{}
		for key, lines := range tracesOf(t, articles) {
			for _, line := range lines {
				got[key] += strings.TrimSuffix(strings.Fields(line)[1], ":")
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("seed %d, %q: %s", seed, odd.change, diff)
		}
	}
}

// TestTracesDoNotCountTwice checks that a trace is a clue of the edge, with its words, and that these
// words are no shared reading as well.
func TestTracesDoNotCountTwice(t *testing.T) {
	c := traceCase{both: "provincial=provinical|Stonewell=Stonevel|knocked cups from=swept cups off|jolt=lurch|embankment=quay", others: []string{"", "", ""}}
	articles := c.family(t)
	st := storyOf(articles)
	l := Find(articles, st, pairsOf(articles))
	found := 0
	for _, e := range l.Edges {
		for _, clue := range e.Clues {
			switch {
			case clue.Kind == SharedSpelling:
				found++
				if got := articles[clue.Ref.Article].Doc.Text(clue.Ref.Span); got != "provinical" && got != "Stonevel" {
					t.Errorf("the clue %q points at %q", clue.Text, got)
				}
			case clue.Kind == SharedReading && (strings.Contains(clue.Text, "provinical") || strings.Contains(clue.Text, "Stonevel")):
				t.Errorf("counted twice: %q", clue.Text)
			}
		}
	}
	if found != 2 {
		t.Errorf("%d clues of spelling on the edges, want 2", found)
	}
}

// TestOneEdit makes random edits of random words and finds them again.
func TestOneEdit(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 5))
	for range 5000 {
		a := make([]rune, 1+r.IntN(9))
		for i := range a {
			a[i] = 'a' + rune(r.IntN(4))
		}
		b := slices.Clone(a)
		at := r.IntN(len(a))
		switch r.IntN(4) {
		case 0:
			b = slices.Delete(b, at, at+1)
		case 1:
			b = slices.Insert(b, at, 'z')
		case 2:
			b[at] = 'z'
		case 3:
			if at+1 < len(b) {
				b[at], b[at+1] = b[at+1], b[at]
			}
		}
		e, ok := oneEdit(a, b)
		if ok == slices.Equal(a, b) {
			t.Fatalf("%q to %q: an edit is %v", string(a), string(b), ok)
		}
		if got := string(a[:e.at]) + e.to + string(a[len(a)-e.rest:]); ok && (got != string(b) || string(a[:e.at])+e.from+string(a[len(a)-e.rest:]) != string(a)) {
			t.Fatalf("%q to %q: %+v", string(a), string(b), e)
		}
		if ok && letterDistance(a, b) > 2 {
			t.Fatalf("%q to %q: distance %d", string(a), string(b), letterDistance(a, b))
		}
	}
	for _, far := range [][2]string{{"abc", "abc"}, {"abc", "axyc"}, {"", "ab"}, {"abcd", "badc"}} {
		if e, ok := oneEdit([]rune(far[0]), []rune(far[1])); ok {
			t.Errorf("%q: one edit %+v", far, e)
		}
	}
}

// TestHouseStyle keeps apart what houses and countries alternate from what is a slip.
func TestHouseStyle(t *testing.T) {
	for _, pair := range []string{
		"organise organize", "colour color", "travelled traveled", "defence defense", "sceptic skeptic", "anaemia anemia",
		"judgement judgment", "centre center", "مسؤول مسئول", "يساهم يسهم", "المائة المئة",
	} {
		a, b, _ := strings.Cut(pair, " ")
		for _, w := range [][2]string{{a, b}, {b, a}} {
			if e, ok := oneEdit([]rune(text.FoldWord(w[0])), []rune(text.FoldWord(w[1]))); ok && !e.houseStyle() {
				t.Errorf("%s to %s is a slip: %+v", w[0], w[1], e)
			}
		}
	}
	for _, pair := range []string{"government goverment", "separate seperate", "occurred occured", "provincial provinical", "правительство правительсво", "المحلات الملات"} {
		a, b, _ := strings.Cut(pair, " ")
		if e, ok := oneEdit([]rune(text.FoldWord(a)), []rune(text.FoldWord(b))); !ok || e.houseStyle() || !e.inWord() {
			t.Errorf("%s to %s is no slip: %+v", a, b, e)
		}
	}
}

// FuzzFindSlips checks that slips stand inside any text, in few places of a kind.
func FuzzFindSlips(f *testing.F) {
	for _, s := range []string{"the the end.The,end (a “b", "a.. b,, c", "«\n\n(", "Ло Ло.Ко", "x,y,z,w,v,u"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		doc := text.NewDoc(s)
		var count [slipKinds]int
		for _, x := range append(findSlips(doc), unclosed(doc)...) {
			if x.span.Start < 0 || x.span.Empty() || x.span.End > doc.Len() || x.word < 0 || x.word >= len(doc.Tokens()) || !utf8.ValidString(doc.Text(x.span)) {
				t.Fatalf("%q: bad slip %+v", s, x)
			}
			if count[x.kind]++; count[x.kind] > 2*(habit+1) {
				t.Fatalf("%q: %d slips of kind %d", s, count[x.kind], x.kind)
			}
		}
	})
}
