package article

import (
	"strings"
	"time"

	"hearsay/text"
)

// A relativeDate is a time that a page counts back from the moment at which it was shown: “3 hours
// ago”, “yesterday”. Without that moment it is no date.
type relativeDate struct {
	// least and most bound how long ago it was, unless calendar is set.
	least, most time.Duration
	// calendar says that days whole days of the calendar are counted: 0 is today.
	calendar bool
	days     int
}

// Bounds of what is searched for a relative date: in longer texts such words do not date the page.
const (
	maxRelative   = 14 // tokens
	besideCounted = 6  // words beside it
)

// findRelative finds a relative date in a short text: “Published 3 hours ago”, “vor 2 Tagen”, “قبل يومين”,
// “Yesterday, 10:15”, “last week”. Lang is the language of the page or empty.
func findRelative(s, lang string) (relativeDate, bool) {
	s = cut(s, 120)
	if unit, ok := lastUnits[text.Fold(strings.Trim(s, " .·|–-"))]; ok {
		return relativeDate{most: 2 * unit.long}, true
	}
	p := dateParser{tokens: dateTokens(s), lang: strings.ToLower(lang)}
	if len(p.tokens) > maxRelative {
		return relativeDate{}, false
	}
	for i := range p.tokens {
		d, next, ok := p.relativeAt(i)
		if ok && p.wordsOutside(i, next) <= besideCounted {
			return d, true
		}
	}
	return relativeDate{}, false
}

func (p *dateParser) wordsOutside(from, to int) int {
	n := 0
	for i, t := range p.tokens {
		if t.word && (i < from || i >= to) {
			n++
		}
	}
	return n
}

// relativeAt reads a relative date that begins at token i and returns the token after it.
func (p *dateParser) relativeAt(i int) (relativeDate, int, bool) {
	if days, ok := relativeDays[text.FoldWord(p.at(i).text)]; ok && p.meansDay(i, days) {
		return relativeDate{calendar: true, days: days}, i + 1, true
	}
	if j, ok := p.agoBefore(i); ok {
		if d, next, _, ok := p.amount(j); ok && !p.at(next).counts() {
			return d, next, true
		}
	}
	d, next, marked, ok := p.amount(i)
	if !ok {
		return relativeDate{}, 0, false
	}
	if !marked {
		if !agoBehind[strings.ToLower(p.at(next).text)] {
			return relativeDate{}, 0, false
		}
		next++
	}
	return d, next, true
}

func (t dateToken) counts() bool { return t.digits > 0 }

// agoBefore reports whether the words at i make what follows a time in the past, as “vor”, “il y a”.
func (p *dateParser) agoBefore(i int) (next int, ok bool) {
	word := strings.ToLower(p.at(i).text)
	if word == "il" && strings.EqualFold(p.at(i+1).text, "y") && strings.EqualFold(p.at(i+2).text, "a") {
		return i + 3, true
	}
	// “for 3 timer” is no time in the past without “siden” behind it.
	return i + 1, agoBefore[word] && word != "for" && word != "för"
}

// amount reads an amount of time at token i: “2 days”, “an hour”, “1 day, 3 hours”, “يومين”, “3小时前”.
// Marked reports that it says by itself that it is past. Sites round, some down and some to the
// nearest: n units ago is between n−½ and n+1 units before. Days may be those of the calendar: two days
// ago is more than one day before and less than three.
func (p *dateParser) amount(i int) (d relativeDate, next int, marked, ok bool) {
	var before relativeDate // the larger units, without rounding
	for range 3 {
		c, found := p.counted(i)
		if !found || marked {
			break
		}
		n := time.Duration(c.n)
		slack := c.unit.short / 2
		if c.unit == dayUnit {
			slack = day
		}
		d.least, d.most = before.least+n*c.unit.short-slack, before.most+(n+1)*c.unit.long
		before.least, before.most = before.least+n*c.unit.short, before.most+n*c.unit.long
		next, marked, ok = c.next, c.marked, true
		i = c.next
		if betweenAmounts[strings.ToLower(p.at(i).text)] {
			i++
		}
	}
	return d, next, marked, ok
}

