package verify

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"hearsay"
	"hearsay/article"
	"hearsay/internal/export"
	"hearsay/page"
	"hearsay/reuse"
	"hearsay/story"
)

// mostDifferences is how many findings of a kind that came out otherwise are named one by one.
const mostDifferences = 20

// Findings does what Check does, and then makes the whole case again from the pages, with the options
// of the run, and compares every article, pair and story with what the report says. It costs as much
// as making the report. It fails if the report is an HTML file, which does not hold the findings for
// programs, or if it was made by another version of Hearsay, whose findings may differ.
func Findings(ctx context.Context, path string, pages []string, o page.Options) (Result, error) {
	c, err := load(path)
	if err != nil {
		return Result{}, err
	}
	run := c.brief.Run
	switch {
	case c.full == nil:
		return Result{}, fmt.Errorf("compute the findings of %s again: the HTML file does not hold them; name hearsay.json", path)
	case run.Version != hearsay.Version || !maps.Equal(run.Methods, hearsay.Methods()):
		return Result{}, fmt.Errorf("compute the findings of %s again: it was made by Hearsay %s, this is %s, and their methods differ", path, run.Version, hearsay.Version)
	}
	r, err := Check(ctx, path, pages, o)
	if err != nil {
		return r, err
	}
	if len(pages) == 0 {
		pages = sourcePaths(c.brief)
	}
	options := hearsay.Options{
		Page:  asRecorded(o, run.Options),
		Reuse: reuse.Options{Archive: run.Options.Archive, MinWords: run.Options.MinWords},
		Story: story.Options{Threshold: run.Options.StoryThreshold},
	}
	collection, err := hearsay.Collect(ctx, pages, options)
	if err != nil {
		return r, err
	}
	again := export.NewCase(hearsay.Compare(collection, options))
	compareCases(*c.full, again, &r)
	return r, nil
}

// compareCases adds a problem for each finding of the report that did not come out again.
func compareCases(told, again export.Case, r *Result) {
	paths := map[string]article.SourceRecord{}
	for _, a := range told.Articles {
		paths[a.ID] = a.Source
	}
	for i := range again.Articles {
		// The pages may lie elsewhere now; what they are is said by their hash.
		if s, ok := paths[again.Articles[i].ID]; ok && s.SHA256 == again.Articles[i].Source.SHA256 {
			again.Articles[i].Source = s
		}
	}
	r.Findings = new(Recomputed)
	r.Findings.Articles = compareKind(r, "article", told.Articles, again.Articles, func(a article.Record) string { return a.ID })
	r.Findings.Pairs = compareKind(r, "pair", told.Pairs, again.Pairs, func(p export.Pair) string { return p.A + " and " + p.B })
	r.Findings.Stories = compareKind(r, "story", told.Stories, again.Stories, func(s export.Story) string { return s.ID })
}

// compareKind compares findings of one kind by their names and returns how many came out the same.
func compareKind[T any](r *Result, kind string, told, again []T, name func(T) string) int {
	found := map[string]T{}
	for _, x := range again {
		found[name(x)] = x
	}
	same, differ := 0, []string{}
	for _, x := range told {
		y, ok := found[name(x)]
		delete(found, name(x))
		switch fields := differingFields(x, y); {
		case !ok:
			differ = append(differ, fmt.Sprintf("%s %s does not come out again from the pages", kind, name(x)))
		case len(fields) > 0:
			differ = append(differ, fmt.Sprintf("%s %s comes out otherwise from the pages: %s", kind, name(x), strings.Join(fields, ", ")))
		default:
			same++
		}
	}
	for _, n := range slices.Sorted(maps.Keys(found)) {
		differ = append(differ, fmt.Sprintf("%s %s comes out of the pages, but is not in the report", kind, n))
	}
	for i, what := range differ {
		if i == mostDifferences {
			what = fmt.Sprintf("%d more findings of the kind %q differ", len(differ)-i, kind)
		}
		r.Problems = append(r.Problems, Problem{Path: r.Report, What: what})
		if i == mostDifferences {
			break
		}
	}
	return same
}

// differingFields names the top-level fields in which two records differ, sorted.
func differingFields(a, b any) []string {
	x, y := fields(a), fields(b)
	var names []string
	for name, value := range x {
		if !bytes.Equal(value, y[name]) {
			names = append(names, name)
		}
	}
	for name := range y {
		if _, ok := x[name]; !ok {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// fields returns the fields of a record as JSON. Records are plain data, which JSON can always hold.
func fields(record any) map[string]json.RawMessage {
	data, err := json.Marshal(record)
	if err != nil {
		panic(fmt.Sprintf("verify: record as JSON: %v", err))
	}
	var m map[string]json.RawMessage
	if err := json.Unmarshal(data, &m); err != nil {
		panic(fmt.Sprintf("verify: fields of a record: %v", err))
	}
	return m
}

// capturedAt reads the capture time that a run was given; zero if none.
func capturedAt(run export.RunOptions) time.Time {
	t, err := time.Parse(time.RFC3339, run.Captured)
	if err != nil {
		return time.Time{}
	}
	return t
}
