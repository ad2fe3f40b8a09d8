package article

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay/text"
)

// Where a byline that no “By” introduces may stand in a flattened text.
const (
	dateReach   = 2       // lines between it and a line with a date, that one included
	aloneReach  = 4       // lines below a lone “By” that may hold names
	maxBareName = 4       // words of a name, its small words aside
	maxKnown    = 400_000 // bytes of a page whose words are looked at to tell names from words
)

// bylineNames returns the names in what stands behind “By” in its line. The agency behind “with” gave
// material and the one behind a name employs its bearer: both are credits, no authors.
func bylineNames(rest, outlet string) []string {
	rest = withoutDate(rest)
	names := cleanNames([]string{withoutSupport(rest)}, outlet, true)
	for i, name := range names {
		name, _ = cutAgency(undoubleName(name))
		names[i] = withoutLabels(withoutHouse(name))
	}
	return slices.DeleteFunc(names, func(name string) bool {
		return len(names) > 1 && authorRoles[firstWords(name, 1)] // “Jane Doe, Editor for finance”
	})
}

// withoutSupport cuts the agency that gave material behind the names: “Jane Doe avec AFP”.
func withoutSupport(s string) string {
	for _, with := range [...]string{" with ", " mit ", " avec ", " con ", " com ", " med ", " met "} {
		if i := strings.LastIndex(s, with); i > 0 && agencyNamed(strings.TrimSpace(s[i+len(with):])) != nil {
			return s[:i]
		}
	}
	return s
}

// withoutHouse cuts the house behind the name of a person who writes for it: “Jane Doe For Courier.com”.
func withoutHouse(name string) string {
	if person := splitFolded(name, " for ")[0]; len(person) < len(name) && personShaped(person) {
		return person
	}
	return name
}

// undoubleName returns a name that stands twice in a row once: scrapes keep the text and its label.
func undoubleName(name string) string {
	half := len(name) / 2
	if len(name)%2 == 1 && name[half] == ' ' && name[:half] == name[half+1:] {
		return name[:half]
	}
	return name
}

// withoutLabels cuts buttons and labels behind a name of at least two words: “Jane Doe Follow”.
func withoutLabels(name string) string {
	for strings.Count(name, " ") > 1 {
		i := strings.LastIndexByte(name, ' ')
		if !besideNames[titleKey(name[i+1:])] {
			break
		}
		name = name[:i]
	}
	return name
}

// kinds are articles of opinion and others that name their author behind the kind: “Kommentar von Jane
// Doe”.
var kinds = foldedWords(`kommentar kolumne gastbeitrag gastkommentar glosse analyse essay interview reportage bericht rezension leitartikel opinion analysis column comment commentary review report
	tribune chronique éditorial análisis opinión columna crónica commento kroniek column`)

// withoutKind cuts the kind of article and “by” before a name.
func withoutKind(s string) string {
	kind, rest, ok := strings.Cut(strings.TrimSpace(s), " ")
	if after, by := cutBy(rest); ok && by && kinds[titleKey(kind)] {
		return after
	}
	return s
}

// cutAgency cuts the agency behind the name of a person: “Jane Doe The Associated Press”.
func cutAgency(name string) (person string, a *agency) {
	found := agencies.mentions(name)
	if len(found) == 0 {
		return name, nil
	}
	last := found[len(found)-1]
	person = strings.TrimSuffix(strings.TrimSpace(name[:last.span.Start]), " The")
	if last.span.End != len(name) || !personShaped(person) {
		return name, nil
	}
	return person, last.agency
}

// withoutDate cuts a byline before the first digit, and the words between name and date: “Jane Doe 5
// March 2024”, “Karl Munro am 22. Januar 2024”.
func withoutDate(s string) string {
	if i := strings.IndexFunc(s, unicode.IsDigit); i > 0 {
		s = strings.TrimRight(s[:i], " |,-–—·•")
		for {
			j := strings.LastIndexAny(s, " |,-")
			if word := strings.Trim(s[j+1:], ".:"); j <= 0 || monthOf(word, "") == 0 && !beforeDate[text.FoldWord(word)] {
				break
			}
			s = strings.TrimRight(s[:j], " |,-–—·•")
		}
	}
	return unglued(s)
}

