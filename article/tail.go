package article

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxTail is how long a paragraph can be, in bytes, that is read as nothing but a credit.
const maxTail = 400

// tailCredits returns the credits of the whole text that stand in a paragraph of its own or at the
// end of one: “(AFP)”, “Source: X”, “Quelle: dpa”, “المصدر: …”, “With inputs from …”, “Reporting by …;
// Editing by …” (the house style of Reuters), “© 2024 AFP”, “This article was first published by …”.
// Only at the end of a text do a bare name and a “Source:” that the gazetteer does not know count:
// elsewhere they belong to a picture, a chart or a menu.
//
// The brackets at the end of running text count only where late says that the paragraph is one of the
// last: behind the first paragraph of a longer text they belong to the caption of a picture as often.
func tailCredits(p stretch, end, late bool) []Credit {
	if len(p.s) <= maxTail {
		for _, find := range [...]func(stretch, bool) []Credit{copyrightCredit, wholeCredit, labelledCredit, contributedCredit, takenFromCredit, houseStyle} {
			if found := find(p, end); len(found) > 0 {
				return found
			}
		}
	}
	if found := firstPublished(p); len(found) > 0 {
		return found
	}
	found := closingCredit(p.s)
	if !late {
		found = slices.DeleteFunc(found, func(c Credit) bool { return c.Kind != Photo })
	}
	return found
}

// wholeCredit takes a short paragraph that names nothing but agencies, as a line of its own: “AFP”,
// “dpa/lsw”, “(AFP/fz)”, “— Reuters”, “By Reuters”. “Jane Doe/AP” is the credit of a picture.
func wholeCredit(p stretch, end bool) []Credit {
	s := p.s
	if len(s) > 90 {
		return nil
	}
	inner := strings.TrimFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsPunct(r) || unicode.IsSymbol(r)
	})
	bracketed := strings.HasPrefix(s, "(") && strings.HasSuffix(strings.TrimRight(s, "."), ")")
	inner, by := cutBy(inner)
	if m := signed.FindStringSubmatch(s); m != nil {
		inner = m[1] + "/" + m[2]
	}
	found := sourcesIn(inner, nil)
	if len(found) == 0 || strings.Contains(inner, ":") || !end && !bracketed && !by {
		return nil
	}
	if !bracketed && !by && onlyGuarded(inner) {
		return nil // “AA” is also a button
	}
	for part := range strings.FieldsFuncSeq(inner, func(r rune) bool { return strings.ContainsRune("/,;+&|،", r) }) {
		// Beside an agency only signs of desks and names of staff may stand.
		part = strings.TrimSpace(part)
		if len(sourcesIn(part, nil)) == 0 && !deskSign(part) && !plausibleName(part) {
			return nil
		}
	}
	return creditsOf(ofPicture(inner, found), s, 0, len(s))
}

// signed is a line of editors and the agencies that they worked from: “jm/dm (AFP, dpa)”.
var signed = regexp.MustCompile(`^(\p{Ll}{1,5}(?:/\p{Ll}{1,5}){0,3}) \(([^()]+)\)$`)

var (
	photoLabel = regexp.MustCompile(`(?i)^\s{0,2}(?:photos?|file photo|image|picture|fotos?|bild|صورة)\s{0,2}[/:|]`)
	// Words of picture desks between the name of a photographer and that of an agency.
	deskWord = regexp.MustCompile(`(?i),\s?(?:file|pool|archive|archiv|handout|via)\s?/`)
)

// ofPicture returns the sources of a credit as those of a picture if s says so: “Jane Doe, File/AP”,
// “AFP/Getty Images”, “Photo/AP”. The pool of a picture says nothing about the text and is left out.
func ofPicture(s string, found []source) []source {
	house := func(f source) bool { return f.kind == Photo }
	if !pictureBy(deskWord.ReplaceAllString(s, "/")) && !photoLabel.MatchString(s) && !(strings.Contains(s, "/") && slices.ContainsFunc(found, house)) {
		return found
	}
	var out []source
	for _, f := range found {
		if f.kind != Pool {
			f.kind = Photo
			out = append(out, f)
		}
	}
	return out
}

// onlyGuarded reports whether s is nothing but one name that has other meanings too.
func onlyGuarded(s string) bool {
	m := agencies.mentions(s)
	return len(m) == 1 && m[0].guarded && m[0].span.Len() == len(s)
}

// pictureBy reports whether s credits a photographer and an agency: “Jane Doe/AP”, “dpa/Jane Doe”,
// “EFE/ J. Doe”. Texts are signed “sak/Reuters”, “Jane Doe, dpa”.
func pictureBy(s string) bool {
	left, right, ok := strings.Cut(s, "/")
	if !ok || strings.Contains(s, ",") {
		return false
	}
	for _, part := range [...]string{left, right} {
		part = strings.TrimSpace(part)
		if strings.Contains(part, " ") && agencyNamed(part) == nil && plausibleName(part) && !poolWords[titleKey(part)] {
			return true
		}
	}
	return false
}

