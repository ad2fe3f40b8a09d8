package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	uax "github.com/clipperhouse/uax29/v2/sentences"
)

// paragraphs cuts s as described at Doc.Paragraphs.
func paragraphs(s string) []Span {
	var lines []Span
	blank := false
	for at := 0; at < len(s); {
		end := len(s)
		if i := strings.IndexByte(s[at:], '\n'); i >= 0 {
			end = at + i
		}
		if line := trim(s, Span{at, end}); !line.Empty() {
			lines = append(lines, line)
		} else if end < len(s) {
			blank = true
		}
		at = end + 1
	}
	if !blank && !hardWrapped(s, lines) {
		return lines
	}
	var out []Span
	for i, line := range lines {
		if i > 0 && strings.Count(s[lines[i-1].End:line.Start], "\n") < 2 {
			out[len(out)-1].End = line.End
			continue
		}
		out = append(out, line)
	}
	return out
}

// hardWrapped reports whether the lines are pieces of running text rather than paragraphs: there are
// at least three, and of those before the last more than half end inside a sentence although they
// are as long as lines usually are.
func hardWrapped(s string, lines []Span) bool {
	if len(lines) < 3 {
		return false
	}
	open := 0
	for _, line := range lines[:len(lines)-1] {
		last, _ := utf8.DecodeLastRuneInString(s[line.Start:line.End])
		if line.Len() >= 40 && (unicode.IsLetter(last) || unicode.IsDigit(last) || last == ',' || last == '-') {
			open++
		}
	}
	return 2*open > len(lines)-1
}

// trim returns the span without the white space at its ends.
func trim(s string, span Span) Span {
	w := s[span.Start:span.End]
	start := span.Start + len(w) - len(strings.TrimLeftFunc(w, blankRune))
	end := span.Start + len(strings.TrimRightFunc(w, blankRune))
	return Span{start, max(start, end)}
}

func blankRune(r rune) bool { return unicode.IsSpace(r) || r == 0xfeff || r == 0x200b }

// sentences cuts each paragraph by the default rules of UAX #29 and then joins what those rules cut
// wrongly: after abbreviations and initials, before lower case, and before a lone closing quote.
func sentences(s string, paragraphs []Span) []Span {
	out := make([]Span, 0, len(s)/100+1)
	for _, p := range paragraphs {
		// A line end inside a paragraph is only a wrapped line, but UAX #29 would break there.
		view := strings.ReplaceAll(s[p.Start:p.End], "\n", " ")
		first := len(out)
		for it := uax.FromString(view); it.Next(); {
			span := trim(s, Span{p.Start + it.Start(), p.Start + it.End()})
			if span.Empty() {
				continue
			}
			if len(out) > first && !sentenceEnds(s, out[len(out)-1], span) {
				out[len(out)-1].End = span.End
				continue
			}
			out = append(out, span)
		}
	}
	return out
}

// sentenceEnds reports whether a sentence really ends between the two pieces.
func sentenceEnds(s string, before, after Span) bool {
	a, b := s[before.Start:before.End], s[after.Start:after.End]
	next, _ := utf8.DecodeRuneInString(b)
	if unicode.IsLower(next) || onlyClosing(b) {
		return false
	}
	if !strings.HasSuffix(a, ".") {
		return true
	}
	at := strings.LastIndexFunc(a, unicode.IsSpace) + 1
	word := a[at:]
	word = strings.TrimLeftFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	switch {
	case word == "г." && endsInDigit(a[:at]): // Russian: the year, not the town
		return true
	case titles[word]:
		return false
	case initial(word): // “J. Smith”, but “Plan B. Then …” cannot be told apart
		return !unicode.IsUpper(next)
	case numbered[word]:
		return !unicode.IsDigit(next)
	case abbreviations[word] || strings.Count(word, ".") > 1:
		return startsSentence(b)
	}
	return true
}

func endsInDigit(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRightFunc(s, unicode.IsSpace))
	return unicode.IsDigit(r)
}

// onlyClosing reports whether s holds no word, only closing marks that belong to what comes before.
func onlyClosing(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) })
}

func initial(word string) bool {
	r, size := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r) && word[size:] == "."
}

// startsSentence reports whether s begins with a word that mostly begins sentences. After an
// abbreviation such as “U.S.” this is the only clue: a name may follow as well as a new sentence.
func startsSentence(s string) bool {
	end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
	if end < 0 {
		end = len(s)
	}
	return openers[s[:end]]
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

var (
	// titles are abbreviations that a name or a word must follow.
	titles = set(`Mr. Mrs. Ms. Mx. Dr. Prof. St. Ste. Sen. Rep. Gov. Gen. Lt. Col. Maj. Capt. Cmdr. Sgt.
		Cpl. Pvt. Adm. Brig. Ret. Rev. Hon. Pres. Amb. Insp. Supt. Fr. Sr. Msgr. Mt. Ft. vs. v. cf. e.g. i.e. approx. ca.
		Hr. Fr. Dipl. Ing. bzw. ca. z.B. u.a. d.h. M. MM. Mme. Mlle. Dra. Sra. Srta. Ud. г. г-н им. ул. т.е.`)
	// numbered are abbreviations that a number must follow.
	numbered = set(`No. Nos. no. nos. Nr. Art. art. Sec. pp. p. Vol. vol. Fig. fig. Ch. ch. Abs. стр. №.`)
	// abbreviations may end a sentence or not.
	abbreviations = set(`Jr. Sr. Inc. Corp. Co. Ltd. Bros. Dept. Dist. Univ. Assn. Ave. Blvd. Rd. etc. al.
		Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec. Mon. Tue. Tues. Wed. Thu. Thurs. Fri. Sat. Sun.
		Ala. Ariz. Ark. Calif. Colo. Conn. Del. Fla. Ga. Ill. Ind. Kan. Ky. La. Md. Mass. Mich. Minn. Miss. Mo. Mont.
		Neb. Nev. Okla. Ore. Pa. Tenn. Tex. Vt. Va. Wash. Wis. Wyo. a.m. p.m. usw. Mio. Mrd. Str. т.д. т.п. млн. млрд. тыс. руб.`)
	openers = set(`The A An In On At It He She They We I But And This That These Those There If When While After
		Before As By For From His Her Their Its Our My One Some Many Most No Not Now So Then Yet Since Although However
		Meanwhile Also Both Each Even Other What Who Why How Where Under With Without Der Die Das Ein Eine Er Sie Es Im
		Am Und Aber Le La Les Un Une Il Elle El Los Las En Sin`)
)
