package entity

// Usage is how a collection writes its words: with a capital where none is called for, or small. It decides
// whether a word at the beginning of a sentence is a name.
type Usage struct {
	capital, small map[uint64]int32
}

// Survey counts the words of texts. It costs one pass and memory for the vocabulary.
func Survey(texts []Text) *Usage {
	u := &Usage{map[uint64]int32{}, map[uint64]int32{}}
	for _, t := range texts {
		if t.Body != nil {
			u.count(wordsOf(t.Body, false))
		}
	}
	return u
}

func (u *Usage) count(lines [][]word) {
	for _, line := range lines {
		for i, w := range line {
			if w.number || w.headline || w.caps && len(w.exact) > 5 {
				continue
			}
			switch {
			case !w.capital:
				u.small[hash(w.folded)]++
			case !w.starts && i > 0:
				u.capital[hash(w.folded)]++
			}
		}
	}
}

func hash(folded string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(folded) {
		h = (h ^ uint64(folded[i])) * 1099511628211
	}
	return h
}

// A view of usage joins the counts of the collection with those of the article itself.
type usageView struct{ all, own *Usage }

func (v usageView) counts(folded string) (capital, small int32) {
	h := hash(folded)
	if v.all != nil {
		return v.all.capital[h], v.all.small[h]
	}
	return v.own.capital[h], v.own.small[h]
}

// mostlySmall reports whether the word is mostly written small.
func (v usageView) mostlySmall(folded string) bool {
	capital, small := v.counts(folded)
	return small > 0 && small >= capital
}

// mostlyCapital reports whether the word was seen with a capital where none is called for, and mostly so.
func (v usageView) mostlyCapital(folded string) bool {
	capital, small := v.counts(folded)
	return capital > small
}
