package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay/text"
)

// tenseWords tell past from future in one language. Words are in lower case, with their accents: “würde”
// is no “wurde”.
type tenseWords struct {
	folded bool // words are folded too: Arabic is written with and without its marks
	// future are words of what is to come: of plans, of terms, of present tense that means the future.
	future map[string]bool
	// before stand before a date, behind behind it, that is an end, a beginning or a goal.
	before, behind map[string]bool
	// yearBefore and yearBehind stand beside a number that is a year.
	yearBefore, yearBehind map[string]bool
	// pastWords are verbs in the past tense.
	pastWords map[string]bool
	// futureForm reports whether a word is a future form, pastForm whether token i is a past one.
	futureForm func(word string) bool
	pastForm   func(tokens []dateToken, i int) bool
}

// tenses are the languages in which past and future are told apart.
var tenses = map[string]tenseWords{
	"en": {
		future: words(`will ll shall would could may might must should can going scheduled schedule schedules planned plan plans planning due expected expect expects
			expires expire expiring expiry deadline upcoming forthcoming next slated set takes take starts start begins begin opens open ends closes
			runs kicks tentative tentatively proposed propose proposes postponed rescheduled adjourned extended delayed deferred valid
			unless if until till anticipated intends intend aims aim hopes targeted target pending future amended corrected`),
		before:     words(`by until till before for from through to starting effective beginning after`),
		behind:     words(`deadline onwards onward`),
		yearBefore: words(`in since year`),
		pastWords:  words(`was were had did said told became began came went gave took made found fell rose won lost led held met left struck shot broke wrote spoke sent sold paid brought bought fought caught taught hit cut ran grew drew flew saw`),
		pastForm:   englishPast,
	},
	"de": {
		future: words(`wird werden wirst würde würden soll sollen sollte sollten könnte könnten dürfte dürften müsste muss müssen kann können will wollen möchte möchten
			plant planen geplant geplante geplanten vorgesehen angesetzt terminiert voraussichtlich erwartet erwarten bevorstehende kommenden kommende nächsten nächste
			findet finden kommt kommen erscheint erscheinen beginnt beginnen startet starten endet enden läuft laufen tritt treten gilt gelten öffnet eröffnet spätestens frist stichtag gültig
			verschoben vertagt verlängert falls wenn künftig zukünftig`),
		before:     words(`bis ab zum spätestens vor nach für auf`),
		behind:     words(`statt frist`),
		yearBefore: words(`jahr jahre jahres seit`),
		pastWords: words(`war waren wurde wurden hatte hatten kam kamen ging gingen gab gaben starb starben sagte sagten erklärte erklärten teilte teilten begann begannen fand fanden trat traten
			schrieb schrieben berichtete berichteten gewann gewannen verlor verloren erhielt erhielten ließ ließen nahm nahmen stand standen lag lagen traf trafen griff griffen schloss beschloss
			startete führte führten machte machten wählte wählten stürzte stürzten tötete töteten veröffentlichte kündigte folgte folgten endete endeten entschied verurteilte`),
		pastForm: germanPerfect,
	},
	"fr": {
		future: words(`sera seront aura auront serait seraient devrait devraient doit doivent pourrait pourraient peut va vont prévu prévue prévus prévues prévoit prévoient programmé programmée
			attendu attendue attendus fixé fixée reporté reportée repoussé prolongé prochain prochaine prochains débute commence ouvre tiendra débutera échéance expire limite avant
			entrera entre prendra si envisage compte`),
		before:     words(`jusqu jusque avant ici partir au pour dès après`),
		behind:     words(`prochain`),
		yearBefore: words(`en depuis année`),
		pastWords:  words(`était étaient avait avaient fut furent eut eurent`),
		pastForm:   frenchPast,
	},
	"es": {
		future: words(`será serán habrá tendrá tendrán sería serían debe deben deberá deberán debería puede pueden podrá podría va van previsto prevista previstos prevé prevén programado programada
			esperado espera fijado fijada aplazado aplazada prorrogado próximo próxima próximos comienza empieza inicia vence plazo celebrará celebra abre si prorroga`),
		before:     words(`hasta antes para al partir desde después`),
		behind:     words(`próximo`),
		yearBefore: words(`en desde año`),
		pastWords:  words(`fue fueron era eran había habían estaba estaban tuvo tuvieron hizo hicieron dijo dijeron vino puso pudo quiso ha han`),
		pastForm:   spanishPast,
	},
	"ru": {
		future: words(`будет будут буду будем планируется планируют планирует планировалось запланирован запланирована запланировано запланированы намечен намечена намечено ожидается ожидают
			состоится состоятся пройдет пройдёт пройдут начнется начнётся начнутся вступит вступят истекает истечет истечёт должен должна должно должны может могут предстоит следующего ближайший
			перенесен перенесена перенесли продлен продлена продлили продлил отложен завершится если срок`),
		before:     words(`до к ко с со по на после`),
		behind:     words(`включительно`),
		yearBehind: words(`году года`),
		pastWords: words(`была были произошла произошли сообщила сообщили заявила заявили погибли погибла начала начали стала стали прошла прошли объявила объявили приняла приняли ввела ввели
			подписали подписала умерла получила получили`),
		pastForm: russianPast,
	},
	"tr": {
		future:     words(`planlanıyor planlandı planlanan bekleniyor beklenen öngörülüyor yapılması edilmesi olması gelecek önümüzdeki ertelendi uzatıldı başlıyor son`),
		before:     words(`son en`),
		behind:     words(`kadar itibaren dek değin önce sonra`),
		yearBehind: words(`yılında yılının yılından`),
		futureForm: func(word string) bool {
			for _, end := range [...]string{"acak", "ecek", "acaktır", "ecektir", "acağı", "eceği", "acağını", "eceğini", "acaklar", "ecekler"} {
				if strings.HasSuffix(word, end) {
					return true
				}
			}
			return false
		},
		pastForm: turkishPast,
	},
	"ar": {
		folded: true,
		future: foldedWords(`سوف المقرر مقرر مقررا المزمع مزمع المتوقع متوقع يتوقع المنتظر المقبل المقبلة القادم القادمة ينتهي تنتهي يبدأ تبدأ يعقد تعقد ينطلق تنطلق موعد الموعد مهلة تأجيل تمديد تأجلت
			خطة الخطة خطط خططا توقعات التوقعات تتوقع تستهدف يستهدف لاستكمال لإكمال تقرر
			يفترض المفترض ينبغي يجب يمكن إذا`),
		before:     foldedWords(`حتى إلى الى قبل من لغاية بحلول بعد`),
		behind:     foldedWords(`المقبل القادم`),
		yearBefore: foldedWords(`عام العام سنة`),
		pastWords: foldedWords(`قال قالت أعلن أعلنت ذكر ذكرت أفاد أفادت وقع وقعت قتل قتلت كان كانت بدأ بدأت شهد شهدت جرى جرت تم تمت أصدر أصدرت توفي وصل وصلت انطلق انطلقت أطلق أطلقت
			نشر نشرت صدر صدرت اندلع اندلعت عقد عقدت أقر وافق فاز فازت التقى زار أكد أكدت اعتقل اعتقلت اغتيل انتخب شن شنت استقال أجرى أعلنوا قالوا وقال وقالت وأعلن وأعلنت وكان وكانت`),
		futureForm: arabicFuture,
	},
}

