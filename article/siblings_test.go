package article

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"hearsay/page"
)

// The template of an invented outlet, as it stands above and below each of its flattened pages.
var (
	ledgerTop    = []string{"The Harbour Ledger", "Coast", "Valley", "Markets", "Letters", "Tides", "Subscribe to the Ledger"}
	ledgerBottom = []string{"More from the Ledger", "Obituaries", "Classifieds", "Puzzles", "The desk",
		"The Ledger has been printed on the quay since 1871 and is owned by its readers, who elect the board every spring.",
		"Corrections are printed on page two; write to the editor if something here is wrong, and give the date of the issue.", "Printing works", "Masthead"}
	heraldTop    = []string{"Losk Herald", "Parliament", "Courts", "Farming", "Football", "Weather in Losk", "Your Herald"}
	heraldBottom = []string{"Most shared", "Recipes", "Crossword", "Archive of the Herald", "The Herald house",
		"The Herald is delivered before seven in the morning to every village between Losk and the border, also on Sundays.", "Rates", "Delivery"}
)

// sentences returns n paragraphs of running text that no other seed has.
func sentences(seed string, n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = fmt.Sprintf("In the matter of %[1]s the council of %[1]s%[2]d heard %[1]switness%[2]d speak of the %[1]sbridge%[2]d for most of the day.", seed, i)
	}
	return out
}

// flatPage reads a text with these lines from a file.
func flatPage(t testing.TB, path string, lines ...[]string) *Article {
	t.Helper()
	source := strings.Join(slices.Concat(lines...), "\n") + "\n"
	p := &page.Page{Format: page.Text, Raw: []byte(source), Body: source, Charset: "utf-8", SHA256: path, Source: page.Source{Path: path}}
	a, err := Read(p)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { checkArticle(t, p, a) })
	return a
}

func titleLine(seed string) []string { return []string{"Council hears about the bridge of " + seed} }

func TestSiblings(t *testing.T) {
	const (
		box   = "Readers of the Ledger receive the evening letter with the tide table for the coming day at no cost."
		stray = "The evening letter"
	)
	ledger := func(path, seed string) *Article {
		text := sentences(seed, 6)
		return flatPage(t, path, ledgerTop, titleLine(seed), text[:3], []string{stray, box}, text[3:], ledgerBottom)
	}
	alone := ledger("pile/one.txt", "Arda")
	if !strings.Contains(alone.Doc.String(), box) {
		t.Fatalf("a page alone is read without the box: %q", alone.Doc)
	}
	a, b := ledger("pile/ledger_1.txt", "Arda"), ledger("pile/ledger_2.txt", "Brul")
	RemoveFurniture([]*Article{a, b})
	for i, seed := range []string{"Arda", "Brul"} {
		got := []*Article{a, b}[i]
		if want := strings.Join(sentences(seed, 6), "\n\n"); got.Doc.String() != want {
			t.Errorf("%s: got %q", seed, got.Doc)
		}
		for _, p := range got.Paragraphs {
			if p.PageStart < 0 {
				t.Errorf("no place for %q", got.Doc.Text(p.Span))
			}
		}
		if !slices.ContainsFunc(got.Removed, func(r Removed) bool {
			return strings.Contains(r.Exact, box) && r.Reason == "recurs on 2 pages of this outlet"
		}) {
			t.Errorf("%s: removed %v", seed, got.Removed)
		}
	}
}

// Two captures of one article share everything, and nothing can be learnt from them.
func TestSiblingsOfOneArticle(t *testing.T) {
	first := flatPage(t, "pile/ledger_1.txt", ledgerTop, titleLine("Arda"), sentences("Arda", 6), ledgerBottom)
	again := flatPage(t, "pile/ledger_2.txt", ledgerTop, titleLine("Arda"), sentences("Arda", 6), sentences("Late", 1), ledgerBottom)
	want := first.Doc.String()
	RemoveFurniture([]*Article{first, again})
	if first.Doc.String() != want {
		t.Errorf("got %q, want %q", first.Doc, want)
	}
}

// A folder for each story, with one page of each outlet: what pages share is the story.
func TestFolderOfOneStory(t *testing.T) {
	wire := sentences("Wire", 4)
	shared := slices.Concat(wire[:2], []string{"What the inquiry found"}, wire[2:])
	for _, names := range [][2]string{{"ledger.txt", "herald.txt"}, {"page_1.txt", "page_2.txt"}, {"crane_1.txt", "bridge_1.txt"}} {
		a := flatPage(t, "story/"+names[0], ledgerTop, titleLine("Arda"), sentences("Arda", 8), shared, ledgerBottom)
		b := flatPage(t, "story/"+names[1], heraldTop, titleLine("Brul"), sentences("Brul", 8), shared, heraldBottom)
		before := []string{a.Doc.String(), b.Doc.String()}
		RemoveFurniture([]*Article{a, b})
		if a.Doc.String() != before[0] || b.Doc.String() != before[1] {
			t.Errorf("%v: the text of a page changed", names)
		}
		if !strings.Contains(a.Doc.String(), "What the inquiry found") {
			t.Errorf("%v: %q", names, a.Doc)
		}
	}
}

