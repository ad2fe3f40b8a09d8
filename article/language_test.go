package article

import (
	"strings"
	"testing"

	"hearsay/page"
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
		{"a language that is not known", english, "mt", Language{"mt", Unclear}},
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

// TestLanguageWords tells languages by their words, neighbours among them.
func TestLanguageWords(t *testing.T) {
	for want, s := range map[string]string{
		"sw": "Jeshi la polisi katika mji wa Losk limesema kuwa watu wawili walijeruhiwa baada ya daraja kuanguka, na kwamba uchunguzi wa ajali hiyo umeanza kwa ushirikiano na wizara ya ujenzi.",
		"no": "Havnekontoret sier at ingen ble skadet da krana falt over kaia, men det er ikke klart når bruen åpner igjen etter ulykken, og hva som nå skal skje med arbeiderne.",
		"da": "Havnekontoret siger, at ingen blev såret, da kranen faldt ud over kajen, men det er ikke klart, hvornår broen åbner igen efter ulykken, og hvad der nu skal ske.",
		"es": "La oficina del puerto dijo que nadie resultó herido cuando la grúa cayó sobre los dos muelles, pero no está claro cuándo se abrirá el puente a los vecinos de la ciudad.",
		"ca": "L'oficina del port va dir que ningú no va resultar ferit quan la grua va caure sobre els dos molls, però encara no és clar quan s'obrirà el pont amb els veïns de la ciutat.",
		"gl": "A oficina do porto dixo que ninguén resultou ferido cando a grúa caeu sobre os dous peiraos, pero non está claro cando abrirá a ponte unha vez rematadas as obras.",
		"uk": "Управління порту повідомило, що ніхто не постраждав, коли кран упав на причали, але поки не відомо, коли міст буде відкрито для мешканців і чи його перевірять.",
		"fa": "دفتر بندر اعلام کرد که در پی سقوط جرثقیل بر روی اسکله کسی آسیب ندیده است و پل تا پایان تعمیر بسته می ماند، اما زمان آن را نگفت.",
		"ja": "港湾事務所によると、クレーンが倒れた事故で負傷者はなく、橋は修理が終わるまで閉鎖されるという。",
	} {
		d := text.NewDoc(s)
		if got := textLanguage(s, d.Tokens()); got != want {
			t.Errorf("got %s, want %s: %s", got, want, s)
		}
	}
	if n := len(languageCodes); n > 64 {
		t.Errorf("%d languages do not fit a set of 64", n)
	}
}

// TestParagraphLanguage marks the paragraphs in another language than the article, if they are long
// enough and surely are.
func TestParagraphLanguage(t *testing.T) {
	const (
		english = "The harbour office said that nobody was hurt when the crane fell across the two berths, and that the bridge would stay closed until it had been looked at by engineers from the province."
		german  = "Das Hafenamt teilte mit, dass niemand verletzt wurde, als der Kran auf die Anleger fiel, und dass die Brücke gesperrt bleibt, bis sie von Fachleuten aus der Provinz untersucht worden ist."
		russian = "Управление порта сообщило, что никто не пострадал, когда кран упал на причалы, и что мост останется закрытым до тех пор, пока его не осмотрят инженеры, которые приедут из области."
		greek   = "Το γραφείο του λιμανιού ανακοίνωσε ότι κανείς δεν τραυματίστηκε όταν ο γερανός έπεσε στις δύο προβλήτες και ότι η γέφυρα θα παραμείνει κλειστή μέχρι να ελεγχθεί από μηχανικούς."
		short   = "Das Hafenamt teilte mit, dass niemand verletzt wurde, als der Kran auf die Anleger fiel."
		names   = "Dellmar, Losk, Naru, Altfurt, Brenn, Kallen, Ostmere, Pell, Quarrow, Rinn, Sarn, Tolm, Ulbeck, Venn, Warrow, Yarn, Zell, Amsel, Birk, Corrin, Durm, Elsen, Farrow, Gant, Hollin, Irn."
	)
	paragraphs := []string{english, german, english, russian, english, greek, short, names, english, english}
	a := readFields(t, strings.Join(paragraphs, "\n\n"))
	if a.Language.Code != "en" {
		t.Fatalf("the article is said to be in %v", a.Language)
	}
	for i, want := range []string{"", "de", "", "ru", "", "el", "", "", "", ""} {
		if got := a.Paragraphs[i].Language; got != want {
			t.Errorf("paragraph %d: got %q, want %q: %s", i, got, want, paragraphs[i])
		}
	}
}

// readFields reads a text as a record that says nothing else.
func readFields(t *testing.T, s string) *Article {
	t.Helper()
	a, err := Read(&page.Page{Format: page.Record, Raw: []byte(s), Fields: &page.Fields{Text: s}})
	if err != nil {
		t.Fatal(err)
	}
	return a
}
