package statement

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"hearsay/article"
	"hearsay/reuse"
	"hearsay/story"
	"hearsay/text"
)

// newArticles makes articles published an hour after each other.
func newArticles(bodies ...string) []*article.Article {
	var out []*article.Article
	for i, body := range bodies {
		at := time.Date(2024, 3, 5, 6+i, 0, 0, 0, time.UTC)
		out = append(out, &article.Article{
			ID: fmt.Sprintf("%02d", i), Doc: text.NewDoc(body), Published: &article.Date{From: at, To: at.Add(time.Minute)},
		})
	}
	return out
}

// storyOf returns a story of all articles, whose members are in the order of their IDs.
func storyOf(articles []*article.Article) story.Story {
	var s story.Story
	for i := range articles {
		s.Members = append(s.Members, story.Member{Article: i})
	}
	slices.SortFunc(s.Members, func(a, b story.Member) int {
		return strings.Compare(articles[a.Article].ID, articles[b.Article].ID)
	})
	return s
}

// allPairs aligns every article with every other by their longest common subsequence of words, in
// one passage, and leaves out the pairs that share fewer than least words.
func allPairs(articles []*article.Article, least int) []reuse.Pair {
	var pairs []reuse.Pair
	for a := range articles {
		for b := a + 1; b < len(articles); b++ {
			if p := align(articles[a].Doc, articles[b].Doc); p.SameWords >= least {
				pairs = append(pairs, reuse.Pair{A: a, B: b, Relation: reuse.Partial, Passages: []reuse.Passage{p}})
			}
		}
	}
	return pairs
}

func align(a, b *text.Doc) reuse.Passage {
	x, y := a.Tokens(), b.Tokens()
	length := make([][]int, len(x)+1)
	for i := range length {
		length[i] = make([]int, len(y)+1)
	}
	for i := len(x) - 1; i >= 0; i-- {
		for k := len(y) - 1; k >= 0; k-- {
			length[i][k] = max(length[i+1][k], length[i][k+1])
			if x[i].Hash == y[k].Hash {
				length[i][k] = length[i+1][k+1] + 1
			}
		}
	}
	p := reuse.Passage{A: text.Span{End: a.Len()}, B: text.Span{End: b.Len()}, Words: max(len(x), len(y)), SameWords: length[0][0]}
	p.Mass = 3 * float64(p.SameWords)
	for i, k := 0, 0; i < len(x) && k < len(y); {
		switch {
		case x[i].Hash == y[k].Hash:
			p.Edits = append(p.Edits, reuse.Edit{Op: reuse.Equal, A: x[i].Span(), B: y[k].Span()})
			i, k = i+1, k+1
		case length[i+1][k] >= length[i][k+1]:
			i++
		default:
			k++
		}
	}
	return p
}

// told returns statements in words, to compare and to read.
func told(articles []*article.Article, statements []Statement) []string {
	var out []string
	for _, s := range statements {
		line := s.Text
		for _, r := range s.Reports {
			line += fmt.Sprintf("\n  %s %.2f %s", articles[r.Article].ID, r.Shared, articles[r.Article].Doc.Text(r.Span))
		}
		out = append(out, line)
	}
	return out
}

const (
	struck   = "The ferry Maren Tolle struck Pier 3 in Port Selwick on Tuesday morning."
	rammed   = "The ferry Maren Tolle rammed Pier 3 in Port Selwick on Tuesday."
	thruster = "Captain Edda Virk said that the bow thruster had failed twice that week."
	inquiry  = "The operator promised to hand every document to the investigators."
	own      = "Greta Holm had just bought coffee when the floor tilted under her feet."
)

