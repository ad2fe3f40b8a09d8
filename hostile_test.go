package hearsay_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"hearsay"
	"hearsay/article"
	"hearsay/internal/export"
	"hearsay/internal/report"
	"hearsay/reuse"
	"hearsay/text"
)

// The collections of this file make some naive step quadratic, or worse. Tests check that what is found
// in them is right and bound the work by what it leaves behind: pairs, edges, statements, bytes. How
// long it takes is for BenchmarkHostile, never for a test.

// A press makes texts of invented words, held together by the commonest words of English. Every page has
// a matter of its own: it shares only the common words with others.
type press struct {
	*rand.Rand
}

var common = strings.Fields(`the of and to in a is that for it was on with as his they at be this from have or by
one had not but what all were when we there can an their which said if do will each about how up out them then
she many some so these would other into has more her two like him see time could no make than first been its
who now people my made over did down only way find use may water long little very after called just where most`)

func newPress(seed uint64) *press { return &press{rand.New(rand.NewPCG(seed, 0x707265737321))} }

func (p *press) word(syllables int) string {
	var w strings.Builder
	for range syllables {
		w.WriteByte("bdfgklmnprstvz"[p.IntN(14)])
		w.WriteByte("aeiou"[p.IntN(5)])
	}
	return w.String() + []string{"", "n", "r", "st"}[p.IntN(4)]
}

// A matter is what a page is about: its own words.
type matter []string

func (p *press) matter() matter {
	m := make(matter, 80)
	for i := range m {
		m[i] = p.word(3 + p.IntN(3))
	}
	return m
}

// sentence returns 8 to 20 words.
func (p *press) sentence(m matter) string {
	words := make([]string, 8+p.IntN(13))
	for i := range words {
		if x := p.Float64(); p.IntN(2) == 0 {
			words[i] = common[int(x*x*float64(len(common)))]
		} else {
			words[i] = m[int(x*float64(len(m)))]
		}
	}
	s := strings.Join(words, " ")
	return strings.ToUpper(s[:1]) + s[1:] + "."
}

// prose returns at least so many words on one matter, in paragraphs of three sentences.
func (p *press) prose(words int) string {
	var b strings.Builder
	m := p.matter()
	for n := 0; words > 0; n++ {
		s := p.sentence(m)
		words -= strings.Count(s, " ") + 1
		switch {
		case n > 0 && n%3 == 0:
			b.WriteString("\n\n")
		case n > 0:
			b.WriteByte(' ')
		}
		b.WriteString(s)
	}
	return b.String()
}

// changed replaces n words of a text, each by another.
func (p *press) changed(s string, n int) string {
	words := strings.Split(s, " ")
	for range n {
		at := 1 + p.IntN(len(words)-2)
		if !strings.ContainsAny(words[at], ".\n") {
			words[at] = p.word(4)
		}
	}
	return strings.Join(words, " ")
}

// collect puts texts on pages of an outlet each, published a minute after another.
func collect(bodies ...string) *hearsay.Collection {
	c := &hearsay.Collection{}
	start := time.Date(2025, 3, 4, 5, 0, 0, 0, time.UTC)
	for i, body := range bodies {
		at := start.Add(time.Duration(i) * time.Minute)
		id := fmt.Sprintf("p%05d", i)
		c.Articles = append(c.Articles, &article.Article{
			ID: id, SHA256: id, URL: fmt.Sprintf("https://outlet-%05d.example/%s", i, id), Domain: fmt.Sprintf("outlet-%05d.example", i),
			Outlet: fmt.Sprintf("Outlet %05d", i), Title: title(body), Language: article.Language{Code: "en", Grade: article.Likely},
			Published: &article.Date{From: at, To: at.Add(time.Minute), Grade: article.Likely}, Doc: text.NewDoc(body),
		})
	}
	return c
}

// title returns the longest words of the beginning of a text.
func title(body string) string {
	words := strings.Fields(body[:min(len(body), 300)])
	slices.SortStableFunc(words, func(a, b string) int { return len(b) - len(a) })
	return strings.Join(words[:min(len(words), 5)], " ")
}

func times(n int, body func(i int) string) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = body(i)
	}
	return out
}

// A hostile collection and what is true of it.
type hostile struct {
	name  string
	pages func() *hearsay.Collection
	check func(t *testing.T, c *hearsay.Case)
}

