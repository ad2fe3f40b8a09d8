package report

import (
	"bytes"
	"crypto/sha256"
	"embed"
	_ "embed"
	"encoding/base64"
	"encoding/json"
	"html/template"
	"io"
	"iter"
	"strings"

	"hearsay/internal/draw"
)

// A view is one screen of the report. Only one is shown at a time, the one that the address points
// into; without an address it is the first.
type view struct {
	Kind    string // names the template: overview, story, pair, article, person, method
	Anchor  string
	Title   string
	Crumbs  []link
	Prev    link
	Next    link
	Content any
}

// A link is a link inside the report; without Href it is plain text.
type link struct{ Href, Text string }

// A pageLink names an article and leads to it.
type pageLink struct {
	Href  string
	Name  string
	Title string
	tongue
}

var (
	//go:embed templates/*.html
	templateFiles embed.FS
	//go:embed style.css
	styleSheet string
	//go:embed script.js
	script string
)

var templates = template.Must(template.New("").Funcs(template.FuncMap{
	"count":    count,
	"number":   number,
	"percent":  percent,
	"sentence": sentence,
	"add":      func(a, b int) int { return a + b },
	"both":     func(row alignedRow, v pairView) rowView { return rowView{row, v.Left, v.Right, v.Directed} },
	"cellof":   cellOf,
	"bar":      func(share float64) template.HTML { return template.HTML(draw.Bar(share)) },
}).ParseFS(templateFiles, "templates/*.html"))

// A rowView is a row of a pair with the two pages that it is about.
type rowView struct {
	Row         alignedRow
	Left, Right side
	Directed    bool
}

// A cellView is one side of a row, with the element that marks what the other side words otherwise.
type cellView struct {
	Cell  cell
	Place link
	Label string // what kind of passage it is, where that does not go without saying
	Tag   string // “del” and “ins” where one was made from the other, else “mark”
	Name  string
	Moved bool // the words of the other side stand elsewhere in this page
}

func cellOf(v rowView, side string) cellView {
	c := cellView{v.Row.Left, v.Row.LeftPlace, "", "del", v.Left.Name, v.Row.Kind == movedRow}
	if side == "right" {
		c = cellView{v.Row.Right, v.Row.RightPlace, "", "ins", v.Right.Name, v.Row.Kind == movedRow}
	}
	if !v.Directed {
		c.Tag = "mark"
	}
	switch v.Row.Kind {
	case formulaRow:
		c.Label = "standing phrase"
	case rewordedRow:
		c.Label = "reworded"
	case movedRow:
		c.Label = "moved"
		if v.Row.Formula {
			c.Label = "moved standing phrase"
		}
	}
	return c
}

// A document is what the template of a file is given.
type document struct {
	Title   string
	Policy  string
	Style   template.CSS
	Script  template.JS
	Machine template.JS
	Views   iter.Seq2[int, view]
	Method  string // link to the method
	Front   string // link to the overview
	Version string
	Many    bool // the report has other files
}

func (l *layout) render(w io.Writer, f file, machine []byte) error {
	return templates.ExecuteTemplate(w, "file", document{
		Title:   f.title,
		Policy:  policy(),
		Style:   template.CSS(styleSheet),
		Script:  template.JS(script),
		Machine: embedded(machine),
		Views: func(yield func(int, view) bool) {
			for i, make := range f.views {
				if !yield(i, make()) {
					return
				}
			}
		},
		Method:  methodAt.from(f.name),
		Front:   overviewAt.from(f.name),
		Version: plain(l.Run.Version),
		Many:    len(l.files) > 1,
	})
}

var (
	overviewAt = place{frontPage, "overview"}
	methodAt   = place{frontPage, "method"}
)

// policy is the content security policy of every file: nothing is loaded, and the one script that
// may run is the one that is embedded.
func policy() string {
	sum := sha256.Sum256([]byte(script))
	return "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-" +
		base64.StdEncoding.EncodeToString(sum[:]) + "'; img-src data:; base-uri 'none'; form-action 'none'"
}

// embedded escapes a JSON document so that nothing in it can end the script element around it.
func embedded(doc []byte) template.JS {
	if len(doc) == 0 {
		return ""
	}
	var b bytes.Buffer
	json.HTMLEscape(&b, doc)
	return template.JS(strings.TrimSpace(b.String()))
}
