package reuse

import (
	"math/rand/v2"
	"strings"
	"testing"

	"hearsay/text"

	"golang.org/x/text/unicode/norm"
)

// written are sentences of a report in several scripts, what another house style makes of the same
// words, and how the script quotes.
var written = []struct {
	name        string
	letters     string // of which other texts are made up
	joined      bool   // written without spaces
	report      string
	edited      string
	open, close string
}{
	{
		name: "Arabic", letters: "بتثجحخدذرزسشصضطظعغفقكلمنهوي", open: "«", close: "»",
		report: "أعلنت إدارةُ المِيناءِ الشَّمالي، أنّ ١٢٫٥٠٠ صندوقٍ من الآلات وصلت إلى المستودعات القديمة؛ وأنّ لجنةً مستقلةً ستراجع سجلات الصيانة خلال ٤٥ يومًا",
		edited: "اعلنت ادارة الميناء الشمالى, ان 12٫500 صنـــدوق من الالات وصلت الى المستودعات القديمه; وان لجنة مستقله ستراجع سجلات الصيانة خلال ٤٥ يوما",
	},
	{
		name: "Persian", letters: "بپتجچحخدرزژسشصطعغفقکگلمنوهی", open: "«", close: "»",
		report: "مدیر بندر شمالی گفت که ۴۵ کشتی ماهی‌گیری در توفان شبانه آسیب دیده‌اند و تعمیر آن‌ها تا پایان پاییز ادامه می‌یابد",
		edited: "مدير بندر شمالي گفت كه 45 كشتي ماهیگیری در توفان شبانه آسیب دیدهاند و تعمير آنها تا پايان پاييز ادامه ميیابد",
	},
	{
		name: "Hebrew", letters: "אבגדהזחטיכלמנסעפצקרשת", open: "„", close: "”",
		report: "מנהלת הנמל הצפוני אמרה כי 45 סירות דיג נפגעו בסערת הלילה וכי תיקונן יימשך עד סוף הסתיו לפי דו״ח המועצה",
		edited: "מְנַהֶלֶת הנמל הצפוני אמרה, כי 45 סירות דיג נפגעו בסערת הלילה – וכי תיקונן יימשך עד סוף הסתיו לפי דו\"ח המועצה",
	},
	{
		name: "Russian", letters: "абвгдежзийклмнопрстуфхцчшщыэюя", open: "«", close: "»",
		report: "Начальник северного порта сообщила, что ещё 45 рыбацких лодок повреждены ночным штормом и что их ремонт продлится до конца осени, то есть дольше, чем ждали в трёх посёлках",
		edited: norm.NFD.String("НАЧАЛЬНИК северного порта сообщила – что еще 45 рыбацких ло\u00adдок повреждены ночным штормом и что их ремонт продлится до конца осени (то есть дольше, чем ждали в трех поселках"),
	},
	{
		name: "Greek", letters: "αβγδεζηθικλμνξοπρστυφχψω", open: "«", close: "»",
		report: "Η διευθύντρια του βόρειου λιμανιού είπε ότι 45 ψαρόβαρκες έπαθαν ζημιές στη νυχτερινή καταιγίδα και ότι οι επισκευές θα κρατήσουν ως το τέλος του φθινοπώρου",
		edited: norm.NFD.String("Η διευθύντρια του βόρειου λιμανιού είπε: ότι 45 ψαρόβαρκες έπαθαν ζημιές στη νυχτερινή καταιγίδα, και ότι οι επισκευές θα κρατήσουν ως το τέλος του φθινοπώρου"),
	},
	{
		name: "German", letters: "abcdefghiklmnoprstuvwzäöü", open: "„", close: "“",
		report: "Die Leiterin des nördlichen Hafens erklärte, dass 1.250 Schiffsführer größere Schäden gemeldet hätten und die Ausbesserung der Straßen häufig bis in den Spätherbst dauern würde",
		edited: norm.NFD.String("Die LEITERIN des nördlichen Hafens erklärte – dass 1.250 Schiﬀs\u00adführer grössere Schäden gemeldet hätten und die Ausbes\u00adserung der Strassen häufig bis in den Spätherbst dauern würde"),
	},
	{
		name: "French", letters: "abcdefghijlmnopqrstuvxzéèêàç", open: "« ", close: " »",
		report: "La directrice du port septentrional a déclaré que l’œuvre de réparation des 45 bateaux de pêche abîmés par la tempête s’achèverait à la fin de l’été, d’après le conseil",
		edited: norm.NFD.String("LA DIRECTRICE DU PORT SEPTENTRIONAL A DECLARE que l'oeuvre de réparation des 45\u00a0bateaux de pêche abîmés par la tempête s'achèverait à la fin de l'été, d'après le conseil"),
	},
	{
		name: "Turkish", letters: "abcçdefgğhıiklmnoöprsştuüvyz", open: "“", close: "”",
		report: "İstanbul’un kuzey limanının müdürü, dün geceki fırtınada 45 balıkçı teknesinin ağır hasar gördüğünü ve onarımların sonbaharın sonuna kadar süreceğini açıkladı",
		edited: norm.NFD.String("İSTANBUL'un kuzey limanının müdürü – dün geceki FIRTINADA 45 balıkçı teknesinin ağır hasar gördüğünü ve onarımların sonbaharın sonuna kadar süreceğini açıkladı"),
	},
	{
		name: "Polish", letters: "aąbcćdeęfghijklłmnńoóprsśtuwyzźż", open: "„", close: "”",
		report: "Dyrektorka północnego portu oświadczyła, że 45 łodzi rybackich zostało uszkodzonych w nocnej burzy, a ich naprawa potrwa aż do późnej jesieni, dłużej niż sądzono",
		edited: norm.NFD.String("DYREKTORKA północnego portu oświadczyła – że 45 łodzi rybac\u00adkich zostało uszkodzonych w nocnej burzy; a ich naprawa potrwa aż do późnej jesieni (dłużej niż sądzono"),
	},
	{
		name: "Chinese", letters: "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜", joined: true, open: "「", close: "」",
		report: "北部港口负责人表示，夜间风暴损坏了45艘渔船，修理工作将持续到秋末，独立委员会将检查3年来的维修记录",
		edited: "北部港口负责人表示,夜间风暴损坏了４５艘渔船,修理工作将持续到秋末;独立委员会将检查３年来的维修记录",
	},
	{
		name: "Japanese", letters: "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろ", joined: true, open: "「", close: "」",
		report: "北港の責任者は、夜の嵐で漁船45隻が損傷し、修理は秋の終わりまで続くと述べた。エンジンの点検記録は委員会が調べるという",
		edited: "北港の責任者は,夜の嵐で漁船４５隻が損傷し、修理は秋の終わりまで続くと述べた。ｴﾝｼﾞﾝの点検記録は委員会が調べるという",
	},
	{
		name: "Korean", letters: "가나다라마바사아자차카타파하거너더러머버서어저처", open: "“", close: "”",
		report: "북부 항구의 책임자는 밤사이 폭풍으로 어선 45척이 파손되었으며 수리는 늦가을까지 계속될 것이라고 말했고 독립 위원회가 정비 기록을 검토할 예정이다",
		edited: norm.NFD.String("북부 항구의 책임자는, 밤사이 폭풍으로 어선 45척이 파손되었으며 – 수리는 늦가을까지 계속될 것이라고 말했고 독립 위원회가 정비 기록을 검토할 예정이다"),
	},
	{
		name: "Thai", letters: "กขคงจฉชซญดตถทนบปผพฟมยรลวศสหอฮ", joined: true, open: "“", close: "”",
		report: "ผู้อำนวยการท่าเรือเหนือกล่าวว่าเรือประมง ๔๕ ลำได้รับความเสียหายจากพายุเมื่อคืนและการซ่อมแซมจะดำเนินต่อไปจนถึงปลายฤดูฝน",
		edited: "ผู้อำนวยการ\u200bท่าเรือเหนือ\u200bกล่าวว่า\u200bเรือประมง 45 ลำ\u200bได้รับความเสียหาย\u200bจากพายุเมื่อคืน\u200bและการซ่อมแซมจะดำเนินต่อไปจนถึงปลายฤดูฝน",
	},
}

