package reuse

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hearsay/text"
)

// rewritten are reports, each with what a second outlet made of it, and with an independent report of
// the same event.
var rewritten = []struct{ name, report, reworded, independent string }{
	{
		name:        "English, a dam",
		report:      `The Naru Water Board will lower the reservoir above Dellmar by four metres next month so that engineers can inspect the cracks found in the eastern spillway. Farmers in the lower valley were told on Monday to expect flooded meadows for at least nine days. The board's chairwoman, Ilse Tarn, said the cracks posed no immediate danger, but divers had been unable to reach the deepest of them because of strong currents. Repairs are expected to cost eleven million crowns, of which the province will pay a third.`,
		reworded:    `Engineers are to inspect cracks in the eastern spillway of the reservoir above Dellmar, which the Naru Water Board plans to lower next month by some four metres. On Monday the board warned farmers in the lower valley that their meadows would be flooded for nine days or more. There is no immediate danger from the cracks, according to chairwoman Ilse Tarn, although strong currents kept divers from reaching the deepest one. The repair is expected to cost eleven million crowns; a third will be paid by the province.`,
		independent: `Work on Dellmar's ageing dam begins in June, and the people downstream are not happy about it. Ilse Tarn, who chairs the Naru Water Board, told a crowded hall at Losk that the lake has to sink by four metres before anyone can look at the damage to the spillway. She put the bill at eleven million crowns. "We have been asking for this since the last flood," said Piet Morrow, who keeps sheep on the meadows below the dam and will have to move two hundred animals to higher ground. The province promised help.`,
	},
	{
		name:        "English, a strike",
		report:      `Striking ferry crews returned to work on Sunday evening after the harbour company withdrew its plan to cut night shifts. The dispute had stopped all traffic between Losk and the outer islands for six days and left hundreds of tourists stranded. Under the agreement, which both sides signed shortly before midnight, wages will rise by three percent in each of the next two years. The union called the outcome a modest victory, while the company warned that fares might have to go up in spring.`,
		reworded:    `Ferry crews who had been on strike went back to work late on Sunday, after the harbour company dropped a plan for cutting night shifts. For six days the dispute had stopped traffic from Losk to the outer islands, and several hundred tourists were stranded there. Wages are to rise three percent a year for two years under the deal signed by both sides just before midnight. It was a modest victory, the union said; the company, however, warned of higher fares in the spring.`,
		independent: `The first boat to reach Skarn island in almost a week was greeted by a brass band. Nearly three hundred holidaymakers had slept in the school and in private homes since the crews walked out over night work. Harbour company director Odile Brant said a settlement was struck late on Sunday: three percent more pay this year and the next, and no change to the rota. "We are simply glad to see the post again," said the island's mayor. Shopkeepers reckon they lost forty thousand crowns during the strike.`,
	},
	{
		name:        "English, a fire",
		report:      `A fire that broke out in a furniture warehouse on the edge of Losk destroyed three buildings and forced the evacuation of a nearby school on Wednesday. Nobody was seriously hurt, though two firefighters were treated for smoke inhalation. Investigators believe that an overheated battery charger started the blaze. The owner of the warehouse had been warned last year about blocked emergency exits, documents from the city inspectorate show.`,
		reworded:    `On Wednesday three buildings were destroyed by a blaze at a furniture warehouse just outside Losk, and a school nearby had to be evacuated. Two firefighters needed treatment after inhaling smoke, but no one was seriously injured. An overheated charger for batteries is thought by investigators to have caused the fire. According to city inspectorate documents, the warehouse's owner received a warning about blocked emergency exits a year ago.`,
		independent: `Black smoke hung over the Losk industrial estate for most of Wednesday after flames swept through the Harmsen furniture warehouse. Pupils of the Linden school were sent home at eleven. Fire chief Marta Oake said her crews had the blaze under control by four in the afternoon; two of them went to hospital with breathing trouble. The cause is being investigated. Harmsen employs sixty people, and its chief executive promised that deliveries would go on from a second depot in Dellmar.`,
	},
	{
		name:        "Arabic",
		report:      `أعلنت هيئة المياه في وادي نارو أنها ستخفض منسوب الخزان الواقع فوق بلدة ديلمار أربعة أمتار خلال الشهر المقبل ليتمكن المهندسون من فحص الشقوق التي ظهرت في المفيض الشرقي. وأبلغت الهيئة المزارعين في أسفل الوادي يوم الاثنين بأن مروجهم ستغمرها المياه تسعة أيام على الأقل. وقالت رئيسة الهيئة إلسه تارن إن الشقوق لا تشكل خطرا مباشرا لكن الغواصين عجزوا عن بلوغ أعمقها بسبب قوة التيارات.`,
		reworded:    `سيفحص المهندسون شقوقا ظهرت في المفيض الشرقي للخزان فوق ديلمار، إذ تعتزم هيئة مياه وادي نارو خفض منسوبه بأربعة أمتار في الشهر المقبل. ويوم الاثنين حذرت الهيئة مزارعي أسفل الوادي من أن المياه ستغمر مروجهم لمدة تسعة أيام أو أكثر. ولا خطر مباشرا من الشقوق بحسب رئيسة الهيئة إلسه تارن، غير أن التيارات القوية منعت الغواصين من الوصول إلى أعمقها.`,
		independent: `يبدأ العمل في سد ديلمار القديم في يونيو، وسكان المنطقة غير راضين. وأوضحت إلسه تارن التي ترأس هيئة مياه نارو أمام قاعة مزدحمة في لوسك أن البحيرة يجب أن تنخفض أربعة أمتار قبل أن يطلع أحد على الأضرار. وقال الراعي بيت مورو إنه سينقل مئتي رأس من أغنامه إلى أرض مرتفعة، وطالب بتعويض من المقاطعة.`,
	},
	{
		name:        "Russian",
		report:      `Водное ведомство долины Нару в следующем месяце понизит уровень водохранилища над Деллмаром на четыре метра, чтобы инженеры могли осмотреть трещины, обнаруженные в восточном водосливе. Фермеров в нижней части долины в понедельник предупредили, что их луга будут затоплены не менее девяти дней. Председатель ведомства Ильзе Тарн заявила, что трещины не представляют непосредственной опасности, однако водолазы не смогли добраться до самой глубокой из-за сильного течения.`,
		reworded:    `Инженеры осмотрят трещины в восточном водосливе водохранилища над Деллмаром, уровень которого водное ведомство долины Нару собирается понизить в будущем месяце на четыре метра. В понедельник фермеры нижней части долины узнали, что луга у них будут затоплены девять дней или дольше. Непосредственной опасности от трещин нет, сказала председатель Ильзе Тарн, но из-за сильных течений водолазам не удалось добраться до самой глубокой.`,
		independent: `Ремонт старой плотины в Деллмаре начнётся в июне, и жители низовий этому не рады. Глава водного ведомства Ильзе Тарн рассказала на собрании в Лоске, что озеро придётся опустить на четыре метра, прежде чем кто-либо увидит повреждения. Овцевод Пит Морроу, чьи пастбища лежат под плотиной, перегонит двести животных на возвышенность и требует возмещения убытков от провинции.`,
	},
	{
		name:        "Chinese",
		report:      `纳鲁水务局下个月将把德尔马上方水库的水位降低四米，以便工程师检查东侧溢洪道发现的裂缝。下游山谷的农民星期一接到通知，他们的草地至少会被淹没九天。水务局局长塔恩说，裂缝没有直接危险，但由于水流湍急，潜水员无法到达最深的一处裂缝。维修费用预计为一千一百万克朗，其中三分之一由省里承担。`,
		reworded:    `工程师将检查德尔马上方水库东侧溢洪道的裂缝，为此纳鲁水务局计划下月把水位下调四米。星期一，山谷下游的农民得知，草地将被淹没九天甚至更久。局长塔恩表示，裂缝并无直接危险，不过因为水流太急，潜水员没能到达最深的那处裂缝。预计维修费用一千一百万克朗，省里将承担其中的三分之一。`,
		independent: `德尔马老坝的工程六月开工，下游居民并不高兴。纳鲁水务局的负责人塔恩在洛斯克的一次集会上说，湖面必须下降四米，人们才能看清损坏的情况。牧羊人莫罗的牧场就在坝下，他要把两百只羊赶到高处去，并要求省政府赔偿。她还说，整个工程要花一千一百万克朗。`,
	},
	{
		name:        "German",
		report:      `Das Wasseramt des Narutals senkt den Stausee oberhalb von Dellmar im nächsten Monat um vier Meter ab, damit Ingenieure die Risse im östlichen Überlauf untersuchen können. Den Bauern im unteren Tal wurde am Montag mitgeteilt, dass ihre Wiesen mindestens neun Tage lang überflutet sein werden. Die Vorsitzende Ilse Tarn sagte, von den Rissen gehe keine unmittelbare Gefahr aus, doch hätten Taucher den tiefsten wegen der starken Strömung nicht erreicht.`,
		reworded:    `Ingenieure sollen Risse im östlichen Überlauf des Stausees oberhalb von Dellmar untersuchen, den das Wasseramt des Narutals deshalb im kommenden Monat um vier Meter absenken will. Am Montag erfuhren die Bauern im unteren Tal, dass die Wiesen neun Tage oder länger überflutet werden. Unmittelbare Gefahr besteht durch die Risse nicht, so die Vorsitzende Ilse Tarn, allerdings erreichten Taucher wegen starker Strömung den tiefsten nicht.`,
		independent: `Die Arbeiten an der alten Talsperre bei Dellmar beginnen im Juni, und unterhalb freut sich kaum jemand darüber. Ilse Tarn, die dem Wasseramt des Narutals vorsteht, erklärte in einem vollen Saal in Losk, der See müsse um vier Meter sinken, ehe man die Schäden überhaupt sehen könne. Schäfer Piet Morrow bringt zweihundert Tiere auf höheres Gelände und verlangt Entschädigung vom Land.`,
	},
}

