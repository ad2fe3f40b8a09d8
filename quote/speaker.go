package quote

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"hearsay/entity"
	"hearsay/text"
	"hearsay/when"
)

// speaker resolves the voice v: the words on the page to a person or organisation of the article, or to what kind of
// source they name.
func (r *reader) speaker(l *linker, v voice, cue text.Span) Speaker {
	s := Speaker{Kind: Nobody, Entity: -1, Rule: v.rule, Tied: entity.Unclear, Resolved: entity.Unclear}
	if v.span.Empty() {
		s.Reason = "no words near it say who speaks"
		return s
	}
	s.Mention = trimContent(r.s, l.withoutRelay(v.span))
	s.Tied = tiedGrade(v.rule)
	words := r.s[s.Mention.Start:s.Mention.End]
	s.Kind = speakerKind(words)
	if r.words != nil { // the lists of kinds are English; a name shows by its mention
		s.Kind = ByNoun
		if r.words.he[text.FoldWord(words)] {
			s.Kind = ByPronoun
		}
	}
	s.Name = words
	if r.relative(&s, words) {
		words = s.Name
	}
	r.resolve(&s)
	if s.Descriptor == "" && s.Kind == Anonymous {
		s.Descriptor = words
	}
	return s
}

// withoutRelay leaves out who relays the words: “Tasvir quoted Farid Naim” as saying.
func (l *linker) withoutRelay(span text.Span) text.Span {
	from, to := rangeOf(l.q.words, span)
	for i := from + 1; i+1 < to; i++ {
		if relaying[l.q.cues[i].lemma] && l.q.words[i].tag.verb() && l.q.words[i+1].lower != "by" {
			return l.span(i+1, to)
		}
	}
	if to+1 < len(l.q.words) && relaying[l.q.cues[to].lemma] && l.q.words[to].tag.verb() {
		if end := phraseEnd(l.q.words, to+1); end > to+1 && end < len(l.q.words) && l.q.words[end].lower == "as" {
			return l.span(to+1, end)
		}
	}
	return span
}

// tiedGrade says what the rules of the sieve are worth: measured on the training articles (doc/method.md).
func tiedGrade(rule string) entity.Grade {
	switch rule {
	case ruleSentence, ruleLeadIn, ruleLabel, ruleSign:
		return entity.Strong
	case ruleRun, ruleShared, ruleBeside, ruleList:
		return entity.Likely
	}
	return entity.Unclear
}

// relative puts the noun that a relative pronoun stands for in the place of the pronoun: “officials who said”.
func (r *reader) relative(s *Speaker, words string) bool {
	switch strings.ToLower(words) {
	case "who", "which", "that":
	default:
		return false
	}
	before := strings.TrimRightFunc(r.s[:s.Mention.Start], func(x rune) bool { return blank(x) || x == ',' || x == '-' || x == '–' || x == '—' })
	for i := max(0, r.mentionsFrom(s.Mention.Start)-2); i < len(r.Names.Mentions); i++ {
		m := r.Names.Mentions[i]
		if m.InTitle == r.title && m.Span.Start > s.Mention.Start {
			break
		}
		if m.InTitle == r.title && m.Span.End <= len(before) && len(before)-m.Span.End < 2 {
			s.Name, s.Kind, s.Entity = r.s[m.Span.Start:m.Span.End], ByName, m.Entity
			s.Reason = "“" + words + "” stands for the name before it"
			return true
		}
	}
	s.Kind = ByPronoun
	return false
}

// resolve finds the entity of the mention.
func (r *reader) resolve(s *Speaker) {
	if s.Entity < 0 {
		m := r.headMention(s.Mention)
		if m == nil {
			r.unresolved(s)
			return
		}
		s.Entity = m.Entity
		s.Reason = cmp.Or(s.Reason, m.Reason)
		switch m.Form {
		case entity.Pronoun:
			s.Kind = ByPronoun
		case entity.Nominal:
			if s.Kind == ByName {
				s.Kind = ByNoun
			}
		default:
			if s.Kind != Document && s.Kind != Anonymous && s.Kind != Group && (r.words == nil || m.Entity >= 0) {
				s.Kind = ByName
			}
		}
		s.Resolved = resolvedGrade(m)
	} else {
		s.Resolved = entity.Likely
	}
	if s.Kind == Anonymous || s.Kind == Group || s.Kind == Document {
		// “a security source in Baghdad”, “critics of Naim”, “a UN report”: the name inside is not who speaks.
		s.Entity, s.Reason, s.Resolved = -1, "the words name no single person or body", entity.Unclear
		return
	}
	if s.Entity < 0 {
		s.Reason = cmp.Or(s.Reason, "it is not clear whom the words mean")
		s.Resolved = entity.Unclear
		return
	}
	e := r.Names.Entities[s.Entity]
	s.Name = e.Name
	if len(e.Descriptors) > 0 {
		s.Descriptor = e.Descriptors[0].Words
	}
	if e.Kind == entity.Organisation && (isMedium(e.Name) || isMedium(r.s[s.Mention.Start:s.Mention.End])) {
		s.Kind = Medium
	}
}

