package article

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay/text"
)

// What tells running text from the lines of menus: see prose.
const (
	proseClosed = 60  // characters from which a line that ends a sentence is running text
	proseOpen   = 140 // characters from which any line is
	spoken      = 20  // characters from which a line that ends a sentence may be a short paragraph
	answered    = 8   // characters from which it may be an answer inside running text: “There is no last.”
)

// prose reports whether a line is running text: long enough for a sentence and ended like one, or
// longer than any menu entry.
func prose(s string) bool {
	n := runeCount(s)
	return n >= proseOpen || n >= proseClosed && (endsSentence(s) || hasSign(s))
}

// endsSentence reports whether s ends with the punctuation of a sentence, closing marks aside.
func endsSentence(s string) bool {
	s = strings.TrimRightFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("\"'”’»«“)]*", r) || r == 0x200f || r == 0x200e
	})
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?:;…؟۔。！？।", r) && s != ""
}

// hasSign reports whether s is a sentence with a sign behind it: “… until April, the company said. EFE”, “… (AFP)”,
// “… gerekiyor. - LOSK”. The sign has no small letters, or stands in brackets.
func hasSign(s string) bool {
	const longest = 30 // bytes of a sign; in letters of two bytes 15 characters
	at := strings.LastIndexAny(s, ".!?؟。")
	if at < 0 {
		return false
	}
	_, size := utf8.DecodeRuneInString(s[at:])
	sign := strings.TrimLeft(s[at+size:], "\"'”’»“)] ")
	if len(sign) == len(s[at+size:]) || len(sign) > longest || !readable(sign) {
		return false
	}
	return strings.HasPrefix(sign, "(") && strings.HasSuffix(sign, ")") || sign == strings.ToUpper(sign) && sign != strings.ToLower(sign)
}

// speaks reports whether a line is a sentence or more, as opposed to a label.
func speaks(s string) bool { return prose(s) || runeCount(s) >= spoken && endsSentence(s) }

// proseOf returns the blocks that are the main text. Where most of them end like sentences the text
// is clean and all are, without standing phrases of web pages. Otherwise they are the stretch of
// neighbours in which running text outweighs everything else most, what belongs to it above and below (see
// grow), without the lines in it that are furniture or about something else (see setApart). Where there is no
// running text at all, everything that is not marked as furniture is kept.
//
// recurs says on how many pages of the outlet each block recurs as furniture; it is nil if no other page
// is known. What recurs is never main text.
func proseOf(blocks []*block, title string, recurs []int) ([]piece, []verdict) {
	verdicts := weigh(blocks, recurs)
	keep := make([]bool, len(blocks))
	if isClean(blocks) {
		for i, v := range verdicts {
			keep[i] = !v.certain
		}
	} else {
		from, to := heaviest(weightsOf(verdicts))
		from, to = grow(blocks, verdicts, from, to, title)
		for i := from; i < to; i++ {
			keep[i] = keeps(verdicts, i, to)
		}
		setApart(blocks, verdicts, keep, title)
	}
	if !slices.Contains(keep, true) {
		for i, b := range blocks {
			keep[i] = b.why == "" && !verdicts[i].certain
		}
	}
	var out []piece
	for i, b := range blocks {
		if keep[i] {
			out = append(out, b.piece(0, len(b.text), i))
		}
	}
	return out, verdicts
}

// isClean reports whether the blocks are an article without furniture.
func isClean(blocks []*block) bool {
	sentences := 0
	for _, b := range blocks {
		if b.why == "" && speaks(b.text) {
			sentences++
		}
	}
	return 10*sentences >= 7*len(blocks)
}

// A verdict says what a line is taken for.
type verdict struct {
	weight int    // how much it speaks for (positive) or against running text around it
	reason string // why it is furniture, empty if nothing says that it is
	// certain says that the reason holds in a clean text too: a standing phrase, or what recurs.
	certain bool
	// row says that it is a line of verse or of a table: part of the text if running text stands on both sides.
	row bool
}

// Weights of lines, in characters of running text that they make up for.
const (
	labelWeight   = -90 // a line that is no sentence
	mostWeight    = 600 // a paragraph; a longer one is no surer sign of an article
	recursWeight  = -30 // what recurs on pages of the outlet: it is a box as often as the end
	againWeight   = -40 // a line that the page repeats
	pointerWeight = -30 // “Read also: Ferry pilots accept a new roster”, between paragraphs
	pictureWeight = -30 // the caption of a picture
	// repeats is how often a line that is no paragraph stands on one page to be taken for furniture.
	repeats = 3
	// teaserLength is up to how many characters a single sentence between labels counts half: below
	// headlines and in boxes stand such sentences as often as in articles.
	teaserLength = 200
)

// Reasons that only lines have.
const (
	isCode     = "program code"
	isRepeated = "stands several times on the page"
)

// weigh gives the verdict on each block. On 258 flattened news pages the verdicts on code, repeated lines,
// captions and single sentences raise the mean F1 of the words from .894 to .921 (see doc/method.md).
func weigh(blocks []*block, recurs []int) []verdict {
	out := make([]verdict, len(blocks))
	keys := make([]string, len(blocks))
	count := map[string]int{}
	for i, b := range blocks {
		keys[i] = text.Fold(b.text)
		count[keys[i]]++
	}
	for i, b := range blocks {
		n := 0
		if recurs != nil {
			n = recurs[i]
		}
		out[i] = verdictOn(b, n, count[keys[i]])
	}
	findSignUps(out)
	findBeats(blocks, out)
	findRows(blocks, out)
	return halveTeasers(blocks, out)
}