// coverage returns the share of the words of b that stand in reworded passages of a pair of a and b, and
// in others.
func coverage(p Pair, b *text.Doc) (reworded, other float64) {
	for _, q := range p.Passages {
		words := 0.0
		for _, t := range b.Tokens() {
			if q.B.Contains(t.Span()) {
				words++
			}
		}
		if q.Reworded {
			reworded += words / float64(len(b.Tokens()))
		} else {
			other += words / float64(len(b.Tokens()))
		}
	}
	return reworded, other
}

func TestReworded(t *testing.T) {
	for _, c := range rewritten {
		t.Run(c.name, func(t *testing.T) {
			a, b, independent := text.NewDoc(c.report), text.NewDoc(c.reworded), text.NewDoc(c.independent)
			p := Compare(a, b, Options{})
			checkPair(t, p, a, b)
			reworded, other := coverage(p, b)
			if reworded < 0.4 || reworded+other < 0.75 {
				t.Errorf("%.2f of the words stand in reworded passages, %.2f in others:\n%s", reworded, other, show(p, a, b))
			}
			if p.Relation != Partial || p.SharedOfB > 0.6 {
				t.Errorf("relation is %q, %.2f of the words are shared; only those that match word for word count", p.Relation, p.SharedOfB)
			}
			for _, d := range []*text.Doc{a, b} {
				if p := Compare(d, independent, Options{}); len(p.Passages) > 0 {
					t.Errorf("an independent report is tied:\n%s", show(p, d, independent))
				}
			}
		})
	}
}

