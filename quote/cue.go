package quote

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/cues.en.txt
var englishCues string

// A cueSet is a set of cue classes, a bit each.
type cueSet uint32

const (
	cueSay cueSet = 1 << iota
	cueClaim
	cueConcede
	cueDeny
	cueAsk
	cueOrder
	cuePromise
	cueWrite
	cueShow
	cueThink
	cueWant
	cuePraise
	cueBlame
	cueName
	cueCite
	cueSeem
	cueNoun
	cuePrep
)

// speech are the classes of cues that report words, not only thoughts or attitudes.
const speech = cueSay | cueClaim | cueConcede | cueDeny | cueAsk | cueOrder | cuePromise | cueWrite | cueShow | cueCite | cuePrep

var cueClassNames = map[string]cueSet{
	"say": cueSay, "claim": cueClaim, "concede": cueConcede, "deny": cueDeny, "ask": cueAsk, "order": cueOrder, "promise": cuePromise,
	"write": cueWrite, "show": cueShow, "think": cueThink, "want": cueWant, "praise": cuePraise, "blame": cueBlame, "name": cueName,
	"cite": cueCite, "seem": cueSeem, "nouns": cueNoun, "preps": cuePrep,
}

// A cueForm is a form of a cue word.
type cueForm struct {
	classes cueSet
	lemma   string
}

// cueForms are the forms of English cue words. They are a feature of the tagger and the key of the rules,
// never a gate: half of all cues are none of the hundred most frequent ones (measured on PolNeAR).
var cueForms = sync.OnceValue(func() map[string]cueForm {
	forms := map[string]cueForm{}
	add := func(form, lemma string, class cueSet) {
		f := forms[form]
		if f.lemma == "" {
			f.lemma = lemma
		}
		f.classes |= class
		forms[form] = f
	}
	for line := range strings.Lines(englishCues) {
		name, words, ok := strings.Cut(strings.TrimSpace(line), ":")
		class := cueClassNames[name]
		if !ok || class == 0 {
			continue
		}
		for _, entry := range strings.Fields(words) {
			lemma, irregular, _ := strings.Cut(strings.TrimSuffix(entry, ")"), "(")
			switch class {
			case cueNoun:
				add(lemma, lemma, class)
				add(plural(lemma), lemma, class)
			case cuePrep:
				add(lemma, lemma, class)
			default:
				for _, form := range inflect(lemma, irregular) {
					add(form, lemma, class)
				}
			}
		}
	}
	return forms
})

// inflect returns the forms of an English verb: lemma, third person, participles, past. irregular is
// “past/participle”, or empty.
func inflect(lemma, irregular string) []string {
	past, participle, ok := strings.Cut(irregular, "/")
	if !ok {
		past = regularPast(lemma)
		participle = past
	}
	doubled := ok && strings.HasSuffix(past, "ed") && len(past) == len(lemma)+3
	return []string{lemma, plural(lemma), gerund(lemma, doubled), past, participle}
}

func regularPast(lemma string) string {
	switch {
	case strings.HasSuffix(lemma, "e"):
		return lemma + "d"
	case consonantY(lemma):
		return lemma[:len(lemma)-1] + "ied"
	}
	return lemma + "ed"
}

func gerund(lemma string, doubled bool) string {
	switch {
	case doubled:
		return lemma + lemma[len(lemma)-1:] + "ing"
	case strings.HasSuffix(lemma, "e") && !strings.HasSuffix(lemma, "ee") && len(lemma) > 2:
		return lemma[:len(lemma)-1] + "ing"
	case lemma == "forget" || lemma == "begin" || lemma == "forbid" || lemma == "wed":
		return lemma + lemma[len(lemma)-1:] + "ing"
	}
	return lemma + "ing"
}

func plural(lemma string) string {
	switch {
	case consonantY(lemma):
		return lemma[:len(lemma)-1] + "ies"
	case strings.HasSuffix(lemma, "s") || strings.HasSuffix(lemma, "sh") || strings.HasSuffix(lemma, "ch") || strings.HasSuffix(lemma, "x") || strings.HasSuffix(lemma, "z"):
		return lemma + "es"
	}
	return lemma + "s"
}

func consonantY(w string) bool {
	return len(w) > 1 && w[len(w)-1] == 'y' && !strings.ContainsRune("aeiou", rune(w[len(w)-2]))
}
