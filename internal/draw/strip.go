package draw

import (
	"fmt"
	"strings"
)

// A Ribbon is a stretch of page A and the stretch of page B that shares its words, as shares of the
// length of each page, 0 to 1.
type Ribbon struct {
	A0, A1, B0, B1 float64
	Kind           RibbonKind
}

// RibbonKind tells ribbons apart.
type RibbonKind string

const (
	Same     RibbonKind = "same"     // in the same order in both
	Moved    RibbonKind = "moved"    // elsewhere in B
	Reworded RibbonKind = "reworded" // worked over
	Formula  RibbonKind = "formula"  // a standing phrase
)

// Ribbons draws page A as a bar above page B, each from its beginning on the left to its end on the
// right, and joins what they share. It fills whatever width it is given.
func Ribbons(label string, ribbons []Ribbon) string {
	const width, height, bar = 1000.0, 84.0, 12.0
	var b strings.Builder
	openStrip(&b, "ribbons", label, width, height)
	fmt.Fprintf(&b, `<rect class="page" width="%s" height="%s"/><rect class="page" y="%s" width="%s" height="%s"/>`,
		num(width), num(bar), num(height-bar), num(width), num(bar))
	for _, r := range ribbons {
		a0, a1 := stretch(r.A0, r.A1, width)
		b0, b1 := stretch(r.B0, r.B1, width)
		top, low := bar, height-bar
		mid := (top + low) / 2
		fmt.Fprintf(&b, `<path class="%s" d="M%s 0H%sV%sC%s %s %s %s %s %sV%sH%sV%sC%s %s %s %s %s %sZ"/>`, r.Kind,
			num(a0), num(a1), num(top), num(a1), num(mid), num(b1), num(mid), num(b1), num(low), num(height),
			num(b0), num(low), num(b0), num(mid), num(a0), num(mid), num(a0), num(top))
	}
	b.WriteString("</svg>")
	return b.String()
}

// A Stretch is a part of a page, as shares of its length, that stands in other pages too.
type Stretch struct {
	From, To float64
	Others   int // how many other pages
}

// Coverage draws a page as one bar and marks what of it stands in other pages: the taller, the more
// of them.
func Coverage(label string, stretches []Stretch) string {
	const width, height = 1000.0, 20.0
	var b strings.Builder
	openStrip(&b, "coverage", label, width, height)
	fmt.Fprintf(&b, `<rect class="page" width="%s" height="%s"/>`, num(width), num(height))
	for _, s := range stretches {
		if s.Others < 1 {
			continue
		}
		from, to := stretch(s.From, s.To, width)
		tall := height * []float64{0.4, 0.7, 1}[Level(s.Others)-1]
		fmt.Fprintf(&b, `<rect class="same" x="%s" y="%s" width="%s" height="%s"/>`, num(from), num(height-tall), num(to-from), num(tall))
	}
	b.WriteString("</svg>")
	return b.String()
}

// Level sorts a number of pages into the three steps by which reports shade wording: 1 for one other
// page, 2 for two to four, 3 for five or more.
func Level(pages int) int {
	switch {
	case pages <= 1:
		return 1
	case pages < 5:
		return 2
	}
	return 3
}

// Bar draws a share, 0 to 1, as a small bar. The number itself is to stand beside it: a reader who
// cannot see the picture misses nothing.
func Bar(share float64) string {
	from, to := stretch(0, share, 60)
	return fmt.Sprintf(`<svg class="bar" aria-hidden="true" viewBox="0 0 60 8" width="60" height="8"><rect class="page" width="60" height="8"/><rect class="same" width="%s" height="8"/></svg>`, num(to-from))
}

const sample = `<svg class="lanes sample" aria-hidden="true" viewBox="0 0 34 14" width="34" height="14">`

// SampleLink draws a short link of a style, for a legend.
func SampleLink(s Style) string {
	if s == Double {
		return sample + `<path class="double" d="M2 7H32"/><path class="gap" d="M2 7H32"/></svg>`
	}
	return sample + fmt.Sprintf(`<path class="%s" d="M2 7H26"/><path class="head" d="M32 7L26 3.4V10.6Z"/></svg>`, s)
}

// SampleNode draws a node, for a legend.
func SampleNode(s Shape) string {
	behind := ""
	if s == Stacked {
		behind = `<circle class="behind" cx="20" cy="4" r="4"/>`
	}
	return sample + behind + fmt.Sprintf(`<circle class="%s" cx="17" cy="7" r="5"/></svg>`, s)
}

func openStrip(b *strings.Builder, class, label string, width, height float64) {
	fmt.Fprintf(b, `<svg class="%s" xmlns="http://www.w3.org/2000/svg" role="img" aria-label="%s" viewBox="0 0 %s %s" preserveAspectRatio="none">`,
		class, escape(label), num(width), num(height))
}

// stretch scales a part of a page to width. What has any length stays visible.
func stretch(from, to, width float64) (float64, float64) {
	from, to = min(1, max(0, from))*width, min(1, max(0, to))*width
	if to > from && to-from < 2 {
		to = min(width, from+2)
		from = min(from, to-2)
	}
	return from, max(from, to)
}
