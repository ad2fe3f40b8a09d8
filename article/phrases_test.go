package article

import (
	"slices"
	"strings"
	"testing"

	"hearsay/text"
)

// TestPhraseFile checks the stock of standing phrases: each stands there once, in a form that can be
// matched, under a reason that is known.
func TestPhraseFile(t *testing.T) {
	reasons := []string{isNavigation, isRelated, isShare, isComment, isConsent, isNewsletter, isAdvert, isFooter, isPlayer, isByline, isBio, isNotice}
	seen := map[string]string{}
	why := ""
	for line := range strings.Lines(phraseFile) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
			continue
		case line[0] == '[':
			if why = strings.Trim(line, "[]"); !slices.Contains(reasons, why) {
				t.Errorf("%q is no reason", why)
			}
			continue
		}
		phrase, open := strings.CutSuffix(line, "*")
		key := text.Fold(phrase)
		words := len(strings.Fields(key))
		switch {
		case words == 0 || strings.Contains(phrase, "*"):
			t.Errorf("%q cannot be matched", line)
		case open && words > phraseWords || len(phrase) > maxPhrase:
			t.Errorf("%q is too long to be matched", line)
		case open:
			key += " *"
		}
		if seen[key] != "" {
			t.Errorf("%q stands there twice, the first time as %q", line, seen[key])
		}
		seen[key] = line
	}
}

func TestPhrases(t *testing.T) {
	for line, want := range map[string]string{
		"Back to top ↑":     isNavigation,
		"Zum Seitenanfang":  isNavigation,
		"Haut de page":      isNavigation,
		"العودة إلى الأعلى": isNavigation,
		"Вернуться наверх":  isNavigation,
		"Sayfa başına dön":  isNavigation,
		"返回顶部":              isNavigation,
		"12 Kommentare":     isComment,
		"Посмотреть комментарии (3)":        isComment,
		"לכל התגובות (14)":                  isComment,
		"Te puede interesar: Otra grúa cae": isRelated,
		"यह भी पढ़ें: पुल बंद":              isRelated,
		"Nyhetsbrev": isNewsletter,
		"Пользовательское соглашение":               isConsent,
		"このサイトについて":                                 isFooter,
		"Tüm hakları saklıdır.":                     isFooter,
		"5 min read":                                isByline,
		"وقت القراءة: 3 دقائق":                      isByline,
		"Posłuchaj artykułu":                        isPlayer,
		"Artikel wird nach der Anzeige fortgesetzt": isAdvert,
		// What an article says.
		"The mayor went back to the top of the hill to read more.":      "",
		"“I agree,” she said.":                                          "",
		"Más de 100 personas cruzaron el puente.":                       "",
		"This article was originally published by the Dellmar Courier.": "",
		"Source: Reuters": "",
		"Sponsored by the port, the bill passed on Monday.":                      "",
		"Editor's note: an earlier version of this story gave the wrong street.": "",
	} {
		if got := phraseReason(line); got != want {
			t.Errorf("phraseReason(%q) = %q, want %q", line, got, want)
		}
	}
}
