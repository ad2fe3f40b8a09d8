package when

// A role is what a word can do in an expression of time. A word may have several: May, second, fall.
type role uint64

const (
	isMonth role = 1 << iota
	isShort      // an abbreviation or a word with another common meaning: it needs a number or a dot beside it
	isWeekday
	isWeekdays // on Mondays
	isUnit
	isNumber  // a number in words
	isScale   // hundred, thousand
	isOrdinal // first
	isVague   // few, several
	isOffset  // yesterday
	isTonight
	isPart   // morning
	isClock  // noon
	isHalfOf // half
	isShift  // last, next
	isPast   // past: the past two weeks
	isTextual
	isAgo       // ago, behind an amount
	isAgoBefore // vor, il y a: before an amount
	isLater     // later, after, behind an amount
	isEarlier
	isAhead // in, dans: before an amount it may mean the future
	isEvery
	isOften // daily
	isEdge  // early, end
	isHedge // about, at least
	isPreposition
	isFiller // of, the: between the parts of a date
	isArticle
	isSeason
	isHoliday
	isReference // now
	isFiscal
	isEra
	isZone
	isMeridiem
	isHourWord // o'clock, Uhr
	isFuture   // will: what follows lies ahead
	isPastCue  // said
	isOld
	isAnd
	isTo
	isQuarterName // Q3
	isHalfName    // H1
	isUnitAdjective
	isPerson // Mr: what follows is a name
	isAt
	isYearBack // year-earlier: of the figures a year before
	isYearEnd
	isRecent
	isMany         // a unit in the plural: años
	isYearWord     // what may follow the figures of a year: 2021 года
	isDecadeSuffix // 1990-е
	isWithPart     // a weekday and a part of it: Freitagabend
	isDecadeWord   // nineties
	isEnding       // “the year ended”
	isPeriod       // the period: what a report is about
	isBack         // behind a unit, of the past: dernier, الماضي
)

// A word is an entry of a language: its roles and what each of them means.
type word struct {
	is      role
	month   int8
	weekday int8 // Sunday is 0
	grain   grain
	n       int    // number, ordinal, offset in days, shift in grains, minutes of a clock
	code    string // part of the day, mod, holiday, reference
	phrases []phrase
}

// A phrase is a further reading of a word together with those that follow it.
type phrase struct {
	rest   []uint64 // hashes of the words that follow
	hyphen bool     // they are joined by hyphens: year-ago
	word   *word
}

func (w *word) can(r role) bool { return w != nil && w.is&r != 0 }
