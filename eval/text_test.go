package eval

import (
	"context"
	"encoding/json"
	"fmt"
	"html"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"hearsay/article"
	"hearsay/page"
	"hearsay/text"
)

// A bodyCase is a page with the text that people, or hand-written rules, found in it.
type bodyCase struct {
	path string // below the corpora
	url  string
	want string
}

// readCase reads a page as the product does, with the address that the corpus has for it.
func readCase(path, url string) (*article.Article, error) {
	for p, skip := range page.Read(context.Background(), []string{path}, page.Options{}) {
		if skip != nil {
			return nil, fmt.Errorf("%s: %s", path, skip.Reason)
		}
		p.URL = url
		return article.Read(p)
	}
	return nil, fmt.Errorf("%s: no page", path)
}

// bodies reads all cases, two at a time; a page that cannot be read has no body.
func bodies(t testing.TB, cases []bodyCase) []*article.Article {
	out := make([]*article.Article, len(cases))
	var group sync.WaitGroup
	for w := range 2 {
		group.Go(func() {
			for i := w; i < len(cases); i += 2 {
				a, err := readCase(cases[i].path, cases[i].url)
				if err != nil {
					t.Logf("%v", err)
					continue
				}
				out[i] = a
			}
		})
	}
	group.Wait()
	return out
}

func bodyText(a *article.Article) string {
	if a == nil {
		return ""
	}
	return a.Doc.String()
}

// TestTextScrapinghub measures the main text with the metric of the set: multisets of runs of four
// words, each page weighing the same.
func TestTextScrapinghub(t *testing.T) {
	cases := scrapinghubCases(t)
	var precision, recall float64
	for i, a := range bodies(t, cases) {
		p, r := shingleScore(bodyText(a), cases[i].want)
		precision, recall = precision+p/float64(len(cases)), recall+r/float64(len(cases))
	}
	note := fmt.Sprintf("4-gram, %d pages", len(cases))
	record(t, "text.scrapinghub.precision", precision, note)
	record(t, "text.scrapinghub.recall", recall, note)
	record(t, "text.scrapinghub.f1", 2*precision*recall/(precision+recall), note)
}

// TestTextFundus measures the main text, from the mark-up and from the bare lines, and what
// RemoveFurniture adds to both, by the words of each page.
func TestTextFundus(t *testing.T) {
	cases, folder := fundusCases(t), t.TempDir()
	whole := bodies(t, cases)
	flat := slices.Clone(cases)
	for i, c := range cases {
		flat[i].path = flatten(t, c, folder)
	}
	lines := bodies(t, flat)
	note := fmt.Sprintf("words, mean of %d pages", len(cases))
	recordWords(t, "text.fundus", note, cases, whole)
	recordWords(t, "text.fundus.flattened", note, cases, lines)
	article.RemoveFurniture(present(whole))
	article.RemoveFurniture(present(lines))
	recordWords(t, "text.fundus.learnt", note, cases, whole)
	recordWords(t, "text.fundus.flattened.learnt", note, cases, lines)
}

// TestTextSiblings measures the main text of the flattened pages of outlets that have two or more: each page
// alone, with the other pages of its outlet, and with them where no address is known and all files lie in
// one folder, so that nothing but their names (the country, the outlet and a date) and their templates
// say which belong together. The versions of an outlet are up to three years apart: a third of their
// pairs share less than a fifth of their template.
func TestTextSiblings(t *testing.T) {
	folder := t.TempDir()
	outlets := map[string][]bodyCase{}
	for _, c := range fundusCases(t) {
		name := versionOf.ReplaceAllString(filepath.Base(c.path), "")
		outlets[filepath.Dir(c.path)+name] = append(outlets[filepath.Dir(c.path)+name], c)
	}
	var known, unknown []bodyCase
	for _, key := range slices.Sorted(maps.Keys(outlets)) {
		if len(outlets[key]) < 2 {
			continue
		}
		for _, c := range outlets[key] {
			country := filepath.Join(folder, filepath.Base(filepath.Dir(c.path)))
			if err := os.MkdirAll(country, 0o755); err != nil {
				t.Fatal(err)
			}
			c.path = flatten(t, c, country)
			known = append(known, c)
			c.path, c.url = strings.Replace(c.path, country+"/", country+"_", 1), ""
			unknown = append(unknown, c)
		}
	}
	alone := bodies(t, known)
	note := fmt.Sprintf("words, mean of %d flattened pages of %d outlets", len(known), countOutlets(known))
	recordWords(t, "text.fundus.siblings.alone", note, known, alone)
	article.RemoveFurniture(present(alone))
	recordWords(t, "text.fundus.siblings.with", note, known, alone)
	for i := range unknown {
		if err := os.Rename(known[i].path, unknown[i].path); err != nil {
			t.Fatal(err)
		}
	}
	nameless := bodies(t, unknown)
	article.RemoveFurniture(present(nameless))
	recordWords(t, "text.fundus.siblings.nourl", note+", no address", unknown, nameless)
}

