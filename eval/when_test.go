package eval

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"hearsay/text"
	"hearsay/when"
)

// TestWhenNews measures on news, as TempEval-3 did: relaxed F1 counts overlapping spans, value F1 those with the value of the mark.
func TestWhenNews(t *testing.T) {
	docs := readTimeML(t, "time/tbaq")
	s := scoreTimes(docs, false)
	recordTimes(t, "when.tbaq", s, fmt.Sprintf("%d news texts, %d expressions; %d found", len(docs), s.gold, s.found))
}

// TestWhenNarrative measures on histories of wars, where what is not dated in full is counted from what was named before.
func TestWhenNarrative(t *testing.T) {
	docs := readTimeML(t, "time/wikiwars")
	s := scoreTimes(docs, true)
	recordTimes(t, "when.wikiwars", s, fmt.Sprintf("%d histories, %d expressions; %d found", len(docs), s.gold, s.found))
}

func scoreTimes(docs []timeDoc, narrative bool) timeScores {
	var s timeScores
	for _, d := range docs {
		doc := text.NewDoc(d.text)
		found := when.Find(doc, when.Frame{Published: d.created, Language: "en", Narrative: narrative})
		s.count(d, found, func(g goldTime, e when.Expression) { showTime(d, g, e) })
	}
	return s
}

// showTime lists what is wrong where HEARSAY_SHOW asks for it.
func showTime(d timeDoc, g goldTime, e when.Expression) {
	if os.Getenv("HEARSAY_SHOW") == "" {
		return
	}
	at := max(g.span.Start, e.Span.Start)
	around := d.text[max(0, at-50):min(len(d.text), at+50)]
	fmt.Printf("%s\t%q %s\t%q %s\t…%s…\n", d.created.Format("2006-01-02"), d.text[g.span.Start:g.span.End], g.value, d.text[e.Span.Start:e.Span.End],
		e.Value, strings.Join(strings.Fields(strings.ToValidUTF8(around, "")), " "))
}

func recordTimes(t *testing.T, name string, s timeScores, note string) {
	record(t, name+".strict.f1", f1(s.strict, s.found, s.gold), note)
	record(t, name+".relaxed.f1", f1(s.relaxed, s.found, s.gold), note)
	record(t, name+".value.f1", f1(s.value, s.found, s.gold), note)
	record(t, name+".type.f1", f1(s.kind, s.found, s.gold), note)
}

// BenchmarkWhen finds the times in news, with a share for cutting the text into tokens (text) and without it (tokens). It is told in
// articles of 700 words a second.
func BenchmarkWhen(b *testing.B) {
	records := readStoryRecords(b, "stories/g5w.jsonl")
	words := 0
	var docs []*text.Doc
	for _, r := range records {
		docs = append(docs, text.NewDoc(r.Text))
		words += len(strings.Fields(r.Text))
		docs[len(docs)-1].Tokens()
	}
	f := when.Frame{Published: time.Date(2016, 11, 7, 0, 0, 0, 0, time.UTC), Language: "en"}
	for _, name := range []string{"text", "tokens"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				for i, d := range docs {
					if name == "text" {
						d = text.NewDoc(records[i].Text)
					}
					when.Find(d, f)
				}
			}
			b.ReportMetric(float64(words)/700*float64(b.N)/b.Elapsed().Seconds(), "articles/s")
		})
	}
}
