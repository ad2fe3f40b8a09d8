package quote

import (
	"unicode"
	"unicode/utf8"
)

// A profile is what the features know of one word, as numbers.
type profile struct {
	w, suffix, shape, tag, cue, class, hint, quote uint32
}

const edge = 0x7f4a7c15 // stands for what lies beyond the paragraph

func (q *sequence) profiles(s string) []profile {
	out := make([]profile, len(q.words)+2*reach)
	for i := range out {
		out[i] = profile{w: edge, suffix: edge, shape: 99, tag: 99, hint: 99, quote: 99}
	}
	for i, w := range q.words {
		p := &out[i+reach]
		lower := w.lower
		p.w = hash(lower)
		p.suffix = hash(lower[max(0, len(lower)-3):])
		p.shape = shape(s[w.start:w.end], w.mark)
		p.tag = uint32(w.tag)
		p.class = uint32(q.cues[i].classes)
		if q.cues[i].lemma != "" {
			p.cue = hash(q.cues[i].lemma)
		}
		p.hint = uint32(q.hints[i])
		p.quote = uint32(q.quote[i])
	}
	return out
}

const reach = 3 // how many words to each side a feature sees

func shape(w string, mark bool) uint32 {
	r, size := utf8.DecodeRuneInString(w)
	switch {
	case mark:
		return 1
	case unicode.IsDigit(r):
		return 2
	case unicode.IsUpper(r) && len(w) > size && unicode.IsUpper(runeAt(w, size, len(w))):
		return 3
	case unicode.IsUpper(r):
		return 4
	case r == '@' || r == '#':
		return 5
	}
	return 6
}

// extract writes the features of every word. They are of these kinds: the words, parts of speech, cue
// classes and hints around; endings and shapes; the state of quotation; the nearest cue on either side
// in the sentence with its distance and what follows it; the place in the sentence and paragraph.
func (q *sequence) extract(s string, title bool) {
	profiles := q.profiles(s)
	f := featureWriter{out: make([]uint32, 0, len(q.words)*64)}
	left, right := q.nearestCues()
	t := uint32(0)
	if title {
		t = 1
	}
	for i := range q.words {
		f.template = 0
		q.local(&f, profiles[i:i+2*reach+1], t)
		q.wide(&f, profiles, i, left[i], right[i], t)
		q.context[i] = transitionContext(profiles[i+reach-1], profiles[i+reach], i == q.first[i])
	}
	q.features = f.out
}

// local adds the features of the words around; p[reach] is the word itself.
func (q *sequence) local(f *featureWriter, p []profile, title uint32) {
	c := &p[reach]
	f.add(1, title)
	f.add(c.w, 0)
	f.add(p[reach-1].w, 0)
	f.add(p[reach+1].w, 0)
	f.add(p[reach-2].w, 0)
	f.add(p[reach+2].w, 0)
	f.add(p[reach-3].w, 0)
	f.add(p[reach+3].w, 0)
	f.add(p[reach-1].w, c.w)
	f.add(c.w, p[reach+1].w)
	f.add(p[reach-1].w, p[reach+1].w)
	f.add(c.suffix, c.tag)
	f.add(c.shape, p[reach-1].shape)
	f.add(c.shape, p[reach+1].shape)
	f.add(c.tag, 0)
	f.add(p[reach-1].tag, c.tag)
	f.add(c.tag, p[reach+1].tag)
	f.add(p[reach-1].tag<<8|c.tag, p[reach+1].tag)
	f.add(p[reach-2].tag<<8|p[reach-1].tag, c.tag)
	f.add(c.tag<<8|p[reach+1].tag, p[reach+2].tag)
	f.add(p[reach-2].tag<<8|p[reach-1].tag, c.tag<<8|p[reach+1].tag)
	f.add(p[reach+1].tag<<8|p[reach+2].tag, p[reach+3].tag)
	f.add(p[reach-1].w, c.tag)
	f.add(c.tag, p[reach+1].w)
	f.add(c.class, 0)
	f.add(c.class, c.tag)
	f.add(p[reach-1].class, c.tag)
	f.add(c.tag, p[reach+1].class)
	f.add(p[reach+2].class, p[reach+1].tag<<8|c.tag)
	f.add(p[reach-2].class, p[reach-1].tag<<8|c.tag)
	f.add(c.cue, c.tag)
	f.add(p[reach-1].cue, c.w)
	f.add(c.hint, 0)
	f.add(p[reach-1].hint, c.hint)
	f.add(c.hint, p[reach+1].hint)
	f.add(c.hint<<8|p[reach-1].hint, p[reach+1].hint<<8|c.tag)
	f.add(c.hint, c.w)
	f.add(c.quote, c.hint)
	f.add(p[reach-1].quote, c.quote<<8|p[reach+1].quote)
	f.add(c.quote, c.tag)
	f.add(p[reach-1].quote, c.w)
	f.add(p[reach+1].quote, c.w)
}

