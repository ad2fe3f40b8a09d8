package reuse

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"hearsay/text"
)

// Each of these collections makes some naive step quadratic. They must be done in seconds, also on a
// slow machine; what is checked besides is what is found.

func withinReason(t *testing.T, docs []*text.Doc, o Options) []Pair {
	t.Helper()
	start := time.Now()
	pairs := Find(docs, o)
	t.Logf("%d docs, %d pairs, %v", len(docs), len(pairs), time.Since(start).Round(time.Millisecond))
	return pairs
}

// connected reports whether the pairs tie all n docs together.
func connected(n int, pairs []Pair) bool {
	var p partition
	p.reset(n)
	for _, q := range pairs {
		p.join(q.A, q.B)
	}
	return p.sets == 1
}

// TestLargeFamily is a wire report in three hundred slightly different copies. They are copies, not
// a formula, and stay connected.
func TestLargeFamily(t *testing.T) {
	m := newMill(5)
	wire := m.article(250)
	docs := make([]*text.Doc, 300)
	for i := range docs {
		docs[i] = docOf(m.edited(wire, 40))
	}
	pairs := withinReason(t, docs, Options{})
	if !connected(len(docs), pairs) {
		t.Error("the family is not connected")
	}
	if len(pairs) > 30*len(docs) {
		t.Errorf("%d pairs for %d docs", len(pairs), len(docs))
	}
	for _, p := range pairs {
		if p.Relation == FormulaOnly || p.SharedOfA < 0.5 {
			t.Fatalf("pair %d, %d is %s:\n%s", p.A, p.B, p.Relation, show(p, docs[p.A], docs[p.B]))
		}
	}
}

// TestSmallFamilyIsCompletelyPaired checks that in a story all pairs are given.
func TestSmallFamilyIsCompletelyPaired(t *testing.T) {
	m := newMill(6)
	wire := m.article(250)
	docs := make([]*text.Doc, 30)
	for i := range docs {
		docs[i] = docOf(m.edited(wire, 20))
	}
	pairs := Find(docs, Options{})
	if want := 30 * 29 / 2; len(pairs) != want {
		t.Errorf("%d pairs, want %d", len(pairs), want)
	}
}

func TestIdenticalFamily(t *testing.T) {
	wire := docOf(newMill(7).article(250)).String()
	docs := make([]*text.Doc, 3000)
	for i := range docs {
		docs[i] = text.NewDoc(wire)
	}
	pairs := withinReason(t, docs, Options{})
	if len(pairs) != len(docs)-1 || !connected(len(docs), pairs) {
		t.Errorf("%d pairs, want %d", len(pairs), len(docs)-1)
	}
}

// TestFurniture is three hundred different pages with the same sixty words at their ends.
func TestFurniture(t *testing.T) {
	m := newMill(8)
	footer := m.article(60)
	docs := make([]*text.Doc, 300)
	for i := range docs {
		docs[i] = docOf(append(m.article(250), footer...))
	}
	for _, p := range withinReason(t, docs, Options{}) {
		if p.Relation != FormulaOnly || p.SharedOfA != 0 || p.SharedOfB != 0 {
			t.Fatalf("pair %d, %d is %s:\n%s", p.A, p.B, p.Relation, show(p, docs[p.A], docs[p.B]))
		}
	}
}

// TestStandingPhrase is a title of twelve words in ten reports of which two are copies: those share
// more than the title, the others only that.
func TestStandingPhrase(t *testing.T) {
	m := newMill(9)
	title := [][]string{strings.Fields("the honourable keeper of the seven northern gates and warden of the lower river")}
	var docs []*text.Doc
	for range 10 {
		docs = append(docs, docOf(append(append(m.article(60), title...), m.article(100)...)))
	}
	copied := m.article(150)
	docs = append(docs, docOf(append(copied, title...)), docOf(append(append(m.article(20), title...), copied...)))
	for _, p := range Find(docs, Options{}) {
		isCopy := p.A == 10 && p.B == 11
		if isCopy != (p.Relation == NearCopy || p.Relation == Contained) || !isCopy && p.Relation != FormulaOnly {
			t.Errorf("pair %d, %d is %s:\n%s", p.A, p.B, p.Relation, show(p, docs[p.A], docs[p.B]))
		}
	}
}

