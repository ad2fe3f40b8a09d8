package report

import (
	"fmt"
	"math"
	"strconv"

	"hearsay/article"
	"hearsay/origin"
	"hearsay/reuse"
)

// count writes a number with its noun: “1 page”, “12 pages”, “2,500 pages”.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return number(n) + " " + noun + "s"
}

// number writes n with commas between the thousands.
func number(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// percent writes a share from 0 to 1. It never rounds to nothing or to everything.
func percent(share float64) string {
	p := math.Round(share * 100)
	switch {
	case share > 0 && p == 0:
		return "under 1 %"
	case share < 1 && p == 100:
		return "over 99 %"
	}
	return fmt.Sprintf("%.0f %%", p)
}

// traceWords says what a trace is.
func traceWords(k article.TraceKind) string {
	if k == article.LookAlike {
		return "a letter of another script in"
	}
	return "cannot be seen, in"
}

// state sums up an interval of origins. The keys are also the values of data-state in the pages.
type state string

const (
	echo    state = "echo"    // at most one origin
	several state = "several" // at least two
	unclear state = "unclear" // perhaps one, perhaps more
)

// originCount is an interval of origins in words.
type originCount struct {
	State state
	Short string // “1”, “2–3”
	Long  string // “at least 2, at most 3 independent origins”
	Tag   string // “echo: one origin”
}

func newOriginCount(iv origin.Interval) originCount {
	low, high := iv.AtLeast, max(iv.AtLeast, iv.AtMost)
	c := originCount{State: unclear, Short: number(low) + "–" + number(high)}
	c.Long = fmt.Sprintf("at least %s, at most %s independent origins", number(low), number(high))
	if low == high {
		c.Short = number(low)
		c.Long = count(low, "independent origin")
	}
	switch {
	case high <= 1 && low == 1:
		c.State, c.Tag = echo, "echo: one origin"
	case low >= 2 && low == high:
		c.State, c.Tag = several, count(low, "origin")
	case low >= 2:
		c.State, c.Tag = several, "at least "+count(low, "origin")
	case high <= 1:
		c.Tag = "unclear"
	default:
		c.Tag = fmt.Sprintf("unclear: %s to %s origins", number(low), number(high))
	}
	return c
}

// relationWords says how two texts are related, with A and B for the two.
func relationWords(r reuse.Relation) string {
	switch r {
	case reuse.Identical:
		return "the same words in the same order"
	case reuse.NearCopy:
		return "near-copies: at least 80 % of the words of both are shared"
	case reuse.Contained:
		return "one stands in the other: at least 80 % of the words of the shorter are shared"
	case reuse.Partial:
		return "they share part of their wording"
	case reuse.QuoteOnly:
		return "all they share stands inside quotation marks"
	case reuse.FormulaOnly:
		return "all they share are standing phrases"
	}
	return plain(string(r))
}

// creditWords says what a credit means.
func creditWords(k article.CreditKind) string {
	switch k {
	case article.Republication:
		return "the text is taken from"
	case article.Information:
		return "a statement is attributed to"
	case article.Pool:
		return "a pool of agencies, not one that can be checked:"
	case article.Photo:
		return "the picture is from"
	}
	return plain(string(k))
}