// A nearCue is the next cue on one side of a word in its sentence; at is -1 if there is none.
type nearCue struct {
	at      int
	classes cueSet
	lemma   uint32
	that    uint32 // which kind of word follows it
	comma   bool   // whether a comma stands between
	mark    bool   // whether a quotation mark stands between
}

// nearestCues returns for each word the nearest cue to its left and to its right.
func (q *sequence) nearestCues() (left, right []nearCue) {
	n := len(q.words)
	left, right = make([]nearCue, n), make([]nearCue, n)
	now := nearCue{at: -1}
	for i := range n {
		if i == q.first[i] {
			now = nearCue{at: -1}
		}
		left[i] = now
		now = q.pass(now, i)
	}
	now = nearCue{at: -1}
	for i := n - 1; i >= 0; i-- {
		if i == q.last[i] {
			now = nearCue{at: -1}
		}
		right[i] = now
		now = q.pass(now, i)
	}
	return left, right
}

// pass moves the nearest cue over the word at i.
func (q *sequence) pass(now nearCue, i int) nearCue {
	w, c := q.words[i], q.cues[i]
	switch {
	case c.classes&^(cueNoun|cueSeem) != 0 && (w.tag.verb() || w.tag == noTag || c.classes&cuePrep != 0) && q.quote[i] != quoted:
		return nearCue{at: i, classes: c.classes, lemma: hash(c.lemma), that: q.follower(i)}
	case w.lower == ",":
		now.comma = true
	case w.lower == "\"":
		now.mark = true
	}
	return now
}

// follower tells what kind of word stands behind the cue at i.
func (q *sequence) follower(i int) uint32 {
	if i == q.last[i] {
		return 1
	}
	w := q.words[i+1]
	switch w.lower {
	case "that":
		return 2
	case "to", "whether", "if", "how", "what", "why":
		return 3
	case ",":
		return 4
	case "\"":
		return 5
	case ":":
		return 6
	}
	if w.mark {
		return 7
	}
	return 8 + uint32(w.tag)
}

func bit(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

// wide adds the features that look at the whole sentence and paragraph.
func (q *sequence) wide(f *featureWriter, p []profile, i int, left, right nearCue, title uint32) {
	c := &p[i+reach]
	for _, near := range [...]nearCue{left, right} {
		if near.at < 0 {
			f.add(0, c.tag)
			f.add(0, c.hint)
			f.add(0, c.quote)
			f.add(0, 0)
			f.add(0, bit(q.words[i].mark))
			continue
		}
		d := bucket(i - near.at)
		between := bit(near.comma)<<1 | bit(near.mark)
		f.add(uint32(near.classes), d<<8|c.tag)
		f.add(near.that<<8|between, c.hint<<8|d)
		f.add(near.that<<8|between, c.quote<<8|c.tag)
		f.add(near.lemma, near.that<<2|between)
		f.add(near.lemma, c.tag)
	}
	f.add(bit(left.at >= 0)<<1|bit(right.at >= 0), c.tag<<4|bit(left.comma)<<1|bit(right.comma))
	f.add(left.that<<8|uint32(c.quote), right.that<<8|bit(left.comma)<<1|bit(right.comma))
	from, to := q.first[i], q.last[i]
	f.add(bucket(i-from)<<8|bucket(to-i), c.quote)
	f.add(bit(i == from), c.tag)
	f.add(bit(i == to), c.w)
	f.add(p[from+reach].w, c.tag)
	f.add(p[to+reach].w, c.quote<<8|c.hint)
	f.add(bit(from == 0)<<1|bit(to == len(q.words)-1), c.tag<<2|title)
	f.add(p[from+reach].quote<<4|p[to+reach].quote, c.quote<<8|c.tag)
}

// contexts is how many sets of transition weights there are.
const contexts = 32

// transitionContext tells which transition weights hold between a word and the one before it.
func transitionContext(before, now profile, first bool) uint8 {
	c := uint8(now.quote&3) | uint8(before.quote&3)<<2
	if first {
		c |= 16
	}
	return c
}
