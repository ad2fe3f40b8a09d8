package lineage

import (
	"fmt"
	"slices"

	"hearsay/article"
	"hearsay/reuse"
)

// doubts returns what qualifies an edge beyond its signs: other sources that the child names, other
// texts that are as near, sources that nobody has seen, circles.
func (s *search) doubts(l link) []Clue {
	out := s.creditClues(l)
	if len(l.near) > 0 && !l.tie.names(l.to) {
		out = append(out, s.nearClue(l))
	}
	if l.circular {
		out = append(out, s.circularClue(l))
	}
	if c, ok := s.contraryClue(l); ok {
		out = append(out, c)
	}
	switch {
	case !l.directed && !l.circular:
		out = append(out, s.commonSourceClue(l))
	case !l.directed, slices.Contains(s.names[l.to], l.from):
	case s.words[l.to] < minTellingWords:
		out = append(out, Clue{Kind: CommonSource, Against: true, Weight: commonSourceWeight, Text: fmt.Sprintf(
			"%s has only %s; so short a text may be a line that stands on many pages.", s.labels[l.to], count(s.words[l.to], "word"))})
	case !s.sameSite(l):
		out = append(out, s.unseenSourceClue(l))
	case s.mostlyNew(l.to):
		out = append(out, Clue{Kind: CommonSource, Against: true, Weight: commonSourceWeight, Text: fmt.Sprintf(
			"Both are pages of one site, and most words of %s stand in no parent of it; the shared part may come from another page.", s.labels[l.to])})
	}
	return out
}

// creditClues says where the child names another source than the parent, so that no edge passes over
// a credit in silence. A credit of the parent itself is among the signs.
func (s *search) creditClues(l link) []Clue {
	child, parent := &s.profiles[l.to], &s.profiles[l.from]
	if l.tie.names(l.to) {
		return nil
	}
	var out []Clue
	for _, c := range child.credits {
		if parent.is(c.name) {
			continue
		}
		clue := Clue{Kind: CreditLine, Against: true, Ref: s.creditRef(l.to, c.Credit)}
		name, from := s.labels[l.to], s.labels[l.from]
		switch _, both := parent.republishes(c.name.key); {
		case c.Kind == article.Republication && both:
			clue.Kind, clue.Against, clue.Weight = CommonCredit, false, copiedCreditWeight
			clue.Text = fmt.Sprintf("%s and %s both name %s as the source of their text.", from, name, oneLine(c.Agency))
		case c.Kind == article.Republication:
			clue.Weight = otherCreditWeight
			clue.Text = fmt.Sprintf("%s names %s as the source of its text%s, not %s%s.", name, oneLine(c.Agency), inWords(c.Credit), from, s.namedInstead(l.to, c))
		case c.Kind == article.Pool:
			clue.Weight = poolCreditWeight
			clue.Text = fmt.Sprintf("%s gives “%s” as its source, which does not say whose text it is.", name, excerpt(c.Exact))
		default:
			continue
		}
		out = append(out, clue)
	}
	return out
}

// namedInstead says what a node shares with the page of the story that a credit of it names.
func (s *search) namedInstead(n int, c credit) string {
	for _, m := range s.names[n] {
		if !s.profiles[m].is(c.name) {
			continue
		}
		for _, t := range s.at[n] {
			if t.other(n) == m {
				return fmt.Sprintf("; it shares %s of its words with %s", percent(t.share(n, s.pairs)), s.labels[m])
			}
		}
		return fmt.Sprintf("; it shares no substantial passage with the page of %s in this collection", s.labels[m])
	}
	return ""
}

func (s *search) nearClue(l link) Clue {
	others, each := s.labels[l.near[0]], "it is"
	if more := len(l.near) - 1; more > 0 {
		others, each = fmt.Sprintf("%s or %s", others, plural(more, "1 other page", "%d other pages")), "each of them is"
	}
	return Clue{
		Kind: AsNear, Against: true, Weight: asNearWeight,
		Text: fmt.Sprintf("%s may be made from %s instead: by all that was weighed, %s at least %.1f times as likely a source as %s.",
			s.labels[l.to], others, each, nearChance, s.labels[l.from]),
	}
}

