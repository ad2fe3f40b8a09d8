package article

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func TestCleanNames(t *testing.T) {
	for _, c := range []struct {
		in     string
		strict bool
		want   string
	}{
		{"By Jane Doe and John Roe", false, "Jane Doe|John Roe"},
		{"Von Max Muster und Erika Beispiel", false, "Max Muster|Erika Beispiel"},
		{"Par Jeanne Dupont et AFP", false, "Jeanne Dupont|AFP"},
		{"Juan Pérez y Ana Gómez", false, "Juan Pérez|Ana Gómez"},
		{"بقلم: ليلى حداد", false, "ليلى حداد"},
		{"Автор: Иван Петров", false, "Иван Петров"},
		{"Jane Doe, Reuters", true, "Jane Doe|Reuters"},
		{"Jane Doe (Arda)", false, "Jane Doe"},
		{"Jane Doe | 5 March 2024 | 3 comments", true, "Jane Doe"},
		{"Jane Doe, Senior Editor", true, "Jane Doe"},
		{"Jane Doe, Jane Doe", false, "Jane Doe"},
		{"admin", false, ""},
		{"https://courier.example/jane", false, ""},
		{"jane@courier.example", false, ""},
		{"Arda Courier", false, ""},
		{"Read more", true, ""},
		{"The council voted late on Monday to keep the bridge over the Arda closed", false, ""},
		{"", false, ""},
	} {
		if got := strings.Join(cleanNames([]string{c.in}, "Arda Courier", c.strict), "|"); got != c.want {
			t.Errorf("cleanNames(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestByline(t *testing.T) {
	for _, c := range []struct{ name, page, want string }{
		{"meta tag", `<meta name=author content="Jane Doe"><h1>Bridge</h1><p class=byline>By Max Muster</p>`, "Jane Doe"},
		{"an address in the meta tag", `<meta property="article:author" content="https://social.example/jane"><h1>Bridge</h1><a rel=author href=/m>Max Muster</a>`, "Max Muster"},
		{"microdata", `<h1>Bridge</h1><span itemprop=author itemscope><span itemprop=name>Jane Doe</span></span>`, "Jane Doe"},
		{"links side by side", `<h1>Bridge</h1><div class=byline><a>Jane Doe</a><a>John Roe</a></div>`, "Jane Doe|John Roe"},
		{"a line", `<h1>Bridge</h1><p>By Jane Doe</p><p>Text.</p>`, "Jane Doe"},
		{"the box about an author", `<h1>Bridge</h1><div class="author-bio">Jane Doe writes about bridges</div>`, ""},
		{"in a sidebar", `<h1>Bridge</h1><aside><span class=byline>By Max Muster</span></aside>`, ""},
		{"the outlet, if it says so for machines", `<meta name=author content="Arda Courier"><h1>Bridge</h1>`, "Arda Courier"},
		{"none", `<h1>Bridge</h1><p>By the river stands a bridge.</p>`, ""},
	} {
		root, err := html.Parse(strings.NewReader(c.page))
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(readHead(root).chooseByline(&linkedData{}, "Arda Courier"), "|"); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
