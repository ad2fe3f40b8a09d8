// Package verify checks a report against the pages that it was made from: that the pages are the
// same bytes, that each paragraph still stands where the report says, and that every quoted span is
// word for word what the page says.
package verify

import (
	"context"
	"fmt"
	"strings"

	"golang.org/x/text/unicode/norm"

	"hearsay"
	"hearsay/article"
	"hearsay/internal/export"
	"hearsay/page"
	"hearsay/text"
)

// A Result is the outcome of a check. The report holds if Problems is empty.
type Result struct {
	Report     string `json:"report"`     // the file that was checked
	Articles   int    `json:"articles"`   // articles of the report
	Pages      int    `json:"pages"`      // of them, those whose page was found with the same bytes
	Paragraphs int    `json:"paragraphs"` // paragraphs that stand at their place in the page
	Unplaced   int    `json:"unplaced"`   // paragraphs that the report gives no place for
	Spans      int    `json:"spans"`      // quoted spans that match word for word
	Unchecked  int    `json:"unchecked"`  // quoted spans that lie in paragraphs without a place, or whose page is missing
	// Findings is nil unless the findings were computed again.
	Findings *Recomputed `json:"findings"`
	Problems []Problem   `json:"problems"`
}

// Recomputed counts the findings that came out the same when they were computed again.
type Recomputed struct {
	Articles int `json:"articles"`
	Pairs    int `json:"pairs"`
	Stories  int `json:"stories"`
}

// A Problem is one thing that does not match.
type Problem struct {
	Article string `json:"article"` // empty if it is about the report as a whole
	Path    string `json:"path"`
	What    string `json:"what"` // in words for a person
}

// Check reads the report at path and the pages below pages; without pages it looks where the report
// says they were. It fails only if the report itself cannot be read or ctx is done.
func Check(ctx context.Context, path string, pages []string, o page.Options) (Result, error) {
	c, err := load(path)
	if err != nil {
		return Result{}, err
	}
	if len(pages) == 0 {
		pages = sourcePaths(c.brief)
	}
	r := Result{Report: c.from, Articles: len(c.brief.Articles), Problems: []Problem{}}
	checkWhole(c, &r)
	checkers, bySum := newCheckers(c)
	elsewhere := map[page.Source]string{} // what was found instead of a page, in words
	for p, skip := range page.Read(ctx, pages, asRecorded(o, c.brief.Run.Options)) {
		if skip != nil {
			elsewhere[skip.Source] = "the page could not be read: " + skip.Reason
			continue
		}
		elsewhere[p.Source] = fmt.Sprintf("the page has changed: its SHA-256 is %s", p.SHA256)
		for _, k := range bySum[p.SHA256] {
			if !k.found {
				k.found = true
				r.Pages++
				k.checkParagraphs(p, &r)
			}
		}
	}
	if err := ctx.Err(); err != nil {
		return Result{}, fmt.Errorf("verify %s: %w", path, err)
	}
	for _, k := range checkers {
		if !k.found {
			k.missing(elsewhere, &r)
		}
		k.checkSpans(&r)
	}
	return r, nil
}

// checkWhole checks that the list of articles is that of the run: none was taken out or put in.
func checkWhole(c claim, r *Result) {
	var sums []string
	for _, a := range c.brief.Articles {
		sums = append(sums, a.Source.SHA256)
	}
	what := ""
	switch {
	case len(sums) == 0:
		what = "the report names no pages"
	case hearsay.InputSum(sums) != c.brief.Run.Input:
		what = "the pages it names are not those that it was made from: the SHA-256 over all of them is another"
	default:
		return
	}
	r.Problems = append(r.Problems, Problem{Path: c.from, What: what})
}

// sourcePaths returns the paths that the articles were read from, each once, in their order.
func sourcePaths(b export.Brief) []string {
	var paths []string
	seen := map[string]bool{}
	for _, a := range b.Articles {
		if p := a.Source.Path; p != "-" && !seen[p] {
			seen[p] = true
			paths = append(paths, p)
		}
	}
	return paths
}

// A checker holds what the report says about one article, and what its page says.
type checker struct {
	article export.BriefArticle
	doc     *text.Doc // nil if the report holds no texts
	spans   []export.Ref
	found   bool
	// excerpts are the words of the page at the place of each paragraph; those without a place are
	// absent.
	excerpts map[int]string
}

