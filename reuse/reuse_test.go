package reuse

import (
	"strings"
	"testing"

	"hearsay/text"
)

// scripts are a report in several scripts, and what a second outlet made of it: the last paragraph
// stands first, one word is replaced, and a sentence is put in.
var scripts = []struct {
	name, report, rewritten  string
	old, new, inserted, move string
}{
	{
		name: "English",
		report: `The ferry Aurelia left the northern harbour shortly before dawn with ninety passengers and a cargo of machine parts bound for the outer islands.

Two hours later the crew reported smoke in the engine room and asked the coastguard for a tug. Rescue boats from three villages reached the vessel before noon and took the passengers aboard.

Harbour master Ilse Brandvold told reporters that the pumps had been inspected in spring and that an inquiry would look at the maintenance records of the whole fleet.`,
		rewritten: `Harbour master Ilse Brandvold told reporters that the pumps had been inspected in spring and that an inquiry would look at the maintenance records of the whole fleet.

The ferry Aurelia left the northern harbour shortly before dawn with eighty passengers and a cargo of machine parts bound for the outer islands.

Two hours later the crew reported smoke in the engine room and asked the coastguard for a tug. The weather was calm and nobody had to swim. Rescue boats from three villages reached the vessel before noon and took the passengers aboard.`,
		old: "ninety", new: "eighty", inserted: "The weather was calm and nobody had to swim", move: "Harbour master",
	},
	{
		name: "Arabic",
		report: `غادرت العبّارة «أوريليا» الميناء الشمالي قبيل الفجر وعلى متنها تسعون راكبًا وشحنة من قطع الآلات متجهة إلى الجزر البعيدة.

وبعد ساعتين أبلغ الطاقم عن تصاعد دخان في غرفة المحركات وطلب من خفر السواحل قاطرة بحرية. ووصلت زوارق إنقاذ من ثلاث قرى إلى السفينة قبل الظهر ونقلت الركاب جميعًا.

وقالت مديرة الميناء للصحفيين إن المضخات خضعت للفحص في الربيع وإن لجنة تحقيق ستراجع سجلات الصيانة للأسطول كله.`,
		rewritten: `وقالت مديرة الميناء للصحفيين إن المضخات خضعت للفحص في الربيع وإن لجنة تحقيق ستراجع سجلات الصيانة للأسطول كله.

غادرت العبارة "اوريليا" الميناء الشمالي قبيل الفجر وعلى متنها ثمانون راكبا وشحنة من قطع الآلات متجهة الى الجزر البعيدة.

وبعد ساعتين أبلغ الطاقم عن تصاعد دخان في غرفة المحركات وطلب من خفر السواحل قاطرة بحرية. وكان الطقس هادئًا ولم يصب أحد بأذى. ووصلت زوارق إنقاذ من ثلاث قرى إلى السفينة قبل الظهر ونقلت الركاب جميعًا.`,
		old: "تسعون", new: "ثمانون", inserted: "وكان الطقس هادئًا ولم يصب أحد بأذى", move: "وقالت مديرة",
	},
	{
		name: "Persian",
		report: `کشتی مسافربری «آئورلیا» اندکی پیش از سپیده‌دم با نود مسافر و محموله‌ای از قطعات ماشین‌آلات بندر شمالی را به مقصد جزایر دوردست ترک کرد.

دو ساعت بعد خدمه از دود در موتورخانه خبر دادند و از گارد ساحلی یک یدک‌کش خواستند. قایق‌های نجات از سه روستا پیش از ظهر به کشتی رسیدند و مسافران را سوار کردند.

مدیر بندر به خبرنگاران گفت که پمپ‌ها در بهار بازرسی شده بودند و هیئتی پرونده‌های تعمیر و نگهداری همهٔ ناوگان را بررسی خواهد کرد.`,
		rewritten: `مدیر بندر به خبرنگاران گفت که پمپ‌ها در بهار بازرسی شده بودند و هیئتی پرونده‌های تعمیر و نگهداری همهٔ ناوگان را بررسی خواهد کرد.

كشتي مسافربري «آئورلیا» اندكي پیش از سپیده‌دم با هشتاد مسافر و محموله‌ای از قطعات ماشین‌آلات بندر شمالی را به مقصد جزایر دوردست ترک کرد.

دو ساعت بعد خدمه از دود در موتورخانه خبر دادند و از گارد ساحلی یک یدک‌کش خواستند. هوا آرام بود و کسی آسیب ندید. قایق‌های نجات از سه روستا پیش از ظهر به کشتی رسیدند و مسافران را سوار کردند.`,
		old: "نود", new: "هشتاد", inserted: "هوا آرام بود و کسی آسیب ندید", move: "مدیر بندر",
	},
	{
		name: "Russian",
		report: `Паром «Аурелия» вышел из северной гавани незадолго до рассвета, на его борту были девяносто пассажиров и груз деталей машин для дальних островов.

Через два часа экипаж сообщил о дыме в машинном отделении и попросил береговую охрану прислать буксир. Спасательные катера из трёх деревень подошли к судну ещё до полудня и приняли пассажиров.

Начальник порта рассказала журналистам, что насосы проверяли весной и что комиссия изучит журналы обслуживания всего флота.`,
		rewritten: `Начальник порта рассказала журналистам, что насосы проверяли весной и что комиссия изучит журналы обслуживания всего флота.

Паром "Аурелия" вышел из северной гавани незадолго до рассвета, на его борту были восемьдесят пассажиров и груз деталей машин для дальних островов.

Через два часа экипаж сообщил о дыме в машинном отделении и попросил береговую охрану прислать буксир. Погода была тихой, никто не пострадал. Спасательные катера из трех деревень подошли к судну еще до полудня и приняли пассажиров.`,
		old: "девяносто", new: "восемьдесят", inserted: "Погода была тихой, никто не пострадал", move: "Начальник порта",
	},
	{
		name: "Chinese",
		report: `渡轮“晨光号”黎明前不久驶离北部港口，船上载有九十名乘客和一批运往外岛的机器零件。

两小时后，船员报告机舱冒烟，并请求海岸警卫队派出拖船。来自三个村庄的救援船在中午之前赶到现场，把乘客全部接走。

港务局局长告诉记者，水泵在春季接受过检查，调查组将审阅整个船队的维修记录。`,
		rewritten: `港务局局长告诉记者，水泵在春季接受过检查，调查组将审阅整个船队的维修记录。

渡轮“晨光号”黎明前不久驶离北部港口，船上载有八十名乘客和一批运往外岛的机器零件。

两小时后，船员报告机舱冒烟，并请求海岸警卫队派出拖船。当时天气平静，无人受伤。来自三个村庄的救援船在中午之前赶到现场，把乘客全部接走。`,
		old: "九", new: "八", inserted: "当时天气平静，无人受伤", move: "港务局局长",
	},
}

