package entity

import "strconv"

// A Reason is one thing that speaks for or against two spellings naming the same one, with the words of each name that it is about.
type Reason struct {
	Kind  ReasonKind
	A, B  string
	Alike float64 // of SoundsLike: 0 to 1
}

// A ReasonKind says what a reason is about.
type ReasonKind string

const (
	SoundsLike   ReasonKind = "sounds_like" // A and B match
	Contradicts  ReasonKind = "contradicts" // A and B are words that each name has alone
	OnlyFirst    ReasonKind = "only_first"  // the first name has A, the second nothing
	OnlySecond   ReasonKind = "only_second" // the second name has B, the first nothing
	OtherOrder   ReasonKind = "other_order" // the words match in another order
	FirstLetters ReasonKind = "letters"     // A or B gives the first letters of the other
	LegalForms   ReasonKind = "legal_forms" // A and B are legal forms, and differ
	FatherAndSon ReasonKind = "father_son"  // X bin Y and Y bin X
	NoLetters    ReasonKind = "no_letters"  // one of them has nothing to compare
)

// String puts the reason into words.
func (r Reason) String() string {
	switch r.Kind {
	case SoundsLike:
		return "“" + r.A + "” sounds like “" + r.B + "” (" + strconv.FormatFloat(r.Alike, 'f', 2, 64) + ")"
	case Contradicts:
		if r.A == "" || r.B == "" {
			return "“" + r.A + r.B + "” is a number that the other does not have"
		}
		return "“" + r.A + "” and “" + r.B + "” contradict each other"
	case OnlyFirst:
		return "only the first has “" + r.A + "”"
	case OnlySecond:
		return "only the second has “" + r.B + "”"
	case OtherOrder:
		return "the words stand in another order"
	case FirstLetters:
		return "one gives the first letters of the other"
	case LegalForms:
		return "their legal forms differ: " + r.A + ", " + r.B
	case FatherAndSon:
		return "son and father are the other way round"
	}
	return "one of them has no letters"
}

// evidence gives the reasons of a verdict. The names were turned if the second is the caller's first.
func (v *verdict) evidence(n, o *Name, turned bool) []Reason {
	if v.letters {
		return []Reason{Reason{Kind: FirstLetters, A: n.letters, B: o.letters}.turn(turned)}
	}
	out := make([]Reason, 0, v.n+2)
	for _, m := range v.matches[:v.n] {
		if m.weight > particleWeight {
			out = append(out, Reason{SoundsLike, spoken(n.tokens[m.a : m.a+m.na]), spoken(o.tokens[m.b : m.b+m.nb]), m.alike}.turn(turned))
		}
	}
	a, b := unpartnered(n.tokens, v.used(firstSide)), unpartnered(o.tokens, v.used(secondSide))
	if v.legal {
		out = append(out, Reason{Kind: LegalForms, A: n.legal, B: o.legal}.turn(turned))
	}
	if v.turned {
		out = append(out, Reason{Kind: OtherOrder})
	}
	switch {
	case v.crossed:
		out = append(out, Reason{Kind: FatherAndSon})
	case v.contradiction:
		out = append(out, Reason{Kind: Contradicts, A: a, B: b}.turn(turned))
	default:
		if a != "" {
			out = append(out, Reason{Kind: OnlyFirst, A: a}.turn(turned))
		}
		if b != "" {
			out = append(out, Reason{Kind: OnlySecond, B: b}.turn(turned))
		}
	}
	return out
}

// turn gives the reason as seen from the other name.
func (r Reason) turn(turned bool) Reason {
	if !turned {
		return r
	}
	r.A, r.B = r.B, r.A
	switch r.Kind {
	case OnlyFirst:
		r.Kind = OnlySecond
	case OnlySecond:
		r.Kind = OnlyFirst
	}
	return r
}

// spoken joins words by spaces.
func spoken(words []nameToken) string {
	out := words[0].word
	for i := range words[1:] {
		out += " " + words[i+1].word
	}
	return out
}

// unpartnered joins the words that have no partner, particles left out.
func unpartnered(words []nameToken, used uint16) string {
	out := ""
	for i := range words {
		if i < longestName && used&(1<<i) != 0 || words[i].weight <= particleWeight {
			continue
		}
		if out != "" {
			out += " "
		}
		out += words[i].word
	}
	return out
}
