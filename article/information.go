package article

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay/text"
)

// How many words before and after an agency’s name are searched for one that attributes.
const (
	wordsBefore = 6
	wordsAfter  = 4
)

// informationCredits returns where a paragraph attributes a statement to an agency: “told Tasnim news
// agency”, “laut dpa”, “Reuters reported”. Exact reaches from the attributing word to the name.
func informationCredits(p stretch, known []agencyMention) []Credit {
	var out []Credit
	s := p.s
	for _, m := range namedAgencies(p, known) {
		if len(out) == maxCredits {
			break
		}
		start, end, ok := attributed(s, m.span)
		if !ok {
			continue
		}
		out = append(out, credit(m.kind, m.name, s, start, end))
	}
	return out
}

// A namedAgency is an agency in running text: one of the gazetteer, or one that the text calls an
// agency, or “news agencies”.
type namedAgency struct {
	name string
	kind CreditKind
	span text.Span
}

// Agencies that the words around them call so: “news agency”, not “agency” alone, which public bodies
// and ratings houses are called too. Names are up to four words with a capital. Russian and Ukrainian
// papers call only news agencies “агентство” beside a name in Latin letters or in quotation marks.
var (
	namedBefore = regexp.MustCompile(`((?:\p{Lu}[\p{L}\p{M}’'-]{0,30}\s){1,4})(?:[Nn]ews|[Pp]ress|[Ss]tate [Nn]ews)\s(?:[Aa]gency|[Ss]ervice|[Ww]ire)`)
	namedAfter  = regexp.MustCompile(`(?:(?:Nachrichten|Presse)agentur|[Aa]gence (?:de presse|d['’]information)|[Aa]gencia (?:de noticias|de prensa)|[Aa]gência de notícias|[Aa]genzia (?:di stampa|di notizie)|[Aa]gencj\p{L}{1,2} (?:prasow\p{L}{1,3}|informacyjn\p{L}{1,3})|[Pp]ersbureau|[Nn]yhetsbyrån|[Nn]yhetsbyrået|[Nn]yhedsbureauet)\s[«„"“]?((?:\p{Lu}[\p{L}\p{M}’'-]{0,30}\s?){1,3})|` +
		`(?:агентств\p{L}{1,3}|агенці\p{L}{1,3})\s(?:[«„"“]((?:\p{Lu}[\p{L}\p{M}’'-]{0,30}\s?){1,3})[»“”"]|([A-Z][A-Za-z-]{1,30}(?:\s[A-Z][A-Za-z-]{1,30}){0,2}))`)
	pools = regexp.MustCompile(`(?i)(?:news agencies|wire services|wire reports|nachrichtenagenturen|agences de presse|agencias de noticias|agenzie di stampa|информагентства|وكالات الأنباء|وكالات أنباء|agências de notícias)`)
)

// namedAgencies returns the agencies in running text, of which known are those of the gazetteer.
func namedAgencies(p stretch, known []agencyMention) []namedAgency {
	out := gazetteerAgencies(p.s, known)
	found := func(x namedAgency) {
		if besideKnown(p.s, x.span, known) == nil && !slices.ContainsFunc(out, func(o namedAgency) bool { return o.span.Overlaps(x.span) }) {
			out = append(out, x)
		}
	}
	if p.cues&poolCue != 0 {
		for _, m := range pools.FindAllStringIndex(p.s, 20) {
			out = append(out, namedAgency{p.s[m[0]:m[1]], Pool, text.Span{Start: m[0], End: m[1]}})
		}
	}
	for _, pattern := range agencyPatterns(p.s, p.cues) {
		for _, m := range pattern.FindAllStringSubmatchIndex(p.s, 20) {
			if x := patternAgency(p.s, m, pattern == namedBefore); x.name != "" {
				found(x)
			}
		}
	}
	if p.cues&arabicAgencyCue != 0 {
		for _, x := range arabicAgencies(p.s) {
			found(x)
		}
	}
	return out
}

// gazetteerAgencies returns those of the known names that are meant as the names of agencies or outlets.
func gazetteerAgencies(s string, known []agencyMention) []namedAgency {
	var out []namedAgency
	for _, m := range known {
		if next := besideKnown(s, m.span, known); next != nil && next.agency != m.agency && strictAgencyWords[firstWords(s[m.span.Start:], 1)] {
			// “وكالة الأنباء الإيرانية (فارس)” names one agency of a country by its own name.
			m.agency, m.span.End = next.agency, next.span.End
		}
		before := s[:m.span.Start]
		if m.agency.photo || m.guarded && !besideAgencyWord(s, m.span) && !toldTo(before) || !m.agency.outlet && behindNewspaper(before) {
			continue
		}
		out = append(out, namedAgency{m.agency.name, Information, m.span})
	}
	return out
}

// patternAgency reads a match of the patterns for names that the gazetteer does not know. Whole says
// that the words for “news agency” belong to the name. The name is empty if the match holds none.
func patternAgency(s string, m []int, whole bool) namedAgency {
	from, to := group(m)
	name := dropArticles(strings.TrimSpace(s[from:to]))
	if name == "" || leadingWords[strings.ToLower(name)] {
		return namedAgency{}
	}
	start := from + strings.Index(s[from:to], name)
	span := text.Span{Start: start, End: start + len(name)}
	if whole {
		span.End = m[1]
	}
	if known := agencies.byName[titleKey(name)]; known != nil {
		return namedAgency{known.name, Information, span}
	}
	return namedAgency{s[span.Start:span.End], Information, span}
}

