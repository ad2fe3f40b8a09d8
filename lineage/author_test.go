package lineage

import (
	"testing"

	"hearsay/article"
	"hearsay/text"
)

func TestPlaceLine(t *testing.T) {
	for body, want := range map[string]bool{
		"HARBOURTON — The bridge is shut.":                              true,
		"LOWER FERRY, Jan 3 – The bridge is shut.":                      true,
		"Stonewell, 3 January – The bridge is shut.":                    true,
		"Stonewell – The bridge is shut.":                               false, // might be any word
		"Yesterday — after a storm — the bridge was shut.":              false,
		"The minister — who had slept — opened the bridge.":             false,
		"HARBOURTON (Agency X) — The bridge is shut.":                   false, // an agency's, not its own
		"2021 — a year of bridges.":                                     false,
		"هاربرتاون – أغلق المهندسون الجسر":                              true,
		"قال الوزير في بيان له اليوم – إن الجسر مغلق":                   false,
		"The bridge is shut.":                                           false,
		"A standfirst in one line.\n\nHARBOURTON — The bridge is shut.": true,
		"Late, as ever — the mayor came.":                               false,
		"Harbourton, Northland — The bridge is shut.":                   true,
		"":             false,
		"— HARBOURTON": false,
		"The bridge is shut after a barge struck it.\n\nA — b": false,
	} {
		if _, got := PlaceLine(text.NewDoc(body)); got != want {
			t.Errorf("PlaceLine(%q) = %v", body, got)
		}
	}
}

func TestAuthors(t *testing.T) {
	for name, want := range map[string]bool{
		"Mara Quill": true, "Mara van der Quill": true, "the harbour master": false, "مارا قويل": true,
		"Staff Reporter": false, "Quill": false, "Daily A": false, "Harbour Desk": false, "Agency X": false,
		"وكالة النهر": false, "Mara 24": false, "Mara, Odo, Ina, Ul, Bo and Co": false, "": false,
	} {
		a := &article.Article{Outlet: "Daily A", Byline: []string{name}, Credits: []article.Credit{{Kind: article.Information, Agency: "Agency X"}}}
		if got := len(Authors(a)) == 1; got != want {
			t.Errorf("Authors(%q) = %v", name, got)
		}
	}
}
