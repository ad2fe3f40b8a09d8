package article

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"hearsay/text"
)

const runningText = "The council voted late on Monday to keep the bridge over the Arda closed until engineers have finished their report."

// show writes credits one a line: kind, agency, the words.
func show(list []Credit) string {
	var b strings.Builder
	for _, c := range list {
		fmt.Fprintf(&b, "%s %s: %s\n", c.Kind, c.Agency, c.Exact)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func TestDatelines(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"BEIRUT (AFP) — The bridge is closed.", "republication Agence France-Presse: BEIRUT (AFP)"},
		{"LONDON, March 5 (Reuters) - The bridge is closed.", "republication Reuters: LONDON, March 5 (Reuters)"},
		{"Madrid, 5 mar (EFE).- El puente está cerrado.", "republication EFE: Madrid, 5 mar (EFE)"},
		{"Berlin (dpa/AFP) - Die Brücke ist gesperrt.", "republication dpa: Berlin (dpa/AFP)\nrepublication Agence France-Presse: Berlin (dpa/AFP)"},
		{"(ANSA) - ROMA, 5 MAR - Il ponte è chiuso.", "republication ANSA: (ANSA)"},
		{"МОСКВА, 5 марта. /ТАСС/. Мост закрыт.", "republication TASS: МОСКВА, 5 марта. /ТАСС/"},
		{"МОСКВА, 5 мар — РИА Новости. Мост закрыт.", "republication RIA Novosti: МОСКВА, 5 мар — РИА Новости"},
		{"دمشق-سانا\nأغلق الجسر.", "republication SANA: دمشق-سانا"},
		{"الرياض (واس) - أغلق الجسر.", "republication Saudi Press Agency: الرياض (واس)"},
		{"بيروت - وكالات: أغلق الجسر.", "pool وكالات: بيروت - وكالات"},
		{"BEIRUT (Agencies) — The bridge is closed.", "pool Agencies: BEIRUT (Agencies)"},
		{"新华社北京3月5日电 大桥关闭。", "republication Xinhua: 新华社北京3月5日电"},
		{"【ワシントン共同】橋は閉鎖された。", "republication Kyodo News: 【ワシントン共同】"},
		{"(서울=연합뉴스) 다리가 폐쇄됐다.", "republication Yonhap: (서울=연합뉴스)"},
		{"NEW YORK, March 5, 2024 /PRNewswire/ -- The bridge is closed.", "republication PR Newswire: NEW YORK, March 5, 2024 /PRNewswire/"},
		{"ARDAVILLE--(BUSINESS WIRE)--The bridge is closed.", "republication Business Wire: ARDAVILLE--(BUSINESS WIRE)"},
		{"واس - أرداويل: أغلق الجسر.", "republication Saudi Press Agency: واس"},
		{"أرداويل 26 شوال 1436 هـ واس\nأغلق الجسر.", "republication Saudi Press Agency: أرداويل 26 شوال 1436 هـ واس"},
		{"تهران – ایرنا\nپل بسته شد.", "republication IRNA: تهران – ایرنا"},
		{"(ירושלים, רויטרס) - הגשר נסגר.", "republication Reuters: (ירושלים, רויטרס)"},
		{"ANKARA (AA) - Köprü kapatıldı.", "republication Anadolu: ANKARA (AA)"},
		{"КИЇВ, 5 березня (Укрінформ) – Міст закрито.", "republication Ukrinform: КИЇВ, 5 березня (Укрінформ)"},
		// Agencies that nobody knows.
		{"ARDAVILLE (Northern Wire) — The bridge is closed.", "republication Northern Wire: ARDAVILLE (Northern Wire)"},
		{"ARDAVILLE, 5 March (NWP) — The bridge is closed.", "republication NWP: ARDAVILLE, 5 March (NWP)"},
		{"أرداويل 5 مارس (نورث) - أغلق الجسر.", "republication نورث: أرداويل 5 مارس (نورث)"},
		// What is no dateline.
		{"أعلنت هيئة جسور الوادي الكبير (SITA) إغلاق الجسر.", ""},
		{"أعلنت الهيئة فتح باب التوظيف على رتب (حارس، ومراقب).", ""},
		{"أرداويل (ألمانيا) - أغلق الجسر.", ""},
		{"وقالت ليلى (نورث): الجسر مغلق.", ""},
		{"أغلق الجسر (أرديتا) -وعمره مئة عام- أمام الجميع.", ""},
		{"وقال المصدر لوكالة الأنباء الألمانية (د ب أ): الجسر مغلق.", "information dpa: وقال المصدر لوكالة الأنباء الألمانية"},
		{"أرداويل (تصوير/ نوري) - أغلق الجسر.", ""},
		{"فطيرة تفاح حلوة (أردينا) - (6 أشخاص)", ""},
		{"SPRING COURSES (Basic + Bridge Tests)", ""},
		{"JUNEAU (Alaska) — The bridge is closed.", ""},
		{"ARDAVILLE (March 5) — The bridge is closed.", ""},
		{"The mayor (Independent) said the bridge is closed.", ""},
		{"Jane Doe (AFP) said the bridge is closed.", ""},
		{"The prime minister told the assembly (see page 5) — again — that the bridge is closed.", ""},
	} {
		d := text.NewDoc(c.in + "\n\n" + runningText + "\n\n" + runningText)
		if diff := cmp.Diff(c.want, show(bodyCredits(d))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.in, diff)
		}
	}
}

