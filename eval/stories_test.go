package eval

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"hearsay/article"
	"hearsay/reuse"
	"hearsay/story"
	"hearsay/text"
)

// A storyRecord is a line of a corpus of stories.
type storyRecord struct {
	ID, URL, Outlet, Date, Title, Text string
	Src                                string // the outlet, in saudi.jsonl.gz
	Lang                               string
	Gold                               string // the event, or what links translations
}

// readStoryRecords reads the JSON lines of a corpus, gzipped or not.
func readStoryRecords(t testing.TB, name string) []storyRecord {
	t.Helper()
	f, err := os.Open(corpus(t, name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(name, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			t.Fatal(err)
		}
	}
	var records []storyRecord
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 16<<20)
	for lines.Scan() {
		var record storyRecord
		if err := json.Unmarshal(lines.Bytes(), &record); err != nil {
			t.Fatal(err)
		}
		records = append(records, record)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return records
}

// article turns a record into an article, without looking at its gold.
func (r *storyRecord) article() *article.Article {
	a := &article.Article{ID: r.ID, URL: r.URL, Title: r.Title, Outlet: r.Outlet + r.Src, Doc: text.NewDoc(text.Normalize(r.Text))}
	a.Domain = strings.TrimPrefix(r.Outlet, "www.")
	for _, layout := range []string{"2006-01-02T15:04:05", time.DateTime} {
		if d, err := time.Parse(layout, r.Date); err == nil {
			a.Published = &article.Date{From: d, To: d.Add(time.Second), Grade: article.Likely}
		}
	}
	return a
}

// A storyCorpus is a corpus as articles, with the gold label of each.
type storyCorpus struct {
	articles []*article.Article
	gold     []string
	pairs    []reuse.Pair
}

func newStoryCorpus(records []storyRecord) storyCorpus {
	var c storyCorpus
	var docs []*text.Doc
	for _, r := range records {
		a := r.article()
		c.articles = append(c.articles, a)
		c.gold = append(c.gold, r.Gold)
		docs = append(docs, a.Doc)
	}
	c.pairs = reuse.Find(docs, reuse.Options{})
	return c
}

// bcubed returns the BCubed precision, recall and F1 of stories against gold labels (Bagga and
// Baldwin 1998): for each article the share of its story that has its label, and the share of its
// label that is in its story, averaged over articles.
func bcubed(gold []string, stories []story.Story) (precision, recall, f1 float64) {
	of := make([]int, len(gold))
	inStory := make([]int, len(stories))
	for s := range stories {
		for _, m := range stories[s].Members {
			of[m.Article] = s
			inStory[s]++
		}
	}
	type cell struct {
		story int
		label string
	}
	both, inLabel := map[cell]int{}, map[string]int{}
	for i, g := range gold {
		both[cell{of[i], g}]++
		inLabel[g]++
	}
	for i, g := range gold {
		n := float64(both[cell{of[i], g}])
		precision += n / float64(inStory[of[i]])
		recall += n / float64(inLabel[g])
	}
	precision /= float64(len(gold))
	recall /= float64(len(gold))
	return precision, recall, 2 * precision * recall / (precision + recall)
}

func TestStoriesG5W(t *testing.T) {
	c := newStoryCorpus(readStoryRecords(t, "stories/g5w.jsonl"))
	stories := story.Find(c.articles, c.pairs, story.Options{})
	precision, recall, f1 := bcubed(c.gold, stories)
	note := fmt.Sprintf("%d articles, 69 events; %d stories", len(c.articles), len(stories))
	record(t, "stories.g5w.bcubed.precision", precision, note)
	record(t, "stories.g5w.bcubed.recall", recall, note)
	record(t, "stories.g5w.bcubed.f1", f1, note)
	for _, threshold := range []float64{0.12, 0.14, 0.18, 0.20} {
		_, _, f1 := bcubed(c.gold, story.Find(c.articles, c.pairs, story.Options{Threshold: threshold}))
		record(t, fmt.Sprintf("stories.g5w.bcubed.f1_at_%.2f", threshold), f1, "another threshold")
	}
	recordFamilies(t, c, stories)
	recordSingleEvents(t, c)
}

// recordFamilies records how many pairs of articles are in one family, and the share of them that
// has one label.
func recordFamilies(t *testing.T, c storyCorpus, stories []story.Story) {
	pairs, right := 0, 0
	for _, s := range stories {
		for _, f := range s.Families {
			for i := range f {
				for k := range i {
					pairs++
					if c.gold[f[i]] == c.gold[f[k]] {
						right++
					}
				}
			}
		}
	}
	if pairs > 0 {
		record(t, "stories.g5w.family_pairs.precision", float64(right)/float64(pairs), fmt.Sprintf("%d pairs of near-copies", pairs))
	}
}

// recordSingleEvents measures the commonest use: a folder with the pages on one event alone. It
// records how much of such a folder is in one story with the mean article (BCubed recall), over the
// events with at least four articles.
func recordSingleEvents(t *testing.T, c storyCorpus) {
	events := map[string][]int{}
	for i, g := range c.gold {
		events[g] = append(events[g], i)
	}
	sum, articles, whole, piles := 0.0, 0, 0, 0
	for _, label := range slices.Sorted(maps.Keys(events)) {
		event := events[label]
		if len(event) < 4 {
			continue
		}
		pile, pairs := c.pile(event)
		stories := story.Find(pile, pairs, story.Options{})
		for _, s := range stories {
			sum += float64(len(s.Members)*len(s.Members)) / float64(len(event))
		}
		articles += len(event)
		piles++
		if len(stories) == 1 {
			whole++
		}
	}
	record(t, "stories.g5w.single_event.recall", sum/float64(articles),
		fmt.Sprintf("%d events with 4 articles or more, each on its own; %d come out as one story", piles, whole))
}

// pile returns some of the articles as a collection of their own.
func (c storyCorpus) pile(indices []int) ([]*article.Article, []reuse.Pair) {
	place := map[int]int{}
	var articles []*article.Article
	for at, i := range indices {
		place[i] = at
		articles = append(articles, c.articles[i])
	}
	var pairs []reuse.Pair
	for _, p := range c.pairs {
		a, inA := place[p.A]
		b, inB := place[p.B]
		if inA && inB {
			p.A, p.B = a, b
			pairs = append(pairs, p)
		}
	}
	return articles, pairs
}

// TestStoriesMeantime measures on other subjects and languages than the threshold was chosen on. The
// texts have no dates and no outlets, and no title but their first line.
func TestStoriesMeantime(t *testing.T) {
	records := readStoryRecords(t, "stories/meantime.jsonl")
	var english []storyRecord
	for i := range records {
		r := &records[i]
		r.Title, r.Text, _ = strings.Cut(r.Text, "\n")
		if r.Lang == "en" {
			english = append(english, *r)
			subject, _, _ := strings.Cut(r.Gold, "/")
			english[len(english)-1].Gold = subject
		}
	}
	c := newStoryCorpus(english)
	precision, _, _ := bcubed(c.gold, story.Find(c.articles, c.pairs, story.Options{}))
	record(t, "stories.meantime.subject.precision", precision, "120 English articles of four subjects over several years: stories hold one subject")

	c = newStoryCorpus(records)
	precision, recall, f1 := bcubed(c.gold, story.Find(c.articles, c.pairs, story.Options{}))
	record(t, "stories.meantime.translations.precision", precision, "480 articles, four translations each; follow-ups count as wrong")
	record(t, "stories.meantime.translations.recall", recall, "480 articles, four translations each")
	record(t, "stories.meantime.translations.f1", f1, "480 articles, four translations each")
}

// BenchmarkStories measures story.Find alone: bodies are tokenised and pairs are found before.
func BenchmarkStories(b *testing.B) {
	for _, name := range []string{"stories/g5w.jsonl", "reuse/saudi.jsonl.gz"} {
		b.Run(strings.TrimSuffix(strings.TrimSuffix(name[strings.IndexByte(name, '/')+1:], ".gz"), ".jsonl"), func(b *testing.B) {
			c := newStoryCorpus(readStoryRecords(b, name))
			b.ReportAllocs()
			for b.Loop() {
				story.Find(c.articles, c.pairs, story.Options{})
			}
			b.ReportMetric(float64(len(c.articles)*b.N)/b.Elapsed().Seconds(), "articles/s")
		})
	}
}
