package article

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"hearsay/text"
)

// Words around the name of a house that make it the credit of a picture. The label of a picture is
// followed by a mark or by a word for the maker: “pictures that Reuters published” are none.
var (
	photoBefore = regexp.MustCompile(`(?i)(?:^|[^\p{L}])(?:(?:photo|photos|photograph|picture|pictures|pic|image|images|video|foto|fotos|bild|bilder|symbolbild|archivbild|file|fotografie|imagen|imágenes|immagine|zdjęcie|kuva|фото|صورة|صور|عکس|照片|写真|图片)` +
		`(?:\s?\((?:file|archiv|archive|archivo)\))?(?:\s(?:by|von|par|de|di|credit|credits|copyright|courtesy|courtesy of|provided by|via|from)\s|\s{0,2}[:：/|©=–-])|©|تصوير)\s{0,2}[^.!?\n]{0,50}$`)
	photoAfter = regexp.MustCompile(`(?i)^(?:['’]s)?\s{0,2}(?:photos?/|photos?$|photo\b|via\sgetty|/getty|via\sap\b|via\sreuters|pool photo|file photo|foto\b|images\b)`)
	// photographer is a name in front of the house, as desks write it: “Jane Doe/AP”, “Jane Doe, File/AP”,
	// “Paulo Roe/Pool via AP”.
	photographer = regexp.MustCompile(`\p{Lu}[\p{L}\p{M}.'’-]{0,30}(?:\s\p{L}{2,3})?\s\p{Lu}[\p{L}\p{M}'’-]{1,30}(?:,\s?(?:[Ff]ile|[Pp]ool|[Aa]rchiv\p{L}{0,2}|[Hh]andout))?\s?(?:/\s?(?:(?:[Pp]ool|POOL|[Hh]andout)\s(?:[Pp]hoto\s)?via\s|(?:[A-Z][\p{L}.-]{1,30}/)?)|\svia\s)$`)
)

// photoCredits returns the credits of pictures that stand in the running text: “AP Photo/Jane Doe”,
// “[File: Jane Doe/Reuters]”, “AFP via Getty Images”. They count only in brackets, in a short
// paragraph, or right behind the name of a photographer and a slash.
func photoCredits(s string, known []agencyMention) []Credit {
	var out []Credit
	for _, m := range known {
		if len(out) == maxCredits {
			break
		}
		if pictureCredit(s, m.span) || m.agency.photo && houseAlone(s, m) {
			out = append(out, credit(Photo, m.agency.name, s, m.span.Start, m.span.End))
		}
	}
	return out
}

var captionEnd = regexp.MustCompile(`[\p{L}\p{M}\d]\s[(（\[]([^()（）\[\]\n]{2,60})[)）\]]$`)

// captionCredit finds the credit at the end of a line that is no sentence and stands above or within the
// text: “Ferries at the northern quay (Reuters)”. Sentences end with a mark before the brackets.
func captionCredit(s string) []Credit {
	if len(s) > maxTail/2 || len(strings.Fields(s)) < 4 {
		return nil
	}
	m := captionEnd.FindStringSubmatchIndex(s)
	if m == nil || strings.ContainsAny(s[:m[2]], ".!?؟。") {
		return nil
	}
	var out []Credit
	for _, f := range sourcesIn(s[m[2]:m[3]], nil) {
		if f.kind != Pool && !slices.ContainsFunc(out, func(o Credit) bool { return o.Agency == f.name }) {
			out = append(out, credit(Photo, f.name, s, m[2], m[3]))
		}
	}
	return out
}

// pictureCredit reports whether the words around the name of a house credit it with a picture.
func pictureCredit(s string, span text.Span) bool {
	before, after := s[max(0, span.Start-120):span.Start], s[span.End:]
	if photographer.MatchString(before) || strings.HasPrefix(after, " Photo/") {
		return true
	}
	start, end := around(s, span.Start, span.End)
	if start < 0 {
		if len(s) > maxTail/2 {
			return false
		}
		start, end = 0, len(s)
	}
	if end-start > maxTail/2 {
		return false
	}
	inside := s[start:end]
	return photoBefore.MatchString(s[start:span.Start]) || photoAfter.MatchString(s[span.End:end]) || len(inside) < len(s) && pictureBy(deskWord.ReplaceAllString(inside, "/"))
}

// houseAlone reports whether the name of a house that supplies pictures stands where its credit does:
// in brackets, behind a slash, or at an end of a short line, bound to no sentence. In the middle of
// a sentence the text speaks of the house.
func houseAlone(s string, m agencyMention) bool {
	start, end := around(s, m.span.Start, m.span.End)
	if start >= 0 {
		return end-start <= maxTail/2 && !(m.guarded && end-start > 40)
	}
	before, after := lineAround(s, m.span)
	switch {
	case strings.HasSuffix(before, "/") || strings.HasPrefix(after, "/"):
		return true
	case len(before)+len(after) > maxTail:
		return false
	case m.guarded:
		return after == "" && !linkWords[lastWords(before, 1)]
	}
	return before == "" || strings.TrimRight(after, ".") == "" && !linkWords[lastWords(before, 1)]
}

// lineAround returns what stands before and behind a span in its line, at most a little more than maxTail
// bytes of each.
func lineAround(s string, span text.Span) (before, after string) {
	before, after = s[max(0, span.Start-maxTail-1):span.Start], s[span.End:min(len(s), span.End+maxTail+1)]
	if i := strings.LastIndexByte(before, '\n'); i >= 0 {
		before = before[i+1:]
	}
	if i := strings.IndexByte(after, '\n'); i >= 0 {
		after = after[:i]
	}
	return strings.Trim(before, " \u00a0"), strings.Trim(after, " \u00a0")
}

// linkWords bind a name to the sentence before it: “a spokesman for the EPA”.
var linkWords = foldedWords(`the a an of by to for with at from in on and or der die das dem von und la le les de del du des et y e el il`)

// around returns the inside of the brackets around s[from:to], or -1 if it stands in none within 160
// bytes.
func around(s string, from, to int) (start, end int) {
	left := strings.LastIndexAny(s[max(0, from-160):from], "([（")
	if left < 0 {
		return -1, -1
	}
	left += max(0, from-160)
	if strings.ContainsAny(s[left:from], ")]）") {
		return -1, -1
	}
	right := strings.IndexAny(s[to:min(len(s), to+160)], ")]）")
	if right < 0 {
		return -1, -1
	}
	_, size := utf8.DecodeRuneInString(s[left:])
	return left + size, to + right
}