// A dateline far down is a pair of brackets.
func TestDatelineOnlyAtTheStart(t *testing.T) {
	body := strings.Repeat(runningText+"\n\n", 4)
	d := text.NewDoc(body + "ARDAVILLE (Northern Wire) — The bridge is closed.\n\n" + runningText)
	if got := show(bodyCredits(d)); got != "" {
		t.Errorf("credits %q", got)
	}
}

func TestTails(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"(AFP)", "republication Agence France-Presse: (AFP)"},
		{"AFP/fz", "republication Agence France-Presse: AFP/fz"},
		{"dpa/lsw", "republication dpa: dpa/lsw"},
		{"The mayor left early, the clerk said. (Reuters)", "republication Reuters: (Reuters)"},
		{"Source: Northern Wire", "republication Northern Wire: Source: Northern Wire"},
		{"Sources: Reuters, AFP", "republication Reuters: Sources: Reuters, AFP\nrepublication Agence France-Presse: Sources: Reuters, AFP"},
		{"Source: Agencies", "pool Agencies: Source: Agencies"},
		{"Quelle: dpa", "republication dpa: Quelle: dpa"},
		{"المصدر: رويترز", "republication Reuters: المصدر: رويترز"},
		{"المصدر: وكالات", "pool وكالات: المصدر: وكالات"},
		{"Источник: Интерфакс", "republication Interfax: Источник: Интерфакс"},
		{"(With inputs from PTI)", "republication PTI: (With inputs from PTI)"},
		{"Reporting by Jane Doe in Ardaville; Editing by John Roe", "republication Reuters: Reporting by Jane Doe in Ardaville; Editing by John Roe"},
		{"© 2024 AFP", "republication Agence France-Presse: © 2024 AFP"},
		{"Copyright 2024 The Associated Press. All rights reserved.", "republication Associated Press: Copyright 2024 The Associated Press"},
		{"This article was originally published by The Arda Courier.", "republication Arda Courier: article was originally published by The Arda Courier"},
		{"Northwire contributed to this report.", "republication Northwire: Northwire contributed to this report"},
		{"The Associated Press contributed to this report.", "republication Associated Press: The Associated Press contributed to this report"},
		{"With material from the Northwire agency.", "republication Northwire: With material from the Northwire agency."},
		{"نقلاً عن صحيفة ضفة أردا", "republication ضفة أردا: نقلاً عن صحيفة ضفة أردا"},
		{"Dieser Beitrag erschien zuerst bei Arda Kurier.", "republication Arda Kurier: erschien zuerst bei Arda Kurier"},
		{"jm/dm (AFP, dpa)", "republication Agence France-Presse: jm/dm (AFP, dpa)\nrepublication dpa: jm/dm (AFP, dpa)"},
		{"Source: northwire.example", "republication northwire.example: Source: northwire.example"},
		{"* خدمة: «نيويورك تايمز» خاص بـ{ضفة أردا}", "republication New York Times: * خدمة: «نيويورك تايمز"},
		{"Source: Al Jazeera", "republication Al Jazeera: Source: Al Jazeera"},
		{"המקור: רויטרס", ""},
		{"מקור: רויטרס", "republication Reuters: מקור: רויטרס"},
		{"Kaynak: Anadolu Ajansı", "republication Anadolu: Kaynak: Anadolu Ajansı"},
		{"Fuente: EFE", "republication EFE: Fuente: EFE"},
		{"Fonte: ANSA", "republication ANSA: Fonte: ANSA"},
		{"Źródło: PAP", "republication PAP: Źródło: PAP"},
		{"来源：新华社", "republication Xinhua: 来源：新华社"},
		{"출처: 연합뉴스", "republication Yonhap: 출처: 연합뉴스"},
		{"منبع: خبرگزاری تسنیم", "republication Tasnim: منبع: خبرگزاری تسنیم"},
		{"© dpa-infocom, dpa:240305-99-123456/2", "republication dpa: © dpa-infocom, dpa:240305-99-123456/2"},
		// Where something in the text is known from.
		{"Source: Bridgewatch24", "information Bridgewatch24: Source: Bridgewatch24"},
		{"Quelle: Amt für Brücken", "information Amt für Brücken: Quelle: Amt für Brücken"},
		{"Credit: Jane Doe", ""},
		// Pictures and other things.
		{"The bridge at dusk. (Jane Doe/Associated Press)", "photo Associated Press: (Jane Doe/Associated Press)"},
		{"The bridge at dusk. (Jane Doe, File/Associated Press)", "photo Associated Press: (Jane Doe, File/Associated Press)"},
		{"The bridge at dusk. (AFP/Getty Images)", "photo Agence France-Presse: (AFP/Getty Images)\nphoto Getty Images: (AFP/Getty Images)"},
		{"The bridge at dusk. [Photo/Agencies]", ""},
		{"How often the bridge was closed ©jd (AFP)", ""},
		{"© AFP", "photo Agence France-Presse: © AFP"},
		{"Jane Doe/AP", "photo Associated Press: Jane Doe/AP"},
		{"Mit Freunden am Fluss", ""},
		{"Jane Doe contributed to this report.", ""},
		{"With material from the old mill", ""},
		{"AA", ""},
		{"Read more about the bridge", ""},
	} {
		d := text.NewDoc(runningText + "\n\n" + runningText + "\n\n" + c.in)
		if diff := cmp.Diff(c.want, show(bodyCredits(d))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.in, diff)
		}
	}
}

