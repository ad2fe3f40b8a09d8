package article

import (
	"fmt"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"unsafe"

	"hearsay/page"
)

// A collection keeps its articles and drops its pages. An article that shares a string with its page
// keeps the whole page alive, and a collection then needs the memory of all its pages.

// TestArticleSharesNothingWithPage looks at the address of every string that an article reaches.
func TestArticleSharesNothingWithPage(t *testing.T) {
	flat := "Port of Dellmar - Dellmar Courier\n\nHome\nNews\nSport\n\nBy Anna Tarre\n\n3 May 2024\n\n" +
		"The crane fell across two berths of the port of Dellmar on Tuesday night, officials told Reuters.\n\n" +
		"The terminal was closed for the day, and the ferries now leave from the southern pier until Friday.\n\nSource: AFP\n"
	for name, contents := range map[string]string{
		"page.html":     heavyPage(0),
		"latin1.html":   strings.Replace(heavyPage(0), "utf-8", "windows-1252", 1) + "\xe4",
		"mojibake.html": strings.ReplaceAll(heavyPage(0), "’", "â€™"),
		"page.txt":      flat,
		"record.jsonl":  fmt.Sprintf(`{"id":"r1","url":"https://courier.example/r1","title":"Crane falls","date":"2024-05-03","author":"Anna Tarre","text":%q,"raw":%q}`, flat, strings.Repeat("x", 5000)) + "\n",
		"inside.jsonl":  fmt.Sprintf(`{"id":"r2","url":"https://courier.example/r2","html":%q}`, heavyPage(0)) + "\n",
	} {
		t.Run(name, func(t *testing.T) {
			p := readFile(t, name, contents)
			a, err := Read(p)
			if err != nil {
				t.Fatal(err)
			}
			areas := map[string]string{"Body": p.Body, "Raw": unsafe.String(unsafe.SliceData(p.Raw), len(p.Raw))}
			if p.Fields != nil {
				areas["Fields.HTML"] = p.Fields.HTML
			}
			if !within(contents[10:20], contents) || within(strings.Clone(contents), contents) {
				t.Fatal("the test cannot tell what shares memory")
			}
			seen := 0
			eachString(reflect.ValueOf(a), "Article", map[uintptr]bool{}, func(path, s string) {
				seen++
				for area, whole := range areas {
					if within(s, whole) {
						t.Errorf("%s = %.60q lies in Page.%s", path, s, area)
					}
				}
			})
			if seen < 10 {
				t.Fatalf("looked at %d strings only", seen)
			}
		})
	}
}

// TestMemoryOfManyPages reads many large pages with little text and keeps the articles.
func TestMemoryOfManyPages(t *testing.T) {
	const (
		pages = 40
		most  = 40 << 10 // bytes that an article may keep; each page has ten times as many
	)
	heap := func() int64 {
		runtime.GC()
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return int64(m.HeapAlloc)
	}
	if _, err := Read(&page.Page{Format: page.HTML, Body: heavyPage(0)}); err != nil { // fills the tables of the libraries
		t.Fatal(err)
	}
	kept := make([]*Article, 0, pages)
	before := heap()
	for i := range pages {
		s := heavyPage(i + 1)
		a, err := Read(&page.Page{Format: page.HTML, Body: s, Raw: []byte(s)})
		if err != nil {
			t.Fatal(err)
		}
		kept = append(kept, a)
	}
	each := (heap() - before) / pages
	runtime.KeepAlive(kept)
	if each > most {
		t.Errorf("an article keeps %d bytes of a page of %d bytes", each, len(heavyPage(1)))
	}
	t.Logf("%d bytes kept per page of %d", each, len(heavyPage(1)))
}

// heavyPage is a page of 400 KB with a few sentences in it, everything that an article takes from a
// page, and long strings around each of it.
func heavyPage(n int) string {
	filler := strings.Repeat("var a = [1, 2, 3];\n", 8000)
	return fmt.Sprintf(`<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Crane falls across two berths %d | Dellmar Courier</title>
<link rel="canonical" href="https://courier.example/crane-%[1]d"><meta property="og:site_name" content="Dellmar Courier">
<meta name="description" content="The port authority counts the damage."><script>%[2]s</script>
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Crane falls across two berths %[1]d","datePublished":"2024-05-03T08:00:00+02:00","author":{"name":"Anna Tarre"},"padding":"%[3]s"}</script>
</head><body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>Crane falls across two berths %[1]d</h1>
<p class="byline">By Anna Tarre, 3 May 2024</p><p>The port authority counts the damage.</p>
<p>DELLMAR (AFP) – The crane fell across two berths of the port on Tuesday night, the harbour’s master told <a href="/a#x">Reuters</a> on the quay.</p>
<p>The terminal was closed for the day, and the ferries now leave from the southern pier until Friday, he said.</p><h2>What comes next</h2>
<ul><li>The ministry has ordered a report on the state of all cranes of the port.</li></ul><figure><figcaption>The crane. Photo: Reuters</figcaption></figure>
<p>Source: AFP</p></article><footer>© 2024 Dellmar Courier</footer><script>%[2]s</script></body></html>`, n, filler, strings.Repeat("x", 100_000))
}

// within reports whether s lies in the memory of whole.
func within(s, whole string) bool {
	if s == "" || whole == "" {
		return false
	}
	at, start := uintptr(unsafe.Pointer(unsafe.StringData(s))), uintptr(unsafe.Pointer(unsafe.StringData(whole)))
	return at >= start && at < start+uintptr(len(whole))
}

// eachString calls do with every string that v reaches, also through fields that are not exported.
func eachString(v reflect.Value, path string, seen map[uintptr]bool, do func(path, s string)) {
	switch v.Kind() {
	case reflect.String:
		do(path, v.String())
	case reflect.Pointer, reflect.Interface:
		if v.IsNil() || v.Kind() == reflect.Pointer && seen[v.Pointer()] {
			return
		}
		if v.Kind() == reflect.Pointer {
			seen[v.Pointer()] = true
		}
		eachString(v.Elem(), path, seen, do)
	case reflect.Struct:
		for i := range v.NumField() {
			eachString(v.Field(i), path+"."+v.Type().Field(i).Name, seen, do)
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			eachString(v.Index(i), fmt.Sprintf("%s[%d]", path, i), seen, do)
		}
	case reflect.Map:
		for it := v.MapRange(); it.Next(); {
			eachString(it.Key(), path+" key", seen, do)
			eachString(it.Value(), path+" value", seen, do)
		}
	}
}
