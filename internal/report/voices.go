package report

import (
	"cmp"
	"slices"
	"strings"

	"hearsay/drift"
	"hearsay/quote"
)

const (
	firstUtterances = 10  // shown at once
	mostUtterances  = 120 // of a story, in all
	mostUnshared    = 60
	mostVoices      = 60
)

// A voiceRow is a speaker and how much of a story is ascribed to him.
type voiceRow struct {
	Name       link
	What       string // kind and descriptor
	Direct     int    // different direct or mixed quotes
	Indirect   int    // reports without his own words
	Pages      int
	FirstWords string
	tongue
}

// A driftRow is one utterance and how its words changed from page to page.
type driftRow struct {
	Anchor   string
	Text     string
	Speakers []link
	Dispute  bool // pages ascribe it to different people or bodies
	Pages    int
	Variants []variantRow
	Earliest []pageLink
	tongue
}

// A variantRow is one wording.
type variantRow struct {
	Relation string
	Pieces   []mark
	Pages    []viaPage
	tongue
}

// A viaPage is a page and through whom it has the words, as it says itself.
type viaPage struct {
	pageLink
	Via string
}

// reportsOf lists the quotes of the articles of a story: outermost ones of the page itself.
func (l *layout) reportsOf(articles []int) []drift.Report {
	var out []drift.Report
	for _, a := range articles {
		if a >= len(l.Annotations) {
			continue
		}
		for k, q := range l.Annotations[a].Quotes {
			if q.Zone != quote.Teaser && q.Repeats < 0 && q.Level == 1 {
				out = append(out, drift.Report{Article: a, Quote: k})
			}
		}
	}
	return out
}

// voices lists who speaks in a story: those with most quotes first.
func (l *layout) voices(file string, s int) []voiceRow {
	bySpeaker := map[int][]drift.Report{}
	for _, r := range l.reportsOf(l.members(s)) {
		if q := l.quoteOf(r); q.Class != quote.Thought && q.Class != quote.Attitude {
			if c := l.castOf(r); c >= 0 {
				bySpeaker[c] = append(bySpeaker[c], r)
			}
		}
	}
	var order []int
	for c := range bySpeaker {
		order = append(order, c)
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(len(bySpeaker[b]), len(bySpeaker[a])), cmp.Compare(a, b))
	})
	var rows []voiceRow
	for _, c := range order[:min(len(order), mostVoices)] {
		rows = append(rows, l.voice(file, c, bySpeaker[c]))
	}
	return rows
}

func (l *layout) voice(file string, c int, reports []drift.Report) voiceRow {
	x := l.Cast.Entities[c]
	row := voiceRow{Name: link{l.personAt[c].from(file), plain(x.Name)}, What: kindWords(x.Kind)}
	if len(x.Descriptors) > 0 {
		row.What = short(x.Descriptors[0], 80)
	}
	pages := map[int]bool{}
	said := map[string]bool{}
	for _, r := range reports {
		pages[r.Article] = true
		q := l.quoteOf(r)
		key := l.content(r)
		if said[key] {
			continue
		}
		said[key] = true
		if q.Kind == quote.Indirect {
			row.Indirect++
			continue
		}
		row.Direct++
		if row.FirstWords == "" {
			row.FirstWords = short(evidence(key), 140)
			row.tongue = languageOf(l.Articles[r.Article])
		}
	}
	row.Pages = len(pages)
	return row
}

// drifts lists the utterances that several pages of a story quote, those with several wordings first.
func (l *layout) drifts(file string, s int) []driftRow {
	shown := slices.Clone(l.Stories[s].Utterances)
	shown = shown[:min(len(shown), mostUtterances)]
	// What drifted comes first: that is what a reader has to see.
	slices.SortStableFunc(shown, func(a, b drift.Utterance) int { return cmp.Compare(min(2, len(b.Variants)), min(2, len(a.Variants))) })
	var rows []driftRow
	for _, u := range shown {
		rows = append(rows, l.drift(file, s, u))
	}
	return rows
}

func (l *layout) drift(file string, s int, u drift.Utterance) driftRow {
	base := u.Variants[u.Base].Reports[0]
	row := driftRow{Anchor: l.storyAt[s].anchor + "-" + strings.ReplaceAll(u.ID, ":", "-"), Text: short(evidence(l.content(base)), 500), Pages: len(u.Articles()), tongue: languageOf(l.Articles[base.Article])}
	known := 0
	for _, x := range u.Speakers {
		switch {
		case x.Entity >= 0:
			known++
			row.Speakers = append(row.Speakers, link{l.personAt[x.Entity].from(file), plain(x.Name)})
		case x.Name != "":
			row.Speakers = append(row.Speakers, link{Text: short(x.Name, 80)})
		}
	}
	row.Dispute = known > 1
	for _, r := range u.Earliest {
		x := l.page(file, r.Article)
		x.Href = l.quoteAt(file, r)
		row.Earliest = append(row.Earliest, x)
	}
	for _, v := range u.Variants {
		row.Variants = append(row.Variants, l.variant(file, v))
	}
	return row
}

func (l *layout) variant(file string, v drift.Variant) variantRow {
	row := variantRow{Relation: relationOf(v.Relation), tongue: languageOf(l.Articles[v.Reports[0].Article])}
	if len(v.Edits) == 0 || v.Relation == drift.Verbatim {
		row.Pieces = []mark{{Text: evidence(l.content(v.Reports[0]))}}
	}
	for _, e := range v.Edits {
		if v.Relation == drift.Verbatim {
			break
		}
		switch e.Op {
		case drift.Equal:
			row.Pieces = append(row.Pieces, mark{Text: evidence(e.B) + " "})
			continue
		case drift.Delete, drift.Replace:
			row.Pieces = append(row.Pieces, mark{Kind: "gone", Text: evidence(e.A)}, mark{Text: " "})
		}
		if e.Op == drift.Insert || e.Op == drift.Replace {
			row.Pieces = append(row.Pieces, mark{Kind: "changed", Text: evidence(e.B)}, mark{Text: " "})
		}
	}
	for _, r := range v.Reports {
		x := viaPage{pageLink: l.page(file, r.Article)}
		x.Href = l.quoteAt(file, r)
		var via []string
		for _, w := range l.quoteOf(r).Via {
			via = append(via, viaWords(w.Role)+" "+short(l.words(r, w.Span), 60))
		}
		x.Via = strings.Join(via, ", ")
		row.Pages = append(row.Pages, x)
	}
	return row
}

func relationOf(r drift.Relation) string {
	switch r {
	case drift.Base:
		return "in most pages"
	case drift.Verbatim:
		return "the same words"
	case drift.Cut:
		return "cut"
	case drift.Extended:
		return "longer"
	}
	return "worded otherwise"
}