// beforeDate are words between a name and a date in one line, months aside.
var beforeDate = foldedWords(`am on le el du den vom em op il at the posted published updated publié mis à jour publicado veröffentlicht
	mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche`)

// bareByline reads the names that stand without “By” around the headline: below a line that is nothing
// but “By”; in the line of the date; or in a line of their own beside it. It is asked only if no line
// “By Jane Doe” was found. What stands there and is no name are sections, buttons, captions and
// places, so that a line is taken only if all of it reads as names of persons (see namesAlone).
func (f *flatText) bareByline(m *meta, credits *pageCredits, from, to int) {
	if len(m.byline) > 0 {
		return
	}
	if m.byline = f.belowBy(from, to); len(m.byline) > 0 {
		return
	}
	w := f.knownWords()
	for _, i := range f.dated {
		if names := w.besideDate(f.lines[i]); len(names) > 0 {
			m.byline = names
			return
		}
	}
	if line := f.besideDated(w, from, to); line >= 0 {
		f.takeNames(w, line, m, credits)
	} else if line := f.underTitle(w, to); line >= 0 {
		f.takeNames(w, line, m, credits)
	}
}

// besideDated returns the line of names closest to one with a date, -1 if there is none. Above a title whose date
// stands below it are menus and sections. In a script without capitals less tells a name from other
// words: there it must stand between title and date.
func (f *flatText) besideDated(w *knownWords, from, to int) int {
	for _, i := range f.dated {
		for _, j := range [...]int{i - 1, i + 1, i - dateReach, i + dateReach} {
			if j < from || j >= to || f.used[j] || j == f.title || j < f.title && f.title < i || uncased(f.lines[j]) && !(f.title < j && j < i) {
				continue
			}
			if len(w.namesAlone(f.lines[j])) > 0 {
				return j
			}
		}
	}
	return -1
}

// underTitle returns the only line between title and running text that is nothing but names, if it
// stands right below the title or the standfirst; -1 otherwise.
func (f *flatText) underTitle(w *knownWords, to int) int {
	found := -1
	for j := f.title + 1; f.title >= 0 && j < to; j++ {
		if f.used[j] || len(w.namesAlone(f.lines[j])) == 0 {
			continue
		}
		if found >= 0 || j > f.title+1 && !proseLine(f.lines[j-1]) && !endsSentence(f.lines[j-1]) {
			return -1
		}
		found = j
	}
	return found
}

// takeNames takes the names of line i, and those of the lines around it that are nothing but names.
func (f *flatText) takeNames(w *knownWords, i int, m *meta, credits *pageCredits) {
	first, last := i, i
	free := func(j int) bool {
		return j > 0 && j < len(f.lines) && j != f.title && !f.used[j] && last-first < maxAuthors && len(w.namesAlone(f.lines[j])) > 0
	}
	for f.title < i && first-1 > f.title && free(first-1) {
		first--
	}
	for free(last + 1) {
		last++
	}
	for j := first; j <= last; j++ {
		for _, name := range w.namesAlone(f.lines[j]) {
			if !slices.Contains(m.byline, name) && len(m.byline) < maxAuthors {
				m.byline = append(m.byline, name)
			}
		}
		for _, part := range splitNames(f.lines[j]) {
			credits.addAll(sourcesIn(part, nil), f.lines[j])
		}
		f.used[j] = true
	}
}

