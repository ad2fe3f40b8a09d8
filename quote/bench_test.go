package quote

import (
	"strings"
	"testing"

	"hearsay/entity"
	"hearsay/text"
	"hearsay/when"
)

// benchArticle is an invented article of about 700 words.
var benchArticle = strings.Repeat(`Transport Minister Farid Naim said on Tuesday that the bridge at Ansel would open in May, adding that nobody had asked the villages what they thought of the toll. "We are ready," he told reporters in the capital. "Nobody will be sent home before the work is done."

Salma Haddad, who leads the Dawn bloc in parliament, accused the minister of hiding a report by the harbour authority. According to two officials familiar with the matter, the report warned of cracks in the northern pier. The ministry declined to comment.

The river carries less water than in any year since 1961. Along the bank stand the sheds of the old ferry company, which went out of business when the tunnel was dug, and a row of poplars that the council wants to cut down.

`, 5)

// BenchmarkArticle measures sentences, names, times and quotes of one article of 700 words, as annotate finds them.
func BenchmarkArticle(b *testing.B) {
	for b.Loop() {
		in := Text{Title: text.NewDoc("Naim: bridge will open in May"), Body: text.NewDoc(benchArticle), Language: "en"}
		in.Names = entity.Find(entity.Text{Title: in.Title, Body: in.Body, Language: "en"}, nil)
		in.Times = when.Find(in.Body, when.Frame{Language: "en"})
		Find(in)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "articles/s")
}
