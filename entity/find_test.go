package entity

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"hearsay/internal/golden"
	"hearsay/text"
)

// TestFind runs Find on the texts of testdata/find: the files title, body and language of each archive.
func TestFind(t *testing.T) {
	golden.Archives(t, "testdata/find/*.txtar", func(t *testing.T, a *txtar.Archive) map[string]string {
		in := Text{Language: "en"}
		for _, f := range a.Files {
			switch s := strings.TrimSpace(string(f.Data)); f.Name {
			case "title":
				in.Title = text.NewDoc(s)
			case "body":
				in.Body = text.NewDoc(s)
			case "language":
				in.Language = s
			}
		}
		found := Find(in, nil)
		checkArticle(t, in, found)
		return map[string]string{"want": describeArticle(in, found)}
	})
}

// describeArticle writes entities with their kind, forms and descriptors, and below every mention with its reason.
func describeArticle(in Text, a Article) string {
	var b strings.Builder
	for i, e := range a.Entities {
		fmt.Fprintf(&b, "%d %s: %s", i, e.Kind, e.Name)
		if e.Gender != UnknownGender {
			fmt.Fprintf(&b, ", %s", e.Gender)
		}
		for _, d := range e.Descriptors {
			fmt.Fprintf(&b, " [%s]", d.Words)
		}
		for _, m := range e.Merges {
			fmt.Fprintf(&b, " {%s = %s: %s}", m.A, m.B, m.Rule)
		}
		b.WriteByte('\n')
	}
	for _, m := range a.Mentions {
		fmt.Fprintf(&b, "  %s %q", m.Form, zoneOf(in, m.InTitle).Text(m.Span))
		if m.InTitle {
			b.WriteString(" in the title")
		}
		if m.Entity >= 0 {
			fmt.Fprintf(&b, " -> %d", m.Entity)
		}
		if len(m.Candidates) > 0 {
			fmt.Fprintf(&b, " of %v", m.Candidates)
		}
		if m.Reason != "" {
			fmt.Fprintf(&b, " (%s)", m.Reason)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func zoneOf(in Text, title bool) *text.Doc {
	if title {
		return in.Title
	}
	return in.Body
}
