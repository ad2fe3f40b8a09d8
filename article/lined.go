package article

import (
	"cmp"
	"slices"
	"strings"

	"hearsay/page"
	"hearsay/text"
)

// A linedPage is what remains of a page that was read by its lines until the other pages of its outlet are
// known: then its main text is chosen anew (see RemoveFurniture). It holds the words of the page, not its
// bytes.
type linedPage struct {
	// lines are those that are no title, byline or date; their places are bytes of the page as captured.
	lines    []*block
	title    string
	language string // as the page names it
	outside  []Credit
}

// newLinedPage keeps the lines of a page with their places in its source. The places become those in
// the page by place.
func newLinedPage(lines []*block) *linedPage {
	l := &linedPage{lines: make([]*block, len(lines))}
	for i, b := range lines {
		from, to := b.source(0, len(b.text))
		l.lines[i] = &block{text: b.text, segments: []segment{{0, from, to}}}
	}
	return l
}

// original turns places in a text that was put right into places in the text before.
func (l *linedPage) original(m repaired) {
	if l == nil || len(m.passes) == 0 {
		return
	}
	for _, b := range l.lines {
		s := &b.segments[0]
		s.from, s.to = m.original(s.from, s.to)
	}
}

// place turns places in the source into places in the page. Those at which the page does not show the
// words of their line are dropped; that needs looking at only where the source was changed before it
// was read.
func (l *linedPage) place(p *page.Page, changed bool) {
	for _, b := range l.lines {
		s := &b.segments[0]
		from, to, ok := p.Locate(s.from, s.to)
		if ok && changed {
			words, found := Excerpt(p, from, to)
			ok = found && text.Fold(words) == text.Fold(clean(b.text))
		}
		if !ok {
			from, to = -1, -1
		}
		s.from, s.to = from, to
	}
}

// unplace forgets all places.
func (l *linedPage) unplace() {
	if l == nil {
		return
	}
	for _, b := range l.lines {
		b.segments[0].from, b.segments[0].to = -1, -1
	}
}

// chooseAgain chooses the main text of a page by its lines, knowing on how many pages of the outlet each
// recurs as furniture. Credits that stood in the text as it was keep their words. It changes nothing
// if no line recurs, or if what remained would be another text: less than a third of the words, without
// the words of the title that the text had.
func (a *Article) chooseAgain(recurs []int) {
	l := a.lined
	pieces, verdicts := proseOf(l.lines, l.title, recurs)
	pieces = dropTitle(pieces, l.title)
	doc, paragraphs := compose(pieces)
	if doc.String() == a.Doc.String() {
		a.Removed = leftOut(l.lines, pieces, verdicts, l.title)
		return
	}
	old := a.Doc
	if n := len(doc.Tokens()); n == 0 || 3*n < len(old.Tokens()) && titleShare(l.title, doc) < titleShare(l.title, old) {
		return
	}
	a.Doc, a.Paragraphs = doc, paragraphs
	a.Removed = leftOut(l.lines, pieces, verdicts, l.title)
	before := a.Credits
	a.readBody(l.language, slices.Concat(l.outside, lineCredits(l.lines, pieces)))
	for _, c := range before {
		if c.Span != nil && !hasCredit(a.Credits, c) {
			c.Span = nil
			a.Credits = append(a.Credits, c)
		}
	}
}

func hasCredit(list []Credit, c Credit) bool {
	for _, o := range list {
		if o.Kind == c.Kind && o.Agency == c.Agency {
			return true
		}
	}
	return false
}

// leftOut lists the lines of a page that are not in its main text, with the reasons.
func leftOut(lines []*block, pieces []piece, verdicts []verdict, title string) []Removed {
	named := make([]*block, len(lines))
	for i, b := range lines {
		copied := *b
		copied.why = cmp.Or(verdicts[i].reason, phraseReason(b.text))
		if copied.why == "" && prose(b.text) {
			copied.why = isOther // what stands around a sentence is no reason to leave it out
		}
		named[i] = &copied
	}
	return removedOf(named, pieces, title)
}

// titleShare is the share of the longer words of a title that a text has; 0 for a title without any.
func titleShare(title string, d *text.Doc) float64 {
	wanted := longWords(title)
	if len(wanted) == 0 {
		return 0
	}
	found := 0
	seen := map[uint64]bool{}
	for _, t := range d.Tokens() {
		if wanted[t.Hash] && !seen[t.Hash] {
			seen[t.Hash] = true
			found++
		}
	}
	return float64(found) / float64(len(wanted))
}

// longWord is the number of characters from which a word tells what a text is about: shorter ones stand
// in every text.
const longWord = 5

// longWords returns the hashes of the longer words of s.
func longWords(s string) map[uint64]bool {
	out := map[uint64]bool{}
	for _, t := range text.Tokenize(s, nil) {
		if span := t.Span(); runeCount(s[span.Start:span.End]) >= longWord {
			out[t.Hash] = true
		}
	}
	return out
}

// tailLines is how many lines behind the main text of a page without mark-up may be its credit.
const tailLines = 3

// lineCredits reads the credits that stand behind the main text: “Source: Agencies” is a label, and no
// filter for running text keeps it.
func lineCredits(lines []*block, pieces []piece) []Credit {
	if len(pieces) == 0 {
		return nil
	}
	var c pageCredits
	end := pieces[len(pieces)-1].block + 1
	for _, b := range lines[end:min(len(lines), end+tailLines)] {
		s := clean(b.text)
		if s == "" || len(s) > maxTail || strings.Contains(s, "://") {
			continue
		}
		p := newStretch(s)
		if photos := photoCredits(p.s, agencies.mentionsIn(p)); len(photos) > 0 {
			c.found(photos)
		} else {
			c.found(tailCredits(p, tailPlace{end: true, late: true}))
		}
	}
	return c.list
}

// How much of the text of a record must be known furniture for it to be a flattened page.
const (
	leastMarks = 3 // lines
	leastKinds = 2 // reasons: recipes and interviews repeat lines, galleries are nothing but captions
)

// isScrape reports whether the text of a record is a flattened page: less than 70 % of its lines are
// sentences, and at least three are standing phrases of web pages or program code, of two kinds.
func isScrape(source string) bool {
	lines := lineBlocks(source)
	if isClean(lines) {
		return false
	}
	marks := 0
	kinds := map[string]bool{}
	for _, v := range weigh(lines, nil) {
		if v.certain || v.reason == isCode {
			marks++
			kinds[v.reason] = true
		}
	}
	return marks >= leastMarks && len(kinds) >= leastKinds
}
