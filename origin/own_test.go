package origin

import (
	"testing"

	"hearsay/article"
	"hearsay/text"
)

func TestHasDateline(t *testing.T) {
	for body, want := range map[string]bool{
		"HARBOURTON — The bridge is shut.":                     true,
		"LOWER FERRY, Jan 3 – The bridge is shut.":             true,
		"Stonewell, 3 January – The bridge is shut.":           true,
		"Stonewell – The bridge is shut.":                      false, // might be any word
		"Yesterday — after a storm — the bridge was shut.":     false,
		"The minister — who had slept — opened the bridge.":    false,
		"HARBOURTON (Agency X) — The bridge is shut.":          false, // an agency's, not its own
		"2021 — a year of bridges.":                            false,
		"هاربرتاون – أغلق المهندسون الجسر":                     true,
		"قال الوزير في بيان له اليوم – إن الجسر مغلق":          false,
		"The bridge is shut.":                                  false,
		"":                                                     false,
		"— HARBOURTON":                                         false,
		"The bridge is shut after a barge struck it.\n\nA — b": false,
	} {
		if got := hasDateline(text.NewDoc(body)); got != want {
			t.Errorf("hasDateline(%q) = %v", body, got)
		}
	}
}

func TestPeople(t *testing.T) {
	for name, want := range map[string]bool{
		"Mara Quill": true, "Mara van der Quill": true, "مارا قويل": true,
		"Staff Reporter": false, "Quill": false, "Daily A": false, "Harbour Desk": false, "Agency X": false,
		"وكالة النهر": false, "Mara 24": false, "Mara, Odo, Ina, Ul, Bo and Co": false, "": false,
	} {
		a := &article.Article{Outlet: "Daily A", Byline: []string{name}, Credits: []article.Credit{{Kind: article.Information, Agency: "Agency X"}}}
		if got := len(people(a)) == 1; got != want {
			t.Errorf("people(%q) = %v", name, got)
		}
	}
}

func FuzzDateline(f *testing.F) {
	f.Add("HARBOURTON — The bridge", "Mara Quill")
	f.Add("هاربرتاون – أغلق", "%s")
	f.Fuzz(func(t *testing.T, body, name string) {
		a := &article.Article{Outlet: name, Byline: []string{name}, Doc: text.NewDoc(body)}
		reportsFromPlace(a)
		if got := people(a); len(got) > 0 && got[0] != name {
			t.Errorf("people made %q of %q", got[0], name)
		}
		for _, b := range unnamedBases(a) {
			if b.key == "" || b.reason == "" {
				t.Errorf("unnamed basis without words: %+v", b)
			}
		}
	})
}
