package quote

import (
	"strings"

	"hearsay/entity"
	"hearsay/text"
)

// markRepeats sets Repeats: quotes with the same words as an earlier one of the article, in a caption, a
// pull quote or a repeated block. Only quoted words of at least four count.
func markRepeats(t Text, quotes []Quote) {
	seen := map[string]int{}
	for i := range quotes {
		key := quotes[i].key(t)
		if strings.Count(key, " ") < 3 {
			continue
		}
		if first, ok := seen[key]; ok {
			quotes[i].Repeats = first
			if quotes[i].Speaker.Kind == Nobody {
				quotes[i].Speaker = quotes[first].Speaker
				quotes[i].Speaker.Mention = text.Span{Start: quotes[i].Content[0].Span.Start, End: quotes[i].Content[0].Span.Start}
				quotes[i].Speaker.Reason = "the same words stand above with this speaker"
				quotes[i].Speaker.Tied, quotes[i].Speaker.Resolved = entity.Likely, quotes[first].Speaker.Resolved
			}
		} else {
			seen[key] = i
		}
	}
}

// key returns the quoted words of a quote, folded; without what stands in brackets, and dots of omission.
func (q *Quote) key(t Text) string {
	doc := t.Body
	if q.Zone == InTitle {
		doc = t.Title
	}
	var b strings.Builder
	for _, p := range q.Content {
		if p.Quoted {
			b.WriteString(text.Fold(withoutBrackets(doc.Text(p.Span))))
			b.WriteByte(' ')
		}
	}
	return strings.TrimSpace(b.String())
}

// withoutBrackets leaves out insertions of the editor: [the bloc].
func withoutBrackets(s string) string {
	for {
		open := strings.IndexByte(s, '[')
		if open < 0 {
			return s
		}
		end := strings.IndexByte(s[open:], ']')
		if end < 0 {
			return s
		}
		s = s[:open] + s[open+end+1:]
	}
}
