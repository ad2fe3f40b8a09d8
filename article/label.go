package article

import (
	"regexp"
	"strings"
	"unicode"

	"hearsay/text"
)

// creditLabels come before the name of a source. They are matched at the start of a short paragraph.
var creditLabels = regexp.MustCompile(`(?i)^[\s(\[*_–—-]{0,4}(source|sources|quelle|quellen|fuente|fuentes|fonte|fonti|font|источник|источники|джерело|المصدر|المصادر|مصدر|منبع|خدمة|kaynak|bron|källa|kilde|lähde|źródło|zdroj|izvor|извор|източник|πηγή|sumber|nguồn|forrás|sursa|מקור|` +
	`来源|來源|出典|출처|स्रोत|সূত্র|via|credit|agency|agencia|agence|nachrichtenagentur)\s{0,2}[:：]\s{0,3}`)

// withLabels do the same with words: “With inputs from”, “mit Material von”.
var withLabels = regexp.MustCompile(`(?i)^[\s(\[*_–—-]{0,4}((?:\(?with|with additional|additional|some|contains)\s(?:inputs?|reporting|reports?|information|material|files|agency inputs?)\s(?:from|by|of)|with\s(?:agency|agencies)|` +
	`inputs?\sfrom|based on (?:a )?reports? (?:by|from)|mit (?:material|informationen|inhalten) (?:von|der|des)|unter verwendung von|mit|avec|con información de|con|com informações d[aeo]s?|com|met|med|по материалам|за матеріалами|بالاشتراك مع|بالتعاون مع)[\s:]{1,2}(?:the |der |l['’]|la )?`)

// personLabels are labels behind which a person stands as often as a house.
var personLabels = foldedWords(`via credit agency`)

// labelledCredit takes “Source: X” and “With inputs from X”. At an end of the text such a line speaks of
// the text; within it, of a chart or a table, whose figures are from X. The same is true of a name that
// does not look like that of a house whose texts others print (“Source: National Weather Service”): such
// a line names where something in the text is known from, which is information.
func labelledCredit(p stretch, at tailPlace) []Credit {
	if !p.beginsLabel() {
		return nil
	}
	s := p.s
	m := creditLabels.FindStringSubmatchIndex(s)
	if m == nil {
		return withCredit(s)
	}
	rest, ok := labelled(s[m[1]:])
	if !ok {
		return nil
	}
	edge := at.start || at.end
	if address := strings.TrimSpace(rest); strings.HasPrefix(address, "http") && edge {
		if d := domainOf(address); d != "" {
			return []Credit{credit(Republication, d, s, 0, len(s))}
		}
	}
	var unknown func(string) bool
	if at.end {
		unknown = nameLike
	}
	found := sourcesIn(strings.TrimRight(rest, " .)]*_"), unknown)
	var out []source
	for _, f := range found {
		switch {
		case f.kind == Republication && !f.known && !houseLike(f.name):
			if personLabels[text.FoldWord(s[m[2]:m[3]])] {
				continue
			}
			f.kind = Information
		case f.kind == Republication && !edge:
			f.kind = Information
		}
		out = append(out, f)
	}
	return creditsOf(out, s, m[0], m[1]+len(rest))
}

// withCredit takes “With inputs from X”. “mit Freunden” is none: only agencies count.
func withCredit(s string) []Credit {
	m := withLabels.FindStringIndex(s)
	if m == nil {
		return nil
	}
	rest, ok := labelled(s[m[1]:])
	if !ok {
		return nil
	}
	none := func(string) bool { return false } // but what is called an agency, see sourcesIn
	return creditsOf(sourcesIn(strings.TrimRight(rest, " .)]*_"), none), s, m[0], m[1]+len(rest))
}

// labelled returns what a label speaks of, if it is short enough for a list of names.
func labelled(rest string) (string, bool) {
	if i := strings.IndexAny(rest, "\n|"); i >= 0 {
		rest = rest[:i]
	}
	if open := strings.TrimLeft(rest, " "); strings.HasPrefix(open, "«") { // “خدمة: «واشنطن بوست» خاص بـ…”
		if name, _, ok := strings.Cut(strings.TrimPrefix(open, "«"), "»"); ok {
			rest = rest[:strings.Index(rest, "«")+len("«")+len(name)]
		}
	}
	return rest, len(strings.Fields(rest)) <= 14
}

// houseLike reports whether a name that nobody knows can be that of a house whose texts others print:
// it is a domain, or one of its words says so.
func houseLike(name string) bool {
	if isHost(name) || callsItselfAgency(name) {
		return true
	}
	for w := range strings.FieldsFuncSeq(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
		if w = text.FoldWord(w); pressWords[w] || houseWords[w] {
			return true
		}
	}
	return false
}

// houseWords are words in the names of newspapers, agencies and broadcasters, beside pressWords.
var houseWords = foldedWords(`agency newswire wire news press daily weekly media radio tv television broadcasting channel newspaper magazine gazette online today
	nachrichten zeitung tageblatt anzeiger kurier rundschau rundfunk presse presseagentur nachrichtenagentur agentur morgenpost tagblatt allgemeine fernsehen
	agence journal quotidien matin soir dépêche presse agencia noticias periódico diario prensa heraldo televisión agenzia giornale gazzetta quotidiano stampa notizie corriere agência jornal notícias
	газета новости агентство новини канал радио вестник известия правда телеканал агенція
	وكالة صحيفة جريدة مجلة قناة موقع شبكة إذاعة تلفزيون راديو نيوز برس للأنباء الإخبارية أونلاين خبرگزاری روزنامه شبکه haber haberleri ajansı gazetesi televizyonu kanalı
	krant dagblad nieuws persbureau omroep nyheter dagbladet tidning tidningen nyhetsbyrån avis avisen aftonbladet blad bladet agencja gazeta dziennik kurier radio agentura noviny zpravodajství novine agencija vesti
	berita koran harian kabar báo đài 通讯社 日报 新闻 晚报 新聞 報 网 電視 电视 통신 신문 일보 뉴스 방송`)