func resolvedGrade(m *entity.Mention) entity.Grade {
	switch {
	case m.Entity < 0:
		return entity.Unclear
	case m.Form == entity.Full || m.Form == entity.Acronym:
		return entity.Strong
	case m.Form == entity.Short:
		return entity.Strong
	}
	return entity.Likely
}

// unresolved gives the reason why a mention has no entity.
func (r *reader) unresolved(s *Speaker) {
	switch s.Kind {
	case ByPronoun:
		if w := strings.ToLower(r.s[s.Mention.Start:s.Mention.End]); w == "they" || w == "we" || w == "i" || w == "you" {
			s.Reason = "“" + w + "” is not resolved"
		}
		s.Reason = cmp.Or(s.Reason, "no person before it fits the pronoun")
	case Anonymous:
		s.Reason = "the source is not named"
	case Document:
		s.Reason = "a document, not a person"
	case Group:
		s.Reason = "a group without a name"
	default:
		s.Reason = cmp.Or(s.Reason, "the words are not a known name")
	}
}

// headMention returns the mention that is the head of a noun phrase: the person in it if there is one (“Atlantic City Mayor Don Moll”),
// else the first name before any “of” or “for”.
func (r *reader) headMention(span text.Span) *entity.Mention {
	var first *entity.Mention
	limit := span.End
	if at := strings.Index(r.s[span.Start:span.End], ","); at > 0 { // behind it stands an apposition
		limit = span.Start + at
	}
	for i := r.mentionsFrom(span.Start); i < len(r.Names.Mentions); i++ {
		m := &r.Names.Mentions[i]
		if m.InTitle != r.title || m.Span.Start >= span.End {
			break
		}
		if m.Span.Start < span.Start {
			continue
		}
		if first != nil && m.Span.Start >= limit && first.Entity >= 0 && r.Names.Entities[first.Entity].Kind == entity.Organisation {
			break // “the Dawn bloc, whose …”: what stands behind describes the body
		}
		person := m.Entity >= 0 && r.Names.Entities[m.Entity].Kind == entity.Person
		if person && m.Form != entity.Pronoun && !possessed(r.s, m.Span, span) && !behindPreposition(r.s, span.Start, m.Span.Start) {
			return m
		}
		if first == nil && !possessed(r.s, m.Span, span) && !behindPreposition(r.s, span.Start, m.Span.Start) {
			first = m
		}
	}
	return first
}

// mentionsFrom returns the index of the first mention of the zone that may end behind start.
func (r *reader) mentionsFrom(start int) int {
	i, _ := slices.BinarySearchFunc(r.Names.Mentions, start, func(m entity.Mention, at int) int {
		if m.InTitle != r.title {
			if m.InTitle {
				return -1
			}
			return 1
		}
		return cmp.Compare(m.Span.Start, at)
	})
	return i
}

// possessed reports whether the name only says whose the source is: “Naim's spokesman”.
func possessed(s string, name, phrase text.Span) bool {
	if name.End >= phrase.End {
		return false
	}
	rest := s[name.End:phrase.End]
	return (strings.HasPrefix(rest, "'s ") || strings.HasPrefix(rest, "’s ") || strings.HasPrefix(rest, "' ") || strings.HasPrefix(rest, "’ ")) && strings.TrimSpace(rest) != "'s"
}

var ofWords = []string{" of ", " for ", " from ", " with ", " at ", " in ", " by ", " to ", " on ", " against "}

func behindPreposition(s string, from, at int) bool { return contains(ofWords, s[from:at]) }

// entityAt returns the entity of the first name in the span, -1 if there is none.
func (r *reader) entityAt(span text.Span) int {
	for i := r.mentionsFrom(span.Start); i < len(r.Names.Mentions); i++ {
		m := r.Names.Mentions[i]
		if m.InTitle != r.title || m.Span.Start >= span.End {
			break
		}
		if m.Entity >= 0 {
			return m.Entity
		}
	}
	return -1
}

// timesIn returns the time expressions inside a span of the body; timesBefore counts those before it.
func (r *reader) timesIn(span text.Span) []when.Expression {
	from := r.timesBefore(span)
	to := from
	for to < len(r.Times) && r.Times[to].Span.Start < span.End {
		to++
	}
	return r.Times[from:to]
}

func (r *reader) timesBefore(span text.Span) int {
	i, _ := slices.BinarySearchFunc(r.Times, span.Start, func(t when.Expression, at int) int { return cmp.Compare(t.Span.Start, at) })
	return i
}

