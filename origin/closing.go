package origin

import (
	"slices"
	"strings"

	"hearsay/article"
	"hearsay/text"
)

// closingParagraphs is how many paragraphs from the end a line may stand that names the source of a text.
const closingParagraphs = 3

// findClosing fills g.closing: by member the sources that a line of its own at the end of its text
// names, “Source: X”. Of a name that is known for no agency or outlet such a line may stand below a
// chart, so it tells the source of the text only where the story bears that out: a page of it is there,
// or a second outlet names it in the same way or credits its text to it.
func (g *ground) findClosing() {
	sources := g.unnamed
	lines := make([][]int, len(g.members))
	outlets := map[int]map[string]bool{} // by source: the outlets that name it
	for m := range g.members {
		a := g.article(m)
		for i := range min(len(a.Credits), maxCredits) {
			k := a.Credits[i]
			line := k.Kind == article.Information && closes(a.Doc, k.Span)
			if id := sources.Number(k.Agency); id >= 0 && (line || k.Kind == article.Republication) {
				if outlets[id] == nil {
					outlets[id] = map[string]bool{}
				}
				outlets[id][outletKey(a)] = true
				if line {
					lines[m] = append(lines[m], id)
				}
			}
		}
	}
	present := map[int]bool{}
	for m := range g.members {
		for _, id := range sources.Of(g.article(m)) {
			present[id] = true
		}
	}
	for m, ids := range lines {
		for _, id := range ids {
			if present[id] || len(outlets[id]) > 1 {
				g.closing[m] = append(g.closing[m], sources.Name(id))
			}
		}
	}
}

// closes reports whether a credit is all of one of the last paragraphs.
func closes(doc *text.Doc, at *text.Span) bool {
	paragraphs := doc.Paragraphs()
	last := paragraphs[max(0, len(paragraphs)-closingParagraphs):]
	return at != nil && len(paragraphs) > 1 && slices.ContainsFunc(last, func(p text.Span) bool {
		return at.Overlaps(p) && strings.TrimFunc(doc.Text(p), isPunct) == strings.TrimFunc(doc.Text(*at), isPunct)
	})
}
