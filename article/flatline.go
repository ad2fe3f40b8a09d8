package article

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// breadcrumb reports whether a line shows the way from the front page to the one at hand: “Home > News
// > Abroad”.
func breadcrumb(s string) bool {
	for _, mark := range [...]string{">", "»", "›", "→", "/", "«", "‹"} {
		parts := strings.Split(s, mark)
		if len(parts) < 3 || len(parts) > 6 || len(s) > 120 {
			continue
		}
		short := func(part string) bool { return strings.TrimSpace(part) != "" && len(strings.Fields(part)) <= 4 }
		if !slices.ContainsFunc(parts, func(part string) bool { return !short(part) }) {
			return !strings.ContainsFunc(s, unicode.IsDigit)
		}
	}
	return false
}

// titleLike reports whether line i can be a title: a headline, and none of the lines that look like
// one around it.
func (f *flatText) titleLike(i int) bool {
	line := f.lines[i]
	return headline(line) && !breadcrumb(line) && !isSection(line) && phraseReason(line) == "" && !captionLine(line) &&
		!strings.ContainsAny(line, "{}<>=°@") && !(fewerWords(line, 8) && f.dateLine(i)) && !f.bylineOnly(i)
}

// bylineOnly reports whether line i is a byline and no headline that begins with a word like “by”: “Von
// Dellmar nach Losk: …”.
func (f *flatText) bylineOnly(i int) bool {
	if !f.bylineAt(i) {
		return false
	}
	rest, _ := cutBy(f.lines[i])
	return fewerWords(f.lines[i], 8) || len(cleanNames([]string{withoutDate(rest)}, "", true)) > 1
}

// headline reports whether a line can be a headline: some words, no address, no date alone, no
// sentence as long as a paragraph.
func headline(s string) bool {
	words := len(strings.Fields(s))
	if uncasedWide(s) {
		words = utf8.RuneCountInString(s) / 2
	}
	if words < 3 || words > 40 || len(s) > 400 || strings.Contains(s, "://") || strings.Contains(s, " | ") && words < 8 {
		return false
	}
	_, dated := parseDate(s, "")
	return !(dated && words < 10) && !strings.HasPrefix(s, "©") && !strings.HasSuffix(s, ":")
}

// pictureWords begin the lines below pictures.
var pictureWords = foldedWords(`photo photos photograph picture pictured image images file illustration video caption credit foto fotos bild symbolbild symbolfoto archivbild archivfoto
	bildquelle quelle fotografie imagen imágenes foto crédito légende crédit source photographie immagine zdjęcie kuva фото видео изображение صورة الصورة صور تصوير عکس görsel fotoğraf 写真 照片`)

// captionLine reports whether a line is the caption or the credit of a picture: it begins with a word
// for a picture and a colon, or names a photographer behind ©.
func captionLine(s string) bool {
	if strings.Contains(s, "©") || strings.Contains(s, "Getty Images") || strings.Contains(s, "Shutterstock") {
		return true
	}
	first, _, ok := strings.Cut(cut(s, 40), ":")
	if ok && pictureWords[firstWords(first, 1)] && len(strings.Fields(first)) <= 2 {
		return true
	}
	return len(s) < 200 && strings.ContainsAny(s, "([/") && len(photoCredits(s, agencies.mentions(s))) > 0
}
