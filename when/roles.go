package when

import "strconv"

// grains are the units of the tables by name.
var grains = map[string]grain{
	"second": second, "minute": minute, "hour": hour, "day": oneDay, "weekend": weekend, "week": week, "fortnight": fortnight,
	"month": month, "quarter": quarter, "season": season, "half": half, "year": year, "decade": decade, "century": century, "millennium": millennium,
}

// plainRoles are the roles of the tables that have no meaning besides.
var plainRoles = map[string]role{
	"ago": isAgo, "agobefore": isAgoBefore, "later": isLater, "earlier": isEarlier, "ahead": isAhead, "every": isEvery,
	"preposition": isPreposition, "filler": isFiller, "article": isArticle, "fiscal": isFiscal, "zone": isZone, "hourword": isHourWord,
	"future": isFuture, "pastcue": isPastCue, "old": isOld, "and": isAnd, "to": isTo, "past": isPast, "halfof": isHalfOf,
	"short": isShort, "person": isPerson, "at": isAt, "tonight": isTonight, "textual": isTextual, "back": isBack, "yearback": isYearBack, "yearend": isYearEnd,
	"recent": isRecent, "many": isMany, "yearword": isYearWord, "decadesuffix": isDecadeSuffix, "ending": isEnding, "period": isPeriod, "scale": isScale,
}

// codeRoles are those whose meaning is a code of TIMEX3 or of this package.
var codeRoles = map[string]role{
	"part": isPart, "edge": isEdge, "hedge": isHedge, "holiday": isHoliday, "reference": isReference, "era": isEra, "meridiem": isMeridiem,
	"vague": isVague,
}

// numberRoles are those whose meaning is a number.
var numberRoles = map[string]role{
	"number": isNumber, "scale": isNumber | isScale, "ordinal": isOrdinal, "offset": isOffset, "clock": isClock, "shift": isShift, "season": isSeason,
	"quartername": isQuarterName, "decadeword": isDecadeWord, "halfname": isHalfName, "textshift": isShift | isTextual, "pastshift": isShift | isPast,
	"backshift": isShift | isBack,
}

// set gives w a role with what it means, as a line of a table has it.
func set(w *word, name, meaning string) {
	switch name {
	case "month", "monthshort":
		w.is |= isMonth
		w.month = int8(number(meaning))
		if name == "monthshort" {
			w.is |= isShort
		}
	case "weekday", "weekdayshort":
		w.is |= isWeekday
		w.weekday = int8(number(meaning))
		if name == "weekdayshort" {
			w.is |= isShort
		}
	case "weekdaypart": // 1MO: Montagmorgen
		w.is |= isWeekday | isWithPart
		w.weekday, w.code = int8(number(meaning[:1])), meaning[1:]
	case "weekdays":
		w.is |= isWeekdays
		w.weekday = int8(number(meaning))
	case "unit", "often", "dualunit":
		w.is |= isUnit
		w.grain = grains[meaning]
		if name == "often" {
			w.is = w.is&^isUnit | isOften
		}
		if name == "dualunit" { // يومين: two days
			w.is = w.is&^isUnit | isUnitAdjective
		}
		if w.grain == noGrain {
			panic("when: no unit " + meaning)
		}
	default:
		setMeaning(w, name, meaning)
	}
}

func setMeaning(w *word, name, meaning string) {
	if r, ok := numberRoles[name]; ok {
		w.is |= r
		w.n = number(meaning)
	} else if r, ok := codeRoles[name]; ok {
		w.is |= r
		w.code = meaning
	} else if r, ok := plainRoles[name]; ok {
		w.is |= r
	} else {
		panic("when: no role " + name)
	}
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		panic("when: " + err.Error())
	}
	return n
}
