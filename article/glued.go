package article

import (
	"sort"
	"strings"
	"unicode"
)

// mostGlued bounds how many paragraphs are looked for letter by letter; each costs a walk over the page.
const mostGlued = 50

// A letterRun is the text of all blocks of a page without white space. It finds paragraphs whose words an
// extractor glued together across elements (“TimetableThe ferry sails at eight.”), which no search by words finds.
type letterRun struct {
	letters string
	first   []int // where each block begins
	tries   int
}

// blocksOf returns the blocks that a paragraph was glued together from, from first up to but without end. It
// reports false if the paragraph does not stand on the page, from the beginning of one block to the end of one.
func (r *letterRun) blocksOf(words string, blocks []*block) (first, end int, ok bool) {
	if r.tries++; r.tries > mostGlued {
		return 0, 0, false
	}
	if r.first == nil {
		var all strings.Builder
		for _, b := range blocks {
			r.first = append(r.first, all.Len())
			all.WriteString(withoutSpace(b.text))
		}
		r.first = append(r.first, all.Len())
		r.letters = all.String()
	}
	wanted := withoutSpace(words)
	at := strings.Index(r.letters, wanted)
	if at < 0 || wanted == "" {
		return 0, 0, false
	}
	first = sort.SearchInts(r.first, at)
	end = sort.SearchInts(r.first, at+len(wanted))
	return first, end, r.first[first] == at && r.first[end] == at+len(wanted)
}

func withoutSpace(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// appendGlued appends the blocks that a paragraph was glued together from, or nothing if one of them is in the
// body anyway: then the paragraph is a second copy.
func appendGlued(out []piece, first, end int, kept []int, blocks []*block) []piece {
	for v := first; v < end; v++ {
		if kept[v] > 0 {
			return out
		}
	}
	for v := first; v < end; v++ {
		out = append(out, blocks[v].piece(0, len(blocks[v].text), v))
		kept[v]++
	}
	return out
}
