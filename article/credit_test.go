package article

import (
	"fmt"
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
		// Agencies that nobody knows.
		{"ARDAVILLE (Northern Wire) — The bridge is closed.", "republication Northern Wire: ARDAVILLE (Northern Wire)"},
		{"ARDAVILLE, 5 March (NWP) — The bridge is closed.", "republication NWP: ARDAVILLE, 5 March (NWP)"},
		{"أرداويل 5 مارس (نورث) - أغلق الجسر.", "republication نورث: أرداويل 5 مارس (نورث)"},
		// What is no dateline.
		{"أعلنت هيئة جسور الوادي الكبير (SITA) إغلاق الجسر.", ""},
		{"أعلنت الهيئة فتح باب التوظيف على رتب (حارس، ومراقب).", ""},
		{"أرداويل (ألمانيا) - أغلق الجسر.", ""},
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
		{"وقال مهندس لرويترز إن الجسر آمن، بحسب ما ذكرت وكالة سانا.", "information SANA: بحسب ما ذكرت وكالة سانا"},
		{"The bridge is safe, as reported by Northwire on Monday.", "information Northwire: as reported by Northwire"},
		{"The bridge is safe, an engineer told the Arda Valley Post.", "information Arda Valley Post: told the Arda Valley Post"},
		{"The bridge is safe, as reported by Doe, who built it.", ""},
		{"وقال في تصريح لوكالة أردا للأنباء إن الجسر آمن.", "information أردا للأنباء: تصريح لوكالة أردا للأنباء"},
		{"وذكرت وكالة الأنباء الأردوية أن الجسر آمن.", "information الأردوية: وذكرت وكالة الأنباء الأردوية"},
		{"The bridge is safe, news agencies reported.", "pool news agencies: news agencies reported"},
		// A mention is no credit, nor is a picture.
		{"She had worked for Reuters and AFP before she came to Ardaville.", ""},
		{"The APP store and the PA system were closed.", ""},
		{"Reuters could not independently verify the report.", ""},
		{"[File: Jane Doe/Reuters]", "photo Reuters: Reuters"},
		{"Engineers on the bridge (AP Photo/Jane Doe)", "photo Associated Press: AP"},
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

// The gazetteer must hold what it says, once.
func TestAgencies(t *testing.T) {
	if n := len(agencies.byName); n < 80 {
		t.Errorf("%d agencies", n)
	}
	for _, list := range agencies.byFirst {
		for _, n := range list {
			if len(n.words) == 0 || n.agency.name == "" {
				t.Errorf("empty name of %q", n.agency.name)
			}
		}
	}
	for in, want := range map[string]string{
		"AP": "Associated Press", "the Associated Press": "Associated Press", "ap": "", "وكالة الأنباء السورية": "SANA",
		"Reuters news agency": "Reuters", "Reuters reporter": "", "ЭФЕ": "EFE", "Agencia EFE": "EFE", "dpa-Informationen": "",
	} {
		got := ""
		if a := agencyNamed(in); a != nil {
			got = a.name
		}
		if got != want {
			t.Errorf("agencyNamed(%q) = %q, want %q", in, got, want)
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