func TestFind(t *testing.T) {
	for _, test := range []struct {
		name   string
		bodies []string
		want   []string
	}{
		{"nothing shared", []string{struck + " " + inquiry, own}, nil},
		{
			"one sentence among others",
			[]string{struck + " " + inquiry, own + " " + inquiry},
			[]string{inquiry + "\n  00 1.00 " + inquiry + "\n  01 1.00 " + inquiry},
		},
		{
			"reworded a little, and case and quotes differ",
			[]string{struck, rammed, strings.ToUpper(struck)},
			[]string{struck + "\n  00 1.00 " + struck + "\n  01 0.85 " + rammed + "\n  02 1.00 " + strings.ToUpper(struck)},
		},
		{
			"one sentence cut in two",
			[]string{
				"The mayor thanked the crews of three lifeboats, and the hospital in Ostermark admitted four people with broken bones.",
				"The mayor thanked the crews of three lifeboats. The hospital in Ostermark admitted four people with broken bones.",
				"The mayor thanked the crews of three lifeboats, and the hospital in Ostermark admitted four people with broken bones.",
			},
			[]string{"The mayor thanked the crews of three lifeboats, and the hospital in Ostermark admitted four people with broken bones." +
				"\n  00 1.00 The mayor thanked the crews of three lifeboats, and the hospital in Ostermark admitted four people with broken bones." +
				"\n  01 0.42 The mayor thanked the crews of three lifeboats." +
				"\n  01 0.53 The hospital in Ostermark admitted four people with broken bones." +
				"\n  02 1.00 The mayor thanked the crews of three lifeboats, and the hospital in Ostermark admitted four people with broken bones."},
		},
		{
			"of two wordings the shorter stands for the statement: it says no more than both",
			[]string{
				"Captain Edda Virk said that the bow thruster had failed twice that week, and she had told the office about it in writing.",
				thruster,
			},
			[]string{thruster + "\n  00 1.00 Captain Edda Virk said that the bow thruster had failed twice that week, and she had told the office about it in writing." +
				"\n  01 1.00 " + thruster},
		},
		{"short lines are no statements", []string{"By Jonas Rehm\n\n" + struck, "By Jonas Rehm\n\n" + own}, nil},
		{
			"half of the words is not enough",
			[]string{"The mayor of Port Selwick opened the new fish market on Monday.", "The mayor of Port Selwick praised all lifeboat crews again."},
			nil,
		},
		{
			"ideographs count half",
			[]string{"青松大桥因裂缝封闭交通。动物园开放。", "市政府宣布,青松大桥因裂缝封闭交通。"},
			[]string{"青松大桥因裂缝封闭交通。\n  00 1.00 青松大桥因裂缝封闭交通。\n  01 1.00 市政府宣布,青松大桥因裂缝封闭交通。"},
		},
	} {
		articles := newArticles(test.bodies...)
		got := told(articles, Find(articles, storyOf(articles), allPairs(articles, 1)))
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

func TestNoChain(t *testing.T) {
	// Each wording shares most of its words with the next, the first and the last share none.
	words := strings.Fields("amber birch cedar dune ember fjord grove heath inlet juniper kelp larch marsh nettle osier poplar quarry reed sedge tarn upland vale willow yarrow")
	var bodies []string
	for from := 0; from+10 <= len(words); from += 2 {
		bodies = append(bodies, strings.Join(words[from:from+10], " ")+".")
	}
	articles := newArticles(bodies...)
	statements := Find(articles, storyOf(articles), allPairs(articles, 1))
	if len(statements) < 2 {
		t.Errorf("a chain of wordings makes %d statement: %q", len(statements), told(articles, statements))
	}
	for _, s := range statements {
		for _, r := range s.Reports {
			if r.Shared < 0.6 {
				t.Errorf("report %q shares only %.2f of %q", articles[r.Article].Doc.Text(r.Span), r.Shared, s.Text)
			}
		}
	}
}

func TestFormula(t *testing.T) {
	articles := newArticles(struck, struck, own+" "+struck)
	pairs := allPairs(articles, 1)
	for i := range pairs {
		pairs[i].Passages[0].Formula = true
	}
	if got := Find(articles, storyOf(articles), pairs); len(got) != 0 {
		t.Errorf("formulas found %d statements: %q", len(got), told(articles, got))
	}
	pairs[0].Passages[0].Formula = false
	got := Find(articles, storyOf(articles), pairs)
	if len(got) != 1 || !slices.Equal(got[0].Articles(), []int{0, 1, 2}) {
		t.Errorf("a formula must join the statement of others: %q", told(articles, got))
	}
}

// TestStar checks that identical articles that are paired with the first of them only are all found.
func TestStar(t *testing.T) {
	bodies := []string{own + " " + struck}
	for range 300 {
		bodies = append(bodies, struck+" "+thruster)
	}
	articles := newArticles(bodies...)
	pairs := []reuse.Pair{{A: 0, B: 1, Passages: []reuse.Passage{align(articles[0].Doc, articles[1].Doc)}}}
	for i := 2; i <= 300; i++ {
		pairs = append(pairs, reuse.Pair{A: 1, B: i, Relation: reuse.Identical, Passages: []reuse.Passage{align(articles[1].Doc, articles[i].Doc)}})
	}
	got := Find(articles, storyOf(articles), pairs)
	if len(got) != 2 || got[0].Text != struck || len(got[0].Articles()) != 301 || got[1].Text != thruster || len(got[1].Articles()) != 300 {
		t.Errorf("got %d statements", len(got))
	}
}

func TestOrderOfInput(t *testing.T) {
	articles := newArticles(struck+" "+inquiry+" "+thruster, rammed+" "+thruster, own+" "+inquiry, own+" "+struck, rammed+" "+inquiry+" "+thruster)
	want := Find(articles, storyOf(articles), allPairs(articles, 4))
	if len(want) != 4 {
		t.Fatalf("want four statements, got %q", told(articles, want))
	}
	rng := rand.New(rand.NewPCG(5, 6))
	for range 10 {
		perm := rng.Perm(len(articles))
		shuffled := make([]*article.Article, len(articles))
		for i, from := range perm {
			shuffled[i] = articles[from]
		}
		got := Find(shuffled, storyOf(shuffled), allPairs(shuffled, 4))
		if diff := cmp.Diff(told(articles, want), told(shuffled, got)); diff != "" {
			t.Errorf("another order of input (-want +got):\n%s", diff)
		}
		for i := range got {
			if got[i].ID != want[i].ID || got[i].Mass != want[i].Mass {
				t.Errorf("statement %d has ID %s and mass %v, was %s and %v", i, got[i].ID, got[i].Mass, want[i].ID, want[i].Mass)
			}
		}
	}
}

func TestOtherStories(t *testing.T) {
	articles := newArticles(struck, struck, struck)
	st := story.Story{Members: []story.Member{{Article: 0}, {Article: 2}}}
	got := Find(articles, st, allPairs(articles, 1))
	if len(got) != 1 || !slices.Equal(got[0].Articles(), []int{0, 2}) {
		t.Errorf("want the statement of articles 0 and 2 alone, got %q", told(articles, got))
	}
	st.Members = st.Members[:1]
	if got := Find(articles, st, allPairs(articles, 1)); len(got) != 0 {
		t.Errorf("a story of one article has %d statements", len(got))
	}
}

// FuzzFind feeds spans that lie anywhere.
func FuzzFind(f *testing.F) {
	f.Add(struck+" "+thruster, rammed+" 青松大桥因裂缝封闭交通。", uint64(1), 5)
	f.Add("", "\xff\n\n.", uint64(2), 3)
	f.Fuzz(func(t *testing.T, a, b string, seed uint64, n int) {
		if len(a) > 5000 || len(b) > 5000 {
			return
		}
		articles := newArticles(a, b, a)
		rng := rand.New(rand.NewPCG(seed, 0))
		spot := func(d *text.Doc) text.Span {
			return text.Span{Start: rng.IntN(d.Len()+20) - 10, End: rng.IntN(d.Len()+20) - 10}
		}
		var pairs []reuse.Pair
		for _, ab := range [][2]int{{0, 1}, {0, 2}, {1, 2}} {
			x, y := articles[ab[0]].Doc, articles[ab[1]].Doc
			p := reuse.Passage{SameWords: rng.IntN(30) - 2, Mass: rng.Float64(), Formula: rng.IntN(3) == 0}
			for range min(max(n, 0), 20) {
				p.Edits = append(p.Edits, reuse.Edit{Op: reuse.Equal, A: spot(x), B: spot(y)})
			}
			pairs = append(pairs, reuse.Pair{A: ab[0], B: ab[1], Passages: []reuse.Passage{p, {SameWords: 9, Edits: []reuse.Edit{
				{Op: reuse.Equal, A: text.Span{End: x.Len()}, B: text.Span{End: y.Len()}}}}}})
		}
		for _, s := range Find(articles, storyOf(articles), pairs) {
			if len(s.Articles()) < 2 || s.Text == "" || s.Mass < 0 {
				t.Errorf("statement %+v", s)
			}
			for i, r := range s.Reports {
				if r.Shared < 0 || r.Shared > 1 || !slices.Contains(articles[r.Article].Doc.Sentences(), r.Span) {
					t.Errorf("report %+v", r)
				}
				if i > 0 && s.Reports[i-1].Article == r.Article && s.Reports[i-1].Span.End > r.Span.Start {
					t.Errorf("reports %+v and %+v are out of order", s.Reports[i-1], r)
				}
			}
		}
	})
}
