package page

import (
	"bytes"
	"fmt"
	"net/url"
	"slices"
	"strings"
)

// pageTypes are the media types that a page has, and sniffedTypes those that say nothing about what a
// file is, as the WHATWG's MIME Sniffing has it, or that servers give to pages by mistake: there the
// bytes decide.
var (
	pageTypes    = []string{"text/html", "application/xhtml+xml", "text/plain"}
	sniffedTypes = []string{"", "*/*", "unknown/unknown", "application/unknown", "application/octet-stream", "binary/octet-stream", "text", "html", "text/xml", "application/xml"}
)

// page yields the page of a record, or counts what else it is.
func (w *warcFile) page(r warcRecord, held bool) {
	p := &Page{Source: w.source(r.place), URL: strings.Trim(r.header.get("WARC-Target-URI"), "<>")}
	if when := r.header.get("WARC-Date"); when != "" {
		if t, ok := parseTime(when); ok {
			p.Captured, p.CapturedBy = t, "WARC-Date"
		} else {
			p.warn("the WARC-Date %q is not a date", when)
		}
	}
	kind := strings.ToLower(r.header.get("WARC-Type"))
	switch kind {
	case "response", "resource", "conversion":
		w.content(p, r, kind, held)
	case "revisit":
		w.revisit(newRevisit(p, r.header, w.block))
	case "continuation":
		w.other["further segment of a record"]++
	case "warcinfo", "request", "metadata":
	case "":
		w.trouble(r.place, "broken record: its WARC-Type is missing")
	default:
		w.other["record of an unknown type"]++
	}
}

// content yields the page of a record that holds what was captured.
func (w *warcFile) content(p *Page, r warcRecord, kind string, held bool) {
	if aside := crawlerNote(p.URL); aside != "" {
		w.other[aside]++
		return
	}
	e := entity{status: 200, body: w.block, header: headers{{"Content-Type", r.header.get("Content-Type")}}}
	if kind == "response" {
		var ok bool
		if e, ok = parseResponse(w.block); !ok {
			w.trouble(r.place, "the record of %s holds no HTTP response", p.URL)
			return
		}
		if when, ok := parseTime(e.header.get("Date")); ok && p.CapturedBy == "" {
			p.Captured, p.CapturedBy = when, "HTTP Date"
		}
	}
	w.entity(p, r, e, held)
}

// entity yields a page from what a server sent, if it is HTML or text.
func (w *warcFile) entity(p *Page, r warcRecord, e entity, held bool) {
	wanted := w.listed.wants(p.URL, e)
	media, declared := mediaType(e.header.get("Content-Type"))
	switch {
	case e.status != 200:
		w.other[fmt.Sprintf("status %d", e.status)]++
		return
	case !slices.Contains(pageTypes, media) && !slices.Contains(sniffedTypes, media):
		w.other[media]++
		return
	case !wanted:
		w.other["page that the archive's list of pages does not name (such as a frame)"]++
		return
	}
	body, err := e.decoded(w.MaxPage)
	if !held || err == errPageTooLarge {
		w.tooLarge(r.place)
		return
	}
	if err != nil && len(body) == 0 {
		w.trouble(r.place, "the page %s cannot be read: %v", p.URL, err)
		return
	}
	format, aside := formatOf(body, media, w.names)
	if aside != "" {
		w.other[aside]++
		return
	}
	p.Format = format
	p.Raw = bytes.Clone(body)
	p.Warnings = append(p.Warnings, e.warnings...)
	if err != nil {
		p.warn("%v", err)
	}
	if format == HTML && media != "" && (media == "text/plain" || !slices.Contains(pageTypes, media)) {
		p.warn("the server says that the page is %s, but it is read as HTML by its bytes", media)
	}
	p.checkTruncation(r.header)
	digest := p.checkDigests(r.header, w.block, e.body, e.unchunked, p.Raw)
	p.decodeBody(declared)
	w.pages++
	w.captures.add(p, r.header.get("WARC-Record-ID"), digest)
	w.emit(p)
}

// formatOf tells by its bytes what a body is that a server calls media, or why it is no page.
func formatOf(body []byte, media string, names fieldNames) (format Format, aside string) {
	v := sniff(body[:min(len(body), bufferSize)], "", names)
	switch {
	case v.kind == kindEmpty:
		return "", "an empty page"
	case v.kind == kindOther:
		return "", fmt.Sprintf("%s that looks like %s", mediaName(media), v.looks)
	case v.kind == kindHTML:
		return HTML, ""
	case slices.Contains(sniffedTypes, media):
		return "", mediaName(media)
	case media == "text/plain":
		return Text, ""
	case v.kind == kindJSON || v.kind == kindJSONLines:
		return "", media + " that looks like JSON"
	}
	return HTML, ""
}

// mediaName returns a media type for a message.
func mediaName(media string) string {
	if media == "" {
		return "content without a type"
	}
	return media
}

// crawlerNote says what a record is that a crawler keeps for itself; empty if it is from the web.
func crawlerNote(address string) string {
	scheme, rest, ok := strings.Cut(strings.ToLower(address), ":")
	switch {
	case !ok:
		return ""
	case scheme == "dns" || scheme == "whois":
		return "answer of a name server"
	case scheme != "http" && scheme != "https" && scheme != "ftp" && scheme != "file":
		return "note of the crawler"
	case strings.HasSuffix(rest, "/robots.txt"):
		return "robots.txt"
	}
	return ""
}

// checkTruncation warns of a record that the crawler cut.
func (p *Page) checkTruncation(h headers) {
	if why := h.get("WARC-Truncated"); why != "" {
		p.warn("cut off by the crawler (%s)", why)
	}
	if h.get("WARC-Segment-Number") != "" {
		p.warn("cut off: only the first segment of the record is read")
	}
}

// location returns the address that an answer leads to, empty if it leads nowhere.
func (e *entity) location(from string) string {
	to := e.header.get("Location")
	base, err := url.Parse(from)
	if to == "" || err != nil || e.status < 300 || e.status > 399 {
		return ""
	}
	target, err := base.Parse(to)
	if err != nil {
		return ""
	}
	return target.String()
}