// A label above or below the text speaks of the text, one within it of a chart.
func TestLabelByPlace(t *testing.T) {
	texts := []string{runningText, runningText, runningText}
	for at, want := range map[int]string{
		0: "republication Reuters: Source: Reuters", 1: "", 3: "republication Reuters: Source: Reuters",
	} {
		list := slices.Insert(slices.Clone(texts), at, "Source: Reuters")
		d := text.NewDoc(strings.Join(list, "\n\n"))
		if want == "" {
			want = "information Reuters: Source: Reuters"
		}
		if diff := cmp.Diff(want, show(bodyCredits(d))); diff != "" {
			t.Errorf("at %d (-want +got):\n%s", at, diff)
		}
	}
	head := text.NewDoc("AFP, ARDAVILLE\n\n" + strings.Join(texts, "\n\n"))
	if got := show(bodyCredits(head)); got != "republication Agence France-Presse: AFP, ARDAVILLE" {
		t.Errorf("above the text: %q", got)
	}
	dated := text.NewDoc("09.08.2024 09:12 | İHA\n\n" + strings.Join(texts, "\n\n"))
	if got := show(bodyCredits(dated)); got != "republication IHA: 09.08.2024 09:12 | İHA" {
		t.Errorf("beside a date: %q", got)
	}
}

