package eval

import (
	"cmp"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"hearsay/entity"
	"hearsay/quote"
	"hearsay/quote/training"
	"hearsay/text"
)

// A polnearDoc is a document of PolNeAR; offsets are code points.
type polnearDoc struct {
	Text         string
	Attributions []struct {
		Source, Cue, Content [][2]int
		Type                 string
	}
	doc *text.Doc
}

func readPolnear(t *testing.T, part string) []*polnearDoc {
	var out []*polnearDoc
	eachJSONLine(t, corpus(t, "quotes/polnear/"+part+".jsonl"), func(d polnearDoc) {
		d.doc = text.NewDoc(d.Text)
		out = append(out, &d)
	})
	return out
}

func spansIn(d *text.Doc, offsets [][2]int) []text.Span {
	var out []text.Span
	for _, o := range offsets {
		if s, ok := d.SpanOf(o[0], o[1]); ok {
			out = append(out, s)
		}
	}
	return out
}

// A spanTally counts what was found, what was right of it, and what there was to find.
type spanTally struct{ right, found, gold int }

func (c spanTally) precision() float64 { return share(c.right, c.found) }
func (c spanTally) recall() float64    { return share(c.right, c.gold) }
func (c spanTally) f1() float64        { return 2 * float64(c.right) / float64(max(1, c.found+c.gold)) }

// segments brings spans into the form in which they are compared: joined over white space on one line, cut at line ends, without marks and
// punctuation at their ends; each once.
func segments(s string, spans []text.Span) map[text.Span]bool {
	spans = slices.Clone(spans)
	slices.SortFunc(spans, func(a, b text.Span) int { return cmp.Compare(a.Start, b.Start) })
	var joined []text.Span
	for _, x := range spans {
		if n := len(joined); n > 0 && x.Start >= joined[n-1].End {
			if between := s[joined[n-1].End:x.Start]; strings.TrimSpace(between) == "" && !strings.Contains(between, "\n") {
				joined[n-1].End = x.End
				continue
			}
		}
		joined = append(joined, x)
	}
	out := map[text.Span]bool{}
	for _, x := range joined {
		from := x.Start
		for i := x.Start; i <= x.End; i++ {
			if i == x.End || s[i] == '\n' {
				if b := bareSpan(s, text.Span{Start: from, End: i}); !b.Empty() {
					out[b] = true
				}
				from = i + 1
			}
		}
	}
	return out
}

func bareSpan(s string, x text.Span) text.Span {
	loose := func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsPunct(r) && r != '@' && r != '#' && r != '%' || r == '`'
	}
	for x.Start < x.End {
		r, size := utf8.DecodeRuneInString(s[x.Start:x.End])
		if !loose(r) {
			break
		}
		x.Start += size
	}
	for x.Start < x.End {
		r, size := utf8.DecodeLastRuneInString(s[x.Start:x.End])
		if !loose(r) {
			break
		}
		x.End -= size
	}
	return x
}

func (c *spanTally) compare(found, gold map[text.Span]bool) {
	c.found += len(found)
	c.gold += len(gold)
	for s := range found {
		if gold[s] {
			c.right++
		}
	}
}

// roleTallies measures the spans of a tagger: exact spans of each role, and words of content.
type roleTallies struct{ source, cue, content, words spanTally }

func tagged(docs []*polnearDoc, t quote.Tagger) roleTallies {
	var r roleTallies
	for _, d := range docs {
		got := t.Tag(d.doc)
		var source, cue, content []map[text.Span]bool
		var all []text.Span
		for _, a := range d.Attributions {
			source = append(source, segments(d.Text, spansIn(d.doc, a.Source)))
			cue = append(cue, segments(d.Text, spansIn(d.doc, a.Cue)))
			content = append(content, segments(d.Text, spansIn(d.doc, a.Content)))
			all = append(all, spansIn(d.doc, a.Content)...)
		}
		r.source.compare(segments2(d.Text, got.Source), union(source))
		r.cue.compare(segments2(d.Text, got.Cue), union(cue))
		r.content.compare(segments2(d.Text, got.Content), union(content))
		for _, tok := range d.doc.Tokens() {
			in, gold := covers(got.Content, tok.Span()), covers(all, tok.Span())
			r.words.found += truth(in)
			r.words.gold += truth(gold)
			r.words.right += truth(in && gold)
		}
	}
	return r
}