// group returns where the first group of a match that took part in it stands.
func group(m []int) (from, to int) {
	for k := 2; k+1 < len(m); k += 2 {
		if m[k] >= 0 {
			return m[k], m[k+1]
		}
	}
	return m[0], m[1]
}

// besideKnown returns the agency of the gazetteer that stands right behind a name, with nothing but
// marks between: “North Korea’s state news agency KCNA”, “وكالة الأنباء الكورية «يونهاب»” name one
// house, and the second name is the one that says which.
func besideKnown(s string, span text.Span, known []agencyMention) *agencyMention {
	i, _ := slices.BinarySearchFunc(known, span.End, func(m agencyMention, end int) int { return m.span.Start - end })
	if i == len(known) || known[i].span.Start-span.End > 8 || strings.ContainsFunc(s[span.End:known[i].span.Start], unicode.IsLetter) {
		return nil
	}
	return &known[i]
}

// toldTo reports whether s ends with a word for telling somebody: “told ANI”. People tell the media
// things; with other words of attribution an acronym is often another institution (“according to PA”).
func toldTo(s string) bool {
	last := lastWords(s, 3)
	for _, cue := range [...]string{"told", "told the", "telling", "tells", "spoke to", "speaking to", "speaking with", "interview with", "interview to", "statement to", "talking to", "quoted by", "reported by"} {
		if last == cue || strings.HasSuffix(last, " "+cue) {
			return true
		}
	}
	return false
}

// behindNewspaper reports whether s ends with a word for a newspaper, so that the name that follows is
// not that of a broadcaster or agency: “صحيفة الجزيرة”.
func behindNewspaper(s string) bool { return newspaperWords[lastWords(s, 1)] }

var newspaperWords = foldedWords(`صحيفة وصحيفة لصحيفة جريدة وجريدة مجلة newspaper magazine journal zeitung periódico diario quotidiano giornale газета gazetesi`)

// agencyPatterns returns the patterns that can match s: most paragraphs hold none of their words.
func agencyPatterns(s string, cues cueKind) []*regexp.Regexp {
	var out []*regexp.Regexp
	if cues&newsCue != 0 && cues&agencyCue != 0 {
		out = append(out, namedBefore)
	}
	if containsAny(s, "gentur", "gence d", "gencia de", "gência de", "genzia di", "гентств", "генці", "gencj", "ersbureau", "yhetsbyr", "yhedsbureau") {
		out = append(out, namedAfter)
	}
	return out
}

func containsAny(s string, list ...string) bool {
	return slices.ContainsFunc(list, func(w string) bool { return strings.Contains(s, w) })
}

// dropArticles removes words from the start of a name that only have a capital because they begin a
// sentence, and national adjectives stay.
func dropArticles(name string) string {
	for {
		first, rest, ok := strings.Cut(name, " ")
		if !ok || !leadingWords[strings.ToLower(first)] {
			return name
		}
		name = rest
	}
}

var leadingWords = words(`the a an and but as in on according to told citing state official its semi-official local according`)

// besideAgencyWord reports whether a word for “news agency” stands right before or after the span.
func besideAgencyWord(s string, span text.Span) bool {
	before, after := lastWords(s[:span.Start], 2), firstWords(s[span.End:], 2)
	for _, w := range [...]string{before, after} {
		for _, f := range strings.Fields(w) {
			if strictAgencyWords[f] {
				return true
			}
		}
	}
	return false
}

var strictAgencyWords = foldedWords(`agency newswire wire nachrichtenagentur agentur presseagentur staatsagentur nachrichtendienst hírügynökség agenția agenției agencija agencije agencji agentura agentury ajansının ajansınca nyhetsbyrået nyhedsbureauet агенція агенції агенцією агентством agence agencia agenzia агентство агентству агентства агентстве агентством وكالة لوكالة ووكالة بوكالة خبرگزاری ajansı ajansına agencja agencji persbureau nyhetsbyrån telegrambyrå`)

// firstWords and lastWords return up to n folded words, one space apart.
func firstWords(s string, n int) string {
	list := strings.FieldsFunc(cut(s, 160), notWord)
	return foldAll(list[:min(n, len(list))])
}

func lastWords(s string, n int) string {
	if len(s) > 160 {
		s = strings.ToValidUTF8(s[len(s)-160:], "")
	}
	list := strings.FieldsFunc(s, notWord)
	return foldAll(list[max(0, len(list)-n):])
}

func notWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) }

func foldAll(list []string) string {
	for i, w := range list {
		list[i] = text.FoldWord(w)
	}
	return strings.Join(list, " ")
}

// attributed reports whether words around the span attribute a statement to it, and the stretch of
// s from the attributing words to the name or the other way round.
func attributed(s string, span text.Span) (start, end int, ok bool) {
	before := lastClause(s[:span.Start])
	if at, found := lastCue(before, wordsBefore, cuesBefore); found {
		return span.Start - len(before) + at, span.End, true
	}
	after := firstClause(s[span.End:])
	if at, found := firstCue(after, wordsAfter, cuesAfter); found {
		return span.Start, span.End + at, true
	}
	return 0, 0, false
}

// lastClause returns what comes before a name in the same clause.
func lastClause(s string) string {
	from := max(0, len(s)-160)
	for from < len(s) && s[from]&0xc0 == 0x80 {
		from++
	}
	s = s[from:]
	if i := strings.LastIndexAny(s, ".!?;:؛؟。\n()"); i >= 0 {
		_, size := utf8.DecodeRuneInString(s[i:])
		s = s[i+size:]
	}
	return s
}

func firstClause(s string) string {
	s = cut(s, 120)
	if i := strings.IndexAny(s, ".!?;:؛؟。\n()"); i >= 0 {
		s = s[:i]
	}
	return s
}
