package report

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/net/html"

	"hearsay"
	"hearsay/article"
	"hearsay/lineage"
	"hearsay/origin"
	"hearsay/page"
)

// A written is a report as it stands on disk, parsed.
type written map[string]*html.Node

func write(t testing.TB, c *hearsay.Case, o Options) written {
	t.Helper()
	dir := t.TempDir()
	names, err := Write(dir, c, o)
	if err != nil {
		t.Fatal(err)
	}
	w := written{}
	for _, name := range names {
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		if w[name], err = html.Parse(bytes.NewReader(data)); err != nil {
			t.Fatal(err)
		}
	}
	return w
}

// nodes returns the elements of a document in order, with their file.
func (w written) each(f func(file string, n *html.Node)) {
	for _, file := range slices.Sorted(func(yield func(string) bool) {
		for name := range w {
			if !yield(name) {
				return
			}
		}
	}) {
		for n := range w[file].Descendants() {
			if n.Type == html.ElementNode {
				f(file, n)
			}
		}
	}
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func hasClass(n *html.Node, class string) bool {
	return slices.Contains(strings.Fields(attr(n, "class")), class)
}

func content(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

func (w written) view(kind, holds string) *html.Node {
	var found *html.Node
	w.each(func(_ string, n *html.Node) {
		if found == nil && hasClass(n, "view") && hasClass(n, kind) && strings.Contains(content(n), holds) {
			found = n
		}
	})
	return found
}

func elements(n *html.Node, match func(*html.Node) bool) []*html.Node {
	var out []*html.Node
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && match(d) {
			out = append(out, d)
		}
	}
	return out
}

// many is a case of more articles than one file holds: one big story, one small one, pages alone.
func many(t testing.TB) *hearsay.Case {
	b := newBuilder(t)
	var big []int
	for k := range 320 {
		big = append(big, b.add(fmt.Sprintf("Outlet %d", k%40), fmt.Sprintf("2026-03-%02dT%02d:%02d", 1+k/100, k/60%24, k%60), "en", "The gates", damLead+"\n\nPage "+fmt.Sprint(k)+" adds a line of its own about the gates."))
	}
	small := []int{b.add("Left Bank", "2026-04-01", "en", "Bakery opens", damOwn), b.add("Right Bank", "2026-04-02", "en", "Bakery opened", damOwn)}
	alone := b.add("Ferry Times", "2026-04-03", "en", "Fares", "Fares on the bay ferries will rise by six per cent in May.")
	for k := 1; k < len(big); k++ {
		b.share(big[0], big[k], damLead, damLead)
	}
	b.whole(small[0], small[1])
	b.finish()
	st := b.story("The gates", [][]int{big[:200]}, big...)
	for k := 1; k < len(big); k++ {
		b.edge(st, big[0], big[k], true, article.Strong)
	}
	b.edge(b.story("Bakery opens", nil, small...), small[0], small[1], true, article.Likely)
	b.story("Fares", nil, alone)
	return b.c
}

// hostile is a case whose every text tries to break out of the report.
func hostile(t testing.TB) *hearsay.Case {
	b := newBuilder(t)
	const bad = `</script><script>alert(1)</script><img src=x onerror=alert(1)> "' & ` + "\u202Eevil\u2066 \x00\x1b[31m\nnext" + ` <b>` + "\u2028"
	for k := range 3 {
		i := b.add("outlet "+bad, "2026-03-03T05:58", "en\" onload=\"x", "title "+bad, "Some words stand here before the <script>alert(2)</script> and some stand after it, page "+fmt.Sprint(k)+".\n\n"+bad+"\n\njavascript:alert(3)")
		a := b.c.Articles[i]
		a.ID, a.URL, a.Canonical = "same id "+bad, "javascript:alert(4)", "data:text/html,<script>alert(5)</script>"
		a.Source = page.Source{Path: "p/" + bad, Record: bad}
		a.Byline, a.Warnings = []string{bad}, []string{bad}
		a.Credits = []article.Credit{{Kind: "odd " + bad, Agency: bad, Exact: bad}}
		a.Removed = []article.Removed{{Exact: bad, Reason: bad}}
		a.Traces = []article.Trace{{Kind: "odd " + bad, Exact: bad, Codes: bad}}
		a.Paragraphs[0].Language = bad
		a.Published.Evidence[0].Kind, a.Published.Evidence[0].Value = bad, bad
	}
	b.share(0, 1, "Some words stand here before the", "Some words stand here before the")
	b.finish()
	st := b.story("story "+bad, nil, 0, 1, 2)
	st.ID = bad
	b.edge(st, 0, 1, true, article.Likely)
	b.credits(st, bad, 2, article.Likely)
	b.said(st, 1, 1, map[int]string{0: "Some words stand here before the", 1: "Some words stand here before the"})
	st.Statements[0].ID, st.Statements[0].Text = bad, bad
	st.Origins.Groups[0].Name, st.Origins.Groups[0].Basis = bad, origin.Named
	st.Origins.Merges[0].Reason, st.Origins.Notes = bad, []string{bad}
	st.Origins.Witnesses = &origin.Witnesses{AtLeast: 1, AtMost: 2, Groups: st.Origins.Groups}
	b.credits(st, "Bay Press Pool", 1, article.Likely, lineage.Clue{Kind: lineage.SharedReading, Text: bad, Ref: &article.Ref{Article: 1, Span: b.find(1, "stand here")}})
	st.Lineage.Edges[0].Clues = []lineage.Clue{{Kind: lineage.SharedSpelling, Text: bad, Ref: &article.Ref{Article: 1, Span: b.find(1, "stand here")}}}
	b.c.Skipped = []page.Skip{{Source: page.Source{Path: bad, Record: bad}, Reason: bad}}
	b.c.Run = hearsay.Run{Version: bad, Input: bad, Methods: map[string]int{bad: 1}}
	b.c.Run.Options.Page.FieldNames = map[string]string{"text": bad}
	return b.c
}

// cases returns reports of every kind of case. They are read only, and made once for all tests.
func cases(t testing.TB) map[string]written {
	made.Do(func() { reports = writeAll(t) })
	return reports
}

var (
	made    sync.Once
	reports map[string]written
)

func writeAll(t testing.TB) map[string]written {
	return map[string]written{
		"dam": write(t, dam(t), Options{}), "hostile": write(t, hostile(t), Options{Machine: []byte(`{"a":"</script><script>alert(6)"}`)}),
		"many": write(t, many(t), Options{Machine: []byte("{}")}), "many in one": write(t, many(t), Options{SingleFile: true}),
		"empty": write(t, &hearsay.Case{}, Options{}),
	}
}

func TestNothingRemote(t *testing.T) {
	for name, w := range cases(t) {
		w.each(func(file string, n *html.Node) {
			for _, a := range n.Attr {
				switch {
				case a.Key == "src" || a.Key == "srcset" || a.Key == "style" || strings.HasPrefix(a.Key, "on"):
					t.Errorf("%s/%s: <%s %s=%q>", name, file, n.Data, a.Key, a.Val)
				case a.Key == "href" && n.Data != "a":
					t.Errorf("%s/%s: <%s href=%q>", name, file, n.Data, a.Val)
				case a.Key == "href" && strings.Contains(a.Val, ":") && !strings.HasPrefix(a.Val, "#"):
					if !strings.HasPrefix(a.Val, "https://") || attr(n, "rel") != "noreferrer noopener nofollow" {
						t.Errorf("%s/%s: link %q with rel %q", name, file, a.Val, attr(n, "rel"))
					}
				}
			}
			if slices.Contains([]string{"link", "img", "iframe", "object", "embed", "base", "form"}, n.Data) {
				t.Errorf("%s/%s: there is a <%s>", name, file, n.Data)
			}
		})
	}
	if s := styleSheet + script; strings.Contains(s, "url(") || strings.Contains(s, "@import") || strings.Contains(s, "http://") || strings.Contains(s, "https://") {
		t.Error("the style sheet or the script names an address")
	}
}

func TestIDsAndAnchors(t *testing.T) {
	for name, w := range cases(t) {
		ids := map[string]map[string]bool{}
		w.each(func(file string, n *html.Node) {
			if ids[file] == nil {
				ids[file] = map[string]bool{}
			}
			for _, a := range n.Attr {
				if a.Key != "id" {
					continue
				}
				if ids[file][a.Val] {
					t.Errorf("%s/%s: the id %q is used twice", name, file, a.Val)
				}
				if a.Val == "" || strings.ContainsFunc(a.Val, func(r rune) bool { return r <= ' ' || r > '~' || strings.ContainsRune(`"'<>&%#`, r) }) {
					t.Errorf("%s/%s: the id %q is no plain word", name, file, a.Val)
				}
				ids[file][a.Val] = true
			}
		})
		w.each(func(file string, n *html.Node) {
			for _, key := range []string{"aria-labelledby"} {
				if v := attr(n, key); v != "" && !ids[file][v] {
					t.Errorf("%s/%s: %s=%q leads nowhere", name, file, key, v)
				}
			}
			href := attr(n, "href")
			if n.Data != "a" || strings.HasPrefix(href, "https://") {
				return
			}
			to, anchor, ok := strings.Cut(href, "#")
			target := file
			if to != "" {
				target = path.Join(path.Dir(file), to)
			}
			if !ok || w[target] == nil || !ids[target][anchor] {
				t.Errorf("%s/%s: the link %q leads nowhere", name, file, href)
			}
		})
	}
}

func TestPolicyAllowsTheScriptAndNothingElse(t *testing.T) {
	for name, w := range cases(t) {
		w.each(func(file string, n *html.Node) {
			if n.Data != "script" || attr(n, "type") == "application/json" {
				return
			}
			sum := sha256.Sum256([]byte(content(n)))
			want := "script-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "';"
			policies := elements(w[file], func(m *html.Node) bool { return attr(m, "http-equiv") == "Content-Security-Policy" })
			if len(policies) != 1 || !strings.Contains(attr(policies[0], "content"), want) || !strings.HasPrefix(attr(policies[0], "content"), "default-src 'none';") {
				t.Errorf("%s/%s: the policy does not name the script by %s", name, file, want)
			}
		})
		w.each(func(file string, n *html.Node) {
			if n.Data == "body" {
				if k := len(elements(n, func(m *html.Node) bool { return m.Data == "script" && attr(m, "type") == "" })); k != 1 {
					t.Errorf("%s/%s: %d scripts", name, file, k)
				}
			}
		})
	}
}

func TestHostileTextStaysText(t *testing.T) {
	w := write(t, hostile(t), Options{Machine: []byte(`{"a":"</script><script>alert(6)\u2028"}`)})
	w.each(func(file string, n *html.Node) {
		if n.Data == "b" && strings.Contains(content(n), "next") && len(n.Attr) > 0 {
			t.Errorf("%s: a tag of a page became one of the report", file)
		}
		for _, a := range n.Attr {
			if a.Key == "href" && (strings.Contains(a.Val, "javascript") || strings.HasPrefix(a.Val, "data")) {
				t.Errorf("%s: link %q", file, a.Val)
			}
		}
	})
	machine := elements(w[frontPage], func(n *html.Node) bool { return attr(n, "id") == "hearsay" })
	var got struct{ A string }
	if len(machine) != 1 {
		t.Fatalf("%d machine copies", len(machine))
	}
	if err := json.Unmarshal([]byte(content(machine[0])), &got); err != nil || got.A != "</script><script>alert(6)\u2028" {
		t.Errorf("the machine copy reads back as %q, %v", got.A, err)
	}
	a := w.view("article", "Some words stand here")
	if a == nil || !strings.Contains(content(a), "<script>alert(2)</script>") {
		t.Error("the words of the page are not shown as they stand there")
	}
	for _, n := range elements(a, func(n *html.Node) bool { return n.Data == "h1" || n.Data == "title" }) {
		if strings.ContainsAny(content(n), "\u202E\u2066\x00\x1b\n") {
			t.Errorf("a title holds a control character: %q", content(n))
		}
	}
}

func TestDirectionAndLanguage(t *testing.T) {
	w := cases(t)["dam"]
	arabic, english := 0, 0
	w.each(func(_ string, n *html.Node) {
		if n.Data != "p" || n.Parent == nil || !hasClass(n.Parent, "para") {
			return
		}
		switch attr(n, "lang") + " " + attr(n, "dir") {
		case "ar rtl":
			arabic++
		case "en ltr":
			english++
		default:
			t.Errorf("paragraph with lang %q dir %q", attr(n, "lang"), attr(n, "dir"))
		}
		if strings.ContainsRune(content(n), 'س') != (attr(n, "lang") == "ar") {
			t.Errorf("lang %q on %q", attr(n, "lang"), content(n))
		}
	})
	if arabic == 0 || english == 0 {
		t.Errorf("%d Arabic and %d English paragraphs", arabic, english)
	}
	w.each(func(_ string, n *html.Node) { // names stand apart from the words around them
		if n.Data == "a" && hasClass(n, "page") && len(elements(n, func(m *html.Node) bool { return m.Data == "bdi" })) != 1 {
			t.Errorf("the name in %q is not isolated", content(n))
		}
	})
	for _, property := range []string{"left:", "right:", "margin-left", "padding-right", "text-align: left", "text-align: right", "float: left", "border-left"} {
		if strings.Contains(styleSheet, property) {
			t.Errorf("the style sheet uses %q, which does not turn around with the text", property)
		}
	}
}

func TestModes(t *testing.T) {
	if w := cases(t)["dam"]; len(w) != 1 {
		t.Errorf("a small case makes %d files", len(w))
	}
	if w := cases(t)["many in one"]; len(w) != 1 {
		t.Errorf("a single file is %d files", len(w))
	}
	w := cases(t)["many"]
	articles := 0
	w.each(func(file string, n *html.Node) {
		if hasClass(n, "view") && hasClass(n, "article") {
			articles++
		}
		if attr(n, "id") == "hearsay" && file != frontPage {
			t.Errorf("%s holds a machine copy", file)
		}
	})
	if articles != 323 || len(w) < 5 {
		t.Errorf("%d articles in %d files", articles, len(w))
	}
	if elements(w[frontPage], func(n *html.Node) bool { return hasClass(n, "article") }) != nil {
		t.Error("the front page of a folder report holds articles")
	}
}

func TestSameCaseSameBytes(t *testing.T) {
	read := func() map[string]string {
		dir, out := t.TempDir(), map[string]string{}
		if _, err := Write(dir, dam(t), Options{}); err != nil {
			t.Fatal(err)
		}
		if err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := os.ReadFile(p)
			rel, _ := filepath.Rel(dir, p)
			out[rel] = string(data)
			return err
		}); err != nil {
			t.Fatal(err)
		}
		return out
	}
	first := read()
	if len(first) != 1 {
		t.Errorf("the folder holds %d files: something was left behind", len(first))
	}
	for range 3 {
		if again := read(); first[frontPage] != again[frontPage] {
			t.Fatal("the same case gave another report")
		}
	}
}

