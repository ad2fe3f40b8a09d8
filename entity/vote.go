package entity

import (
	"cmp"
	"slices"

	"hearsay/text"
)

// vote gives every entity its kind, descriptors and gender from what stands in and around its mentions. The weights are log-odds
// set by hand and checked on re3d; each vote counts once for an entity, however often it occurs.
func (f *finder) vote() {
	f.ballots = make([]ballot, len(f.article.Entities))
	for i := range f.names {
		if n := &f.names[i]; n.entity >= 0 {
			f.stand(n)
			f.voteInside(n)
			f.voteAround(n)
		}
	}
	f.voteOffices()
	f.voteLists()
	for e := range f.article.Entities {
		f.count(e)
	}
}

// stand makes n the name at which the next votes are cast.
func (f *finder) stand(n *name) {
	line := f.lines[n.line]
	f.at, f.atTitle = text.Span{Start: line[n.from].Start, End: line[n.to-1].End}, n.line < f.titleLines
}

// A ballot collects the votes for one entity.
type ballot struct {
	votes  []Vote
	gender map[Gender]float64
}

func (f *finder) cast(e int, k Kind, weight float64, reason string) {
	b := &f.ballots[e]
	for _, v := range b.votes {
		if v.Kind == k && v.Text == reason {
			return
		}
	}
	b.votes = append(b.votes, Vote{Kind: k, Text: reason, Span: f.at, InTitle: f.atTitle, Weight: weight})
}

func (f *finder) sex(e int, g Gender, weight float64) {
	if g == UnknownGender {
		return
	}
	b := &f.ballots[e]
	if b.gender == nil {
		b.gender = map[Gender]float64{}
	}
	b.gender[g] += weight
}

// voteAround reads the title before a name and the words on both sides.
func (f *finder) voteAround(n *name) {
	line, e := f.lines[n.line], n.entity
	if n.title < n.from {
		f.describe(n)
	}
	if n.to < len(line) {
		f.voteBehind(n, line)
	}
	if n.title == 0 {
		return
	}
	before := line[n.title-1].folded
	if line[n.title].gap != " " {
		if line[n.title].gap == ", " && (roleWords[before] || f.lists.titleWords[before]) {
			f.cast(e, Person, 2, "a role before the comma")
			f.roleBefore(n, n.title-1)
		}
		return
	}
	if before == "the" && n.title > 1 {
		if f.nounBehind(n) { // the “the” of “the Moll regime” is the regime's
			return
		}
		f.cast(e, Person, -1, "“the” in front")
		f.cast(e, Organisation, 0.6, "“the” in front")
		before = line[n.title-2].folded
	}
	switch {
	case n.title == n.from && (before == "in" || before == "near" || before == "at" || before == "across" || before == "around" || before == "outside" || before == "inside"):
		f.cast(e, Place, 1.6, "“"+before+"” in front")
	case n.title == n.from && (before == "from" || before == "to" || before == "into" || before == "through" || before == "toward" || before == "towards"):
		f.cast(e, Place, 0.5, "“"+before+"” in front")
	case before == "of" && n.title == n.from && n.title > 1 && smallPlaces[line[n.title-2].folded]:
		f.cast(e, Place, 2.5, "“"+line[n.title-2].exact+" of” in front")
	case roleWords[before]:
		f.cast(e, Person, 2, "a role in front")
		if !line[n.title-1].capital {
			f.role(n, n.title-1)
		}
	}
}

// count sums the votes of an entity.
func (f *finder) count(e int) {
	b := &f.ballots[e]
	entity := &f.article.Entities[e]
	best := f.leading(e)
	entity.Kind = best
	slices.SortStableFunc(b.votes, func(x, y Vote) int { return cmp.Compare(y.Weight, x.Weight) })
	entity.KindVotes = b.votes
	if best == Person {
		m, w := b.gender[Male], b.gender[Female]
		switch {
		case m > w:
			entity.Gender = Male
		case w > m:
			entity.Gender = Female
		}
	}
}
