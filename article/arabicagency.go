package article

import (
	"regexp"
	"strings"
	"unicode"

	"hearsay/text"
)

// arabicWordAgency is the Arabic word for “agency” with what may be written onto it, and what follows
// in the same clause.
var arabicWordAgency = regexp.MustCompile(`(?:^|[\s(«"“])[ولبفك]{0,2}(?:ال)?وكالة\s([^.،,؛:;!?؟\n()]{2,120})`)

// arabicAgencies returns the news agencies that an Arabic text calls so. “وكالة” alone is the word for
// a public body or a ratings house too; it is a news agency’s only where the word for news stands
// with it:
//
//	وكالة الأنباء اليمنية    وكالة أنباء هاوار    وكالة نارو للأنباء    وكالة «نارو» الإخبارية
func arabicAgencies(s string) []namedAgency {
	var out []namedAgency
	for _, m := range arabicWordAgency.FindAllStringSubmatchIndex(s, 20) {
		rest := s[m[2]:m[3]]
		if at := strings.IndexAny(rest, "«»\"“”"); at > 0 && !strings.ContainsAny(rest[:at], "«\"“") && !newsWord(lastWords(rest[:at], 1)) {
			rest = rest[:at]
		}
		if span := arabicName(rest); !span.Empty() {
			span.Start, span.End = span.Start+m[2], span.End+m[2]
			out = append(out, namedAgency{s[span.Start:span.End], Information, span})
		}
	}
	return out
}

// arabicName returns the name of a news agency at the start of what follows “وكالة”.
func arabicName(s string) text.Span {
	list := wordsAt(cut(s, 100))
	if len(list) < 2 {
		return text.Span{}
	}
	switch {
	case newsWord(list[0].folded) && strings.HasPrefix(list[0].folded, "ال"): // وكالة الأنباء اليمنية
		end := 1
		for end < min(len(list), 4) && definite(list[end].folded) {
			end++
		}
		if end > 1 {
			return text.Span{Start: list[1].start, End: list[end-1].end}
		}
	case newsWord(list[0].folded): // وكالة أنباء هاوار
		end := 2
		for end < min(len(list), 5) && definite(list[end].folded) {
			end++
		}
		if !clauseWords[list[1].folded] && !genericAgency(list[1].folded) {
			return text.Span{Start: list[1].start, End: list[end-1].end}
		}
	default: // وكالة نارو للأنباء
		for i := 1; i < min(len(list), 4) && !clauseWords[list[i-1].folded]; i++ {
			if agencyEnds[list[i].folded] {
				return text.Span{Start: list[0].start, End: list[i].end}
			}
		}
	}
	return text.Span{}
}

// newsWord reports whether a folded word is Arabic for “news”, as in the name of an agency.
func newsWord(folded string) bool {
	return folded == foldedNews || folded == "ال"+foldedNews
}

var foldedNews = text.FoldWord("أنباء")

// definite reports whether a folded Arabic word has the article and is no word for “official” or for
// a time: it belongs to the name before it, as the adjective of a country does.
func definite(folded string) bool {
	return strings.HasPrefix(folded, "ال") && !genericAgency(folded) && len([]rune(folded)) > 4
}

// genericAgency reports whether a folded word says of an agency only whose voice it is, or begins
// another phrase.
func genericAgency(folded string) bool {
	return genericWords[folded] || !unicode.Is(unicode.Arabic, firstRune(folded))
}

var (
	agencyEnds  = foldedWords(`للأنباء للانباء الإخبارية الاخبارية الصحفية الصحافية`)
	clauseWords = foldedWords(`أن أنه أنها أنهم إن إنه إنها إنهم في على من عن إلى بأن قد أمس اليوم حكومية رسمية محلية دولية عالمية غربية أجنبية إخبارية خاصة تابعة مقربة`)
	// genericWords follow the name of an agency and are no part of it.
	genericWords = foldedWords(`الرسمية الحكومية المملوكة التابعة المقربة الخاصة المحلية الدولية العالمية شبه الجمعة السبت الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس اليوم
		البارحة الماضي الماضية الجاري الذي التي الذين أمس حكومية رسمية`)
)
