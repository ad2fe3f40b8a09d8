package entity

import (
	"slices"

	"hearsay/text"
)

// nominal ties “the spokesman” to the person whom the article describes so, and “the group” to the body named last. The phrase is “the”, at most three small words, and a role
// or a word for a body.
func (f *finder) nominal(c *context, n, i int) int {
	line := f.lines[n]
	for k := i + 1; k < len(line) && k <= i+3 && line[k].gap == " "; k++ {
		head := line[k].folded
		if k+1 < len(line) && !line[k].owner && line[k+1].gap == " " && (line[k+1].capital || line[k+1].folded == "of" || line[k+1].folded == "for") {
			return i // it goes on: “the minister for”, “the minister Farid Naim”
		}
		switch {
		case roleWords[head] || f.lists.titleWords[head]:
			if k+1 < len(line) && line[k+1].gap == " " && roleWords[line[k+1].folded] {
				continue
			}
			f.mention(n, i, k+1, f.byRole(c, head))
			return k
		case bodyNouns[head]:
			f.mention(n, i, k+1, f.byBody(c, head))
			return k
		}
		if line[k].capital {
			return i
		}
	}
	return i
}

var bodyNouns = setOf("group party company firm ministry agency movement organisation organization bloc coalition union bank council committee commission militia faction newspaper broadcaster airline club university court campaign government")

// anyBody are the nouns that may stand for a body whose name does not have them; “the airline” wants an airline.
var anyBody = setOf("group party company firm movement organisation organization militia faction bloc")

// byRole finds the person described with the role: the one named last.
func (f *finder) byRole(c *context, role string) Mention {
	m := Mention{Form: Nominal, Entity: -1, Reason: "nobody here is described so"}
	for k := len(c.sentences) - 1; k >= 0; k-- {
		for _, e := range slices.Backward(c.sentences[k]) {
			if f.hasRole(e, role) {
				m.Entity, m.Reason = e, "described as "+role
				return m
			}
		}
	}
	var fit []int
	for e := range f.article.Entities {
		if f.hasRole(e, role) {
			fit = append(fit, e)
		}
	}
	if len(fit) == 1 {
		m.Entity, m.Reason = fit[0], "the only one here described as "+role
	} else if len(fit) > 1 {
		m.Candidates, m.Reason = fit, "several here are described so"
	}
	return m
}

func (f *finder) hasRole(e int, role string) bool {
	x := f.article.Entities[e]
	if x.Kind != Person {
		return false
	}
	for _, d := range x.Descriptors {
		for _, t := range text.Tokenize(d.Words, nil) {
			span := t.Span()
			if text.FoldWord(d.Words[span.Start:span.End]) == role {
				return true
			}
		}
	}
	return false
}

// byBody finds the body named last, the one with the word in its name first.
func (f *finder) byBody(c *context, noun string) Mention {
	m := Mention{Form: Nominal, Entity: -1, Reason: "no body before it fits"}
	for k := len(c.sentences) - 1; k >= 0; k-- {
		var fit []int
		for _, e := range c.sentences[k] {
			if f.article.Entities[e].Kind == Organisation {
				fit = append(fit, e)
			}
		}
		for _, e := range fit {
			if hasWordFolded(f.article.Entities[e].Name, noun) {
				m.Entity, m.Reason = e, "has the word in its name"
				return m
			}
		}
		if len(fit) == 1 && anyBody[noun] {
			m.Entity, m.Reason = fit[0], "the last body named"
			return m
		}
		if len(fit) > 1 && anyBody[noun] {
			m.Candidates, m.Reason = fit, "several bodies were named last"
			return m
		}
	}
	return m
}

func hasWordFolded(s, w string) bool {
	for _, t := range text.Tokenize(s, nil) {
		span := t.Span()
		if text.FoldWord(s[span.Start:span.End]) == w {
			return true
		}
	}
	return false
}
