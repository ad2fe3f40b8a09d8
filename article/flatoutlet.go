package article

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxOwner is how long a line can be, in bytes, that names the owner of a page.
const maxOwner = 160

// Where the masthead is looked for.
const (
	mastheadLines = 10 // lines at the top
	menuReach     = 6  // lines below it among which the menu must begin
	menuEntries   = 3  // of them that must be its entries
)

// ownerLines is how many lines from the top and from the bottom of a page are looked at for its owner.
const ownerLines = 400

// ownerLabels begin lines about the owner of a page, before its name.
var ownerLabels = foldedWords(`about copyright contact über acerca sobre propos chi over om о про عن حقوق درباره hakkında`)

// rightsMark finds the mark of a copyright, rightsProof the year or the words that make it a notice, and
// rightsWords what else stands around the name.
var (
	rightsMark  = regexp.MustCompile(`(?i)©|\(c\)|\bcopyright\b|حقوق`)
	rightsProof = regexp.MustCompile(`(?i)(?:19|20)\d\d(?:\s?[-–/]\s?(?:(?:19|20)\d\d)?)?|\ball rights? reserved\b|\balle rechte vorbehalten\b|tous droits (?:de reproduction )?réservés|todos los derechos reservados|` +
		`tutti i diritti riservati|todos os direitos reservados|alle rechten voorbehouden|все права защищены|усі права захищено|(?:جميع|كل) الحقوق محفوظة(?:\s+لـ?)?|کلیه حقوق محفوظ است|tüm hakları saklıdır|wszelkie prawa zastrzeżone`)
	rightsWords = regexp.MustCompile(`(?i)\b(?:by|von|par|por)\b|حقوق النشر|حقوق الطبع`)
)

// outlet returns who the page names as its owner. The notice of a copyright below the text is made for
// that, but often names the firm, not the paper: a name with the marks of a firm counts only if other
// short lines have it too. A masthead, a name among the first lines, is the owner if the page has it
// again behind the mark of a copyright or behind “About”; the first line also if a word in it says that it
// is a newspaper or a station and the menu follows at once. Of two forms of one name the masthead has the
// better one.
func (f *flatText) outlet() string {
	owner := ""
	for i := len(f.lines) - 1; i >= max(f.to, len(f.lines)-ownerLines); i-- {
		name, firm := ownerIn(f.lines[i])
		if name != "" && (!firm || f.mentions(name) >= 2) {
			owner = name
			break
		}
	}
	for i, line := range f.lines[:min(mastheadLines, len(f.lines))] {
		if !mastheadLike(line) || phraseReason(line) != "" || isSection(line) || f.dateLine(i) || rightsMark.MatchString(line) {
			continue
		}
		// A single word below the first line is an entry of the menu: a place, a section.
		if i > 0 && fewerWords(line, 2) && !equalOutlet(line, owner) {
			continue
		}
		if owner != "" && formOf(line, owner) || f.ownedBy(line) || owner == "" && i == 0 && paperLike(line) && f.overMenu() {
			return line
		}
	}
	return owner
}

// overMenu reports whether the menu of a page stands right below its first line: several of the next lines
// are names of sections, or links that every page has.
func (f *flatText) overMenu() bool {
	n := 0
	for _, line := range f.lines[1:min(1+menuReach, len(f.lines))] {
		if isSection(line) || phraseReason(line) == isNavigation {
			n++
		}
	}
	return n >= menuEntries
}

// mastheadLike reports whether a line looks like the name of an outlet: like a name, where “d’” and “l’”
// may stand in it, and where languages written in Cyrillic have small letters after the first word.
func mastheadLike(s string) bool {
	if nameLike(elisions.Replace(s)) {
		return true
	}
	first := firstRune(strings.TrimLeft(s, "«„“\""))
	return unicode.Is(unicode.Cyrillic, first) && unicode.IsUpper(first) && len(strings.Fields(s)) <= 4 && !strings.ContainsAny(s, ".!?:,")
}

// paperLike reports whether a name has a word that newspapers and stations are called by.
func paperLike(name string) bool {
	if houseLike(name) {
		return true
	}
	for w := range strings.FieldsSeq(titleKey(name)) {
		if paperWords[w] {
			return true
		}
	}
	return false
}

