package eval

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"hearsay/entity"
	"hearsay/text"
)

// A re3dDoc is a document of re3d with its annotations; offsets are code points.
type re3dDoc struct {
	ID       string `json:"_id"`
	Text     string `json:"text"`
	entities []re3dEntity
	synonyms []re3dSynonym
}

type re3dEntity struct {
	Begin, End int
	Type       string
	Value      string
	DocumentID string `json:"documentId"`
}

type re3dSynonym struct {
	SourceBegin, SourceEnd, TargetBegin, TargetEnd int
	Type                                           string
	DocumentID                                     string `json:"documentId"`
}

func readRe3d(t *testing.T) []*re3dDoc {
	root := corpus(t, "entities/re3d")
	folders, err := filepath.Glob(filepath.Join(root, "*", "documents.json"))
	if err != nil || len(folders) == 0 {
		t.Fatalf("no documents in %s (%v)", root, err)
	}
	var docs []*re3dDoc
	byID := map[string]*re3dDoc{}
	for _, path := range folders {
		eachJSONLine(t, path, func(d re3dDoc) { docs = append(docs, &d); byID[d.ID] = &d })
		eachJSONLine(t, filepath.Join(filepath.Dir(path), "entities.json"), func(e re3dEntity) {
			if d := byID[e.DocumentID]; d != nil {
				d.entities = append(d.entities, e)
			}
		})
		eachJSONLine(t, filepath.Join(filepath.Dir(path), "relations.json"), func(s re3dSynonym) {
			if d := byID[s.DocumentID]; d != nil && s.Type == "IsSynonymOf" {
				d.synonyms = append(d.synonyms, s)
			}
		})
	}
	return docs
}

func eachJSONLine[T any](t *testing.T, path string, use func(T)) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		var v T
		if err := json.Unmarshal(lines.Bytes(), &v); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		use(v)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
}

// named returns the name inside the words of a gold entity, as a span of them: from its first capitalised word to its last. re3d marks whole noun
// phrases (“the US-led coalition forces”). Words for roles, articles and pronouns that only begin a sentence, and what re3d marks as a nationality, are no names; false if
// nothing is left.
func named(value string, nationality func(text.Span) bool) (text.Span, bool) {
	span := text.Span{Start: -1}
	for _, tok := range text.Tokenize(value, nil) {
		s := tok.Span()
		r := []rune(value[s.Start:s.End])
		if !unicode.IsUpper(r[0]) || lowerSense[strings.ToLower(string(r))] || nationality(s) {
			continue
		}
		if span.Start < 0 {
			span.Start = s.Start
		}
		span.End = s.End
	}
	return span, span.Start >= 0
}

// lowerSense are words that have a capital only because they begin a sentence or name a role.
var lowerSense = map[string]bool{
	"the": true, "a": true, "an": true, "our": true, "their": true, "his": true, "her": true, "its": true, "all": true, "some": true, "those": true, "these": true, "we": true, "i": true,
	"he": true, "she": true, "it": true, "they": true, "people": true, "civilians": true, "forces": true, "members": true, "both": true, "many": true, "most": true, "two": true, "three": true, "my": true,
	"minister": true, "ministers": true, "secretary": true, "secretaries": true, "president": true, "prime": true, "mr": true, "foreign": true, "government": true, "ambassador": true, "envoy": true,
	"iraqis": true, "syrians": true, "britons": true, "sunnis": true, "kurds": true, "muslims": true, "christians": true, "americans": true, "iranians": true, "shia": true, "sunni": true,
}

