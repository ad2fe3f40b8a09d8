package page

import (
	"regexp"
	"strings"
	"time"
)

// The comments in which browsers and tools note where they saved a page from.
var (
	// <!-- saved from url=(0029)https://example.com/story --> by Chromium, Edge and Internet Explorer
	browserComment = regexp.MustCompile(`<!-- saved from url=\(\d+\)(\S+) -->`)
	// SingleFile: a comment of several lines with url and saved date
	singleFileComment = regexp.MustCompile(`<!--\s+Page saved with SingleFile\s+url: (\S+)\s+saved date: ([^\n]+)\n`)
)

// savedSize is how far into a page such a comment is looked for.
const savedSize = 4096

// readSavedComment takes the address and the time of capture from the comment of the program that
// saved the page, if there is one.
func (p *Page) readSavedComment() {
	start := p.Body[:min(len(p.Body), savedSize)]
	if found := browserComment.FindStringSubmatch(start); found != nil && webAddress(found[1]) {
		p.URL = found[1]
	}
	found := singleFileComment.FindStringSubmatch(start)
	if found == nil || !webAddress(found[1]) {
		return
	}
	p.URL = found[1]
	date, _, _ := strings.Cut(found[2], " (") // without the name of the zone
	if t, err := time.Parse("Mon Jan 02 2006 15:04:05 GMT-0700", strings.TrimSpace(date)); err == nil {
		p.Captured, p.CapturedBy = t, "SingleFile comment"
	}
}
