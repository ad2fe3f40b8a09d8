package quote

import (
	"cmp"
	"fmt"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"hearsay/entity"
	"hearsay/internal/golden"
	"hearsay/text"
	"hearsay/when"
)

// optional returns a file of an archive, empty if it is not there.
func optional(a *txtar.Archive, name string) string {
	for _, f := range a.Files {
		if f.Name == name {
			return strings.TrimSpace(string(f.Data))
		}
	}
	return ""
}

// TestPhenomena reads the invented texts of testdata, one file for each phenomenon that quotes show in news, and
// compares what was found with what stands there under review.
func TestPhenomena(t *testing.T) {
	golden.Archives(t, "testdata/*.txtar", func(t *testing.T, a *txtar.Archive) map[string]string {
		in := Text{Title: text.NewDoc(optional(a, "title")), Body: text.NewDoc(optional(a, "body")), Language: cmp.Or(optional(a, "language"), "en")}
		if b := optional(a, "block"); b != "" {
			at := strings.Index(in.Body.String(), b)
			in.Blocks = []text.Span{{Start: at, End: at + len(b)}}
		}
		published, _ := time.Parse(time.DateOnly, optional(a, "published"))
		in.Names = entity.Find(entity.Text{Title: in.Title, Body: in.Body, Language: in.Language}, nil)
		in.Times = when.Find(in.Body, when.Frame{Published: published, Language: in.Language})
		return map[string]string{"want": show(in, Find(in))}
	})
}

// show writes quotes as lines.
func show(t Text, quotes []Quote) string {
	var b strings.Builder
	for i, q := range quotes {
		doc := t.Body
		if q.Zone == InTitle {
			doc = t.Title
		}
		fmt.Fprintf(&b, "%d %s %s", i, q.Kind, q.Class)
		for _, x := range []struct {
			holds bool
			word  string
		}{{q.Negative, "negative"}, {q.Factuality != Reported, string(q.Factuality)}, {q.Zone != InBody, string(q.Zone)}, {q.Translated, "translated"}} {
			if x.holds {
				b.WriteString(" " + x.word)
			}
		}
		if q.Level > 1 {
			fmt.Fprintf(&b, " level %d in %d", q.Level, q.Parent)
		}
		if q.Repeats >= 0 {
			fmt.Fprintf(&b, " repeats %d", q.Repeats)
		}
		b.WriteString("\n")
		for _, p := range q.Content {
			fmt.Fprintf(&b, "  | %s%s\n", doc.Text(p.Span), map[bool]string{true: " (" + string(p.Closed) + ")"}[p.Quoted])
		}
		if !q.Cue.Empty() {
			fmt.Fprintf(&b, "  cue %s (%s)\n", doc.Text(q.Cue), q.Lemma)
		}
		s := q.Speaker
		fmt.Fprintf(&b, "  %s: “%s” → %s", s.Kind, doc.Text(s.Mention), s.Name)
		if s.Descriptor != "" {
			fmt.Fprintf(&b, ", %s", s.Descriptor)
		}
		if s.Entity >= 0 {
			fmt.Fprintf(&b, " [%s]", t.Names.Entities[s.Entity].Kind)
		}
		fmt.Fprintf(&b, " (tied %s, resolved %s; %s; %s)\n", s.Tied, s.Resolved, s.Rule, s.Reason)
		for _, v := range q.Via {
			fmt.Fprintf(&b, "  %s %s\n", v.Role, doc.Text(v.Span))
		}
		if q.Said >= 0 {
			fmt.Fprintf(&b, "  said %s = %s\n", doc.Text(t.Times[q.Said].Span), t.Times[q.Said].Value)
		}
	}
	if len(quotes) == 0 {
		b.WriteString("no quotes\n")
	}
	return b.String()
}
