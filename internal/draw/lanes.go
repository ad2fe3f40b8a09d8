package draw

import (
	"fmt"
	"strings"
)

// A Picture is what Lanes draws: pages and missing sources as nodes, one a row, time running down.
type Picture struct {
	Label string // what the picture is, for a reader who cannot see it
	Desc  string // how to read it, or where the same is told in words
	// Nodes are drawn in this order, from the top.
	Nodes []Node
	Links []Link
}

// A Node is one row of a Picture.
type Node struct {
	Group string // stands above the row if it differs from the row before: the day
	Time  string // “08:02”, or “no date”
	Name  string
	Note  string // short: a share
	Title string // the whole of what the row says, shown for as long as the pointer rests on it
	Href  string // where the row leads; empty for nowhere
	Shape Shape
}

// A Shape tells what a node stands for.
type Shape int

const (
	Filled  Shape = iota // a page
	Stacked              // several pages, drawn as one
	Hollow               // a source that is not in the collection
)

// String returns the classes that a page styles the node by.
func (s Shape) String() string {
	switch s {
	case Stacked:
		return "node stacked"
	case Hollow:
		return "node hollow"
	}
	return "node"
}

// A Link ties two nodes, given by their index. Links of which an end does not exist are left out.
type Link struct {
	From, To int
	Style    Style
	Title    string // what the link says, in words
	Href     string // where its reasons stand; empty for nowhere
}

// A Style tells how sure a link is.
type Style int

const (
	Solid  Style = iota // strong
	Dashed              // likely
	Dotted              // unclear
	Double              // without direction; the others end in an arrow at the node that they lead to
)

// Measures of the picture, in CSS pixels at its natural size.
const (
	textSize   = 13.0
	radius     = 5.0
	rowHeight  = 26.0
	groupRoom  = 30.0
	margin     = 10.0
	widestName = 232.0
	widestTime = 92.0
	widestNote = 84.0
	columnGap  = 10.0
	tall       = 900.0
	narrowest  = 340.0 // the least width: a page may stretch the picture to it on a small screen
)

// Lanes draws p like the graph of a version history: one lane for each line of descent, a node a
// row, text to the right. Names that are too long are cut, with the whole in the title of the row.
// The width of the picture follows from what it holds.
func Lanes(p Picture) string {
	links := make([]Link, 0, len(p.Links))
	for _, l := range p.Links {
		if inside(l.From, len(p.Nodes)) && inside(l.To, len(p.Nodes)) && l.From != l.To {
			links = append(links, l)
		}
	}
	d := newDrawing(p, place(len(p.Nodes), links))
	for _, l := range links {
		d.into[l.To] = append(d.into[l.To], l)
	}
	d.open()
	for n := range p.Nodes {
		d.trunk(n)
	}
	for n := range p.Nodes { // a row and then what leads to it: so they are read and reached by Tab
		d.row(n)
		for _, l := range d.into[n] {
			d.link(l)
		}
	}
	d.b.WriteString("</svg>")
	return d.b.String()
}

func inside(i, n int) bool { return 0 <= i && i < n }

// A drawing is a picture whose places are known.
type drawing struct {
	Picture
	placing
	b     strings.Builder
	into  [][]Link  // by node: the links that lead to it
	y     []float64 // of each node
	pitch float64   // from lane to lane

	textX, nameX, noteX, width, height float64
}

func newDrawing(p Picture, at placing) *drawing {
	d := &drawing{Picture: p, placing: at, into: make([][]Link, len(p.Nodes)), y: make([]float64, len(p.Nodes))}
	d.pitch = max(7, min(19, 220/float64(max(1, at.lanes))))
	var timeWidth, nameWidth, noteWidth float64
	y, group := margin, ""
	for i, n := range p.Nodes {
		timeWidth = max(timeWidth, min(widestTime, Width(OneLine(n.Time), textSize)))
		nameWidth = max(nameWidth, min(widestName, Width(OneLine(n.Name), textSize)))
		noteWidth = max(noteWidth, min(widestNote, Width(OneLine(n.Note), textSize)))
		if n.Group != group && n.Group != "" {
			y += groupRoom
		}
		group = n.Group
		d.y[i] = y + rowHeight/2
		y += rowHeight
	}
	d.textX = margin + float64(at.lanes)*d.pitch + 8
	d.nameX = d.textX + timeWidth + columnGap
	d.noteX = d.nameX + nameWidth + columnGap + noteWidth
	d.width, d.height = max(d.noteX+margin, narrowest), y+margin
	return d
}

