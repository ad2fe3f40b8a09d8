package article

import "regexp"

// Some texts have a mark between their paragraphs: the time and the share bar of each entry of a live page, the
// counter and “next picture” of a gallery. To weigh such marks like menus would tear the text apart.

const (
	beatWeight = -10
	leastBeats = 3 // marks beside running text that a page must have
	isBeat     = "a mark that stands between paragraphs again and again"
)

// beatLine is a time of day or a counter. A date is none: teasers have one each.
var beatLine = regexp.MustCompile(`^[(\[]?\p{Nd}{1,2}\s?[:.hH]\s?\p{Nd}{2}(?:\s\p{L}[\p{L}.]{0,4})?[)\]]?$|^\p{Nd}{1,3}\s?/\s?\p{Nd}{1,3}$`)

// findBeats lessens the weight of the marks between paragraphs: times, counters and share bars with running text at
// most two lines below, for a heading may stand between, or right above; and lines that stand several times with
// running text right above. There must be three.
func findBeats(blocks []*block, verdicts []verdict) {
	running := func(i int) bool {
		return i >= 0 && i < len(blocks) && verdicts[i].reason == "" && verdicts[i].weight > 0
	}
	var beats []int
	for i, b := range blocks {
		v := verdicts[i]
		switch {
		case v.weight > 0:
		case v.reason == isShare || v.reason == "" && beatLine.MatchString(b.text):
			if running(i-1) || running(i+1) || running(i+2) {
				beats = append(beats, i)
			}
		case v.reason == isRepeated && running(i-1):
			beats = append(beats, i)
		}
	}
	if len(beats) < leastBeats {
		return
	}
	for _, i := range beats {
		v := &verdicts[i]
		v.weight = beatWeight
		if v.reason == "" {
			v.reason = isBeat
		}
	}
}