// babble returns sentences of invented words of the letters.
func babble(r *rand.Rand, letters string, joined bool, words int) string {
	alphabet := []rune(letters)
	var b strings.Builder
	for i := range words {
		if i > 0 && !joined {
			b.WriteByte(' ')
		}
		for range 4 + r.IntN(4) {
			b.WriteRune(alphabet[r.IntN(len(alphabet))])
		}
	}
	b.WriteString(". ")
	return b.String()
}

// TestCopiesInScripts takes a sentence into another text in another house style: it is found from its
// first letter to its last in both.
func TestCopiesInScripts(t *testing.T) {
	for _, c := range written {
		t.Run(c.name, func(t *testing.T) {
			r := rand.New(rand.NewPCG(1, 2))
			around := func(s string, letters []rune) *text.Doc {
				return text.NewDoc(babble(r, string(letters), c.joined, 60) + s + ". " + babble(r, string(letters), c.joined, 60))
			}
			letters := []rune(c.letters) // half of them for each text, lest single ones match beside the sentence
			a, b := around(c.report, letters[:len(letters)/2]), around(c.edited, letters[len(letters)/2:])
			p := Compare(a, b, Options{})
			checkPair(t, p, a, b)
			if len(p.Passages) != 1 {
				t.Fatalf("%d passages, want 1:\n%s", len(p.Passages), show(p, a, b))
			}
			if got := a.Text(p.Passages[0].A); got != c.report {
				t.Errorf("the passage is\n%s\nwant\n%s", got, c.report)
			}
			if got := b.Text(p.Passages[0].B); got != c.edited {
				t.Errorf("in the copy it is\n%s\nwant\n%s", got, c.edited)
			}
			if q := p.Passages[0]; q.SameWords < q.Words {
				t.Errorf("%d of %d words match:\n%s", q.SameWords, q.Words, show(p, a, b))
			}
		})
	}
}

