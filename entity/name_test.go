package entity

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestCompareNames holds pairs that must come out right, most of them spellings that news really uses for one person.
func TestCompareNames(t *testing.T) {
	for _, p := range []struct {
		a, b string
		same bool
	}{
		{"Khazali", "al-Khazali", true},
		{"Khazali", "Khaz'ali", true},
		{"Kadhimi", "al-Kadhemi", true},
		{"Kadhimi", "Kazemi", true},
		{"Rubaie", "Rubaei", true},
		{"Mustafa al-Kadhimi", "Mostafa Al-Kazemi", true},
		{"Qassem Soleimani", "Ghasem Soleymani", true},
		{"Muammar Qaddafi", "Moammar Gadhafi", true},
		{"Adil Abdul-Mahdi", "Adel Abdel Mahdi", true},
		{"قيس الخزعلي", "Qais al-Khazali", true},
		{"مصطفى الكاظمي", "Mustafa al-Kadhimi", true},
		{"Владимир Путин", "Vladimir Putin", true},
		{"Зеленський", "Zelensky", true},
		{"NAIM, Farid", "Farid Naim", true},
		{"General Farid Naim", "Farid Naim", true},
		{"Nordwire Ltd", "Nordwire Limited", true},
		{"World Trade Organization", "WTO", true},
		{"Qais al-Khazali", "Laith al-Khazali", false},
		{"Ali Naim", "Farid Naim", false},
		{"HABIB BEN MOHAMED", "HABIB BEN AHMED", false},
		{"SALMAN BIN MUHAMMAD", "MUHAMMAD BIN SALMAN", false},
		{"Hans Friedrich", "Friedrich Hans", false},
		{"", "Farid Naim", false},
		{"عبد الرحمن بن خالد", "Abdurrahman bin Khalid", true},
		{"Abdul Khaliq Naim", "Abdul Malik Naim", false},  // servants of different names
		{"Abu Hassan Naim", "Hassan Naim", false},         // a father is not his son
		{"Naimov Farid Karimovich", "Farid Naimov", true}, // the order of East Slavic papers
		{"Farid K. Naim", "Farid Hassan Naim", false},     // the initial of another name
		{"FK Naim", "F. K. Naim", true},
		{"김철수", "Kim Cheol-su", true},
		{"U Naim", "Wu Naim", true},
		{"N. F.", "Nadia Faris", false}, // initials alone say nothing
		{"Brigade Forty-Four", "44th Brigade", false},
		{"Brigade Forty-Four", "Brigade 44", true},
		{"Nordwire Fund II Ltd", "Nordwire Fund III Ltd", false},
		{"N.W.R. Shipping Co.", "NWR Shipping", true},
		{"ООО «Ромашка»", "Romashka LLC", true},
	} {
		if c := CompareNames(p.a, p.b); c.Same != p.same {
			t.Errorf("%s, %s: same is %v (%.2f, %v), want %v", p.a, p.b, c.Same, c.Score, c.Reasons, p.same)
		}
	}
}

// TestCompareNamesProperties checks on made-up names that the comparison is symmetric, that names are the same as themselves, and that
// names that are the same share a key.
func TestCompareNamesProperties(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 7))
	syllables := []string{"ka", "zem", "al-", "qa", "s", "im ", "mu", "ham", "mad ", "bin ", "na", "im", "fa", "rid ", "ov", "ich ", "ли", "خ", "ز", "o'", "Ltd", ", ", "sch", "х"}
	name := func() string {
		s := ""
		for range 2 + random.IntN(7) {
			s += syllables[random.IntN(len(syllables))]
		}
		return s
	}
	for range 3000 {
		a, b := name(), name()
		x, y := CompareNames(a, b), CompareNames(b, a)
		if x.Score != y.Score || x.Same != y.Same || x.Contradiction != y.Contradiction {
			t.Fatalf("%q, %q: %v, turned round %v", a, b, x, y)
		}
		if x.Score < 0 || x.Score > 1 {
			t.Fatalf("%q, %q: score %v", a, b, x.Score)
		}
		if n := ParseName(a); len(n.tokens) > 0 && len(n.tokens) <= longestName && !n.Compare(n).Same {
			t.Fatalf("%q is not the same as itself: %v", a, n.Compare(n))
		}
	}
}

func FuzzCompareNames(f *testing.F) {
	for _, s := range []string{"Qais al-Khazali", "قيس الخزعلي", "SMITH, John", "ООО Ромашка", "''", "abd al", "a-b-c"} {
		f.Add(s, "Kazali")
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		if c := CompareNames(a, b); !(c.Score >= 0 && c.Score <= 1) || c.Same && c.Contradiction || len(c.Evidence) != len(c.Reasons) {
			t.Fatalf("%q, %q: %v", a, b, c)
		}
	})
}

func BenchmarkCompareNames(b *testing.B) {
	x, y := ParseName("Mustafa al-Kadhimi"), ParseName("Mostafa Al-Kazemi")
	for b.Loop() {
		x.Compare(y)
	}
}

// TestCompareNamesEvidence checks that reasons tell what they are about, seen from either side.
func TestCompareNamesEvidence(t *testing.T) {
	c := CompareNames("Farid Naim", "Ali Naim")
	want := []Reason{{SoundsLike, "naim", "naim", 1}, {Kind: Contradicts, A: "farid", B: "ali"}}
	if !slices.Equal(c.Evidence, want) {
		t.Errorf("%v, want %v", c.Evidence, want)
	}
	for i, r := range c.Evidence {
		if c.Reasons[i] != r.String() {
			t.Errorf("reason %q is not the words of %v", c.Reasons[i], r)
		}
	}
	c = CompareNames("Ali Naim", "Farid Naim")
	if last := c.Evidence[len(c.Evidence)-1]; last.A != "ali" || last.B != "farid" {
		t.Errorf("turned round: %v", last)
	}
}

func TestTitles(t *testing.T) {
	if got := ParseName("General Farid Naim").Titles(); !slices.Equal(got, []string{"general"}) {
		t.Errorf("titles %q", got)
	}
	if got := ParseName("King Fisher Company").Titles(); len(got) > 0 {
		t.Errorf("a body has titles %q", got)
	}
}

// TestAtMostAlike holds the bound that saves comparisons to what it bounds.
func TestAtMostAlike(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 3))
	letters := "aeiouybcdfghjklmnpqrstvwxzkhshчأ"
	word := func() []phone {
		w := []rune(letters)
		s := ""
		for range 1 + random.IntN(8) {
			s += string(w[random.IntN(len(w))])
		}
		return appendPhones(nil, s)
	}
	for range 20000 {
		a, b := word(), word()
		if most, got := atMostAlike(a, b, bulkOf(a), bulkOf(b)), alike(a, b, false); got > most+1e-9 {
			t.Fatalf("%v, %v: %.3f alike, the bound says %.3f", a, b, got, most)
		}
	}
}
