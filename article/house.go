package article

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words that say only which kind of house a name means, folded, longer ones first.
var (
	leadingKinds = foldedPhrases(`وكالة الأنباء|وكالة أنباء|وكالة|صحيفة|جريدة|خبرگزاری|agence de presse|agence|agencia de noticias|agencia|agenzia di stampa|agenzia|
		nachrichtenagentur|presseagentur|информационное агентство|агентство|the`)
	trailingKinds = foldedPhrases(`news agency|press agency|news service|wire service|newswire|agency|للأنباء|الإخبارية|haber ajansı|ajansı`)
)

func foldedPhrases(list string) [][]string {
	var out [][]string
	for p := range strings.SplitSeq(list, "|") {
		out = append(out, strings.Fields(titleKey(p)))
	}
	return out
}

// coreName returns the folded words of the name of a house without those that say only which kind of
// house it is: “Halvard Press Agency” and “Halvard” are one name. A name of nothing else is kept.
func coreName(name string) string {
	core := strings.Fields(titleKey(name))
	for _, kind := range leadingKinds {
		if len(core) > len(kind) && slices.Equal(core[:len(kind)], kind) {
			core = core[len(kind):]
		}
	}
	for _, kind := range trailingKinds {
		if n := len(core) - len(kind); n > 0 && slices.Equal(core[n:], kind) {
			core = core[:n]
		}
	}
	return strings.Join(core, " ")
}

var newsAgency = regexp.MustCompile(`(?i)\b(?:news|press) agency$|\bnewswire$|^(?:nachrichten|presse)agentur\s|^agence de presse\s|^agencia de noticias\s|^agenzia di stampa\s|^информационное агентство\s|haber ajansı$|^خبرگزاری\s|^وكالة\s(?:أنباء|الأنباء|انباء)\s|^وكالة\s.{2,60}\sلل[أا]نباء$`)

// callsItselfAgency reports whether a name says that its house is a news agency. “Agency” alone does
// not: public bodies are called that too.
func callsItselfAgency(name string) bool {
	name = strings.TrimSpace(name)
	return len(name) <= 120 && newsAgency.MatchString(name) && coreName(name) != titleKey(name)
}

// sayAgency returns the name of what a credit calls an agency in small letters, without an article:
// “Northern” of “the Northern agency”. It returns nothing if the words say no such thing.
func sayAgency(s string) string {
	s = dropArticles(strings.TrimSpace(s))
	for _, kind := range [...]string{" news agency", " press agency", " agency"} {
		if name, ok := strings.CutSuffix(s, kind); ok && nameLike(name) {
			return name
		}
	}
	return ""
}

// ownHouse reports whether a credit names the house of the article itself: its outlet, perhaps by its
// last words (“the Courier”), or the house behind its domain, perhaps by its initials.
func (a *Article) ownHouse(name string) bool {
	if own := a.Agency(); own != "" && name == own || name == a.Domain {
		return true
	}
	if known := agencies.byName[titleKey(name)]; known != nil {
		for _, address := range [...]string{a.URL, a.Canonical, "https://" + a.Domain} {
			if agencies.atHost(hostOf(address)) == known {
				return true
			}
		}
	}
	core, outlet := coreName(name), coreName(a.Outlet)
	if core == "" {
		return false
	}
	if outlet != "" && (core == outlet || strings.HasSuffix(outlet, " "+core) || tight(core) == tight(outlet)) {
		return true
	}
	label, _, _ := strings.Cut(a.Domain, ".")
	label = strings.ReplaceAll(label, "-", "")
	return label != "" && slices.Contains(labelsOf(core), label)
}

// labelsOf returns what a house may write its name like in its domain: its words together, with the
// article, its initials, or the initials of all words but the last.
func labelsOf(core string) []string {
	fields := strings.Fields(core)
	whole := strings.Join(fields, "")
	out := []string{whole, "the" + whole, tight(core)}
	if len(fields) < 2 {
		return out
	}
	initials := ""
	for _, w := range fields[:len(fields)-1] {
		initials += string(firstRune(w))
	}
	last := fields[len(fields)-1]
	return append(out, initials+last, initials+string(firstRune(last)))
}

