package draw

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

// An element is a tag of a picture with its attributes and its text.
type element struct {
	name  string
	attrs map[string]string
	text  string
}

// parse reads a picture as XML, which is stricter than what a browser asks for.
func parse(t testing.TB, svg string) []element {
	t.Helper()
	var out []element
	var open []int
	d := xml.NewDecoder(strings.NewReader(svg))
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatalf("not well-formed: %v\n%s", err, svg)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			e := element{name: tok.Name.Local, attrs: map[string]string{}}
			for _, a := range tok.Attr {
				e.attrs[a.Name.Local] = a.Value
			}
			open = append(open, len(out))
			out = append(out, e)
		case xml.CharData:
			if len(open) > 0 {
				out[open[len(open)-1]].text += string(tok)
			}
		case xml.EndElement:
			open = open[:len(open)-1]
		}
	}
}

func float(t testing.TB, s string) float64 {
	t.Helper()
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func names(n int) []Node {
	out := make([]Node, n)
	for i := range out {
		out[i] = Node{Group: "Tuesday", Time: fmt.Sprintf("08:%02d", i), Name: fmt.Sprintf("Outlet %d", i), Note: "84 %", Href: fmt.Sprintf("#a-%d", i)}
	}
	return out
}

func TestPlace(t *testing.T) {
	for _, tc := range []struct {
		name  string
		nodes int
		links []Link
		lanes []int
	}{
		{"alone", 3, nil, []int{0, 0, 0}},
		{"a chain keeps its lane", 3, []Link{{From: 0, To: 1, Style: Solid}, {From: 1, To: 2, Style: Solid}}, []int{0, 0, 0}},
		{"children branch off and make room again", 4, []Link{{From: 0, To: 1, Style: Solid}, {From: 0, To: 2, Style: Solid}, {From: 0, To: 3, Style: Solid}}, []int{0, 1, 1, 1}},
		{"a child with children keeps its lane", 5, []Link{{From: 0, To: 1, Style: Solid}, {From: 0, To: 2, Style: Solid}, {From: 1, To: 3, Style: Dashed}, {From: 1, To: 4, Style: Dashed}}, []int{0, 1, 2, 2, 2}},
		{"lineages that overlap stand side by side", 4, []Link{{From: 0, To: 2, Style: Solid}, {From: 1, To: 3, Style: Solid}}, []int{0, 1, 0, 1}},
		{"lineages that follow each other share a lane", 4, []Link{{From: 0, To: 1, Style: Solid}, {From: 2, To: 3, Style: Solid}}, []int{0, 0, 0, 0}},
		{"the surest parent decides", 3, []Link{{From: 0, To: 2, Style: Dotted}, {From: 1, To: 2, Style: Solid}}, []int{0, 1, 1}},
		{"a link upwards", 3, []Link{{From: 2, To: 0, Style: Solid}}, []int{0, 1, 1}},
		{"a circle", 2, []Link{{From: 0, To: 1, Style: Solid}, {From: 1, To: 0, Style: Solid}}, []int{0, 1}},
	} {
		got := place(tc.nodes, tc.links)
		if tc.name == "a link upwards" || tc.name == "a circle" {
			checkPlacing(t, got)
			continue
		}
		if fmt.Sprint(got.lane) != fmt.Sprint(tc.lanes) {
			t.Errorf("%s: lanes %v, want %v", tc.name, got.lane, tc.lanes)
		}
		checkPlacing(t, got)
	}
}

// checkPlacing fails if a node stands on a line that is not its own: in a lane that another node
// keeps for its links.
func checkPlacing(t testing.TB, p placing) {
	t.Helper()
	for n := range p.nodes {
		if p.lane[n] < 0 || p.lane[n] >= p.lanes {
			t.Fatalf("node %d is in lane %d of %d", n, p.lane[n], p.lanes)
		}
		from, to := n, n
		for _, l := range p.out[n] {
			from, to = min(from, l.To), max(to, l.To)
		}
		for m := from; m <= to; m++ {
			if m == n || p.lane[m] != p.lane[n] {
				continue
			}
			if !(len(p.out[n]) == 1 && p.out[n][0].To == m) {
				t.Fatalf("node %d stands on the line of node %d: lanes %v, links %v", m, n, p.lane, p.out)
			}
		}
	}
}

func TestPlaceRandomGraphs(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for range 2000 {
		n := 1 + rng.IntN(14)
		var links []Link
		for range rng.IntN(2 * n) {
			if l := (Link{From: rng.IntN(n), To: rng.IntN(n), Style: Style(rng.IntN(4))}); l.From != l.To {
				links = append(links, l)
			}
		}
		checkPlacing(t, place(n, links))
	}
}

func TestLanesIsWellFormedAndNothingOverlaps(t *testing.T) {
	long := "The Sund and Kestrel Bay Evening Courier with Shipping News"
	p := Picture{Label: "who took from whom", Desc: "see the table", Nodes: []Node{
		{Group: "Tuesday, 3 March 2026", Time: "05:58", Name: "Nordwire", Href: "#a-1", Title: "Nordwire"},
		{Group: "Tuesday, 3 March 2026", Time: "06:20", Name: long, Note: "over 99 %", Href: "#a-2", Title: long},
		{Group: "Tuesday, 3 March 2026", Time: "07:00", Name: "قناة الميناء الإخبارية للشؤون البحرية والموانئ", Note: "78 %", Href: "#a-3", Title: "قناة الميناء"},
		{Group: "Wednesday, 4 March 2026", Time: "day only", Name: "水库与闸门与河谷与学校与城镇与电台日报晚报", Note: "1 %", Href: "#a-4", Title: "日报"},
		{Name: "Sundpress", Shape: Hollow},
		{Group: "No date", Time: "no date", Name: `<script>&"` + "\u202E\n", Href: `"><script>`},
	}, Links: []Link{{From: 0, To: 1, Style: Solid}, {From: 0, To: 2, Style: Dashed}, {From: 4, To: 5, Style: Dotted}, {From: 7, To: 1, Style: Solid}, {From: 1, To: 1, Style: Solid}}}
	elements := parse(t, Lanes(p))
	root := elements[0].attrs
	width := float(t, root["width"])
	if root["role"] != "group" || root["aria-label"] != p.Label {
		t.Errorf("the picture is not named: %v", root)
	}
	end := map[string]float64{} // by row: where the text so far ends
	circles, hollow, whole := 0, 0, 0
	for _, e := range elements {
		switch e.name {
		case "circle":
			circles++
			if strings.Contains(e.attrs["class"], "hollow") {
				hollow++
			}
		case "title":
			if e.text == long {
				whole++
			}
		case "text":
			x, w := float(t, e.attrs["x"]), Width(e.text, textSize)
			if e.attrs["text-anchor"] == "end" {
				x -= w
			}
			if y := e.attrs["y"]; x < end[y] || x+w > width+0.1 {
				t.Errorf("%q reaches from %.0f to %.0f; the text before it ends at %.0f, the picture at %.0f", e.text, x, x+w, end[y], width)
			}
			end[e.attrs["y"]] = x + w
		case "script":
			t.Error("a name became an element")
		}
		if strings.ContainsAny(e.text+e.attrs["href"], "\u202E\n") {
			t.Errorf("%s holds a control character", e.name)
		}
	}
	if circles != len(p.Nodes) || hollow != 1 || whole != 1 {
		t.Errorf("%d nodes drawn, %d hollow, %d times the whole of the long name", circles, hollow, whole)
	}
	if first, second := Lanes(p), Lanes(p); first != second {
		t.Error("the same picture twice is not the same")
	}
}

// TestLinksAreDrawnAsSureAsTheyAre checks that a link can be told by its form alone: the class of its
// line, the arrow at its end if it has a direction, the gap inside if it has none.
func TestLinksAreDrawnAsSureAsTheyAre(t *testing.T) {
	for _, style := range []Style{Solid, Dashed, Dotted, Double} {
		svg := Lanes(Picture{Nodes: names(3), Links: []Link{{From: 0, To: 1, Style: style}, {From: 0, To: 2, Style: style}}})
		lines, heads, gaps := 0, 0, 0
		for _, e := range parse(t, svg) {
			switch class := e.attrs["class"]; {
			case e.name != "path" || class == "reach":
			case class == "head":
				heads++
			case class == "gap":
				gaps++
			case class == style.String():
				lines++
			default:
				t.Errorf("a %s link is drawn %s", style, class)
			}
		}
		want := [3]int{3, 2, 0} // a line along the lane and two curves
		if style == Double {
			want = [3]int{3, 0, 3}
		}
		if got := [3]int{lines, heads, gaps}; got != want {
			t.Errorf("%s: lines, arrows and gaps %v, want %v", style, got, want)
		}
	}
}

// TestLinksLeadToTheirReasons checks that each link can be reached and says what it is, and that it
// follows the row that it leads to.
func TestLinksLeadToTheirReasons(t *testing.T) {
	p := Picture{Nodes: names(3), Links: []Link{
		{From: 0, To: 1, Style: Solid, Title: "Outlet 1 derived from Outlet 0", Href: "#e-0-1"},
		{From: 1, To: 2, Style: Double, Title: "Outlet 2 shares wording with Outlet 1", Href: "#e-1-2"},
	}}
	var order []string
	for _, e := range parse(t, Lanes(p)) {
		if e.name != "a" {
			continue
		}
		order = append(order, e.attrs["href"])
		if e.attrs["class"] == "edge" && !strings.HasPrefix(e.attrs["aria-label"], "Outlet") {
			t.Errorf("the link to %s is called %q", e.attrs["href"], e.attrs["aria-label"])
		}
	}
	if want := "[#a-0 #a-1 #e-0-1 #a-2 #e-1-2]"; fmt.Sprint(order) != want {
		t.Errorf("links in the order %v, want %s", order, want)
	}
}

func TestShapesAreToldApart(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range []Shape{Filled, Stacked, Hollow} {
		svg := Lanes(Picture{Nodes: []Node{{Name: "one", Shape: s}}})
		class := ""
		for _, e := range parse(t, svg) {
			if e.name == "circle" {
				class += e.attrs["class"] + ";"
			}
		}
		if seen[class] {
			t.Errorf("two shapes are drawn as %s", class)
		}
		seen[class] = true
	}
}

func TestWidthAndTruncate(t *testing.T) {
	if a, b := Width("iiii", 10), Width("mmmm", 10); a >= b {
		t.Errorf("iiii is %v wide, mmmm %v", a, b)
	}
	if Width("e\u0301", 10) != Width("e", 10) {
		t.Error("a combining mark has a width")
	}
	for _, tc := range []struct {
		in    string
		limit float64
	}{{"short", 100}, {"The Evening Courier", 60}, {"قناةُ الميناءِ", 40}, {"水库日报晚报", 30}, {"e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301", 30}, {"anything", 0}, {"", 0}} {
		got := Truncate(tc.in, tc.limit, 10)
		if Width(tc.in, 10) <= tc.limit {
			if got != tc.in {
				t.Errorf("Truncate(%q) = %q although it fits", tc.in, got)
			}
			continue
		}
		if !strings.HasSuffix(got, "…") || !strings.HasPrefix(tc.in, strings.TrimSuffix(got, "…")) || !utf8.ValidString(got) {
			t.Errorf("Truncate(%q, %v) = %q", tc.in, tc.limit, got)
		}
		if tc.limit > 10 && Width(got, 10) > tc.limit {
			t.Errorf("Truncate(%q, %v) = %q is %v wide", tc.in, tc.limit, got, Width(got, 10))
		}
	}
}

func TestStrips(t *testing.T) {
	e := parse(t, Ribbons(`A & "B"`, []Ribbon{{0, 0.5, 0.5, 1, Same}, {0.5, 0.5001, 0, 0.0001, Moved}, {-1, 2, 0, 1, Formula}}))
	if e[0].attrs["role"] != "img" || e[0].attrs["aria-label"] != `A & "B"` || len(e) != 6 {
		t.Errorf("%d elements: %v", len(e), e[0])
	}
	e = parse(t, Coverage("c", []Stretch{{0, 0.1, 1}, {0.1, 0.2, 3}, {0.2, 0.3, 9}, {0.3, 0.4, 0}}))
	var heights []string
	for _, x := range e[2:] {
		heights = append(heights, x.attrs["height"])
	}
	if fmt.Sprint(heights) != "[8 14 20]" {
		t.Errorf("heights %v", heights)
	}
	for share, want := range map[float64]string{0: "0", 0.5: "30", 1: "60", 2: "60", 0.001: "2"} {
		if got := parse(t, Bar(share))[2].attrs["width"]; got != want {
			t.Errorf("Bar(%v) is %s wide, want %s", share, got, want)
		}
	}
	for _, s := range []string{SampleLink(Dashed), SampleLink(Double), SampleNode(Hollow), SampleNode(Stacked)} {
		if e := parse(t, s); e[0].attrs["aria-hidden"] != "true" {
			t.Errorf("a sample is read aloud: %s", s)
		}
	}
}

func FuzzLanes(f *testing.F) {
	f.Add("Nordwire", "05:58", "#a", []byte{0, 1, 0, 1, 2, 1})
	f.Add("\u202E</svg>\x00", "\xff", "\"", []byte{3, 1, 2})
	f.Fuzz(func(t *testing.T, name, at, href string, graph []byte) {
		nodes := names(4)
		nodes[1] = Node{Group: at, Time: at, Name: name, Note: name, Title: name, Href: href}
		var links []Link
		for i := 0; i+2 < len(graph) && i < 60; i += 3 {
			links = append(links, Link{From: int(graph[i]) - 2, To: int(graph[i+1]) - 2, Style: Style(graph[i+2] % 4), Title: name, Href: href})
		}
		parse(t, Lanes(Picture{Label: name, Desc: name, Nodes: nodes, Links: links}))
	})
}

func BenchmarkLanes(b *testing.B) {
	p := Picture{Nodes: names(2000)}
	for i := 1; i < 2000; i++ {
		p.Links = append(p.Links, Link{From: i / 7, To: i, Style: Style(i % 4), Title: "derived from", Href: "#e"})
	}
	for b.Loop() {
		Lanes(p)
	}
}
