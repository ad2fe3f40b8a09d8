package article

import (
	"slices"
	"strings"
	"testing"
)

func TestMarkupBlocks(t *testing.T) {
	for _, c := range []struct {
		name, page string
		want       []string
	}{
		{"inline", "<p>a <b>bold</b><i>er</i> word</p>", []string{"a bolder word"}},
		{"blocks", "<div>one<p>two<p>three</div>four", []string{"one", "two", "three", "four"}},
		{"breaks", "one<br>line<br><br>two<br> <br>three", []string{"one line", "two", "three"}},
		{"references", "<p>AT&T &amp; caf&eacute;&#33; &lt;p&gt; x&nbsp;y</p>", []string{"AT&T & café! <p> x\u00a0y"}},
		{"space references", "<p>a&#32;&#10;b</p>", []string{"a b"}},
		{"scripts", "<p>a<script>var x = '<p>no</p>'</script> b</p><style>p{}</style><noscript>no</noscript>", []string{"a b"}},
		{"comments", "<p>a<!-- no <p> -->b</p>", []string{"ab"}},
		{"drawings", "<p>a <svg><title>no</title><text>no</text></svg>b</p>", []string{"a b"}},
		{"open drawing", "<svg><text>no<p>yes</p>", []string{"yes"}},
		{"template", "<template>no</template><p>yes", []string{"yes"}},
		{"title", "<title>no</title><p>yes", []string{"yes"}},
		{"nothing to read", "<p>***</p><p>&nbsp;</p><p>—</p>", nil},
		{"cells", "<table><tr><td>a</td><td>b</td></tr></table>", []string{"a", "b"}},
	} {
		blocks, _ := markupBlocks(c.page)
		var got []string
		for _, b := range blocks {
			got = append(got, b.text)
			from, to := b.source(0, len(b.text))
			again, _ := markupBlocks(c.page[from:to])
			if len(again) != 1 || again[0].text != b.text {
				t.Errorf("%s: %q has the place of %q", c.name, b.text, c.page[from:to])
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestBlockReasons(t *testing.T) {
	blocks, base := markupBlocks(`<base href="/b/"><nav>n</nav><div class="siteFooter">f</div><div id="related_posts"><p>r</p></div>` +
		`<article class="story"><p>t</p><ul><li>l</ul><blockquote><p>q</p></blockquote><h3>h</h3></article><div class="shadow headline">x</div>`)
	var got []string
	for _, b := range blocks {
		got = append(got, b.text+":"+b.why+":"+b.role)
	}
	want := []string{"n:navigation:", "f:footer:", "r:links to other pages:", "t::", "l::list", "q::quote", "h::heading", "x::"}
	if !slices.Equal(got, want) || base != "/b/" {
		t.Errorf("got %q (base %q), want %q", got, base, want)
	}
}

func TestBlockSource(t *testing.T) {
	const source = "<p>one  &amp;\n two <b>thr&eacute;e</b> four</p>"
	blocks, _ := markupBlocks(source)
	b := blocks[0]
	if b.text != "one & two thrée four" {
		t.Fatal(b.text)
	}
	for words, want := range map[string]string{
		"one": "one", "&": "&amp;", "two": "two", "thrée": "thr&eacute;e", "two thrée": "two <b>thr&eacute;e", "four": "four", "one & two": "one  &amp;\n two",
	} {
		at := strings.Index(b.text, words)
		from, to := b.source(at, at+len(words))
		if got := source[from:to]; got != want {
			t.Errorf("%q comes from %q, want %q", words, got, want)
		}
	}
}

// What an extractor drops from inside a sentence comes back, what it glued is parted, what stands
// twice on the page is taken once, and what is not on the page stays without a place.
func TestWordsOfPage(t *testing.T) {
	blocks, _ := markupBlocks(`<p>The crane fell on … <p>The crane fell on <time>Tuesday</time> across two berths of the port.
		<p>Nobody was hurt, the office said.<p>5<p>Boats leave from the south pier until one berth is open again.<p>5<p>Other news of the day stands here.`)
	extracted := extract{}
	for _, s := range []string{
		"The crane fell on across two berths of the port.",
		"Nobody was hurt, the office said.Boats leave from the south pier until one berth is open again.",
		"5",
		"This paragraph stands in a script only, and nowhere on the page.",
	} {
		extracted = append(extracted, piece{text: s, from: -1, to: -1, block: -1})
	}
	var got []string
	for _, p := range wordsOfPage(extracted, blocks) {
		where := "-"
		if p.from >= 0 {
			where = "+"
		}
		got = append(got, where+p.text)
	}
	want := []string{
		"+The crane fell on Tuesday across two berths of the port.",
		"+Nobody was hurt, the office said.",
		"+Boats leave from the south pier until one berth is open again.",
		"+5",
		"-This paragraph stands in a script only, and nowhere on the page.",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// A block of which an extractor kept the smaller part holds two things.
func TestWordsOfPageTakesPart(t *testing.T) {
	blocks, _ := markupBlocks(`<div>Home News Sport Weather Search Login Register Help Contact About Jobs Shop Games Video Audio
		<span>The crane fell across two berths of the port.</span> More stories you may like: lamps, boats, bread, clocks</div>`)
	got := wordsOfPage(extract{{text: "The crane fell across two berths of the port.", block: -1}}, blocks)
	if len(got) != 1 || got[0].text != "The crane fell across two berths of the port." {
		t.Errorf("got %+v", got)
	}
}
