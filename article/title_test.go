package article

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func TestTitle(t *testing.T) {
	for _, c := range []struct{ name, page, want string }{
		{"heading in the title", `<title>Bridge over the Arda closed | Courier</title><h1>Bridge over the Arda closed</h1>`, "Bridge over the Arda closed"},
		{"h2 is the headline", `<title>Bridge over the Arda closed - Courier</title><h1>Courier</h1><h2>Bridge over the Arda closed</h2><h2>Weather</h2>`, "Bridge over the Arda closed"},
		{"no heading", `<meta property="og:site_name" content="Courier"><title>Bridge over the Arda closed — Courier</title>`, "Bridge over the Arda closed"},
		{"outlet in front", `<meta property="og:site_name" content="Courier"><title>Courier: Bridge over the Arda closed</title>`, "Bridge over the Arda closed"},
		{"kicker run together", `<meta property="og:title" content="Arda: Bridge closed at last"><h1><b>Arda</b><span>Bridge closed at last</span></h1>`, "Arda: Bridge closed at last"},
		{"capitals", `<meta property="og:title" content="Bridge over the Arda closed"><h1>BRIDGE OVER THE ARDA CLOSED</h1>`, "Bridge over the Arda closed"},
		{"doubled", `<h1><span>Bridge closed at last</span> <span hidden>Bridge closed at last</span></h1>`, "Bridge closed at last"},
		{"a heading of something else", `<meta property="og:title" content="Bridge over the Arda closed"><h1>A word from our founder</h1>`, "Bridge over the Arda closed"},
		{"a title that holds a script", `<title>A <script>alert(1)</script> bridge</title>`, "A <script>alert(1)</script> bridge"},
		{"the h1 is the site", `<title>Arda &amp; Valley: The bridge is closed at last</title><h1><a href="https://ardavalley.example/">Arda &amp; Valley</a></h1><h3 class="post-title entry-title">The bridge is closed at last</h3>`, "The bridge is closed at last"},
		{"an h3 that nothing calls a title", `<title>The bridge is closed | Weather</title><h1>The bridge is closed</h1><h3>Weather</h3>`, "The bridge is closed"},
		{"none", `<p>The bridge is closed.</p>`, ""},
	} {
		root, err := html.Parse(strings.NewReader(c.page))
		if err != nil {
			t.Fatal(err)
		}
		h := readHead(root)
		if got := h.chooseTitle(&linkedData{}, h.meta("og:site_name")); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestOutlet(t *testing.T) {
	for _, c := range []struct{ page, address, want string }{
		{`<meta property="og:site_name" content=" Arda Courier ">`, "", "Arda Courier"},
		{`<title>Bridge closed | Arda Courier</title>`, "https://www.ardacourier.example/x", "Arda Courier"},
		{`<title>Bridge closed | News</title>`, "https://www.ardacourier.example/x", ""},
		{`<title>Bridge closed | Arda Courier</title>`, "", ""},
	} {
		root, _ := html.Parse(strings.NewReader(c.page))
		if got := readHead(root).chooseOutlet(&linkedData{}, c.address); got != c.want {
			t.Errorf("%s at %s: %q, want %q", c.page, c.address, got, c.want)
		}
	}
}

func TestForeignCanonical(t *testing.T) {
	for _, c := range []struct{ address, canonical, want string }{
		{"https://valley.example/a", "https://courier.example/a", "courier.example"},
		{"https://m.courier.example/a", "https://www.courier.example/a", ""},
		{"https://www.courier.co.uk/a", "https://www.courier.com/a", ""},
		{"https://web.archive.org/web/2024/https://courier.example/a", "https://courier.example/a", ""},
		{"", "https://courier.example/a", ""},
		{"https://courier.example/a", "::", ""},
	} {
		if got := foreignCanonical(c.address, c.canonical); got != c.want {
			t.Errorf("foreignCanonical(%s, %s) = %q, want %q", c.address, c.canonical, got, c.want)
		}
	}
}
