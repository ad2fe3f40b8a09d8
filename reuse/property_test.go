package reuse

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"hearsay/text"
)

// checkPair checks what holds for every pair.
func checkPair(t *testing.T, p Pair, a, b *text.Doc) {
	t.Helper()
	if p.SharedOfA < 0 || p.SharedOfA > 1 || p.SharedOfB < 0 || p.SharedOfB > 1 {
		t.Errorf("shares are %v and %v", p.SharedOfA, p.SharedOfB)
	}
	if (p.Relation == "") != (len(p.Passages) == 0) {
		t.Errorf("relation is %q with %d passages", p.Relation, len(p.Passages))
	}
	inB := make([]text.Span, 0, len(p.Passages))
	for i, q := range p.Passages {
		checkPassage(t, q, a, b)
		if i > 0 && p.Passages[i-1].A.End > q.A.Start {
			t.Errorf("passages %v and %v overlap in A or are out of order", p.Passages[i-1].A, q.A)
		}
		inB = append(inB, q.B)
	}
	slices.SortFunc(inB, func(x, y text.Span) int { return x.Start - y.Start })
	for i := range inB {
		if i > 0 && inB[i-1].End > inB[i].Start {
			t.Errorf("passages %v and %v overlap in B", inB[i-1], inB[i])
		}
	}
}

func checkPassage(t *testing.T, q Passage, a, b *text.Doc) {
	t.Helper()
	if q.SameWords < 1 || q.SameWords > q.Words || q.LongestRun > q.SameWords || q.Mass < 0 {
		t.Errorf("words %d, same %d, longest run %d, mass %v", q.Words, q.SameWords, q.LongestRun, q.Mass)
	}
	if len(q.Edits) == 0 || q.Edits[0].Op != Equal || q.Edits[len(q.Edits)-1].Op != Equal {
		t.Fatalf("edits do not begin and end with equal words: %v", q.Edits)
	}
	checkSide(t, a, q.A, q.Edits, func(e Edit) text.Span { return e.A })
	checkSide(t, b, q.B, q.Edits, func(e Edit) text.Span { return e.B })
	for i, e := range q.Edits {
		if i > 0 && (e.Op == Equal) == (q.Edits[i-1].Op == Equal) {
			t.Errorf("edits %v and %v are of one kind", q.Edits[i-1], e)
		}
		want := Replace
		switch {
		case text.Fold(a.Text(e.A)) == text.Fold(b.Text(e.B)):
			want = Equal
		case e.A.Empty():
			want = Insert
		case e.B.Empty():
			want = Delete
		}
		if e.Op != want {
			t.Errorf("edit %q of %q and %q, want %q", e.Op, a.Text(e.A), b.Text(e.B), want)
		}
	}
}

// checkSide checks that the edits cover all words of the span and nothing else, in order.
func checkSide(t *testing.T, doc *text.Doc, span text.Span, edits []Edit, side func(Edit) text.Span) {
	t.Helper()
	at := span.Start
	for _, e := range edits {
		s := side(e)
		if s.Start < at || s.End < s.Start || s.End > span.End {
			t.Fatalf("edit %v lies outside of %v or before byte %d", s, span, at)
		}
		if between := text.Tokenize(doc.String()[at:s.Start], nil); len(between) > 0 {
			t.Errorf("the edits leave out %q", doc.String()[at:s.Start])
		}
		if !utf8.ValidString(doc.Text(s)) {
			t.Errorf("edit %v is not on rune boundaries", s)
		}
		at = s.End
	}
	if at != span.End || side(edits[0]).Start != span.Start {
		t.Errorf("the edits do not reach from %d to %d", span.Start, span.End)
	}
}

// mirrored returns the pair as it should be with A and B exchanged.
func mirrored(p Pair) Pair {
	p.SharedOfA, p.SharedOfB = p.SharedOfB, p.SharedOfA
	p.Passages = slices.Clone(p.Passages)
	for i := range p.Passages {
		q := &p.Passages[i]
		q.A, q.B = q.B, q.A
		q.Edits = slices.Clone(q.Edits)
		for k := range q.Edits {
			e := &q.Edits[k]
			e.A, e.B = e.B, e.A
			switch e.Op {
			case Insert:
				e.Op = Delete
			case Delete:
				e.Op = Insert
			}
		}
	}
	slices.SortFunc(p.Passages, func(x, y Passage) int { return x.A.Start - y.A.Start })
	return p
}

func checkSymmetry(t *testing.T, a, b *text.Doc) {
	t.Helper()
	there, back := Compare(a, b, Options{}), mirrored(Compare(b, a, Options{}))
	// Of passages that carry the same mass, either may count as the one that moved.
	if q := there.Passages; len(q) == 2 && q[0].Mass == q[1].Mass {
		for i := range q {
			q[i].Moved, back.Passages[i].Moved = false, false
		}
	}
	if diff := cmp.Diff(there, back); diff != "" {
		t.Errorf("Compare is not symmetric:\n%s", diff)
	}
}

// A mill makes texts that share passages: edited copies of each other's sentences. The same seed
// makes the same texts.
type mill struct {
	*rand.Rand
	zipf  *rand.Zipf
	words []string
}

func newMill(seed uint64) *mill {
	r := rand.New(rand.NewPCG(seed, 1))
	m := &mill{Rand: r, zipf: rand.NewZipf(r, 1.1, 4, 19_999)}
	for i := range 20_000 {
		m.words = append(m.words, word(i))
	}
	return m
}