var hostiles = []hostile{
	{"300 copies", copies(300, 0), checkOneFamily},
	{"300 edited copies", copies(300, 6), checkOneFamily},
	{"10,000 copies of one line", func() *hearsay.Collection {
		line := newPress(6).prose(16)
		return collect(times(10_000, func(int) string { return line })...)
	}, checkOneFamily},
	{"300 pages of one furniture", furnished(300), func(t *testing.T, c *hearsay.Case) { checkApart(t, c, reuse.FormulaOnly) }},
	{"20 pages of one furniture", furnished(20), func(t *testing.T, c *hearsay.Case) { checkApart(t, c, reuse.FormulaOnly) }},
	{"5 MB beside ordinary pages", fiveMegabytes, checkFiveMegabytes},
	{"two editions of a book", func() *hearsay.Collection {
		p := newPress(5)
		book := strings.Join(times(1500, func(int) string { return p.prose(250) }), "\n\n")
		return collect(book, p.changed(book, 9000))
	}, checkEditions},
	{"10,000 lines of too few words", func() *hearsay.Collection {
		return collect(times(10_000, func(int) string { return "Nothing new was reported." })...)
	}, func(t *testing.T, c *hearsay.Case) { checkApart(t, c, "") }},
	{"10,000 different lines", func() *hearsay.Collection {
		p := newPress(7)
		return collect(times(10_000, func(int) string { return p.sentence(p.matter()) })...)
	}, checkNothingShared},
	{"10,000 lines of one pattern", func() *hearsay.Collection {
		return collect(times(10_000, func(i int) string {
			return fmt.Sprintf("The level of the river Naru at the gauge of Losk was %d centimetres at noon and it is expected to fall slowly.", i)
		})...)
	}, checkNothingShared},
	{"one sentence 10,000 times", func() *hearsay.Collection {
		return collect(strings.Repeat(refrain, 10_000))
	}, checkNothingShared},
	{"one sentence 10,000 times, twice", func() *hearsay.Collection {
		return collect(strings.Repeat(refrain, 10_000), strings.Repeat(refrain, 9_000))
	}, checkRefrains},
	{"one sentence 10,000 times and once", func() *hearsay.Collection {
		p := newPress(8)
		return collect(strings.Repeat(refrain, 10_000), p.prose(100)+" "+refrain+p.prose(100))
	}, checkRefrainOnce},
	{"one sentence 10,000 times and in 300 reports", func() *hearsay.Collection {
		p := newPress(8)
		reports := times(300, func(int) string { return p.prose(100) + " " + refrain + p.prose(100) })
		return collect(append(reports, strings.Repeat(refrain, 10_000))...)
	}, func(t *testing.T, c *hearsay.Case) { checkNoLines(t, c, reuse.FormulaOnly) }},
	{"2,000 reports with one quotation", func() *hearsay.Collection {
		p := newPress(9)
		return collect(times(2000, func(int) string { return p.prose(80) + " " + quotation + " " + p.prose(80) })...)
	}, func(t *testing.T, c *hearsay.Case) { checkNoLines(t, c, reuse.QuoteOnly) }},
	{"2,000 reports with one sentence", func() *hearsay.Collection {
		p := newPress(9)
		return collect(times(2000, func(int) string { return p.prose(80) + " " + refrain + p.prose(80) })...)
	}, func(t *testing.T, c *hearsay.Case) { checkNoLines(t, c, reuse.FormulaOnly) }},
	{"alternating sentences", func() *hearsay.Collection {
		a, b := refrain, "Nobody at the gauge had heard the siren before the water came. "
		return collect(strings.Repeat(a+b, 5000), strings.Repeat(b+a, 5000), strings.Repeat(a+a+b, 3000), strings.Repeat(b+a+b+b+a, 2000))
	}, checkOneStory},
	{"one word", func() *hearsay.Collection {
		return collect(strings.Repeat("losk ", 200_000), strings.Repeat("losk ", 100_000), strings.Repeat("losk ", 150_001))
	}, checkOneStory},
	{"one word in 300 lengths", func() *hearsay.Collection {
		return collect(times(300, func(i int) string { return strings.Repeat("losk ", 1000+10*i) })...)
	}, checkOneStory},
	{"200 windows of one text", windows(200), checkWindows},
	{"1,000 mixtures of 100 paragraphs", func() *hearsay.Collection {
		p := newPress(12)
		all := times(100, func(int) string { return p.prose(50) })
		return collect(times(1000, func(int) string {
			return strings.Join(times(8, func(int) string { return all[p.IntN(len(all))] }), "\n\n")
		})...)
	}, func(*testing.T, *hearsay.Case) {}},
}

