package article

import (
	"slices"
	"strings"
	"time"
)

// A dateSource is a place of a page that can name a date. Sources are independent of each other in
// the sense of Date: the tags of one kind are written by one template and count once.
type dateSource int

const (
	fromLD dateSource = iota
	fromMicrodata
	fromMeta
	fromURL
	fromTime // a time element near the headline
	fromText
	fromLibrary // go-htmldate, the last resort
	fromField   // a field of a record
)

// stated reports whether the source is made for machines and speaks of the whole page. A time
// element may belong to something else on the page, so a conflict with one does not count.
func (s dateSource) stated() bool { return s <= fromURL || s == fromField }

// A dateCandidate is one place that names a date, read.
type dateCandidate struct {
	stamp
	source dateSource
	kind   string // DateEvidence.Kind
	value  string
}

// maxCandidates is how many places one date is compared over.
const maxCandidates = 40

// chooseDate picks the day that the most sources agree on, stated ones first, in doubt the one
// that stands first in the order of dateSource, and grades it as Date says. It returns nil without
// candidates.
//
// Of the agreeing candidates the most exact gives the time: one with a time of day and a zone other
// than UTC (that is the zone the outlet lives in), then one with time and zone, then a day.
func chooseDate(list []dateCandidate) *Date {
	list = list[:min(len(list), maxCandidates)]
	if len(list) == 0 {
		return nil
	}
	slices.SortStableFunc(list, func(a, b dateCandidate) int { return int(a.source) - int(b.source) })
	best, bestVotes := -1, -1
	for i := range list {
		if v := votes(list, i); v > bestVotes {
			best, bestVotes = i, v
		}
	}
	chosen := mostExact(list, best)
	d := &Date{From: chosen.from, To: chosen.to, Grade: grade(list, best)}
	var against []DateEvidence
	for _, c := range list {
		e := DateEvidence{Kind: c.kind, Value: cut(c.value, 200), Agrees: c.sameDay(list[best].stamp)}
		if e.Agrees {
			d.Evidence = append(d.Evidence, e)
		} else {
			against = append(against, e)
		}
	}
	d.Evidence = append(d.Evidence, against...)
	return d
}

// votes counts the sources that agree with candidate i; a stated source outweighs all others.
func votes(list []dateCandidate, i int) int {
	var seen [fromField + 1]bool
	n := 0
	for _, c := range list {
		if seen[c.source] || !c.sameDay(list[i].stamp) {
			continue
		}
		seen[c.source] = true
		if c.source.stated() {
			n += 10
		} else {
			n++
		}
	}
	return n
}

func mostExact(list []dateCandidate, best int) stamp {
	rank := func(c dateCandidate) int {
		_, offset := c.from.Zone()
		switch {
		case c.relative || !c.swapped.IsZero():
			return 0
		case c.timed && c.zoned && offset != 0:
			return 4
		case c.timed && c.zoned:
			return 3
		case c.zoned:
			return 2
		}
		return 1
	}
	chosen := list[best]
	for _, c := range list {
		// A better source is not given up for a day of a worse one, only for a time of day.
		if c.sameDay(list[best].stamp) && rank(c) > rank(chosen) && (c.timed || !chosen.swapped.IsZero()) && c.source != fromLibrary {
			chosen = c
		}
	}
	if chosen.timed && !chosen.zoned && chosen.source != fromField {
		// Somewhere on earth: the time of day cannot be compared with that of other pages.
		return chosen.wholeDay()
	}
	return inOutletZone(chosen.stamp, list)
}

// inOutletZone moves a stamp in UTC to the zone that another candidate shows by naming the same
// minute in local time without a zone: 01:09 UTC and 18:09 the day before are one moment at UTC-7.
func inOutletZone(st stamp, list []dateCandidate) stamp {
	if _, offset := st.from.Zone(); offset != 0 || !st.timed || !st.zoned {
		return st
	}
	for _, c := range list {
		if !c.timed || c.zoned || c.source == fromLibrary {
			continue
		}
		apart := c.from.Truncate(time.Minute).Sub(st.from.Truncate(time.Minute))
		if apart != 0 && apart.Abs() <= 14*time.Hour && apart%(15*time.Minute) == 0 {
			zone := time.FixedZone("", int(apart/time.Second))
			st.from, st.to = st.from.In(zone), st.to.In(zone)
			return st
		}
	}
	return st
}

// grade applies the rule of Date. What stands in the visible page counts once: a time element, its
// text and the microdata on it are one place. go-htmldate reads the same places again and so adds
// none. Visible dates that differ take a date that rests on one place down to unclear; they do not
// count against one on which two places agree, since they may belong to something else on the page.
func grade(list []dateCandidate, best int) Grade {
	agree := map[dateSource]bool{}
	conflict, doubt := false, false
	for _, c := range list {
		switch {
		case c.source == fromLibrary:
		case c.sameDay(list[best].stamp):
			if c.source == fromMicrodata || c.source == fromTime {
				c.source = fromText
			}
			agree[c.source] = true
		case c.source.stated():
			conflict = true
		default:
			doubt = true
		}
	}
	only := list[best]
	switch {
	case conflict:
		return Unclear
	case len(agree) > 1:
		return Strong
	case doubt || only.source == fromText || only.source == fromLibrary || !only.swapped.IsZero() || only.relative:
		return Unclear
	}
	return Likely
}

// dateReader collects the candidates of one page.
type dateReader struct {
	captured            time.Time
	lang                string
	published, modified []dateCandidate
}

// add reads value and keeps it as a candidate if it can be a date of the page.
func (r *dateReader) add(to *[]dateCandidate, source dateSource, kind, value string) bool {
	st, ok := parseDate(value, r.lang)
	if !ok && (source == fromText || source == fromTime || source == fromField) {
		if st, ok = parseRelative(value, r.captured); ok {
			kind += ", resolved from the capture time"
		}
	}
	if ok && !st.possible(r.captured) && !st.swapped.IsZero() { // 3/5 read as 3 May lies in the future
		st, ok = dayStamp(st.swapped.Date())
	}
	if !ok || !st.possible(r.captured) {
		return false
	}
	c := dateCandidate{st, source, kind, squeeze(value)}
	if len(*to) < maxCandidates && !slices.ContainsFunc(*to, func(o dateCandidate) bool {
		return o.kind == kind && o.value == c.value
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
}
