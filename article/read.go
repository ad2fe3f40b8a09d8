package article

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/publicsuffix"

	"hearsay/page"
	"hearsay/text"
)

// Version is the version of the method: it changes when the same page may give another article.
const Version = 1

// Read returns the article of one page. It fails only if the page holds no text at all or is a
// broken record of Hearsay's own; everything else that is missing is left empty, with a warning.
//
// A web page is searched for its main text. A plain text is searched too, because it may be a page
// that a scrape left flattened, but one that is running text throughout is kept whole. So is the text of
// a record: byte for byte, unless it is a flattened page.
func Read(p *page.Page) (*Article, error) { return read(p, false) }

// ReadVerbatim is Read for callers that count in the texts of records: such a text is kept byte for
// byte, whatever it is, and RemoveFurniture takes nothing out of it.
func ReadVerbatim(p *page.Page) (*Article, error) { return read(p, true) }

func read(p *page.Page, verbatim bool) (*Article, error) {
	if p.Format == page.Record {
		return readRecord(p, verbatim)
	}
	source := p.Body
	valid := utf8.ValidString(source)
	if !valid {
		source = strings.ToValidUTF8(source, "\uFFFD")
	}
	plain, held := decodeReferences(source, p.Format != page.Text)
	mended := mend(plain.text, p.Format != page.Text)
	var m meta
	var b body
	if p.Format == page.Text {
		m, b = readLines(mended.text, p.URL, p.Captured)
	} else {
		m, b = readHTML(mended.text, p.URL, p.Captured)
	}
	mended.putBack(&b)
	b.lined.original(mended)
	plain.putReferencesBack(&b)
	b.lined.original(plain)
	b.mended = b.mended || held
	if !valid {
		b.unplace() // offsets in the mended text are none in the page
	}
	return finish(p, m, b)
}

// A body is what was found to be the main text of a source, before it becomes a Doc.
type body struct {
	pieces   []piece
	links    []Link
	removed  []Removed
	warnings []string
	blocks   []*block   // all that the source shows
	lined    *linedPage // the lines that the body was chosen from, if it was read by its lines
	mended   bool       // the source was put right before it was read
}

func (b *body) unplace() {
	for i := range b.pieces {
		b.pieces[i].from, b.pieces[i].to = -1, -1
	}
	b.lined.unplace()
}

// readRecord reads a record: an article that Hearsay wrote, a page inside a record, or a bare text.
func readRecord(p *page.Page, verbatim bool) (*Article, error) {
	f := p.Fields
	if f == nil {
		return nil, fmt.Errorf("read %s: the record has no fields", name(p))
	}
	if f.Schema == Schema {
		a, err := restore(p)
		if err != nil {
			return nil, err
		}
		a.Verbatim = true
		return a, nil
	}
	address := cmp.Or(p.URL, f.URL)
	m := recordMeta(f, address, p.Captured)
	if f.HTML != "" {
		source := strings.ToValidUTF8(f.HTML, "\uFFFD")
		plain, held := decodeReferences(source, true)
		mended := mend(plain.text, true)
		inside, b := readHTML(mended.text, address, p.Captured)
		mended.putBack(&b)
		plain.putReferencesBack(&b)
		b.mended = b.mended || held
		if len(source) != len(f.HTML) {
			b.unplace()
		}
		return finish(p, m.over(inside), b)
	}
	if !verbatim && readable(f.Text) {
		if a, err := readScrape(p, m); a != nil || err != nil {
			return a, err
		}
	}
	a, err := readGiven(p, m)
	if err == nil {
		a.open = !verbatim
	}
	return a, err
}

// readScrape returns the article of a record whose text is a flattened page, nil if it is none.
func readScrape(p *page.Page, m meta) (*Article, error) {
	source := p.Fields.Text
	if !isScrape(source) {
		return nil, nil
	}
	inside, b := readLines(source, cmp.Or(p.URL, p.Fields.URL), p.Captured)
	doc, _ := compose(b.pieces)
	if len(doc.Tokens()) < leastWords {
		return nil, nil
	}
	given := m.published
	m = m.over(inside)
	if given != nil && m.published.Grade == Unclear { // what the record says outweighs a line of its text
		m.published.Grade = given.Grade
	}
	b.pieces = dropTitle(b.pieces, m.title)
	b.warnings = append(b.warnings, unrepaired(source)...)
	return finish(p, m, b)
}

// readGiven returns the article of a record that holds nothing but text.
func readGiven(p *page.Page, m meta) (*Article, error) {
	doc := text.NewDoc(p.Fields.Text)
	if len(doc.Tokens()) == 0 {
		return nil, fmt.Errorf("read %s: the record has no text; its text field may have another name (see --field)", name(p))
	}
	a := begin(p, m)
	a.Doc, a.Verbatim = doc, true
	for _, span := range doc.Paragraphs() {
		a.Paragraphs = append(a.Paragraphs, Paragraph{Span: span, PageStart: span.Start, PageEnd: span.End})
	}
	if doc.String() != p.Fields.Text {
		forget(a.Paragraphs)
	}
	a.complete(p, m)
	return a, nil
}

// leastWords is the number of words, title and text together, below which a web page is taken for one without text: what is
// found then is a notice that the page loads or that access is denied.
const leastWords = 5