func newCheckers(c claim) (all []*checker, bySum map[string][]*checker) {
	bySum = map[string][]*checker{}
	byID := map[string]*checker{}
	for _, a := range c.brief.Articles {
		k := &checker{article: a, excerpts: map[int]string{}}
		if t, ok := c.texts[a.ID]; ok {
			k.doc = text.NewDoc(t)
		}
		all = append(all, k)
		byID[a.ID] = k
		bySum[a.Source.SHA256] = append(bySum[a.Source.SHA256], k)
	}
	for _, refs := range [][]export.Ref{c.brief.Evidence, c.passages} {
		for _, ref := range refs {
			if k := byID[ref.Article]; k != nil {
				k.spans = append(k.spans, ref)
			}
		}
	}
	return all, bySum
}

func (k *checker) problem(r *Result, format string, args ...any) {
	path := k.article.Source.Path
	if k.article.Source.Record != "" {
		path += " (" + k.article.Source.Record + ")"
	}
	r.Problems = append(r.Problems, Problem{k.article.ID, path, fmt.Sprintf(format, args...)})
}

func (k *checker) missing(elsewhere map[page.Source]string, r *Result) {
	source := k.article.Source
	found, ok := elsewhere[page.Source{Path: source.Path, Record: source.Record}]
	if !ok {
		found, ok = elsewhere[page.Source{Path: source.Path}]
	}
	if ok {
		k.problem(r, "%s; the report was made from a page with the SHA-256 %s", found, source.SHA256)
		return
	}
	hint := ""
	if source.Path == "-" {
		hint = "; it came from standard input: name the file that it was in"
	}
	k.problem(r, "no page with the SHA-256 %s was found%s", source.SHA256, hint)
}

// asRecorded returns o with what the report says of how its pages were read: limits as high as then,
// and the names of fields and the capture time unless o has its own.
func asRecorded(o page.Options, run export.RunOptions) page.Options {
	o.MaxPage, o.MaxFile = max(o.MaxPage, run.MaxPage), max(o.MaxFile, run.MaxFile)
	if len(o.FieldNames) == 0 {
		o.FieldNames = run.FieldNames
	}
	if o.Captured.IsZero() {
		o.Captured = capturedAt(run)
	}
	return o
}

// checkParagraphs looks up every paragraph at its place in the page.
func (k *checker) checkParagraphs(p *page.Page, r *Result) {
	for i, para := range k.article.Paragraphs {
		if para.PageStart == nil || para.PageEnd == nil {
			r.Unplaced++
			continue
		}
		words, ok := article.Excerpt(p, *para.PageStart, *para.PageEnd)
		if !ok {
			k.problem(r, "paragraph %d: bytes %d–%d do not lie inside the page", i+1, *para.PageStart, *para.PageEnd)
			continue
		}
		k.excerpts[i] = words
		if k.doc != nil {
			span, ok := k.doc.SpanOf(para.Start, para.End)
			if !ok || text.Fold(k.doc.Text(span)) != text.Fold(words) {
				k.problem(r, "paragraph %d: bytes %d–%d of the page say something else than the report", i+1, *para.PageStart, *para.PageEnd)
				continue
			}
		}
		r.Paragraphs++
	}
}

// checkSpans compares each quoted span with the text of the report, if it holds one, and with the
// words of the page.
func (k *checker) checkSpans(r *Result) {
	if k.doc != nil && export.TextSum(k.doc.String()) != k.article.TextSHA256 {
		k.problem(r, "the text in the report is not the text that its hash was taken of")
	}
	for _, ref := range k.spans {
		if k.doc != nil {
			span, ok := k.doc.SpanOf(ref.Start, ref.End)
			if !ok || k.doc.Text(span) != ref.Exact {
				k.problem(r, "span %d–%d: the text does not say %q there", ref.Start, ref.End, ref.Exact)
				continue
			}
		}
		words, ok := k.pageWords(ref)
		switch {
		case !ok:
			r.Unchecked++
		case !says(words, ref.Exact):
			k.problem(r, "span %d–%d: the page does not say %q there", ref.Start, ref.End, ref.Exact)
		default:
			r.Spans++
		}
	}
}

// pageWords returns the words of the page for the paragraphs that a span lies in.
func (k *checker) pageWords(ref export.Ref) (string, bool) {
	var words []string
	for i, para := range k.article.Paragraphs {
		if para.End <= ref.Start || ref.End <= para.Start {
			continue
		}
		w, ok := k.excerpts[i]
		if !ok {
			return "", false
		}
		words = append(words, w)
	}
	return strings.Join(words, " "), len(words) > 0
}

// says reports whether the words of a page hold exactly the quoted ones. White space is no part of the
// comparison: a page breaks its lines otherwise than a text, and a span may begin inside what counts
// as one word (“left.He”).
func says(page, exact string) bool {
	return strings.Contains(withoutSpace(page), withoutSpace(exact))
}

func withoutSpace(s string) string {
	return strings.Join(strings.Fields(norm.NFC.String(s)), "")
}
