package article

import (
	"strings"

	"hearsay/text"
)

// Words that attribute, by whether they stand before or behind the name. Compared folded.
var (
	cuesBefore = cueSet(`told|tells|telling|citing|cited|cites|quoting|quoted by|quoted in|cited by|according to|reported by|as reported by|reports by|reported to|carried by|interview with|interviewed by|statement to|speaking to|spoke to|said in a report by|confirmed to|per|published by|run by state|
		laut|zufolge|gegenüber|sagte der|sagte dem|teilte der|erklärte der|nach angaben von|nach angaben der|nach informationen von|nach informationen der|wie die|wie der|meldete|berichtete|berichtet|unter berufung auf|
		selon|d après|a déclaré à|déclaré à|a indiqué à|a dit à|a confié à|a affirmé à|cité par|citée par|citant|rapporté par|interrogé par|auprès de|
		según|dijo a|declaró a|indicó a|informó|informa|confirmó a|citado por|citada por|citando|de acuerdo con|
		secondo|ha detto a|ha detto all|ha dichiarato all|citato da|citando|riferisce|riporta|lo riferisce|
		segundo|disse à|afirmou à|de acordo com|informou|
		volgens|zegt tegen|meldt|tegenover|aldus|enligt|säger till|uppger för|rapporterar|skriver|ifølge|sier til|siger til|fortalte|kertoo|mukaan|
		по данным|по информации|сообщил|сообщила|сообщили|сообщает|сообщило|передает|передаёт|передало|цитирует|со ссылкой на|заявил|заявила|пишет|рассказал|рассказала|рассказали|
		за даними|повідомляє|повідомив|повідомила|передає|посилаючись на|
		według|podaje|podała|podał|poinformował|poinformowała|powiedział|powiedziała|cytowany przez|jak podaje|uvedla|řekl|sdělil|informovala|
		نقلا عن|نقلاً عن|نقلت|ونقلت|نقل عن|ذكرت|وذكرت|قالت|وقالت|قال|وقال|صرح|وصرح|أكد|وأكد|أوضح|وأوضح|أفادت|وأفادت|أوردت|وأوردت|بحسب|وبحسب|حسب|وحسب|بحسب ما|وفقا ل|وفقا|ووفقا|وفق|صرح ل|تصريح ل|تصريحات ل|تصريح لوكالة|تصريحات لوكالة|صرح لوكالة|قال لوكالة|وقال لوكالة|أعلنت|وأعلنت|نشرت|بثت|عن|
		به گزارش|به نقل از|گزارش داد|在接受|据|據|引述`)
	cuesAfter = cueSet(`reported|reports|said|says|quoted|cited|wrote|writes|has learned|learned|news agency reported|news agency said|quotes|cites|carried|confirmed|added|reporting|
		berichtete|berichtet|meldete|meldet|zufolge|schreibt|unter berufung|
		rapporte|a rapporté|indique|a indiqué|rapportait|informó|informa|reportó|dijo|citó|recogió|
		riferisce|ha riferito|riporta|ha riportato|scrive|informou|reportou|noticiou|meldde|meldt|bericht|rapporterar|skriver|melder|
		сообщил|сообщило|сообщает|сообщила|передает|передаёт|передало|пишет|уточняет|повідомляє|повідомило|podaje|podała|podał|uvedla|informovala|
		bildirdi|aktardı|göre|haberine|duyurdu|نقلت|ذكرت|أفادت|أوردت|قالت|گزارش داد|نوشت|报道|報道|报导|報導|によると|伝えた|이|에|보도`)
)

func cueSet(list string) map[string]bool {
	m := map[string]bool{}
	for cue := range strings.SplitSeq(list, "|") {
		var out []string
		for _, w := range strings.FieldsFunc(cue, notWord) {
			out = append(out, text.FoldWord(w))
		}
		if len(out) > 0 {
			m[strings.Join(out, " ")] = true
		}
	}
	return m
}

// A wordAt is a folded word and the bytes it stands for.
type wordAt struct {
	folded     string
	start, end int
}

func wordsAt(s string) []wordAt {
	var out []wordAt
	start := -1
	for i, r := range s + " " {
		switch {
		case !notWord(r) && start < 0:
			start = i
		case notWord(r) && start >= 0:
			out = append(out, wordAt{text.FoldWord(s[start:i]), start, i})
			start = -1
		}
	}
	return out
}

const maxCueWords = 4

// lastCue finds the last cue among the last n words of s and returns where it begins.
func lastCue(s string, n int, cues map[string]bool) (int, bool) {
	list := wordsAt(s)
	list = list[max(0, len(list)-n):]
	for i := len(list) - 1; i >= 0; i-- {
		if at, end, ok := cueAt(list, i, cues); ok && reaches(list[i].folded, list, end) {
			return wholeCue(list, i, at, cues), true
		}
	}
	return 0, false
}

// reaches reports whether a cue that ends at a byte can speak of the name behind the list: between
// them stands no word that begins another phrase (“told reporters at …”), and behind a cue that is
// more often a plain preposition nothing but words for “agency”.
func reaches(cue string, list []wordAt, end int) bool {
	if sayingCues[cue] && list[len(list)-1].folded != "ل" {
		return false // only “قال … لرويترز” is said to the agency
	}
	for _, w := range list {
		if w.start >= end && (newPhrase[w.folded] || weakCues[cue] && !strictAgencyWords[w.folded] && !newsWord(w.folded)) {
			return false
		}
	}
	return true
}

var (
	weakCues   = foldedWords(`عن per aldus`)
	sayingCues = foldedWords(`قال وقال صرح وصرح أكد وأكد أوضح وأوضح`)
	newPhrase  = foldedWords(`at in outside inside near about against into during after before when while because who whose which that reporters journalists lawmakers parliament congress court
		dass weil nachdem während lorsque quand чтобы что когда بأن أن إن التي الذي حيث عندما`)
)

// wholeCue returns where the cue at word i really begins, if it is the end of a longer one or follows
// another at once (“بحسب ما ذكرت”).
func wholeCue(list []wordAt, i, at int, cues map[string]bool) int {
	for k := i - 1; k >= max(0, i-maxCueWords); k-- {
		if start, end, ok := cueAt(list, k, cues); ok && end >= list[i-1].end {
			at = start
		}
	}
	return at
}

// firstCue finds the first cue among the first n words of s and returns where it ends.
func firstCue(s string, n int, cues map[string]bool) (int, bool) {
	list := wordsAt(s)
	for i := range list[:min(n, len(list))] {
		if othersWords[list[i].folded] {
			return 0, false
		}
		if start, end, ok := cueAt(list, i, cues); ok {
			return end, commas(s[:start])%2 == 0
		}
	}
	return 0, false
}

// commas counts the commas in s. One between a name and a verb ends the phrase of the name (“the Times
// article, he added”), two enclose an aside (“Reuters, citing officials, reported”).
func commas(s string) int { return strings.Count(s, ",") + strings.Count(s, "،") }

// othersWords behind the name of a house make somebody else the subject.
var othersWords = foldedWords(`affiliate affiliates article square headquarters shares`)

// cueAt reports whether a cue begins at word i; the longest counts.
func cueAt(list []wordAt, i int, cues map[string]bool) (start, end int, ok bool) {
	phrase := ""
	for j := i; j < min(i+maxCueWords, len(list)); j++ {
		if phrase != "" {
			phrase += " "
		}
		phrase += list[j].folded
		if cues[phrase] {
			start, end, ok = list[i].start, list[j].end, true
		}
	}
	return start, end, ok
}
