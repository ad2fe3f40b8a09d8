package quote

import (
	"strings"
	"sync"

	prose "github.com/jdkato/prose/v3/tag"
)

// A tag is a part of speech, a Penn Treebank tag in few bits; 0 is none (languages other than
// English).
type tag uint8

const (
	noTag tag = iota
	tagCC
	tagCD
	tagDT
	tagEX
	tagFW
	tagIN
	tagJJ
	tagMD
	tagNN
	tagNNS
	tagNNP
	tagNNPS
	tagPDT
	tagPOS
	tagPRP
	tagPRPS
	tagRB
	tagRP
	tagTO
	tagUH
	tagVB
	tagVBD
	tagVBG
	tagVBN
	tagVBP
	tagVBZ
	tagWDT
	tagWP
	tagWRB
	tagMark
	tags
)

var tagNames = map[string]tag{
	"CC": tagCC, "CD": tagCD, "DT": tagDT, "EX": tagEX, "FW": tagFW, "IN": tagIN, "JJ": tagJJ, "JJR": tagJJ, "JJS": tagJJ,
	"MD": tagMD, "NN": tagNN, "NNS": tagNNS, "NNP": tagNNP, "NNPS": tagNNPS, "PDT": tagPDT, "POS": tagPOS, "PRP": tagPRP,
	"PRP$": tagPRPS, "RB": tagRB, "RBR": tagRB, "RBS": tagRB, "RP": tagRP, "TO": tagTO, "UH": tagUH, "VB": tagVB,
	"VBD": tagVBD, "VBG": tagVBG, "VBN": tagVBN, "VBP": tagVBP, "VBZ": tagVBZ, "WDT": tagWDT, "WP": tagWP, "WP$": tagWP,
	"WRB": tagWRB,
}

func (t tag) verb() bool { return t >= tagVB && t <= tagVBZ }

// finite reports whether t is a verb form that can be said of a subject by itself.
func (t tag) finite() bool { return t == tagVBD || t == tagVBP || t == tagVBZ }

func (t tag) noun() bool { return t >= tagNN && t <= tagNNPS }

// nominal reports whether a word with this tag can stand inside a noun phrase before its last noun.
func (t tag) nominal() bool {
	return t.noun() || t == tagCD || t == tagDT || t == tagJJ || t == tagPRPS || t == tagPOS || t == tagPDT
}

var speechTagger = sync.OnceValue(func() *prose.Tagger {
	t, err := prose.New()
	if err != nil {
		panic("quote: load the built-in part-of-speech model: " + err.Error()) // it is part of the binary
	}
	return t
})

// tagger scratch is reused between paragraphs.
var proseTokens = sync.Pool{New: func() any { return new([]prose.Token) }}

// tagSpeech sets the parts of speech of the words of an English text.
func tagSpeech(s string, words []word) {
	scratch := proseTokens.Get().(*[]prose.Token)
	tokens := (*scratch)[:0]
	for _, w := range words {
		t := prose.Token{Text: s[w.start:w.end]}
		if w.mark || strings.ContainsRune(t.Text, '’') {
			t.Text = w.lower
		}
		tokens = append(tokens, t)
	}
	speechTagger().TagTokens(tokens)
	for i := range tokens {
		switch {
		case words[i].mark:
			words[i].tag = tagMark
		default:
			words[i].tag = tagNames[tokens[i].Tag]
		}
	}
	*scratch = tokens
	proseTokens.Put(scratch)
}
