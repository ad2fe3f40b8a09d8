package export

import (
	"strconv"
	"strings"

	"hearsay"
	"hearsay/drift"
)

// quotes is the table of all quotes: one row each, the parts of its words joined by “ … ”.
func quotes(c *hearsay.Case) table {
	t := table{name: "quotes", header: []string{"article", "outlet", "published", "speaker", "entity", "mention", "kind", "class", "polarity", "cue", "said", "via",
		"zone", "level", "spans", "exact", "grade_content", "grade_mention", "grade_speaker", "reason"}}
	t.rows = func(add func(cells ...string)) {
		for i, n := range c.Annotations {
			a := c.Articles[i]
			w := annotator{a, n}
			published := ""
			if a.Published != nil {
				published = formatTime(a.Published.From)
			}
			for _, q := range n.Quotes {
				r := w.quote(q)
				var spans, exact, via []string
				for _, p := range r.Content {
					spans = append(spans, strconv.Itoa(p.Start)+"-"+strconv.Itoa(p.End))
					exact = append(exact, p.Exact)
				}
				for _, v := range r.Via {
					via = append(via, string(v.Role)+": "+v.Exact)
				}
				add(a.ID, a.Name(), published, r.Speaker.Name, castID(c, i, q.Speaker.Entity), exactOf(r.Speaker.Mention), string(r.Kind), string(r.Class), r.Polarity, exactOf(r.Cue),
					saidOf(r.Date), strings.Join(via, "; "), string(r.Zone), strconv.Itoa(r.Level), strings.Join(spans, ";"), strings.Join(exact, " … "),
					string(r.Grades.Content), string(r.Grades.Mention), string(r.Grades.Speaker), r.Speaker.Reason)
			}
		}
	}
	return t
}

func exactOf(w *Words) string {
	if w == nil {
		return ""
	}
	return w.Exact
}

func saidOf(d *QuoteDate) string {
	switch {
	case d == nil:
		return ""
	case d.From == nil:
		return d.Evidence.Exact
	}
	return *d.From
}

// castID returns the id in the case of an entity of an article; empty if it is open.
func castID(c *hearsay.Case, article, e int) string {
	if e < 0 || article >= len(c.Cast.Of) || e >= len(c.Cast.Of[article]) {
		return ""
	}
	return c.Cast.Entities[c.Cast.Of[article][e]].ID
}

// utterances is the table of quotes that several articles of a story give: one row a wording and article.
func utterances(c *hearsay.Case) table {
	t := table{name: "utterances", header: []string{"story", "utterance", "speakers", "relation", "same_words", "words", "article", "outlet", "earliest", "exact"}}
	t.rows = func(add func(cells ...string)) {
		refs := quoteRefs{c}
		for _, s := range c.Stories {
			for _, u := range s.Utterances {
				var speakers []string
				for _, x := range u.Speakers {
					speakers = append(speakers, x.Name)
				}
				earliest := map[drift.Report]bool{}
				for _, r := range u.Earliest {
					earliest[r] = true
				}
				for _, v := range u.Variants {
					for _, r := range v.Reports {
						var exact []string
						for _, w := range refs.ref(r).Words {
							exact = append(exact, w.Exact)
						}
						add(s.ID, u.ID, strings.Join(speakers, "; "), string(v.Relation), strconv.Itoa(v.Same), strconv.Itoa(v.Words), c.Articles[r.Article].ID, c.Articles[r.Article].Name(),
							strconv.FormatBool(earliest[r]), strings.Join(exact, " … "))
					}
				}
			}
		}
	}
	return t
}

// entities is the table of the people, bodies and places of a case: one row a spelling.
func entities(c *hearsay.Case) table {
	t := table{name: "entities", header: []string{"entity", "name", "kind", "spelling", "mentions", "articles", "descriptors"}}
	t.rows = func(add func(cells ...string)) {
		for _, x := range c.Cast.Entities {
			for _, a := range x.Aliases {
				add(x.ID, x.Name, string(x.Kind), a.Form, strconv.Itoa(a.Count), strings.Join(ids(c.Articles, a.Articles), " "), strings.Join(x.Descriptors, "; "))
			}
		}
	}
	return t
}
