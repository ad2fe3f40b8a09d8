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
		{"Par Jeanne Dupont avec AFP", false, "Jeanne Dupont|AFP"},
		{"Von Max Muster am 22. Januar 2024", false, "Max Muster"},
		{"Articles by Jane", true, ""},
		{"Nachrichten", false, ""},
		{"редакция", false, ""},
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
		{"a link to the author's page", `<h1>Bridge</h1><div>Posted <a href="/authors/jane-doe/">Jane Doe</a></div>`, "Jane Doe"},
		{"a link to another person", `<h1>Bridge</h1><p>Contact: <a href="/authors/jane-doe/">Jane Doe</a></p>`, ""},
		{"By in a line of its own", `<h1>Bridge</h1><div>By</div><div>Jane Doe</div>`, "Jane Doe"},
		{"no headline", `<p>Par Jeanne Dupont, le 09/08/2024</p><p>Les ouvriers ont mis au jour la mâchoire d'un saumon, mardi, sous le parking de la gare.</p>`, "Jeanne Dupont"},
		{"the system signs as the house, the text as a person", `<meta name=author content="Arda Courier"><h1>Bridge</h1><p>Jane Doe</p><p>The council voted late on Monday to keep the bridge over the Arda closed until engineers have finished their report.</p>`, "Jane Doe"},
		{"a heading before the text is no name", `<h1>Bridge</h1><p>Main Street</p><p>The council voted late on Monday to keep the bridge over the Arda closed until engineers have finished their report.</p>`, ""},
		{"an agency in the meta tag of the system", `<meta name=articleAuthor content="Anadolu Ajansı"><h1>Bridge</h1>`, "Anadolu Ajansı"},
		{"the outlet, if it says so for machines and reads like a name", `<meta name=author content="Arda Courier"><h1>Bridge</h1>`, "Arda Courier"},
		{"the outlet, printed", `<meta name=author content="Arda Courier"><h1>Bridge</h1><p>By Arda Courier</p>`, "Arda Courier"},
		{"the outlet, for machines only", `<meta name=author content="Courier"><link rel=canonical href="https://courier.example/bridge"><h1>Bridge</h1>`, ""},
		{"the h1 of a breadcrumb is no headline", `<title>The bridge is closed - Courier</title><ol class=breadcrumb><li>1<li>2<li>3<li>4<li>5<li>6<li>7<li>8<li>9<li>10<li>11<li>12<li>13<li>14<li>15<li>16<li>17<li><h1>The bridge is closed</h1></ol><p>1<p>2<p>3<p>4<p>5<p>6<p>7<p>8<p>9<p>10<p>11<p>12<p>13<p>14<p>15<p>16<p>17<h2>The bridge is closed</h2><p>By Jane Doe</p>`, "Jane Doe"},
		{"a print view has its headline in an h2", `<title>The bridge is closed - Courier</title><p>1<p>2<p>3<p>4<p>5<p>6<h2>The bridge is closed</h2><span class=byline>Jane Doe</span>`, "Jane Doe"},
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
