package quote

import "strings"

// read sets class, polarity and factuality from the cue c, and the lemma of its main word.
func (q *Quote) read(l *linker, c chunk, parts *[]Part) {
	var main cueForm
	negative := false
	for i := c.from; i < c.to; i++ {
		w, f := l.q.words[i], l.q.cues[i]
		switch {
		case w.lower == "not" || w.lower == "n't" || w.lower == "never" || w.lower == "no" || w.lower == "without":
			negative = true
		case f.lemma == "decline" || f.lemma == "refuse" || f.lemma == "deny" || f.lemma == "refute" || f.lemma == "rebut" || f.lemma == "reject" && len(*parts) > 0:
			negative = true
		}
		if f.classes != 0 && (main.classes == 0 || main.classes&^(cueSeem|cueWant) == 0 || w.tag.verb()) && !(main.classes&speech != 0 && f.classes&speech == 0) {
			if f.lemma != "offer" || main.lemma == "" {
				main = f
			}
		}
	}
	q.Lemma = main.lemma
	q.Negative = negative
	q.Class = classOf(main.classes, q.content(l))
	q.Factuality = factuality(l, c)
}

// content returns the first word of the content, folded.
func (q *Quote) content(l *linker) string {
	if len(q.Content) == 0 {
		return ""
	}
	for _, w := range l.q.words {
		if w.start >= q.Content[0].Span.Start && !w.mark {
			return w.lower
		}
	}
	return ""
}

func classOf(c cueSet, first string) Class {
	switch {
	case c&cueAsk != 0 && c&cueOrder == 0, c&cueAsk != 0 && questionWords[first]:
		return Question
	case c&cueDeny != 0:
		return Denial
	case c&cuePromise != 0:
		return Commitment
	case c&cueOrder != 0 && c&(cueSay|cueClaim) == 0, c&cueOrder != 0 && first == "to":
		return Directive
	case c&speech != 0 || c == 0:
		return Assertion
	case c&(cueThink|cueWant|cueSeem) != 0:
		return Thought
	case c&(cuePraise|cueBlame|cueName) != 0:
		return Attitude
	}
	return Assertion
}

var questionWords = setOf("whether if how what why when where who which")

// factuality reads the words around the cue: “is expected to say”, “will say”, “if he says”.
func factuality(l *linker, c chunk) Factuality {
	from := groupStart(l.q.words, c.from)
	for i := from; i < c.to; i++ {
		switch l.q.words[i].lower {
		case "expected", "will", "'ll", "shall", "going", "scheduled", "due":
			return Expected
		case "would", "might", "could", "may":
			return Hypothetical
		}
	}
	for i := from - 1; i >= l.q.first[c.from] && i > from-7; i-- {
		switch l.q.words[i].lower {
		case "if", "unless", "should":
			return Hypothetical
		case ",", ";", "\"":
			return Reported
		}
	}
	return Reported
}

// translated reports whether the sentence of the cue says that the words are a translation.
func translated(s string) bool {
	s = strings.ToLower(s)
	for _, t := range translations {
		if strings.Contains(s, t) {
			return true
		}
	}
	return false
}

var translations = []string{
	"through a translator", "through an interpreter", "via a translator", "via an interpreter", "said in arabic", "said in persian", "said in farsi",
	"said in hebrew", "said in russian", "said in kurdish", "said in turkish", "said in french", "said in german", "said in spanish", "in a translation",
	"according to a translation", "translated from", "translated by", "speaking in arabic", "speaking in persian", "speaking in hebrew", "speaking in russian",
	"speaking in kurdish", "speaking in turkish", "speaking in spanish", "speaking in french", "told reporters in arabic", "in remarks translated",
}
