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
// A gold entity counts if it holds a capitalised word that is no article or pronoun. It is found if a mention of a name, with the titles before it, shares at least half of the
// words of the name inside it.
func TestEntities(t *testing.T) {
	docs := readRe3d(t)
	gold, found, typed := map[string]int{}, map[string]int{}, map[string]int{}
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
			if m := covering(body, a, name); m != nil {
				if os.Getenv("SHOW") != "" && (m.Entity < 0 || kindOf[e.Type] != a.Entities[m.Entity].Kind) {
					k := entity.Unknown
					var v []entity.Vote
					if m.Entity >= 0 {
						k, v = a.Entities[m.Entity].Kind, a.Entities[m.Entity].KindVotes
					}
					t.Logf("kind %s %q is %s %v", e.Type, body.Text(m.Span), k, v)
				}
				found[e.Type]++
				if m.Entity >= 0 && kindOf[e.Type] == a.Entities[m.Entity].Kind {
					typed[e.Type]++
				}
			} else if os.Getenv("SHOW") != "" {
				t.Logf("missed %s %q | %s", e.Type, e.Value, strings.ReplaceAll(d.Text[max(0, span.Start-30):min(len(d.Text), span.End+20)], "\n", "¶"))
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
	total, hits, right := 0, 0, 0
	for _, k := range []string{"Person", "Organisation", "Location"} {
		record(t, "entities.re3d."+strings.ToLower(k)+".found", share(found[k], gold[k]), fmt.Sprintf("of %d named ones", gold[k]))
		record(t, "entities.re3d."+strings.ToLower(k)+".kind", share(typed[k], found[k]), fmt.Sprintf("of %d found ones", found[k]))
		total, hits, right = total+gold[k], hits+found[k], right+typed[k]
	}
	record(t, "entities.re3d.found", share(hits, total), fmt.Sprintf("of %d named people, organisations and places", total))
	record(t, "entities.re3d.kind", share(right, hits), fmt.Sprintf("of %d found ones", hits))
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

// covering returns the mention of a name that holds the last word of the span, or shares at least half of its words.
func covering(d *text.Doc, a entity.Article, span text.Span) *entity.Mention {
	words := len(text.Tokenize(d.Text(span), nil))
	for i := range a.Mentions {
		m := &a.Mentions[i]
		if m.Form == entity.Nominal || m.Form == entity.Pronoun || !m.Span.Overlaps(span) {
			continue
		}
		shared := len(text.Tokenize(d.Text(m.Span.Intersect(span)), nil))
		if m.Span.End >= span.End || 2*shared >= words {
			return m
		}
	}
	return nil
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
