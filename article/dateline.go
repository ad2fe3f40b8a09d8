package article

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay/text"
)

// Parts of a dateline. The lengths are bounds on what may come before the source.
const (
	maxDateline = 240 // bytes of a paragraph in which its dateline must end
	maxPlace    = 12  // words before the source
	// maxUncasedPlace is the same where no capitals tell a place from a sentence, date aside. Before a
	// name that the gazetteer does not know one word less may stand.
	maxUncasedPlace = 3
)

// datelineCredits returns the credits of the dateline at the start of a paragraph:
//
//	BEIRUT (AFP) —    LONDON, March 5 (Reuters) -    Madrid, 5 mar (EFE).-    (ANSA) - ROMA, 5 MAR -
//	МОСКВА, 5 марта. /ТАСС/.    МОСКВА, 5 мар — РИА Новости.    دمشق-سانا    واس - عدن:    新华社北京3月5日电
//	【ソウル聯合ニュース】    NEW YORK, March 5, 2024 /PRNewswire/ --
//
// First says that the paragraph is the first of the text: a name that nobody knows counts only there
// if no capitals set it off from a sentence.
func datelineCredits(s string, first bool) []Credit {
	head := cut(s, maxDateline)
	if found := bracketDateline(head, first); len(found) > 0 {
		return found
	}
	for _, find := range [...]func(string) []Credit{slashDateline, dashDateline, leadingDateline, lineDateline, hanDateline} {
		if found := find(head); len(found) > 0 {
			return found
		}
	}
	return nil
}

// closingBracket returns the counterpart of a bracket, empty if r opens none.
func closingBracket(r rune) string {
	switch r {
	case '(':
		return ")"
	case '（':
		return "）"
	case '[':
		return "]"
	case '【':
		return "】"
	}
	return ""
}

// bracketDateline finds a source in brackets behind a place, or in front of it.
func bracketDateline(s string, first bool) []Credit {
	open := strings.IndexFunc(s, func(r rune) bool { return closingBracket(r) != "" })
	if open < 0 {
		return nil
	}
	r, size := utf8.DecodeRuneInString(s[open:])
	length := strings.Index(s[open+size:], closingBracket(r))
	if length <= 0 {
		return nil
	}
	inner := s[open+size : open+size+length]
	end := open + size + length + len(closingBracket(r))
	before, after := s[:open], s[end:]
	if !placeLike(before) || digitValue(firstRune(inner)) >= 0 || photoLabel.MatchString(inner) || uncased(before) && !uncasedPlace(before) {
		return nil
	}
	dash := dashFollows(after)
	var unknown func(string) bool
	if textFollows(after) && before != "" && (!uncased(before) || first && spacedDash(after) && placeWords(before) <= maxUncasedPlace-1) {
		unknown = unknownAgency
	}
	// “(서울=연합뉴스)” and “【ワシントン共同】” put the place inside.
	if i := strings.LastIndex(inner, "="); i >= 0 {
		inner = inner[i+1:]
	}
	found := sourcesIn(inner, unknown)
	if len(found) == 0 && before == "" {
		found = knownWithin(inner)
	}
	if !dash && before != "" && !(uncased(before) && placeWords(before) <= maxUncasedPlace && !callsItselfAgency(before)) {
		return nil // “Reuters (AFP) reported …” is a sentence, and so is “وقالت وكالة أنباء الصين (شينخوا) إن …”
	}
	return creditsOf(found, s, 0, end)
}

// knownWithin returns the agency whose name ends s, as in “ワシントン共同”.
func knownWithin(s string) []source {
	if utf8.RuneCountInString(s) > 40 {
		return nil
	}
	mentions := agencies.mentions(s)
	if n := len(mentions); n > 0 && strings.TrimSpace(s[mentions[n-1].span.End:]) == "" {
		return []source{{mentions[n-1].agency.name, Republication, true}}
	}
	return nil
}

func creditsOf(found []source, s string, start, end int) []Credit {
	var out []Credit
	for _, f := range found {
		out = append(out, credit(f.kind, f.name, s, start, end))
	}
	return out
}

// placeLike reports whether s, which stands before the source of a dateline, can be places and a
// date: few words, each with a capital, a number, or a month or small word. Nothing is fine too.
func placeLike(s string) bool {
	fields := strings.Fields(s)
	if len(fields) > maxPlace || strings.ContainsAny(s, "?!\"“”:;") {
		return false
	}
	for _, w := range fields {
		r := firstRune(strings.TrimFunc(w, unicode.IsPunct))
		if unicode.IsLower(r) && !smallWords[w] && monthOf(strings.TrimFunc(w, unicode.IsPunct), "") == 0 {
			return false
		}
	}
	return true
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func uncased(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsUpper(r) || unicode.IsLower(r) })
}

