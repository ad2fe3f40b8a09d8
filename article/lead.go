package article

import (
	"strings"

	"hearsay/text"
)

// The standfirst is the sentence or two between headline and text that sum the article up. The
// extractors take it for a part of the head of the page and drop it, although it is written for
// readers, is copied with the article, and often is the only part of it that others copy.

// leadReach is how many elements a name for the standfirst may stand above its words: the one that
// holds them and the one around it.
const leadReach = 2

// leadNames are what designers of news pages call the standfirst.
var leadNames = words("standfirst lead leadtext lede dek deck intro subtitle subhead subheadline subheading subline summary " +
	"chapo vorspann perex ingress sommario entradilla bajada copete sapo spot strapline")

func namesLead(class string) bool {
	return class != "" && anyName(class, func(name string) bool { return leadNames[name] })
}

const (
	mostAbove = 80 // blocks above the text that are looked at
	leastLead = 30 // characters of a standfirst
	mostLead  = 1_200
)

// withLead puts the standfirst before the pieces of a body that lack it: what stands between the title
// and the text and says what the page gives as its description, is called so by the mark-up, or is
// running text right below the title.
func withLead(pieces []piece, blocks []*block, title, description string) []piece {
	if len(pieces) == 0 || pieces[0].block <= 0 {
		return pieces
	}
	first := pieces[0].block
	title, description = text.Fold(title), text.Fold(description)
	held := map[string]bool{title: true}
	for _, p := range pieces {
		held[text.Fold(p.text)] = true
	}
	from, below := belowTitle(blocks[:first], title)
	var lead []piece
	for i := from; i < first; i++ {
		b := blocks[i]
		n := runeCount(b.text)
		if n < leastLead || n > mostLead || b.why != "" && b.why != isRelated || b.isLink() {
			continue
		}
		words := text.Fold(b.text)
		if held[words] || !says(words, description) && !(below && b.why == "" && (b.lead || i == from && prose(b.text) && endsSentence(b.text))) {
			continue
		}
		held[words] = true
		p := b.piece(0, len(b.text), i)
		if prose(b.text) {
			p.role = "" // a standfirst is set as a heading now and then
		}
		lead = append(lead, p)
	}
	return append(lead, pieces...)
}

// belowTitle returns the first block behind the last one that is the title. Without a title it returns
// the first that is near enough, and false.
func belowTitle(blocks []*block, title string) (from int, found bool) {
	from = max(0, len(blocks)-mostAbove)
	if title == "" {
		return from, false
	}
	for i := len(blocks) - 1; i >= from; i-- {
		if len(blocks[i].text) < 2*len(title)+20 && text.Fold(blocks[i].text) == title {
			return i + 1, true
		}
	}
	return from, false
}

// says reports whether folded words are what a description of the page says, or begin so: many
// descriptions are cut.
func says(words, description string) bool {
	const cut = 60 // bytes from which the beginning suffices
	if words == description {
		return true
	}
	description = strings.TrimRight(description, " .…")
	return len(description) >= cut && (strings.HasPrefix(words, description) || len(words) >= cut && strings.HasPrefix(description, words))
}
