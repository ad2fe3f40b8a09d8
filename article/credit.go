package article

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay/text"
)

// Where in a text credits of the whole text stand, in paragraphs from its start and its end.
const (
	firstParagraphs = 3
	lastParagraphs  = 5
)

// maxCredits is how many credits of one article are kept.
const maxCredits = 200

// bodyCredits finds credits inside the body (datelines, “told X news agency”, tails) with spans.
//
// A dateline counts only at the start of the first paragraphs and a tail only in the last ones: the
// same parentheses elsewhere mean other things. Information is an agency’s name beside a word that
// attributes (“told”, “laut”, “نقلا عن”); a bare mention of an agency is no credit.
func bodyCredits(d *text.Doc) []Credit {
	paragraphs := stretches(d)
	end := len(paragraphs) // where the running text is over
	for end > 0 && end > len(paragraphs)-lastParagraphs && !proseLine(cut(paragraphs[end-1].s, maxText)) {
		end--
	}
	begun := false // whether running text stood before
	var out []Credit
	for i, p := range paragraphs {
		var found []Credit
		if i < firstParagraphs {
			found = append(found, datelineCredits(p.s, i == 0)...)
		}
		if i >= len(paragraphs)-lastParagraphs || i == 0 || !begun && i < lastParagraphs {
			found = append(found, tailCredits(p, tailPlace{start: !begun, end: i >= end, late: i >= len(paragraphs)-lastParagraphs})...)
		}
		begun = begun || proseLine(cut(p.s, maxText)) || closesSentence(p.s)
		known := agencies.mentionsIn(p)
		found = append(found, photoCredits(p.s, known)...)
		if i < end-1 {
			found = append(found, captionCredit(p.s)...)
		}
		found = append(found, informationCredits(p, known)...)
		found = append(found, pressCredits(p)...)
		for _, c := range withoutOverlaps(found) {
			span := text.Span{Start: p.at + c.Span.Start, End: p.at + c.Span.End}
			c.Span = &span
			if out = append(out, c); len(out) == maxCredits {
				return out
			}
		}
	}
	return out
}

// closesSentence reports whether a line ends like a sentence. A line above “Source: AFP” that does is the
// caption of what the label speaks of, or text already.
func closesSentence(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, " \"”»“"))
	return strings.ContainsRune(".!?…؟。！？", r) && strings.Contains(strings.TrimSpace(s), " ")
}

// withoutOverlaps sorts the credits of a paragraph by their place and drops those whose agency an
// earlier finder already gave at the same place: a dateline is not also information. Only information
// can be repeated in a paragraph, because each time another statement is attributed.
func withoutOverlaps(found []Credit) []Credit {
	var out []Credit
	for _, c := range found {
		if !slices.ContainsFunc(out, func(o Credit) bool {
			same := o.Agency == c.Agency
			return o.Span.Overlaps(*c.Span) && (same || o.Kind != c.Kind) || same && o.Kind == c.Kind && c.Kind != Information
		}) {
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(a, b Credit) int { return a.Span.Start - b.Span.Start })
	return out
}

// credit makes a credit of s[start:end].
func credit(kind CreditKind, agency, s string, start, end int) Credit {
	span := text.Span{Start: start, End: end}
	return Credit{Kind: kind, Agency: agency, Exact: s[start:end], Span: &span}
}

// A source is who a credit names: an agency of the gazetteer, a pool, or a name as printed.
type source struct {
	name  string
	kind  CreditKind // Republication, Pool or Photo
	known bool
}

// sourcesIn returns who is named in a credit position such as the parentheses of a dateline or what
// follows “Source:”. Parts that are no agency of the gazetteer are given as printed if unknown asks
// for them and they look like names.
func sourcesIn(s string, unknown func(string) bool) []source {
	var out []source
	for part := range strings.FieldsFuncSeq(s, func(r rune) bool { return strings.ContainsRune("/,;+&|،؛、\n", r) }) {
		part = strings.TrimSpace(part)
		switch a := houseNamed(part); {
		case a != nil && a.photo:
			out = append(out, source{a.name, Photo, true})
		case a != nil:
			out = append(out, source{a.name, Republication, true})
		case poolWords[titleKey(part)]:
			out = append(out, source{part, Pool, true})
		case strings.Contains(part, " and ") && len(part) < 120:
			left, right, _ := strings.Cut(part, " and ")
			out = append(out, sourcesIn(left, unknown)...)
			out = append(out, sourcesIn(right, unknown)...)
		case callsItselfAgency(part) && nameLike(part):
			out = append(out, source{dropArticles(part), Republication, false})
		case unknown != nil && sayAgency(part) != "":
			out = append(out, source{sayAgency(part), Republication, false})
		case unknown != nil && unknown(part):
			out = append(out, source{strings.TrimFunc(part, unicode.IsPunct), Republication, false})
		}
	}
	return out
}

// poolWords name nobody: an origin that cannot be checked.
var poolWords = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.SplitSeq(`agencies|news agencies|agency|the agencies|news wires|newswires|wires|wire|wire services|wire service|wire reports|news services|
		وكالات|الوكالات|وكالات الأنباء|وكالات أنباء|وكالات الانباء|Agenturen|Nachrichtenagenturen|agences|agences de presse|avec agences|agencias|agenzie|
		агентства|информагентства|агенції|ajanslar|haber ajansları|agências|agencje|خبرگزاری ها|خبرگزاریها|byråer|byråerna|bureaus|persbureaus|agenturer|agentury|agencije|agencies and staff|agencies staff|from agencies|combined dispatches|wire dispatches|news agencies and staff|agenzie di stampa|agencias de noticias|agências de notícias|
		agence|agences et médias|وكالات وصحف|صحف ووكالات|وكالات ومواقع|مواقع ووكالات|وكالات صحف|صحف|مصادر|مصادر مختلفة|خبرگزاری‌ها|通讯社|综合外电|外電|סוכנויות|סוכנויות הידיעות|informationsbüros|ügynökségek|agenții|πρακτορεία|кореспонденти агенций|통신사`, "|") {
		m[titleKey(w)] = true
	}
	return m
}()

