package tradition

import (
	"hash/fnv"
	"math/rand/v2"
	"regexp"
	"strings"
)

// A style is the usage of a house. A house applies it to its whole text, whoever wrote the text, and
// always in the same way: two houses of one style make the same change without knowing of each other.
type style struct {
	american     bool   // metres or meters
	ize          bool   // organised or organized
	digits       bool   // three or 3
	inWords      bool   // 7 or seven
	bareDay      bool   // on Monday or Monday
	capitalTitle bool   // the mayor or the Mayor
	short        bool   // a paragraph for each sentence
	percent      string // per cent, percent or %
	open, close  string // quotation marks
	courtesy     string // how a person is named again: the family name, or with a title
}

// styleOf returns the usage of a house: one house has one usage in all stories.
func styleOf(house string) style {
	sum := fnv.New64a()
	sum.Write([]byte(house))
	r := rand.New(rand.NewPCG(sum.Sum64(), 0x7374796c65))
	s := style{
		american: r.Float64() < americanHouses, digits: r.Float64() < digitHouses, inWords: r.Float64() < wordHouses,
		bareDay: r.Float64() < bareDayHouses, capitalTitle: r.Float64() < capitalHouses, short: r.Float64() < shortHouses,
	}
	s.ize = s.american || r.Float64() < izeHouses
	s.percent = pick(r, []string{"per cent", "percent", "%"}, 0.45, 0.35, 0.2)
	marks := pick(r, [][2]string{{"“", "”"}, {`"`, `"`}, {"‘", "’"}}, 0.5, 0.35, 0.15)
	s.open, s.close = marks[0], marks[1]
	s.courtesy = pick(r, []string{"", "Mr", "Mr."}, 0.7, 0.2, 0.1)
	return s
}

var (
	smallDigit = regexp.MustCompile(`\b[789]\b`)
	smallWord  = regexp.MustCompile(`(\pL|,) (two|three|four|five|six) `)
	onDay      = regexp.MustCompile(`\bon (Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day`)
	titles     = regexp.MustCompile(`\b(deputy minister|mayor)\b`)
	american   = strings.NewReplacer(pairs("american")...)
	ize        = strings.NewReplacer(pairs("ize")...)
)

// pairs returns the two sides of the entries of a list of words.txt, one after the other.
func pairs(list string) []string {
	var out []string
	for _, pair := range words[list] {
		from, to, _ := strings.Cut(pair, "=")
		out = append(out, from, to)
	}
	return out
}

// apply sets words in the usage of a house.
func (s style) apply(out string) string {
	if s.american {
		out = american.Replace(out)
	}
	if s.ize {
		out = ize.Replace(out)
	}
	if s.inWords {
		out = smallDigit.ReplaceAllStringFunc(out, func(n string) string {
			return map[string]string{"7": "seven", "8": "eight", "9": "nine"}[n]
		})
	}
	if s.digits {
		out = smallWord.ReplaceAllStringFunc(out, func(found string) string {
			return strings.NewReplacer("two ", "2 ", "three ", "3 ", "four ", "4 ", "five ", "5 ", "six ", "6 ").Replace(found)
		})
	}
	if s.bareDay {
		out = onDay.ReplaceAllString(out, "${1}day")
	}
	if s.capitalTitle {
		out = titles.ReplaceAllStringFunc(out, func(title string) string {
			return strings.NewReplacer("deputy minister", "Deputy Minister", "mayor", "Mayor").Replace(title)
		})
	}
	percent := s.percent
	if percent != "%" {
		percent = " " + percent
	}
	out = strings.ReplaceAll(out, " per cent", percent)
	if s.american { // the full stop goes inside
		out = strings.ReplaceAll(out, "”.", ".”")
	}
	return strings.NewReplacer("“", s.open, "”", s.close).Replace(out)
}