// segments2 is segments without joining: each span of a tagger is one.
func segments2(s string, spans []text.Span) map[text.Span]bool {
	out := map[text.Span]bool{}
	for _, x := range spans {
		for y := range segments(s, []text.Span{x}) {
			out[y] = true
		}
	}
	return out
}

func union(sets []map[text.Span]bool) map[text.Span]bool {
	out := map[text.Span]bool{}
	for _, s := range sets {
		for x := range s {
			out[x] = true
		}
	}
	return out
}

func covers(spans []text.Span, x text.Span) bool {
	return slices.ContainsFunc(spans, func(s text.Span) bool { return s.Overlaps(x) })
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}

// directTallies measures quote.Find: direct speech by exact spans, quoted spans (direct speech and the quoted parts of mixed quotes), and of the direct
// speech that was found, whether the words for its speaker touch those of the gold.
type directTallies struct {
	direct, quoted            spanTally
	found, attributed, source int
}

// kindOf says what kind an attribution is. PolNeAR has no kinds: those of the corpus file were derived from “ and ", and take every quotation that the New York Times
// prints between doubled single marks (”so”) for indirect speech; byMarks derives them with all marks.
func directs(docs []*polnearDoc, kindOf func(d *polnearDoc, label string, content, marks []text.Span) string) directTallies {
	var r directTallies
	for _, d := range docs {
		goldDirect, goldQuoted := map[text.Span]bool{}, map[text.Span]bool{}
		sourceOf := map[text.Span][]text.Span{}
		marks := quote.Quotations(d.doc)
		for _, a := range d.Attributions {
			content := spansIn(d.doc, a.Content)
			kind := kindOf(d, a.Type, content, marks)
			if kind == "direct" {
				for s := range segments(d.Text, content) {
					goldDirect[s], goldQuoted[s] = true, true
					sourceOf[s] = append(sourceOf[s], spansIn(d.doc, a.Source)...)
				}
				continue
			}
			if kind == "mixed" {
				var parts []text.Span
				for _, c := range content {
					for _, m := range marks {
						if x := c.Intersect(m); !x.Empty() {
							parts = append(parts, x)
						}
					}
				}
				for s := range segments(d.Text, parts) {
					goldQuoted[s] = true
				}
			}
		}
		foundDirect, foundQuoted, speakers := foundIn(d)
		r.direct.compare(foundDirect, goldDirect)
		r.quoted.compare(foundQuoted, goldQuoted)
		for s := range foundDirect {
			gold := sourceOf[s]
			if !goldDirect[s] || len(gold) == 0 {
				continue
			}
			r.found++
			hit, exact := false, false
			for _, g := range gold {
				hit = hit || g.Overlaps(speakers[s])
				exact = exact || bareSpan(d.Text, g) == bareSpan(d.Text, speakers[s])
			}
			r.attributed += truth(hit)
			r.source += truth(exact)
		}
	}
	return r
}

func byLabel(_ *polnearDoc, label string, _, _ []text.Span) string { return label }

// byMarks calls an attribution direct if at least 95 of 100 letters and digits of its content stand between quotation marks, mixed if more than 5 do.
func byMarks(d *polnearDoc, _ string, content, marks []text.Span) string {
	in, all := 0, 0
	for _, c := range content {
		for i, r := range d.Text[c.Start:c.End] {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				all++
				at := c.Start + i
				k, _ := slices.BinarySearchFunc(marks, at, func(m text.Span, at int) int { return cmp.Compare(m.End, at+1) })
				in += truth(k < len(marks) && marks[k].Start <= at)
			}
		}
	}
	switch {
	case all > 0 && 100*in >= 95*all:
		return "direct"
	case 100*in > 5*all:
		return "mixed"
	}
	return "indirect"
}

