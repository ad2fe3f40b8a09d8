package export

import (
	"strconv"

	"hearsay"
	"hearsay/article"
	"hearsay/drift"
	"hearsay/entity"
	"hearsay/quote"
	"hearsay/text"
	"hearsay/when"
)

// AnnotatedSchema names the record format of an annotated article.
const AnnotatedSchema = "hearsay/annotated/1"

// Annotated is an article record with its annotations.
type Annotated struct {
	article.Record
	Sentences []Place `json:"sentences"`
	Annotation
}

// Annotation is what was found in one article by itself. Offsets count code points of its text, or of its title where in says “title”.
type Annotation struct {
	Mentions []Mention `json:"mentions"`
	Entities []Entity  `json:"entities"`
	Quotes   []Quote   `json:"quotes"`
	Times    []Time    `json:"times"`
}

// CaseAnnotation is an Annotation inside a case.
type CaseAnnotation struct {
	Article string `json:"article"`
	Annotation
}

// Place is a stretch of an article.
type Place struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Words are words of an article at their place.
type Words struct {
	In    string `json:"in,omitempty"` // “title”; else the text
	Start int    `json:"start"`
	End   int    `json:"end"`
	Exact string `json:"exact"`
}

// Mention is one place that names or means somebody or something.
type Mention struct {
	Words
	Form       entity.Form `json:"form"`
	Kind       entity.Kind `json:"kind"`
	Entity     *string     `json:"entity"` // id inside the article; null if it is open
	Reason     string      `json:"reason"`
	Candidates []string    `json:"candidates,omitempty"`
}

// Entity is somebody or something that an article names.
type Entity struct {
	ID          string           `json:"id"`
	Name        string           `json:"name"`
	Kind        entity.Kind      `json:"kind"`
	Gender      entity.Gender    `json:"gender,omitempty"`
	Aliases     []Alias          `json:"aliases"`
	Descriptors []Words          `json:"descriptors"`
	Votes       []Vote           `json:"votes"`
	Merges      []entity.Joining `json:"merges"`
}

// Alias is a spelling and how often it stands.
type Alias struct {
	Form  string `json:"form"`
	Count int    `json:"count"`
}

// Vote is one reason for the kind of an entity.
type Vote struct {
	Kind   entity.Kind `json:"kind"`
	Reason string      `json:"reason"`
	Weight float64     `json:"weight"`
}

// Quote is who said what.
type Quote struct {
	Kind       quote.Kind       `json:"kind"`
	Class      quote.Class      `json:"class"`
	Polarity   string           `json:"polarity"` // “pos” or “neg”
	Factuality quote.Factuality `json:"factuality"`
	Zone       quote.Zone       `json:"zone"`
	Level      int              `json:"level"`
	Parent     *int             `json:"parent"` // index into the quotes of the article
	Content    []QuotePart      `json:"content"`
	Cue        *Words           `json:"cue"`
	Lemma      string           `json:"lemma,omitempty"`
	Speaker    Speaker          `json:"speaker"`
	Via        []Via            `json:"via"`
	Date       *QuoteDate       `json:"date"`
	Translated bool             `json:"translated"`
	Repeats    *int             `json:"repeats"`
	Grades     QuoteGrades      `json:"grades"`
}

// QuoteGrades are how sure the ends of the content, the mention of the speaker and the speaker are.
type QuoteGrades struct {
	Content entity.Grade `json:"content"`
	Mention entity.Grade `json:"mention"`
	Speaker entity.Grade `json:"speaker"`
}

// QuotePart is a stretch of the words of a quote.
type QuotePart struct {
	Words
	Quoted bool         `json:"quoted"`
	Closed quote.Closed `json:"closed,omitempty"`
}

// Speaker is who a quote is ascribed to.
type Speaker struct {
	Mention    *Words            `json:"mention"`
	Kind       quote.SpeakerKind `json:"kind"`
	Entity     *string           `json:"entity"`
	Name       string            `json:"name"`
	Descriptor string            `json:"descriptor"`
	Rule       string            `json:"rule"`
	Reason     string            `json:"reason"`
}

// Via is somebody or something between the speaker and the page.
type Via struct {
	Words
	Role   quote.ViaRole `json:"role"`
	Entity *string       `json:"entity"`
}

// QuoteDate is when something was said, with the words that tell.
type QuoteDate struct {
	From     *string `json:"from"` // null where nothing tells which day is meant
	To       *string `json:"to"`
	Evidence Words   `json:"evidence"`
}

// Time is an expression of time.
type Time struct {
	Words
	Type   when.Type       `json:"type"`
	Value  string          `json:"value"`
	Mod    string          `json:"mod,omitempty"`
	From   *string         `json:"from"`
	To     *string         `json:"to"`
	Anchor when.AnchorKind `json:"anchor"`
}

