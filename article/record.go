package article

import (
	"encoding/json"
	"fmt"
	"time"

	"hearsay/page"
	"hearsay/text"
)

// Schema names the record format of an article (doc/formats.md).
const Schema = "hearsay/article/1"

// A Record is an article as JSON: what the filters of the command line exchange. Offsets are
// half-open and count Unicode code points of Text, except page_start and page_end, which are bytes
// of the captured page.
type Record struct {
	Schema     string            `json:"schema"`
	ID         string            `json:"id"`
	URL        string            `json:"url"`
	Source     SourceRecord      `json:"source"`
	Captured   string            `json:"captured"`
	Canonical  string            `json:"canonical"`
	Title      string            `json:"title"`
	Outlet     string            `json:"outlet"`
	Domain     string            `json:"domain"`
	Language   LanguageRecord    `json:"language"`
	Published  *DateRecord       `json:"published"`
	NotBefore  *DateRecord       `json:"not_before"`
	Modified   *DateRecord       `json:"modified"`
	Byline     []string          `json:"byline"`
	Credits    []CreditRecord    `json:"credits"`
	Text       string            `json:"text"`
	Paragraphs []ParagraphRecord `json:"paragraphs"`
	Links      []LinkRecord      `json:"links"`
	Removed    []RemovedRecord   `json:"removed"`
	Traces     []TraceRecord     `json:"traces"`
	Warnings   []string          `json:"warnings"`
}

// SourceRecord says which captured page an article was read from.
type SourceRecord struct {
	Path   string `json:"path"`
	Record string `json:"record"`
	SHA256 string `json:"sha256"`
}

// LanguageRecord is a Language as JSON.
type LanguageRecord struct {
	Code  string `json:"code"`
	Grade Grade  `json:"grade"`
}

// DateRecord is a Date as JSON; times are RFC 3339.
type DateRecord struct {
	From     string               `json:"from"`
	To       string               `json:"to"`
	Grade    Grade                `json:"grade"`
	Evidence []DateEvidenceRecord `json:"evidence"`
}

// DateEvidenceRecord is a DateEvidence as JSON.
type DateEvidenceRecord struct {
	Kind   string `json:"kind"`
	Value  string `json:"value"`
	Agrees bool   `json:"agrees"`
}

// CreditRecord is a Credit as JSON; start and end are null for a credit outside the body.
type CreditRecord struct {
	Kind   CreditKind `json:"kind"`
	Agency string     `json:"agency"`
	Exact  string     `json:"exact"`
	Start  *int       `json:"start"`
	End    *int       `json:"end"`
}

// ParagraphRecord is a Paragraph as JSON; page_start and page_end are null if the place is unknown.
type ParagraphRecord struct {
	Start     int    `json:"start"`
	End       int    `json:"end"`
	PageStart *int   `json:"page_start"`
	PageEnd   *int   `json:"page_end"`
	Role      string `json:"role,omitempty"`
	Language  string `json:"language,omitempty"`
}

// TraceRecord is a Trace as JSON.
type TraceRecord struct {
	Kind  TraceKind `json:"kind"`
	Start int       `json:"start"`
	End   int       `json:"end"`
	Exact string    `json:"exact"`
	Codes string    `json:"codes"`
}

// LinkRecord is a Link as JSON.
type LinkRecord struct {
	URL   string `json:"url"`
	Exact string `json:"exact"`
}

// RemovedRecord is a Removed as JSON.
type RemovedRecord struct {
	Exact  string `json:"exact"`
	Reason string `json:"reason"`
}

// Record returns the article as a record. Lists are never null.
func (a *Article) Record() Record {
	r := Record{
		Schema: Schema, ID: a.ID, URL: a.URL, Canonical: a.Canonical, Captured: formatTime(a.Captured),
		Source: SourceRecord{a.Source.Path, a.Source.Record, a.SHA256},
		Title:  a.Title, Outlet: a.Outlet, Domain: a.Domain, Language: LanguageRecord(a.Language),
		Published: a.Published.record(), NotBefore: a.NotBefore.record(), Modified: a.Modified.record(), Text: a.Doc.String(),
		Byline: append([]string{}, a.Byline...), Credits: []CreditRecord{}, Paragraphs: []ParagraphRecord{},
		Links: []LinkRecord{}, Removed: []RemovedRecord{}, Traces: []TraceRecord{}, Warnings: append([]string{}, a.Warnings...),
	}
	for _, c := range a.Credits {
		cr := CreditRecord{Kind: c.Kind, Agency: c.Agency, Exact: c.Exact}
		if c.Span != nil {
			start, end := a.Doc.CodePoints(*c.Span)
			cr.Start, cr.End = &start, &end
		}
		r.Credits = append(r.Credits, cr)
	}
	for _, p := range a.Paragraphs {
		pr := ParagraphRecord{Role: p.Role, Language: p.Language}
		pr.Start, pr.End = a.Doc.CodePoints(p.Span)
		if p.PageStart >= 0 {
			pr.PageStart, pr.PageEnd = &p.PageStart, &p.PageEnd
		}
		r.Paragraphs = append(r.Paragraphs, pr)
	}
	for _, l := range a.Links {
		r.Links = append(r.Links, LinkRecord(l))
	}
	for _, x := range a.Removed {
		r.Removed = append(r.Removed, RemovedRecord(x))
	}
	for _, x := range a.Traces {
		start, end := a.Doc.CodePoints(x.Span)
		r.Traces = append(r.Traces, TraceRecord{x.Kind, start, end, x.Exact, x.Codes})
	}
	return r
}

