package report

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"hearsay/lineage"
)

// A phrase is a stretch of a sentence that a stage has written. With Href it is the name of a page, or it
// is Foreign: what stands in quotation marks, in whatever script the pages are.
type phrase struct {
	Text, Href, Title string
	Foreign           bool
}

// A speaker puts sentences of the stages in the names of the report. The stages tell pages of one
// outlet apart by their titles, “Daily A (“Bridge closed”)”; the report numbers them, and a reader
// must not have to guess that both are one page.
type speaker struct {
	replacer *strings.Replacer
	articles []int // by number of the label
}

// labelMark stands around the number of a label while a sentence is cut. Sentences are cleaned of
// control characters first, so no page can bring one.
const labelMark = "\x00"

// newSpeakers makes the speakers of all stories of several pages. Only labels that the report does
// not use as a name are looked for: they hold a title or an ID and so are no common words.
func (l *layout) newSpeakers() {
	l.speakers = make([]speaker, len(l.Stories))
	for s, st := range l.Stories {
		if len(st.Members) < 2 {
			continue
		}
		type label struct {
			text    string
			article int
		}
		var labels []label
		for k, text := range lineage.Labels(l.Articles, st.Story) {
			if i := st.Members[k].Article; plain(text) != l.names[i] && strings.ContainsAny(text, "([") {
				labels = append(labels, label{plain(text), i})
			}
		}
		// Where one label begins with another, the longer one is meant.
		slices.SortStableFunc(labels, func(a, b label) int { return cmp.Compare(len(b.text), len(a.text)) })
		var pairs []string
		for k, x := range labels {
			pairs = append(pairs, x.text, labelMark+strconv.Itoa(k)+labelMark)
			l.speakers[s].articles = append(l.speakers[s].articles, x.article)
		}
		l.speakers[s].replacer = strings.NewReplacer(pairs...)
	}
}

// spoken cuts a sentence of a stage about story s at the names of pages.
func (l *layout) spoken(file string, s int, sentence string) []phrase {
	sentence = plain(sentence)
	if s < 0 || len(l.speakers[s].articles) == 0 {
		return quoting(sentence)
	}
	var out []phrase
	for k, part := range strings.Split(l.speakers[s].replacer.Replace(sentence), labelMark) {
		if k%2 == 0 {
			out = append(out, quoting(part)...)
			continue
		}
		n, err := strconv.Atoi(part)
		if err != nil {
			continue // plain has removed every mark but our own
		}
		i := l.speakers[s].articles[n]
		out = append(out, phrase{Text: l.names[i], Href: l.articleAt[i].from(file), Title: l.headline(i)})
	}
	return out
}

// quoting cuts a sentence at what stands in quotation marks, marks within marks taken together. Where
// they do not close, the rest stays as it is.
func quoting(sentence string) []phrase {
	const open, shut = "“", "”"
	var out []phrase
	depth, from := 0, 0
	for i, r := range sentence {
		switch {
		case string(r) == open:
			if depth++; depth == 1 {
				out, from = append(out, phrase{Text: sentence[from : i+len(open)]}), i+len(open)
			}
		case string(r) == shut && depth > 0:
			if depth--; depth == 0 && i > from {
				out, from = append(out, phrase{Text: sentence[from:i], Foreign: true}), i
			}
		}
	}
	if from < len(sentence) {
		out = append(out, phrase{Text: sentence[from:]})
	}
	return out
}