const (
	refrain   = "The warden opened all sluices at midnight although the last boat had not reached the harbour of Losk. "
	quotation = "“We shall open the sluices at midnight and not one hour before the last boat is home,” the warden said."
)

// copies returns n copies of one report, each with so many words changed.
func copies(n, changed int) func() *hearsay.Collection {
	return func() *hearsay.Collection {
		p := newPress(1)
		wire := p.prose(400)
		return collect(times(n, func(i int) string { return p.changed(wire, changed) })...)
	}
}

// furnished returns n pages of which each has more furniture than it has to say.
func furnished(n int) func() *hearsay.Collection {
	return func() *hearsay.Collection {
		p := newPress(3)
		foot := p.prose(90)
		return collect(times(n, func(int) string { return p.prose(80) + "\n\n" + foot })...)
	}
}

// windows returns n stretches of forty paragraphs of one text, each a paragraph on from the last.
func windows(n int) func() *hearsay.Collection {
	return func() *hearsay.Collection {
		const length = 40
		p := newPress(11)
		all := times(n+length, func(int) string { return p.prose(50) })
		return collect(times(n, func(i int) string { return strings.Join(all[i:i+length], "\n\n") })...)
	}
}

// fiveMegabytes returns twenty ordinary pages, of which two have taken from the last page, of 5 MB.
func fiveMegabytes() *hearsay.Collection {
	p := newPress(4)
	var big []string
	for n := 0; n < 5<<20; {
		big = append(big, p.prose(100))
		n += len(big[len(big)-1]) + 2
	}
	bodies := times(20, func(int) string { return p.prose(300) })
	bodies[3] += "\n\n" + big[2000]
	bodies[7] = big[4000] + "\n\n" + big[4001]
	return collect(append(bodies, strings.Join(big, "\n\n"))...)
}

// TestHostile checks what is found in each of the collections, and how much it is.
func TestHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("half a minute")
	}
	for _, h := range hostiles {
		t.Run(h.name, func(t *testing.T) {
			c := hearsay.Compare(h.pages(), hearsay.Options{})
			h.check(t, c)
			checkWork(t, c)
			if written[h.name] {
				checkSize(t, c)
			}
		})
	}
}

// checkWork bounds what is found in any collection, by its pages and words.
func checkWork(t *testing.T, c *hearsay.Case) {
	pages, sentences, members := len(c.Articles), 0, 0
	for _, a := range c.Articles {
		sentences += len(a.Doc.Sentences())
	}
	if n := len(c.Pairs); n > 40*pages {
		t.Errorf("%d pairs of %d pages", n, pages)
	}
	for _, st := range c.Stories {
		members += len(st.Members)
		if edges, n := len(st.Lineage.Edges), len(st.Members); edges > 4*n {
			t.Errorf("%d lines in a story of %d pages", edges, n)
		}
		if n := len(st.Origins.Merges); n > 2*len(st.Members) {
			t.Errorf("%d merges in a story of %d pages", n, len(st.Members))
		}
		if o := st.Origins; o.AtLeast < 1 || o.AtLeast > o.AtMost || o.AtMost > len(st.Members) {
			t.Errorf("a story of %d pages has %s origins", len(st.Members), o)
		}
		reports := 0
		for _, s := range st.Statements {
			reports += len(s.Reports)
			if n := len(s.Origins.Merges); n > 4*len(s.Reports) {
				t.Errorf("%d merges of %d reports", n, len(s.Reports))
			}
		}
		if reports > 2*sentences {
			t.Errorf("%d reports of %d sentences", reports, sentences)
		}
	}
	if members != pages {
		t.Errorf("%d pages are in %d places of stories", pages, members)
	}
}