// The standfirst of an article stands among the teasers of the others, and stays.
func TestTeasersOfSiblings(t *testing.T) {
	standfirst := []string{"Nobody had asked the people who cross it every morning before the office chose the colour."}
	a := flatPage(t, "pile/ledger_1.txt", ledgerTop, titleLine("Arda"), standfirst, sentences("Arda", 6), ledgerBottom)
	b := flatPage(t, "pile/ledger_2.txt", ledgerTop, titleLine("Brul"), sentences("Brul", 6), []string{"Also in this issue"}, titleLine("Arda"), standfirst, []string{"Bakery wins a prize"}, ledgerBottom)
	RemoveFurniture([]*Article{a, b})
	if !strings.HasPrefix(a.Doc.String(), standfirst[0]) {
		t.Errorf("got %q, removed %v, title %q", a.Doc, a.Removed, a.Title)
	}
}

// Credits below the main text are read although their lines are left out, also when it is chosen anew.
func TestCreditsBelowText(t *testing.T) {
	a := flatPage(t, "pile/ledger_1.txt", ledgerTop, titleLine("Arda"), sentences("Arda", 6), []string{"Source: Reuters"}, ledgerBottom)
	b := flatPage(t, "pile/ledger_2.txt", ledgerTop, titleLine("Brul"), sentences("Brul", 6), []string{"Source: Reuters"}, ledgerBottom)
	check := func(when string) {
		for _, x := range []*Article{a, b} {
			if !slices.ContainsFunc(x.Credits, func(c Credit) bool { return c.Kind == Republication && c.Agency == "Reuters" }) {
				t.Errorf("%s: credits %+v in %q", when, x.Credits, x.Doc)
			}
		}
	}
	check("alone")
	RemoveFurniture([]*Article{a, b})
	check("with siblings")
}

// Flattened pages of one outlet are told from those of others by what they share besides the story.
func TestHousesOfFlattenedPages(t *testing.T) {
	type file struct {
		path string
		top  []string
		down []string
	}
	ledger := func(path string) file { return file{path, ledgerTop, ledgerBottom} }
	herald := func(path string) file { return file{path, heraldTop, heraldBottom} }
	clean := func(path string) file { return file{path: path} }
	for _, c := range []struct {
		name  string
		files []file
		want  string // a letter for each house, a dash for a page of its own
	}{
		{"by template", []file{ledger("p/1.txt"), ledger("p/2.txt"), herald("p/3.txt"), herald("p/4.txt")}, "aabb"},
		{"by name and template", []file{ledger("p/ledger_1.txt"), herald("p/herald_1.txt"), ledger("p/ledger_2.txt")}, "a-a"},
		{"names that mislead", []file{ledger("p/page_1.txt"), herald("p/page_2.txt"), clean("p/note.txt")}, "---"},
		{"other folders", []file{ledger("p/1.txt"), ledger("q/2.txt")}, "--"},
		{"clean texts", []file{clean("p/ledger_1.txt"), clean("p/ledger_2.txt"), clean("p/herald_1.txt")}, "---"},
		{"one outlet only", []file{ledger("p/1.txt"), ledger("p/2.txt"), ledger("p/3.txt")}, "aaa"},
	} {
		var articles []*Article
		for i, f := range c.files {
			a := flatPage(t, f.path, f.top, sentences(fmt.Sprint("Seed", i), 5), f.down)
			a.Outlet = ""
			articles = append(articles, a)
		}
		letters := map[int]string{}
		got := ""
		for _, h := range housesOf(articles) {
			if !h.known {
				got += "-"
				continue
			}
			if letters[h.number] == "" {
				letters[h.number] = string(rune('a' + len(letters)))
			}
			got += letters[h.number]
		}
		if got != c.want {
			t.Errorf("%s: houses %s, want %s", c.name, got, c.want)
		}
	}
}