// TestEntities measures names on re3d: reports about Syria and Iraq in which analysts marked people, organisations and places.
//
// A gold entity counts if it holds a capitalised word that is no article, pronoun, role or nationality; its name goes from the first such word to the last (see named). It is
// found if a mention of a name ends with the same word or shares words with it at an F of at least one half. Its kind is compared where both end with the same word. re3d calls a
// country that acts an organisation; what the kinds would be worth if a place were right there is a figure of its own.
func TestEntities(t *testing.T) {
	docs := readRe3d(t)
	gold, found, typed := map[string]int{}, map[string]int{}, map[string]int{}
	comparable, open, acting := map[string]int{}, map[string]int{}, 0
	mentions, touched := 0, 0
	pairs, joined := 0, 0
	rolePairs, roleJoined := 0, 0
	texts := make([]entity.Text, len(docs))
	for i, d := range docs {
		texts[i] = entity.Text{Body: text.NewDoc(d.Text), Language: "en"}
	}
	usage := entity.Survey(texts)
	for i, d := range docs {
		body := texts[i].Body
		a := entity.Find(texts[i], usage)
		for _, e := range d.entities {
			span, inside := body.SpanOf(e.Begin, e.End)
			name, ok := named(e.Value, func(s text.Span) bool {
				return d.nationality(body, text.Span{Start: span.Start + s.Start, End: span.Start + s.End})
			})
			if !ok || !inside || e.Type != "Person" && e.Type != "Organisation" && e.Type != "Location" {
				continue
			}
			name = text.Span{Start: span.Start + name.Start, End: span.Start + name.End}
			gold[e.Type]++
			m, headed := covering(body, a, name)
			if m == nil {
				if os.Getenv("SHOW") != "" {
					t.Logf("missed %s %q | %s", e.Type, e.Value, strings.ReplaceAll(d.Text[max(0, span.Start-30):min(len(d.Text), span.End+20)], "\n", "¶"))
				}
				continue
			}
			found[e.Type]++
			if !headed || strings.Contains(body.Text(m.Span), " of ") && !strings.Contains(body.Text(name), " of ") {
				continue // the mention is of a larger name
			}
			kind, votes := entity.Unknown, []entity.Vote(nil)
			if m.Entity >= 0 {
				kind, votes = a.Entities[m.Entity].Kind, a.Entities[m.Entity].KindVotes
			}
			comparable[e.Type]++
			acts := e.Type == "Organisation" && kind == entity.Place
			switch {
			case kindOf[e.Type] == kind:
				typed[e.Type]++
			case acts && isCountry(body.Text(m.Span)):
				acting++
			case kind == entity.Unknown:
				open[e.Type]++
				fallthrough
			default:
				if os.Getenv("SHOW") != "" {
					t.Logf("kind %s %q is %s %v", e.Type, body.Text(m.Span), kind, votes)
				}
			}
		}
		for _, m := range a.Mentions {
			if m.Form == entity.Nominal || m.Form == entity.Pronoun {
				continue
			}
			mentions++
			hit := false
			for _, e := range d.entities {
				span, _ := body.SpanOf(e.Begin, e.End)
				hit = hit || span.Overlaps(m.Span)
			}
			if hit {
				touched++
			} else if os.Getenv("SHOW") != "" {
				t.Logf("spurious %q", body.Text(m.Span))
			}
		}
		seen := map[[4]int]bool{}
		for _, s := range d.synonyms {
			if s.SourceBegin > s.TargetBegin {
				s.SourceBegin, s.SourceEnd, s.TargetBegin, s.TargetEnd = s.TargetBegin, s.TargetEnd, s.SourceBegin, s.SourceEnd
			}
			key := [4]int{s.SourceBegin, s.SourceEnd, s.TargetBegin, s.TargetEnd}
			if seen[key] {
				continue
			}
			seen[key] = true
			x, _ := body.SpanOf(s.SourceBegin, s.SourceEnd)
			y, _ := body.SpanOf(s.TargetBegin, s.TargetEnd)
			same, role := oneEntity(body, a, x, y)
			if isRole(body.Text(x)) || isRole(body.Text(y)) {
				rolePairs++
				if same || role {
					roleJoined++
				}
				continue
			}
			pairs++
			if same {
				joined++
			} else if os.Getenv("SHOW") != "" {
				t.Logf("not joined %q %q", body.Text(x), body.Text(y))
			}
		}
	}
	total, hits, headed, right := 0, 0, 0, 0
	for _, k := range []string{"Person", "Organisation", "Location"} {
		record(t, "entities.re3d."+strings.ToLower(k)+".found", share(found[k], gold[k]), fmt.Sprintf("of %d named ones", gold[k]))
		record(t, "entities.re3d."+strings.ToLower(k)+".kind", share(typed[k], comparable[k]), fmt.Sprintf("of %d found with the same head; %d left unknown", comparable[k], open[k]))
		total, hits, headed, right = total+gold[k], hits+found[k], headed+comparable[k], right+typed[k]
	}
	record(t, "entities.re3d.found", share(hits, total), fmt.Sprintf("of %d named people, organisations and places", total))
	record(t, "entities.re3d.kind", share(right, headed), fmt.Sprintf("of %d found with the same head", headed))
	record(t, "entities.re3d.kind.countries", share(right+acting, headed), fmt.Sprintf("the same, with %d countries that act as organisations right as places", acting))
	record(t, "entities.re3d.precision", share(touched, mentions), fmt.Sprintf("of %d names lie in something that analysts marked", mentions))
	record(t, "entities.re3d.synonyms.names", share(joined, pairs), fmt.Sprintf("of %d pairs of names", pairs))
	record(t, "entities.re3d.synonyms.roles", share(roleJoined, rolePairs), fmt.Sprintf("of %d pairs of a name and a role", rolePairs))
}

