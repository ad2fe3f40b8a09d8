package hearsay

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"iter"
	"strings"

	"hearsay/article"
	"hearsay/page"
	"hearsay/reuse"
	"hearsay/text"
)

// A Pile is a collection that need not fit into memory: of every article it keeps the id and the day
// in memory, about 150 bytes, and the text in a scratch file. It is safe for use by several goroutines.
type Pile struct {
	Skipped []page.Skip

	ids   []string
	days  []int
	ends  []int64 // by article: where its text ends in the file; that of the next begins there
	texts reuse.File
}

// Heap reads the pages below paths as Collect does with o.KeepFurniture, and puts their texts into a
// file. Close ends the use of that file; it is to be called after an error, too. Heap fails when ctx is done,
// or when the file cannot be written.
func Heap(ctx context.Context, paths []string, o Options, texts reuse.File) (*Pile, error) {
	o.KeepFurniture = true
	p := &Pile{texts: texts}
	named, w, end := newIDs(), bufio.NewWriterSize(texts, 1<<18), int64(0)
	err := eachArticle(ctx, paths, o, func(skip page.Skip) { p.Skipped = append(p.Skipped, skip) }, func(a *article.Article, _ page.Source, _ int) error {
		if a == nil {
			return nil
		}
		named.name(a)
		n, err := w.WriteString(a.Doc.String())
		if err != nil {
			return fmt.Errorf("write scratch file: %w", err)
		}
		end += int64(n)
		p.ids = append(p.ids, strings.Clone(a.ID))
		p.days = append(p.days, dayOf(a))
		p.ends = append(p.ends, end)
		return nil
	})
	if err != nil {
		return nil, err
	}
	if err := w.Flush(); err != nil {
		return nil, fmt.Errorf("write scratch file: %w", err)
	}
	return p, nil
}

// Len returns the number of articles.
func (p *Pile) Len() int { return len(p.ids) }

// Doc reads the text of an article, by its number in the order of the inputs.
func (p *Pile) Doc(i int) (*text.Doc, error) {
	from := int64(0)
	if i > 0 {
		from = p.ends[i-1]
	}
	words := make([]byte, p.ends[i]-from)
	if _, err := p.texts.ReadAt(words, from); err != nil && (err != io.EOF || len(words) > 0) {
		return nil, fmt.Errorf("read scratch file: %w", err)
	}
	return text.NewDoc(string(words)), nil
}

// Article reads an article by its number. It has nothing but an id and a text.
func (p *Pile) Article(i int) (*article.Article, error) {
	doc, err := p.Doc(i)
	if err != nil {
		return nil, err
	}
	return &article.Article{ID: p.ids[i], Doc: doc}, nil
}

// Pairs finds the passages that the articles share, as Passages does with o.Reuse.Archive set, one pair
// after the other. memory is how many bytes may be used, as reuse.Large explains, scratch makes files
// for what does not fit.
func (p *Pile) Pairs(o Options, memory int64, scratch func() (reuse.File, error)) iter.Seq2[reuse.Pair, error] {
	o.Reuse.Days = p.days
	return reuse.FindLarge(reuse.Large{Len: p.Len(), Doc: p.Doc, Scratch: scratch, Memory: memory, Progress: o.Progress}, o.Reuse)
}

// Close closes the file of the texts.
func (p *Pile) Close() error { return p.texts.Close() }
