package page

import (
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestJSONValid compares the scanner with encoding/json on values and on what is left of them after
// random changes.
func TestJSONValid(t *testing.T) {
	values := []string{
		`{}`, `[]`, `{"a":1}`, `{"a":[1,2,{"b":null}],"c":"d\n\u00e9\ud83d\ude00"}`, `[[],{},"",0,-0.5e+7,true,false,null]`,
		` { "a" : [ 1 , 2 ] } `, `"x"`, `12`, `01`, `-`, `1.`, `1e`, `+1`, `tru`, `{"a"}`, `{"a":}`, `{,}`, `[1,]`, `{"a":1,}`,
		`"\x"`, `"\u12"`, "\"\x01\"", `{"a":1}}`, `[1}`, `{1:2}`, ``, `nul`, `{"a":1 "b":2}`, `[1 2]`,
		strings.Repeat("[", 9000) + strings.Repeat("]", 9000),
		strings.Repeat("[", 10001) + strings.Repeat("]", 10001),
		strings.Repeat(`{"a":`, 200) + "1" + strings.Repeat("}", 200),
	}
	random := rand.New(rand.NewPCG(1, 2))
	const letters = `{}[]",:\0 1eE.-+untrfals`
	for _, v := range values[:6] {
		for range 4000 {
			b := []byte(v)
			for range 1 + random.IntN(3) {
				at := random.IntN(len(b))
				switch random.IntN(3) {
				case 0:
					b[at] = letters[random.IntN(len(letters))]
				case 1:
					b = append(b[:at], b[min(at+1, len(b)):]...)
				default:
					b = append(b[:at], append([]byte{letters[random.IntN(len(letters))]}, b[at:]...)...)
				}
				if len(b) == 0 {
					break
				}
			}
			values = append(values, string(b))
		}
	}
	for _, v := range values {
		s := jsonScanner{data: []byte(v)}
		err := s.value()
		if err == nil {
			err = s.end()
		}
		if (err == nil) != json.Valid([]byte(v)) {
			t.Errorf("%.80q: %v", v, err)
		}
	}
}

// TestJSONString compares the decoding of strings with encoding/json.
func TestJSONString(t *testing.T) {
	for _, s := range []string{
		`plain`, `\"\\\/\b\f\n\r\t`, `caf\u00e9 \u0000`, `\ud83d\ude00`, `\ud83d`, `\ud83dx`, `\ud83d\u0041`, `\ude00\ud83d`, `\ud83d\ud83d\ude00`,
		"caf\xe9 \xe2\x82", "\xf0\x9f\\n\x98\x80", `\uD83D\uDE00 é 😀`,
	} {
		var want string
		if err := json.Unmarshal([]byte(`"`+s+`"`), &want); err != nil {
			t.Fatal(s, err)
		}
		if got := jsonString([]byte(s)); got != want {
			t.Errorf("%q decodes to %q, want %q", s, got, want)
		}
	}
}

func TestReadJSON(t *testing.T) {
	dir := files(t, map[string]string{
		"a.jsonl": "\xef\xbb\xbf" + `{"text":"One."}` + "\r\n\r\n" + `{"text":"Broken.",}` + "\n" + `{"id":7}` + "\n" + `[1,2]` + "\n" +
			`{"title":"T","text":"  "}` + "\n" + `{"text":"Two."} {"text":"Three."}` + "\n" + `{"text":"Cut of`,
		"b.json":   `[{"text":"One."}, {"text":"Broken." "x"}, 3, {"body":"Three."},{"headline":"No text"}]`,
		"c.json":   "{\n  \"title\": \"T\",\n  \"articleBody\": \"A single object.\",\n  \"comments\": [{\"text\":\"Not a page.\"}]\n}",
		"d.json":   "{\n \"status\": \"ok\", \"articles\": [{\"content\":\"First hit.\"}, {\"content\":\"Second hit.\"}]}",
		"e":        `{"articles":[{"content":"On one line."}]}` + "\n" + `{"articles":[{"content":"On the next."},{"title":"x"}]}`,
		"f.json":   `[{"text":"One."},{"text":"Cut of`,
		"g.json":   `[{"text":"One."}] }`,
		"h.txt":    "[Update] The ferry sails again.",
		"i.txt":    "{Photo: harbour} The ferry sails again.",
		"j.json":   strings.Repeat(`[`, 100000) + strings.Repeat("]", 100000),
		"k.jsonl":  `{"text":` + strings.Repeat(`[`, 100000) + strings.Repeat("]", 100000) + "}\n" + `{"text":"After the depth."}`,
		"l.jsonl":  string(encoded(t, `{"text":"Étoile filante, déjà éteinte là-bas."}`+"\n", "windows-1252")),
		"m.json":   "\xff\xfe" + string(encoded(t, `[{"text":"Étoile"}]`, "utf-16le")),
		"n.jsonl":  "{\"text\":\"\x00\"}",
		"o.json":   "[]",
		"p.ndjson": "not json at all",
	})
	want := []string{
		"record a.jsonl line 1: One.",
		"skip a.jsonl line 3: not valid JSON at byte 19: a name or a text in quotation marks is missing",
		"skip a.jsonl line 4: no text; if it stands under another name, say --field text=NAME",
		"skip a.jsonl line 5: not an object with fields, but a list",
		"skip a.jsonl line 6: its text is empty",
		"record a.jsonl line 7 item 1: Two.", "record a.jsonl line 7 item 2: Three.",
		"skip a.jsonl line 8: not valid JSON at byte 9: a text is not closed by a quotation mark",
		"record b.json item 1: One.",
		"skip b.json item 2: not valid JSON at byte 19: a comma or '}' is missing",
		"skip b.json item 3: not an object with fields, but a number",
		"record b.json item 4: Three.",
		"skip b.json item 5: no text; if it stands under another name, say --field text=NAME",
		"record c.json item 1: A single object.",
		"record d.json item 1: First hit.",
		"record d.json item 2: Second hit.",
		"record e line 1 item 1: On one line.",
		"record e line 2 item 1: On the next.",
		"skip e line 2 item 2: no text; if it stands under another name, say --field text=NAME",
		"record f.json item 1: One.",
		"skip f.json item 2: cut off: the file ends inside it",
		"record g.json item 1: One.",
		"skip g.json: not valid JSON: something else than an object or a list stands behind item 1, at byte 19",
		"text h.txt: [Update] The ferry sails again.",
		"text i.txt: {Photo: harbour} The ferry sails again.",
		"skip j.json item 1: not an object with fields, but a list",
		"skip k.jsonl line 1: not valid JSON at byte 10009: nested deeper than 10000 levels",
		"record k.jsonl line 2: After the depth.",
		"record l.jsonl line 1: Étoile filante, déjà éteinte là-bas.",
		"record m.json item 1: Étoile",
		"skip n.jsonl: not a text: looks like data that no text holds (zero or control bytes)",
		"skip o.json: the file holds no records",
		"skip p.ndjson line 1: not an object with fields, but something that begins with 'n'",
	}
	if diff := cmp.Diff(want, told(t, Options{}, dir)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestReadLargeObject reads an object that is larger than a page and holds a list of records.
func TestReadLargeObject(t *testing.T) {
	var b strings.Builder
	b.WriteString(`{"query":{"words":["ferry"],"deep":[[1]]},"articles":[`)
	for i := range 50 {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(`{"text":"A story of the ferry, told at some length."}`)
	}
	b.WriteString(`,{"text":"` + strings.Repeat("long ", 300) + `"}],"total":51}`)
	for _, name := range []string{"a.json", "a"} {
		got := told(t, Options{MaxPage: 1000}, "", files(t, map[string]string{name: b.String()})+"/"+name)
		if len(got) != 51 || !strings.Contains(got[49], "item 50: A story") || !strings.Contains(got[50], "item 51: larger than 1000 bytes") {
			t.Errorf("%s: %d results, the last %q", name, len(got), got[len(got)-1])
		}
	}
	got := told(t, Options{MaxPage: 100}, "", files(t, map[string]string{"x.json": `{"a":"` + strings.Repeat("x", 200) + `"}`})+"/x.json")
	if len(got) != 1 || !strings.HasSuffix(got[0], "larger than 100 bytes; raise the limit with --max-page") {
		t.Errorf("got %q", got)
	}
}

func TestReadManyBrokenLines(t *testing.T) {
	dir := files(t, map[string]string{"a.jsonl": strings.Repeat("{broken\n", 250) + `{"text":"The last."}`})
	got := told(t, Options{}, dir)
	if len(got) != 102 || got[100] != "record a.jsonl line 251: The last." ||
		got[101] != "skip a.jsonl: 150 more records could not be read either; the first 100 are listed" {
		t.Errorf("%d results, the last %q", len(got), got[max(0, len(got)-2):])
	}
}

func TestReadFields(t *testing.T) {
	dir := files(t, map[string]string{"a.jsonl": `{"_id":{"$oid":"77"},"Source_URL":" https://harbour.example/1 ","headline":"H","content":"short","maintext":"The text.",` +
		`"source":{"id":null,"name":"Harbour News"},"authors":[{"name":"A. Baker"},"C. Dole",null,""],"publishedAt":"2026-03-01T10:00:00Z",` +
		`"date_download":"2026-03-02 11:00:00","lang":"en","schema":"x/1","views":12,"html":null}` + "\n" +
		`{"id":"https://harbour.example/2","text":"T","html":"<p>A <b>page</b>.</p>","captured":"some day","outlet":5}` + "\n" +
		`{"id":3,"Volltext":"Ein Text","text":"Not this."}`})
	var got []Fields
	var urls []string
	for p, s := range Read(t.Context(), []string{dir}, Options{FieldNames: map[string]string{"text": "volltext"}}) {
		if s != nil {
			t.Fatal(s)
		}
		got = append(got, *p.Fields)
		urls = append(urls, p.URL+" "+p.CapturedBy+" "+strings.Join(p.Warnings, ";"))
		checkPage(t, p)
	}
	want := []Fields{
		{ID: "77", URL: "https://harbour.example/1", Title: "H", Text: "The text.", Outlet: "Harbour News", Byline: []string{"A. Baker", "C. Dole"},
			Date: "2026-03-01T10:00:00Z", Captured: "2026-03-02 11:00:00", Language: "en", Schema: "x/1"},
		{ID: "https://harbour.example/2", Text: "T", HTML: "<p>A <b>page</b>.</p>", Captured: "some day", Outlet: "5"},
		{ID: "3", Text: "Ein Text"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	wantURLs := []string{
		"https://harbour.example/1 field captured ",
		`https://harbour.example/2  the capture time "some day" is not a date that can be read`,
		"  ",
	}
	if diff := cmp.Diff(wantURLs, urls); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestFieldAliases(t *testing.T) {
	seen := map[string]string{}
	for _, a := range FieldAliases() {
		if len(a.Names) == 0 || a.Field == "" {
			t.Errorf("%q has no names", a.Field)
		}
		for _, name := range a.Names {
			if other, ok := seen[foldName(name)]; ok {
				t.Errorf("%s stands for %s and %s", name, other, a.Field)
			}
			seen[foldName(name)] = a.Field
		}
	}
}
