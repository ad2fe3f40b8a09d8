package page

import (
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/htmlindex"
)

// checkPlaces checks that Decode is the inverse of Locate for ranges all over the text of a page, and
// that what lies at a place decodes to the same words without the help of the alignment.
func checkPlaces(t testing.TB, p *Page) {
	t.Helper()
	text := p.content()
	random := rand.New(rand.NewPCG(uint64(len(text)), 7))
	check := func(start, end int) {
		rawStart, rawEnd, ok := p.Locate(start, end)
		whole := boundary(text, start) && boundary(text, end)
		if !ok {
			if whole && len(p.parts) < 2 && p.Charset != "big5" {
				t.Fatalf("%v: [%d, %d) of %d bytes has no place", p.Source, start, end, len(text))
			}
			return
		}
		if !whole || rawStart < 0 || rawEnd < rawStart || rawEnd > len(p.Raw) {
			t.Fatalf("%v: [%d, %d) is placed at [%d, %d) of %d bytes", p.Source, start, end, rawStart, rawEnd, len(p.Raw))
		}
		got, ok := p.Decode(rawStart, rawEnd)
		if !ok || got != text[start:end] {
			t.Fatalf("%v: [%d, %d) %q is placed at [%d, %d), which decodes to %q, %v", p.Source, start, end, text[start:end], rawStart, rawEnd, got, ok)
		}
		if independent, ok := decodeAlone(p, p.Raw[rawStart:rawEnd]); ok && independent != text[start:end] {
			t.Fatalf("%v: [%d, %d) %q is placed at %q", p.Source, start, end, text[start:end], p.Raw[rawStart:rawEnd])
		}
	}
	check(0, len(text))
	check(len(text), len(text))
	for range 50 {
		start := random.IntN(len(text) + 1)
		check(start, start+random.IntN(len(text)-start+1))
	}
	if _, _, ok := p.Locate(0, len(text)+1); ok {
		t.Fatal("a range behind the end has a place")
	}
	if _, ok := p.Decode(0, len(p.Raw)+1); ok {
		t.Fatal("a range behind the end is decoded")
	}
}

func boundary(s string, at int) bool { return at == len(s) || utf8.RuneStart(s[at]) }

// decodeAlone decodes bytes that begin and end between characters, where they can be without what
// precedes them.
func decodeAlone(p *Page, raw []byte) (string, bool) {
	switch {
	case len(p.parts) > 1 || strings.Contains(p.content(), "\uFFFD"):
		return "", false
	case p.Format == Record && p.syntax == jsonSyntax:
		var s string
		err := json.Unmarshal([]byte(`"`+string(raw)+`"`), &s)
		return s, err == nil
	case p.Format == Record && p.syntax == cellSyntax:
		return strings.ReplaceAll(string(raw), `""`, `"`), !strings.Contains(strings.ReplaceAll(p.content(), "\"\"", ""), `"`)
	case p.Format == Record || p.Charset == "utf-8":
		return string(raw), true
	case p.Charset == "iso-2022-jp":
		return "", false
	}
	e, err := htmlindex.Get(p.Charset)
	if err != nil {
		return "", false
	}
	s, _ := e.NewDecoder().Bytes(raw)
	return string(s), true
}

func TestPlacesOfHandMadePage(t *testing.T) {
	p := &Page{Format: HTML, Raw: []byte("caf\xe9 noir"), Body: "café noir", Charset: "windows-1252"}
	start, end, ok := p.Locate(3, 10)
	if !ok || start != 3 || end != 9 {
		t.Errorf("café noir is placed at %d, %d, %v", start, end, ok)
	}
	if got, ok := p.Decode(3, 4); !ok || got != "é" {
		t.Errorf("byte 3 decodes to %q, %v", got, ok)
	}
	if _, _, ok := p.Locate(4, 6); ok {
		t.Error("half a character has a place")
	}
	wrong := &Page{Format: HTML, Raw: []byte("caf"), Body: "something else", Charset: "windows-1252"}
	if _, _, ok := wrong.Locate(0, 2); ok {
		t.Error("a body that is not what Raw says has a place")
	}
	if _, _, ok := (&Page{Format: Record, Fields: &Fields{Text: "x"}, Raw: []byte("x")}).Locate(0, 1); ok {
		t.Error("a record that Read did not make has a place")
	}
}

func TestPlacesOfRecord(t *testing.T) {
	dir := files(t, map[string]string{
		"a.jsonl": `{"title":"T","text":"Sie sagte: \"Ja\".\nDann\u00e9 \ud83d\ude00 ging sie.","x":1}`,
		"b.jsonl": `{"body":["First \"part\".","", "Second part."]}`,
		"c.csv":   "title,text\r\nT,\"She said \"\"yes\"\".\r\nAnd left.\"\r\nU,plain \"x\" text\r\n",
	})
	for p, s := range Read(t.Context(), []string{dir}, Options{}) {
		if s != nil {
			t.Fatal(s)
		}
		checkPlaces(t, p)
	}
	var p *Page
	for p = range Read(t.Context(), []string{dir + "/a.jsonl"}, Options{}) {
	}
	at := strings.Index(p.Fields.Text, "é 😀")
	start, end, ok := p.Locate(at, at+len("é 😀"))
	if !ok || string(p.Raw[start:end]) != `\u00e9 \ud83d\ude00` {
		t.Errorf("é 😀 is placed at %q, %v", p.Raw[start:end], ok)
	}
	for p = range Read(t.Context(), []string{dir + "/b.jsonl"}, Options{}) {
	}
	start, end, ok = p.Locate(6, len(p.Fields.Text)-1)
	if want := `\"part\".","", "Second part`; !ok || string(p.Raw[start:end]) != want {
		t.Errorf("a range of two parts is placed at %q, %v", p.Raw[start:end], ok)
	}
	if got, ok := p.Decode(start, end); !ok || got != "\"part\".\n\nSecond part" {
		t.Errorf("a range of two parts decodes to %q, %v", got, ok)
	}
}