// versionOf is the end of the name of a page that tells its version.
var versionOf = regexp.MustCompile(`_[0-9_]+\..*$`)

func countOutlets(cases []bodyCase) int {
	seen := map[string]bool{}
	for _, c := range cases {
		seen[versionOf.ReplaceAllString(c.path, "")] = true
	}
	return len(seen)
}

// TestTextWCXB measures the main text by the words of each page.
func TestTextWCXB(t *testing.T) {
	cases := wcxbCases(t)
	recordWords(t, "text.wcxb", fmt.Sprintf("words, mean of %d pages", len(cases)), cases, bodies(t, cases))
}

// TestPlaces counts how many paragraphs of real pages know the bytes they came from, and checks that
// those bytes show their words.
func TestPlaces(t *testing.T) {
	cases := slices.Concat(scrapinghubCases(t), fundusCases(t), wcxbCases(t))
	var mutex sync.Mutex
	var placed, all int
	var group sync.WaitGroup
	for w := range 2 {
		group.Go(func() {
			for i := w; i < len(cases); i += 2 {
				p, n := checkPlaces(t, cases[i])
				mutex.Lock()
				placed, all = placed+p, all+n
				mutex.Unlock()
			}
		})
	}
	group.Wait()
	record(t, "text.placed", float64(placed)/float64(all), fmt.Sprintf("of %d paragraphs of %d pages", all, len(cases)))
}

func checkPlaces(t *testing.T, c bodyCase) (placed, all int) {
	for p := range page.Read(context.Background(), []string{c.path}, page.Options{}) {
		a, err := article.Read(p)
		if err != nil {
			continue
		}
		for _, q := range a.Paragraphs {
			all++
			if q.PageStart < 0 {
				continue
			}
			placed++
			words, ok := article.Excerpt(p, q.PageStart, q.PageEnd)
			if want := a.Doc.Text(q.Span); !ok || text.Fold(words) != text.Fold(want) {
				t.Errorf("%s: bytes %d–%d show %q, the paragraph is %q", c.path, q.PageStart, q.PageEnd, words, want)
			}
		}
	}
	return placed, all
}

func present(articles []*article.Article) []*article.Article {
	return slices.DeleteFunc(slices.Clone(articles), func(a *article.Article) bool { return a == nil })
}

func recordWords(t *testing.T, name, note string, cases []bodyCase, got []*article.Article) {
	var precision, recall, f1 float64
	for i, a := range got {
		p, r, f := wordScore(bodyText(a), cases[i].want)
		if os.Getenv("HEARSAY_EVAL_EACH") != "" {
			t.Logf("%s %.3f %.3f %.3f %s", name, p, r, f, cases[i].path)
		}
		precision, recall, f1 = precision+p, recall+r, f1+f
	}
	n := float64(len(cases))
	record(t, name+".precision", precision/n, note)
	record(t, name+".recall", recall/n, note)
	record(t, name+".f1", f1/n, note)
}

var wordPattern = regexp.MustCompile(`[\pL\pM\pN_]+`)

// shingleScore returns precision and recall of the runs of four words, as multisets. A text with
// fewer words is one run.
func shingleScore(got, want string) (precision, recall float64) {
	return bagScore(shingles(got), shingles(want))
}

func shingles(s string) []string {
	words := wordPattern.FindAllString(s, -1)
	if len(words) == 0 {
		return nil
	}
	var out []string
	for i := range max(1, len(words)-3) {
		out = append(out, strings.Join(words[i:min(i+4, len(words))], " "))
	}
	return out
}

// wordScore returns precision, recall and F1 of the words in lower case, as multisets.
func wordScore(got, want string) (precision, recall, f1 float64) {
	fold := func(s string) []string { return wordPattern.FindAllString(strings.ToLower(s), -1) }
	precision, recall = bagScore(fold(got), fold(want))
	if precision+recall == 0 {
		return 0, 0, 0
	}
	return precision, recall, 2 * precision * recall / (precision + recall)
}

func bagScore(got, want []string) (precision, recall float64) {
	if len(got) == 0 || len(want) == 0 {
		if len(got) == len(want) {
			return 1, 1
		}
		return 0, 0
	}
	count := map[string]int{}
	for _, w := range want {
		count[w]++
	}
	shared := 0
	for _, g := range got {
		if count[g] > 0 {
			count[g]--
			shared++
		}
	}
	return float64(shared) / float64(len(got)), float64(shared) / float64(len(want))
}

func scrapinghubCases(t testing.TB) []bodyCase {
	root := corpus(t, "pages/scrapinghub")
	var truth map[string]struct{ ArticleBody, URL string }
	readJSON(t, filepath.Join(root, "ground-truth.json"), &truth)
	var cases []bodyCase
	for id, g := range truth {
		cases = append(cases, bodyCase{filepath.Join(root, "html", id+".html.gz"), g.URL, g.ArticleBody})
	}
	return sorted(cases)
}

