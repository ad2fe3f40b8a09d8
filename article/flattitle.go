package article

import (
	"slices"
	"strings"
	"unicode/utf8"

	"hearsay/text"
)

// Bounds of the search for the title of a flattened text.
const (
	titleAbove  = 60    // lines above the main text that may be the title
	titleInside = 4     // lines of the main text that may be: a question looks like running text
	windowLines = 3     // lines at the top that may be the title of the window
	doubleLines = 4_000 // lines among which a doubled one is looked for
	bodyWords   = 1_500 // words of the main text that a title is compared with
	menuLines   = 8     // lines above the text from which a word they hold is one of menus and buttons
	extendLines = 150   // lines above the heaviest stretch of running text that may belong to it
	extendWords = 5     // words that a line must have in common with it then
)

// What speaks for a line as the title and against it, in points. They were set by hand and are measured
// in eval/ (title.flattened).
const (
	likeText   = 3.0  // all its words stand in the main text; less in proportion
	inWindow   = 2.5  // the title of the window contains it
	isDoubled  = 1.5  // it stands twice: as the title of the window, in the breadcrumb, in a share bar
	overDate   = 0.7  // a date or byline follows within a few lines
	underTrail = 0.5  // a breadcrumb or section stands right above
	perLine    = 0.06 // lost with every line between it and running text
	farAbove   = 1.5  // lost by a line at the top of the page that stands far above the text
	underText  = 0.8  // lost with every line of running text above it that belongs to the main text
	perWord    = 0.1  // lost with every word beyond those of a long headline: a standfirst
	longTitle  = 14   // words of a long headline
	tooShort   = 1.0  // lost below four words
	sentence   = 1.0  // lost if it ends with a full stop: a standfirst or a caption
	enough     = 1.2  // points below which no line is taken: no title is better than a wrong one
	leastLike  = 0.2  // likeness below which no line is taken
	fewWords   = 0.7  // see likeness
)

// findTitle looks for the title in the lines above the main text. A page that a scrape left flattened
// shows hundreds of lines before its article: menus, consent, other articles. Its title is the line
// that reads like a headline, has its words in common with the text below, stands close to it, often
// over a date or a byline, and often twice.
func (f *flatText) findTitle(m *meta) {
	if m.title != "" {
		return
	}
	f.title = -1
	s := f.newTitleSearch()
	best, most := -1, enough
	for i := range f.lines {
		if !s.inReach(i) || !f.titleLike(i) || m.outlet != "" && equalOutlet(f.lines[i], m.outlet) {
			continue
		}
		if points := s.points(i); points > most {
			best, most = i, points
		}
	}
	if best < 0 {
		return
	}
	best = s.overStandfirst(best, most)
	f.title = best
	m.title = undouble(f.lines[best])
	s.takeDoubles(best, m)
	m.title = stripOutlet(m.title, nonEmpty(m.outlet)...)
}

// A titleSearch is what the lines of a flattened text are judged by.
type titleSearch struct {
	*flatText
	top    int                 // first line of running text that belongs to the main text, from or above it
	stems  map[string]bool     // of the main text
	menu   map[string]int      // in how many lines outside the main text a stem stands
	double map[string]int      // by folded line: how often it stands there, alone or before a separator
	window [windowLines]string // the first lines, folded
	above  []int               // see textAbove
}

func (f *flatText) newTitleSearch() *titleSearch {
	s := &titleSearch{flatText: f, top: f.from, stems: map[string]bool{}, menu: map[string]int{}, double: map[string]int{}}
	n := 0
	for _, line := range f.lines[f.from:f.to] {
		if !proseLine(line) && !endsSentence(line) {
			continue
		}
		for _, stem := range stems(line) {
			s.stems[stem] = true
			n++
		}
		if n > bodyWords {
			break
		}
	}
	for _, line := range f.lines[max(0, f.from-extendLines):f.from] {
		if !proseLine(line) {
			for _, stem := range stems(line) {
				s.menu[stem]++
			}
		}
	}
	s.extend()
	for i, line := range f.lines[:min(len(f.lines), doubleLines)] {
		if len(line) < 12 || len(line) > 300 {
			continue
		}
		s.double[titleKey(line)]++
		for _, sep := range titleSeparators {
			if cutAt := strings.LastIndex(line, sep); cutAt > 0 {
				s.double[titleKey(line[:cutAt])]++
				break
			}
		}
		if i < windowLines && i < f.from && phraseReason(line) == "" {
			s.window[i] = titleKey(line)
		}
	}
	return s
}

func (s *titleSearch) inReach(i int) bool {
	return i < windowLines || i >= s.top-titleAbove && i < min(s.from+titleInside, s.to)
}

// points is how much speaks for line i as the title.
func (s *titleSearch) points(i int) float64 {
	line, like := s.lines[i], s.likeness(i)
	if like < leastLike {
		return 0
	}
	key := titleKey(line)
	sure := min(1, 2*like)
	if fewerWords(line, 4) { // buttons and names of sections stand twice, too
		sure = 0
	}
	points := likeText * like
	if s.double[key] > 1 {
		points += isDoubled * sure
	}
	for w, window := range s.window {
		if w != i && window != "" && 2*len(key) >= len(window) && strings.Contains(" "+window+" ", " "+key+" ") {
			points += inWindow * sure
			break
		}
	}
	if s.datedBelow(i) {
		points += overDate
	}
	if i > 0 && (breadcrumb(s.lines[i-1]) || isSection(s.lines[i-1])) {
		points += underTrail
	}
	return points - s.against(i)
}

