package article

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"hearsay/page"
	"hearsay/text"
)

func TestNotBefore(t *testing.T) {
	for _, c := range []struct{ lang, in, want string }{
		{"en", "The bridge at Losk was closed on 14 March 2021.", "2021-03-14 +1d 14 March 2021"},
		{"en", "On Sunday, March 14th, 2021, engineers closed it.", "2021-03-14 +1d March 14th, 2021"},
		{"en", "It was built in 1911. Workers closed it in March 2021. It was inspected on 3 May 2020.", "2021-03-01 +31d March 2021"},
		{"en", "The council said in 2021 that it had no money.", "2021-01-01 +365d 2021"},
		{"en", "The ministry dated the order 2021-03-14 and signed it.", "2021-03-14 +1d 2021-03-14"},
		{"de", "Die Brücke wurde am 3. Mai 2020 gesperrt.", "2020-05-03 +1d 3. Mai 2020"},
		{"de", "Der Rat hat die Brücke im Jahr 2020 gesperrt.", "2020-01-01 +366d 2020"},
		{"fr", "Le pont a été fermé le 1er août 2020.", "2020-08-01 +1d 1er août 2020"},
		{"es", "El puente se cerró el 3 de mayo de 2020.", "2020-05-03 +1d 3 de mayo de 2020"},
		{"ru", "В пятницу, 3 июня 2022 года, мост обрушился.", "2022-06-03 +1d 3 июня 2022"},
		{"ru", "Мост закрыли, потому что он просел в 2022 году.", "2022-01-01 +365d 2022 году"},
		{"tr", "Köprü 3 Mayıs 2020 tarihinde kapatıldı.", "2020-05-03 +1d 3 Mayıs 2020"},
		{"ar", "أعلن المجلس إغلاق الجسر في ٣ مارس ٢٠٢١.", "2021-03-03 +1d ٣ مارس ٢٠٢١"},
		// What may lie ahead.
		{"en", "The bridge will be opened on 5 June 2026.", ""},
		{"en", "The opening was scheduled for 5 June 2026.", ""},
		{"en", "They agreed to finish the work by 5 June 2026.", ""},
		{"en", "The court adjourned the case to 5 June 2026.", ""},
		{"en", "The permit expires on 5 June 2026, the council said.", ""},
		{"en", "The bridge opens on 5 June 2026.", ""},
		{"en", "The report was about the years 2021–2030.", ""},
		{"de", "Die Brücke wird am 5. Juni 2026 eröffnet.", ""},
		{"de", "Das Fest findet am 5. Juni 2026 statt, sagte der Bürgermeister.", ""},
		{"de", "Die Sperrung wurde bis zum 5. Juni 2026 verlängert.", ""},
		{"fr", "Le pont sera ouvert le 5 juin 2026.", ""},
		{"fr", "Le conseil a prolongé les travaux jusqu’au 5 juin 2026.", ""},
		{"es", "El puente se abrirá, según lo previsto, el 5 de junio de 2026.", ""},
		{"ru", "Открытие моста планируется 5 июня 2026 года.", ""},
		{"ru", "Мост закрыли до 5 июня 2026 года.", ""},
		{"tr", "Köprü 5 Haziran 2026 tarihinde açılacak.", ""},
		{"tr", "Yasak 5 Haziran 2026 tarihine kadar uzatıldı.", ""},
		{"ar", "سوف يفتح الجسر في ٥ يونيو ٢٠٢٦.", ""},
		{"ar", "قال المجلس إن الجسر سيفتح في ٥ يونيو ٢٠٢٦.", ""},
		// What says nothing about its time, or not surely.
		{"en", "14 March 2021", ""},
		{"en", "More on this: 14 March 2021.", ""},
		{"en", "The page was updated on 14 March 2021.", ""},
		{"en", "It was closed on 3/5/2021.", ""}, // 3 May or 5 March
		{"en", "They counted 2021 lorries.", ""},
		{"nl", "De brug werd op 14 maart 2021 gesloten.", ""}, // no words of past and future for this language
		{"und", "The bridge was closed on 14 March 2021.", ""},
		{"en", "The bridge was closed in 1921.", ""},
	} {
		got := ""
		if d := notBefore(text.NewDoc(c.in), nil, c.lang, time.Time{}); d != nil {
			got = d.From.Format(time.DateOnly) + " +" + strings.TrimSuffix((d.To.Sub(d.From)/24).String(), "h0m0s") + "d " + d.Evidence[0].Value
			if d.Grade != Unclear || d.Evidence[0].Kind != "mentioned in the text" || !d.Evidence[0].Agrees {
				t.Errorf("%q: %+v", c.in, d)
			}
		}
		if got != c.want {
			t.Errorf("%s %q: %q, want %q", c.lang, c.in, got, c.want)
		}
	}
}

