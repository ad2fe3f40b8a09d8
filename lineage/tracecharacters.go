package lineage

import (
	"fmt"
	"strings"
	"unicode"

	"hearsay/article"
	"hearsay/text"
)

// A character is an invisible character of an article, or a word with look-alike letters, at its place
// among the words.
type character struct {
	article.Trace
	word   int // the word that holds it, or that it stands before
	inside bool
	at     int // inside a word: how many visible characters come before it
}

// characters returns the places where both texts have the same invisible characters or look-alike
// letters. Characters that either text has in many places are the way of its program, and those at the
// edge of a paragraph, or at the edge of the text, are what editors leave where one pastes; neither
// shows where the words came from.
func (l *look) characters() []trace {
	var out []trace
	own := l.charactersOf(l.to)
	if len(own) == 0 {
		return nil
	}
	theirs := l.charactersOf(l.from)
	for _, c := range own {
		j, ok := l.twinOf(c.word)
		if c.Kind == article.Invisible && !c.inside {
			j, ok = l.twinGap(c.word)
		}
		if !ok || !has(theirs, c, j) || !l.counts(c) {
			continue
		}
		x := trace{kind: SharedCharacters, tokens: Run{c.word, c.word + 1}, span: c.Span, twin: j}
		if c.Kind == article.Invisible && !c.inside {
			x.tokens.To-- // the words around it say what they say without it
		}
		var forms tally
		for _, o := range l.pages {
			l.compareCharacter(&x, &forms, c, o)
		}
		if x.rare() {
			x.weigh(charactersWeight)
			x.says, x.rest = l.sayCharacter(c), sayOthers(x, forms.write())
			out = append(out, x)
		}
	}
	return out
}

// characterOdds returns what the characters that both texts of a tie have say for either as the source of
// the other. Collation does not see them: the words are the same without them.
func (s *search) characterOdds(t *tie, to int) float64 {
	if len(s.article(t.x).Traces) == 0 || len(s.article(t.y).Traces) == 0 {
		return 0
	}
	sum := 0.0
	for _, x := range s.look(t, to).characters() {
		sum += x.weight
	}
	return min(sum, mostCharacterOdds)
}

// compareCharacter asks one other page for the character.
func (l *look) compareCharacter(x *trace, forms *tally, c character, o *tie) {
	p, ok := l.spot(o, l.to, c.word)
	switch {
	case !ok:
		return
	case c.Kind == article.LookAlike && !p.equal:
		if p.own.To-p.own.From == p.their.To-p.their.From {
			forms.add(word(l.article(o.other(l.to)).Doc, p.their.From+c.word-p.own.From))
			x.others++
		}
		return
	case c.Kind == article.Invisible && !c.inside:
		p.at, p.equal = l.sharedGap(o, c.word)
	}
	switch {
	case !p.equal:
	case has(l.charactersOf(o.other(l.to)), c, p.at):
		x.holders++
	default:
		x.others++
	}
}

// counts reports whether a character stands in a place of its own: inside the words of the tie that
// count, and not where two paragraphs meet.
func (l *look) counts(c character) bool {
	if c.inside || c.Kind == article.LookAlike {
		return len(l.own.Within(Runs{{c.word, c.word + 1}})) > 0
	}
	return len(l.own.Within(Runs{{c.word - 1, c.word + 1}})) > 0 && !strings.Contains(l.doc.Text(gap(l.doc, c.word)), "\n")
}

func has(all []character, c character, word int) bool {
	for _, x := range all {
		if x.word == word && x.Kind == c.Kind && x.inside == c.inside && x.at == c.at &&
			(x.Kind == article.LookAlike || x.Exact == c.Exact) {
			return true
		}
	}
	return false
}

// mostCharacters bounds the characters of an article that are compared; a page that holds more kinds of
// them in few places each was made to.
const mostCharacters = 32

// charactersOf returns the first traces of an article that stand in no more than habit places with the same
// characters, except those before its first word and behind its last.
func (s *search) charactersOf(n int) []character {
	a := s.article(n)
	if len(a.Traces) == 0 {
		return nil
	}
	if all, ok := s.tracing.characters[n]; ok {
		return all
	}
	if s.tracing.characters == nil {
		s.tracing.characters = map[int][]character{}
	}
	tokens := a.Doc.Tokens()
	uses := map[string]int{}
	for _, x := range a.Traces {
		uses[x.Codes]++
	}
	var out []character
	for _, x := range a.Traces {
		if len(out) == mostCharacters {
			break
		}
		if uses[x.Codes] > habit || x.Span.Start < 0 || x.Span.Empty() || x.Span.End > a.Doc.Len() {
			continue
		}
		c := character{Trace: x, word: runOf(a.Doc, x.Span).From}
		if c.word > 0 && x.Span.Start < tokens[c.word-1].Span().End {
			c.word--
			c.inside = x.Span.Start > tokens[c.word].Span().Start
			c.at = visible(a.Doc.Text(text.Span{Start: tokens[c.word].Span().Start, End: x.Span.Start}))
		}
		if c.word < len(tokens) && (c.inside || c.word > 0 || x.Kind == article.LookAlike) {
			out = append(out, c)
		}
	}
	s.tracing.characters[n] = out
	return out
}

// visible counts the characters of a word that are seen.
func visible(w string) int {
	n := 0
	for _, r := range w {
		if unicode.IsGraphic(r) && !unicode.Is(unicode.Mn, r) {
			n++
		}
	}
	return n
}

func (l *look) sayCharacter(c character) string {
	switch {
	case c.Kind == article.LookAlike:
		return fmt.Sprintf("both write “%s” with letters that look like others (%s)", excerpt(c.Exact), c.Codes)
	case c.inside:
		return fmt.Sprintf("both have an invisible character inside “%s” (%s)", excerpt(seen(word(l.doc, c.word))), c.Codes)
	}
	return fmt.Sprintf("both have an invisible character between “%s” and “%s” (%s)",
		excerpt(seen(word(l.doc, c.word-1))), excerpt(seen(word(l.doc, c.word))), c.Codes)
}

// seen returns what a reader sees of a word.
func seen(w string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsGraphic(r) {
			return r
		}
		return -1
	}, w)
}
