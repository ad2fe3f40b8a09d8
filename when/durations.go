package when

import (
	"fmt"
	"strconv"
	"strings"
)

// value writes an amount as TIMEX3: P2Y6M, PT30M, PXD.
func (q quantity) value() string {
	s := q.single()
	for _, more := range q.rest {
		part := more.single()
		if strings.HasPrefix(part, "PT") && strings.Contains(s, "T") {
			part = part[1:]
		}
		s += part[1:]
	}
	return s
}

func (q quantity) single() string {
	n, g := q.halves, q.grain
	factor := 1
	switch g {
	case fortnight:
		g, factor = week, 2
	case weekend:
		g, factor = oneDay, 2
	case decade:
		if n != 0 {
			g, factor = year, 10
		}
	case century:
		if n != 0 {
			g, factor = year, 100
		}
	case millennium:
		if n != 0 {
			g, factor = year, 1000
		}
	}
	n *= factor
	if n == 0 {
		return designator(g)[0] + "X" + designator(g)[1]
	}
	whole := strconv.Itoa(n / 2)
	if n%2 == 0 {
		return designator(g)[0] + whole + designator(g)[1]
	}
	return halfValue(n/2, g)
}

// designator gives what stands before and behind the number of a duration.
func designator(g grain) [2]string {
	switch g {
	case second:
		return [2]string{"PT", "S"}
	case minute:
		return [2]string{"PT", "M"}
	case hour:
		return [2]string{"PT", "H"}
	case week:
		return [2]string{"P", "W"}
	case month:
		return [2]string{"P", "M"}
	case quarter:
		return [2]string{"P", "Q"}
	case half:
		return [2]string{"P", "H"}
	case year:
		return [2]string{"P", "Y"}
	case decade:
		return [2]string{"P", "E"}
	case century:
		return [2]string{"P", "C"}
	case millennium:
		return [2]string{"P", "L"}
	}
	return [2]string{"P", "D"}
}

// halfValue is whole and a half of a unit, in the next smaller unit where that is even.
func halfValue(whole int, g grain) string {
	switch {
	case g == year && whole == 0:
		return "P6M"
	case g == year:
		return fmt.Sprintf("P%dY6M", whole)
	case g == hour && whole == 0:
		return "PT30M"
	case g == hour:
		return fmt.Sprintf("PT%dH30M", whole)
	case g == minute && whole == 0:
		return "PT30S"
	case g == minute:
		return fmt.Sprintf("PT%dM30S", whole)
	}
	return fmt.Sprintf("%s%d.5%s", designator(g)[0], whole, designator(g)[1])
}
