package entity

import "slices"

// The places of a word in a name by which entities are looked up.
const (
	lastWord = iota
	firstWord
	anyWord
	wordPlaces
)

// maxForms is how many forms of an entity are kept for comparing; further ones are rare and alike.
const maxForms = 8

// index makes an entity known by the words of one of its forms.
func (f *finder) index(e int, core []string) {
	for _, known := range f.cores[e] {
		if slices.Equal(known, core) {
			return
		}
	}
	if len(f.cores[e]) == maxForms {
		return
	}
	f.cores[e] = append(f.cores[e], core)
	add := func(place int, w string) {
		if list := f.byWord[place][w]; !slices.Contains(list, e) {
			f.byWord[place][w] = append(list, e)
		}
	}
	add(lastWord, core[len(core)-1])
	if len(core) > 1 {
		add(firstWord, core[0])
		for _, w := range core {
			add(anyWord, w)
		}
	}
}

func subsequence(a, b []string) bool {
	i := 0
	for _, w := range b {
		if i < len(a) && a[i] == w {
			i++
		}
	}
	return i == len(a)
}
