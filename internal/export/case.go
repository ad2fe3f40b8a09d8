// Package export writes what Hearsay found in the forms that other programs read: JSON and CSV. The
// formats are described in doc/formats.md and, for JSON, by the schemas in doc/schema.
//
// Offsets are half-open and count Unicode code points of the article's text, always together with
// the words themselves, so that anyone can check them.
package export

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"maps"

	"hearsay"
	"hearsay/article"
	"hearsay/lineage"
	"hearsay/origin"
	"hearsay/page"
	"hearsay/reuse"
	"hearsay/text"
)

// CaseSchema names the record format of a case.
const CaseSchema = "hearsay/case/1"

// Case is a hearsay.Case as JSON.
type Case struct {
	Schema      string           `json:"schema"`
	Run         Run              `json:"run"`
	Articles    []article.Record `json:"articles"`
	Annotations []CaseAnnotation `json:"annotations"`
	Entities    []CastEntity     `json:"entities"`
	Pairs       []Pair           `json:"pairs"`
	Stories     []Story          `json:"stories"`
	Duplicates  []Duplicate      `json:"duplicates"`
	Skipped     []Skip           `json:"skipped"`
}

// Run says what a case was made from and with.
type Run struct {
	Version string         `json:"version"`
	Methods map[string]int `json:"methods"`
	Options RunOptions     `json:"options"`
	Input   string         `json:"input_sha256"`
}

// RunOptions are the options that can change a result.
type RunOptions struct {
	Archive        bool    `json:"archive"`
	MinWords       int     `json:"min_words"`
	StoryThreshold float64 `json:"story_threshold"`
	// What steered the reading of pages; zero means the default.
	MaxPage    int64             `json:"max_page"`
	MaxFile    int64             `json:"max_file"`
	Captured   string            `json:"captured"`
	FieldNames map[string]string `json:"field_names"`
}