// TestFormulasInScripts puts the sentence into ten texts that share nothing else, and its beginning
// into quotation marks in two others.
func TestFormulasInScripts(t *testing.T) {
	for _, c := range written {
		t.Run(c.name, func(t *testing.T) {
			r := rand.New(rand.NewPCG(3, 4))
			var docs []*text.Doc
			for i := range 10 {
				s := c.report
				if i%2 == 1 {
					s = c.edited
				}
				docs = append(docs, text.NewDoc(babble(r, c.letters, c.joined, 60)+s+". "+babble(r, c.letters, c.joined, 60)))
			}
			pairs := Find(docs, Options{})
			if want := 10 * 9 / 2; len(pairs) != want {
				t.Errorf("%d pairs, want %d", len(pairs), want)
			}
			for _, p := range pairs {
				if p.Relation != FormulaOnly {
					t.Fatalf("pair %d, %d is %s:\n%s", p.A, p.B, p.Relation, show(p, docs[p.A], docs[p.B]))
				}
			}
		})
	}
}

// TestQuotationsInScripts quotes the sentence in several texts, in the marks of the script and in
// straight ones: a shared quotation, however many have it.
func TestQuotationsInScripts(t *testing.T) {
	for _, c := range written {
		t.Run(c.name, func(t *testing.T) {
			r := rand.New(rand.NewPCG(5, 6))
			var docs []*text.Doc
			for i := range 10 {
				s := c.open + c.report + c.close
				if i%2 == 1 {
					s = `"` + strings.ReplaceAll(c.edited, `"`, "״") + `"`
				}
				docs = append(docs, text.NewDoc(babble(r, c.letters, c.joined, 60)+s+". "+babble(r, c.letters, c.joined, 60)))
			}
			pairs := Find(docs, Options{})
			if want := 10 * 9 / 2; len(pairs) != want {
				t.Errorf("%d pairs, want %d", len(pairs), want)
			}
			for _, p := range pairs {
				if p.Relation != QuoteOnly {
					t.Fatalf("pair %d, %d is %s:\n%s", p.A, p.B, p.Relation, show(p, docs[p.A], docs[p.B]))
				}
			}
		})
	}
}
