package page

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// packageName is the file that makes a ZIP archive a WACZ, and digestName the file that vouches for it.
//
// https://specs.webrecorder.net/wacz/1.1.1/
const packageName, digestName = "datapackage.json", "datapackage-digest.json"

// maxPackage is the largest list of the files of a WACZ that is read, in bytes.
const maxPackage = 16 << 20

// A waczPackage is what datapackage.json says: which files the archive holds, with their digests.
type waczPackage struct {
	Profile   string
	Resources []struct{ Path, Hash string }
}

// A waczFile is the reading of a WACZ: a ZIP archive of web archives, with a list of the pages that
// somebody captured and a digest of each file. The web archives are read; the indexes are not needed.
type waczFile struct {
	*archive
	doubts map[string]string // by the name of an entry: the warning for pages from it
}

func (a *archive) wacz() {
	w := &waczFile{a, map[string]string{}}
	w.check()
	archives := w.archives()
	if len(archives) == 0 {
		w.skip("", "the WACZ holds no web archive")
		return
	}
	list := w.pageList()
	if list != nil && !w.anyListed(archives, list) {
		if !w.stopped() {
			w.leaveOut("pages", "the list of pages names no page that the archive holds: all of its pages were read")
		}
		list = nil
	}
	for _, e := range archives {
		if w.stopped() || !w.open(e, &file{reader: w.reader, path: w.path, entry: e.name, doubt: w.doubts[e.name], listed: list}) {
			break
		}
	}
	if list != nil && !w.stopped() {
		w.tellMissing(list)
	}
}

// archives returns the entries that are web archives, and reports a WACZ inside the WACZ.
func (w *waczFile) archives() []entry {
	var out []entry
	for _, e := range w.entries {
		extension := extensionOf(e.name)
		switch {
		case extension == ".wacz":
			w.skip(e.name, "a WACZ inside a WACZ; unpack it first")
		case strings.HasPrefix(e.name, "archive/") && !strings.HasPrefix(e.name[len("archive/"):], "."):
			out = append(out, e)
		}
	}
	return out
}

// whole reads a small entry. It reports why it cannot be read.
func (w *waczFile) whole(name string) ([]byte, bool) {
	e := w.find(name)
	if e == nil {
		return nil, false
	}
	if why := e.refusal(); why != "" {
		w.skip(name, "%s", why)
		return nil, false
	}
	in, _, err := w.content(*e)
	if err != nil {
		w.skip(name, "the entry of the ZIP archive is damaged")
		return nil, false
	}
	defer in.Close()
	content, err := io.ReadAll(&bounded{w.ctx, in, maxPackage})
	switch {
	case errors.Is(err, errFileTooLarge):
		w.skip(name, "larger than %s: the digests of the WACZ are not checked", sizeOf(maxPackage))
	case err != nil:
		w.failed(name, err)
	}
	return content, err == nil
}

// check compares the files of the WACZ with the digests that it notes for them.
func (w *waczFile) check() {
	content, ok := w.whole(packageName)
	if !ok {
		return
	}
	w.checkPackage(content)
	var p waczPackage
	if err := json.Unmarshal(content, &p); err != nil {
		w.skip(packageName, "not valid JSON, or not the list of the files of a WACZ: no digest can be checked")
		return
	}
	vouched := map[string]bool{}
	for _, r := range p.Resources {
		if w.stopped() {
			return
		}
		if !vouched[r.Path] {
			vouched[r.Path] = true
			w.checkResource(r.Path, r.Hash)
		}
	}
	w.endTroubles()
	for _, e := range w.entries {
		if strings.HasPrefix(e.name, "archive/") && !vouched[e.name] {
			w.doubts[e.name] = fmt.Sprintf("datapackage.json does not list the file of the WACZ that the page comes from (%s)", e.name)
			w.trouble(e.name, "datapackage.json does not list it: it may have been put in after the archive was made; its pages are read, with a warning")
		}
	}
}