// TestRecurringQuotation is a quotation in eight otherwise different reports: no formula.
func TestRecurringQuotation(t *testing.T) {
	m := newMill(19)
	var docs []*text.Doc
	for range 8 {
		quote := "“We shall open the sluices at midnight and not one hour before the last boat is home”, the warden said. "
		docs = append(docs, text.NewDoc(docOf(m.article(80)).String()+quote+docOf(m.article(80)).String()))
	}
	pairs := Find(docs, Options{})
	if want := 8 * 7 / 2; len(pairs) != want {
		t.Errorf("%d pairs, want %d", len(pairs), want)
	}
	for _, p := range pairs {
		if p.Relation != QuoteOnly {
			t.Errorf("pair %d, %d is %s:\n%s", p.A, p.B, p.Relation, show(p, docs[p.A], docs[p.B]))
		}
	}
}

// TestBulletins is five editions of a bulletin, each in a longer text, too: 36 words are the same in all. That
// is not often enough for so many words, unless the days show that they were published again and again.
func TestBulletins(t *testing.T) {
	m := newMill(20)
	frame := [][]string{slices.Concat(m.article(40)...)[:36]}
	var docs []*text.Doc
	var days []int
	for i := range 5 {
		edition := append(append([][]string{}, frame...), m.article(15)...)
		docs = append(docs, docOf(edition), docOf(append(edition, m.article(60)...)))
		days = append(days, 100+4*i, 100+4*i)
	}
	standing := func(days []int) (between, within int) {
		for _, p := range Find(docs, Options{Days: days}) {
			switch {
			case p.Relation != FormulaOnly:
			case p.A/2 == p.B/2:
				within++
			default:
				between++
			}
		}
		return between, within
	}
	if between, within := standing(days); between != 10*9/2-5 || within != 0 {
		t.Errorf("%d pairs of editions share a standing phrase, want %d; %d pairs of copies, want 0", between, 10*9/2-5, within)
	}
	for name, days := range map[string][]int{"on one day": slices.Repeat([]int{7}, len(docs)), "unknown": make([]int, len(docs)), "none": nil} {
		if between, within := standing(days); between+within != 0 {
			t.Errorf("days %s: %d pairs share a standing phrase, want 0", name, between+within)
		}
	}
}

// TestSlowCopies is a report that one outlet after the other takes up in the course of months, nearly
// whole: the days make no standing phrase of it.
func TestSlowCopies(t *testing.T) {
	m := newMill(21)
	wire := m.article(200)
	var docs []*text.Doc
	var days []int
	for i := range 40 {
		docs = append(docs, docOf(append(m.edited(wire, 40), m.article(30)...)))
		days = append(days, 100+5*i)
	}
	for _, p := range Find(docs, Options{Days: days}) {
		if slices.ContainsFunc(p.Passages, func(q Passage) bool { return q.Formula }) {
			t.Fatalf("pair %d, %d shares a standing phrase:\n%s", p.A, p.B, show(p, docs[p.A], docs[p.B]))
		}
	}
}

// TestTitleWithMore is a title in ten reports. Two of them go on with the same three words, which adds
// nothing; two others with the same sentence, which is copied.
func TestTitleWithMore(t *testing.T) {
	m := newMill(22)
	title := strings.Fields("the honourable keeper of the seven northern gates and warden of the lower river")
	few, sentence := m.sentence()[:3], m.article(25)[0]
	var docs []*text.Doc
	for i := range 10 {
		said := slices.Clone(title)
		if i < 2 {
			said = append(said, few...)
		}
		report := append(m.article(60), said)
		if i == 8 || i == 9 {
			report = append(report, sentence, m.sentence(), sentence)
		}
		docs = append(docs, docOf(append(report, m.article(60)...)))
	}
	for _, p := range Find(docs, Options{}) {
		copied := p.A == 8 && p.B == 9
		if (p.Relation == FormulaOnly) == copied {
			t.Errorf("pair %d, %d is %s:\n%s", p.A, p.B, p.Relation, show(p, docs[p.A], docs[p.B]))
		}
	}
}