// foundIn reads a document whose first paragraph is its title, and gives spans of the whole.
func foundIn(d *polnearDoc) (direct, quoted map[text.Span]bool, speakers map[text.Span]text.Span) {
	first := d.doc.Paragraphs()[0]
	at := first.End
	for at < len(d.Text) && (d.Text[at] == '\n' || d.Text[at] == ' ') {
		at++
	}
	in := quote.Text{Title: text.NewDoc(d.Text[first.Start:first.End]), Body: text.NewDoc(d.Text[at:]), Language: "en"}
	in.Names = entity.Find(entity.Text{Title: in.Title, Body: in.Body, Language: "en"}, nil)
	shift := func(q quote.Quote, s text.Span) text.Span {
		if s.Empty() {
			return s
		}
		by := at
		if q.Zone == quote.InTitle {
			by = first.Start
		}
		return text.Span{Start: s.Start + by, End: s.End + by}
	}
	speakers = map[text.Span]text.Span{}
	var whole, parts []text.Span
	for _, q := range quote.Find(in) {
		if q.Level > 1 {
			continue
		}
		for _, p := range q.Content {
			if !p.Quoted {
				continue
			}
			parts = append(parts, shift(q, p.Span))
			if q.Kind == quote.Direct {
				whole = append(whole, shift(q, p.Span))
			}
		}
	}
	direct, quoted = segments(d.Text, whole), segments(d.Text, parts)
	for _, q := range quote.Find(in) {
		for _, p := range q.Content {
			for s := range direct {
				if s.Overlaps(shift(q, p.Span)) && q.Level == 1 && q.Kind == quote.Direct {
					speakers[s] = shift(q, q.Speaker.Mention)
				}
			}
		}
	}
	return direct, quoted, speakers
}

// TestQuotes measures who said what on the development part of PolNeAR, by the protocol of doc/method.md, and what the same tagger reaches when it learns from the training part: that is
// measured only, and never shipped.
func TestQuotes(t *testing.T) {
	dev := readPolnear(t, "dev")
	note := fmt.Sprintf("of %d news articles", len(dev))
	r := directs(dev, byMarks)
	l := directs(dev, byLabel)
	record(t, "quotes.polnear.direct.f1", r.direct.f1(), note)
	record(t, "quotes.polnear.direct.labelled.f1", l.direct.f1(), note+", kinds as the corpus file gives them")
	record(t, "quotes.polnear.quoted.labelled.f1", l.quoted.f1(), note+", kinds as the corpus file gives them")
	record(t, "quotes.polnear.direct.labelled.attributed", share(l.attributed, l.found), fmt.Sprintf("of %d direct segments found, kinds as the corpus file gives them", l.found))
	record(t, "quotes.polnear.direct.precision", r.direct.precision(), note)
	record(t, "quotes.polnear.direct.recall", r.direct.recall(), note)
	record(t, "quotes.polnear.quoted.f1", r.quoted.f1(), note)
	record(t, "quotes.polnear.direct.attributed", share(r.attributed, r.found), fmt.Sprintf("of %d direct segments found", r.found))
	record(t, "quotes.polnear.direct.attributed.exact", share(r.source, r.found), fmt.Sprintf("of %d direct segments found", r.found))
	recordRoles(t, "quotes.polnear.tagger", tagged(dev, quote.BuiltIn()), note)
	if !testing.Short() {
		recordRoles(t, "quotes.polnear.trained_on_polnear", tagged(dev, quote.Learn(annotatedPolnear(t))), note+", weights learnt from PolNeAR: not shipped")
	}
}

func recordRoles(t *testing.T, name string, r roleTallies, note string) {
	record(t, name+".source.f1", r.source.f1(), note)
	record(t, name+".cue.f1", r.cue.f1(), note)
	record(t, name+".content.f1", r.content.f1(), note)
	record(t, name+".content.words.f1", r.words.f1(), note)
}

func annotatedPolnear(t *testing.T) []quote.Annotated {
	var out []quote.Annotated
	for _, d := range readPolnear(t, "train") {
		a := quote.Annotated{Doc: d.doc}
		for _, x := range d.Attributions {
			a.Attributions = append(a.Attributions, quote.Attribution{Source: spansIn(d.doc, x.Source), Cue: spansIn(d.doc, x.Cue), Content: spansIn(d.doc, x.Content)})
		}
		out = append(out, a)
	}
	return out
}