// checkOneFamily: all pages are one text, in one family and one story, of one origin; from each but the
// first a line leads to one it was taken from.
func checkOneFamily(t *testing.T, c *hearsay.Case) {
	n := len(c.Articles)
	if len(c.Stories) != 1 {
		t.Fatalf("%d stories", len(c.Stories))
	}
	st := c.Stories[0]
	if len(st.Families) != 1 || len(st.Families[0]) != n {
		t.Errorf("%d families", len(st.Families))
	}
	if st.Origins.AtLeast != 1 || st.Origins.AtMost != 1 || st.Origins.Texts != 1 {
		t.Errorf("origins %s of %d texts", st.Origins, st.Origins.Texts)
	}
	if edges := st.Lineage.Edges; len(edges) != n-1 {
		t.Errorf("%d lines between %d copies", len(edges), n)
	}
	if len(c.Pairs) > 10*n {
		t.Errorf("%d pairs of %d copies", len(c.Pairs), n)
	}
	if len(st.Statements) == 0 {
		t.Error("no statements")
	}
	for _, s := range st.Statements {
		if s.Origins.AtLeast != 1 || s.Origins.AtMost != 1 || len(s.Articles()) < n/2 {
			t.Errorf("“%s”: %s origins, on %d pages", s.Text, s.Origins, len(s.Articles()))
		}
	}
}

// checkApart: all pages are stories of their own, and what they share is of the kind named at most.
func checkApart(t *testing.T, c *hearsay.Case, kind reuse.Relation) {
	if len(c.Stories) != len(c.Articles) {
		t.Errorf("%d pages that have nothing to do with each other make %d stories, of which one has %d pages", len(c.Articles), len(c.Stories), len(c.Stories[0].Members))
	}
	if kind == "" && len(c.Pairs) > 0 {
		t.Errorf("%d pairs", len(c.Pairs))
	}
	checkNoLines(t, c, kind)
}

// checkNoLines: nothing was copied; if a kind of pair is named, all pages are in pairs of it.
func checkNoLines(t *testing.T, c *hearsay.Case, kind reuse.Relation) {
	paired := map[int]bool{}
	for _, p := range c.Pairs {
		paired[p.A], paired[p.B] = true, true
		if p.Relation != kind {
			t.Fatalf("pages %d and %d are %s: %q", p.A, p.B, p.Relation, c.Articles[p.A].Doc.Text(p.Passages[0].A))
		}
	}
	if kind != "" && len(paired) < len(c.Articles)*9/10 {
		t.Errorf("%d of %d pages are in pairs", len(paired), len(c.Articles))
	}
	for _, st := range c.Stories {
		if len(st.Lineage.Edges) > 0 {
			t.Fatalf("%d lines in a story of %d pages", len(st.Lineage.Edges), len(st.Members))
		}
	}
}

func checkNothingShared(t *testing.T, c *hearsay.Case) {
	checkNoLines(t, c, "")
	for _, st := range c.Stories {
		if len(st.Statements) > 0 || len(st.Families) > 0 {
			t.Errorf("%d statements, %d families in a story of %d pages", len(st.Statements), len(st.Families), len(st.Members))
		}
	}
}

// checkFiveMegabytes: what two pages took from the large one is found, to the word; nothing else is.
func checkFiveMegabytes(t *testing.T, c *hearsay.Case) {
	big := len(c.Articles) - 1
	if len(c.Pairs) != 2 || c.Pairs[0].A != 3 || c.Pairs[1].A != 7 || c.Pairs[0].B != big || c.Pairs[1].B != big {
		t.Fatalf("%d pairs", len(c.Pairs))
	}
	if c.Pairs[0].Relation != reuse.Partial || c.Pairs[1].Relation != reuse.Contained {
		t.Errorf("the relations are %s and %s", c.Pairs[0].Relation, c.Pairs[1].Relation)
	}
	for _, p := range c.Pairs {
		if n := len(p.Passages); n != 1 || p.Passages[0].SameWords != p.Passages[0].Words || p.Passages[0].Words < 100 {
			t.Errorf("pages %d and %d: passages %+v", p.A, p.B, p.Passages)
		}
	}
}

// checkEditions: of two editions of a book all is aligned, not only the beginning.
func checkEditions(t *testing.T, c *hearsay.Case) {
	if len(c.Pairs) == 0 {
		t.Fatal("no pairs")
	}
	if len(c.Pairs) != 1 || c.Pairs[0].Relation != reuse.NearCopy || c.Pairs[0].SharedOfA < 0.95 {
		t.Fatalf("%d pairs, the first %s with %.2f shared", len(c.Pairs), c.Pairs[0].Relation, c.Pairs[0].SharedOfA)
	}
	if len(c.Stories) != 1 || c.Stories[0].Origins.AtMost != 1 || len(c.Stories[0].Statements) < 10_000 {
		t.Errorf("%d stories", len(c.Stories))
	}
}