// TestRewordedInCollection has all reports, rewordings and independent reports in one folder.
func TestRewordedInCollection(t *testing.T) {
	var docs []*text.Doc
	for _, c := range rewritten {
		docs = append(docs, docsOf(c.report, c.reworded, c.independent)...)
	}
	found := map[[2]int]bool{}
	for _, p := range Find(docs, Options{}) {
		checkPair(t, p, docs[p.A], docs[p.B])
		if p.A%3 != 0 || p.B != p.A+1 {
			t.Errorf("texts %d and %d are tied:\n%s", p.A, p.B, show(p, docs[p.A], docs[p.B]))
			continue
		}
		if reworded, _ := coverage(p, docs[p.B]); reworded > 0.4 {
			found[[2]int{p.A, p.B}] = true
		}
	}
	for i, c := range rewritten {
		if !found[[2]int{3 * i, 3*i + 1}] {
			t.Errorf("%s: the rewording is not found", c.name)
		}
	}
	for _, p := range Find(docs, Options{Archive: true}) {
		if slices.ContainsFunc(p.Passages, func(q Passage) bool { return q.Reworded }) {
			t.Errorf("texts %d and %d: reworded passages in an archive", p.A, p.B)
		}
	}
}

// TestRewordedBesideCopying is a report of which one part was copied and a sentence worked over: two
// passages, of which one is marked.
func TestRewordedBesideCopying(t *testing.T) {
	a := text.NewDoc(council + " The baths were opened ninety years ago by a foundation of brewers, and two generations of pupils learnt to swim there before the second hall was built.")
	b := text.NewDoc("Opened ninety years ago by the brewers' foundation, the baths of Marrowgate taught two generations of local pupils swimming until a second hall was built. " + council)
	p := Compare(a, b, Options{})
	checkPair(t, p, a, b)
	if len(p.Passages) != 2 || p.Passages[0].Reworded || !p.Passages[1].Reworded {
		t.Fatalf("want the copied sentences, then the reworded one:\n%s", show(p, a, b))
	}
	if q := p.Passages[1]; !strings.HasSuffix(a.Text(q.A), "second hall was built") || !q.Moved {
		t.Errorf("the reworded passage is %q, moved %v", a.Text(q.A), q.Moved)
	}
}

