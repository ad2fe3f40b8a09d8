package hearsay

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"runtime"
	"slices"

	"hearsay/article"
	"hearsay/page"
)

// A Collection is what was read from the inputs of a run.
type Collection struct {
	// Articles are in the order of the inputs.
	Articles   []*article.Article
	Skipped    []page.Skip
	Duplicates []Duplicate
}

// Collect reads the pages below paths and turns each into an article; then it removes what recurs
// across the pages of an outlet, unless o.KeepFurniture is set. Pages are read one after the other and
// turned into articles in parallel; the result is in the order of the inputs, whatever the number of
// processors. It fails only when ctx is done: what cannot be read is listed in Skipped.
func Collect(ctx context.Context, paths []string, o Options) (*Collection, error) {
	c := &Collection{}
	err := eachArticle(ctx, paths, o, func(skip page.Skip) { c.Skipped = append(c.Skipped, skip) }, func(a *article.Article, source page.Source, of int) error {
		if a == nil {
			c.Duplicates = append(c.Duplicates, Duplicate{Source: source, Of: of})
			return nil
		}
		c.Articles = append(c.Articles, a)
		return nil
	})
	if err != nil {
		return nil, err
	}
	named := newIDs()
	for _, a := range c.Articles {
		named.name(a)
	}
	article.NameOutlets(c.Articles)
	if !o.KeepFurniture {
		article.RemoveFurniture(c.Articles)
	}
	return c, nil
}

// eachArticle calls use with every article of the pages below paths, in order. For a page that repeats
// another byte for byte, from the same address, it is called without an article, but with the number
// of the article that is repeated. It keeps about 50 bytes an article.
func eachArticle(ctx context.Context, paths []string, o Options, skip func(page.Skip), use func(a *article.Article, source page.Source, of int) error) error {
	seen := map[[16]byte]int{}
	for r := range readArticles(ctx, paths, o) {
		switch {
		case r.skip != nil:
			skip(*r.skip)
			continue
		case r.err != nil:
			skip(page.Skip{Source: r.source, Reason: r.err.Error()})
			continue
		}
		sum := sha256.Sum256([]byte(r.article.SHA256 + " " + cmp.Or(r.article.URL, r.article.Canonical)))
		key := [16]byte(sum[:])
		of, repeated := seen[key]
		if repeated {
			r.article = nil
		} else {
			of = len(seen)
			seen[key] = of
		}
		if err := use(r.article, r.source, of); err != nil {
			return err
		}
		o.progress("reading", len(seen), 0)
	}
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("read pages: %w", err)
	}
	return nil
}

// ids makes the ids of a collection unique: records may bring ids of their own, and two of them may
// be the same. The second and later articles of an id get a suffix. It costs one step an article, also
// where all of them have one id.
type ids struct {
	taken map[string]bool
	last  map[string]int // by id: the last suffix that was given to it
}

func newIDs() ids { return ids{map[string]bool{}, map[string]int{}} }

// name changes the id of the next article if another has it.
func (d ids) name(a *article.Article) {
	id := a.ID
	for n := max(2, d.last[id]+1); d.taken[a.ID]; n++ {
		a.ID = fmt.Sprintf("%s-%d", id, n)
		d.last[id] = n
	}
	if a.ID != id {
		a.Warnings = append(a.Warnings, fmt.Sprintf("the id %s stands on more than one record; this one is called %s", id, a.ID))
	}
	d.taken[a.ID] = true
}

// A reading is the outcome of one input: a skip, an article, or the reason why there is none.
type reading struct {
	source  page.Source
	skip    *page.Skip
	article *article.Article
	err     error
}

// readArticles yields the reading of every input in order. Pages wait for a free processor, so that
// no more pages than a few for each processor are in memory at a time. When ctx is done it stops at
// once, even if an input keeps it waiting (a terminal on which nobody types); the goroutine that
// waits there ends with the input.
func readArticles(ctx context.Context, paths []string, o Options) func(yield func(reading) bool) {
	return func(yield func(reading) bool) {
		ctx, stop := context.WithCancel(ctx)
		defer stop()
		pending := make(chan chan reading, 4*runtime.GOMAXPROCS(0))
		free := make(chan struct{}, runtime.GOMAXPROCS(0))
		read := article.Read
		if o.KeepFurniture {
			read = article.ReadVerbatim
		}
		go func() {
			defer close(pending)
			for p, skip := range page.Read(ctx, paths, o.Page) {
				done := make(chan reading, 1)
				select {
				case pending <- done:
				case <-ctx.Done():
					return
				}
				if skip != nil {
					done <- reading{source: skip.Source, skip: skip}
					continue
				}
				free <- struct{}{}
				go func() {
					defer func() { <-free }()
					a, err := read(p)
					done <- reading{source: p.Source, article: a, err: err}
				}()
			}
		}()
		for {
			select {
			case done, more := <-pending:
				if !more {
					return
				}
				select {
				case r := <-done:
					if !yield(r) {
						return
					}
				case <-ctx.Done():
					return
				}
			case <-ctx.Done():
				return
			}
		}
	}
}

// inputSum is the InputSum of the pages behind articles.
func inputSum(articles []*article.Article) string {
	sums := make([]string, 0, len(articles))
	for _, a := range articles {
		sums = append(sums, a.SHA256)
	}
	return InputSum(sums)
}

// InputSum returns the SHA-256, in hexadecimal digits, over the SHA-256 sums of pages (hexadecimal, one
// a line, sorted), in whatever order they are given.
func InputSum(sums []string) string {
	h := sha256.New()
	for _, s := range slices.Sorted(slices.Values(sums)) {
		h.Write([]byte(s))
		h.Write([]byte{'\n'})
	}
	return hex.EncodeToString(h.Sum(nil))
}