func (d *drawing) x(n int) float64 { return margin + (float64(d.lane[n])+0.5)*d.pitch }

func (d *drawing) open() {
	// A picture that holds links is a group, not an img: what is inside an img is hidden from a
	// screen reader, and the links must not be.
	class := "lanes"
	if d.height > tall {
		class += " tall" // more than half a page of paper
	}
	fmt.Fprintf(&d.b, `<svg class="%s" xmlns="http://www.w3.org/2000/svg" role="group" aria-label="%s" viewBox="0 0 %s %s" width="%s" height="%s" font-size="%s">`,
		class, escape(d.Label), num(d.width), num(d.height), num(d.width), num(d.height), num(textSize))
	fmt.Fprintf(&d.b, `<desc>%s</desc>`, escape(d.Desc))
}

// trunk draws the line of node n along its lane, as sure as the surest link that it still has to
// reach. What leaves it for a child is drawn with the child: see link.
func (d *drawing) trunk(n int) {
	up, down := d.y[n], d.y[n]
	for style := Solid; style <= Double; style++ {
		low, high := down, up
		for _, l := range d.out[n] {
			if l.Style != style {
				continue
			}
			at := d.y[l.To]
			switch {
			case d.lane[l.To] == d.lane[n]:
			case l.To > n:
				at -= d.bend(n, l.To)
			default:
				at += d.bend(n, l.To)
			}
			low, high = max(low, at), min(high, at)
		}
		d.line(d.x(n), down, low, style)
		d.line(d.x(n), up, high, style)
		down, up = low, high
	}
}

// bend is how far before the row of the child the curve leaves the lane of the parent.
func (d *drawing) bend(n, child int) float64 {
	dy := d.y[child] - d.y[n]
	return min(rowHeight*0.62, max(dy, -dy)*0.62)
}

func (d *drawing) line(x, from, to float64, s Style) {
	if from != to {
		d.path(fmt.Sprintf("M%s %sV%s", num(x), num(from), num(to)), s)
	}
}

// path draws a line of a style. A double one is a broad line with the ground inside it.
func (d *drawing) path(way string, s Style) {
	fmt.Fprintf(&d.b, `<path class="%s" d="%s"/>`, s, way)
	if s == Double {
		fmt.Fprintf(&d.b, `<path class="gap" d="%s"/>`, way)
	}
}

// link draws the end of a link, from the lane of the parent to the node, with an arrow if it has a
// direction. A broad invisible line around it makes it easy to point at.
func (d *drawing) link(l Link) {
	way, head := d.end(l)
	if l.Href != "" {
		fmt.Fprintf(&d.b, `<a class="edge" href="%s" aria-label="%s">`, escape(l.Href), escape(l.Title))
	} else {
		d.b.WriteString(`<g class="edge">`)
	}
	if l.Title != "" {
		fmt.Fprintf(&d.b, `<title>%s</title>`, escape(l.Title))
	}
	fmt.Fprintf(&d.b, `<path class="reach" d="%s"/>`, way)
	if d.lane[l.To] != d.lane[l.From] {
		d.path(way, l.Style)
	}
	if l.Style != Double {
		fmt.Fprintf(&d.b, `<path class="head" d="%s"/>`, head)
	}
	if l.Href != "" {
		d.b.WriteString(`</a>`)
	} else {
		d.b.WriteString(`</g>`)
	}
}

