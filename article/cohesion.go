package article

import (
	"strings"

	"hearsay/text"
)

// The words of a text hold it together: what an article says in one paragraph it takes up in others, while
// teasers, appeals and notices speak of something else. That needs no knowledge of the language.

// A subject is what a text is about: the stems of the longer words of some of its lines and of its title.
type subject map[string]bool

func newSubject(title string, lines []*block, verdicts []verdict) subject {
	s := subject{}
	for _, stem := range stems(title) {
		s[stem] = true
	}
	for i, b := range lines {
		if verdicts[i].weight > 0 {
			for _, stem := range stems(b.text) {
				s[stem] = true
			}
		}
	}
	return s
}

// share returns how many stems of a line are of the subject, and their share.
func (s subject) share(line string) (found int, share float64) {
	all := stems(line)
	for _, stem := range all {
		if s[stem] {
			found++
		}
	}
	return found, float64(found) / float64(max(1, len(all)))
}

// Weights of lines beside the heaviest stretch, see grow.
const (
	besideLabel  = -45    // a label, or furniture that also stands inside articles
	phraseBeside = -20    // a standing phrase that also stands inside articles
	endOfText    = -150   // weights of furniture from which it stands behind articles only
	onSubject    = 1. / 3 // share of the stems of a line from which it is about the same thing
	nearSubject  = 0.2    // the same for a sentence near the text
	nearText     = 1      // lines between the text and a paragraph that is no teaser though it stands alone
	teaserPart   = 3      // what part of the weight of a paragraph counts that may be a teaser
	leastNear    = 2      // stems that a sentence near the text must have in common with it
	leastCommon  = 3      // stems that it must have in common
)

// grow returns the heaviest stretch from:to of a page with what belongs to it above and below. Above stand
// standfirst and first paragraph, often alone between a picture and a date. Below, a paragraph that stands alone
// far from the text is a teaser, which shares its words where it tells of the same events.
func grow(blocks []*block, verdicts []verdict, from, to int, title string) (int, int) {
	if from == to {
		return from, to
	}
	s := newSubject(title, blocks[from:to], verdicts[from:to])
	return s.reach(blocks, verdicts, from-1, -1) + 1, s.reach(blocks, verdicts, to, +1)
}

// reach returns the line behind the last one that belongs to the text, going from line i up or down.
func (s subject) reach(blocks []*block, verdicts []verdict, i, step int) int {
	sum, best, end, apart, inside := 0, 0, i, 0, false
	for ; i >= 0 && i < len(blocks); i += step {
		b, v := blocks[i], verdicts[i]
		near := apart <= nearText
		w := s.weight(b, v, near, inside)
		if w > 0 && !near && step > 0 && alone(verdicts, i) {
			w /= teaserPart
		}
		switch {
		case v.reason == isRelated && !pointsOn(b.text):
			apart = nearText + 1
		case v.reason == "" && w <= 0 && !(i > 0 && isBoxed(blocks[i-1], verdicts[i-1])):
			apart++
		}
		inside = insideText(b, v)
		if sum += w; sum > best {
			best, end, apart = sum, i+step, 0
		}
	}
	return end
}

// alone reports whether there is no sentence beside line i.
func alone(verdicts []verdict, i int) bool {
	return (i == 0 || verdicts[i-1].weight <= 0) && (i+1 == len(verdicts) || verdicts[i+1].weight <= 0)
}

// weight is what a line beside the heaviest stretch adds to it. A sentence near the text may have fewer words in
// common with it, and none if nothing parts them but what stands inside articles.
func (s subject) weight(b *block, v verdict, near, inside bool) int {
	switch {
	case v.weight <= endOfText:
		return v.weight
	case v.reason == isRelated && !pointsOn(b.text):
		return endOfText
	case v.weight <= 0 && v.certain:
		return max(v.weight, phraseBeside)
	case v.weight <= 0:
		return max(v.weight, besideLabel)
	}
	n := min(runeCount(b.text), mostWeight)
	found, share := s.share(b.text)
	switch {
	case found >= leastCommon && share >= onSubject:
		return n
	case near && inside:
		return n
	case near && found >= leastNear && share >= nearSubject:
		return n / 2
	}
	return besideLabel
}

