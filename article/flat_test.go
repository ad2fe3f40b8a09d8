package article

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// flatPages are flattened pages as scrapes leave them, self-written: menus, other articles, captions and
// notices around a headline and two paragraphs.
var flatPages = []struct{ name, page, title, outlet string }{
	{"English: breadcrumb, caption, other articles", `The Losk Ledger
Home
News
Sport
Subscribe today
Town hall clock stops again
Bakery wins prize for rye bread
Home > News > Valley
Ferry of Losk sails again after nine weeks
The repair of the ferry took twice as long as the harbour office had planned
By Ada Quill
10 March 2026, 09:15
Photo: Jonas Reed / Losk Ledger
Share this article
The ferry of Losk sails again since Monday, nine weeks after a crane fell on its deck, the harbour office said in a statement.
The repair took twice as long as planned, because a part for the engine had to be built anew, said the captain of the ferry.
Most read
© 2026 The Losk Ledger. All rights reserved.`, "Ferry of Losk sails again after nine weeks", "The Losk Ledger"},
	{"English: the title of the window stands first", `Ferry sails again after nine weeks | Naru Brief
Skip to content
Become a member
Become a member
Breaking news
Ferry sails again after nine weeks
The ferry of Losk sails again since Monday, nine weeks after a crane fell on its deck, the harbour office said in a statement.
The repair took twice as long as planned, because a part for the engine had to be built anew, said the captain of the ferry.
© 2021 Naru Brief`, "Ferry sails again after nine weeks", "Naru Brief"},
	{"German: “von” begins the headline, a standfirst follows", `Startseite
Nachrichten
Wetter: 12° in Losk
Von Dellmar nach Losk: Die Fähre fährt wieder seit Montag
Neun Wochen lang lag das Schiff nach dem Unfall mit dem Kran im Hafen von Losk fest und wartete auf Teile
Foto: Jonas Ried
Die Fähre von Losk fährt seit Montag wieder nach Dellmar, neun Wochen nach dem Unfall mit einem Kran, teilte das Hafenamt mit.
Die Reparatur dauerte länger als geplant, weil ein Teil für den Motor neu gebaut werden musste, sagte der Kapitän der Fähre.
Copyright © 2026 Tal-Bote GmbH & Co. KG – Alle Rechte vorbehalten`, "Von Dellmar nach Losk: Die Fähre fährt wieder seit Montag", ""},
	{"French", `Accueil
Politique
Économie
À Losk, le bac reprend enfin la traversée du fleuve
Publié le 10 mars 2026 à 09h15
Le bac de Losk a repris lundi la traversée du fleuve, neuf semaines après la chute d’une grue sur son pont, a annoncé le bureau du port.
La réparation a duré plus longtemps que prévu, car une pièce du moteur a dû être refaite, a expliqué le capitaine du bac.
Le maire se représente
© 2026 Le Courrier du Val. Tous droits réservés.`, "À Losk, le bac reprend enfin la traversée du fleuve", "Le Courrier du Val"},
	{"Spanish: a question as headline", `Inicio
Última hora
Deportes
¿Cuándo volverá a navegar la barcaza de Losk?
10 de marzo de 2026
La barcaza de Losk no volverá a navegar antes del verano, nueve semanas después de que una grúa cayera sobre su cubierta, informó el puerto.
La reparación dura más de lo previsto porque hay que construir de nuevo una pieza del motor, explicó el capitán de la barcaza.
Acerca de El Heraldo del Valle
© El Heraldo del Valle 2026. Todos los derechos reservados`, "¿Cuándo volverá a navegar la barcaza de Losk?", "El Heraldo del Valle"},
	{"Arabic", `الرئيسية
أخبار
رياضة
عاجل
العبّارة في لوسك تعود إلى العمل بعد تسعة أسابيع
10 مارس 2026
عادت العبّارة في لوسك إلى العمل يوم الاثنين بعد تسعة أسابيع من سقوط رافعة على سطحها، كما أعلن مكتب الميناء في بيان له.
واستغرق إصلاح العبّارة وقتا أطول مما كان مقررا لأن قطعة من المحرك كان لا بد من صنعها من جديد، كما قال قبطان السفينة.
مواضيع ذات صلة
جميع الحقوق محفوظة © صحيفة الوادي 2026`, "العبّارة في لوسك تعود إلى العمل بعد تسعة أسابيع", "صحيفة الوادي"},
	{"Russian", `Главная
Политика
Общество
Читайте также
Паром в Лоске снова ходит через реку
10 марта 2026, 09:15
Паром в Лоске с понедельника снова ходит через реку, спустя девять недель после падения крана на его палубу, сообщило управление порта.
Ремонт парома продолжался дольше, чем планировали, потому что деталь двигателя пришлось изготовить заново, рассказал капитан.
© 2026 «Вестник Лоска». Все права защищены.`, "Паром в Лоске снова ходит через реку", "Вестник Лоска"},
	{"Turkish", `Ana Sayfa
Son Dakika
Spor
Losk vapuru dokuz hafta sonra yeniden sefere çıktı
10 Mart 2026
Losk vapuru, güvertesine bir vincin düşmesinden dokuz hafta sonra pazartesi günü yeniden sefere çıktı, liman müdürlüğü açıkladı.
Vapurun onarımı planlanandan uzun sürdü, çünkü motorun bir parçasının yeniden yapılması gerekti, dedi vapurun kaptanı.
© 2026 Vadi Postası. Tüm hakları saklıdır.`, "Losk vapuru dokuz hafta sonra yeniden sefere çıktı", "Vadi Postası"},
	{"French: the masthead over its menu", `Le Courrier d’Arven
Politique
Économie
Culture
Le courrier des lecteurs
Le bac de Losk reprend enfin la traversée
Le bac de Losk a repris lundi la traversée du fleuve, neuf semaines après la chute d’une grue sur son pont, a annoncé le bureau du port.
La réparation a duré plus longtemps que prévu, car une pièce du moteur a dû être refaite, a expliqué le capitaine du bac.
© Le Courrier d’Arven`, "Le bac de Losk reprend enfin la traversée", "Le Courrier d’Arven"},
	{"Spanish: the masthead is no title", `El Correo de Arven
Política
Deportes
Cultura
La barcaza de Losk vuelve a navegar
La barcaza de Losk vuelve a navegar desde el lunes, nueve semanas después de que una grúa cayera sobre su cubierta, informó El Correo de Arven.
La reparación duró más de lo previsto porque hubo que construir de nuevo una pieza del motor, explicó el capitán al Correo de Arven.`, "La barcaza de Losk vuelve a navegar", "El Correo de Arven"},
	{"a place above the menu is no outlet", `Losk
News
Sport
Weather
The ferry of Losk sails again
The ferry of Losk sails again since Monday, nine weeks after a crane fell on its deck, the harbour office said in a statement.
The repair took twice as long as planned, because a part for the engine had to be built anew, said the captain of the ferry.`, "The ferry of Losk sails again", ""},
	{"nothing that reads like a headline", `Home
News
About us
The ferry of Losk sails again since Monday, nine weeks after a crane fell on its deck, the harbour office said in a statement.
The repair took twice as long as planned, because a part for the engine had to be built anew, said the captain of the ferry.`, "", ""},
	{"menus and buttons in the words of the text", `The ferry
Ferry news
Become a captain of the valley
Add us as a preferred source
The ferry of Losk sails again since Monday, nine weeks after a crane fell on its deck, the harbour office said in a statement.
The repair took twice as long as planned, because a part for the engine had to be built anew, said the captain of the ferry.
Photo © 2026 Jane Doe/AP`, "", ""},
}

