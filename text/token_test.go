package text

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestTokenize(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"empty", "", nil},
		{"no words", " … — !? 🙂\n", nil},
		{"punctuation", "Well-known, (he said): “No.”", []string{"Well", "known", "he", "said", "No"}},
		{"apostrophes", "don't l’été rock'n'roll 'tis", []string{"don't", "l’été", "rock'n'roll", "tis"}},
		{"acronyms", "the U.S.A. and e.g. U.N.", []string{"the", "U.S.A", "and", "e.g", "U.N"}},
		{"numbers", "2,500 or 3.5% in 2015. 3rd; 10:30", []string{"2,500", "or", "3.5", "in", "2015", "3rd", "10", "30"}},
		{"low line", "a snake_case word", []string{"a", "snake_case", "word"}},
		{"Arabic", "قال «المتحدث»، إنّ ٢٥ شخصًا", []string{"قال", "المتحدث", "إنّ", "٢٥", "شخصًا"}},
		{"Persian joiner", "می‌خواهد برود", []string{"می‌خواهد", "برود"}},
		{"Russian", "Сообщил 12-й канал.", []string{"Сообщил", "12", "й", "канал"}},
		{"Hebrew acronym", `דובר צה"ל אמר`, []string{"דובר", `צה"ל`, "אמר"}},
		{"Chinese", "天气晴朗。", []string{"天", "气", "晴", "朗"}},
		{"Japanese", "東京のニュース", []string{"東", "京", "の", "ニュース"}},
		{"Thai", "ไทย", []string{"ไ", "ท", "ย"}},
		{"soft hyphen", "bro\u00adken", []string{"bro\u00adken"}},
		{"zero-width space in a word", "a bro\u200bken\u200b word", []string{"a", "bro\u200bken", "word"}},
		{"zero-width space in Thai", "ไท\u200bย", []string{"ไ", "ท", "ย"}},
		{"decomposed", "cafe\u0301 noir", []string{"cafe\u0301", "noir"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, tok := range Tokenize(c.in, nil) {
				span := tok.Span()
				got = append(got, c.in[span.Start:span.End])
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestTokenKinds(t *testing.T) {
	want := []Kind{Word, Number, Number, Ideograph, Word, Number}
	var got []Kind
	for _, tok := range Tokenize("word 12 3rd 天 слово ٢٥", nil) {
		got = append(got, tok.Kind)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestTokenizeAppends(t *testing.T) {
	first := Tokenize("one two", nil)
	both := Tokenize("three", first)
	if len(both) != 3 || !slices.Equal(both[:2], first) {
		t.Errorf("Tokenize did not append: %v", both)
	}
}

func TestTokenizeCutsOverlongWords(t *testing.T) {
	for _, unit := range []string{"a", "ö", "e\u0301", "x\u200b"} {
		s := strings.Repeat(unit, 1<<17)
		checkTokens(t, s)
		if got := Tokenize(s, nil); len(got) != 1 {
			t.Errorf("a word of %q has %d tokens, want 1", unit, len(got))
		}
	}
}

// checkTokens checks what holds for the tokens of every text.
func checkTokens(t *testing.T, s string) {
	t.Helper()
	tokens := Tokenize(s, nil)
	last := 0
	for _, tok := range tokens {
		span := tok.Span()
		if span.Start < last || span.Empty() || span.End > len(s) {
			t.Fatalf("token %v after byte %d of %d", span, last, len(s))
		}
		last = span.End
		if !utf8.ValidString(s) {
			continue
		}
		w := s[span.Start:span.End]
		if !utf8.ValidString(w) {
			t.Fatalf("token %v is not on rune boundaries: %q", span, w)
		}
		if tok.Kind > Ideograph {
			t.Fatalf("token %q has kind %d", w, tok.Kind)
		}
	}
	if !utf8.ValidString(s) {
		return
	}
	if whole := appendStretch(nil, s, 0); !slices.Equal(tokens, whole) {
		t.Fatalf("plain words are not cut as UAX #29 cuts them:\n%s", cmp.Diff(pieces(s, whole), pieces(s, tokens)))
	}
}

func pieces(s string, tokens []Token) []string {
	var out []string
	for _, tok := range tokens {
		span := tok.Span()
		out = append(out, s[span.Start:span.End])
	}
	return out
}

func FuzzTokenize(f *testing.F) {
	for _, s := range []string{
		"The U.S. said 2,500 “won't” go.", "إنّ ٢٬٥٠٠ شخص، قالوا", "می\u200cخواهد", "天气晴朗", "a\u200bb \u200bไทย\u200b",
		`צה"ל a.'b a-\u0301b`, "x\u0301 -\u0301x 1,\u200d2", "ẞß Ⱥ ǅ ﬁ ｆｕｌｌ", "\xff\xfea\xc3", "_a b_ 1_2", "ؤ و\u0654 ا\u0653",
		"天，晴。天\u302a天\ufe00 鿿䷿",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { checkTokens(t, s) })
}

func BenchmarkTokenize(b *testing.B) {
	for _, c := range []struct{ name, s string }{
		{"English", "The minister said on Tuesday that 2,500 people had left the city since “the bridge was closed”. "},
		{"Arabic", "قال الوزير يوم الثلاثاء إن ٢٥٠٠ شخص غادروا المدينة منذ «إغلاق الجسر»، وأضاف أن العمل مستمر. "},
		{"Chinese", "部长星期二表示，自从大桥关闭以来已有两千五百人离开这座城市。"},
	} {
		s := strings.Repeat(c.s, 100)
		n := len(Tokenize(s, nil))
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			var buf []Token
			for b.Loop() {
				buf = Tokenize(s, buf[:0])
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/token")
		})
	}
}
