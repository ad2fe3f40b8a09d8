package text

import (
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestFoldWord(t *testing.T) {
	for _, c := range []struct{ want, in string }{
		{"the", "THE"},
		{"cafe", "Café"},
		{"cafe", "cafe\u0301"},
		{"strasse", "Straße"},
		{"strasse", "STRASSE"},
		{"lodz", "Łódź"},
		{"ae", "Æ"},
		{"istanbul", "İstanbul"},
		{"viet", "Việt"},
		{"oclock", "o\u00adclock"},
		{"o'clock", "O’Clock"},
		{"o'clock", "oʼclock"},
		{"us", "U.S"},
		{"usa", "U.S.A"},
		{"3.5", "3.5"},
		{"2500", "2,500"},
		{"1234567", "1,234,567"},
		{"2500", "٢٬٥٠٠"},
		{"2500", "۲,۵۰۰"},
		{"1,5", "1,5"},
		{"full", "ｆｕｌｌ"},
		{"fi", "ﬁ"},
		{"ニュース", "ﾆｭｰｽ"},
		{"еще", "Ещё"},
		{"еще", "еще\u0308"},
		{"край", "край"},
		{"край", "краи\u0306"},
		{"λογοσ", "ΛΟΓΟΣ"},
		{"λογοσ", "λογος"},
		{"احمد", "أَحْمَد"},
		{"الى", "إلى"},
		{"مدرسه", "مدرسة"},
		{"مدرسه", "مـدرسـة"},
		{"كتاب", "کتاب"},
		{"علي", "علی"},
		{"ميخواهد", "می‌خواهد"},
		{"محمد", "ﻣﺤﻤﺪ"},
		{"مؤتمر", "مو\u0654تمر"},
		{"שלום", "שָׁלוֹם"},
		{`צה"ל`, "צה״ל"},
		{"ג'ורג'", "ג׳ורג׳"},
		{"天", "天"},
	} {
		want := c.want
		if want == "الى" {
			want = "الي" // alef maksura is yeh
		}
		if got := FoldWord(c.in); got != want {
			t.Errorf("FoldWord(%q) = %q, want %q", c.in, got, want)
		}
	}
}

func TestFold(t *testing.T) {
	const want = "the us had 2500 cafes"
	if got := Fold("The U.S. had 2,500 “Cafés”!"); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestFoldRunes checks every rune there is: folding must be stable.
func TestFoldRunes(t *testing.T) {
	for r := range rune(utf8.MaxRune + 1) {
		if utf8.ValidRune(r) {
			checkFold(t, string(r))
		}
	}
}

func checkFold(t *testing.T, w string) {
	t.Helper()
	once := FoldWord(w)
	if twice := FoldWord(once); twice != once {
		t.Errorf("FoldWord(%q) = %q, but folded again it is %q", w, once, twice)
	}
	if utf8.ValidString(w) && !utf8.ValidString(once) {
		t.Errorf("FoldWord(%q) = %q is not UTF-8", w, once)
	}
}

func FuzzFoldWord(f *testing.F) {
	for _, w := range []string{"U.S.A", "1,234,567", "إلى", "ẞ", "ﷺ", "e\u0301\u0327", "a.b.cd", "\u0345", "\xff"} {
		f.Add(w)
	}
	f.Fuzz(func(t *testing.T, w string) {
		checkFold(t, w)
		if a, b := FoldWord(norm.NFC.String(w)), FoldWord(norm.NFD.String(w)); utf8.ValidString(w) && a != b {
			t.Errorf("%q folds to %q composed and %q decomposed", w, a, b)
		}
	})
}
