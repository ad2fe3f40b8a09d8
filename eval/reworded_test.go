package eval

import (
	"encoding/json"
	"fmt"
	"testing"

	"hearsay/reuse"
	"hearsay/text"
)

// TestReworded counts the pairs of news articles that are tied by reworded wording, in one event and
// across events, where nothing can have been copied but background. Two reports of one event may have
// been written by themselves; which of the ties are right must be read.
func TestReworded(t *testing.T) {
	var docs []*text.Doc
	var events []string
	lines(t, corpus(t, "stories/g5w.jsonl"), func(line []byte) {
		var r struct{ Text, Gold string }
		if err := json.Unmarshal(line, &r); err != nil {
			t.Fatal(err)
		}
		docs, events = append(docs, text.NewDoc(r.Text)), append(events, r.Gold)
	})
	all := map[bool]int{}
	for i := range events {
		for _, e := range events[i+1:] {
			all[events[i] == e]++
		}
	}
	tied, only, passages := map[bool]int{}, map[bool]int{}, map[bool]int{}
	for _, p := range reuse.Find(docs, reuse.Options{}) {
		reworded, other := 0, 0
		for _, q := range p.Passages {
			switch {
			case q.Reworded:
				reworded++
			case !q.Formula:
				other++
			}
		}
		one := events[p.A] == events[p.B]
		passages[one] += reworded
		if reworded > 0 {
			tied[one]++
			if other == 0 {
				only[one]++
			}
		}
	}
	for _, c := range []struct {
		name string
		one  bool
	}{{"one_event", true}, {"two_events", false}} {
		record(t, "reuse.reworded.g5w."+c.name, 1000*float64(tied[c.one])/float64(all[c.one]),
			fmt.Sprintf("pairs in 1,000 that share reworded wording: %d with %d passages; %d share nothing else", tied[c.one], passages[c.one], only[c.one]))
	}
}
