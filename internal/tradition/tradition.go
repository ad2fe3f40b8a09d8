// Package tradition makes stories whose history is known, for tests: agency texts and own reports, and
// what outlets make of them by the edits that news really shows. All of it is invented. The same seed
// makes the same story.
//
// The edits are those that the literature on news reuse names: another headline, the dateline dropped,
// a cut from the end, sentences dropped, paragraphs moved, words and phrases replaced, the order of a
// sentence changed, sentences split and joined, clauses cut and quotations shortened, the usage of the
// house, slips and figures that drift and are handed on, names spelled otherwise, two texts made one,
// additions of one's own and from one's archive, credits kept or lost, pages that nobody captured,
// delays, clocks that are wrong or missing. Their rates are judgement, not measurement; rates.go says
// what each family of them is judged by.
package tradition

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"time"
)

// Options say what a story is like.
type Options struct {
	Seed      uint64
	Witnesses int // pages that were captured
	// Mute leaves out what tells the direction beside the words: dates, credits, datelines, bylines,
	// addresses and links.
	Mute bool
}

// A Story is a set of pages and how they came about.
type Story struct {
	Pages []Page // captured, in no order that tells anything
	Texts []Text // all that were ever written, parents before children
}

// A Page is a captured text.
type Page struct {
	Text             int // index into Story.Texts
	ID, URL          string
	Outlet, Title    string
	Byline           string
	Date             string // as a page shows it, empty if it does not
	Canonical        string // another page's address that this one gives as its own
	Links            []string
	Body             string
	Sentences        []Sentence
	dateline, credit string
}

// A Sentence is one sentence of a page and the text whose writer first wrote it.
type Sentence struct {
	Words  string
	Schema int    // sentences of one schema say the same
	Origin int    // index into Story.Texts
	Part   string // what it does in a report: “lead”, “detail”, “speech”, “background”, “own”

	before string // what parts it from the sentence before
}

// A Text is a node of the true history.
type Text struct {
	House   string
	Agency  bool
	Parents []int // texts that it was made from, the one that gave most first
	Page    int   // index into Story.Pages, -1 if nobody captured it

	at       time.Time
	body     []sentence
	credits  []string // houses that it names as its sources, as it hands them on
	dateline string   // the house in its dateline
	title    string
}

// A maker makes one story.
type maker struct {
	*rand.Rand
	o       Options
	slots   map[string]string
	outlets []string     // not yet used
	used    map[int]bool // schemas of which there is one writer already
	texts   []Text
	start   time.Time
}

// New returns a story.
func New(o Options) Story {
	m := &maker{Rand: rand.New(rand.NewPCG(o.Seed, 0x4865617273617921)), o: o}
	m.slots, m.used = fill(m.Rand), map[int]bool{}
	m.start = time.Date(2024, 1, 2, 3, 0, 0, 0, time.UTC).Add(time.Duration(m.IntN(500*24*60)) * time.Minute)
	m.outlets = slices.Clone(words["outlet"])
	m.Shuffle(len(m.outlets), func(i, j int) { m.outlets[i], m.outlets[j] = m.outlets[j], m.outlets[i] })
	m.roots()
	kept := m.grow()
	return m.capture(kept)
}

// fill chooses the facts of a story.
func fill(r *rand.Rand) map[string]string {
	slots := map[string]string{}
	for _, name := range [...]string{"place", "place2", "object", "thing", "body", "river", "day", "month", "month2"} {
		slots[name] = words[name][r.IntN(len(words[name]))]
	}
	family := r.Perm(len(words["family"]))
	for i := range 4 {
		slots["person"+strconv.Itoa(i+1)] = words["given"][r.IntN(len(words["given"]))] + " " + words["family"][family[i]]
	}
	for i := range 5 {
		slots["n"+strconv.Itoa(i+1)] = number(r)
	}
	slots["year"] = strconv.Itoa(1921 + r.IntN(90))
	return slots
}

// number returns a figure as news gives it.
func number(r *rand.Rand) string {
	n := []int{7 + r.IntN(90), 110 + 10*r.IntN(80), 11 + r.IntN(300)}[r.IntN(3)]
	return strconv.Itoa(n)
}

// roots writes the texts that rest on nobody else's. The first is an agency's in three stories of four.
func (m *maker) roots() {
	agencies := m.Perm(len(words["agency"]))
	for i := range 1 + m.IntN(3) {
		t := Text{Page: -1, at: m.start.Add(time.Duration(m.IntN(300)) * time.Minute)}
		if t.Agency = i == 0 && m.Float64() < agencyRoot || i > 0 && m.Float64() < furtherOne; t.Agency {
			t.House = words["agency"][agencies[i]]
			t.dateline = t.House
		} else {
			t.House = m.outlet()
		}
		t.body, t.title = m.report(len(m.texts), !t.Agency), m.headline(t.House)
		m.texts = append(m.texts, t)
	}
}

func (m *maker) outlet() string {
	name := m.outlets[0]
	m.outlets = m.outlets[1:]
	return name
}

// report writes a text anew: a lead, details, what people said, perhaps background and own matter. Two
// writers who know nothing of each other do not find the same words: a schema has one writer. Only
// what people said may be heard by two, each in his own words.
func (m *maker) report(origin int, own bool) []sentence {
	out := m.schema(lead, 1, origin)
	out = append(out, m.schema(detail, reportTop+m.IntN(3), origin)...)
	out = append(out, m.schema(speech, 1+m.IntN(3), origin)...)
	out = append(out, m.schema(detail, reportRest+m.IntN(3), origin)...)
	if own || len(out) < 5 {
		out = append(out, m.seen(origin), m.seen(origin), m.seen(origin))
	}
	out = append(out, m.schema(background, m.IntN(3), origin)...)
	if m.Float64() < 0.5 {
		out = append(out, m.seen(origin))
	}
	for i := range out {
		out[i].starts = i == 0 || m.Float64() < newParagraph
	}
	return out
}

// schema writes n sentences of a part, fewer if there are not so many left. No two are of one schema.
func (m *maker) schema(p part, n, origin int) []sentence {
	var out []sentence
	for _, k := range m.Perm(len(schemas)) {
		if len(out) < n && schemas[k].part == p && !m.used[k] {
			m.used[k] = p != speech
			out = append(out, compose(m.Rand, k, origin))
		}
	}
	return out
}

// seen writes what only one writer has seen.
func (m *maker) seen(origin int) sentence {
	for _, k := range m.Perm(len(schemas)) {
		if schemas[k].part == own {
			s := compose(m.Rand, k, origin)
			s.starts = m.Float64() < newParagraph
			return s
		}
	}
	panic("sentences.txt has no section [own]")
}

// headline writes a headline anew, in the usage of a house.
func (m *maker) headline(house string) string {
	var all []int
	for k := range schemas {
		if schemas[k].part == headline {
			all = append(all, k)
		}
	}
	h := newHand(m.slots, styleOf(house))
	return h.set(h.draft(compose(m.Rand, all[m.IntN(len(all))], len(m.texts))), false, true)
}
