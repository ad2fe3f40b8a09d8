package page

import (
	"archive/zip"
	"crypto/md5"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

// waczOf returns a WACZ of these files. Those whose name begins with “!” are not listed in
// datapackage.json; changes replaces words behind the back of the digests.
func waczOf(t testing.TB, changes *strings.Replacer, entries ...zipEntry) string {
	t.Helper()
	type resource struct {
		Name  string `json:"name"`
		Path  string `json:"path"`
		Hash  string `json:"hash"`
		Bytes int    `json:"bytes"`
	}
	var resources []resource
	for i, e := range entries {
		if name, ok := strings.CutPrefix(e.name, "!"); ok {
			entries[i].name = name
			continue
		}
		hash := fmt.Sprintf("sha256:%x", sha256.Sum256([]byte(e.content)))
		if i%2 == 1 { // as the first version of the format had it
			hash = fmt.Sprintf("md5:%x", md5.Sum([]byte(e.content)))
		}
		resources = append(resources, resource{e.name, e.name, hash, len(e.content)})
	}
	described, err := json.Marshal(map[string]any{"profile": "data-package", "wacz_version": "1.1.1", "resources": resources})
	if err != nil {
		t.Fatal(err)
	}
	digest := fmt.Sprintf(`{"path": "datapackage.json", "hash": "sha256:%x"}`, sha256.Sum256(described))
	entries = append(entries, zipEntry{name: packageName, content: string(described)}, zipEntry{name: digestName, content: digest})
	for i := range entries {
		if changes != nil {
			entries[i].content = changes.Replace(entries[i].content)
		}
	}
	return zipOf(t, entries...)
}

// toldWACZ tells what a WACZ holds, without the mark-up around the words of its pages.
func toldWACZ(t *testing.T, content string) []string {
	t.Helper()
	dir := files(t, map[string]string{"x.wacz": content})
	got := told(t, Options{}, dir, dir+"/x.wacz")
	before, after, _ := strings.Cut(htmlOf("", "|"), "|")
	for i, line := range got {
		got[i] = strings.Replace(strings.Replace(strings.TrimPrefix(line, "html "), before, "", 1), after, "", 1)
	}
	return got
}

// listOf returns a list of pages.
func listOf(addresses ...string) zipEntry {
	list := `{"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}` + "\n"
	for _, a := range addresses {
		list += fmt.Sprintf(`{"url": %q, "ts": "2026-03-01T10:00:00Z", "text": "What the tool read."}`+"\n", a)
	}
	return zipEntry{name: "pages/pages.jsonl", content: list, method: zip.Deflate}
}

func TestWACZ(t *testing.T) {
	crawl := func(records ...string) zipEntry {
		for i, r := range records {
			records[i] = zipped(r)
		}
		return zipEntry{name: "archive/crawl.warc.gz", content: strings.Join(records, "")}
	}
	moved := warcOf("response", "http://harbour.example/start", "HTTP/1.1 302 Found\r\nLocation: /2\r\nContent-Type: text/html\r\n\r\nmoved")
	one, two, three := response(1, "One."), response(2, "Two."), response(3, "Three.")
	at := func(records ...string) int { return len(crawl(records...).content) }
	const unlisted = "page that the archive's list of pages does not name (such as a frame)"
	page := func(n int, place int, words string) string {
		return fmt.Sprintf("x.wacz archive/crawl.warc.gz offset %d: %s", place, words)
	}
	for _, c := range []struct {
		name, wacz string
		want       []string
	}{
		{"only listed pages are pages", waczOf(t, nil, listOf("https://harbour.example/1#part", "https://HARBOUR.example/3/"), crawl(one, two, three)), []string{
			page(1, 0, "One."), page(3, at(one, two), "Three."),
			"skip x.wacz archive/crawl.warc.gz: 1 record of the archive is no page of text and left out: 1 × " + unlisted,
		}},
		{"a listed page leads to another", waczOf(t, nil, listOf("https://harbour.example/start"), crawl(moved, one, two)), []string{
			page(2, at(moved, one), "Two."),
			"skip x.wacz archive/crawl.warc.gz: 2 records of the archive are no pages of text and left out: 1 × " + unlisted + ", 1 × status 302",
		}},
		{"no list", waczOf(t, nil, crawl(one, two)), []string{page(1, 0, "One."), page(2, at(one), "Two.")}},
		{"a list of other pages", waczOf(t, nil, listOf("https://harbour.example/9"), crawl(one)), []string{
			"skip x.wacz pages: the list of pages names no page that the archive holds: all of its pages were read",
			page(1, 0, "One."),
		}},
		{"listed and not there", waczOf(t, nil, listOf("https://harbour.example/8", "https://harbour.example/1", "https://harbour.example/9"), crawl(one)), []string{
			page(1, 0, "One."),
			"skip x.wacz pages: 2 pages of the list of pages have no record, the first https://harbour.example/8",
		}},
		{"a broken list", waczOf(t, nil, zipEntry{name: "pages/pages.jsonl", content: "{broken\n\n" + listOf("https://harbour.example/1").content + `["x"]`}, crawl(one, two)), []string{
			"skip x.wacz pages: 2 lines of the list of pages are not valid JSON",
			page(1, 0, "One."),
			"skip x.wacz archive/crawl.warc.gz: 1 record of the archive is no page of text and left out: 1 × " + unlisted,
		}},
		{"extra pages", waczOf(t, nil, listOf("https://harbour.example/1"), zipEntry{name: "pages/extraPages.jsonl", content: listOf("https://harbour.example/2").content}, crawl(one, two)), []string{
			page(1, 0, "One."), page(2, at(one), "Two."),
		}},
		{"changed behind the back of the digests", waczOf(t, strings.NewReplacer("Plain.", "False."), zipEntry{name: "archive/a.warc", content: response(1, "Plain.")}, crawl(two)), []string{
			"skip x.wacz archive/a.warc: it does not have the digest that datapackage.json notes for it: it is damaged or was changed after the archive was made; " +
				"what can be read of it is read, with a warning",
			"x.wacz archive/a.warc offset 0: False. (the file of the WACZ that the page comes from (archive/a.warc) does not have the digest that datapackage.json notes for it)",
			page(2, 0, "Two."),
		}},
		{"a file put in, and one taken out", waczOf(t, strings.NewReplacer(`"archive/crawl.warc.gz","hash"`, `"archive/lost.warc.gz","hash"`, `"hash": "sha256:`, `"hash": "sha256:0`), crawl(one)), []string{
			"skip x.wacz datapackage.json: it does not have the digest that datapackage-digest.json notes for it: it is damaged or was changed after the archive was made",
			"skip x.wacz archive/lost.warc.gz: datapackage.json lists it, but the WACZ does not hold it",
			"skip x.wacz archive/crawl.warc.gz: datapackage.json does not list it: it may have been put in after the archive was made; its pages are read, with a warning",
			page(1, 0, "One. (datapackage.json does not list the file of the WACZ that the page comes from (archive/crawl.warc.gz))"),
		}},
		{"no JSON", zipOf(t, zipEntry{name: packageName, content: "{broken"}, zipEntry{name: digestName, content: "{"}, crawl(one)), []string{
			"skip x.wacz datapackage-digest.json: not valid JSON: the digest of datapackage.json cannot be checked",
			"skip x.wacz datapackage.json: not valid JSON, or not the list of the files of a WACZ: no digest can be checked",
			page(1, 0, "One."),
		}},
		{"a WACZ of WACZ", zipOf(t, zipEntry{name: packageName, content: `{"profile":"multi-wacz-package","resources":[{"path":"a.wacz"}]}`}, zipEntry{name: "a.wacz", content: "x"}), []string{
			"skip x.wacz a.wacz: a WACZ inside a WACZ; unpack it first",
			"skip x.wacz: the WACZ holds no web archive",
		}},
	} {
		t.Run(c.name, func(t *testing.T) { compare(t, c.want, toldWACZ(t, c.wacz)) })
	}
}

// TestWACZDamage reads on behind damage inside a web archive that is stored as it is.
func TestWACZDamage(t *testing.T) {
	members := []string{zipped(response(1, "One.")), zipped(response(2, "Two.")), zipped(response(3, "Three."))}
	broken := []byte(members[1])
	broken[len(broken)-20] ^= 0xff
	wacz := waczOf(t, strings.NewReplacer(members[1], string(broken)), zipEntry{name: "archive/x.warc.gz", content: strings.Join(members, "")})
	got := toldWACZ(t, wacz)
	if len(got) != 4 || !strings.Contains(got[1], "offset 0: One.") || !strings.Contains(got[2], fmt.Sprintf("offset %d: broken record", len(members[0]))) ||
		!strings.Contains(got[3], fmt.Sprintf("offset %d: Three.", len(members[0])+len(members[1]))) {
		t.Errorf("got %q", got)
	}
}
