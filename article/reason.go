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
	isOther      = "not part of the main text"
)

// furnitureOf returns what the name and the attributes of an element say that it is, empty if they
// say nothing. It names the reason why a block was left out; it does not decide that it is.
func furnitureOf(name string, a attributes) string {
	if a.class == "cap" { // not one name among others: “drop-cap” is running text
		return isCaption
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
	}
	return furnitureElements[name]
}

var furnitureElements = map[string]string{
	"nav": isNavigation, "menu": isNavigation, "search": isNavigation, "footer": isFooter, "aside": isAside,
	"figcaption": isCaption, "caption": isCaption, "form": isForm, "button": isForm, "select": isForm, "dialog": isConsent,
}

// maxClassBytes is how many bytes of a class attribute are read; longer ones are machine-made.
const maxClassBytes = 400

// furnitureWords looks for a telling word among the names of a class or id attribute. Names are cut
// at everything that is no letter and where a capital follows a small letter, so that
// “site-nav”, “siteNav” and “site_nav” all hold the word “nav”.
func furnitureWords(names string) string {
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
		if why, ok := furnitureNames[strings.ToLower(names[i:j])]; ok {
			return why
		}
		i = j
	}
	return ""
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// furnitureNames holds words that name furniture in classes and ids. Words that also name wrappers
// of whole pages (“content”, “header”, “social” as a theme) are left out.
var furnitureNames = func() map[string]string {
	m := map[string]string{}
	for why, words := range map[string]string{
		isNavigation: "nav navbar navigation menu submenu breadcrumb breadcrumbs pagination pager skiplink sitemap",
		isRelated:    "related recommended recommendation recommendations trending popular mostread teaser teasers readmore outbrain taboola",
		isShare:      "share sharing sharebar shares addtoany sharethis addthis",
		isComment:    "comment comments commentlist disqus",
		isConsent:    "cookie cookies consent gdpr onetrust cmp",
		isNewsletter: "newsletter subscribe subscription signup paywall",
		isCaption:    "caption figcaption imagecaption legende didascalia bildunterschrift",
		isAdvert:     "ad ads advert advertisement advertising sponsored promo",
		isFooter:     "footer copyright",
		isByline:     "byline author authors dateline timestamp pubdate posted",
		isTags:       "tag tags taglist topics keywords",
	} {
		for word := range strings.FieldsSeq(words) {
			m[word] = why
		}
	}
	return m
}()