// TestQuotesOwn holds out every fifth of the articles of quote/training in turn: what the tagger learns from four fifths of our own articles it shows on the rest.
func TestQuotesOwn(t *testing.T) {
	articles, err := training.Read(os.DirFS("../quote/training/articles"))
	if err != nil {
		t.Fatal(err)
	}
	const folds = 5
	var all roleTallies
	for fold := range folds {
		var learn []quote.Annotated
		var test []*polnearDoc
		for i, a := range articles {
			if i%folds == fold {
				test = append(test, asPolnear(a))
			} else {
				learn = append(learn, quote.Annotated{Doc: a.Doc, Attributions: a.Attributions()})
			}
		}
		r := tagged(test, quote.Learn(learn))
		all.source.add(r.source)
		all.cue.add(r.cue)
		all.content.add(r.content)
		all.words.add(r.words)
	}
	recordRoles(t, "quotes.own.crossvalidated", all, fmt.Sprintf("of %d articles of our own, five folds", len(articles)))
}

func (c *spanTally) add(o spanTally) {
	c.right += o.right
	c.found += o.found
	c.gold += o.gold
}

// asPolnear gives an annotated article the form of a PolNeAR document.
func asPolnear(a training.Article) *polnearDoc {
	d := &polnearDoc{Text: a.Doc.String(), doc: a.Doc}
	points := func(spans []text.Span) (out [][2]int) {
		for _, s := range spans {
			from, to := a.Doc.CodePoints(s)
			out = append(out, [2]int{from, to})
		}
		return out
	}
	for _, x := range a.Attributions() {
		d.Attributions = append(d.Attributions, struct {
			Source, Cue, Content [][2]int
			Type                 string
		}{points(x.Source), points(x.Cue), points(x.Content), ""})
	}
	return d
}

// A germanDoc is a document of the German Wikinews set; offsets are code points.
type germanDoc struct {
	Text        string
	Annotations []struct {
		Type    string
		Quote   [][2]int
		Speaker [][2]int
	}
}

// TestQuotesGerman measures direct speech in German news, where marks and word lists are all there is, and how often the words for its speaker touch those of the gold.
func TestQuotesGerman(t *testing.T) {
	var direct spanTally
	docs, found, attributed := 0, 0, 0
	eachJSONLine(t, corpus(t, "quotes/german/dev.jsonl"), func(d germanDoc) {
		docs++
		body := text.NewDoc(d.Text)
		gold := map[text.Span]bool{}
		speakers := map[text.Span][]text.Span{}
		for _, a := range d.Annotations {
			if a.Type != "Direct" {
				continue
			}
			for s := range segments(d.Text, spansIn(body, a.Quote)) {
				gold[s] = true
				speakers[s] = append(speakers[s], spansIn(body, a.Speaker)...)
			}
		}
		in := quote.Text{Title: text.NewDoc(""), Body: body, Language: "de"}
		in.Names = entity.Find(entity.Text{Title: in.Title, Body: body, Language: "de"}, nil)
		var got []text.Span
		by := map[text.Span]text.Span{}
		for _, q := range quote.Find(in) {
			if q.Kind != quote.Direct || q.Level > 1 {
				continue
			}
			for _, p := range q.Content {
				got = append(got, p.Span)
				by[bareSpan(d.Text, p.Span)] = q.Speaker.Mention
			}
		}
		have := segments(d.Text, got)
		direct.compare(have, gold)
		for s := range have {
			if gold[s] && len(speakers[s]) > 0 {
				found++
				attributed += truth(slices.ContainsFunc(speakers[s], func(g text.Span) bool { return g.Overlaps(by[s]) }))
			}
		}
	})
	note := fmt.Sprintf("of %d articles of German Wikinews", docs)
	record(t, "quotes.german.direct.f1", direct.f1(), note)
	record(t, "quotes.german.direct.precision", direct.precision(), note)
	record(t, "quotes.german.direct.recall", direct.recall(), note)
	record(t, "quotes.german.direct.attributed", share(attributed, found), fmt.Sprintf("of %d direct segments found", found))
}
