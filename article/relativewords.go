package article

import (
	"time"

	"hearsay/text"
)

// A timeUnit is a unit in which pages count back. Months and years differ in length.
type timeUnit struct {
	short, long time.Duration
	most        int // how many of it a page can count: older dates are written out
}

var (
	minuteUnit = timeUnit{time.Minute, time.Minute, 999}
	hourUnit   = timeUnit{time.Hour, time.Hour, 999}
	dayUnit    = timeUnit{day, day, 999}
	weekUnit   = timeUnit{7 * day, 7 * day, 400}
	monthUnit  = timeUnit{28 * day, 31 * day, 120}
	yearUnit   = timeUnit{365 * day, 366 * day, 40}
)

// relativeUnits maps folded words for units of time to the unit.
var relativeUnits = unitWords(map[timeUnit]string{
	minuteUnit: `minute minutes min mins minuten minuto minutos minuti минут минуту минуты мин хвилин хвилини хвилину minut minuty minutę
		dakika dk دقيقة دقائق دقیقه minuut minuuttia minutter menit 分钟 分 分鐘 분`,
	hourUnit: `hour hours hr hrs stunde stunden std heure heures hora horas ora ore час часа часов ч годин години годину godzin godziny godzinę
		saat ساعة ساعات ساعت uur uren timme timmar time timer tuntia jam 小时 小時 時間 时间 시간`,
	dayUnit: `day days tag tagen jour jours día días dia dias giorno giorni день дня дней дні днів dzień dni gün يوم أيام يوما روز
		dag dagen dagar dage dager päivää hari 天 日 일`,
	weekUnit: `week weeks woche wochen semaine semaines semana semanas settimana settimane неделю недели недель тиждень тижні тижнів
		tydzień tygodnie tygodni hafta أسبوع أسابيع هفته weken vecka veckor uge uger uke uker minggu 周 週間 週 주`,
	monthUnit: `month months monat monaten mois mes meses mese mesi mês месяц месяца месяцев місяць місяці місяців miesiąc miesiące miesięcy
		ay شهر أشهر شهور ماه maand maanden månad månader måned måneder kuukausi kuukautta bulan 个月 個月 か月 ヶ月 カ月 개월`,
	yearUnit: `year years yr yrs jahr jahren an ans année années año años anno anni ano anos год года лет рік роки років rok lata lat
		yıl سنة سنوات عام أعوام سنين سال jaar år vuosi vuotta tahun 年 년`,
})

// dualUnits are Arabic words that mean two of a unit.
var dualUnits = unitWords(map[timeUnit]string{
	minuteUnit: "دقيقتين", hourUnit: "ساعتين", dayUnit: "يومين", weekUnit: "أسبوعين", monthUnit: "شهرين", yearUnit: "سنتين عامين",
})

// shortUnits are the letters that English pages write right behind a number: “3h ago”, “2 mo ago”.
var shortUnits = map[string]timeUnit{"m": minuteUnit, "h": hourUnit, "d": dayUnit, "w": weekUnit, "mo": monthUnit, "y": yearUnit}

// aloneUnits mean one of the unit without a word for “one”: “час назад”, “منذ ساعة”. In other languages
// a unit without a number is of unknown length (“hours ago”).
var aloneUnits = foldedWords(`час минуту день неделю месяц год годину хвилину тиждень місяць рік godzinę minutę dzień tydzień miesiąc rok
	ساعة دقيقة يوم أسبوع شهر سنة عام`)

var oneWords = foldedWords(`a an one einer einem eine une un una uno um uma один одну одна jedną bir een en ett et`)

// agoBefore stand before what they count back, agoBehind behind it. Both are written as on the page,
// in lower case: folded, Turkish “önce” would be English “once”.
var (
	agoBefore = words(`vor hace há قبل منذ πριν пред преди acum för for`)
	agoBehind = words(`ago fa назад тому temu önce sedan siden sitten geleden atrás lalu پیش قبل 前 전 πριν`)
)

var relativeDays = func() map[string]int {
	m := map[string]int{}
	for i, list := range [...][]string{
		{"today", "heute", "aujourd", "hoy", "oggi", "hoje", "сегодня", "сьогодні", "dziś", "dzisiaj", "bugün", "اليوم", "امروز", "vandaag", "idag", "tänään", "今日", "今天", "오늘"},
		{"yesterday", "gestern", "hier", "ayer", "ieri", "ontem", "вчера", "вчора", "wczoraj", "dün", "أمس", "دیروز", "gisteren", "igår", "eilen", "昨日", "昨天", "어제"},
		{"vorgestern", "anteayer", "позавчера", "позавчора", "przedwczoraj", "anteontem", "eergisteren", "前天"},
	} {
		for _, w := range list {
			m[text.FoldWord(w)] = i
		}
	}
	return m
}()

// lastUnits are words for the week, month or year before, which pages write without a number.
var lastUnits = func() map[string]timeUnit {
	m := map[string]timeUnit{}
	for unit, list := range map[timeUnit][]string{
		weekUnit:  {"last week", "letzte Woche", "vorige Woche", "la semaine dernière", "la semana pasada", "на прошлой неделе", "geçen hafta", "الأسبوع الماضي"},
		monthUnit: {"last month", "letzten Monat", "le mois dernier", "el mes pasado", "в прошлом месяце", "geçen ay", "الشهر الماضي"},
		yearUnit:  {"last year", "letztes Jahr", "l’année dernière", "el año pasado", "в прошлом году", "geçen yıl", "العام الماضي"},
	} {
		for _, words := range list {
			m[text.Fold(words)] = unit
		}
	}
	return m
}()

func unitWords(lists map[timeUnit]string) map[string]timeUnit {
	m := map[string]timeUnit{}
	for unit, list := range lists {
		for w := range words(list) {
			m[text.FoldWord(w)] = unit
		}
	}
	return m
}

func foldedWords(list string) map[string]bool {
	m := map[string]bool{}
	for w := range words(list) {
		m[text.FoldWord(w)] = true
	}
	return m
}
