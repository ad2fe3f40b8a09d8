package report

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path"
	"slices"
	"strings"

	"hearsay"
	"hearsay/article"
	"hearsay/drift"
	"hearsay/reuse"
	"hearsay/text"
)

const (
	frontPage = "report.html"
	folder    = "report/"
	// mostInOneFile is the number of articles up to which a report is one file. Measured on synthetic
	// pages of 600 words: 300 of them make 1.6 MB and open in about a second.
	mostInOneFile = 300
	// perFile is how many articles, or pairs, a file of a folder report holds at most.
	perFile = 200
	// mostPairs is how many pairs of a story are shown side by side besides those that its lineage
	// rests on, heaviest first; mostEdges bounds the latter.
	mostPairs = 60
	mostEdges = 400
)

// A place is where in the report something stands.
type place struct{ file, anchor string }

// from returns the relative link to p from a file of the report.
func (p place) from(file string) string {
	switch {
	case p.anchor == "":
		return ""
	case p.file == file:
		return "#" + p.anchor
	case file == frontPage:
		return p.file + "#" + p.anchor
	case p.file == frontPage:
		return "../" + p.file + "#" + p.anchor
	}
	return strings.TrimPrefix(p.file, folder) + "#" + p.anchor
}

// A file is one file of the report.
type file struct {
	name, title string
	views       []func() view // made one at a time when the file is written
}

// A layout knows which file and anchor everything in the report has.
type layout struct {
	*hearsay.Case
	clock      clock
	names      []string              // what to call each article; unique inside a story
	paragraphs [][]article.Paragraph // by article
	storyOf    []int                 // by article; -1 if it stands in none

	articleAt []place
	storyAt   []place       // by story; the zero place for a story of one article
	pairAt    map[int]place // by index into Pairs: the pairs that are shown side by side
	shown     [][]int       // by story: the keys of pairAt, in the order of the report
	left      []int         // by story: pairs that share wording but are not shown side by side
	pairsOf   [][]int       // by article: the pairs it is part of, by its share of shared words
	edgeOf    map[int]edgeID
	targets   [][]text.Span    // by article: the spans that findings point at, sorted
	speakers  []speaker        // by story
	pictures  map[int]pictured // by story, as they are asked for
	files     []file

	people   []int                  // cast: those who have a page of their own
	personAt []place                // by index into the cast; the zero place for those without a page
	quotesOf map[int][]drift.Report // by index into the cast

	taken map[string]bool // anchors in use
}

// An edgeID finds an edge of a lineage.
type edgeID struct{ story, edge int }

func newLayout(c *hearsay.Case, single bool) *layout {
	l := &layout{Case: c, clock: newClock(c.Articles), taken: make(map[string]bool),
		pairAt: make(map[int]place), edgeOf: make(map[int]edgeID), pictures: make(map[int]pictured)}
	l.placeStories()
	l.nameArticles()
	l.newSpeakers()
	l.linkPairs()
	l.placePeople()
	l.findTargets()
	if single || len(c.Articles) <= mostInOneFile {
		l.oneFile()
	} else {
		l.manyFiles()
	}
	return l
}

// claim returns an anchor that begins with prefix and is used nowhere else. id is used as it is
// where it is a plain word; a record may bring any id, and then its hash stands for it.
func (l *layout) claim(prefix, id string) string {
	anchor := prefix + wordOf(id)
	for n := 2; l.taken[anchor]; n++ {
		anchor = fmt.Sprintf("%s%s_%d", prefix, wordOf(id), n)
	}
	l.taken[anchor] = true
	return anchor
}