// against is how much speaks against line i as the title.
func (s *titleSearch) against(i int) float64 {
	line := s.lines[i]
	points := 0.0
	if i < s.top-titleAbove {
		points += farAbove
	} else {
		next := i + 1
		for next < s.from && !proseLine(s.lines[next]) {
			next++
		}
		points += perLine*float64(next-i) + underText*float64(s.textAbove(i))
	}
	n := len(strings.Fields(line))
	points += perWord * float64(max(0, n-longTitle))
	if fewerWords(line, 4) {
		points += tooShort
	}
	if strings.HasSuffix(line, ".") && !strings.HasSuffix(line, "..") || strings.HasSuffix(line, "。") {
		points += sentence
	}
	return points
}

// overStandfirst returns the line of the title that stands right above line i if that is the standfirst: longer,
// and not much likelier to be the title itself. Dates and bylines may stand between them.
func (s *titleSearch) overStandfirst(i int, points float64) int {
	for j := i - 1; j >= max(0, i-3); j-- {
		if s.dateLine(j) || s.bylineAt(j) {
			continue
		}
		if s.titleLike(j) && !fewerWords(s.lines[j], 5) && len(s.lines[j]) < len(s.lines[i]) && s.points(j) >= points-0.5 {
			return j
		}
		break
	}
	return i
}

// fewerWords reports whether a line has fewer than n words; two characters of a script without spaces
// count as one.
func fewerWords(line string, n int) bool {
	if uncasedWide(line) {
		return utf8.RuneCountInString(line) < 2*n
	}
	return len(strings.Fields(line)) < n
}

// textAbove returns how many lines of running text above line i have their words in the main text.
func (s *titleSearch) textAbove(i int) int {
	first := max(0, s.top-titleAbove)
	if s.above == nil {
		s.above = []int{0}
		for _, line := range s.lines[first:min(s.from+titleInside, s.to)] {
			n := s.above[len(s.above)-1]
			if proseLine(line) {
				if shared, of := s.shared(line); 2*shared > of {
					n++
				}
			}
			s.above = append(s.above, n)
		}
	}
	return s.above[max(0, min(i-first, len(s.above)-1))]
}

func (s *titleSearch) datedBelow(i int) bool {
	for j := i + 1; j < min(i+6, len(s.lines)); j++ {
		if s.dateLine(j) || s.bylineAt(j) {
			return true
		}
	}
	return false
}

// likeness says how much of a line stands in the main text: the share of its longer words, less for
// lines of few words, which every text has. A line of running text inside the main text has all of them and is no
// title.
func (s *titleSearch) likeness(i int) float64 {
	if line := s.lines[i]; i >= s.from && (proseLine(line) || prose(line) && strings.HasSuffix(line, ".")) {
		return 0
	}
	n, of := s.shared(s.lines[i])
	return float64(n) / (float64(of) + fewWords)
}

// shared returns how many longer words of a line stand in the main text, and how many it has. Words of
// menus and buttons do not count.
func (s *titleSearch) shared(line string) (n, of int) {
	list := stems(line)
	for _, stem := range list {
		if s.stems[stem] && s.menu[stem] < menuLines {
			n++
		}
	}
	return n, len(list)
}

// extend looks for the beginning of the main text above its heaviest stretch: it is the first
// running text that has its words in common with the rest: advertisements and links to other pages may part the first paragraphs from the rest.
func (s *titleSearch) extend() {
	for i := max(0, s.from-extendLines); i < s.from; i++ {
		if !proseLine(s.lines[i]) || phraseReason(s.lines[i]) != "" {
			continue
		}
		if n, of := s.shared(s.lines[i]); n >= extendWords && 2*n >= of {
			s.top = i
			return
		}
	}
}

// takeDoubles marks the other lines above the main text that hold the title, and reads the name of the
// outlet from the one that has it behind a separator.
func (s *titleSearch) takeDoubles(title int, m *meta) {
	key := titleKey(s.lines[title])
	s.used[title] = true
	if title > 0 && breadcrumb(s.lines[title-1]) {
		s.used[title-1] = true
	}
	for i, line := range s.lines[:min(s.from, doubleLines)] {
		if i == title || len(line) > 400 || !strings.HasPrefix(titleKey(line), key) {
			continue
		}
		rest := strings.TrimPrefix(titleKey(line), key)
		if rest == "" {
			s.used[i] = true
			if spelledBetter(line, m.title) {
				m.title = undouble(line)
			}
			continue
		}
		if len(line) < len(s.lines[title]) {
			continue
		}
		for _, sep := range titleSeparators {
			cutAt := strings.LastIndex(line, sep)
			if cutAt <= 0 || titleKey(line[cutAt:]) != strings.TrimSpace(rest) && !strings.HasSuffix(rest, titleKey(line[cutAt:])) {
				continue
			}
			s.used[i] = true
			m.titleEnds = append(m.titleEnds, titleEnds(line)...)
			if name := outletName(line[cutAt+len(sep):], ""); m.outlet == "" && nameLike(name) {
				m.outlet = name
			}
			break
		}
	}
}

// stems returns the beginnings of the longer words of a line, folded, so that most inflected forms of
// a word are one, and pairs of ideographs.
func stems(line string) []string {
	const longest = 5 // characters of a stem
	line = cut(line, maxText)
	var out []string
	before := ""
	for _, t := range text.Tokenize(line, nil) {
		span := t.Span()
		word := line[span.Start:span.End]
		switch {
		case t.Kind == text.Ideograph && before != "":
			out = append(out, before+word)
			before = word
			continue
		case t.Kind == text.Ideograph:
			before = word
			continue
		case t.Kind == text.Number:
			out = append(out, word)
		default:
			if word = text.FoldWord(word); utf8.RuneCountInString(word) > 3 {
				out = append(out, string([]rune(word)[:min(longest, utf8.RuneCountInString(word))]))
			}
		}
		before = ""
	}
	return slices.Compact(out)
}
