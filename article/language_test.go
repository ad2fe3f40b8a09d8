package article

import (
	"strings"
	"testing"

	"hearsay/text"
)

func TestLanguageOf(t *testing.T) {
	english := strings.Repeat("The harbour office said that nobody was hurt when the crane fell across the two berths. ", 5)
	german := strings.Repeat("Das Hafenamt teilte mit, dass niemand verletzt wurde, als der Kran auf die Anleger fiel. ", 5)
	arabic := strings.Repeat("وقال مكتب الميناء إن أحداً لم يصب بأذى عندما سقطت الرافعة على الرصيفين. ", 6)
	for _, c := range []struct {
		name, body, declared string
		want                 Language
	}{
		{"both agree", english, "en-GB", Language{"en", Strong}},
		{"nothing declared", english, "", Language{"en", Likely}},
		{"a template lies", german, "en", Language{"de", Likely}},
		{"Arabic", arabic, "ar_EG", Language{"ar", Strong}},
		{"a language the detector does not know", english, "ca", Language{"ca", Unclear}},
		{"another script than the declared", arabic, "en", Language{"ar", Likely}},
		{"short", "Kran fällt", "", Language{"und", Unclear}},
		{"short, declared", "Kran fällt", "de", Language{"de", Unclear}},
		{"no letters", "12 34", "", Language{"und", Unclear}},
		{"nonsense declared", english, "x-default", Language{"en", Likely}},
	} {
		if got := languageOf(text.NewDoc(c.body), c.declared); got != c.want {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
		}
	}
}

func TestMojibake(t *testing.T) {
	if !mojibake("The mayorâ€™s office said â€œnoâ€\u009d.") || mojibake("The mayor’s office said “no” in a café.") {
		t.Error("mojibake is not told from good text")
	}
}