// dashFollows reports whether a dash or a colon separates a dateline from the text.
func dashFollows(s string) bool {
	s = strings.TrimLeft(s, " .,\u00a0")
	r := firstRune(s)
	return s == "" || strings.ContainsRune("-–—−―:_", r)
}

// uncasedPlace reports whether s, in a script without capitals, can be a place and a date. What stands
// in front of a bullet is another headline.
func uncasedPlace(s string) bool {
	if i := strings.LastIndexAny(s, "*•\n|"); i >= 0 {
		s = s[i:]
	}
	return placeWords(s) <= maxUncasedPlace+2 && !hasCue(s)
}

// hasCue reports whether s holds a word that attributes, or one for a house that is quoted: in a script
// without capitals only that tells “وقال المصدر لوكالة …” from a place.
func hasCue(s string) bool {
	for w := range strings.FieldsFuncSeq(s, notWord) {
		if w = text.FoldWord(w); cuesBefore[w] || strictAgencyWords[w] || speechWords[w] {
			return true
		}
	}
	return false
}

var speechWords = foldedWords(`قال وقال يقول ويقول تقول وتقول أكد وأكد أكدت وأكدت أضاف وأضاف أضافت وأضافت صرح وصرح كشف كشفت وكشفت أوضح وأوضح ذكر وذكر نقل ونقل تشير أشار وأشار أعلن وأعلن نشر ونشر كتب
	مصادر مصدر موقع قناة صحيفة جريدة هيئة شبكة مجلة شركة منظمة وزارة لوكالة لقناة لصحيفة لهيئة`)

// spacedDash reports whether a dash and a space follow a dateline. A dash that clings to the next
// word begins an aside: “ولدت الدجاجة (…) -وعمرها ثلاثة أشهر-”.
func spacedDash(s string) bool {
	s = strings.TrimLeft(s, " .,،\u00a0")
	r, size := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("-–—−―", r) && unicode.IsSpace(firstRune(s[size:]))
}

// textFollows reports whether a dash or a colon and then running text follow a dateline. A heading or
// a list ends with the brackets, or goes on with others.
func textFollows(s string) bool {
	s = strings.TrimLeft(s, " .,\u00a0")
	rest := strings.TrimLeft(s, " -–—−―:_.\u00a0")
	return rest != "" && dashFollows(s) && closingBracket(firstRune(rest)) == ""
}

// placeWords counts the words of what stands before the source of a dateline, numbers and months aside.
func placeWords(s string) int {
	n := 0
	for w := range strings.FieldsSeq(s) {
		w = strings.TrimFunc(w, unicode.IsPunct)
		if r := firstRune(w); w != "" && digitValue(r) < 0 && monthOf(w, "") == 0 {
			n++
		}
	}
	return n
}

// unknownAgency reports whether the words in the brackets of a dateline can be an agency that the
// gazetteer does not know: a name, but not that of a state or country, which stands there too
// (“PORTLAND (Oregon) —”), and no date.
func unknownAgency(s string) bool {
	return nameLike(s) && !states[titleKey(s)] && monthOf(s, "") == 0 && !strings.ContainsFunc(s, unicode.IsDigit)
}

var states = func() map[string]bool {
	m := map[string]bool{}
	for s := range strings.SplitSeq(`alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|
louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|new york|north carolina|north dakota|ohio|oklahoma|
oregon|pennsylvania|rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|virginia|washington|west virginia|wisconsin|wyoming|england|scotland|wales|northern ireland|ontario|quebec|
alberta|british columbia|manitoba|nova scotia|bavaria|bayern|hessen|sachsen|brandenburg|thuringen|niedersachsen|schleswig holstein|saarland|france|germany|deutschland|spain|espana|italy|italia|
uk|us|usa|eu|syria|iraq|iran|lebanon|egypt|israel|turkey|russia|ukraine|china|india|pakistan|japan|brazil|mexico|canada|australia|nsw|queensland|victoria|calif|ala|ariz|ark|colo|conn|del|fla|ga|ill|ind|
kan|ky|la|md|mass|mich|minn|miss|mo|mont|neb|nev|okla|ore|pa|tenn|tex|vt|va|wash|wis|wyo|updated|update|video|photos|exclusive|live|opinion|analysis|
ألمانيا|المانيا|فرنسا|بريطانيا|إنجلترا|إيطاليا|إسبانيا|تركيا|سوريا|سورية|العراق|إيران|لبنان|الأردن|مصر|السودان|ليبيا|تونس|الجزائر|المغرب|اليمن|قطر|البحرين|الكويت|
عمان|الإمارات|السعودية|فلسطين|إسرائيل|روسيا|أوكرانيا|الصين|اليابان|الهند|باكستان|أفغانستان|البرازيل|المكسيك|كندا|أستراليا|أميركا|أمريكا|سويسرا|النمسا|بلجيكا|هولندا|اليونان`, "|") {
		m[strings.TrimSpace(s)] = true
	}
	return m
}()