// joinCredits puts together the credits found outside and inside the body. What stands outside and
// says the same as a credit inside is left out, and so is an article’s credit to its own house.
func joinCredits(outside, inside []Credit, a *Article) []Credit {
	var out []Credit
	for _, c := range slices.Concat(outside, inside) {
		double := c.Span == nil && slices.ContainsFunc(inside, func(o Credit) bool {
			return o.Kind == c.Kind && o.Agency == c.Agency
		})
		if !double && !a.ownHouse(c.Agency) {
			out = append(out, c)
		}
	}
	out = out[:min(len(out), maxCredits)]
	sameNames(out, a.Byline)
	return withoutBareNames(out)
}

// tight is the form in which names of houses are compared: “F.A.Z.” is “FAZ”.
func tight(s string) string { return strings.ReplaceAll(titleKey(s), " ", "") }

// Agency returns the name of the news agency that published the article on its own site, as credits
// of other articles name it: one that Hearsay knows, or one whose name says what it is. It is empty if
// the outlet is none.
func (a *Article) Agency() string {
	for _, address := range [...]string{a.URL, a.Canonical, "https://" + a.Domain} {
		if found := agencies.atHost(hostOf(address)); found != nil && !found.photo && !found.outlet {
			return found.name
		}
	}
	if found := agencyNamed(a.Outlet); found != nil && !found.photo {
		return found.name
	}
	if callsItselfAgency(a.Outlet) {
		return a.Outlet
	}
	return ""
}

// nameLike reports whether s can be the name of a house as a credit prints it: at most five words
// that begin with a capital (small words aside) or stand in a script without capitals, no digits at
// the start, no sentence.
func nameLike(s string) bool {
	s = strings.TrimFunc(s, func(r rune) bool { return unicode.IsPunct(r) || unicode.IsSpace(r) })
	fields := strings.Fields(s)
	if len(fields) == 0 || len(fields) > 5 || utf8.RuneCountInString(s) < 2 || len(s) > 100 || strings.ContainsAny(s, ".!?:\"“”()@") && !strings.HasSuffix(s, ".") && !isHost(s) {
		return false
	}
	if isHost(s) {
		return true
	}
	for i, w := range fields {
		r, _ := utf8.DecodeRuneInString(w)
		if unicode.IsLower(r) && (i == 0 || !smallWords[w]) {
			return false
		}
		if digitValue(r) >= 0 && i == 0 {
			return false
		}
	}
	return true
}

func isHost(s string) bool {
	return strings.Count(s, " ") == 0 && strings.Contains(s, ".") && !strings.HasSuffix(s, ".") && domainOf("https://"+s) != s+"."
}

var smallWords = words(`of the and for de la le du des del di der die das und et y e van von da do dos für pour`)