func (d *Date) record() *DateRecord {
	if d == nil {
		return nil
	}
	r := &DateRecord{From: formatTime(d.From), To: formatTime(d.To), Grade: d.Grade, Evidence: []DateEvidenceRecord{}}
	for _, e := range d.Evidence {
		r.Evidence = append(r.Evidence, DateEvidenceRecord(e))
	}
	return r
}

// restore returns the article that a record of Schema holds. It fails if the record is no valid
// JSON of that shape or if an offset does not fit its text.
func restore(p *page.Page) (*Article, error) {
	var r Record
	if err := json.Unmarshal(p.Raw, &r); err != nil {
		return nil, fmt.Errorf("read article record: %w", err)
	}
	doc := text.NewDoc(r.Text)
	a := &Article{
		ID: r.ID, SHA256: r.Source.SHA256, Source: page.Source{Path: r.Source.Path, Record: r.Source.Record},
		URL: r.URL, Canonical: r.Canonical, Title: r.Title, Outlet: r.Outlet, Domain: r.Domain,
		Language: Language(r.Language), Byline: r.Byline, Doc: doc, Warnings: r.Warnings,
	}
	var err error
	if a.Captured, err = parseTime(r.Captured); err != nil {
		return nil, fmt.Errorf("read article record %s: captured: %w", r.ID, err)
	}
	if a.Published, err = r.Published.restore(); err != nil {
		return nil, fmt.Errorf("read article record %s: published: %w", r.ID, err)
	}
	if a.NotBefore, err = r.NotBefore.restore(); err != nil {
		return nil, fmt.Errorf("read article record %s: not_before: %w", r.ID, err)
	}
	if a.Modified, err = r.Modified.restore(); err != nil {
		return nil, fmt.Errorf("read article record %s: modified: %w", r.ID, err)
	}
	for _, c := range r.Credits {
		credit := Credit{Kind: c.Kind, Agency: c.Agency, Exact: c.Exact}
		if c.Start != nil && c.End != nil {
			span, ok := doc.SpanOf(*c.Start, *c.End)
			if !ok || doc.Text(span) != c.Exact {
				return nil, fmt.Errorf("read article record %s: credit %d–%d does not fit its text", r.ID, *c.Start, *c.End)
			}
			credit.Span = &span
		}
		a.Credits = append(a.Credits, credit)
	}
	for _, pr := range r.Paragraphs {
		span, ok := doc.SpanOf(pr.Start, pr.End)
		if !ok {
			return nil, fmt.Errorf("read article record %s: paragraph %d–%d lies outside its text", r.ID, pr.Start, pr.End)
		}
		para := Paragraph{Span: span, PageStart: -1, PageEnd: -1, Role: pr.Role, Language: pr.Language}
		if pr.PageStart != nil && pr.PageEnd != nil {
			para.PageStart, para.PageEnd = *pr.PageStart, *pr.PageEnd
		}
		a.Paragraphs = append(a.Paragraphs, para)
	}
	for _, l := range r.Links {
		a.Links = append(a.Links, Link(l))
	}
	for _, x := range r.Removed {
		a.Removed = append(a.Removed, Removed(x))
	}
	for _, x := range r.Traces {
		span, ok := doc.SpanOf(x.Start, x.End)
		if !ok || doc.Text(span) != x.Exact {
			return nil, fmt.Errorf("read article record %s: trace %d–%d does not fit its text", r.ID, x.Start, x.End)
		}
		a.Traces = append(a.Traces, Trace{x.Kind, span, x.Exact, x.Codes})
	}
	return a, nil
}

func (r *DateRecord) restore() (*Date, error) {
	if r == nil {
		return nil, nil
	}
	from, err := parseTime(r.From)
	if err != nil {
		return nil, err
	}
	to, err := parseTime(r.To)
	if err != nil {
		return nil, err
	}
	d := &Date{From: from, To: to, Grade: r.Grade}
	for _, e := range r.Evidence {
		d.Evidence = append(d.Evidence, DateEvidence(e))
	}
	return d, nil
}

// formatTime writes t in RFC 3339 with its zone, or nothing for the zero time.
func formatTime(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339)
}

func parseTime(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	return time.Parse(time.RFC3339, s)
}