func TestFlatTitle(t *testing.T) {
	for _, c := range flatPages {
		lines := strings.Split(c.page, "\n")
		m, used := flatMeta(lines, "", time.Time{})
		if m.title != c.title || m.outlet != c.outlet {
			t.Errorf("%s: title %q of %q, want %q of %q", c.name, m.title, m.outlet, c.title, c.outlet)
		}
		for i, line := range lines {
			if used[i] && proseLine(line) {
				t.Errorf("%s: running text is taken for metadata: %s", c.name, line)
			}
		}
	}
}

// The search stays linear where a page has many lines and every one could be the title.
// A page of many like lines has its title read once: the search looks at a bounded number of them.
func TestFlatTitleManyLines(t *testing.T) {
	lines := slices.Repeat([]string{"Bakery wins prize for rye bread | Losk Ledger", "Bakery wins prize for rye bread"}, 5_000)
	const want = "The ferry of Losk sails again since Monday"
	lines = append(lines, want, strings.Repeat("The ferry of Losk sails again since Monday, the harbour office said. ", 3))
	m, used := flatMeta(lines, "", time.Time{})
	if m.title != want || len(used) != len(lines) {
		t.Errorf("title %q of %d lines, want %q of %d", m.title, len(used), want, len(lines))
	}
	marked := 0
	for _, u := range used {
		if u {
			marked++
		}
	}
	if marked > doubleLines {
		t.Errorf("%d lines are marked as the title, at most %d are looked at", marked, doubleLines)
	}
}

func TestOwnerIn(t *testing.T) {
	for _, c := range []struct {
		line, want string
		firm       bool
	}{
		{"© 2021 Naru Brief", "Naru Brief", false},
		{"Copyright © 2019–2024 Naru Brief. All rights reserved.", "Naru Brief", false},
		{"© Dellmar Courier, Fish Market 1, 2024", "Dellmar Courier", false},
		{"(c) 2024 Valley Media Group", "Valley Media Group", true},
		{"© 2024 Tal-Bote GmbH & Co. KG", "Tal-Bote", true},
		{"جميع الحقوق محفوظة © 2024 صحيفة الوادي", "صحيفة الوادي", false},
		{"© Jane Doe", "", false}, // the credit of a picture
		{"Copyright 2024 The Associated Press. All rights reserved", "", false}, // an agency
		{"The court ruled on the copyright of the song in 2019 after a long trial.", "", false},
		{"© 2024 World", "", false},
		{"Naru Brief", "", false},
	} {
		if name, firm := ownerIn(c.line); name != c.want || firm != c.firm {
			t.Errorf("%q: %q (firm %v), want %q (firm %v)", c.line, name, firm, c.want, c.firm)
		}
	}
}

func TestSections(t *testing.T) {
	for line, want := range map[string]bool{
		"World": true, "News & Analysis": true, "Home / Politik": true, "سياسة": true, "Последние новости": true, "Son Dakika": true, "À la une": true, "Última hora": true,
		"": false, "Ferry sails": false, "Ledger": false, "World leaders meet": false, "/": false,
	} {
		if got := isSection(line); got != want {
			t.Errorf("isSection(%q) = %v", line, got)
		}
	}
}
