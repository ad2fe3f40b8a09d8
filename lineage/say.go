package lineage

import (
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"hearsay/article"
	"hearsay/story"
)

// Labels returns what to call each member of a story, in the order of its members: the name of the
// article, or the last part of its path where nothing names its outlet; with its title where several
// members have the same name, and its ID where even that is not enough.
func Labels(articles []*article.Article, st story.Story) []string {
	return distinct(articles, st,
		func(a *article.Article) string {
			if name := oneLine(nameOrFile(a)); name != "" {
				return name
			}
			return "Article " + oneLine(a.ID)
		},
		func(a *article.Article) string {
			if title := excerpt(a.Title); title != "" {
				return " (“" + title + "”)"
			}
			return ""
		},
		func(a *article.Article) string { return " [" + oneLine(a.ID) + "]" })
}

// nameOrFile returns the name of an article, or the last part of its path where that is only a path:
// whole paths make sentences unreadable.
func nameOrFile(a *article.Article) string {
	if a.Outlet != "" || a.Domain != "" {
		return a.Name()
	}
	file := a.Source.Path[strings.LastIndexByte(a.Source.Path, '/')+1:]
	return file + " " + a.Source.Record
}

// distinct joins the parts of a label until no two members have the same.
func distinct(articles []*article.Article, st story.Story, parts ...func(*article.Article) string) []string {
	labels := make([]string, len(st.Members))
	for _, part := range parts {
		uses := map[string]int{}
		for _, label := range labels {
			uses[label]++
		}
		for i, m := range st.Members {
			if labels[i] == "" || uses[labels[i]] > 1 {
				labels[i] += part(articles[m.Article])
			}
		}
	}
	return labels
}

// oneLine returns s with every white space and control character as a single space.
func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }), " ")
}

// excerpt returns the beginning of s on one line, for a clue.
func excerpt(s string) string {
	const most = 60 // code points
	s = oneLine(s)
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	runes := []rune(s)[:most-1]
	return strings.TrimRight(string(runes), " ") + "…"
}

// inWords returns the words of a credit, to follow what it says.
func inWords(c *article.Credit) string {
	if words := excerpt(c.Exact); words != "" {
		return " (“" + words + "”)"
	}
	return ""
}

// percent returns a share as a whole number of per cent. Only all is 100 %, only nothing is 0 %.
func percent(share float64) string {
	n := int(share*100 + 0.5)
	switch {
	case share <= 0:
		n = 0
	case share < 1:
		n = min(max(n, 1), 99)
	default:
		n = 100
	}
	return fmt.Sprintf("%d %%", n)
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// sayEarlier says that the one source was published before the other.
func sayEarlier(from, name string, first, later *article.Date) string {
	doubt := ""
	if first.Grade == article.Unclear || later.Grade == article.Unclear {
		doubt = "; the evidence for these dates is unclear"
	}
	return fmt.Sprintf("%s was published %searlier (%s) than %s (%s)%s.", from, distance(first, later), when(first), name, when(later), doubt)
}

// precise reports whether a date is known to the hour.
func precise(d *article.Date) bool { return end(d).Sub(d.From) <= time.Hour }

// when returns a date for a reader: with its time in UTC if it is known to the hour, else the day or
// the days in the zone of the evidence.
func when(d *article.Date) string {
	const day, minute = "2 Jan 2006", "2 Jan 2006 15:04 MST"
	switch first, last := d.From.Format(day), end(d).Add(-1).Format(day); {
	case precise(d):
		return d.From.UTC().Format(minute)
	case first == last:
		return first
	default:
		return first + " to " + last
	}
}

// distance says how long one date was before another, with a space after it, or nothing if they are
// known too roughly.
func distance(first, later *article.Date) string {
	gap := later.From.Sub(first.From)
	switch {
	case !precise(first) || !precise(later):
		if precise(first) || precise(later) || gap < 24*time.Hour {
			return ""
		}
		return span(gap, 24*time.Hour, "day")
	case gap < time.Minute:
		return "less than a minute "
	case gap < 2*time.Hour:
		return span(gap, time.Minute, "minute")
	case gap < 48*time.Hour:
		return span(gap, time.Hour, "hour")
	}
	return span(gap, 24*time.Hour, "day")
}

func span(d, unit time.Duration, noun string) string {
	return count(int(d.Round(unit)/unit), noun) + " "
}
