package text

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestNormalize(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"line ends", "a\r\nb\rc", "a\nb\nc"},
		{"blank lines", "\n\na\n\n\n \nb\n\n", "a\n\nb"},
		{"spaces at the ends of lines", "a \t\nb\u00a0", "a\nb"},
		{"composed letters", "e\u0301", "é"},
		{"broken bytes", "a\xffb", "a\uFFFDb"},
		{"empty", "\n \n", ""},
	} {
		if got := Normalize(c.in); got != c.want {
			t.Errorf("%s: Normalize(%q) = %q, want %q", c.name, c.in, got, c.want)
		}
		if again := Normalize(Normalize(c.in)); again != Normalize(c.in) {
			t.Errorf("%s: Normalize is not idempotent: %q", c.name, again)
		}
	}
}

func TestParagraphs(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"blank lines", "One.\nStill one.\n\nTwo.", []string{"One.\nStill one.", "Two."}},
		{"lines", "One.\nTwo.\nThree.", []string{"One.", "Two.", "Three."}},
		{"hard-wrapped", "The council met on Monday evening to discuss\nthe repair of the old bridge, which has been\nclosed since the flood in March and will stay so\nuntil spring.",
			[]string{"The council met on Monday evening to discuss\nthe repair of the old bridge, which has been\nclosed since the flood in March and will stay so\nuntil spring."}},
		{"nothing", " \n\n ", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := NewDoc(c.in)
			if diff := cmp.Diff(c.want, wordsOf(d, d.Paragraphs())); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestSentences(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"plain", "The bridge is closed. It will open in May! Will it?", []string{"The bridge is closed.", "It will open in May!", "Will it?"}},
		{"titles and initials", "Gen. Omar B. Halim met Dr. Sen at No. 5. They talked.", []string{"Gen. Omar B. Halim met Dr. Sen at No. 5.", "They talked."}},
		{"abbreviation before a name and at the end", "The U.S. Army left. He lives in the U.S. The army stays.",
			[]string{"The U.S. Army left.", "He lives in the U.S.", "The army stays."}},
		{"closing quotes", "“We stay.” He left. \"Stop!\" she said.", []string{"“We stay.”", "He left.", "\"Stop!\" she said."}},
		{"numbers", "Growth was 3.5 percent. Debt rose.", []string{"Growth was 3.5 percent.", "Debt rose."}},
		{"Arabic", "أُغلق الجسر يوم الاثنين. هل سيفتح في مايو؟ نعم.", []string{"أُغلق الجسر يوم الاثنين.", "هل سيفتح في مايو؟", "نعم."}},
		{"Chinese", "大桥已经关闭。五月重新开放！", []string{"大桥已经关闭。", "五月重新开放！"}},
		{"Russian", "Мост закрыт с марта 2024 г. Его откроют в мае.", []string{"Мост закрыт с марта 2024 г.", "Его откроют в мае."}},
		{"wrapped lines", "The council met on Monday evening to discuss\nthe repair of the old bridge, which has been\nclosed since March. It will stay\nso.",
			[]string{"The council met on Monday evening to discuss\nthe repair of the old bridge, which has been\nclosed since March.", "It will stay\nso."}},
		{"never across paragraphs", "A headline without a stop\n\nThe text begins.", []string{"A headline without a stop", "The text begins."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := NewDoc(c.in)
			if diff := cmp.Diff(c.want, wordsOf(d, d.Sentences())); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func wordsOf(d *Doc, spans []Span) []string {
	var out []string
	for _, s := range spans {
		out = append(out, d.Text(s))
	}
	return out
}

func TestCodePoints(t *testing.T) {
	for _, in := range []string{"plain", "żółć 中文 😀 end", strings.Repeat("aé中😀", 200), ""} {
		d := NewDoc(in)
		runes := []rune(in)
		at := 0
		for i, r := range runes {
			size := utf8.RuneLen(r)
			span := Span{at, at + size}
			start, end := d.CodePoints(span)
			if start != i || end != i+1 {
				t.Fatalf("CodePoints(%v) = %d, %d; want %d, %d", span, start, end, i, i+1)
			}
			back, ok := d.SpanOf(start, end)
			if !ok || back != span {
				t.Fatalf("SpanOf(%d, %d) = %v, %v; want %v", start, end, back, ok, span)
			}
			at += size
		}
		for _, bad := range [][2]int{{0, len(runes) + 1}, {-1, 0}, {len(runes) + 1, len(runes) + 2}, {2, 1}} {
			if s, ok := d.SpanOf(bad[0], bad[1]); ok {
				t.Errorf("SpanOf(%d, %d) = %v, want nothing", bad[0], bad[1], s)
			}
		}
	}
}

// FuzzDoc checks the invariants of every view: spans lie inside, on rune boundaries, in order,
// without overlap, and sentences lie inside paragraphs.
func FuzzDoc(f *testing.F) {
	for _, s := range []string{"One. Two.\n\nThree?", "“Nein.” sagte er.", "قال: «لا». ثم خرج.", "大桥。", "a\u200bb\u200b", "\xff\xfe", "U.S. Army. A. B. C.", "\r\n\r\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d := NewDoc(s)
		var tokens []Span
		for _, tok := range d.Tokens() {
			tokens = append(tokens, tok.Span())
		}
		checkSpans(t, d, "token", tokens)
		checkSpans(t, d, "paragraph", d.Paragraphs())
		checkSpans(t, d, "sentence", d.Sentences())
		p := d.Paragraphs()
		for _, sentence := range d.Sentences() {
			for len(p) > 0 && p[0].End <= sentence.Start {
				p = p[1:]
			}
			if len(p) == 0 || !p[0].Contains(sentence) {
				t.Fatalf("sentence %v lies in no paragraph of %q", sentence, s)
			}
		}
		if n := Normalize(s); Normalize(n) != n || !utf8.ValidString(n) {
			t.Fatalf("Normalize(%q) = %q is not normal", s, n)
		}
	})
}

func checkSpans(t *testing.T, d *Doc, what string, spans []Span) {
	last := 0
	for _, s := range spans {
		if s.Start < last || s.Empty() || s.End > d.Len() {
			t.Fatalf("%s %v out of order or outside after %d in %q", what, s, last, d.String())
		}
		if !utf8.ValidString(d.Text(s)) || s.Start < d.Len() && !utf8.RuneStart(d.String()[s.Start]) {
			t.Fatalf("%s %v cuts a rune of %q", what, s, d.String())
		}
		last = s.End
	}
}
