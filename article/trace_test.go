package article

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"hearsay/text"
)

// TestTraces shows what is a trace and what is not: characters that a script needs, or that systems set
// everywhere, are none.
func TestTraces(t *testing.T) {
	const filler = " The harbour office said that nobody was hurt when the crane fell."
	for _, c := range []struct {
		in   string
		want []string // the words and the codes of each trace
	}{
		{"The bri\u200bdge is closed.", []string{"\u200b U+200B ZERO WIDTH SPACE"}},
		{"The \ufeff\u2060bridge.", []string{"\ufeff\u2060 U+FEFF ZERO WIDTH NO-BREAK SPACE, U+2060 WORD JOINER"}},
		{"The \u202abridge\u202c.", []string{"\u202a U+202A LEFT-TO-RIGHT EMBEDDING", "\u202c U+202C POP DIRECTIONAL FORMATTING"}},
		{"A tag\U000E0041\U000E0042 here.", []string{"\U000E0041\U000E0042 U+E0041 TAG LATIN CAPITAL LETTER A, U+E0042 TAG LATIN CAPITAL LETTER B"}},
		{"A filler\u3164.", []string{"\u3164 U+3164 HANGUL FILLER"}},
		{"One unhy\u00adphenated word.", []string{"\u00ad U+00AD SOFT HYPHEN"}},
		{"The har\u00adbour of\u00adfice re\u00adpeat\u00aded it.", nil},
		{"The har\u00adbour of\u00adfice re\u00adpeat\u00aded \u00adit.", []string{"\u00ad U+00AD SOFT HYPHEN"}},
		{"A bell\u0007.", []string{"\u0007 U+0007 <control>"}},
		{"See losk.example/\u200bnews.\u200bhtml for more.", nil},
		{"A\u00a0hard space, a\u202fnarrow one and a tab\tare seen.", nil},
		{"وقال المكتب إن أحداً لم يصب\u200f (Losk\u200e) بأذى. می\u200cخواهد", nil},
		{"Pictures: 👩\u200d🚒 ❤\ufe0f 1\ufe0f⃣ 🏴\U000E0067\U000E0062\U000E007F", nil},
		{"क्\u200dष ไทย\u200bไทย 橋\u200b橋", nil},
		{"M\u0430yor of Losk", []string{"M\u0430yor U+0430 CYRILLIC SMALL LETTER A"}},
		{"The Ρ\u0430ris of the north", []string{"Ρ\u0430ris U+03A1 GREEK CAPITAL LETTER RHO, U+0430 CYRILLIC SMALL LETTER A"}},
		{"ｂｒｉｄｇｅ and 𝗯𝗿𝗶𝗱𝗴𝗲", []string{"ｂｒｉｄｇｅ U+FF42 FULLWIDTH LATIN SMALL LETTER B, U+FF52 FULLWIDTH LATIN SMALL LETTER R, U+FF49 FULLWIDTH LATIN SMALL LETTER I, U+FF44 FULLWIDTH LATIN SMALL LETTER D, U+FF47 FULLWIDTH LATIN SMALL LETTER G, …",
			"𝗯𝗿𝗶𝗱𝗴𝗲 U+1D5EF MATHEMATICAL SANS-SERIF BOLD SMALL B, U+1D5FF MATHEMATICAL SANS-SERIF BOLD SMALL R, U+1D5F6 MATHEMATICAL SANS-SERIF BOLD SMALL I, U+1D5F1 MATHEMATICAL SANS-SERIF BOLD SMALL D, U+1D5F4 MATHEMATICAL SANS-SERIF BOLD SMALL G, …"}},
		{"Мэр города Ло\u0063к сказал", []string{"Ло\u0063к U+0063 LATIN SMALL LETTER C"}},
		{"SMSка, iPhone'ом, Δt, 5 μm, β-Blocker, Москва, naïve, straße, 3D", nil},
	} {
		in := c.in
		if strings.Contains(in, "The") {
			in += filler
		}
		a := readFields(t, in)
		var got []string
		for _, x := range a.Traces {
			if a.Doc.Text(x.Span) != x.Exact {
				t.Errorf("%q: the trace %q does not stand at %v", in, x.Exact, x.Span)
			}
			got = append(got, x.Exact+" "+x.Codes)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%q: %s", in, diff)
		}
		if warned := strings.Contains(strings.Join(a.Warnings, "\n"), "see traces"); warned != (len(c.want) > 0) {
			t.Errorf("%q: %d traces, warnings %q", in, len(c.want), a.Warnings)
		}
	}
}

// TestTracesInPages checks that the text of a page keeps what readers do not see, and that words match
// nevertheless if they only hold invisible characters.
func TestTracesInPages(t *testing.T) {
	p := readFile(t, "page.html", `<!doctype html><html lang="en"><body><h1>Bridge</h1><p>The bri&#8203;dge at Altfurt stays closed, the m`+"\u0430"+`yor said on Monday evening.</p>
<p>Engineers found cracks in the eastern pier after the flood in March, and the council has asked the province for money.</p>
<p>Buses are sent over the new bridge, which takes ten minutes longer than before, the transport office said.</p></body></html>`)
	a, err := Read(p)
	if err != nil {
		t.Fatal(err)
	}
	checkArticle(t, p, a)
	var got []string
	for _, x := range a.Traces {
		got = append(got, fmt.Sprintf("%s %d %q", x.Kind, x.Span.Start, x.Exact))
	}
	if diff := cmp.Diff([]string{`invisible 7 "\u200b"`, fmt.Sprintf("look-alike 43 %q", "m\u0430yor")}, got); diff != "" {
		t.Error(diff)
	}
	checkWarning(t, a, "the text has 1 place with invisible characters and 1 word with look-alike letters: see traces")
	if text.Fold("bri\u200bdge") != text.Fold("bridge") {
		t.Error("an invisible character keeps a word from matching")
	}
	if text.Fold("m\u0430yor") == text.Fold("mayor") {
		t.Error("a look-alike letter is matched as if it were the other")
	}
}

func TestTracesAreBounded(t *testing.T) {
	a := readFields(t, strings.Repeat("a bri\u200bdge m\u0430yor ", 500))
	if len(a.Traces) != maxTraces {
		t.Errorf("%d traces are kept, want %d", len(a.Traces), maxTraces)
	}
	checkWarning(t, a, "500 places with invisible characters and 500 words with look-alike letters: see traces; only the first 200 are listed")
}

func FuzzTraces(f *testing.F) {
	for _, s := range []string{"bri\u200bdge m\u0430yor", "\u00ad\u200d\u202e", "ｂｒｉ 𝗯𝗿𝗶", "\U000E0041", "\u3164\n\n\u200f"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		a := &Article{Doc: text.NewDoc(s)}
		a.findTraces()
		last := 0
		for _, x := range a.Traces {
			if x.Span.Start < last || x.Span.Empty() || x.Span.End > a.Doc.Len() || a.Doc.Text(x.Span) != x.Exact || !utf8.ValidString(x.Exact) || x.Codes == "" {
				t.Fatalf("%q: bad trace %+v after %d", s, x, last)
			}
			last = x.Span.Start
		}
	})
}
