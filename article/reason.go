package article

import "strings"

// The reasons that Removed gives.
const (
	isNavigation = "navigation"
	isRelated    = "links to other pages"
	isShare      = "share bar"
	isComment    = "comments"
	isConsent    = "consent notice"
	isNewsletter = "newsletter box"
	isCaption    = "photo caption"
	isAdvert     = "advertising"
	isFooter     = "footer"
	isAside      = "box beside the text"
	isForm       = "form"
	isByline     = "byline and date"
	isTags       = "topics"
	isBio        = "about the author"
	isHidden     = "text that is not shown"
	isDialog     = "window over the page"
	isPlayer     = "player"
	isNotice     = "standing notice"
	isOther      = "not part of the main text"
)

// furnitureOf returns what the name and the attributes of an element say that it is, empty if they
// say nothing. It names the reason why a block was left out; it does not decide that it is.
func furnitureOf(name string, a attributes) string {
	if a.class == "cap" { // not one name among others: “drop-cap” is running text
		return isCaption
	}
	if a.hidden || unshown(a.class) {
		return isHidden
	}
	if why := furnitureWords(a.class); why != "" {
		return why
	}
	if why := furnitureWords(a.id); why != "" {
		return why
	}
	switch a.role {
	case "navigation", "menu", "menubar", "search", "banner":
		return isNavigation
	case "contentinfo":
		return isFooter
	case "complementary":
		return isAside
	case "dialog", "alertdialog":
		return isDialog
	}
	if isCustom(name) {
		return furnitureWords(name)
	}
	return furnitureElements[name]
}

// unshown reports whether a class attribute holds one of the names that the style sheets in use
// everywhere give to text that only screen readers read out, such as “opens in a new window”.
func unshown(class string) bool {
	if !strings.Contains(class, "hidden") && !strings.Contains(class, "sr-only") && !strings.Contains(class, "screen-reader") {
		return false
	}
	for name := range strings.FieldsSeq(class) {
		switch strings.TrimPrefix(name, "u-") {
		case "visually-hidden", "visuallyhidden", "sr-only", "screen-reader-text", "screen-reader-only", "screen-reader":
			return true
		}
	}
	return false
}

var furnitureElements = map[string]string{
	"nav": isNavigation, "menu": isNavigation, "search": isNavigation, "footer": isFooter, "aside": isAside,
	"figcaption": isCaption, "caption": isCaption, "form": isForm, "button": isForm, "select": isForm, "dialog": isDialog,
}

// maxClassBytes is how many bytes of a class attribute are read; longer ones are machine-made.
const maxClassBytes = 400

// furnitureWords looks for a telling word among the names of a class or id attribute. The first counts,
// but “author-bio” is a box about the author.
func furnitureWords(names string) (why string) {
	anyName(names, func(name string) bool {
		switch next := furnitureNames[name]; {
		case why == "":
			why = next
		case why == isByline && next == isBio:
			why = isBio
		}
		return why != "" && why != isByline
	})
	return why
}

// anyName reports whether one of the names in a class or id attribute, in lower case, is what is looked
// for. Names are cut at everything that is no letter and where a capital follows a small letter, so
// that “site-nav”, “siteNav” and “site_nav” all hold the word “nav”.
func anyName(names string, is func(string) bool) bool {
	if len(names) > maxClassBytes {
		names = names[:maxClassBytes]
	}
	for i := 0; i < len(names); {
		if !isLetter(names[i]) {
			i++
			continue
		}
		j := i + 1
		for j < len(names) && isLetter(names[j]) && !(names[j] < 'a' && names[j-1] >= 'a') {
			j++
		}
		if is(strings.ToLower(names[i:j])) {
			return true
		}
		i = j
	}
	return false
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// furnitureNames holds words that name furniture in classes and ids. Words that also name wrappers
// of whole pages (“content”, “header”, “social” as a theme) are left out.
var furnitureNames = func() map[string]string {
	m := map[string]string{}
	for why, words := range map[string]string{
		isNavigation: "nav navbar navigation menu mainmenu submenu breadcrumb breadcrumbs pagination pager skip skiplink sitemap flyout translate switcher prev",
		isRelated: "related recommended recommendation recommendations trending popular mostread teaser teasers readmore outbrain taboola carousel latest " +
			"upnext mehrzumthema weiterlesen meistgelesen lireaussi leermas relacionadas relacionados relacionada correlati ilgili benzer ilgilihaber " +
			"cokokunan cokokunanlar poteme pohozhie pokhozhie",
		isShare: "share sharing sharebar shares addtoany sharethis addthis facebook whatsapp teilen partager compartir compartilhar condividi paylas podelitsya udostepnij",
		isComment: "comment comments commentlist disqus discussion kommentare leserkommentare commentaires comentarios commenti yorum yorumlar " +
			"kommentarii kommenty komentarze reacties",
		isConsent:    "cookie cookies consent gdpr onetrust didomi usercentrics cookiebot borlabs truste cmpbox klaro iubenda rgpd dsgvo cerez",
		isNewsletter: "newsletter newsletters subscribe subscription signup paywall piano regwall",
		isCaption:    "caption captions captionlink figcaption imagecaption legende legenda didascalia bildunterschrift bildtext bijschrift piedefoto",
		isAdvert:     "ad ads advert advertisement advertising sponsored promo werbung anzeige publicite publicidad publicidade pubblicita reklam reklama",
		isFooter:     "footer copyright fusszeile rodape podval",
		isByline:     "byline author authors dateline timestamp pubdate posted firma fecha autor auteur auteurs autore verfasser yazar tarih datum",
		isNotice:     "disclaimer disclosure",
		isBio:        "bio biography authorbio",
		isPlayer:     "audioplayer videoplayer mediaplayer jwplayer playlist",
		isTags:       "tag tags taglist topics keywords etiketler etiquetas schlagworte motscles",
	} {
		for word := range strings.FieldsSeq(words) {
			m[word] = why
		}
	}
	return m
}()
