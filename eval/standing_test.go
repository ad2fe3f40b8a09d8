package eval

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"hearsay/reuse"
	"hearsay/text"
)

// A judgement is what a reader said about a passage: “standing” for titles, bulletins, set phrases and
// furniture, “copied” for wording that one text has from the other or both from a third, “quotation”
// and “undecided”, which are not counted. The files in testdata hold no text, only where it stands: rows
// of the collection from 0, bytes of the text. The passages were drawn at random within classes of
// length (15, 30, 60 words), half of each among those called standing at that time; a judgement stands
// for so many passages of the collection.
type judgement struct {
	sample, weight int
	a, b           int
	atA, atB       text.Span
	label          string
}

func readJudgements(t *testing.T, name string) []judgement {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	var all []judgement
	for i, line := range bytes.Split(bytes.TrimSpace(data), []byte("\n"))[1:] {
		var j judgement
		if _, err := fmt.Sscan(string(line), &j.sample, &j.weight, &j.a, &j.atA.Start, &j.atA.End, &j.b, &j.atB.Start, &j.atB.End, &j.label); err != nil {
			t.Fatalf("%s, line %d: %v", name, i+2, err)
		}
		all = append(all, j)
	}
	return all
}

// passage returns what is called a passage now and holds most of the one that was judged.
func (j *judgement) passage(pairs map[[2]int]*reuse.Pair) (*reuse.Passage, bool) {
	p, ok := pairs[[2]int{j.a, j.b}]
	if !ok {
		return nil, false
	}
	for i := range p.Passages {
		q := &p.Passages[i]
		if 2*q.A.Intersect(j.atA).Len() > j.atA.Len() && 2*q.B.Intersect(j.atB).Len() > j.atB.Len() {
			return q, true
		}
	}
	return nil, false
}

// recordStanding records how many of the passages called standing phrases are, and how many of
// those that are standing phrases are called so.
func recordStanding(t *testing.T, name, file string, found []reuse.Pair) {
	t.Helper()
	pairs := map[[2]int]*reuse.Pair{}
	for i := range found {
		pairs[[2]int{found[i].A, found[i].B}] = &found[i]
	}
	said, right, standing, judged, all := 0, 0, 0, 0, 0
	for _, j := range readJudgements(t, file) {
		if j.label != "standing" && j.label != "copied" {
			continue
		}
		all++
		p, ok := j.passage(pairs)
		if !ok {
			continue
		}
		judged++
		is := j.label == "standing"
		if p.Formula {
			said += j.weight
		}
		if is {
			standing += j.weight
		}
		if p.Formula && is {
			right += j.weight
		}
	}
	note := fmt.Sprintf("of the passages called standing phrases; %d of %d judged ones found, weighed by what they stand for", judged, all)
	record(t, name+".precision", float64(right)/float64(max(said, 1)), note)
	record(t, name+".recall", float64(right)/float64(max(standing, 1)), "of the standing phrases among the passages")
}

// TestStandingSaudi measures the rule for standing phrases on Arabic news, with the days of capture
// for those of publication, and without days.
func TestStandingSaudi(t *testing.T) {
	docs, days := readDatedSaudi(t)
	recordStanding(t, "reuse.standing.saudi", "standing-saudi.tsv", reuse.Find(docs, reuse.Options{Days: days}))
	recordStanding(t, "reuse.standing.saudi.undated", "standing-saudi.tsv", reuse.Find(docs, reuse.Options{}))
}

// TestStandingG5W measures it on English news, 383 articles on 69 events in several years, with the
// dates of the set. Outlets' furniture is left in the texts.
func TestStandingG5W(t *testing.T) {
	var docs []*text.Doc
	var days []int
	lines(t, corpus(t, "stories/g5w.jsonl"), func(line []byte) {
		var r struct{ Text, Date string }
		if err := json.Unmarshal(line, &r); err != nil {
			t.Fatal(err)
		}
		docs = append(docs, text.NewDoc(r.Text))
		published, err := time.Parse(time.DateOnly, r.Date[:min(len(time.DateOnly), len(r.Date))])
		if err != nil {
			t.Fatal(err)
		}
		days = append(days, int(published.Unix()/(24*60*60)))
	})
	recordStanding(t, "reuse.standing.g5w", "standing-g5w.tsv", reuse.Find(docs, reuse.Options{Days: days}))
	recordStanding(t, "reuse.standing.g5w.undated", "standing-g5w.tsv", reuse.Find(docs, reuse.Options{}))
}
