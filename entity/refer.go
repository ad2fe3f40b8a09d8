package entity

import (
	"slices"

	"hearsay/text"
)

// refer resolves pronouns and nouns that stand for a name, sentence by sentence. Quotations are passed over: who “he” is inside
// one, only its speaker knows.
func (f *finder) refer() {
	if !f.english || f.Body == nil {
		return
	}
	quoted := f.Body.Quotations()
	at := 0
	k := f.firstBodyName()
	var c context
	for n := f.titleLines; n < len(f.lines); n++ {
		line := f.lines[n]
		c.paragraph()
		for i := 0; i < len(line); i++ {
			w := line[i]
			for at < len(quoted) && quoted[at].End <= w.Start {
				at++
			}
			inside := at < len(quoted) && quoted[at].Start <= w.Start
			if w.starts && !inside && i > 0 {
				c.sentence()
			}
			if k < len(f.names) && f.names[k].line == n && f.names[k].from == i {
				if f.names[k].entity >= 0 && !inside {
					c.see(f, f.names[k].entity)
				}
				i = f.names[k].to - 1
				k++
				continue
			}
			if !inside {
				i = f.reference(&c, n, i)
			}
		}
	}
}

func (f *finder) firstBodyName() int {
	for k := range f.names {
		if f.names[k].line >= f.titleLines {
			return k
		}
	}
	return len(f.names)
}

// A context is who was named lately: by sentence, the newest last.
type context struct {
	sentences [][]int
}

// depth is how many sentences back a pronoun may reach.
const depth = 6

func (c *context) sentence() {
	if len(c.sentences) > 0 && len(c.sentences[len(c.sentences)-1]) == 0 {
		return
	}
	c.sentences = append(c.sentences, nil)
	if len(c.sentences) > depth {
		c.sentences = c.sentences[1:]
	}
}

func (c *context) paragraph() { c.sentence() }

func (c *context) see(f *finder, e int) {
	if len(c.sentences) == 0 {
		c.sentences = append(c.sentences, nil)
	}
	last := &c.sentences[len(c.sentences)-1]
	if len(*last) < 32 && !slices.Contains(*last, e) {
		*last = append(*last, e)
	}
}

// reference resolves the word at i if it is a pronoun or begins a noun phrase that may stand for a name. It returns the index of the last
// word that it took.
func (f *finder) reference(c *context, n, i int) int {
	line := f.lines[n]
	w := line[i]
	switch w.folded {
	case "he", "him", "his":
		f.pronoun(c, n, i, Male)
	case "she", "her", "hers":
		f.pronoun(c, n, i, Female)
	case "the":
		return f.nominal(c, n, i)
	}
	return i
}

func (f *finder) mention(n, from, to int, m Mention) {
	line := f.lines[n]
	m.Span = text.Span{Start: line[from].Start, End: line[to-1].End}
	f.article.Mentions = append(f.article.Mentions, m)
}

// pronoun ties a pronoun to the last sentence that names a person it fits: the first such person in it, as subjects come
// first. Where several fit, they are kept as candidates.
func (f *finder) pronoun(c *context, n, i int, g Gender) {
	m := Mention{Form: Pronoun, Entity: -1, Reason: "nobody before it fits the pronoun"}
	for k := len(c.sentences) - 1; k >= 0; k-- {
		var fit []int
		for _, e := range c.sentences[k] {
			x := f.article.Entities[e]
			if (x.Kind == Person || x.Kind == Unknown) && (x.Gender == g || x.Gender == UnknownGender) {
				fit = append(fit, e)
			}
		}
		sure := slices.DeleteFunc(slices.Clone(fit), func(e int) bool { return f.article.Entities[e].Kind != Person })
		if len(sure) > 0 {
			fit = sure
		} else {
			continue
		}
		m.Entity, m.Reason = fit[0], "the last person named who fits"
		if known := f.ofGender(fit, g); len(known) == 1 {
			fit = known
			m.Entity = fit[0]
		}
		if word := f.lines[n][i].folded; word == "him" && k == len(c.sentences)-1 {
			m.Entity = fit[len(fit)-1] // who does something to “him” is somebody else
		}
		if len(fit) > 1 {
			m.Candidates, m.Reason = fit, "the first of several named last who fit"
		}
		break
	}
	f.mention(n, i, i+1, m)
	if m.Entity >= 0 {
		c.see(f, m.Entity)
		if x := &f.article.Entities[m.Entity]; x.Gender == UnknownGender && len(m.Candidates) == 0 {
			x.Gender = g
		}
	}
}

// ofGender returns those whose gender is known to be g.
func (f *finder) ofGender(entities []int, g Gender) []int {
	var out []int
	for _, e := range entities {
		if f.article.Entities[e].Gender == g {
			out = append(out, e)
		}
	}
	return out
}

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