// What was yet to come when the page was captured is no evidence, and a list is no running text.
func TestNotBeforeBounds(t *testing.T) {
	doc := text.NewDoc("It was closed on 3 May 2020.\n\nThe bridge was closed on 14 March 2021.")
	captured := time.Date(2020, 12, 1, 9, 0, 0, 0, time.UTC)
	for name, d := range map[string]*Date{
		"capture": notBefore(doc, nil, "en", captured),
		"list":    notBefore(doc, []Paragraph{{Span: doc.Paragraphs()[0]}, {Span: doc.Paragraphs()[1], Role: "list"}}, "en", time.Time{}),
	} {
		if d == nil || d.From.Format(time.DateOnly) != "2020-05-03" {
			t.Errorf("%s: %+v", name, d)
		}
	}
}

// An article has a bound only while nothing tells when it was published.
func TestArticleNotBefore(t *testing.T) {
	const body = "The old bridge at Losk was closed on 14 March 2021, the council of Dellmar said in a statement that residents of the valley had long awaited. " +
		"Engineers had found cracks in two of its pillars."
	for _, c := range []struct{ date, want string }{{"", "2021-03-14"}, {"2021-03-20", ""}} {
		p := &page.Page{Format: page.Record, Fields: &page.Fields{Text: body, Date: c.date, Language: "en"}}
		a, err := Read(p)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if a.NotBefore != nil {
			got = a.NotBefore.From.Format(time.DateOnly)
		}
		if got != c.want || (a.Published == nil) != (c.date == "") {
			t.Errorf("date %q: not before %q, want %q", c.date, got, c.want)
		}
	}
}

func FuzzNotBefore(f *testing.F) {
	f.Add("The bridge was closed on 14 March 2021. It was built in 1911.", "en")
	f.Add("Die Brücke wurde am 3. Mai 2020 gesperrt.", "de")
	f.Add("Le pont a été fermé le 1er août 2020.", "fr")
	f.Add("El puente se cerró el 3 de mayo de 2020.", "es")
	f.Add("В пятницу, 3 июня 2022 года, мост обрушился.", "ru")
	f.Add("Köprü 3 Mayıs 2020 tarihinde kapatıldı.", "tr")
	f.Add("أعلن المجلس إغلاق الجسر في ٣ مارس ٢٠٢١.", "ar")
	f.Fuzz(func(t *testing.T, s, lang string) {
		doc := text.NewDoc(s)
		last := 0
		for _, m := range pastDays(doc, nil, lang) {
			if m.span.Start < last || m.span.End <= m.span.Start || m.span.End > doc.Len() || !m.day.from.Before(m.day.to) {
				t.Fatalf("%q: mention %+v", s, m)
			}
			if !utf8.ValidString(doc.Text(m.span)) {
				t.Fatalf("%q: mention %+v cuts a character", s, m)
			}
			last = m.span.End
		}
		captured := time.Date(2024, 3, 5, 12, 0, 0, 0, time.UTC)
		if d := notBefore(doc, nil, lang, captured); d != nil && (!d.From.Before(d.To) || d.From.After(captured) || len(d.Evidence) == 0) {
			t.Fatalf("%q: %+v", s, d)
		}
	})
}