func TestHeadingsAndTables(t *testing.T) {
	for name, w := range cases(t) {
		w.each(func(file string, n *html.Node) {
			if hasClass(n, "view") {
				level := 0
				for _, h := range elements(n, func(m *html.Node) bool {
					return len(m.Data) == 2 && m.Data[0] == 'h' && m.Data[1] >= '1' && m.Data[1] <= '6'
				}) {
					next := int(h.Data[1] - '0')
					if next > level+1 && !insideTable(h) || level == 0 && next != 1 {
						t.Errorf("%s/%s: %s %q follows a heading of level %d", name, file, h.Data, content(h), level)
					}
					level = next
				}
				if level == 0 {
					t.Errorf("%s/%s: the view %s has no heading", name, file, attr(n, "id"))
				}
			}
			if n.Data == "th" && attr(n, "scope") == "" {
				t.Errorf("%s/%s: heading cell %q without a scope", name, file, content(n))
			}
			if n.Data == "svg" && attr(n, "aria-hidden") != "true" && attr(n, "aria-label") == "" {
				t.Errorf("%s/%s: a picture without a name", name, file)
			}
		})
	}
}

func insideTable(n *html.Node) bool {
	for a := range n.Ancestors() {
		if a.Data == "table" || hasClass(a, "edge") {
			return true
		}
	}
	return false
}

