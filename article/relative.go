package article

import (
	"strings"
	"time"

	"hearsay/text"
)

// pastMarks are words that make a number of units a time in the past.
var pastMarks = foldedWords(`ago vor hace fa назад тому temu önce قبل منذ sedan siden sitten geleden há atrás lalu پیش 前 전 πριν пре пред před acum il-y-a`)

// relativeUnits maps words for units of time to the unit.
var relativeUnits = func() map[string]time.Duration {
	m := map[string]time.Duration{}
	for unit, list := range map[time.Duration]string{
		time.Minute: `minute minutes min mins minuten minuto minutos minuti минут минуту минуты хвилин хвилини хвилину minut minuty minutę dakika دقيقة دقائق دقیقه minuut minuter minutter minuuttia menit 分钟 分 分鐘 분`,
		time.Hour:   `hour hours hr hrs stunde stunden heure heures hora horas ora ore час часа часов годин години годину godzin godziny godzinę saat ساعة ساعات ساعت uur uren timme timmar time timer tuntia jam 小时 小時 時間 时间 시간`,
		day:         `day days tag tagen jour jours día días dia dias giorno giorni день дня дней дні днів dzień dni gün يوم أيام يوما روز dag dagen dagar dage dager päivää hari 天 日 일`,
		7 * day:     `week weeks woche wochen semaine semaines semana semanas settimana settimane неделю недели недель tydzień tygodnie hafta أسبوع أسابيع هفته weken vecka veckor uge uger uke uker minggu 周 週間 주`,
	} {
		for w := range strings.FieldsSeq(list) {
			m[text.FoldWord(w)] = unit
		}
	}
	return m
}()

// dualUnits are Arabic words that mean two of a unit.
var dualUnits = map[string]time.Duration{
	text.FoldWord("دقيقتين"): time.Minute, text.FoldWord("ساعتين"): time.Hour, text.FoldWord("يومين"): day, text.FoldWord("أسبوعين"): 7 * day,
}

var oneWords = foldedWords(`a an one einer einem eine une un una uno um uma один одну jedną bir een en ett et`)

var relativeDays = func() map[string]int {
	m := map[string]int{}
	for i, list := range [...]string{
		`today heute aujourdhui hoy oggi hoje сегодня сьогодні dziś dzisiaj bugün اليوم امروز vandaag idag tänään 今日 今天 오늘`,
		`yesterday gestern hier ayer ieri ontem вчера вчора wczoraj dün أمس دیروز gisteren igår eilen 昨日 昨天 어제`,
	} {
		for w := range strings.FieldsSeq(list) {
			m[text.FoldWord(w)] = i
		}
	}
	return m
}()

func foldedWords(list string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		m[text.FoldWord(w)] = true
	}
	return m
}

// parseRelative resolves “3 hours ago”, “vor 2 Tagen”, “قبل يومين” or “yesterday” against the time of
// capture. Sites round down, so n units ago is between n and n+1 units before it. It reads only
// texts of at most twelve tokens: in longer ones such words do not date the page.
func parseRelative(s string, captured time.Time) (stamp, bool) {
	if captured.IsZero() {
		return stamp{}, false
	}
	tokens := dateTokens(cut(s, 120))
	if len(tokens) > 12 {
		return stamp{}, false
	}
	past, count, unit := strings.Contains(strings.ToLower(s), "il y a "), 0, time.Duration(0)
	for i, t := range tokens {
		key := text.FoldWord(t.text)
		switch {
		case t.digits > 0 && t.digits <= 3:
			count = t.value
		case pastMarks[key]:
			past = true
		case t.word && unit == 0:
			count, unit, past = relativeWord(t.text, key, count, past)
			if n, ok := relativeDays[key]; ok && unit == 0 && (i == 0 || len(tokens) <= 6) {
				return relativeDay(n, captured), true
			}
		}
	}
	if !past || unit == 0 || count == 0 {
		return stamp{}, false
	}
	return stamp{
		from: captured.Add(-time.Duration(count+1) * unit), to: captured.Add(-time.Duration(count)*unit + time.Second),
		timed: unit < day, zoned: true, relative: true,
	}, true
}

// relativeWord takes a word of a relative date: “hours”, “ساعتين”, “an”, “小时前”.
func relativeWord(word, key string, count int, past bool) (int, time.Duration, bool) {
	for _, mark := range [...]string{"前", "전"} {
		if rest, ok := strings.CutSuffix(word, mark); ok && rest != "" {
			return count, relativeUnits[text.FoldWord(rest)], true
		}
	}
	if unit := dualUnits[key]; unit != 0 {
		return 2, unit, past
	}
	if count == 0 && oneWords[key] {
		return 1, 0, past
	}
	unit := relativeUnits[key]
	if unit != 0 && count == 0 {
		count = 1 // منذ ساعة
	}
	return count, unit, past
}

func relativeDay(daysAgo int, captured time.Time) stamp {
	st := stamp{from: captured.AddDate(0, 0, -daysAgo), zoned: true}.wholeDay()
	st.relative = true
	return st
}
