package article

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

var (
	photoBefore = regexp.MustCompile(`(?i)(?:photo|photograph|picture|pic|image|foto|fotos|bild|symbolbild|archivbild|file|©|fotografie|imagen|immagine|zdjęcie|kuva|фото|صورة|تصوير|عکس|照片|写真)(?:\s(?:by|von|par|de|di|credit|courtesy))?\s{0,2}[:：/|©(–-]?\s{0,2}[^.!?\n]{0,50}$`)
	photoAfter  = regexp.MustCompile(`(?i)^(?:['’]s)?\s{0,2}(?:photos?\b|photo/|via\sgetty|/getty|via\sap|via\sreuters|pool photo|file photo|foto|images)`)
)

// photoCredits returns the credits of pictures that stand in the running text: “AP Photo/Jane Doe”,
// “[File: Jane Doe/Reuters]”, “AFP via Getty Images”. They count only in brackets or in a short
// paragraph: “a photo that Reuters published” is no credit of a picture.
func photoCredits(s string, known []agencyMention) []Credit {
	var out []Credit
	for _, m := range known {
		start, end := around(s, m.span.Start, m.span.End)
		if start < 0 && len(s) > maxTail/2 {
			if !strings.HasPrefix(s[m.span.End:], " Photo/") {
				continue
			}
		}
		if start < 0 {
			start, end = 0, len(s)
		}
		if end-start > maxTail/2 {
			continue
		}
		if m.agency.photo || photoBefore.MatchString(s[start:m.span.Start]) || photoAfter.MatchString(s[m.span.End:end]) {
			if len(out) == maxCredits {
				break
			}
			out = append(out, credit(Photo, m.agency.name, s, m.span.Start, m.span.End))
		}
	}
	return out
}

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
