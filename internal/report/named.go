package report

import (
	"fmt"
	"strings"

	"hearsay/drift"
	"hearsay/entity"
	"hearsay/quote"
)

// mostNames is how many names of a page are listed.
const mostNames = 150

// A nameRow is somebody or something that a page names.
type nameRow struct {
	Name    link
	Kind    string
	Why     string // what speaks for the kind
	Forms   string // the spellings
	Count   int
	Reasons []string // how its mentions were tied to it
}

// articleSayings lists the quotes of one page, in the order of the text.
func (l *layout) articleSayings(file string, i int) []sayingRow {
	if i >= len(l.Annotations) {
		return nil
	}
	var rows []sayingRow
	for k, q := range l.Annotations[i].Quotes {
		r := drift.Report{Article: i, Quote: k}
		row := l.saying(file, []drift.Report{r})
		if q.Level > 1 {
			row.Notes = append(row.Notes, "inside another quote")
		}
		if q.Repeats >= 0 {
			row.Notes = append(row.Notes, "the same words stand above")
		}
		if q.Zone == quote.Teaser {
			row.Notes = append(row.Notes, "points to another page, not counted")
		}
		rows = append(rows, row)
	}
	return rows
}

// articleNames lists what one page names, with how its mentions were joined.
func (l *layout) articleNames(file string, i int) (rows []nameRow, left int) {
	if i >= len(l.Annotations) {
		return nil, 0
	}
	names := l.Annotations[i].Names
	for e, x := range names.Entities {
		if e == mostNames {
			return rows, len(names.Entities) - mostNames
		}
		row := nameRow{Name: link{Text: plain(x.Name)}, Kind: kindWords(x.Kind), Count: len(x.Mentions)}
		if i < len(l.Cast.Of) && e < len(l.Cast.Of[i]) {
			row.Name.Href = l.personAt[l.Cast.Of[i][e]].from(file)
		}
		var forms, why []string
		for _, a := range x.Aliases {
			forms = append(forms, fmt.Sprintf("%s (%d)", plain(a.Form), a.Count))
		}
		for _, v := range x.KindVotes[:min(len(x.KindVotes), 3)] {
			if v.Kind == x.Kind {
				why = append(why, plain(v.Text))
			}
		}
		row.Forms, row.Why = strings.Join(forms, ", "), strings.Join(why, "; ")
		row.Reasons = l.joinings(i, x)
		rows = append(rows, row)
	}
	return rows, 0
}

// joinings says how the mentions of an entity were tied to it, each reason once.
func (l *layout) joinings(i int, x entity.Entity) []string {
	var out []string
	seen := map[string]bool{}
	add := func(s string) {
		if !seen[s] && len(out) < 8 {
			seen[s] = true
			out = append(out, s)
		}
	}
	for _, m := range x.Merges {
		add(fmt.Sprintf("“%s” and “%s”: %s", plain(m.A), plain(m.B), plain(m.Rule)))
	}
	names := l.Annotations[i].Names
	for _, k := range x.Mentions {
		m := names.Mentions[k]
		if m.Reason == "" || m.Form == entity.Full {
			continue
		}
		doc := l.Articles[i].Doc
		if m.InTitle {
			doc = l.Annotations[i].Title
		}
		add(fmt.Sprintf("“%s”: %s", short(doc.Text(m.Span), 60), m.Reason))
	}
	return out
}
