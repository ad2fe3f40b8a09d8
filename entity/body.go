package entity

import (
	"cmp"
	"slices"
)

// bodies finds what a nation and a small word for a body name together: “Iraqi government”, “Syrian security forces”.
func (f *finder) bodies(n int) {
	line := f.lines[n]
	for i := 0; i+1 < len(line); i++ {
		if !f.lists.nations[line[i].folded] || !line[i].capital || line[i].headline {
			continue
		}
		k := i + 1
		for k < len(line) && k < i+3 && line[k].gap == " " && bodyAdjectives[line[k].folded] {
			k++
		}
		// An adjective may be the body itself: “the Iraqi army”.
		for k > i+1 && (k == len(line) || line[k].gap != " " || line[k].capital || !nationBodies[line[k].folded]) {
			k--
		}
		if line[k].gap == " " && !line[k].capital && nationBodies[line[k].folded] {
			nm := name{run: run{n, i, k + 1, i}, entity: -1, body: true}
			for _, w := range line[i : k+1] {
				nm.words = append(nm.words, w.folded)
			}
			f.names = append(f.names, nm)
			i = k
		}
	}
}

var (
	bodyAdjectives = setOf("security armed air naval foreign interior defence defense military special government federal central national opposition regime army")
	nationBodies   = setOf("government regime army military police forces force opposition parliament authorities ministry embassy navy intelligence presidency cabinet judiciary guard troops coalition delegation mission")
)

// sortNames brings names into the order of the text and drops those that overlap another.
func (f *finder) sortNames() {
	slices.SortStableFunc(f.names, func(a, b name) int {
		return cmp.Or(cmp.Compare(a.line, b.line), cmp.Compare(a.from, b.from), cmp.Compare(b.to, a.to))
	})
	kept := f.names[:0]
	for _, n := range f.names {
		if k := len(kept); k > 0 && kept[k-1].line == n.line && n.from < kept[k-1].to {
			continue
		}
		kept = append(kept, n)
	}
	f.names = kept
}