// insideText reports whether a line is furniture that stands between the paragraphs of articles: a pointer to another
// page, a caption, an advertisement, a mark.
func insideText(b *block, v verdict) bool {
	if v.weight == beatWeight {
		return true
	}
	switch v.reason {
	case isRelated:
		return pointsOn(b.text)
	case isCaption, isAdvert, isBeat, isPlayer:
		return true
	}
	return false
}

// pointsOn reports whether a line is a whole box, “Read also: Ferry pilots accept a new roster”, and not the heading of a list.
func pointsOn(line string) bool {
	_, rest, found := strings.Cut(line, ":")
	return found && len(strings.Fields(rest)) >= 2
}

// What stands in the main text but is about something else, see setApart.
const (
	enoughStems  = 120 // stems of a text from which they say what it is about
	foreignStems = 6   // stems that it must have for that to tell something
	boxReach     = 4   // lines of a box: a button ends it, and what stands below is text again
	boxLength    = 300 // characters up to which a line may be the text of a box
	maxPullQuote = 300 // bytes
	isPullQuote  = "repeats words of the text beside it"
	isForeign    = "shares no word with the text around it"
)

// boxed are the reasons of headings whose box goes on below them.
var boxed = map[string]bool{isNewsletter: true, isBio: true, isConsent: true}

// repeatsBeside reports whether a line is a pull quote: the words of a line near it that is longer. A heading of one or
// two words may stand in its text too.
func repeatsBeside(blocks []*block, keep []bool, i int) bool {
	const reach, least = 3, 3
	words := text.Fold(blocks[i].text)
	if len(words) > maxPullQuote || strings.Count(words, " ") < least-1 {
		return false
	}
	for k := max(0, i-reach); k < min(len(blocks), i+reach+1); k++ {
		if k != i && keep[k] && len(blocks[k].text) > len(blocks[i].text) && strings.Contains(" "+text.Fold(blocks[k].text)+" ", " "+words+" ") {
			return true
		}
	}
	return false
}

// isBoxed reports whether a line is such a heading.
func isBoxed(b *block, v verdict) bool {
	return boxed[v.reason] && v.certain && !pointsOn(b.text) && !endsSentence(b.text)
}

// setApart takes the lines out of a main text that are about something else: single sentences between labels
// that share no longer word with the rest, and those below the heading of a box that share few.
func setApart(blocks []*block, verdicts []verdict, keep []bool, title string) {
	lines := map[string]int{} // in how many lines that are kept a stem stands
	for _, stem := range stems(title) {
		lines[stem] = 2
	}
	for i, b := range blocks {
		if keep[i] {
			for stem := range setOf(stems(b.text)) {
				lines[stem]++
			}
		}
	}
	begun, box := false, -boxReach-1
	for i, b := range blocks {
		if keep[i] && repeatsBeside(blocks, keep, i) {
			keep[i], verdicts[i].reason = false, isPullQuote
		}
		if !keep[i] || verdicts[i].weight <= 0 {
			continue
		}
		first := !begun
		begun = true
		if first {
			continue
		}
		all, common := setOf(stems(b.text)), 0
		for stem := range all {
			if lines[stem] > 1 {
				common++
			}
		}
		share := float64(common) / float64(max(1, len(all)))
		switch {
		case i > box+boxReach && i > 0 && isBoxed(blocks[i-1], verdicts[i-1]) && runeCount(b.text) <= boxLength && share < onSubject:
			box = i
			verdicts[i].reason = verdicts[i-1].reason
		case len(lines) >= enoughStems && len(all) >= foreignStems && common == 0 && alone(verdicts, i):
			verdicts[i].reason = isForeign
		default:
			continue
		}
		keep[i] = false
		if i > 0 && keep[i-1] && verdicts[i-1].weight <= 0 {
			keep[i-1] = false // its heading
		}
	}
}

func setOf(list []string) map[string]bool {
	out := make(map[string]bool, len(list))
	for _, s := range list {
		out[s] = true
	}
	return out
}
