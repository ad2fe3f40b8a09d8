package quote

import (
	"strings"
	"unicode"
)

// transcript reports whether a text is a transcript: at least three paragraphs, and a third of all, begin with a speaker's
// label and a colon.
func transcript(s string, paragraphs []paragraph) bool {
	n := 0
	for _, p := range paragraphs {
		if labelEnd(s[p.span.Start:p.span.End]) > 0 {
			n++
		}
	}
	return n >= 3 && 3*n >= len(paragraphs)
}

// labelEnd returns where the label at the beginning of a paragraph ends, before its colon; 0 if there is none. A label is one
// to five words, all in capitals or each with one.
func labelEnd(s string) int {
	colon := strings.IndexByte(s[:min(len(s), 80)], ':')
	if colon <= 0 || colon+1 >= len(s) || s[colon+1] != ' ' && s[colon+1] != '\n' {
		return 0
	}
	label := strings.TrimSpace(s[:colon])
	words := strings.Fields(label)
	if len(words) == 0 || len(words) > 5 {
		return 0
	}
	for _, w := range words {
		r := []rune(strings.Trim(w, "()[].,"))
		if len(r) == 0 || !unicode.IsUpper(r[0]) && !unicode.Is(unicode.Arabic, r[0]) {
			return 0
		}
	}
	return colon
}

// speakerTurn labels a paragraph of a transcript that begins with a speaker: the label is the source, its colon the cue, all else content. It
// reports false, and changes nothing, if the paragraph begins otherwise.
func speakerTurn(s string, q *sequence, ls []label) bool {
	start := q.words[0].start
	end := labelEnd(s[start:q.words[len(q.words)-1].end])
	if end == 0 {
		return false
	}
	colon := 0
	for colon < len(q.words) && q.words[colon].start < start+end {
		colon++
	}
	if colon == 0 || colon+1 >= len(q.words) {
		return false
	}
	clear(ls)
	paint(ls, 0, colon, sourceRole)
	paint(ls, colon, colon+1, cueRole)
	paint(ls, colon+1, len(ls), contentRole)
	return true
}

// paint labels words[from:to] as one span of the role.
func paint(ls []label, from, to int, r role) {
	for i := from; i < to; i++ {
		ls[i] = r.begin() + 1
	}
	if from < to {
		ls[from] = r.begin()
	}
	if to < len(ls) && ls[to] != outside && !ls[to].begins() {
		ls[to]--
	}
}

// teaser reports whether a paragraph points to another page: “Read more: …”.
func teaser(p string) bool {
	head := strings.ToLower(p[:min(len(p), 40)])
	for _, t := range teasers {
		if strings.HasPrefix(head, t) {
			rest := strings.TrimLeft(head[len(t):], " ")
			return rest == "" || strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, "|") || strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, "–") || strings.HasPrefix(rest, "»") || strings.HasPrefix(rest, ">")
		}
	}
	return false
}

var teasers = []string{
	"read more", "read also", "also read", "see also", "related", "more on this", "watch", "don't miss", "recommended", "you may also like", "more",
	"lesen sie auch", "mehr zum thema", "siehe auch", "lire aussi", "à lire aussi", "lea también", "lee también", "te puede interesar", "читайте также", "اقرأ أيضا", "اقرأ أيضًا", "اقرأ المزيد",
}