func TestStems(t *testing.T) {
	var articles []*Article
	for _, path := range []string{"p/ledger_0012.txt", "p/2026-03-12 ledger.txt", "p/Ledger-5.txt", "p/herald.2026-03-12.txt", "p/17.txt", "q/page_1.txt", "q/page_2.txt", "r/naru-post-3.txt", "r/x1.txt", "r/losk_1.txt"} {
		articles = append(articles, &Article{Source: page.Source{Path: path}})
	}
	want := []string{"p\x00ledger", "p\x00ledger", "p\x00ledger", "p\x00herald", "", "", "", "r\x00naru-post", "", "r\x00losk"}
	if got := stemsOf(articles); !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

// TestSiblingsProperties checks on random collections that the order of pages does not matter, that pages
// of other outlets change nothing, and that what stands on pages of two known outlets is not removed
// as recurring.
func TestSiblingsProperties(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	pick := func(list []string) []string {
		var out []string
		for _, s := range list {
			if r.IntN(4) > 0 {
				out = append(out, s)
			}
		}
		return out
	}
	shared := sentences("Shared", 6)
	for round := range 40 {
		var specs [][]string
		for i := range 6 {
			top, bottom := ledgerTop, ledgerBottom
			if i%2 == 1 {
				top, bottom = heraldTop, heraldBottom
			}
			specs = append(specs, slices.Concat(pick(top), pick(shared), sentences(fmt.Sprintf("Seed%d", i), 4), pick(shared), pick(bottom)))
		}
		collection := func(order []int) map[int]*Article {
			out := map[int]*Article{}
			var list []*Article
			for _, i := range order {
				out[i] = flatPage(t, fmt.Sprintf("pile/%d.txt", i), specs[i])
				out[i].Domain = []string{"ledger.example", "herald.example"}[i%2]
				list = append(list, out[i])
			}
			RemoveFurniture(list)
			return out
		}
		all := collection([]int{0, 1, 2, 3, 4, 5})
		other := collection([]int{5, 2, 0, 4, 3, 1})
		pages := map[string]map[int]bool{}
		for i := range specs {
			if all[i].Doc.String() != other[i].Doc.String() {
				t.Fatalf("round %d, page %d: %q in one order, %q in another", round, i, all[i].Doc, other[i].Doc)
			}
			for _, line := range specs[i] {
				if pages[line] == nil {
					pages[line] = map[int]bool{}
				}
				pages[line][i%2] = true
			}
		}
		for i, a := range all {
			for _, x := range a.Removed {
				for line := range strings.Lines(x.Exact) {
					if strings.HasPrefix(x.Reason, "recurs") && len(pages[strings.TrimSpace(line)]) > 1 {
						t.Fatalf("round %d, page %d: %q stands on pages of two outlets and was removed", round, i, line)
					}
				}
			}
		}
		read := flatPage(t, "pile/0.txt", specs[0]).Doc.String()
		if one := collection([]int{0})[0]; one.Doc.String() != read {
			t.Fatalf("round %d: a page alone becomes %q", round, one.Doc)
		}
		if one := collection([]int{0, 1})[0]; one.Doc.String() != read {
			t.Fatalf("round %d: a page beside one of another outlet becomes %q", round, one.Doc)
		}
	}
}

// FuzzSiblings reads two texts as pages of one outlet and as pages of two: the articles hold together, the
// order does not matter, and pages of two outlets change nothing.
func FuzzSiblings(f *testing.F) {
	lines := func(parts ...[]string) string { return strings.Join(slices.Concat(parts...), "\n") }
	f.Add(lines(ledgerTop, sentences("Arda", 3), ledgerBottom), lines(ledgerTop, sentences("Brul", 3), ledgerBottom))
	f.Add(scrapeLines("Arda"), scrapeLines("Brul"))
	f.Add("a\r\nb. \xff\n"+sentences("Arda", 1)[0], "a\nb.\n\n")
	f.Fuzz(func(t *testing.T, first, second string) {
		pages := make([]*page.Page, 2)
		read := func(urls ...string) []*Article {
			var out []*Article
			for i, s := range []string{first, second} {
				pages[i] = &page.Page{Format: page.Text, Raw: []byte(s), Body: s, Charset: "utf-8", URL: urls[i], Source: page.Source{Path: fmt.Sprint(i)}}
				a, err := Read(pages[i])
				if err != nil {
					return nil
				}
				out = append(out, a)
			}
			return out
		}
		there := read("https://one.example/a", "https://one.example/b")
		if there == nil {
			return
		}
		RemoveFurniture(there)
		back := read("https://one.example/a", "https://one.example/b")
		slices.Reverse(back)
		RemoveFurniture(back)
		apart := read("https://one.example/a", "https://two.example/b")
		before := []string{apart[0].Doc.String(), apart[1].Doc.String()}
		RemoveFurniture(apart)
		for i := range there {
			checkArticle(t, pages[i], there[i])
			if there[i].Doc.String() != back[1-i].Doc.String() {
				t.Fatalf("page %d: %q in one order, %q in the other", i, there[i].Doc, back[1-i].Doc)
			}
			if apart[i].Doc.String() != before[i] {
				t.Fatalf("page %d: %q became %q beside a page of another outlet", i, before[i], apart[i].Doc)
			}
		}
	})
}