// key returns a word in the form of the lists.
func (w tenseWords) key(t dateToken) string {
	if w.folded {
		return text.FoldWord(t.text)
	}
	return strings.ToLower(t.text)
}

// presentEnds are English words that end in -ed and are no past tense.
var presentEnds = words(`united need indeed speed feed seed breed hundred sacred naked wicked kindred biped weed deed bleed exceed proceed succeed`)

func englishPast(tokens []dateToken, i int) bool {
	word := strings.ToLower(tokens[i].text)
	return len(word) >= 5 && strings.HasSuffix(word, "ed") && !presentEnds[word]
}

// germanPerfect reports whether token i is a participle of a sentence that has an auxiliary before it.
func germanPerfect(tokens []dateToken, i int) bool {
	word := tokens[i].text
	if r, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(r) || len(word) < 6 {
		return false
	}
	participle := strings.Contains(word, "ge") && (strings.HasSuffix(word, "t") || strings.HasSuffix(word, "en")) || strings.HasSuffix(word, "iert")
	return participle && anyBefore(tokens, i, germanAuxiliaries)
}

var germanAuxiliaries = words("hat haben ist sind sei seien habe")

// anyBefore reports whether one of the words stands among the tokens before i. It looks at no more than
// forty, so that a long sentence costs no more than its length.
func anyBefore(tokens []dateToken, i int, words map[string]bool) bool {
	for _, t := range tokens[max(0, i-40):i] {
		if t.word && words[strings.ToLower(t.text)] {
			return true
		}
	}
	return false
}

