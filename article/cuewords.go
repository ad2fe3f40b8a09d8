package article

import (
	"strings"

	"hearsay/text"
)

// A cueKind is a set of kinds of words that some pattern of a credit cannot do without.
type cueKind uint16

const (
	newsCue         cueKind = 1 << iota // “news”, “press”, before agencyCue
	agencyCue                           // “agency”, “service”, “wire”
	arabicAgencyCue                     // “وكالة”
	poolCue                             // “agencies” in many languages
	earlierCue                          // “first”, “originally”, before or behind publishedCue
	nameCue                             // begins the name of an agency of the gazetteer, perhaps behind a particle
	publishedCue                        // “published”, “appeared”
	citeCue                             // “told”, “according”, before pressCue
	pressCue                            // “times”, “herald”
)

// cueWords maps the hash of a folded word to what it may be part of.
var cueWords = func() map[uint64]cueKind {
	m := map[uint64]cueKind{}
	for kind, list := range map[cueKind]string{
		newsCue:                   `news press`,
		agencyCue:                 `agency agency's service service's services wire wire's wires`,
		poolCue:                   `agencies wire nachrichtenagenturen agences agencias agências agenzie информагентства`,
		earlierCue:                `first originally re zuerst erstmals initialement l'origine originalmente originariamente впервые أولا لأول الأصل`,
		publishedCue:              `published appeared posted erschien publié publiée publicado pubblicato опубликован опубликована опубликовано نشر ونشر`,
		citeCue:                   `told citing according cited quoted asked interview spoke speaking reported`,
		earlierCue | publishedCue: `republished reprinted reproduced syndicated`,
	} {
		for w := range strings.FieldsSeq(list) {
			m[hashOf(w)] |= kind
		}
	}
	for w := range pressWords {
		m[hashOf(w)] |= pressCue
	}
	for hash := range agencies.byFirst {
		m[hash] |= nameCue
	}
	for hash := range agencies.attached {
		m[hash] |= nameCue
	}
	for _, before := range [...]string{"", "و", "ل", "ب", "ول", "وب", "لل", "ك", "ف"} {
		for _, article := range [...]string{"", "ال"} {
			m[hashOf(before+article+"وكالة")] |= arabicAgencyCue
			m[hashOf(before+article+"وكالات")] |= poolCue
		}
	}
	return m
}()

// sourceLabels are the hashes of the words with which the label of a credit begins: those of
// creditLabels and withLabels.
var sourceLabels = func() map[uint64]bool {
	m := map[uint64]bool{}
	for w := range strings.FieldsSeq(`source sources quelle quellen fuente fuentes fonte fonti источник джерело المصدر المصادر مصدر منبع kaynak bron källa kilde
		lähde źródło zdroj izvor πηγή sumber 来源 來源 出典 출처 स्रोत מקור font източник извор nguồn forrás sursa خدمة সূত্র источники via credit agency agencia agence nachrichtenagentur
		with additional some contains input inputs based mit unter avec con com met med по за بالاشتراك بالتعاون`) {
		m[text.Tokenize(w, nil)[0].Hash] = true
	}
	return m
}()

// beginsLabel reports whether the first word can begin the label of a credit.
func (p stretch) beginsLabel() bool {
	return len(p.tokens) > 0 && (sourceLabels[p.tokens[0].Hash] || p.s[0] == '_')
}
