package report

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// A methodView says how the findings were made and what this run was.
type methodView struct {
	Version string
	Input   string
	Methods []setting
	Options []setting
	Clock   string
	// MinWords is the least number of matching words of a passage.
	MinWords string
}

// A setting is a name and its value.
type setting struct{ Name, Value string }

func (l *layout) method() view {
	m := methodView{Version: plain(l.Run.Version), Input: plain(l.Run.Input), Clock: l.clock.zone.String(), MinWords: "ten"}
	if n := l.Run.Options.Reuse.MinWords; n != 0 {
		m.MinWords = number(n)
	}
	for name, version := range l.Run.Methods {
		m.Methods = append(m.Methods, setting{plain(name), fmt.Sprint(version)})
	}
	slices.SortFunc(m.Methods, func(a, b setting) int { return strings.Compare(a.Name, b.Name) })
	m.Options = l.options()
	return view{Kind: "method", Anchor: methodAt.anchor, Title: "How this was made", Crumbs: []link{{overviewAt.from(frontPage), "Overview"}}, Content: m}
}

// options lists the options of the run; those that were left alone say so.
func (l *layout) options() []setting {
	o := l.Run.Options
	limit := func(n int64) string {
		if n == 0 {
			return "default"
		}
		return number(int(n))
	}
	rows := []setting{
		{"largest page, bytes", limit(o.Page.MaxPage)},
		{"largest file, bytes", limit(o.Page.MaxFile)},
		{"depth of folders", limit(int64(o.Page.MaxDepth))},
		{"capture time where none is known", "none"},
		{"setting for archives", yes(o.Reuse.Archive)},
		{"least words of a passage", limit(int64(o.Reuse.MinWords))},
		{"threshold of a story", "default"},
	}
	if !o.Page.Captured.IsZero() {
		rows[3].Value = o.Page.Captured.Format(time.RFC3339)
	}
	if o.Story.Threshold != 0 {
		rows[6].Value = fmt.Sprint(o.Story.Threshold)
	}
	var fields []setting
	for field, name := range o.Page.FieldNames {
		fields = append(fields, setting{"field " + plain(field), plain(name)})
	}
	slices.SortFunc(fields, func(a, b setting) int { return strings.Compare(a.Name, b.Name) })
	return append(rows, fields...)
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}