var frenchAuxiliaries = words("a ont est sont")

// frenchPast reports whether token i is a participle close behind an auxiliary, or a simple past in -èrent.
func frenchPast(tokens []dateToken, i int) bool {
	word := strings.ToLower(tokens[i].text)
	if strings.HasSuffix(word, "èrent") {
		return true
	}
	stem := strings.TrimRight(strings.TrimRight(word, "s"), "e")
	return len(word) >= 5 && strings.HasSuffix(stem, "é") && anyBefore(tokens[max(0, i-3):], min(i, 3), frenchAuxiliaries)
}

func spanishPast(tokens []dateToken, i int) bool {
	word := strings.ToLower(tokens[i].text)
	return len(word) >= 5 && (strings.HasSuffix(word, "ó") || strings.HasSuffix(word, "aron") || strings.HasSuffix(word, "ieron"))
}

// russianNouns end like verbs in the past tense.
var russianNouns = words(`дело число тело село около начало мало капитал зал генерал журнал финал материал канал персонал сигнал металл идеал филиал потенциал скандал стол пол угол посол футбол протокол`)

func russianPast(tokens []dateToken, i int) bool {
	word := strings.ToLower(tokens[i].text)
	if utf8.RuneCountInString(word) < 4 || russianNouns[word] {
		return false
	}
	for _, end := range [...]string{"ал", "ил", "ел", "ял", "ыл", "шел", "ло", "лся", "лась", "лось", "лись"} {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}

// turkishPast reports whether token i, the last word of its sentence, is a verb in the past tense.
func turkishPast(tokens []dateToken, i int) bool {
	for _, t := range tokens[i+1:] {
		if t.word || t.digits > 0 {
			return false
		}
	}
	word := strings.ToLower(tokens[i].text)
	for _, end := range [...]string{"lar", "ler"} {
		word = strings.TrimSuffix(word, end)
	}
	for _, end := range [...]string{"dı", "di", "du", "dü", "tı", "ti", "tu", "tü"} {
		if strings.HasSuffix(word, end) && utf8.RuneCountInString(word) >= 4 {
			return true
		}
	}
	return false
}

// arabicNouns begin like verbs in the future tense.
var arabicNouns = foldedWords(`سيارة سيارات سياسة سياسات سياسي سياسية سياسيا سياق سيطرة سيدة سيدات سيناء سيناريو ستة ستين ستون سيول سيادة سيرة سيف سيل سيئة سيئ سيرا
	سنوات سنتين سنوية سنوي ساعات ساعتين سابق سابقة سابقا ساهم ساهمت ساحة ساحل ستار`)

// arabicFuture reports whether a folded word is a verb with the mark of the future, س before the present.
func arabicFuture(word string) bool {
	word = strings.TrimPrefix(word, "و")
	for _, mark := range [...]string{"سي", "ست", "سن", "سا"} {
		if strings.HasPrefix(word, mark) && utf8.RuneCountInString(word) >= 5 && !arabicNouns[word] {
			return true
		}
	}
	return false
}