var kindOf = map[string]entity.Kind{"Person": entity.Person, "Organisation": entity.Organisation, "Location": entity.Place}

// nationality reports whether re3d marks the words as a nationality.
func (d *re3dDoc) nationality(body *text.Doc, s text.Span) bool {
	for _, e := range d.entities {
		if e.Type == "Nationality" {
			if span, _ := body.SpanOf(e.Begin, e.End); span.Contains(s) {
				return true
			}
		}
	}
	return false
}

// covering returns the mention of a name that fits the words of a gold name best: with the same last word, or with a token F of at least one half.
// headed says that the last words agree, so that both name the same kind of thing (“Iraq” in “Government of Iraq” does, “Syria” in “Syria Office” does not).
func covering(d *text.Doc, a entity.Article, span text.Span) (best *entity.Mention, headed bool) {
	words, bestF := len(text.Tokenize(d.Text(span), nil)), 0.0
	for i := range a.Mentions {
		m := &a.Mentions[i]
		if m.Form == entity.Nominal || m.Form == entity.Pronoun || !m.Span.Overlaps(span) {
			continue
		}
		shared := len(text.Tokenize(d.Text(m.Span.Intersect(span)), nil))
		f := 2 * float64(shared) / float64(words+len(text.Tokenize(d.Text(m.Span), nil)))
		if m.Span.End == span.End {
			f++
		}
		if f > bestF && f >= 0.5 {
			best, bestF = m, f
		}
	}
	return best, bestF > 1
}

// isCountry reports whether the words are a country by one of its usual names, as far as re3d has them act.
func isCountry(s string) bool {
	a := entity.Find(entity.Text{Body: text.NewDoc("They met in " + s + "."), Language: "en"}, nil)
	if len(a.Entities) != 1 || a.Entities[0].Kind != entity.Place {
		return false
	}
	for _, v := range a.Entities[0].KindVotes {
		if strings.Contains(v.Text, "list of places") {
			return true
		}
	}
	return false
}

// isRole reports whether the words hold one for a role.
func isRole(s string) bool {
	for w := range strings.FieldsSeq(strings.ToLower(s)) {
		if roleNouns[w] {
			return true
		}
	}
	return false
}

var roleNouns = map[string]bool{
	"minister": true, "secretary": true, "president": true, "envoy": true, "ambassador": true, "spokesman": true, "spokesperson": true, "representative": true, "director": true,
	"leader": true, "chief": true, "commander": true, "coordinator": true, "governor": true, "king": true, "head": true, "general": true, "chairman": true, "d’affaires": true,
}

// oneEntity reports whether names in the two spans are mentions of one entity, or one span is a descriptor of a name in the other.
func oneEntity(d *text.Doc, a entity.Article, x, y text.Span) (names, role bool) {
	inX, inY := map[int]bool{}, map[int]bool{}
	for _, m := range a.Mentions {
		if m.Entity >= 0 && m.Span.Overlaps(x) {
			inX[m.Entity] = true
		}
		if m.Entity >= 0 && m.Span.Overlaps(y) {
			inY[m.Entity] = true
		}
	}
	for e := range inX {
		names = names || inY[e]
		role = role || describes(a.Entities[e], y)
	}
	for e := range inY {
		role = role || describes(a.Entities[e], x)
	}
	return names, role
}

func describes(e entity.Entity, s text.Span) bool {
	for _, x := range e.Descriptors {
		if x.Span.Overlaps(s) {
			return true
		}
	}
	return false
}