// end returns the way of the last part of a link, and the arrow at its end.
func (d *drawing) end(l Link) (way, head string) {
	const size, broad = 6.0, 3.6
	x0, x1, y0, y1 := d.x(l.From), d.x(l.To), d.y[l.From], d.y[l.To]
	down := 1.0
	if y1 < y0 {
		down = -1
	}
	if x0 == x1 {
		tip := y1 - down*(radius+1)
		from := y1 - down*min(rowHeight, max(y1-y0, y0-y1))
		return fmt.Sprintf("M%s %sV%s", num(x0), num(from), num(tip)),
			fmt.Sprintf("M%s %sL%s %sH%sZ", num(x1), num(tip), num(x1-broad), num(tip-down*size), num(x1+broad))
	}
	right := 1.0
	if x1 < x0 {
		right = -1
	}
	bend := down * d.bend(l.From, l.To)
	tip := x1 - right*(radius+1)
	// The curve ends before the arrow begins, however close the lanes are.
	reach := x0 + right*max(1, min(d.pitch, right*(tip-x0)-size/2))
	way = fmt.Sprintf("M%s %sC%s %s %s %s %s %sH%s", num(x0), num(y1-bend), num(x0), num(y1-bend*0.2),
		num(x0+(reach-x0)*0.3), num(y1), num(reach), num(y1), num(tip))
	return way, fmt.Sprintf("M%s %sL%s %sV%sZ", num(tip), num(y1), num(tip-right*size), num(y1-broad), num(y1+broad))
}

// String returns the class that a page styles the links by.
func (s Style) String() string {
	switch s {
	case Solid:
		return "solid"
	case Dashed:
		return "dashed"
	case Dotted:
		return "dotted"
	}
	return "double"
}

func (d *drawing) row(n int) {
	node, y := d.Nodes[n], d.y[n]
	if node.Group != "" && (n == 0 || d.Nodes[n-1].Group != node.Group) {
		top := y - rowHeight/2
		fmt.Fprintf(&d.b, `<text class="day" x="%s" y="%s">%s</text>`, num(d.textX), num(top-7),
			escape(Truncate(OneLine(node.Group), d.width-d.textX-margin, textSize)))
	}
	if node.Href != "" {
		fmt.Fprintf(&d.b, `<a href="%s">`, escape(node.Href))
	} else {
		d.b.WriteString(`<g>`)
	}
	if node.Title != "" {
		fmt.Fprintf(&d.b, `<title>%s</title>`, escape(node.Title))
	}
	fmt.Fprintf(&d.b, `<rect class="hit" x="0" y="%s" width="%s" height="%s"/>`, num(y-rowHeight/2), num(d.width), num(rowHeight))
	d.node(n)
	d.column("time", d.textX, y, node.Time, widestTime, "")
	d.column("name", d.nameX, y, node.Name, widestName, "")
	d.column("note", d.noteX, y, node.Note, widestNote, ` text-anchor="end"`)
	if node.Href != "" {
		d.b.WriteString(`</a>`)
	} else {
		d.b.WriteString(`</g>`)
	}
}

// node draws the mark of a node; one that stands for several has another behind it.
func (d *drawing) node(n int) {
	x, y := d.x(n), d.y[n]
	if d.Nodes[n].Shape == Stacked {
		fmt.Fprintf(&d.b, `<circle class="behind" cx="%s" cy="%s" r="%s"/>`, num(x+3), num(y-3), num(radius))
	}
	fmt.Fprintf(&d.b, `<circle class="%s" cx="%s" cy="%s" r="%s"/>`, d.Nodes[n].Shape, num(x), num(y), num(radius))
}

// column writes one piece of a row. Each is a text of its own, so that the writing direction of one
// does not turn the others around.
func (d *drawing) column(class string, x, y float64, s string, limit float64, anchor string) {
	if s = OneLine(s); s == "" {
		return
	}
	fmt.Fprintf(&d.b, `<text class="%s" x="%s" y="%s"%s>%s</text>`, class, num(x), num(y+textSize*0.36), anchor, escape(Truncate(s, limit, textSize)))
}
