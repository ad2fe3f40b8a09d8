package page

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
	"time"
)

// maxNoted is how many revisits of one archive are told one by one, and maxPending how many are kept
// to look for their page in the archives that follow.
const maxNoted, maxPending = 100, 10000

// A capture is a page of a web archive that was read.
type capture struct {
	source Source
	url    string
	when   time.Time
}

// A revisit is a record that says that a page was captured again and had not changed. Its block holds
// at most the header of the answer; the page is in another record, perhaps of another archive.
type revisit struct {
	capture
	// isPage says that the header of the answer names a type that a page can have. Many records do not
	// name any.
	isPage, isOther bool
	// The page, as far as the record tells: its record, its address and date, its digest.
	record, ofURL, ofDate, digest string
	notModified                   bool // the server said so; else the digest is the same
}

// A key stands for something that a revisit may name its page by, hashed to be short.
type key [16]byte

func keyOf(kind string, values ...string) key {
	s := sha256.Sum256([]byte(kind + " " + strings.Join(values, " ")))
	return key(s[:len(key{})])
}

// captures are the pages of the web archives of one Read, by what a revisit may name them by. They
// take some 300 bytes a page.
type captures struct {
	pages   []capture
	by      map[key]int
	pending []revisit
}

func newCaptures() captures { return captures{by: map[key]int{}} }

// add notes a page. digest is that of its payload, if the archive gives one and it is not wrong.
func (c *captures) add(p *Page, record, digest string) {
	n := len(c.pages)
	c.pages = append(c.pages, capture{p.Source, p.URL, p.Captured})
	if record != "" {
		c.by[keyOf("record", record)] = n
	}
	if digest = canonicalDigest(digest); digest != "" {
		k := keyOf("digest", digest)
		if _, ok := c.by[k]; !ok {
			c.by[k] = n
		}
	}
	c.by[keyOf("address", p.URL)] = n
	if !p.Captured.IsZero() {
		c.by[keyOf("date", p.URL, secondOf(p.Captured))] = n
	}
}

// find returns the page that a revisit repeats. The digest comes first, because it speaks of the
// content; an address alone is enough only if the server said that what it has there is unchanged.
func (c *captures) find(r *revisit) (capture, bool) {
	var keys []key
	if r.digest != "" && !r.notModified {
		keys = append(keys, keyOf("digest", canonicalDigest(r.digest)))
	}
	if r.record != "" {
		keys = append(keys, keyOf("record", r.record))
	}
	if when, ok := parseTime(r.ofDate); ok {
		keys = append(keys, keyOf("date", cmp.Or(r.ofURL, r.url), secondOf(when)))
	}
	if r.notModified {
		keys = append(keys, keyOf("address", r.url))
	}
	for _, k := range keys {
		if n, ok := c.by[k]; ok && (r.when.IsZero() || !c.pages[n].when.After(r.when)) {
			return c.pages[n], true
		}
	}
	return capture{}, false
}

// secondOf writes a time as it is compared: some programs keep fractions of a second, and others do not.
func secondOf(t time.Time) string { return t.UTC().Format(time.DateTime) }

// canonicalDigest returns a labelled digest as it is compared.
func canonicalDigest(digest string) string {
	algorithm, value, ok := strings.Cut(digest, ":")
	if !ok || value == "" {
		return ""
	}
	return strings.ToLower(strings.TrimSpace(algorithm) + ":" + strings.TrimRight(strings.TrimSpace(value), "="))
}

// newRevisit reads the record of a revisit.
func newRevisit(p *Page, h headers, block []byte) revisit {
	r := revisit{
		capture: capture{p.Source, p.URL, p.Captured},
		record:  h.get("WARC-Refers-To"), ofURL: strings.Trim(h.get("WARC-Refers-To-Target-URI"), "<>"), ofDate: h.get("WARC-Refers-To-Date"),
		digest:      h.get("WARC-Payload-Digest"),
		notModified: strings.HasSuffix(strings.TrimRight(h.get("WARC-Profile"), "/"), "server-not-modified"),
	}
	if e, ok := parseResponse(block); ok {
		r.notModified = r.notModified || e.status == 304
		media, _ := mediaType(e.header.get("Content-Type"))
		r.isPage = slices.Contains([]string{"text/html", "application/xhtml+xml", "text/plain"}, media)
		r.isOther = media != "" && !r.isPage
	}
	return r
}

// revisit tells of a page that was captured again, or keeps it until its page may have come.
func (w *warcFile) revisit(r revisit) {
	w.revisits++
	page, ok := w.captures.find(&r)
	switch {
	case ok && w.noted < maxNoted:
		w.noted++
		w.reader.leaveOut(r.source, "%s", r.tell(page))
	case ok:
		w.other["revisit of a page that is read, unchanged"]++
	case r.isOther:
		w.other["revisit of something that is no page"]++
	case len(w.captures.pending) < maxPending:
		w.captures.pending = append(w.captures.pending, r)
	default:
		w.other["revisit of a page that was not found before it"]++
	}
}

// tell says what a revisit says of the page that it repeats.
func (r *revisit) tell(page capture) string {
	by := "its digest is the same"
	if r.notModified {
		by = "the server said that it had not changed"
	}
	address := r.url
	if r.url != page.url {
		address = fmt.Sprintf("%s, the same as %s", r.url, page.url)
	}
	place := page.source.Record
	if page.source.Path != r.source.Path {
		place = page.source.Path + " " + place
	}
	return fmt.Sprintf("the page was captured again%s, unchanged (%s): %s; it is read from %s, captured%s", onDate(r.when), by, address, place, onDate(page.when))
}

func onDate(t time.Time) string {
	if t.IsZero() {
		return " at an unknown time"
	}
	return " on " + t.Format(time.RFC3339)
}

// endRevisits tells of the revisits whose page had not been read when they came.
func (r *reader) endRevisits() {
	noted := 0
	lost, found, unknown := map[string][]revisit{}, map[string]int{}, map[string]int{}
	var paths []string // in the order of the first
	for _, v := range r.captures.pending {
		path := v.source.Path
		page, ok := r.captures.find(&v)
		if ok && noted < maxNoted {
			noted++
			r.leaveOut(v.source, "%s", v.tell(page))
			continue
		}
		if len(lost[path])+found[path]+unknown[path] == 0 {
			paths = append(paths, path)
		}
		switch {
		case ok:
			found[path]++
		case v.isPage:
			lost[path] = append(lost[path], v)
		default:
			unknown[path]++
		}
	}
	for _, path := range paths {
		if v := lost[path]; len(v) > 0 {
			r.skip(Source{Path: path}, "%s of pages that were captured before and had not changed: their content is in an archive that is not among the inputs; the first is %s, captured%s%s",
				countOf(len(v), "record", "records"), v[0].url, onDate(v[0].when), v[0].firstCapture())
		}
		if n := found[path]; n > 0 {
			r.leaveOut(Source{Path: path}, "%s of pages that are read, captured again and unchanged", countOf(n, "more record", "more records"))
		}
		if n := unknown[path]; n > 0 {
			r.leaveOut(Source{Path: path}, "%s of something that was captured before and is not among the pages read", countOf(n, "record", "records"))
		}
	}
}

// firstCapture says when the page of a revisit was captured, if the record tells.
func (r *revisit) firstCapture() string {
	if when, ok := parseTime(r.ofDate); ok {
		return ", and before" + onDate(when)
	}
	return ""
}