// deskSign reports whether s can be the sign of a desk or an editor: up to five letters.
func deskSign(s string) bool {
	return utf8.RuneCountInString(s) <= 5 && !strings.Contains(s, " ")
}

// creditLabels come before the name of a source. They are matched at the start of a short paragraph.
var creditLabels = regexp.MustCompile(`(?i)^[\s(\[*_–—-]{0,4}(source|sources|quelle|quellen|fuente|fuentes|fonte|fonti|источник|джерело|المصدر|المصادر|مصدر|منبع|kaynak|bron|källa|kilde|lähde|źródło|zdroj|izvor|πηγή|sumber|来源|來源|出典|출처|स्रोत|` +
	`via|credit|agency|agencia|agence|nachrichtenagentur)\s{0,2}[:：]\s{0,3}`)

// withLabels do the same with words: “With inputs from”, “mit Material von”.
var withLabels = regexp.MustCompile(`(?i)^[\s(\[*_–—-]{0,4}((?:\(?with|with additional|additional|some|contains)\s(?:inputs?|reporting|reports?|information|material|files|agency inputs?)\s(?:from|by|of)|with\s(?:agency|agencies)|` +
	`inputs?\sfrom|based on (?:a )?reports? (?:by|from)|mit (?:material|informationen|inhalten) (?:von|der|des)|unter verwendung von|mit|avec|con información de|con|com informações d[aeo]s?|com|met|med|по материалам|за матеріалами|بالاشتراك مع|بالتعاون مع)[\s:]{1,2}(?:the |der |l['’]|la )?`)

func labelledCredit(p stretch, end bool) []Credit {
	s := p.s
	if !p.beginsLabel() {
		return nil
	}
	m := creditLabels.FindStringIndex(s)
	var unknown func(string) bool
	if m != nil && end {
		unknown = nameLike
	}
	if m == nil {
		// “mit Freunden” is no credit: only agencies are.
		if m = withLabels.FindStringIndex(s); m == nil {
			return nil
		}
		unknown = func(string) bool { return false } // but what is called an agency (see sourcesIn)
	}
	rest := s[m[1]:]
	if i := strings.IndexAny(rest, "\n|"); i >= 0 {
		rest = rest[:i]
	}
	if len(strings.Fields(rest)) > 14 {
		return nil
	}
	if u, ok := strings.CutPrefix(strings.TrimSpace(rest), "http"); ok {
		if d := domainOf("http" + u); d != "" {
			return []Credit{credit(Republication, d, s, 0, len(s))}
		}
	}
	return creditsOf(sourcesIn(strings.TrimRight(rest, " .)]*_"), unknown), s, m[0], m[1]+len(rest))
}

var (
	reutersReporting = regexp.MustCompile(`(?:Reporting|Writing|Additional reporting|Compiled) (?:by|in) [^;\n]{2,250}[;,.]\s{0,2}(?:[^;\n]{0,200};\s{0,2})?(?:Writing [^;\n]{2,120};\s?)?[Ee]diting by `)
	copyrighted      = regexp.MustCompile(`(?:©|\(c\)|Copyright|copyright|COPYRIGHT|جميع الحقوق محفوظة)[\s©]{0,3}(\d{4})?[\s,-]{0,3}(?:by )?([^.\n]{2,80})`)
	// Words that say where a text stood first, and the name behind them.
	published = regexp.MustCompile(`(?i:(?:article|story|piece|report|post|text|column|interview|analysis|content|it) (?:was |has been |is |had )?(?:(?:first|originally) (?:been )?(?:published|appeared|posted)|(?:re-?published|reprinted|reproduced|syndicated)(?: with permission)?)(?: here)? (?:by|in|on|at|from|via)|` +
		`originally (?:published|appeared|posted) (?:by|in|on|at)|republished (?:with permission )?from|reprinted (?:with permission )?from|erschien (?:zuerst|erstmals) (?:bei|in|auf|im)|publi[ée]e? (?:initialement|à l['’]origine) (?:par|sur|dans)|publicado originalmente (?:en|por|no|na|em)|` +
		`pubblicato originariamente (?:su|da)|впервые опубликован[ао]? (?:в|на)|نُ?شر (?:هذا المقال |المقال )?(?:أولا|لأول مرة|في الأصل) (?:في|على))\s+(?i:the website of |the |der |die |den |l['’])?([^\n]{2,100})`)
)

var contributed = regexp.MustCompile(`^[\s(\[*_–—-]{0,4}([^.;:]{2,80}?) (?:also )?contributed (?:reporting )?to this (?:report|article|story)\b`)