// Ref points at words of an article.
type Ref struct {
	Article string `json:"article"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
	Exact   string `json:"exact"`
}

// Pair is two articles that share wording.
type Pair struct {
	A         string         `json:"a"`
	B         string         `json:"b"`
	Relation  reuse.Relation `json:"relation"`
	SharedOfA float64        `json:"shared_of_a"`
	SharedOfB float64        `json:"shared_of_b"`
	Passages  []Passage      `json:"passages"`
}

// Passage is wording that two articles share.
type Passage struct {
	A          Ref     `json:"a"`
	B          Ref     `json:"b"`
	Words      int     `json:"words"`
	SameWords  int     `json:"same_words"`
	LongestRun int     `json:"longest_run"`
	Mass       float64 `json:"mass"`
	Formula    bool    `json:"formula"`
	Moved      bool    `json:"moved"`
	Reworded   bool    `json:"reworded"`
	Edits      []Edit  `json:"edits"`
}

// Edit is a stretch of an alignment; a and b are the words of each side, which together with the
// order of the edits give their places.
type Edit struct {
	Op reuse.Op `json:"op"`
	A  string   `json:"a"`
	B  string   `json:"b"`
}

// Story is a story with what was found inside it.
type Story struct {
	ID         string      `json:"id"`
	Title      string      `json:"title"`
	From       string      `json:"from"`
	To         string      `json:"to"`
	Articles   []Member    `json:"articles"`
	Families   [][]string  `json:"families"`
	Lineage    *Lineage    `json:"lineage,omitempty"`
	Origins    *Origins    `json:"origins,omitempty"`
	Statements []Statement `json:"statements,omitempty"`
	// Quotes are the utterances that several articles of the story quote, Unshared the direct quotes that only one gives.
	Quotes   []Utterance `json:"quotes,omitempty"`
	Unshared []QuoteRef  `json:"unshared,omitempty"`
}

// Member is an article's place in a story.
type Member struct {
	ID            string   `json:"id"`
	Score         float64  `json:"score"`
	Terms         []string `json:"terms"`
	RunnerUp      string   `json:"runner_up,omitempty"`
	RunnerUpScore float64  `json:"runner_up_score,omitempty"`
	Uncertain     bool     `json:"uncertain"`
}

// Lineage is who took from whom. Edges name articles by their id and missing sources by the name of
// their node.
type Lineage struct {
	Nodes []Node `json:"nodes"`
	Edges []Edge `json:"edges"`
}

// Node is an article, or a source that is not in the collection.
type Node struct {
	Article string `json:"article,omitempty"`
	Missing string `json:"missing,omitempty"`
}

// Edge ties two nodes, given as indices into the nodes.
type Edge struct {
	From     int           `json:"from"`
	To       int           `json:"to"`
	Directed bool          `json:"directed"`
	Grade    article.Grade `json:"grade"`
	// Odds is the natural logarithm of the odds for this line against all other ways in which the
	// article can have come about; nil where it was not asked: without a direction, and from a source
	// that is not in the collection.
	Odds  *float64 `json:"odds"`
	Clues []Clue   `json:"clues"`
}

// Clue is one reason for or against an edge.
type Clue struct {
	Kind    lineage.ClueKind `json:"kind"`
	Text    string           `json:"text"`
	Weight  float64          `json:"weight"`
	Against bool             `json:"against"`
	Ref     *Ref             `json:"ref"`
}

// Origins is an interval with its reasons.
type Origins struct {
	AtLeast int `json:"at_least"`
	AtMost  int `json:"at_most"`
	// Texts is how many different texts the reports are, counting near-copies once.
	Texts  int     `json:"texts"`
	Groups []Group `json:"groups"`
	Merges []Merge `json:"merges"`
	// Notes say what was seen and joins nothing.
	Notes []string `json:"notes"`
	// Witnesses is left out unless the statement stands in quotation marks in a report.
	Witnesses *Witnesses `json:"witnesses,omitempty"`
}

// Witnesses says by how many it is attested that something was said. The reasons are the merges of
// the origins, without those of the rule same_utterance.
type Witnesses struct {
	AtLeast int     `json:"at_least"`
	AtMost  int     `json:"at_most"`
	Groups  []Group `json:"groups"`
}

// Group is the reports that rest on one origin.
type Group struct {
	Articles []string     `json:"articles"`
	Basis    origin.Basis `json:"basis"`
	Name     string       `json:"name"`
	Grounds  []Ground     `json:"grounds"`
}

// Ground is one thing that an article of a group shows of what the group rests on.
type Ground struct {
	Article string            `json:"article"`
	Kind    origin.GroundKind `json:"kind"`
	Source  string            `json:"source"`
}

// Merge is one step of counting origins.
type Merge struct {
	Rule     origin.Rule `json:"rule"`
	Reason   string      `json:"reason"`
	Articles []string    `json:"articles"`
}

// Statement is what sentences of different articles say in common.
type Statement struct {
	ID      string  `json:"id"`
	Text    string  `json:"text"`
	Mass    float64 `json:"mass"`
	Reports []Ref   `json:"reports"`
	Origins Origins `json:"origins"`
}

// Duplicate is a page that repeats another byte for byte.
type Duplicate struct {
	Path   string `json:"path"`
	Record string `json:"record"`
	Of     string `json:"of"`
}

// Skip is an input that could not be read.
type Skip struct {
	Path   string `json:"path"`
	Record string `json:"record"`
	Reason string `json:"reason"`
	Beside bool   `json:"beside"` // no page, and not meant to be one
}

// NewCase returns c as JSON records. WriteCase writes them without holding them all.
func NewCase(c *hearsay.Case) Case {
	r := newCaseWithoutPairs(c)
	for _, p := range c.Pairs {
		r.Pairs = append(r.Pairs, NewPair(c.Articles, p))
	}
	return r
}

// newCaseWithoutPairs returns c as JSON records but for the pairs, which are the most of it.
func newCaseWithoutPairs(c *hearsay.Case) Case {
	r := Case{
		Schema: CaseSchema, Run: newRun(c.Run), Articles: []article.Record{}, Annotations: []CaseAnnotation{}, Entities: []CastEntity{}, Pairs: []Pair{}, Stories: []Story{},
		Duplicates: []Duplicate{}, Skipped: []Skip{},
	}
	for _, a := range c.Articles {
		r.Articles = append(r.Articles, a.Record())
	}
	for i := range c.Annotations {
		r.Annotations = append(r.Annotations, newCaseAnnotation(c, i))
	}
	for _, x := range c.Cast.Entities {
		r.Entities = append(r.Entities, newCastEntity(c.Articles, x))
	}
	for _, s := range c.Stories {
		r.Stories = append(r.Stories, newCaseStory(c, s))
	}
	for _, d := range c.Duplicates {
		r.Duplicates = append(r.Duplicates, newDuplicate(c.Articles, d))
	}
	for _, s := range c.Skipped {
		r.Skipped = append(r.Skipped, newSkip(s))
	}
	return r
}

// newDuplicate returns a page that repeats another as a record.
func newDuplicate(articles []*article.Article, d hearsay.Duplicate) Duplicate {
	return Duplicate{d.Source.Path, d.Source.Record, articles[d.Of].ID}
}

// newSkip returns a skipped input as a record.
func newSkip(s page.Skip) Skip { return Skip{s.Source.Path, s.Source.Record, s.Reason, s.Beside} }

func newRun(r hearsay.Run) Run {
	o := r.Options
	names := maps.Clone(o.Page.FieldNames)
	if names == nil {
		names = map[string]string{}
	}
	return Run{Version: r.Version, Methods: r.Methods, Input: r.Input, Options: RunOptions{
		Archive: o.Reuse.Archive, MinWords: o.Reuse.MinWords, StoryThreshold: o.Story.Threshold,
		MaxPage: o.Page.MaxPage, MaxFile: o.Page.MaxFile, Captured: formatTime(o.Page.Captured), FieldNames: names,
	}}
}

func newRef(articles []*article.Article, i int, s text.Span) Ref {
	a := articles[i]
	start, end := a.Doc.CodePoints(s)
	return Ref{Article: a.ID, Start: start, End: end, Exact: a.Doc.Text(s)}
}

// NewPair returns a pair of a collection as a record.
func NewPair(articles []*article.Article, p reuse.Pair) Pair {
	a, b := articles[p.A], articles[p.B]
	r := Pair{
		A: a.ID, B: b.ID, Relation: p.Relation,
		SharedOfA: round(p.SharedOfA), SharedOfB: round(p.SharedOfB), Passages: []Passage{},
	}
	for _, x := range p.Passages {
		px := Passage{
			A: newRef(articles, p.A, x.A), B: newRef(articles, p.B, x.B), Words: x.Words, SameWords: x.SameWords,
			LongestRun: x.LongestRun, Mass: round(x.Mass), Formula: x.Formula, Moved: x.Moved, Reworded: x.Reworded, Edits: []Edit{},
		}
		for _, e := range x.Edits {
			px.Edits = append(px.Edits, Edit{e.Op, a.Doc.Text(e.A), b.Doc.Text(e.B)})
		}
		r.Passages = append(r.Passages, px)
	}
	return r
}

func newCaseAnnotation(c *hearsay.Case, i int) CaseAnnotation {
	return CaseAnnotation{c.Articles[i].ID, newAnnotation(c.Articles[i], c.Annotations[i])}
}

// newCaseStory returns a story with the quotes that go through its articles.
func newCaseStory(c *hearsay.Case, s hearsay.Story) Story {
	r := NewStory(c.Articles, s)
	q := quoteRefs{c}
	for _, u := range s.Utterances {
		r.Quotes = append(r.Quotes, q.utterance(u))
	}
	for _, x := range s.Unshared {
		r.Unshared = append(r.Unshared, q.ref(x))
	}
	return r
}

// NewStory returns a story with everything found inside it as a record.
func NewStory(articles []*article.Article, s hearsay.Story) Story {
	r := NewStoryHead(articles, s)
	l := newLineage(articles, s.Lineage)
	o := newOrigins(articles, s.Origins)
	r.Lineage, r.Origins = &l, &o
	for _, x := range s.Statements {
		st := Statement{ID: x.ID, Text: x.Text, Mass: round(x.Mass), Reports: []Ref{}, Origins: newOrigins(articles, x.Origins)}
		for _, report := range x.Reports {
			st.Reports = append(st.Reports, newRef(articles, report.Article, report.Span))
		}
		r.Statements = append(r.Statements, st)
	}
	return r
}

// NewStoryHead returns which articles a story has, without what was found inside it.
func NewStoryHead(articles []*article.Article, s hearsay.Story) Story {
	r := Story{ID: s.ID, Title: s.Title, From: formatTime(s.From), To: formatTime(s.To), Articles: []Member{}, Families: [][]string{}}
	for _, m := range s.Members {
		r.Articles = append(r.Articles, Member{
			ID: articles[m.Article].ID, Score: round(m.Score), Terms: append([]string{}, m.Terms...),
			RunnerUp: m.RunnerUp, RunnerUpScore: round(m.RunnerUpScore), Uncertain: m.Uncertain,
		})
	}
	for _, f := range s.Families {
		r.Families = append(r.Families, ids(articles, f))
	}
	return r
}

func newLineage(articles []*article.Article, l lineage.Lineage) Lineage {
	r := Lineage{Nodes: []Node{}, Edges: []Edge{}}
	for _, n := range l.Nodes {
		if n.Article >= 0 {
			r.Nodes = append(r.Nodes, Node{Article: articles[n.Article].ID})
		} else {
			r.Nodes = append(r.Nodes, Node{Missing: n.Missing})
		}
	}
	for _, e := range l.Edges {
		er := Edge{From: e.From, To: e.To, Directed: e.Directed, Grade: e.Grade, Odds: oddsOf(l, e), Clues: []Clue{}}
		for _, c := range e.Clues {
			cr := Clue{Kind: c.Kind, Text: c.Text, Weight: round(c.Weight), Against: c.Against}
			if c.Ref != nil {
				ref := newRef(articles, c.Ref.Article, c.Ref.Span)
				cr.Ref = &ref
			}
			er.Clues = append(er.Clues, cr)
		}
		r.Edges = append(r.Edges, er)
	}
	return r
}

// oddsOf returns the odds of an edge; nil if they were not asked.
func oddsOf(l lineage.Lineage, e lineage.Edge) *float64 {
	if !e.Directed || e.Further || l.Nodes[e.From].Article < 0 {
		return nil
	}
	odds := round(e.Odds)
	return &odds
}

func newOrigins(articles []*article.Article, iv origin.Interval) Origins {
	r := Origins{AtLeast: iv.AtLeast, AtMost: iv.AtMost, Texts: iv.Texts, Merges: []Merge{}, Notes: append([]string{}, iv.Notes...)}
	r.Groups = groupsOf(articles, iv.Groups, iv.Reports)
	for _, m := range iv.Merges {
		r.Merges = append(r.Merges, Merge{m.Rule, m.Reason, ids(articles, m.Articles)})
	}
	if w := iv.Witnesses; w != nil {
		r.Witnesses = &Witnesses{w.AtLeast, w.AtMost, groupsOf(articles, w.Groups, iv.Reports)}
	}
	return r
}

// groupsOf returns groups with what their reports show of their basis.
func groupsOf(articles []*article.Article, groups []origin.Group, reports []origin.Report) []Group {
	grounds := map[int][]origin.Ground{}
	for _, r := range reports {
		grounds[r.Article] = r.Grounds
	}
	out := make([]Group, len(groups))
	for i, g := range groups {
		out[i] = Group{ids(articles, g.Articles), g.Basis, g.Name, []Ground{}}
		for _, a := range g.Articles {
			for _, k := range grounds[a] {
				if k.Counts {
					out[i].Grounds = append(out[i].Grounds, Ground{articles[a].ID, k.Kind, k.Source})
				}
			}
		}
	}
	return out
}

func ids(articles []*article.Article, indices []int) []string {
	out := make([]string, len(indices))
	for i, k := range indices {
		out[i] = articles[k].ID
	}
	return out
}

// Write writes v as JSON to w, one line unless indent is set, with letters as they are: the files
// are UTF-8, and “<” is no danger in them.
func Write(w io.Writer, v any, indent bool) error {
	bw := bufio.NewWriterSize(w, 1<<16)
	enc := json.NewEncoder(bw)
	enc.SetEscapeHTML(false)
	if indent {
		enc.SetIndent("", " ")
	}
	if err := enc.Encode(v); err != nil {
		return fmt.Errorf("write JSON: %w", err)
	}
	if err := bw.Flush(); err != nil {
		return fmt.Errorf("write JSON: %w", err)
	}
	return nil
}
