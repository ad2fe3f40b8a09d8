package article

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"hearsay/text"
)

// A house is who publishes pages. Pages of one house have one number.
type house struct {
	number int
	known  bool // false for a page of which nothing tells the house: it has a number of its own
}

// housesOf tells which pages are of one house. They are if they have one registrable domain or, without an
// address, lie in one folder (or one file of records) and name one outlet. Flattened pages without
// either join the pages of their folder that share their template (see templates).
func housesOf(articles []*Article) []house {
	out := make([]house, len(articles))
	numbers := map[string]int{}
	number := func(key string) int {
		n, ok := numbers[key]
		if !ok {
			n = len(numbers)
			numbers[key] = n
		}
		return n
	}
	order := placeOrder(articles)
	like := templates(articles, order)
	for _, i := range order {
		switch a := articles[i]; {
		case a.Domain != "":
			out[i] = house{number(a.Domain), true}
		case a.Outlet != "":
			out[i] = house{number(outletHouse(a)), true}
		case like[i] != nil && like[i].pages > 1:
			out[i] = house{number(like[i].name), true}
		default:
			out[i] = house{number("page\x00" + placeOf(a)), false}
		}
	}
	return out
}

// folderOf returns what holds a page: the folder of its file, or the file of its record.
func folderOf(a *Article) string {
	if a.Source.Record != "" {
		return a.Source.Path
	}
	return path.Dir(a.Source.Path)
}

func outletHouse(a *Article) string { return "outlet\x00" + folderOf(a) + "\x00" + text.Fold(a.Outlet) }

func placeOf(a *Article) string {
	return a.Source.Path + "\x00" + a.Source.Record + "\x00" + a.SHA256 + "\x00" + a.ID
}

// placeOrder returns the indices of articles in the order of the places where they were found: what is
// learnt one page after the other must not depend on the order in which pages are given.
func placeOrder(articles []*Article) []int {
	order := make([]int, len(articles))
	keys := make([]string, len(articles))
	for i, a := range articles {
		order[i], keys[i] = i, placeOf(a)
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(keys[i], keys[j]) })
	return order
}

// When flattened pages without address and outlet are of one house: see templates.
const (
	leastTemplate = 5   // pairs of labels that a page must share
	likeTemplate  = 0.5 // the share of its pairs that it must share
	namedTemplate = 0.2 // the same, where the names of the files say that pages belong together
	mostTemplates = 4   // houses that are remembered for one pair; what more have tells nothing
	leastStem     = 2   // bytes that the common start of file names must have
)

// A template is the pairs of labels that stand below each other on the flattened pages of a house: what
// menus and footers leave behind.
type template struct {
	name    string // of the house
	pages   int
	largest int // pairs of the page that has most
}

// templates finds the houses of flattened pages that have no address and name no outlet. Such a page joins
// the house of its folder with which it shares most, if that is half of the pairs of the smaller page and
// at least five; a fifth is enough if the names of the files begin alike (“ledger_012.txt”) and
// those of other files in the folder do not. Measured on 258 flattened news pages: of 91 pairs of
// pages of one outlet, years apart, 61 share a fifth and 26 a half; of 33,062 pairs of different outlets
// 42 and 3, nearly all of sister papers. A folder with a page of each outlet, or with many copies of one
// agency’s story, so makes no house.
func templates(articles []*Article, order []int) []*template {
	out := make([]*template, len(articles))
	x := templateIndex{byPair: map[folderPair][]*template{}, byName: map[string]*template{}}
	for _, i := range order { // pages that name their outlet lend their templates
		if a := articles[i]; a.lined != nil && a.Domain == "" && a.Outlet != "" {
			x.add(x.house(outletHouse(a)), a, a.labelPairs())
		}
	}
	stems := stemsOf(articles)
	for _, i := range order {
		a := articles[i]
		if a.lined == nil || a.Domain != "" || a.Outlet != "" {
			continue
		}
		pairs := a.labelPairs()
		out[i] = x.find(a, stems[i], pairs)
		if out[i] == nil {
			out[i] = x.house("template\x00" + stems[i] + "\x00" + placeOf(a))
		}
		x.add(out[i], a, pairs)
	}
	return out
}

// labelPairs returns the hashes of the pairs of different labels that stand below each other.
func (a *Article) labelPairs() []uint64 {
	var out []uint64
	last := uint64(0)
	for _, b := range a.lined.lines {
		tokens := text.Tokenize(b.text, nil)
		if len(tokens) > labelWords || prose(b.text) {
			last = 0
			continue
		}
		hashes := make([]uint64, len(tokens))
		for k, t := range tokens {
			hashes[k] = t.Hash
		}
		hash := hashRun(hashes)
		if last != 0 && last != hash {
			out = append(out, hashRun([]uint64{last, hash}))
		}
		last = hash
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// A folderPair is a pair of labels on the pages of a folder.
type folderPair struct {
	folder string
	pair   uint64
}

type templateIndex struct {
	byPair map[folderPair][]*template
	byName map[string]*template
}

func (x *templateIndex) house(name string) *template {
	if x.byName[name] == nil {
		x.byName[name] = &template{name: name}
	}
	return x.byName[name]
}

func (x *templateIndex) add(t *template, a *Article, pairs []uint64) {
	t.pages++
	t.largest = max(t.largest, len(pairs))
	for _, pair := range pairs {
		key := folderPair{folderOf(a), pair}
		if list := x.byPair[key]; len(list) < mostTemplates && !slices.Contains(list, t) {
			x.byPair[key] = append(list, t)
		}
	}
}

// find returns the house that a page shares most pairs with, nil if it shares too few with any.
func (x *templateIndex) find(a *Article, stem string, pairs []uint64) *template {
	count := map[*template]int{}
	var found []*template // in the order of the places, for equal counts
	for _, pair := range pairs {
		for _, t := range x.byPair[folderPair{folderOf(a), pair}] {
			if count[t]++; count[t] == 1 {
				found = append(found, t)
			}
		}
	}
	var best *template
	for _, t := range found {
		least := likeTemplate
		if stem != "" && strings.HasPrefix(t.name, "template\x00"+stem+"\x00") {
			least = namedTemplate
		}
		enough := count[t] >= leastTemplate && float64(count[t]) >= least*float64(min(len(pairs), t.largest))
		if enough && (best == nil || count[t] > count[best] || count[t] == count[best] && t.name < best.name) {
			best = t
		}
	}
	return best
}

// stemsOf returns what the names of the files have before their first number, for files whose folder holds
// another file with another stem: “ledger” for “ledger_0012.txt” and “2026-03-12 ledger.txt”. It is
// empty where the name tells nothing.
func stemsOf(articles []*Article) []string {
	stems := make([]string, len(articles))
	first := map[string]string{}
	several := map[string]bool{}
	for i, a := range articles {
		if a.Source.Record != "" {
			continue
		}
		const separators = "0123456789 _-,()[]#"
		stem, _, _ := strings.Cut(path.Base(a.Source.Path), ".")
		stem = strings.TrimLeft(stem, separators)
		if k := strings.IndexAny(stem, "0123456789"); k >= 0 {
			stem = stem[:k]
		}
		if stem = strings.TrimRight(stem, separators); len(stem) < leastStem {
			continue
		}
		stems[i] = folderOf(a) + "\x00" + strings.ToLower(stem)
		if f, ok := first[folderOf(a)]; ok && f != stems[i] {
			several[folderOf(a)] = true
		}
		first[folderOf(a)] = stems[i]
	}
	for i, a := range articles {
		if !several[folderOf(a)] {
			stems[i] = ""
		}
	}
	return stems
}
