package article

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay/text"
)

// An agency is a house whose texts or pictures others print.
type agency struct {
	name    string
	domains []string
	photo   bool // supplies pictures; never the source of a text
}

// An agencyName is one way to write the name of an agency.
type agencyName struct {
	agency  *agency
	words   []string // folded
	exact   string   // if not empty, the only spelling that counts
	guarded bool     // a word of its own: counts only where a credit stands
}

//go:embed agencies.tsv
var agenciesFile string

// agencies is the gazetteer: names by the hash of their first folded word, longest first.
var agencies = readAgencies(agenciesFile)

type gazetteer struct {
	byFirst  map[string][]agencyName
	byDomain map[string]*agency
	byName   map[string]*agency // canonical name as titleKey
}

func readAgencies(file string) gazetteer {
	g := gazetteer{map[string][]agencyName{}, map[string]*agency{}, map[string]*agency{}}
	for line := range strings.Lines(file) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		f := append(strings.Split(line, "\t"), "", "", "", "", "")
		a := &agency{name: f[0], domains: strings.FieldsFunc(f[1], bar), photo: f[5] == "photo"}
		g.byName[titleKey(a.name)] = a
		for _, d := range a.domains {
			g.byDomain[d] = a
		}
		for _, n := range strings.FieldsFunc(f[2], bar) {
			g.add(agencyName{agency: a, exact: n}, n)
		}
		for _, n := range strings.FieldsFunc(f[3], bar) {
			g.add(agencyName{agency: a}, n)
		}
		for _, n := range strings.FieldsFunc(f[4], bar) {
			g.add(agencyName{agency: a, exact: n, guarded: true}, n)
		}
	}
	return g
}

func bar(r rune) bool { return r == '|' }

func (g *gazetteer) add(n agencyName, spelling string) {
	for _, t := range text.Tokenize(spelling, nil) {
		s := t.Span()
		n.words = append(n.words, text.FoldWord(spelling[s.Start:s.End]))
	}
	if len(n.words) == 0 {
		return
	}
	list := g.byFirst[n.words[0]]
	at := 0
	for at < len(list) && len(list[at].words) >= len(n.words) {
		at++
	}
	g.byFirst[n.words[0]] = append(list[:at], append([]agencyName{n}, list[at:]...)...)
}

// An agencyMention is the name of an agency in a text.
type agencyMention struct {
	agency  *agency
	span    text.Span
	guarded bool
}

// mentions returns the names of agencies in s, in order, without overlaps. Span are bytes of s.
func (g *gazetteer) mentions(s string) []agencyMention {
	tokens := text.Tokenize(s, nil)
	folded := make([]string, len(tokens))
	for i, t := range tokens {
		span := t.Span()
		folded[i] = text.FoldWord(s[span.Start:span.End])
	}
	var out []agencyMention
	for i := 0; i < len(tokens); i++ {
		if m, n, ok := g.at(s, tokens, folded, i); ok {
			out = append(out, m)
			i += n - 1
		}
	}
	return out
}

// at returns the mention that begins at token i and how many tokens it has.
func (g *gazetteer) at(s string, tokens []text.Token, folded []string, i int) (agencyMention, int, bool) {
	span := tokens[i].Span()
	word := s[span.Start:span.End]
	for _, form := range wordForms(word, folded[i]) {
		for _, n := range g.byFirst[form.folded] {
			if !sequence(n.words[1:], folded[i+1:]) {
				continue
			}
			m := agencyMention{n.agency, text.Span{Start: span.Start + form.skip, End: tokens[i+len(n.words)-1].Span().End}, n.guarded}
			if len(n.words) == 1 {
				m.span.End = span.Start + form.skip + form.length
			}
			if n.exact != "" && s[m.span.Start:m.span.End] != n.exact {
				continue
			}
			return m, len(n.words), true
		}
	}
	return agencyMention{}, 0, false
}

func sequence(want, have []string) bool {
	if len(want) > len(have) {
		return false
	}
	for i, w := range want {
		if have[i] != w && strings.TrimSuffix(have[i], "'s") != w {
			return false
		}
	}
	return true
}

// A wordForm is a word or a part of it that may be a name.
type wordForm struct {
	folded       string
	skip, length int // bytes of the word before the form, and of the form
}

// wordForms returns the word and what is left of it without an article or a case ending behind an
// apostrophe (l’AFP, AFP’s, Reuters'a), and without the Arabic particles that are written onto the
// next word (لرويترز, وسانا).
func wordForms(word, folded string) []wordForm {
	forms := []wordForm{{folded, 0, len(word)}}
	if i := strings.IndexAny(word, "'’"); i > 0 {
		_, size := utf8.DecodeRuneInString(word[i:])
		forms = append(forms, wordForm{text.FoldWord(word[:i]), 0, i})
		if rest := word[i+size:]; rest != "" {
			forms = append(forms, wordForm{text.FoldWord(rest), i + size, len(rest)})
		}
	}
	for _, particle := range [...]string{"و", "ل", "ب"} {
		if rest, ok := strings.CutPrefix(word, particle); ok && utf8.RuneCountInString(rest) >= 4 {
			forms = append(forms, wordForm{text.FoldWord(rest), len(particle), len(rest)})
		}
	}
	return forms
}

// agencyNamed returns the agency that s as a whole names, nil if none.
func agencyNamed(s string) *agency {
	s = strings.TrimFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsPunct(r) })
	if len(s) > 120 || s == "" {
		return nil
	}
	for _, m := range agencies.mentions(s) {
		rest := s[:m.span.Start] + " " + s[m.span.End:]
		if strings.TrimSpace(withoutAgencyWords(rest)) == "" {
			return m.agency
		}
	}
	return nil
}

// agencyWords are the words for “news agency” that may stand beside a name.
var agencyWords = foldedWords(`the news agency newswire wire service services nachrichtenagentur agentur presseagentur agence presse de agencia noticias
	agenzia stampa di агентство информагентство информационное новостей وكالة وكاله الأنباء للأنباء أنباء خبرگزاری ajansı haber agencja prasowa persbureau nyhetsbyrån nyhetsbyrå staff`)

func withoutAgencyWords(s string) string {
	var out []string
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
		if !agencyWords[text.FoldWord(w)] {
			out = append(out, w)
		}
	}
	return strings.Join(out, " ")
}