// Brackets behind the first paragraph are those of a caption as often as those of the text.
func TestClosingCreditOnlyAtTheEnd(t *testing.T) {
	closed := runningText + " (Reuters)"
	rest := strings.Repeat("\n\n"+runningText, lastParagraphs)
	if got := show(bodyCredits(text.NewDoc(closed + rest))); got != "" {
		t.Errorf("at the start: credits %q", got)
	}
	if got := show(bodyCredits(text.NewDoc(strings.TrimSpace(rest) + "\n\n" + closed))); got != "republication Reuters: (Reuters)" {
		t.Errorf("at the end: credits %q", got)
	}
}

func TestInformation(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"An engineer told Tasnim news agency that the bridge is safe.", "information Tasnim: told Tasnim news agency"},
		{"The bridge is safe, a source told the official SANA news agency.", "information SANA: told the official SANA"},
		{"The bridge is safe, the Herald reported, citing AFP.", "information Agence France-Presse: citing AFP"},
		{"The bridge is safe, according to Reuters.", "information Reuters: according to Reuters"},
		{"Reuters reported that the bridge is safe.", "information Reuters: Reuters reported"},
		{"The bridge is safe, an engineer told the Northern Wire news agency.", "information Northern Wire news agency: told the Northern Wire news agency"},
		{"Die Brücke ist laut dpa sicher.", "information dpa: laut dpa"},
		{"Das sagte ein Sprecher der Deutschen Presse-Agentur.", ""},
		{"Le pont est sûr, selon l’AFP.", "information Agence France-Presse: selon l’AFP"},
		{"El puente es seguro, según EFE.", "information EFE: según EFE"},
		{"Мост безопасен, по данным ТАСС.", "information TASS: по данным ТАСС"},
		{"وقال المهندس إن الجسر آمن نقلا عن وكالة رويترز.", "information Reuters: نقلا عن وكالة رويترز"},
		{"وقال مهندس لرويترز إن الجسر آمن، بحسب ما ذكرت وكالة سانا.", "information Reuters: وقال مهندس لرويترز\ninformation SANA: بحسب ما ذكرت وكالة سانا"},
		{"The bridge is safe, as reported by Northwire on Monday.", "information Northwire: as reported by Northwire"},
		{"The bridge is safe, an engineer told the Arda Valley Post.", "information Arda Valley Post: told the Arda Valley Post"},
		{"The bridge is safe, as reported by Doe, who built it.", ""},
		{"وقال في تصريح لوكالة أردا للأنباء إن الجسر آمن.", "information أردا للأنباء: تصريح لوكالة أردا للأنباء"},
		{"وذكرت وكالة الأنباء الأردوية أن الجسر آمن.", "information الأردوية: وذكرت وكالة الأنباء الأردوية"},
		{"The bridge is safe, news agencies reported.", "pool news agencies: news agencies reported"},
		{"وقال المهندس لوكالة الأنباء البحرينية إن الجسر آمن.", "information Bahrain News Agency: وقال المهندس لوكالة الأنباء البحرينية"},
		{"وذكرت وكالة أنباء «الأناضول» أن الجسر آمن.", "information Anadolu: وذكرت وكالة أنباء «الأناضول"},
		{"ونقلت وكالة الأنباء الإيرانية «فارس للأنباء» أن الجسر آمن.", "information Fars: ونقلت وكالة الأنباء الإيرانية «فارس للأنباء"},
		{"به گزارش خبرگزاری تسنیم پل امن است.", "information Tasnim: به گزارش خبرگزاری تسنیم"},
		{"Köprü güvenli, Anadolu Ajansı bildirdi.", "information Anadolu: Anadolu Ajansı bildirdi"},
		{"Міст безпечний, повідомляє Укрінформ.", "information Ukrinform: повідомляє Укрінформ"},
		{"Most jest bezpieczny, podaje PAP.", ""},
		{"Most jest bezpieczny, podaje Polska Agencja Prasowa.", "information PAP: podaje Polska Agencja Prasowa"},
		{"The bridge is safe, an engineer told ANI.", "information ANI: told ANI"},
		{"The bridge is safe, an engineer told the BBC.", "information BBC News: told the BBC"},
		{"The bridge is safe, an engineer told the Guardian.", "information The Guardian: told the Guardian"},
		{"North Landia’s state news agency KCNA reported that the bridge is safe.", "information KCNA: KCNA reported"},
		// Agencies of another kind.
		{"وأعلنت وكالة الفضاء الأردوية أن الجسر آمن.", ""},
		{"وذكرت صحيفة الأناضول أن الجسر آمن.", ""},
		{"Laut der Agentur Brücke & Fluss ist die Brücke sicher.", ""},
		{"По данным агентства по мостам, мост безопасен.", ""},
		// Another one is the subject, or another phrase begins.
		{"Responding to the Associated Press article, he said the bridge is safe.", ""},
		{"She told reporters at the Reuters office that the bridge is safe.", ""},
		{"The bridge is safe, CNN affiliate Valley One reported.", ""},
		{"According to PA the bridge is safe.", ""},
		// A mention is no credit, nor is a picture.
		{"She had worked for Reuters and AFP before she came to Ardaville.", ""},
		{"The APP store and the PA system were closed.", ""},
		{"Reuters could not independently verify the report.", ""},
		{"[File: Jane Doe/Reuters]", "photo Reuters: Reuters"},
		{"Engineers on the bridge (AP Photo/Jane Doe)", "photo Associated Press: AP"},
		{"Engineers on the bridge (Jane Doe/AP) as the river rose, before the council voted on Monday to keep it closed until the report is finished, and before the mayor came to see it herself with half of her office.", "photo Associated Press: AP"},
		{"Engineers at the northern end of the bridge (Reuters)", "photo Reuters: Reuters"},
		{"A spokesman for the EPA said the river is clean.", ""},
		{"Pictures released by Reuters show that the bridge is safe.", ""},
		{"Engineers on the bridge. Jane Doe/AFP via Getty Images", "photo Agence France-Presse: AFP\nphoto Getty Images: Getty Images"},
	} {
		body := strings.Repeat(runningText+"\n\n", 4)
		d := text.NewDoc(body + c.in + "\n\n" + strings.TrimSpace(strings.Repeat(runningText+"\n\n", 6)))
		if diff := cmp.Diff(c.want, show(bodyCredits(d))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.in, diff)
		}
	}
}

