package article

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestDecodeReferences(t *testing.T) {
	for _, c := range []struct {
		in     string
		markup bool
		want   string
	}{
		{"l&#039;&eacute;cole de T&ecirc;te", false, "l'école de Tête"},
		{"l&amp;#039;&amp;eacute;cole", false, "l'école"},
		{"&laquo;&nbsp;J&#8217;ai dit&nbsp;&raquo;", false, "«\u00a0J’ai dit\u00a0»"},
		{"Start &gt; News\nOrm&#8217;s dam", false, "Start &gt; News\nOrm’s dam"},
		{"AT&amp;T and Voll &amp; Son", false, "AT&T and Voll & Son"},
		{"Voll &amp; Son", false, "Voll &amp; Son"},
		{"The reference &nbsp; is a space, and &eacute; is é.", false, "The reference &nbsp; is a space, and &eacute; is é."},
		{"a &unknown;b AT&T; R&D", false, "a &unknown;b AT&T; R&D"},
		{"<p>caf&eacute; caf&amp;eacute;</p>", true, "<p>caf&eacute; café</p>"},
		{"<p>caf&amp;amp;eacute; &amp;lt;b&amp;gt;</p>", true, "<p>café &amp;lt;b&amp;gt;</p>"},
		{`<p title="caf&amp;eacute;">Write <code>caf&amp;eacute;</code></p>`, true, `<p title="caf&amp;eacute;">Write <code>caf&amp;eacute;</code></p>`},
		{"<pre>caf&amp;eacute;</pre><p>x</p>", true, "<pre>caf&amp;eacute;</pre><p>x</p>"},
	} {
		if m, _ := decodeReferences(c.in, c.markup); m.text != c.want {
			t.Errorf("decodeReferences(%q, %v) = %q, want %q", c.in, c.markup, m.text, c.want)
		}
	}
}

func FuzzDecodeReferences(f *testing.F) {
	f.Add("l&amp;#039;&eacute;cole", false)
	f.Add("<p>caf&amp;amp;eacute; <code>&amp;nbsp;</p><!-- &amp;", true)
	f.Fuzz(func(t *testing.T, s string, markup bool) {
		m, held := decodeReferences(s, markup)
		if len(m.passes) == 0 {
			if m.text != s {
				t.Fatalf("%q became %q without a repair", s, m.text)
			}
			return
		}
		if !held || utf8.ValidString(s) && !utf8.ValidString(m.text) || strings.Count(m.text, "<") < strings.Count(s, "<") {
			t.Fatalf("%q became %q", s, m.text)
		}
		for _, r := range m.passes[0] {
			from, to := m.original(r.at, r.at+int(r.width))
			if from != r.from || to != r.from+int(r.size) || s[from] != '&' || s[to-1] != ';' {
				t.Fatalf("%q: the place of %q is %q", s, m.text[r.at:r.at+int(r.width)], s[from:to])
			}
		}
	})
}
