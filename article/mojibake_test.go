package article

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// damage returns s as a program shows it that takes its bytes for characters of a set; a byte without a
// meaning becomes a control character, as browsers do it.
func damage(s string, set *charmap.Charmap) string {
	var b strings.Builder
	for i := range len(s) {
		r := set.DecodeByte(s[i])
		if r == utf8.RuneError {
			r = rune(s[i])
		}
		b.WriteRune(r)
	}
	return b.String()
}

// TestMendDamaged damages sentences and mends them.
func TestMendDamaged(t *testing.T) {
	const (
		western  = "1252 8859 1252²"
		cyrillic = western + " 1251"
		arabic   = western + " 1256"
	)
	sets := map[string]*charmap.Charmap{
		"1252": charmap.Windows1252, "8859": charmap.ISO8859_1, "1251": charmap.Windows1251, "1256": charmap.Windows1256, "mac": charmap.Macintosh, "1252²": charmap.Windows1252,
	}
	for _, c := range []struct{ sets, words string }{
		{western + " mac", "The harbour master’s office said “no” – twice – and then… nothing."},
		{western, "Il ponte è chiuso: «La città aspetta», dice il sindaco. È così da marzo, à la guerre comme à la guerre."},
		{western, "Le café, où l’été s’achève : « Ça suffit ! » À Losk, l’Étoile et ŒUVRES."},
		{western, "Öffentlich heißt es: „Die Brücke bleibt übers Jahr gesperrt.“ Ärger gibt es genug."},
		{western, "El niño dijo: «¿Qué pasó mañana? ¡Nada!», según la alcaldía de Ñuble; 30 °C y 5 € más."},
		{western, "A ponte não abre: “É preciso atenção”, disse João à imprensa."},
		{western, "Most jest zamknięty, powiedział burmistrz: „Żadnych wyjątków”. Łódź, Příbram, Győr, İzmir, Şile, ağaç."},
		{western, "Cây cầu Việt Trì bị đóng cửa, ông Nguyễn nói hôm thứ hai; người dân phải đi đường vòng."},
		{western, "Η γέφυρα έκλεισε, είπε ο δήμαρχος."},
		{western, "הגשר נסגר, אמר ראש העיר."},
		{western, "पुल बंद है, मेयर ने कहा।"},
		{western, "橋は閉鎖された、と市長は述べた。大桥已经关闭。다리가 폐쇄되었다."},
		{western, "A bridge 🙂 with CO₂ and №5."},
		{cyrillic, "Мост закрыт, и в мае его не откроют: «Работы идут», — сказал мэр на встрече с жителями. Да."},
		{cyrillic, "Міст у Рівному зачинено, її відкриють у травні, сказав мер."},
		{arabic, "أغلق الجسر، وقال رئيس البلدية إنه «لن يفتح» في مايو؛ فهل من بديل؟ نعم، ٢٥ يومًا"},
		{arabic, "پل بسته شد و شهردار گفت که باز نخواهد شد."},
	} {
		for _, name := range strings.Fields(c.sets) {
			damaged := damage(c.words, sets[name])
			if name == "1252²" {
				damaged = damage(damaged, sets[name])
			}
			got := mend(damaged, false)
			if got.text != c.words {
				t.Errorf("%s: mended to\n%q, want\n%q", name, got.text, c.words)
			}
			checkMended(t, damaged, got)
		}
	}
}

// TestMend puts right what is certain and leaves what good text has too.
func TestMend(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Theyâ€™re", "They’re"},
		{"They&acirc;&euro;&trade;re", "They’re"},
		{"â€œNo,â€ he said.", "“No,” he said."}, // the last byte of the second mark was dropped
		{"â€œNo,â€\uFFFD he said.", "“No,” he said."},
		{"Ã¢â‚¬â„¢ and Ã¢\u0080\u0099", "’ and ’"},
		{"voilÃ&nbsp;!", "voilà!"},
		{"NÂ° 7", "N° 7"},
		{"lost: ï¿½", "lost: \uFFFD"},
		{"cafГ© in Losk", "café in Losk"},
		// What is said of a letter, capitals before closing marks, and neighbours that are no mistake.
		{"“IRMÔ, NÃO, AMANHÃ…", ""},
		{"«OÙ…» CAFÉ” l’É…", ""},
		{"la letra Ñ” y «Ñ»", ""},
		{"“BLAÐ” Ð", ""},
		{"TÄMÄ” PÅ… „Ä“", ""},
		{"«…está»… arrivé…» à »", ""},
		{"Рівне, Січень, ТРЁХ, ВСЁ, В\u00a0Лоске, Гёте, Гію, Сјај, РІК", ""},
		{"وسط، ط؟ ظ» آ", ""},
		{"√2 ≈ 1, ‚Ärger‘, „Öl“", ""},
		{"Ð Ñ Ã Â â € ’", ""},
		{"a &amp; b &copy; c &eacute;", ""},
	} {
		want := c.want
		if want == "" {
			want = c.in
		}
		got := mend(c.in, true)
		if got.text != want {
			t.Errorf("mend(%q) = %q, want %q", c.in, got.text, want)
		}
		checkMended(t, c.in, got)
	}
}