func TestJoinCredits(t *testing.T) {
	a := &Article{Outlet: "Arda Courier", Domain: "ardacourier.example"}
	span := text.Span{Start: 0, End: 12}
	inside := []Credit{{Republication, "Agence France-Presse", "BEIRUT (AFP)", &span}}
	outside := []Credit{
		{Republication, "Agence France-Presse", "AFP", nil}, {Republication, "Arda Courier", "Arda Courier", nil}, {Photo, "Reuters", "Reuters", nil},
	}
	want := "photo Reuters: Reuters\nrepublication Agence France-Presse: BEIRUT (AFP)"
	if got := show(joinCredits(outside, inside, a)); got != want {
		t.Errorf("joined %q, want %q", got, want)
	}
	own := &Article{Domain: "reuters.com"}
	if got := joinCredits(nil, []Credit{{Republication, "Reuters", "LONDON (Reuters)", &span}}, own); len(got) != 0 {
		t.Errorf("an agency credits itself: %v", got)
	}
	if own.Agency() != "Reuters" || a.Agency() != "" {
		t.Errorf("agencies %q and %q", own.Agency(), a.Agency())
	}
}

// Names of one house on one page become the fuller one, and those of its own house go.
func TestOneNameOfAHouse(t *testing.T) {
	span := text.Span{Start: 0, End: 4}
	credits := func(names ...string) []Credit {
		var out []Credit
		for _, n := range names {
			out = append(out, Credit{Information, n, n, &span})
		}
		return out
	}
	for _, c := range []struct {
		article Article
		names   []string
		want    string
	}{
		{Article{}, []string{"Halvern", "Halvern Press Agency"}, "Halvern Press Agency, Halvern Press Agency"},
		{Article{Byline: []string{"Halvern Press Agency"}}, []string{"Halvern"}, "Halvern Press Agency"},
		{Article{Byline: []string{"Halvern Moor"}}, []string{"Halvern"}, "Halvern"},
		{Article{}, []string{"Arda Courier", "Courier"}, "Arda Courier, Arda Courier"},
		{Article{}, []string{"Courier", "Guardian"}, "Guardian"},
		{Article{}, []string{"ardacourier.example", "Arda Courier"}, "Arda Courier, Arda Courier"},
		{Article{}, []string{"Reuters", "Reuters News"}, "Reuters, Reuters News"},
		{Article{Outlet: "وكالة أردا للأنباء"}, []string{"أردا"}, ""},
		{Article{Outlet: "Arda Courier"}, []string{"Courier", "Valley Courier"}, "Valley Courier"},
		{Article{Domain: "avtimes.example"}, []string{"Arda Valley Times", "Valley Times"}, "Valley Times"},
	} {
		var got []string
		for _, x := range joinCredits(nil, credits(c.names...), &c.article) {
			got = append(got, x.Agency)
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%v on a page of %q %q: %q, want %q", c.names, c.article.Outlet, c.article.Domain, s, c.want)
		}
	}
	if own := (&Article{Outlet: "وكالة أردا للأنباء"}).Agency(); own != "وكالة أردا للأنباء" {
		t.Errorf("agency %q", own)
	}
	if own := (&Article{Outlet: "Valley Protection Agency"}).Agency(); own != "" {
		t.Errorf("a public body is taken for an agency: %q", own)
	}
}

