package text

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestQuotations(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"English", `He said “yes” and "no".`, []string{"yes", "no"}},
		{"British", `‘We don’t know,’ the boys’ father said. ‘Nor do I.’`, []string{"We don’t know,", "Nor do I."}},
		{"inside each other", `“He told me ‘no’ and ‘never’, then left”`, []string{"He told me ‘no’ and ‘never’, then left"}},
		{"in other marks", `“outer «inner» outer”`, []string{"outer «inner» outer"}},
		{"German and Swiss", "Er sagte „ja“ und «nein» und ‚vielleicht‘.", []string{"ja", "nein", "vielleicht"}},
		{"German books", "Er sagte: »Wir gehen nicht.« Dann ging er, »gern«, wie er meinte.", []string{"Wir gehen nicht.", "gern"}},
		{"Danish and Swedish", "Han sagde »ja« og ”nej”, sa hon.", []string{"ja", "nej"}},
		{"Finnish", "Hän sanoi: ”Emme tiedä.” Sitten hän lähti. »Niin», hän sanoi.", []string{"Emme tiedä.", "Niin"}},
		{"French", "« Non », dit-il, «\u202fjamais\u202f».", []string{" Non ", "\u202fjamais\u202f"}},
		{"Polish", "Powiedział: „Nie wiemy”, po czym wyszedł.", []string{"Nie wiemy"}},
		{"Turkish", "“Bilmiyoruz” dedi. \"Evet\" dedi.", []string{"Bilmiyoruz", "Evet"}},
		{"Russian", "Он сказал: «Мы из „Новостей“». И ушёл.", []string{"Мы из „Новостей“"}},
		{"Arabic", `قال «لن نقبل» وأضاف بـ"الرفض" ثم ” غادر “ المكان`, []string{"لن نقبل", "الرفض", " غادر "}},
		{"Persian", "گفت: «نمی‌دانیم» و رفت.", []string{"نمی‌دانیم"}},
		{"Chinese", "他说「是」，又说“不是”。『书』", []string{"是", "不是", "书"}},
		{"Japanese", "市長は「橋を直す」と述べ、『灯台』を読んだ。", []string{"橋を直す", "灯台"}},
		{"Korean", "시장은 “다리를 고치겠다”고 말했다. ‘곧’이라고 했다.", []string{"다리를 고치겠다", "곧"}},
		{"Thai", "นายกเทศมนตรีกล่าวว่า “เราจะซ่อมสะพาน” แล้วออกไป", []string{"เราจะซ่อมสะพาน"}},
		{"full width", "他说＂是＂。", []string{"是"}},

		{"a mark that opens again", `a “stray mark and “another”`, []string{"another"}},
		{"marks of two paragraphs", "a “stray mark\n\nand a new ” paragraph", nil},
		{"goes on in the next paragraph", "“It goes on\n\nhere,” he said. It ended.", []string{"It goes on", "here,"}},
		{"each paragraph opens anew", "“The first.\n\n“The second,” she said.", []string{"The first.", "The second,"}},
		{"never closed", "He said “no and left.\n\nThe rest of the report.", nil},
		{"opened the other way and never closed", "\"He left\n\nThe rest” of it", nil},
		{"breadcrumbs", "Start » Nachrichten » Sport", nil},
		{"one breadcrumb", "Start » Nachrichten", nil},
		{"inches", `a 5" pipe`, nil},
		{"apostrophes", "it’s a dog’s life in the boys’ boat", nil},
		{"years", "in the ‘90s the boys’ boat", nil},
		{"nothing inside", "“” „“ \"\"", nil},
	} {
		doc := NewDoc(c.in)
		var got []string
		for _, s := range doc.Quotations() {
			got = append(got, doc.Text(s))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s\n%s", c.name, c.in, diff)
		}
	}
}

// TestQuotationMarksOnly is a text of nothing but marks: the work stays in proportion.
func TestQuotationMarksOnly(t *testing.T) {
	const n = 1 << 20
	for _, mark := range []string{"“", "«", "„ ", `"`, "” ", "»", "‘", "“\n\n"} {
		if got := NewDoc(strings.Repeat(mark, n)).Quotations(); len(got) > n {
			t.Errorf("%d times %q make %d quotations", n, mark, len(got))
		}
	}
}

func FuzzQuotations(f *testing.F) {
	f.Add("“a „b“ c\n\n\"d” ‘e’ »f« ‚g‘")
	f.Add("“It goes on\n\n“and on\n\nhere,” he said.")
	f.Fuzz(func(t *testing.T, s string) {
		doc := NewDoc(s)
		last := 0
		for _, q := range doc.Quotations() {
			if q.Start < last || q.Empty() || q.End > doc.Len() {
				t.Fatalf("%v: not sorted, apart and inside", doc.Quotations())
			}
			if !utf8.ValidString(doc.Text(q)) {
				t.Fatalf("%v cuts a character", q)
			}
			if q.Len() > maxQuotation+utf8.UTFMax {
				t.Fatalf("%v is longer than a quotation", q)
			}
			last = q.End
		}
	})
}
