package origin

import (
	"cmp"
	"fmt"
	"slices"
	"sort"

	"hearsay/lineage"
	"hearsay/text"
)

// sentenceShare is the share of a sentence's words that shared wording must hold to tie the sentence.
const sentenceShare = 0.6

// A sentenceTie says that sentences of two reports share their wording.
type sentenceTie struct {
	tie  int    // index into the ties of the story
	a, b [2]int // member and number of its sentence, in story order
	said hearing
}

// findSentenceTies fills c.sentenceTies.
func (c *counting) findSentenceTies() {
	standIn := c.standIns()
	for _, i := range c.tiesOfReports() {
		a, b := standIn(c.ties[i].A), standIn(c.ties[i].B)
		if a < 0 || b < 0 || a == b {
			continue
		}
		for _, m := range c.meetings(i, a, b) {
			if x, y := c.sentences[a][m.a], c.sentences[b][m.b]; c.tied(m, a, b) {
				t := sentenceTie{i, [2]int{a, m.a}, [2]int{b, m.b}, c.hearing(i, x, y)}
				if b < a {
					t.a, t.b = t.b, t.a
				}
				c.sentenceTies = append(c.sentenceTies, t)
			}
		}
	}
}

// tiesOfReports returns the ties of the reports and of the members with the same texts, sorted.
func (c *counting) tiesOfReports() []int {
	var out []int
	asked := map[int]bool{} // texts, by their first member
	for m, reporting := range c.reporting {
		if first := c.texts.first(m); reporting && !asked[first] {
			asked[first] = true
			for _, n := range c.copies(m) {
				out = append(out, c.ofTies[n]...)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// A meeting is a pair of sentences of two members and the words of the first that both have.
type meeting struct {
	a, b int // numbers of the sentences
	both lineage.Runs
}

// meetings returns the sentences of two members that have words of a tie in common. It costs the words
// that their sentences share, however many sentences they are.
func (c *counting) meetings(tie, a, b int) []meeting {
	all, others := c.matchesOf(tie), c.sentences[b]
	var out []meeting
	for k, x := range c.sentences[a] {
		if len(x) == 0 {
			continue
		}
		at := map[int]int{} // by sentence of the second: its place in out
		for _, m := range all[firstMatch(all, x[0].From):] {
			from, to := max(m.at, x[0].From), min(m.at+m.n, x[0].To)
			if from >= to {
				break
			}
			there := m.there - m.at
			l := sort.Search(len(others), func(l int) bool { return len(others[l]) == 0 || others[l][0].To > from+there })
			for ; l < len(others) && len(others[l]) > 0 && others[l][0].From < to+there; l++ {
				if _, known := at[l]; !known {
					at[l] = len(out)
					out = append(out, meeting{a: k, b: l})
				}
				both := &out[at[l]].both
				*both = append(*both, lineage.Run{From: max(from, others[l][0].From-there), To: min(to, others[l][0].To-there)})
			}
		}
	}
	slices.SortFunc(out, func(m, n meeting) int { return cmp.Or(m.a-n.a, m.b-n.b) })
	return out
}

// tied reports whether what two sentences have in common is enough of one of them.
func (c *counting) tied(m meeting, a, b int) bool {
	doc := c.article(a).Doc
	both := float64(m.both.Union(nil).Words(doc))
	enough := func(all int) bool { return all > 0 && both >= sentenceShare*float64(all) }
	return enough(c.sentences[a][m.a].Words(doc)) || enough(c.sentences[b][m.b].Words(c.article(b).Doc))
}

// mergeSentence merges the reports whose sentence stands in wording that two of them share, whether
// or not the articles as a whole are derived. A report that makes the statement in sentences which go
// back to different reports belongs where most of these words come from, so that a compilation does
// not join what it was made of; with the others it has an open tie.
func (c *counting) mergeSentence() {
	home := c.atHome
	for _, t := range c.sentenceTies {
		a, b := t.a[0], t.b[0]
		if t.said != copied || c.groups.first(a) == c.groups.first(b) {
			continue
		}
		if home(t.a) && home(t.b) {
			c.merge(DerivedPassage, []int{a, b}, c.saySentence(a, b))
		}
	}
	for _, t := range c.sentenceTies {
		if a, b := t.a[0], t.b[0]; t.said == copied && !(home(t.a) && home(t.b)) {
			c.openTie(a, b, fmt.Sprintf(
				"%s and %s share a sentence of the statement, but one of them makes it in several sentences of different descent and is counted with another report. The lower number counts both as one origin.", c.labels[a], c.labels[b]))
		}
	}
}

// saySentence says why the wording of a sentence makes two reports one.
func (c *counting) saySentence(a, b int) string {
	for _, ends := range [2][2]int{{a, b}, {b, a}} {
		if e, ok := c.edgeOf[ends]; ok && e.Directed {
			return fmt.Sprintf("The sentence stands in wording that %s shares with %s, from which it %s.",
				c.labels[e.To], c.labels[e.From], derivation(e.Grade))
		}
	}
	return fmt.Sprintf("%s and %s share the wording of the sentence; who took it from whom is open.", c.labels[a], c.labels[b])
}

// homes are the sentences of a statement put together by the wording that they share.
type homes struct {
	number map[[2]int]int // of a member and its sentence
	joined *sets          // by number
	of     map[int]int    // by member: the set that has most words of its sentences
	lone   map[int]bool   // by member: whether that set holds nobody else's sentence
}

// findHomes fills c.homes.
func (c *counting) findHomes() {
	h := homes{number: map[[2]int]int{}, of: map[int]int{}, lone: map[int]bool{}}
	for m := range c.members {
		for k := range c.sentences[m] {
			h.number[[2]int{m, k}] = len(h.number)
		}
	}
	h.joined = newSets(len(h.number))
	for _, t := range c.sentenceTies {
		if t.said == copied {
			h.joined.join(h.number[t.a], h.number[t.b])
		}
	}
	for _, set := range c.texts.all() {
		c.joinSame(set, func(m, n, k int) { h.joined.join(h.number[[2]int{m, k}], h.number[[2]int{n, k}]) })
	}
	users := map[int]map[int]bool{} // by set: whose sentences it holds
	for m := range c.members {
		words := map[int]int{}
		for k, sentence := range c.sentences[m] {
			set := h.joined.first(h.number[[2]int{m, k}])
			words[set] += sentence.Words(c.article(m).Doc)
			if users[set] == nil {
				users[set] = map[int]bool{}
			}
			users[set][m] = true
		}
		for k := range c.sentences[m] {
			set := h.joined.first(h.number[[2]int{m, k}])
			if most, ok := h.of[m]; !ok || words[set] > words[most] {
				h.of[m] = set
			}
		}
	}
	for m, set := range h.of {
		h.lone[m] = len(users[set]) == 1
	}
	c.homes = h
}

// atHome reports whether a sentence belongs to those that have most words of its report.
func (c *counting) atHome(sentence [2]int) bool {
	return c.homes.joined.first(c.homes.number[sentence]) == c.homes.of[sentence[0]]
}

// byHome splits members with the same text by the sentences that they make a statement with: near-copies
// may have put in sentences of different descent. Who shares his sentence with nobody goes with the first.
func (c *counting) byHome(set []int) [][]int {
	if len(c.sentences) == 0 {
		return [][]int{set}
	}
	at, out := map[int]int{}, [][]int{}
	var lone []int
	for _, m := range set {
		if c.homes.lone[m] {
			lone = append(lone, m)
			continue
		}
		i, ok := at[c.homes.of[m]]
		if !ok {
			i = len(out)
			at[c.homes.of[m]] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], m)
	}
	if len(out) == 0 {
		return [][]int{lone}
	}
	out[0] = slices.Sorted(slices.Values(append(out[0], lone...)))
	return out
}

// joinSame joins the sentences of reports with the same text, word for word.
func (c *counting) joinSame(set []int, join func(m, n, k int)) {
	set = c.reported(set)
	for i := 1; i < len(set); i++ {
		m, n := set[i-1], set[i]
		if len(c.sentences[m]) == len(c.sentences[n]) && c.exact[c.texts.first(m)] {
			for k := range c.sentences[m] {
				join(m, n, k)
			}
		}
	}
}

// standIns returns a function that gives the report that stands for an article: itself, or the first
// report with the same words, since of a set of identical texts perhaps only one has the tie; −1 if
// there is none.
func (c *counting) standIns() func(article int) int {
	first := map[int]int{}
	for m, reporting := range c.reporting {
		if set := c.texts.first(m); reporting {
			if _, ok := first[set]; !ok {
				first[set] = m
			}
		}
	}
	return func(article int) int {
		m := c.member[article]
		if c.reporting[m] {
			return m
		}
		if r, ok := first[c.texts.first(m)]; ok && sameWords(c.article(m).Doc, c.article(r).Doc) {
			return r
		}
		return -1
	}
}

func sameWords(a, b *text.Doc) bool {
	return slices.EqualFunc(a.Tokens(), b.Tokens(), func(s, t text.Token) bool { return s.Hash == t.Hash })
}

// paragraphsOf returns the paragraphs of doc that a span touches.
func paragraphsOf(doc *text.Doc, s text.Span) []text.Span {
	all := doc.Paragraphs()
	from := sort.Search(len(all), func(i int) bool { return all[i].End > s.Start })
	to := from
	for to < len(all) && all[to].Overlaps(s) {
		to++
	}
	return all[from:to]
}