// sameSite reports whether both ends of a link are pages of one site: then a source that nobody has
// seen explains nothing that the site itself does not.
func (s *search) sameSite(l link) bool {
	domain := s.profiles[l.from].domain
	return domain != "" && domain == s.profiles[l.to].domain
}

func (s *search) circularClue(l link) Clue {
	c := Clue{Kind: Circular, Against: true, Weight: circularWeight,
		Text: "The clues of this edge and of others lead in a circle, which was opened at its weakest place."}
	if !l.directed {
		source, child := l.from, l.to
		if l.tie.toward(child) < 0 {
			source, child = child, source
		}
		c.Text = fmt.Sprintf("The clues lead in a circle: by those of other edges %s is itself taken from %s, so the direction is left open.",
			s.labels[source], s.labels[child])
	}
	return c
}

// commonSourceClue reminds of the source that nobody has seen, at an edge without direction.
func (s *search) commonSourceClue(l link) Clue {
	c := Clue{Kind: CommonSource, Against: true, Weight: commonSourceWeight,
		Text: "A common source outside this collection would explain the shared wording as well."}
	for _, n := range [2]int{l.from, l.to} {
		if len(s.rests[n]) > 0 {
			c.Text = fmt.Sprintf("%s names %s as the source of its text; if %s rests on that too, neither took from the other.",
				s.labels[n], s.missing[s.rests[n][0]].name, s.labels[l.tie.other(n)])
			break
		}
	}
	return c
}

// unseenSourceClue reminds of the source that nobody has seen, at a directed edge whose child does not
// name the parent: many outlets print the same agency's text, and not all of them say so.
func (s *search) unseenSourceClue(l link) Clue {
	c := Clue{Kind: CommonSource, Against: true, Weight: commonSourceWeight}
	copied, id, credited := s.creditedCopy(l.from)
	switch {
	case credited && copied == l.from:
		c.Text = fmt.Sprintf("%s names %s as the source of its text; %s may rest on that directly.", s.labels[l.from], s.missing[id].name, s.labels[l.to])
	case credited:
		c.Text = fmt.Sprintf("%s carries nearly the same text as %s and names %s as its source; %s may rest on that directly.",
			s.labels[copied], s.labels[l.from], s.missing[id].name, s.labels[l.to])
	case s.mostlyNew(l.to):
		c.Text = fmt.Sprintf("Most words of %s stand in no parent of it; a source outside this collection that both used would explain the shared part as well.", s.labels[l.to])
	default:
		c.Weight = unlikelyCommon
		c.Text = fmt.Sprintf("%s does not name %s; a source outside this collection that both used would explain the shared wording as well.", s.labels[l.to], s.labels[l.from])
	}
	return c
}

// mostlyNew reports whether most words of a node stand in no parent of it.
func (s *search) mostlyNew(n int) bool {
	return float64(s.explained(n).Words(s.article(n).Doc)) < derivedShare*float64(s.words[n])
}

// creditedCopy returns a node with the text of n, itself or a near-copy, that credits a missing source,
// and that source. It costs the ties of n the first time it is asked.
func (s *search) creditedCopy(n int) (node, source int, ok bool) {
	found, asked := s.credited[n]
	if !asked {
		found = s.findCreditedCopy(n)
		s.credited[n] = found
	}
	return found[0], found[1], found[0] >= 0
}

func (s *search) findCreditedCopy(n int) [2]int {
	if len(s.rests[n]) > 0 {
		return [2]int{n, s.rests[n][0]}
	}
	for _, t := range s.at[n] {
		relation := s.pairs[t.pair].Relation
		if other := t.other(n); (relation == reuse.Identical || relation == reuse.NearCopy) && len(s.rests[other]) > 0 {
			return [2]int{other, s.rests[other][0]}
		}
	}
	return [2]int{-1, -1}
}