// sameNames gives credits of one page that name one house by two names the fuller name: “Halvard” in
// the dateline and “Halvard Press Agency” in the byline, “the Courier” and “Dellmar Courier”, the
// domain of a foreign address and the name behind it. Names of the gazetteer are canonical already.
func sameNames(credits []Credit, byline []string) {
	var names []string
	for _, c := range credits {
		if c.Kind != Pool && c.Kind != Photo && !slices.Contains(names, c.Agency) {
			names = append(names, c.Agency)
		}
	}
	for _, n := range byline {
		if callsItselfAgency(n) && !slices.Contains(names, n) {
			names = append(names, n)
		}
	}
	if len(names) > maxAuthors {
		names = names[:maxAuthors]
	}
	for i := range credits {
		c := &credits[i]
		if c.Kind != Pool && agencies.byName[titleKey(c.Agency)] == nil {
			c.Agency = fullerName(c.Agency, names)
		}
	}
}

// withoutBareNames drops credits to newspapers of which only the last word is given (“told the Times”)
// and that no other credit of the page makes out: many houses have that name.
func withoutBareNames(credits []Credit) []Credit {
	return slices.DeleteFunc(credits, func(c Credit) bool {
		key := coreName(c.Agency)
		return c.Kind == Information && pressWords[key] && !ownNames[key]
	})
}

// ownNames are last words of the names of newspapers that one house alone is called by.
var ownNames = words(`guardian telegraph independent`)

// fullerName returns the longest of the names that mean the same house as name does.
func fullerName(name string, names []string) string {
	best := name
	for _, other := range names {
		if other != name && (utf8.RuneCountInString(other) > utf8.RuneCountInString(best) || isHost(best)) && shortFor(name, other) {
			best = other
		}
	}
	return best
}

// shortFor reports whether name is a shorter form of other.
func shortFor(name, other string) bool {
	core, long := coreName(name), coreName(other)
	if core == "" || long == "" || isHost(other) {
		return false
	}
	if isHost(name) {
		label, _, _ := strings.Cut(name, ".")
		return slices.Contains(labelsOf(long), strings.ReplaceAll(label, "-", ""))
	}
	return core == long || pressWords[core] && strings.HasSuffix(long, " "+core)
}

// pressWords are last words of the names of newspapers.
var pressWords = words(`post times herald tribune courier gazette journal observer standard chronicle ledger telegraph guardian examiner dispatch
	globe mail mirror express independent monitor register record review star sun bulletin inquirer sentinel argus echo`)

// pressCited finds who is cited behind words that attribute; the name is what follows.
var pressCited = regexp.MustCompile(`(?:([Aa]s (?:first )?reported by)|[Rr]eported by|[Aa]ccording to|\btold|\bciting|[Cc]ited by|[Qq]uoted by|[Qq]uoted in|[Aa]sked by|interview with|spoke to|[Ss]peaking to)\s(the\s)?((?:\p{Lu}[\p{L}&-]{0,30}\s){0,4}\p{Lu}[\p{L}&-]{1,30})`)

// pressCredits returns where a paragraph attributes a statement to a newspaper: “told the Northern
// Courier”, and to any house that it says something was “reported by” under a name of one word.
func pressCredits(p stretch) []Credit {
	const both = citeCue | pressCue
	if p.cues&both != both && !strings.Contains(p.s, "s reported by ") && !strings.Contains(p.s, "t reported by ") {
		return nil
	}
	var out []Credit
	for _, m := range pressCited.FindAllStringSubmatchIndex(p.s, 20) {
		name := p.s[m[6]:m[7]]
		last := name[strings.LastIndexFunc(name, unicode.IsSpace)+1:]
		newspaper := m[4] >= 0 && pressWords[strings.ToLower(last)]
		house := m[2] >= 0 && m[4] < 0 && last == name && utf8.RuneCountInString(name) > 3
		if newspaper || house && !personFollows(p.s[m[7]:]) {
			if known := cmp.Or(houseNamed(name), agencies.byName[titleKey("The "+name)]); known != nil {
				name = known.name
			}
			out = append(out, credit(Information, name, p.s, m[0], m[7]))
		}
	}
	return out
}

// personFollows reports whether the words behind a name make it that of a person: “, who …”.
func personFollows(s string) bool {
	s = strings.TrimLeft(s, ", ")
	return strings.HasPrefix(s, "who ") || strings.HasPrefix(s, "whose ")
}
