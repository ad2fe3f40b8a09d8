package article

import (
	_ "embed"
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cespare/xxhash/v2"

	"hearsay/text"
)

// An agency is a house whose texts or pictures others print, or an outlet that others give as a
// source.
type agency struct {
	name    string
	domains []string
	photo   bool // supplies pictures; never the source of a text
	outlet  bool // a newspaper, a broadcaster, a site: others cite it, few print its texts
}

// An agencyName is one way to write the name of an agency.
type agencyName struct {
	agency  *agency
	words   []uint64 // hashes of the folded words
	exact   string   // if not empty, the only spelling that counts
	guarded bool     // a word of its own: counts only where a credit stands
}

//go:embed agencies.tsv
var agenciesFile string

//go:embed outlets.tsv
var outletsFile string

// agencies is the gazetteer.
var agencies = func() gazetteer {
	g := gazetteer{map[uint64][]agencyName{}, map[uint64]bool{}, map[string]*agency{}, map[string]*agency{}}
	g.read(agenciesFile, false)
	g.read(outletsFile, true)
	return g
}()

type gazetteer struct {
	byFirst  map[uint64][]agencyName // by the hash of the first folded word, longest first
	attached map[uint64]bool         // hashes of such a word with an Arabic particle written onto it
	byDomain map[string]*agency
	byName   map[string]*agency // canonical name as titleKey
}

// read adds the houses of a file: agencies.tsv says what its columns are.
func (g *gazetteer) read(file string, outlets bool) {
	for line := range strings.Lines(file) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		f := append(strings.Split(line, "\t"), "", "", "", "", "")
		a := &agency{name: f[0], domains: strings.FieldsFunc(f[1], bar), photo: f[5] == "photo", outlet: outlets}
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
}

// atHost returns the house that has a host or a domain above it, nil if none is known.
func (g *gazetteer) atHost(host string) *agency {
	for host != "" {
		if a := g.byDomain[host]; a != nil {
			return a
		}
		_, host, _ = strings.Cut(host, ".")
	}
	return nil
}

func bar(r rune) bool { return r == '|' }

func (g *gazetteer) add(n agencyName, spelling string) {
	tokens := text.Tokenize(spelling, nil)
	if len(tokens) == 0 {
		return
	}
	for _, t := range tokens {
		n.words = append(n.words, t.Hash)
	}
	insert(g.byFirst, n.words[0], n)
	first := tokens[0].Span()
	if w := spelling[first.Start:first.End]; unicode.Is(unicode.Arabic, firstRune(w)) {
		for _, particle := range particles {
			g.attached[hashOf(particle+w)] = true
		}
	}
}

// hostOf returns the host of an address in small letters, empty if it has none.
func hostOf(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil {
		return ""
	}
	return strings.ToLower(u.Hostname())
}

// insert keeps the lists of names sorted by length, longest first.
func insert(names map[uint64][]agencyName, key uint64, n agencyName) {
	list := names[key]
	at := 0
	for at < len(list) && len(list[at].words) >= len(n.words) {
		at++
	}
	names[key] = slices.Insert(list, at, n)
}

// hashOf returns the hash that the token of a word has.
func hashOf(word string) uint64 { return xxhash.Sum64String(text.FoldWord(word)) }

// An agencyMention is the name of an agency in a text.
type agencyMention struct {
	agency  *agency
	span    text.Span
	guarded bool
}

// maxMentions is how many names of agencies in one paragraph are looked at: more are no running text.
const maxMentions = 1_000

// mentions returns the names of agencies in s, in order, without overlaps. Spans are bytes of s.
func (g *gazetteer) mentions(s string) []agencyMention { return g.mentionsIn(newStretch(s)) }

func (g *gazetteer) mentionsIn(p stretch) []agencyMention {
	apostrophes := strings.Contains(p.s, "'") || strings.Contains(p.s, "’")
	if p.cues&nameCue == 0 && !apostrophes {
		return nil
	}
	var out []agencyMention
	for i := 0; i < len(p.tokens) && len(out) < maxMentions; i++ {
		if !apostrophes && cueWords[p.tokens[i].Hash]&nameCue == 0 {
			continue
		}
		if m, n := g.at(p, i); n > 0 {
			out = append(out, m)
			i += n - 1
		}
	}
	return out
}

// at returns the mention that begins at token i and how many tokens it has, 0 if none begins there.
//
// A name counts too without what is written onto it: an article or a case ending behind an apostrophe
// (l’AFP, AFP’s, Reuters'a), and the Arabic particles (لرويترز, وسانا) before a word of four letters
// or more.
func (g *gazetteer) at(p stretch, i int) (agencyMention, int) {
	t := p.tokens[i]
	span := p.span(i)
	if m, n := g.named(p, i, g.byFirst[t.Hash], span); n > 0 {
		return m, n
	}
	word := p.s[span.Start:span.End]
	if k := apostrophe(word); k > 0 {
		_, size := utf8.DecodeRuneInString(word[k:])
		if m, n := g.named(p, i, g.byFirst[hashOf(word[:k])], text.Span{Start: span.Start, End: span.Start + k}); n > 0 {
			return m, n
		}
		if m, n := g.named(p, i, g.byFirst[hashOf(word[k+size:])], text.Span{Start: span.Start + k + size, End: span.End}); n > 0 {
			return m, n
		}
	}
	if !g.attached[t.Hash] {
		return agencyMention{}, 0
	}
	for _, particle := range particles {
		if rest, ok := strings.CutPrefix(word, particle); ok && utf8.RuneCountInString(rest) >= 4 {
			if m, n := g.named(p, i, g.byFirst[hashOf(rest)], text.Span{Start: span.Start + len(particle), End: span.End}); n > 0 {
				return m, n
			}
		}
	}
	return agencyMention{}, 0
}

// apostrophe returns where the first apostrophe of a word stands, -1 if it has none.
func apostrophe(word string) int {
	straight, curly := strings.IndexByte(word, '\''), strings.Index(word, "’")
	if straight < 0 || curly >= 0 && curly < straight {
		return curly
	}
	return straight
}

// particles are Arabic for “and”, “to”, “by” and “so”, alone and joined, which are written onto the
// next word.
var particles = [...]string{"و", "ل", "ب", "ف", "ول", "وب"}

// named returns the first of the names whose other words follow token i. First is the part of the
// token that is the name’s first word.
func (g *gazetteer) named(p stretch, i int, names []agencyName, first text.Span) (agencyMention, int) {
	for _, n := range names {
		if !p.follow(i+1, n.words[1:]) {
			continue
		}
		span := first
		if len(n.words) > 1 {
			span.End = p.span(i + len(n.words) - 1).End
		}
		if n.exact == "" || p.s[span.Start:span.End] == n.exact {
			return agencyMention{n.agency, span, n.guarded}, len(n.words)
		}
	}
	return agencyMention{}, 0
}

// agencyNamed returns the agency that s as a whole names, nil if none. An outlet is no agency.
func agencyNamed(s string) *agency {
	if a := houseNamed(s); a != nil && !a.outlet {
		return a
	}
	return nil
}

// houseNamed returns the agency or the outlet that s as a whole names, nil if none.
func houseNamed(s string) *agency {
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