func TestStoryView(t *testing.T) {
	w := cases(t)["dam"]
	v := w.view("story", "Engineers open gates")
	if v == nil {
		t.Fatal("there is no story")
	}
	text := strings.Join(strings.Fields(content(v)), " ")
	for _, want := range []string{
		"10 pages", "9 different texts", "3–4 independent origins", "at least 3, at most 4 independent origins", "4 of them are counted with Nordwire.",
		"derived from Nordwire", "likely derived from Nordwire", "What speaks against it", "Site B has a paragraph that Nordwire lacks",
		"shares wording with Nordwire", "undetermined", "Bay Press Pool", "echo: one origin", "unclear: 1 to 2 origins", "at least 2 origins",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the story does not say %q", want)
		}
	}
	rows := elements(v, func(n *html.Node) bool {
		return n.Data == "tr" && n.Parent.Data == "tbody" && hasClass(n.Parent.Parent, "lineage")
	})
	if len(rows) != 11 {
		t.Errorf("the table of the picture has %d rows, want 10 pages and a missing source", len(rows))
	}
	drawn := elements(v, func(n *html.Node) bool { return hasClass(n, "node") && !hasClass(n.Parent, "sample") })
	if len(drawn) != len(rows) {
		t.Errorf("the picture has %d nodes, its table %d rows", len(drawn), len(rows))
	}
	changed := elements(v, func(n *html.Node) bool { return n.Data == "ins" && content(n) == "3,500" })
	if len(changed) != 1 {
		t.Errorf("the figure that changed on the way is marked %d times", len(changed))
	}
}

