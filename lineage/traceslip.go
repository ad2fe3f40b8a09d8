package lineage

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay/text"
)

// A slip is a mistake of punctuation or typing that stands before or in a word.
type slip struct {
	kind slipKind
	word int       // the word behind it; of a double word the second, of joined words the one that they make
	span text.Span // what shows it
}

type slipKind int

const (
	doubledMark  slipKind = iota // “end.. The”
	missingSpace                 // “end,the”
	joinedWords                  // “end.The”, which is one word
	doubleWord                   // “the the”
	openBracket                  // “(the end.”
	openQuote                    // ““the end.”
	slipKinds
)

// slipsOf returns the slips of a text, sorted by word, without those of a kind that it has in more than
// habit places.
func (s *search) slipsOf(n int) []slip {
	if all, ok := s.tracing.slips[n]; ok {
		return all
	}
	if s.tracing.slips == nil {
		s.tracing.slips = map[int][]slip{}
	}
	doc := s.article(n).Doc
	all := append(findSlips(doc), unclosed(doc)...)
	var count [slipKinds]int
	for _, x := range all {
		count[x.kind]++
	}
	all = slices.DeleteFunc(all, func(x slip) bool { return count[x.kind] > habit })
	slices.SortFunc(all, func(a, b slip) int { return a.span.Start - b.span.Start })
	s.tracing.slips[n] = all
	return all
}

// findSlips returns the slips in and between the words of a text, as far as one of a kind may count.
func findSlips(doc *text.Doc) []slip {
	var out []slip
	var count [slipKinds]int
	add := func(kind slipKind, i int, span text.Span) {
		if count[kind]++; count[kind] <= habit+1 {
			out = append(out, slip{kind, i, span})
		}
	}
	tokens := doc.Tokens()
	for i, k := range tokens {
		if k.Kind == text.Word && joined(doc.Text(k.Span())) {
			add(joinedWords, i, k.Span())
		}
		if i == 0 {
			continue
		}
		between := gap(doc, i)
		if between.Start > between.End {
			continue
		}
		both := text.Span{Start: tokens[i-1].Span().Start, End: k.Span().End}
		lettered := tokens[i-1].Kind == text.Word && k.Kind == text.Word
		switch g := doc.Text(between); {
		case lettered && (g == "," || g == "،" || g == ";" || g == "؛"):
			add(missingSpace, i, both)
		case lettered && k.Hash == tokens[i-1].Hash && isBlank(g) && utf8.RuneCountInString(doc.Text(k.Span())) > 1:
			add(doubleWord, i, both)
		case isDoubled(strings.TrimSpace(g)) && !unicode.In(lastLetter(doc, i-1), unicode.Arabic, unicode.Hebrew):
			add(doubledMark, i, text.Span{Start: tokens[i-1].Span().Start, End: between.End - len(g) + len(strings.TrimRightFunc(g, unicode.IsSpace))})
		}
	}
	return out
}

// isBlank reports whether nothing but space on one line stands between two words. Across lines a word
// may be set twice on purpose: a place line that repeats the end of a heading.
func isBlank(g string) bool { return g != "" && strings.Trim(g, " \u00a0") == "" }

func lastLetter(doc *text.Doc, i int) rune {
	r, _ := utf8.DecodeLastRuneInString(word(doc, i))
	return r
}

// isDoubled reports whether marks are a full stop or a comma set twice. Three full stops are an
// ellipsis; in Arabic and Hebrew two of them are a pause.
func isDoubled(marks string) bool {
	switch marks {
	case "..", ",,", ".,", ",.":
		return true
	}
	return false
}

