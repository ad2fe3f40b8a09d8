package lineage

import (
	"strings"
	"testing"

	"hearsay/text"
)

func TestQuotedRuns(t *testing.T) {
	for body, want := range map[string]string{
		"He said “no more” and left.":                                       "no more",
		`He said "no" and "never again", he said.`:                          "no never again",
		"Er sagte „nie wieder“ und ging.":                                   "nie wieder",
		"قال «لن نقبل» ثم غادر":                                             "لن نقبل",
		"Er sagte: »Wir gehen nicht.« Dann ging er, »gern«, wie er meinte.": "Wir gehen nicht gern",
		"« Non », dit-il, « jamais ».":                                      "Non jamais",
		"Start » Nachrichten":                                               "",
		"“It goes on\n\nhere,” he said. It ended.":                          "It goes on here",
		"No quotation.":        "",
		"“":                    "",
		"It’s the boys’ boat.": "",
	} {
		doc := text.NewDoc(body)
		var got []string
		for _, r := range QuotedRuns(doc) {
			for _, token := range doc.Tokens()[r.From:r.To] {
				got = append(got, doc.Text(token.Span()))
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: quoted %q, want %q", body, got, want)
		}
	}
}

func FuzzQuotedRuns(f *testing.F) {
	f.Add("“a „b“ c\n\n\"d")
	f.Fuzz(func(t *testing.T, body string) {
		doc := text.NewDoc(body)
		last := 0
		for i, r := range QuotedRuns(doc) {
			if r.From < last || r.To <= r.From || r.To > len(doc.Tokens()) || i > 0 && r.From == last {
				t.Fatalf("runs are not sorted, disjoint and inside: %v", QuotedRuns(doc))
			}
			last = r.To
		}
	})
}