func TestCompareScripts(t *testing.T) {
	for _, c := range scripts {
		t.Run(c.name, func(t *testing.T) {
			a, b := text.NewDoc(c.report), text.NewDoc(c.rewritten)
			p := Compare(a, b, Options{})
			checkPair(t, p, a, b)
			if p.Relation != NearCopy {
				t.Errorf("relation is %q, want %q", p.Relation, NearCopy)
			}
			if len(p.Passages) != 2 {
				t.Fatalf("%d passages, want 2:\n%s", len(p.Passages), show(p, a, b))
			}
			stays, moved := p.Passages[0], p.Passages[1]
			if stays.Moved || !moved.Moved {
				t.Errorf("moved is %v, %v, want false, true", stays.Moved, moved.Moved)
			}
			if !strings.HasPrefix(a.Text(moved.A), c.move) || !strings.HasPrefix(b.Text(moved.B), c.move) {
				t.Errorf("the moved passage is\n%s\nwant one that begins %q", show(p, a, b), c.move)
			}
			var replaced, inserted bool
			for _, e := range stays.Edits {
				replaced = replaced || e.Op == Replace && a.Text(e.A) == c.old && b.Text(e.B) == c.new
				inserted = inserted || e.Op == Insert && b.Text(e.B) == c.inserted
			}
			if !replaced || !inserted {
				t.Errorf("replaced %q by %q: %v, inserted %q: %v:\n%s", c.old, c.new, replaced, c.inserted, inserted, show(p, a, b))
			}
		})
	}
}

// show renders a pair: one passage a line, changes in brackets.
func show(p Pair, a, b *text.Doc) string {
	var s strings.Builder
	for _, q := range p.Passages {
		for i, e := range q.Edits {
			if i > 0 {
				s.WriteByte(' ')
			}
			if e.Op == Equal {
				s.WriteString(a.Text(e.A))
			} else {
				s.WriteString("[" + a.Text(e.A) + "|" + b.Text(e.B) + "]")
			}
		}
		s.WriteByte('\n')
	}
	return s.String()
}