// contributedCredit takes “Reuters contributed to this report.” Names of several words that the
// gazetteer does not know are those of persons.
func contributedCredit(p stretch, _ bool) []Credit {
	if !strings.Contains(p.s, " contributed ") {
		return nil
	}
	m := contributed.FindStringSubmatchIndex(p.s)
	if m == nil {
		return nil
	}
	oneWord := func(s string) bool { return nameLike(s) && !strings.Contains(s, " ") && utf8.RuneCountInString(s) > 3 }
	return creditsOf(sourcesIn(p.s[m[2]:m[3]], oneWord), p.s, m[2], m[1])
}

var takenFrom = regexp.MustCompile(`^[\s(\[*–—-]{0,4}(?:نقل(?:اً|ًا|ا)\s)?عن\s(صحيفة|جريدة|وكالة|موقع|مجلة)\s([^.،:؛\n()]{2,80}?)[\s.)\]*]{0,4}$`)

// takenFromCredit takes a line of its own at the end of an Arabic text: “نقلاً عن صحيفة …”.
func takenFromCredit(p stretch, end bool) []Credit {
	if !end || !strings.Contains(p.s, "عن") {
		return nil
	}
	m := takenFrom.FindStringSubmatchIndex(p.s)
	if m == nil || len(strings.Fields(p.s[m[4]:m[5]])) > 5 {
		return nil
	}
	name := p.s[m[2]:m[5]]
	if found := sourcesIn(name, nil); len(found) > 0 {
		return creditsOf(found, p.s, 0, m[5])
	}
	return []Credit{credit(Republication, p.s[m[4]:m[5]], p.s, 0, m[5])}
}

func houseStyle(p stretch, _ bool) []Credit {
	if s := p.s; strings.Contains(s, "diting by ") && reutersReporting.MatchString(s) {
		return []Credit{credit(Republication, "Reuters", s, 0, len(s))}
	}
	return nil
}

// copyrightCredit takes “© 2024 AFP”. Without a year the notice is that of a picture.
func copyrightCredit(p stretch, _ bool) []Credit {
	s := p.s
	if !containsAny(s, "©", "(c)", "opyright", "COPYRIGHT", "جميع الحقوق") {
		return nil
	}
	m := copyrighted.FindStringSubmatchIndex(s)
	if m == nil || m[0] > 40 {
		return nil
	}
	for _, a := range agencies.mentions(s[m[4]:m[5]]) {
		if strings.TrimSpace(withoutAgencyWords(s[m[4]:m[4]+a.span.Start])) != "" {
			continue
		}
		kind := Republication
		if a.agency.photo || m[2] < 0 {
			kind = Photo
		}
		return []Credit{credit(kind, a.agency.name, s, m[0], m[4]+a.span.End)}
	}
	return nil
}

func firstPublished(p stretch) []Credit {
	const both = earlierCue | publishedCue
	if p.cues&both != both {
		return nil
	}
	s := cut(p.s, 2_000)
	m := published.FindStringSubmatchIndex(s)
	if m == nil {
		return nil
	}
	name := leadingName(s[m[2]:m[3]])
	if name == "" {
		return nil
	}
	agency := name
	if a := agencyNamed(name); a != nil {
		agency = a.name
	}
	return []Credit{credit(Republication, agency, s, m[0], m[2]+len(name))}
}

// leadingName returns the words with a capital with which s begins, five at most.
func leadingName(s string) string {
	end := 0
	for n, at := 0, 0; n < 5 && at < len(s); n++ {
		word := s[at:]
		if i := strings.IndexByte(word, ' '); i >= 0 {
			word = word[:i]
		}
		bare := strings.TrimRight(word, ".,;:)!?”\"")
		r := firstRune(bare)
		if bare == "" || !(unicode.IsUpper(r) || isHost(bare) || unicode.IsLetter(r) && !unicode.IsLower(r)) && !(n > 0 && smallWords[bare]) {
			break
		}
		if !smallWords[bare] || n == 0 {
			end = at + len(bare)
		}
		if bare != word {
			break
		}
		at += len(word) + 1
	}
	return s[:end]
}

var closing = regexp.MustCompile(`[.!?”"»“’'…。؟]\s{0,2}[(（\[]([^()（）\[\]\n]{2,60})[)）\]]\.?$`)

// closingCredit finds “… said. (AFP)” at the end of a paragraph.
func closingCredit(s string) []Credit {
	if bare := strings.TrimSuffix(s, "."); !strings.HasSuffix(bare, ")") && !strings.HasSuffix(bare, "）") && !strings.HasSuffix(bare, "]") {
		return nil
	}
	from := max(0, len(s)-160)
	for from < len(s) && !utf8.RuneStart(s[from]) {
		from++
	}
	m := closing.FindStringSubmatchIndex(s[from:])
	if m == nil {
		return nil
	}
	open := from + m[2]
	_, size := utf8.DecodeLastRuneInString(s[:open])
	inner := s[open : from+m[3]]
	return creditsOf(ofPicture(inner, sourcesIn(inner, nil)), s, open-size, len(s))
}