// NewAnnotated returns an article with its annotation as a record.
func NewAnnotated(a *article.Article, n hearsay.Annotation) Annotated {
	r := Annotated{Record: a.Record(), Sentences: []Place{}, Annotation: newAnnotation(a, n)}
	r.Schema = AnnotatedSchema
	for _, s := range a.Doc.Sentences() {
		start, end := a.Doc.CodePoints(s)
		r.Sentences = append(r.Sentences, Place{start, end})
	}
	return r
}

// An annotator writes the annotation of one article.
type annotator struct {
	a *article.Article
	n hearsay.Annotation
}

func newAnnotation(a *article.Article, n hearsay.Annotation) Annotation {
	w := annotator{a, n}
	r := Annotation{Mentions: []Mention{}, Entities: []Entity{}, Quotes: []Quote{}, Times: []Time{}}
	for _, m := range n.Names.Mentions {
		r.Mentions = append(r.Mentions, w.mention(m))
	}
	for i, e := range n.Names.Entities {
		r.Entities = append(r.Entities, w.entity(i, e))
	}
	for _, q := range n.Quotes {
		r.Quotes = append(r.Quotes, w.quote(q))
	}
	for _, t := range n.Times {
		r.Times = append(r.Times, w.time(t))
	}
	return r
}

func (w annotator) words(s text.Span, title bool) Words {
	doc, in := w.a.Doc, ""
	if title {
		doc, in = w.n.Title, "title"
	}
	start, end := doc.CodePoints(s)
	return Words{In: in, Start: start, End: end, Exact: doc.Text(s)}
}

// entityID names an entity inside its article.
func entityID(e int) *string {
	if e < 0 {
		return nil
	}
	id := "e" + strconv.Itoa(e+1)
	return &id
}

func (w annotator) mention(m entity.Mention) Mention {
	r := Mention{Words: w.words(m.Span, m.InTitle), Form: m.Form, Kind: entity.Unknown, Entity: entityID(m.Entity), Reason: m.Reason}
	if m.Entity >= 0 {
		r.Kind = w.n.Names.Entities[m.Entity].Kind
	}
	for _, c := range m.Candidates {
		r.Candidates = append(r.Candidates, *entityID(c))
	}
	return r
}

func (w annotator) entity(i int, e entity.Entity) Entity {
	r := Entity{ID: *entityID(i), Name: e.Name, Kind: e.Kind, Gender: e.Gender, Aliases: []Alias{}, Descriptors: []Words{}, Votes: []Vote{}, Merges: append([]entity.Joining{}, e.Merges...)}
	for _, a := range e.Aliases {
		r.Aliases = append(r.Aliases, Alias{a.Form, a.Count})
	}
	for _, d := range e.Descriptors {
		r.Descriptors = append(r.Descriptors, w.words(d.Span, d.InTitle))
	}
	for _, v := range e.KindVotes {
		r.Votes = append(r.Votes, Vote{v.Kind, v.Text, round(v.Weight)})
	}
	return r
}

func (w annotator) quote(q quote.Quote) Quote {
	title := q.Zone == quote.InTitle
	r := Quote{
		Kind: q.Kind, Class: q.Class, Polarity: "pos", Factuality: q.Factuality, Zone: q.Zone, Level: q.Level, Parent: index(q.Parent), Content: []QuotePart{},
		Lemma: q.Lemma, Via: []Via{}, Translated: q.Translated, Repeats: index(q.Repeats),
		Grades: QuoteGrades{q.Boundary, q.Speaker.Tied, q.Speaker.Resolved},
	}
	if q.Negative {
		r.Polarity = "neg"
	}
	for _, p := range q.Content {
		r.Content = append(r.Content, QuotePart{w.words(p.Span, title), p.Quoted, p.Closed})
	}
	if !q.Cue.Empty() {
		cue := w.words(q.Cue, title)
		r.Cue = &cue
	}
	s := q.Speaker
	r.Speaker = Speaker{Kind: s.Kind, Entity: entityID(s.Entity), Name: s.Name, Descriptor: s.Descriptor, Rule: s.Rule, Reason: s.Reason}
	if !s.Mention.Empty() {
		mention := w.words(s.Mention, title)
		r.Speaker.Mention = &mention
	}
	for _, v := range q.Via {
		r.Via = append(r.Via, Via{w.words(v.Span, title), v.Role, entityID(v.Entity)})
	}
	if q.Said >= 0 {
		t := w.time(w.n.Times[q.Said])
		r.Date = &QuoteDate{t.From, t.To, t.Words}
	}
	return r
}