// speakerKind reads what kind of source the words are, before names are looked at.
func speakerKind(words string) SpeakerKind {
	fields := strings.FieldsFunc(strings.ToLower(words), func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' })
	if len(fields) == 1 && pronouns[fields[0]] {
		return ByPronoun
	}
	if len(fields) == 0 {
		return ByNoun
	}
	head := headNoun(fields)
	upper := strings.IndexFunc(words, unicode.IsUpper)
	named := upper >= 0 && !(upper == 0 && len(fields) > 1 && articles[fields[0]])
	switch {
	case unnamed(strings.ToLower(words), fields) && !properLast(words):
		return Anonymous
	case documents[head]:
		return Document
	case groups[head] && !properLast(words):
		return Group
	case named:
		return ByName
	}
	return ByNoun
}

// headNoun returns the last word before the first preposition or relative pronoun.
func headNoun(fields []string) string {
	for i, w := range fields {
		if i > 0 && stops[w] {
			return fields[i-1]
		}
	}
	return fields[len(fields)-1]
}

var (
	pronouns  = setOf("he she they it i we you who which that this these those one both all some many others him her them each another er sie il elle ils elles él ella ellos он она они هو هي هم")
	articles  = setOf("the a an one two three four five six several many some few most other another his her their its")
	stops     = setOf("of for from with at in on by to about who which that whose close familiar involved briefed speaking and or near inside within")
	documents = setOf("report reports statement statements study studies poll polls survey surveys letter letters memo memos document documents filing filings complaint indictment affidavit lawsuit suit analysis article articles story editorial book ad ads advertisement email emails headline text message messages release communique communiqué transcript record records data figures website page post tweet paper audit review order ruling verdict warrant bill resolution sign signs banner caption video film recording law rules agreement treaty constitution note notice summary draft column biography diary")
	groups    = setOf("officials critics supporters opponents lawmakers republicans democrats voters experts analysts activists residents protesters parties members leaders lawyers attorneys prosecutors investigators police doctors scientists researchers economists investors traders workers unions families relatives neighbours neighbors witnesses soldiers rebels militants factions groups governments countries people parents teachers students fans users readers commentators observers historians diplomats ministers senators mps deputies aides advisers advisors strategists allies rivals conservatives liberals progressives delegates donors organizers organisers crowd team campaigns candidates authorities forces media outlets newspapers reporters journalists others colleagues friends women men americans britons russians iraqis iranians israelis palestinians ukrainians")
)

// unnamed reports whether the words are those of a source that is not named.
func unnamed(lower string, fields []string) bool {
	if contains(anonymousPhrases, lower) {
		return true
	}
	switch headNoun(fields) {
	case "source", "sources", "insider", "insiders":
		return true
	case "official", "officials", "officer", "officers", "diplomat", "diplomats", "aide", "aides", "person", "people", "lawmaker", "adviser", "advisers", "executive", "executives", "commander", "witness", "eyewitness", "staffer", "staffers", "operative", "operatives", "strategist":
		return articles[fields[0]] && fields[0] != "the" && fields[0] != "his" && fields[0] != "her" || len(fields) == 1 && strings.HasSuffix(fields[0], "s") && fields[0] != "people"
	}
	return false
}

var anonymousPhrases = []string{
	"not to be named", "not be named", "not to be identified", "not be identified", "anonymity", "not authorized", "not authorised", "familiar with", "close to the", "with knowledge of",
	"declined to be named", "declined to be identified", "briefed on", "unnamed", "anonymous", "on background",
}

// properLast reports whether the head of the words is a name: “spokesman Farid Naim”.
func properLast(words string) bool {
	if at := strings.IndexAny(words, ",("); at > 0 {
		words = words[:at]
	}
	fields := strings.Fields(words)
	for i, w := range fields {
		if i > 0 && stops[strings.ToLower(w)] {
			fields = fields[:i]
			break
		}
	}
	if len(fields) < 2 {
		return false
	}
	r := []rune(strings.TrimLeft(fields[len(fields)-1], "'\"“"))
	if len(r) == 0 || !unicode.IsUpper(r[0]) {
		return false
	}
	return !groups[strings.ToLower(string(r))]
}

// isMedium reports whether a name is one of a news medium, by its words.
func isMedium(name string) bool {
	for _, w := range strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if mediaWords[w] {
			return true
		}
	}
	return false
}

var mediaWords = setOf("news agency newspaper tv television radio times post herald tribune gazette press channel broadcaster broadcasting daily journal telegraph observer guardian chronicle afp ap reuters dpa tass interfax xinhua anadolu irna isna tasnim fars sana wafa efe ansa upi bloomberg cnn bbc nbc abc cbs pbs npr msnbc")
