package statement

import (
	"hearsay/article"
	"hearsay/reuse"
	"hearsay/story"
	"hearsay/text"
)

// A board holds the sentences of a story and what ties them. Articles are named by their places
// among the members of the story, which do not depend on the order of the collection.
type board struct {
	articles []*article.Article
	members  []story.Member
	member   map[int]int // the place of an article among the members
	sheets   []*sheet    // by member; nil until first needed
	classes  []class
	byWords  map[string]int // classes by their folded words
	ties     map[[2]int]tie // by two classes, the smaller number first
}

// A class is a wording: all sentences that are the same when folded. A story with 300 copies of a
// report has each of its sentences once.
type class struct {
	folded  string
	words   halfWords
	reports []place
	solid   bool // tied to another sentence by a passage that is no formula
}

// A place is a sentence of a member.
type place struct{ member, sentence int }

// A tie is what two sentences share: matching words and the information they carry, in nats.
type tie struct {
	same  halfWords
	mass  float64
	solid bool // some of it stands in a passage that is no formula
}

func newBoard(articles []*article.Article, st story.Story) *board {
	b := &board{
		articles: articles, members: st.Members, member: map[int]int{}, sheets: make([]*sheet, len(st.Members)),
		byWords: map[string]int{}, ties: map[[2]int]tie{},
	}
	for m := range st.Members {
		b.member[st.Members[m].Article] = m
	}
	return b
}

func (b *board) sheet(member int) *sheet {
	if b.sheets[member] == nil {
		b.sheets[member] = newSheet(b.articles[b.members[member].Article].Doc)
	}
	return b.sheets[member]
}

// tie ties the sentences of two members that share enough in the passages of a pair. x holds A.
func (b *board) tie(x, y int, p reuse.Pair) {
	shared := map[[2]int]tie{} // by a sentence of x and one of y
	var order [][2]int
	for _, passage := range p.Passages {
		if passage.SameWords <= 0 {
			continue
		}
		each := passage.Mass / float64(passage.SameWords) / 2
		b.matches(x, y, passage, func(i, k int, n halfWords) {
			at := [2]int{i, k}
			t, known := shared[at]
			if !known {
				order = append(order, at)
			}
			shared[at] = tie{t.same + n, t.mass + float64(n)*each, t.solid || !passage.Formula}
		})
	}
	for _, at := range order {
		b.decide(place{x, at[0]}, place{y, at[1]}, shared[at])
	}
}

// matches calls yield for every matching word of a passage with the sentences it stands in.
func (b *board) matches(x, y int, passage reuse.Passage, yield func(i, k int, n halfWords)) {
	left, right := b.sheet(x), b.sheet(y)
	for _, e := range passage.Edits {
		if e.Op != reuse.Equal {
			continue
		}
		l, r := left.within(e.A), right.within(e.B)
		for len(l) > 0 && len(r) > 0 {
			switch {
			case l[0].Hash == r[0].Hash:
				i, k := left.sentenceAt(l[0].Span().Start), right.sentenceAt(r[0].Span().Start)
				if i >= 0 && k >= 0 {
					yield(i, k, halves(l[0]))
				}
				l, r = l[1:], r[1:]
			case len(l) > len(r):
				l = l[1:]
			case len(l) < len(r):
				r = r[1:]
			default:
				l, r = l[1:], r[1:]
			}
		}
	}
}

const (
	shortest     = 2 * 5 // half words; sentences under it make no statement
	standsAlone  = 2 * 6 // half words; from here on a sentence may be a part of another
	sharedPartOf = 0.6   // of the words
)

// enough reports whether sentences of a and b half words that share same make one statement.
func enough(same, a, b halfWords) bool {
	short, long := min(a, b), max(a, b)
	if short < shortest {
		return false
	}
	of := long
	if short >= standsAlone {
		of = short
	}
	return float64(same) >= sharedPartOf*float64(of)
}

// decide ties the wordings of two sentences if they share enough. Passages may overlap, so the words
// that match are at most those of the shorter.
func (b *board) decide(x, y place, t tie) {
	left, right := &b.sheet(x.member).sentences[x.sentence], &b.sheet(y.member).sentences[y.sentence]
	if most := min(left.words, right.words); t.same > most {
		t.mass *= float64(most) / float64(t.same)
		t.same = most
	}
	if !enough(t.same, left.words, right.words) {
		return
	}
	i, k := b.class(x), b.class(y)
	b.classes[i].solid = b.classes[i].solid || t.solid
	b.classes[k].solid = b.classes[k].solid || t.solid
	at := [2]int{min(i, k), max(i, k)}
	if known, ok := b.ties[at]; !ok || t.same > known.same || t.same == known.same && t.mass > known.mass {
		b.ties[at] = t
	}
}

// class returns the wording of a sentence and notes that it reports it.
func (b *board) class(p place) int {
	s := b.sheet(p.member)
	one := &s.sentences[p.sentence]
	if one.class >= 0 {
		return one.class
	}
	folded := text.Fold(s.doc.Text(one.span))
	c, known := b.byWords[folded]
	if !known {
		c = len(b.classes)
		b.byWords[folded] = c
		b.classes = append(b.classes, class{folded: folded, words: one.words})
	}
	b.classes[c].reports = append(b.classes[c].reports, p)
	one.class = c
	return c
}