// checkPackage compares datapackage.json with its own digest. Signatures are not checked.
func (w *waczFile) checkPackage(content []byte) {
	if w.find(digestName) == nil {
		return // it is optional
	}
	said, ok := w.whole(digestName)
	if !ok {
		return
	}
	var digest struct{ Hash string }
	if err := json.Unmarshal(said, &digest); err != nil {
		w.skip(digestName, "not valid JSON: the digest of datapackage.json cannot be checked")
		return
	}
	if !digestFits(digest.Hash, content) {
		w.skip(packageName, "it does not have the digest that datapackage-digest.json notes for it: it is damaged or was changed after the archive was made")
	}
}

// checkResource compares one file of the WACZ with its digest.
func (w *waczFile) checkResource(name, digest string) {
	name = strings.ToValidUTF8(name, "\uFFFD")
	e := w.find(name)
	if e == nil {
		w.trouble(name, "datapackage.json lists it, but the WACZ does not hold it")
		return
	}
	h := newHash(digest)
	if h == nil || e.refusal() != "" {
		return
	}
	in, _, err := w.content(*e)
	if err == nil {
		_, err = io.Copy(h, &bounded{w.ctx, in, w.MaxFile})
		in.Close()
	}
	switch {
	case errors.Is(err, errStopped):
	case errors.Is(err, errFileTooLarge):
		w.trouble(name, "more than %s after decompression: its digest is not checked", sizeOf(w.MaxFile))
	case err != nil || !digestIs(digest, h.Sum(nil)):
		w.doubts[name] = fmt.Sprintf("the file of the WACZ that the page comes from (%s) does not have the digest that datapackage.json notes for it", name)
		w.trouble(name, "it does not have the digest that datapackage.json notes for it: it is damaged or was changed after the archive was made; "+
			"what can be read of it is read, with a warning")
	}
}

// pageList reads the list of pages, nil if there is none.
func (w *waczFile) pageList() *pageList {
	l := &pageList{found: map[string]bool{}}
	for _, e := range w.entries {
		if w.stopped() || !strings.HasPrefix(e.name, "pages/") || extensionOf(e.name) != ".jsonl" {
			continue
		}
		if why := e.refusal(); why != "" {
			w.skip(e.name, "%s", why)
			continue
		}
		in, _, err := w.content(e)
		if err == nil {
			err = l.add(newTape(&bounded{w.ctx, in, w.MaxFile}))
			in.Close()
		}
		if err != nil {
			w.skip(e.name, "the list of pages could not be read to its end")
		}
	}
	if l.broken > 0 {
		w.skip("pages", "%s not valid JSON", countOf(l.broken, "line of the list of pages is", "lines of the list of pages are"))
	}
	if l.cut {
		w.skip("pages", "the list names more than %d pages; the rest of it is not used", maxListed)
	}
	if len(l.pages) == 0 {
		return nil
	}
	return l
}

// anyListed looks for the first listed page, so that a list that fits to nothing is not used. It costs
// a second reading of what stands before that page.
func (w *waczFile) anyListed(archives []entry, list *pageList) bool {
	found := false
	probe := newReader(w.ctx, w.Options, func(p *Page, _ *Skip) bool {
		found = found || p != nil
		return !found
	})
	a := &archive{file: &file{reader: probe, path: w.path}, at: w.at, left: w.MaxFile}
	for _, e := range archives {
		if probe.stopped() || !a.open(e, &file{reader: probe, path: w.path, entry: e.name, listed: list}) {
			break
		}
	}
	return found
}

// tellMissing reports the listed pages that the archive holds no record of.
func (w *waczFile) tellMissing(list *pageList) {
	if missing := list.missing(); len(missing) > 0 {
		w.skip("pages", "%s no record, the first %s", countOf(len(missing), "page of the list of pages has", "pages of the list of pages have"), missing[0])
	}
}
