package article

import (
	"strings"
	"testing"
	"time"
)

// blockTexts returns what the blocks of a page show, parted by bars, with the reasons that the mark-up gives.
func blockTexts(source string) string {
	var out []string
	for _, b := range readMarkup(openFrames(source)).blocks {
		s := b.text
		if b.why != "" {
			s += " (" + b.why + ")"
		}
		out = append(out, s)
	}
	return strings.Join(out, " | ")
}

func TestShownText(t *testing.T) {
	for in, want := range map[string]string{
		`<p>one <span hidden>two <span>three</span> four</span>five</p>`:                            "one five",
		`<p>one <a href="/x">two <span class="sr-only">opens in a new window</span></a></p>`:        "one two",
		`<p>one <i style="color: red; display : none">two</i> three</p><p>four</p>`:                 "one three | four",
		`<p>one <span hidden>two</p><p>three</p>`:                                                   "one | three",
		`<p>one <img style="display:none"> two</p>`:                                                 "one two",
		`<p hidden>one</p><p>two</p>`:                                                               "one (text that is not shown) | two",
		`<x-page><p>one</p><x-newsletter><p>two</p></x-newsletter><p>three</p></x-page>`:            "one | two (newsletter box) | three",
		`<p>one <x-share>two</x-share> three</p>`:                                                   "one two three",
		`<div class="yorumlar"><p>one</p></div><div class="lireaussi">two</div>`:                    "one (comments) | two (links to other pages)",
		`<FRAMESET cols="1"><FRAME src=a><NOFRAMES><BODY><P>one<P>two</BODY></NOFRAMES></FRAMESET>`: "one | two",
		`<body><p>one</p><noframes><p>two</p></noframes></body>`:                                    "one",
	} {
		if got := blockTexts(in); got != want {
			t.Errorf("%s shows %q, want %q", in, got, want)
		}
	}
}

// Paragraphs that an extractor gives without the space between two elements are parted again.
func TestGlued(t *testing.T) {
	m := readMarkup("<h1>Timetable</h1><p>The ferry sails at eight.</p><p>It returns at nine.</p>")
	e := extract{{text: "TimetableThe ferry sails at eight.It returns at nine.", from: -1, to: -1, block: -1}}
	if got := wordsOfPage(e, m.blocks); len(got) != 3 || got[0].text != "Timetable" || got[2].from < 0 {
		t.Errorf("parted: %+v", got)
	}
	e = append(extract{{text: "The ferry sails at eight.", from: -1, to: -1, block: -1}}, e...)
	if got := wordsOfPage(e, m.blocks); len(got) != 1 || got[0].text != "The ferry sails at eight." {
		t.Errorf("a second copy stays: %+v", got)
	}
}

// A page laid out with a table has its article in one cell; a table of figures has none that counts.
func TestOtherCells(t *testing.T) {
	const sentence = "The keepers of the dam opened two of its six gates at noon to make room for melting snow. "
	page := `<table><tr><td>Home</td><td><p>` + strings.Repeat(sentence, 3) + `</p><table><tr><td>Gate</td><td>2</td></tr></table><p>` + sentence +
		`</p></td><td>Most read</td></tr></table><p>Below</p>`
	m := readMarkup(page)
	var pieces []piece
	for i, b := range m.blocks {
		pieces = append(pieces, b.piece(0, len(b.text), i))
	}
	var got []string
	for _, p := range dropOtherCells(pieces, m.blocks) {
		got = append(got, strings.TrimSpace(strings.ReplaceAll(p.text, strings.TrimSpace(sentence), "…")))
	}
	if want := "… … …|Gate|2|…|Below"; strings.Join(got, "|") != want {
		t.Errorf("kept %q, want %q", strings.Join(got, "|"), want)
	}
	_, b := readHTML("<p>"+sentence+"</p><table><tr><td>Gate</td><td>2</td></tr></table><p>"+sentence+sentence+"</p>", "", time.Time{})
	if len(b.pieces) < 2 {
		t.Errorf("read %d paragraphs", len(b.pieces))
	}
}