// TestRewrittenWire is a wire report that six outlets rewrote, each keeping the same phrases of it.
// Those are not standing phrases, although they recur in texts that share nothing else.
func TestRewrittenWire(t *testing.T) {
	m := newMill(10)
	wire := m.article(300)
	docs := []*text.Doc{docOf(wire)}
	for range 6 {
		var rewritten [][]string
		for i, s := range wire {
			if i%2 == 0 && len(s) >= 12 {
				rewritten = append(rewritten, s)
			} else {
				rewritten = append(rewritten, m.sentence())
			}
		}
		docs = append(docs, docOf(rewritten))
	}
	pairs := Find(docs, Options{})
	if want := 7 * 6 / 2; len(pairs) != want {
		t.Errorf("%d pairs, want %d", len(pairs), want)
	}
	for _, p := range pairs {
		if p.Relation == FormulaOnly {
			t.Errorf("pair %d, %d is %s:\n%s", p.A, p.B, p.Relation, show(p, docs[p.A], docs[p.B]))
		}
	}
}

func TestOneHugePage(t *testing.T) {
	m := newMill(11)
	huge := m.article(800_000)
	docs := []*text.Doc{docOf(huge)}
	for i := range 2000 {
		docs = append(docs, docOf(append(m.article(20), huge[40*i%30_000])))
	}
	pairs := withinReason(t, docs, Options{})
	if len(pairs) < 1000 {
		t.Errorf("only %d pairs", len(pairs))
	}
}

func TestManyShortPages(t *testing.T) {
	m := newMill(12)
	docs := make([]*text.Doc, 10_000)
	for i := range docs {
		docs[i] = text.NewDoc(fmt.Sprintf("Sign in to read all %d stories about %s and %s today", i%7, m.word(), m.word()))
	}
	pairs := withinReason(t, docs, Options{})
	if len(pairs) > 20*len(docs) {
		t.Errorf("%d pairs for %d docs", len(pairs), len(docs))
	}
}

func TestRepeatedSentence(t *testing.T) {
	m := newMill(13)
	s := strings.Join(m.sentence(), " ") + ". "
	docs := docsOf(strings.Repeat(s, 10_000), strings.Repeat(s, 9_000)+docOf(m.article(50)).String(), s+docOf(m.article(200)).String(),
		strings.Repeat("a ", 100_000), strings.Repeat("a a b ", 30_000), strings.Repeat("天", 50_000), strings.Repeat("天地", 20_000))
	pairs := withinReason(t, docs, Options{})
	found := false
	for _, p := range pairs {
		checkPair(t, p, docs[p.A], docs[p.B])
		found = found || p.A == 0 && p.B == 1 && p.SharedOfA > 0.85
	}
	if !found {
		t.Error("the repeated sentences are not found")
	}
}

// TestSharedByAll is a sentence, and a quotation, in each of a thousand texts. Their words tell nothing
// there, yet the wording is found: as a standing phrase, and as a quotation.
func TestSharedByAll(t *testing.T) {
	const sentence = "the warden opened all sluices at midnight although the last boat had not reached the harbour of Losk. "
	for what, want := range map[string]Relation{sentence: FormulaOnly, "“" + sentence + "”, he said. ": QuoteOnly} {
		m := newMill(21)
		docs := make([]*text.Doc, 1000)
		for i := range docs {
			docs[i] = text.NewDoc(docOf(m.article(60)).String() + "\n\n" + what + "\n\n" + docOf(m.article(60)).String())
		}
		pairs := withinReason(t, docs, Options{})
		if !connected(len(docs), pairs) || len(pairs) > 20*len(docs) {
			t.Errorf("%q: %d pairs, and not all docs hang together", what, len(pairs))
		}
		for _, p := range pairs {
			if p.Relation != want {
				t.Fatalf("pair %d, %d is %s:\n%s", p.A, p.B, p.Relation, show(p, docs[p.A], docs[p.B]))
			}
		}
	}
}

// TestTwoEditions is a long book and a new edition of it, with more changes than runs of a pair of
// shorter texts are looked at. The end is aligned as the beginning is.
func TestTwoEditions(t *testing.T) {
	m := newMill(22)
	book := m.article(250_000)
	docs := []*text.Doc{docOf(book), docOf(m.edited(book, 14))}
	pairs := withinReason(t, docs, Options{})
	if len(pairs) != 1 || pairs[0].Relation != NearCopy {
		t.Fatalf("%d pairs", len(pairs))
	}
	runs := 0
	for _, p := range pairs[0].Passages {
		for _, e := range p.Edits {
			if e.Op == Equal {
				runs++
			}
		}
	}
	if last := pairs[0].Passages[len(pairs[0].Passages)-1]; runs <= maxRuns || last.A.End < docs[0].Len()-1000 {
		t.Errorf("%d runs, the last ends at byte %d of %d", runs, last.A.End, docs[0].Len())
	}
}
