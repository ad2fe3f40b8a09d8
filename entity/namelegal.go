package entity

import (
	"slices"
	"strings"

	"hearsay/text"
)

// legalForms are the legal forms of companies, as their words are read from a name; legalSpelling gives one spelling for all that mean the same.
var legalForms, legalSpelling = func() (map[string]bool, map[string]string) {
	known, spelling := map[string]bool{}, map[string]string{}
	for line := range strings.Lines(`ag|aktiengesellschaft
gmbh|gesellschaft mit beschrankter haftung
ltd|limited|ltda|limitada
inc|incorporated
corp|corporation
co|company|cie
llc|limited liability company|ооо|общество с ограниченной ответственностью|тов
plc|public limited company
pjsc|public joint stock company|пао|публичное акционерное общество
ojsc|open joint stock company|оао|открытое акционерное общество
jsc|joint stock company|ао|акционерное общество|ooo|зао|cjsc|closed joint stock company|закрытое акционерное общество
sa|societe anonyme|sociedad anonima
sarl|societe a responsabilite limitee
srl|societatea cu raspundere limitata|societate cu raspundere limitata|societa a responsabilita limitata
spa|societa per azioni
sp zoo|sp z oo|spolka z ograniczona odpowiedzialnoscia
ano|автономная некоммерческая организация
sa de cv
bv
nv|naamloze vennootschap
oy
ab|aktiebolag
as|aksjeselskap
kg|se|pte|pty|bhd|fze|fzco|sal|kft|doo|dd|lp|llp|sas|na
sdn bhd
`) {
		forms := strings.Split(strings.TrimSpace(line), "|")
		for _, f := range forms {
			latin, _ := romanise(f)
			f = text.Fold(latin)
			known[f], spelling[f] = true, forms[0]
		}
	}
	for f := range strings.SplitSeq("kg|se|pte|pty|bhd|fze|fzco|sal|kft|doo|dd|lp|llp|sas|na", "|") {
		spelling[f] = f
	}
	spelling["ooo"] = "llc"
	return known, spelling
}()

// cutLegal returns the words of a name without its legal form, which stands at the beginning or end. In the name of a body, letters with points are one
// word (L.X.C., H&M), in that of a person they are initials.
func (n *Name) cutLegal(s string) []string {
	rest := n.takeLegal(nameWords(joinLetters(s)))
	if n.body = n.legal != "" || hasBodyWord(rest); n.body {
		return rest
	}
	return nameWords(splitInitials(s))
}

// joinLetters joins single letters that points or a sign for “and” hold together.
func joinLetters(s string) string {
	s = strings.NewReplacer(" and ", "&", " AND ", "&").Replace(s)
	fields := strings.Fields(s)
	for i, f := range fields {
		parts := strings.FieldsFunc(f, func(r rune) bool { return r == '.' || r == '&' || r == ',' })
		if len(parts) > 1 && !slices.ContainsFunc(parts, func(p string) bool { return len(p) > 1 }) {
			fields[i] = strings.Join(parts, "")
		}
	}
	return strings.Join(fields, " ")
}

// longestLegal is how many words a legal form has at most.
const longestLegal = 5

func (n *Name) takeLegal(words []string) []string {
	for k := min(longestLegal, len(words)-1); k > 0; k-- {
		if tail := strings.Join(words[len(words)-k:], " "); legalForms[tail] && (!alsoName[tail] || hasBodyWord(words)) {
			n.legal = legalSpelling[tail]
			return n.takeMoreLegal(words[:len(words)-k])
		}
		if head := strings.Join(words[:k], " "); legalForms[head] && len(head) > 2 && head != "company" {
			n.legal = legalSpelling[head]
			return words[k:]
		}
	}
	return words
}

// alsoName are legal forms that are names of people, too; they count beside a word for a body.
var alsoName = setOf("na se as sal co")

func isLegalForm(w string) bool { return legalForms[w] && !alsoName[w] }

func hasBodyWord(words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return bodyWords()[w] })
}

// takeMoreLegal takes a second form away: Co. Ltd., Corporation OJSC.
func (n *Name) takeMoreLegal(words []string) []string {
	if k := len(words); k > 1 && legalForms[words[k-1]] {
		return words[:k-1]
	}
	return words
}