// checkMended checks the way back: what was not repaired is the same bytes, and each repaired
// character stands for a stretch of the original.
func checkMended(t *testing.T, s string, m repaired) {
	t.Helper()
	if utf8.ValidString(s) && !utf8.ValidString(m.text) {
		t.Fatalf("mending %q gives %q, which is no UTF-8", s, m.text)
	}
	last := 0
	for at, r := range m.text {
		from, to := m.original(at, at+utf8.RuneLen(r))
		if from != last || to <= from || to > len(s) {
			t.Fatalf("%q: the character at %d of %q stands for [%d, %d), the one before ends at %d", s, at, m.text, from, to, last)
		}
		if was := s[from:to]; m.places(at, at+utf8.RuneLen(r)) == 0 && len(m.passes) < 2 && was != string(r) {
			t.Fatalf("%q: %q at %d stands for %q without a repair", s, r, at, was)
		}
		last = to
	}
	if last != len(s) {
		t.Fatalf("%q: the way back ends at %d of %d", s, last, len(s))
	}
}

func FuzzMend(f *testing.F) {
	for _, s := range []string{"Ã¢â‚¬â„¢x&acirc;&euro;&trade;", "â€œNoâ€ \n РїСЂРё <b>В«</b>", "ط§ظ„â€", "√©‚Äô", "ð\u009f™‚&#xc3;&#169;"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return // Read mends valid text only
		}
		checkMended(t, s, mend(s, true))
		checkMended(t, s, mend(s, false))
	})
}

// TestReadMended reads a damaged page: words, names and places are right, and the warnings say what
// was done.
func TestReadMended(t *testing.T) {
	const body = "Niemand wurde verletzt, als der Kran übers Hafenbecken fiel, sagte das Amt.\n\nDie „Größe des Schadens“ – so der Hafenmeister – wird noch geprüft."
	source := damage(`<html lang="de"><head><title>Kran stürzt in Losk</title><meta charset="utf-8"></head><body><h1>Kran stürzt in Losk</h1><p>`+
		strings.ReplaceAll(body, "\n\n", "</p><p>")+"</p></body></html>", charmap.Windows1252)
	p := readFile(t, "page.html", source)
	a, err := Read(p)
	if err != nil {
		t.Fatal(err)
	}
	checkArticle(t, p, a)
	if a.Doc.String() != body || a.Title != "Kran stürzt in Losk" {
		t.Errorf("got %q under %q", a.Doc.String(), a.Title)
	}
	for _, q := range a.Paragraphs {
		if q.PageStart < 0 {
			t.Errorf("no place for %q", a.Doc.Text(q.Span))
		}
	}
	checkWarning(t, a, "8 characters were wrongly decoded before capture (as in “Ã¼” for “ü”) and shown repaired")

	kept := readFile(t, "in.jsonl", `{"text":"The masterâ€™s office said nothing of the crane."}`)
	if a, err = Read(kept); err != nil {
		t.Fatal(err)
	}
	if a.Doc.String() != kept.Fields.Text {
		t.Errorf("the text of a record was changed to %q", a.Doc.String())
	}
	checkWarning(t, a, "1 character was wrongly decoded before capture (as in “â€™” for “’”); the text is kept")
}

func checkWarning(t *testing.T, a *Article, part string) {
	t.Helper()
	if all := strings.Join(a.Warnings, "\n"); !strings.Contains(all, part) {
		t.Errorf("no warning %q in %q", part, all)
	}
}