func TestOverviewListsWhatWasLeftOut(t *testing.T) {
	w := cases(t)["dam"]
	text := strings.Join(strings.Fields(content(w.view("overview", ""))), " ")
	for _, want := range []string{"2 inputs could not be read", "1 input: the record ends in the middle", "offset 4711", "the record ends in the middle", "a picture holds no text", "copy of nordwire.html", "Ferry fares to rise in May", "12 % and 54 % of their words"} {
		if !strings.Contains(text, want) {
			t.Errorf("the overview does not say %q", want)
		}
	}
}

// TestArticleView checks what only the view of a page shows: a bound in place of a date, odd
// characters with a link to them, what was removed by its reason, and a paragraph in another language.
func TestArticleView(t *testing.T) {
	w := cases(t)["dam"]
	said := func(title string) string {
		v := w.view("article", title)
		if v == nil {
			t.Fatalf("there is no article %q", title)
		}
		return strings.Join(strings.Fields(content(v)), " ")
	}
	for title, wants := range map[string][]string{
		"Orsa, what we know": {"No date, but not before 3 March 2026 by its own words", "“3 March 2026”", "in Arabic"},
		"Dam opened: 3,500 flee": {
			"a letter of another script in: “spilway” U+0456", "cannot be seen, in: “…readers sent pictures of the flooded▯ car park; you can find them in the…” U+200B", "Removed as no part of the article: 2 pieces",
			"stands on several pages of this outlet: 1 pieceSubscribe to our newsletter", "link list: 1 piece",
		},
	} {
		text := said(title)
		for _, want := range wants {
			if !strings.Contains(text, want) {
				t.Errorf("the view of %s does not say %q:\n%s", title, want, text)
			}
		}
	}
	targets := 0
	w.each(func(_ string, n *html.Node) {
		if hasClass(n, "found") && content(n) == "spilway" {
			targets++
		}
	})
	if targets == 0 {
		t.Error("the word with the look-alike letter is not marked in the text")
	}
}

// TestVocabulary guards the words that the report itself uses.
func TestVocabulary(t *testing.T) {
	for _, name := range []string{"dam", "many"} {
		for file, doc := range cases(t)[name] {
			text := strings.ToLower(content(doc))
			for _, word := range []string{"plagiar", "stole", "fake", "propaganda", "confirmed", "culprit", "copied by"} {
				if strings.Contains(text, word) {
					t.Errorf("%s/%s says %q", name, file, word)
				}
			}
		}
	}
}

// TestWriteRemovesOld checks that files of an earlier, larger report do not stay, and that nothing
// else is touched.
func TestWriteRemovesOld(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "report"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"s-0123456789ab.html", "alone-7.html", "notes.html", "s-mine.html"} {
		if err := os.WriteFile(filepath.Join(dir, "report", name), []byte("x"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := Write(dir, dam(t), Options{}); err != nil {
		t.Fatal(err)
	}
	left, err := filepath.Glob(filepath.Join(dir, "report", "*"))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, path := range left {
		names = append(names, filepath.Base(path))
	}
	if !slices.Equal(names, []string{"notes.html", "s-mine.html"}) {
		t.Errorf("left: %q", names)
	}
}
