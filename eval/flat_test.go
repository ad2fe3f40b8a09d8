package eval

import (
	"context"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"hearsay/article"
	"hearsay/page"
)

// TestMetaFlattened measures title, date and byline where only the words of a page are left and
// nobody gave its address, and the title once more where the scrape kept the title of the window as the
// first line.
func TestMetaFlattened(t *testing.T) {
	cases, folder := fundusMeta(t), t.TempDir()
	bare, headed := make([]metaCase, len(cases)), make([]metaCase, len(cases))
	for i, c := range cases {
		bare[i], headed[i] = c, c
		bare[i].path = flatten(t, bodyCase{path: c.path}, folder)
		headed[i].path = withWindowTitle(t, c.path, bare[i].path)
		bare[i].url, headed[i].url = "", ""
	}
	got := readMeta(t, bare)
	flatTitles(t, "flattened", cases, got)
	dates(t, "flattened", bare, got)
	authors(t, "flattened", bare, got)
	outlets(t, readMeta(t, cases), got)
	flatTitles(t, "flattened.headed", cases, readMeta(t, headed))
}

// outlets compares the names of outlets that bare pages give with those of the same pages with mark-up,
// by their words. Nobody has checked the latter, but they come from places that are made for them.
func outlets(t *testing.T, whole, bare []*article.Article) {
	given, same, all := 0, 0, 0
	for i, a := range whole {
		if a == nil || a.Outlet == "" {
			continue
		}
		all++
		if bare[i] == nil || bare[i].Outlet == "" {
			continue
		}
		given++
		if _, _, f1 := wordScore(a.Outlet, bare[i].Outlet); f1 > 0 || strings.EqualFold(strings.ReplaceAll(a.Outlet, " ", ""), strings.ReplaceAll(bare[i].Outlet, " ", "")) {
			same++
		} else {
			t.Logf("outlet of %s: %q, from its words alone %q", a.Source.Path, a.Outlet, bare[i].Outlet)
		}
	}
	record(t, "outlet.flattened.given", ratio(given, all), fmt.Sprintf("of %d pages whose mark-up names one", all))
	record(t, "outlet.flattened.agrees", ratio(same, given), fmt.Sprintf("shares a word with the name in the mark-up, of %d", given))
}

// flatTitles measures titles, and how many of those given have nothing in common with the gold.
func flatTitles(t *testing.T, set string, cases []metaCase, got []*article.Article) {
	titles(t, set, cases, got)
	given, foreign := 0, 0
	for i, a := range got {
		if a == nil || a.Title == "" {
			continue
		}
		given++
		if _, _, f1 := wordScore(a.Title, cases[i].title); f1 < 0.2 {
			foreign++
		}
	}
	record(t, "title."+set+".foreign", ratio(foreign, given), fmt.Sprintf("share few words with the gold, of %d titles given", given))
}

var windowTitle = regexp.MustCompile(`(?is)<title\b[^>]*>(.*?)</title>`)

// withWindowTitle puts the title element of a page above its flattened text and returns the path of
// the result.
func withWindowTitle(t *testing.T, source, flat string) string {
	text, err := os.ReadFile(flat)
	if err != nil {
		t.Fatal(err)
	}
	line := ""
	for p := range page.Read(context.Background(), []string{source}, page.Options{}) {
		if m := windowTitle.FindStringSubmatch(p.Body); m != nil {
			line = strings.Join(strings.Fields(html.UnescapeString(m[1])), " ")
		}
	}
	path := filepath.Join(filepath.Dir(flat), "headed-"+filepath.Base(flat))
	if err := os.WriteFile(path, []byte(line+"\n"+string(text)), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}