var slashed = regexp.MustCompile(`^[^/\n]{0,80}/\s?([^/\n]{2,40})/`)

// slashDateline finds “МОСКВА, 5 марта. /ТАСС/.” and “/Agency/”.
func slashDateline(s string) []Credit {
	if !strings.Contains(s, "/") {
		return nil
	}
	m := slashed.FindStringSubmatchIndex(s)
	if m == nil || !placeLike(strings.ReplaceAll(s[:m[2]], "/", "")) {
		return nil
	}
	return creditsOf(sourcesIn(s[m[2]:m[3]], nil), s, 0, m[1])
}

// dashDateline finds “دمشق-سانا” and “МОСКВА, 5 мар — РИА Новости.”: a place, a dash, an agency, and
// then a mark or the end of the line, or in a script without capitals the text at once.
func dashDateline(s string) []Credit {
	for i, r := range s {
		if !strings.ContainsRune("-–—", r) {
			continue
		}
		before, rest := s[:i], s[i+utf8.RuneLen(r):]
		if before == "" || !placeLike(before) || len(strings.Fields(before)) > 6 {
			return nil
		}
		line, _, _ := strings.Cut(rest, "\n")
		if kind, name, end := sourceAtStart(line); end > 0 {
			return []Credit{credit(kind, name, s, 0, i+utf8.RuneLen(r)+end)}
		}
	}
	return nil
}

// leadingDateline finds “واس - عدن:” and “AFP – Paris:”: an agency or pool, a dash, a place and a mark,
// or the source, the mark and a line of its own.
func leadingDateline(s string) []Credit {
	lead := len(s) - len(strings.TrimLeft(s, " *•\u00a0"))
	kind, name, end := sourceAtStart(s[lead:])
	if end == 0 {
		return nil
	}
	end += lead
	rest := strings.TrimLeft(s[end:], " »\"”")
	r, size := utf8.DecodeRuneInString(rest)
	if !strings.ContainsRune("-–—,،/", r) {
		return nil
	}
	mark := strings.IndexAny(rest[size:], ":：-–—\n")
	if mark < 0 {
		return nil
	}
	where := strings.TrimSpace(rest[size : size+mark])
	if where == "" || len(strings.Fields(where)) > 3 || !placeLike(where) || strings.ContainsFunc(where, unicode.IsDigit) || uncased(where) && hasCue(where) {
		return nil
	}
	return []Credit{credit(kind, name, s, lead, end)}
}

// sourceAtStart returns the agency or pool with which s begins, and where it ends.
func sourceAtStart(s string) (CreditKind, string, int) {
	lead := len(s) - len(strings.TrimLeft(s, " "))
	if found := agencies.mentions(cut(s, 80)); len(found) > 0 && found[0].span.Start == lead && !found[0].agency.photo && !found[0].agency.outlet {
		m := found[0]
		if after := strings.TrimLeft(s[m.span.End:], "»\" "); after == "" || strings.ContainsRune(".,:-–—(", firstRune(after)) || uncased(s) && !m.guarded {
			return Republication, m.agency.name, m.span.End
		}
	}
	word := s[lead:]
	if i := strings.IndexFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }); i >= 0 {
		word = word[:i]
	}
	if poolWords[titleKey(word)] {
		return Pool, word, lead + len(word)
	}
	return "", "", 0
}

// lineDateline finds a line of its own that gives place, date and agency: “الرياض 26 شوال 1436 هـ واس”.
func lineDateline(s string) []Credit {
	line, _, _ := strings.Cut(s, "\n")
	found := agencies.mentions(line)
	if len(found) == 0 {
		return nil
	}
	m := found[len(found)-1]
	before, after := line[:m.span.Start], line[m.span.End:]
	if strings.Trim(after, " .:»)") != "" || m.agency.photo || m.agency.outlet || !strings.ContainsFunc(before, unicode.IsDigit) ||
		!placeLike(before) || uncased(before) && hasCue(before) {
		return nil
	}
	return []Credit{credit(Republication, m.agency.name, s, 0, m.span.End)}
}

// hanDateline finds “新华社北京3月5日电” and “共同社东京3月5日电”.
func hanDateline(s string) []Credit {
	found := agencies.mentions(cut(s, 90))
	if len(found) == 0 || found[0].span.Start > len("（") || found[0].agency.outlet {
		return nil
	}
	m := found[0]
	rest := cut(s[m.span.End:], 60)
	i := strings.IndexAny(rest, "电電讯訊")
	if i <= 0 || strings.ContainsAny(rest[:i], "，。,") {
		return nil
	}
	_, size := utf8.DecodeRuneInString(rest[i:])
	return []Credit{credit(Republication, m.agency.name, s, m.span.Start, m.span.End+i+size)}
}
