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

// A tailPlace says where a paragraph stands that may be a credit of the whole text.
type tailPlace struct {
	start bool // no running text comes before it, as with a byline
	end   bool // no running text comes after it
	late  bool // it is one of the last paragraphs
}

// tailCredits returns the credits of the whole text that stand in a paragraph of its own or at the
// end of one: “(AFP)”, “Source: X”, “Quelle: dpa”, “المصدر: …”, “With inputs from …”, “Reporting by …;
// Editing by …” (the house style of Reuters), “© 2024 AFP”, “This article was first published by …”.
// Only at the end of a text do a bare name and a “Source:” that the gazetteer does not know count:
// elsewhere they belong to a picture, a chart or a menu.
//
// The brackets at the end of running text count only in the last paragraphs: behind the first paragraph
// of a longer text they belong to the caption of a picture as often.
func tailCredits(p stretch, at tailPlace) []Credit {
	if len(p.s) <= maxTail {
		for _, find := range [...]func(stretch, tailPlace) []Credit{copyrightCredit, wholeCredit, labelledCredit, contributedCredit, takenFromCredit} {
			if found := find(p, at); len(found) > 0 {
				return found
			}
		}
	}
	if found := houseStyle(p.s); len(found) > 0 {
		return found
	}
	if found := firstPublished(p); len(found) > 0 {
		return found
	}
	found := closingCredit(p.s)
	if !at.late {
		found = slices.DeleteFunc(found, func(c Credit) bool { return c.Kind != Photo })
	}
	return found
}

// wholeCredit takes a short paragraph that names nothing but agencies, as a line of its own: “AFP”,
// “dpa/lsw”, “(AFP/fz)”, “— Reuters”, “By Reuters”. “Jane Doe/AP” is the credit of a picture.
func wholeCredit(p stretch, at tailPlace) []Credit {
	s := p.s
	if len(s) > 90 {
		return nil
	}
	inner := strings.TrimFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsPunct(r) || unicode.IsSymbol(r)
	})
	bracketed := strings.HasPrefix(s, "(") && strings.HasSuffix(strings.TrimRight(s, "."), ")")
	inner, by := cutBy(inner)
	if at.start {
		inner, by = withoutDateParts(inner, by)
	}
	if m := signed.FindStringSubmatch(s); m != nil {
		inner = m[1] + "/" + m[2]
	}
	found := sourcesIn(inner, nil)
	if len(found) == 0 || strings.Contains(inner, ":") || !at.end && !bracketed && !by && !(at.start && agencyAndPlace(inner)) {
		return nil
	}
	if !bracketed && !by && onlyGuarded(inner) {
		return nil // “AA” is also a button, “CNN” a link
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

// withoutDateParts returns what a line “9 August 2024, 09:12 | AFP” above the text says beside the date,
// and whether it is nothing but an agency: the line is a byline then.
func withoutDateParts(s string, by bool) (string, bool) {
	left := ""
	for part := range strings.FieldsFuncSeq(s, func(r rune) bool { return strings.ContainsRune("|•·", r) }) {
		switch part = strings.TrimSpace(part); {
		case strings.ContainsFunc(part, unicode.IsDigit):
		case left != "":
			return s, by
		default:
			left = part
		}
	}
	if a := agencyNamed(left); a != nil && !a.photo && left != s {
		return left, true
	}
	return s, by
}

// agencyAndPlace reports whether s is an agency with one thing behind a comma, as bylines give the place
// or the reporter: “AFP, MANILA”, “Reuters, Jane Doe”. A bare name above the text is that of a picture
// as often.
func agencyAndPlace(s string) bool {
	first, second, ok := strings.Cut(s, ", ")
	a := agencyNamed(first)
	return ok && a != nil && !a.photo && plausibleName(second) && !strings.ContainsAny(second, "/,")
}

// signed is a line of editors and the agencies that they worked from: “jm/dm (AFP, dpa)”.
var signed = regexp.MustCompile(`^(\p{Ll}{1,5}(?:/\p{Ll}{1,5}){0,3}) \(([^()]+)\)$`)

var (
	photoLabel = regexp.MustCompile(`(?i)^\s{0,2}(?:photos?|file photo|image|picture|fotos?|bild|صورة|تصوير|عدسة)\s{0,2}[/:|]`)
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

// onlyGuarded reports whether s is nothing but one name that has other meanings too, or that of an
// outlet.
func onlyGuarded(s string) bool {
	m := agencies.mentions(s)
	return len(m) == 1 && (m[0].guarded || m[0].agency.outlet) && m[0].span.Len() == len(s)
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
func contributedCredit(p stretch, _ tailPlace) []Credit {
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
func takenFromCredit(p stretch, at tailPlace) []Credit {
	if !at.end || !strings.Contains(p.s, "عن") {
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

// houseStyle finds “(Reporting by …; Editing by …)” at the end of a paragraph, which is how Reuters
// signs its reports.
func houseStyle(s string) []Credit {
	from := max(0, len(s)-600)
	for from < len(s) && !utf8.RuneStart(s[from]) {
		from++
	}
	if !strings.Contains(s[from:], "diting by ") {
		return nil
	}
	m := reutersReporting.FindStringIndex(s[from:])
	if m == nil {
		return nil
	}
	start := from + m[0]
	if start > 0 && s[start-1] == '(' {
		start--
	}
	return []Credit{credit(Republication, "Reuters", s, start, len(s))}
}

// dpaNumber is the number of a report of dpa, which its texts carry: “© dpa-infocom, dpa:240305-99-123456/2”.
var dpaNumber = regexp.MustCompile(`\bdpa:\d{6}-\d{2,3}-\d{4,7}(?:/\d{1,3})?`)

// copyrightCredit takes “© 2024 AFP”. Without a year the notice is that of a picture.
func copyrightCredit(p stretch, _ tailPlace) []Credit {
	s := p.s
	if m := dpaNumber.FindStringIndex(s); m != nil {
		return []Credit{credit(Republication, "dpa", s, 0, m[1])}
	}
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
