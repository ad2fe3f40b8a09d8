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
		{"a kicker that og:title leaves out", `<title>Losk: The ferry sails again - Ledger</title><meta property="og:title" content="The ferry sails again"><h1><span>Losk</span> <span>The ferry sails again</span></h1>`, "The ferry sails again"},
		{"a colon joins", `<meta property="og:title" content="The ferry sails again"><title>Losk: The ferry sails again</title><h1>Losk: The ferry sails again</h1>`, "Losk: The ferry sails again"},
		{"the h1 is in the breadcrumb", `<title>Fähre Losk: Was jetzt gilt</title><meta property="og:title" content="Die Fähre fährt wieder"><ol class="breadcrumb"><li><h1>Fähre Losk: Was jetzt gilt</h1></ol><h2><span>Naru-Tal</span><span>Die Fähre fährt wieder</span></h2>`, "Die Fähre fährt wieder"},
		{"only the breadcrumb has it", `<title>La barcaza vuelve a navegar</title><ol class="breadcrumb"><li><h1>La barcaza vuelve a navegar</h1></ol>`, "La barcaza vuelve a navegar"},
		{"title without its kicker", `<meta property="og:title" content="Angriff am Fluss: «Wir hatten Glück»"><h1><span>Lage in Losk</span><span>«Wir hatten Glück»</span></h1>`, "«Wir hatten Glück»"},
		{"a section behind the heading", `<meta property="og:title" content="What the ferry means for us | Opinion"><h1>What the ferry means for us | Opinion</h1>`, "What the ferry means for us"},
		{"section and outlet", `<meta property="og:site_name" content="Вестник Лоска"><title>Паром снова ходит через реку - Новости - Вестник Лоска</title>`, "Паром снова ходит через реку"},
		{"a place is no section", `<meta property="og:site_name" content="Ledger"><title>Schweiz – Deutschland</title>`, "Schweiz – Deutschland"},
		{"a subheading repeats the title", `<title>Seven ferries of the valley | Ledger</title><h1>Ferries of the Naru valley, ranked</h1><h2>Seven ferries of the valley</h2>`, "Seven ferries of the valley"},
		{"one h1 of several", `<title>The new ferry timetable explained</title><h1>Subscribe to our letters</h1><h1>The new timetable of the ferry explained</h1>`, "The new timetable of the ferry explained"},
		{"an h1 of another matter", `<title>Ferry of Losk: timetable</title><h1>F&amp;A updates</h1>`, "Ferry of Losk: timetable"},
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

func TestOutletNames(t *testing.T) {
	for _, c := range []struct{ name, page, publisher, address, want string }{
		{"the firm behind the paper", `<meta property="og:site_name" content="Losk Ledger"><title>Ferry sails | Losk Ledger</title>`, "Valley Press Holdings", "https://ledger.example/x", "Losk Ledger"},
		{"an agency is credited", `<meta property="og:site_name" content="Dellmar Courier">`, "Associated Press", "https://dellmarcourier.example/x", "Dellmar Courier"},
		{"the agency itself", ``, "Associated Press", "https://apnews.com/x", "Associated Press"},
		{"a motto", `<meta property="og:site_name" content="Ledger - News, Sport and Weather from Losk">`, "", "https://losk.example/x", "Ledger"},
		{"a section", `<meta property="og:site_name" content="World">`, "", "https://losk.example/x", ""},
		{"a placeholder", `<meta property="og:site_name" content="My WordPress">`, "WordPress", "https://losk.example/x", "My WordPress"},
		{"an address", `<title>Ferry sails | Ledger.example</title>`, "", "https://ledger.example/x", "Ledger.example"},
		{"initials", `<meta property="og:site_name" content="lvn.example"><title>Ferry sails - lvn.example</title>`, "Losk Valley News", "https://lvn.example/x", "Losk Valley News"},
		{"Arabic", `<title>العبّارة تعود - صحيفة الوادي</title><meta property="og:site_name" content="صحيفة الوادي">`, "", "https://alwadi.example/x", "صحيفة الوادي"},
		{"Russian", `<meta property="og:site_name" content="Вестник Лоска | Новости долины Нару и Лоска">`, "", "https://vestnik.example/x", "Вестник Лоска"},
	} {
		root, _ := html.Parse(strings.NewReader(c.page))
		if got := readHead(root).chooseOutlet(&linkedData{publisher: c.publisher}, c.address); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	ld := linkedData{publisher: "Jane Doe", authors: []string{"Jane Doe"}}
	root, _ := html.Parse(strings.NewReader(`<title>Ferry sails</title>`))
	if got := readHead(root).chooseOutlet(&ld, "https://valley.example/x"); got != "" {
		t.Errorf("the author became the outlet %q", got)
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
