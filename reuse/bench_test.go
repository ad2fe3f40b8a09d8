package reuse

import (
	"testing"
)

// benchmarkDocs are invented articles of about 450 words whose words are distributed as in English
// (Zipf), one in ten of them an edited copy of another.
func benchmarkDocs(n int) []string {
	m := newMill(17)
	var articles [][][]string
	texts := make([]string, n)
	for i := range n {
		if i%10 == 9 {
			articles = append(articles, m.edited(articles[m.IntN(len(articles))], 20))
		} else {
			articles = append(articles, m.article(450))
		}
		texts[i] = docOf(articles[i]).String()
	}
	return texts
}

func BenchmarkFind(b *testing.B) {
	texts := benchmarkDocs(5000)
	size := 0
	for _, s := range texts {
		size += len(s)
	}
	for _, c := range []struct {
		name string
		o    Options
	}{{"story", Options{}}, {"archive", Options{Archive: true}}} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(size))
			pairs := 0
			for b.Loop() {
				pairs = len(Find(docsOf(texts...), c.o))
			}
			b.ReportMetric(float64(len(texts)*b.N)/b.Elapsed().Seconds(), "docs/s")
			b.ReportMetric(float64(pairs), "pairs")
		})
	}
}

func BenchmarkCompare(b *testing.B) {
	m := newMill(18)
	article := m.article(450)
	x, y := docOf(article), docOf(m.edited(article, 20))
	x.Tokens()
	y.Tokens()
	for b.Loop() {
		Compare(x, y, Options{})
	}
}