const (
	council = `The council of Marrowgate voted on Thursday to close the old swimming hall at the end of the year. Repairs to the roof and the boilers would cost four million crowns, the treasurer said, and no builder had offered to do the work for less. A petition against the plan gathered nine thousand signatures within a week.`
	theatre = `Rehearsals for the winter opera have begun behind schedule because the stage machinery arrived late from the workshop. Singers are practising in a school gymnasium, where the acoustics are poor but the heating works. Tickets for the first three evenings are already sold out, according to the box office.`
	garden  = `Volunteers planted two hundred saplings along the disused railway on Sunday morning. The strip between the allotments and the brewery will become a footpath by next summer, if the land registry confirms the transfer. Beekeepers asked that the lime trees at its southern end be left standing.`
)

func TestRelations(t *testing.T) {
	quote := `“We shall rebuild every bridge that the flood has taken from this valley, and we shall do so before the first snow of the winter falls”`
	for _, c := range []struct {
		name, a, b string
		want       Relation
	}{
		{"same text", council, council, Identical},
		{"same words, other marks", council, strings.ToUpper(strings.ReplaceAll(council, ",", " –")), Identical},
		{"one word changed", council, strings.Replace(council, "Thursday", "Friday", 1), NearCopy},
		{"cut from the end", council, council[:strings.Index(council, " A petition")], Contained},
		{"taken up in a longer text", council, theatre + "\n\n" + council + "\n\n" + garden, Contained},
		{"one sentence of many", council + " " + theatre, garden + " " + theatre[:strings.Index(theatre, " Singers")], Partial},
		{"the same quotation", council + "\n\n" + quote + ", the mayor said.", garden + "\n\nAt noon the mayor promised: " + quote, QuoteOnly},
		{"nothing", council, garden, ""},
		{"two short texts", "Subscribe now", "Subscribe now", ""},
		{"empty", "", "", ""},
		{"one empty", council, "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, b := text.NewDoc(c.a), text.NewDoc(c.b)
			p := Compare(a, b, Options{})
			checkPair(t, p, a, b)
			if p.Relation != c.want {
				t.Errorf("relation is %q, want %q:\n%s", p.Relation, c.want, show(p, a, b))
			}
			found := Find([]*text.Doc{a, b}, Options{})
			if len(found) != min(len(p.Passages), 1) || len(found) > 0 && found[0].Relation != c.want {
				t.Errorf("Find says %v, Compare says %q", found, p.Relation)
			}
		})
	}
}

// TestSwappedSentences exchanges two sentences in the middle of a paragraph.
func TestSwappedSentences(t *testing.T) {
	first, rest, _ := strings.Cut(council, ". ")
	second, third, _ := strings.Cut(rest, ". ")
	swapped := second + ". " + first + ". " + third
	a, b := text.NewDoc(theatre+" "+council+" "+garden), text.NewDoc(theatre+" "+swapped+" "+garden)
	p := Compare(a, b, Options{})
	checkPair(t, p, a, b)
	moved := ""
	for _, q := range p.Passages {
		if q.Moved {
			moved += a.Text(q.A)
		}
	}
	if p.SharedOfA < 0.99 || moved != first && moved != second {
		t.Errorf("%.2f shared, moved %q:\n%s", p.SharedOfA, moved, show(p, a, b))
	}
}

func TestMinWords(t *testing.T) {
	a := text.NewDoc(council + " The swimmers of the valley bathed in the river.")
	b := text.NewDoc(garden + " The swimmers of the valley stayed at home.")
	if p := Compare(a, b, Options{}); len(p.Passages) != 0 {
		t.Errorf("five words are a passage by default:\n%s", show(p, a, b))
	}
	if p := Compare(a, b, Options{MinWords: 5}); len(p.Passages) != 1 || p.Passages[0].SameWords != 5 {
		t.Errorf("five words are no passage with MinWords 5:\n%s", show(p, a, b))
	}
}

func TestFindPairsIdenticalTextsWithTheFirst(t *testing.T) {
	docs := docsOf(council, garden, council, strings.ToUpper(council), council+" "+theatre)
	got := map[[2]int]Relation{}
	for _, p := range Find(docs, Options{}) {
		got[[2]int{p.A, p.B}] = p.Relation
	}
	want := map[[2]int]Relation{{0, 2}: Identical, {0, 3}: Identical, {0, 4}: Contained}
	for pair, relation := range want {
		if got[pair] != relation {
			t.Errorf("pair %v is %q, want %q", pair, got[pair], relation)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d pairs, want %d: %v", len(got), len(want), got)
	}
}

func docsOf(texts ...string) []*text.Doc {
	docs := make([]*text.Doc, len(texts))
	for i, s := range texts {
		docs[i] = text.NewDoc(s)
	}
	return docs
}
