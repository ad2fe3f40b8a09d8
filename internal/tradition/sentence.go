package tradition

import (
	"maps"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
)

// A sentence is a schema as one writer put it.
type sentence struct {
	schema  int
	origin  int               // the root that first wrote it
	choices []int             // one for each choice of the schema
	cut     []bool            // one for each cut of the schema: whether somebody made it
	changed map[string]string // slots that differ from the story's: a figure that drifted, a name spelled otherwise
	slips   map[string]string // misspelled words: right form to wrong
	starts  bool              // a paragraph
	joint   string            // what joins it to the sentence before, if an editor made one of the two
}

func (s sentence) clone() sentence {
	s.choices, s.cut = slices.Clone(s.choices), slices.Clone(s.cut)
	s.changed, s.slips = maps.Clone(s.changed), maps.Clone(s.slips)
	return s
}

// compose writes a schema anew.
func compose(r *rand.Rand, at, origin int) sentence {
	s := sentence{schema: at, origin: origin, cut: make([]bool, schemas[at].cuts)}
	for _, slot := range schemas[at].slots {
		if list := words[slot]; strings.HasPrefix(slot, "x_") && s.changed[slot] == "" {
			s.change(slot, list[r.IntN(len(list))])
		}
	}
	for _, c := range schemas[at].choices {
		s.choices = append(s.choices, r.IntN(c.options))
	}
	return s
}

// reword makes choices anew, and cuts words, with a probability for each.
func (s sentence) reword(r *rand.Rand, share float64) sentence {
	out := s.clone()
	for i, c := range schemas[s.schema].choices {
		p := share
		if c.quoted {
			p *= quotedShare
		}
		if r.Float64() < p {
			out.choices[i] = (s.choices[i] + 1 + r.IntN(c.options-1)) % c.options
		}
	}
	for i := range out.cut {
		out.cut[i] = out.cut[i] || r.Float64() < share*cutShare
	}
	return out
}

func (s *sentence) change(slot, value string) {
	changed := maps.Clone(s.changed)
	if changed == nil {
		changed = map[string]string{}
	}
	changed[slot] = value
	s.changed = changed
}

// A hand writes the sentences of one text, from first to last.
type hand struct {
	slots map[string]string // of the story
	style style
	named map[string]bool // persons that the text has named already
}

func newHand(slots map[string]string, s style) *hand {
	return &hand{slots: slots, style: s, named: map[string]bool{}}
}

// draft returns the words of a sentence in no house's usage, without its capital and its full stop.
func (h *hand) draft(s sentence) string {
	var b strings.Builder
	h.put(&b, s, schemas[s.schema].pieces)
	out := b.String()
	for _, right := range slices.Sorted(maps.Keys(s.slips)) {
		out = strings.ReplaceAll(out, right, s.slips[right])
	}
	return out
}

func (h *hand) put(b *strings.Builder, s sentence, pieces []piece) {
	for _, p := range pieces {
		switch {
		case p.options != nil:
			h.put(b, s, p.options[s.choices[p.choice]])
		case p.inside != nil:
			if !s.cut[p.cut] {
				h.put(b, s, p.inside)
			}
		case p.slot != "":
			value, ok := s.changed[p.slot]
			if !ok {
				value = h.slots[p.slot]
			}
			b.WriteString(h.name(p.slot, value))
		default:
			b.WriteString(p.words)
		}
	}
}

// name returns how a text names a person: in full at first, then by the family name. Other values stay.
func (h *hand) name(slot, value string) string {
	if !strings.HasPrefix(slot, "person") {
		return value
	}
	if !h.named[slot] {
		h.named[slot] = true
		return value
	}
	_, family, _ := strings.Cut(value, " ")
	given, _, _ := strings.Cut(h.slots[slot], " ")
	switch title := h.style.courtesy; {
	case title == "":
		return family
	case slices.Contains(words["women"], given):
		return strings.Replace(title, "Mr", "Ms", 1) + " " + family
	default:
		return title + " " + family
	}
}

var beginning = regexp.MustCompile(`(^“?|\. “?|: “)\p{Ll}`)

// set returns a draft as the house prints it. A sentence that goes on from the one before has no
// capital, and one that goes on in the next has no full stop.
func (h *hand) set(draft string, goesOn, goesOnInNext bool) string {
	if goesOn {
		draft = "\x00" + draft
	}
	if !goesOnInNext {
		draft += "."
	}
	return strings.TrimPrefix(h.style.apply(beginning.ReplaceAllStringFunc(draft, strings.ToUpper)), "\x00")
}

// text returns the sentences of a text with what parts each from the one before.
func (h *hand) text(body []sentence) []Sentence {
	drafts := make([]string, len(body))
	goesOn := make([]bool, len(body)+1)
	for i, s := range body {
		drafts[i] = h.draft(s)
		goesOn[i] = i > 0 && s.joint != "" && joinable(drafts[i-1], drafts[i])
	}
	out := make([]Sentence, len(body))
	for i, s := range body {
		before := ""
		switch {
		case goesOn[i]:
			before = s.joint
		case i > 0 && (s.starts || h.style.short):
			before = "\n\n"
		case i > 0:
			before = " "
		}
		out[i] = Sentence{h.set(drafts[i], goesOn[i], goesOn[i+1]), s.schema, s.origin, string(schemas[s.schema].part), before}
	}
	return out
}

// joinable reports whether two drafts can be one sentence: not at the marks of a quotation.
func joinable(first, second string) bool {
	return !strings.HasSuffix(first, "”") && !strings.HasPrefix(second, "“")
}
