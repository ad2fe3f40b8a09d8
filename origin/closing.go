package origin

import (
	"hearsay/article"
	"hearsay/lineage"
)

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
			line := k.Kind == article.Information && lineage.ClosingLine(a.Doc, k.Span)
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