// belowBy reads the names in the lines below one that is nothing but “By”.
func (f *flatText) belowBy(from, to int) []string {
	for i := from; i < to; i++ {
		if i == f.title || f.used[i] || !byAlone(f.lines[i]) {
			continue
		}
		var names []string
		last := i
		for j := i + 1; j < min(len(f.lines), i+1+aloneReach); j++ {
			line := f.lines[j]
			if len(line) <= 4 && len(names) > 0 { // a comma, “and”
				continue
			}
			found := cleanNames([]string{withoutDate(line)}, "", true)
			if len(line) > maxName || len(found) == 0 || f.dateLine(j) || proseLine(line) || phraseReason(line) != "" || isSection(line) ||
				slices.ContainsFunc(found, func(name string) bool { return !personShaped(name) && agencyNamed(name) == nil }) {
				break
			}
			names, last = append(names, found...), j
		}
		if len(names) > 0 {
			for j := i; j <= last; j++ {
				f.used[j] = true
			}
			return names
		}
	}
	return nil
}

// knownWords are the words of a page by which a name is told from others.
type knownWords struct {
	small map[string]bool // words that begin with a small letter somewhere: common ones
	often map[string]int  // how often each stands on the page, for scripts without capitals
	text  string          // the title and the running text, folded: whom they name is a topic
}

// knownWords reads the words of the page.
func (f *flatText) knownWords() *knownWords {
	w := &knownWords{small: map[string]bool{}, often: map[string]int{}}
	var prose strings.Builder
	noteFrom := f.from + (2*(f.to-f.from)+2)/3 // a note about the author may stand in the last third
	n := 0
	for i, line := range f.lines {
		if n += len(line); n > maxKnown {
			break
		}
		for _, t := range text.Tokenize(line, nil) {
			span := t.Span()
			word := line[span.Start:span.End]
			folded := text.FoldWord(word)
			w.often[folded]++
			if unicode.IsLower(firstRune(word)) {
				w.small[folded] = true
			}
		}
		if i == f.title || i >= f.from && i < noteFrom && (proseLine(line) || endsSentence(line)) {
			prose.WriteString(titleKey(line))
			prose.WriteByte(' ')
		}
	}
	w.text = " " + prose.String()
	return w
}

// namesAlone returns the names of a line that is nothing but names of persons, after which a place, a
// role or an agency may stand: “Elif Fars / Vardin”. The first must be that of a person.
func (w *knownWords) namesAlone(line string) []string {
	if len(line) > 2*maxName || isSection(line) || phraseReason(line) != "" || breadcrumb(line) || captionLine(line) || strings.ContainsAny(line, ":?!\"“”«»{}<>=") {
		return nil
	}
	var names []string
	for i, part := range splitNames(withoutSupport(withoutKind(line))) {
		name := undoubleName(unglued(trimName(part)))
		switch a := agencyNamed(name); {
		case i > 0 && a != nil && !a.photo && !a.outlet:
			names = append(names, name)
		case name == "" || i > 0 && (roleName(name) || a != nil || fewerWords(name, 2)):
		case w.person(name):
			names = append(names, name)
		default:
			return nil
		}
		if len(names) == 0 || len(names) > maxAuthors {
			return nil
		}
	}
	return names
}

// besideDate returns the names that stand in the line of a date: “Cal Munro | 22 January 2024 | 4
// Comments”, “9. September 2025 um 15:46 Uhr / Nele Arkadi”.
func (w *knownWords) besideDate(line string) []string {
	if captionLine(line) || strings.ContainsAny(line, "?!\"“”«»{}<>=") {
		return nil
	}
	first := strings.IndexFunc(line, unicode.IsDigit)
	if first < 0 {
		return nil
	}
	parts := strings.FieldsFunc(line, func(r rune) bool { return strings.ContainsRune("|·•⋅/,–—;", r) })
	for i, part := range parts {
		part = unglued(squeeze(part))
		if strings.ContainsFunc(part, unicode.IsDigit) {
			if i > 0 {
				continue
			}
			part = withoutDate(part)
		}
		if names := w.namesAlone(part); len(names) > 0 {
			for _, more := range parts[i+1:] {
				if name := trimName(more); w.person(name) {
					names = append(names, name)
				} else {
					break
				}
			}
			return names
		}
	}
	return nil
}

