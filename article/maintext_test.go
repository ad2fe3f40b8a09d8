package article

import (
	"strings"
	"testing"
)

func TestPointer(t *testing.T) {
	for markup, want := range map[string]bool{
		`<p>Read more: <a href="/a">The harbour reopens on Friday</a></p>`:                      true,
		`<p>[RELATED | <a href="/a">The harbour reopens on Friday</a>]</p>`:                     true,
		`<p>Les også: <a href="/a">Havnen åpner igjen på fredag</a>.</p>`:                       true,
		`<p>Read more: <a href="/a">tickets</a></p>`:                                            false, // no headline
		`<p>The mayor said: <a href="/a">the harbour reopens on Friday</a>, and went home.</p>`: false,
		`<p>The harbour <a href="/a">reopens on the last Friday of May</a></p>`:                 false,
		`<p>Towns: <a href="/a">Dellmar on the Naru river</a>, <a href="/b">Losk</a></p>`:       false,
	} {
		blocks, _ := markupBlocks(markup)
		if got := blocks[0].isPointer(); got != want {
			t.Errorf("%s: %v", markup, got)
		}
	}
}

// A name says that an element is furniture only where the element does not hold the article.
func TestSettle(t *testing.T) {
	sentence := "The crane fell across two berths of the port, and the terminal was closed for the day. "
	m := readMarkup(`<div class="paywall"><p>` + strings.Repeat(sentence, 3) + `</p><div class="comments"><p>` + sentence + `</p></div><p>Home</p></div>`)
	pieces := []piece{m.blocks[0].piece(0, len(m.blocks[0].text), 0), m.blocks[1].piece(0, len(m.blocks[1].text), 1)}
	settle(m.blocks, m.marks, pieces)
	if m.blocks[0].why != "" || m.blocks[1].why != isComment || m.blocks[2].why != "" {
		t.Errorf("reasons %q, %q, %q", m.blocks[0].why, m.blocks[1].why, m.blocks[2].why)
	}
	if kept := tidy(pieces, m.blocks, nil); len(kept) != 1 || kept[0].block != 0 {
		t.Errorf("kept %v", kept)
	}
}

func TestLead(t *testing.T) {
	const (
		title = "Crane falls across two berths"
		body  = `<article><p>The terminal was closed for the day, and the ferries leave from the southern pier.</p></article>`
		lead  = "Nobody was hurt, and nobody knows why the crane fell"
	)
	for name, c := range map[string]struct {
		above, description string
		want               bool
	}{
		"description":            {`<h1>` + title + `</h1><p>Dellmar</p><p>` + lead + `</p>`, lead, true},
		"description above all":  {`<p>` + lead + `</p>`, lead, true},
		"description cut":        {`<h1>` + title + `</h1><p>` + lead + ` across two berths of the port.</p>`, lead + " across two …", true},
		"name":                   {`<h1>` + title + `</h1><p class="articleLead">` + lead + `</p>`, "", true},
		"name of the one around": {`<h1>` + title + `</h1><div class="standfirst"><p>` + lead + `</p></div>`, "", true},
		"sentence below title":   {`<h1>` + title + `</h1><p>` + lead + `, the port said.</p>`, "", true},
		"no sentence":            {`<h1>` + title + `</h1><p>` + lead + `</p>`, "", false},
		"further below":          {`<h1>` + title + `</h1><p>Dellmar</p><p>` + lead + `, the port said.</p>`, "", false},
		"name above the title":   {`<p class="lead">` + lead + `</p><h1>` + title + `</h1>`, "", false},
		"caption":                {`<h1>` + title + `</h1><figcaption>` + lead + `</figcaption>`, lead, false},
		"link":                   {`<h1>` + title + `</h1><p><a href="/x">` + lead + `</a></p>`, lead, false},
	} {
		t.Run(name, func(t *testing.T) {
			blocks, _ := markupBlocks(c.above + body)
			last := len(blocks) - 1
			pieces := withLead([]piece{blocks[last].piece(0, len(blocks[last].text), last)}, blocks, title, c.description)
			if got := len(pieces) == 2 && strings.HasPrefix(pieces[0].text, lead); got != c.want {
				t.Errorf("pieces %+v", pieces)
			}
		})
	}
}

func TestDoubts(t *testing.T) {
	sentence := "The crane fell across two berths of the port of Dellmar, and the terminal was closed for the whole day, said the master. "
	blocks, _ := markupBlocks("<p>" + strings.Repeat(sentence, 3) + "</p><p>" + strings.Repeat("Nothing like this was ever said on any other quay before now. ", 3) + "</p><p>" + sentence + "</p>")
	all := []piece{blocks[0].piece(0, len(blocks[0].text), 0), blocks[1].piece(0, len(blocks[1].text), 1), blocks[2].piece(0, len(blocks[2].text), 2)}
	for _, c := range []struct {
		name           string
		pieces, second []piece
		want           string
	}{
		{"agree", all, all, ""},
		{"no second opinion", all, nil, ""},
		{"disagree", all, all[1:2], "two methods disagree"},
		{"left between", []piece{all[0], all[2]}, []piece{all[0], all[2]}, "running text of"},
		{"left at the end", all[:1], all[:1], ""},
		{"few words", []piece{{text: "Closed today.", block: -1}}, nil, "only 2 words"},
	} {
		got := strings.Join(doubts(c.pieces, c.second, blocks), "; ")
		if (got == "") != (c.want == "") || !strings.Contains(got, c.want) {
			t.Errorf("%s: warnings %q", c.name, got)
		}
	}
}

func TestDateLines(t *testing.T) {
	for line, want := range map[string]bool{
		"15.05.2023 - 13:52 Uhr":                       true,
		"Published 3 May 2024 | 4 min read":            true,
		"By Ada Quill, May 2024":                       false, // no day: may be a title
		"The storm of 3 May 2015 closed the hall.":     false,
		"Festival in the hall from 9 to 12 in the old": false,
	} {
		if isDateLine(line) != want {
			t.Errorf("%q", line)
		}
	}
}