// However often a hostile text repeats what looks like a credit, few are looked at and fewer kept.
func TestCreditsAreBounded(t *testing.T) {
	for _, unit := range []string{"EPA ", "Getty (", "told AP ", "Jane Doe/AP ", "لوكالة الأنباء الألمانية (د ب أ) ", "© AFP ", "a’AFP’s ", "BEIRUT (AFP) — ", "\n\nEPA (AFP)", "By AFP | ", "told the BBC. "} {
		d := text.NewDoc(strings.Repeat(unit, 400_000/len(unit)))
		for _, p := range stretches(d) {
			if n := len(agencies.mentionsIn(p)); n > maxMentions {
				t.Errorf("%q: %d names", unit, n)
			}
		}
		if n := len(bodyCredits(d)); n > maxCredits {
			t.Errorf("%q: %d credits", unit, n)
		}
	}
}

func FuzzBodyCredits(f *testing.F) {
	for _, s := range []string{
		"BEIRUT (AFP) — " + runningText, runningText + "\n\nSource: Northern Wire", "دمشق-سانا\nأغلق الجسر.", "【ワシントン共同】橋", "МОСКВА, 5 марта. /ТАСС/.",
		"told the Northern Wire news agency (AP Photo/Jane Doe)", "This article was first published by X", "© 2024 AFP", "(\xff)", "a’AFP’s",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d := text.NewDoc(s)
		last := 0
		for _, c := range bodyCredits(d) {
			if c.Span == nil || c.Span.Start < 0 || c.Span.End > d.Len() || c.Span.Empty() {
				t.Fatalf("span of %+v is not inside", c)
			}
			if d.Text(*c.Span) != c.Exact || !utf8.ValidString(c.Exact) {
				t.Fatalf("exact %q is not the words %q", c.Exact, d.Text(*c.Span))
			}
			if c.Span.Start < last {
				t.Fatalf("credits are not sorted")
			}
			last = c.Span.Start
			if c.Agency == "" {
				t.Fatalf("a credit without a name: %+v", c)
			}
		}
	})
}
