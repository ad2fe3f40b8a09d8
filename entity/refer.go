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
