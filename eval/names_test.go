package eval

import (
	"encoding/csv"
	"fmt"
	"os"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"
	"testing"

	"hearsay/entity"
)

// A namePair is a pair of spellings with its label.
type namePair struct {
	a, b string
	same bool
	peer float64 // the score of the peer on the row, -1 if unknown
}

func readPairs(t *testing.T) map[string][]namePair {
	raw, err := os.ReadFile(corpus(t, "names/pairs.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]namePair{}
	for line := range strings.Lines(string(raw)) {
		f := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(f) < 4 || f[0] == "source" {
			continue
		}
		out[f[0]] = append(out[f[0]], namePair{f[2], f[3], f[1] == "true", -1})
	}
	return out
}

// readBench reads the rows of name_bench, by schema, that the peer has a score for.
func readBench(t *testing.T) map[string][]namePair {
	f, err := os.Open(corpus(t, "names/name_bench_peer_scores.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]namePair{}
	for _, r := range rows[1:] {
		score, err := strconv.ParseFloat(r[9], 64)
		if err == nil {
			out[r[2]] = append(out[r[2]], namePair{r[3], r[4], r[5] == "true", score})
		}
	}
	return out
}

// judge counts a yes or no over pairs.
func judge(pairs []namePair, yes func(namePair) bool) (precision, recall, f1 float64) {
	tp, said, gold := 0, 0, 0
	for _, p := range pairs {
		y := yes(p)
		if y {
			said++
		}
		if p.same {
			gold++
		}
		if y && p.same {
			tp++
		}
	}
	precision, recall = share(tp, said), share(tp, gold)
	return precision, recall, 2 * precision * recall / (precision + recall)
}

// recallAt returns the largest recall at a threshold of score at which precision is at least 0.95.
func recallAt(pairs []namePair, score func(namePair) float64) float64 {
	type scored struct {
		s    float64
		same bool
	}
	var all []scored
	gold := 0
	for _, p := range pairs {
		all = append(all, scored{score(p), p.same})
		if p.same {
			gold++
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].s > all[j].s })
	best, tp := 0, 0
	for i, x := range all {
		if x.same {
			tp++
		}
		last := i+1 == len(all) || all[i+1].s < x.s
		if last && float64(tp) >= 0.95*float64(i+1) {
			best = tp
		}
	}
	return share(best, gold)
}

func sameName(p namePair) bool { return entity.CompareNames(p.a, p.b).Same }

// nameScore ranks pairs for the curve: what contradicts counts less.
func nameScore(p namePair) float64 {
	c := entity.CompareNames(p.a, p.b)
	if c.Contradiction {
		return c.Score * 0.7
	}
	return c.Score
}

// TestNames measures the matcher of names on OFAC aliases and on name_bench, beside the scores that OpenSanctions' logic-v2 has on the same rows.
func TestNames(t *testing.T) {
	pairs := readPairs(t)
	for _, source := range []string{"ofac", "nomenklatura"} {
		p, r, f := judge(pairs[source], sameName)
		note := fmt.Sprintf("of %d pairs", len(pairs[source]))
		record(t, "names."+source+".f1", f, note)
		record(t, "names."+source+".precision", p, note)
		record(t, "names."+source+".recall", r, note)
		record(t, "names."+source+".recall_at_p95", recallAt(pairs[source], nameScore), note)
	}
	_, recall, _ := judge(pairs["putin_names"], sameName)
	record(t, "names.putin.recall", recall, fmt.Sprintf("of %d spellings in many scripts", len(pairs["putin_names"])))
	byKind := readBench(t)
	bench := byKind["Person"]
	recordBodies(t, slices.Concat(byKind["Company"], byKind["Organization"], byKind["LegalEntity"]))
	recordKeys(t, slices.Concat(pairs["ofac"], bench))
	note := fmt.Sprintf("of %d pairs of people", len(bench))
	p, r, f := judge(bench, sameName)
	record(t, "names.bench.f1", f, note)
	record(t, "names.bench.precision", p, note)
	record(t, "names.bench.recall", r, note)
	_, _, peer := judge(bench, func(p namePair) bool { return p.peer >= 0.7 })
	record(t, "names.bench.peer.f1", peer, note+": logic-v2 at its default 0.70")
	if os.Getenv("SHOW") != "" {
		for _, list := range [][]namePair{pairs["ofac"], bench} {
			for _, p := range list {
				if c := entity.CompareNames(p.a, p.b); c.Same != p.same {
					t.Logf("%v %s | %s | %.2f %v", p.same, p.a, p.b, c.Score, c.Reasons)
				}
			}
		}
	}
}

// recordBodies measures names of companies and organisations. name_bench calls two funds or trusts with different numbers the same (VII and VIII); Hearsay keeps
// them apart, so a second figure leaves out the pairs whose names differ in their numbers alone.
func recordBodies(t *testing.T, bodies []namePair) {
	note := fmt.Sprintf("of %d pairs of companies and organisations", len(bodies))
	_, _, f := judge(bodies, sameName)
	record(t, "names.bench.bodies.f1", f, note)
	peer := func(p namePair) bool { return p.peer >= 0.7 }
	_, _, f = judge(bodies, peer)
	record(t, "names.bench.bodies.peer.f1", f, note+": logic-v2 at its default 0.70")
	bodies = slices.DeleteFunc(bodies, func(p namePair) bool { return p.a != p.b && numberless(p.a) == numberless(p.b) })
	note = fmt.Sprintf("the same without those that differ in numbers alone: %d", len(bodies))
	_, _, f = judge(bodies, sameName)
	record(t, "names.bench.bodies.numberless.f1", f, note)
	_, _, f = judge(bodies, peer)
	record(t, "names.bench.bodies.numberless.peer.f1", f, note)
}

var numerals = regexp.MustCompile(`\b[IVX]+\b|[0-9]+`)

func numberless(s string) string { return numerals.ReplaceAllString(s, "#") }

// recordKeys measures how many of the pairs that are the same share a key, so that a caller who compares only what shares one finds them.
func recordKeys(t *testing.T, pairs []namePair) {
	same, found := 0, 0
	for _, p := range pairs {
		a, b := entity.ParseName(p.a), entity.ParseName(p.b)
		if !a.Compare(b).Same {
			continue
		}
		same++
		keys := b.Keys()
		if slices.ContainsFunc(a.Keys(), func(k string) bool { return slices.Contains(keys, k) }) {
			found++
		}
	}
	record(t, "names.keys", share(found, same), fmt.Sprintf("of %d pairs of people found to be the same share a key", same))
}