// paperWords are such words beside those of agencies and stations (see houseLike).
var paperWords = foldedWords(`correo mensajero eco voz crónica courrier écho voix progrès tribune tribuna républicain indépendant bote blatt stimme volksstimme landbote
	corriere messaggero voce ledger notebook advertiser clarion leader messenger mercury voice наблюдатель курьер голос обозрение صدى صوت نداء postası sesi`)

var elisions = strings.NewReplacer(" d’", " ", " d'", " ", " l’", " ", " l'", " ")

// ownerLines returns the first and last lines of the page, in which its owner is looked for.
func (f *flatText) ownerLines() []string {
	if len(f.lines) <= 2*ownerLines {
		return f.lines
	}
	return slices.Concat(f.lines[:ownerLines], f.lines[len(f.lines)-ownerLines:])
}

// mentions counts the short lines without the mark of a copyright that hold a name.
func (f *flatText) mentions(name string) int {
	key, n := " "+titleKey(name)+" ", 0
	for _, line := range f.ownerLines() {
		if len(line) <= maxOwner/2 && !rightsMark.MatchString(line) && strings.Contains(" "+titleKey(line)+" ", key) {
			n++
		}
	}
	return n
}

// ownedBy reports whether the page has a name behind the mark of a copyright or behind “About”.
func (f *flatText) ownedBy(name string) bool {
	key := " " + titleKey(name) + " "
	return slices.ContainsFunc(f.ownerLines(), func(line string) bool {
		if len(line) > maxOwner || line == name {
			return false
		}
		owner := strings.Contains(line, "©") || strings.Contains(line, "(c)") || ownerLabels[firstWords(line, 1)]
		return owner && strings.Contains(" "+titleKey(line)+" ", key)
	})
}

// ownerNotice reports whether a line is the notice of a copyright.
func ownerNotice(line string) bool {
	return len(line) <= maxOwner && rightsMark.MatchString(line) && rightsProof.MatchString(line)
}

// ownerIn returns the name that stands first in the notice of a copyright (“© 2021 Naru Brief. All
// rights reserved”), and whether it looks like that of a firm. A mark without a year or a reserved
// right is the credit of a picture; so is one with an agency.
func ownerIn(line string) (name string, firm bool) {
	if !ownerNotice(line) {
		return "", false
	}
	if slices.ContainsFunc(agencies.mentions(line), func(m agencyMention) bool { return !m.agency.outlet }) {
		return "", false
	}
	rest := line
	for _, words := range [...]*regexp.Regexp{rightsProof, rightsMark, rightsWords} {
		rest = words.ReplaceAllString(rest, "|")
	}
	for part := range strings.SplitSeq(rest, "|") {
		for _, mark := range [...]string{" - ", " – ", " — ", "·", "•", ";", ":", "/", ". ", ", "} {
			part, _, _ = strings.Cut(part, mark)
		}
		part = strings.TrimFunc(squeeze(part), func(r rune) bool { return unicode.IsPunct(r) || unicode.IsSpace(r) })
		if part == "" {
			continue
		}
		firm = legalForm.MatchString(line)
		part = legalForm.ReplaceAllString(part, "")
		if name = outletName(part, ""); !mastheadLike(name) || utf8.RuneCountInString(name) < 3 || phraseReason(name) != "" {
			return "", false
		}
		for w := range strings.FieldsSeq(titleKey(name)) {
			firm = firm || firmWords[w]
		}
		return name, firm
	}
	return "", false
}

// firmWords are words of the names of firms that publish.
var firmWords = foldedWords(`media mediengruppe medien mediahuis group groupe grupo gruppe gruppo verlag verlags publishing publishers publications newspapers holding holdings
	entertainment company corporation network networks enterprises partners digital multimedia editora editorial éditions interactive communications webseite website powered regulated yayıncılık medya издательство холдинг медиа`)

// legalForm is what a firm has behind the name of its paper.
var legalForm = regexp.MustCompile(`(?i)[,\s]+(?:inc|ltd|llc|plc|gmbh|ag|s\.?a\.?(?:s|r\.?l)?|s\.?p\.?a|b\.?v|n\.?v|a\.?ş|oy|corp|limited|pty)\b\.?(?:\s?& co\.?(?: kg)?)?`)
