package article

import (
	"regexp"
	"strings"
)

// frameTags are the tags that a page made of frames consists of. What it says to readers stands between
// <noframes> and </noframes>, which parsers take for text because they can show frames; the frames
// themselves are other pages.
var frameTags = regexp.MustCompile(`(?i)</?(?:frameset|noframes|frame)(?:[\s/][^<>]*)?>`)

// openFrames blanks the tags of frames out of a page made of frames, so that what stands in its noframes
// element is read as mark-up. All other bytes keep their places. A page with a body of its own is left
// as it is: its noframes element is for other readers.
func openFrames(page string) string {
	set := tagAt(page, "frameset")
	if set < 0 {
		return page
	}
	if body := tagAt(page[:set], "body"); body >= 0 {
		return page
	}
	return frameTags.ReplaceAllStringFunc(page, func(tag string) string { return strings.Repeat(" ", len(tag)) })
}

// frameHead is how far into a page its frames are looked for; only scripts stand before them.
const frameHead = 64 << 10

// tagAt returns where an element begins in the head of a page, -1 if it does not.
func tagAt(page, name string) int {
	page = page[:min(len(page), frameHead)]
	for at := 0; ; {
		i := strings.IndexByte(page[at:], '<')
		if i < 0 {
			return -1
		}
		at += i + 1
		if len(page)-at > len(name) && strings.EqualFold(page[at:at+len(name)], name) && !isAlphanumeric(page[at+len(name)]) {
			return at - 1
		}
	}
}