func (w annotator) time(t when.Expression) Time {
	r := Time{Words: w.words(t.Span, false), Type: t.Type, Value: t.Value, Mod: t.Mod, Anchor: t.Anchor.Kind}
	if !t.From.IsZero() {
		from, to := formatTime(t.From), formatTime(t.To)
		r.From, r.To = &from, &to
	}
	return r
}

// index returns an index, nil for none.
func index(i int) *int {
	if i < 0 {
		return nil
	}
	return &i
}

// CastEntity is somebody or something that the articles of a case name.
type CastEntity struct {
	ID          string           `json:"id"`
	Name        string           `json:"name"`
	Kind        entity.Kind      `json:"kind"`
	Aliases     []CastAlias      `json:"aliases"`
	Descriptors []string         `json:"descriptors"`
	Members     []CastMember     `json:"members"`
	Merges      []entity.Joining `json:"merges"`
	Apart       []entity.Parting `json:"apart"`
}

// CastAlias is a spelling and the articles that use it.
type CastAlias struct {
	Form     string   `json:"form"`
	Count    int      `json:"count"`
	Articles []string `json:"articles"`
}

// CastMember is an entity of an article.
type CastMember struct {
	Article string `json:"article"`
	Entity  string `json:"entity"`
}

func newCastEntity(articles []*article.Article, x entity.CastEntity) CastEntity {
	r := CastEntity{
		ID: x.ID, Name: x.Name, Kind: x.Kind, Aliases: []CastAlias{}, Descriptors: append([]string{}, x.Descriptors...), Members: []CastMember{},
		Merges: append([]entity.Joining{}, x.Merges...), Apart: append([]entity.Parting{}, x.Apart...),
	}
	for _, a := range x.Aliases {
		r.Aliases = append(r.Aliases, CastAlias{a.Form, a.Count, ids(articles, a.Articles)})
	}
	for _, m := range x.Members {
		r.Members = append(r.Members, CastMember{articles[m.Article].ID, *entityID(m.Entity)})
	}
	return r
}

// Utterance is one utterance as several articles quote it.
type Utterance struct {
	ID       string             `json:"id"`
	Speakers []UtteranceSpeaker `json:"speakers"`
	Variants []Variant          `json:"variants"`
	Earliest []QuoteRef         `json:"earliest"`
}

// UtteranceSpeaker is somebody to whom articles ascribe an utterance.
type UtteranceSpeaker struct {
	Entity *string `json:"entity"` // id in the entities of the case
	Name   string  `json:"name"`
	Count  int     `json:"count"`
}

// Variant is one wording of an utterance.
type Variant struct {
	Relation  drift.Relation `json:"relation"`
	Reports   []QuoteRef     `json:"reports"`
	Words     int            `json:"words"`
	SameWords int            `json:"same_words"`
	Edits     []drift.Edit   `json:"edits"`
}

// QuoteRef points at a quote of an article: its place in the annotation of the article, and its quoted words.
type QuoteRef struct {
	Article string  `json:"article"`
	Quote   int     `json:"quote"`
	Words   []Words `json:"words"`
}

// A quoteRefs makes references to quotes.
type quoteRefs struct{ c *hearsay.Case }

func (q quoteRefs) ref(r drift.Report) QuoteRef {
	a := q.c.Articles[r.Article]
	w := annotator{a, q.c.Annotations[r.Article]}
	x := w.n.Quotes[r.Quote]
	out := QuoteRef{Article: a.ID, Quote: r.Quote, Words: []Words{}}
	for _, p := range x.Content {
		if p.Quoted {
			out.Words = append(out.Words, w.words(p.Span, x.Zone == quote.InTitle))
		}
	}
	return out
}

func (q quoteRefs) refs(list []drift.Report) []QuoteRef {
	out := []QuoteRef{}
	for _, r := range list {
		out = append(out, q.ref(r))
	}
	return out
}

func (q quoteRefs) utterance(u drift.Utterance) Utterance {
	r := Utterance{ID: u.ID, Speakers: []UtteranceSpeaker{}, Variants: []Variant{}, Earliest: q.refs(u.Earliest)}
	for _, s := range u.Speakers {
		x := UtteranceSpeaker{Name: s.Name, Count: s.Count}
		if s.Entity >= 0 {
			x.Entity = &q.c.Cast.Entities[s.Entity].ID
		}
		r.Speakers = append(r.Speakers, x)
	}
	for _, v := range u.Variants {
		r.Variants = append(r.Variants, Variant{v.Relation, q.refs(v.Reports), v.Words, v.Same, append([]drift.Edit{}, v.Edits...)})
	}
	return r
}
