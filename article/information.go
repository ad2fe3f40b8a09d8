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

// Agencies that the words around them call so. Names are up to four words with a capital, or in
// Arabic and Persian up to three words.
var (
	namedBefore = regexp.MustCompile(`((?:\p{Lu}[\p{L}\p{M}’'-]{0,30}\s){1,4})(?:[Nn]ews|[Pp]ress|[Ss]tate [Nn]ews)\s(?:[Aa]gency|[Ss]ervice|[Ww]ire)`)
	namedAfter  = regexp.MustCompile(`(?:Nachrichtenagentur|Presseagentur|[Aa]gence(?: de presse| d['’]information)?|[Aa]gencia(?: de noticias)?|[Aa]gência(?: de notícias)?|[Aa]genzia(?: di stampa)?|агентств\p{L}{1,3}|[Aa]gencj\p{L}{1,2}|[Pp]ersbureau|[Nn]yhetsbyrån|[Aa]gentur\p{L}{0,2})\s[«„"“]?((?:\p{Lu}[\p{L}\p{M}’'-]{0,30}\s?){1,3})`)
	namedArabic = regexp.MustCompile(`(?:^|[\s(«"])[ولب]{0,2}وكالة\s(?:أنباء\s|الأنباء\s|انباء\s)?((?:[\p{Arabic}\p{M}]{2,20}\s){0,2}[\p{Arabic}\p{M}]{2,20}?)(?:\s(?:الإخبارية|للأنباء|الدولية|الرسمية)|[\s.,،:"»]|$)`)
	pools       = regexp.MustCompile(`(?i)(?:news agencies|wire services|wire reports|nachrichtenagenturen|agences de presse|agencias de noticias|agenzie di stampa|информагентства|وكالات الأنباء|وكالات أنباء|agências de notícias)`)
)

// namedAgencies returns the agencies in running text, of which known are those of the gazetteer.
func namedAgencies(p stretch, known []agencyMention) []namedAgency {
	var out []namedAgency
	s, cues := p.s, p.cues
	covered := func(span text.Span) bool {
		for _, o := range out {
			if o.span.Overlaps(span) {
				return true
			}
		}
		return false
	}
	for _, m := range known {
		if m.agency.photo || m.guarded && !besideAgencyWord(s, m.span) {
			continue
		}
		out = append(out, namedAgency{m.agency.name, Information, m.span})
	}
	if cues&poolCue != 0 {
		for _, m := range pools.FindAllStringIndex(s, 20) {
			out = append(out, namedAgency{s[m[0]:m[1]], Pool, text.Span{Start: m[0], End: m[1]}})
		}
	}
	for _, pattern := range agencyPatterns(s, cues) {
		for _, m := range pattern.FindAllStringSubmatchIndex(s, 20) {
			name := arabicName(dropArticles(strings.TrimSpace(s[m[2]:m[3]])))
			start := m[2] + strings.Index(s[m[2]:m[3]], name)
			span := text.Span{Start: start, End: start + len(name)}
			if pattern == namedBefore {
				span.End = m[1]
			}
			if name == "" || leadingWords[strings.ToLower(name)] || covered(span) {
				continue
			}
			if known := agencies.byName[titleKey(name)]; known != nil {
				name = known.name
			} else {
				name = s[span.Start:span.End]
			}
			out = append(out, namedAgency{name, Information, span})
		}
	}
	return out
}

// agencyPatterns returns the patterns that can match s: most paragraphs hold none of their words.
func agencyPatterns(s string, cues cueKind) []*regexp.Regexp {
	var out []*regexp.Regexp
	if cues&newsCue != 0 && cues&agencyCue != 0 {
		out = append(out, namedBefore)
	}
	if containsAny(s, "gentur", "agence", "Agence", "agencia", "Agencia", "agência", "Agência", "agenzia", "Agenzia", "гентств", "agencj", "Agencj", "ersbureau", "yhetsbyr") {
		out = append(out, namedAfter)
	}
	if cues&arabicAgencyCue != 0 {
		out = append(out, namedArabic)
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

// arabicName cuts what the pattern took for the name of an Arabic agency behind “للأنباء”, or before a
// word that begins a clause.
func arabicName(name string) string {
	at := 0
	for i, w := range strings.Fields(name) {
		at += strings.Index(name[at:], w)
		switch {
		case i > 0 && clauseWords[w]:
			return strings.TrimSpace(name[:at])
		case i > 0 && agencyEnds[w]:
			return name[:at+len(w)]
		}
		at += len(w)
	}
	return name
}

var agencyEnds = words(`للأنباء للانباء الإخبارية الاخبارية`)

var clauseWords = words(`أن أنه أنها أنهم إن إنه إنها إنهم ان انه انها في على من عن إلى الى بأن بان`)

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

var strictAgencyWords = foldedWords(`agency newswire wire nachrichtenagentur agentur presseagentur agence agencia agenzia агентство агентству агентства агентстве агентством وكالة لوكالة ووكالة بوكالة خبرگزاری ajansı ajansına agencja agencji persbureau nyhetsbyrån telegrambyrå`)

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
