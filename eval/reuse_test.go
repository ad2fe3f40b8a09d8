package eval

import (
	"bufio"
	"compress/gzip"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"testing"
	"time"

	"hearsay/reuse"
	"hearsay/text"
)

// clough is the corpus of short answers by Clough and Stevenson (2011): answers to five questions,
// written from a given Wikipedia article by copying (cut), with light or heavy revision, or without
// it (non).
type clough struct {
	docs    []*text.Doc
	number  map[string]int // index into docs by name
	answers []cloughAnswer
}

type cloughAnswer struct{ source, answer, label string }

func readClough(t *testing.T) clough {
	t.Helper()
	c := clough{number: map[string]int{}}
	lines(t, corpus(t, "reuse/clough.jsonl"), func(line []byte) {
		var r struct{ ID, Text string }
		if err := json.Unmarshal(line, &r); err != nil {
			t.Fatal(err)
		}
		c.number[r.ID] = len(c.docs)
		c.docs = append(c.docs, text.NewDoc(r.Text))
	})
	f, err := os.Open(corpus(t, "reuse/clough-labels.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		c.answers = append(c.answers, cloughAnswer{row[0], row[1], row[2]})
	}
	return c
}

func lines(t testing.TB, path string, use func([]byte)) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<26)
	for sc.Scan() {
		use(sc.Bytes())
	}
	if err := sc.Err(); err != nil {
		t.Fatal(err)
	}
}

// TestReuseClough counts the answers that are found to share wording with their source, each alone
// with its source and all in one collection, and the mean share of their words that is found.
func TestReuseClough(t *testing.T) {
	c := readClough(t)
	alone := func(a cloughAnswer) reuse.Pair {
		return reuse.Compare(c.docs[c.number[a.source]], c.docs[c.number[a.answer]], reuse.Options{})
	}
	pairs := map[[2]int]reuse.Pair{}
	for _, p := range reuse.Find(c.docs, reuse.Options{}) {
		pairs[[2]int{p.A, p.B}] = p
		p.SharedOfB, p.Passages = p.SharedOfA, slices.Clone(p.Passages)
		for i := range p.Passages {
			p.Passages[i].B = p.Passages[i].A
		}
		pairs[[2]int{p.B, p.A}] = p
	}
	together := func(a cloughAnswer) reuse.Pair {
		return pairs[[2]int{c.number[a.source], c.number[a.answer]}]
	}
	for _, m := range []struct {
		name string
		find func(cloughAnswer) reuse.Pair
	}{{"reuse.clough.pair", alone}, {"reuse.clough.collection", together}} {
		recordClough(t, m.name, c, m.find)
	}
}

// recordClough records, for each label, the share of the answers that are found to share wording with
// their source, the mean share of their words that match, and of those that stand in a passage, word for
// word or reworded. Answers labelled non were written without the source.
func recordClough(t *testing.T, name string, c clough, find func(cloughAnswer) reuse.Pair) {
	t.Helper()
	found, all, covered, inside := map[string]int{}, map[string]int{}, map[string]float64{}, map[string]float64{}
	for _, a := range c.answers {
		p := find(a)
		all[a.label]++
		covered[a.label] += p.SharedOfB
		inside[a.label] += insideOfB(c.docs[c.number[a.answer]], p)
		if len(p.Passages) > 0 && p.Relation != reuse.FormulaOnly {
			found[a.label]++
		}
	}
	for _, label := range []string{"cut", "light", "heavy", "non"} {
		n := all[label]
		record(t, name+"."+label, float64(found[label])/float64(n), fmt.Sprintf("%d of %d", found[label], n))
		record(t, name+"."+label+".coverage", covered[label]/float64(n), "mean share of the answer's words that match")
		record(t, name+"."+label+".inside", inside[label]/float64(n), "mean share of the answer's words that stand in a passage")
	}
}

// insideOfB returns the share of the words of b, the second text of the pair, that stand in passages
// that are no standing phrases.
func insideOfB(b *text.Doc, p reuse.Pair) float64 {
	inside := 0
	for _, q := range p.Passages {
		for _, token := range b.Tokens() {
			if !q.Formula && q.B.Contains(token.Span()) {
				inside++
			}
		}
	}
	return float64(inside) / float64(len(b.Tokens()))
}

// TestReuseSaudi counts the silver pairs of agency report and outlet article that Find ties
// directly. A text that occurs several times counts as tied through the first that has its words.
func TestReuseSaudi(t *testing.T) {
	docs, days := readDatedSaudi(t)
	pairs := reuse.Find(docs, reuse.Options{Days: days})
	first := make([]int, len(docs))
	for i := range first {
		first[i] = i
	}
	relations := map[reuse.Relation]int{}
	tied := map[[2]int]bool{}
	for _, p := range pairs {
		relations[p.Relation]++
		if p.Relation == reuse.Identical {
			first[p.B] = p.A
		}
		tied[[2]int{p.A, p.B}] = p.Relation != reuse.FormulaOnly
	}
	found, all := 0, 0
	lines(t, corpus(t, "reuse/saudi-direction.tsv"), func(line []byte) {
		var agency, outlet int
		if n, _ := fmt.Sscan(string(line), &agency, &outlet); n != 2 {
			return // the header
		}
		all++
		a, b := first[agency], first[outlet]
		if a == b || tied[[2]int{min(a, b), max(a, b)}] {
			found++
		}
	})
	record(t, "reuse.saudi.silver", float64(found)/float64(all), fmt.Sprintf("%d of %d agency and outlet pairs tied", found, all))
	unrelated := float64(len(docs)) * float64(len(docs)-1) / 2
	copied := len(pairs) - relations[reuse.FormulaOnly]
	record(t, "reuse.saudi.pairs", 1000*float64(copied)/unrelated, fmt.Sprintf("pairs in 1,000 that share more than a formula: %d", copied))
	record(t, "reuse.saudi.formulas", float64(relations[reuse.FormulaOnly])/float64(len(pairs)), "share of the pairs that share only formulas")
}

func readSaudi(t testing.TB) []*text.Doc {
	docs, _ := readDatedSaudi(t)
	return docs
}

// readDatedSaudi returns the texts and the days on which they were captured, which stand for those of
// publication: the set has no others.
func readDatedSaudi(t testing.TB) (docs []*text.Doc, days []int) {
	t.Helper()
	f, err := os.Open(corpus(t, "reuse/saudi.jsonl.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	for d := json.NewDecoder(z); ; {
		var r struct{ Text, Date string }
		if err := d.Decode(&r); err == io.EOF {
			return docs, days
		} else if err != nil {
			t.Fatal(err)
		}
		captured, err := time.Parse(time.DateTime, r.Date)
		if err != nil {
			t.Fatal(err)
		}
		days = append(days, int(captured.Unix()/(24*60*60)))
		docs = append(docs, text.NewDoc(r.Text))
	}
}

// BenchmarkReuseSaudi finds the passages that 31,030 Arabic articles share, reading not included.
func BenchmarkReuseSaudi(b *testing.B) {
	docs := readSaudi(b)
	for _, c := range []struct {
		name string
		o    reuse.Options
	}{{"story", reuse.Options{}}, {"archive", reuse.Options{Archive: true}}} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				for i, d := range docs {
					docs[i] = text.NewDoc(d.String()) // tokens are computed once for each Doc
				}
				reuse.Find(docs, c.o)
			}
			b.ReportMetric(float64(len(docs)*b.N)/b.Elapsed().Seconds(), "docs/s")
		})
	}
}
