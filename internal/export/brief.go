package export

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"hearsay"
	"hearsay/article"
)

// BriefSchema names the record format of a brief.
const BriefSchema = "hearsay/brief/1"

// A Brief is what a report carries inside so that it can be checked against the pages on its own:
// what it was made from, and every span that it rests a finding on. It holds no full texts.
type Brief struct {
	Schema   string         `json:"schema"`
	Run      Run            `json:"run"`
	Articles []BriefArticle `json:"articles"`
	// Evidence is sorted by article, start, end; each span stands once.
	Evidence []Ref `json:"evidence"`
}

// BriefArticle is an article without its text.
type BriefArticle struct {
	ID         string                    `json:"id"`
	URL        string                    `json:"url"`
	Source     article.SourceRecord      `json:"source"`
	TextSHA256 string                    `json:"text_sha256"`
	Paragraphs []article.ParagraphRecord `json:"paragraphs"`
}

// NewBrief returns the brief of c, as NewCase(c).Brief() does, without making records of the pairs,
// which it does not need.
func NewBrief(c *hearsay.Case) Brief { return newCaseWithoutPairs(c).Brief() }

// Brief returns the brief of a case.
func (c Case) Brief() Brief {
	b := Brief{Schema: BriefSchema, Run: c.Run, Articles: []BriefArticle{}, Evidence: c.Evidence()}
	for _, a := range c.Articles {
		b.Articles = append(b.Articles, BriefArticle{a.ID, a.URL, a.Source, TextSum(a.Text), a.Paragraphs})
	}
	return b
}

// TextSum is the hexadecimal SHA-256 of the text of an article.
func TextSum(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// Evidence returns every span that a statement, a clue or a credit of the case rests on, sorted by
// article, start and end, each once.
func (c Case) Evidence() []Ref {
	refs := []Ref{}
	for _, a := range c.Articles {
		for _, x := range a.Credits {
			if x.Start != nil && x.End != nil {
				refs = append(refs, Ref{a.ID, *x.Start, *x.End, x.Exact})
			}
		}
	}
	for _, s := range c.Stories {
		for _, x := range s.Statements {
			refs = append(refs, x.Reports...)
		}
		if s.Lineage == nil {
			continue
		}
		for _, e := range s.Lineage.Edges {
			for _, clue := range e.Clues {
				if clue.Ref != nil {
					refs = append(refs, *clue.Ref)
				}
			}
		}
	}
	slices.SortFunc(refs, func(a, b Ref) int {
		return cmp.Or(cmp.Compare(a.Article, b.Article), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), cmp.Compare(a.Exact, b.Exact))
	})
	return slices.Compact(refs)
}

// Passages returns every side of every passage of the case as a span, in the order of the pairs.
func (c Case) Passages() []Ref {
	var refs []Ref
	for _, p := range c.Pairs {
		for _, x := range p.Passages {
			refs = append(refs, x.A, x.B)
		}
	}
	return refs
}