// joined reports whether a word is two that a full stop joins, as where a space is missing behind a
// sentence: small letters before it, a capital and small letters behind. So “Ph.D”, “U.S” and
// “losk.example” are none.
func joined(w string) bool {
	before, after, ok := strings.Cut(w, ".")
	if !ok || strings.ContainsRune(after, '.') || utf8.RuneCountInString(before) < 3 || utf8.RuneCountInString(after) < 2 {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	first, size := utf8.DecodeRuneInString(after)
	second, _ := utf8.DecodeRuneInString(after[size:])
	return unicode.IsLower(last) && unicode.IsUpper(first) && unicode.IsLower(second)
}

// slips returns the slips that both texts have at the same place.
func (l *look) slips() []trace {
	var out []trace
	for _, x := range l.slipsOf(l.to) {
		if t, ok := l.slip(x); ok {
			out = append(out, t)
		}
	}
	return out
}

// slip compares the other texts at the place of a slip. Where there is none to compare, it may be meant
// so.
func (l *look) slip(x slip) (trace, bool) {
	j, ok := l.slipPlace(l.t, x)
	if !ok || !l.slipCounts(x) || !hasSlip(l.slipsOf(l.from), x.kind, j) {
		return trace{}, false
	}
	out := trace{kind: SharedSlip, tokens: Run{x.word, x.word}, span: x.span, twin: j}
	if x.kind == joinedWords {
		out.tokens.To++
	}
	var forms tally
	for _, o := range l.pages {
		n := o.other(l.to)
		j, ok := l.slipPlace(o, x)
		switch {
		case ok && hasSlip(l.slipsOf(n), x.kind, j):
			out.holders++
		case ok, l.written(o, x, &forms):
			out.others++
		}
	}
	if out.others == 0 || !out.rare() || x.kind == doubleWord && l.meantTwice(x, out) {
		return trace{}, false
	}
	out.weigh(slipWeight)
	out.says, out.rest = l.saySlip(x), sayOthers(out, forms.write())
	return out, true
}

// meantTwice reports whether a double word may be meant: other texts of the story have it too, or only
// one text has the word once, which may leave out what belongs there. “Deputy deputy” is a title.
func (l *look) meantTwice(x slip, found trace) bool {
	return found.others < 2 || l.lexicon().doubles[l.doc.Tokens()[x.word].Hash] > l.sharing(found)
}

// slipPlace returns the word of the other node of a tie that stands where a slip would show it.
func (l *look) slipPlace(t *tie, x slip) (int, bool) {
	if x.kind == joinedWords || x.word == 0 {
		p, ok := l.spot(t, l.to, x.word)
		return p.at, ok && p.equal
	}
	return l.sharedGap(t, x.word)
}

// written reports whether another text has the words of a slip without it, though they are other words
// there: the word once, or two words for the one.
func (l *look) written(o *tie, x slip, forms *tally) bool {
	doc := l.article(o.other(l.to)).Doc
	switch x.kind {
	case doubleWord:
		first, ok := l.spot(o, l.to, x.word-1)
		second, ok2 := l.spot(o, l.to, x.word)
		return ok && ok2 && first.equal != second.equal
	case joinedWords:
		p, ok := l.spot(o, l.to, x.word)
		if !ok || p.equal || p.own.To-p.own.From != 1 || p.their.To-p.their.From != 2 {
			return false
		}
		before, after, _ := strings.Cut(word(l.doc, x.word), ".")
		if text.FoldWord(before) != text.FoldWord(word(doc, p.their.From)) || text.FoldWord(after) != text.FoldWord(word(doc, p.their.From+1)) {
			return false
		}
		tokens := doc.Tokens()
		forms.add(oneLine(doc.Text(text.Span{Start: tokens[p.their.From].Span().Start, End: tokens[p.their.From+1].Span().End})))
		return true
	}
	return false
}

// slipCounts reports whether a slip stands in words that count. An opened quotation mark stands before
// what it quotes.
func (l *look) slipCounts(x slip) bool {
	i := x.word
	if x.kind == openQuote && i > 0 {
		i--
	}
	return len(l.own.Within(Runs{{i, i + 1}})) > 0
}

func hasSlip(slips []slip, kind slipKind, word int) bool {
	return slices.ContainsFunc(slips, func(x slip) bool { return x.kind == kind && x.word == word })
}

func (l *look) saySlip(x slip) string {
	shown := excerpt(l.doc.Text(x.span))
	switch x.kind {
	case doubledMark:
		return fmt.Sprintf("both set a mark twice in “%s”", shown)
	case missingSpace, joinedWords:
		return fmt.Sprintf("both leave no space in “%s”", shown)
	case doubleWord:
		return fmt.Sprintf("both write “%s”, the same word twice", shown)
	case openBracket:
		return fmt.Sprintf("both open a bracket in “%s” and do not close it", shown)
	}
	return fmt.Sprintf("both open a quotation mark in “%s” and do not close it", shown)
}
