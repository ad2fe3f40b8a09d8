package article

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"hearsay/text"
)

// A mention is a day, a month or a year, with its year, that a text names.
type mention struct {
	span text.Span
	day  stamp
}

// maxSentence is how long a sentence can be, in bytes, in which days are looked for: what is longer is a
// list or a table.
const maxSentence = 2000

// boundByWords fills NotBefore from the body as it is now.
func (a *Article) boundByWords() {
	a.NotBefore = nil
	if a.Published == nil {
		a.NotBefore = notBefore(a.Doc, a.Paragraphs, a.Language.Code, a.Captured)
	}
}

// notBefore returns the latest day that the running text surely places in its past, nil if there is none.
// captured is zero if unknown; what was yet to come then is no evidence.
func notBefore(doc *text.Doc, paragraphs []Paragraph, lang string, captured time.Time) *Date {
	var latest []mention
	for _, m := range pastDays(doc, paragraphs, lang) {
		if !m.day.possible(captured) || !captured.IsZero() && m.day.from.After(captured) {
			continue
		}
		switch {
		case len(latest) == 0 || m.day.from.After(latest[0].day.from):
			latest = append(latest[:0], m)
		case m.day.from.Equal(latest[0].day.from):
			latest = append(latest, m)
		}
	}
	if len(latest) == 0 {
		return nil
	}
	d := &Date{From: latest[0].day.from, To: latest[0].day.to, Grade: Unclear}
	for _, m := range latest[:min(len(latest), maxCandidates)] {
		e := DateEvidence{Kind: "mentioned in the text", Value: cut(squeeze(doc.Text(m.span)), 200), Agrees: true}
		if !slices.Contains(d.Evidence, e) {
			d.Evidence = append(d.Evidence, e)
		}
	}
	return d
}

// pastDays returns the days that the running text surely places in the past, in order. A day counts if its
// sentence has a verb in the past tense, no word of the future, of a plan or of a term (“will”, “scheduled”,
// “expires”), and the day does not stand behind a word that makes it an end or a goal (“by”, “until”). In
// languages without such words here no day counts.
func pastDays(doc *text.Doc, paragraphs []Paragraph, lang string) []mention {
	words, ok := tenses[lang]
	if !ok {
		return nil
	}
	var out []mention
	at := 0
	for _, span := range joinDays(doc, lang) {
		for at < len(paragraphs) && paragraphs[at].Span.End < span.End {
			at++
		}
		if at < len(paragraphs) && paragraphs[at].Role != "" && paragraphs[at].Role != "quote" {
			continue
		}
		s := doc.Text(span)
		if len(s) > maxSentence || !endsSentence(s) || speaksOfUpdate(s) || !strings.ContainsFunc(s, func(r rune) bool { return digitValue(r) >= 0 }) {
			continue
		}
		for _, m := range words.days(s, lang) {
			m.span.Start += span.Start
			m.span.End += span.Start
			out = append(out, m)
		}
	}
	return out
}

// joinDays returns the sentences of a text, those joined that were cut inside a date: “am 3.” and “Mai 2020
// brach die Brücke ein.”
func joinDays(doc *text.Doc, lang string) []text.Span {
	var out []text.Span
	inside := false
	for _, span := range doc.Sentences() {
		s := doc.Text(span)
		if first := strings.TrimRight(firstWord(s), ".,"); inside && span.Start-out[len(out)-1].End <= 1 && first != "" && monthOf(first, lang) != 0 {
			out[len(out)-1].End = span.End
		} else {
			out = append(out, span)
		}
		stem := strings.TrimSuffix(s, ".")
		inside = len(stem) < len(s) && stem != "" && stem[len(stem)-1] >= '0' && stem[len(stem)-1] <= '9'
	}
	return out
}

func firstWord(s string) string {
	s = cut(s, 40)
	if i := strings.IndexFunc(s, unicode.IsSpace); i >= 0 {
		return s[:i]
	}
	return s
}

// days returns the days in one sentence that lie in its past.
func (w tenseWords) days(s, lang string) []mention {
	p := dateParser{tokens: dateTokens(s), lang: lang}
	var found []mention
	for i := 0; i < len(p.tokens); i++ {
		st, next, ok := p.dayAt(i)
		if ok = ok && st.swapped.IsZero() && p.fullYear(i, min(next, len(p.tokens))); !ok {
			st, next, ok = w.periodAt(&p, i)
		}
		if next = min(next, len(p.tokens)); !ok || next <= i {
			continue
		}
		if !w.isTerm(p.tokens, i, next) {
			found = append(found, mention{text.Span{Start: p.at(i).start, End: p.at(next - 1).end}, st})
		}
		i = next - 1
	}
	if len(found) == 0 || !w.past(p.tokens) {
		return nil
	}
	return found
}

// periodAt reads a month with its year (“March 2021”) or a year that words beside it call one (“in 2021”,
// “2021 году”).
func (w tenseWords) periodAt(p *dateParser, i int) (st stamp, next int, ok bool) {
	if month, j, ok := p.monthAt(i); ok {
		if year, next, ok := p.yearAt(j); ok && year >= 1900 && year < 2100 {
			from := time.Date(year, time.Month(month), 1, 0, 0, 0, 0, time.UTC)
			return stamp{from: from, to: from.AddDate(0, 1, 0)}, next, true
		}
		return stamp{}, 0, false
	}
	year, ok := p.number(i, 4, 4)
	if !ok || year < 1900 || year >= 2100 {
		return stamp{}, 0, false
	}
	from := time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC)
	st = stamp{from: from, to: from.AddDate(1, 0, 0)}
	if w.yearBehind[w.key(p.at(i+1))] {
		return st, i + 2, true
	}
	return st, i + 1, w.yearBefore[w.key(p.at(i-1))]
}

// fullYear reports whether one of the tokens of a date is a year of four digits.
func (p *dateParser) fullYear(from, to int) bool {
	return slices.ContainsFunc(p.tokens[from:to], func(t dateToken) bool { return t.digits == 4 })
}

// isTerm reports whether the words beside a date make it an end, a beginning or a goal: “by 5 June 2026”.
func (w tenseWords) isTerm(tokens []dateToken, from, to int) bool {
	const reach = 3 // an article and the name of a weekday may stand between
	for i := from - 1; i >= max(0, from-reach); i-- {
		t := tokens[i]
		if t.text == "-" || t.text == "–" || t.text == "—" && i == from-1 || w.before[w.key(t)] {
			return true
		}
		if strings.Contains(".;:()", t.text) {
			break
		}
	}
	for i := to; i < min(len(tokens), to+reach); i++ {
		if w.behind[w.key(tokens[i])] {
			return true
		}
	}
	return false
}

// past reports whether a sentence speaks of the past and of nothing to come.
func (w tenseWords) past(tokens []dateToken) bool {
	past := false
	for i, t := range tokens {
		if !t.word || t.text == "May" { // the month
			continue
		}
		key := w.key(t)
		if w.future[key] || w.futureForm != nil && w.futureForm(key) {
			return false
		}
		past = past || w.pastWords[key] || w.pastForm != nil && w.pastForm(tokens, i)
	}
	return past
}