// checkRefrains: two pages of one sentence are near-copies with one statement in as many sentences.
func checkRefrains(t *testing.T, c *hearsay.Case) {
	if len(c.Pairs) != 1 || c.Pairs[0].Relation != reuse.NearCopy || len(c.Pairs[0].Passages) != 1 {
		t.Fatalf("%d pairs", len(c.Pairs))
	}
	checkOneStory(t, c)
	if st := c.Stories[0]; len(st.Statements) != 1 || st.Origins.AtMost != 1 {
		t.Errorf("%d statements, %s origins", len(st.Statements), st.Origins)
	}
}

// checkRefrainOnce: the sentence is found once, not ten thousand times.
func checkRefrainOnce(t *testing.T, c *hearsay.Case) {
	if len(c.Pairs) != 1 || c.Pairs[0].Relation != reuse.Partial || len(c.Pairs[0].Passages) != 1 {
		t.Fatalf("%d pairs", len(c.Pairs))
	}
	if got := c.Articles[1].Doc.Text(c.Pairs[0].Passages[0].B); got != strings.TrimRight(refrain, ". ") {
		t.Errorf("shared: %q", got)
	}
}

func checkOneStory(t *testing.T, c *hearsay.Case) {
	if len(c.Stories) != 1 || len(c.Stories[0].Lineage.Edges) < len(c.Articles)-1 {
		t.Errorf("%d stories", len(c.Stories))
	}
}

// checkWindows: every page is tied to the next, and no page is in two families of which one chains on.
func checkWindows(t *testing.T, c *hearsay.Case) {
	next := map[int]bool{}
	for _, p := range c.Pairs {
		if p.B == p.A+1 {
			next[p.A] = true
			if p.Relation != reuse.NearCopy {
				t.Errorf("pages %d and %d are %s", p.A, p.B, p.Relation)
			}
		}
	}
	if len(next) != len(c.Articles)-1 {
		t.Errorf("%d of %d pages are tied to the next", len(next), len(c.Articles)-1)
	}
	for _, st := range c.Stories {
		for _, f := range st.Families {
			if f[len(f)-1]-f[0] > 40 {
				t.Errorf("a family reaches from page %d to %d, which share nothing", f[0], f[len(f)-1])
			}
		}
	}
}

// written are the collections of which the report is written, too.
var written = map[string]bool{
	"300 edited copies": true, "300 pages of one furniture": true, "5 MB beside ordinary pages": true,
	"10,000 copies of one line": true, "one sentence 10,000 times, twice": true, "alternating sentences": true,
}

// checkSize: the report and the record of a case stay within a measure of its pages.
func checkSize(t *testing.T, c *hearsay.Case) {
	size := 0
	for _, a := range c.Articles {
		size += 4096 + a.Doc.Len() // what a page says of itself, and its text
	}
	if record, html := writeReport(t, c); record > 20*size || html > 20*size {
		t.Errorf("%d bytes of pages make %d bytes of JSON and %d bytes of HTML", size, record, html)
	}
}

// writeReport writes the report of a case and returns the sizes of its record and of its HTML.
func writeReport(t testing.TB, c *hearsay.Case) (record, html int) {
	dir := t.TempDir()
	var out, brief bytes.Buffer
	if err := export.WriteCase(&out, c); err != nil {
		t.Fatal(err)
	}
	if err := export.Write(&brief, export.NewBrief(c), false); err != nil {
		t.Fatal(err)
	}
	if _, err := report.Write(dir, c, report.Options{Machine: brief.Bytes()}); err != nil {
		t.Fatal(err)
	}
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if info, infoErr := d.Info(); err == nil && infoErr == nil && !d.IsDir() {
			html += int(info.Size())
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out.Len(), html
}

// BenchmarkHostile measures Compare on each of the collections, and some larger ones.
func BenchmarkHostile(b *testing.B) {
	for _, h := range append(slices.Clone(hostiles), hostile{name: "3,000 edited copies", pages: copies(3000, 6)}, hostile{name: "500 windows of one text", pages: windows(500)}) {
		b.Run(h.name, func(b *testing.B) {
			for b.Loop() {
				b.StopTimer()
				pages := h.pages() // anew: texts keep their words once they were asked
				b.StartTimer()
				c := hearsay.Compare(pages, hearsay.Options{})
				b.ReportMetric(float64(len(c.Pairs)), "pairs")
			}
		})
	}
}
