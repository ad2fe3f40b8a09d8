package report

import (
	"html/template"

	"hearsay/internal/draw"
	"hearsay/lineage"
	"hearsay/text"
)

// A parting says what of a page stands in which of the several that it hangs on; without Rows it says
// nothing.
type parting struct {
	Rows []partRow
	Rest int // words that stand in none of them
}

// A partRow says what of a page stands in one of the several that it hangs on.
type partRow struct {
	Other  pageLink
	Words  int // that stand in it
	Alone  int // of them, those that stand in none of the others
	Strip  template.HTML
	Places []link // the paragraphs that hold them
	Left   int    // paragraphs that are not listed
}

// mostPlaces is how many paragraphs a partRow lists.
const mostPlaces = 8

// parts says what of article i stands in which of the pages that it hangs on, where they are several,
// and what stands in none of them.
func (p pictured) parts(i int, into []lineage.Edge) parting {
	var others []pageLink
	var shared []lineage.Runs
	for _, e := range into {
		if e.Pair < 0 {
			continue
		}
		others = append(others, p.link(e.From))
		shared = append(shared, lineage.SharedRuns(p.Articles, p.Pairs[e.Pair], i))
	}
	if len(others) < 2 {
		return parting{}
	}
	doc := p.Articles[i].Doc
	rows := make([]partRow, len(others))
	var all lineage.Runs
	for k, runs := range shared {
		var rest lineage.Runs
		for j, other := range shared {
			if j != k {
				rest = rest.Union(other)
			}
		}
		all = all.Union(runs)
		rows[k] = partRow{Other: others[k], Words: runs.Words(doc), Alone: runs.Without(rest).Words(doc), Strip: stretches(p.layout.names[i], others[k].Name, doc, runs)}
		p.addPlaces(&rows[k], i, runs)
	}
	return parting{rows, lineage.AllWords(doc).Without(all).Words(doc)}
}

// addPlaces lists the paragraphs of article i that hold runs.
func (p pictured) addPlaces(row *partRow, i int, runs lineage.Runs) {
	tokens, last := p.Articles[i].Doc.Tokens(), -1
	for _, r := range runs {
		for t := r.From; t < min(r.To, len(tokens)); t++ {
			k, ok := paragraphAt(p.paragraphs[i], tokens[t].Span().Start)
			if !ok || k == last {
				continue
			}
			last = k
			if len(row.Places) == mostPlaces {
				row.Left++
				continue
			}
			row.Places = append(row.Places, link{place{p.articleAt[i].file, p.spanAnchor(i, p.paragraphs[i][k].Span)}.from(p.file), number(k + 1)})
		}
	}
}

// stretches draws where in a page the runs stand.
func stretches(name, other string, doc *text.Doc, runs lineage.Runs) template.HTML {
	tokens, length := doc.Tokens(), float64(max(1, doc.Len()))
	var out []draw.Stretch
	for _, r := range runs {
		from, to := tokens[r.From].Span(), tokens[min(r.To, len(tokens))-1].Span()
		out = append(out, draw.Stretch{From: float64(from.Start) / length, To: float64(to.End) / length, Others: 5})
	}
	return template.HTML(draw.Coverage("Where in "+name+" the words stand that "+other+" has too, from its beginning on the left", out))
}
