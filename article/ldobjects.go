package article

import (
	"html"
	"slices"
	"strings"
)

// ldObjects are the objects of all scripts that can be an article, a site or be named by one.
type ldObjects struct {
	list []ldObject
	byID map[string]ldObject
}

// collect follows arrays, @graph and the entity of a page, but not lists of other articles.
func (a *ldObjects) collect(v any, depth int) {
	if depth > maxLDDepth || len(a.list) >= maxLDObjects {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			a.collect(e, depth+1)
		}
	case ldObject:
		if a.byID == nil {
			a.byID = map[string]ldObject{}
		}
		if id, ok := v["@id"].(string); ok && len(v) > 1 && a.byID[id] == nil {
			a.byID[id] = v
		}
		a.list = append(a.list, v)
		for _, key := range [...]string{"@graph", "mainEntity", "mainEntityOfPage"} {
			a.collect(v[key], depth+1)
		}
	}
}

// newsRank is the rank of a news article.
const newsRank = 4

// articleRank is how well an object's type fits the article of a page; 0 is not at all.
func articleRank(o ldObject) int {
	best := 0
	for _, t := range ldStrings(o["@type"]) {
		t = t[strings.LastIndexAny(t, "/:#")+1:]
		rank := 0
		switch {
		case strings.HasSuffix(t, "NewsArticle"):
			rank = newsRank
		case strings.HasSuffix(t, "Article") || t == "BlogPosting" || t == "LiveBlogPosting" || t == "Report":
			rank = 3
		case t == "CreativeWork" || t == "Review" || t == "Recipe" || t == "SocialMediaPosting" || t == "HowTo":
			rank = 2
		case strings.HasSuffix(t, "WebPage") || t == "VideoObject" || t == "AudioObject" || t == "PodcastEpisode":
			rank = 1
		}
		best = max(best, rank)
	}
	return best
}

func (a *ldObjects) article(headings []heading) ldObject {
	var best ldObject
	bestScore := 0
	for _, o := range a.list {
		score := 2 * articleRank(o)
		if score > 0 && titled(o, headings) {
			score++
		}
		if score > bestScore {
			best, bestScore = o, score
		}
	}
	return best
}

func titled(o ldObject, headings []heading) bool {
	title := titleKey(ldText(o["headline"]))
	return title != "" && slices.ContainsFunc(headings, func(h heading) bool { return titleKey(h.text) == title })
}

// site returns the name that the scripts give the site, if only one object names it.
func (a *ldObjects) site() string {
	for _, want := range [...]string{"WebSite", "NewsMediaOrganization"} {
		for _, o := range a.list {
			if slices.Contains(ldStrings(o["@type"]), want) {
				if name := squeeze(ldText(o["name"])); name != "" {
					return name
				}
			}
		}
	}
	return ""
}

// names returns the names of the people or organisations that v gives: strings, objects with a name,
// references to objects elsewhere in the scripts, lists of these.
func (a *ldObjects) names(v any, depth int) []string {
	if depth > maxLDDepth {
		return nil
	}
	switch v := v.(type) {
	case string:
		return nonEmpty(v)
	case []any:
		var out []string
		for _, e := range v[:min(len(v), 40)] {
			out = append(out, a.names(e, depth+1)...)
		}
		return out
	case ldObject:
		if name := a.names(v["name"], depth+1); len(name) > 0 {
			return name
		}
		if id, ok := v["@id"].(string); ok && a.byID[id] != nil {
			return nonEmpty(ldText(a.byID[id]["name"])) // one step only: references can form a net
		}
		given, family := ldText(v["givenName"]), ldText(v["familyName"])
		return nonEmpty(strings.TrimSpace(given + " " + family))
	}
	return nil
}

// ldText returns v if it is a text, or the first text of a list, or the text of a {"@value": …}.
func ldText(v any) string {
	if list := ldStrings(v); len(list) > 0 {
		return list[0]
	}
	return ""
}

// ldStrings returns the texts of v, which may be one text or a list.
func ldStrings(v any) []string {
	switch v := v.(type) {
	case string:
		return nonEmpty(v)
	case []any:
		var out []string
		for _, e := range v[:min(len(v), 40)] {
			if s, ok := e.(string); ok {
				out = append(out, nonEmpty(s)...)
			}
		}
		return out
	case ldObject:
		if s, ok := v["@value"].(string); ok {
			return nonEmpty(s)
		}
		return nonEmpty(ldText(v["name"]))
	}
	return nil
}

// nonEmpty returns the texts that are not blank, in one line and with their character references read.
func nonEmpty(list ...string) []string {
	var out []string
	for _, s := range list {
		if s = squeeze(html.UnescapeString(s)); s != "" {
			out = append(out, s)
		}
	}
	return out
}