// wordOf returns id if it is short and made of ASCII letters, digits, “-” and “_”, else a hash of it.
func wordOf(id string) string {
	ok := id != "" && len(id) <= 40
	for _, c := range []byte(id) {
		ok = ok && (c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' || c == '-' || c == '_')
	}
	if ok {
		return id
	}
	sum := sha256.Sum256([]byte(id))
	return "x" + hex.EncodeToString(sum[:6])
}

func (l *layout) placeStories() {
	l.storyOf = slices.Repeat([]int{-1}, len(l.Articles))
	l.storyAt = make([]place, len(l.Stories))
	l.articleAt = make([]place, len(l.Articles))
	for s, st := range l.Stories {
		for _, m := range st.Members {
			l.storyOf[m.Article] = s
		}
		if len(st.Members) > 1 {
			l.storyAt[s].anchor = l.claim("s-", st.ID)
		}
	}
	l.paragraphs = make([][]article.Paragraph, len(l.Articles))
	for i, a := range l.Articles {
		l.paragraphs[i] = paragraphsOf(a)
		l.articleAt[i].anchor = l.claim("a-", a.ID)
	}
}

// nameArticles gives each article the name of its outlet, numbered where a story holds several
// pages of one outlet.
func (l *layout) nameArticles() {
	l.names = make([]string, len(l.Articles))
	for i, a := range l.Articles {
		name := plain(a.Name())
		if a.Outlet == "" && a.Domain == "" {
			name = strings.TrimSpace(path.Base(name) + " " + plain(a.Source.Record))
		}
		if name == "" {
			name = "page " + plain(a.ID)
		}
		l.names[i] = name
	}
	for _, st := range l.Stories {
		total, nth := make(map[string]int), make(map[string]int)
		for _, m := range st.Members {
			total[l.names[m.Article]]++
		}
		for _, m := range st.Members {
			if name := l.names[m.Article]; total[name] > 1 {
				nth[name]++
				l.names[m.Article] = fmt.Sprintf("%s (%d)", name, nth[name])
			}
		}
	}
}

// linkPairs chooses the pairs that are shown side by side and lists the pairs of each article.
func (l *layout) linkPairs() {
	inStory := make([][]int, len(l.Stories))
	l.pairsOf = make([][]int, len(l.Articles))
	for i, p := range l.Pairs {
		if p.Relation == reuse.FormulaOnly || len(p.Passages) == 0 {
			continue
		}
		l.pairsOf[p.A] = append(l.pairsOf[p.A], i)
		l.pairsOf[p.B] = append(l.pairsOf[p.B], i)
		if s := l.storyOf[p.A]; s >= 0 && s == l.storyOf[p.B] {
			inStory[s] = append(inStory[s], i)
		}
	}
	for a, of := range l.pairsOf {
		slices.SortStableFunc(of, func(i, j int) int { return cmp.Compare(l.share(j, a), l.share(i, a)) })
	}
	l.shown, l.left = make([][]int, len(l.Stories)), make([]int, len(l.Stories))
	for s, st := range l.Stories {
		l.choosePairs(s, st, inStory[s])
	}
}

func (l *layout) choosePairs(s int, st hearsay.Story, pairs []int) {
	chosen := make(map[int]bool)
	for e, edge := range st.Lineage.Edges {
		if edge.Pair < 0 {
			continue
		}
		if l.ownPair(s, edge) {
			l.edgeOf[edge.Pair] = edgeID{s, e}
		}
		if len(chosen) < mostEdges {
			chosen[edge.Pair] = true
		}
	}
	byMass := slices.Clone(pairs)
	slices.SortStableFunc(byMass, func(i, j int) int { return cmp.Compare(mass(l.Pairs[j]), mass(l.Pairs[i])) })
	extra := 0
	for _, i := range byMass {
		if !chosen[i] && extra < mostPairs {
			chosen[i] = true
			extra++
		}
	}
	for _, i := range byMass {
		if chosen[i] {
			l.shown[s] = append(l.shown[s], i)
			delete(chosen, i)
		} else {
			l.left[s]++
		}
	}
	for _, edge := range st.Lineage.Edges { // what is left was chosen for its edge, not for its wording
		if chosen[edge.Pair] && edge.Pair >= 0 {
			l.shown[s] = append(l.shown[s], edge.Pair)
			delete(chosen, edge.Pair)
		}
	}
	for _, i := range l.shown[s] {
		p := l.Pairs[i]
		l.pairAt[i] = place{anchor: l.claim("p-", wordOf(l.Articles[p.A].ID)+"-"+wordOf(l.Articles[p.B].ID))}
	}
}

// share is the share of article a's words that pair i matches.
func (l *layout) share(i, a int) float64 {
	if l.Pairs[i].A == a {
		return l.Pairs[i].SharedOfA
	}
	return l.Pairs[i].SharedOfB
}

// other returns the article that pair i ties a to.
func (l *layout) other(i, a int) int {
	if l.Pairs[i].A == a {
		return l.Pairs[i].B
	}
	return l.Pairs[i].A
}

// mass is the information in the words that a pair shares, standing phrases left out.
func mass(p reuse.Pair) float64 {
	sum := 0.0
	for _, g := range p.Passages {
		if !g.Formula {
			sum += g.Mass
		}
	}
	return sum
}
