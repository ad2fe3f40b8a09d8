package when

import "time"

// around is the stretch of a grain that holds t.
func around(g grain, t time.Time) stretch {
	y := t.Year()
	switch g {
	case week, fortnight:
		return weekStretch(t)
	case weekend:
		return weekendStretch(t)
	case month:
		return monthStretch(y, t.Month())
	case quarter:
		return quarterStretch(y, (int(t.Month())+2)/3)
	case half:
		return halfStretch(y, (int(t.Month())+5)/6)
	case season:
		if t.Month() < 3 {
			return seasonStretch(y-1, 3)
		}
		return seasonStretch(y, int(t.Month())/3-1)
	case year:
		return yearStretch(y)
	case decade:
		return decadeStretch(y)
	case century, millennium:
		return centuryStretch((y+99)/100, false)
	}
	return dayStretch(t)
}

// moved is the stretch n grains later than the one that holds t.
func moved(g grain, t time.Time, n int) stretch { return around(g, later(g, t, n)) }

// later is n grains after t. A month after the 31st is the last day of a month with fewer days.
func later(g grain, t time.Time, n int) time.Time {
	n = max(-maxCount, min(n, maxCount))
	switch g {
	case second:
		return t.Add(time.Duration(n) * time.Second)
	case minute:
		return t.Add(time.Duration(n) * time.Minute)
	case hour:
		return t.Add(time.Duration(n) * time.Hour)
	case week, weekend:
		return t.AddDate(0, 0, 7*n)
	case fortnight:
		return t.AddDate(0, 0, 14*n)
	case month:
		return monthsLater(t, n)
	case quarter, season:
		return monthsLater(t, 3*n)
	case half:
		return monthsLater(t, 6*n)
	case year:
		return monthsLater(t, 12*n)
	case decade:
		return monthsLater(t, 120*n)
	case century:
		return monthsLater(t, 1200*n)
	case millennium:
		return monthsLater(t, 12000*min(n, 9))
	}
	return t.AddDate(0, 0, n)
}

// maxCount bounds how many units are counted: what is beyond it is no time that people speak of.
const maxCount = 9999

func monthsLater(t time.Time, n int) time.Time {
	first := date(t.Year(), t.Month(), 1).AddDate(0, n, 0)
	last := first.AddDate(0, 1, -1).Day()
	return first.AddDate(0, 0, min(t.Day(), last)-1)
}
