package when

import (
	"strings"
	"sync"
	"time"

	"hearsay/text"
)

type unit uint8

const (
	weekUnit unit = iota
	monthUnit
	yearUnit
)

// A vocabulary holds the words of one language, folded.
type vocabulary struct {
	months       map[string]time.Month
	weekdays     map[string]time.Weekday
	days         map[string]int // yesterday: -1
	shifts       map[string]int // last: -1
	units        map[string]unit
	prepositions map[string]bool // before a bare month or year
	fillers      map[string]bool // between day, month and year
}

// A lexicon is a vocabulary as it is written down: months from January, weekdays from Sunday, variants with a slash.
type lexicon struct{ months, weekdays, yesterday, today, tomorrow, last, this, next, week, month, year, prepositions, fillers string }

var lexicons = map[string]lexicon{
	"en": {
		"january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep october/oct november/nov december/dec",
		"sunday/sun monday/mon tuesday/tues/tue wednesday/wed thursday/thurs/thu friday/fri saturday/sat",
		"yesterday", "today/tonight", "tomorrow", "last", "this", "next", "week", "month", "year", "in since during until by of from before after early late mid", "of the",
	},
	"de": {
		"januar/jänner februar märz april mai juni juli august september oktober november dezember",
		"sonntag montag dienstag mittwoch donnerstag freitag samstag/sonnabend",
		"gestern", "heute", "morgen", "letzte/letzten/letzter/vergangene/vergangenen/vorige", "diese/dieser/diesem", "nächste/nächsten/kommende/kommenden", "woche", "monat", "jahr", "im in seit bis", "",
	},
	"fr": {
		"janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
		"dimanche lundi mardi mercredi jeudi vendredi samedi", "hier", "aujourd'hui", "demain", "", "cette/ce", "", "semaine", "mois", "année", "en depuis", "",
	},
	"es": {
		"enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre diciembre",
		"domingo lunes martes miércoles jueves viernes sábado", "ayer", "hoy", "mañana", "", "esta/este", "", "semana", "mes", "año", "en desde", "de del",
	},
	"ru": {
		"января/январе/январь февраля/феврале/февраль марта/марте/март апреля/апреле/апрель мая/мае/май июня/июне/июнь июля/июле/июль августа/августе/август сентября/сентябре/сентябрь октября/октябре/октябрь ноября/ноябре/ноябрь декабря/декабре/декабрь",
		"воскресенье понедельник вторник среду/среда четверг пятницу/пятница субботу/суббота", "вчера", "сегодня", "завтра", "прошлой/прошлом/минувшей", "этой/этом", "следующей/следующем", "неделе", "месяце", "году", "в с", "",
	},
	"ar": {
		"يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
		"الأحد الاثنين/الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت", "أمس", "اليوم", "غدا", "", "", "", "", "", "", "في عام", "من",
	},
}

var vocabularies = sync.OnceValue(func() map[string]*vocabulary {
	out := map[string]*vocabulary{}
	for code, l := range lexicons {
		v := &vocabulary{map[string]time.Month{}, map[string]time.Weekday{}, map[string]int{}, map[string]int{}, map[string]unit{}, map[string]bool{}, map[string]bool{}}
		for i, variants := range strings.Fields(l.months) {
			each(variants, func(w string) { v.months[w] = time.Month(i + 1) })
		}
		for i, variants := range strings.Fields(l.weekdays) {
			each(variants, func(w string) { v.weekdays[w] = time.Weekday(i) })
		}
		each(l.yesterday, func(w string) { v.days[w] = -1 })
		each(l.today, func(w string) { v.days[w] = 0 })
		each(l.tomorrow, func(w string) { v.days[w] = 1 })
		each(l.last, func(w string) { v.shifts[w] = -1 })
		each(l.this, func(w string) { v.shifts[w] = 0 })
		each(l.next, func(w string) { v.shifts[w] = 1 })
		each(l.week, func(w string) { v.units[w] = weekUnit })
		each(l.month, func(w string) { v.units[w] = monthUnit })
		each(l.year, func(w string) { v.units[w] = yearUnit })
		for w := range strings.FieldsSeq(l.prepositions) {
			v.prepositions[text.FoldWord(w)] = true
		}
		for w := range strings.FieldsSeq(l.fillers) {
			v.fillers[text.FoldWord(w)] = true
		}
		out[code] = v
	}
	return out
})

func each(variants string, use func(string)) {
	for w := range strings.SplitSeq(variants, "/") {
		if w != "" {
			use(text.FoldWord(w))
		}
	}
}

// vocabularyOf returns the words of a language; English where it has none of its own.
func vocabularyOf(code string) *vocabulary {
	if v := vocabularies()[code]; v != nil {
		return v
	}
	return vocabularies()["en"]
}