var betweenAmounts = words(`, and und et y e и و i ve en och og`)

// A countedUnit is a number of units as it is written, up to token next.
type countedUnit struct {
	n, next int
	unit    timeUnit
	marked  bool // “前” is part of the word
}

func (p *dateParser) counted(i int) (c countedUnit, ok bool) {
	t := p.at(i)
	key := text.FoldWord(t.text)
	if t.digits > 0 {
		c.n = t.value
		i++
		if c.unit, ok = shortUnits[strings.ToLower(p.at(i).text)]; !ok || p.at(i).spaced || !p.agoFollows(i+1) {
			c.unit, c.marked, ok = p.unitAt(i)
		}
	} else if c.unit, ok = dualUnits[key]; ok {
		c.n = 2
	} else if oneWords[key] {
		c.n = 1
		i++
		c.unit, c.marked, ok = p.unitAt(i)
	} else if aloneUnits[key] {
		c.n = 1
		c.unit, c.marked, ok = p.unitAt(i)
	}
	c.next = i + 1
	return c, ok && c.n > 0 && c.n <= c.unit.most
}

// agoFollows reports whether “ago” stands at token i or behind another number: “1h 30m ago”.
func (p *dateParser) agoFollows(i int) bool {
	return p.at(i).text == "ago" || p.at(i).digits > 0 && p.at(i+2).text == "ago"
}

func (p *dateParser) unitAt(i int) (unit timeUnit, marked, ok bool) {
	word := p.at(i).text
	for _, mark := range [...]string{"前", "전"} {
		if rest, found := strings.CutSuffix(word, mark); found && rest != "" {
			word, marked = rest, true
		}
	}
	unit, ok = relativeUnits[text.FoldWord(word)]
	return unit, marked, ok
}

// meansDay reports whether the word at token i, for today or a day before it, dates something: a time
// of day follows, a label such as “Published” stands before it, or it is a day before today and stands
// alone. Otherwise it may be the entry of a menu or the name of an outlet (“Today”, “Heute”).
func (p *dateParser) meansDay(i, days int) bool {
	before := p.at(i - 1)
	labelled := before.word && (saysPublished(before.text) || speaksOfUpdate(before.text))
	if before.word && !labelled && !betweenDayAndTime[strings.ToLower(before.text)] {
		return false
	}
	j := i + 1
	for range 4 {
		if t := p.at(j).text; betweenDayAndTime[strings.ToLower(t)] || t == "'" || t == "’" || t == "hui" {
			j++
		}
	}
	_, hour := p.number(j, 1, 2)
	_, half := halfOfDay(p.at(j + 1).text)
	timed := hour && (half || p.at(j+1).text != "" && strings.Contains(":.h時时시", p.at(j+1).text))
	if strings.EqualFold(p.at(i).text, "hier") && !strings.HasPrefix(p.lang, "fr") && p.at(i+1).text != "à" {
		return false // “here” in German
	}
	return timed || labelled || days > 0 && len(p.tokens) == 1
}

// Outlets count days where they are, captures are dated where they were made. The zones of almost all
// outlets lie between Hawaii and New Zealand.
const (
	farthestWest = -10 * time.Hour
	farthestEast = 13 * time.Hour
)

// before resolves a relative date against the time of capture. One at exactly midnight is the day that
// a user gave: it stands for the whole day.
func (d relativeDate) before(captured time.Time) stamp {
	until := captured.Add(time.Second)
	if h, m, s := captured.Clock(); h+m+s+captured.Nanosecond() == 0 {
		until = captured.Add(day)
	}
	st := stamp{zoned: true, relative: true}
	if d.calendar {
		st.from = civil(captured.UTC().Add(farthestWest)).AddDate(0, 0, -d.days)
		st.to = civil(until.UTC().Add(farthestEast-time.Second)).AddDate(0, 0, 1-d.days)
		return st
	}
	st.from, st.to = captured.Add(-d.most), until.Add(-max(0, d.least))
	return st
}