// TestNamesAndFiguresAreNoRewording is a list of the same names and figures between other words: any two
// reports of a match have it.
func TestNamesAndFiguresAreNoRewording(t *testing.T) {
	a := text.NewDoc("Dellmar beat Losk 3-1 on Saturday. Marta Oake scored after 12 minutes, Odile Brant equalised in the 40th, and goals by Ilse Tarn and then Hanne Wick settled it before 4,200 people at Brewer Lane.")
	b := text.NewDoc("There was joy in Dellmar, where 4,200 came to Brewer Lane: a header by Marta Oake on 12, level through Odile Brant at 40, Ilse Tarn with two to play, Hanne Wick soon after for the 3-1 over Losk.")
	if p := Compare(a, b, Options{}); len(p.Passages) > 0 {
		t.Errorf("names and figures are a passage:\n%s", show(p, a, b))
	}
}

// TestNearlyVerbatimIsNotReworded repeats a sentence with one word changed: wording that nearly all
// matches is shown as such.
func TestNearlyVerbatimIsNotReworded(t *testing.T) {
	m := newMill(31)
	for range 50 {
		article := m.article(200)
		a, b := docOf(article), docOf(m.edited(article, 12))
		for _, q := range Compare(a, b, Options{}).Passages {
			if q.Reworded && 4*q.SameWords >= 3*q.Words+8 {
				t.Fatalf("%d of %d words match, yet marked as reworded", q.SameWords, q.Words)
			}
		}
	}
}

// TestUnrelatedTextsShareNoRewording compares texts of the same words in any order: what is met by
// chance is no passage.
func TestUnrelatedTextsShareNoRewording(t *testing.T) {
	m := newMill(32)
	docs := make([]*text.Doc, 400)
	for i := range docs {
		docs[i] = docOf(m.article(250))
	}
	for _, p := range Find(docs, Options{}) {
		t.Errorf("texts %d and %d:\n%s", p.A, p.B, show(p, docs[p.A], docs[p.B]))
	}
}

// reworded returns a copy in which about half of the words are others and neighbours changed places.
func (m *mill) reworded(article [][]string) [][]string {
	var out [][]string
	for _, s := range article {
		var copied []string
		for _, w := range s {
			switch m.IntN(5) {
			case 0:
				copied = append(copied, m.word())
			case 1:
				copied = append(copied, w+"ed")
			case 2:
				copied = append(copied, m.word(), w)
			default:
				copied = append(copied, w)
			}
		}
		for i := 1; i < len(copied); i += 2 + m.IntN(4) {
			copied[i-1], copied[i] = copied[i], copied[i-1]
		}
		out = append(out, copied)
	}
	return out
}

// TestRewordedProperties checks what holds for all pairs on texts that are reworded all over.
func TestRewordedProperties(t *testing.T) {
	m := newMill(33)
	marked := 0
	for i := range 200 {
		article := m.article(60 + m.IntN(200))
		a, b := docOf(article), docOf(append(m.article(1+m.IntN(80)), m.reworded(article)...))
		p := Compare(a, b, Options{})
		checkPair(t, p, a, b)
		checkSymmetry(t, a, b)
		for _, q := range p.Passages {
			if q.Reworded {
				marked++
			}
			if q.Reworded && q.Formula {
				t.Errorf("a reworded passage is a standing phrase: %v", q.A)
			}
		}
		if t.Failed() {
			t.Fatalf("pair %d:\n%s\n\n%s", i, a, b)
		}
	}
	if marked < 100 {
		t.Errorf("only %d reworded passages in 200 pairs", marked)
	}
}

func TestStems(t *testing.T) {
	for _, c := range []struct{ words, want string }{
		{"inspected inspection inspects", "inspe inspe inspe"},
		{"tree trees", "tree tree"},
		{"gas is", "gas is"},
		{"затоплены затопление", "затоп затоп"},
		{"المهندسون مهندسين والمهندسين بالمهندسين للمهندسين", "مهند مهند مهند مهند مهند"},
		{"وقالت قالت", "قالت قالت"},
		{"ولد وال", "ولد وال"},
	} {
		var got []string
		for _, w := range strings.Fields(c.words) {
			got = append(got, cut(text.FoldWord(w)))
		}
		if diff := cmp.Diff(strings.Fields(c.want), got); diff != "" {
			t.Errorf("%s: %s", c.words, diff)
		}
	}
}

// TestRewordedHostile is made of texts that are alike all over without a passage in common: bounded work.
func TestRewordedHostile(t *testing.T) {
	m := newMill(34)
	words := make([]string, 60)
	for i := range words {
		words[i] = fmt.Sprintf("%s%s", m.word(), m.word())
	}
	var docs []*text.Doc
	for range 12 {
		var s strings.Builder
		for range 20_000 {
			s.WriteString(words[m.IntN(len(words))] + " ")
		}
		docs = append(docs, text.NewDoc(s.String()))
	}
	for _, p := range withinReason(t, docs, Options{}) {
		checkPair(t, p, docs[p.A], docs[p.B])
	}
}