// word returns an invented word: the commoner, the shorter.
func word(i int) string {
	const consonants, vowels = "bdfgklmnprst", "aeiou"
	var b strings.Builder
	for i++; i > 0; i /= 60 {
		b.WriteByte(consonants[i%60/5])
		b.WriteByte(vowels[i%5])
	}
	return b.String()
}

func (m *mill) word() string { return m.words[m.zipf.Uint64()] }

func (m *mill) sentence() []string {
	s := make([]string, 8+m.IntN(20))
	for i := range s {
		s[i] = m.word()
	}
	return s
}

func (m *mill) article(words int) [][]string {
	var out [][]string
	for n := 0; n < words; n += len(out[len(out)-1]) {
		out = append(out, m.sentence())
	}
	return out
}

// edited returns a copy with about one word in rate replaced, left out or put in, sentences dropped
// and put in, and sometimes two exchanged.
func (m *mill) edited(article [][]string, rate int) [][]string {
	var out [][]string
	for _, s := range article {
		if m.IntN(rate) == 0 {
			out = append(out, m.sentence())
		}
		if m.IntN(rate) == 0 {
			continue
		}
		var copied []string
		for _, w := range s {
			switch m.IntN(3 * rate) {
			case 0:
				copied = append(copied, m.word())
			case 1:
				copied = append(copied, w, m.word())
			case 2:
			default:
				copied = append(copied, w)
			}
		}
		out = append(out, copied)
	}
	if len(out) > 1 && m.IntN(2) == 0 {
		i, j := m.IntN(len(out)), m.IntN(len(out))
		out[i], out[j] = out[j], out[i]
	}
	return out
}

func docOf(article [][]string) *text.Doc {
	var b strings.Builder
	for _, s := range article {
		b.WriteString(strings.Join(s, " "))
		b.WriteString(". ")
	}
	return text.NewDoc(b.String())
}

func TestCompareProperties(t *testing.T) {
	m := newMill(1)
	for i := range 200 {
		article := m.article(60 + m.IntN(300))
		copied := append(m.article(m.IntN(100)+1), m.edited(article, 2+m.IntN(30))...)
		a, b := docOf(article), docOf(copied)
		p := Compare(a, b, Options{})
		checkPair(t, p, a, b)
		checkSymmetry(t, a, b)
		if t.Failed() {
			t.Fatalf("pair %d:\n%s\n\n%s", i, a, b)
		}
	}
}

func TestFindProperties(t *testing.T) {
	docs := milledDocs(2, 300)
	for _, o := range []Options{{}, {Archive: true}, {MinWords: 20}} {
		pairs := Find(docs, o)
		if len(pairs) < 100 {
			t.Errorf("%+v: only %d pairs", o, len(pairs))
		}
		for i, p := range pairs {
			checkPair(t, p, docs[p.A], docs[p.B])
			if p.A >= p.B || i > 0 && !(pairs[i-1].A < p.A || pairs[i-1].A == p.A && pairs[i-1].B < p.B) {
				t.Errorf("pair %d, %d is out of order", p.A, p.B)
			}
		}
	}
}

// milledDocs returns n docs, of which two in three are edited copies of others.
func milledDocs(seed uint64, n int) []*text.Doc {
	m := newMill(seed)
	var articles [][][]string
	for i := range n {
		if i%3 == 0 {
			articles = append(articles, m.article(200))
			continue
		}
		articles = append(articles, m.edited(articles[m.IntN(len(articles))], 4+m.IntN(30)))
	}
	docs := make([]*text.Doc, n)
	for i, a := range articles {
		docs[i] = docOf(a)
	}
	return docs
}

func TestFindDoesNotDependOnProcessors(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	one := Find(milledDocs(3, 200), Options{})
	runtime.GOMAXPROCS(4)
	for range 3 {
		if four := Find(milledDocs(3, 200), Options{}); !reflect.DeepEqual(one, four) {
			t.Fatal(cmp.Diff(one, four))
		}
	}
}

func TestFindMirrorsWhenDocsAreReversed(t *testing.T) {
	docs := milledDocs(4, 60)
	forward := Find(docs, Options{})
	slices.Reverse(docs)
	backward := map[[2]int]Pair{}
	for _, p := range Find(docs, Options{}) {
		p.A, p.B = len(docs)-1-p.B, len(docs)-1-p.A
		backward[[2]int{p.A, p.B}] = mirrored(p)
	}
	if len(forward) != len(backward) {
		t.Errorf("%d pairs one way, %d the other", len(forward), len(backward))
	}
	for _, p := range forward {
		if diff := cmp.Diff(p, backward[[2]int{p.A, p.B}]); diff != "" {
			t.Fatalf("pair %d, %d:\n%s", p.A, p.B, diff)
		}
	}
}

func FuzzCompare(f *testing.F) {
	for _, c := range scripts {
		f.Add(c.report, c.rewritten)
	}
	f.Add(strings.Repeat("to be or not to be ", 30), strings.Repeat("or not to be to be ", 30))
	f.Add(`“a “b” c" d« e „f“`, "\xff\u200b天a天")
	f.Add(fmt.Sprint(council, theatre), council+council)
	f.Fuzz(func(t *testing.T, s, r string) {
		a, b := text.NewDoc(s), text.NewDoc(r)
		checkPair(t, Compare(a, b, Options{}), a, b)
		checkPair(t, Compare(a, b, Options{MinWords: 1}), a, b)
		checkSymmetry(t, a, b)
		for _, p := range Find([]*text.Doc{a, b, text.NewDoc(s + " " + r)}, Options{}) {
			if p.A == 0 && p.B == 1 {
				checkPair(t, p, a, b)
			}
		}
	})
}
