package hearsay

import (
	"runtime"
	"sync"
	"sync/atomic"

	"hearsay/article"
	"hearsay/drift"
	"hearsay/entity"
	"hearsay/quote"
	"hearsay/story"
	"hearsay/text"
	"hearsay/when"
)

// An Annotation is what was found in one article by itself. Its spans count in the body of the article or, where they say so, in its title.
type Annotation struct {
	Title  *text.Doc
	Names  entity.Article
	Times  []when.Expression
	Quotes []quote.Quote
}

// Annotate finds names, times and quotes in one article. usage is how the collection writes its words (entity.Survey); nil takes the
// article alone.
func Annotate(a *article.Article, usage *entity.Usage) Annotation {
	t := namesText(a)
	n := Annotation{Title: t.Title, Names: entity.Find(t, usage), Times: when.Find(a.Doc, frame(a))}
	n.Quotes = quote.Find(quote.Text{
		Title: t.Title, Body: a.Doc, Language: t.Language, Blocks: blocks(a), Names: n.Names, Times: n.Times,
	})
	return n
}

func namesText(a *article.Article) entity.Text {
	return entity.Text{Title: text.NewDoc(a.Title), Body: a.Doc, Language: a.Language.Code}
}

// frame says when an article was published and captured. A date that is unclear is no anchor for “on Friday”.
func frame(a *article.Article) when.Frame {
	f := when.Frame{Captured: a.Captured, Language: a.Language.Code}
	if a.Published != nil && a.Published.Grade != article.Unclear {
		f.Published = a.Published.From
	}
	return f
}

// blocks are the paragraphs that the page marks as quotations.
func blocks(a *article.Article) []text.Span {
	var out []text.Span
	for _, p := range a.Paragraphs {
		if p.Role == "quote" {
			out = append(out, p.Span)
		}
	}
	return out
}

// AnnotateAll annotates the articles of a collection, in parallel; the result is in their order, whatever the number of processors.
func AnnotateAll(articles []*article.Article, o Options) []Annotation {
	texts := make([]entity.Text, len(articles))
	for i, a := range articles {
		texts[i] = namesText(a)
	}
	usage := entity.Survey(texts)
	out := make([]Annotation, len(articles))
	var next, done atomic.Int64
	var progress sync.Mutex
	var group sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(articles)); i = next.Add(1) - 1 {
				out[i] = Annotate(articles[i], usage)
				progress.Lock()
				o.progress("reading who said what", int(done.Add(1)), len(articles))
				progress.Unlock()
			}
		})
	}
	group.Wait()
	return out
}

// castOf joins the names of the articles, story by story and over the whole case.
func castOf(annotations []Annotation, stories []story.Story) entity.Cast {
	names := make([]entity.Article, len(annotations))
	for i := range annotations {
		names[i] = annotations[i].Names
	}
	members := make([][]int, len(stories))
	for s, st := range stories {
		for _, m := range st.Members {
			members[s] = append(members[s], m.Article)
		}
	}
	return entity.Merge(names, members)
}

// utterances follows the quotes of each story across its articles.
func (c *Case) utterances() {
	m := &drift.Material{Articles: c.Articles, Cast: c.Cast, Names: make([]entity.Article, len(c.Articles)), Quotes: make([][]quote.Quote, len(c.Articles))}
	for i, a := range c.Annotations {
		m.Names[i], m.Quotes[i] = a.Names, a.Quotes
	}
	for s := range c.Stories {
		var members []int
		for _, x := range c.Stories[s].Members {
			members = append(members, x.Article)
		}
		c.Stories[s].Utterances = drift.Find(m, members)
		c.Stories[s].Unshared = drift.Unique(m, members, c.Stories[s].Utterances)
	}
}