// person reports whether a name reads as that of a person, and no word on the page speaks against it: none of
// its words is a common word there, and neither title nor running text names it. Writers seldom
// stand in their own texts; places and people in the news do.
func (w *knownWords) person(name string) bool {
	if !personShaped(name) || agencyNamed(name) != nil || strings.Contains(w.text, " "+titleKey(name)+" ") {
		return false
	}
	for _, t := range text.Tokenize(name, nil) {
		span := t.Span()
		word := name[span.Start:span.End]
		folded := text.FoldWord(word)
		if smallWords[word] || nameParticles[word] {
			continue
		}
		if w.small[folded] || uncased(name) && w.often[folded] > 1 {
			return false
		}
	}
	return true
}

// nameParticles are small words inside names of persons, beside smallWords.
var nameParticles = words(`van von der den ter ten de da di du del della dos das la le el al bin ibn bint ben zu zur af av y e`)

// personShaped reports whether a name has the form of that of a person: two to four words that begin
// with a capital, or initials, and no word that sections, houses and roles are called by.
func personShaped(name string) bool {
	n := 0
	for w := range strings.FieldsSeq(name) {
		if nameParticles[w] && n > 0 {
			continue
		}
		if !nameWord(w) {
			return false
		}
		n++
	}
	return n >= 2 && n <= maxBareName && !isSection(name) && !notNames[titleKey(name)] && !paperLike(name) && !roleName(name)
}

// nameWord reports whether a word can be one of the name of a person: letters, with a capital first where
// the script has them, or an initial.
func nameWord(w string) bool {
	bare, initial := strings.CutSuffix(w, ".")
	letters := 0
	for _, r := range bare {
		switch {
		case unicode.IsLetter(r) || unicode.IsMark(r):
			letters++
		case !strings.ContainsRune("-’'‘.‐‑", r):
			return false
		}
	}
	first, key := firstRune(w), titleKey(w)
	if letters == 0 || unicode.IsLower(first) || uncasedWide(w) || initial && letters > 3 {
		return false
	}
	return !sections[key] && !regions[key] && !firmWords[key] && !besideNames[key] && !pictureWords[key] && monthOf(w, "") == 0
}

// roleName reports whether a name is that of a role: its first or last word is.
func roleName(name string) bool {
	key := titleKey(name)
	return authorRoles[firstWords(key, 1)] || roleOnly(key)
}

// besideNames stand beside bylines and dates with a capital and are no names.
var besideNames = foldedWords(`published posted updated modified follow following share save print listen comment comments read reading time twitter facebook whatsapp telegram instagram linkedin
	email mail subscribe editorial staff team desk online redaktion rédaction redacción redazione редакция korrespondent korrespondentin redakteur redakteurin volontär volontärin publiziert
	veröffentlicht aktualisiert teilen drucken merken kommentare lesezeit stand publié publiée modifié partager publicado publicada actualizado actualizada compartir comentarios
	опубликовано обновлено поделиться yayınlanma güncelleme güncellenme paylaş the your our all more view see zur zum im alle mehr jetzt hier special exclusive breaking premium today yesterday photo photos
	monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche
	lunes martes miércoles jueves viernes sábado domingo понедельник вторник среда четверг пятница суббота воскресенье pazartesi salı çarşamba perşembe cuma cumartesi pazar
	مشاهدات مشاهدة قراءة مشاركة شارك نشر تحديث تعليق تعليقات طباعة الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت`)

// unglued cuts what a scrape glued to the end of a name because it lost the space between two elements:
// “Bo TarrantPublished”. The second word must be a label, a role or a month: names have capitals
// inside, too.
func unglued(s string) string {
	before := ' '
	for i, r := range s {
		if unicode.IsUpper(r) && unicode.IsLower(before) {
			rest := s[i:]
			if end := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) }); end > 0 {
				rest = rest[:end]
			}
			if key := titleKey(rest); besideNames[key] || authorRoles[key] || sections[key] || utf8.RuneCountInString(rest) > 3 && monthOf(rest, "") != 0 {
				return s[:i]
			}
		}
		before = r
	}
	return s
}