// How many lines below the heading of a newsletter box its consent may stand, and its weight then.
const (
	signUpLines  = 5
	signUpWeight = -60
)

// findSignUps lessens the weight of consent that belongs to a newsletter box (“By signing up you agree …”): such a box
// stands inside articles, a wall of consent does not.
func findSignUps(verdicts []verdict) {
	box := -signUpLines - 1
	for i, v := range verdicts {
		switch {
		case v.reason == isNewsletter:
			box = i
		case v.reason == isConsent && i-box <= signUpLines:
			verdicts[i].weight = signUpWeight
		}
	}
}

// verdictOn weighs a block that recurs on some pages of the outlet and stands some times on its own.
func verdictOn(b *block, pages, times int) verdict {
	v := verdictAlone(b, times)
	if pages > 0 {
		if !v.certain { // standing phrases tell the end of an article, wherever else they stand
			v.weight = recursWeight
		}
		v.reason, v.certain = recursOn(pages), true
	}
	return v
}

// verdictAlone weighs a block that stands some times on its page.
func verdictAlone(b *block, times int) verdict {
	n := runeCount(b.text)
	running := prose(b.text)
	if why := phraseReason(b.text); why == isRelated && pointsOn(b.text) {
		return verdict{weight: pointerWeight, reason: why, certain: true}
	} else if why != "" {
		return verdict{weight: phraseWeights[why], reason: why, certain: true}
	}
	switch {
	case b.why != "":
		return verdict{weight: -max(-labelWeight, n), reason: b.why}
	case isAddress(b.text):
		return verdict{weight: beatWeight, reason: isNotice}
	case isProgram(b.text):
		return verdict{weight: -max(-labelWeight, n), reason: isCode}
	case times >= repeats && !running:
		return verdict{weight: againWeight, reason: isRepeated}
	case captionMark(b.text):
		return verdict{weight: pictureWeight, reason: isCaption}
	case running:
		return verdict{weight: min(n, mostWeight)}
	case n >= answered && endsSentence(b.text):
		return verdict{weight: n / 2}
	}
	return verdict{weight: labelWeight}
}

// recurrence begins the reason of what recurs.
const recurrence = "recurs on "

func recursOn(pages int) string { return fmt.Sprintf(recurrence+"%d pages of this outlet", pages) }

// phraseWeights says how much a standing phrase speaks against running text around it. Advertising
// and what calls to share stand between paragraphs; comments and footers come after the last one.
var phraseWeights = map[string]int{
	isAdvert: -30, isByline: -30, isShare: -60, isPlayer: -60, isNotice: -60, isBio: -90, isNewsletter: -90, isRelated: -90, isNavigation: -150, isConsent: -300, isComment: -300, isFooter: -300,
}

// halveTeasers halves the weight of single sentences between labels. The shortest are labels there themselves, on
// buttons: “Your view counts.”
func halveTeasers(blocks []*block, in []verdict) []verdict {
	label := func(i int) bool { return i < 0 || i >= len(in) || in[i].weight <= labelWeight }
	for i := range in { // no sentence has a sentence beside it here, so that the order does not matter
		w := in[i].weight
		switch {
		case w <= 0 || w > teaserLength || !label(i-1) || !label(i+1):
		case runeCount(blocks[i].text) < spoken:
			in[i].weight = labelWeight
		default:
			in[i].weight = w / 2
		}
	}
	return in
}

// isAddress reports whether a line is the address of a page, as printers set it above or below each sheet.
func isAddress(s string) bool {
	return (strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")) && len(strings.Fields(s)) <= 3
}

// isProgram reports whether a line is program code or data that a conversion to text left behind: at
// least three brackets and signs that sentences do not have, and one in fifty characters.
func isProgram(s string) bool {
	n := 0
	for _, r := range s {
		if strings.ContainsRune(`{}<>=;\|`, r) {
			n++
		}
	}
	return n >= 3 && 50*n >= len(s)
}

// longestCaption is the length in bytes beyond which a line is running text, whatever it credits.
const longestCaption = 500

var pictureBeside = regexp.MustCompile(`(?i)(?:^|[\s(.\[|])(?:photo|photograph|picture|image|foto|bild|grafik|imagen|immagine|fotografie|zdjęcie|фото|عکس|صورة)s?(?: by| credit)?\s?[:/©]|\S.{8,}©|` +
	`\((?:photo|picture|image|foto|file)[^()]*\)$|/(?:getty|reuters|afp|dpa|ap|epa|efe|ansa)\b[^.]{0,30}$`)

// captionMark reports whether a line says whom a picture is from: “Photo: Jane Doe”, “(Picture: AP)”,
// “© Jane Doe”, “Jane Doe/Reuters”.
func captionMark(s string) bool { return len(s) < longestCaption && pictureBeside.MatchString(s) }

func weightsOf(verdicts []verdict) []int {
	out := make([]int, len(verdicts))
	for i, v := range verdicts {
		out[i] = v.weight
	}
	return out
}

// heaviest returns the stretch with the greatest sum, empty if no weight is positive.
func heaviest(weights []int) (from, to int) {
	best, sum, start := 0, 0, 0
	for i, w := range weights {
		if sum <= 0 {
			sum, start = 0, i
		}
		sum += w
		if sum > best {
			best, from, to = sum, start, i+1
		}
	}
	return from, to
}

// keeps decides about block i of a stretch of running text that ends at to: running text is kept,
// and a short line before running text, because it may be a heading.
func keeps(verdicts []verdict, i, to int) bool {
	v := verdicts[i]
	return v.weight > 0 || v.row || v.reason == "" && i+1 < to && verdicts[i+1].weight > 0
}
