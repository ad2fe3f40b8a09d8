package entity

import (
	"strings"

	"hearsay/text"
)

// scriptNames finds names in scripts without capitals: only those behind a word for a role, up to the next word of grammar. All
// else stays unfound: without capitals nothing shows a name reliably.
func (f *finder) scriptNames(n int) {
	if f.Language != "ar" && f.Language != "fa" {
		return
	}
	line := f.lines[n]
	for i := 0; i < len(line); i++ {
		if !arabicRoles[line[i].folded] {
			continue
		}
		from := i + 1
		for from < len(line) && arabicAdjectives[line[from].folded] && line[from].gap == " " {
			from++
		}
		to := from
		for to < len(line) && to < from+4 && line[to].gap == " " && !arabicStops[line[to].folded] {
			to++
		}
		if to-from < 2 || to-from > 3 {
			continue
		}
		r := run{n, from, to, i}
		nm := name{run: r, entity: -1}
		for _, w := range line[from:to] {
			nm.words = append(nm.words, w.folded)
		}
		f.names = append(f.names, nm)
		i = to - 1
	}
}

func foldedSet(s string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(s) {
		m[text.FoldWord(w)] = true
	}
	return m
}

var (
	arabicRoles      = foldedSet("الرئيس رئيس وزير الوزير المتحدث الناطق النائب السيناتور الجنرال اللواء العميد العقيد الشيخ السيد الدكتور المحافظ السفير الأمير الملك القاضي المدير قائد القائد زعيم آية")
	arabicAdjectives = foldedSet("الوزراء الجمهورية الخارجية الداخلية الدفاع المالية النفط الأمريكي الأميركي العراقي الإيراني السوري الروسي الفرنسي البريطاني التركي السابق الحالي باسم الرسمي العام البرلمان الحكومة الوزارة الأركان مجلس")
	arabicStops      = foldedSet("إن أن في من على إلى عن قال قالت أكد أكدت أضاف أعلن صرح أمس اليوم خلال بعد قبل مع هو هي الذي التي كما وقال وأضاف وأكد لا لم قد سوف بأن إنه أنه خلال بشأن حول يوم")
)