func wcxbCases(t testing.TB) []bodyCase {
	root := corpus(t, "pages/wcxb")
	paths, _ := filepath.Glob(filepath.Join(root, "ground-truth", "*.json"))
	var cases []bodyCase
	for _, path := range paths {
		var truth struct {
			URL         string
			GroundTruth struct {
				MainContent string `json:"main_content"`
			} `json:"ground_truth"`
		}
		readJSON(t, path, &truth)
		id := strings.TrimSuffix(filepath.Base(path), ".json")
		cases = append(cases, bodyCase{filepath.Join(root, "html", id+".html.gz"), truth.URL, truth.GroundTruth.MainContent})
	}
	return sorted(cases)
}

// fundusCases pairs the pages of an outlet with the versions of its gold: both in order of time.
func fundusCases(t testing.TB) []bodyCase {
	root := corpus(t, "pages/fundus-fixtures")
	golds, _ := filepath.Glob(filepath.Join(root, "*", "*.json"))
	var cases []bodyCase
	for _, gold := range golds {
		var truth map[string]struct {
			Body struct {
				Summary  []string
				Sections []struct{ Headline, Paragraphs []string }
			}
		}
		readJSON(t, gold, &truth)
		var info map[string]struct{ URL string }
		readJSON(t, filepath.Join(filepath.Dir(gold), "meta.info"), &info)
		name := strings.TrimSuffix(filepath.Base(gold), ".json")
		pages, _ := filepath.Glob(filepath.Join(filepath.Dir(gold), name+"_[0-9]*.html.gz"))
		var versions []string
		for v := range truth {
			versions = append(versions, v)
		}
		slices.Sort(versions)
		if len(pages) != len(versions) {
			t.Logf("%s: %d pages and %d versions", gold, len(pages), len(versions))
			continue
		}
		for i, v := range versions {
			var parts []string
			parts = append(parts, truth[v].Body.Summary...)
			for _, s := range truth[v].Body.Sections {
				parts = slices.Concat(parts, s.Headline, s.Paragraphs)
			}
			cases = append(cases, bodyCase{pages[i], info[filepath.Base(pages[i])].URL, strings.Join(parts, "\n\n")})
		}
	}
	return sorted(cases)
}

func sorted(cases []bodyCase) []bodyCase {
	slices.SortFunc(cases, func(a, b bodyCase) int { return strings.Compare(a.path, b.path) })
	return cases
}

func readJSON(t testing.TB, path string, v any) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, v); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
}

var blockTag = regexp.MustCompile(`(?i)<(/?)(address|article|aside|blockquote|body|br|button|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|option|p|pre|section|select|table|td|th|tr|ul)\b[^>]*>`)
var unshown = regexp.MustCompile(`(?is)<!--.*?-->|<(script|style|noscript|template|svg|head)\b.*?</(script|style|noscript|template|svg|head)>`)
var anyTag = regexp.MustCompile(`<[^>]*>`)

// flatten makes a page what a scrape makes of it that keeps the words of every element, a line each,
// and drops the mark-up. It returns the path of the text.
func flatten(t testing.TB, c bodyCase, folder string) string {
	path := filepath.Join(folder, strings.TrimSuffix(filepath.Base(c.path), ".html.gz")+".txt")
	for p := range page.Read(context.Background(), []string{c.path}, page.Options{}) {
		s := unshown.ReplaceAllString(p.Body, "")
		s = strings.Join(strings.Fields(s), " ")
		s = blockTag.ReplaceAllString(s, "\n")
		s = html.UnescapeString(anyTag.ReplaceAllString(s, ""))
		if err := os.WriteFile(path, []byte(s), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return path
}

// BenchmarkRead reads the pages of three public sets from memory: decoded already, everything from
// the mark-up to the article included. The figure to look at is pages/s on one core.
func BenchmarkRead(b *testing.B) {
	var pages []*page.Page
	for _, c := range slices.Concat(scrapinghubCases(b), fundusCases(b), wcxbCases(b)) {
		for p := range page.Read(context.Background(), []string{c.path}, page.Options{}) {
			p.URL = c.url
			pages = append(pages, p)
		}
	}
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		article.Read(pages[n%len(pages)]) // a page without text is a result like any other
		n++
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "pages/s")
}

// BenchmarkReadFiles takes the full path: the same pages from files that are not compressed, everything
// from opening the file, its hash and its charset to the article included.
func BenchmarkReadFiles(b *testing.B) {
	folder := b.TempDir()
	var paths []string
	for i, c := range slices.Concat(scrapinghubCases(b), fundusCases(b), wcxbCases(b)) {
		for p := range page.Read(context.Background(), []string{c.path}, page.Options{}) {
			path := filepath.Join(folder, fmt.Sprintf("%04d.html", i))
			if err := os.WriteFile(path, p.Raw, 0o644); err != nil {
				b.Fatal(err)
			}
			paths = append(paths, path)
		}
	}
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		for p, skip := range page.Read(context.Background(), paths[n%len(paths):n%len(paths)+1], page.Options{}) {
			if skip != nil {
				b.Fatal(skip.Reason)
			}
			article.Read(p)
		}
		n++
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "pages/s")
}