// finish makes an article of what was found.
func finish(p *page.Page, m meta, b body) (*Article, error) {
	doc, paragraphs := compose(b.pieces)
	if n := len(doc.Tokens()); n == 0 || n+wordCount(m.title) < leastWords && p.Format != page.Text {
		return nil, fmt.Errorf("read %s: the page has no readable text (%d words in all); it may be built by a script, or be a picture or a wall", name(p), countWords(b.blocks))
	}
	a := begin(p, m)
	a.Doc, a.Paragraphs, a.Links, a.Removed = doc, paragraphs, b.links, b.removed
	a.Warnings = append(a.Warnings, b.warnings...)
	a.complete(p, m)
	if b.mended {
		a.keepTrue(p)
	}
	if b.lined != nil {
		b.lined.place(p, b.mended)
		b.lined.title, b.lined.language, b.lined.outside = a.Title, m.language, m.credits
		a.lined = b.lined
	}
	return a, nil
}

// mostID is the longest id of a record that is used, in bytes. Ids are repeated wherever a finding names
// its article; a whole text that stands where an id belongs would be repeated as often.
const mostID = 500

// begin returns an article with all that does not depend on its body.
func begin(p *page.Page, m meta) *Article {
	address := p.URL
	id := ""
	if p.Fields != nil {
		address, id = cmp.Or(address, p.Fields.URL), p.Fields.ID
	}
	a := &Article{
		ID: id, SHA256: p.SHA256, Source: p.Source, URL: address, Captured: p.Captured,
		Canonical: m.canonical, Title: m.title, titleEnds: m.titleEnds, Outlet: m.outlet, Domain: cmp.Or(domainOf(address), domainOf(m.canonical)),
		Published: m.published, Modified: m.modified, Byline: m.byline,
		Warnings: slices.Concat(p.Warnings, m.warnings),
	}
	if len(a.ID) > mostID {
		a.Warnings = append(a.Warnings, fmt.Sprintf("the id of the record is %d bytes long; it was not used", len(a.ID)))
		a.ID = ""
	}
	if a.ID == "" {
		sum := sha256.Sum256([]byte(p.SHA256 + "\n" + p.URL + "\n" + p.Source.Record))
		a.ID = hex.EncodeToString(sum[:])[:12]
	}
	return a
}

// complete adds what is read from the body: language, credits, the places on the page, and doubts
// about the text.
func (a *Article) complete(p *page.Page, m meta) {
	a.decodeNames()
	a.mendNames()
	a.clip()
	a.readBody(m.language, m.credits)
	locate(p, a.Paragraphs)
	a.warnDecoding()
}

// readBody reads what only the words of the body tell, knowing the language that the page names and the
// credits outside the body.
func (a *Article) readBody(language string, outside []Credit) {
	a.Language = languageOf(a.Doc, language)
	a.markForeign()
	a.findTraces()
	a.boundByWords()
	a.Credits = joinCredits(outside, bodyCredits(a.Doc), a)
}

// maxHeading is how many bytes of a title or a name are kept. The longest title in 989 real pages has
// under 300; what is longer is a text that stands in the wrong place, and every view would repeat it.
const maxHeading = 1000

// clip cuts a title, an outlet or a byline that cannot be one.
func (a *Article) clip() {
	long := len(a.Title) > maxHeading || len(a.Outlet) > maxHeading
	a.Title, a.Outlet = cutName(a.Title), cutName(a.Outlet)
	for i, name := range a.Byline {
		long = long || len(name) > maxHeading
		a.Byline[i] = cutName(name)
	}
	if long {
		a.Warnings = append(a.Warnings, "the title, the outlet or a name in the byline is longer than 1,000 bytes and was cut")
	}
}

func cutName(s string) string {
	if len(s) <= maxHeading {
		return s
	}
	return strings.ToValidUTF8(s[:maxHeading], "") + "…"
}

// over returns m with what is missing in it taken from n. Credits and warnings of both are kept; a
// publication date that both have is compared.
func (m meta) over(n meta) meta {
	m.title = cmp.Or(m.title, n.title)
	m.outlet = cmp.Or(m.outlet, n.outlet)
	m.canonical = cmp.Or(m.canonical, n.canonical)
	m.language = cmp.Or(m.language, n.language)
	if len(m.byline) == 0 {
		m.byline = n.byline
	}
	m.published = m.published.beside(n.published)
	m.modified = m.modified.beside(n.modified)
	m.credits = slices.Concat(m.credits, n.credits)
	m.warnings = slices.Concat(m.warnings, n.warnings)
	return m
}

// beside returns d with the evidence of a second date from another place: strong if they agree on a
// time, unclear if they do not. d stays the choice.
func (d *Date) beside(e *Date) *Date {
	if d == nil || e == nil {
		return cmp.Or(d, e)
	}
	agree := d.From.Before(e.To) && e.From.Before(d.To)
	both := *d
	both.Grade = Unclear
	if agree {
		both.Grade = Strong
	}
	both.Evidence = slices.Clone(d.Evidence)
	for _, x := range e.Evidence {
		x.Agrees = x.Agrees && agree
		both.Evidence = append(both.Evidence, x)
	}
	return &both
}

// domainOf returns the registrable domain of an address, the host itself if it has none (an IP
// address, a single name), or nothing.
func domainOf(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Hostname() == "" {
		return ""
	}
	host := strings.TrimSuffix(strings.ToLower(u.Hostname()), ".")
	domain, err := publicsuffix.EffectiveTLDPlusOne(host)
	if err != nil {
		return host
	}
	return domain
}

// name says which page an error is about.
func name(p *page.Page) string {
	return strings.TrimSpace(cmp.Or(p.Source.Path, p.URL, "page") + " " + p.Source.Record)
}
