package eval

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"hearsay/article"
	"hearsay/page"
)

// TestNotBeforeFundus takes everything but the main text from news pages, and compares the bound that the
// words give with the day of publication in the gold. The time of capture is withheld too: with it the
// bound could not be later than the capture.
func TestNotBeforeFundus(t *testing.T) {
	cases := fundusMeta(t)
	all, given, right := 0, 0, 0
	var gaps []int // days from the beginning of the bound to the publication
	for i, a := range readMeta(t, cases) {
		if a == nil || cases[i].date == "" {
			continue
		}
		all++
		bare := &page.Page{Format: page.Record, Fields: &page.Fields{Text: a.Doc.String()}}
		b, err := article.Read(bare)
		if err != nil {
			t.Fatal(err)
		}
		if b.NotBefore == nil {
			continue
		}
		given++
		published, err := time.Parse(time.DateOnly, cases[i].date)
		if err != nil {
			t.Fatal(err)
		}
		if b.NotBefore.From.After(published) {
			t.Logf("not before %s: published %s, bound %s by %v", cases[i].url, cases[i].date, b.NotBefore.From.Format(time.DateOnly), b.NotBefore.Evidence)
			continue
		}
		right++
		gaps = append(gaps, int(published.Sub(b.NotBefore.From).Hours()/24))
	}
	slices.Sort(gaps)
	record(t, "date.notbefore.fundus.given", ratio(given, all), fmt.Sprintf("of %d articles without their metadata; median gap to the publication %d days", all, gaps[len(gaps)/2]))
	record(t, "date.notbefore.fundus.right", ratio(right, given), fmt.Sprintf("not after the publication, of %d bounds", given))
}
