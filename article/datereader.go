package article

import (
	"slices"
	"strings"
	"time"
)

// dateReader collects the candidates of one page.
type dateReader struct {
	captured            time.Time
	lang                string
	published, modified []dateCandidate
	unresolved          []string // values that count back from a capture that is unknown
}

// add reads value and keeps it as a candidate if it can be a date of the page.
func (r *dateReader) add(to *[]dateCandidate, source dateSource, kind, value string) bool {
	st, ok := parseDate(value, r.lang)
	if ok && !st.swapped.IsZero() {
		st = st.untangle(r.captured)
	}
	if !ok || !st.possible(r.captured) {
		return false
	}
	return keep(to, dateCandidate{stamp: st, source: source, kind: kind, value: squeeze(value)})
}

// countedBack is added to the kind of evidence that rests on the time of capture.
const countedBack = ", counted from the capture"

// addCounted reads a value that counts back from the moment of capture, and keeps it as a candidate.
// Without a capture it only notes the words.
func (r *dateReader) addCounted(to *[]dateCandidate, source dateSource, kind, value string) bool {
	d, ok := findRelative(value, r.lang)
	if !ok {
		return false
	}
	if r.captured.IsZero() {
		if len(r.unresolved) < maxCandidates {
			r.unresolved = append(r.unresolved, squeeze(value))
		}
		return false
	}
	return keep(to, dateCandidate{stamp: d.before(r.captured), source: source, kind: kind + countedBack, value: squeeze(value)})
}

// keep adds a candidate unless it is there already. The text of a labelled date is met again as text.
func keep(to *[]dateCandidate, c dateCandidate) bool {
	if len(*to) < maxCandidates && !slices.ContainsFunc(*to, func(o dateCandidate) bool {
		return o.value == c.value && (o.kind == c.kind || o.source == fromLabel && c.source == fromText)
	}) {
		*to = append(*to, c)
	}
	return true
}

// Names of meta tags that date a page, by what they mean, in the order of trust.
var (
	publishedTags = strings.Fields(`article:published_time og:published_time og:article:published_time article:published
		datepublished date_published publication_date publish_date publish-date published-date published_date publishdate pubdate
		article.published parsely-pub-date sailthru.date cxenseparse:recs:publishtime cxenseparse:publishtime
		bt:pubdate dc.date.issued dcterms.issued dc.date.published dc.issued dc.date.created dcterms.created dcterms.date
		citation_publication_date citation_online_date ptime date dc.date article_date_original article:post_date
		originalpublicationdate rnews:datepublished vr:published_time og:pubdate
		news_publication_date article-publication-date article:created created gtm_pubdate date.created release_date`)
	modifiedTags = strings.Fields(`article:modified_time og:updated_time og:modified_time article:modified datemodified
		last-modified dcterms.modified dc.date.modified lastmod modified revised date_modified`)
)

// readDates collects what the head and the visible blocks say.
func (h *head) readDates(ld *linkedData, url string, r *dateReader) {
	for _, v := range ld.published {
		r.add(&r.published, fromLD, "JSON-LD datePublished", v)
	}
	for _, v := range ld.modified {
		r.add(&r.modified, fromLD, "JSON-LD dateModified", v)
	}
	for _, m := range h.metas {
		switch name := strings.TrimPrefix(m.name, "itemprop "); {
		case name != m.name && name == "datepublished":
			r.add(&r.published, fromMicrodata, "microdata datePublished", m.content)
		case name != m.name && name == "datemodified":
			r.add(&r.modified, fromMicrodata, "microdata dateModified", m.content)
		case slices.Contains(publishedTags, name):
			r.add(&r.published, fromMeta, "meta "+name, m.content)
		case slices.Contains(modifiedTags, name):
			r.add(&r.modified, fromMeta, "meta "+name, m.content)
		}
	}
	if v, ok := urlDate(url); ok {
		r.add(&r.published, fromURL, "URL", v)
	}
	h.readMarkedDates(r)
	if len(r.published) == 0 {
		for _, v := range ld.created {
			r.add(&r.published, fromLD, "JSON-LD dateCreated", v)
		}
	}
	h.readVisibleDates(r)
	r.moveChanges()
}

// vagueTags are tags that name a date without saying of what.
var vagueTags = words("date dc.date dcterms.date")

func (c dateCandidate) vague() bool { return vagueTags[strings.TrimPrefix(c.kind, "meta ")] }

// moveChanges takes the date of a vague tag for that of a change if a place made for machines names the
// same day as that of the change and another place names another day of publication.
func (r *dateReader) moveChanges() {
	rest := make([]dateCandidate, 0, len(r.published))
	for _, c := range r.published {
		change := c.vague() && r.changed(c) &&
			slices.ContainsFunc(r.published, func(o dateCandidate) bool { return !o.sameDay(c.stamp) })
		if change {
			keep(&r.modified, c)
		} else {
			rest = append(rest, c)
		}
	}
	r.published = rest
}

// changed reports whether a place names the day of c as that of a change.
func (r *dateReader) changed(c dateCandidate) bool {
	return slices.ContainsFunc(r.modified, func(m dateCandidate) bool { return m.sameDay(c.stamp) })
}
